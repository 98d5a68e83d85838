package views

import (
	"context"
	"io"

	"beltroad/views/reader"
)

// mostOpened is how much of a file is read, in bytes.
const mostOpened = 64 << 20

// OpenFile implements [Frame].
func (w *Window) OpenFile(ends []string, read func([]byte) (finish func())) {
	w.ChooseFile(ends, func(f reader.File) {
		w.Background(func(context.Context) func() {
			b, err := wholeOf(f)
			if err != nil {
				return func() { w.Say(w.app.words.Say("file.unread", map[string]any{"Why": err.Error()})) }
			}
			return read(b)
		})
	})
}

// wholeOf is what a file holds.
func wholeOf(f reader.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(io.LimitReader(r, mostOpened+1))
}
