// Package reader shows the source paragraph by paragraph, in our own words,
// with every figure and project linked to its record.
package reader

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"beltroad/data"
	"beltroad/views/kit"
	"beltroad/views/route"
)

// Page is the reader.
type Page struct {
	dossier  *data.Dossier
	nav      route.Nav
	blocks   map[int]*kit.Passage // by paragraph
	contents []*entry
	scroll   *kit.Scroller
	content  fyne.CanvasObject
	opened   bool
}

// New makes the reader.
func New(d *data.Dossier, nav route.Nav) *Page {
	p := &Page{dossier: d, nav: nav, blocks: map[int]*kit.Passage{}}
	parts := []fyne.CanvasObject{
		kit.Header("", lang.L("nav.read"), kit.ColorInk, kit.Run{Text: lang.L("read.lead"), Size: kit.SizeBody, Color: kit.ColorMuted}), kit.Gap(8),
	}
	for _, par := range d.Paragraphs() {
		b := p.passage(par)
		p.blocks[par.N] = b
		parts = append(parts, b)
	}
	p.scroll = kit.NewScroller(kit.Inset(24, 28, 48, 24, kit.Column(2, parts...)))
	p.content = withContents(p.contentsList(), p.scroll)
	return p
}

// Content is what the page shows.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Shows takes up a route on this page: it marks the paragraph and brings it
// into view, moving as little as it can.
func (p *Page) Shows(r route.Route) bool {
	if r.Kind != route.Read {
		return false
	}
	n, _ := strconv.Atoi(r.ID)
	for i, b := range p.blocks {
		b.SetSelected(i == n)
	}
	current := -1
	for i, e := range p.contents {
		if e.paragraph <= n {
			current = i
		}
	}
	for i, e := range p.contents {
		e.mark(i == current)
	}
	return true
}

// Arrive scrolls to the paragraph of the route once the page has its size.
func (p *Page) Arrive(r route.Route) {
	n, _ := strconv.Atoi(r.ID)
	if b, ok := p.blocks[n]; ok {
		if !p.opened {
			p.scroll.ScrollTo(b.Position().Y) // room of one inset above it
		}
		p.scroll.RevealPart(b, 0, b.Size().Height)
	}
	p.opened = true
}

// Memento is how far the page is scrolled.
func (p *Page) Memento() any { return p.scroll.Offset() }

// Restore scrolls to where a memento was taken.
func (p *Page) Restore(m any) {
	if y, ok := m.(float32); ok {
		p.scroll.ScrollTo(y)
		p.opened = true
	}
}

// passage is one paragraph: its number, and its summary with links.
func (p *Page) passage(par data.Paragraph) *kit.Passage {
	to := route.Paragraph(par.N)
	return kit.NewPassage(kit.Cite(par.N)+" "+par.Summary, kit.AtMost(kit.Dp(textWidth), p.text(par)), func() { p.nav.Go(to) })
}

func (p *Page) text(par data.Paragraph) fyne.CanvasObject {
	cite := kit.Run{Text: kit.Cite(par.N) + " ", Size: kit.SizeSmall, Color: kit.ColorAccent}
	switch par.Kind {
	case "heading", "subheading":
		size := kit.SizeLead
		if par.Kind == "heading" {
			size = kit.SizeFigure
		}
		return kit.Inset(10, 0, 0, 0, kit.Column(0,
			kit.NewText(kit.Run{Text: par.Heading, Size: size, Style: kit.Bold}),
			kit.NewText(cite, kit.Run{Text: par.Summary, Size: kit.SizeCaption, Color: kit.ColorMuted})))
	case "body", "caption":
		t := kit.NewText(append([]kit.Run{cite}, p.linked(par)...)...)
		t.LineGap = 0.22
		return t
	default:
		return kit.NewText(cite, kit.Run{Text: par.Summary, Size: kit.SizeCaption, Color: kit.ColorMuted})
	}
}

// linked cuts a summary into runs, the figures and projects in it as links.
func (p *Page) linked(par data.Paragraph) []kit.Run {
	size := kit.SizeLead
	if par.Kind == "caption" {
		size = kit.SizeBody
	}
	pillar, _ := p.dossier.Pillar(par.Pillar)
	var runs []kit.Run
	at := 0
	for _, m := range p.dossier.Mentions(par.N) {
		runs = append(runs, kit.Run{Text: par.Summary[at:m.Start], Size: size})
		r := kit.Run{Text: par.Summary[m.Start:m.End], Size: size, Color: kit.ColorInk, Mark: kit.MarkColor(pillar.Order)}
		to := route.To(route.Figure, m.Figure)
		if m.Figure == "" {
			to = route.To(route.Project, m.Project)
			r.Color, r.Mark = kit.ColorAccent, ""
		}
		r.OnOpen = func() { p.nav.Go(to) }
		runs = append(runs, r)
		at = m.End
	}
	return append(runs, kit.Run{Text: par.Summary[at:], Size: size})
}

// Pane lists what the ledger has from a paragraph.
func Pane(d *data.Dossier, nav route.Nav, par data.Paragraph) fyne.CanvasObject {
	parts := []fyne.CanvasObject{
		kit.Strong(lang.L("read.pane", map[string]any{"Cite": kit.Cite(par.N)}), kit.SizeBody, kit.ColorInk),
		kit.Words(kit.Count("count.figures", len(d.FiguresOfParagraph(par.N)))+" · "+kit.Count("count.projects", len(d.ProjectsOfParagraph(par.N))), kit.SizeCaption, kit.ColorMuted),
	}
	for _, f := range d.FiguresOfParagraph(par.N) {
		parts = append(parts, kit.NewLine(f.Quantity.Text+", "+f.Label, kit.Column(0,
			kit.Strong(f.Quantity.Text, kit.SizeBody, kit.ColorInk),
			kit.Words(f.Label, kit.SizeCaption, kit.ColorMuted)), func() { nav.Go(route.To(route.Figure, f.ID)) }))
	}
	for _, pr := range d.ProjectsOfParagraph(par.N) {
		parts = append(parts, kit.NewLine(pr.Name, kit.Column(0,
			kit.Words(pr.Name, kit.SizeBody, kit.ColorInk),
			kit.Words(kit.Kind(pr.Kind), kit.SizeCaption, kit.ColorMuted)), func() { nav.Go(route.To(route.Project, pr.ID)) }))
	}
	for _, s := range d.StatementsOfParagraph(par.N) {
		parts = append(parts, kit.Column(4, kit.Rule(), kit.Flow(0, kit.NewBadge(s.Claim, kit.Claim(s.Claim))), kit.Words(s.Text, kit.SizeCaption, kit.ColorMuted)))
	}
	return kit.Column(8, parts...)
}
