package views

import (
	"context"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/atomicfile"
	"beltroad/internal/export"
	"beltroad/internal/lesson"
	"beltroad/internal/making"
	"beltroad/internal/memory"
	"beltroad/internal/message"
	"beltroad/internal/session"
	"beltroad/views/reader"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Look is how pictures of the screens are drawn.
type Look struct {
	Width, Height float32 // of the window, in device-independent pixels
	Scheme        ui.Scheme
	TextScale     float32          // 1 is normal
	Projector     bool             // light and larger
	Words         *message.Printer // nil: English
	Scale         float32          // pixels for each device-independent pixel
}

// pictureFrame is what a shell has around it where a picture is drawn.
type pictureFrame struct {
	pictureDossiers

	scale float32
	theme *ui.Theme
}

func (pictureFrame) Arrived(route.Route)  {}
func (pictureFrame) Say(string)           {}
func (pictureFrame) Copy(string)          {}
func (pictureFrame) ScaleText(int)        {}
func (pictureFrame) SwitchScheme()        {}
func (pictureFrame) Export(export.Source) {}
func (pictureFrame) Searches() []string   { return nil }
func (pictureFrame) Searched(string)      {}
func (pictureFrame) Forget()              {}

// Sidebar implements [Frame].
func (pictureFrame) Sidebar() session.Sidebar { return session.UsualSidebar }

// SetSidebar implements [Frame].
func (pictureFrame) SetSidebar(session.Sidebar) {}
func (pictureFrame) commands() []group          { return nil }

// LastLesson implements [Frame].
func (pictureFrame) LastLesson() string { return "" }

// UseLesson implements [Frame].
func (pictureFrame) UseLesson(string) {}

// Ask implements [Frame].
func (pictureFrame) Ask(string, []string, func(int)) {}

// Cite implements [Frame].
func (pictureFrame) Cite(cited) {}

// Tell implements [Frame].
func (pictureFrame) Tell(string, string)              {}
func (pictureFrame) Settled(string)                   {}
func (pictureFrame) Propose(_, _, _ string, _ func()) {}

// Present implements [Frame]: a picture is no class.
func (pictureFrame) TakeAlong(lesson.Lesson)    {}
func (pictureFrame) Present(lesson.Lesson, int) {}

// Offer implements [Frame].
func (pictureFrame) Offer(string, string, func()) {}
func (pictureFrame) Withdraw(string)              {}

// OpenFile implements [Frame].
func (pictureFrame) OpenFile([]string, func(string, []byte) func()) {}

// Making implements [Frame]: a picture shows an example.
func (pictureFrame) Making() *making.Work { return &making.Work{Example: true} }

// OpenMade implements [Frame].
func (pictureFrame) OpenMade(string, bool) {}

// ChooseFile implements [Frame]: in a picture nobody chooses.
func (pictureFrame) ChooseFile([]string, func(reader.File)) {}

// Theme implements [Frame]; without one of its own a picture has the app's.
func (f pictureFrame) Theme() *ui.Theme {
	if f.theme != nil {
		return f.theme
	}
	th, _ := fyne.CurrentApp().Settings().Theme().(*ui.Theme)
	return th
}

// Reading implements [record.Services].
func (pictureFrame) Reading() session.Reading { return session.Defaults().Reading }

// SetReading implements [record.Services].
func (pictureFrame) SetReading(session.Reading) {}

// Pixels implements [record.Services].
func (f pictureFrame) Pixels() float64 { return float64(max(f.scale, 1)) }

// Background does the work at once: a picture waits for all that is on it.
func (pictureFrame) Background(work func(context.Context) func()) { work(context.Background())() }

// InWindow implements [record.Services]: nothing goes on beside a picture.
func (pictureFrame) InWindow(something func()) { something() }

// Tour writes a picture of every screen into the folder, drawn without a
// display, and tells about each file; id names the app to the desktop.
func Tour(d *data.Dossier, id, dir string, look Look, tell func(file string)) error {
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return err
	}
	at, _ := newLocation(id)  // no setting is kept
	look.Words = look.words() // once for all pictures
	prepare(at.fyne, look)
	m := materialOf(d) // likewise: of a large dossier it is large
	for i, r := range Screens(d) {
		file := filepath.Join(dir, pictureName(i, r))
		if err := writePNG(file, pictureOf(m, r, look)); err != nil {
			return err
		}
		tell(file)
		memory.Release() // a large dossier leaves much behind with each
	}
	return tourSlides(d, Slides(d), dir, look, tell)
}

// pictureName is the name of the file of the i-th picture, which every system takes:
// "21-make-row-figures-2.png".
func pictureName(i int, r route.Route) string {
	return fmt.Sprintf("%02d-%s.png", i+1, export.Suggest(r.String()))
}

// prepare gives an app the words and the look that pictures are drawn with.
func prepare(a fyne.App, look Look) {
	speakFyne(look.words())
	a.Settings().SetTheme(look.theme(nil))
}

// theme is the look of a dossier's screens; nil stands for any dossier's.
func (l Look) theme(d *data.Dossier) *ui.Theme {
	t := &ui.Theme{}
	(&look{l.Scheme, percent(l.TextScale), l.Projector}).dress(t)
	if d != nil {
		t.Pillars = pillarColors(d)
	}
	return t
}

// pillarColors are those that the dossier gives its pillars.
func pillarColors(d *data.Dossier) []ui.ColorPair {
	var all []ui.ColorPair
	for _, p := range d.Metadata().PillarColors {
		all = append(all, ui.ColorPair{Light: ui.ParseColor(p.Light), Dark: ui.ParseColor(p.Dark)})
	}
	return all
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
			for _, r := range e.tour(d) {
				if exists(d, r) {
					all = append(all, r)
				}
			}
		case exists(d, to):
			all = append(all, to)
		}
	}
	return all
}

// pictureOf draws a place with Fyne's software painter.
func pictureOf(m *material, r route.Route, look Look) image.Image {
	s, on := shellOf(m, r, look)
	defer s.notebook.stop()
	defer s.stopLessons()
	defer s.leave() // Fyne keeps what was drawn for a minute, and with it what the page holds
	return on.Capture()
}

// writePNG writes a picture whole or not at all, and through no link.
func writePNG(file string, img image.Image) error {
	return atomicfile.WriteHere(file, 0o644, func(w io.Writer) error { return png.Encode(w, img) })
}
