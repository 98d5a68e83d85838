package message

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/number"
)

// Form is how a number is written.
type Form uint8

// The forms of numbers.
const (
	Short Form = iota // with a word where one fits: "19.1 trillion", "10,000"
	Full              // in digits alone: "19,100,000,000,000"
)

// power is a word for a power of ten.
type power struct {
	value float64
	key   string
}

// powersOf are the words for large numbers of a language, the largest first.
func powersOf(messages map[string]message) []power {
	var all []power
	for key := range messages {
		if v, ok := powerOf(key); ok {
			all = append(all, power{v, key})
		}
	}
	slices.SortFunc(all, func(a, b power) int { return cmp.Compare(b.value, a.value) })
	return all
}

// powerOf is the power of ten that a key has the word for.
func powerOf(key string) (float64, bool) {
	zeros, ok := strings.CutPrefix(key, "number.1e")
	if !ok {
		return 0, false
	}
	n, err := strconv.Atoi(zeros)
	return math.Pow10(n), err == nil && n >= 2 && n <= 18 && zeros == strconv.Itoa(n)
}

// Number is a number for people. It is never rounded, up to the 15 digits that a
// floating-point number surely has: where a word would hide digits it is
// written in digits.
func (p *Printer) Number(v float64, form Form) string {
	if form == Short {
		for _, w := range p.powers {
			if q, ok := scaled(v, w.value); ok {
				return p.fill(w.key, p.messages[w.key].form(formOf(p.tag, q)), []Args{{"Number": p.decimal(q, decimals)}})
			}
		}
	}
	a := math.Abs(v)
	if math.IsNaN(v) || math.IsInf(v, 0) || v != 0 && (a < 1e-9 || a >= 1e18) {
		return strconv.FormatFloat(v, 'g', -1, 64) // would not fit a line
	}
	_, fraction, _ := strings.Cut(strconv.FormatFloat(v, 'f', -1, 64), ".")
	return p.decimal(v, len(fraction))
}

// decimals is how many digits may follow the decimal sign before a word like "million".
const decimals = 2

// scaled is v/power, if that takes few digits.
func scaled(v, power float64) (float64, bool) {
	q := v / power
	if math.Abs(q) < 1 || math.Abs(q) >= 1e6 || math.IsNaN(q) {
		return 0, false
	}
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(q, 'f', decimals, 64), 64)
	return rounded, err == nil && rounded*power == v
}

func (p *Printer) decimal(v float64, fraction int) string {
	return p.digits.Sprint(number.Decimal(v, number.MaxFractionDigits(fraction)))
}

// Fixed is a number with so many digits after the decimal sign, rounded: "116.40".
func (p *Printer) Fixed(v float64, digits int) string {
	return p.digits.Sprint(number.Decimal(v, number.Scale(digits)))
}

func (p *Printer) year(y int) string {
	return p.digits.Sprint(number.Decimal(y, number.NoSeparator()))
}

// Unit is what numbers are of. Its words are those of a dossier, in its language.
type Unit struct {
	ID    string // by which a language may have words of its own; empty: it has none
	One   string // "country"
	Other string // "countries"
	Sign  string // stands beside the number instead, with any space between: "US$", "%", " MW"; empty: none
	After bool   // the sign follows the number
	Form  Form
}

// Amount is a number of a unit: "US$19.1 trillion", "230 countries", "0.7%".
func (p *Printer) Amount(v float64, u Unit) string {
	return p.of(p.Number(v, u.Form), v, u)
}

// Between is a range of a unit: "0.7%–2.9%", "5–6 countries". Both ends carry a
// sign that is close to the number, one carries a name.
func (p *Printer) Between(from, to float64, u Unit) string {
	between := func(a, b string) string { return p.Say("number.between", Args{"From": a, "To": b}) }
	if p.close(u) {
		return between(p.Amount(from, u), p.Amount(to, u))
	}
	return p.of(between(p.Number(from, u.Form), p.Number(to, u.Form)), to, u)
}

// close tells whether a unit is written without a space beside the number.
func (p *Printer) close(u Unit) bool {
	const spaces = " \u00a0\u202f"
	if m, ok := p.messages["amount.of."+u.ID]; ok {
		return !strings.ContainsAny(m.other.String(), spaces)
	}
	return u.Sign != "" && !strings.ContainsAny(u.Sign, spaces)
}

// of puts a written number and its unit together.
func (p *Printer) of(written string, v float64, u Unit) string {
	args := Args{"Number": written}
	if m, ok := p.messages["amount.of."+u.ID]; ok {
		return p.fill("amount.of."+u.ID, m.form(formOf(p.tag, v)), []Args{args})
	}
	switch {
	case u.Sign != "" && u.After:
		return written + u.Sign
	case u.Sign != "":
		return u.Sign + written
	}
	name := u.Other
	if v == 1 {
		name = cmp.Or(u.One, u.Other)
	}
	if name == "" {
		return written
	}
	args["Unit"] = name
	return p.Say("amount", args)
}
