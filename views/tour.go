package views

import (
	"context"
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
	"beltroad/internal/message"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Look is how pictures of the screens are drawn.
type Look struct {
	Width, Height float32 // of the window, in device-independent pixels
	Scheme        ui.Scheme
	TextScale     float32          // 1 is normal
	Words         *message.Printer // nil: English
	Scale         float32          // pixels for each device-independent pixel
}

// pictureFrame is what a shell has around it where a picture is drawn.
type pictureFrame struct{ scale float32 }

func (pictureFrame) Arrived(route.Route)  {}
func (pictureFrame) Say(string)           {}
func (pictureFrame) Copy(string)          {}
func (pictureFrame) ScaleText(int)        {}
func (pictureFrame) SwitchScheme()        {}
func (pictureFrame) Export(export.Source) {}

// Theme implements [Frame]: pictures have the app's.
func (pictureFrame) Theme() *ui.Theme {
	th, _ := fyne.CurrentApp().Settings().Theme().(*ui.Theme)
	return th
}

// Pixels implements [record.Services].
func (f pictureFrame) Pixels() float64 { return float64(max(f.scale, 1)) }

// Background does the work at once: a picture waits for all that is on it.
func (pictureFrame) Background(work func(context.Context) func()) { work(context.Background())() }

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
	speakFyne(look.words())
	a.Settings().SetTheme(&ui.Theme{Scheme: look.Scheme, TextScale: look.TextScale})
}

// words are those that pictures are drawn with.
func (l Look) words() *message.Printer {
	if l.Words == nil {
		return printerOf(languages(), message.Base)
	}
	return l.Words
}

// Screens are places that show every kind of page and pane once, and every pillar.
func Screens(d *data.Dossier) []route.Route {
	var all []route.Route
	for _, e := range table() {
		switch to := route.To(e.kind, ""); {
		case e.tour != nil:
			all = append(all, e.tour(d)...)
		case exists(d, to):
			all = append(all, to)
		}
	}
	return all
}

// Picture draws a place with Fyne's software painter, in the app's present theme.
func Picture(d *data.Dossier, r route.Route, look Look) image.Image {
	c := software.NewCanvas()
	c.SetPadded(false)
	c.SetScale(look.Scale)
	c.Resize(fyne.NewSize(look.Width, look.Height))
	s := NewShell(d, look.words(), pictureFrame{look.Scale})
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
