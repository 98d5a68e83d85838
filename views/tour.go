package views

import (
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"

	"beltroad/data"
	"beltroad/internal/export"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Look is how pictures of the screens are drawn.
type Look struct {
	Width, Height float32 // of the window, in device-independent pixels
	Scheme        ui.Scheme
	TextScale     float32 // 1 is normal
	Scale         float32 // pixels for each device-independent pixel
}

// silentDesk is a desk without a window around it.
type silentDesk struct{ scale float32 }

func (silentDesk) Arrived(route.Route)  {}
func (silentDesk) Say(string)           {}
func (silentDesk) Copy(string)          {}
func (silentDesk) ScaleText(int)        {}
func (silentDesk) SwitchScheme()        {}
func (silentDesk) Export(export.Source) {}

// Pixels implements [mapview.Fine].
func (d silentDesk) Pixels() float64 { return float64(max(d.scale, 1)) }

// Background does the work at once: a picture waits for all that is on it.
func (silentDesk) Background(work func() func()) { work()() }

// Tour writes a picture of every screen into the folder, drawn without a
// display, and tells about each file.
func Tour(d *data.Dossier, dir string, look Look, tell func(file string)) error {
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return err
	}
	at, _ := newHome() // no setting is kept
	prepare(at.app, look)
	for i, r := range Screens(d) {
		name := strings.NewReplacer("/", "-", "#", "-").Replace(r.String())
		file := filepath.Join(dir, fmt.Sprintf("%02d-%s.png", i+1, name))
		if err := writePNG(file, Picture(d, r, look)); err != nil {
			return err
		}
		tell(file)
	}
	return nil
}

// prepare gives an app the words and the look that pictures are drawn with.
func prepare(a fyne.App, look Look) {
	loadTranslations()
	a.Settings().SetTheme(&ui.Theme{Scheme: look.Scheme, TextScale: look.TextScale})
}

// Screens are places that show every kind of page and pane once, and every pillar.
func Screens(d *data.Dossier) []route.Route {
	all := []route.Route{route.To(route.Overview, "")}
	for _, p := range d.Pillars() {
		r := route.To(route.Pillar, p.ID)
		all = append(all, r)
		if projects := d.ProjectsOfPillar(p.ID); len(projects) > 0 {
			all = append(all, r.Beside(route.Project, richest(d, projects).ID))
		}
	}
	all = append(all, route.To(route.Project, ""), route.To(route.Figure, ""))
	if h := d.Metadata().Headline; len(h) > 0 {
		all = append(all, route.To(route.Figure, h[0]))
	}
	all = append(all, route.To(route.Chart, ""), route.To(route.Map, ""))
	all = append(all, onMap(d)...)
	all = append(all, route.To(route.Timeline, ""))
	if p := d.Projects(); len(p) > 0 {
		all = append(all, route.To(route.Timeline, "").Beside(route.Project, richest(d, p).ID))
	}
	all = append(all, route.To(route.Principles, ""), route.To(route.Ahead, ""), route.To(route.Read, ""))
	if f := d.Figures(); len(f) > 0 {
		all = append(all, route.Paragraph(f[len(f)-1].Paragraph))
	}
	return append(all, route.To(route.Find, "railway"), route.To(route.Find, "zzz"))
}

// onMap are the map with a project beside it, and with a place of several projects.
func onMap(d *data.Dossier) []route.Route {
	var all []route.Route
	if ties := d.ProjectPlaces(); len(ties) > 0 {
		all = append(all, route.To(route.Map, "").Beside(route.Project, ties[0].Project), route.To(route.Map, ties[0].Place))
	}
	return all
}

// richest is the project with the most figures, the one that shows a pane best.
func richest(d *data.Dossier, projects []data.Project) data.Project {
	best := projects[0]
	for _, p := range projects {
		if len(d.FiguresOfProject(p.ID)) > len(d.FiguresOfProject(best.ID)) {
			best = p
		}
	}
	return best
}

// Picture draws a place with Fyne's software painter, in the app's present theme.
func Picture(d *data.Dossier, r route.Route, look Look) image.Image {
	c := software.NewCanvas()
	c.SetPadded(false)
	c.SetScale(look.Scale)
	c.Resize(fyne.NewSize(look.Width, look.Height))
	s := NewShell(d, silentDesk{look.Scale})
	c.SetContent(s.Content())
	s.Content().Resize(fyne.NewSize(look.Width, look.Height))
	s.Go(r)
	return c.Capture()
}

func writePNG(file string, img image.Image) (err error) {
	f, err := os.Create(file) // #nosec G304 -- the user names the folder
	if err != nil {
		return err
	}
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
	return png.Encode(f, img)
}
