// Package ahead shows the source's statements as trees: the principles of its
// second section, and the tasks of its third, which are promises.
package ahead

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"beltroad/data"
	"beltroad/views/kit"
	"beltroad/views/route"
)

// Page is a section of statements.
type Page struct {
	kit.Scrolled

	dossier *data.Dossier
	nav     route.Nav
	kind    route.Kind
}

// NewPrinciples makes the page of the principles: section II of the source.
func NewPrinciples(d *data.Dossier, nav route.Nav) *Page {
	p := &Page{dossier: d, nav: nav, kind: route.Principles}
	p.fill(kit.Header(lang.L("section.II"), lang.L("nav.principles"), kit.ColorInk,
		kit.Run{Text: lang.L("principles.lead"), Size: kit.SizeLead}), "II")
	return p
}

// NewTasks makes the page of the tasks ahead: section III of the source.
func NewTasks(d *data.Dossier, nav route.Nav) *Page {
	p := &Page{dossier: d, nav: nav, kind: route.Ahead}
	p.fill(kit.Column(12,
		kit.Header(lang.L("section.III"), lang.L("nav.ahead"), kit.ColorInk,
			kit.Run{Text: lang.L("ahead.lead", map[string]any{"Count": len(d.Leaves("III"))}), Size: kit.SizeLead}),
		kit.Panel(kit.Row(12, 1, kit.NewBadge(data.Commitment, kit.ClaimLong(data.Commitment)),
			kit.Words(lang.L("ahead.promises"), kit.SizeCaption, kit.ColorInk)))), "III")
	return p
}

func (p *Page) fill(header fyne.CanvasObject, section string) {
	parts := []fyne.CanvasObject{header}
	for _, root := range p.dossier.Roots(section) {
		parts = append(parts, p.root(root))
	}
	p.Scroller = kit.Page(kit.Column(14, parts...))
}

// Shows tells whether the route is a place on this page.
func (p *Page) Shows(r route.Route) bool { return r.Kind == p.kind }

// root is the card of one tree: its statement as the title, and what hangs below it.
func (p *Page) root(s data.Statement) fyne.CanvasObject {
	parts := []fyne.CanvasObject{
		kit.NewText(kit.Run{Text: s.Text + " ", Size: kit.SizeLead, Style: kit.Bold}, kit.CiteRun(p.nav, s.Paragraph)),
		kit.Gap(2),
	}
	return kit.Panel(kit.Column(8, append(parts, p.below(s, 0)...)...))
}

// below are the statements under s: those with more below them as small
// headings, the others as lines with a sign of their claim.
func (p *Page) below(s data.Statement, depth int) []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	for _, child := range p.dossier.StatementsOf(s.ID) {
		under := p.below(child, depth+1)
		indent := float32(depth) * 16
		if len(under) > 0 {
			parts = append(parts, kit.Inset(6, 0, 0, indent,
				kit.NewText(kit.Run{Text: child.Text + " ", Style: kit.Bold}, kit.CiteRun(p.nav, child.Paragraph))))
			parts = append(parts, under...)
			continue
		}
		parts = append(parts, kit.Inset(0, 0, 0, indent, kit.TopRow(10, 1, kit.Sign(child.Claim), kit.NewText(kit.Run{Text: child.Text + " "}, kit.CiteRun(p.nav, child.Paragraph)))))
	}
	return parts
}
