package views

import (
	"context"
	"io"
	"os"

	"fyne.io/fyne/v2"

	"beltroad/internal/library"
	"beltroad/internal/making"
	"beltroad/internal/sheet"
	makepage "beltroad/views/make"
	"beltroad/views/reader"
	"beltroad/views/route"
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
	w.openDossier(want{from: path, as: library.As{Mine: true, Sheet: w.making.Path}}, anew)
}

// ShowSheet implements [Frame].
func (w *Window) ShowSheet(path string) {
	w.Background(func(context.Context) func() {
		_, err := os.Stat(path)
		return func() {
			switch {
			case err != nil:
				w.Say(w.app.words.Say("make.gone", map[string]any{"File": path}))
			case w.making.Path == path: // what was corrected there can still be undone
				w.shell.Go(route.To(route.Make, ""))
			default:
				w.makeOf(path)
			}
		}
	})
}

// sheetOf is the spreadsheet that a dossier is made of; empty: of none.
func (w *Window) sheetOf(m *material) string {
	if e, ok := w.app.stores.dossiers().Find(m.from); ok {
		return e.Sheet
	}
	if sheet.IsNamed(m.from) { // nothing can be kept on this computer
		return m.from
	}
	return ""
}

// offerUnderstood says that a dossier is open, and offers to show what was understood of
// its spreadsheet. It is false where it has none.
func (w *Window) offerUnderstood(m *material) bool {
	path := w.sheetOf(m)
	if path == "" {
		return false
	}
	say := w.app.words.Say
	w.Offer(say("dossier.opened", map[string]any{"Dossier": m.dossier.Metadata().Title}), say("make.understood"), func() { w.ShowSheet(path) })
	return true
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
