package chart

import (
	"beltroad/data"
	"beltroad/internal/message"
	"beltroad/internal/plot"
	"beltroad/views/record"
)

// Title names a set of figures for the user.
func Title(d *data.Dossier, w *record.Words, s plot.Set) string {
	unit := w.Unit(s.Unit)
	first := w.UnitFirst(s.Unit)
	switch s.Topic {
	case plot.TopicPillar:
		p, _ := d.Pillar(s.About)
		return w.Say("chart.pillar", message.Args{"Pillar": p.Name, "Unit": unit})
	case plot.TopicProject:
		p, _ := d.Project(s.About)
		return kinded(w, w.Say("chart.project", message.Args{"Project": p.Name, "Unit": unit}), s.Claim)
	case plot.TopicFigure:
		return w.Say("chart.figure", message.Args{"Unit": unit})
	}
	if ofAKind(s.Claim) {
		return kinded(w, first, s.Claim)
	}
	return w.Say("chart.unit", message.Args{"Unit": first})
}

// ofAKind tells whether a title says what kind of figures it names: what is
// reported is the usual one.
func ofAKind(c data.Claim) bool { return c != "" && c != data.Reported }

// kinded is a title with the kind of its figures.
func kinded(w *record.Words, title string, c data.Claim) string {
	if !ofAKind(c) {
		return title
	}
	return w.Say("chart.unit.claim", message.Args{"Unit": title, "Claim": w.Claim(c)})
}

// Figures are the figures of a set, in its order.
func Figures(d *data.Dossier, ids []string) []data.Figure {
	all := make([]data.Figure, 0, len(ids))
	for _, id := range ids {
		if f, ok := d.Figure(id); ok {
			all = append(all, f)
		}
	}
	return all
}
