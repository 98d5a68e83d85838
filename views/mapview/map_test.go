package mapview

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"beltroad/data"
	"beltroad/internal/drawing"
	"beltroad/internal/geo"
	"beltroad/internal/mapdata"
	"beltroad/views/uitest"
)

// handy is the size of a window that is drawn fast.
var handy = fyne.NewSize(640, 400)

// explorer is a map of the dossier in a window.
func explorer(t *testing.T, f mapdata.Filter) (*Explorer, fyne.Canvas) {
	t.Helper()
	e := NewExplorer(features(t), words(t), &uitest.Host{}, f)
	return e, inWindow(t, e, handy)
}

// markOf is the mark that stands for a place.
func markOf(t *testing.T, m *Map, place string) *mark {
	t.Helper()
	for _, k := range m.stage.marks {
		if k.target.holds(place) {
			return k
		}
	}
	t.Fatalf("no mark stands for %s", place)
	return nil
}

func TestEveryPlaceHasOneMark(t *testing.T) {
	e, _ := explorer(t, mapdata.Filter{})
	seen := map[string]int{}
	for _, k := range e.stage.marks {
		for _, p := range k.target.Places {
			seen[p.ID]++
		}
	}
	for _, p := range e.choice.features.Places {
		if seen[p.ID] != 1 {
			t.Errorf("%s stands on %d marks", p.Name, seen[p.ID])
		}
	}
}

func TestMarksStandWhereTheirPlacesAre(t *testing.T) {
	e, c := explorer(t, mapdata.Filter{})
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject
	check := func(when string) {
		t.Helper()
		for _, k := range e.stage.marks {
			x, y := e.Where(k.target.Places[0].At)
			p := at(k).AddXY(k.Size().Width/2, k.Size().Height/2)
			if math.Hypot(float64(p.X-x), float64(p.Y-y)) > 1.5 {
				t.Errorf("%s: the mark of %s is at %v, its place at %v, %v", when, k.target.Places[0].Name, p, x, y)
			}
		}
	}
	check("at first")
	e.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-130, 40)})
	check("dragged")
	e.camera.see(e.camera.view.Zoom(1.7, 150, 150)) // as while the wheel turns: the scene is another's
	check("on the way")
	e.compose()
	check("closer")
	c.Capture()
}

func TestDragMovesTheMapWithThePointer(t *testing.T) {
	e, _ := explorer(t, mapdata.Filter{})
	e.SetView(e.View().Zoom(3, 320, 200))
	before := e.camera.view.Plane(250, 200)
	e.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-30, 12)})
	e.DragEnd()
	if x, y := e.camera.view.Point(before); math.Abs(x-220) > 0.01 || math.Abs(y-212) > 0.01 {
		t.Errorf("what was at 250, 200 is at %v, %v", x, y)
	}
}

func TestWheelAndDoubleClickZoomAboutThePointer(t *testing.T) {
	e, _ := explorer(t, mapdata.Filter{})
	e.SetView(e.View().Zoom(2, 320, 200)) // no edge of the map holds it
	for name, do := range map[string]func(at fyne.Position){
		"wheel": func(at fyne.Position) {
			e.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at}, Scrolled: fyne.NewDelta(0, 25)})
		},
		"double click": func(at fyne.Position) { e.DoubleTapped(&fyne.PointEvent{Position: at}); e.Arrive() },
	} {
		before, scale := e.camera.view.Plane(350, 150), e.camera.view.Scale
		do(fyne.NewPos(350, 150))
		if x, y := e.camera.view.Point(before); e.camera.view.Scale <= scale || math.Hypot(x-350, y-150) > 0.01 {
			t.Errorf("%s: the scale went from %v to %v, and what was at 350, 150 is at %v, %v", name, scale, e.camera.view.Scale, x, y)
		}
	}
}

func TestKeysMoveTheMap(t *testing.T) {
	e, _ := explorer(t, mapdata.Filter{})
	e.SetView(e.View().Zoom(4, 320, 200))
	for key, moved := range map[fyne.KeyName]func(from, to geo.View) bool{
		fyne.KeyLeft:  func(from, to geo.View) bool { return to.Centre[0] < from.Centre[0] },
		fyne.KeyRight: func(from, to geo.View) bool { return to.Centre[0] > from.Centre[0] },
		fyne.KeyUp:    func(from, to geo.View) bool { return to.Centre[1] > from.Centre[1] },
		fyne.KeyDown:  func(from, to geo.View) bool { return to.Centre[1] < from.Centre[1] },
		fyne.KeyPlus:  func(from, to geo.View) bool { return to.Scale > from.Scale },
		fyne.KeyMinus: func(from, to geo.View) bool { return to.Scale < from.Scale },
		fyne.KeyHome:  func(from, to geo.View) bool { return to == from.Fit(e.choice.bound(), e.camera.margins) },
	} {
		from := e.camera.view
		for _, focused := range []func(*fyne.KeyEvent){e.TypedKey, e.stage.marks[0].TypedKey} {
			e.SetView(from)
			focused(&fyne.KeyEvent{Name: key})
			e.Arrive()
			if !moved(from, e.camera.view) {
				t.Errorf("%s: from %v to %v", key, from, e.camera.view)
			}
		}
		e.SetView(from)
	}
}

func TestTabGoesThroughPlacesFromWestToEast(t *testing.T) {
	e, c := explorer(t, mapdata.Filter{})
	c.Focus(e)
	last := math.Inf(-1)
	for range e.stage.marks {
		c.FocusNext()
		k, ok := c.Focused().(*mark)
		if !ok {
			t.Fatalf("after a mark comes %T", c.Focused())
		}
		if k.at.At[0] < last {
			t.Errorf("%s lies west of the one before it", k.Label)
		}
		last = k.at.At[0]
		if !e.cursor.pointed.same(k.target) {
			t.Errorf("%s has the keyboard, but the map does not tell of it", k.Label)
		}
	}
}

func TestAMarkOpensWhatItStandsFor(t *testing.T) {
	e, c := explorer(t, mapdata.Filter{})
	var opened []Target
	e.OnOpen = func(x Target) { opened = append(opened, x) }
	lagos := markOf(t, &e.Map, "lagos")
	test.Tap(lagos)
	c.Focus(lagos)
	lagos.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(opened) != 2 {
		t.Fatalf("opened were %v", opened)
	}
	for _, o := range opened {
		if p, ok := o.Only(); !ok || p.ID != "lagos-blue-line" {
			t.Errorf("opened was %v", o)
		}
	}
	if p, ok := markOf(t, &e.Map, "gwadar").target.Only(); ok {
		t.Errorf("Gwadar stands for %s alone, though it has two projects", p.Name)
	}
}

func TestALineOpensItsProject(t *testing.T) {
	e, _ := explorer(t, mapdata.Filter{})
	var opened, pointed []Target
	e.OnOpen = func(x Target) { opened = append(opened, x) }
	e.OnPoint = func(x Target) { pointed = append(pointed, x) }
	a, b := markOf(t, &e.Map, "kashgar").at.At, markOf(t, &e.Map, "gwadar").at.At
	x1, y1 := e.Where(a)
	x2, y2 := e.Where(b)
	middle := fyne.NewPos((x1+x2)/2, (y1+y2)/2)
	e.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: middle}})
	e.Tapped(&fyne.PointEvent{Position: middle})
	e.Tapped(&fyne.PointEvent{Position: middle.AddXY(-60, 0)}) // beside it
	if len(opened) != 1 || opened[0].Line == nil || opened[0].Line.ID != "china-pakistan-economic-corridor" {
		t.Errorf("opened were %v", opened)
	}
	if len(pointed) == 0 || pointed[0].Line == nil {
		t.Errorf("pointed at were %v", pointed)
	}
}

func TestTheKeyboardStaysWithItsPlace(t *testing.T) {
	e, c := explorer(t, mapdata.Filter{})
	c.Focus(markOf(t, &e.Map, "bandung"))
	at := markOf(t, &e.Map, "bandung").at.At
	for _, factor := range []float64{1.6, 1.6, 1.6, 1.6, 1.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 1.6} {
		x, y := e.camera.view.Point(at)
		e.SetView(e.View().Zoom(factor, x, y))
		if k, ok := c.Focused().(*mark); !ok || !k.target.holds("bandung") && !k.target.holds("jakarta") { // they part
			t.Fatalf("at scale %v the keyboard is elsewhere", e.camera.view.Scale)
		}
	}
	e.SetView(e.View().Zoom(30, 150, 150)) // where Bandung is far away
	if c.Focused() != fyne.Focusable(e) {
		t.Errorf("the keyboard is not at the map")
	}
}

func TestAYearLeavesOutWhatIsLater(t *testing.T) {
	e, _ := explorer(t, mapdata.Filter{Year: 2021})
	for _, k := range e.stage.marks {
		for _, p := range k.target.Places {
			for _, q := range p.Projects {
				if q.When.Year > 2021 {
					t.Errorf("%s is shown, first dated %v", q.Name, q.When)
				}
			}
		}
	}
	hollow := func(place string) bool {
		return undated(markOf(t, &e.Map, place).target.Places, e.Filter())
	}
	if !hollow("mombasa") || hollow("kunming") {
		t.Error("Mombasa is not dated in the source, the railway from Kunming is")
	}
	e.SetFilter(mapdata.Filter{})
	if hollow("mombasa") {
		t.Error("without a year, nothing is told of dates")
	}
}

// What another source places is in no pillar's colour, and can be left out.
func TestWhatAnotherSourcePlaces(t *testing.T) {
	e, _ := explorer(t, mapdata.Filter{})
	d := e.choice.features.Dossier
	others := 0
	for _, p := range e.choice.places {
		look := lookOf([]*mapdata.Place{p}, &p.Projects[0], e.Filter())
		if p.Projects[0].Tie.Source == "" {
			continue
		}
		others++
		for _, m := range look.marks(drawing.Box{W: 20, H: 20}, 12, 1) {
			for _, ink := range []drawing.Ink{m.Ink, m.Edge} {
				if order, _ := ink.Order(); order != 0 {
					t.Errorf("%s is drawn in the colour of pillar %d", p.Name, order)
				}
			}
		}
	}
	for _, l := range e.choice.features.Lines {
		if order, _ := lineMark(&l.Project, e.Filter(), false).Ink.Order(); (order == 0) != (l.Project.Tie.Source != "") {
			t.Errorf("the line of %s is drawn in the colour of pillar %d", l.Project.Name, order)
		}
	}
	if others < 5 {
		t.Errorf("%d places are of another source", others)
	}
	e.SetFilter(mapdata.Filter{Only: true})
	for _, p := range e.choice.places {
		for i := range p.Projects {
			if src, ok := d.Source(p.Projects[i].Tie.Source); ok {
				t.Errorf("%s is shown, which %s places", p.Name, src.ID)
			}
		}
	}
	if len(e.choice.places) == 0 {
		t.Error("nothing is left")
	}
}

func TestNamesUnderPanelsAreNotDrawn(t *testing.T) {
	e, _ := explorer(t, mapdata.Filter{})
	lagos := markOf(t, &e.Map, "lagos")
	x, y := e.Where(lagos.at.At)
	hidden := func() bool {
		for _, l := range e.stage.labels {
			if l.mark == lagos {
				return l.text.Hidden
			}
		}
		t.Fatal("Lagos has no label")
		return false
	}
	if lagos.covered || hidden() {
		t.Fatal("Lagos is covered by nothing")
	}
	e.SetPanels([]drawing.Box{{X: float64(x) - 20, Y: float64(y) - 20, W: 40, H: 40}}, nil)
	if !lagos.covered || !hidden() {
		t.Error("Lagos lies under a panel, and is drawn")
	}
	if !lagos.Visible() {
		t.Error("the keyboard cannot reach it any more")
	}
}

func TestWorkThatIsLateIsNotShown(t *testing.T) {
	desk := &later{page: context.Background()}
	e := NewExplorer(features(t), words(t), desk, mapdata.Filter{})
	inWindow(t, e, handy)
	if e.stage.scene != nil {
		t.Fatal("the window waited for a scene")
	}
	e.SetView(e.View().Zoom(4, 320, 200))
	last := len(desk.work) - 1
	first, second := desk.work[last-1](), desk.work[last]()
	second()
	if e.stage.scene.region.Scale != e.camera.view.Scale {
		t.Error("the scene is another view's")
	}
	picture := e.stage.scene.land
	first()
	if e.stage.scene.land != picture {
		t.Error("a scene that was overtaken is shown")
	}
	e.SetView(e.View().Zoom(2, 320, 200))
	e.Stop()
	desk.work[last+1]()()
	if e.stage.scene != nil {
		t.Error("a scene is shown on a map that was left")
	}
}

func TestLandIsDrawnOncePerZoom(t *testing.T) {
	e, _ := explorer(t, mapdata.Filter{})
	e.SetView(e.View().Zoom(3, 320, 200))
	picture := e.stage.scene.land
	for range 10 {
		e.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-9, 3)})
	}
	if e.stage.scene.land != picture {
		t.Error("the land was drawn anew for a short way")
	}
	for range 30 {
		e.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-15, 0)})
	}
	if e.stage.scene.land == picture || !covers(e.stage.scene.region, e.camera.view, false) {
		t.Error("the map was moved beyond its picture")
	}
}

func TestOpeningAPaneDoesNotMoveTheMap(t *testing.T) {
	e, _ := explorer(t, mapdata.Filter{})
	x, y := e.Where(markOf(t, &e.Map, "lagos").at.At)
	e.Resize(fyne.NewSize(handy.Width-200, handy.Height))
	if x2, y2 := e.Where(markOf(t, &e.Map, "lagos").at.At); math.Abs(float64(x-x2)) > 0.1 || math.Abs(float64(y-y2)) > 0.1 {
		t.Errorf("Lagos moved from %v, %v to %v, %v", x, y, x2, y2)
	}
}

func TestLocatorShowsItsProjectAlone(t *testing.T) {
	n := &uitest.Host{}
	m := NewLocator(features(t), words(t), n, "mombasa-nairobi-railway")
	inWindow(t, m, fyne.NewSize(320, 170))
	var names []string
	for _, k := range m.stage.marks {
		names = append(names, k.target.Places[0].ID)
	}
	if slices.Sort(names); !slices.Equal(names, []string{"mombasa", "nairobi"}) {
		t.Errorf("on it are %v", names)
	}
	m.Tapped(&fyne.PointEvent{Position: fyne.NewPos(3, 3)})
	test.Tap(m.stage.marks[0])
	for _, r := range n.Gone {
		if r.String() != "map#project/mombasa-nairobi-railway" {
			t.Errorf("it went to %s", r)
		}
	}
	if len(n.Gone) != 2 {
		t.Errorf("it went %d times", len(n.Gone))
	}
}

func TestMapIsAccessible(t *testing.T) {
	e, _ := explorer(t, mapdata.Filter{})
	if l := e.AccessibilityLabel(); !strings.Contains(l, fmt.Sprintf("%d places", len(e.choice.features.Places))) {
		t.Errorf("the map is called %q", l)
	}
	for _, k := range e.stage.marks {
		if l := k.AccessibilityLabel(); !strings.Contains(l, k.target.Places[0].Name) || !strings.Contains(l, k.target.Places[0].Projects[0].Name) {
			t.Errorf("the mark of %s is called %q", k.target.Places[0].Name, l)
		}
	}
}

func TestMarksLook(t *testing.T) {
	for _, shape := range []data.Shape{data.Circle, data.Square, data.Diamond, data.Triangle, data.Pentagon, data.Ring} {
		uitest.Looks(t, "sign-"+string(shape), Sign(Look{Shape: shape, Order: 2, On: drawing.InkLand}))
	}
	uitest.Looks(t, "sign-undated", Sign(Look{Shape: data.Diamond, Order: 2, Faint: true}))
	e := harbour(t, mapdata.Filter{}, handy)
	k := markOf(t, &e.Map, "hai-lam")
	uitest.Looks(t, "mark", k)
	e.Select("bay-ferry", "")
	uitest.Looks(t, "mark-selected", k)
	fyne.CurrentApp().Driver().CanvasForObject(e).Focus(k)
	uitest.Looks(t, "mark-focused", k)
	uitest.Looks(t, "mark-several", markOf(t, &e.Map, "grauhaven"))
	uitest.Looks(t, "legend", Legend(e.choice.features, e.words))
}

func TestAnotherChoiceKeepsTheLand(t *testing.T) {
	e, _ := explorer(t, mapdata.Filter{})
	land, marks := e.stage.scene.land, len(e.stage.marks)
	e.SetFilter(mapdata.Filter{Hidden: "railways"})
	if e.stage.scene.land != land {
		t.Error("the land was drawn anew for other marks")
	}
	if len(e.stage.marks) >= marks {
		t.Errorf("there are %d marks, and were %d with railways", len(e.stage.marks), marks)
	}
}
