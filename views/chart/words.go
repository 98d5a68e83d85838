package chart

import (
	"reflect"

	"golang.org/x/text/language"

	"fyne.io/fyne/v2/lang"

	"beltroad/data"
	"beltroad/internal/cite"
	"beltroad/internal/plot"
	"beltroad/views/record"
)

// Words are the words of charts in the user's language.
func Words() plot.Words {
	w := plot.English()
	w.Date, w.Period, w.NotStated = record.Date, record.Period, record.NotStated()
	for _, c := range []data.Claim{data.Reported, data.Estimate, data.Commitment, data.Opinion} {
		w.Claims[c] = record.ClaimLong(c)
	}
	for _, c := range []data.Comparator{data.Exact, data.Over, data.About, data.Range, data.Order, data.Rank} {
		w.Comparators[c] = record.Comparator(c)
	}
	for _, c := range []data.Comparator{data.Exact, data.Over, data.About, data.Range, data.Order} {
		w.Legend[c] = lang.L("chart.legend." + string(c))
	}
	for unit := range w.Units {
		w.Units[unit] = record.Unit(unit)
	}
	for column := range w.Columns {
		w.Columns[column] = lang.L("chart.column." + string(column))
	}
	// each sentence has the key of its field
	v := reflect.ValueOf(&w).Elem()
	for i := range v.NumField() {
		if f := v.Field(i); f.Kind() == reflect.String && f.Addr().Interface() != &w.NotStated {
			f.SetString(lang.L("chart.words." + v.Type().Field(i).Name))
		}
	}
	return w
}

// Source is how charts name the dossier's main source.
func Source(d *data.Dossier) (source, dossier string) {
	if all := d.Sources(); len(all) > 0 {
		source = cite.Short(all[0])
	}
	m := d.Metadata()
	return source, m.Name + " " + m.Version
}

// Title names a set of figures for the user.
func Title(d *data.Dossier, s plot.Set) string {
	unit := record.Unit(s.Unit)
	first := record.Sentence(unit) // at the start of a title
	switch s.Topic {
	case plot.TopicPillar:
		p, _ := d.Pillar(s.About)
		return lang.L("chart.pillar", map[string]any{"Pillar": p.Name, "Unit": unit})
	case plot.TopicProject:
		p, _ := d.Project(s.About)
		return lang.L("chart.project", map[string]any{"Project": p.Name, "Unit": unit})
	case plot.TopicFigure:
		return lang.L("chart.figure", map[string]any{"Unit": unit})
	}
	if s.Claim != "" && s.Claim != data.Reported {
		return lang.L("chart.unit.claim", map[string]any{"Unit": first, "Claim": record.Claim(s.Claim)})
	}
	return lang.L("chart.unit", map[string]any{"Unit": first})
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

// locale is the language that numbers are written in.
func locale() language.Tag { return language.English }
