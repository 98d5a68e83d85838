package search

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"beltroad/data"
	"beltroad/internal/cite"
	"beltroad/internal/wording"
)

// Records are the documents of a dossier: all that it says, in the words that
// it is shown with.
func Records(d *data.Dossier, w *wording.Words) []Document {
	g := gathering{dossier: d, words: w}
	g.pillars()
	g.projects()
	g.figures()
	g.seconds()
	g.statements()
	g.events()
	g.places()
	g.countries()
	g.paragraphs()
	return g.all
}

// gathering gathers the documents of a dossier.
type gathering struct {
	dossier *data.Dossier
	words   *wording.Words
	all     []Document
}

// add adds a document without the texts that are empty. The words of its id are
// those of links and of the command line, and what it is may be asked for, too.
func (g *gathering) add(d Document) {
	d.Keywords = append(d.Keywords, g.words.Say("find.in."+string(d.Kind)))
	if d.Kind != Paragraph && d.Kind != Country {
		d.Keywords = append(d.Keywords, d.ID)
	}
	empty := func(s string) bool { return s == "" }
	d.Also, d.Body = slices.DeleteFunc(d.Also, empty), slices.DeleteFunc(d.Body, empty)
	d.Facets = slices.DeleteFunc(d.Facets, func(f Facet) bool { return f.Value == "" })
	g.all = append(g.all, d)
}

func (g *gathering) pillars() {
	for _, p := range g.dossier.Pillars() {
		g.add(Document{
			Kind: Pillar, ID: p.ID, Title: p.Name, Also: []string{p.ShortName}, Body: []string{p.Summary},
			Facets: []Facet{{ByPillar, p.ID}},
		})
	}
}

func (g *gathering) projects() {
	w := g.words
	for _, p := range g.dossier.Projects() {
		body := append([]string{p.Summary, w.Kind(p.Kind), g.pillar(p.Pillar), w.Date(p.Start)}, g.countriesOf(p)...)
		if len(p.NotStated) > 0 {
			body = append(body, w.Say("find.notstated", map[string]any{"Items": w.Series(p.NotStated)}))
		}
		if p.Status != "" {
			body = append(body, w.Status(p.Status))
		}
		for _, tie := range g.dossier.PlacesOfProject(p.ID) {
			place, _ := g.dossier.Place(tie.Place)
			body = append(body, place.Name, w.Country(place.Country))
		}
		g.add(Document{
			Kind: Project, ID: p.ID, Title: p.Name, Also: slices.Clone(p.AlsoKnownAs), Body: body, Paragraph: first(p.Paragraphs),
			Facets: []Facet{{ByPillar, p.Pillar}, {ByKind, p.Kind}},
		})
	}
}

func (g *gathering) figures() {
	for _, f := range g.dossier.Figures() {
		project, _ := g.dossier.Project(f.Project)
		g.add(Document{
			Kind: Figure, ID: f.ID, Title: g.titled(f.Quantity, f.Label), Paragraph: f.Paragraph, Values: values(f.Quantity),
			Body: append([]string{
				g.words.Sentence(f.Quantity.Counts), project.Name, g.pillar(f.Pillar), g.words.Unit(f.Quantity.Unit), g.period(f.Period),
				g.words.Date(f.AsOf), f.Speaker, g.words.ClaimLong(f.Claim), f.Caution,
			}, g.countriesOf(project)...),
			Facets: []Facet{{ByPillar, f.Pillar}, {ByUnit, f.Quantity.Unit}, {ByClaim, string(f.Claim)}},
		})
	}
}

func (g *gathering) countriesOf(p data.Project) []string {
	var all []string
	for _, c := range p.Countries {
		all = append(all, g.words.Country(c))
	}
	return all
}

// titled is a figure's number and name: "86 · CR Express: routes in operation".
func (g *gathering) titled(q data.Quantity, label string) string {
	return g.words.Say("find.titled", map[string]any{"Number": q.Text, "Name": label})
}

func (g *gathering) seconds() {
	for _, s := range g.dossier.SecondSources() {
		figure, _ := g.dossier.Figure(s.Figure)
		source, _ := g.dossier.Source(s.Source)
		g.add(Document{
			Kind: SecondSource, ID: s.ID, Of: s.Figure, Title: g.titled(s.Quantity, cite.Short(source)), Values: values(s.Quantity),
			Body: []string{
				g.words.Sentence(s.Quantity.Counts), s.Note, figure.Label, source.Title, source.Container, source.Publisher, g.words.Date(s.AsOf),
			},
			Facets: []Facet{{ByPillar, figure.Pillar}, {ByUnit, s.Quantity.Unit}},
		})
	}
}

func (g *gathering) statements() {
	for _, s := range g.dossier.Statements() {
		g.add(Document{
			Kind: Statement, ID: s.ID, Title: s.Text, Paragraph: s.Paragraph,
			Body:   append([]string{s.Promised.DoneWhen, s.Promised.Deadline, s.Promised.Amount, g.words.ClaimLong(s.Claim)}, s.Promised.Names...),
			Facets: []Facet{{ByPillar, s.Pillar}, {ByClaim, string(s.Claim)}},
		})
	}
}

func (g *gathering) events() {
	for _, e := range g.dossier.Events() {
		project, _ := g.dossier.Project(e.Project)
		source, _ := g.dossier.Source(e.Source)
		g.add(Document{
			Kind: Event, ID: e.ID, Of: e.Project, Title: e.Label, Also: g.dated(e.Date), Keywords: []string{e.Date.String()}, Paragraph: e.Paragraph,
			Body:   append([]string{g.words.Date(e.Date), project.Name, source.Title}, g.countriesOf(project)...),
			Facets: []Facet{{ByPillar, project.Pillar}},
		})
	}
}

// dated are a date and its month as names of what happened then.
func (g *gathering) dated(d data.Date) []string {
	all := []string{g.words.Date(d)}
	if d.Day > 0 {
		all = append(all, g.words.Date(data.Date{Year: d.Year, Month: d.Month}))
	}
	return all
}

func (g *gathering) places() {
	at := map[string][]string{}
	for _, tie := range g.dossier.ProjectPlaces() {
		project, _ := g.dossier.Project(tie.Project)
		at[tie.Place] = append(at[tie.Place], project.Name)
	}
	for _, p := range g.dossier.Places() {
		body := []string{g.words.PlaceKind(p.Kind), g.words.Country(p.Country)}
		body = append(body, at[p.ID]...)
		g.add(Document{Kind: Place, ID: p.ID, Title: p.Name, Body: body, Facets: []Facet{{ByKind, p.Kind}}})
	}
}

// countries are those of projects and places.
func (g *gathering) countries() {
	in := map[string][]string{}
	for _, p := range g.dossier.Projects() {
		for _, c := range p.Countries {
			in[c] = append(in[c], p.Name)
		}
	}
	for _, p := range g.dossier.Places() {
		in[p.Country] = append(in[p.Country], p.Name)
	}
	var codes []string
	for c := range in {
		codes = append(codes, c)
	}
	slices.SortFunc(codes, func(a, b string) int { return cmp.Compare(g.words.Country(a), g.words.Country(b)) })
	for _, c := range codes {
		g.add(Document{Kind: Country, ID: c, Title: g.words.Country(c), Also: []string{c}, Body: in[c]})
	}
}

func (g *gathering) paragraphs() {
	for _, p := range g.dossier.Paragraphs() {
		g.add(Document{
			Kind: Paragraph, ID: strconv.Itoa(p.N), Title: cmp.Or(p.Heading, g.words.Section(p.Section)), Also: append([]string{wording.Cite(p.N)}, g.named(p)...), Paragraph: p.N,
			Body: []string{p.Summary, g.pillar(p.Pillar)}, Facets: []Facet{{ByPillar, p.Pillar}},
		})
	}
}

// named are other names of a paragraph: a byline is its author's.
func (g *gathering) named(p data.Paragraph) []string {
	if p.Kind != "byline" {
		return nil
	}
	names := strings.Split(g.words.Say("find.byline"), "; ")
	for _, a := range g.dossier.Sources()[0].Author {
		names = append(names, a.String())
	}
	return names
}

func (g *gathering) pillar(id string) string {
	p, _ := g.dossier.Pillar(id)
	return p.Name
}

func (g *gathering) period(p data.Period) string {
	if p == (data.Period{}) {
		return ""
	}
	return g.words.Period(p)
}

func values(q data.Quantity) []float64 {
	switch {
	case q.Comparator == "":
		return nil
	case q.Max != 0:
		return []float64{q.Value, q.Max}
	}
	return []float64{q.Value}
}

func first(paragraphs []int) int {
	if len(paragraphs) == 0 {
		return 0
	}
	return paragraphs[0]
}

// WordsOf are what the words of a dossier's documents are understood with. The
// other names of projects are synonyms, too.
func WordsOf(d *data.Dossier, w *wording.Words) Words {
	all := Words{Language: d.Metadata().Language, Filters: filtersIn(w)}
	for _, s := range d.Synonyms() {
		all.Synonyms = append(all.Synonyms, s.Words)
	}
	for _, p := range d.Projects() {
		if len(p.AlsoKnownAs) > 0 {
			all.Synonyms = append(all.Synonyms, append([]string{p.Name}, p.AlsoKnownAs...))
		}
	}
	return all
}

// filtersIn are the filters in the user's language. What the dossier names goes
// by its ids, as in the rest of the app.
func filtersIn(w *wording.Words) []Filter {
	var all []Filter
	for _, by := range []string{ByPillar, ByKind, ByUnit, ByClaim, In} {
		all = append(all, Filter{By: by, Name: w.Say("find.by." + by), Names: map[string]string{}})
	}
	for _, c := range []data.Claim{data.Reported, data.Estimate, data.Commitment, data.Opinion} {
		all[3].Names[string(c)] = strings.ToLower(w.Claim(c))
	}
	for _, k := range allKinds {
		all[4].Names[string(k)] = w.Say("find.in." + string(k))
	}
	return all
}
