package mappage

import (
	"fyne.io/fyne/v2"

	"beltroad/internal/message"
	"beltroad/views/mapview"
	"beltroad/views/record"
	"beltroad/views/ui"
)

// asked is whether the user wants the panels; empty: as the window has room for them.
type asked string

const (
	askedShown  asked = "shown"
	askedFolded asked = "folded"
)

// panelsState is the name in a state of what the user has asked for.
const panelsState = "panels"

// panels are what chooses and explains what is on the map. They fold into one bar,
// which has the way through the years and the buttons for the view then.
type panels struct {
	head, foot *fyne.Container
	toggle     *ui.Button          // stays in its place
	wide       []fyne.CanvasObject // in the head where nothing is folded,
	tools      *fyne.Container     // and where all is
	years      []fyne.CanvasObject // in the foot, or in the bar
	above, low *fyne.Container     // the room for them in both
	folded     bool
	name       func(shown bool) string
}

func (p *Page) newPanels() *panels {
	s := &panels{years: p.player.Parts(), above: ui.WholeFlow(8), low: ui.Flow(8), tools: p.tools(), wide: p.layerChips()}
	s.name = func(shown bool) string {
		key := "toggle.off"
		if shown {
			key = "toggle.on"
		}
		return p.words.Say(key, message.Args{"Name": p.words.Say("map.panels")})
	}
	s.toggle = ui.NewButton(p.words.Say("map.panels"), func() {
		want := askedFolded
		if s.folded {
			want = askedShown
		}
		p.ask(want)
	}, false)
	bar := append([]fyne.CanvasObject{ui.Strong(p.words.Say("nav.map"), ui.SizeLead, ui.ColorInk), s.toggle}, s.wide...)
	more := ui.WholeFlow(14, p.choices()...)
	s.wide = append(s.wide, more)
	s.head = ui.Column(8, ui.WholeFlow(8, append(bar, s.above, s.tools)...), more)
	p.floats.legend = ui.Column(8, ui.Rule(), mapview.Legend(p.features, p.words))
	s.foot = ui.Column(8, ui.Flow(8, s.low, p.floats.inFoot), p.tally, p.floats.legend)
	s.show()
	return s
}

// ask folds the panels or shows them; empty: as there is room.
func (p *Page) ask(want asked) {
	if p.floats.asked != want {
		p.floats.asked = want
		p.content.Refresh()
	}
}

// set folds the panels, or shows them.
func (s *panels) set(fold bool) {
	if s.folded == fold {
		return
	}
	s.folded = fold
	s.show()
}

// show brings all to where it belongs.
func (s *panels) show() {
	s.above.Objects, s.low.Objects = nil, s.years
	if s.folded {
		s.above.Objects, s.low.Objects = s.years, nil
	}
	s.above.Hidden, s.tools.Hidden = !s.folded, !s.folded
	for _, o := range s.wide {
		if s.folded {
			o.Hide()
		} else {
			o.Show()
		}
	}
	s.toggle.SetOn(!s.folded, s.name(!s.folded))
	s.head.Refresh()
	s.foot.Refresh()
}

// layerChips hide and show what lies on a layer, and have its sign.
func (p *Page) layerChips() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	p.layers = map[string]*ui.FilterChip{}
	for _, l := range p.features.Layers {
		t := ui.NewFilterChip(p.words.Printer, p.words.Layer(l.ID), !p.filter.Hidden.Has(l.ID), func(on bool) { p.setLayer(l.ID, on) })
		t.Sign = mapview.Sign(mapview.Look{Shape: l.Shape})
		p.layers[l.ID] = t
		all = append(all, t)
	}
	return all
}

// choices are what else chooses what is shown, and what has no place on the map.
func (p *Page) choices() []fyne.CanvasObject {
	p.pillar = ui.NewFilter(p.words.Say("filter.pillar"), record.PillarOptions(p.words, p.features.Dossier), nil, func(chosen *string) {
		p.filter.Pillar = pillarOf(chosen)
		p.changed()
		p.explorer.Fit()
	})
	p.unplaced = ui.NewLink(p.words.Count("map.unplaced", len(p.without())), ui.SizeSmall, func() {
		if p.floats.tall {
			p.hideUnplaced()
		} else {
			p.showUnplaced()
		}
	})
	p.unplaced.Hidden = len(p.without()) == 0
	p.others = ui.NewFilterChip(p.words.Printer, p.words.Say("elsewhere.show"), true, func(on bool) {
		p.filter.Only = !on
		p.changed()
	})
	p.others.Sign = mapview.Sign(mapview.Look{Other: true})
	p.others.Hidden = !p.features.Elsewhere()
	return []fyne.CanvasObject{p.pillar.AtMost(170), p.others, p.unplaced}
}
