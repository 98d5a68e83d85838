package mapview

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"testing"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/internal/geo"
	"beltroad/internal/mapdata"
	"beltroad/views/record"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

func TestMain(m *testing.M) { os.Exit(uitest.Run(m, &ui.Theme{Scheme: ui.Light})) }

// features are those of the built-in dossier.
func features(t testing.TB) *mapdata.Features {
	t.Helper()
	d := datatest.Open(t, data.Builtin())
	return mapdata.New(d)
}

// words are the English ones for the built-in dossier.
func words(t testing.TB) *record.Words {
	t.Helper()
	return record.NewWords(uitest.English(), features(t).Dossier)
}

// later is a host that does work when it is told to.
type later struct {
	uitest.Host

	work []func() func()
	page context.Context
}

// Background keeps the work.
func (l *later) Background(work func(context.Context) func()) {
	l.work = append(l.work, func() func() { return work(l.page) })
}

// run does the work that is left, and what it finishes with.
func (l *later) run() {
	for _, work := range l.work {
		work()()
	}
	l.work = nil
}

// scattered are that many places all over the Earth, the same each time.
func scattered(t testing.TB, places int) *mapdata.Features {
	t.Helper()
	r := rand.New(rand.NewPCG(7, 11)) // #nosec G404 -- places for a test
	f := &mapdata.Features{Dossier: features(t).Dossier}
	for i := range places {
		lon, lat := r.Float64()*360-180, r.Float64()*140-60
		f.Places = append(f.Places, &mapdata.Place{
			Place:    data.Place{ID: fmt.Sprint("p", i), Name: fmt.Sprint("Place ", i), Lon: lon, Lat: lat},
			At:       geo.Project(lon, lat),
			Projects: []mapdata.Project{{Project: &data.Project{ID: fmt.Sprint("q", i), Name: "Project"}, Order: i%5 + 1, Most: i % 7}},
		})
	}
	return f
}

// synthetic are those of a dossier of so many projects.
func synthetic(t testing.TB, projects int) *mapdata.Features {
	t.Helper()
	d := datatest.Synthetic(t, projects)
	return mapdata.New(d)
}

// inWindow shows a map in a test window.
func inWindow(t *testing.T, o fyne.CanvasObject, size fyne.Size) fyne.Canvas {
	t.Helper()
	uitest.Wear(t, &ui.Theme{Scheme: ui.Light})
	return uitest.InWindow(t, o, size)
}
