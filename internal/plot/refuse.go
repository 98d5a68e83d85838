package plot

import (
	"slices"

	"beltroad/data"
	"beltroad/internal/message"
)

// refuse says why figures share no axis. Ranks are rows of text and have no
// place on one, so they are in nobody's way.
func (c *chart) refuse(figures []data.Figure) *Refusal {
	if len(figures) == 0 {
		return &Refusal{Reason: c.words.Say("chart.refused.empty")}
	}
	if c.as == signChart && !slices.ContainsFunc(figures, func(f data.Figure) bool {
		return c.drawable(f.Quantity) && max(f.Quantity.Value, f.Quantity.Max) > 0
	}) {
		return &Refusal{Reason: c.words.Say("chart.refused.signs")}
	}
	if !mixesUnits(figures) {
		return nil
	}
	units := groupsBy(onAxis(figures), func(f *data.Figure) string { return f.Quantity.Unit })
	r := &Refusal{Sets: unitSets(each(figures), "", func(*data.Figure) bool { return true })}
	slices.SortStableFunc(r.Sets, func(a, b Set) int { return len(b.Figures) - len(a.Figures) })
	for i, g := range units {
		units[i].key = c.words.Unit(g.key)
		r.Units = append(r.Units, UnitFigures{Unit: g.key, Name: units[i].key, Figures: ids(g.figures), Labels: labels(g.figures)})
	}
	var groups []string
	for _, d := range r.Units {
		groups = append(groups, c.group(d.Name, c.words.Series(d.Labels)))
	}
	r.Reason = c.words.Say("chart.refused.units", message.Args{"Groups": c.joined(groups)})
	return r
}

// mixesUnits tells whether figures that need an axis need more than one.
func mixesUnits(figures []data.Figure) bool {
	first := slices.IndexFunc(figures, func(f data.Figure) bool { return isOnAxis(&f) })
	for i := range figures {
		if f := &figures[i]; first >= 0 && isOnAxis(f) && f.Quantity.Unit != figures[first].Quantity.Unit {
			return true
		}
	}
	return false
}

// isOnAxis tells whether a figure is no rank.
func isOnAxis(f *data.Figure) bool { return f.Quantity.Comparator != data.Rank }

// onAxis are the figures that are not ranks.
func onAxis(figures []data.Figure) []data.Figure {
	return slices.DeleteFunc(slices.Clone(figures), func(f data.Figure) bool { return !isOnAxis(&f) })
}

// unitOf is the unit of the axis.
func unitOf(figures []data.Figure) string {
	for i := range figures {
		if isOnAxis(&figures[i]) {
			return figures[i].Quantity.Unit
		}
	}
	return ""
}

func ids(figures []data.Figure) []string {
	all := make([]string, len(figures))
	for i := range figures {
		all[i] = figures[i].ID
	}
	return all
}
