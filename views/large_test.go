package views

import (
	"context"
	"fmt"
	"sync"
	"testing"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// large is a dossier of 20,985 projects and 62,955 figures.
var large = sync.OnceValues(func() (*data.Dossier, error) {
	files, err := fixture.Synthetic(20985)
	if err != nil {
		return nil, err
	}
	return data.Open(files)
})

// besideFrame does what belongs beside the window while a benchmark's clock stands.
type besideFrame struct {
	pictureFrame
	b *testing.B
}

func (f besideFrame) Background(work func(context.Context) func()) {
	f.b.StopTimer()
	finish := work(context.Background())
	f.b.StartTimer()
	finish()
}

// BenchmarkLarge is what the window waits for in a dossier of that size: each
// page, and what is done on a list.
func BenchmarkLarge(b *testing.B) {
	d, err := large()
	if err != nil {
		b.Fatal(err)
	}
	lookingAt(b, Look{Scheme: ui.Light, TextScale: 1})
	pillar := d.Pillars()[0].ID
	for _, p := range []string{"overview", "pillar/" + pillar, "project", "figure", "differences", "speakers", "chart", "timeline", "principles", "commitments", "read", "search/a"} {
		r := place(b, p)
		if !exists(d, r) {
			continue
		}
		b.Run("page/"+p, func(b *testing.B) {
			s := shown(d, besideFrame{b: b}, 1280, 800)
			for b.Loop() {
				s.page = nil // as if coming from another page
				s.Go(r)
				nodes(s.page.Content())
			}
		})
	}
	b.Run("filter", func(b *testing.B) {
		onList(b, d, "figure", func(s *Shell, n int) { all[*ui.Filter](s.page.Content())[n%2].Choose(n % 3) })
	})
	b.Run("sort", func(b *testing.B) {
		onList(b, d, "figure", func(s *Shell, n int) { all[*ui.Table](s.page.Content())[0].OnSort(n % 3) })
	})
	b.Run("jump", func(b *testing.B) {
		onList(b, d, "figure", func(s *Shell, n int) {
			sc := all[*ui.Scroller](s.page.Content())[0]
			sc.ScrollTo(float32(n*7919%2000) * 1000)
		})
	})
	b.Run("type", func(b *testing.B) {
		onList(b, d, "search/a", func(s *Shell, n int) { s.Go(route.To(route.Search, "ab"[:1+n%2])) })
	})
}

// BenchmarkLargeFirst is the window's first page of a dossier of that size, after
// what is made beside the window.
func BenchmarkLargeFirst(b *testing.B) {
	files, err := fixture.Synthetic(20985)
	if err != nil {
		b.Fatal(err)
	}
	lookingAt(b, Look{Scheme: ui.Light, TextScale: 1})
	for _, p := range []string{"overview", "pillar/pillar-1", "project", "figure", "chart", "timeline"} {
		r := place(b, p)
		b.Run(p, func(b *testing.B) {
			for range b.N {
				b.StopTimer()
				m := materialOf(datatest.Open(b, files))
				m.charts.All()
				b.StartTimer()
				s := newShell(m, inEnglish, besideFrame{b: b})
				s.Content().Resize(fyne.NewSize(1280, 800))
				s.Go(r)
				nodes(s.page.Content()) // makes the renderers, as the first frame does
			}
		})
	}
}

// BenchmarkGrowth is all that a page takes, in the window and beside it, in a
// dossier of 20,985 projects and in one of 100,000, for each project.
func BenchmarkGrowth(b *testing.B) {
	for _, n := range []int{20985, 100000} {
		d := datatest.Synthetic(b, n)
		lookingAt(b, Look{Scheme: ui.Light, TextScale: 1})
		for _, p := range []string{"overview", "pillar/" + d.Pillars()[0].ID, "project", "figure", "figure/" + d.Figures()[0].ID, "chart", "map", "timeline", "commitments", "search/a"} {
			r := place(b, p)
			b.Run(fmt.Sprintf("%d/%s", n, p), func(b *testing.B) {
				s := shown(d, pictureFrame{}, 1280, 800)
				for b.Loop() {
					s.page = nil
					s.Go(r)
					nodes(s.page.Content())
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/project")
			})
		}
	}
}

// onList does something again and again on a page, and has it made as for a frame.
func onList(b *testing.B, d *data.Dossier, at string, do func(s *Shell, n int)) {
	b.Helper()
	s := shown(d, besideFrame{b: b}, 1280, 800)
	s.Go(place(b, at))
	n := 0
	for b.Loop() {
		do(s, n)
		nodes(s.page.Content())
		n++
	}
}

// live is how many widgets there are below an object.
func live(o fyne.CanvasObject) int {
	n := 0
	for _, x := range nodes(o) {
		if _, ok := x.object.(fyne.Widget); ok {
			n++
		}
	}
	return n
}

// However many records there are, a list has no more widgets than its window shows.
func TestListsAreBoundedByTheWindow(t *testing.T) {
	d := datatest.Synthetic(t, 900)
	s, _ := open(t, d)
	lists := 0
	for _, p := range []string{"pillar/" + d.Pillars()[0].ID, "project", "figure", "differences", "speakers", "commitments", "read", "search/a", "timeline"} {
		s.Go(place(t, p))
		for _, y := range []float32{0, 700, 1e5, 1e7, 300} {
			for _, sc := range all[*ui.Scroller](s.page.Content()) {
				sc.ScrollTo(y)
				for _, n := range nodes(sc) {
					switch n.object.(type) {
					case *ui.Table, *ui.List:
						lists++
						if got := live(n.object); got > 200 {
							t.Errorf("%s at %g: a %T has %d widgets", p, y, n.object, got)
						}
					}
				}
			}
		}
	}
	if lists < 30 {
		t.Errorf("only %d lists were looked at", lists)
	}
}

// Lists below one another are filled at once: what is laid out first, before Fyne's
// own scroller has its size, counts for nothing.
func TestListsBelowOneAnotherAreFilled(t *testing.T) {
	lookingAt(t, Look{Scheme: ui.Light, TextScale: 1})
	s := shown(dossier(t), pictureFrame{}, 1024, 768)
	s.Go(place(t, "differences"))
	lists := all[*ui.List](s.page.Content())
	if len(lists) != 3 || len(lists[0].Children()) < 3 {
		t.Errorf("%d lists, the first shows %d entries", len(lists), len(lists[0].Children()))
	}
}
