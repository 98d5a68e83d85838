package slides

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/internal/lesson"
	"beltroad/internal/mapdata"
	"beltroad/internal/slide"
	"beltroad/views/chart"
	"beltroad/views/mapview"
	"beltroad/views/paint"
	"beltroad/views/record"
	"beltroad/views/timeline"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

// A visual's widget stands where its drawing does, as large, and shows the same.
func TestLive(t *testing.T) {
	d := datatest.Open(t, data.Builtin())
	m := NewMaker(d, record.NewWords(uitest.English(), d), mapdata.New(d))
	z := slide.Size{Width: 1280, Height: 720}
	live := func(place string) (any, *slide.Layout) {
		s := m.Of(lesson.Slide{Place: place}, "")
		l := s.Lay(z, paint.Measure)
		o := m.Live(&s, &l, ui.Theme{Scheme: ui.Dark}, &uitest.Host{})
		if o == nil {
			return nil, &l
		}
		room := fyne.NewSize(float32(l.Room.W), float32(l.Room.H))
		if o.Size() != room || o.Position() != fyne.NewPos(float32(l.Room.X), float32(l.Room.Y)) {
			t.Errorf("%s is %v large, its room %v", place, o.Size(), l.Room)
		}
		c := software.NewCanvas()
		c.SetPadded(false)
		c.SetContent(o)
		c.Resize(room)
		c.Capture()
		return o, &l
	}
	o, l := live("chart/unit%2Fcountries%2Freported?signs=1&mark=document-countries")
	c, ok := o.(*chart.Chart)
	if !ok || !c.Signs || c.Options.Highlight[0] != "document-countries" {
		t.Fatalf("the chart is %T", o)
	}
	made, refusal := c.Plot()
	if refusal != nil || made.Height > l.Room.H+1 || len(made.Items) < 3 {
		t.Errorf("it has %d rows, %g high in %g", len(made.Items), made.Height, l.Room.H)
	}
	o, _ = live("map?hide=banks&year=2016")
	if e, ok := o.(*mapview.Explorer); !ok || e.Filter().Year != 2016 {
		t.Errorf("the map is %T", o)
	}
	o, _ = live("timeline?year=2016")
	if drawing, ok := o.(*timeline.Drawing); !ok || drawing.Year() != 2016 {
		t.Errorf("the timeline is %T", o)
	}
	if o, _ = live("figure/trade-volume"); o != nil {
		t.Errorf("a figure is %T", o)
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
