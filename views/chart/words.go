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
	first := w.Sentence(unit) // at the start of a title
	switch s.Topic {
	case plot.TopicPillar:
		p, _ := d.Pillar(s.About)
		return w.Say("chart.pillar", message.Args{"Pillar": p.Name, "Unit": unit})
	case plot.TopicProject:
		p, _ := d.Project(s.About)
		return w.Say("chart.project", message.Args{"Project": p.Name, "Unit": unit})
	case plot.TopicFigure:
		return w.Say("chart.figure", message.Args{"Unit": unit})
	}
	if s.Claim != "" && s.Claim != data.Reported {
		return w.Say("chart.unit.claim", message.Args{"Unit": first, "Claim": w.Claim(s.Claim)})
	}
	return w.Say("chart.unit", message.Args{"Unit": first})
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
