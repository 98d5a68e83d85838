package reader

import (
	"fyne.io/fyne/v2"

	"beltroad/internal/session"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// bar stands above the text, in one row where there is room for that: the lenses,
// and a menu of what is rarely used.
type bar struct {
	content  fyne.CanvasObject
	row      *fyne.Container // of chips
	contents *ui.ActionChip  // while the contents have no room of their own
	own      *own
	marks    []func() // show how each part stands
}

// action is something that can be done from the bar.
type action struct {
	key   string // of its name
	do    func()
	on    func() bool // whether what it stands for is so; nil: it stands for nothing
	apart bool        // another group begins with it
	stays bool        // the menu stays open
}

// actions are what the menu of the bar offers, in order.
func (p *Page) actions() []action {
	likes := func(key string, apart bool, is func(*session.Reading) *bool) action {
		return action{key: key, apart: apart, do: func() { p.like(func(r *session.Reading) { b := is(r); *b = !*b }) }, on: func() bool {
			r := p.host.Reading()
			return *is(&r)
		}}
	}
	kinds := likes("kinds", true, func(r *session.Reading) *bool { return &r.Unmarked })
	unmarked := kinds.on
	kinds.on = func() bool { return !unmarked() }
	all := []action{
		{key: "larger", do: func() { p.ScaleText(+1) }, stays: true},
		{key: "smaller", do: func() { p.ScaleText(-1) }, stays: true},
		likes("serif", false, func(r *session.Reading) *bool { return &r.Serif }),
	}
	for i, g := range []string{"", string(ui.Light), string(ui.Sepia), string(ui.Dark)} {
		key := g
		if g == "" {
			key = "window"
		}
		all = append(all, action{
			key: "ground." + key, apart: i == 0, do: func() { p.like(func(r *session.Reading) { r.Ground = g }) },
			on: func() bool { return p.host.Reading().Ground == g },
		})
	}
	return append(all, kinds,
		action{key: "follow", do: p.toggleFollow, on: p.follows},
		action{key: "copy", do: p.ChooseCopy, apart: true})
}

func (p *Page) newBar() *bar {
	b := &bar{own: newOwn(p)}
	var parts []fyne.CanvasObject
	for _, l := range lenses() {
		name := p.words.Say("read.lens." + l.key)
		chip := p.chip(name, p.words.Say("read.lens.short."+l.key), func(fyne.Widget) { p.choose(l) })
		b.marks = append(b.marks, func() {
			on := l.key == p.lens.key
			if chip.Label = name; on {
				chip.Label = p.words.Say("chosen", map[string]any{"Name": name})
			}
			chip.SetSelected(on)
		})
		parts = append(parts, chip)
	}
	b.contents = p.chip(p.words.Say("read.contents"), p.words.Say("read.short.contents"), p.chooseHeading)
	look := p.chip(p.words.Say("read.look"), p.words.Say("read.short.look"), p.chooseLook)
	b.row = ui.WholeFlow(6, append(parts, b.contents, look)...)
	b.content = ui.Column(6, b.row, b.own.content)
	b.mark()
	return b
}

// add adds a chip at the end of the bar.
func (b *bar) add(chip *ui.ActionChip) {
	b.row.Add(chip)
	b.mark()
}

// chip is an action in the bar.
func (p *Page) chip(name, short string, do func(opener fyne.Widget)) *ui.ActionChip {
	var chip *ui.ActionChip
	chip = ui.NewActionChip(name, func() { do(chip) }, ui.Run{Text: short, Size: ui.SizeCaption})
	return chip
}

// mark shows what is chosen.
func (b *bar) mark() {
	for _, mark := range b.marks {
		mark()
	}
}

// chooseHeading offers the contents where they have no room beside the text.
func (p *Page) chooseHeading(opener fyne.Widget) {
	ui.ShowMenu(opener, p.contents.names, p.contents.current, p.contents.goTo)
}

// chooseLook offers what is rarely used.
func (p *Page) chooseLook(opener fyne.Widget) {
	var all []ui.Action
	for _, a := range p.actions() {
		name := p.words.Say("read." + a.key)
		offer := ui.Action{Name: name, Do: a.do, Apart: a.apart, Stays: a.stays}
		if a.on != nil && a.on() {
			offer.On, offer.Label = true, p.words.Say("chosen", map[string]any{"Name": name})
		}
		all = append(all, offer)
	}
	ui.ShowActions(opener, all)
}

// follows tells whether what stands beside the text goes along with it: what was
// opened there does not.
func (p *Page) follows() bool { return !p.host.Reading().Alone && p.here.Pane == (route.Ref{}) }

// toggleFollow has what stands beside the text follow it, or no longer. What was
// opened there makes way.
func (p *Page) toggleFollow() {
	follows := p.follows()
	p.like(func(r *session.Reading) { r.Alone = follows })
	p.portal.fill(p.reading)
	p.host.Go(p.here.Page())
}
