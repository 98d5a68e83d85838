package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// What holds a window that was closed holds nothing that was in it.
func TestCloseWindow(t *testing.T) {
	w := fyne.CurrentApp().NewWindow("closed")
	w.SetContent(widget.NewLabel("there"))
	w.Canvas().SetOnTypedKey(func(*fyne.KeyEvent) {})
	canvas, closed := w.Canvas(), false
	w.SetOnClosed(func() { closed = true })
	w.SetFullScreen(true)
	CloseWindow(w)
	if !closed {
		t.Error("it is open")
	}
	if w.FullScreen() {
		t.Error("Fyne keeps its texts")
	}
	if canvas.OnTypedKey() != nil {
		t.Error("somebody hears of its keys")
	}
	if c, ok := canvas.Content().(*fyne.Container); !ok || len(c.Objects) > 0 {
		t.Errorf("it holds %v", canvas.Content())
	}
}
