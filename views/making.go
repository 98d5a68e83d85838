package views

import (
	"context"
	"io"

	"fyne.io/fyne/v2"

	"beltroad/internal/library"
	"beltroad/internal/making"
	makepage "beltroad/views/make"
	"beltroad/views/reader"
)

// Making implements [Frame].
func (w *Window) Making() *making.Work { return &w.making }

// sayCorrections tells that what was corrected in a spreadsheet is not saved.
func (w *Window) sayCorrections(err error) {
	w.toast.warn(w.app.words.Say("make.unkept", map[string]any{"Why": reason(w.app.words, err)}))
	fyne.LogError("corrections", err)
}

// OpenMade implements [Frame].
func (w *Window) OpenMade(path string, anew bool) {
	w.openDossier(want{from: path, as: library.As{Mine: true}}, anew)
}

// Making implements [makepage.Host].
func (s *Shell) Making() *making.Work {
	work := s.frame.Making()
	if work.Example {
		return making.Example(s.dossier, s.words.Say("make.example"), s.words.Unit)
	}
	return work
}

// OpenMade implements [makepage.Host].
func (s *Shell) OpenMade(path string, anew bool) { s.frame.OpenMade(path, anew) }

// ChooseSheet implements [makepage.Host].
func (s *Shell) ChooseSheet(ends []string, then func(name, path string, open func() (io.ReadCloser, error))) {
	s.frame.ChooseFile(ends, func(f reader.File) {
		if f.Path != "" { // it is read by its path: a file that stays open cannot be saved on Windows
			if r, err := f.Open(); err == nil {
				_ = r.Close() // it was only opened
			}
		}
		then(f.Name, f.Path, f.Open)
	})
}

// watchFile tells when a file was saved; a test may tell it itself.
var watchFile = library.Watch

// WatchFile implements [makepage.Host].
func (s *Shell) WatchFile(path string, saved func()) (stop func()) {
	ctx, end := context.WithCancel(context.Background())
	told := watchFile(ctx, path)
	go func() {
		for range told {
			s.frame.Background(func(context.Context) func() {
				return func() {
					if ctx.Err() == nil {
						saved()
					}
				}
			})
		}
	}()
	return end
}

var _ makepage.Host = (*Shell)(nil)
