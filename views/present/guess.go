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

// free is where, on a screen of a size, there is room for what is said over the slide:
// above the axis of a guess, where nothing is read, or else above what the slide rests
// on and its claim, down to which it may come. Nothing: the slide is not seen as a whole.
func (p *Presentation) free(size fyne.Size) (top, bottom float32) {
	_, _, zoomed := p.show.ZoomAt()
	plate := p.plate()
	lay := &plate.lay
	if zoomed || lay.Sheet == nil {
		return 0, 0
	}
	at, _, scale := frameOf(plate, size)
	if p.show.Has(show.Guessing) && lay.Line.W > 0 {
		return at.Y + float32(lay.Room.Y)*scale, 0
	}
	if lay.Foot.From >= lay.Foot.To {
		return 0, 0
	}
	highest := lay.Height
	for _, m := range lay.Marks[lay.Foot.From:lay.Foot.To] {
		highest = min(highest, m.Y)
	}
	return 0, at.Y + float32(highest)*scale
}
