package mappage

import (
	"os"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/internal/mapdata"
	"beltroad/views/mapview"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

func TestMain(m *testing.M) { os.Exit(uitest.Run(m, &ui.Theme{Scheme: ui.Light})) }

var usual = fyne.NewSize(788, 768) // what a window of 1024x768 leaves the page

func harbour(t *testing.T) *data.Dossier {
	t.Helper()
	return datatest.Open(t, fixture.Harbour())
}

func builtin(t *testing.T) *data.Dossier {
	t.Helper()
	return datatest.Open(t, data.Builtin())
}

// shown is the page of a dossier in a window, as if it had been gone to.
func shown(t *testing.T, d *data.Dossier, textScale float32) (*Page, *uitest.Host, fyne.Canvas) {
	t.Helper()
	uitest.Wear(t, &ui.Theme{Scheme: ui.Light, TextScale: textScale})
	h := &uitest.Host{}
	p := New(mapdata.New(d), record.NewWords(uitest.English(), d), h)
	p.Open(route.To(route.Map, ""))
	c := uitest.InWindow(t, p.Content(), usual)
	p.Arrive(route.To(route.Map, ""))
	return p, h, c
}

// What the page is told by another one's state makes it stand in the same way.
func TestAPageStandsAsItsStateSays(t *testing.T) {
	p, _, _ := shown(t, harbour(t), 1)
	usual := p.State()
	p.explorer.ZoomBy(3)
	p.explorer.Arrive()
	p.player.SetYear(2030)
	p.layers["wind"].Tapped(nil)
	p.pillar.Set(new(string)) // those of no pillar
	p.filter.Pillar = mapdata.NoPillar
	p.changed()
	p.showUnplaced()
	was := p.State()
	if was["hide"] != "learning;wind" || was["year"] != "2030" || was["pillar"] != "-" || !was.Flag("unplaced") {
		t.Errorf("the state is %v", was)
	}
	again, _, _ := shown(t, harbour(t), 1)
	again.Restore(was)
	if now := again.State(); now.String() != was.String() {
		t.Errorf("it stood as %s, and stands as %s", was, now)
	}
	if again.layers["wind"].On || !again.layers["walls"].On || again.player.Year() != 2030 || again.pillar.Chosen() == nil || !again.floats.tall {
		t.Error("what chooses does not show what is chosen")
	}
	again.Restore(usual)
	if now := again.State(); now.String() != usual.String() {
		t.Errorf("it came as %s, and stands as %s", usual, now)
	}
}

// At every size of text all that is shown at first lies beside the panels.
func TestNoPanelCoversWhatIsFitted(t *testing.T) {
	d := builtin(t)
	for _, scale := range []float32{1, 1.25, 1.5, 2} {
		p, _, _ := shown(t, d, scale)
		places, _ := p.features.Pick(p.filter)
		head, foot := p.content.Objects[atHead], p.content.Objects[atFoot]
		for _, place := range places {
			x, y := p.explorer.Where(place.At)
			if y-p.floats.Dp(11) < head.Position().Y+head.Size().Height || foot.Visible() && y > foot.Position().Y {
				t.Errorf("at %v, %s lies under the head or the foot, at %v", scale, place.Name, y)
			}
			tools := p.content.Objects[atTools]
			if at := tools.Position(); tools.Visible() && x > at.X && y > at.Y {
				t.Errorf("at %v, %s lies under the tools", scale, place.Name)
			}
		}
		if free := foot.Position().Y - head.Position().Y - head.Size().Height; free < 0.3*usual.Height {
			t.Errorf("at %v the map is left a height of %v", scale, free)
		}
	}
}

func TestEscapeClosesTheListOfProjectsWithoutAPlace(t *testing.T) {
	p, _, c := shown(t, builtin(t), 1)
	if p.Escape() {
		t.Error("something was open")
	}
	p.ask(askedShown)
	test.Tap(p.unplaced)
	c.Focus(nil)
	if !p.floats.tall || !p.Escape() || p.floats.tall {
		t.Error("the list is not closed")
	}
	if c.Focused() != fyne.Focusable(p.unplaced) {
		t.Errorf("the keyboard is at %v, not where the list was opened", c.Focused())
	}
}

// A list of very many projects has few live widgets.
func TestManyProjectsWithoutAPlaceAreAShortList(t *testing.T) {
	d := datatest.Synthetic(t, 5000)
	p, _, c := shown(t, d, 1)
	test.Tap(p.unplaced)
	c.Capture()
	lines := 0
	ui.Walk(p.content.Objects[atCard], func(o fyne.CanvasObject) bool {
		if _, ok := o.(*ui.ListItem); ok {
			lines++
		}
		return true
	})
	if n := len(p.features.Unplaced); lines == 0 || lines > 60 || n < 1000 {
		t.Errorf("%d of %d projects are live", lines, n)
	}
}

// After a click or a drag on the map its keys work.
func TestTheMapTakesTheKeyboardWithThePointer(t *testing.T) {
	for name, use := range map[string]func(p *Page){
		"click": func(p *Page) { p.explorer.Tapped(&fyne.PointEvent{Position: fyne.NewPos(20, 300)}) },
		"drag":  func(p *Page) { p.explorer.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(9, 0)}) },
	} {
		p, _, c := shown(t, harbour(t), 1)
		use(p)
		if c.Focused() != fyne.Focusable(p.explorer) {
			t.Errorf("after a %s the keyboard is at %v", name, c.Focused())
		}
	}
}

func TestOpeningLeadsToRecords(t *testing.T) {
	p, h, _ := shown(t, harbour(t), 1)
	p.Open(route.To(route.Map, "").Beside(route.Project, "pilots-school"))
	if p.filter.Hidden.Has("learning") {
		t.Error("the school stands open, but its layer is hidden")
	}
	place, _ := p.features.Place("grauhaven")
	places, _ := p.features.Pick(p.filter)
	i := slices.IndexFunc(places, func(q *mapdata.Place) bool { return q.ID == place.ID })
	p.explorer.OnOpen(mapview.Target{Places: places[i : i+1]})
	if h.Last() != route.To(route.Map, "grauhaven") {
		t.Errorf("a place of several projects leads to %s", h.Last())
	}
}
