package mapview

import (
	"image/color"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"beltroad/internal/geo"
	"beltroad/internal/mapdata"
	"beltroad/views/record"
	"beltroad/views/ui"
)

// mark is the sign of a place, or of several that would cover one another.
type mark struct {
	ui.Press

	m       *Map
	at      geo.Mark
	target  Target
	covered bool // it cannot be seen, but the keyboard still gets to it
}

var (
	_ fyne.Widget       = (*mark)(nil)
	_ fyne.Focusable    = (*mark)(nil)
	_ desktop.Hoverable = (*mark)(nil)
)

func newMark(m *Map) *mark {
	k := &mark{m: m}
	k.OnTapped = func() { m.open(k.target) }
	k.ExtendBaseWidget(k)
	return k
}

// set tells the mark which places it stands for.
func (k *mark) set(places []mapdata.Place) {
	k.target = Target{Places: places}
	all := names(places)
	const most = 8
	if len(all) > most {
		all = append(all[:most], "…")
	}
	k.Label = strings.Join(all, ", ")
	if len(places) > 1 {
		k.Label = record.Count("count.places", len(places)) + ": " + k.Label
	}
}

// placesOf are the places of a mark, of all that its sites were made of.
func placesOf(g geo.Mark, all []mapdata.Place) []mapdata.Place {
	places := make([]mapdata.Place, len(g.Sites))
	for i, s := range g.Sites {
		places[i] = all[s]
	}
	return places
}

// names are those of places, each with its projects after it.
func names(places []mapdata.Place) []string {
	var all []string
	for _, p := range places {
		all = append(all, p.Name)
		for _, q := range p.Projects {
			all = append(all, q.Name)
		}
	}
	return all
}

func (k *mark) holds(place string) bool {
	for _, p := range k.target.Places {
		if p.ID == place {
			return true
		}
	}
	return false
}

// MouseIn implements [desktop.Hoverable].
func (k *mark) MouseIn(e *desktop.MouseEvent) {
	k.Press.MouseIn(e)
	k.m.point(k.target)
}

// MouseOut implements [desktop.Hoverable].
func (k *mark) MouseOut() {
	k.Press.MouseOut()
	k.m.point(Target{})
}

// FocusGained implements [fyne.Focusable].
func (k *mark) FocusGained() {
	k.Press.FocusGained()
	k.m.Reveal(k.at.At)
	k.m.point(k.target)
}

// FocusLost implements [fyne.Focusable].
func (k *mark) FocusLost() {
	k.Press.FocusLost()
	k.m.point(Target{})
}

// TypedKey implements [fyne.Focusable].
func (k *mark) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		k.Press.TypedKey(e)
	default:
		k.m.keys(e)
	}
}

// side is the diameter of the mark's sign.
func (k *mark) side() float32 {
	switch {
	case len(k.target.Places) > 1:
		return ui.Dp(22)
	case k.Hovered() || k.selected():
		return ui.Dp(15)
	default:
		return ui.Dp(12)
	}
}

// markRoom is the side of a mark's square, in which it is found by the pointer.
func markRoom() float32 { return ui.Dp(28) }

// CreateRenderer implements [fyne.Widget].
func (k *mark) CreateRenderer() fyne.WidgetRenderer {
	r := &markRenderer{k: k}
	r.Refresh()
	return r
}

type markRenderer struct {
	k       *mark
	objects []fyne.CanvasObject
}

func (r *markRenderer) Destroy()                     {}
func (r *markRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *markRenderer) MinSize() fyne.Size           { return fyne.NewSquareSize(markRoom()) }
func (r *markRenderer) Layout(s fyne.Size)           { r.compose(s) }

func (r *markRenderer) Refresh() {
	r.compose(r.k.Size())
	canvas.Refresh(r.k)
}

// compose lists what the mark is drawn of: a ring if it is selected or has the
// keyboard, its sign, and a number if it stands for several places.
func (r *markRenderer) compose(s fyne.Size) {
	k := r.k
	r.objects = nil
	if len(k.target.Places) == 0 || k.covered {
		return
	}
	p, side := k.first(), k.side()
	if k.Focused() || k.selected() {
		col := ui.ColorAccent
		if k.Focused() {
			col = ui.ColorFocus
		}
		ring := canvas.NewCircle(ui.Faint(ui.Colour(ui.ColorCard), 0xC0))
		ring.StrokeColor, ring.StrokeWidth = ui.Colour(col), 2
		r.put(ring, s, min(s.Width, side+ui.Dp(9)))
	}
	if len(k.target.Places) > 1 {
		r.number(s, side)
		return
	}
	look := Look{Layer: p.Layer, Order: p.Order, Faint: k.undated(), On: ui.ColorLand}
	r.put(Sign(look), s, side)
}

// number draws a disc with how many places the mark stands for.
func (r *markRenderer) number(s fyne.Size, side float32) {
	disc := canvas.NewCircle(ui.Colour(ui.ColorCard))
	disc.StrokeColor, disc.StrokeWidth = ui.Colour(ui.ColorInk), 1.5
	r.put(disc, s, side)
	n := ui.PlainText(strconv.Itoa(len(r.k.target.Places)), ui.Dp(11), true, ui.ColorInk)
	m := n.MinSize()
	n.Move(fyne.NewPos((s.Width-m.Width)/2, (s.Height-m.Height)/2))
	n.Resize(m)
	r.objects = append(r.objects, n)
}

// put adds an object in the middle of the mark.
func (r *markRenderer) put(o fyne.CanvasObject, s fyne.Size, side float32) {
	o.Move(fyne.NewPos((s.Width-side)/2, (s.Height-side)/2))
	o.Resize(fyne.NewSquareSize(side))
	r.objects = append(r.objects, o)
}

// first is the project that gives the mark its sign: the one that stands open,
// or that with most figures.
func (k *mark) first() mapdata.Project {
	for _, p := range k.target.Places {
		for _, q := range p.Projects {
			if q.ID == k.m.selected {
				return q
			}
		}
	}
	return k.target.Places[0].Projects[0]
}

// selected tells whether the mark stands for what is open.
func (k *mark) selected() bool {
	return k.m.selected != "" && k.first().ID == k.m.selected || k.m.chosen != "" && k.holds(k.m.chosen)
}

// undated tells whether all that the mark stands for is without a date, on a map
// of a year.
func (k *mark) undated() bool {
	for _, p := range k.target.Places {
		for _, q := range p.Projects {
			if !k.m.filter.Undated(q) {
				return false
			}
		}
	}
	return true
}

// Look is what the sign of a place says.
type Look struct {
	Layer mapdata.Layer       // by its shape
	Order int                 // of the pillar, by its colour
	Faint bool                // undated: not filled
	On    fyne.ThemeColorName // the ground, for a rim that parts it from lines; empty: no rim
}

// Sign is the sign of a place.
func Sign(l Look) fyne.CanvasObject {
	col := ui.Colour(ui.PillarColor(l.Order))
	var objs []fyne.CanvasObject
	if l.On != "" {
		objs = append(objs, shape(l.Layer, ui.Colour(l.On), nil))
	}
	if l.Faint {
		objs = append(objs, shape(l.Layer, ui.Colour(ui.ColorCard), col))
	} else {
		objs = append(objs, shape(l.Layer, col, nil))
	}
	return &fyne.Container{Layout: swelled{l.Layer.Swell()}, Objects: objs}
}

// swelled lays objects on one another around a middle, the first with a rim.
type swelled struct{ by float32 }

func (swelled) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSquareSize(8) }

func (l swelled) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	for i, o := range objs {
		side := s.Width * l.by
		if i < len(objs)-1 {
			side += ui.Dp(3.5) * l.by
		}
		o.Resize(fyne.NewSquareSize(side))
		o.Move(fyne.NewPos((s.Width-side)/2, (s.Height-side)/2))
	}
}

// shape is the shape of a layer, with an edge if there is a colour for one.
func shape(l mapdata.Layer, fill, edge color.Color) fyne.CanvasObject {
	width := float32(2)
	if edge == nil {
		edge, width = color.Transparent, 0
	}
	switch l {
	case mapdata.Railways:
		return &canvas.Circle{FillColor: fill, StrokeColor: edge, StrokeWidth: width}
	case mapdata.Places:
		return &canvas.Rectangle{FillColor: fill, StrokeColor: edge, StrokeWidth: width, CornerRadius: 1}
	default:
		return &canvas.RegularPolygon{Sides: cornersOf(l), FillColor: fill, StrokeColor: edge, StrokeWidth: width}
	}
}

// cornersOf is how many corners a layer's sign has; 0 for a disc.
func cornersOf(l mapdata.Layer) uint { return []uint{0, 4, 3, 4, 5}[l] }

// LayerName is the name of a layer for the user.
func LayerName(l mapdata.Layer) string { return lang.L("map.layer." + l.Name()) }
