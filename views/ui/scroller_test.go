package ui

import (
	"runtime"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"

	"beltroad/views/uitest"
)

// Fyne keeps fonts of its own for whatever is told of a theme. What scrolls is told
// by us, whichever theme the scroller gets.
func TestWhatScrollsKeepsItsFonts(t *testing.T) {
	uitest.Wear(t, &Theme{Scheme: Light, TextScale: 1})
	s := NewScroller(Column(0, Label("over 230", SizeBody, ColorInk)))
	c := software.NewCanvas()
	c.SetContent(s)
	c.Resize(fyne.NewSize(100, 100))
	c.Capture()
	made := func(work func()) uint64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		work()
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	again := made(func() { c.Capture() })
	const font = 500_000 // bytes; each takes more
	for range 3 {
		Adopt(s, &Theme{Scheme: Light, Apart: true})
		if n := made(func() { c.Capture() }); n > again+font {
			t.Errorf("in another theme it takes %d bytes to draw, %d in the same", n, again)
		}
	}
}

// A notch of the wheel moves a page by three lines, as in other programs.
func TestANotchOfTheWheelIsThreeLines(t *testing.T) {
	if runtime.GOOS == "darwin" {
		t.Skip("the system says how far")
	}
	const notch = 25 // as Fyne tells of one
	var lines []fyne.CanvasObject
	for range 100 {
		lines = append(lines, Label("over 230", SizeBody, ColorInk))
	}
	s := NewScroller(Column(0, lines...))
	inWindow(t, s, 300, 200)
	line := lines[0].Size().Height
	s.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -notch)})
	if got := s.Offset() / line; got < 2.5 || got > 4 {
		t.Errorf("it moves by %.1f lines", got)
	}
}
