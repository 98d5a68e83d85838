package present

import (
	"strconv"

	"beltroad/internal/show"
)

// guessLine says what is being guessed: what was typed, or what the slider is at.
func (p *Presentation) guessLine() string {
	s := p.show
	predict := s.Here().Predict
	v := s.Slider()
	if typed, err := strconv.ParseFloat(s.Typed(), 64); err == nil {
		v = typed * show.Unit(*predict)
	}
	unit := ""
	if f, ok := p.dossier.Figure(predict.Figure); ok {
		unit = f.Quantity.Unit
	}
	return p.words.Say("present.guess", map[string]any{"Value": p.words.Quantity(v, unit), "Count": len(s.Guesses()), "Most": show.MostGuesses})
}
