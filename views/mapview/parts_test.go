package mapview

import (
	"context"
	"image"
	"image/color"
	"math"
	"runtime"
	"testing"
	"weak"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/paulmach/orb"

	"beltroad/data"
	"beltroad/internal/drawing"
	"beltroad/internal/geo"
	"beltroad/internal/mapdata"
	"beltroad/views/uitest"
)

// recorded is a camera that tells how often it rested.
func recorded(animated bool) (c *camera, rested *int) {
	rested = new(int)
	c = &camera{moves: func() bool { return animated }, moved: func() {}, rested: func() { *rested++ }}
	return c, rested
}

func TestCameraWaitsForASize(t *testing.T) {
	c, rested := recorded(false)
	here := geo.Project(100, 15)
	c.fit(func() orb.Bound { return here.Bound() })
	c.fly(geo.View{}) // there is nothing to fly from
	if *rested != 0 {
		t.Error("it rests without a size")
	}
	c.margins = geo.Margins{Left: 100}
	if !c.resize(fyne.NewSize(400, 300)) || c.resize(fyne.NewSize(400, 300)) || c.resize(fyne.NewSize(0, 300)) {
		t.Error("a size is another one once")
	}
	if x, y := c.view.Point(here); math.Hypot(x-250, y-150) > 1e-6 || *rested != 1 {
		t.Errorf("what was to be fitted is at %v, %v; it rested %d times", x, y, *rested)
	}
}

func TestCameraArrivesWhereItFlies(t *testing.T) {
	for _, animated := range []bool{false, true} {
		c, rested := recorded(animated)
		c.resize(fyne.NewSize(400, 300))
		before := *rested
		to := c.view.Zoom(4, 100, 100)
		c.fly(to) // the tests' driver comes to the end of an animation at once
		if c.view != to || c.flight != nil || *rested != before+1 {
			t.Errorf("with animation %v it is at %v and rested %d times", animated, c.view, *rested-before)
		}
	}
}

func TestAFlightIsCutShort(t *testing.T) {
	for name, c := range map[string]struct {
		do      func(c *camera)
		arrives bool
	}{
		"arrive": {(*camera).arrive, true}, "settle": {(*camera).settle, false},
		"set":    {func(c *camera) { c.set(func(sized geo.View) geo.View { return sized }) }, false},
		"resize": {func(c *camera) { c.resize(fyne.NewSize(400, 301)) }, false},
	} {
		cam, _ := recorded(true)
		cam.resize(fyne.NewSize(400, 300))
		from := cam.view.Scale
		cam.flight, cam.goal = fyne.NewAnimation(0, func(float32) {}), cam.view.Zoom(4, 100, 100)
		c.do(cam)
		if arrived := cam.view.Scale == cam.goal.Scale; cam.flight != nil || arrived != c.arrives || !arrived && math.Abs(cam.view.Scale/from-1) > 0.01 {
			t.Errorf("%s: it is at %v, flying %v", name, cam.view, cam.flight != nil)
		}
	}
}

func TestCursorTellsWhatStandsOut(t *testing.T) {
	bank := mapdata.Project{Project: &data.Project{ID: "bank"}}
	port := mapdata.Project{Project: &data.Project{ID: "port"}}
	town := &mapdata.Place{Place: data.Place{ID: "town"}, Projects: []mapdata.Project{bank, port}}
	quay := &mapdata.Place{Place: data.Place{ID: "quay"}, Projects: []mapdata.Project{port}}
	both, one := Target{Places: []*mapdata.Place{town, quay}}, Target{Places: []*mapdata.Place{quay}}
	for _, c := range []struct {
		name      string
		cursor    cursor
		both, one bool   // stand for what is open
		first     string // project of both
	}{
		{"nothing", cursor{}, false, false, "bank"},
		{"a project", cursor{project: "port"}, true, true, "port"},
		{"a project at one of them", cursor{project: "bank"}, true, false, "bank"},
		{"a project elsewhere", cursor{project: "railway"}, false, false, "bank"},
		{"a place", cursor{place: "town"}, true, false, "bank"},
	} {
		if c.cursor.open(both) != c.both || c.cursor.open(one) != c.one || c.cursor.first(both).ID != c.first {
			t.Errorf("%s: %v, %v, %s", c.name, c.cursor.open(both), c.cursor.open(one), c.cursor.first(both).ID)
		}
	}
	pointing := cursor{project: "port", pointed: Target{Line: &bank}}
	if !pointing.strong("port") || !pointing.strong("bank") || pointing.strong("railway") {
		t.Error("strong are what stands open and the line that is pointed at")
	}
}

// plainOrder is for a view in colours of its own.
func plainOrder(t testing.TB, f *mapdata.Features, v geo.View) order {
	t.Helper()
	_, c := theColours(t)
	return order{
		view: v, region: surroundings(v, false), pixels: 1, colours: c, choice: newChoice(f, mapdata.Filter{}), avoid: beside(v, surroundings(v, false)),
		style: style{Sizes: geo.Sizes{Apart: 14, Mark: 19, Many: 24, Height: 20, Gap: 1, Most: mostMarks}, unit: 1, label: 13},
	}
}

func theColours(t testing.TB) (drawing.Palette, colours) {
	t.Helper()
	m := New(features(t), words(t), &uitest.Host{}, mapdata.Filter{})
	return m.palette(), m.colours()
}

func TestAnOrderServesNearViews(t *testing.T) {
	f := features(t)
	v := geo.View{}.Resized(640, 400).Zoom(5, 320, 200)
	o := plainOrder(t, f, v)
	near, far, closer := plainOrder(t, f, v.Pan(40, -20)), plainOrder(t, f, v.Pan(400, 0)), plainOrder(t, f, v.Zoom(1.1, 320, 200))
	year, dark, large := plainOrder(t, f, v), plainOrder(t, f, v), plainOrder(t, f, v)
	year.choice.set(mapdata.Filter{Year: 2013})
	dark.colours = colours{}
	large.style.unit = 2
	if !o.serves(&o) || !o.serves(&near) {
		t.Error("it does not serve what is near")
	}
	for name, p := range map[string]*order{"far": &far, "closer": &closer, "another year": &year, "other colours": &dark, "larger text": &large} {
		if o.serves(p) {
			t.Errorf("it serves what is %s", name)
		}
	}
}

func TestASceneIsGivenUp(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	o := plainOrder(t, features(t), geo.View{}.Resized(640, 400))
	if s, ok := o.draw(ctx, land()); ok || s != nil {
		t.Error("it is drawn to the end")
	}
}

// Very many lines are a part of the picture; those that stand out are objects.
func TestVeryManyLinesArePainted(t *testing.T) {
	few := features(t)
	many := mapdata.Features{Dossier: few.Dossier, Layers: few.Layers, Statuses: few.Statuses, Places: few.Places}
	for i := range 400 {
		l := *few.Lines[i%len(few.Lines)]
		l.Parts = geo.Path([][2]float64{{float64(i)*0.8 - 160, -40}, {float64(i)*0.8 - 160, 60}})
		many.Lines = append(many.Lines, &l)
	}
	e := NewExplorer(&many, words(t), &uitest.Host{}, mapdata.Filter{})
	c := inWindow(t, e, handy)
	if !e.stage.scene.painted || len(e.stage.lines) != 0 {
		t.Fatalf("%d lines are objects", len(e.stage.lines))
	}
	middle := e.stage.scene.region
	x, y := middle.Point(geo.Project(many.Lines[200].Parts[0][0][0]*0, 0)) // on the equator, where lines cross it
	row, sea := 0, e.stage.scene.colours[drawing.InkSea]
	r, g, b, _ := sea.RGBA()
	for x := range e.stage.scene.land.Rect.Dx() {
		if pr, pg, pb, _ := e.stage.scene.land.At(x, int(y)).RGBA(); pr != r || pg != g || pb != b {
			row++
		}
	}
	if row < 100 {
		t.Errorf("%d pixels of the equator, at %v, are anything but sea", row, x)
	}
	land := e.stage.scene.land
	id := many.Lines[0].Project.ID
	e.Select(id, "")
	if len(e.stage.lines) == 0 || e.stage.lines[0].line.Project.ID != id || e.stage.scene.land != land {
		t.Errorf("%d lines stand out", len(e.stage.lines))
	}
	e.Select("", "")
	if len(e.stage.lines) != 0 {
		t.Error("what stands open no more still stands out")
	}
	c.Capture()
}

// The picture of a map that keeps still has lines and signs; what stands out is
// drawn above it.
func TestAMapThatKeepsStillIsAPicture(t *testing.T) {
	f := features(t)
	m := NewSmall(f, words(t), &uitest.Host{}, mapdata.Filter{})
	c := inWindow(t, m, handy)
	s := m.stage.scene
	if s.region.Width != m.camera.view.Width || len(m.stage.lines) > 0 {
		t.Errorf("%g pixels of %g are drawn, and %d lines", s.region.Width, m.camera.view.Width, len(m.stage.lines))
	}
	signs := 0
	for _, k := range m.stage.marks {
		for _, o := range test.WidgetRenderer(k).Objects() {
			if _, ok := o.(*canvas.Text); !ok {
				t.Errorf("the mark of %s draws a %T", k.target.Places[0].Name, o)
			}
		}
		if len(k.target.Places) > 1 {
			continue
		}
		p := &k.target.Places[0].Projects[0]
		x, y := s.region.Point(k.at.At)
		if p.Layer.Shape != data.Ring && s.land.At(int(x), int(y)) == color.RGBAModel.Convert(s.colours[drawing.Pillar(p.Order)]) {
			signs++
		}
	}
	if signs < 3 {
		t.Errorf("%d signs are in the picture", signs)
	}
	k := m.stage.marks[0]
	k.MouseIn(&desktop.MouseEvent{})
	if len(test.WidgetRenderer(k).Objects()) < 2 {
		t.Error("what is pointed at does not stand out")
	}
	k.MouseOut()
	line := f.Lines[0].Project.ID
	m.Select(line, "")
	if len(m.stage.lines) == 0 {
		t.Error("the line that stands open does not stand out")
	}
	c.Capture()
}

// However often the map is enlarged, it keeps one picture, and no more objects.
func TestZoomingLeavesNothingBehind(t *testing.T) {
	e := NewExplorer(scattered(t, 1000), words(t), &uitest.Host{}, mapdata.Filter{})
	c := inWindow(t, e, handy)
	c.Capture()
	var pictures []weak.Pointer[image.RGBA]
	widgets := map[*mark]bool{}
	zoom := func(times int) {
		for i := range times {
			e.SetView(e.View().Zoom([]float64{1.7, 1.3, 0.5, 1 / 1.2}[i%4], 320, 200))
			pictures = append(pictures, weak.Make(e.stage.scene.land))
			for _, k := range e.stage.marks {
				widgets[k] = true
			}
		}
	}
	zoom(40)
	before := len(widgets)
	heap := live()
	zoom(200)
	grown := int64(live()) - int64(heap)
	if len(widgets) > before+mostMarks/2 {
		t.Errorf("there were %d marks, then %d more", before, len(widgets)-before)
	}
	const most = 1 << 20
	if grown > most {
		t.Errorf("200 zooms leave %d KB behind", grown>>10)
	}
	alive := 0
	for _, p := range pictures {
		if p.Value() != nil {
			alive++
		}
	}
	if alive > 2 {
		t.Errorf("%d pictures are kept of %d", alive, len(pictures))
	}
}

// live is how much of the heap is in use, without what pools keep for a while.
func live() uint64 {
	for range 3 {
		runtime.GC()
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// A map that is left has no picture; shown again, it is as it was.
func TestALeftMapKeepsNoPicture(t *testing.T) {
	e, c := explorer(t, mapdata.Filter{})
	e.SetView(e.View().Zoom(3, 320, 200))
	before := c.Capture()
	picture := weak.Make(e.stage.scene.land)
	view := e.View()
	e.Stop()
	e.Stop() // a second time does no harm
	c.Capture()
	live()
	if picture.Value() != nil {
		t.Error("the picture is kept")
	}
	test.WidgetRenderer(e).Layout(handy)
	if e.View() != view || e.stage.scene == nil {
		t.Fatalf("it is at %v, not %v", e.View(), view)
	}
	if after := c.Capture(); string(after.(*image.NRGBA).Pix) != string(before.(*image.NRGBA).Pix) {
		t.Error("it looks otherwise than before")
	}
}

// Going back while another scene is drawn keeps the one that is there.
func TestAViewThatIsLeftAgainIsNotShown(t *testing.T) {
	h := &later{page: context.Background()}
	e := NewExplorer(features(t), words(t), h, mapdata.Filter{})
	inWindow(t, e, handy)
	h.run()
	view := e.View()
	e.SetView(view.Zoom(4, 320, 200))
	e.SetView(view)
	h.run()
	if e.stage.scene.region.Scale != view.Scale {
		t.Errorf("the scene is of scale %v, the view of %v", e.stage.scene.region.Scale, view.Scale)
	}
	waiting := len(h.work)
	e.SetView(view.Zoom(4, 320, 200))
	e.SetView(e.View().Pan(20, 0)) // what is being drawn will do for it
	if n := len(h.work) - waiting; n != 1 {
		t.Errorf("%d scenes are drawn", n)
	}
}

// What is drawn ends with its page.
func TestDrawingEndsWithThePage(t *testing.T) {
	page, leave := context.WithCancel(context.Background())
	h := &later{page: page}
	e := NewExplorer(features(t), words(t), h, mapdata.Filter{})
	inWindow(t, e, handy)
	leave()
	h.run()
	if e.stage.scene != nil {
		t.Error("a page that was left got its scene")
	}
}
