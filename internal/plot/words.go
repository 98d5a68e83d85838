package plot

import (
	"strings"

	"beltroad/data"
	"beltroad/internal/scale"
)

// Words are the words of charts, in the user's language. Names in braces are
// filled in. [English] has them all.
type Words struct {
	Numbers     scale.Words
	Units       map[string]string // by unit: "US dollars"
	Claims      map[data.Claim]string
	Comparators map[data.Comparator]string // "a lower bound, with an open end"
	Legend      map[data.Comparator]string // "“over”, “more than”: open end"
	Columns     map[Column]string          // of the table
	Date        func(data.Date) string     // "June 2023"; never called with the zero Date
	Period      func(data.Period) string   // "2013 to 2022"; never called with the zero Period

	NotStated string // "Not stated in this source"
	And       string // between the parts of a list: ", "
	Groups    string // between groups of a note: "; "
	Group     string // one group of a note: "{what}: {figures}"
	Figures   string // in place of many labels: "{n} figures"
	Title     string // of a chart without one: "{unit}"

	PeriodSame   string // "Period: {period}"
	PeriodsMixed string // "Periods differ. {groups}"
	AsOfSame     string // "As of {date}"
	AsOfMixed    string // "Dates differ. {groups}"
	Undated      string // neither a period nor a date is stated
	CountsMixed  string // "Different things are counted. {groups}"
	CountsMany   string // the same without the list, which is in the table
	ClaimsMixed  string // "Kinds of claim differ. {groups}"
	NotAdded     string // "Not to be added together."
	NoLog        string // why the axis is linear although a logarithmic one was asked for

	LinearAxis string // name of the axis: "{unit}"
	LogAxis    string // "{unit}, logarithmic axis: ..."
	Source     string // "Source: {source}, {cites}"
	Dossier    string // "Dossier: {dossier}"
	OneSign    string // "One sign: {amount}"

	RefusalUnits string // "... {groups}"
	RefusalEmpty string
	RefusalSigns string // no sign can be chosen: "..."
}

// unit is the name of a unit, or the unit itself.
func (w *Words) unit(u string) string {
	if name := w.Units[u]; name != "" {
		return name
	}
	return u
}

// date is a date for people, or the wording for what is absent.
func (w *Words) date(d data.Date) string {
	switch {
	case d.IsZero():
		return w.NotStated
	case w.Date == nil:
		return d.String()
	default:
		return w.Date(d)
	}
}

// period is a period for people, or the wording for what is absent.
func (w *Words) period(p data.Period) string {
	switch {
	case p == data.Period{}:
		return w.NotStated
	case w.Period == nil:
		return strings.Trim(p.Start.String()+"–"+p.End.String(), "–")
	default:
		return w.Period(p)
	}
}

// stated is s, or the wording for what is absent.
func (w *Words) stated(s string) string {
	if s == "" {
		return w.NotStated
	}
	return s
}

// fill puts values in the place of names: fill("{n} figures", "n", "5").
func fill(pattern string, pairs ...string) string {
	args := make([]string, 0, len(pairs))
	for i := 0; i+1 < len(pairs); i += 2 {
		args = append(args, "{"+pairs[i]+"}", pairs[i+1])
	}
	return strings.NewReplacer(args...).Replace(pattern)
}

// or is s, or the other where s is empty.
func or(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
