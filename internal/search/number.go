package search

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// scales are the powers of ten that words behind a number stand for, as they
// are typed. Short ones have to follow it at once: 5m may be 5 million, 5 m is not.
var (
	scales = map[string]int{
		"thousand": 3, "thousands": 3, "million": 6, "millions": 6, "mn": 6, "mln": 6, "mio": 6, "billion": 9, "billions": 9, "bn": 9, "bln": 9, "mrd": 9,
		"trillion": 12, "trillions": 12, "tn": 12, "trn": 12, "lakh": 5, "crore": 7,
	}
	closeScales = map[string]int{"k": 3, "m": 6, "b": 9}
	signScales  = map[rune]int{'十': 1, '百': 2, '千': 3, '万': 4, '萬': 4, '亿': 8, '億': 8, '兆': 12}
)

// closeUnits are the letters behind digits that are no scale and yet leave them
// a number: 26t, 1990s.
const closeUnits = "ts"

// mostDigits are those of the longest number that is read as one.
const mostDigits = 40

// reading is a number as a text writes it.
type reading struct {
	digits string // with a point, without a scale: "19.1"
	other  string // what else they may mean: 10,000 is ten thousand here and ten elsewhere; empty: nothing
	exp    int    // of the scale
	end    int    // where in the folded text it ends
}

// exact is the term of a number's value.
func (r reading) exact() string { return numberTerm(r.digits, r.exp) }

// numberTerm is the term of a number: equal numbers have equal ones. No word begins so.
func numberTerm(digits string, exp int) string {
	v, err := strconv.ParseFloat(digits+"e"+strconv.Itoa(exp), 64)
	if err != nil {
		return "#" + digits
	}
	return valueTerm(v)
}

func valueTerm(v float64) string { return "#" + strconv.FormatFloat(math.Abs(v), 'g', -1, 64) }

// scaledTerm is the term of digits before a scale: of 19.1 in 19.1 trillion.
func scaledTerm(digits string) string { return "~" + numberTerm(digits, 0)[1:] }

// readNumber reads the number that begins with the digit at i.
func readNumber(text []byte, i int) reading {
	r := readDigits(text, i)
	r.exp, r.end = readScale(text, r.end)
	return r
}

// readDigits reads digits with signs between them: 19,100,000; 1 000.5; 19,1.
// Signs that group no thousands, as in 18.10.2023, part numbers.
func readDigits(text []byte, i int) reading {
	first := digitsAt(text, i)
	if i > 1 && (text[i-1] == '.' || text[i-1] == ',') && isDigit(text[i-2]) {
		return reading{digits: first, end: i + len(first)}
	}
	whole, end, sep := grouped(text, i, first)
	r := reading{digits: string(whole), end: end}
	groups := (len(whole) - len(first)) / 3
	switch tail := decimals(text, end, sep); {
	case tail != "":
		r.digits, r.end = r.digits+"."+tail, end+1+len(tail)
	case groups == 1 && sep == '.': // 19.100, where a point is the decimal sign
		r.digits, r.other = first+"."+r.digits[len(first):], r.digits
	case groups == 1 && sep == ',':
		r.other = first + "." + r.digits[len(first):]
	}
	return r
}

// grouped are all digits of a number that begins with some, if signs part them
// by threes: 19,100,000. It tells where they end, and the sign.
func grouped(text []byte, i int, first string) (whole []byte, end int, sep byte) {
	whole, end = []byte(first), i+len(first)
	if len(first) > 3 {
		return whole, end, 0
	}
	for end < len(text) && isGrouping(text[end]) && (sep == 0 || sep == text[end]) && len(digitsAt(text, end+1)) == 3 && len(whole) < mostDigits {
		sep = text[end]
		whole, end = append(whole, text[end+1:end+4]...), end+4
	}
	return whole, end, sep
}

// decimals are the digits behind a decimal sign at i; empty: there is none.
func decimals(text []byte, i int, grouping byte) string {
	if i >= len(text) || text[i] != '.' && text[i] != ',' || text[i] == grouping {
		return ""
	}
	tail := digitsAt(text, i+1)
	after := i + 1 + len(tail)
	if len(tail) > mostDigits || after+1 < len(text) && (text[after] == '.' || text[after] == ',') && isDigit(text[after+1]) {
		return ""
	}
	return tail
}

func isGrouping(c byte) bool { return c == ',' || c == '.' || c == ' ' || c == '\'' || c == '_' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// digitsAt are the digits from i on.
func digitsAt(text []byte, i int) string {
	n := i
	for n < len(text) && isDigit(text[n]) {
		n++
	}
	return string(text[min(i, n):n])
}

// readScale reads the words for powers of ten from i on.
func readScale(text []byte, i int) (exp, end int) {
	end = i
	for {
		n, next := oneScale(text, end)
		if n == 0 || exp+n > 30 {
			return exp, end
		}
		exp, end = exp+n, next
	}
}

func oneScale(text []byte, i int) (exp, end int) {
	if c, size := utf8.DecodeRune(text[i:]); signScales[c] > 0 {
		return signScales[c], i + size
	}
	start := i
	if start < len(text) && (text[start] == ' ' || text[start] == '-') {
		start++
	}
	end = start
	for end < len(text) && 'a' <= text[end] && text[end] <= 'z' {
		end++
	}
	if end < len(text) {
		if next, _ := utf8.DecodeRune(text[end:]); next >= utf8.RuneSelf && !isGram(next) || isDigit(text[end]) {
			return 0, i // a longer word
		}
	}
	if exp = scales[string(text[start:end])]; exp == 0 && start == i {
		exp = closeScales[string(text[start:end])]
	}
	if exp == 0 {
		return 0, i
	}
	return exp, end
}

// ordinalEnd is where the ending of an ordinal ends, of 21st or 10th; i: there is none.
func ordinalEnd(text []byte, i int) int {
	end := i + 2
	if end > len(text) || end < len(text) && 'a' <= text[end] && text[end] <= 'z' {
		return i
	}
	switch string(text[i:end]) {
	case "st", "nd", "rd", "th":
		return end
	}
	return i
}

// lettered is where the word ends that digits and a letter behind them are: 5G.
// i: the digits are a number.
func lettered(text []byte, i int) int {
	at := i + len(digitsAt(text, i))
	if at >= len(text) || i > 0 && (text[i-1] == '.' || text[i-1] == ',') {
		return i
	}
	c, size := utf8.DecodeRune(text[at:])
	if !unicode.IsLetter(c) || isGram(c) || closeScales[string(c)] > 0 || strings.ContainsRune(closeUnits, c) {
		return i
	}
	end := at + size
	if next, _ := utf8.DecodeRune(text[end:]); end < len(text) && (unicode.IsLetter(next) || unicode.IsDigit(next)) {
		return i
	}
	return end
}
