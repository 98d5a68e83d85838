// Package route names the places in the app. A place has one spelling,
// which the command line, links, history and the saved session share:
//
//	figure/trade-volume
//	pillar/trade#project/silk-road-fund
//	figure?filter=unit:countries&sort=-value
package route

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"beltroad/data"
)

// Kind is what a place shows.
type Kind string

// The kinds of places.
const (
	Overview    Kind = "overview"
	Pillar      Kind = "pillar"
	Project     Kind = "project"
	Figure      Kind = "figure"
	Differences Kind = "differences"
	Speakers    Kind = "speakers"
	Chart       Kind = "chart"
	Map         Kind = "map"
	Timeline    Kind = "timeline"
	Principles  Kind = "principles"
	Commitments Kind = "commitments"
	Read        Kind = "read"
	Notes       Kind = "notes"
	Lesson      Kind = "lesson"
	Search      Kind = "search"
	Library     Kind = "library"
	Make        Kind = "make"
	Compare     Kind = "compare"
)

// Kinds lists every kind, in the order of the sidebar.
func Kinds() []Kind {
	return []Kind{Overview, Pillar, Project, Figure, Differences, Speakers, Chart, Map, Timeline, Principles, Commitments, Read, Notes, Lesson, Search, Library, Make, Compare}
}

// renamed are the names that kinds had before: their spellings are still read.
var renamed = map[string]Kind{"ahead": Commitments, "find": Search}

// Ref names a record: what stands open beside a page. The zero Ref names none.
type Ref struct {
	Kind Kind
	ID   string
}

// Route is a place: a kind of page, what the page is about, the record that
// stands open beside it, and how the page stands. Routes compare with ==.
//
// Pillar takes a pillar as ID, Chart a set of figures or a [Comparison], Search
// the text to look for, Lesson a lesson, Compare another dossier of the library; the
// others take none. A list with one of its own
// records open beside it is spelled by that record: figure/trade-volume.
type Route struct {
	Kind  Kind
	ID    string
	Pane  Ref
	State string // as [State.String] spells it; empty: as the page comes
}

// lists tells whether a page of the kind lists records that open beside it.
func (k Kind) lists() bool {
	return k == Project || k == Figure || k == Read || k == Map
}

// To is the route of a record, or of a whole page when id is empty.
func To(k Kind, id string) Route {
	if id != "" && k.lists() {
		return Route{Kind: k, Pane: Ref{k, id}}
	}
	return Route{Kind: k, ID: id}
}

// Paragraph is the route of the n-th paragraph of the source.
func Paragraph(n int) Route { return To(Read, fmt.Sprint(n)) }

// In the state of a place in the reader: how far it is scrolled, and whose words it is to
// be read in.
const (
	StateAt = "at"
	StateIn = "in"
	OwnCopy = "copy"
)

// InCopy is the n-th paragraph as the reader's own copy of the source has it.
func InCopy(n int) Route { return Paragraph(n).In(State{StateIn: OwnCopy}.String()) }

// comparison begins the ID of a Chart route that shows picked figures.
const comparison = "of:"

// Comparison is the route of a chart of figures that the user picked.
func Comparison(figures []string) Route {
	return Route{Kind: Chart, ID: comparison + strings.Join(figures, "+")}
}

// Compared are the figures of a comparison; ok is false for other routes.
func (r Route) Compared() (figures []string, ok bool) {
	list, ok := strings.CutPrefix(r.ID, comparison)
	if !ok || r.Kind != Chart {
		return nil, false
	}
	return strings.FieldsFunc(list, func(c rune) bool { return c == '+' }), true
}

// Beside is r with the record open beside it.
func (r Route) Beside(k Kind, id string) Route {
	r.Pane = Ref{k, id}
	return r
}

// Page is r without the record beside it.
func (r Route) Page() Route {
	r.Pane = Ref{}
	return r
}

// In is r with its page as a state says.
func (r Route) In(state string) Route {
	r.State = state
	return r
}

// Place is r, however its page stands.
func (r Route) Place() Route { return r.In("") }

// String is the route's one spelling; Parse reads it back.
func (r Route) String() string {
	page, beside := Ref{r.Kind, r.ID}, r.Pane
	if r.ID == "" && beside.Kind == r.Kind && r.Kind.lists() {
		page, beside = beside, Ref{}
	}
	s := page.String()
	if beside != (Ref{}) {
		s += "#" + beside.String()
	}
	if r.State != "" {
		s += "?" + r.State
	}
	return s
}

// String is the short form of a record's name: figure/trade-volume.
func (r Ref) String() string {
	if r.ID == "" {
		return escape(string(r.Kind))
	}
	return escape(string(r.Kind)) + "/" + escape(r.ID)
}

// The longest spelling of a route, in bytes, and the longest text or ID in it,
// in letters. Only a comparison's list of figures may be as long as the route.
const (
	LongestRoute = 4096
	LongestID    = 200
)

// Parse reads a route's spelling, also one of an earlier version. It refuses
// unknown kinds, a pillar without an id, a record beside the page that has no
// id, and what no place is as long as.
func Parse(s string) (Route, error) {
	if len(s) > LongestRoute {
		return Route{}, fmt.Errorf("route %.40q...: it has %d bytes, the most is %d", s, len(s), LongestRoute)
	}
	place, state := cutState(s)
	page, beside, hasBeside := strings.Cut(place, "#")
	ref, err := parseRef(page)
	if err != nil {
		return Route{}, fmt.Errorf("route %.80q: %w", s, err)
	}
	if ref.Kind == Pillar && ref.ID == "" {
		return Route{}, fmt.Errorf("route %.80q: an id is missing after the slash", s)
	}
	r := To(ref.Kind, ref.ID)
	if hasBeside {
		r.ID, r.Pane = ref.ID, Ref{}
		if r.Pane, err = parseRef(beside); err != nil || r.Pane.ID == "" {
			return Route{}, fmt.Errorf("route %.80q: %.80q is no record to open beside the page", s, beside)
		}
		if ref.Kind.lists() { // it shows one record at a time, and that is the one beside it
			r.ID = ""
		}
	}
	r.State = state
	return r, nil
}

// cutState parts a spelling from the state at its end. Earlier versions had
// none, and wrote a question mark in an id as it is.
func cutState(s string) (place, state string) {
	if i := strings.LastIndexByte(s, '?'); i >= 0 {
		if st, err := ParseState(s[i+1:]); err == nil && len(st) > 0 {
			return s[:i], st.String()
		}
	}
	return s, ""
}

func parseRef(s string) (Ref, error) {
	name, id, hasID := strings.Cut(s, "/")
	kind := Kind(name)
	if k, ok := renamed[name]; ok {
		kind = k
	}
	if !slices.Contains(Kinds(), kind) {
		return Ref{}, unknown(name)
	}
	if strings.Contains(id, "/") {
		return Ref{}, fmt.Errorf("%.40q has a slash too many", s)
	}
	id, err := unescape(id)
	if err != nil {
		return Ref{}, err
	}
	if hasID && id == "" {
		return Ref{}, errors.New("an id is missing after the slash")
	}
	if n := utf8.RuneCountInString(id); n > LongestID && (kind != Chart || !strings.HasPrefix(id, comparison)) {
		return Ref{}, fmt.Errorf("after the slash there are %d letters, the most is %d", n, LongestID)
	}
	return Ref{kind, id}, nil
}

// unknown says that no page has a name, and which is most like it.
func unknown(name string) error {
	var names []string
	for _, k := range Kinds() {
		names = append(names, string(k))
	}
	if near := data.Likely(name, names); near != "" {
		return fmt.Errorf("no page is called %.40q; did you mean %q?", name, near)
	}
	return fmt.Errorf("no page is called %.40q", name)
}

// Nav goes to places.
type Nav interface {
	Go(Route)
}
