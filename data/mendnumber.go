package data

import (
	"regexp"
	"strings"
	"sync"
)

// pattern is a regular expression that is compiled when it is first asked for: what is
// right needs none of them, and they would take a good part of the start.
type pattern func() *regexp.Regexp

func patternOf(expr string) pattern {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

// numberForms are ways to write a number with signs among its digits that can
// mean one thing only. Where thousands are apart, what is left is the point.
var numberForms = []struct {
	form  pattern
	apart string // what stands between groups of digits
	point string // what stands before decimals
}{
	{patternOf(`^[1-9]\d{0,2}(?:[ \x{A0}\x{202F}\x{2009}'’]\d{3})+(?:,\d+)?$`), " \u00A0\u202F\u2009'’", ","},
	{patternOf(`^[1-9]\d{0,2}(?:[ \x{A0}\x{202F}\x{2009}'’]\d{3})+(?:\.\d+)$`), " \u00A0\u202F\u2009'’", "."},
	{patternOf(`^[1-9]\d{0,2}(?:,\d{3})+\.\d+$`), ",", "."},
	{patternOf(`^[1-9]\d{0,2}(?:\.\d{3})+,\d+$`), ".", ","},
	{patternOf(`^[1-9]\d{0,2}(?:,\d{3}){2,}$`), ",", "."},
	{patternOf(`^[1-9]\d{0,2}(?:\.\d{3}){2,}$`), ".", ","},
	{patternOf(`^[1-9]\d?(?:,\d{2})+,\d{3}(?:\.\d+)?$`), ",", "."}, // lakh and crore
	{patternOf(`^[1-9]\d{0,3}(?:,\d{4}){2,}$`), ",", "."},          // by ten thousands
	{patternOf(`^\.\d+$|^\d+\.$`), " ", "."},
}

var (
	commaDecimals  = patternOf(`^\d*,\d+$`)
	commaThousands = patternOf(`^[1-9]\d{0,2},\d{3}$`)
)

// plainNumber is a number without what people put around and into it, and
// whether that is beyond doubt: a comma may be a decimal point or stand between
// thousands, but hardly the former where it separates cells.
func plainNumber(cell string, comma byte) (string, bool) {
	body, isNegative := strings.CutPrefix(strings.TrimSpace(cell), "-")
	body = strings.TrimSpace(strings.TrimPrefix(body, "+"))
	exponent := ""
	if i := strings.IndexAny(body, "eE"); i > 0 {
		body, exponent = body[:i], body[i:]
	}
	number, safe := plainDigits(body, comma)
	if number == "" {
		return roughNumber(cell), false
	}
	if isNegative {
		number = "-" + number
	}
	return number + exponent, safe
}

// plainDigits reads digits with points, commas, spaces and apostrophes among
// them; empty: they are no number.
func plainDigits(body string, comma byte) (string, bool) {
	if body != "" && strings.Trim(body, "0123456789") == "" {
		return body, true
	}
	if _, ok := parseNumber(body); ok {
		return body, true
	}
	for _, f := range numberForms {
		if f.form().MatchString(body) {
			return pointed(body, f.apart, f.point), true
		}
	}
	switch {
	case commaThousands().MatchString(body):
		return strings.ReplaceAll(body, ",", ""), false
	case commaDecimals().MatchString(body):
		return pointed(body, " ", ","), comma != ','
	}
	return "", false
}

// pointed is a number with nothing between its groups and a point before its
// decimals, if it has any.
func pointed(body, apart, point string) string {
	digits := strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(apart, r):
			return -1
		case strings.ContainsRune(point, r):
			return '.'
		}
		return r
	}, body)
	if digits[0] == '.' {
		digits = "0" + digits
	}
	return strings.TrimSuffix(digits, ".")
}

// around is what may stand around a number without making another of it: what belongs
// into other columns. Any other word may: "2 million", "5 of 10", "minus 5".
var around = patternOf(`(?i)^(?:over|more than|above|under|less than|fewer than|below|about|around|approximately|approx\.|roughly|nearly|almost|at least|at most|up to|[<>≤≥~≈=+])?\s*` +
	`(?:US\$|USD|EUR|GBP|CNY|RMB|JPY|INR|[$€£¥₹])?\s*(-?[\d.,  \x{202F}\x{2009}'’]*\d)\s*` +
	`(?:%|‰|per ?cent|USD|EUR|GBP|CNY|RMB|JPY|INR|[$€£¥₹]|(?P<counted>\pL{3,}s))?\s*\+?$`)

// sizes begin words that make another number of the one before them, in several languages.
var sizes = patternOf(`(?i)^(?:hun|thou|taus|duiz|mil|mio|mrd|bil|tri|quad|lak|lac|cror|doz|scor|time|third|quart|fif|half|halv|ten|per|plus|minus|less)`)

// severalNumbers are two numbers with a word or a dash between them, from the lower one.
var severalNumbers = patternOf(`(?i)^[^\d-]*[\d.,]+[^\d.,]*(?: to | and | or |-|–|—|~|至|到)[^\d]*[\d.,]+[^\d]*$`)

// roughNumber is a number without what may stand around it; a comma that cannot be one
// between thousands is a decimal point. Empty: it may be another number.
func roughNumber(cell string) string {
	found := around().FindStringSubmatch(strings.TrimSpace(cell))
	if found == nil || sizes().MatchString(found[around().SubexpIndex("counted")]) {
		return ""
	}
	plain := strings.Map(func(r rune) rune {
		if strings.ContainsRune("0123456789.,-", r) {
			return r
		}
		return -1
	}, found[1])
	whole, decimals, ok := strings.Cut(plain, ",")
	if ok && !strings.ContainsAny(decimals, ".,") && len(decimals) != 3 {
		return whole + "." + decimals
	}
	return strings.ReplaceAll(plain, ",", "")
}

// plainInteger is a whole number in plain digits.
func plainInteger(cell string, comma byte) (string, bool) {
	guess, safe := plainNumber(strings.TrimPrefix(cell, "¶"), comma)
	n, ok := wholeNumber(guess)
	if !ok {
		return "", false
	}
	return n, safe
}

// wholeNumber is a plain number without zeros at its start, and after its point.
func wholeNumber(s string) (string, bool) {
	whole, decimals, _ := strings.Cut(s, ".")
	if _, ok := parseNumber(s); !ok || strings.Trim(decimals, "0") != "" || strings.ContainsAny(s, "eE") {
		return "", false
	}
	digits := strings.TrimLeft(strings.TrimPrefix(whole, "-"), "0")
	switch {
	case digits == "":
		return "0", true
	case whole[0] == '-':
		return "-" + digits, true
	}
	return digits, true
}
