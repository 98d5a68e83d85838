package show

import "slices"

// inLayer does what a command means to the layer that has the keys, if one has.
func (s *Show) inLayer(c Command) (Effect, bool) {
	switch {
	case s.Has(Overlook):
		return s.inOverview(c)
	case s.Has(Checking):
		return s.inCheck(c)
	case s.Has(Guessing):
		return Changed, s.inGuess(c)
	default:
		return Changed, false
	}
}

// inOverview moves from slide to slide, and goes to one.
func (s *Show) inOverview(c Command) (Effect, bool) {
	to := s.choice
	switch c {
	case Next, Right:
		to++
	case Back, Left:
		to--
	case Down:
		to += s.columns
	case Up:
		to -= s.columns
	case First:
		to = 0
	case Last:
		to = len(s.shown) - 1
	case Enter:
		if s.typed != "" {
			return Changed, false
		}
		s.Go(s.choice)
		return Changed, true
	default:
		return Changed, false
	}
	if c == Down && to >= len(s.shown) && s.choice/s.columns < (len(s.shown)-1)/s.columns {
		to = len(s.shown) - 1 // the last row is shorter
	}
	if to >= 0 && to < len(s.shown) {
		s.choice = to
	}
	return Changed, true
}

// ladder are the sizes of the lines of the projector check, as parts of the
// slide's height: the third is that of the slides' text at scale 1.
var ladder = []float64{36, 30, 25, 21, 17.5, 15, 12.5}

// body is how many lines of a slide's text are as high as the slide.
const body = 25

// Ladder are the sizes of the lines of the projector check, in shares of the
// slide's height, the smallest first.
func Ladder() []float64 {
	all := make([]float64, len(ladder))
	for i, part := range ladder {
		all[i] = 1 / part
	}
	return all
}

// ScaleOf is the scale of slides whose text is as large as a line of the ladder.
func ScaleOf(line int) float64 {
	return max(1, min(body/ladder[max(0, min(line, len(ladder)-1))], 2))
}

// SetScale tells by which scale the slides are set: the check begins at the smallest line
// that is so large.
func (s *Show) SetScale(scale float64) {
	s.line = len(ladder) - 1
	for i := range slices.Backward(ladder) {
		if ScaleOf(i) >= scale && body/ladder[i] >= 1 {
			s.line = i
		}
	}
}

// inCheck moves along the ladder, and takes a line.
func (s *Show) inCheck(c Command) (Effect, bool) {
	switch c {
	case Next, Right, Down:
		s.choice = min(s.choice+1, len(ladder)-1)
	case Back, Left, Up:
		s.choice = max(s.choice-1, 0)
	case First:
		s.choice = 0
	case Last:
		s.choice = len(ladder) - 1
	case Enter:
		s.close(Checking)
		s.line = s.choice
		return Rescaled, true
	default:
		return Changed, false
	}
	return Changed, true
}

// Choose chooses a line of the check, or a slide of the overview.
func (s *Show) Choose(n int) { s.choice = n }
