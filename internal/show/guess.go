package show

import (
	"slices"
	"strconv"
	"strings"

	"beltroad/internal/lesson"
)

// MostGuesses is how many a slide takes: one of each in a large class.
const MostGuesses = 40

// guesses are what a class thinks a figure is. They are gone with the presentation.
type guesses struct {
	all      []float64
	slider   float64
	revealed bool
}

func (s *Show) guessesOf(slide lesson.Slide) *guesses {
	g := s.guesses[slide.ID]
	if g == nil {
		g = &guesses{}
		if p := slide.Predict; p != nil {
			g.slider = (p.From + p.To) / 2
		}
		s.guesses[slide.ID] = g
	}
	return g
}

// Hides tells whether the slide hides its figure still.
func (s *Show) Hides() bool { return len(s.shown) > 0 && s.HidesAt(s.at) }

// HidesAt tells whether the n-th slide does.
func (s *Show) HidesAt(n int) bool {
	slide := s.Slide(n)
	return slide.Predict != nil && !s.guessesOf(slide).revealed
}

// Guesses are those of the slide, in order.
func (s *Show) Guesses() []float64 { return slices.Clone(s.guessesOf(s.Here()).all) }

// Slider is where the slider of the slide is.
func (s *Show) Slider() float64 { return s.guessesOf(s.Here()).slider }

// SetSlider moves the slider to a value. It keeps to the axis.
func (s *Show) SetSlider(v float64) {
	if p := s.Here().Predict; p != nil && v == v {
		s.guessesOf(s.Here()).slider = max(min(p.From, p.To), min(v, max(p.From, p.To)))
	}
}

// Unit is what a typed guess is counted in: 1, or the million, billion or
// trillion that the axis is counted in.
func Unit(p lesson.Predict) float64 {
	unit := 1.0
	for _, u := range []float64{1e6, 1e9, 1e12} {
		if max(p.From, -p.From, p.To, -p.To) >= u {
			unit = u
		}
	}
	return unit
}

// AddGuess adds a guess; false: there are as many as there can be, or the slide
// has nothing to guess.
func (s *Show) AddGuess(v float64) bool {
	p := s.Here().Predict
	if g := s.guessesOf(s.Here()); p != nil && !g.revealed && len(g.all) < MostGuesses && v >= min(p.From, p.To) && v <= max(p.From, p.To) {
		g.all = append(g.all, v)
		return true
	}
	return false
}

// reveal shows what the slide hides, or hides it again.
func (s *Show) reveal() {
	if s.Here().Predict != nil {
		s.close(Guessing, Digits)
		g := s.guessesOf(s.Here())
		g.revealed = !g.revealed
	}
}

func (s *Show) undoGuess() {
	if g := s.guessesOf(s.Here()); len(g.all) > 0 {
		g.all = g.all[:len(g.all)-1]
	}
}

// typeGuess takes up a digit of a guess, or its point, and tells whether it is one.
func (s *Show) typeGuess(sign rune) bool {
	const most = 15
	switch {
	case len(s.typed) >= most && sign != 0:
	case sign >= '0' && sign <= '9', sign == '-' && s.typed == "":
		s.typed += string(sign)
	case (sign == '.' || sign == ',') && !strings.Contains(s.typed, "."):
		s.typed += "."
	default:
		return false
	}
	return sign != 0
}

// inGuess moves the slider, and takes a guess. It tells whether the command meant that.
func (s *Show) inGuess(c Command) bool {
	p := s.Here().Predict
	step := (p.To - p.From) / 100
	switch c {
	case Right:
		s.SetSlider(s.Slider() + step)
	case Left:
		s.SetSlider(s.Slider() - step)
	case Up:
		s.SetSlider(s.Slider() + 10*step)
	case Down:
		s.SetSlider(s.Slider() - 10*step)
	case First:
		s.SetSlider(p.From)
	case Last:
		s.SetSlider(p.To)
	case Delete:
		if s.typed != "" {
			s.typed = s.typed[:len(s.typed)-1]
		}
	case Enter:
		s.takeGuess(*p)
	default:
		return false
	}
	return true
}

// takeGuess adds what was typed, or what the slider is at.
func (s *Show) takeGuess(p lesson.Predict) {
	v := s.Slider()
	if s.typed != "" {
		typed, err := strconv.ParseFloat(s.typed, 64)
		if s.typed = ""; err != nil {
			return
		}
		v = typed * Unit(p)
	}
	s.AddGuess(v)
}
