package views

import (
	"errors"
	"image"
	"io"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

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
		{"export.png1", ".png", picture(1)}, {"export.png2", ".png", picture(2)}, {"export.png4", ".png", picture(4)},
		{"export.svg", ".svg", func(w io.Writer, c *chart.Chart) error {
			return export.SVG(w, exportCopy(c).Drawing(exportWidth), palette())
		}},
		{"export.csv", ".csv", func(w io.Writer, c *chart.Chart) error { return export.CSV(w, c.Sheet()) }},
	}
}

// saving is the dialog that saves a chart. Fyne's own would empty a file that
// exists before there is anything to put into it.
type saving struct {
	window *Window
	chart  *chart.Chart
	folder string
	name   *widget.Entry
	kind   *widget.Select
	where  *kit.Text
	wrong  *kit.Text
}

// Export implements [Desk].
func (w *Window) Export(c *chart.Chart) {
	s := &saving{window: w, chart: c, folder: w.exportFolder()}
	s.name = widget.NewEntry()
	s.name.SetText(fileName(c.Options.Title))
	var names []string
	for _, f := range formats() {
		names = append(names, lang.L(f.name))
	}
	s.kind = widget.NewSelect(names, nil)
	s.kind.SetSelectedIndex(1)
	s.where = kit.Words(s.folder, kit.SizeCaption, kit.ColorMuted)
	s.wrong = kit.Words("", kit.SizeCaption, "error")
	label := func(key string) fyne.CanvasObject { return kit.Words(lang.L(key), kit.SizeCaption, kit.ColorMuted) }
	content := kit.Column(6,
		label("export.name"), s.name, kit.Gap(2), label("export.kind"), s.kind, kit.Gap(2),
		label("export.folder"), s.where, kit.Flow(0, kit.NewButton(lang.L("export.folder.change"), s.chooseFolder, false)),
		s.wrong, kit.Gap(4), kit.Flow(8, kit.NewButton(lang.L("export.save"), func() { s.save(false) }, true)))
	w.showText(lang.L("chart.export"), content, 460)
}

// exportFolder is where the last file went, or the user's home.
func (w *Window) exportFolder() string {
	if dir := w.session.Settings().Folder; dir != "" {
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			return dir
		}
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	return home
}

func (s *saving) chooseFolder() {
	dialog.ShowFolderOpen(func(u fyne.ListableURI, err error) {
		if err == nil && u != nil {
			s.folder = u.Path()
			s.where.SetText(s.folder)
		}
	}, s.window.win)
}

// save writes the file. An existing one is replaced only if the user says so.
func (s *saving) save(replace bool) {
	f := formats()[max(0, s.kind.SelectedIndex())]
	name := strings.TrimSuffix(strings.TrimSpace(s.name.Text), f.end)
	if name == "" || name != filepath.Base(name) {
		s.wrong.SetText(lang.L("export.badname"))
		return
	}
	path := filepath.Join(s.folder, name+f.end)
	if _, err := os.Stat(path); err == nil && !replace {
		dialog.ShowConfirm(lang.L("export.exists"), path, func(yes bool) {
			if yes {
				s.save(true)
			}
		}, s.window.win)
		return
	}
	err := export.WriteFile(path, func(w io.Writer) error { return f.write(w, s.chart) })
	if err != nil {
		s.wrong.SetText(lang.L("export.failed", map[string]any{"Why": reason(err)}))
		return
	}
	if err := s.window.session.Update(func(set *session.Settings) { set.Folder = s.folder }); err != nil {
		fyne.LogError("settings are not saved", err)
	}
	s.window.dialog.Hide()
	s.window.Say(lang.L("export.saved", map[string]any{"File": path}))
}

// reason is what went wrong, without the steps that led there.
func reason(err error) string {
	if path, ok := errors.AsType[*os.PathError](err); ok {
		return path.Err.Error()
	}
	return err.Error()
}

// fileName makes a title fit for a file.
func fileName(title string) string {
	return strings.Trim(strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		default:
			return '-'
		}
	}, strings.Join(strings.Fields(title), " ")), "-")
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
