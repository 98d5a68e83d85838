// Package slide lays slides out: what a slide says, as marks of a drawing that
// a class can read from its last row. Screen, PDF and web page draw the same
// marks; a file for other presenters is made of the same words and numbers.
package slide

import (
	"slices"

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
	More     func(left int) string // says for how many of the lines there was no room; nil: nothing does
	Visual   *Visual               // beside numerals or lines, or alone
	Plain    string                // why there is nothing else: the dossier lacks the place

	Claim  data.Claim // of all that is shown; empty: it has several, or none
	Badge  string     // its name: "Reported by a party"
	Source string     // "Zheng Shanjie, Qiushi, 2023, ¶15 · December 2021 to September 2023"
	Of     string     // "7 / 24"; empty: it stands alone

	// Rests sets claim and source anew by what is shown of the slide: by the lines that it
	// has left, and by the ids of what its visual draws; nil: they stay. It is asked of a copy.
	Rests func(s *Slide, drawn []string)

	Figures []data.Figure // of the ledger that are shown, for tables, worksheets and native charts
}

// Numeral is a number that is read from afar: the wording of the source.
type Numeral struct {
	Number string // "over 230", "US$19.1"
	Words  string // "trillion", "countries"; set smaller
	Below  string // what is counted
	Claim  data.Claim
	Badge  string // where the numerals of a slide differ in their claim, else empty
	From   string // its source and date, where numerals of several sources stand side by side; else empty
	Brief  string // From in fewer words, for where there is no room for it; empty: there are none
	Other  bool   // it is another source's than the presented one: grey, its sign hollow
}

// Line is a line of text, one idea.
type Line struct {
	Text   string
	Claim  data.Claim // its sign stands before it; empty: none does
	Cite   string     // "¶15", at its end; empty: none
	Strong bool
	Indent int
	Muted  bool // it is read second: that something is not stated, a question
}

// VisualKind is what a visual is.
type VisualKind string

// The kinds of visuals.
const (
	Chart    VisualKind = "chart"
	Map      VisualKind = "map"
	Timeline VisualKind = "timeline"
	Guess    VisualKind = "guess" // an axis on which the class guesses
)

// Visual is a drawing on a slide.
type Visual struct {
	Kind VisualKind
	// Draw makes it for a room; nil: the room is too small. It measures text, so it
	// is asked where text may be measured.
	Draw func(Room) *drawing.Sheet
	Axis *Axis  // of a guess, which needs no Draw
	Alt  string // what it shows, in words
	Live any    // what its maker makes a widget of
	// Highlight are the ids of the figures that a chart sets the others beside, for
	// programs with charts of their own.
	Highlight []string
	// Scale is the kind of a chart's axis, where that was chosen: "linear" or "log".
	Scale string
	// Shapes says that a chart has marks which other programs have no chart for: signs,
	// or what other sources say.
	Shapes bool
}

// Room is what a visual may take up.
type Room struct {
	Width, Height float64 // in pixels
	Text          float64 // the least size of text
	Scale         float64 // of text: by how much it is larger than usual
	Poor          bool    // there will be no better one: less may be shown
	Measure       drawing.Measure
}

// Axis is what a class guesses on.
type Axis struct {
	From, To float64
	Ticks    []Tick
	Unit     string         // below the axis
	Reported *data.Quantity // shown on it; nil: the class has not guessed yet
}

// Tick is a value with its name.
type Tick struct {
	At   float64
	Text string
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
	Text  float64     // the least size of text in the visual
	From  int         // Marks[From:To] are the visual's
	To    int
	Scale float64     // of text that there was room for
	Left  int         // lines that there was no room for
	Line  drawing.Box // of a guess: the axis itself, from its first value to its last; no height
	Foot  Marks       // what stands below the content: claim, source, number of the slide
	Badge string      // of the claim, as it stands there
	Rests string      // the source, as it stands there
}

// Marks are some of a layout's marks: from one to before another.
type Marks struct{ From, To int }

// Resting is a slide with claim and source of what is drawn of it.
func (s *Slide) Resting(drawn []drawing.Mark) *Slide {
	if s.Rests == nil {
		return s
	}
	var ids []string
	for i := range drawn {
		if id := drawn[i].Of; id != "" && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	of := *s
	of.Rests(&of, ids)
	return &of
}

// Without are the marks of a layout but for those of its visual, for where the
// visual itself stands on them.
func (l *Layout) Without() []drawing.Mark {
	return slices.Concat(l.Marks[:l.From], l.Marks[l.To:])
}

// Body is the size of text that is read from the last row: a 25th of the
// slide's height.
func (s Size) Body() float64 { return s.Height / 25 }

// Foot is the least size of what a slide rests on, which stands below it.
func (s Size) Foot() float64 { return s.Height / 36 }
