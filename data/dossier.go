package data

import "slices"

// Dossier is what one folder holds. It never changes after Open, and may be
// used by several goroutines at once. Slices that it returns are the caller's.
type Dossier struct {
	metadata Metadata

	pillars       []Pillar
	projects      []Project
	figures       []Figure
	statements    []Statement
	events        []Event
	places        []Place
	projectPlaces []ProjectPlace
	routes        []Route
	paragraphs    []Paragraph
	sources       []Source

	index index
}

// Metadata describes a dossier as a whole.
type Metadata struct {
	Name        string // short, for file names and addresses: "beltroad"
	Title       string
	Version     string // empty: not stated
	Description string
	Licences    []Licence
	Headline    []string // ids of the figures to show first; a member of our own
}

// Licence is a licence of the dossier's own texts and tables.
type Licence struct {
	Name  string // the Open Definition or SPDX name: "CC-BY-4.0"
	Title string
	Path  string // a web address, or a path inside the dossier's folder
}

// Metadata is the description of the dossier.
func (d *Dossier) Metadata() Metadata {
	m := d.metadata
	m.Licences, m.Headline = slices.Clone(m.Licences), slices.Clone(m.Headline)
	return m
}

// Pillars are all pillars, by their order.
func (d *Dossier) Pillars() []Pillar { return cloned(d.pillars, Pillar.clone) }

// Projects are all projects, in file order.
func (d *Dossier) Projects() []Project { return cloned(d.projects, Project.clone) }

// Figures is the whole ledger, in file order.
func (d *Dossier) Figures() []Figure { return slices.Clone(d.figures) }

// Statements are all statements, in file order.
func (d *Dossier) Statements() []Statement { return slices.Clone(d.statements) }

// Events are all dated events, in file order.
func (d *Dossier) Events() []Event { return slices.Clone(d.events) }

// Places are all places, in file order.
func (d *Dossier) Places() []Place { return slices.Clone(d.places) }

// ProjectPlaces are all ties of projects to places, in file order.
func (d *Dossier) ProjectPlaces() []ProjectPlace { return slices.Clone(d.projectPlaces) }

// Routes are all schematic lines, in file order.
func (d *Dossier) Routes() []Route { return cloned(d.routes, Route.clone) }

// Paragraphs are the paragraphs of the source: element i is paragraph i+1.
func (d *Dossier) Paragraphs() []Paragraph { return slices.Clone(d.paragraphs) }

// Sources are the works cited, the presented one first.
func (d *Dossier) Sources() []Source { return cloned(d.sources, Source.clone) }

// Pillar finds a pillar by its id.
func (d *Dossier) Pillar(id string) (Pillar, bool) {
	p, ok := find(d.pillars, d.index.pillar, id)
	return p.clone(), ok
}

// Project finds a project by its id.
func (d *Dossier) Project(id string) (Project, bool) {
	p, ok := find(d.projects, d.index.project, id)
	return p.clone(), ok
}

// Figure finds a figure by its id.
func (d *Dossier) Figure(id string) (Figure, bool) {
	return find(d.figures, d.index.figure, id)
}

// Statement finds a statement by its id.
func (d *Dossier) Statement(id string) (Statement, bool) {
	return find(d.statements, d.index.statement, id)
}

// Place finds a place by its id.
func (d *Dossier) Place(id string) (Place, bool) {
	return find(d.places, d.index.place, id)
}

// Source finds a cited work by its id.
func (d *Dossier) Source(id string) (Source, bool) {
	for _, s := range d.sources {
		if s.ID == id {
			return s.clone(), true
		}
	}
	return Source{}, false
}

// Paragraph finds a paragraph by its number, from 1.
func (d *Dossier) Paragraph(n int) (Paragraph, bool) {
	if n < 1 || n > len(d.paragraphs) {
		return Paragraph{}, false
	}
	return d.paragraphs[n-1], true
}

// FiguresOfPillar are the figures of a pillar, in file order.
func (d *Dossier) FiguresOfPillar(id string) []Figure {
	return pick(d.figures, d.index.figuresOfPillar[id])
}

// FiguresOfProject are the figures of a project, in file order.
func (d *Dossier) FiguresOfProject(id string) []Figure {
	return pick(d.figures, d.index.figuresOfProject[id])
}

// FiguresOfParagraph are the figures of a paragraph, in file order.
func (d *Dossier) FiguresOfParagraph(n int) []Figure {
	return pick(d.figures, d.index.figuresOfParagraph[n])
}

// ProjectsOfPillar are the projects of a pillar, in file order.
func (d *Dossier) ProjectsOfPillar(id string) []Project {
	return cloned(pick(d.projects, d.index.projectsOfPillar[id]), Project.clone)
}

// ProjectsOfParagraph are the projects that a paragraph names, in file order.
func (d *Dossier) ProjectsOfParagraph(n int) []Project {
	return cloned(pick(d.projects, d.index.projectsOfParagraph[n]), Project.clone)
}

// StatementsOf are the children of a statement, in file order; those of "" are
// the roots.
func (d *Dossier) StatementsOf(parent string) []Statement {
	return pick(d.statements, d.index.statementsOf[parent])
}

// StatementsOfParagraph are the statements of a paragraph, in file order.
func (d *Dossier) StatementsOfParagraph(n int) []Statement {
	return pick(d.statements, d.index.statementsOfParagraph[n])
}

// EventsOfParagraph are the dated events of a paragraph, in file order.
func (d *Dossier) EventsOfParagraph(n int) []Event {
	return pick(d.events, d.index.eventsOfParagraph[n])
}

// EventsOfProject are the dated events of a project, in file order.
func (d *Dossier) EventsOfProject(id string) []Event {
	return pick(d.events, d.index.eventsOfProject[id])
}

// PlacesOfProject are a project's ties to places, in file order.
func (d *Dossier) PlacesOfProject(id string) []ProjectPlace {
	return pick(d.projectPlaces, d.index.placesOfProject[id])
}

// RoutesOfProject are the schematic lines of a project, in file order.
func (d *Dossier) RoutesOfProject(id string) []Route {
	return cloned(pick(d.routes, d.index.routesOfProject[id]), Route.clone)
}

// Count is how many records a table holds.
type Count struct {
	Table   string // as in the format: "project_places"
	Records int
}

// Summary counts the records of each table, in the order of the format.
func (d *Dossier) Summary() []Count {
	return []Count{
		{"pillars", len(d.pillars)},
		{"projects", len(d.projects)},
		{"figures", len(d.figures)},
		{"statements", len(d.statements)},
		{"events", len(d.events)},
		{"places", len(d.places)},
		{"project_places", len(d.projectPlaces)},
		{"routes", len(d.routes)},
		{"paragraphs", len(d.paragraphs)},
		{"sources", len(d.sources)},
	}
}
