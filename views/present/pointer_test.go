package present

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"beltroad/internal/lesson"
	"beltroad/internal/show"
	"beltroad/views/ui"
)

// click presses a button of the mouse at a point of a board, and lets it go there.
func click(p *Presentation, b *board, at fyne.Position, button desktop.MouseButton) {
	e := &desktop.MouseEvent{Button: button}
	e.Position, e.AbsolutePosition = at, at
	p.down(b, e)
	p.up()
}

// With a mouse alone a click goes on, and leaves what stands over the slide.
func TestClick(t *testing.T) {
	p, _ := lecture(t, true, fyne.NewSize(1280, 720))
	at := fyne.NewPos(300, 20)
	for _, c := range []struct {
		keys string
		at   int
		has  show.Layer // that is left
	}{
		{"", 1, ""}, {"T", 1, show.Tabled}, {"'?", 1, show.Helping}, {"B", 1, show.Dark}, {"W", 1, show.Bright}, {"Z", 1, show.Zoomed}, {"D T", 1, show.Tabled},
	} {
		keys(p.windows.first, c.keys)
		if c.has != "" && !p.show.Has(c.has) {
			t.Errorf("%q does not bring %s", c.keys, c.has)
		}
		click(p, p.windows.screen.board, at, desktop.MouseButtonPrimary)
		if p.show.At() != c.at || p.show.Has(c.has) {
			t.Errorf("%q and a click: at %d with %q", c.keys, p.show.At(), p.show.Layers())
		}
	}
	click(p, p.windows.screen.board, at, desktop.MouseButtonPrimary) // the pen is in hand
	if p.show.At() != 1 || len(p.show.Ink(1)) != 1 {
		t.Errorf("with a pen it is at %d, with %d strokes", p.show.At(), len(p.show.Ink(1)))
	}
	keys(p.windows.first, "D")
	click(p, p.windows.console.board, at, desktop.MouseButtonPrimary)
	if p.show.At() != 1 {
		t.Error("a click on the presenter's slide goes on: it may be for the keyboard")
	}
	b := p.windows.screen.board
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	e.Position = at
	p.down(b, e)
	d := &fyne.DragEvent{}
	d.Position = at.AddXY(40, 0)
	p.dragged(b, d)
	if p.up(); p.show.At() != 1 {
		t.Error("a drag goes on")
	}
}

// The mouse hides, and stays hidden where it is told of once more and has not moved.
func TestMouseStaysHidden(t *testing.T) {
	p, _ := lecture(t, false, fyne.NewSize(1280, 720))
	s := p.windows.screen
	d := newPad(p, s.board)
	d.stirred = s.stirred
	e := &desktop.MouseEvent{}
	e.Position = fyne.NewPos(100, 100)
	d.MouseMoved(e)
	s.moved = s.moved.Add(-2 * stillFor)
	if s.rest(); !s.hidden {
		t.Error("the mouse does not hide")
	}
	if d.MouseMoved(e); !s.hidden {
		t.Error("it is seen again, and has not moved")
	}
	e.Position = fyne.NewPos(101, 100)
	if d.MouseMoved(e); s.hidden {
		t.Error("it is moved, and not seen")
	}
}

// At the end it is said how to leave; nothing is lost by going on.
func TestLastSlide(t *testing.T) {
	p, _ := lecture(t, false, fyne.NewSize(1280, 720))
	keys(p.windows.first, "End")
	if p.windows.said != "" {
		t.Errorf("it says %q as the last slide comes", p.windows.said)
	}
	keys(p.windows.first, "Next")
	if p.windows.said == "" || p.show.At() != p.show.Len()-1 {
		t.Error("nothing says that it is the last slide")
	}
}

// The right button shows all that can be done, and each of it does something.
func TestMenu(t *testing.T) {
	p, k := lecture(t, false, fyne.NewSize(1280, 720))
	keys(p.windows.first, "Right Right")
	b := p.windows.screen.board
	open := func() *ui.Menu {
		click(p, b, fyne.NewPos(200, 200), desktop.MouseButtonSecondary)
		m, _ := p.windows.first.Canvas().Overlays().Top().(*ui.Menu)
		return m
	}
	m := open()
	if m == nil {
		t.Fatal("no menu")
	}
	p.windows.screen.moved = p.windows.screen.moved.Add(-stillFor)
	if p.windows.screen.rest(); p.windows.screen.hidden {
		t.Error("the mouse hides over its menu")
	}
	for _, key := range []fyne.KeyName{fyne.KeyEnd, fyne.KeyReturn} {
		m.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if k.ended != 1 {
		t.Error("its end does not end the presentation")
	}
}

// The line of the check that is clicked twice is the size of slides.
func TestCheckByPointer(t *testing.T) {
	p, k := lecture(t, false, fyne.NewSize(1280, 720))
	keys(p.windows.first, "V")
	b := p.windows.screen.board
	lines := p.checked(b.Size()).lines
	last := lines[len(lines)-1]
	at := fyne.NewPos(float32(last.X+last.W/2), float32(last.Y+last.H/2))
	click(p, b, at, desktop.MouseButtonPrimary)
	if !p.show.Has(show.Checking) || p.show.Choice() != len(lines)-1 {
		t.Errorf("line %d is chosen", p.show.Choice())
	}
	click(p, b, at, desktop.MouseButtonPrimary)
	if p.show.Has(show.Checking) || k.liking.Scale != 2 {
		t.Errorf("the scale is %g", k.liking.Scale)
	}
	keys(p.windows.first, "V")
	if click(p, b, fyne.NewPos(2, 2), desktop.MouseButtonPrimary); p.show.Has(show.Checking) || p.show.At() != 0 {
		t.Error("a click beside the lines does not leave the check")
	}
}

// Plus and minus, wheel and drag move a timeline in both windows; it is as planned
// when its slide comes again.
func TestTimelineMoves(t *testing.T) {
	p, k := lecture(t, true, fyne.NewSize(1280, 720))
	toSlide(t, p, "timeline")
	planned := p.plate()
	b := p.windows.screen.board
	last := planned
	moves := func(what string) {
		t.Helper()
		now := p.plate()
		if now == last || now == planned {
			t.Errorf("%s does not move it", what)
		}
		for _, each := range p.windows.boards() {
			if each.slide.plate != now {
				t.Errorf("%s does not show in both windows", what)
			}
		}
		last = now
	}
	keys(p.windows.first, "'+")
	moves("+")
	keys(p.windows.second, "'-")
	moves("-")
	wheel := &fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 25)}
	wheel.Position = middle(b)
	p.scrolled(b, wheel)
	moves("the wheel")
	drag := &fyne.DragEvent{Dragged: fyne.NewDelta(40, 0)}
	drag.Position = middle(b)
	p.dragged(b, drag)
	moves("a drag")
	if keys(p.windows.first, "Right Left"); p.plate() != p.plates.of(p.show.At()) || p.windows.console.board.slide.plate != p.plate() {
		t.Error("come again, it is not as planned")
	}
	if k.liking.Notes != 1 {
		t.Error("its keys have made the notes larger")
	}
}

func TestMapByKeys(t *testing.T) {
	p, _ := lecture(t, true, fyne.NewSize(1280, 720))
	toSlide(t, p, "map")
	keys(p.windows.first, "'+")
	e := p.windows.screen.board.live.explorer
	if e == nil {
		t.Fatal("+ does not move the map")
	}
	near := e.View().Scale
	if keys(p.windows.first, "'-"); e.View().Scale >= near {
		t.Error("- does not either")
	}
}

// Ink stays with its slide however fast keys turn it.
func TestInkSurvivesHeldKeys(t *testing.T) {
	p, k := lecture(t, true, fyne.NewSize(1280, 720))
	keys(p.windows.first, "D")
	stroke(p, p.windows.screen.board, 0.2, 0.2, 0.4, 0.4)
	b := p.windows.screen.board
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	e.Position = fyne.NewPos(300, 300)
	for i := range 100 {
		key := "Right"
		if i >= 50 {
			key = "Left"
		}
		p.down(b, e) // in the middle of a stroke, too
		keys(p.windows.first, key)
	}
	keys(p.windows.first, "Home Escape Escape")
	if k.ended != 1 || len(k.lesson.Slides[0].Ink) < 2 {
		t.Fatalf("ended %d times with %d strokes", k.ended, len(k.lesson.Slides[0].Ink))
	}
	if first := k.lesson.Slides[0].Ink[0]; first.Tool != lesson.Pen || len(first.Points) < 6 {
		t.Errorf("the first stroke is %+v", first)
	}
}
