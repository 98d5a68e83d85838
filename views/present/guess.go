package present

import (
	"strconv"

	"fyne.io/fyne/v2"

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

// axisTop is where, on a screen of a size, what is said of a guess stands: above the
// axis, where nothing is read. 0: the slide has none, or is not seen as a whole.
func (p *Presentation) axisTop(size fyne.Size) float32 {
	_, _, zoomed := p.show.ZoomAt()
	lay := p.plates.of(p.show.At()).lay
	if !p.show.Has(show.Guessing) || zoomed || lay.Line.W <= 0 {
		return 0
	}
	w, h := float32(lay.Width), float32(lay.Height)
	scale := min(size.Width/w, size.Height/h)
	return (size.Height-h*scale)/2 + float32(lay.Room.Y)*scale
}
