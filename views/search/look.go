package search

import (
	"strings"

	"fyne.io/fyne/v2"

	find "beltroad/internal/search"
	"beltroad/internal/spoken"
	"beltroad/views/record"
	"beltroad/views/ui"
)

// look is what the palette shows: a veil over the page, and on it a card with the
// field, a sentence, the results and the filters.
type look struct {
	p          *Palette
	veil       *ui.Box
	card       *fyne.Container
	head, foot fyne.CanvasObject
	narrow     *fyne.Container // of links to filters
	said       *ui.Text
	list       *ui.List
	holder     *fyne.Container // of the list
	body       *fyne.Container // of the holder, with its air
	scroll     *ui.Scroller
}

const cardAir = 16 // at both sides of what is on the card

func newLook(p *Palette) *look {
	l := &look{p: p, veil: ui.NewBox(ui.ColorVeil), said: ui.NewText(ui.Run{Size: ui.SizeCaption, Color: ui.ColorMuted})}
	closes := ui.OneLine(p.words.Say("find.closes"), ui.SizeSmall, ui.ColorMuted)
	l.head = ui.Column(0,
		ui.Inset(10, cardAir, 8, cardAir-8, ui.Row(12, 0, ui.NewNative(p.field), closes)), ui.Rule(),
		ui.Inset(8, cardAir, 2, cardAir, l.said))
	l.holder = ui.Column(0)
	l.body = ui.Inset(0, cardAir, 8, cardAir, l.holder)
	l.scroll = ui.NewScroller(l.body)
	l.narrow = ui.Stack()
	l.foot = ui.Column(0, ui.Rule(), ui.Inset(8, cardAir, 10, cardAir, l.narrow))
	l.offer(nil)
	ground := ui.NewBox(ui.ColorCard)
	ground.Edge, ground.Width, ground.Radius = ui.ColorLine, 1, 12
	l.card = ui.Stack(ground, ui.Frame(l.head, l.scroll, l.foot))
	return l
}

// offer shows the filters that the last word typed begins, or else all. They write
// what the keyboard writes faster: the Tab key passes them by.
func (l *look) offer(complete []string) {
	p := l.p
	all := filters(p.words, true, func(name string) { p.write(narrowed(p.field.Text, name)) })
	if len(complete) > 0 {
		links := []fyne.CanvasObject{ui.OneLine(p.words.Say("find.narrow"), ui.SizeSmall, ui.ColorMuted)}
		for _, text := range complete {
			link := ui.NewLink(text[strings.LastIndexByte(text, ' ')+1:], ui.SizeSmall, func() { p.write(text) })
			link.Skip = true
			links = append(links, link)
		}
		all = ui.Flow(10, links...)
	}
	l.narrow.Objects = []fyne.CanvasObject{all}
}

// filters are links to ways to narrow what is found. Put is told the one that is
// to go into the text.
func filters(w *record.Words, skip bool, put func(name string)) fyne.CanvasObject {
	all := []fyne.CanvasObject{ui.OneLine(w.Say("find.narrow"), ui.SizeSmall, ui.ColorMuted)}
	for _, name := range []string{find.ByPillar, find.ByClaim, find.ByUnit, find.In} {
		name = w.Say("find.by." + name)
		link := ui.NewLink(name+":", ui.SizeSmall, func() { put(name) })
		link.Skip = skip
		all = append(all, link)
	}
	return ui.Flow(10, all...)
}

// narrowed is a text with a filter at its end, to go on with.
func narrowed(text, filter string) string {
	return strings.TrimLeft(strings.TrimRight(text, " ")+" "+filter+":", " ")
}

// show shows the palette's lines below a sentence, of which a part is strong.
func (l *look) show(said, strong string) {
	l.said.SetRuns(emphasised(said, strong)...)
	l.list = ui.NewList(0, len(l.p.found.lines), func(i int) fyne.CanvasObject {
		o := l.p.found.lines[i].object(true)
		if item, ok := o.(*ui.ListItem); ok {
			item.SetCurrent(i == l.p.found.at())
		}
		return o
	})
	l.list.Weigh(4)
	l.holder.Objects = []fyne.CanvasObject{l.list}
	ui.Adopt(l.card, l.p.Given())
	l.scroll.ScrollTo(0)
	l.lay(l.p.Size())
	l.scroll.Relayout()
	l.p.Refresh()
}

// emphasised is a muted sentence with a part of it strong.
func emphasised(said, strong string) []ui.Run {
	run := func(text string) ui.Run { return ui.Run{Text: text, Size: ui.SizeCaption, Color: ui.ColorMuted} }
	before, after, found := strings.Cut(said, strong)
	if strong == "" || !found {
		return []ui.Run{run(said)}
	}
	middle := run(strong)
	middle.Color, middle.Style = ui.ColorInk, ui.Bold
	return []ui.Run{run(before), middle, run(after)}
}

// mark shows where the keyboard is.
func (l *look) mark() {
	at := l.p.found.at()
	if at < 0 {
		return
	}
	if at > 0 && l.p.found.lines[at-1].do == nil { // with its head
		l.scroll.RevealRow(l.list, at-1)
	}
	l.scroll.RevealRow(l.list, at)
	l.list.Each(func(i int, o fyne.CanvasObject) {
		if item, ok := o.(*ui.ListItem); ok {
			item.SetCurrent(i == at)
		}
	})
}

// holds tells whether a point of the palette is on its card.
func (l *look) holds(at fyne.Position) bool {
	p, s := l.card.Position(), l.card.Size()
	return at.X >= p.X && at.Y >= p.Y && at.X < p.X+s.Width && at.Y < p.Y+s.Height
}

// lay gives the card its place: in the middle at the top. It is as high as the
// window allows, whatever is found: what is typed above does not make it jump.
func (l *look) lay(s fyne.Size) {
	const wide, high, top, air = 700, 550, 70, 24
	width := min(l.p.Dp(wide), s.Width-2*air)
	y := min(l.p.Dp(top), s.Height*0.09)
	ui.Place(l.veil, 0, 0, s.Width, s.Height)
	ui.Place(l.card, (s.Width-width)/2, y, width, max(0, min(l.p.Dp(high), s.Height-y-air)))
}

// Children are the veil and the card.
func (p *Palette) Children() []fyne.CanvasObject {
	return []fyne.CanvasObject{p.look.veil, p.look.card}
}

// Adopted hands the theme on.
func (p *Palette) Adopted() { p.HandDown(p.Children()) }

// AccessibilityLabel implements [fyne.Accessible].
func (p *Palette) AccessibilityLabel() string {
	if l := p.found.current(); l != nil {
		_, label := l.said()
		return label
	}
	return p.words.Say("search")
}

// AccessibilityRole implements [fyne.Accessible].
func (p *Palette) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// Told implements [ui.Teller]: the line that the keyboard went to has it, though the
// field goes on to take what is typed.
func (p *Palette) Told(n *spoken.Node) {
	n.Role, n.Name = spoken.Dialog, p.words.Say("search")
	var field, line *spoken.Node
	n.Each(func(each *spoken.Node) {
		switch {
		case each.Key == p.field:
			field = each
		case each.Is(spoken.Selected) && each.Role == spoken.Button:
			line = each
		}
	})
	if field != nil && line != nil && p.found.cursor.Current > 0 {
		field.HandFocus(line)
	}
}

// CreateRenderer implements [fyne.Widget].
func (p *Palette) CreateRenderer() fyne.WidgetRenderer { return paletteRenderer{p} }

type paletteRenderer struct{ p *Palette }

func (paletteRenderer) Destroy()                       {}
func (r paletteRenderer) Objects() []fyne.CanvasObject { return r.p.Children() }
func (paletteRenderer) MinSize() fyne.Size             { return fyne.Size{} }
func (r paletteRenderer) Layout(s fyne.Size)           { r.p.look.lay(s) }

func (r paletteRenderer) Refresh() {
	r.p.look.lay(r.p.Size())
	for _, o := range r.p.Children() {
		o.Refresh()
	}
}
