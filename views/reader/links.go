package reader

import (
	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// beside is the reader with a record open beside it.
func beside(k route.Kind, id string) route.Route { return route.To(route.Read, "").Beside(k, id) }

// leadsTo is where a mention leads.
func leadsTo(m data.Mention) route.Route {
	switch {
	case m.Figure != "":
		return beside(route.Figure, m.Figure)
	case m.Project != "":
		return beside(route.Project, m.Project)
	case m.Place != "":
		return beside(route.Map, m.Place)
	default:
		return beside(route.Timeline, m.Event)
	}
}

// linked cuts a stretch of a summary into runs, what the ledger knows in it as
// links that open beside the text.
func (p *Page) linked(par data.Paragraph, in data.Span) []ui.Run {
	size := sizeOf(par)
	pillar, _ := p.dossier.Pillar(par.Pillar)
	var runs []ui.Run
	at := in.Start
	for _, m := range p.dossier.Mentions(par.N) {
		if m.Start < in.Start || m.End > in.End {
			continue
		}
		to := leadsTo(m)
		r := ui.Run{Text: par.Summary[m.Start:m.End], Size: size}.To(p.host, to)
		if m.Figure != "" {
			r.Color, r.Mark = ui.ColorInk, ui.MarkColor(pillar.Order)
		}
		runs = append(runs, ui.Run{Text: par.Summary[at:m.Start], Size: size}, r)
		at = m.End
	}
	return append(runs, ui.Run{Text: par.Summary[at:in.End], Size: size})
}

// sizeOf is that of a paragraph's text.
func sizeOf(par data.Paragraph) fyne.ThemeSizeName {
	switch par.Kind {
	case "body":
		return ui.SizeLead
	case "caption":
		return ui.SizeBody
	default:
		return ui.SizeCaption
	}
}
