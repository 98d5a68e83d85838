package mappage

import (
	"fyne.io/fyne/v2"

	"beltroad/internal/geo"
	"beltroad/views/mapview"
	"beltroad/views/ui"
)

// The objects of the page, in order.
const (
	atMap = iota
	atHead
	atFoot
	atTools
	atFooter
	atCard
)

// floats lays the map over the whole page and panels on it, at its corners.
type floats struct {
	ui.Themed
	explorer *mapview.Explorer
	at       mapview.Target  // what the card is about
	tall     bool            // the card takes the height that there is
	legend   *fyne.Container // the part of the foot that goes first where there is no room
}

const air = 14 // between the panels and the edges

// MinSize implements [fyne.Layout].
func (*floats) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 240) }

// Layout implements [fyne.Layout].
func (l *floats) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	l.HandDown(objs)
	put := func(i int, x, y, w, h float32) {
		objs[i].Move(fyne.NewPos(x, y))
		objs[i].Resize(fyne.NewSize(w, h))
	}
	bottom := size.Height - ui.HeightFor(objs[atFooter], size.Width)
	put(atFooter, 0, bottom, size.Width, size.Height-bottom)

	room := size.Width - 2*air
	headWide := min(room, objs[atHead].MinSize().Width)
	headHigh := ui.HeightFor(objs[atHead], headWide)
	put(atHead, air, air, headWide, headHigh)

	tools := objs[atTools].MinSize()
	footWide := min(room, max(l.Dp(430), objs[atFoot].MinSize().Width))
	footHigh := l.foot(objs[atFoot], footWide, bottom-l.Dp(90)-headHigh-3*air)
	put(atFoot, air, bottom-air-footHigh, footWide, footHigh)
	toolsLow := bottom - air
	if footHigh > 0 && footWide+air+tools.Width > room {
		toolsLow -= footHigh + air // above the foot
	}
	put(atTools, size.Width-air-tools.Width, toolsLow-tools.Height, tools.Width, tools.Height)

	l.explorer.SetMargins(geo.Margins{Top: float64(headHigh + 2*air), Bottom: float64(footHigh + 2*air), Left: 60, Right: 80})
	put(atMap, 0, 0, size.Width, bottom)
	l.card(objs, size.Width, bottom, headWide, headHigh)
	l.explorer.SetPanels(boxes(objs[atHead:]))
}

// foot is the height of the foot: as much of it as there is room for. The space
// bar plays without it, too.
func (l *floats) foot(foot fyne.CanvasObject, width, most float32) float32 {
	foot.Show()
	for _, legend := range []bool{true, false} {
		l.legend.Hidden = !legend
		if h := ui.HeightFor(foot, width); h <= most {
			return h
		}
	}
	foot.Hide()
	return 0
}

// boxes are where the visible panels lie.
func boxes(panels []fyne.CanvasObject) []geo.Box {
	var all []geo.Box
	for _, p := range panels {
		if at, s := p.Position(), p.Size(); p.Visible() && s.Height > 0 {
			all = append(all, geo.Box{X: float64(at.X), Y: float64(at.Y), W: float64(s.Width), H: float64(s.Height)})
		}
	}
	return all
}

// card puts the card at the right, where it does not cover what it is about.
func (l *floats) card(objs []fyne.CanvasObject, width, bottom, headWide, headHigh float32) {
	card := objs[atCard]
	wide := min(l.Dp(260), width-2*air)
	high := min(ui.HeightFor(card, wide), bottom-2*air)
	x, y := width-air-wide, float32(air)
	if air+headWide+air > x {
		y += headHigh + air // the head reaches below it
	}
	if l.tall {
		high = objs[atTools].Position().Y - y - air
	}
	if len(l.at.Places) > 0 {
		px, py := l.explorer.Where(l.at.Places[0].At)
		if px > x-air && py < y+high+air {
			x = max(air, px-wide-l.Dp(40))
		}
	}
	card.Move(fyne.NewPos(x, y))
	card.Resize(fyne.NewSize(wide, high))
}

// uncover moves the map so that what stands open lies under no panel, if it does.
func (l *floats) uncover(objs []fyne.CanvasObject) {
	for _, at := range l.explorer.Selected() {
		x, y := l.explorer.Where(at)
		hidden := x < 0 || x > objs[atMap].Size().Width
		for _, panel := range objs[atHead : atTools+1] {
			from, size := panel.Position(), panel.Size()
			hidden = hidden || x > from.X-air && x < from.X+size.Width+air && y > from.Y-air && y < from.Y+size.Height+air
		}
		if hidden {
			l.explorer.Reveal(at)
			return
		}
	}
}
