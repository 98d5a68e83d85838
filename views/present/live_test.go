package present

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"

	"beltroad/internal/show"
)

// toSlide shows the slide of a place.
func toSlide(t *testing.T, p *Presentation, place string) {
	t.Helper()
	for n := range p.show.Len() {
		if p.show.Slide(n).Place == place && p.show.Slide(n).Predict == nil {
			p.show.Go(n)
			p.refresh()
			return
		}
	}
	t.Fatalf("no slide shows %s", place)
}

// middle is a point of a board: the middle of its visual.
func middle(b *board) fyne.Position {
	at, _, scale := b.slide.frame()
	room := b.slide.plate.lay.Room
	return at.AddXY(float32(room.X+room.W/2)*scale, float32(room.Y+room.H/2)*scale)
}

// A map is moved in both windows at once, and is as planned when its slide comes again.
func TestMapMoves(t *testing.T) {
	p, _ := lecture(t, true, fyne.NewSize(1280, 720))
	toSlide(t, p, "map")
	at := p.show.At()
	b := p.windows.console.board
	if b.slide.plate.lay.Room.W < 100 {
		t.Fatal("the slide has no map")
	}
	drag := &fyne.DragEvent{Dragged: fyne.NewDelta(40, 20)}
	drag.Position = middle(b)
	p.dragged(b, drag)
	first, second := b.live.explorer, p.windows.screen.board.live.explorer
	if first == nil || second == nil {
		t.Fatal("the map does not move in both windows")
	}
	one, other := first.State(), second.State()
	by := float64(p.windows.screen.board.live.explorer.Size().Width / b.live.explorer.Size().Width)
	if math.Hypot(one.Centre.X()-other.Centre.X(), one.Centre.Y()-other.Centre.Y()) > 1e-3 || math.Abs(other.Scale/one.Scale/by-1) > 1e-2 {
		t.Errorf("it stands at %+v, in the other window at %+v", one, other)
	}
	before := first.View()
	wheel := &fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 25)}
	wheel.Position = middle(b)
	if p.scrolled(b, wheel); first.View() == before {
		t.Error("the wheel does nothing")
	}
	from, _, scale := b.slide.frame()
	room := b.slide.plate.lay.Room
	corner := from.AddXY(float32(room.X)*scale, float32(room.Y)*scale)
	name, over := "", fyne.Position{}
	for y := float32(2); y < first.Size().Height && name == ""; y += 4 {
		for x := float32(2); x < first.Size().Width && name == ""; x += 4 {
			over = fyne.NewPos(x, y)
			larger := second.Size().Width / first.Size().Width // there, places may stand apart that are one mark here
			name, _ = first.NameAt(over)
			if there, _ := second.NameAt(fyne.NewPos(x*larger, y*larger)); there != name {
				name = ""
			}
		}
	}
	p.pointed(b, corner.Add(over))
	for _, each := range p.windows.boards() {
		if name == "" || each.live.at != name || len(each.above.Objects) != 2 {
			t.Errorf("the moved map names %q for %q, by %d objects", each.live.at, name, len(each.above.Objects))
		}
	}
	if p.scrolled(b, wheel); len(b.above.Objects) != 0 {
		t.Error("what was moved away is named still")
	}
	if c := p.windows.first.Canvas(); c.Focused() != nil {
		t.Error("the map has taken the keyboard")
	}
	keys(p.windows.first, "Right Left")
	if p.show.At() != at || b.live.explorer != nil || len(b.moved.Objects) != 0 {
		t.Error("come again, the map is not as planned")
	}
	keys(p.windows.first, "D")
	if p.dragged(b, drag); b.live.explorer != nil {
		t.Error("a pen moves the map")
	}
}

// What the pointer is over is named, in both windows.
func TestHover(t *testing.T) {
	p, _ := lecture(t, true, fyne.NewSize(1280, 720))
	found := 0
	for _, place := range []string{"map", "timeline", "chart"} {
		toSlide(t, p, place)
		lay := &p.windows.screen.board.slide.plate.lay
		for i := lay.From; i < lay.To; i++ {
			m := lay.Marks[i]
			if m.Of == "" || lay.Names[m.Of] == "" || m.W <= 0 {
				continue
			}
			found++
			x, y := m.X+m.W/2, m.Y+m.H/2
			if markAt(lay, x, y) == "" {
				t.Errorf("%s: nothing is at the middle of %q", place, lay.Names[m.Of])
				continue
			}
			b := p.windows.screen.board
			at, _, scale := b.slide.frame()
			p.pointed(b, at.AddXY(float32(x)*scale, float32(y)*scale))
			for _, each := range p.windows.boards() {
				if len(each.above.Objects) != 2 { // ring and name
					t.Errorf("%s: %d objects tell of %q", place, len(each.above.Objects), lay.Names[m.Of])
				}
			}
			keys(p.windows.first, "D")
			if p.pointed(b, at.AddXY(float32(x)*scale, float32(y)*scale)); len(b.above.Objects) != 0 {
				t.Errorf("%s: a name covers what a pen draws", place)
			}
			keys(p.windows.first, "D")
			p.pointed(b, at.AddXY(float32(x)*scale, float32(y)*scale))
			if p.unpointed(); len(b.above.Objects) != 0 {
				t.Error("it stays named")
			}
			break
		}
	}
	if found == 0 {
		t.Error("no mark of any visual has a name")
	}
	p.do(show.Next)
}
