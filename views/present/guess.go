package present

import (
	"beltroad/internal/show"
)

// guessLine says what is being guessed, as it is understood, or why it is no guess.
func (p *Presentation) guessLine() string {
	predict, g := p.show.Here().Predict, p.show.Guessing()
	unit := ""
	if f, ok := p.dossier.Figure(predict.Figure); ok {
		unit = f.Quantity.Unit
	}
	says, args := "present.guess", map[string]any{
		"Value": p.words.Quantity(g.Value, unit), "Axis": p.words.Range(predict.From, predict.To, unit), "Typed": g.Typed,
		"Count": len(p.show.Guesses()), "Most": show.MostGuesses, "Undo": p.keyText(show.KeyOf(show.Undo)),
	}
	switch {
	case g.Full:
		says = "present.guess.full"
	case g.Typed != "":
		says = "present.guess.none"
	case g.Off:
		says = "present.guess.off"
	}
	return p.words.Say(says, args)
}
