package slides

import (
	"cmp"
	"slices"
	"strings"

	"beltroad/data"
	"beltroad/internal/cite"
	"beltroad/internal/slide"
	"beltroad/internal/wording"
)

// telling are the relations of other sources' numbers, the most telling one first.
var telling = []data.Relation{data.Differs, data.OtherScope, data.OtherDate, data.SameNumber, data.Context}

// differing sets what two sources say of a figure side by side; without a figure
// it lists where another source gives another number.
func (m *Maker) differing(figure string) (slide.Slide, bool) {
	if figure == "" {
		return m.differences(), true
	}
	f, ok := m.dossier.Figure(figure)
	if !ok {
		return slide.Slide{}, false
	}
	s := m.figure(f)
	others := slices.Clone(m.dossier.SecondSourcesOf(f.ID))
	slices.SortStableFunc(others, func(a, b data.SecondSource) int {
		return cmp.Compare(slices.Index(telling, a.Relation), slices.Index(telling, b.Relation))
	})
	if len(others) == 0 {
		s.Lines = []slide.Line{{Text: m.words.Say("figure.second.none")}}
		return s, true
	}
	o := others[0]
	src, _ := m.dossier.Source(o.Source)
	here := m.numeral(f)
	if all := m.dossier.Sources(); len(all) > 0 {
		here.From = cite.Short(all[0])
	}
	there := numeralOf(cmp.Or(o.Quantity.Text, m.words.Say("relation."+string(o.Relation))))
	there.Below, there.Other = m.words.Sentence(cmp.Or(o.Quantity.Counts, m.words.Say("relation."+string(o.Relation)))), true
	independence := m.words.Say("independence." + string(o.Independence))
	there.From, there.Brief = rests(cite.Short(src), independence), rests(brief(src), independence)
	if date := m.words.Date(o.AsOf); date != "" {
		there.Below = rests(there.Below, date)
	}
	here.Below = rests(here.Below, m.words.When(f))
	s.Numerals, s.Lines = []slide.Numeral{here, there}, nil
	if o.Note != "" {
		s.Lines = []slide.Line{{Text: firstSentence(o.Note), Muted: true}}
	}
	s.Source = rests(m.source(f.Paragraph), m.words.Say("elsewhere.sources", map[string]any{"Sources": cite.Short(src)}))
	return s, true
}

// brief names a source by its publisher and year: all of it stands below the slide.
func brief(src data.Source) string {
	publisher := cmp.Or(src.Container, src.Publisher)
	if at := strings.IndexAny(publisher, "(,"); at > 0 {
		publisher = strings.TrimSpace(publisher[:at])
	}
	src.Author, src.Container, src.Publisher = nil, publisher, ""
	return cite.Short(src)
}

// differences lists where another source gives another number of the same.
func (m *Maker) differences() slide.Slide {
	s := slide.Slide{Title: m.words.Say("nav.differences"), Source: m.source()}
	var cited []int
	for _, o := range m.dossier.SecondSources() {
		if f, ok := m.dossier.Figure(o.Figure); ok && o.Relation == data.Differs {
			s.Figures, cited = append(s.Figures, f), append(cited, f.Paragraph)
			s.Lines = append(s.Lines, slide.Line{Text: m.words.Say("slide.difference", map[string]any{"Label": f.Label, "Here": f.Quantity.Text, "There": o.Quantity.Text}), Cite: wording.Cite(f.Paragraph)})
		}
	}
	if len(s.Lines) == 0 {
		s.Plain = m.words.Say("slide.difference.none")
	}
	s.Source, s.Rests = m.source(cited...), m.restOnLines
	return s
}

// speakers are who says how many figures, and how many an independent source
// gives a number of.
func (m *Maker) speakers() slide.Slide {
	type tally struct {
		name                 string
		figures, independent int
	}
	var all []*tally
	at := map[string]*tally{}
	for _, f := range m.dossier.Figures() {
		t := at[f.Speaker]
		if t == nil {
			t = &tally{name: f.Speaker}
			at[f.Speaker], all = t, append(all, t)
		}
		t.figures++
		if slices.ContainsFunc(m.dossier.SecondSourcesOf(f.ID), func(o data.SecondSource) bool { return o.IndependentNumber() }) {
			t.independent++
		}
	}
	slices.SortStableFunc(all, func(a, b *tally) int { return cmp.Compare(b.figures, a.figures) })
	s := slide.Slide{Title: m.words.Say("nav.speakers"), Source: m.source()}
	for _, t := range all {
		s.Lines = append(s.Lines,
			slide.Line{Text: cmp.Or(t.name, m.words.Say("speakers.unnamed")) + ": " + m.words.Count("count.figures", t.figures), Strong: true},
			slide.Line{Text: m.words.Say("speakers.line", map[string]any{"Independent": t.independent, "Party": t.figures - t.independent}), Muted: true, Indent: 1})
	}
	return s
}
