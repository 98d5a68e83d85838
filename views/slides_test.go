package views

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/internal/lesson"
	"beltroad/internal/mapdata"
	"beltroad/internal/slide"
	"beltroad/views/chart"
	"beltroad/views/mapview"
	"beltroad/views/paint"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/slides"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

// The tour has slides of all kinds of places, and none of one that is missing.
func TestSlidesOfTheTour(t *testing.T) {
	for _, folder := range []struct {
		name string
		d    *data.Dossier
	}{{"beltroad", dossier(t)}, {"harbour", datatest.Open(t, fixture.Harbour())}} {
		m := slides.NewMaker(folder.d, record.NewWords(inEnglish, folder.d), mapdata.New(folder.d))
		kinds := map[route.Kind]bool{}
		for _, s := range Slides(folder.d) {
			r, err := route.Parse(s.Place)
			if err != nil || !exists(folder.d, r.Place()) {
				t.Errorf("%s: there is no %s", folder.name, s.Place)
			}
			kinds[r.Kind] = true
			if made := m.Of(s, ""); made.Title == inEnglish.Say("slide.lacking") || made.Title == "" {
				t.Errorf("%s: %s says %q", folder.name, s.Place, made.Title)
			}
		}
		for _, k := range route.Kinds() {
			if !kinds[k] && (exists(folder.d, route.To(k, "")) || k == route.Pillar) {
				t.Errorf("%s: no slide is of %s", folder.name, k)
			}
		}
	}
}

// A lesson's slides are drawn in their order, and what is guessed also before.
func TestTourOfALesson(t *testing.T) {
	d := datatest.Open(t, fixture.Harbour())
	l, err := lesson.Parse(d.Lessons()[0].Bytes)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	var files []string
	look := Look{Width: 320, Height: 240, Scheme: ui.Dark, TextScale: 1, Scale: 1}
	test.NewTempWindow(t, ui.Gap(0)) // Fyne asks for one where letters are drawn
	if err := tourSlides(d, l.Slides, dir, look, func(file string) { files = append(files, filepath.Base(file)) }); err != nil {
		t.Fatal(err)
	}
	want, asked := len(l.Slides), 0
	for _, s := range l.Slides {
		if s.Predict != nil {
			asked++
		}
	}
	if len(files) != want+asked || files[0] != "slide-01.png" || strings.Count(strings.Join(files, " "), "-asked.png") != asked {
		t.Errorf("of %d slides, %d to be guessed, it draws %q", want, asked, files)
	}
	for _, f := range files {
		if _, err := os.Stat(filepath.Join(dir, f)); err != nil {
			t.Error(err)
		}
	}
}

// BenchmarkSlideAndPage makes slides, and the pages that they show: a slide may take
// half as long again.
func BenchmarkSlideAndPage(b *testing.B) {
	uitest.Wear(b, &ui.Theme{Scheme: ui.Light})
	test.NewTempWindow(b, ui.Gap(0))
	d := dossier(b)
	material := materialOf(d)
	m := slides.NewMaker(d, record.NewWords(inEnglish, d), material.places)
	size := fyne.NewSize(1280, 720)
	for _, place := range []string{"overview", "pillar/trade", "figure/trade-volume", "project/china-laos-railway", "chart", "map", "timeline", "principles", "commitments", "differences", "read/15"} {
		r, err := route.Parse(place)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(place+"/slide", func(b *testing.B) {
			for b.Loop() {
				s := m.Of(lesson.Slide{Place: place}, "")
				s.Lay(slide.Size{Width: 1280, Height: 720}, paint.Measure)
			}
		})
		b.Run(place+"/page", func(b *testing.B) {
			s := newShell(material, inEnglish, pictureFrame{})
			s.Go(route.To(route.Notes, ""))
			for b.Loop() {
				page := entryOf(r.Kind).page(s, r)
				page.Open(r)
				_, pane := s.newPane(r)
				page.Content().Resize(size)
				if pane != nil {
					pane.Resize(size)
				}
			}
		})
	}
}

// A bar is hidden and a map is moved by keys and the pointer, Ctrl+L, and the slide
// shows what the page did.
func TestASlideShowsWhatItsPageShowed(t *testing.T) {
	d := dossier(t)
	s, _ := open(t, d)
	test.NewTempWindow(t, s.Content()).Resize(fyne.NewSize(1024, 768))
	maker := slides.NewMaker(d, record.NewWords(inEnglish, d), mapdata.New(d))
	added := func() slide.Slide {
		s.AddHere()
		l := s.lessons.All()[0].Lesson()
		return maker.Of(l.Slides[len(l.Slides)-1], "")
	}
	s.Go(route.To(route.Chart, "pillar/policy"))
	c := all[*chart.Chart](s.page.Content())[0]
	s.canvas().Focus(c)
	made, _ := c.Plot()
	second, rows := made.Items[1].Figure, len(made.Items)
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	c.TypedKey(&fyne.KeyEvent{Name: desktop.KeyMenu})
	menu, ok := s.canvas().Overlays().Top().(*ui.Menu)
	if !ok {
		t.Fatal("no menu opens")
	}
	for _, text := range all[*ui.Text](menu) {
		s.canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		if text.String() == "Hide this row" {
			break
		}
	}
	s.canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if s.canvas().Focused() != c {
		t.Errorf("then the keyboard is at %T", s.canvas().Focused())
	}
	if got := added(); len(got.Figures) != rows-1 || slices.ContainsFunc(got.Figures, func(f data.Figure) bool { return f.ID == second }) || !strings.Contains(got.Source, "1 row is left out") {
		t.Errorf("the slide has %d of %d rows: %s", len(got.Figures), rows, got.Source)
	}

	s.Go(route.To(route.Map, ""))
	e := all[*mapview.Explorer](s.page.Content())[0]
	e.SetView(e.View().Zoom(5, 300, 250))
	page := e.View().Bound()
	kept := added()
	for _, z := range []slide.Size{{Width: 1280, Height: 720}, {Width: 1024, Height: 768}} {
		l := kept.Lay(z, paint.Measure)
		seen := maker.Live(&kept, &l, ui.Theme{}, &uitest.Host{}).View().Bound()
		const fine = 1e-3
		if !seen.Pad(fine).Contains(page.Min) || !seen.Pad(fine).Contains(page.Max) {
			t.Errorf("of %v, a slide of %v shows %v", page, z, seen)
		}
	}
}
