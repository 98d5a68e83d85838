package slides

import (
	"beltroad/data"
	"beltroad/internal/slide"
	"beltroad/internal/wording"
	"beltroad/views/route"
)

// Statement is the name, in the state of a place, of the statement that a slide of
// principles or promises shows, by its id.
const Statement = "row"

// Passage is the name, in the state of a paragraph, of what of it a slide shows: the
// sentences from one of its letters to another, as "120-240".
const Passage = "passage"

// passageOf are the letters of a passage; without one all of so many.
func passageOf(st route.State, letters int) (from, to int) {
	var a, b int
	if at, rest, ok := cut(st[Passage]); ok {
		a, b = at, rest
	}
	if b <= a || a >= letters {
		return 0, letters
	}
	return a, b
}

// stated is a principle or a promise, or else all of its section.
func (m *Maker) stated(role data.SectionRole, st route.State) (slide.Slide, bool) {
	sections := m.dossier.SectionsOf(role)
	if len(sections) == 0 {
		return slide.Slide{}, false
	}
	id := st[Statement]
	if id == "" && len(sections) > 1 {
		return m.sections(role, sections), true
	}
	if id == "" {
		return m.section(sections[0]), true
	}
	s, ok := m.dossier.Statement(id)
	if !ok {
		return slide.Slide{}, false
	}
	if role == data.Commitments {
		return m.promise(s), true
	}
	return m.principle(s), true
}

// sections are parts of the source that do the same: how much each has of it.
func (m *Maker) sections(role data.SectionRole, all []data.Section) slide.Slide {
	name, unit, of := "nav.principles", "count.principles", m.dossier.Roots
	if role == data.Commitments {
		name, unit, of = "nav.ahead", "count.promises", m.dossier.Tasks
	}
	s := slide.Slide{Title: m.words.Say(name), Source: m.source()}
	for _, section := range all {
		s.Lines = append(s.Lines, slide.Line{Text: m.words.Say("slide.part", map[string]any{"Part": section.Title, "Says": m.words.Count(unit, len(of(section.ID)))})})
	}
	return s
}

// section is a part of the source: the statements that it begins with.
func (m *Maker) section(of data.Section) slide.Slide {
	s := slide.Slide{Title: of.Title}
	if of.About != "" { // which says more than its number
		s.Kicker, s.Title = of.Title, of.About
	}
	m.statements(&s, m.dossier.Roots(of.ID))
	return s
}

// statements gives a slide some statements as lines.
func (m *Maker) statements(s *slide.Slide, all []data.Statement) {
	var claims []data.Claim
	var cited []int
	for _, one := range all {
		s.Lines = append(s.Lines, slide.Line{Text: one.Text, Claim: one.Claim, Cite: wording.Cite(one.Paragraph)})
		claims, cited = append(claims, one.Claim), append(cited, one.Paragraph)
	}
	m.claims(s, claims...)
	s.Source = m.source(cited...)
	s.Rests = m.restOnLines
}

// restOnLines sets what a slide of lines rests on, by those that there is room for.
func (m *Maker) restOnLines(s *slide.Slide, _ []string) {
	var cited []int
	for _, l := range s.Lines {
		cited = append(cited, paragraphs(l.Cite)...)
	}
	s.Source = m.source(cited...)
}

// principle is a statement with what hangs below it.
func (m *Maker) principle(of data.Statement) slide.Slide {
	s := slide.Slide{Title: of.Text}
	if section, ok := m.dossier.Section(of.Section); ok {
		s.Kicker = section.Title
	}
	m.pillar(&s, of.Pillar)
	m.statements(&s, m.dossier.StatementsOf(of.ID))
	if len(s.Lines) == 0 {
		s.Large = true
		m.claims(&s, of.Claim)
		s.Source = m.source(of.Paragraph)
	}
	return s
}

// promise is a promise, and what the source says of how it could be checked.
func (m *Maker) promise(of data.Statement) slide.Slide {
	w := m.words
	s := slide.Slide{Title: of.Text, Source: m.source(of.Paragraph)}
	if section, ok := m.dossier.Section(of.Section); ok {
		s.Kicker = section.Title
	}
	m.pillar(&s, of.Pillar)
	m.claims(&s, of.Claim)
	for _, part := range []struct{ key, says string }{
		{"column.done", of.Promised.DoneWhen},
		{"column.deadline", of.Promised.Deadline},
		{"column.amount", of.Promised.Amount},
		{"column.names", w.Series(of.Promised.Names)},
	} {
		s.Lines = append(s.Lines, slide.Line{Text: w.Say("slide.part", map[string]any{"Part": w.Say(part.key), "Says": w.Or(part.says)}), Muted: part.says == ""})
	}
	return s
}
