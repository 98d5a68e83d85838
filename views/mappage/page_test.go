package mappage

import (
	"fmt"
	"os"
	"slices"
	"strings"
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

// At every size of text all that is shown at first lies beside the panels, folded and
// where there is room for them all.
func TestNoPanelCoversWhatIsFitted(t *testing.T) {
	d := builtin(t)
	for _, c := range []struct {
		scale float32
		asked asked
		free  float32 // of the height
	}{{1, "", 0.7}, {1.25, "", 0.7}, {1.5, "", 0.6}, {2, "", 0.5}, {1, askedShown, 0.5}, {1.25, askedShown, 0.3}} {
		p, _, _ := shown(t, d, c.scale)
		p.ask(c.asked)
		p.explorer.Fit()
		p.explorer.Arrive()
		places, _ := p.features.Pick(p.filter)
		top, bottom := float32(0), p.content.Objects[atFooter].Position().Y
		for i, o := range p.content.Objects[atHead : atTools+1] {
			from, to := o.Position(), o.Position().Add(o.Size())
			switch {
			case !o.Visible():
				continue
			case i == 0:
				top = to.Y
			case i == 1:
				bottom = from.Y
			}
			for _, place := range places {
				if x, y := p.explorer.Where(place.At); x > from.X && x < to.X && y > from.Y-p.floats.Dp(11) && y < to.Y {
					t.Errorf("at %v, %q: %s lies under a panel, at %v", c.scale, c.asked, place.Name, y)
				}
			}
		}
		if free := (bottom - top) / usual.Height; free < c.free {
			t.Errorf("at %v, %q: the map is left %.2f of the height", c.scale, c.asked, free)
		}
	}
}

// In a small window all stands in one bar. One button shows what chooses and explains,
// and stays where it is; the map that is fitted then keeps off that, and is larger
// without it.
func TestPanelsFoldIntoOneBar(t *testing.T) {
	p, _, _ := shown(t, builtin(t), 1)
	toggle, d := p.panels.toggle, fyne.CurrentApp().Driver()
	visible := func() (n int) {
		for _, o := range p.content.Objects[atHead : atTools+1] {
			if o.Visible() {
				n++
			}
		}
		return n
	}
	parts := func() string {
		var all []string
		for _, o := range []fyne.CanvasObject{p.unplaced, p.pillar, p.layers["ports"], p.floats.legend, p.player.Parts()[0]} {
			at := d.AbsolutePositionForObject(o)
			all = append(all, fmt.Sprint(o.Visible() && at != fyne.Position{}))
		}
		return strings.Join(all, " ")
	}
	at, folded := d.AbsolutePositionForObject(toggle), p.explorer.View().Scale
	if high := p.content.Objects[atHead].Size().Height; visible() != 1 || high > 80 || !p.panels.tools.Visible() || !p.panels.above.Visible() {
		t.Errorf("there are %d panels, the first is %g high", visible(), high)
	}
	test.Tap(toggle)
	if visible() < 2 || p.panels.folded || !p.floats.legend.Visible() || !p.layers["ports"].Visible() || p.State()[panelsState] != "shown" {
		t.Errorf("what chooses and explains does not come: %s", parts())
	}
	if now := d.AbsolutePositionForObject(toggle); now != at {
		t.Errorf("the button goes from %v to %v", at, now)
	}
	p.explorer.Fit()
	p.explorer.Arrive()
	if p.explorer.View().Scale > folded {
		t.Error("the panels take no room of the map that is fitted")
	}
	again, _, _ := shown(t, builtin(t), 1)
	if again.Restore(p.State()); again.panels.folded {
		t.Error("what was asked for is forgotten")
	}
	if test.Tap(toggle); visible() != 1 || p.State()[panelsState] != "folded" {
		t.Errorf("%d panels stay", visible())
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
