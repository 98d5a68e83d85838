package ui

import "fyne.io/fyne/v2"

// CloseWindow closes a window that others outlive. Fyne keeps the texts that it has drawn
// in a window for ever when that closes, and by them the window with all that is in it:
// so nothing is in it by then, and nobody hears of its keys. The texts themselves go with
// what was there, but not where the window fills a display: so it does not by then, unseen.
func CloseWindow(w fyne.Window) {
	if w.FullScreen() {
		w.Hide()
		w.SetFullScreen(false)
	}
	c := w.Canvas()
	c.SetOnTypedKey(nil)
	c.SetOnTypedRune(nil)
	w.SetOnDropped(nil)
	w.SetCloseIntercept(nil)
	w.SetContent(&fyne.Container{})
	w.Close()
}
