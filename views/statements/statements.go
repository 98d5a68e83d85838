// Package statements shows the source's statements as trees: the principles of its
// second section, and the tasks of its third, which are promises.
package statements

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"beltroad/data"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Page is a section of statements.
type Page struct {
	ui.Scrolled
	record.Quiet

	dossier *data.Dossier
	host    record.Host
	kind    route.Kind
}

// NewPrinciples makes the page of the principles: section II of the source.
func NewPrinciples(d *data.Dossier, host record.Host) *Page {
	p := &Page{dossier: d, host: host, kind: route.Principles}
	p.fill(ui.Header(lang.L("section.II"), lang.L("nav.principles"), ui.ColorInk,
		ui.Run{Text: lang.L("principles.lead"), Size: ui.SizeLead}), "II")
	return p
}

// NewTasks makes the page of the tasks ahead: section III of the source.
func NewTasks(d *data.Dossier, host record.Host) *Page {
	p := &Page{dossier: d, host: host, kind: route.Commitments}
	p.fill(ui.Column(12,
		ui.Header(lang.L("section.III"), lang.L("nav.ahead"), ui.ColorInk,
			ui.Run{Text: lang.L("ahead.lead", map[string]any{"Count": len(d.Leaves("III"))}), Size: ui.SizeLead}),
		ui.Panel(ui.Row(12, 1, record.NewBadge(data.Commitment, record.ClaimLong(data.Commitment)),
			ui.Words(lang.L("ahead.promises"), ui.SizeCaption, ui.ColorInk)))), "III")
	return p
}

func (p *Page) fill(header fyne.CanvasObject, section string) {
	parts := []fyne.CanvasObject{header}
	for _, root := range p.dossier.Roots(section) {
		parts = append(parts, p.root(root))
	}
	p.Scroller = ui.Page(ui.Column(14, parts...))
}

// Accepts implements [record.Page].
func (p *Page) Accepts(r route.Route) bool { return r.Kind == p.kind }

// Open implements [record.Page].
func (p *Page) Open(route.Route) {}

// root is the card of one tree: its statement as the title, and what hangs below it.
func (p *Page) root(s data.Statement) fyne.CanvasObject {
	parts := []fyne.CanvasObject{
		ui.NewText(ui.Run{Text: s.Text + " ", Size: ui.SizeLead, Style: ui.Bold}, record.CiteRun(p.host, s.Paragraph)),
		ui.Gap(2),
	}
	return ui.Panel(ui.Column(8, append(parts, p.below(s, 0)...)...))
}

// below are the statements under s: those with more below them as small
// headings, the others as lines with a sign of their claim.
func (p *Page) below(s data.Statement, depth int) []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	for _, child := range p.dossier.StatementsOf(s.ID) {
		under := p.below(child, depth+1)
		indent := float32(depth) * 16
		if len(under) > 0 {
			parts = append(parts, ui.Inset(6, 0, 0, indent,
				ui.NewText(ui.Run{Text: child.Text + " ", Style: ui.Bold}, record.CiteRun(p.host, child.Paragraph))))
			parts = append(parts, under...)
			continue
		}
		parts = append(parts, ui.Inset(0, 0, 0, indent, ui.TopRow(10, 1, record.Sign(child.Claim), ui.NewText(ui.Run{Text: child.Text + " "}, record.CiteRun(p.host, child.Paragraph)))))
	}
	return parts
}
