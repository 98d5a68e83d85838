package slides

import (
	"strings"
	"unicode"

	"beltroad/data"
	"beltroad/internal/slide"
)

// figure is a number of the ledger, what it counts, and the question that a
// careful reader would ask.
func (m *Maker) figure(f data.Figure) slide.Slide {
	s := slide.Slide{Title: f.Label, Numerals: []slide.Numeral{m.numeral(f)}, Figures: []data.Figure{f}}
	m.pillar(&s, f.Pillar)
	m.claims(&s, f.Claim)
	s.Source = rests(m.source(f.Paragraph), m.words.When(f))
	if f.Caution != "" {
		s.Lines = []slide.Line{{Text: f.Caution, Muted: true}}
	}
	return s
}

// numeral is a figure's wording, its digits apart from the words after them.
func (m *Maker) numeral(f data.Figure) slide.Numeral {
	n := numeralOf(f.Quantity.Text)
	n.Below, n.Claim = m.words.Sentence(f.Quantity.Counts), f.Claim
	if f.Quantity.Counts == "" {
		n.Below = f.Label
	}
	return n
}

func numeralOf(text string) slide.Numeral {
	words := strings.Fields(text)
	last := len(words)
	for last > 0 && strings.IndexFunc(words[last-1], unicode.IsDigit) < 0 {
		last--
	}
	if last == 0 {
		last = len(words) // all of it is words
	}
	return slide.Numeral{Number: strings.Join(words[:last], " "), Words: strings.Join(words[last:], " ")}
}
