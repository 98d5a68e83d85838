package slides

import (
	"testing"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/internal/lesson"
	"beltroad/internal/mapdata"
	"beltroad/internal/slide"
	"beltroad/internal/slide/slidetest"
	"beltroad/views/paint"
	"beltroad/views/record"
	"beltroad/views/uitest"
)

func TestEveryFigure(t *testing.T) {
	d := datatest.Open(t, data.Builtin())
	m := NewMaker(d, record.NewWords(uitest.English(), d), mapdata.New(d))
	for _, f := range d.Figures() {
		s := m.Of(lesson.Slide{Place: "figure/" + f.ID}, "")
		for _, z := range []slide.Size{{Width: 1024, Height: 768}, {Width: 1280, Height: 720, Scale: 2}} {
			l := s.Lay(z, paint.Measure)
			for _, w := range slidetest.Wrong(l, z) {
				t.Errorf("%s at %v: %s", f.ID, z, w)
			}
		}
	}
}
