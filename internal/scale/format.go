package scale

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// Words are the words that numbers are written with, in the user's language.
// Patterns hold {n} where the number stands.
type Words struct {
	// Powers are the words for large numbers, the smallest first: {1e6, "{n}
	// million"}. Languages differ in which numbers have a word.
	Powers []Power
	// Units say how an amount of a unit of the ledger is written; a unit that
	// is missing here follows the number as it is.
	Units map[string]Unit
	// Interval joins the ends of a range: "{from}–{to}".
	Interval string
}

// Power is the word for a power of ten.
type Power struct {
	Value   float64
	Pattern string // "{n} million"
}

// Unit is how an amount of one unit is written.
type Unit struct {
	One   string // of exactly one: "{n} country"; empty: as Other
	Other string // "{n} countries", "US${n}", "{n}%"
	// Sign says that the unit is a sign that both ends of a range carry:
	// 0.7%–2.9%, but 5–6 countries.
	Sign bool
}

// Formatter writes numbers for people by the rules of a locale. It never
// rounds, up to the 15 digits that a floating-point number surely has: where a
// word would hide digits it writes them all.
type Formatter struct {
	printer *message.Printer
	words   Words
}

// NewFormatter is a formatter for a locale.
func NewFormatter(locale language.Tag, words Words) *Formatter {
	return &Formatter{message.NewPrinter(locale), words}
}

// decimals is how many digits may follow the decimal sign before a word like "million".
const decimals = 2

// Number is a number with a word where there is one: "21 million", "10,000", "0.7".
func (f *Formatter) Number(v float64) string {
	for _, p := range slices.Backward(f.words.Powers) {
		if p.Value <= 0 || math.Abs(v) < p.Value {
			continue
		}
		if short := f.scaled(v, p.Value); short != "" {
			return fill(p.Pattern, "{n}", short)
		}
	}
	return f.Plain(v)
}

// scaled is v/power in few digits, or "" where that would not be v.
func (f *Formatter) scaled(v, power float64) string {
	q := v / power
	digits := strconv.FormatFloat(q, 'f', decimals, 64)
	rounded, err := strconv.ParseFloat(digits, 64)
	if err != nil || rounded*power != v || math.Abs(q) >= 1e6 {
		return ""
	}
	return f.printer.Sprint(number.Decimal(rounded, number.MaxFractionDigits(decimals)))
}

// Plain is a number in digits alone: "19,100,000,000,000". Only what would not
// fit a line is written with an exponent.
func (f *Formatter) Plain(v float64) string {
	a := math.Abs(v)
	if math.IsNaN(v) || math.IsInf(v, 0) || v != 0 && (a < 1e-9 || a >= 1e18) {
		return strconv.FormatFloat(v, 'g', -1, 64)
	}
	digits := strconv.FormatFloat(v, 'f', -1, 64)
	_, fraction, _ := strings.Cut(digits, ".")
	return f.printer.Sprint(number.Decimal(v, number.MaxFractionDigits(len(fraction))))
}

// Amount is a number of a unit: "US$19.1 trillion", "5 million TEU a year", "0.7%".
func (f *Formatter) Amount(v float64, unit string) string {
	return f.withUnit(f.Number(v), v, unit)
}

// Between is a range of a unit: "0.7%–2.9%", "10 billion–100 billion masks".
func (f *Formatter) Between(from, to float64, unit string) string {
	if f.words.Units[unit].Sign {
		return f.joined(f.Amount(from, unit), f.Amount(to, unit))
	}
	return f.withUnit(f.joined(f.Number(from), f.Number(to)), to, unit)
}

func (f *Formatter) joined(from, to string) string {
	pattern := f.words.Interval
	if pattern == "" {
		pattern = "{from}–{to}"
	}
	return strings.NewReplacer("{from}", from, "{to}", to).Replace(pattern)
}

func (f *Formatter) withUnit(digits string, v float64, unit string) string {
	u, ok := f.words.Units[unit]
	pattern := u.Other
	if v == 1 && u.One != "" {
		pattern = u.One
	}
	if !ok || pattern == "" {
		return strings.TrimSpace(digits + " " + unit)
	}
	return fill(pattern, "{n}", digits)
}

// fill puts what stands for a placeholder into a pattern.
func fill(pattern, placeholder, with string) string {
	return strings.ReplaceAll(pattern, placeholder, with)
}
