// Package route names the places in the app. A place has one spelling,
// which the command line, links, history and the saved session share:
//
//	figure/trade-volume
//	pillar/trade#project/silk-road-fund
package route

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Kind is what a place shows.
type Kind string

// The kinds of places.
const (
	Overview   Kind = "overview"
	Pillar     Kind = "pillar"
	Project    Kind = "project"
	Figure     Kind = "figure"
	Chart      Kind = "chart"
	Map        Kind = "map"
	Timeline   Kind = "timeline"
	Principles Kind = "principles"
	Ahead      Kind = "ahead"
	Read       Kind = "read"
	Find       Kind = "find"
)

// Kinds lists every kind, in the order of the sidebar.
func Kinds() []Kind {
	return []Kind{Overview, Pillar, Project, Figure, Chart, Map, Timeline, Principles, Ahead, Read, Find}
}

// Route is a place: a kind of page, the record it is about, and what stands
// open beside it. Routes compare with ==.
//
// A Project or Figure route without ID is the whole list; with ID, the list
// with that record open. Read takes a paragraph's number as ID, Find the text
// to look for, Chart the ID of a set of figures or a [Comparison], Map a place.
// Anchor is the short form (Kind/ID) of a record open beside a page that is not
// its own list.
type Route struct {
	Kind   Kind
	ID     string
	Anchor string
}

// To is the route of a record, or of a whole page when id is empty.
func To(k Kind, id string) Route { return Route{Kind: k, ID: id} }

// Paragraph is the route of the n-th paragraph of the source.
func Paragraph(n int) Route { return Route{Kind: Read, ID: fmt.Sprint(n)} }

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
	r.Anchor = escape(string(k)) + "/" + escape(id)
	return r
}

// Page is r without the record beside it.
func (r Route) Page() Route {
	r.Anchor = ""
	return r
}

// Pane is the route of the record that stands open beside the page, or the
// zero Route where none does.
func (r Route) Pane() Route {
	if r.Anchor != "" {
		p, err := Parse(r.Anchor)
		if err != nil {
			return Route{}
		}
		return p
	}
	if r.ID != "" && (r.Kind == Project || r.Kind == Figure || r.Kind == Read || r.Kind == Map) {
		return r
	}
	return Route{}
}

// String is the route's one spelling; Parse reads it back.
func (r Route) String() string {
	s := escape(string(r.Kind))
	if r.ID != "" {
		s += "/" + escape(r.ID)
	}
	if r.Anchor != "" {
		s += "#" + r.Anchor
	}
	return s
}

// The longest spelling of a route, in bytes, and the longest text or ID in it,
// in letters. Only a comparison's list of figures may be as long as the route.
const (
	LongestRoute = 4096
	LongestID    = 200
)

// Parse reads a route's spelling. It refuses unknown kinds, a pillar without
// an id, an anchor that names no record, and what no place is as long as.
func Parse(s string) (Route, error) {
	if len(s) > LongestRoute {
		return Route{}, fmt.Errorf("route %.40q...: it has %d bytes, the most is %d", s, len(s), LongestRoute)
	}
	page, anchor, hasAnchor := strings.Cut(s, "#")
	kind, id, hasID := strings.Cut(page, "/")
	r := Route{Kind: Kind(kind), Anchor: anchor}
	if !slices.Contains(Kinds(), r.Kind) {
		return Route{}, fmt.Errorf("route %q: no page is called %q", s, kind)
	}
	var err error
	if r.ID, err = unescape(id); err != nil {
		return Route{}, fmt.Errorf("route %q: %w", s, err)
	}
	if n := utf8.RuneCountInString(r.ID); n > LongestID && !(r.Kind == Chart && strings.HasPrefix(r.ID, comparison)) {
		return Route{}, fmt.Errorf("route %.40q...: after the slash there are %d letters, the most is %d", s, n, LongestID)
	}
	if hasID && r.ID == "" || r.Kind == Pillar && r.ID == "" {
		return Route{}, fmt.Errorf("route %q: an id is missing after the slash", s)
	}
	if hasAnchor {
		beside, err := Parse(anchor)
		if err != nil || beside.Anchor != "" || beside.ID == "" {
			return Route{}, fmt.Errorf("route %q: %q is no record to open beside the page", s, anchor)
		}
	}
	if r.String() != s {
		return Route{}, fmt.Errorf("route %q: it is spelled %q", s, r)
	}
	return r, nil
}

// escape keeps letters of any script readable and hides the signs that
// routes are made of.
func escape(s string) string {
	var b strings.Builder
	for i := range len(s) {
		switch c := s[i]; {
		case c <= ' ', c == '#', c == '%', c == '/', c == 0x7f:
			fmt.Fprintf(&b, "%%%02X", c)
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

func unescape(s string) (string, error) {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '%' {
			b.WriteByte(s[i])
			continue
		}
		var c byte
		if i+3 > len(s) {
			return "", fmt.Errorf("%q ends within an escape", s)
		}
		if _, err := fmt.Sscanf(s[i+1:i+3], "%02X", &c); err != nil {
			return "", fmt.Errorf("%q is no escape", s[i:i+3])
		}
		b.WriteByte(c)
		i += 2
	}
	return b.String(), nil
}

// Picker takes figures for a comparison. The app's Nav is one.
type Picker interface {
	Pick(figure string)
}

// Nav goes to places. Pages get one and never know each other.
type Nav interface {
	Go(Route)
}
