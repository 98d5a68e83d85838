package lesson

import (
	"math"
	"slices"
	"strings"
	"unicode"
)

// Clean is a text as it is kept: valid, with plain line ends, and without what
// cannot be seen, above all what makes a text read in another order than it
// stands.
func Clean(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\t", " ").Replace(strings.ToValidUTF8(text, "\uFFFD"))
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\u200C', r == '\u200D', r == '\u200E', r == '\u200F', r == 0x061C: // scripts need them
			return r
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r&0xFFFE == 0xFFFE, r >= 0xFDD0 && r <= 0xFDEF:
			return -1
		}
		return r
	}, text)
}

// line is a text of one line.
func line(text string) string {
	return strings.TrimSpace(strings.ReplaceAll(Clean(text), "\n", " "))
}

// lines is a text of several lines, without empty ones at its ends.
func lines(text string) string { return strings.TrimSpace(Clean(text)) }

// cleaned is a lesson as it is kept.
func (l *Lesson) cleaned() *Lesson {
	c := l.Clone()
	c.Title, c.Language = line(c.Title), line(c.Language)
	c.Dossier.Name, c.Dossier.Version = line(c.Dossier.Name), line(c.Dossier.Version)
	for i := range c.Slides {
		clean(&c.Slides[i])
	}
	return c
}

func clean(s *Slide) {
	s.Place, s.Section, s.Title = line(s.Place), line(s.Section), line(s.Title)
	s.Text, s.Notes = lines(s.Text), lines(s.Notes)
	for i := range s.Ask {
		s.Ask[i] = line(s.Ask[i])
	}
	s.Ask = slices.DeleteFunc(s.Ask, func(q string) bool { return q == "" })
	if s.Predict != nil {
		s.Predict.Figure = line(s.Predict.Figure)
	}
	const fine = 1e4 // shares of a slide, finer than any display
	for i := range s.Ink {
		for j, v := range s.Ink[i].Points {
			s.Ink[i].Points[j] = math.Round(v*fine) / fine
		}
	}
}

// Clone is a lesson that shares nothing with it.
func (l *Lesson) Clone() *Lesson {
	c := *l
	c.Slides = make([]Slide, len(l.Slides))
	for i, s := range l.Slides {
		c.Slides[i] = s.Clone()
	}
	return &c
}

// Clone is a slide that shares nothing with it.
func (s Slide) Clone() Slide {
	s.Ask = slices.Clone(s.Ask)
	if s.Predict != nil {
		p := *s.Predict
		s.Predict = &p
	}
	s.Shows = slices.Clone(s.Shows)
	for i := range s.Shows {
		s.Shows[i].Prints = slices.Clone(s.Shows[i].Prints)
	}
	s.Ink = slices.Clone(s.Ink)
	for i := range s.Ink {
		s.Ink[i].Points = slices.Clone(s.Ink[i].Points)
	}
	return s
}
