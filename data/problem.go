package data

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxProblems is how many problems one report lists; then reading stops.
const MaxProblems = 100

// Problem is one thing that keeps a folder from being a dossier.
type Problem struct {
	File    string // path inside the folder; empty only in the line that says that reading stops
	Row     int    // row as a spreadsheet counts, the header is 1; 0: the file as a whole
	Column  string // column of a table, or member of a JSON file like features[2].geometry
	Found   string // what stands there; a value is quoted
	Allowed string // what may stand there
	Mend    string // what is likely meant, or what to do; empty: no guess
	Safe    bool   // Mend is exactly what the cell has to be, without doubt: Mended makes it
}

// String is the problem on one line, as in
//
//	figures.csv row 12, column unit: found "country", allowed: countries, cities; try: countries
func (p Problem) String() string {
	if p.File == "" {
		return p.Found
	}
	var b strings.Builder
	b.WriteString(p.File)
	if p.Row > 0 {
		fmt.Fprintf(&b, " row %d", p.Row)
	}
	switch {
	case p.Column == "":
	case p.Row > 0:
		b.WriteString(", column " + p.Column)
	default:
		b.WriteString(", " + p.Column)
	}
	fmt.Fprintf(&b, ": found %s, allowed: %s", p.Found, p.Allowed)
	if p.Mend != "" {
		b.WriteString("; try: " + p.Mend)
	}
	return b.String()
}

// Problems is the error of Open: everything that is wrong, sorted by file, row
// and column. Reading stops at MaxProblems; the last element then has only
// Found, which says so.
type Problems []Problem

// Error is one line for each problem.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// report collects problems, no more than are shown, so that a hostile file
// cannot fill the memory with complaints.
type report struct {
	kept   []Problem
	unsafe int           // problems without a safe mend, also those that are not kept
	tell   func(Problem) // nil: nobody asks
	mends  bool          // safe ones alone are kept, and many of them: they are to be mended
	err    error         // reading was cancelled
}

// mostMends are the safe mends that are kept at once while all are sought.
const mostMends = 50_000

func (r *report) add(p Problem) {
	if !p.Safe {
		r.unsafe++
	}
	if r.full() || r.mends && !p.Safe {
		return
	}
	whole := p.Mend
	p.Found, p.Allowed, p.Mend = oneLine(p.Found), oneLine(p.Allowed), oneLine(p.Mend)
	p.Safe = p.Safe && p.Mend == whole // or else it is not exactly what the cell has to be
	r.kept = append(r.kept, p)
	if r.tell != nil {
		r.tell(p)
	}
}

// take adds what another report has.
func (r *report) take(other *report) {
	r.unsafe += other.unsafe
	for _, p := range other.kept {
		if r.full() {
			return
		}
		r.kept = append(r.kept, p)
		if r.tell != nil {
			r.tell(p)
		}
	}
}

// full reports whether there are as many problems as are shown, or mends as are
// kept.
func (r *report) full() bool {
	if r.mends {
		return len(r.kept) >= mostMends
	}
	return len(r.kept) >= MaxProblems
}

// stopped reports whether nothing more is to be read.
func (r *report) stopped() bool { return r.full() || r.err != nil }

// addNear adds a problem whose mend is the known word that is most like one
// that is not known.
func (r *report) addNear(p Problem, word string, known []string) {
	if near := r.nearest(word, known); near != "" {
		p.Mend = near
	}
	r.add(p)
}

// wordOf reports a member that is none of some words, and returns the one that it
// means, if that is beyond doubt.
func (r *report) wordOf(p Problem, word string, known []string) string {
	if same := sameWord(word, known); same != "" {
		return r.member(p, word, same)
	}
	p.Found = quoted(word)
	r.addNear(p, word, known)
	return word
}

// nearest is a guess, which is for who reads the report alone.
func (r *report) nearest(word string, known []string) string {
	if r.mends {
		return ""
	}
	return nearest(word, known)
}

// problems is the sorted report, nil when there is nothing to report.
func (r *report) problems() Problems {
	slices.SortStableFunc(r.kept, func(a, b Problem) int {
		order := cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Row, b.Row))
		if order == 0 && a.Row > 0 {
			order = cmp.Compare(a.Column, b.Column)
		}
		return order // members of JSON files stay in the order of the file
	})
	ps := Problems(slices.Clip(r.kept))
	if r.full() {
		ps = append(ps, Problem{Found: fmt.Sprintf("reading stops at %d problems: there may be more", MaxProblems)})
	}
	return ps
}

// oneLine cuts what a file can make long, and replaces what it must not send to
// a terminal.
func oneLine(s string) string {
	const longest = 600
	var b strings.Builder
	n := 0
	for _, r := range s {
		if n++; n > longest {
			b.WriteRune('…')
			break
		}
		if !unicode.IsGraphic(r) {
			r = utf8.RuneError
		}
		b.WriteRune(r)
	}
	return b.String()
}

// quoted is a value as a report shows it: on one line, with every character
// that a terminal would act on escaped, and not longer than a line.
func quoted(s string) string {
	const longest = 60
	runes := 0
	for i := range s {
		if runes++; runes > longest {
			return strconv.Quote(s[:i] + "…")
		}
	}
	return strconv.Quote(s)
}
