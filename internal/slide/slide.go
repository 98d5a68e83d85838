// Package slide lays slides out: what a slide says, as marks of a drawing that
// a class can read from its last row. Screen, PDF and web page draw the same
// marks; a file for other presenters is made of the same words and numbers.
package slide

import (
	"beltroad/data"
	"beltroad/internal/drawing"
)

// Slide is what a slide says. All texts are in the words of the user's
// language, or the dossier's own.
type Slide struct {
	Kicker string // above the title: the pillar, or the part of the lesson
	Pillar int    // order of the pillar whose colour it has; 0: none
	Title  string
	Lead   string // a sentence below the title
	Large  bool   // the title is the slide: of a lesson, of a part of it, a question

	Numerals []Numeral // big numbers, at most three
	Lines    []Line
	Visual   *Visual // beside numerals or lines, or alone
	Plain    string  // why there is nothing else: the dossier lacks the place

	Claim  data.Claim // of all that is shown; empty: it has several, or none
	Badge  string     // its name: "Reported by a party"
	Source string     // "Zheng Shanjie, Qiushi, 2023, ¶15 · December 2021 to September 2023"
	Of     string     // "7 / 24"; empty: it stands alone

	Figures []data.Figure // of the ledger that are shown, for tables, worksheets and native charts
}

// Numeral is a number that is read from afar: the wording of the source.
type Numeral struct {
	Number string // "over 230", "US$19.1"
	Words  string // "trillion", "countries"; set smaller
	Below  string // what is counted
	Claim  data.Claim
	Badge  string // where the numerals of a slide differ in their claim, else empty
}

// Line is a line of text, one idea.
type Line struct {
	Text   string
	Claim  data.Claim // its sign stands before it; empty: none does
	Cite   string     // "¶15", at its end; empty: none
	Strong bool
	Indent int
}

// VisualKind is what a visual is.
type VisualKind string

// The kinds of visuals.
const (
	Chart    VisualKind = "chart"
	Map      VisualKind = "map"
	Timeline VisualKind = "timeline"
	Pair     VisualKind = "pair" // two sources beside each other
)

// Visual is a drawing on a slide.
type Visual struct {
	Kind VisualKind
	// Draw makes it for a room in pixels, with no text smaller than a size. It
	// measures text, so it is asked where text may be measured.
	Draw func(width, height, text float64, m drawing.Measure) *drawing.Sheet
	Alt  string // what it shows, in words
}

// Size is what a slide is laid out for.
type Size struct {
	Width, Height float64 // in pixels
	Scale         float64 // of text, from 1 to 2: as far as there is room for it; 0: 1
}

// Layout is a slide, laid out.
type Layout struct {
	*drawing.Sheet
	Room  drawing.Box // where the visual stands; empty: there is none
	Scale float64     // of text that there was room for
}

// Body is the size of text that is read from the last row: a 25th of the
// slide's height.
func (s Size) Body() float64 { return s.Height / 25 }
