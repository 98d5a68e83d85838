package search_test

import (
	"context"
	"fmt"
	"math"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"beltroad/data/datatest"
	"beltroad/internal/message/messagetest"
	"beltroad/internal/search"
	"beltroad/internal/wording"
)

// synthetic are about so many documents of a synthetic dossier.
func synthetic(b *testing.B, n int) (search.Documents, search.Words) {
	b.Helper()
	d := datatest.Synthetic(b, max(1, n*10/44))
	w := wording.New(messagetest.English(b), d)
	return search.Records(d, w), search.WordsOf(d, w)
}

func at(all search.Documents, i int) search.Document {
	var d search.Document
	all.Fill(&d, i)
	return d
}

// scan is a plain scan, as the page of earlier versions searched: every document
// that holds each of the words. Its text is folded before, once.
type scan []string

func newScan(documents search.Documents) scan {
	var all scan
	for i := range documents.Len() {
		d := at(documents, i)
		all = append(all, strings.ToLower(strings.Join(append(append([]string{d.Title}, d.Also...), d.Body...), "\n")))
	}
	return all
}

func (s scan) find(text string) []int {
	var found []int
	words := strings.Fields(strings.ToLower(text))
next:
	for i, text := range s {
		for _, w := range words {
			if !strings.Contains(text, w) {
				continue next
			}
		}
		found = append(found, i)
	}
	return found
}

// BenchmarkFind asks an index of 50,000 records, and as often scans them plainly:
// "quicker" is how many times longer the scan takes.
func BenchmarkFind(b *testing.B) {
	documents, words := synthetic(b, 50_000)
	ix, err := search.Build(context.Background(), documents, words)
	if err != nil {
		b.Fatal(err)
	}
	plain := newScan(documents)
	name := strings.Fields(at(documents, documents.Len()/2).Title)
	for _, c := range []struct{ name, text string }{
		{"name", at(documents, 1000).Title},
		{"word", name[len(name)-2]},
		{"beginning", "gram"},
		{"number", "2024"},
		{"error", "Fjobadaal"},
		{"errors", "visittorrs"},
		{"common", "orchard 2020"},
		{"filter", "pillar:pillar-2 tram"},
		{"nothing", "qqqqqqq"},
		{"letter", "k"},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			r, err := ix.Find(context.Background(), c.text, 5)
			if err != nil {
				b.Fatal(err)
			}
			var asking, scanning []float64
			for b.Loop() { // in turns, so that what else runs holds up both
				start := time.Now()
				if _, err := ix.Find(context.Background(), c.text, 5); err != nil {
					b.Fatal(err)
				}
				between := time.Now()
				plain.find(c.text)
				asking, scanning = append(asking, between.Sub(start).Seconds()), append(scanning, time.Since(between).Seconds())
			}
			b.ReportMetric(median(scanning)/median(asking), "quicker")
			b.ReportMetric(median(asking)*1e6, "µs/query")
			b.ReportMetric(float64(r.Total), "found")
		})
	}
}

// BenchmarkBuild builds indexes of growing dossiers. "nlogn" is the time for a
// record, by the logarithm of their number, against the one before: at most
// about 1 where it grows no faster.
func BenchmarkBuild(b *testing.B) {
	before := 0.0
	for _, n := range []int{500, 5_000, 50_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			documents, words := synthetic(b, n)
			held := heap()
			var ix *search.Index
			took := math.Inf(1) // by the quickest, which waited least for what else runs
			for b.Loop() {
				start := time.Now()
				var err error
				if ix, err = search.Build(context.Background(), documents, words); err != nil {
					b.Fatal(err)
				}
				took = min(took, time.Since(start).Seconds())
			}
			size := float64(documents.Len())
			b.ReportMetric(float64(heap()-held)/size, "held-B/record")
			b.ReportMetric(took*1e9/size, "ns/record")
			per := took / (size * math.Log2(size))
			if before > 0 {
				b.ReportMetric(per/before, "nlogn")
			}
			before = per
			runtime.KeepAlive(ix)
			runtime.KeepAlive(documents)
		})
	}
}

func median(all []float64) float64 {
	slices.Sort(all)
	return all[len(all)/2]
}

func heap() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc) // #nosec G115 -- no heap is that large
}
