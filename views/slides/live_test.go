package slides

import (
	"math"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/paulmach/orb"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/internal/drawing"
	"beltroad/internal/geo"
	"beltroad/internal/lesson"
	"beltroad/internal/mapdata"
	"beltroad/internal/slide"
	"beltroad/views/mapview"
	"beltroad/views/paint"
	"beltroad/views/record"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

// A map's widget stands where its drawing does, as large, and shows the same.
func TestLive(t *testing.T) {
	d := datatest.Open(t, data.Builtin())
	m := NewMaker(d, record.NewWords(uitest.English(), d), mapdata.New(d))
	live := func(place string) *mapview.Explorer {
		s := m.Of(lesson.Slide{Place: place}, "")
		l := s.Lay(slide.Size{Width: 1280, Height: 720}, paint.Measure)
		e := m.Live(&s, &l, ui.Theme{Scheme: ui.Dark}, &uitest.Host{})
		if room := fyne.NewSize(float32(l.Room.W), float32(l.Room.H)); e != nil && (e.Size() != room || e.Position() != fyne.NewPos(float32(l.Room.X), float32(l.Room.Y))) {
			t.Errorf("%s is %v large, its room %v", place, e.Size(), l.Room)
		}
		return e
	}
	if e := live("map?hide=banks&year=2016"); e == nil || e.Filter().Year != 2016 {
		t.Errorf("the map is %v", e)
	}
	page := geo.View{Centre: orb.Point{0.9, 0.5}, Scale: 600, Width: 788, Height: 768}.Bound()
	e := live("map?scale=600&size=788x768&x=0.9&y=0.5")
	if seen := e.View(); !seen.Bound().Pad(1e-3).Contains(page.Min) || !seen.Bound().Pad(1e-3).Contains(page.Max) || math.Abs(seen.Scale-600*float64(e.Size().Height)/768) > 0.01 {
		t.Errorf("of %v, the map shows %v", page, seen)
	}
	for _, place := range []string{"chart", "timeline?year=2016", "figure/trade-volume"} {
		if e := live(place); e != nil {
			t.Errorf("%s has a map", place)
		}
	}
}

// A timeline that is moved keeps what is said beside it, and comes back.
func TestMoved(t *testing.T) {
	d := datatest.Open(t, data.Builtin())
	m := NewMaker(d, record.NewWords(uitest.English(), d), mapdata.New(d))
	s := m.Of(lesson.Slide{Place: "timeline?year=2016"}, "")
	z := slide.Size{Width: 1280, Height: 720}
	years := func(s slide.Slide) (all []string) {
		l := s.Lay(z, paint.Measure)
		for _, k := range l.Marks[l.From:l.To] {
			if k.Kind == drawing.Text {
				all = append(all, k.Text)
			}
		}
		return all
	}
	planned := years(s)
	near, ok := m.Moved(s, 0, 0.25, 0.5)
	if !ok || slices.Equal(years(near), planned) || near.Title != s.Title || len(near.Lines) != len(s.Lines) {
		t.Errorf("nearer, it shows %q, before %q", years(near), planned)
	}
	later, _ := m.Moved(near, 0.5, 1, 0)
	if slices.Equal(years(later), years(near)) {
		t.Errorf("later, it shows %q still", years(later))
	}
	if back, _ := m.Moved(later, 0, 1000, 0.5); !slices.Equal(years(back), planned) {
		t.Errorf("farther, it shows %q, not %q", years(back), planned)
	}
	if _, ok := m.Moved(m.Of(lesson.Slide{Place: "map"}, ""), 1, 1, 0); ok {
		t.Error("a map is a timeline")
	}
}

// Making a slide and laying it out, against the page that it shows; see BenchmarkSlide in views.
func BenchmarkSlide(b *testing.B) {
	d := datatest.Open(b, data.Builtin())
	m := NewMaker(d, record.NewWords(uitest.English(), d), mapdata.New(d))
	for _, place := range []string{"overview", "pillar/trade", "figure/trade-volume", "project/china-laos-railway", "chart", "map", "timeline", "read/15", "commitments"} {
		b.Run(place, func(b *testing.B) {
			for b.Loop() {
				s := m.Of(lesson.Slide{Place: place}, "")
				s.Lay(slide.Size{Width: 1280, Height: 720}, paint.Measure)
			}
		})
	}
}
