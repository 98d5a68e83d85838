package compare

import (
	"strconv"
	"strings"

	"beltroad/data"
)

// tablesOf are all tables of two dossiers, those first that others refer to.
func tablesOf(a, b *data.Dossier, r *renames) []differ {
	d := [2]*data.Dossier{a, b}
	return []differ{
		newParagraphs(d, r),
		of(d, Sources, (*data.Dossier).Sources, sources),
		of(d, Sections, (*data.Dossier).Sections, sections),
		of(d, Layers, (*data.Dossier).Layers, layers),
		of(d, ofKinds, (*data.Dossier).Kinds, kinds),
		of(d, Statuses, (*data.Dossier).Statuses, statuses),
		of(d, Units, (*data.Dossier).Units, units),
		ordered(of(d, Pillars, (*data.Dossier).Pillars, pillars)),
		of(d, Projects, (*data.Dossier).Projects, projects),
		of(d, Figures, (*data.Dossier).Figures, figures),
		of(d, SecondSources, (*data.Dossier).SecondSources, secondSources),
		of(d, Statements, (*data.Dossier).Statements, statements),
		of(d, Events, (*data.Dossier).Events, events),
		of(d, Places, (*data.Dossier).Places, places),
		of(d, ProjectPlaces, (*data.Dossier).ProjectPlaces, projectPlaces),
		of(d, Routes, (*data.Dossier).Routes, routes),
		of(d, Synonyms, (*data.Dossier).Synonyms, synonyms),
		of(d, Lessons, (*data.Dossier).Lessons, lessons),
		of(d, Metadata, about, metadata),
	}
}

// of compares a table that both dossiers have.
func of[T any](d [2]*data.Dossier, name string, all func(*data.Dossier) []T, spec func() spec[T]) *records[T] {
	return &records[T]{name: name, a: all(d[0]), b: all(d[1]), spec: spec(), dossier: d}
}

// ordered is a table whose records have their place in a column.
func ordered[T any](t *records[T]) *records[T] {
	t.sorted = true
	return t
}

func pillars() spec[data.Pillar] {
	return spec[data.Pillar]{
		id:    func(p *data.Pillar) string { return p.ID },
		title: func(_ *data.Dossier, p *data.Pillar) string { return p.Name },
		cells: func(c *cells, p *data.Pillar) {
			c.text("id", p.ID)
			c.integer("order", p.Order)
			c.text("name", p.Name)
			c.text("short_name", p.ShortName)
			c.text("summary", p.Summary)
			c.paragraphs(p.Paragraphs)
		},
		keys: []func(*cells, *data.Pillar){
			func(c *cells, p *data.Pillar) { c.text("id", p.ID) },
			func(c *cells, p *data.Pillar) { c.text("name", p.Name) },
		},
	}
}

func projects() spec[data.Project] {
	return spec[data.Project]{
		id:    func(p *data.Project) string { return p.ID },
		title: func(_ *data.Dossier, p *data.Project) string { return p.Name },
		cells: func(c *cells, p *data.Project) {
			c.text("id", p.ID)
			c.text("name", p.Name)
			c.texts("also_known_as", p.AlsoKnownAs)
			c.ref("pillar", Pillars, p.Pillar)
			c.ref("kind", ofKinds, p.Kind)
			c.ref("status", Statuses, p.Status)
			c.texts("countries", p.Countries)
			c.text("summary", p.Summary)
			c.date("start", p.Start)
			c.paragraphs(p.Paragraphs)
			c.texts("not_stated", p.NotStated)
		},
		keys: []func(*cells, *data.Project){
			func(c *cells, p *data.Project) { c.text("id", p.ID) },
			func(c *cells, p *data.Project) { c.text("name", p.Name); c.paragraphs(p.Paragraphs) },
		},
	}
}

// quantity has the columns of what a figure counts. An unbounded one has no maximum.
func (c *cells) quantity(q *data.Quantity) {
	bounded := q.Comparator == data.Range || q.Comparator == data.Order
	c.text("text", q.Text)
	c.number("value", q.Value, q.Comparator == "")
	c.number("value_max", q.Max, !bounded)
	c.text("comparator", string(q.Comparator))
	c.ref("unit", Units, q.Unit)
	c.text("counts", q.Counts)
}

func figures() spec[data.Figure] {
	return spec[data.Figure]{
		id:    func(f *data.Figure) string { return f.ID },
		title: func(_ *data.Dossier, f *data.Figure) string { return f.Label },
		cells: func(c *cells, f *data.Figure) {
			c.text("id", f.ID)
			c.ref("pillar", Pillars, f.Pillar)
			c.ref("project", Projects, f.Project)
			c.text("label", f.Label)
			c.quantity(&f.Quantity)
			c.date("period_start", f.Period.Start)
			c.date("period_end", f.Period.End)
			c.date("as_of", f.AsOf)
			c.text("claim", string(f.Claim))
			c.text("speaker", f.Speaker)
			c.paragraph(f.Paragraph)
			c.text("caution", f.Caution)
		},
		keys: []func(*cells, *data.Figure){
			func(c *cells, f *data.Figure) { c.text("id", f.ID) },
			func(c *cells, f *data.Figure) { c.text("label", f.Label); c.paragraph(f.Paragraph) },
		},
	}
}

func secondSources() spec[data.SecondSource] {
	return spec[data.SecondSource]{
		id: func(s *data.SecondSource) string { return s.ID },
		title: func(d *data.Dossier, s *data.SecondSource) string {
			f, _ := d.Figure(s.Figure)
			return f.Label
		},
		cells: func(c *cells, s *data.SecondSource) {
			c.text("id", s.ID)
			c.ref("figure", Figures, s.Figure)
			c.ref("source", Sources, s.Source)
			c.quantity(&s.Quantity)
			c.date("as_of", s.AsOf)
			c.text("relation", string(s.Relation))
			c.text("independence", string(s.Independence))
			c.text("note", s.Note)
		},
		keys: []func(*cells, *data.SecondSource){
			func(c *cells, s *data.SecondSource) { c.text("id", s.ID) },
			func(c *cells, s *data.SecondSource) {
				c.ref("figure", Figures, s.Figure)
				c.ref("source", Sources, s.Source)
				c.text("text", s.Quantity.Text)
			},
		},
	}
}

func statements() spec[data.Statement] {
	return spec[data.Statement]{
		id:    func(s *data.Statement) string { return s.ID },
		title: func(_ *data.Dossier, s *data.Statement) string { return s.Text },
		cells: func(c *cells, s *data.Statement) {
			c.text("id", s.ID)
			c.ref("parent", Statements, s.Parent)
			c.ref("section", Sections, s.Section)
			c.ref("pillar", Pillars, s.Pillar)
			c.text("claim", string(s.Claim))
			c.text("text", s.Text)
			c.paragraph(s.Paragraph)
			c.text("done_when", s.Promised.DoneWhen)
			c.text("deadline", s.Promised.Deadline)
			c.text("amount", s.Promised.Amount)
			c.texts("names", s.Promised.Names)
		},
		keys: []func(*cells, *data.Statement){
			func(c *cells, s *data.Statement) { c.text("id", s.ID) },
			func(c *cells, s *data.Statement) { c.text("text", s.Text); c.paragraph(s.Paragraph) },
		},
	}
}

func events() spec[data.Event] {
	return spec[data.Event]{
		id:    func(e *data.Event) string { return e.ID },
		title: func(_ *data.Dossier, e *data.Event) string { return e.Label },
		cells: func(c *cells, e *data.Event) {
			c.text("id", e.ID)
			c.date("date", e.Date)
			c.text("label", e.Label)
			c.ref("project", Projects, e.Project)
			c.paragraph(e.Paragraph)
			c.ref("source", Sources, e.Source)
		},
		keys: []func(*cells, *data.Event){
			func(c *cells, e *data.Event) { c.text("id", e.ID) },
			func(c *cells, e *data.Event) { c.text("label", e.Label); c.paragraph(e.Paragraph) },
		},
	}
}

func places() spec[data.Place] {
	return spec[data.Place]{
		id:    func(p *data.Place) string { return p.ID },
		title: func(_ *data.Dossier, p *data.Place) string { return p.Name },
		cells: func(c *cells, p *data.Place) {
			c.text("id", p.ID)
			c.text("name", p.Name)
			c.text("kind", p.Kind)
			c.text("country", p.Country)
			c.number("lon", p.Lon, false)
			c.number("lat", p.Lat, false)
			c.text("source", p.Source)
		},
		keys: []func(*cells, *data.Place){
			func(c *cells, p *data.Place) { c.text("id", p.ID) },
			func(c *cells, p *data.Place) { c.text("name", p.Name); c.text("country", p.Country) },
		},
	}
}

func projectPlaces() spec[data.ProjectPlace] {
	project := func(c *cells, p *data.ProjectPlace) { c.ref("project", Projects, p.Project) }
	place := func(c *cells, p *data.ProjectPlace) { c.ref("place", Places, p.Place) }
	role := func(c *cells, p *data.ProjectPlace) { c.text("role", p.Role) }
	rest := func(c *cells, p *data.ProjectPlace) {
		c.paragraph(p.Paragraph)
		c.ref("source", Sources, p.Source)
	}
	each := func(all ...func(*cells, *data.ProjectPlace)) func(*cells, *data.ProjectPlace) {
		return func(c *cells, p *data.ProjectPlace) {
			for _, f := range all {
				f(c, p)
			}
		}
	}
	return spec[data.ProjectPlace]{
		id: func(p *data.ProjectPlace) string { return strings.Join([]string{p.Project, p.Place, p.Role}, "/") },
		title: func(d *data.Dossier, p *data.ProjectPlace) string {
			project, _ := d.Project(p.Project)
			place, _ := d.Place(p.Place)
			return project.Name + " · " + place.Name
		},
		cells: each(project, place, role, rest),
		keys: []func(*cells, *data.ProjectPlace){
			each(project, place, role), each(project, place), each(project, role, rest), each(place, role, rest),
		},
		loose: true,
	}
}

func routes() spec[data.Route] {
	line := func(c *cells, r *data.Route) {
		points := make([]string, len(r.Line))
		for i, p := range r.Line {
			points[i] = strconv.FormatFloat(p[0], 'f', -1, 64) + " " + strconv.FormatFloat(p[1], 'f', -1, 64)
		}
		c.texts("line", points)
	}
	all := func(c *cells, r *data.Route) {
		c.ref("project", Projects, r.Project)
		c.ref("status", Statuses, r.Status)
		c.truth("schematic", r.Schematic)
		c.paragraph(r.Paragraph)
		c.ref("source", Sources, r.Source)
		line(c, r)
	}
	return spec[data.Route]{
		id: func(r *data.Route) string { return r.Project },
		title: func(d *data.Dossier, r *data.Route) string {
			p, _ := d.Project(r.Project)
			return p.Name
		},
		cells: all,
		keys: []func(*cells, *data.Route){
			all, line, func(c *cells, r *data.Route) { c.ref("project", Projects, r.Project) },
		},
		loose: true,
	}
}

func synonyms() spec[data.Synonym] {
	return spec[data.Synonym]{
		id:    func(s *data.Synonym) string { return s.ID },
		title: func(_ *data.Dossier, s *data.Synonym) string { return s.Words[0] },
		cells: func(c *cells, s *data.Synonym) {
			c.text("id", s.ID)
			c.texts("words", s.Words)
		},
		keys: []func(*cells, *data.Synonym){func(c *cells, s *data.Synonym) { c.text("id", s.ID) }},
	}
}
