package plot

import (
	"fmt"
	"time"

	"beltroad/data"
	"beltroad/internal/scale"
)

// English are the words in English. Callers with translations replace them.
func English() Words {
	w := Words{
		Numbers:     englishNumbers(),
		Units:       englishUnits(),
		Claims:      map[data.Claim]string{data.Reported: "Reported by a party", data.Estimate: "Estimate", data.Commitment: "Commitment", data.Opinion: "Opinion of the author"},
		Comparators: map[data.Comparator]string{data.Exact: "stated as an exact number", data.Over: "a lower bound, with an open end", data.About: "an approximate number", data.Range: "a range between two numbers", data.Order: "an order of magnitude, not a number", data.Rank: "a rank, without the number behind it"},
		Legend:      map[data.Comparator]string{data.Exact: "stated value", data.Over: "“over”, “more than”: open end", data.About: "“about”: soft end", data.Range: "stated range", data.Order: "order of magnitude: a band"},
		Columns:     englishColumns(),
		Date:        englishDate,
		Period:      englishPeriod,
		NotStated:   "Not stated in this source",
		And:         ", ",
		Groups:      "; ",
		Group:       "{what}: {figures}",
		Figures:     "{n} figures",
		Title:       "Figures in {unit}",
	}
	w.PeriodSame = "Period: {period}."
	w.PeriodsMixed = "Periods differ. {groups}."
	w.AsOfSame = "As of {date}."
	w.AsOfMixed = "As-of dates differ. {groups}."
	w.Undated = "Neither a period nor a date is stated in this source."
	w.CountsMixed = "Different things are counted. {groups}."
	w.CountsMany = "Each row counts a different set; the table says which."
	w.ClaimsMixed = "Kinds of claim differ. {groups}."
	w.NotAdded = "Not to be added together."
	w.NoLog = "A logarithmic axis has no place for zero or less, so this one is linear."
	w.LinearAxis = "{unit}"
	w.LogAxis = "{unit}, logarithmic axis: equal steps multiply, so lengths do not compare as amounts"
	w.Source = "Source: {source}, {cites}"
	w.Dossier = "Dossier: {dossier}"
	w.OneSign = "One sign: {amount}"
	w.RefusalUnits = "These figures are in different units and cannot share an axis. {groups}."
	w.RefusalEmpty = "There is no figure to draw."
	w.RefusalSigns = "Signs can only stand for amounts above zero."
	return w
}

func englishNumbers() scale.Words {
	units := map[string]scale.Unit{
		"USD":      {Other: "US${n}", Sign: true},
		"percent":  {Other: "{n}%", Sign: true},
		"TEU/year": {Other: "{n} TEU a year"},
		"rank":     {Other: "rank {n}"},
	}
	for many, one := range map[string]string{
		"countries": "country", "organizations": "organization", "documents": "document", "editions": "edition",
		"steps": "step", "continents": "continent", "dimensions": "dimension", "corridors": "corridor", "routes": "route",
		"cities": "city", "passengers": "passenger", "tons": "ton", "agreements": "agreement", "projects": "project",
		"laboratories": "laboratory", "members": "member", "courses": "course", "people": "person", "doses": "dose",
		"masks": "mask", "teams": "team", "years": "year",
	} {
		units[many] = scale.Unit{One: "{n} " + one, Other: "{n} " + many}
	}
	units["route-types"] = scale.Unit{One: "{n} type of route", Other: "{n} types of route"}
	return scale.Words{
		Powers:   []scale.Power{{Value: 1e6, Pattern: "{n} million"}, {Value: 1e9, Pattern: "{n} billion"}, {Value: 1e12, Pattern: "{n} trillion"}},
		Units:    units,
		Interval: "{from}–{to}",
	}
}

func englishUnits() map[string]string {
	return map[string]string{
		"USD": "US dollars", "TEU/year": "TEU a year", "percent": "per cent", "tons": "tons (which ton is not stated)", "route-types": "types of route",
	}
}

func englishColumns() map[Column]string {
	return map[Column]string{
		ColumnFigure: "Figure", ColumnWording: "Wording", ColumnValue: "Value", ColumnMax: "Upper bound", ColumnComparator: "Comparator",
		ColumnUnit: "Unit", ColumnCounts: "What it counts", ColumnPeriod: "Period", ColumnAsOf: "As of", ColumnClaim: "Kind",
		ColumnSpeaker: "Who says so", ColumnCite: "Where", ColumnCaution: "Ask before you use it",
	}
}

func englishDate(d data.Date) string {
	switch {
	case d.Month == 0:
		return d.String()
	case d.Day == 0:
		return fmt.Sprintf("%s %d", time.Month(d.Month), d.Year)
	default:
		return fmt.Sprintf("%d %s %d", d.Day, time.Month(d.Month), d.Year)
	}
}

func englishPeriod(p data.Period) string {
	switch {
	case p.Start.IsZero():
		return "to " + englishDate(p.End)
	case p.End.IsZero():
		return "from " + englishDate(p.Start)
	case p.Start == p.End:
		return englishDate(p.Start)
	default:
		return englishDate(p.Start) + " to " + englishDate(p.End)
	}
}
