// Package notes holds what the reader writes about a dossier: highlights, notes
// and bookmarks. It keeps them in a file for each dossier, and finds again in
// another version of the dossier what they stand on.
package notes

import (
	"cmp"
	"crypto/rand"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Kind is what a highlight says of its passage. The empty kind says nothing.
type Kind string

// The kinds of highlights.
const (
	KeyFact  Kind = "key"
	Agree    Kind = "agree"
	Doubt    Kind = "doubt"
	Question Kind = "question"
	Term     Kind = "term"
)

// Kinds lists every kind, in the order in which they are offered.
func Kinds() []Kind { return []Kind{KeyFact, Agree, Doubt, Question, Term} }

// Stands is what kind of record a note stands on.
type Stands string

// What notes stand on.
const (
	Paragraph Stands = "paragraph"
	Figure    Stands = "figure"
	Project   Stands = "project"
	Place     Stands = "place"
)

// AllStands lists what notes stand on, in the order in which notes are listed.
func AllStands() []Stands { return []Stands{Paragraph, Figure, Project, Place} }

// On is a record that a note stands on. The id of a paragraph is its number.
type On struct {
	Stands Stands `json:"stands"`
	ID     string `json:"id"`
}

// Note is a highlight, a note or a bookmark: a highlight has a passage and a
// kind, a note a text, and one may be both. A bookmark has neither.
type Note struct {
	ID       string    `json:"id"`
	On       On        `json:"on"`
	Anchor   Anchor    `json:"anchor,omitzero"`
	Kind     Kind      `json:"kind,omitempty"`
	Text     string    `json:"text,omitempty"` // Markdown
	Bookmark bool      `json:"bookmark,omitempty"`
	Version  string    `json:"version,omitempty"` // of the dossier when the note was made
	Made     time.Time `json:"made"`
	Changed  time.Time `json:"changed"`
	Deleted  bool      `json:"-"` // what is left of it says that it is not to come back
}

// The most that is kept.
const (
	MostNotes = 10_000
	MostText  = 64 << 10 // bytes of one note
	MostQuote = 16 << 10 // bytes of a passage
	mostTotal = 16 << 20 // bytes of all notes
	mostID    = 200      // bytes
	mostGone  = 10_000   // deleted notes that are remembered
)

// Errors of what is not kept.
var (
	ErrLong = errors.New("the note is too long")
	ErrMany = errors.New("there are too many notes")
	ErrBare = errors.New("the note says nothing")
)

// newID is an id that no other program makes.
func newID() string { return strings.ToLower(rand.Text()) }

// bare tells whether there is nothing to keep.
func (n Note) bare() bool { return n.Kind == "" && !n.Bookmark && strings.TrimSpace(n.Text) == "" }

// size is about what the note takes, in bytes.
func (n Note) size() int {
	const rest = 400
	return rest + len(n.Text) + len(n.Anchor.Exact) + len(n.On.ID)
}

// sameAs tells whether two notes say the same, whenever it was said.
func (n Note) sameAs(other Note) bool {
	n.Changed, other.Changed, n.Made, other.Made = time.Time{}, time.Time{}, time.Time{}, time.Time{}
	return n == other
}

// gone is what is left of a note that is deleted.
func gone(id string, when time.Time) Note { return Note{ID: id, Changed: when, Deleted: true} }

// Clean is a text as it is kept: valid, with plain line ends and without control
// characters, which no editor shows.
func Clean(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.ToValidUTF8(text, "\uFFFD"))
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, text)
}

// stamp is a time as it is kept.
func stamp(t time.Time) time.Time { return t.UTC().Truncate(time.Millisecond) }

// check tells what keeps a note from being one that this package makes.
func (n Note) check() error {
	switch {
	case !validID(n.ID):
		return fmt.Errorf("%.40q is no id of a note", n.ID)
	case !slices.Contains(AllStands(), n.On.Stands):
		return fmt.Errorf("note %s: nothing stands on %.40q", n.ID, n.On.Stands)
	case n.On.ID == "" || !short(n.On.ID):
		return fmt.Errorf("note %s: %.40q is no id of a record", n.ID, n.On.ID)
	case n.Kind != "" && !slices.Contains(Kinds(), n.Kind):
		return fmt.Errorf("note %s: no highlight is called %.40q", n.ID, n.Kind)
	case n.Text != Clean(n.Text):
		return fmt.Errorf("note %s: its text has control characters", n.ID)
	case len(n.Text) > MostText || len(n.Anchor.Exact) > MostQuote:
		return fmt.Errorf("note %s: %w", n.ID, ErrLong)
	case !short(n.Version):
		return fmt.Errorf("note %s: %.40q is no version", n.ID, n.Version)
	case n.bare():
		return fmt.Errorf("note %s: %w", n.ID, ErrBare)
	case !validTime(n.Made) || !validTime(n.Changed):
		return fmt.Errorf("note %s: its time is out of range", n.ID)
	}
	if err := n.Anchor.check(); err != nil {
		return fmt.Errorf("note %s: %w", n.ID, err)
	}
	return nil
}

// short tells whether a text may be an id or a version.
func short(s string) bool { return len(s) <= mostID && s == Clean(s) }

func validID(id string) bool {
	const most = 64
	return id != "" && len(id) <= most && !strings.ContainsFunc(id, func(r rune) bool { return r != '-' && (r < '0' || r > '9') && (r < 'a' || r > 'z') })
}

func validTime(t time.Time) bool { return t.Year() >= 1970 && t.Year() <= 9999 && t.Equal(stamp(t)) }

// byMaking orders notes as they were made.
func byMaking(a, b Note) int { return cmp.Or(a.Made.Compare(b.Made), cmp.Compare(a.ID, b.ID)) }

// Title is the first line of a text that says something, without the signs that
// Markdown begins lines with.
func Title(text string) string {
	const most = 120 // letters
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(strings.TrimLeft(line, "#>*-+ \t")); line != "" {
			if utf8.RuneCountInString(line) > most {
				return string([]rune(line)[:most]) + "…"
			}
			return line
		}
	}
	return ""
}
