package session

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"beltroad/internal/kept"
)

// Settings are the choices that outlive a run of the app.
type Settings struct {
	Scheme    string   `json:"scheme"`              // "system", "light" or "dark"
	TextSize  int      `json:"textSize"`            // percent, 100 to 200
	Projector bool     `json:"projector,omitempty"` // light and large, for who sits far away
	Width     int      `json:"width"`               // of the window, in device-independent pixels
	Height    int      `json:"height"`
	Place     string   `json:"place"`    // the last place, as a route is spelled; empty: none
	Folder    string   `json:"folder"`   // where the last file was saved; empty: none yet
	Language  string   `json:"language"` // tag of the app's words; empty: as the desktop's
	Sidebar   Sidebar  `json:"sidebar,omitempty"`
	Searches  Searches `json:"searches,omitzero"`
	Told      bool     `json:"told,omitempty"` // what the signs mean was told, and closed by its reader
	Opened
	Reading
	Presenting
	Outgoing
}

// Opened is which dossiers are open, and where each was left.
type Opened struct {
	Dossier string `json:"dossier,omitempty"` // where the last one is from; empty: it comes with the program
	Left    Left   `json:"left,omitzero"`
}

// Left are the places at which dossiers were left, the latest first.
type Left [8]Leaving

// Leaving is where a dossier was left.
type Leaving struct {
	Dossier string `json:"dossier"` // its short name
	Place   string `json:"place"`   // as a route is spelled
}

// With is where one more dossier was left.
func (l Left) With(dossier, place string) Left {
	last := Left{{dossier, place}}
	n := 1
	for _, before := range l {
		if before.Dossier != dossier && n < len(last) {
			last[n] = before
			n++
		}
	}
	return last.clamped()
}

// Place is where a dossier was left; empty: that is not known.
func (l Left) Place(dossier string) string {
	for _, each := range l {
		if each.Dossier == dossier {
			return each.Place
		}
	}
	return ""
}

func (l Left) clamped() Left {
	var kept Left
	n := 0
	for _, each := range l {
		if each.Dossier, each.Place = short(each.Dossier, maxName), short(each.Place, maxLeft); each.Dossier != "" && each.Place != "" {
			kept[n] = each
			n++
		}
	}
	return kept
}

func (o Opened) clamped() Opened { return Opened{short(o.Dossier, maxPath), o.Left.clamped()} }

// Outgoing is how what leaves the window looks.
type Outgoing struct {
	Paper     string `json:"paper,omitempty"`     // that is printed on, "a4" or "letter"; empty: as the desktop's country has it
	CiteStyle string `json:"citeStyle,omitempty"` // of the last citation
}

// AllQuestions are more than a worksheet has.
const AllQuestions = 1000

// Presenting is what was presented last, and how slides look before a class. 0 is
// the usual size.
type Presenting struct {
	Presented string `json:"presented,omitempty"` // id of the lesson
	Lesson    string `json:"lesson,omitempty"`    // id of the one that was used last
	SlideText int    `json:"slideText,omitempty"` // percent of the least size that a last row reads, 100 to 200
	NotesText int    `json:"notesText,omitempty"` // percent, of the presenter's notes, 100 to 300
	Questions int    `json:"questions,omitempty"` // of a worksheet, at most
}

// clamped is p with sizes in their range.
func (p Presenting) clamped() Presenting {
	if p.SlideText != 0 {
		p.SlideText = min(max(p.SlideText, minText), maxText)
	}
	p.Presented = lessonID(p.Presented)
	p.Questions = min(max(p.Questions, 0), AllQuestions)
	if p.NotesText != 0 {
		p.NotesText = min(max(p.NotesText, minText), maxNotes)
	}
	return p
}

// Sidebar is whether the sidebar is there.
type Sidebar string

// The usual one is there unless the page needs its room.
const (
	UsualSidebar  Sidebar = ""
	ShownSidebar  Sidebar = "shown"
	FoldedSidebar Sidebar = "folded"
)

// Reading is how the text of the reader looks, and what goes along with it.
type Reading struct {
	ReadSize int    `json:"readSize"`   // percent of the app's text, 80 to 200
	Ground   string `json:"readGround"` // "light", "sepia", "dark"; empty: as the app
	Serif    bool   `json:"readSerif"`
	Alone    bool   `json:"readAlone"`        // nothing beside the text follows it
	Unmarked bool   `json:"readUnmarked"`     // sentences do not show what kind they are
	At       string `json:"readAt,omitempty"` // where it was left: the dossier's name, a space, the page's state
}

// Searches are the texts that were looked for last, the latest first. An empty
// one is none.
type Searches [10]string

// With is s after one more search, which then stands there once.
func (s Searches) With(text string) Searches {
	last := Searches{text}
	n := 1
	for _, before := range s {
		if before != text && before != "" && n < len(last) {
			last[n] = before
			n++
		}
	}
	return last.clamped()
}

// clamped is s without what nobody can have looked for.
func (s Searches) clamped() Searches {
	var kept Searches
	n := 0
	for _, text := range s {
		if text != "" && len(text) <= maxSearch && utf8.ValidString(text) && !strings.ContainsFunc(text, unicode.IsControl) {
			kept[n] = text
			n++
		}
	}
	return kept
}

// Defaults are the settings of a first start.
func Defaults() Settings {
	return Settings{Scheme: "system", TextSize: 100, Width: 1280, Height: 800, Reading: Reading{ReadSize: 100}}
}

const (
	fileName      = "settings.json"
	formatVersion = 1
	maxFile       = 192 << 10 // bytes
	maxPlace      = 4 << 10   // bytes: even fully escaped, the file stays below maxFile

	maxAt = 300 // bytes, likewise

	maxSearch = 600 // bytes: all of them escaped, the file still stays below maxFile

	maxPath = 4 << 10 // bytes, likewise
	maxLeft = 600     // bytes, likewise
	maxName = 200     // bytes, of a dossier

	maxLesson   = 64 // bytes
	maxLanguage = 35 // bytes, as BCP 47 wants room for

	minText, maxText     = 100, 200 // percent
	minRead, maxRead     = 80, 200  // percent
	maxNotes             = 300      // percent
	minWidth, maxWidth   = 640, 16384
	minHeight, maxHeight = 480, 16384
)

// file is what settings.json holds.
type file struct {
	Version int `json:"version"`
	Settings
}

// read parses a settings file. Members that are missing keep their default, as do
// those that hold something else than they should; members that it does not know
// are ignored. With a [*kept.Newer] the settings are what it understands of them.
func read(b []byte) (Settings, error) {
	if len(b) > maxFile {
		return Settings{}, fmt.Errorf("more than %d KiB", maxFile>>10)
	}
	if !utf8.Valid(b) {
		return Settings{}, errors.New("not UTF-8")
	}
	f := file{Settings: Defaults()}
	if err := json.Unmarshal(b, &f); err != nil {
		// A member alone is dropped, and all others are read.
		if wrong, ok := errors.AsType[*json.UnmarshalTypeError](err); !ok || wrong.Field == "" {
			return Settings{}, err
		}
	}
	switch {
	case f.Version > formatVersion:
		return f.clamped(), &kept.Newer{What: kept.Settings, Version: f.Version, Reads: formatVersion}
	case f.Version != formatVersion:
		return Settings{}, fmt.Errorf("no version %d was ever written", f.Version)
	}
	return f.clamped(), nil
}

// encoded is the file that read reads.
func (s Settings) encoded() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent("", "  ")
	err := e.Encode(file{formatVersion, s})
	return b.Bytes(), err
}

// clamped is s with every value in its range: a number moves to the nearest
// bound, so that one step too many has no effect; anything else falls back to
// its default.
func (s Settings) clamped() Settings {
	switch s.Scheme {
	case "system", "light", "dark":
	default:
		s.Scheme = Defaults().Scheme
	}
	if len(s.Language) > maxLanguage || strings.ContainsFunc(s.Language, notInTag) {
		s.Language = ""
	}
	switch s.Ground {
	case "", "light", "sepia", "dark":
	default:
		s.Ground = ""
	}
	switch s.Sidebar {
	case UsualSidebar, ShownSidebar, FoldedSidebar:
	default:
		s.Sidebar = UsualSidebar
	}
	s.ReadSize = ReadingSize(s.ReadSize)
	s.TextSize = min(max(s.TextSize, minText), maxText)
	s.Width = min(max(s.Width, minWidth), maxWidth)
	s.Height = min(max(s.Height, minHeight), maxHeight)
	s.Place, s.At = short(s.Place, maxPlace), short(s.At, maxAt)
	s.Lesson = lessonID(s.Lesson)
	if len(s.CiteStyle) > maxLanguage || strings.ContainsFunc(s.CiteStyle, notInTag) {
		s.CiteStyle = ""
	}
	s.Searches, s.Presenting, s.Opened = s.Searches.clamped(), s.Presenting.clamped(), s.Opened.clamped()
	return s
}

// short is a text, or none where it is too long or none.
func short(s string, most int) string {
	if len(s) > most || !utf8.ValidString(s) || strings.ContainsFunc(s, unicode.IsControl) {
		return ""
	}
	return s
}

// ReadingSize is a size of the reader's text, moved to the nearest bound where it
// is out of range.
func ReadingSize(percent int) int { return min(max(percent, minRead), maxRead) }

// lessonID is the id of a lesson, or none where it can be of none.
func lessonID(s string) string {
	if len(s) > maxLesson || strings.ContainsFunc(s, notInTag) {
		return ""
	}
	return s
}

// notInTag tells whether no language tag has a rune.
func notInTag(r rune) bool {
	return r != '-' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z')
}

// changed is s with what differs between two other settings as in the later ones.
func (s Settings) changed(from, to Settings) Settings {
	change(&s.Scheme, from.Scheme, to.Scheme)
	change(&s.TextSize, from.TextSize, to.TextSize)
	change(&s.Projector, from.Projector, to.Projector)
	change(&s.Width, from.Width, to.Width)
	change(&s.Height, from.Height, to.Height)
	change(&s.Place, from.Place, to.Place)
	change(&s.Folder, from.Folder, to.Folder)
	change(&s.Language, from.Language, to.Language)
	change(&s.ReadSize, from.ReadSize, to.ReadSize)
	change(&s.Ground, from.Ground, to.Ground)
	change(&s.Serif, from.Serif, to.Serif)
	change(&s.Alone, from.Alone, to.Alone)
	change(&s.Unmarked, from.Unmarked, to.Unmarked)
	change(&s.At, from.At, to.At)
	change(&s.Sidebar, from.Sidebar, to.Sidebar)
	change(&s.Searches, from.Searches, to.Searches)
	change(&s.Lesson, from.Lesson, to.Lesson)
	change(&s.CiteStyle, from.CiteStyle, to.CiteStyle)
	change(&s.Told, from.Told, to.Told)
	change(&s.Dossier, from.Dossier, to.Dossier)
	change(&s.Left, from.Left, to.Left)
	change(&s.Paper, from.Paper, to.Paper)
	change(&s.SlideText, from.SlideText, to.SlideText)
	change(&s.NotesText, from.NotesText, to.NotesText)
	change(&s.Presented, from.Presented, to.Presented)
	change(&s.Questions, from.Questions, to.Questions)
	return s
}

func change[T comparable](setting *T, from, to T) {
	if from != to {
		*setting = to
	}
}
