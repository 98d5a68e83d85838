package views

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"beltroad/data"
	"beltroad/views/charts"
	"beltroad/views/figure"
	"beltroad/views/mappage"
	"beltroad/views/overview"
	"beltroad/views/pillar"
	"beltroad/views/project"
	"beltroad/views/reader"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/search"
	"beltroad/views/statements"
	"beltroad/views/timelinepage"
)

// page is what fills the middle of the window.
type page interface {
	Content() fyne.CanvasObject
	// Shows takes up a route if it is a place on this page.
	Shows(route.Route) bool
	// Memento is what the page wants to find again when the user comes back.
	Memento() any
	Restore(memento any)
}

// arriver is a page that scrolls to a place once it has its size.
type arriver interface {
	Arrive(route.Route)
}

// leaver is a page that has to end something when another takes its place:
// playing, slow work.
type leaver interface {
	Left()
}

// player is a page that can play through time.
type player interface {
	TogglePlay()
}

var (
	_ page    = (*overview.Page)(nil)
	_ page    = (*pillar.Page)(nil)
	_ page    = (*record.Catalogue[data.Figure])(nil)
	_ page    = (*statements.Page)(nil)
	_ page    = (*charts.Page)(nil)
	_ page    = (*reader.Page)(nil)
	_ page    = (*search.Page)(nil)
	_ page    = (*mappage.Page)(nil)
	_ page    = (*timelinepage.Page)(nil)
	_ arriver = (*reader.Page)(nil)
	_ arriver = (*overview.Page)(nil)
	_ arriver = (*pillar.Page)(nil)
	_ arriver = (*charts.Page)(nil)
	_ arriver = (*record.Catalogue[data.Figure])(nil)
	_ arriver = (*mappage.Page)(nil)
	_ leaver  = (*mappage.Page)(nil)
	_ leaver  = (*overview.Page)(nil)
	_ player  = (*mappage.Page)(nil)
	_ arriver = (*timelinepage.Page)(nil)
	_ leaver  = (*timelinepage.Page)(nil)
	_ player  = (*timelinepage.Page)(nil)
)

// exists tells whether the dossier has what the route is about.
func exists(d *data.Dossier, r route.Route) bool {
	ok := true
	switch r.Kind {
	case route.Pillar:
		_, ok = d.Pillar(r.ID)
	case route.Project:
		if r.ID != "" {
			_, ok = d.Project(r.ID)
		}
	case route.Figure:
		if r.ID != "" {
			_, ok = d.Figure(r.ID)
		}
	case route.Chart:
		ok = charts.Exists(d, r)
	case route.Map:
		if r.ID != "" {
			_, ok = d.Place(r.ID)
		}
	case route.Timeline:
		ok = r.ID == ""
	case route.Read:
		if r.ID != "" {
			_, ok = paragraph(d, r.ID)
		}
	}
	if beside := r.Pane(); ok && r.Anchor != "" {
		return exists(d, beside)
	}
	return ok
}

func paragraph(d *data.Dossier, id string) (data.Paragraph, bool) {
	n, err := strconv.Atoi(id)
	if err != nil {
		return data.Paragraph{}, false
	}
	return d.Paragraph(n)
}

// newPage makes the page of a route that exists.
func (s *Shell) newPage(r route.Route) page {
	d := s.dossier
	switch r.Kind {
	case route.Pillar:
		p, _ := d.Pillar(r.ID)
		return pillar.New(d, s, s.desk, p)
	case route.Project:
		return project.NewList(d, s)
	case route.Figure:
		return figure.NewList(d, s)
	case route.Chart:
		return charts.New(d, s, s.desk)
	case route.Map:
		return mappage.New(d, s, s.desk, s.world)
	case route.Timeline:
		return timelinepage.New(d, s)
	case route.Principles:
		return statements.NewPrinciples(d, s)
	case route.Ahead:
		return statements.NewTasks(d, s)
	case route.Read:
		return reader.New(d, s)
	case route.Find:
		return search.New(d, s)
	default:
		return overview.New(d, s, s.desk, s.world)
	}
}

// newPane makes what stands beside the page: its kind for the line above it,
// and the record. Both are empty where nothing does.
func (s *Shell) newPane(r route.Route) (above string, pane fyne.CanvasObject) {
	d := s.dossier
	switch beside := r.Pane(); beside.Kind {
	case route.Project:
		p, _ := d.Project(beside.ID)
		of := func() subject { return projectSubject(d, p) }
		actions := []fyne.CanvasObject{s.citeButton(of)}
		if n := len(d.FiguresOfProject(p.ID)); n > 0 {
			actions = append([]fyne.CanvasObject{s.copyButton(record.Count("copy.figures", n), of)}, actions...)
		}
		return lang.L("pane.project"), project.Pane(d, s, s.world, p, actions...)
	case route.Figure:
		f, _ := d.Figure(beside.ID)
		of := func() subject { return figureSubject(d, f) }
		return lang.L("pane.figure"), figure.Record(d, s, f, s.copyButton(lang.L("copy.figure"), of), s.citeButton(of), s.pickButton(f.ID))
	case route.Map:
		return lang.L("pane.place"), mappage.Pane(d, s, s.world, beside.ID)
	case route.Read:
		p, _ := paragraph(d, beside.ID)
		return record.Or(p.Heading), reader.Pane(d, s, p)
	default:
		return "", nil
	}
}
