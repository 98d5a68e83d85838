// Package slides makes what a slide says of its place in a dossier.
package slides

import (
	"cmp"
	"slices"
	"strings"

	"beltroad/data"
	"beltroad/internal/cite"
	"beltroad/internal/lesson"
	"beltroad/internal/likeness"
	"beltroad/internal/mapdata"
	"beltroad/internal/slide"
	"beltroad/internal/timeline"
	"beltroad/internal/wording"
	"beltroad/views/record"
	"beltroad/views/route"
)

// Maker makes slides of places. It may be used where text may be measured.
type Maker struct {
	dossier  *data.Dossier
	words    *record.Words
	places   *mapdata.Features
	finder   *likeness.Finder
	timeline *timeline.Timeline // nil till a slide needs it
}

// NewMaker makes slides of a dossier.
func NewMaker(d *data.Dossier, w *record.Words, places *mapdata.Features) *Maker {
	return &Maker{dossier: d, words: w, places: places, finder: likeness.New(d)}
}

// Here is [Here] in the dossier; ok is false where what the slide shows is lost.
func (m *Maker) Here(s lesson.Slide) (here lesson.Slide, ok bool) {
	here, lost := Here(m.finder, s)
	return here, lost == nil
}

// Has tells whether the dossier has the records of a place.
func (m *Maker) Has(r route.Route) bool {
	switch r.Kind {
	case route.Chart:
		if _, _, ok := m.setOf(r); !ok {
			return false
		}
	case route.Pillar:
		if _, ok := m.dossier.Pillar(r.ID); !ok {
			return false
		}
	case route.Principles, route.Commitments:
		if id := route.StateOf(r)[Statement]; id != "" {
			if _, ok := m.dossier.Statement(id); !ok {
				return false
			}
		}
	}
	return m.hasRecord(r.Pane)
}

// hasRecord tells whether the dossier has what stands open beside a page.
func (m *Maker) hasRecord(of route.Ref) (ok bool) {
	switch of.Kind {
	case route.Figure:
		_, ok = m.dossier.Figure(of.ID)
	case route.Project:
		_, ok = m.dossier.Project(of.ID)
	case route.Read:
		_, ok = m.dossier.Paragraph(atoi(of.ID))
	case route.Map:
		_, ok = m.dossier.Place(of.ID)
	case route.Timeline:
		_, ok = m.dossier.Event(of.ID)
	default:
		ok = true
	}
	return ok
}

// MarkedAll is [MarkedAll] in the dossier.
func (m *Maker) MarkedAll(l *lesson.Lesson) *lesson.Lesson { return MarkedAll(m.finder, l) }

// Marked is [Marked] in the dossier.
func (m *Maker) Marked(s lesson.Slide) lesson.Slide { return Marked(m.finder, s) }

// Of is what a slide of a lesson says; part is the part of the lesson that it is in.
func (m *Maker) Of(s lesson.Slide, part string) slide.Slide {
	s, lost := Here(m.finder, s)
	if lost != nil {
		return m.worded(m.lost(lost), s, part)
	}
	made := m.made(s)
	if s.Predict != nil {
		m.revealed(&made, s.Predict)
	}
	return m.worded(made, s, part)
}

// Place is where a slide is among so many: "7 / 24".
func (m *Maker) Place(n, of int) string {
	return m.words.Say("slide.of", map[string]any{"Slide": n, "Of": of})
}

// worded gives a slide the teacher's own words.
func (m *Maker) worded(made slide.Slide, s lesson.Slide, part string) slide.Slide {
	made.Kicker = cmp.Or(made.Kicker, part)
	if s.Place != "" {
		made.Title = cmp.Or(s.Title, made.Title)
		made.Lead = cmp.Or(s.Text, made.Lead)
	}
	made.More = func(left int) string { return m.words.Count("slide.more", left) }
	return made
}

func (m *Maker) made(s lesson.Slide) slide.Slide {
	if s.Place == "" {
		return m.own(s)
	}
	r, err := route.Parse(s.Place)
	if err != nil {
		return m.lacking(s.Place)
	}
	made, ok := m.place(r)
	if !ok {
		return m.lacking(r.Place().String())
	}
	return made
}

// lacking is a slide of a place that the dossier does not have.
func (m *Maker) lacking(place string) slide.Slide {
	return slide.Slide{
		Title: m.words.Say("slide.lacking"),
		Plain: m.words.Say("slide.lacking.place", map[string]any{"Place": place, "Dossier": m.dossier.Metadata().Title}),
	}
}

// own is a slide of the teacher's own words. A ¶ with a number is what the line rests on.
func (m *Maker) own(s lesson.Slide) slide.Slide {
	made := slide.Slide{Title: s.Title, Large: s.Form == lesson.Title || s.Form == lesson.Question}
	var cited []int
	for text := range strings.SplitSeq(s.Text, "\n") {
		if text = strings.TrimSpace(text); text == "" {
			continue
		}
		l, n := line(text)
		made.Lines, cited = append(made.Lines, l), append(cited, n...)
	}
	switch {
	case s.Form == lesson.Question:
		made.Kicker = m.words.Say("slide.question")
	case s.Form == lesson.Title && len(made.Lines) == 1:
		made.Lead, made.Lines = made.Lines[0].Text, nil
	}
	if made.Title == "" && len(made.Lines) > 0 {
		made.Title, made.Lines = made.Lines[0].Text, made.Lines[1:]
	}
	if len(cited) > 0 {
		made.Source = m.source(cited...)
	}
	return made
}

// line is a line of a teacher's text, and the paragraphs that it names: those at
// its end are its citation.
func line(text string) (l slide.Line, cited []int) {
	words := strings.Fields(text)
	at := len(words)
	for at > 0 && len(paragraphs(words[at-1])) > 0 {
		at--
	}
	for _, w := range words {
		cited = append(cited, paragraphs(w)...)
	}
	return slide.Line{Text: strings.Join(words[:at], " "), Cite: strings.Trim(strings.Join(words[at:], " "), "()[],;.")}, cited
}

// paragraphs are those that a word like "¶15", "(¶13–16)," names.
func paragraphs(word string) []int {
	word = strings.Trim(word, "()[],;.")
	list, ok := strings.CutPrefix(word, "¶")
	if !ok {
		return nil
	}
	first, last, ranged := strings.Cut(list, "–")
	if !ranged {
		last = first
	}
	from, to := atoi(first), atoi(last)
	const most = 200
	if from < 1 || to < from || to-from > most {
		return nil
	}
	var all []int
	for n := from; n <= to; n++ {
		all = append(all, n)
	}
	return all
}

// cut reads "120-240".
func cut(s string) (from, to int, ok bool) {
	a, b, ok := strings.Cut(s, "-")
	return atoi(a), atoi(b), ok
}

// atoi is a number of digits alone, else 0.
func atoi(s string) int {
	n := 0
	for _, r := range s {
		if r < '0' || r > '9' || n > 1e6 {
			return 0
		}
		n = 10*n + int(r-'0')
	}
	return n
}

// source names the presented source with paragraphs in it.
func (m *Maker) source(cited ...int) string {
	name := ""
	if all := m.dossier.Sources(); len(all) > 0 {
		name = cite.Short(all[0])
	}
	cites := strings.Join(wording.Cites(cited), ", ")
	return strings.Join(slices.DeleteFunc([]string{name, cites}, func(s string) bool { return s == "" }), ", ")
}

// rests is a source line with what else is to be said of it.
func rests(parts ...string) string {
	all := slices.DeleteFunc(slices.Clone(parts), func(s string) bool { return s == "" })
	for i := range max(len(all)-1, 0) {
		all[i] = strings.TrimSuffix(all[i], ".") // a dot follows
	}
	return strings.Join(all, " · ")
}

// claims sets what kind of claim a slide shows, where all of it is of one kind.
func (m *Maker) claims(s *slide.Slide, all ...data.Claim) {
	all = slices.DeleteFunc(all, func(c data.Claim) bool { return c == "" })
	for i, c := range all {
		if c != all[0] {
			s.Badge = m.words.Say("slide.claims")
			return
		}
		if i == len(all)-1 {
			s.Claim, s.Badge = c, m.words.ClaimLong(c)
		}
	}
}

// pillar gives a slide the name and colour of a pillar.
func (m *Maker) pillar(s *slide.Slide, id string) {
	if p, ok := m.dossier.Pillar(id); ok {
		s.Kicker, s.Pillar = p.Name, p.Order
	}
}
