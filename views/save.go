package views

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"beltroad/internal/atomicfile"
	"beltroad/internal/export"
	"beltroad/internal/message"
	"beltroad/internal/session"
	"beltroad/views/ui"
)

// saving is what the dialog that saves a chart or a map asks, and does. Fyne's own would
// empty a file that exists before there is anything to put into it.
type saving struct {
	words  *message.Printer
	of     export.Source
	folder string
	name   *nameField
	kind   *widget.Select
	where  *ui.Text
	wrong  *ui.Text

	choose  func()                            // lets the user choose another folder
	ask     func(path string, replace func()) // asks whether an existing file may go
	saved   func(path string)
	changed func() // takes up another height of the content
}

func newSaving(of export.Source, words *message.Printer, folder string) *saving {
	s := &saving{of: of, words: words, folder: folder, name: newNameField(words)}
	s.name.SetText(fileName(of.ExportName()))
	var names []string
	usual := 0
	for i, f := range of.Formats() {
		names = append(names, words.Say(f.Name))
		if f.Name == "export.png2" {
			usual = i
		}
	}
	s.kind = widget.NewSelect(names, nil)
	s.kind.SetSelectedIndex(usual)
	s.where = ui.Words(s.folder, ui.SizeCaption, ui.ColorMuted)
	s.wrong = ui.Words("", ui.SizeCaption, "error")
	return s
}

func (s *saving) content() fyne.CanvasObject {
	label := func(key string) fyne.CanvasObject { return ui.Words(s.words.Say(key), ui.SizeCaption, ui.ColorMuted) }
	folder := ui.Column(6, label("export.folder"), s.where,
		ui.Flow(0, ui.NewButton(s.words.Say("export.folder.change"), func() { s.choose() }, false)))
	folder.Hidden = inBrowser
	return ui.Column(6,
		label("export.name"), s.name, ui.Gap(2), label("export.kind"), s.kind, ui.Gap(2), folder,
		s.wrong, ui.Gap(4), ui.Flow(8, ui.NewButton(s.words.Say("export.save"), func() { s.save(false) }, true)))
}

// Export implements [Frame].
func (w *Window) Export(of export.Source) {
	s := newSaving(of, w.app.words, w.exportFolder())
	s.choose = func() {
		w.app.user.Outside(func() {
			dialog.ShowFolderOpen(func(u fyne.ListableURI, err error) {
				if err == nil && u != nil {
					s.move(u.Path())
				}
			}, w.win)
		})
	}
	s.ask = func(path string, replace func()) {
		dialog.ShowConfirm(w.app.words.Say("export.exists"), path, func(yes bool) {
			if yes {
				replace()
			}
		}, w.win)
	}
	s.saved = func(path string) {
		w.app.set(func(set *session.Settings) { set.Folder = s.folder })
		w.dialog.Hide()
		w.Say(w.app.words.Say("export.saved", map[string]any{"File": path}))
	}
	s.changed = w.showText(w.app.words.Say("export.title"), s.content(), 460).Relayout
}

// exportFolder is where the last file went, or the user's home.
func (w *Window) exportFolder() (dir string) {
	w.app.user.Outside(func() { dir = folderOr(w.app.session.Settings().Folder) })
	return dir
}

// folderOr is a folder if it is there still, or the user's home.
func folderOr(dir string) string {
	if info, err := os.Stat(dir); dir != "" && err == nil && info.IsDir() {
		return dir
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	return home
}

// move takes another folder.
func (s *saving) move(folder string) {
	s.folder = folder
	s.where.SetText(folder)
	s.tell("")
}

// tell says what is wrong; nothing where nothing is.
func (s *saving) tell(wrong string) {
	s.wrong.SetText(wrong)
	s.changed()
}

// save writes the file. An existing one is replaced only if the user says so.
func (s *saving) save(replace bool) {
	f := s.of.Formats()[max(0, s.kind.SelectedIndex())]
	name := strings.TrimSuffix(strings.TrimSpace(s.name.Text), f.End)
	if name == "" || name != filepath.Base(name) {
		s.tell(s.words.Say("export.badname"))
		return
	}
	s.tell("")
	path := filepath.Join(s.folder, name+f.End)
	if info, err := os.Stat(path); err == nil && !info.IsDir() && !replace {
		s.ask(path, func() { s.save(true) })
		return
	}
	if err := export.WriteFile(path, f.Write); err != nil {
		s.tell(s.words.Say("export.failed", map[string]any{"Why": reason(s.words, err)}))
		return
	}
	s.saved(path)
}

// reason is what a user can do something about, or what went wrong without the
// steps that led there.
func reason(w *message.Printer, err error) string {
	var why atomicfile.Reason
	if u, ok := errors.AsType[*export.Unsaved](err); ok {
		why, err = u.Reason, u.Err
	}
	switch why {
	case atomicfile.Folder:
		return w.Say("export.why.folder")
	case atomicfile.NoFolder:
		return w.Say("export.why.nofolder")
	case atomicfile.Refused:
		return w.Say("export.why.refused")
	case atomicfile.Full:
		return w.Say("export.why.full")
	}
	if path, ok := errors.AsType[*os.PathError](err); ok {
		return path.Err.Error()
	}
	return err.Error()
}

// fileName makes a title fit for a file.
func fileName(title string) string {
	return strings.ToLower(strings.Join(strings.FieldsFunc(title, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), "-"))
}

// nameField is an entry that leaves Escape to the window.
type nameField struct {
	widget.Entry

	words *message.Printer
}

func newNameField(words *message.Printer) *nameField {
	f := &nameField{words: words}
	f.ExtendBaseWidget(f)
	return f
}

// TypedKey implements [fyne.Focusable].
func (f *nameField) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		ui.PassOn(f, e)
		return
	}
	f.Entry.TypedKey(e)
}

// AccessibilityLabel implements [fyne.Accessible].
func (f *nameField) AccessibilityLabel() string { return f.words.Say("export.name") }

// AccessibilityRole implements [fyne.Accessible].
func (f *nameField) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
