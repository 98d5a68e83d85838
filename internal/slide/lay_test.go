package slide_test

import (
	"fmt"
	"strings"
	"testing"

	"beltroad/data"
	"beltroad/internal/drawing"
	"beltroad/internal/slide"
	"beltroad/internal/slide/slidetest"
)

func draws(r slide.Room) *drawing.Sheet {
	return &drawing.Sheet{Width: r.Width, Height: r.Height, Marks: []drawing.Mark{{Kind: drawing.Rect, Box: drawing.Box{W: r.Width, H: r.Height}, Ink: drawing.InkSea, Alpha: 1}}}
}

// some are slides of all kinds, with texts as long as words times so many.
func some(words int) map[string]slide.Slide {
	long := strings.TrimSpace(strings.Repeat("cooperation ", words))
	base := slide.Slide{Kicker: "Infrastructure", Pillar: 2, Title: "Title " + long, Claim: data.Reported, Badge: "Reported by a party", Source: "Somebody, Journal, 2023, ¶15 · December 2021 to September 2023", Of: "7 / 24"}
	with := func(set func(*slide.Slide)) slide.Slide {
		s := base
		set(&s)
		return s
	}
	number := func(n, w string) slide.Numeral { return slide.Numeral{Number: n, Words: w, Below: long} }
	visual := &slide.Visual{Kind: slide.Map, Draw: draws}
	return map[string]slide.Slide{
		"title": with(func(s *slide.Slide) { s.Large, s.Lead = true, long }),
		"words": with(func(s *slide.Slide) {
			s.Lines = []slide.Line{{Text: long, Cite: "¶15", Claim: data.Opinion}, {Text: long, Indent: 1}}
		}),
		"figure": with(func(s *slide.Slide) {
			s.Numerals, s.Lines = []slide.Numeral{number("over 230", "documents")}, []slide.Line{{Text: long, Muted: true}}
		}),
		"no digit": with(func(s *slide.Slide) { s.Numerals = []slide.Numeral{number("tens of billions", "")} }),
		"project": with(func(s *slide.Slide) {
			s.Numerals, s.Visual = []slide.Numeral{number("21", "million"), number("26", "million tons")}, visual
		}),
		"pair": with(func(s *slide.Slide) {
			s.Numerals = []slide.Numeral{number("US$19.1", "trillion"), number("US$18", "trillion")}
			s.Numerals[0].From, s.Numerals[1].From, s.Numerals[1].Other = "One, 2023", "Another, 2024 "+long, true
		}),
		"map":   with(func(s *slide.Slide) { s.Visual = visual }),
		"plain": with(func(s *slide.Slide) { s.Plain = long }),
		"guess": with(func(s *slide.Slide) {
			s.Visual = &slide.Visual{Kind: slide.Guess, Axis: &slide.Axis{To: 100, Unit: long, Ticks: []slide.Tick{{0, "0"}, {50, "50"}, {100, "100 million"}}, Reported: &data.Quantity{Value: 60, Comparator: data.Over}}}
		}),
	}
}

func TestSlidesCanBeRead(t *testing.T) {
	for _, words := range []int{1, 6, 20} {
		for name, s := range some(words) {
			for _, z := range slidetest.Sizes() {
				l := s.Lay(z, nil)
				for _, w := range slidetest.Wrong(&l, z, nil) {
					t.Errorf("%s of %d words at %v: %s", name, words, z, w)
				}
				if words == 20 { // too much for the least of them
					continue
				}
				for _, w := range slidetest.Lost(&s, &l) {
					t.Errorf("%s of %d words at %v: %s", name, words, z, w)
				}
				if l.Left > 0 {
					t.Errorf("%s of %d words at %v: %d lines are left out", name, words, z, l.Left)
				}
			}
		}
	}
}

// What is too long is left out by whole lines, and told; nothing panics.
func TestWhatIsTooLong(t *testing.T) {
	for name, s := range some(900) {
		s.More = func(n int) string { return fmt.Sprintf("and %d more", n) }
		for _, z := range slidetest.Sizes()[:4] {
			l := s.Lay(z, nil)
			for _, w := range slidetest.Wrong(&l, z, nil) {
				t.Errorf("%s at %v: %.200s", name, z, w)
			}
		}
	}
}

// Text is as large as is wanted where there is room.
func TestScale(t *testing.T) {
	s := slide.Slide{Title: "Short", Lines: []slide.Line{{Text: "One line."}}, Of: "1 / 2"}
	for _, k := range []float64{1, 1.5, 2} {
		if got := s.Lay(slide.Size{Width: 1280, Height: 720, Scale: k}, nil).Scale; got != k {
			t.Errorf("at %g it is %g", k, got)
		}
	}
}
