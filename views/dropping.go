package views

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/archive"
	"beltroad/internal/library"
	"beltroad/internal/sheet"
	"beltroad/views/route"
)

// dropped takes up what was dropped on the window: a dossier, a lesson, or a copy of the
// source. Of several the first one is taken.
func (w *Window) dropped(_ fyne.Position, files []fyne.URI) {
	if w.dialog != nil || len(files) == 0 {
		return
	}
	u := files[0]
	if w.shell != nil && IsLesson(u.Name()) {
		w.shell.openLesson(droppedFile(u))
		return
	}
	w.Background(func(context.Context) func() {
		is := isDossier(u)
		fills := !is || isRegular(u) == nil && !isPackage(u.Name())
		return func() {
			switch {
			case w.dialog != nil: // which was opened meanwhile
			case w.isAt(route.Make) && fills:
				w.makeOf(u.Path()) // there it is read as one that is being filled in
			case w.isAt(route.Compare) && is:
				w.compareWith(u.Path())
			case is:
				w.openPath(u.Path())
			case w.shell != nil:
				w.shell.TakeCopy(droppedFile(u))
			}
		}
	})
}

// isAt tells whether the window shows a page of a kind.
func (w *Window) isAt(k route.Kind) bool { return w.shell != nil && w.shell.Here().Kind == k }

// isPackage tells whether a file is named as one of a dossier that is made already.
func isPackage(name string) bool {
	return strings.EqualFold(filepath.Ext(name), library.End) || strings.EqualFold(name, data.DescriptorFile)
}

// isDossier tells, by what is in it, whether a file may hold a dossier: a folder does, a
// packed one and a table. A document, which a zip file may be, too, does not. It waits
// for the disk.
func isDossier(u fyne.URI) bool {
	if u.Scheme() != "file" {
		return false
	}
	info, err := os.Stat(u.Path())
	switch {
	case err != nil:
		return false
	case info.IsDir(), library.IsDescriptor(u.Name()):
		return true
	case !info.Mode().IsRegular():
		return false
	}
	f, err := os.Open(u.Path()) // #nosec G304 -- the user's own
	if err != nil {
		return false
	}
	defer f.Close() //nolint:errcheck // only read
	switch form, _ := archive.FormOf(f, info.Size()); form {
	case archive.Zip, archive.Sheet:
		return true
	case archive.Text:
		return sheet.IsNamed(u.Name())
	default:
		return false
	}
}
