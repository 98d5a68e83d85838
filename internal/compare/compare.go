// Package compare tells in what two dossiers differ: record by record and field by
// field if they are versions of one, and side by side if they are two.
package compare

import (
	"strconv"
	"strings"

	"beltroad/data"
)

// Kind is what has become of a record.
type Kind string

// The kinds of changes, in the order in which a table tells them.
const (
	Moved      Kind = "moved"      // records stand in another order
	Renumbered Kind = "renumbered" // paragraphs have another number, and are the same
	Added      Kind = "added"
	Removed    Kind = "removed"
	Renamed    Kind = "renamed" // it has another id; fields may differ, too
	Changed    Kind = "changed"
)

// Kinds are all kinds of changes.
func Kinds() []Kind { return []Kind{Added, Removed, Changed, Renamed, Renumbered, Moved} }

// The tables that are not among the format's: what the descriptor has.
const (
	Metadata = "metadata"
	Lessons  = "lessons"
	Sections = "sections"
	ofKinds  = "kinds"
	Statuses = "statuses"
	Units    = "units"
	Layers   = "layers"
)

// The tables of the format.
const (
	Pillars       = "pillars"
	Projects      = "projects"
	Figures       = "figures"
	SecondSources = "second_sources"
	Statements    = "statements"
	Events        = "events"
	Places        = "places"
	ProjectPlaces = "project_places"
	Routes        = "routes"
	Paragraphs    = "paragraphs"
	Sources       = "sources"
	Synonyms      = "synonyms"
)

// Tables are what is compared, in the order of telling.
func Tables() []string {
	return []string{
		Metadata, Pillars, Projects, Figures, SecondSources, Statements, Events, Places, ProjectPlaces, Routes,
		Paragraphs, Sources, Lessons, Sections, ofKinds, Statuses, Units, Layers, Synonyms,
	}
}

// Edition is which dossier it is.
type Edition struct{ Name, Title, Version string }

// Change is what has become of a record, or of records that share it: those that
// stand in another order, or paragraphs with other numbers.
type Change struct {
	Kind  Kind
	Table string
	ID    string // in the dossier that has the record, the later one if both have
	Was   string // the id in the earlier one, where it is another
	Count int    // of records that share it; else 1

	before, after int32 // its places in the two tables; -1: it has none
}

// Field is a column in which a record differs. Of one that was added there is
// nothing before, of one that was removed nothing after.
type Field struct {
	Name          string
	Before, After string
	Gone, Came    []string // of a list: what is in one of them alone
}

// Changes are all differences of two dossiers, in the order of [Tables].
type Changes struct {
	From, To Edition
	All      []Change
	Sides    *[2]Side // of two different dossiers, which are not compared record by record

	tables map[string]differ
	counts map[told]int
}

// told is in which table, and of which kind, changes are.
type told struct {
	kind  Kind
	table string
}

// Dossiers compares two dossiers. Those of one name are versions of one.
func Dossiers(a, b *data.Dossier) *Changes {
	c := &Changes{From: editionOf(a), To: editionOf(b)}
	if c.From.Name != c.To.Name {
		c.Sides = &[2]Side{sideOf(a), sideOf(b)}
		return c
	}
	r := &renames{paragraphs: make(map[int]int), known: make(map[int]bool), ids: make(map[string]map[string]string)}
	c.tables = make(map[string]differ)
	for _, t := range tablesOf(a, b, r) {
		t.match(r)
		c.tables[t.table()] = t
	}
	c.counts = make(map[told]int)
	for _, name := range Tables() {
		c.All = append(c.All, c.tables[name].changes()...)
	}
	for i := range c.All {
		c.counts[told{c.All[i].Kind, c.All[i].Table}] += c.All[i].Count
	}
	return c
}

func editionOf(d *data.Dossier) Edition {
	m := d.Metadata()
	return Edition{m.Name, m.Title, m.Version}
}

// Same tells whether the two are the same in everything.
func (c *Changes) Same() bool { return c.Sides == nil && len(c.All) == 0 }

// Count is how many records were changed in a way, or in any, in a table, or in all.
func (c *Changes) Count(k Kind, table string) int {
	n := 0
	for t, records := range c.counts {
		if (k == "" || t.kind == k) && (table == "" || t.table == table) {
			n += records
		}
	}
	return n
}

// Fields are in what a record differs; of one that is in one of the dossiers alone
// everything that is stated.
func (c *Changes) Fields(of *Change) []Field {
	switch of.Kind {
	case Moved:
		return []Field{{Name: "order", After: strconv.Itoa(of.Count)}}
	case Renumbered:
		return []Field{{Name: "n", Before: span(of.before, of.Count), After: span(of.after, of.Count)}}
	case Added, Removed, Renamed, Changed:
	}
	return c.tables[of.Table].fields(of.before, of.after)
}

// Title is what a record is called in its dossier; empty for many.
func (c *Changes) Title(of *Change) string {
	if of.Kind == Moved || of.Kind == Renumbered {
		return ""
	}
	return c.tables[of.Table].title(of.before, of.after)
}

// span are numbers of paragraphs, from the place of the first on.
func span(first int32, count int) string {
	from := int(first) + 1
	if count == 1 {
		return strconv.Itoa(from)
	}
	return strconv.Itoa(from) + "–" + strconv.Itoa(from+count-1)
}

// Later tells whether a version comes after another: by the numbers in them, and else
// by their letters.
func Later(version, than string) bool {
	parts := func(s string) []string {
		return strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(".-_+ ", r) })
	}
	a, b := parts(version), parts(than)
	for i := range min(len(a), len(b)) {
		x, badX := strconv.Atoi(a[i])
		y, badY := strconv.Atoi(b[i])
		switch {
		case a[i] == b[i]:
		case badX == nil && badY == nil && x != y:
			return x > y
		default:
			return a[i] > b[i]
		}
	}
	return len(a) > len(b)
}
