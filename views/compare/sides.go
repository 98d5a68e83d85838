package compare

import (
	"fyne.io/fyne/v2"

	diff "beltroad/internal/compare"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// sides are two different dossiers, each with what can be said of it alone.
func (p *Page) sides(c *diff.Changes) fyne.CanvasObject {
	return ui.Grid(300, 2, 14, p.side(c, 0), p.side(c, 1))
}

// side is one of two dossiers: its promises and what they state, as shares of its own,
// its figures by kind of claim, and what else is in it.
func (p *Page) side(c *diff.Changes, i int) fyne.CanvasObject {
	s := &c.Sides[i]
	title := func(s *diff.Side) fyne.CanvasObject {
		return ui.Strong(diff.EditionIn(p.words.Printer, s.Edition), ui.SizeLead, ui.ColorInk)
	}
	parts := []fyne.CanvasObject{ui.Reserve(title(s), title(&c.Sides[1-i]))} // so that what follows stands beside its like
	parts = append(parts, ui.Gap(4), ui.Heading(p.words.Say("compare.promises")), ui.Label(p.words.Count("count.promises", s.All), ui.SizeBody, ui.ColorInk))
	for _, share := range s.Promises {
		parts = append(parts, p.share(p.words.Say("compare.promises."+share.Name), share.N, s.All))
	}
	parts = append(parts, ui.Gap(8), ui.Heading(p.words.Say("compare.claims")))
	figures := 0
	for _, share := range s.Claims {
		figures += share.N
	}
	for _, share := range s.Claims {
		parts = append(parts, p.share(p.words.Say("claim.long."+share.Name), share.N, figures))
	}
	parts = append(parts, ui.Gap(8), ui.Heading(p.words.Say("compare.records")))
	for _, n := range s.Records {
		parts = append(parts, ui.Row(8, 0, ui.Label(p.words.Say("compare.table."+n.Table), ui.SizeCaption, ui.ColorInk),
			ui.OneLine(p.words.Number(float64(n.Records), 0), ui.SizeCaption, ui.ColorInk)))
	}
	if s.All > 0 && s.Name == p.dossier.Metadata().Name {
		to := route.To(route.Commitments, "")
		link := ui.NewLink(p.words.Say("compare.promises.open"), ui.SizeCaption, func() { p.host.Go(to) })
		link.Leads = to
		parts = append(parts, ui.Flow(0, link))
	}
	return ui.Panel(ui.Column(6, parts...))
}

// share is how many of all, with a bar as long as all that is filled as far.
func (p *Page) share(name string, n, all int) fyne.CanvasObject {
	said := p.words.Say("compare.share", map[string]any{"Part": n, "Whole": all})
	part := float32(0)
	if all > 0 {
		part = float32(n) / float32(all)
	}
	filled, rest := ui.NewBox(ui.ColorAccent), ui.NewBox(ui.ColorLine)
	filled.Least, rest.Least = fyne.NewSize(0, 6), fyne.NewSize(0, 6)
	return ui.Column(2,
		ui.NewText(ui.Run{Text: said + " ", Style: fyne.TextStyle{Bold: true}}, ui.Run{Text: name, Size: ui.SizeCaption, Color: ui.ColorMuted}),
		ui.Split(part, 0, 0, filled, rest))
}
