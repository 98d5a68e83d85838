package data

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"beltroad/data/internal/schema"
)

// unitRank is the unit of ranks, which are numbers but no amounts.
const unitRank = "rank"

// readTables reads all tables into d, those first that others refer to.
// Sources are asked for when the first table refers to them.
func (r *reader) readTables(d *Dossier, sources func() []Source) {
	d.pillars = readTable(r, schema.Pillars, readPillar)
	d.paragraphs = readTable(r, schema.Paragraphs, paragraphReader())
	d.projects = readTable(r, schema.Projects, readProject)
	d.figures = readTable(r, schema.Figures, readFigure)
	d.sources = sources()
	d.secondSources = readTable(r, schema.SecondSources, secondSourceReader(d.sources))
	d.statements = readTable(r, schema.Statements, readStatement)
	d.events = readTable(r, schema.Events, eventReader(d.sources))
	d.places = readTable(r, schema.Places, readPlace)
	d.projectPlaces = readTable(r, schema.ProjectPlaces, projectPlaceReader(d.sources))
	d.synonyms = readTable(r, schema.Synonyms, readSynonym)
}

func readPillar(r *record) Pillar {
	return Pillar{
		ID:         r.text("id"),
		Order:      r.integer("order"),
		Name:       r.text("name"),
		ShortName:  r.text("short_name"),
		Summary:    r.text("summary"),
		Paragraphs: r.integers("paragraphs"),
	}
}

func readProject(r *record) Project {
	return Project{
		ID:          r.text("id"),
		Name:        r.text("name"),
		AlsoKnownAs: r.texts("also_known_as"),
		Pillar:      r.text("pillar"),
		Kind:        r.text("kind"),
		Status:      r.text("status"),
		Countries:   r.texts("countries"),
		Summary:     r.text("summary"),
		Start:       r.date("start"),
		Paragraphs:  r.integers("paragraphs"),
		NotStated:   r.texts("not_stated"),
	}
}

func readFigure(r *record) Figure {
	f := Figure{
		ID:        r.text("id"),
		Pillar:    r.text("pillar"),
		Project:   r.text("project"),
		Label:     r.text("label"),
		Quantity:  r.quantity(),
		Period:    Period{Start: r.date("period_start"), End: r.date("period_end")},
		AsOf:      r.date("as_of"),
		Claim:     Claim(r.text("claim")),
		Speaker:   r.text("speaker"),
		Paragraph: r.integer("paragraph"),
		Caution:   r.text("caution"),
	}
	r.checkQuantity(f.Quantity)
	if f.Period.End != (Date{}) && f.Period.End.before(f.Period.Start) {
		r.problem("period_end", quoted(f.Period.End.String()), "a date not before period_start, "+f.Period.Start.String())
	}
	return f
}

// quantity reads what a figure counts, by any source.
func (r *record) quantity() Quantity {
	return Quantity{
		Text:       r.text("text"),
		Value:      r.number("value"),
		Max:        r.number("value_max"),
		Comparator: Comparator(r.text("comparator")),
		Unit:       r.text("unit"),
		Counts:     r.text("counts"),
	}
}

// checkQuantity holds value, value_max and unit against the comparator. Cells
// that are no numbers have been reported before.
func (r *record) checkQuantity(q Quantity) {
	bound := r.raw("value_max")
	_, okValue := parseNumber(r.raw("value"))
	_, okMax := parseNumber(bound)
	switch q.Comparator {
	case Range, Order:
		if bound == "" {
			r.problem("value_max", "an empty cell", "the upper bound, as comparator is "+string(q.Comparator))
		} else if okValue && okMax && q.Max <= q.Value {
			r.problem("value_max", quoted(bound), "a number above value, "+r.raw("value"))
		}
	case Exact, Over, Under, About, Rank:
		if bound != "" {
			r.problem("value_max", quoted(bound), "an empty cell, unless comparator is range or order")
		}
	}
	if q.Comparator == "" || q.Unit == "" {
		return
	}
	if isRank := q.Comparator == Rank; isRank != (q.Unit == unitRank) {
		r.problem("unit", quoted(q.Unit)+" with comparator "+quoted(string(q.Comparator)), "unit rank with comparator rank, and neither without the other")
	} else if isRank && okValue && (q.Value < 1 || q.Value != math.Trunc(q.Value)) {
		r.problem("value", quoted(r.raw("value")), "a rank: a whole number from 1")
	}
}

func readStatement(r *record) Statement {
	s := Statement{
		ID:        r.text("id"),
		Parent:    r.text("parent"),
		Section:   r.text("section"),
		Pillar:    r.text("pillar"),
		Claim:     Claim(r.text("claim")),
		Text:      r.text("text"),
		Paragraph: r.integer("paragraph"),
		Promised: Promised{
			DoneWhen: r.text("done_when"),
			Deadline: r.text("deadline"),
			Amount:   r.text("amount"),
			Names:    r.texts("names"),
		},
	}
	if s.Claim != "" && s.Claim != Commitment {
		for _, column := range []string{"done_when", "deadline", "amount", "names"} {
			if cell := r.raw(column); cell != "" {
				r.problem(column, quoted(cell), "an empty cell, unless claim is commitment")
			}
		}
	}
	return s
}

func eventReader(sources []Source) func(*record) Event {
	known := secondOf(sources)
	return func(r *record) Event {
		e := Event{
			ID:        r.text("id"),
			Date:      r.date("date"),
			Label:     r.text("label"),
			Project:   r.text("project"),
			Paragraph: r.integer("paragraph"),
			Source:    r.text("source"),
		}
		r.checkRests(e.Source, known)
		return e
	}
}

func readPlace(r *record) Place {
	return Place{
		ID:      r.text("id"),
		Name:    r.text("name"),
		Kind:    r.text("kind"),
		Country: r.text("country"),
		Lon:     r.number("lon"),
		Lat:     r.number("lat"),
		Source:  r.text("source"),
	}
}

// readSynonym reads a set of words. One word alone has none that means the same.
func readSynonym(r *record) Synonym {
	s := Synonym{ID: r.text("id"), Words: r.texts("words")}
	if cell := r.raw("words"); cell != "" && len(s.Words) < 2 {
		r.problem("words", quoted(cell), "at least two words, with ; between them")
	}
	return s
}

// projectPlaceReader reads ties of projects to places.
func projectPlaceReader(sources []Source) func(*record) ProjectPlace {
	known := secondOf(sources)
	return func(r *record) ProjectPlace {
		p := ProjectPlace{
			Project:   r.text("project"),
			Place:     r.text("place"),
			Role:      r.text("role"),
			Paragraph: r.integer("paragraph"),
			Source:    r.text("source"),
		}
		r.checkRests(p.Source, known)
		return p
	}
}

// checkRests holds what a row rests on against the sources: a paragraph of the
// presented one, or another. Sources that could not be read whole refute none:
// the one that is broken may be meant.
func (r *record) checkRests(source string, known second) {
	switch paragraph := r.raw("paragraph"); {
	case paragraph == "" && source == "":
		r.problem("paragraph, source", "two empty cells", "one of the two: who says it")
	case paragraph != "" && source != "":
		r.problem("paragraph, source", quoted(paragraph)+" and "+quoted(source), "one of the two: source is for what the presented source does not say")
	case source != "" && !known.has(source):
		known.refuse(r.report, Problem{File: r.file, Row: r.row, Column: "source"}, source)
	}
}

// second are the ids of the sources after the first, which is the presented one, by
// their positions. Where sources are broken, any may be one.
type second map[string]int

func secondOf(sources []Source) second {
	position := make(second, len(sources))
	for i := range sources {
		position[sources[i].ID] = i
	}
	return position
}

func (s second) has(id string) bool {
	_, broken := s[""]
	return s[id] > 0 || broken || len(s) == 0
}

// refuse reports an id that is none of them.
func (s second) refuse(r *report, p Problem, id string) {
	p.Found, p.Allowed = quoted(id), "id of a source after the first, which is the presented one"
	if n := len(s); n > 1 && n <= MostNamed+1 {
		ids := slices.SortedFunc(maps.Keys(s), func(a, b string) int { return cmp.Compare(s[a], s[b]) })[1:]
		p.Allowed += ": " + strings.Join(ids, ", ")
		p.Mend = likely(id, ids)
	}
	r.add(p)
}

// secondSourceReader reads what other sources say. Either all that makes a number
// is there, or nothing of it.
func secondSourceReader(sources []Source) func(*record) SecondSource {
	known := secondOf(sources)
	return func(r *record) SecondSource {
		s := SecondSource{
			ID:           r.text("id"),
			Figure:       r.text("figure"),
			Source:       r.text("source"),
			Quantity:     r.quantity(),
			AsOf:         r.date("as_of"),
			Relation:     Relation(r.text("relation")),
			Independence: Independence(r.text("independence")),
			Note:         r.text("note"),
		}
		if s.Source != "" && !known.has(s.Source) {
			known.refuse(r.report, Problem{File: r.file, Row: r.row, Column: "source"}, s.Source)
		}
		if hasValue := r.raw("value") != ""; hasValue != (r.raw("comparator") != "") || hasValue != (r.raw("unit") != "") {
			r.problem("value, comparator, unit", "some of them", "all three, or none where the source gives no number")
		}
		r.checkQuantity(s.Quantity)
		return s
	}
}

// paragraphReader reads paragraphs and holds each number against the one
// before: a paragraph is found by its number, so there must be no gap.
func paragraphReader() func(*record) Paragraph {
	last := 0
	return func(r *record) Paragraph {
		p := Paragraph{
			N:       r.integer("n"),
			Section: r.text("section"),
			Heading: r.text("heading"),
			Kind:    r.text("kind"),
			Pillar:  r.text("pillar"),
			Summary: r.text("summary"),
			Printed: r.text("printed"),

			Fingerprint: r.fingerprint("fingerprint"),
		}
		p.Claims = r.claims(p.Summary)
		if p.N != last+1 && p.N > 0 {
			r.problem("n", quoted(strconv.Itoa(p.N)), strconv.Itoa(last+1)+", as paragraphs are numbered from 1 without a gap")
		}
		last = p.N
		return p
	}
}

// fingerprint reads a length and hashes in hexadecimal digits, joined by hyphens.
func (r *record) fingerprint(column string) string {
	cell := r.text(column)
	if cell != "" && !isFingerprint(cell) {
		r.problem(column, quoted(cell), "a fingerprint as script/fingerprints makes it, like 30-9f3a")
		return ""
	}
	return cell
}

func isFingerprint(cell string) bool {
	parts := strings.Split(cell, "-")
	if _, ok := parseInteger(parts[0]); !ok || len(parts) < 2 || len(parts) > 3 {
		return false
	}
	return !slices.ContainsFunc(parts[1:], func(part string) bool {
		return part == "" || len(part)%4 != 0 || strings.Trim(part, "0123456789abcdef") != ""
	})
}

// claims are those of each sentence of a summary.
func (r *record) claims(summary string) []Claim {
	items := r.repeated("claims")
	if len(items) == 0 {
		return nil
	}
	if n := len(Sentences(summary)); len(items) != n {
		r.problem("claims", count(len(items), "claim"), count(n, "claim")+", one for each sentence of summary")
	}
	claims := make([]Claim, len(items))
	for i, item := range items {
		claims[i] = Claim(item)
	}
	return claims
}
