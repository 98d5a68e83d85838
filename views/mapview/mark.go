package mapview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"beltroad/internal/drawing"
	"beltroad/internal/geo"
	"beltroad/internal/mapdata"
	"beltroad/views/paint"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// mark is the sign of a place, or of several that would cover one another.
type mark struct {
	ui.Pressable

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
func (k *mark) set(places []*mapdata.Place) {
	k.target = Target{Places: places}
	const most = 8
	all := names(places, most+1)
	if len(all) > most {
		all = append(all[:most], "…")
	}
	if inkOfMany(places) == drawing.InkMuted {
		all = append(all, k.m.words.Say("map.elsewhere"))
	}
	k.Label = k.m.words.Series(all)
	if len(places) > 1 {
		k.Label = k.m.words.Count("count.places", len(places)) + ": " + k.Label
	}
}

// names are those of places, each with its projects after it, until there are so many.
func names(places []*mapdata.Place, most int) []string {
	var all []string
	for _, p := range places {
		all = append(all, p.Name)
		for i := range p.Projects {
			all = append(all, p.Projects[i].Name)
		}
		if len(all) >= most {
			return all
		}
	}
	return all
}

// TappedSecondary implements [fyne.SecondaryTappable].
func (k *mark) TappedSecondary(e *fyne.PointEvent) { k.m.context(k, e, k.target) }

// MouseIn implements [desktop.Hoverable].
func (k *mark) MouseIn(e *desktop.MouseEvent) {
	k.Pressable.MouseIn(e)
	k.m.point(k.target)
}

// MouseOut implements [desktop.Hoverable].
func (k *mark) MouseOut() {
	k.Pressable.MouseOut()
	k.m.point(Target{})
}

// FocusGained implements [fyne.Focusable].
func (k *mark) FocusGained() {
	k.Pressable.FocusGained()
	k.m.Reveal(k.at.At)
	k.m.point(k.target)
}

// FocusLost implements [fyne.Focusable].
func (k *mark) FocusLost() {
	k.Pressable.FocusLost()
	k.m.point(Target{})
}

// LeadsTo implements [ui.Leader].
func (k *mark) LeadsTo() route.Route { return k.m.leads(k.target) }

// TypedKey implements [fyne.Focusable].
func (k *mark) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		k.Pressable.TypedKey(e)
	default:
		if !ui.ContextByKey(k, e.Name, k.Size().Height, k.m.leads(k.target), k.m.Actions...) {
			k.m.keys(e)
		}
	}
}

// side is the diameter of the mark's sign.
func (k *mark) side() float32 {
	switch {
	case len(k.target.Places) > 1:
		return k.Dp(manySide)
	case k.Hovered() || k.m.cursor.open(k.target):
		return k.Dp(nearSide)
	default:
		return k.Dp(signSide)
	}
}

// room is the side of the mark's square, in which it is found by the pointer.
func (k *mark) room() float32 { return k.Dp(28) }

// CreateRenderer implements [fyne.Widget].
func (k *mark) CreateRenderer() fyne.WidgetRenderer {
	r := &markRenderer{k: k}
	r.Refresh()
	return r
}

type markRenderer struct {
	k       *mark
	painter paint.Painter
	objects []fyne.CanvasObject
}

func (r *markRenderer) Destroy()                     {}
func (r *markRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *markRenderer) MinSize() fyne.Size           { return fyne.NewSquareSize(r.k.room()) }
func (r *markRenderer) Layout(s fyne.Size)           { r.compose(s) }

func (r *markRenderer) Refresh() {
	r.compose(r.k.Size())
	canvas.Refresh(r.k)
}

// compose lists what the mark is drawn of: a ring if it is selected or has the
// keyboard, its sign, and a number if it stands for several places.
func (r *markRenderer) compose(s fyne.Size) {
	k := r.k
	r.objects, r.painter.Thick = nil, k.Thick()
	if len(k.target.Places) == 0 || k.covered {
		return
	}
	in := drawing.Box{W: float64(s.Width), H: float64(s.Height)}
	side, unit := float64(k.side()), float64(k.Dp(1))
	if k.m.still && !k.Focused() && !k.Hovered() && !k.m.cursor.open(k.target) {
		// the map's picture has its sign, but no letters
		r.objects = r.painter.Paint(lettered(signMarks(k.target.Places, k.m.choice.filter, in, unit)), paint.Palette(k.ColorOf))
		return
	}
	var marks []drawing.Mark
	if k.Focused() || k.m.cursor.open(k.target) {
		ink := drawing.InkAccent
		if k.Focused() {
			ink = drawing.InkFocus
		}
		marks = ringMarks(in, min(in.W, side+9*unit), ink)
	}
	if n := len(k.target.Places); n > 1 {
		marks = append(marks, manyMarks(in, n, inkOfMany(k.target.Places), side, unit)...)
	} else {
		p := k.m.cursor.first(k.target)
		marks = append(marks, lookOf(k.target.Places, p, k.m.choice.filter).marks(in, side, unit)...)
	}
	r.objects = r.painter.Paint(marks, paint.Palette(k.ColorOf))
}
