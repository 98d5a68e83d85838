package present

import (
	"fmt"
	"math"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"beltroad/internal/show"
	"beltroad/internal/slide"
	"beltroad/views/paint"
	"beltroad/views/ui"
)

// shown are the windows that there are, by what they show.
func (w *windows) shown() (audience, presenter int) {
	for _, win := range []fyne.Window{w.first, w.second, w.extra} {
		if win == nil {
			continue
		}
		ui.Walk(win.Canvas().Content(), func(o fyne.CanvasObject) bool {
			switch o.(type) {
			case *screen:
				audience++
			case *console:
				presenter++
			}
			return true
		})
	}
	return audience, presenter
}

// A display that is unplugged or plugged in takes neither place nor ink.
func TestDisplaysComeAndGo(t *testing.T) {
	p, k := lecture(t, true, fyne.NewSize(1280, 720))
	keys(p.windows.first, "Right D")
	stroke(p, p.windows.screen.board, 0.2, 0.2, 0.8, 0.8)
	same := func(when string, two bool) {
		t.Helper()
		if p.show.At() != 1 || len(p.show.Ink(1)) != 1 || !p.show.Has(show.Pen) {
			t.Errorf("%s: at %d with %d strokes", when, p.show.At(), len(p.show.Ink(1)))
		}
		if audience, presenter := p.windows.shown(); audience != 1 || (presenter == 1) != two {
			t.Errorf("%s: %d windows for the audience, %d for the presenter", when, audience, presenter)
		}
	}
	same("at first", true)
	displays(t, false)
	p.windows.look()
	same("unplugged", false)
	if !strings.Contains(p.windows.screen.over.line(), "gone") {
		t.Errorf("it says %q", p.windows.screen.over.line())
	}
	keys(p.windows.first, "S")
	same("with a window for the presenter", true)
	displays(t, true)
	p.windows.look()
	same("plugged in again", true)
	if p.windows.extra != nil || !says(p.windows.first, "A second display is there") {
		t.Error("the presenter's window is still there, or nothing is said")
	}
	keys(p.windows.second, "S")
	same("swapped", true)
	displays(t, false)
	p.windows.look()
	same("unplugged while swapped", false)
	keys(p.windows.first, "Escape Escape")
	if k.ended != 1 || !k.inked || len(k.lesson.Slides[1].Ink) != 1 {
		t.Errorf("ended %d times, inked %t", k.ended, k.inked)
	}
}

// stroke draws a line on a board with the pointer.
func stroke(p *Presentation, b *board, from, fromY, to, toY float32) {
	at := func(x, y float32) fyne.Position {
		pos, size, _ := b.slide.frame()
		return pos.AddXY(x*size.Width, y*size.Height)
	}
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	e.Position = at(from, fromY)
	p.down(b, e)
	for i := range 10 {
		d := &fyne.DragEvent{}
		share := float32(i+1) / 10
		d.Position = at(from+(to-from)*share, fromY+(toY-fromY)*share)
		p.dragged(b, d)
	}
	p.up()
}

func TestSwap(t *testing.T) {
	p, _ := lecture(t, true, fyne.NewSize(1280, 720))
	if !says(p.windows.first, "Notes") || says(p.windows.second, "Notes") {
		t.Error("the notes are not on the first display alone")
	}
	keys(p.windows.first, "S")
	if says(p.windows.first, "Notes") || !says(p.windows.second, "Notes") {
		t.Error("swapped, they are not on the second alone")
	}
	keys(p.windows.first, "S F")
	if !says(p.windows.first, "Notes") {
		t.Error("swapped back, they are not on the first")
	}
}

func TestOneDisplay(t *testing.T) {
	p, k := lecture(t, false, fyne.NewSize(1280, 720))
	if p.windows.console != nil || p.windows.second != nil {
		t.Error("there is more than the audience's window")
	}
	p.do(show.Strip)
	if p.windows.extra == nil || p.windows.console.slim {
		t.Error("there is no window for notes")
	}
	p.do(show.Display)
	p.do(show.Display)
	if !p.windows.strip || !p.windows.console.slim {
		t.Error("there is no strip")
	}
	keys(p.windows.first, "Right")
	if p.show.At() != 1 {
		t.Error("keys do nothing beside the strip")
	}
	if p.do(show.Strip); p.windows.extra == nil || p.windows.strip || p.windows.console.slim {
		t.Error("the strip does not become a window")
	}
	if p.do(show.Strip); p.windows.extra != nil || !p.windows.strip || !p.windows.console.slim {
		t.Error("the window does not become a strip")
	}
	p.do(show.Display)
	if p.windows.extra != nil || p.windows.console != nil {
		t.Error("the strip is still there")
	}
	full := p.windows.first.FullScreen()
	if keys(p.windows.first, "F"); p.windows.first.FullScreen() == full {
		t.Error("F does nothing")
	}
	if keys(p.windows.first, "Escape"); k.ended != 1 {
		t.Error("Escape does not end it")
	}
}

// The notes leave three quarters of the slide's height where they are a strip, and half of it
// to be seen where they are a window.
func TestNotesLeaveTheSlide(t *testing.T) {
	for _, size := range []fyne.Size{fyne.NewSize(1024, 768), fyne.NewSize(1280, 720), fyne.NewSize(1280, 800), fyne.NewSize(1366, 768), fyne.NewSize(1920, 1080)} {
		p, _ := lecture(t, false, size)
		picture(t, p.windows.first, fmt.Sprintf("%gx%g-alone", size.Width, size.Height))
		if p.do(show.Display); p.windows.extra != nil {
			notes := p.windows.extra.Canvas().Size()
			if share := notes.Width * notes.Height / (size.Width * size.Height); share > 0.5 {
				t.Errorf("on %v, notes of %v cover %.0f %%", size, notes, 100*share)
			}
			p.do(show.Strip)
		}
		for range 4 {
			p.do(show.Next)
		}
		picture(t, p.windows.first, fmt.Sprintf("%gx%g-strip", size.Width, size.Height))
		_, slide, _ := p.windows.screen.board.slide.frame()
		if slide.Height < size.Height*0.75-1 {
			t.Errorf("on %v, the slide is %v large", size, slide)
		}
		c := p.windows.console
		if seen := c.dress.Size().Height; seen < size.Height/3 {
			t.Errorf("on %v, notes of %g are seen", size, seen)
		}
		if says := p.plates.of(p.show.At() + 1).says.Title; !c.after.Visible() || c.after.String() != says {
			t.Errorf("on %v, what comes next is %q, said is %q", size, says, c.after.String())
		}
		low := c.said.Position().Y + c.said.Size().Height
		if wide := c.said.Size().Width; low > size.Height || wide > size.Width/4 {
			t.Errorf("on %v, the strip ends at %g, its parts are %g wide", size, low, wide)
		}
		p.do(show.Display)
		p.End()
	}
}

// Ink and pointer are seen in both windows, wherever they come from.
func TestMirrors(t *testing.T) {
	p, _ := lecture(t, true, fyne.NewSize(1280, 720))
	keys(p.windows.first, "H")
	stroke(p, p.windows.console.board, 0.1, 0.5, 0.9, 0.5)
	for _, b := range []*board{p.windows.screen.board, p.windows.console.board} {
		if len(b.ink.strokes) != 1 || len(b.ink.pictured) != 1 || !b.ink.picture.Visible() || len(b.ink.lines) != 0 {
			t.Errorf("%d strokes, %d in the picture, %d lines", len(b.ink.strokes), len(b.ink.pictured), len(b.ink.lines))
		}
	}
	keys(p.windows.first, "P")
	p.pointed(p.windows.console.board, p.windows.console.board.slide.Position().AddXY(200, 200))
	for _, b := range []*board{p.windows.screen.board, p.windows.console.board} {
		if len(b.above.Objects) != 1 {
			t.Error("the spot is not seen")
		}
	}
	if p.unpointed(); len(p.windows.screen.board.above.Objects) != 0 {
		t.Error("the spot stays")
	}
	keys(p.windows.first, "U")
	if b := p.windows.screen.board; len(b.ink.strokes) != 0 || b.ink.picture.Visible() {
		t.Error("undone, it is seen")
	}
}

// Ink turns with its slide, however fast that is.
func TestInkTurnsWithItsSlide(t *testing.T) {
	p, _ := lecture(t, true, fyne.NewSize(1280, 720))
	keys(p.windows.first, "D")
	for n := range 3 {
		stroke(p, p.windows.screen.board, 0.1, float32(n)/10, 0.9, 0.9)
		p.show.Go(n + 1)
		p.refresh()
	}
	for n, want := range []int{1, 1, 1, 0} {
		p.show.Go(n)
		if p.refresh(); len(p.windows.screen.board.ink.strokes) != want {
			t.Errorf("slide %d has %d strokes, want %d", n, len(p.windows.screen.board.ink.strokes), want)
		}
	}
}

func TestBlankIsForTheAudience(t *testing.T) {
	p, _ := lecture(t, true, fyne.NewSize(1280, 720))
	keys(p.windows.first, "B")
	if p.windows.screen.over.content == nil || p.windows.console.over.content != nil {
		t.Error("not the audience alone sees black")
	}
	if !says(p.windows.first, "Black (B), on") {
		t.Error("the button does not tell")
	}
	keys(p.windows.first, "W")
	if p.windows.screen.over.shown != show.Bright {
		t.Error("white does not take its place")
	}
	if keys(p.windows.first, "Right"); p.windows.screen.over.content != nil {
		t.Error("the next slide is not seen")
	}
}

func TestNotes(t *testing.T) {
	p, k := lecture(t, true, fyne.NewSize(1280, 720))
	for _, want := range []string{"Begin with a question.", "Who has been on a train?", "Ask the class", "What is a corridor?", "slide planned 1:00"} {
		if !says(p.windows.first, want) {
			t.Errorf("%q is not there", want)
		}
		if says(p.windows.second, want) {
			t.Errorf("the audience sees %q", want)
		}
	}
	keys(p.windows.second, "'+ '+ '-")
	if k.liking.Notes != 1.25 {
		t.Errorf("the notes are %g times as large", k.liking.Notes)
	}
	keys(p.windows.first, "Right Right")
	if !says(p.windows.first, "The figure is hidden") {
		t.Error("the presenter is not told of the guess")
	}
	keys(p.windows.first, "End")
	if !says(p.windows.first, "This is the last slide.") {
		t.Error("the last slide is not told")
	}
}

// The slide that comes next stands beside its title, however long that is.
func TestNextBesideItsTitle(t *testing.T) {
	p, _ := lecture(t, true, fyne.NewSize(1280, 720))
	for range p.show.Len() - 1 {
		c := p.windows.console
		end, low := c.after.Position().X+c.after.Size().Width, c.after.Position().Y+c.after.Size().Height
		if c.after.Size().Height < 10 || c.next.Position().X < end || low > c.ahead.Size().Height || c.next.Size().Width < 100 {
			t.Errorf("at %d, the title ends at %g, %g of %g, the slide begins at %v, %v large", p.show.At(), end, low, c.ahead.Size().Height, c.next.Position(), c.next.Size())
		}
		p.do(show.Reveal)
		p.do(show.Next)
	}
}

func TestButtons(t *testing.T) {
	p, _ := lecture(t, true, fyne.NewSize(1280, 720))
	for do, b := range p.windows.console.buttons {
		before := p.show.Has(show.Helping)
		if b.OnTapped(); do == show.Help && p.show.Has(show.Helping) == before {
			t.Error("the button of help does nothing")
		}
	}
	b := p.windows.console.buttons[show.Next]
	p.do(show.Resume)
	at := p.show.At()
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown}) // a clicker's
	b.TypedRune('.')
	if p.show.At() != at+1 || !p.show.Has(show.Dark) {
		t.Error("a button keeps keys for itself")
	}
}

// What is drawn on a chart at 4:3 is kept as it would be drawn at 16:9, and stays where
// it was drawn.
func TestInkMarksTheSameInAnotherForm(t *testing.T) {
	p, _ := lecture(t, false, fyne.NewSize(1024, 768))
	b := p.windows.screen.board
	found := 0
	for _, place := range []string{"chart", "map", "timeline"} {
		toSlide(t, p, place)
		lay := &b.slide.plate.lay
		wide := b.slide.plate.says.Lay(slide.Size{Width: 1280, Height: 720}, paint.Measure)
		if slide.WarpOf(lay, &wide) == (slide.Warp{}) {
			continue
		}
		found++
		x, y := (lay.Room.X+lay.Room.W/4)/lay.Width, (lay.Room.Y+lay.Room.H/3)/lay.Height
		p.do(show.Draw)
		stroke(p, b, float32(x), float32(y), float32(x), float32(y)+0.05)
		p.do(show.Draw)
		kept := p.show.Ink(p.show.At())[0].Points
		if wx, wy := (wide.Room.X+wide.Room.W/4)/wide.Width, (wide.Room.Y+wide.Room.H/3)/wide.Height; math.Abs(kept[0]-wx) > 2e-3 || math.Abs(kept[1]-wy) > 2e-3 {
			t.Errorf("%s: it is kept at %v, not %g, %g", place, kept[:2], wx, wy)
		}
		if m := inkMarks(p.show.Ink(p.show.At()), b.ink.frame())[0]; math.Abs(m.Parts[0][0].X-x*lay.Width) > 1 || math.Abs(m.Parts[0][0].Y-y*lay.Height) > 1 {
			t.Errorf("%s: it is seen at %+v, not %g, %g", place, m.Parts[0][0], x*lay.Width, y*lay.Height)
		}
	}
	if found == 0 {
		t.Error("no visual stands alike in both forms")
	}
}

// What is done while something is presented ends with it: it would keep all of that for ever.
func TestNowAndThen(t *testing.T) {
	synctest.Test(t, func(t *testing.T) { // fails if something still waits at its end
		const pause = time.Second
		var over atomic.Bool
		var times atomic.Int32
		go nowAndThen(pause, func() bool {
			times.Add(1)
			return over.Load()
		})
		time.Sleep(3*pause + pause/2)
		over.Store(true)
		time.Sleep(2 * pause)
		if n := times.Load(); n != 4 {
			t.Errorf("it was done %d times", n)
		}
	})
}
