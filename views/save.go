package views

import (
	"cmp"
	"context"
	"image"
	"io"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"beltroad/internal/atomicfile"
	"beltroad/internal/drawing"
	"beltroad/internal/export"
	"beltroad/internal/session"
	"beltroad/views/paint"
	"beltroad/views/ui"
)

// Export implements [Frame]: it asks what is to be saved where, and saves it.
// Fyne's own dialog would empty a file that exists before there is anything to
// put into it.
func (w *Window) Export(of export.Source) { w.showSaving(w.saving(of)) }

// saving is what the dialog for a source asks and does in the window.
func (w *Window) saving(of export.Source) *saving {
	s := newSaving(of, w.app.words, w.exportFolder())
	s.pillars = w.theme.Pillars
	s.askAtMost(w.app.session.Settings().Questions)
	if w.app.atOnce {
		s.beside = func(work func()) { work() }
	}
	s.choose = func() {
		d := dialog.NewFolderOpen(func(u fyne.ListableURI, err error) {
			if err == nil && u != nil {
				s.move(u.Path())
			}
		}, w.win)
		if at, err := storage.ListerForURI(storage.NewFileURI(s.folder)); err == nil {
			d.SetLocation(at)
		}
		w.showFiles(d)
	}
	s.ask = func(question, what string, do func()) {
		d := dialog.NewConfirm(question, what, func(yes bool) {
			if yes {
				do()
			}
		}, w.win)
		d.SetConfirmText(w.app.words.Say("export.replace"))
		d.SetDismissText(w.app.words.Say("export.cancel"))
		d.Show()
		w.win.Canvas().FocusNext() // the keyboard is at what does nothing
	}
	s.saved = func(path string) {
		w.app.set(func(set *session.Settings) {
			if set.Folder = s.folder; s.asks(s.format()) {
				set.Questions = s.atMost() // the answers are to those of the sheet
			}
		})
		s.close()
		w.Say(w.app.words.Say("export.saved", map[string]any{"File": path}))
	}
	return s
}

// showSaving shows the dialog. Whatever closes it ends what it does.
func (w *Window) showSaving(s *saving) {
	w.openScrolled(s.content(), 460, func(scroller *ui.Scroller) *dialog.CustomDialog {
		d := dialog.NewCustomWithoutButtons(w.app.words.Say("export.title"), scroller, w.win)
		s.changed, s.close = scroller.Relayout, d.Hide
		d.SetOnClosed(s.stop)
		return d
	})
	w.win.Canvas().Focus(s.name)
	s.name.TypedShortcut(&fyne.ShortcutSelectAll{}) // a name that is typed takes the place of the one proposed
}

// exportFolder is where the last file went, or the user's home.
func (w *Window) exportFolder() string { return folderOr(w.app.session.Settings().Folder, w.app.home) }

// folderOr is a folder if it is there still, or the user's home.
func folderOr(dir, home string) string {
	if info, err := os.Stat(dir); dir != "" && err == nil && info.IsDir() {
		return dir
	}
	return cmp.Or(home, ".")
}

// linked is where a link leads, empty for what is none.
func linked(path string) string {
	if info, err := os.Lstat(path); err != nil || info.Mode()&os.ModeSymlink == 0 {
		return ""
	}
	return atomicfile.Target(path)
}

// exportPalette are the colours of what leaves the app: those of a scheme of
// its own, whatever the window has.
func exportPalette(scheme ui.Scheme, pillars []ui.ColorPair) drawing.Palette {
	th := &ui.Theme{Scheme: scheme, Pillars: pillars}
	return paint.Palette(th.ColorOf)
}

// letter makes the shape of a text in the window, and waits for it beside it:
// Fyne has one shaper. Between two texts the window draws.
func letter(l drawing.Lettering, scale float64) (mask *image.Alpha) {
	fyne.DoAndWait(func() { mask = paint.Letter(l, scale) })
	return mask
}

// write writes a file beside the window, and tells in it how that went.
func write(ctx context.Context, job *export.Job, path string, done func(error)) {
	err := export.WriteFile(path, func(f io.Writer) error { return job.Write(ctx, f) })
	fyne.Do(func() { done(err) })
}
