package reader

import (
	"slices"
	"sort"

	"fyne.io/fyne/v2"

	"beltroad/views/route"
	"beltroad/views/ui"
)

// stop is a figure of the text, to go to.
type stop struct {
	paragraph int
	to        route.Route
}

// stops are the figures of the text, in order; each once in a paragraph.
func (p *Page) stops() []stop {
	var all []stop
	for _, n := range p.rows.article {
		for _, m := range p.dossier.Mentions(n) {
			if s := (stop{n, leadsTo(m)}); m.Figure != "" && !slices.Contains(all[max(0, len(all)-16):], s) {
				all = append(all, s)
			}
		}
	}
	return all
}

// NextFigure gives the keyboard to the next figure of the text (+1), or the one
// before (-1); from the last it goes on to the first.
func (p *Page) NextFigure(by int) {
	all := p.stops()
	if len(all) == 0 {
		return
	}
	here := p.stopAt()
	i := slices.Index(all, here)
	switch {
	case i >= 0:
		i += by
	default:
		i = sort.Search(len(all), func(i int) bool { return all[i].paragraph >= max(here.paragraph, p.reading) })
		if by < 0 {
			i--
		}
	}
	to := all[(i+len(all))%len(all)]
	p.went = to
	p.reveal(to.paragraph)
	if link := p.linkOf(to); link != nil {
		if c := fyne.CurrentApp().Driver().CanvasForObject(p.look); c != nil { // it may know nothing of the link yet
			c.Focus(link)
		}
		p.scroll.RevealPart(link, 0, link.Size().Height)
	}
}

// stopAt is the figure whose link has the keyboard, or whose record stands beside
// the text; the zero stop for none.
func (p *Page) stopAt() (at stop) {
	c := fyne.CurrentApp().Driver().CanvasForObject(p.look)
	if c == nil {
		return at
	}
	link, ok := c.Focused().(*ui.Link)
	all := p.stops()
	for _, s := range all {
		if ok && p.holds(s, link) {
			return s
		}
	}
	if p.went.to == p.here {
		return p.went
	}
	if i := slices.IndexFunc(all, func(s stop) bool { return s.to == p.here }); i >= 0 {
		return all[i]
	}
	return at
}

// holds tells whether a link is that of a figure of the text.
func (p *Page) holds(s stop, link *ui.Link) bool {
	if link.Leads != s.to {
		return false
	}
	found := false
	p.walk(s.paragraph, func(l *ui.Link) { found = found || l == link })
	return found
}

// linkOf is the link of a figure of the text, nil where it is not on screen.
func (p *Page) linkOf(s stop) *ui.Link {
	var first *ui.Link
	p.walk(s.paragraph, func(l *ui.Link) {
		if first == nil && l.Leads == s.to {
			first = l
		}
	})
	return first
}

// walk visits the links of a paragraph.
func (p *Page) walk(paragraph int, visit func(*ui.Link)) {
	passage := p.Passage(paragraph)
	if passage == nil {
		return
	}
	ui.Walk(passage, func(o fyne.CanvasObject) bool {
		if l, ok := o.(*ui.Link); ok {
			visit(l)
		}
		return true
	})
}
