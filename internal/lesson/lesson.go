// Package lesson holds lessons: slides in an order, each a place of a dossier
// or words of the teacher's own, with notes, minutes and ink. A lesson is a
// file, NAME.lesson.json, whose form is that of schema.json.
package lesson

import (
	"slices"

	"beltroad/internal/likeness"
)

// Version is the latest of the files that this program writes, which reads none of a
// later one. A lesson is written as the earliest version that has all its members.
const Version = 2

// End is the end of the name of a lesson's file.
const End = ".lesson.json"

// Short is another end of its name, for Windows, which knows a type by the last end alone.
const Short = ".lesson"

// Lesson is a lesson. It is a value: who changes one, clones it.
type Lesson struct {
	Title    string  `json:"title"`
	Language string  `json:"language,omitempty"` // of its own words, BCP 47
	Dossier  Dossier `json:"dossier"`
	Slides   []Slide `json:"slides"`
}

// Dossier names the dossier that a lesson's places are of.
type Dossier struct {
	Name    string `json:"name"`
	Version string `json:"version,omitempty"`
}

// Form is what a slide without a place is.
type Form string

// The forms.
const (
	Title    Form = "title"    // of the lesson or of a part of it
	Question Form = "question" // to the class
	Words    Form = "words"    // lines of text
)

// Slide is one slide.
type Slide struct {
	ID      string   `json:"id"`                // within the lesson; it stays when the slide is moved
	Place   string   `json:"place,omitempty"`   // spelling of a route, with the state of its page
	Form    Form     `json:"form,omitempty"`    // of a slide without a place
	Section string   `json:"section,omitempty"` // title of the part of the lesson that begins here
	Title   string   `json:"title,omitempty"`   // instead of the place's own
	Text    string   `json:"text,omitempty"`    // lines: of a slide without a place all it says, of others a sentence below the title
	Notes   string   `json:"notes,omitempty"`   // what the teacher alone sees
	Ask     []string `json:"ask,omitempty"`     // questions to the class, which the notes show apart and worksheets may use
	Minutes float64  `json:"minutes,omitempty"` // planned
	Hidden  bool     `json:"hidden,omitempty"`  // it is passed over
	Predict *Predict `json:"predict,omitempty"` // its figure is hidden until the class has guessed
	Ink     []Stroke `json:"ink,omitempty"`
	Shows   []Shown  `json:"shows,omitempty"` // the records that its place names; since version 2
}

// Shown is a record that a slide shows, with what it is known by in another version of the
// dossier, where its number or its id may be another's.
type Shown struct {
	likeness.Ref
	likeness.Likeness
}

// Predict has a class guess a figure before it is shown.
type Predict struct {
	Figure string  `json:"figure"` // id
	From   float64 `json:"from"`   // ends of the axis that is guessed on, in the unit of the figure
	To     float64 `json:"to"`
}

// Tool is what ink is drawn with.
type Tool string

// The tools.
const (
	Pen    Tool = "pen"
	Marker Tool = "marker" // broad, and what is below shines through
)

// Stroke is a line of ink. Points are x and y in turn, in shares of the 16:9 slide's
// width and height, from 0 to 1.
type Stroke struct {
	Tool   Tool      `json:"tool"`
	Points []float64 `json:"points"`
}

// Same tells whether two strokes are alike.
func (s Stroke) Same(other Stroke) bool {
	return s.Tool == other.Tool && slices.Equal(s.Points, other.Points)
}

// Planned is how many minutes all slides that are shown are planned for.
func (l *Lesson) Planned() float64 {
	sum := 0.0
	for _, s := range l.Slides {
		if !s.Hidden {
			sum += s.Minutes
		}
	}
	return sum
}
