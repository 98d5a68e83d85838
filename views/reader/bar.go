package reader

import (
	"slices"

	"fyne.io/fyne/v2"

	"beltroad/internal/session"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// bar stands above the text: the lenses, and what else can be done there.
type bar struct {
	content  fyne.CanvasObject
	row      *fyne.Container // of buttons
	lenses   []*ui.Button
	contents *ui.ActionChip // while the contents have no room of their own
	own      *own
	marks    []func() // show how each part stands
}

// action is something that can be done from the bar.
type action struct {
	key string // of its name
	do  func(opener fyne.Widget)
	on  func() bool // whether what it stands for is so; nil: it stands for nothing
}

// actions are what can be done from the bar, in order.
func (p *Page) actions() []action {
	likes := func(is func(*session.Reading) *bool) (do func(fyne.Widget), on func() bool) {
		do = func(fyne.Widget) { p.like(func(r *session.Reading) { b := is(r); *b = !*b }) }
		on = func() bool { r := p.host.Reading(); return *is(&r) }
		return do, on
	}
	serif, isSerif := likes(func(r *session.Reading) *bool { return &r.Serif })
	unmark, isUnmarked := likes(func(r *session.Reading) *bool { return &r.Unmarked })
	return []action{
		{"copy", func(fyne.Widget) { p.ChooseCopy() }, nil},
		{"smaller", func(fyne.Widget) { p.ScaleText(-1) }, nil},
		{"larger", func(fyne.Widget) { p.ScaleText(+1) }, nil},
		{"serif", serif, isSerif},
		{"ground", p.chooseGround, nil},
		{"kinds", unmark, func() bool { return !isUnmarked() }},
		{"follow", func(fyne.Widget) { p.toggleFollow() }, func() bool { return !p.host.Reading().Alone }},
	}
}

func (p *Page) newBar() *bar {
	b := &bar{own: newOwn(p)}
	var parts []fyne.CanvasObject
	for _, l := range lenses() {
		button := ui.NewButton(p.words.Say("read.lens."+l.key), func() { p.choose(l) }, false)
		b.lenses = append(b.lenses, button)
		b.marks = append(b.marks, func() {
			name, on := p.words.Say("read.lens."+l.key), l.key == p.lens.key
			label := name
			if on {
				label = p.words.Say("chosen", map[string]any{"Name": name})
			}
			button.SetOn(on, label)
		})
		parts = append(parts, button)
	}
	b.contents = p.chip(b, action{"contents", p.chooseHeading, nil})
	parts = append(parts, b.contents)
	for _, a := range p.actions() {
		parts = append(parts, p.chip(b, a))
	}
	b.row = ui.WholeFlow(6, parts...)
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
func (p *Page) chip(b *bar, a action) *ui.ActionChip {
	var chip *ui.ActionChip
	name := p.words.Say("read." + a.key)
	chip = ui.NewActionChip(name, func() { a.do(chip) }, ui.Run{Text: p.words.Say("read.short." + a.key), Size: ui.SizeCaption})
	if a.on != nil {
		b.marks = append(b.marks, func() {
			chip.Label = name
			if a.on() {
				chip.Label = p.words.Say("chosen", map[string]any{"Name": name})
			}
			chip.SetSelected(a.on())
		})
	}
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

// chooseGround offers the grounds of the page.
func (p *Page) chooseGround(opener fyne.Widget) {
	grounds := []string{"", string(ui.Light), string(ui.Sepia), string(ui.Dark)}
	names := make([]string, len(grounds))
	for i, g := range grounds {
		if g == "" {
			g = "window"
		}
		names[i] = p.words.Say("read.ground." + g)
	}
	ui.ShowMenu(opener, names, slices.Index(grounds, p.host.Reading().Ground), func(i int) {
		p.like(func(r *session.Reading) { r.Ground = grounds[i] })
	})
}

// toggleFollow has what stands beside the text follow it, or no longer.
func (p *Page) toggleFollow() {
	p.like(func(r *session.Reading) { r.Alone = !r.Alone })
	p.portal.fill(p.reading)
	if p.here.Pane == (route.Ref{}) {
		p.host.Go(p.here)
	}
}
