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
func Records(d *data.Dossier, w *wording.Words) Documents {
	r := &records{dossier: d, words: w, kinds: map[Kind]string{}}
	for _, k := range allKinds {
		r.kinds[k] = w.Say("find.in." + string(k))
	}
	r.gather()
	r.tables = []table{
		{len(d.Pillars()), r.pillar},
		{len(d.Projects()), r.project},
		{len(d.Figures()), r.figure},
		{len(d.SecondSources()), r.second},
		{len(d.Statements()), r.statement},
		{len(d.Events()), r.event},
		{len(d.Places()), r.place},
		{len(r.countries), r.country},
		{len(d.Paragraphs()), r.paragraph},
	}
	return r
}

// records are the documents of a dossier.
type records struct {
	dossier *data.Dossier
	words   *wording.Words
	tables  []table
	kinds   map[Kind]string // what they are called

	countries  []string            // of projects and places, by their names
	projectsIn map[string][]uint32 // the positions of a country's
	placesIn   map[string][]uint32
	tiesAt     map[string][]uint32 // the positions of a place's ties to projects
}

// table is as many documents of a kind as there are, and what makes one.
type table struct {
	n    int
	make func(d *Document, i int)
}

// Len implements [Documents].
func (r *records) Len() int {
	n := 0
	for _, t := range r.tables {
		n += t.n
	}
	return n
}

// Fill implements [Documents]. It adds no texts that are empty. The words of an id
// are those of links and of the command line, and what it is may be asked for, too.
func (r *records) Fill(d *Document, i int) {
	*d = Document{Also: d.Also[:0], Body: d.Body[:0], Keywords: d.Keywords[:0], Values: d.Values[:0], Facets: d.Facets[:0]}
	for _, t := range r.tables {
		if i < t.n {
			t.make(d, i)
			break
		}
		i -= t.n
	}
	d.Keywords = append(d.Keywords, r.kinds[d.Kind])
	if d.Kind != Paragraph && d.Kind != Country {
		d.Keywords = append(d.Keywords, d.ID)
	}
	empty := func(s string) bool { return s == "" }
	d.Also, d.Body = slices.DeleteFunc(d.Also, empty), slices.DeleteFunc(d.Body, empty)
	d.Facets = slices.DeleteFunc(d.Facets, func(f Facet) bool { return f.Value == "" })
}

// gather finds what belongs to countries and places.
func (r *records) gather() {
	r.projectsIn, r.placesIn, r.tiesAt = map[string][]uint32{}, map[string][]uint32{}, map[string][]uint32{}
	for i, p := range r.dossier.Projects() {
		for _, c := range p.Countries {
			r.projectsIn[c] = append(r.projectsIn[c], uint32(i)) // #nosec G115 -- no dossier has more
		}
	}
	for i, p := range r.dossier.Places() {
		r.placesIn[p.Country] = append(r.placesIn[p.Country], uint32(i)) // #nosec G115 -- as above
	}
	for i, tie := range r.dossier.ProjectPlaces() {
		r.tiesAt[tie.Place] = append(r.tiesAt[tie.Place], uint32(i)) // #nosec G115 -- as above
	}
	for c := range r.projectsIn {
		r.countries = append(r.countries, c)
	}
	for c := range r.placesIn {
		if r.projectsIn[c] == nil {
			r.countries = append(r.countries, c)
		}
	}
	slices.SortFunc(r.countries, func(a, b string) int {
		return cmp.Or(cmp.Compare(r.words.Country(a), r.words.Country(b)), cmp.Compare(a, b))
	})
}

func (r *records) pillar(d *Document, i int) {
	p := &r.dossier.Pillars()[i]
	d.Kind, d.ID, d.Title = Pillar, p.ID, p.Name
	d.Also, d.Body = append(d.Also, p.ShortName), append(d.Body, p.Summary)
	d.Facets = append(d.Facets, Facet{ByPillar, p.ID})
}

func (r *records) project(d *Document, i int) {
	w, p := r.words, &r.dossier.Projects()[i]
	d.Kind, d.ID, d.Title, d.Paragraph = Project, p.ID, p.Name, first(p.Paragraphs)
	d.Also = append(d.Also, p.AlsoKnownAs...)
	d.Body = append(d.Body, p.Summary, w.Kind(p.Kind), r.nameOf(p.Pillar), w.Date(p.Start))
	r.addCountries(d, p.Countries)
	if len(p.NotStated) > 0 {
		d.Body = append(d.Body, w.Say("find.notstated", map[string]any{"Items": w.Series(p.NotStated)}))
	}
	if p.Status != "" {
		d.Body = append(d.Body, w.Status(p.Status))
	}
	for _, tie := range r.dossier.PlacesOfProject(p.ID) {
		place, _ := r.dossier.Place(tie.Place)
		d.Body = append(d.Body, place.Name, w.Country(place.Country))
	}
	d.Facets = append(d.Facets, Facet{ByPillar, p.Pillar}, Facet{ByKind, p.Kind})
}

func (r *records) figure(d *Document, i int) {
	f := &r.dossier.Figures()[i]
	project, _ := r.dossier.Project(f.Project)
	d.Kind, d.ID, d.Title, d.Paragraph = Figure, f.ID, r.titled(f.Quantity, f.Label), f.Paragraph
	d.Values = addValues(d.Values, f.Quantity)
	d.Body = append(
		d.Body, r.words.Sentence(f.Quantity.Counts), project.Name, r.nameOf(f.Pillar), r.words.Unit(f.Quantity.Unit), r.period(f.Period),
		r.words.Date(f.AsOf), f.Speaker, r.words.ClaimLong(f.Claim), f.Caution,
	)
	r.addCountries(d, project.Countries)
	d.Facets = append(d.Facets, Facet{ByPillar, f.Pillar}, Facet{ByUnit, f.Quantity.Unit}, Facet{ByClaim, string(f.Claim)})
}

func (r *records) addCountries(d *Document, codes []string) {
	for _, c := range codes {
		d.Body = append(d.Body, r.words.Country(c))
	}
}

// titled is a figure's number and name: "86 · CR Express: routes in operation".
func (r *records) titled(q data.Quantity, label string) string {
	return r.words.Say("find.titled", map[string]any{"Number": q.Text, "Name": label})
}

func (r *records) second(d *Document, i int) {
	s := &r.dossier.SecondSources()[i]
	figure, _ := r.dossier.Figure(s.Figure)
	source, _ := r.dossier.Source(s.Source)
	d.Kind, d.ID, d.Of, d.Title = SecondSource, s.ID, s.Figure, r.titled(s.Quantity, cite.Short(source))
	d.Values = addValues(d.Values, s.Quantity)
	d.Body = append(
		d.Body, r.words.Sentence(s.Quantity.Counts), s.Note, figure.Label, source.Title, source.Container, source.Publisher, r.words.Date(s.AsOf),
	)
	d.Facets = append(d.Facets, Facet{ByPillar, figure.Pillar}, Facet{ByUnit, s.Quantity.Unit})
}

func (r *records) statement(d *Document, i int) {
	s := &r.dossier.Statements()[i]
	d.Kind, d.ID, d.Title, d.Paragraph = Statement, s.ID, s.Text, s.Paragraph
	d.Body = append(d.Body, s.Promised.DoneWhen, s.Promised.Deadline, s.Promised.Amount, r.words.ClaimLong(s.Claim))
	d.Body = append(d.Body, s.Promised.Names...)
	d.Facets = append(d.Facets, Facet{ByPillar, s.Pillar}, Facet{ByClaim, string(s.Claim)})
}

func (r *records) event(d *Document, i int) {
	e := &r.dossier.Events()[i]
	project, _ := r.dossier.Project(e.Project)
	source, _ := r.dossier.Source(e.Source)
	d.Kind, d.ID, d.Of, d.Title, d.Paragraph = Event, e.ID, e.Project, e.Label, e.Paragraph
	d.Also = append(d.Also, r.words.Date(e.Date))
	if e.Date.Day > 0 { // its month, too, is a name of what happened then
		d.Also = append(d.Also, r.words.Date(data.Date{Year: e.Date.Year, Month: e.Date.Month}))
	}
	d.Keywords = append(d.Keywords, e.Date.String())
	d.Body = append(d.Body, r.words.Date(e.Date), project.Name, source.Title)
	r.addCountries(d, project.Countries)
	d.Facets = append(d.Facets, Facet{ByPillar, project.Pillar})
}

func (r *records) place(d *Document, i int) {
	p := &r.dossier.Places()[i]
	d.Kind, d.ID, d.Title = Place, p.ID, p.Name
	d.Body = append(d.Body, r.words.PlaceKind(p.Kind), r.words.Country(p.Country))
	for _, at := range r.tiesAt[p.ID] {
		project, _ := r.dossier.Project(r.dossier.ProjectPlaces()[at].Project)
		d.Body = append(d.Body, project.Name)
	}
	d.Facets = append(d.Facets, Facet{ByKind, p.Kind})
}

func (r *records) country(d *Document, i int) {
	c := r.countries[i]
	d.Kind, d.ID, d.Title = Country, c, r.words.Country(c)
	d.Also = append(d.Also, c)
	for _, at := range r.projectsIn[c] {
		d.Body = append(d.Body, r.dossier.Projects()[at].Name)
	}
	for _, at := range r.placesIn[c] {
		d.Body = append(d.Body, r.dossier.Places()[at].Name)
	}
}

func (r *records) paragraph(d *Document, i int) {
	p := r.dossier.Paragraphs()[i]
	d.Kind, d.ID, d.Title, d.Paragraph = Paragraph, strconv.Itoa(p.N), cmp.Or(p.Heading, r.words.Section(p.Section)), p.N
	d.Also = append(append(d.Also, wording.Cite(p.N), p.Printed), r.named(p)...)
	d.Body = append(d.Body, p.Summary, r.nameOf(p.Pillar))
	d.Facets = append(d.Facets, Facet{ByPillar, p.Pillar})
}

// named are other names of a paragraph: a byline is its author's.
func (r *records) named(p data.Paragraph) []string {
	if p.Kind != "byline" {
		return nil
	}
	names := strings.Split(r.words.Say("find.byline"), "; ")
	for _, a := range r.dossier.Sources()[0].Author {
		names = append(names, a.String())
	}
	return names
}

// nameOf is the name of a pillar.
func (r *records) nameOf(id string) string {
	p, _ := r.dossier.Pillar(id)
	return p.Name
}

func (r *records) period(p data.Period) string {
	if p == (data.Period{}) {
		return ""
	}
	return r.words.Period(p)
}

func addValues(all []float64, q data.Quantity) []float64 {
	switch {
	case q.Comparator == "":
		return all
	case q.Max != 0:
		return append(all, q.Value, q.Max)
	}
	return append(all, q.Value)
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
