// Package statements shows the source's statements: its principles as trees, and
// its commitments, which are promises, as a ledger.
package statements

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Page shows the principles.
type Page struct {
	ui.Scrolled
	record.Quiet

	dossier *data.Dossier
	words   *record.Words
	host    record.Host

	trees map[string]func() // brings a tree on screen, by the id of the statement that it hangs on
	row   string            // the statement that a place names
	came  float32           // how far down that was; who scrolls on has left it
}

// NewPrinciples makes the page of the principles: their sections, the first one
// below the head of the page.
func NewPrinciples(d *data.Dossier, w *record.Words, host record.Host) *Page {
	p := &Page{dossier: d, words: w, host: host, trees: map[string]func(){}}
	var parts []fyne.CanvasObject
	for i, section := range d.SectionsOf(data.Principles) {
		head := ui.Header("", section.Title, ui.ColorInk)
		if i == 0 {
			head = ui.Header(section.Title, w.Say("nav.principles"), ui.ColorInk, ui.Run{Text: cmp.Or(section.Lead, w.Say("principles.lead")), Size: ui.SizeLead})
		}
		parts = append(append(parts, head), p.forest(d.Roots(section.ID))...)
	}
	p.Scroller = ui.Page(ui.Column(14, parts...))
	return p
}

// forest are cards of trees: all at once where they are few, else a list that makes
// those in view. Statements below a root come in cards of their own there, some
// at a time, as no list stands within a list.
func (p *Page) forest(roots []data.Statement) []fyne.CanvasObject {
	const few, together, widgets = 40, 40, 6
	var parts []fyne.CanvasObject
	if len(roots) <= few {
		for _, root := range roots {
			card := p.root(root)
			parts = append(parts, card)
			p.trees[root.ID] = func() { p.scrollTo(card) }
		}
		return parts
	}
	type stretch struct{ root, from int } // of the lines below a root
	var cards []stretch
	for i, root := range roots {
		cards = append(cards, stretch{root: i})
		for from := together; from < p.size(root); from += together {
			cards = append(cards, stretch{i, from})
		}
	}
	list := ui.NewList(14, len(cards), func(i int) fyne.CanvasObject {
		root, from := roots[cards[i].root], cards[i].from
		lines := p.below(nil, root, 0)
		var rows []fyne.CanvasObject
		if from == 0 {
			rows = append(rows, p.title(root))
		}
		for _, l := range lines[from:min(len(lines), from+together)] {
			rows = append(rows, p.line(l))
		}
		return ui.Panel(ui.Column(8, rows...))
	})
	list.Weigh(widgets)
	for i, card := range slices.Backward(cards) { // the last one that is set is a tree's first
		p.trees[roots[card.root].ID] = func() { list.Reveal(i) }
	}
	return append(parts, list)
}

// size is how many statements hang below one.
func (p *Page) size(s data.Statement) int {
	children := p.dossier.StatementsOf(s.ID)
	n := len(children)
	for _, child := range children {
		n += p.size(child)
	}
	return n
}

// Accepts implements [record.Page].
func (p *Page) Accepts(r route.Route) bool { return r.Kind == route.Principles }

// Open implements [record.Page].
func (p *Page) Open(route.Route) {}

// scrollTo brings a card to the top.
func (p *Page) scrollTo(card fyne.CanvasObject) {
	const air = 14
	if y, ok := p.Depth(card); ok {
		p.ScrollTo(y - p.Dp(air))
	}
}

// State is how far the page is scrolled, and the statement that it came to.
func (p *Page) State() route.State {
	st := p.Scrolled.State()
	if p.Offset() == p.came {
		st.Set(rowState, p.row)
	}
	return st
}

// Restore scrolls to where a state was taken, or to the tree that its statement is of.
func (p *Page) Restore(st route.State) {
	p.row = ""
	p.Scrolled.Restore(st)
	if show := p.trees[p.rootOf(st[rowState])]; show != nil {
		if p.row = st[rowState]; st["scroll"] == "" {
			show()
		}
	}
	p.came = p.Offset()
}

// rootOf is the statement that a tree hangs on, by one in it; empty: there is none.
func (p *Page) rootOf(id string) (root string) {
	for s, ok := p.dossier.Statement(id); ok; s, ok = p.dossier.Statement(s.Parent) {
		root = s.ID
	}
	return root
}

// root is the card of one tree: its statement as the title, and what hangs below it.
func (p *Page) root(s data.Statement) fyne.CanvasObject {
	lines := p.below(nil, s, 0)
	return ui.Panel(ui.NewList(8, 1+len(lines), func(i int) fyne.CanvasObject {
		if i == 0 {
			return p.title(s)
		}
		return p.line(lines[i-1])
	}))
}

// title is the statement that a tree hangs on.
func (p *Page) title(s data.Statement) fyne.CanvasObject {
	return ui.Column(8, ui.NewText(ui.Run{Text: s.Text + " ", Size: ui.SizeLead, Style: ui.Bold}, record.CiteRun(p.host, s.Paragraph)), ui.Gap(2))
}

// line is a statement below another.
type line struct {
	data.Statement
	depth int
	heads bool // there is more below it
}

// below adds the statements under s, in order.
func (p *Page) below(lines []line, s data.Statement, depth int) []line {
	for _, child := range p.dossier.StatementsOf(s.ID) {
		at := len(lines)
		lines = p.below(append(lines, line{Statement: child, depth: depth}), child, depth+1)
		lines[at].heads = len(lines) > at+1
	}
	return lines
}

// line shows a statement with more below it as a small heading, and others with
// a sign of their claim.
func (p *Page) line(l line) fyne.CanvasObject {
	const indent = 16
	text := []ui.Run{{Text: l.Text + " "}, record.CiteRun(p.host, l.Paragraph)}
	if l.heads {
		text[0].Style = ui.Bold
		return ui.Inset(6, 0, 0, float32(l.depth)*indent, ui.NewText(text...))
	}
	return ui.Inset(0, 0, 0, float32(l.depth)*indent, ui.TopRow(10, 1, record.Sign(l.Claim), ui.NewText(text...)))
}
