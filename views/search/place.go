package search

import (
	"slices"

	"beltroad/data"
	find "beltroad/internal/search"
	"beltroad/views/route"
)

// placeOf is where a document is shown; ok is false where nowhere is, as for a
// command.
func placeOf(d *data.Dossier, doc *find.Document) (r route.Route, ok bool) {
	switch doc.Kind {
	case find.Pillar:
		return route.To(route.Pillar, doc.ID), true
	case find.Project:
		return route.To(route.Project, doc.ID), true
	case find.Figure:
		return route.To(route.Figure, doc.ID), true
	case find.SecondSource:
		return route.To(route.Figure, doc.Of), true
	case find.Place:
		return route.To(route.Map, doc.ID), true
	case find.Country:
		return country(d, doc.ID), true
	case find.Page:
		return route.To(route.Kind(doc.ID), ""), true
	case find.Lesson:
		return route.To(route.Lesson, doc.ID), true
	case find.Note:
		return note(doc), true
	case find.Event:
		return route.To(route.Timeline, "").Beside(route.Timeline, doc.ID), true
	case find.Text:
		return route.InCopy(doc.Paragraph), true
	default:
		return route.Paragraph(doc.Paragraph), doc.Paragraph > 0
	}
}

// note is shown with what it stands on, or among the notes if that is gone.
func note(doc *find.Document) route.Route {
	if r, err := route.Parse(doc.Of); err == nil {
		return r
	}
	return route.To(route.Notes, "")
}

// country is the list of its projects or, where it has places alone, one of
// these on the map.
func country(d *data.Dossier, code string) route.Route {
	if !slices.ContainsFunc(d.Projects(), func(p data.Project) bool { return slices.Contains(p.Countries, code) }) {
		for _, p := range d.Places() {
			if p.Country == code {
				return route.To(route.Map, p.ID)
			}
		}
	}
	return route.To(route.Project, "").In(route.State{"filter": "country:" + code}.String())
}

// besides is a place with what it opens beside the page that is there, or the
// place itself where it opens nothing beside a page.
func besides(r, here route.Route) route.Route {
	if r.Pane == (route.Ref{}) {
		return r
	}
	return here.Place().Beside(r.Pane.Kind, r.Pane.ID)
}
