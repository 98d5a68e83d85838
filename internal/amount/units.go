package amount

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// raised tells whether token i belongs to the letters before it, in a unit: m², m2, m^2,
// CO₂, CO2. A number or a footnote after a long word does not.
func (t tokens) raised(i int) bool {
	if i < 1 || i >= len(t) || t[i].gap {
		return i >= 0 && i < len(t) && symbol(t[i])
	}
	if t[i].kind == digits {
		return !t[i].grouped && len(t[i].text) <= 2 && t.numbered(i-1)
	}
	return symbol(t[i]) || t.exponent(i)
}

// exponent tells whether token i is a raised or lowered digit behind letters, or the sign
// that stands for one.
func (t tokens) exponent(i int) bool {
	const short = 3 // letters: m, km, ft
	switch {
	case t.is(i, "^"):
		return t.lettered(i-1, short) && t.kindAt(i+1) == digits && !t.gapBefore(i+1)
	case t.sign(i, subscripts):
		return t.kindAt(i-1) == word || t.raised(i-1)
	default:
		return t.sign(i, superscripts) && (t.lettered(i-1, short) || t.sign(i-1, superscripts) && t.raised(i-1))
	}
}

// numbered tells whether digits behind token i may belong to a unit.
func (t tokens) numbered(i int) bool {
	const longest = 5 // letters: MtCO
	return t.lettered(i, longest) && t.currencyEnding(i) == 0 || t.is(i, "^") && t.raised(i)
}

// sign tells whether token i is one of some signs.
func (t tokens) sign(i int, of string) bool {
	text := t.text(i)
	return t.kindAt(i) == mark && text != "" && strings.Contains(of, text)
}

// lettered tells whether token i is a word of no more than so many letters.
func (t tokens) lettered(i, most int) bool {
	return t.kindAt(i) == word && utf8.RuneCountInString(t.text(i)) <= most
}

// inBrackets tells whether token i is a bracket behind a stroke, or in one: W/(m²·K).
func (t tokens) inBrackets(i int) bool {
	const far = 8
	for j := i; j >= max(0, i-far); j-- {
		switch {
		case t.is(j, "("):
			return t.is(j-1, "/") || !t.gapBefore(j) && t.kindAt(j-1) == word && t.is(j+1, "a", "c", "v") && t.is(j+2, ")") // dB(A)
		case t.is(j, ")") && j < i, t.kindAt(j) == mark && t.gapBefore(j):
			return false
		}
	}
	return false
}

// symbol tells whether a sign is a unit or part of one: ℃, ㎡.
func symbol(sign token) bool {
	r, _ := utf8.DecodeRuneInString(sign.text)
	return sign.kind == mark && unicode.Is(unicode.So, r) && (r >= '㌀' && r <= '㏿' || r >= '℀' && r <= '⅏')
}

// oddly finds what a unit has that may be written in another way, too.
var oddly = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)[\d^㎡㎢㎠㎥㎞㎏㎝㎜℃℉μ]|\s\s|[^\S ]|\b(?:sq|cu)`)
})

// spelling is a way to write a unit, and the usual one.
type spelling struct {
	form  *regexp.Regexp
	usual string
}

// spellings are compiled when a unit first needs them, not at the start.
var spellings = sync.OnceValue(func() []spelling {
	return []spelling{
		{regexp.MustCompile(`\s+`), " "},
		{regexp.MustCompile(`(?i)\bsq(?:\. ?| )?(m|km|cm|ft|mi)\b`), "${1}²"},
		{regexp.MustCompile(`(?i)\bcu(?:\. ?| )?(m|km|cm|ft)\b`), "${1}³"},
		{regexp.MustCompile(`\b(m|km|hm|dm|cm|mm|ft|yd|mi)\^?2\b`), "${1}²"},
		{regexp.MustCompile(`\b(m|km|hm|dm|cm|mm|ft|yd|mi)\^?3\b`), "${1}³"},
		{regexp.MustCompile(`(CO|SO|NO|O|H)2`), "${1}₂"},
		{regexp.MustCompile(`\bO3\b`), "O₃"},
		{regexp.MustCompile(`\bN2O`), "N₂O"},
		{regexp.MustCompile(`\bCH4`), "CH₄"},
		{regexp.MustCompile(`\bNH3`), "NH₃"},
		{regexp.MustCompile(`\bSF6`), "SF₆"},
		{regexp.MustCompile(`\b(t|kt|Mt|Gt|g|kg)CO₂`), "${1} CO₂"},
	}
})

var signs = strings.NewReplacer("㎡", "m²", "㎢", "km²", "㎠", "cm²", "㎥", "m³", "㎞", "km", "㎏", "kg", "㎝", "cm", "㎜", "mm", "℃", "°C", "℉", "°F", "μ", "µ")

// Unit is a unit as it is usually written, so that m2 and m², CO2 and CO₂ are one.
func Unit(unit string) string {
	if unit = strings.TrimSpace(unit); !oddly().MatchString(unit) {
		return unit
	}
	unit = signs.Replace(unit)
	for _, s := range spellings() {
		unit = s.form.ReplaceAllString(unit, s.usual)
	}
	return unit
}
