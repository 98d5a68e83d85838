package reader

import (
	"strconv"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// portal is what stands beside the text while no record is open there: what the
// ledger has from the paragraph that is being read.
type portal struct {
	dossier *data.Dossier
	words   *record.Words
	host    record.Host
	shown   int // paragraph; 0: none
	holder  *fyne.Container
	scroll  *ui.Scroller
	content fyne.CanvasObject
}

func newPortal(d *data.Dossier, w *record.Words, host record.Host) *portal {
	p := &portal{dossier: d, words: w, host: host, holder: ui.Column(0)}
	p.scroll = ui.NewScroller(ui.Inset(24, 24, 32, 24, ui.NewSelectionArea(p.holder)))
	p.content = ui.Ground(ui.ColorCard, p.scroll)
	return p
}

// fill shows a paragraph.
func (p *portal) fill(n int) {
	par, ok := p.dossier.Paragraph(n)
	if !ok || p.shown == n {
		return
	}
	p.shown = n
	p.holder.Objects = []fyne.CanvasObject{Pane(p.dossier, p.words, p.host, par)}
	p.scroll.ScrollTo(0)
	p.scroll.Relayout()
}

// Beside implements [record.Follower].
func (p *Page) Beside() fyne.CanvasObject {
	if p.host.Reading().Alone {
		return nil
	}
	return p.portal.content
}

// follow finds the paragraph that is being read, and has all that goes along
// with the text go there.
func (p *Page) follow() {
	first := float32(24) // so far below the top a heading is the first thing that can be read
	if p.scroll.AtEnd() {
		first = p.scroll.Size().Height
	}
	p.contents.mark(p.paragraphAt(first))
	n := p.inView()
	if n == 0 || n == p.reading {
		return
	}
	before := p.reading
	p.reading = n
	for _, each := range []int{before, n} {
		if passage := p.Passage(each); passage != nil {
			passage.Mark(each == p.open, each == p.reading)
		}
	}
	if !p.host.Reading().Alone {
		p.portal.fill(n)
	}
}

// inView is the paragraph nearest the top third of what can be seen; at the
// upper end of the text it is the first. 0: none is known yet.
func (p *Page) inView() int {
	if p.scroll.Offset() == 0 {
		return p.paragraphAt(0)
	}
	return p.paragraphAt(min(p.scroll.Offset(), p.scroll.Size().Height/3))
}

// paragraphAt is the paragraph so far below the top of what can be seen.
func (p *Page) paragraphAt(below float32) int {
	depth, ok := p.scroll.Depth(p.rows.text)
	if !ok || p.scroll.Size().Height == 0 || len(p.rows.article) == 0 {
		return 0
	}
	i := p.rows.text.IndexAt(p.scroll.Offset() + below - depth)
	return p.rows.article[max(0, i-1)]
}

// Pane lists what the ledger has from a paragraph. It opens beside the reader.
func Pane(d *data.Dossier, w *record.Words, host record.Host, par data.Paragraph) fyne.CanvasObject {
	figures, projects := d.FiguresOfParagraph(par.N), d.ProjectsOfParagraph(par.N)
	places, events, statements := d.PlacesOfParagraph(par.N), d.EventsOfParagraph(par.N), d.StatementsOfParagraph(par.N)
	line := func(name, more string, to route.Route) fyne.CanvasObject {
		what := []fyne.CanvasObject{ui.Label(name, ui.SizeBody, ui.ColorInk)}
		if more != "" {
			what = append(what, ui.Label(more, ui.SizeCaption, ui.ColorMuted))
		}
		return ui.NewListItem(name, ui.Column(0, what...), nil).To(host, to)
	}
	kinds := []struct {
		n    int
		line func(i int) fyne.CanvasObject
	}{
		{len(figures), func(i int) fyne.CanvasObject {
			f := figures[i]
			return ui.NewListItem(f.Quantity.Text+", "+f.Label, ui.Column(0,
				ui.Strong(f.Quantity.Text, ui.SizeBody, ui.ColorInk),
				ui.Label(f.Label, ui.SizeCaption, ui.ColorMuted)), nil).To(host, beside(route.Figure, f.ID))
		}},
		{len(projects), func(i int) fyne.CanvasObject {
			return line(projects[i].Name, w.Kind(projects[i].Kind), beside(route.Project, projects[i].ID))
		}},
		{len(places), func(i int) fyne.CanvasObject {
			return line(places[i].Name, w.PlaceKind(places[i].Kind), beside(route.Map, places[i].ID))
		}},
		{len(events), func(i int) fyne.CanvasObject {
			return line(w.Date(events[i].Date), events[i].Label, beside(route.Timeline, events[i].ID))
		}},
		{len(statements), func(i int) fyne.CanvasObject {
			s := statements[i]
			return ui.Column(4, ui.Rule(), ui.Flow(0, record.NewBadge(s.Claim, w.Claim(s.Claim))), ui.Label(s.Text, ui.SizeCaption, ui.ColorMuted))
		}},
	}
	n := 0
	for _, k := range kinds {
		n += k.n
	}
	list := ui.NewList(8, n, func(i int) fyne.CanvasObject {
		for _, k := range kinds {
			if i < k.n {
				return k.line(i)
			}
			i -= k.n
		}
		return nil
	})
	return ui.Column(8,
		ui.Strong(w.Say("read.pane", map[string]any{"Cite": w.CiteFully(par.N)}), ui.SizeBody, ui.ColorInk),
		ui.Label(w.Count("count.figures", len(figures))+" · "+w.Count("count.projects", len(projects)), ui.SizeCaption, ui.ColorMuted),
		host.Notes(route.Ref{Kind: route.Read, ID: strconv.Itoa(par.N)}),
		list)
}
