package views

import (
	"fmt"
	"image"
	"testing"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/internal/mapdata"
	"beltroad/views/mappage"
	"beltroad/views/mapview"
	"beltroad/views/record"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

// The map at three zooms, light and dark.
func TestMapsLookAsTheyDid(t *testing.T) {
	d := datatest.Open(t, fixture.Harbour())
	for _, scheme := range []ui.Scheme{ui.Light, ui.Dark} {
		for name, zoom := range map[string]float64{"world": 1, "region": 5, "close": 24} {
			t.Run(fmt.Sprint(name, "-", scheme), func(t *testing.T) {
				lookingAt(t, Look{Scheme: scheme, TextScale: 1})
				matches(t, fmt.Sprint("map-", name, "-", scheme), mapPicture(d, zoom))
			})
		}
	}
}

// mapPicture draws a map enlarged about Vietnam.
func mapPicture(d *data.Dossier, zoom float64) image.Image {
	f := mapdata.New(d)
	e := mapview.NewExplorer(f, record.NewWords(uitest.English(), d), pictureFrame{}, mapdata.Filter{})
	e.Resize(fyne.NewSize(640, 400))
	v := e.View()
	v.Scale = v.Whole()
	place, _ := f.Place("hai-lam")
	v.Centre = place.At
	e.SetView(v.Zoom(zoom, 320, 200))
	return uitest.OnCanvas(e, e.Size()).Capture()
}

// page is the page of the map in a shell.
func mapPage(t *testing.T, at string) (*Shell, *mappage.Page) {
	t.Helper()
	s, _ := open(t, dossier(t))
	s.Go(place(t, at))
	p, ok := s.page.(*mappage.Page)
	if !ok {
		t.Fatalf("%s is %T", at, s.page)
	}
	return s, p
}

func theExplorer(t *testing.T, s *Shell) *mapview.Explorer {
	t.Helper()
	found := all[*mapview.Explorer](s.Content())
	if len(found) != 1 {
		t.Fatalf("there are %d maps to explore", len(found))
	}
	return found[0]
}

func TestTheMapDoesNotJumpWhenSomethingIsOpened(t *testing.T) {
	s, _ := mapPage(t, "map")
	e := theExplorer(t, s)
	at, _ := s.places.Place("dushanbe")
	x, y := e.Where(at.At)
	s.Go(place(t, "map#project/luban-workshops"))
	if x2, y2 := e.Where(at.At); x != x2 || y != y2 {
		t.Errorf("Dushanbe went from %v, %v to %v, %v", x, y, x2, y2)
	}
	s.Close()
	if x2, y2 := e.Where(at.At); x != x2 || y != y2 {
		t.Errorf("Dushanbe went from %v, %v to %v, %v", x, y, x2, y2)
	}
}

func TestTheMapArrivesWhereItIsSent(t *testing.T) {
	for at, want := range map[string]string{"map#project/mombasa-nairobi-railway": "nairobi", "map/beijing": "beijing"} {
		s, _ := mapPage(t, at)
		e := theExplorer(t, s)
		p, _ := s.places.Place(want)
		x, y := e.Where(p.At)
		if x < 0 || y < 0 || x > e.Size().Width || y > e.Size().Height || e.View().Scale < 500 {
			t.Errorf("%s: %s is at %v, %v, scale %v", at, want, x, y, e.View().Scale)
		}
	}
}

func TestBackFindsTheMapAsItWas(t *testing.T) {
	s, p := mapPage(t, "map")
	e := theExplorer(t, s)
	e.SetView(e.View().Zoom(3, 500, 300))
	p.TogglePlay() // without animation: one year on
	before := p.State()
	s.Go(place(t, "overview"))
	s.Back()
	after := s.page.State()
	if before.String() != after.String() || before.Number("year") == 0 {
		t.Errorf("it was %v, now it is %v", before, after)
	}
}

func TestLeavingTheMapEndsPlaying(t *testing.T) {
	s, p := mapPage(t, "map")
	p.TogglePlay()
	s.Go(place(t, "overview"))
	p.Left() // a second time does no harm
}

func TestAProjectOnAHiddenLayerIsShown(t *testing.T) {
	s, p := mapPage(t, "map")
	s.Go(place(t, "map#project/aiib"))
	if mapdata.StateFrom(p.State()).Hidden.Has("institutions") {
		t.Error("the bank stands open, but its layer is hidden")
	}
}

func TestAskedForOnceMoreAProjectFillsTheMap(t *testing.T) {
	s, _ := mapPage(t, "map")
	e := theExplorer(t, s)
	r := place(t, "map#project/budapest-belgrade-railway")
	s.Go(r)
	before := e.View().Scale
	s.Go(r)
	e.Arrive()
	if e.View().Scale < 3*before {
		t.Errorf("the scale went from %v to %v", before, e.View().Scale)
	}
}
