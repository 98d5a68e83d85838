package views

import (
	"context"
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
)

// mostOpened is how much of a file is read, in bytes.
const mostOpened = 64 << 20

// OpenFile implements [Frame].
func (w *Window) OpenFile(ends []string, read func([]byte) (finish func())) {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil {
			w.Say(w.app.words.Say("file.unread", map[string]any{"Why": err.Error()}))
		}
		if err != nil || file == nil {
			return
		}
		w.Background(func(context.Context) func() {
			defer file.Close()
			b, err := io.ReadAll(io.LimitReader(file, mostOpened+1))
			if err != nil {
				return func() { w.Say(w.app.words.Say("file.unread", map[string]any{"Why": err.Error()})) }
			}
			return read(b)
		})
	}, w.win)
	d.SetFilter(storage.NewExtensionFileFilter(ends))
	if at, err := storage.ListerForURI(storage.NewFileURI(w.exportFolder())); err == nil {
		d.SetLocation(at)
	}
	d.Show()
}
