package data

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"
)

// heavy are the files of a dossier whose four largest tables have so many bytes
// each.
func heavy(size int) map[string]string {
	files := goodFiles()
	words := strings.Repeat("What is told about it in so many words. ", 6)
	fill := func(file string, row func(b *strings.Builder, i int)) {
		var b strings.Builder
		b.Grow(size + 1000)
		b.WriteString(files[file])
		for i := 0; b.Len() < size; i++ {
			row(&b, i)
		}
		files[file] = b.String()
	}
	fill("projects.csv", func(b *strings.Builder, i int) {
		fmt.Fprintf(b, "line-%d,Line %d,,rail,railway,operating,CHN;LAO,%s,2021-12,2;3,Its length;Its cost\n", i, i, words)
	})
	fill("figures.csv", func(b *strings.Builder, i int) {
		fmt.Fprintf(b, "riders-%d,rail,north-line,Riders,%d,%d,,exact,passengers,\"Journeys, %s\",2021-12,2023-09,,reported,A. Writer,2,Who counted?\n", i, i+1, i+1, words)
	})
	fill("statements.csv", func(b *strings.Builder, i int) {
		fmt.Fprintf(b, "result-%d,results,I,rail,reported,%s,2\n", i, words)
	})
	fill("events.csv", func(b *strings.Builder, i int) {
		fmt.Fprintf(b, "opening-%d,2021-12-03,%s,line-%d,2\n", i, words, i%1000)
	})
	return files
}

// countedFS counts the bytes that are read of its files.
type countedFS struct {
	fstest.MapFS
	read atomic.Int64
}

func (c *countedFS) Open(name string) (fs.File, error) {
	f, err := c.MapFS.Open(name)
	return &countedFile{f, c}, err
}

// soFar is how much has been read so far.
func (c *countedFS) soFar() int { return int(c.read.Load()) }

type countedFile struct {
	fs.File
	counts *countedFS
}

func (f *countedFile) Read(p []byte) (int, error) {
	n, err := f.File.Read(p)
	f.counts.read.Add(int64(n))
	return n, err
}

// What is read between two words about it is little, whatever the tables are.
func TestProgressIsTold(t *testing.T) {
	const most = 1 << 20 // bytes
	fsys := &countedFS{MapFS: mapFS(heavy(4_000_000))}
	last := -1
	watch := Watch{Read: func(done, total int64) {
		if last >= 0 && fsys.soFar()-last > most || done > total {
			t.Fatalf("%d of %d: %d bytes after the word before", done, total, fsys.soFar()-last)
		}
		last = fsys.soFar()
	}}
	if _, err := OpenWith(t.Context(), fsys, watch); err != nil {
		t.Fatal(err)
	}
}

// Nor is much read after the context has ended.
func TestCancelIsHeard(t *testing.T) {
	const most = 1 << 20 // bytes
	for _, after := range []int{0, 1, 40, 80, 120} {
		fsys := &countedFS{MapFS: mapFS(heavy(4_000_000))}
		ctx, cancel := context.WithCancel(t.Context())
		at := 0
		d, err := OpenWith(ctx, fsys, Watch{Read: func(done, _ int64) {
			if at == 0 && done >= int64(after)<<17 {
				at = fsys.soFar()
				cancel()
			}
		}})
		if d != nil || !errors.Is(err, context.Canceled) || fsys.soFar()-at > most {
			t.Errorf("cancelled at %d: %v, %d bytes more", at, err, fsys.soFar()-at)
		}
	}
}

// Nor are many records gone through without a word once all is read, or after the
// context has ended.
func TestIndexingIsTold(t *testing.T) {
	const rows = 20 * few
	all := make([]int, rows)
	for i := range all {
		all[i] = i * 7919 % (rows / 3) // scattered
	}
	for last := range rows/few + 3 {
		told, since, most := 0, 0, 0
		grouped(all, func(i int) bool {
			if i%few == 0 {
				told++
				since = 0
			}
			return told <= last
		}, func(v *int, add func(int)) {
			since++
			most = max(most, since)
			add(*v)
		})
		if told > last+4 || most > few { // each of its four loops asks once
			t.Fatalf("%d rows without a word; after the end, %d words", most, told-last)
		}
	}
}

// Each step of the index tells.
func TestEachStepIsTold(t *testing.T) {
	fsys := mapFS(heavy(4_000_000))
	counted := func(ctx context.Context, end int, cancel func()) (d *Dossier, words int) {
		d, err := OpenWith(ctx, fsys, Watch{Read: func(done, total int64) {
			if done < total || total == 0 {
				return
			}
			if words++; words == end {
				cancel()
			}
		}})
		if (err != nil) != (end > 0) {
			t.Fatal(err)
		}
		return d, words
	}
	d, all := counted(t.Context(), -1, nil)
	least := 0 // of groups: by pillar, project, paragraph and so on, in two loops each if they are scattered
	for _, n := range []int{5 * len(d.figures), 2 * len(d.projects), 6 * len(d.statements), 2 * len(d.events)} {
		least += n / few
	}
	if all < least {
		t.Errorf("%d words while records were put in order, less than %d", all, least)
	}
	for _, end := range []int{1, 2, all / 3, all / 2, all - 1} {
		ctx, cancel := context.WithCancel(t.Context())
		if _, words := counted(ctx, end, cancel); words > end {
			t.Errorf("%d words after the end at %d", words-end, end)
		}
		cancel()
	}
}

// A problem is told when it is met, not when the table has been read: with what
// a look at the whole file needs, at most.
func TestProblemsAreToldAtOnce(t *testing.T) {
	const most = 1 << 20 // bytes
	for name, change := range map[string]func(figures string) string{
		"a bad cell":         func(s string) string { return strings.Replace(s, ",exact,", ",exactly,", 1) },
		"an open quote":      func(s string) string { return strings.Replace(s, ",Riders,", `,"Riders,`, 1) },
		"a missing column":   func(s string) string { return strings.Replace(s, "claim", "klame", 1) },
		"UTF-16":             func(s string) string { return "\xFF\xFE" + s },
		"a hidden sign":      func(s string) string { return strings.Replace(s, ",Riders,", ",Rid\u200Bers,", 1) },
		"a reference":        func(s string) string { return strings.Replace(s, ",north-line,", ",nowhere,", 1) },
		"too few cells":      func(s string) string { return strings.Replace(s, ",Riders,", ",", 1) },
		"a row of long text": func(s string) string { return strings.Replace(s, ",Riders,", ","+strings.Repeat("x", maxRow)+",", 1) },
	} {
		t.Run(name, func(t *testing.T) {
			files := goodFiles()
			files["figures.csv"] = change(heavy(4_000_000)["figures.csv"])
			fsys := &countedFS{MapFS: mapFS(files)}
			at := 0
			var told []Problem
			_, err := OpenWith(t.Context(), fsys, Watch{Problem: func(p Problem) {
				if at == 0 {
					at = fsys.soFar()
				}
				told = append(told, p)
			}})
			var ps Problems
			if !errors.As(err, &ps) || at == 0 || at > most {
				t.Errorf("told after %d bytes: %v", at, err)
			}
			if len(told) != min(len(ps), MaxProblems) {
				t.Errorf("%d told, and %d in the end", len(told), len(ps))
			}
		})
	}
}

// BenchmarkHeavy says how long a dossier of 34 or 200 MB keeps silent, and how
// soon it ends once its context has.
func BenchmarkHeavy(b *testing.B) {
	for _, size := range []int{34, 200, 240} {
		b.Run(fmt.Sprintf("%dMB", size), func(b *testing.B) {
			fsys := mapFS(heavy(size << 20 / 4))
			var silent, ending time.Duration
			for b.Loop() {
				last := time.Now()
				pause := func() {
					silent = max(silent, time.Since(last))
					last = time.Now()
				}
				if _, err := OpenWith(b.Context(), fsys, Watch{Read: func(int64, int64) { pause() }}); err != nil {
					b.Fatal(err)
				}
				pause()
			}
			b.StopTimer()
			for _, share := range []int64{1, 20, 50, 80, 99, 100} {
				ending = max(ending, cancelledAfter(b, fsys, share))
			}
			b.ReportMetric(float64(silent.Milliseconds()), "ms-silent")
			b.ReportMetric(float64(ending.Milliseconds()), "ms-cancel")
		})
	}
}

// cancelledAfter is how long opening goes on once it is cancelled after so many
// hundredths.
func cancelledAfter(b *testing.B, fsys fs.FS, share int64) time.Duration {
	b.Helper()
	ctx, cancel := context.WithCancel(b.Context())
	var at time.Time
	if _, err := OpenWith(ctx, fsys, Watch{Read: func(done, total int64) {
		if at.IsZero() && done*100 >= total*share {
			at = time.Now()
			cancel()
		}
	}}); !errors.Is(err, context.Canceled) {
		b.Fatal(err)
	}
	return time.Since(at)
}
