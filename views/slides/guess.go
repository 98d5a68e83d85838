package slides

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"beltroad/data"
	"beltroad/internal/lesson"
	"beltroad/internal/message"
	"beltroad/internal/scale"
	"beltroad/internal/slide"
)

// Asked is what the slide says while its class guesses: what is asked and on which
// axis, but not the number. Of a slide that hides nothing it is what [Maker.Of] says.
func (m *Maker) Asked(s lesson.Slide, part string) slide.Slide {
	if s.Predict == nil {
		return m.Of(s, part)
	}
	s, lost := Here(m.finder, s)
	f, ok := m.dossier.Figure(s.Predict.Figure)
	switch {
	case lost != nil:
		return m.worded(m.lost(lost), s, part)
	case !ok:
		return m.worded(m.lacking(s.Predict.Figure), s, part)
	}
	asks := "slide.guess"
	if u, ok := m.dossier.Unit(f.Quantity.Unit); ok && u.Sign != "" {
		asks = "slide.guess.much"
	}
	made := slide.Slide{Title: m.words.Say(asks, message.Args{"Counts": m.words.Sentence(m.counted(f))}), Lead: m.words.Say("slide.guess.how"), Visual: m.axis(f, s.Predict)}
	m.pillar(&made, f.Pillar)
	m.claims(&made, f.Claim)
	made.Source = rests(m.source(f.Paragraph), m.words.When(f))
	return m.worded(made, s, part)
}

// counted says what a figure counts, and of what where that is not said with it.
func (m *Maker) counted(f data.Figure) string {
	counts := cmp.Or(f.Quantity.Counts, f.Label)
	if p, ok := m.dossier.Project(f.Project); ok && !names(counts, p.Name) {
		return m.words.Say("slide.guess.of", message.Args{"Project": p.Name, "Counts": counts})
	}
	return counts
}

// names tells whether a text has most of the long words of a name, be it of one or many.
func names(text, name string) bool {
	const short = 3
	words := func(s string) []string {
		all := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		for i := range all {
			all[i] = strings.TrimSuffix(all[i], "s")
		}
		return all
	}
	said, long, there := words(text), 0, 0
	for _, w := range words(name) {
		if len([]rune(w)) <= short {
			continue
		}
		if long++; slices.Contains(said, w) {
			there++
		}
	}
	return 2*there > long
}

// revealed sets what was reported on the axis that it was guessed on.
func (m *Maker) revealed(s *slide.Slide, p *lesson.Predict) {
	f, ok := m.dossier.Figure(p.Figure)
	if !ok {
		return
	}
	was := *s
	*s = m.figure(f)
	s.Title, s.Lines = was.Title, nil
	if s.Title == "" {
		s.Title = f.Label
	}
	s.Visual = m.axis(f, p)
	s.Visual.Axis.Reported = &f.Quantity
	s.Visual.Alt = m.words.Say("slide.guess.reported", message.Args{"Axis": s.Visual.Alt, "Wording": m.words.Or(f.Quantity.Text), "Means": m.words.Comparator(f.Quantity.Comparator)})
}

// axis is what is guessed on.
func (m *Maker) axis(f data.Figure, p *lesson.Predict) *slide.Visual {
	const ticks = 5
	a := &slide.Axis{From: p.From, To: p.To, Unit: m.words.UnitFirst(f.Quantity.Unit)}
	if p.To > p.From && scale.Fits(p.From) && scale.Fits(p.To) {
		for _, v := range scale.LinearTicks(p.From, p.To, ticks) {
			if v >= p.From && v <= p.To {
				a.Ticks = append(a.Ticks, slide.Tick{At: v, Text: m.words.Number(v, message.Short)})
			}
		}
	}
	ends := message.Args{"From": m.words.Number(p.From, message.Short), "To": m.words.Number(p.To, message.Short), "Unit": a.Unit}
	return &slide.Visual{Kind: slide.Guess, Axis: a, Alt: m.words.Say("slide.guess.axis", ends)}
}
