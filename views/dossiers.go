package views

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"beltroad/internal/kept"
	"beltroad/internal/library"
	"beltroad/internal/session"
	"beltroad/internal/sheet"
	page "beltroad/views/library"
	"beltroad/views/record"
	"beltroad/views/route"
)

// dossierFrame is what a window does with the dossiers on this computer.
type dossierFrame interface {
	Entries() []library.Entry
	ChooseDossier()
	ChooseFolder()
	ChooseOther(folder bool)
	OpenDossier(id string, anew bool)
	OpenVersion(path string)
	CopyDossier(id string)
	ShowFolder(id string)
	ShowSheet(path string)
	RemoveDossier(id string)
	RestoreDossier()
	Removed() []library.Entry
	BringBack(id string)
	Refused() *page.Refusal
}

// libraryHost is what the page of the library has around it.
type libraryHost struct {
	*Shell
	dossierFrame
}

// Shown implements [page.Host].
func (h libraryHost) Shown() string { return h.from }

func (s *Shell) libraryPage(route.Route) record.Page {
	return page.New(s.words, libraryHost{s, s.frame})
}

// Entries implements [Frame].
func (w *Window) Entries() []library.Entry { return w.app.stores.dossiers().Entries() }

// Refused implements [Frame].
func (w *Window) Refused() *page.Refusal {
	if w.changing.refused == nil {
		return nil
	}
	return &w.changing.refused.Refusal
}

// OpenDossier implements [Frame].
func (w *Window) OpenDossier(id string, anew bool) {
	if anew { // of one that does not change, windows share what is read
		for _, each := range w.app.windows {
			if each.shell != nil && each.shell.from == id && w.isFixed(id) {
				w.app.anotherWindow(each.shell.material, w.app.leftAt(each.shell.material))
				return
			}
		}
	}
	w.openDossier(want{from: id}, anew)
}

// isFixed tells whether the files of a dossier are nobody's to change.
func (w *Window) isFixed(id string) bool {
	e, ok := w.app.stores.dossiers().Find(id)
	return ok && e.Place == library.Builtin
}

// OpenVersion implements [Frame].
func (w *Window) OpenVersion(path string) { w.openDossier(want{from: path, loose: true}, false) }

// CopyDossier implements [Frame].
func (w *Window) CopyDossier(id string) {
	if e, ok := w.app.stores.dossiers().Find(id); ok {
		w.openDossier(want{from: e.Path, copied: true}, false)
	}
}

// ShowFolder implements [Frame].
func (w *Window) ShowFolder(id string) {
	if e, ok := w.app.stores.dossiers().Find(id); ok {
		w.showFolder(e.Path)
	}
}

// showFolder has the system show the folder of a file, or a folder.
func (w *Window) showFolder(path string) {
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	w.Background(func(context.Context) func() {
		if info, err := os.Stat(path); err != nil || !info.IsDir() {
			path = filepath.Dir(path)
		}
		err := w.app.showFile(path)
		return func() {
			if err != nil {
				w.Say(w.app.words.Say("library.folder.none", map[string]any{"Folder": path}))
			}
		}
	})
}

// RemoveDossier implements [Frame].
func (w *Window) RemoveDossier(id string) {
	shelf := w.app.stores.dossiers()
	e, ok := shelf.Find(id)
	if !ok {
		return
	}
	w.Background(func(context.Context) func() {
		err := shelf.Remove(id)
		return func() {
			if err != nil {
				w.Say(w.whyNot(err))
				return
			}
			w.changing.removed = append(w.changing.removed, id)
			key := "library.removed"
			if e.Place == library.InPlace {
				key = "library.removed.inplace"
			}
			w.Offer(w.app.words.Say(key, map[string]any{"Dossier": e.Title}), w.app.words.Say("note.undo"), w.RestoreDossier)
		}
	})
}

// RestoreDossier implements [Frame].
func (w *Window) RestoreDossier() {
	n := len(w.changing.removed)
	if n == 0 {
		w.Say(w.app.words.Say("note.undo.none"))
		return
	}
	w.BringBack(w.changing.removed[n-1])
}

// Removed implements [Frame].
func (w *Window) Removed() []library.Entry { return w.app.stores.dossiers().Removed() }

// BringBack implements [Frame].
func (w *Window) BringBack(id string) {
	w.changing.removed = slices.DeleteFunc(w.changing.removed, func(other string) bool { return other == id })
	w.Background(func(context.Context) func() {
		err := w.app.stores.dossiers().Restore(id)
		return func() {
			if err != nil {
				w.Say(w.whyNot(err))
				return
			}
			if e, ok := w.app.stores.dossiers().Find(id); ok { // in the place of what offered it
				w.Say(w.app.words.Say("library.restored", map[string]any{"Dossier": e.Title}))
			}
		}
	})
}

// dossierFiles are those that may hold a dossier.
type dossierFiles struct{}

// Matches implements [storage.FileFilter].
func (dossierFiles) Matches(u fyne.URI) bool {
	end := strings.ToLower(u.Extension())
	is := end == ".zip" || end == library.End || sheet.IsNamed(u.Name()) || library.IsDescriptor(u.Name())
	return is && isRegular(u) == nil
}

// ChooseDossier implements [Frame].
func (w *Window) ChooseDossier() { w.chooseDossier(w.openPath) }

// chooseDossier asks for a file that may hold a dossier.
func (w *Window) chooseDossier(take func(path string)) {
	var d *dialog.FileDialog
	d = dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		w.chosen(d)
		if r != nil {
			_ = r.Close() // it is opened by its path
		}
		if r != nil && err == nil {
			take(r.URI().Path())
		}
	}, w.win)
	d.SetFilter(dossierFiles{})
	w.showChoice(d)
}

// ChooseFolder implements [Frame].
func (w *Window) ChooseFolder() { w.chooseFolder(w.openPath) }

// chooseFolder asks for the folder of a dossier.
func (w *Window) chooseFolder(take func(path string)) {
	var d *dialog.FileDialog
	d = dialog.NewFolderOpen(func(u fyne.ListableURI, err error) {
		w.chosen(d)
		if u != nil && err == nil {
			take(u.Path())
		}
	}, w.win)
	w.showChoice(d)
}

func (w *Window) showChoice(d *dialog.FileDialog) {
	if at, err := storage.ListerForURI(storage.NewFileURI(w.exportFolder())); err == nil {
		d.SetLocation(at)
	}
	w.open(d, fyne.Size{})
}

// showFiles shows a dialog of files, as a list with their whole names, as large as the
// window allows: of its own it shows eight icons, and cuts their names. It has no size before it is shown, nor where the system
// shows one of its own.
func (w *Window) showFiles(d *dialog.FileDialog) {
	const margin, wide, high = 60, 960, 720
	c := w.win.Canvas()
	before := c.Overlays().Top()
	d.SetView(dialog.ListView)
	w.app.dress(w)
	if d.Show(); c.Overlays().Top() != before {
		w.files = c.Overlays().Top()
		d.Resize(c.Size().SubtractWidthHeight(2*margin, 2*margin).Min(fyne.NewSize(wide, high)))
	}
}

// choosing tells whether Fyne's own dialog of files is open.
func (w *Window) choosing() bool {
	if !slices.Contains(w.win.Canvas().Overlays().List(), w.files) {
		w.files = nil
	}
	return w.files != nil
}

// closedFiles has Fyne's texts grow that could not while a file was chosen.
func (w *Window) closedFiles() {
	size := w.app.theme.TextScale
	if w.app.dress(w); w.app.theme.TextScale != size {
		w.win.SetMainMenu(w.menu())
	}
}

// chosen notes that a dialog has gone: a system's own does not tell.
func (w *Window) chosen(d *dialog.FileDialog) {
	if w.dialog == d {
		w.dialog = nil
	}
}

// openPath opens the dossier at a path. Where it is to be read is asked the first time.
func (w *Window) openPath(path string) {
	w.app.set(func(set *session.Settings) { set.Folder = filepath.Dir(path) })
	for _, e := range w.Entries() {
		if e.Place == library.InPlace && e.Path == path {
			w.openDossier(want{from: e.ID}, false)
			return
		}
	}
	w.Background(func(context.Context) func() {
		info, err := os.Stat(path)
		return func() { w.askPlace(path, info, err) }
	})
}

// askPlace asks whether a dossier is to be copied or read where it is: first comes what
// is likely to be meant.
func (w *Window) askPlace(path string, info fs.FileInfo, err error) {
	if err != nil { // which is told as the others are
		w.openDossier(want{from: path}, false)
		return
	}
	say := w.app.words.Say
	copies := []bool{true, false}
	if info.IsDir() || library.IsDescriptor(path) {
		copies = []bool{false, true}
	}
	names := map[bool]answer{
		true:  {say("library.ask.copy"), say("library.ask.copy.about")},
		false: {say("library.ask.inplace"), say("library.ask.inplace.about")},
	}
	w.ask(say("library.ask", map[string]any{"Name": filepath.Base(path)}), []answer{names[copies[0]], names[copies[1]]}, func(i int) {
		w.openDossier(want{from: path, copied: copies[i]}, false)
	})
}

// dossierCommands open dossiers.
func (w *Window) dossierCommands() []command {
	const ctrl = fyne.KeyModifierShortcutDefault
	all := []command{
		{name: "menu.dossier.open", key: fyne.KeyO, mod: ctrl, do: w.unlessAsked(w.ChooseDossier)},
		{name: "menu.dossier.folder", do: w.unlessAsked(w.ChooseFolder)},
	}
	if recent := w.recent(); len(recent) > 0 {
		all = append(all, command{name: "menu.dossier.recent", sub: recent})
	}
	return append(all, command{name: "menu.library", do: w.with(func(s *Shell) { s.Go(route.To(route.Library, "")) })}, command{})
}

// unlessAsked does something where no dialog covers the window; nothing has to be open.
func (w *Window) unlessAsked(do func()) func() {
	return func() {
		if w.dialog == nil {
			if w.shell != nil {
				w.shell.CloseSearch()
			}
			do()
		}
	}
}

// recent lead to the dossiers that were opened last.
func (w *Window) recent() []command {
	if w.shell == nil {
		return nil
	}
	const most = 8
	var entries []library.Entry
	shelved := w.Entries()
	called := page.Called(w.app.words, shelved)
	for _, e := range shelved {
		if !e.Opened.IsZero() && e.ID != w.shell.from {
			entries = append(entries, e)
		}
	}
	slices.SortStableFunc(entries, func(a, b library.Entry) int { return b.Opened.Compare(a.Opened) })
	var all []command
	for _, e := range entries[:min(len(entries), most)] {
		all = append(all, command{own: called[e.ID], do: w.unlessAsked(func() { w.OpenDossier(e.ID, false) })})
	}
	return all
}

// sayLibrary tells what is wrong with the list of dossiers, if anything.
func (w *Window) sayLibrary(err error) {
	if err == nil {
		return
	}
	said := w.app.words.Say("library.unkept", map[string]any{"Why": w.whyNot(err)})
	if spoilt, ok := errors.AsType[*kept.Damaged](err); ok {
		said = w.app.words.Say("library.spoilt", map[string]any{"File": spoilt.Kept})
	}
	w.toast.warn(said)
	fyne.LogError("the list of dossiers", err)
}

// libraryChanged takes up what dossiers there are by now.
func (a *App) libraryChanged() {
	for _, w := range a.windows {
		if w.shell == nil {
			continue
		}
		w.win.SetMainMenu(w.menu())
		w.shell.source = nil // what is searched next has the dossiers of now
		if p, ok := w.shell.page.(*page.Page); ok {
			p.LibraryChanged()
		}
	}
}
