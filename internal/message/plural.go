package message

import (
	"math"
	"strconv"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// categories are the plural categories by the names that CLDR gives them.
var categories = map[string]plural.Form{
	"zero": plural.Zero, "one": plural.One, "two": plural.Two, "few": plural.Few, "many": plural.Many, "other": plural.Other,
}

// formOf is the category of a number in a language.
func formOf(tag language.Tag, v float64) plural.Form {
	v = math.Abs(v)
	if v >= 1e15 || math.IsNaN(v) { // no language tells such numbers apart
		v = 1e15
	}
	whole, fraction, _ := strings.Cut(strconv.FormatFloat(v, 'f', -1, 64), ".")
	i, _ := strconv.Atoi(whole)
	const most = 9 // digits of a fraction
	fraction = fraction[:min(len(fraction), most)]
	f, _ := strconv.Atoi(fraction)
	return plural.Cardinal.MatchPlural(tag, i, len(fraction), len(fraction), f, f)
}

// formsOf are the categories that a language has. The library does not list
// them, but numbers of every category come soon.
func formsOf(tag language.Tag) map[plural.Form]bool {
	all := map[plural.Form]bool{plural.Other: true}
	for n := range 201 {
		all[formOf(tag, float64(n))] = true
		all[formOf(tag, float64(n)/10)] = true
	}
	all[formOf(tag, 1e6)] = true
	return all
}
