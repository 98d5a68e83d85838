package plot

import "beltroad/data"

// Compute is the bar chart of some figures, or the reason why there is none.
func Compute(figures []data.Figure, o Options) (*Plot, *Refusal) { return nil, nil }

// Pictogram is the chart of some figures in signs, each of which stands for
// the same round amount, or the reason why there is none.
func Pictogram(figures []data.Figure, o Options) (*Plot, *Refusal) { return nil, nil }

// Suggest are the charts that a dossier gives.
func Suggest(d *data.Dossier) []Set { return nil }

// PillarSet is the one chart of a pillar that tells most.
func PillarSet(d *data.Dossier, pillar string) (Set, bool) { return Set{}, false }

// FigureSet sets a figure beside those of its unit.
func FigureSet(d *data.Dossier, figure string) (Set, bool) { return Set{}, false }
