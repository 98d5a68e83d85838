package views

import (
	"errors"
	"image"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"beltroad/internal/atomicfile"
	"beltroad/internal/export"
	"beltroad/internal/session"
	"beltroad/views/chart"
	"beltroad/views/kit"
)

// format is a kind of file that a chart can be saved as.
type format struct {
	name  string // key of its translation
	end   string // of the file's name
	write func(w io.Writer, c *chart.Chart) error
}

func formats() []format {
	picture := func(scale float32) func(io.Writer, *chart.Chart) error {
		return func(w io.Writer, c *chart.Chart) error { return export.PNG(w, chartPicture(c, scale)) }
	}
	return []format{
		{"export.png1", ".png", picture(1)},
		{"export.png2", ".png", picture(2)},
		{"export.png4", ".png", picture(4)},
		{"export.svg", ".svg", func(w io.Writer, c *chart.Chart) error {
			return export.SVG(w, exportCopy(c).Drawing(exportWidth), palette())
		}},
		{"export.csv", ".csv", func(w io.Writer, c *chart.Chart) error { return export.CSV(w, c.Sheet()) }},
	}
}

// saving is what the dialog that saves a chart asks, and does. Fyne's own would
// empty a file that exists before there is anything to put into it.
type saving struct {
	chart  *chart.Chart
	folder string
	name   *nameField
	kind   *widget.Select
	where  *kit.Text
	wrong  *kit.Text

	choose  func()                            // lets the user choose another folder
	ask     func(path string, replace func()) // asks whether an existing file may go
	saved   func(path string)
	changed func() // takes up another height of the content
}

func newSaving(c *chart.Chart, folder string) *saving {
	s := &saving{chart: c, folder: folder, name: newNameField()}
	s.name.SetText(fileName(c.Options.Title))
	var names []string
	for _, f := range formats() {
		names = append(names, lang.L(f.name))
	}
	s.kind = widget.NewSelect(names, nil)
	s.kind.SetSelectedIndex(1)
	s.where = kit.Words(s.folder, kit.SizeCaption, kit.ColorMuted)
	s.wrong = kit.Words("", kit.SizeCaption, "error")
	return s
}

func (s *saving) content() fyne.CanvasObject {
	label := func(key string) fyne.CanvasObject { return kit.Words(lang.L(key), kit.SizeCaption, kit.ColorMuted) }
	folder := kit.Column(6, label("export.folder"), s.where,
		kit.Flow(0, kit.NewButton(lang.L("export.folder.change"), func() { s.choose() }, false)))
	folder.Hidden = inBrowser
	return kit.Column(6,
		label("export.name"), s.name, kit.Gap(2), label("export.kind"), s.kind, kit.Gap(2), folder,
		s.wrong, kit.Gap(4), kit.Flow(8, kit.NewButton(lang.L("export.save"), func() { s.save(false) }, true)))
}

// Export implements [Desk].
func (w *Window) Export(c *chart.Chart) {
	s := newSaving(c, w.exportFolder())
	s.choose = func() {
		w.user.Outside(func() {
			dialog.ShowFolderOpen(func(u fyne.ListableURI, err error) {
				if err == nil && u != nil {
					s.move(u.Path())
				}
			}, w.win)
		})
	}
	s.ask = func(path string, replace func()) {
		dialog.ShowConfirm(lang.L("export.exists"), path, func(yes bool) {
			if yes {
				replace()
			}
		}, w.win)
	}
	s.saved = func(path string) {
		if err := w.session.Update(func(set *session.Settings) { set.Folder = s.folder }); err != nil {
			fyne.LogError("settings are not saved", err)
		}
		w.dialog.Hide()
		w.Say(lang.L("export.saved", map[string]any{"File": path}))
	}
	s.changed = w.showText(lang.L("chart.export"), s.content(), 460).Relayout
}

// exportFolder is where the last file went, or the user's home.
func (w *Window) exportFolder() (dir string) {
	w.user.Outside(func() { dir = folderOr(w.session.Settings().Folder) })
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
	f := formats()[max(0, s.kind.SelectedIndex())]
	name := strings.TrimSuffix(strings.TrimSpace(s.name.Text), f.end)
	if name == "" || name != filepath.Base(name) {
		s.tell(lang.L("export.badname"))
		return
	}
	s.tell("")
	path := filepath.Join(s.folder, name+f.end)
	if info, err := os.Stat(path); err == nil && !info.IsDir() && !replace {
		s.ask(path, func() { s.save(true) })
		return
	}
	if err := export.WriteFile(path, func(w io.Writer) error { return f.write(w, s.chart) }); err != nil {
		s.tell(lang.L("export.failed", map[string]any{"Why": reason(err)}))
		return
	}
	s.saved(path)
}

// reason is what a user can do something about, or what went wrong without the
// steps that led there.
func reason(err error) string {
	var why atomicfile.Reason
	if u, ok := errors.AsType[*export.Unsaved](err); ok {
		why, err = u.Reason, u.Err
	}
	switch why {
	case atomicfile.Folder:
		return lang.L("export.why.folder")
	case atomicfile.NoFolder:
		return lang.L("export.why.nofolder")
	case atomicfile.Refused:
		return lang.L("export.why.refused")
	case atomicfile.Full:
		return lang.L("export.why.full")
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

// exportWidth is how wide an exported chart is, in device-independent pixels.
const exportWidth = 960

// exportCopy is the chart as it is exported: whole, and not as it happens to
// stand in the window.
func exportCopy(c *chart.Chart) *chart.Chart {
	whole := chart.New(c.Figures, c.Options, nil)
	whole.Signs = c.Signs
	return whole
}

// chartPicture draws a chart on its ground.
func chartPicture(c *chart.Chart, scale float32) image.Image {
	const air = 24
	whole := exportCopy(c)
	inner := fyne.NewSize(exportWidth-2*air, whole.HeightFor(exportWidth-2*air))
	size := inner.AddWidthHeight(2*air, 2*air)
	cnv := software.NewCanvas()
	cnv.SetPadded(false)
	cnv.SetScale(scale)
	cnv.SetContent(container.NewStack(canvas.NewRectangle(kit.Colour(kit.ColorCard)), kit.Inset(air, air, air, air, whole)))
	cnv.Resize(size) // the content asked for the height of a narrow chart
	return cnv.Capture()
}

// palette is the theme's colours for a drawing.
func palette() export.Palette {
	p := export.Palette{
		Ground: kit.Colour(kit.ColorCard), Text: kit.Colour(kit.ColorInk), Muted: kit.Colour(kit.ColorMuted), Line: kit.Colour(kit.ColorLine),
	}
	for order := 1; order <= kit.PillarColors; order++ {
		p.Pillars = append(p.Pillars, kit.Colour(kit.PillarColor(order)))
	}
	return p
}

// nameField is an entry that leaves Escape to the window.
type nameField struct{ widget.Entry }

func newNameField() *nameField {
	f := &nameField{}
	f.ExtendBaseWidget(f)
	return f
}

// TypedKey implements [fyne.Focusable].
func (f *nameField) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		kit.PassOn(f, e)
		return
	}
	f.Entry.TypedKey(e)
}

// AccessibilityLabel implements [fyne.Accessible].
func (f *nameField) AccessibilityLabel() string { return lang.L("export.name") }

// AccessibilityRole implements [fyne.Accessible].
func (f *nameField) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
