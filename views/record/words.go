package record

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2/lang"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"beltroad/data"
	"beltroad/internal/message"
	"beltroad/internal/wording"
	"beltroad/views/ui"
)

// Words are what records of a dossier are put into words with.
type Words = wording.Words

// NewWords are the words for a dossier in a printer's language.
func NewWords(p *message.Printer, d *data.Dossier) *Words { return wording.New(p, d) }

// Claim is the short name of a claim's kind, as on badges.
func Claim(c data.Claim) string { return lang.L("claim." + string(c)) }

// ClaimLong is the full name of a claim's kind: "Reported by a party".
func ClaimLong(c data.Claim) string { return lang.L("claim.long." + string(c)) }

// Comparator says what a comparator means for the number.
func Comparator(c data.Comparator) string { return lang.L("comparator." + string(c)) }

// Kind is the name of a project's kind.
func Kind(k string) string { return lang.L("kind." + k) }

// Status is the name of a project's status; empty means that the source states none.
func Status(s string) string {
	if s == "" {
		return lang.L("status.none")
	}
	return lang.L("status." + s)
}

// Role is the name of what a place is to a project.
func Role(r string) string { return lang.L("role." + r) }

// PlaceKind is the name of what a place is.
func PlaceKind(k string) string { return lang.L("placekind." + k) }

// Unit is the name of a unit.
func Unit(u string) string { return lang.L("unit." + u) }

// NotStated is the house's wording for what is absent.
func NotStated() string { return lang.L("not stated") }

// Cite is the short form of a citation: "¶15".
func Cite(paragraph int) string { return wording.Cite(paragraph) }

// Country is the name of an ISO 3166-1 alpha-3 code, or the code itself.
func Country(code string) string {
	r, err := language.ParseRegion(code)
	if err != nil {
		return code
	}
	return display.English.Regions().Name(r)
}

// Countries joins the names of country codes.
func Countries(codes []string) string {
	names := make([]string, len(codes))
	for i, c := range codes {
		names[i] = Country(c)
	}
	return strings.Join(names, " · ")
}

// Date is a date for people: "2013", "December 2021", "17 October 2023"; "" for none.
func Date(d data.Date) string {
	if d.Month == 0 {
		return d.String()
	}
	words := map[string]any{"Year": d.Year, "Day": d.Day, "Month": Month(d.Month)}
	if d.Day == 0 {
		return lang.L("date.month", words)
	}
	return lang.L("date.day", words)
}

// Month is the name of a month, 1 to 12.
func Month(m int) string { return lang.L(fmt.Sprintf("month.%d", m)) }

// Period is a period for people, or the house's wording where none is stated.
func Period(p data.Period) string {
	from, to := Date(p.Start), Date(p.End)
	words := map[string]any{"From": from, "To": to}
	switch {
	case from == "" && to == "":
		return NotStated()
	case from == to:
		return from
	case from == "":
		return lang.L("period.to", words)
	case to == "":
		return lang.L("period.from", words)
	default:
		return lang.L("period", words)
	}
}

// Or is s, or the house's wording for what is absent.
func Or(s string) string {
	if s == "" {
		return NotStated()
	}
	return s
}

// Count is a number with what it counts, in the right form: "1 figure", "2 figures".
func Count(key string, n int) string { return lang.N(key, n, map[string]any{"Count": n}) }

// Sentence starts a phrase with a capital; an empty one gets the house's wording for what is absent.
func Sentence(phrase string) string {
	r, n := utf8.DecodeRuneInString(phrase)
	if n == 0 {
		return NotStated()
	}
	return string(unicode.ToUpper(r)) + phrase[n:]
}

// PillarOptions are the pillars as choices of a filter, and "no pillar".
func PillarOptions(w *Words, d *data.Dossier) []ui.Option {
	var all []ui.Option
	for _, p := range d.Pillars() {
		all = append(all, ui.Option{Key: p.ID, Name: p.ShortName})
	}
	return append(all, ui.Option{Name: w.Say("pillar.none")})
}
