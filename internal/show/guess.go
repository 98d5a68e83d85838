package show

import (
	"math"
	"regexp"
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
			g.slider = told(*p, (p.From+p.To)/2)
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

// SetSlider moves the slider to a value, as far as the axis can tell it. It keeps to the axis.
func (s *Show) SetSlider(v float64) {
	s.refused = ""
	if p := s.Here().Predict; p != nil && v == v {
		s.guessesOf(s.Here()).slider = told(*p, v)
	}
}

// told is a value of an axis in as few digits as a hand can set: no more than three,
// and whole ones where there are some of them.
func told(p lesson.Predict, v float64) float64 {
	switch r := resolution(p); {
	case r >= 1:
		v = math.Round(v/r) * r
	case r > 0:
		by := math.Round(1 / r) // a tenth is no number of the machine's
		v = math.Round(v*by) / by
	}
	return max(min(p.From, p.To), min(v, max(p.From, p.To)))
}

// resolution is what an axis can tell apart.
func resolution(p lesson.Predict) float64 {
	const digits, whole = 3, 20
	length := math.Abs(p.To - p.From)
	if length == 0 {
		return 0
	}
	r := math.Pow10(int(math.Ceil(math.Log10(length))) - digits)
	if length >= whole {
		r = max(r, 1)
	}
	return r
}

// unit is what a typed guess is counted in: 1, or the million, billion or
// trillion that the axis is counted in.
func unit(p lesson.Predict) float64 {
	unit := 1.0
	for _, u := range []float64{1e6, 1e9, 1e12} {
		if largest(p) >= u {
			unit = u
		}
	}
	return unit
}

// largest is how far the axis goes from 0.
func largest(p lesson.Predict) float64 { return max(p.From, -p.From, p.To, -p.To) }

func onAxis(p lesson.Predict, v float64) bool {
	return v >= min(p.From, p.To) && v <= max(p.From, p.To)
}

// grouped are numbers whose digits stand in threes: "21,000,000", "21.000.000".
var grouped = regexp.MustCompile(`^-?[1-9]\d{0,2}((,\d{3})+(\.\d*)?|(\.\d{3}){2,}(,\d*)?)$`)

// number reads what was typed, as people write it who have a point or a comma before decimals.
func number(typed string) (v float64, ok bool) {
	if in := grouped.FindStringSubmatch(typed); in != nil {
		group := ","
		if in[2] == "" {
			group = "."
		}
		typed = strings.ReplaceAll(typed, group, "")
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(typed, ",", "."), 64)
	return v, err == nil
}

// understood is the value that a typed guess means: so many of what the axis is counted
// in, or in full where only that lies on it and is more than the axis starts with.
func understood(p lesson.Predict, typed string) (v float64, ok bool) {
	n, ok := number(typed)
	if v = n * unit(p); unit(p) > 1 {
		v = math.Round(v)
	}
	if ok && !onAxis(p, v) && onAxis(p, n) && math.Abs(n) >= largest(p)/1000 {
		v = n
	}
	return v, ok
}

// Guessed is what is being guessed.
type Guessed struct {
	Value float64
	Typed string // that is no number, as "-"; empty: Value is
	Off   bool   // it lies beside the axis: it is no guess
	Full  bool   // there are as many guesses as there can be
}

// Guessing is what is being guessed: what was typed, what was refused last, or what the
// slider is at.
func (s *Show) Guessing() Guessed {
	p, g := s.Here().Predict, s.guessesOf(s.Here())
	if p == nil {
		return Guessed{}
	}
	full := len(g.all) >= MostGuesses
	typed := s.typed
	if typed == "" {
		typed = s.refused
	}
	if typed == "" {
		return Guessed{Value: g.slider, Full: full}
	}
	v, ok := understood(*p, typed)
	if !ok {
		return Guessed{Typed: typed, Full: full}
	}
	return Guessed{Value: v, Off: !onAxis(*p, v), Full: full}
}

// AddGuess adds a guess; false: there are as many as there can be, or the slide
// has nothing to guess.
func (s *Show) AddGuess(v float64) bool {
	p := s.Here().Predict
	if g := s.guessesOf(s.Here()); p != nil && !g.revealed && len(g.all) < MostGuesses && onAxis(*p, v) {
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
	case sign == '.', sign == ',':
		s.typed += string(sign)
	default:
		return false
	}
	return sign != 0
}

// inGuess moves the slider, and takes a guess. It tells whether the command meant that.
func (s *Show) inGuess(c Command) bool {
	p := s.Here().Predict
	step := math.Copysign(max(math.Abs(p.To-p.From)/100, resolution(*p)), p.To-p.From)
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
		s.takeGuess()
	default:
		return false
	}
	return true
}

// takeGuess adds what was typed, or what the slider is at.
func (s *Show) takeGuess() {
	typed := s.typed
	s.refused = ""
	g := s.Guessing()
	if s.typed = ""; g.Typed != "" || !s.AddGuess(g.Value) {
		s.refused = typed
	}
}
