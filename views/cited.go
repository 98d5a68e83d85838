package views

import (
	"cmp"
	"strconv"
	"strings"

	"beltroad/data"
	"beltroad/internal/cite"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// cited is something that can be cited, with the sources that say it: the
// presented one first, where it does.
type cited struct {
	name    string
	sources []citedSource
}

// citedSource is a source, and the paragraphs of it that say something.
type citedSource struct {
	name       string
	source     data.Source
	paragraphs []int
}

// from adds a source, once.
func (c *cited) from(src data.Source, paragraphs ...int) {
	name := cmp.Or(cite.Short(src), src.Title)
	for _, s := range c.sources {
		if s.source.ID == src.ID {
			return
		}
		if s.name == name {
			name += ": " + src.Title
		}
	}
	if len(paragraphs) > 0 {
		var all []string
		for _, n := range paragraphs {
			all = append(all, "¶"+strconv.Itoa(n))
		}
		name += ", " + strings.Join(all, ", ")
	}
	const most = 80 // letters that a list shows
	c.sources = append(c.sources, citedSource{ui.Shortened(name, most), src, paragraphs})
}

// elsewhere adds another source by its id, if it is there.
func (c *cited) elsewhere(d *data.Dossier, id string) {
	if src, ok := d.Source(id); ok && id != "" {
		c.from(src)
	}
}

// sourcesOf is what can be cited of a place: of the record that is open there, else
// of the article.
func (s *Shell) sourcesOf(to route.Route) cited {
	of := map[route.Kind]func(*cited, *data.Dossier, string){
		route.Figure: (*cited).figure, route.Project: (*cited).project, route.Read: (*cited).paragraph,
		route.Timeline: (*cited).event, route.Map: (*cited).place,
	}[to.Pane.Kind]
	var c cited
	if of != nil {
		of(&c, s.dossier, to.Pane.ID)
	}
	if len(c.sources) == 0 {
		src := mainSource(s.dossier)
		c.name = src.Title
		c.from(src)
	}
	return c
}

func (c *cited) figure(d *data.Dossier, id string) {
	if f, ok := d.Figure(id); ok {
		c.name = f.Quantity.Text + " · " + f.Label
		c.from(mainSource(d), f.Paragraph)
		c.besides(d, f)
	}
}

func (c *cited) project(d *data.Dossier, id string) {
	if p, ok := d.Project(id); ok {
		c.name = p.Name
		c.from(mainSource(d), p.Paragraphs...)
		c.besides(d, d.FiguresOfProject(id)...)
	}
}

func (c *cited) paragraph(d *data.Dossier, id string) {
	if p, ok := paragraph(d, id); ok {
		c.name = "¶" + id
		if p.Printed != "" {
			c.name += ", " + p.Printed
		}
		c.from(mainSource(d), p.N)
	}
}

func (c *cited) event(d *data.Dossier, id string) {
	if e, ok := d.Event(id); ok {
		c.name = e.Label
		c.by(d, e.Paragraph, e.Source)
	}
}

func (c *cited) place(d *data.Dossier, id string) {
	if p, ok := d.Place(id); ok {
		c.name = p.Name
		for _, t := range d.ProjectPlaces() {
			if t.Place == id {
				c.by(d, t.Paragraph, t.Source)
			}
		}
	}
}

// besides adds what other sources say of figures.
func (c *cited) besides(d *data.Dossier, figures ...data.Figure) {
	for _, f := range figures {
		for _, other := range d.SecondSourcesOf(f.ID) {
			c.elsewhere(d, other.Source)
		}
	}
}

// by adds the presented source with its paragraph, or the one that says it instead.
func (c *cited) by(d *data.Dossier, paragraph int, source string) {
	if paragraph > 0 {
		c.from(mainSource(d), paragraph)
	}
	c.elsewhere(d, source)
}

// Cite shows how what a place stands for is cited.
func (s *Shell) Cite(to route.Route) {
	if len(s.dossier.Sources()) == 0 {
		s.frame.Say(s.words.Say("cite.nothing"))
		return
	}
	s.frame.Cite(s.sourcesOf(to))
}

// citeHere shows how that is cited which has the keyboard, else the record that
// stands open, else the article.
func (s *Shell) citeHere() {
	if over := s.canvas(); over != nil {
		if to := ui.LeadsOf(over.Focused()); to.Pane != (route.Ref{}) {
			s.Cite(to)
			return
		}
	}
	s.Cite(s.way.Here())
}
