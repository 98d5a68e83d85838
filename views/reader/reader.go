// Package reader shows the source paragraph by paragraph, in our own words,
// with every figure and project linked to its record.
package reader

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Page is the reader.
type Page struct {
	record.Quiet

	dossier  *data.Dossier
	words    *record.Words
	host     record.Host
	pars     []data.Paragraph
	text     *ui.List // of paragraphs
	contents *contents
	current  int // the paragraph that stands open, 0 for none
	scroll   *ui.Scroller
	content  fyne.CanvasObject
	opened   bool
}

// New makes the reader.
func New(d *data.Dossier, w *record.Words, host record.Host) *Page {
	p := &Page{dossier: d, words: w, host: host, pars: d.Paragraphs()}
	p.text = ui.NewList(2, len(p.pars), func(i int) fyne.CanvasObject {
		made := p.passage(p.pars[i])
		made.Selected = p.pars[i].N == p.current
		return made
	})
	p.contents = newContents(w.Say("read.contents"), p.pars, host)
	lead := ui.Run{Text: w.Say("read.lead"), Size: ui.SizeBody, Color: ui.ColorMuted}
	p.scroll = ui.NewScroller(ui.NewSelectionArea(ui.Inset(24, 28, 48, 24, ui.Column(2, ui.Header("", w.Say("nav.read"), ui.ColorInk, lead), ui.Gap(8), p.text))))
	p.content = withContents(p.contents.scroll, p.scroll)
	return p
}

// Content is what the page shows.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Accepts implements [record.Page].
func (p *Page) Accepts(r route.Route) bool { return r.Kind == route.Read }

// paragraph is the one that stands open; 0: none does.
func paragraph(r route.Route) int {
	n, err := strconv.Atoi(r.Pane.ID)
	if r.Pane.Kind != route.Read || err != nil {
		return 0
	}
	return n
}

// Open marks the paragraph, and the part of the contents that it is in.
func (p *Page) Open(r route.Route) {
	p.current = paragraph(r)
	p.text.Each(func(i int, o fyne.CanvasObject) {
		if b, ok := o.(*ui.Passage); ok {
			b.SetSelected(p.pars[i].N == p.current)
		}
	})
	p.contents.mark(p.current)
}

// Arrive scrolls to the paragraph of the route once the page has its size.
func (p *Page) Arrive(r route.Route) {
	n := paragraph(r)
	if i := slices.IndexFunc(p.pars, func(par data.Paragraph) bool { return par.N == n }); i >= 0 {
		if !p.opened {
			p.scroll.ScrollToRow(p.text, i, 24) // room of one inset above it
		}
		p.scroll.RevealRow(p.text, i)
	}
	p.opened = true
}

// State is how far the page is scrolled.
func (p *Page) State() route.State { return ui.Scrolled{Scroller: p.scroll}.State() }

// Restore implements [record.Page].
func (p *Page) Restore(st route.State) {
	ui.Scrolled{Scroller: p.scroll}.Restore(st)
	p.opened = true
}

// passage is one paragraph: its number, and its summary with links.
func (p *Page) passage(par data.Paragraph) *ui.Passage {
	to := route.Paragraph(par.N)
	return ui.NewPassage(record.Cite(par.N)+" "+par.Summary, ui.AtMost(textWidth, p.summary(par)), func() { p.host.Go(to) })
}

// summary is what a paragraph says, in our words.
func (p *Page) summary(par data.Paragraph) fyne.CanvasObject {
	cite := ui.Run{Text: record.Cite(par.N) + " ", Size: ui.SizeSmall, Color: ui.ColorAccent}
	switch par.Kind {
	case "heading", "subheading":
		size := ui.SizeLead
		if par.Kind == "heading" {
			size = ui.SizeFigure
		}
		return ui.Inset(10, 0, 0, 0, ui.Column(0,
			ui.NewText(ui.Run{Text: par.Heading, Size: size, Style: ui.Bold}),
			ui.NewText(cite, ui.Run{Text: par.Summary, Size: ui.SizeCaption, Color: ui.ColorMuted})))
	case "body", "caption":
		t := ui.NewText(append([]ui.Run{cite}, p.linked(par)...)...)
		t.LineGap = 0.22
		return t
	default:
		return ui.NewText(cite, ui.Run{Text: par.Summary, Size: ui.SizeCaption, Color: ui.ColorMuted})
	}
}

// linked cuts a summary into runs, the figures and projects in it as links.
func (p *Page) linked(par data.Paragraph) []ui.Run {
	size := ui.SizeLead
	if par.Kind == "caption" {
		size = ui.SizeBody
	}
	pillar, _ := p.dossier.Pillar(par.Pillar)
	var runs []ui.Run
	at := 0
	for _, m := range p.dossier.Mentions(par.N) {
		runs = append(runs, ui.Run{Text: par.Summary[at:m.Start], Size: size})
		r := ui.Run{Text: par.Summary[m.Start:m.End], Size: size, Color: ui.ColorInk, Mark: ui.MarkColor(pillar.Order)}
		to := route.To(route.Figure, m.Figure)
		if m.Figure == "" {
			to = route.To(route.Project, m.Project)
			r.Color, r.Mark = ui.ColorAccent, ""
		}
		r.OnOpen = func() { p.host.Go(to) }
		runs = append(runs, r)
		at = m.End
	}
	return append(runs, ui.Run{Text: par.Summary[at:], Size: size})
}

// Pane lists what the ledger has from a paragraph.
func Pane(d *data.Dossier, w *record.Words, host record.Host, par data.Paragraph) fyne.CanvasObject {
	parts := []fyne.CanvasObject{
		ui.Strong(w.Say("read.pane", map[string]any{"Cite": record.Cite(par.N)}), ui.SizeBody, ui.ColorInk),
		ui.Label(w.Count("count.figures", len(d.FiguresOfParagraph(par.N)))+" · "+w.Count("count.projects", len(d.ProjectsOfParagraph(par.N))), ui.SizeCaption, ui.ColorMuted),
	}
	for _, f := range d.FiguresOfParagraph(par.N) {
		parts = append(parts, ui.NewListItem(f.Quantity.Text+", "+f.Label, ui.Column(0,
			ui.Strong(f.Quantity.Text, ui.SizeBody, ui.ColorInk),
			ui.Label(f.Label, ui.SizeCaption, ui.ColorMuted)), func() { host.Go(route.To(route.Figure, f.ID)) }))
	}
	for _, pr := range d.ProjectsOfParagraph(par.N) {
		parts = append(parts, ui.NewListItem(pr.Name, ui.Column(0,
			ui.Label(pr.Name, ui.SizeBody, ui.ColorInk),
			ui.Label(w.Kind(pr.Kind), ui.SizeCaption, ui.ColorMuted)), func() { host.Go(route.To(route.Project, pr.ID)) }))
	}
	for _, s := range d.StatementsOfParagraph(par.N) {
		parts = append(parts, ui.Column(4, ui.Rule(), ui.Flow(0, record.NewBadge(s.Claim, w.Claim(s.Claim))), ui.Label(s.Text, ui.SizeCaption, ui.ColorMuted)))
	}
	return ui.Column(8, parts...)
}
