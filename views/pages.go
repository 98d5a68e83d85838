package views

import (
	"strconv"
	"sync"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/making"
	"beltroad/internal/mapdata"
	"beltroad/views/charts"
	"beltroad/views/compare"
	"beltroad/views/figure"
	"beltroad/views/lessons"
	"beltroad/views/library"
	makepage "beltroad/views/make"
	"beltroad/views/mappage"
	"beltroad/views/notes"
	"beltroad/views/overview"
	"beltroad/views/pillar"
	"beltroad/views/project"
	"beltroad/views/reader"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/search"
	"beltroad/views/statements"
	"beltroad/views/timelinepage"
	"beltroad/views/ui"
)

// section is a group of pages in the sidebar.
type section uint8

// The groups of the sidebar, in order.
const (
	nowhere section = iota // no item leads there
	atTop
	explore
	source
)

// entry is all that the window has to know of a kind of page: sidebar, menu,
// shortcuts, tour and command line derive from the table of them.
type entry struct {
	kind    route.Kind
	name    string       // key of its words
	key     fyne.KeyName // goes there, with the shortcut modifier; empty: none does
	section section
	from    string // key of where else something leads there; empty: nowhere
	// count is how many records the page shows, for the sidebar; nil: not said.
	count func(*data.Dossier) int
	// tally is a count that changes while the window is there; nil: none does.
	tally func(*Shell) string
	// has tells whether the dossier has such a page, about what an id names; nil:
	// it has one, about no id.
	has func(d *data.Dossier, id string) bool
	// page makes the page of a route that there is.
	page func(*Shell, route.Route) record.Page
	// record tells whether the dossier has a record that can stand open beside a
	// page; nil: none can.
	record func(d *data.Dossier, id string) bool
	// pane makes what stands beside the page for such a record, and names its kind.
	pane func(s *Shell, id string) (above string, pane fyne.CanvasObject)
	// tour are the places that show the page and its panes; nil: the page itself.
	tour func(*data.Dossier) []route.Route
}

// table lists the kinds of pages, in the order of the sidebar and the tour.
// Pages know nothing of each other, so it is here that they meet.
func table() []entry {
	pages.Do(func() { pages.table = newTable() })
	return pages.table
}

// pages has the table, which is made once.
var pages struct {
	sync.Once

	table []entry
}

func newTable() []entry { //nolint:funlen // a table is long and flat
	return []entry{
		{
			kind: route.Overview, name: "nav.overview", key: fyne.Key1, section: atTop,
			page: func(s *Shell, _ route.Route) record.Page {
				return overview.New(s.dossier, s.words, s, s.places, s.charts)
			},
		},
		{
			kind: route.Lesson, name: "nav.lessons", key: fyne.KeyE, section: atTop, tally: countLessons,
			has: func(*data.Dossier, string) bool { return true }, // which is there, the page knows
			page: func(s *Shell, r route.Route) record.Page {
				if r.ID == "" {
					return lessons.NewList(s.dossier, s.words, s)
				}
				return s.lessonPage(r)
			},
			tour: lessonTour,
		},
		{
			kind: route.Pillar, name: "nav.pillars", has: found((*data.Dossier).Pillar), tour: pillarTour,
			page: func(s *Shell, r route.Route) record.Page {
				p, _ := s.dossier.Pillar(r.ID)
				return pillar.New(s.dossier, s.words, s, p)
			},
		},
		{
			kind: route.Project, name: "nav.projects", key: fyne.Key2, section: explore,
			has:    func(d *data.Dossier, id string) bool { return id == "" && len(d.Projects()) > 0 },
			count:  func(d *data.Dossier) int { return len(d.Projects()) },
			page:   func(s *Shell, _ route.Route) record.Page { return project.NewList(s.dossier, s.words, s) },
			record: found((*data.Dossier).Project), pane: (*Shell).projectPane,
		},
		{
			kind: route.Figure, name: "nav.figures", key: fyne.Key3, section: explore,
			count:  func(d *data.Dossier) int { return len(d.Figures()) },
			page:   func(s *Shell, _ route.Route) record.Page { return figure.NewList(s.dossier, s.words, s) },
			record: found((*data.Dossier).Figure), pane: (*Shell).figurePane, tour: figureTour,
		},
		{
			kind: route.Differences, name: "nav.differences", section: explore, has: figure.HasDifferences, count: figure.Differing,
			page: func(s *Shell, _ route.Route) record.Page { return figure.NewDifferences(s.dossier, s.words, s) },
			tour: differencesTour,
		},
		{
			kind: route.Speakers, name: "nav.speakers", section: explore, has: figure.HasFigures,
			page: func(s *Shell, _ route.Route) record.Page { return figure.NewSpeakers(s.dossier, s.words, s) },
			tour: speakersTour,
		},
		{
			kind: route.Chart, name: "nav.charts", key: fyne.Key7, section: explore, has: charts.Exists,
			page: func(s *Shell, _ route.Route) record.Page { return charts.New(s.dossier, s.words, s, s.charts) },
		},
		{
			kind: route.Map, name: "nav.map", key: fyne.Key8, section: explore, tour: mapTour,
			has:    func(d *data.Dossier, id string) bool { return id == "" && mapdata.Exists(d) },
			page:   func(s *Shell, _ route.Route) record.Page { return mappage.New(s.places, s.words, s) },
			record: found((*data.Dossier).Place),
			pane: func(s *Shell, id string) (string, fyne.CanvasObject) {
				return s.words.Say("pane.place"), mappage.Pane(s.places, s.words, s.besideReader(), id)
			},
		},
		{
			kind: route.Timeline, name: "nav.timeline", key: fyne.Key9, section: explore, tour: timelineTour,
			page:   func(s *Shell, _ route.Route) record.Page { return timelinepage.New(s.dossier, s.dated, s.words, s) },
			record: found((*data.Dossier).Event),
			pane: func(s *Shell, id string) (string, fyne.CanvasObject) {
				e, _ := s.dossier.Event(id)
				return s.words.Say("pane.event"), timelinepage.Pane(s.dossier, s.words, s.besideReader(), e)
			},
		},
		{
			kind: route.Principles, name: "nav.principles", key: fyne.Key4, section: explore,
			has: withSection(data.Principles), count: func(d *data.Dossier) int { return d.RootsOf(data.Principles) },
			page: func(s *Shell, _ route.Route) record.Page { return statements.NewPrinciples(s.dossier, s.words, s) },
		},
		{
			kind: route.Commitments, name: "nav.ahead", key: fyne.Key5, section: explore,
			has: withSection(data.Commitments), count: func(d *data.Dossier) int { return d.TasksOf(data.Commitments) },
			page: func(s *Shell, _ route.Route) record.Page { return statements.NewCommitments(s.dossier, s.words, s) },
		},
		{
			kind: route.Read, name: "nav.read", key: fyne.Key6, section: source,
			count:  func(d *data.Dossier) int { return len(d.Paragraphs()) },
			page:   (*Shell).readerPage,
			record: found(paragraph), pane: (*Shell).paragraphPane, tour: readTour,
		},
		{
			kind: route.Notes, name: "nav.notes", section: source, tally: countNotes,
			page: func(s *Shell, _ route.Route) record.Page { return notes.New(s.dossier, s.words, s) },
		},
		{
			kind: route.Search, name: "search", has: func(*data.Dossier, string) bool { return true },
			page: func(s *Shell, _ route.Route) record.Page { return search.New(s.dossier, s.words, s) },
			tour: searchTour,
		},
		{
			kind: route.Make, name: "make.title", from: "nav.library",
			page: func(s *Shell, _ route.Route) record.Page { return makepage.New(s.words, s) },
			tour: makeTour,
		},
		{
			kind: route.Compare, name: "compare.title", from: "nav.library", has: func(*data.Dossier, string) bool { return true },
			page: func(s *Shell, _ route.Route) record.Page { return compare.New(s.dossier, s.words, s) },
			tour: compareTour,
		},
		{kind: route.Library, name: "nav.library", page: (*Shell).libraryPage},
	}
}

// entryOf is the entry of a kind; every kind has one (tested).
func entryOf(k route.Kind) entry {
	all := table()
	for i := range all {
		if all[i].kind == k {
			return all[i]
		}
	}
	return entry{}
}

// exists tells whether the dossier has what the route is about.
func exists(d *data.Dossier, r route.Route) bool {
	e := entryOf(r.Kind)
	ok := e.page != nil && (e.has == nil && r.ID == "" || e.has != nil && e.has(d, r.ID))
	if !ok || r.Pane == (route.Ref{}) {
		return ok
	}
	beside := entryOf(r.Pane.Kind)
	return beside.record != nil && beside.record(d, r.Pane.ID)
}

// withSection tells whether a dossier has a section of the role.
func withSection(role data.SectionRole) func(*data.Dossier, string) bool {
	return func(d *data.Dossier, id string) bool { return id == "" && len(d.SectionsOf(role)) > 0 }
}

// found tells whether a dossier finds a record by its id.
func found[T any](find func(*data.Dossier, string) (T, bool)) func(*data.Dossier, string) bool {
	return func(d *data.Dossier, id string) bool {
		_, ok := find(d, id)
		return ok
	}
}

func paragraph(d *data.Dossier, id string) (data.Paragraph, bool) {
	n, err := strconv.Atoi(id)
	if err != nil || strconv.Itoa(n) != id {
		return data.Paragraph{}, false
	}
	return d.Paragraph(n)
}

func (s *Shell) projectPane(id string) (string, fyne.CanvasObject) {
	p, _ := s.dossier.Project(id)
	return s.words.Say("pane.project"), project.Pane(s.places, s.words, s.besideReader(), p, s.buttons(route.Project, id)...)
}

func (s *Shell) figurePane(id string) (string, fyne.CanvasObject) {
	f, _ := s.dossier.Figure(id)
	return s.words.Say("pane.figure"), figure.Record(s.dossier, s.words, s.besideReader(), f, s.buttons(route.Figure, id)...)
}

func (s *Shell) readerPage(route.Route) record.Page {
	p := reader.New(s.dossier, s.words, s)
	p.Speaks(s.voice)
	return p
}

func (s *Shell) paragraphPane(id string) (string, fyne.CanvasObject) {
	p, _ := paragraph(s.dossier, id)
	pane := reader.Pane(s.dossier, s.words, s, p)
	return s.words.Or(p.Heading), ui.Column(12, pane, ui.Flow(8, s.buttons(route.Read, id)...))
}

// newPane makes what stands beside the page: its kind for the line above it,
// and the record. Both are empty where nothing does.
func (s *Shell) newPane(r route.Route) (above string, pane fyne.CanvasObject) {
	if r.Pane == (route.Ref{}) {
		s.notebook.pane = nil
		return "", nil
	}
	s.notebook.latest = nil
	above, pane = entryOf(r.Pane.Kind).pane(s, r.Pane.ID)
	s.notebook.pane = s.notebook.latest
	return above, pane
}

// pillarTour is each pillar, and each with its richest project beside it.
func pillarTour(d *data.Dossier) []route.Route {
	var all []route.Route
	for _, p := range d.Pillars() {
		r := route.To(route.Pillar, p.ID)
		all = append(all, r)
		if projects := d.ProjectsOfPillar(p.ID); len(projects) > 0 {
			all = append(all, r.Beside(route.Project, richest(d, len(projects), func(i int) string { return projects[i].ID })))
		}
	}
	return all
}

func figureTour(d *data.Dossier) []route.Route {
	all := []route.Route{route.To(route.Figure, "")}
	if h := d.Metadata().Headline; len(h) > 0 {
		all = append(all, route.To(route.Figure, h[0]))
	}
	return all
}

// differencesTour is what differs, also with the first figure of that beside it.
func differencesTour(d *data.Dossier) []route.Route {
	all := []route.Route{route.To(route.Differences, "")}
	for _, s := range d.SecondSources() {
		if s.Relation == data.Differs {
			return append(all, route.To(route.Differences, "").Beside(route.Figure, s.Figure))
		}
	}
	return all
}

// speakersTour is who speaks, also with a figure beside it.
func speakersTour(d *data.Dossier) []route.Route {
	all := []route.Route{route.To(route.Speakers, "")}
	if figures := d.Figures(); len(figures) > 0 {
		all = append(all, route.To(route.Speakers, "").Beside(route.Figure, figures[0].ID))
	}
	return all
}

// mapTour is the map, also with a project beside it, and with a place of several projects.
func mapTour(d *data.Dossier) []route.Route {
	all := []route.Route{route.To(route.Map, "")}
	if ties := d.ProjectPlaces(); len(ties) > 0 {
		all = append(all, route.To(route.Map, "").Beside(route.Project, ties[0].Project), route.To(route.Map, ties[0].Place))
	}
	return all
}

func timelineTour(d *data.Dossier) []route.Route {
	all := []route.Route{route.To(route.Timeline, "")}
	if p := d.Projects(); len(p) > 0 {
		all = append(all, route.To(route.Timeline, "").Beside(route.Project, richest(d, len(p), func(i int) string { return p[i].ID })))
	}
	return all
}

func readTour(d *data.Dossier) []route.Route {
	all := []route.Route{route.To(route.Read, "")}
	if f := d.Figures(); len(f) > 0 {
		all = append(all, route.Paragraph(f[len(f)-1].Paragraph))
	}
	return all
}

// searchTour looks for nothing yet, for what the first line of the map is, as one that finds
// much, and for what nothing is called.
func searchTour(d *data.Dossier) []route.Route {
	word := d.Metadata().Name
	for _, r := range d.Routes() {
		p, _ := d.Project(r.Project)
		if k, ok := d.Kind(p.Kind); ok {
			word = k.One
			break
		}
	}
	return []route.Route{route.To(route.Search, word), route.To(route.Search, "zzz"), route.To(route.Search, "")}
}

// makeTour is what was understood of a spreadsheet, also with a row that is corrected.
func makeTour(*data.Dossier) []route.Route {
	all := []route.Route{route.To(route.Make, "")}
	return append(all, route.To(route.Make, "").In(makepage.Row(making.ExampleRow).String()))
}

// lessonTour is the list of lessons, and the first that comes with the dossier.
func lessonTour(d *data.Dossier) []route.Route {
	all := []route.Route{route.To(route.Lesson, "")}
	if ready := d.Lessons(); len(ready) > 0 {
		all = append(all, route.To(route.Lesson, ready[0].Name))
	}
	return all
}

// richest is the project with the most figures, the one that shows a pane best, of
// at least one.
func richest(d *data.Dossier, n int, id func(int) string) string {
	best := id(0)
	for i := range n {
		if d.CountOfProject(id(i)) > d.CountOfProject(best) {
			best = id(i)
		}
	}
	return best
}

var (
	_ record.Page = (*overview.Page)(nil)
	_ record.Page = (*pillar.Page)(nil)
	_ record.Page = (*record.Catalogue[data.Figure])(nil)
	_ record.Page = (*figure.Differences)(nil)
	_ record.Page = (*charts.Page)(nil)
	_ record.Page = (*mappage.Page)(nil)
	_ record.Page = (*timelinepage.Page)(nil)
	_ record.Page = (*statements.Page)(nil)
	_ record.Page = (*statements.Promises)(nil)
	_ record.Page = (*reader.Page)(nil)
	_ record.Page = (*notes.Page)(nil)
	_ record.Page = (*lessons.List)(nil)
	_ record.Page = (*lessons.Editor)(nil)
	_ record.Page = (*search.Page)(nil)
	_ record.Page = (*makepage.Page)(nil)
	_ record.Page = (*compare.Page)(nil)
	_ record.Page = (*library.Page)(nil)
)
