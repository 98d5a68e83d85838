package slides

import (
	"testing"

	"beltroad/data/datatest"
	"beltroad/internal/drawing"
	"beltroad/internal/lesson"
	"beltroad/internal/mapdata"
	"beltroad/internal/slide"
	"beltroad/views/paint"
	"beltroad/views/record"
	"beltroad/views/uitest"
)

// However much a dossier dates, a slide draws no sign beneath one that looks the same,
// and each that it draws has a name.
func TestSignsInOnePlaceAreDrawnOnce(t *testing.T) {
	d := datatest.Synthetic(t, 3000)
	m := NewMaker(d, record.NewWords(uitest.English(), d), mapdata.New(d))
	s := m.Of(lesson.Slide{Place: "timeline"}, "")
	l := s.Lay(slide.Size{Width: 1280, Height: 720}, paint.Measure)
	seen, named := map[look]string{}, 0
	for i := l.From; i < l.To; i++ {
		k := &l.Marks[i]
		if k.Kind != drawing.Rect || k.Of == "" {
			continue
		}
		this := look{k.Box, k.Ink, k.Edge, k.Alpha}
		if other, again := seen[this]; again {
			t.Errorf("%s lies beneath %s", other, k.Of)
		}
		if seen[this] = k.Of; l.Names[k.Of] != "" {
			named++
		}
	}
	if items := len(m.dated().Items); len(seen) == 0 || len(seen)*2 > items || named != len(seen) || len(l.Names) != named {
		t.Errorf("%d items are %d signs, of which %d have a name; there are %d names", items, len(seen), named, len(l.Names))
	}
}
