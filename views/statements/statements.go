// Package statements shows the source's statements as trees: its principles,
// and its commitments, which are promises.
package statements

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Page shows the sections of one role.
type Page struct {
	ui.Scrolled
	record.Quiet

	dossier *data.Dossier
	words   *record.Words
	host    record.Host
	kind    route.Kind
}

// NewPrinciples makes the page of the principles.
func NewPrinciples(d *data.Dossier, w *record.Words, host record.Host) *Page {
	p := &Page{dossier: d, words: w, host: host, kind: route.Principles}
	p.fill(data.Principles, func(of data.Section) fyne.CanvasObject {
		return ui.Header(of.Title, w.Say("nav.principles"), ui.ColorInk, ui.Run{Text: cmp.Or(of.Lead, w.Say("principles.lead")), Size: ui.SizeLead})
	})
	return p
}

// NewCommitments makes the page of what is promised.
func NewCommitments(d *data.Dossier, w *record.Words, host record.Host) *Page {
	p := &Page{dossier: d, words: w, host: host, kind: route.Commitments}
	p.fill(data.Commitments, func(of data.Section) fyne.CanvasObject {
		return ui.Column(12,
			ui.Header(of.Title, w.Say("nav.ahead"), ui.ColorInk,
				ui.Run{Text: w.Say("ahead.lead", map[string]any{"Count": d.LeavesOf(data.Commitments)}), Size: ui.SizeLead}),
			ui.Panel(ui.Row(12, 1, record.NewBadge(data.Commitment, w.ClaimLong(data.Commitment)),
				ui.Words(strings.TrimSpace(w.Say("ahead.promises")+" "+of.Lead), ui.SizeCaption, ui.ColorInk))))
	})
	return p
}

// fill shows the sections of a role, the first one below the head of the page.
func (p *Page) fill(role data.SectionRole, head func(data.Section) fyne.CanvasObject) {
	var parts []fyne.CanvasObject
	for i, section := range p.dossier.SectionsOf(role) {
		if i == 0 {
			parts = append(parts, head(section))
		} else {
			parts = append(parts, ui.Header("", section.Title, ui.ColorInk))
		}
		for _, root := range p.dossier.Roots(section.ID) {
			parts = append(parts, p.root(root))
		}
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
