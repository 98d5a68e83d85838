package data

import "slices"

// Dossier is what one folder holds. It never changes after Open, and may be
// used by several goroutines at once.
//
// Reading it copies nothing: the slices that its methods return, and those in
// the records, are the dossier's own. (Records of a group that are scattered
// over their table are put together once, when they are first asked for.) They are for reading alone. Whoever wants
// to sort, cut or change one clones it first; appending to one is safe, as none
// has room at its end.
type Dossier struct {
	metadata   Metadata
	paths      map[string]string    // of the resources, inside the folder
	moved      map[string]rowsMoved // rows that are not where their records are
	noticed    []Problem            // what is doubtful in the files themselves
	vocabulary vocabulary

	pillars       []Pillar
	projects      []Project
	figures       []Figure
	secondSources []SecondSource
	statements    []Statement
	events        []Event
	places        []Place
	projectPlaces []ProjectPlace
	routes        []Route
	paragraphs    []Paragraph
	synonyms      []Synonym
	sources       []Source
	lessons       []LessonFile

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
	Language    string   // of the dossier's own texts, BCP 47: "en"
	// PillarColors are the colours of the pillars, by their order; empty: the
	// app's own. Where there are more pillars than colours, some share one.
	PillarColors []ColorPair
}

// Licence is a licence of the dossier's own texts and tables.
type Licence struct {
	Name  string // the Open Definition or SPDX name: "CC-BY-4.0"
	Title string
	Path  string // a web address, or a path inside the dossier's folder
}

// Metadata is the description of the dossier.
func (d *Dossier) Metadata() Metadata { return d.metadata }

// Pillars are all pillars, by their order.
func (d *Dossier) Pillars() []Pillar { return d.pillars }

// Projects are all projects, in file order.
func (d *Dossier) Projects() []Project { return d.projects }

// Figures is the whole ledger, in file order.
func (d *Dossier) Figures() []Figure { return d.figures }

// Statements are all statements, in file order.
func (d *Dossier) Statements() []Statement { return d.statements }

// Events are all dated events, in file order.
func (d *Dossier) Events() []Event { return d.events }

// Places are all places, in file order.
func (d *Dossier) Places() []Place { return d.places }

// SecondSources are all that other sources say of figures, in file order.
func (d *Dossier) SecondSources() []SecondSource { return d.secondSources }

// SecondSourcesOf are what other sources say of a figure, in file order.
func (d *Dossier) SecondSourcesOf(figure string) []SecondSource {
	return d.index.groups.secondSourcesOf.of(figure)
}

// ProjectPlaces are all ties of projects to places, in file order.
func (d *Dossier) ProjectPlaces() []ProjectPlace { return d.projectPlaces }

// Routes are all schematic lines, in file order.
func (d *Dossier) Routes() []Route { return d.routes }

// Paragraphs are the paragraphs of the source: element i is paragraph i+1.
func (d *Dossier) Paragraphs() []Paragraph { return d.paragraphs }

// Synonyms are the sets of words that mean the same, in file order.
func (d *Dossier) Synonyms() []Synonym { return d.synonyms }

// Sources are the works cited, the presented one first.
func (d *Dossier) Sources() []Source { return d.sources }

// Pillar finds a pillar by its id.
func (d *Dossier) Pillar(id string) (Pillar, bool) {
	return find(d.pillars, d.index.ids.pillar, id)
}

// Project finds a project by its id.
func (d *Dossier) Project(id string) (Project, bool) {
	return find(d.projects, d.index.ids.project, id)
}

// Figure finds a figure by its id.
func (d *Dossier) Figure(id string) (Figure, bool) {
	return find(d.figures, d.index.ids.figure, id)
}

// Statement finds a statement by its id.
func (d *Dossier) Statement(id string) (Statement, bool) {
	return find(d.statements, d.index.ids.statement, id)
}

// Place finds a place by its id.
func (d *Dossier) Place(id string) (Place, bool) {
	return find(d.places, d.index.ids.place, id)
}

// Source finds a cited work by its id.
func (d *Dossier) Source(id string) (Source, bool) {
	return find(d.sources, d.index.ids.source, id)
}

// Paragraph finds a paragraph by its number, from 1.
func (d *Dossier) Paragraph(n int) (Paragraph, bool) {
	if n < 1 || n > len(d.paragraphs) {
		return Paragraph{}, false
	}
	return d.paragraphs[n-1], true
}

// CountOfPillar is how many projects and figures a pillar has.
func (d *Dossier) CountOfPillar(id string) (projects, figures int) {
	return len(d.index.groups.projectsOfPillar[id]), len(d.index.groups.figuresOfPillar[id])
}

// CountOfProject is how many figures a project has.
func (d *Dossier) CountOfProject(id string) (figures int) {
	return d.index.groups.figuresOfProject.count(id)
}

// FiguresOfPillar are the figures of a pillar, in file order, as they stand in the
// dossier: nobody changes them.
func (d *Dossier) FiguresOfPillar(id string) []*Figure {
	return d.index.groups.figuresOfPillar[id]
}

// FiguresOfProject are the figures of a project, in file order.
func (d *Dossier) FiguresOfProject(id string) []Figure {
	return d.index.groups.figuresOfProject.of(id)
}

// FiguresOfParagraph are the figures of a paragraph, in file order.
func (d *Dossier) FiguresOfParagraph(n int) []Figure {
	return d.index.groups.figuresOfParagraph.of(n)
}

// ProjectsOfPillar are the projects of a pillar, in file order, as they stand in the
// dossier: nobody changes them.
func (d *Dossier) ProjectsOfPillar(id string) []*Project {
	return d.index.groups.projectsOfPillar[id]
}

// ProjectsOfParagraph are the projects that a paragraph names, in file order.
func (d *Dossier) ProjectsOfParagraph(n int) []Project {
	return d.index.groups.projectsOfParagraph.of(n)
}

// StatementsOf are the children of a statement, in file order; those of "" are
// the roots.
func (d *Dossier) StatementsOf(parent string) []Statement {
	return d.index.groups.statementsOf.of(parent)
}

// StatementsOfParagraph are the statements of a paragraph, in file order.
func (d *Dossier) StatementsOfParagraph(n int) []Statement {
	return d.index.groups.statementsOfParagraph.of(n)
}

// Event finds an event by its id.
func (d *Dossier) Event(id string) (Event, bool) {
	return find(d.events, d.index.ids.event, id)
}

// PlacesOfParagraph are the places that the projects of a paragraph have by the
// presented source, each once: those that the paragraph itself ties first.
func (d *Dossier) PlacesOfParagraph(n int) []Place {
	var here, elsewhere []Place
	seen := map[string]bool{}
	add := func(to []Place, id string) []Place {
		if p, ok := d.Place(id); ok && !seen[id] {
			seen[id] = true
			return append(to, p)
		}
		return to
	}
	for _, tied := range []bool{true, false} {
		for _, p := range d.ProjectsOfParagraph(n) {
			for _, t := range d.PlacesOfProject(p.ID) {
				switch {
				case tied && t.Paragraph == n:
					here = add(here, t.Place)
				case !tied && t.Paragraph > 0:
					elsewhere = add(elsewhere, t.Place)
				}
			}
		}
	}
	return slices.Clip(append(here, elsewhere...))
}

// EventsOfParagraph are the dated events of a paragraph, in file order.
func (d *Dossier) EventsOfParagraph(n int) []Event {
	return d.index.groups.eventsOfParagraph.of(n)
}

// EventsOfProject are the dated events of a project, in file order.
func (d *Dossier) EventsOfProject(id string) []Event {
	return d.index.groups.eventsOfProject.of(id)
}

// PlacesOfProject are a project's ties to places, in file order.
func (d *Dossier) PlacesOfProject(id string) []ProjectPlace {
	return d.index.groups.placesOfProject.of(id)
}

// RoutesOfProject are the schematic lines of a project, in file order.
func (d *Dossier) RoutesOfProject(id string) []Route {
	return d.index.groups.routesOfProject.of(id)
}

// Count is how many records a table holds.
type Count struct {
	Table   string // as in the format: "project_places"
	Records int
}

// Summary counts the records of each table, in the order of the format.
func (d *Dossier) Summary() []Count { return d.index.summary }
