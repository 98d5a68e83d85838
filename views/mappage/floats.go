package mappage

import (
	"fyne.io/fyne/v2"

	"beltroad/internal/drawing"
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
	tally    *ui.Text        // the part that goes next
	inFoot   *fyne.Container // the tools where there is no room for them beside the foot
	asked    asked           // whether the user wants the panels
	fold     func(bool)      // folds the panels into the bar, or shows them
	folded   bool
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
	l.folded = l.folds(size)
	l.fold(l.folded)
	bottom := size.Height - ui.HeightFor(objs[atFooter], size.Width)
	put(atFooter, 0, bottom, size.Width, size.Height-bottom)

	room := size.Width - 2*air
	headWide := min(room, objs[atHead].MinSize().Width)
	headHigh := ui.HeightFor(objs[atHead], headWide)
	put(atHead, air, air, headWide, headHigh)

	tools := objs[atTools].MinSize()
	footWide, footHigh := min(room, max(l.Dp(430), objs[atFoot].MinSize().Width)), float32(0)
	if l.place(objs[atTools], !l.folded && footWide+air+tools.Width > room); l.folded {
		objs[atFoot].Hide()
		objs[atTools].Hide()
	} else {
		footHigh = l.foot(objs[atFoot], footWide, bottom-headHigh-3*air)
	}
	put(atFoot, air, bottom-air-footHigh, footWide, footHigh)
	put(atTools, size.Width-air-tools.Width, bottom-air-tools.Height, tools.Width, tools.Height)

	free := max(air, l.Dp(14)) // for the marks at the edges
	l.explorer.SetMargins(geo.Margins{Top: float64(air + headHigh + free), Bottom: float64(air + footHigh + free), Left: 60, Right: 80})
	put(atMap, 0, 0, size.Width, bottom)
	l.card(objs, size.Width, bottom, headWide, headHigh)
	l.explorer.SetPanels(boxes(objs[atHead:atCard]), boxes(objs[atCard:]))
}

// folds tells whether the panels fold into the bar: where nobody has asked, they do in
// windows that are small for the size of text. What stands beside the page has no part
// in that, so that nothing moves when it is opened.
func (l *floats) folds(size fyne.Size) bool {
	const wide, high = 1180, 600 // at 100 % text
	if c := fyne.CurrentApp().Driver().CanvasForObject(l.explorer); c != nil {
		size = c.Size()
	}
	if l.asked == "" {
		return size.Width < l.Dp(wide) || size.Height < l.Dp(high)
	}
	return l.asked == askedFolded
}

// place puts the tools into the foot, or beside it.
func (l *floats) place(panel fyne.CanvasObject, inFoot bool) {
	if inFoot == panel.Visible() {
		l.inFoot.Hidden = !inFoot
		if inFoot {
			panel.Hide()
		} else {
			panel.Show()
		}
	}
}

// foot is the height of the foot: as much of it as leaves the map more than a
// third of the room, or else some of it. The space bar plays without it, too.
func (l *floats) foot(foot fyne.CanvasObject, width, room float32) float32 {
	foot.Show()
	most := max(room*0.4, l.Dp(90))
	if l.asked == askedShown { // even if little is left of the map
		most = 0
	}
	for _, shown := range []struct {
		legend, tally bool
		left          float32 // of the room
	}{
		{true, true, most}, {false, true, most}, {false, false, min(most, l.Dp(60))},
	} {
		l.legend.Hidden, l.tally.Hidden = !shown.legend, !shown.tally
		if h := ui.HeightFor(foot, width); h <= room-shown.left {
			return h
		}
	}
	foot.Hide()
	return 0
}

// boxes are where the visible panels lie.
func boxes(panels []fyne.CanvasObject) []drawing.Box {
	var all []drawing.Box
	for _, p := range panels {
		if at, s := p.Position(), p.Size(); p.Visible() && s.Height > 0 {
			all = append(all, drawing.Box{X: float64(at.X), Y: float64(at.Y), W: float64(s.Width), H: float64(s.Height)})
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
		high = bottom - y - air
		if objs[atTools].Visible() {
			high = objs[atTools].Position().Y - y - air
		}
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
			if !panel.Visible() {
				continue
			}
			hidden = hidden || x > from.X-air && x < from.X+size.Width+air && y > from.Y-air && y < from.Y+size.Height+air
		}
		if hidden {
			l.explorer.Reveal(at)
			return
		}
	}
}
