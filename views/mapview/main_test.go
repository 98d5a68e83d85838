package mapview

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"beltroad/assets"
	"beltroad/data"
	"beltroad/internal/geo"
	"beltroad/internal/mapdata"
	"beltroad/views/route"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

func TestMain(m *testing.M) { os.Exit(uitest.Run(m, &ui.Theme{Scheme: ui.Light})) }

// world is that of the built-in dossier. Its maps are drawn at once.
func world(t testing.TB) (*World, *data.Dossier) {
	t.Helper()
	d, err := data.Open(data.Builtin())
	if err != nil {
		t.Fatal(err)
	}
	return NewWorld(d, inline{1}), d
}

// later is a desk that does work when it is told to.
type later struct{ work []func() func() }

func (l *later) Background(work func(context.Context) func()) {
	l.work = append(l.work, func() func() { return work(context.Background()) })
}

func (*later) Pixels() float64 { return 0 }

// nav remembers where it went.
type nav struct{ gone []route.Route }

func (n *nav) Go(r route.Route) { n.gone = append(n.gone, r) }

// scattered is a world of that many places all over the Earth, the same each time.
func scattered(places int) *World {
	r := rand.New(rand.NewPCG(7, 11)) // #nosec G404 -- places for a test
	a := &mapdata.Atlas{}
	for i := range places {
		lon, lat := r.Float64()*360-180, r.Float64()*140-60
		a.Places = append(a.Places, mapdata.Place{
			Place:    data.Place{ID: fmt.Sprint("p", i), Name: fmt.Sprint("Place ", i), Lon: lon, Lat: lat},
			At:       geo.Project(lon, lat),
			Projects: []mapdata.Project{{Project: data.Project{ID: fmt.Sprint("q", i), Name: "Project"}, Order: i%5 + 1, Most: i % 7}},
		})
	}
	return &World{Atlas: a, desk: inline{1}, land: func() *geo.Land {
		land, err := geo.ReadLand(assets.Land)
		if err != nil {
			panic(err)
		}
		return land
	}}
}

// onCanvas puts an object on a canvas without padding, drawn in software.
func onCanvas(o fyne.CanvasObject, size fyne.Size) fyne.Canvas {
	c := software.NewCanvas()
	c.SetPadded(false)
	c.SetContent(o)
	c.Resize(size)
	return c
}

// inWindow shows a map in a test window.
func inWindow(t *testing.T, o fyne.CanvasObject, size fyne.Size) fyne.Canvas {
	t.Helper()
	t.Cleanup(func() { test.NewApp().Settings().SetTheme(&ui.Theme{Scheme: ui.Light}) }) // for the tests that need no window
	test.NewTempApp(t).Settings().SetTheme(&ui.Theme{Scheme: ui.Light})
	w := test.NewTempWindow(t, o)
	w.SetPadded(false)
	w.Resize(size)
	return w.Canvas()
}
