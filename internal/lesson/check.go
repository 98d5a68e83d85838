package lesson

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"

	"beltroad/internal/likeness"
)

// The most that a lesson may have. Texts are counted in letters.
const (
	MostFile   = 8 << 20 // bytes
	MostSlides = 500
	MostTitle  = 200 // of a lesson, a slide, a section, a question
	MostText   = 4_000
	MostNotes  = 20_000
	MostAsk    = 20 // questions of a slide
	MostPlace  = 4_096
	MostTime   = 600     // minutes of a slide
	MostInk    = 2_000   // strokes of a slide
	MostPoints = 300_000 // numbers in all ink of a lesson
	MostShown  = 300     // records of a slide
	mostID     = 64
	mostName   = 200 // of a dossier, of its version, of a figure
)

// Reason is why a file is refused.
type Reason string

// The reasons.
const (
	Large   Reason = "large"   // more than Most MB
	Damaged Reason = "damaged" // no JSON, or not all of it
	Foreign Reason = "foreign" // no lesson
	Newer   Reason = "newer"   // version Found
	Unknown Reason = "unknown" // a member that no lesson has
	Twice   Reason = "twice"   // a member, or the id of a slide
	Long    Reason = "long"    // a text of more than Most letters
	Many    Reason = "many"    // more than Most of a member
	Value   Reason = "value"   // a value that the member may not have
	Bare    Reason = "bare"    // a slide with neither a place nor a form, or with both
)

// Reasons lists every reason.
func Reasons() []Reason {
	return []Reason{Large, Damaged, Foreign, Newer, Unknown, Twice, Long, Many, Value, Bare}
}

// Refused is the error of a file that is no lesson, or of a lesson that cannot be kept.
type Refused struct {
	Reason Reason
	Slide  int    // from 1; 0: none of them
	Member string // empty: none
	Found  int
	Most   int
	Err    error
}

// Error is a sentence for a log; the app words its own.
func (r *Refused) Error() string {
	var b strings.Builder
	if r.Slide > 0 {
		fmt.Fprintf(&b, "slide %d: ", r.Slide)
	}
	if r.Member != "" {
		fmt.Fprintf(&b, "member %.40q: ", r.Member)
	}
	switch r.Reason {
	case Newer:
		fmt.Fprintf(&b, "version %d of the format, this program reads version %d", r.Found, Version)
	case Large:
		fmt.Fprintf(&b, "more than %d MB", r.Most)
	case Long, Many:
		fmt.Fprintf(&b, "%s, the most is %d", r.Reason, r.Most)
	case Foreign:
		b.WriteString("not a lesson")
	case Bare:
		b.WriteString("it needs either a place or a form")
	default:
		b.WriteString(string(r.Reason))
	}
	if r.Err != nil {
		fmt.Fprintf(&b, " (%v)", r.Err)
	}
	return b.String()
}

// Unwrap is what went wrong in reading.
func (r *Refused) Unwrap() error { return r.Err }

// Forms lists every form.
func Forms() []Form { return []Form{Title, Question, Words} }

// Check tells what keeps a lesson from being one that can be kept: a [*Refused], or nil.
func (l *Lesson) Check() error {
	if err := firstOf(text("title", l.Title, MostTitle), text("name", l.Dossier.Name, mostName), text("version", l.Dossier.Version, mostName)); err != nil {
		return err
	}
	if _, err := language.Parse(l.Language); l.Language != "" && err != nil {
		return &Refused{Reason: Value, Member: "language"}
	}
	if len(l.Slides) > MostSlides {
		return &Refused{Reason: Many, Member: "slides", Most: MostSlides}
	}
	seen, points := make(map[string]bool, len(l.Slides)), 0
	for i := range l.Slides {
		s := l.Slides[i]
		refused := s.check()
		if refused == nil && seen[s.ID] {
			refused = &Refused{Reason: Twice, Member: "id"}
		}
		for _, stroke := range s.Ink {
			points += len(stroke.Points)
		}
		if refused == nil && points > MostPoints {
			refused = &Refused{Reason: Many, Member: "points", Most: MostPoints}
		}
		if refused != nil {
			refused.Slide = i + 1
			return refused
		}
		seen[s.ID] = true
	}
	return nil
}

func firstOf(all ...*Refused) error {
	for _, r := range all {
		if r != nil {
			return r
		}
	}
	return nil
}

func (s Slide) check() *Refused {
	switch {
	case !validID(s.ID):
		return &Refused{Reason: Value, Member: "id"}
	case (s.Place == "") == (s.Form == ""):
		return &Refused{Reason: Bare}
	case s.Form != "" && !slices.Contains(Forms(), s.Form):
		return &Refused{Reason: Value, Member: "form"}
	case !within(s.Minutes, 0, MostTime):
		return &Refused{Reason: Value, Member: "minutes"}
	case len(s.Ask) > MostAsk:
		return &Refused{Reason: Many, Member: "ask", Most: MostAsk}
	case len(s.Ink) > MostInk:
		return &Refused{Reason: Many, Member: "ink", Most: MostInk}
	case s.Predict != nil && !s.Predict.valid():
		return &Refused{Reason: Value, Member: "predict"}
	case len(s.Place) > MostPlace:
		return &Refused{Reason: Long, Member: "place", Most: MostPlace}
	case slices.ContainsFunc(s.Ink, func(stroke Stroke) bool { return !stroke.valid() }):
		return &Refused{Reason: Value, Member: "ink"}
	}
	if r := s.checkShown(); r != nil {
		return r
	}
	return s.checkTexts()
}

func (s Slide) checkShown() *Refused {
	if len(s.Shows) > MostShown {
		return &Refused{Reason: Many, Member: "shows", Most: MostShown}
	}
	for _, r := range s.Shows {
		if !slices.Contains(likeness.Kinds(), r.Kind) || r.ID == "" || len(r.ID) > mostName || !r.Valid() {
			return &Refused{Reason: Value, Member: "shows"}
		}
	}
	return nil
}

func (s Slide) checkTexts() *Refused {
	for _, t := range []struct {
		member, text string
		most         int
	}{{"section", s.Section, MostTitle}, {"title", s.Title, MostTitle}, {"text", s.Text, MostText}, {"notes", s.Notes, MostNotes}} {
		if r := text(t.member, t.text, t.most); r != nil {
			return r
		}
	}
	for _, q := range s.Ask {
		if r := text("ask", q, MostTitle); r != nil {
			return r
		}
	}
	return nil
}

func (p *Predict) valid() bool {
	const far = 1e18
	return p.Figure != "" && len(p.Figure) <= mostName && within(p.From, -far, far) && within(p.To, -far, far) && p.From < p.To
}

func (s Stroke) valid() bool {
	if s.Tool != Pen && s.Tool != Marker || len(s.Points) < 2 || len(s.Points)%2 != 0 {
		return false
	}
	return !slices.ContainsFunc(s.Points, func(v float64) bool { return !within(v, 0, 1) })
}

// within tells whether a number lies between two; what is no number does not.
func within(v, least, most float64) bool { return v >= least && v <= most && !math.IsNaN(v) }

func text(member, s string, most int) *Refused {
	if len(s) > most && utf8.RuneCountInString(s) > most {
		return &Refused{Reason: Long, Member: member, Most: most}
	}
	return nil
}

func validID(id string) bool {
	return id != "" && len(id) <= mostID && !strings.ContainsFunc(id, func(r rune) bool { return r != '-' && (r < '0' || r > '9') && (r < 'a' || r > 'z') })
}
