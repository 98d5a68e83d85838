package views

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"beltroad/internal/wording"
	"beltroad/views/reader"
)

// mostOpened is how much of a file is read, in bytes.
const mostOpened = 64 << 20

// OpenFile implements [Frame].
func (w *Window) OpenFile(ends []string, read func(file string, b []byte) (finish func())) {
	w.ChooseFile(ends, func(f reader.File) {
		w.Background(func(context.Context) func() {
			b, err := wholeOf(f)
			if err != nil {
				return func() {
					w.Say(w.app.words.Say("file.unread", map[string]any{"Why": wording.WhyUnread(w.app.words, err)}))
				}
			}
			return read(f.Name, b)
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

// regularFiles are those of a filter that have an end: opening a pipe would wait for ever.
type regularFiles struct{ storage.FileFilter }

// Matches implements [storage.FileFilter].
func (f regularFiles) Matches(u fyne.URI) bool { return f.FileFilter.Matches(u) && isRegular(u) == nil }

// isRegular tells why a file is not to be opened. What is not of this computer's
// own is.
func isRegular(u fyne.URI) error {
	if u.Scheme() != "file" {
		return nil
	}
	info, err := os.Stat(u.Path())
	if err == nil && !info.Mode().IsRegular() {
		err = &fs.PathError{Op: "open", Path: u.Path(), Err: errors.New("it is no file")}
	}
	return err
}

// pathOf is where a file of this computer is; empty: it is none.
func pathOf(u fyne.URI) string {
	if u.Scheme() != "file" {
		return ""
	}
	return u.Path()
}

// droppedFile is a file that came from outside the window.
func droppedFile(u fyne.URI) reader.File {
	return reader.File{Name: u.Name(), Path: pathOf(u), Open: func() (io.ReadCloser, error) {
		if err := isRegular(u); err != nil {
			return nil, err
		}
		return storage.Reader(u)
	}}
}
