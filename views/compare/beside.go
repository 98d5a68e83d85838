package compare

import (
	"strconv"
	"strings"

	"beltroad/data"
	diff "beltroad/internal/compare"
	"beltroad/views/route"
)

// besideOf is the record that stands beside the page for one of a table: itself, or
// what it is a part of. Some tables have none.
func (l *list) besideOf(table, id string) (route.Ref, bool) {
	d := l.dossier
	switch table {
	case diff.Figures:
		_, ok := d.Figure(id)
		return route.Ref{Kind: route.Figure, ID: id}, ok
	case diff.Projects, diff.Routes:
		_, ok := d.Project(id)
		return route.Ref{Kind: route.Project, ID: id}, ok
	case diff.ProjectPlaces:
		project, _, _ := strings.Cut(id, "/")
		_, ok := d.Project(project)
		return route.Ref{Kind: route.Project, ID: project}, ok
	case diff.Places:
		_, ok := d.Place(id)
		return route.Ref{Kind: route.Map, ID: id}, ok
	case diff.Events:
		_, ok := d.Event(id)
		return route.Ref{Kind: route.Timeline, ID: id}, ok
	case diff.Statements:
		s, ok := d.Statement(id)
		return route.Ref{Kind: route.Read, ID: strconv.Itoa(s.Paragraph)}, ok
	case diff.Paragraphs:
		n, err := strconv.Atoi(id)
		_, ok := d.Paragraph(n)
		return route.Ref{Kind: route.Read, ID: id}, ok && err == nil
	case diff.SecondSources:
		figure, ok := l.figures[id]
		return route.Ref{Kind: route.Figure, ID: figure}, ok
	}
	return route.Ref{}, false
}

// figuresOf are the figures that second sources speak of, by the ids of their rows.
func figuresOf(d *data.Dossier) map[string]string {
	all := make(map[string]string, len(d.SecondSources()))
	for _, s := range d.SecondSources() {
		all[s.ID] = s.Figure
	}
	return all
}
