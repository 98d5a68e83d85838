package amount

import (
	"slices"
	"strings"
	"unicode"
)

type kind int

const (
	word   kind = iota // letters
	digits             // a number in digits, its text without separators
	han                // one Chinese character
	mark               // any other sign
)

// token is a part of a wording.
type token struct {
	kind     kind
	text     string // in small letters and of half width
	from, to int    // bytes of the wording
	gap      bool   // after a space
	grouped  bool   // digits with separators, a point or an exponent: no year
	doubt    string
}

type tokens []token

// fold is a letter as it is compared: small, and of half width.
func fold(r rune) rune {
	switch {
	case r >= '！' && r <= '～': // the full forms of ASCII
		r -= '！' - '!'
	case r == '−', r == '‐', r == '‑', r == '‒':
		return '-'
	case r == '〜', r == '∼':
		return '~'
	case r == '’':
		return '\''
	}
	return unicode.ToLower(r)
}

// longest is how much of a wording is looked at, in bytes: a quantity stands at its
// beginning.
const longest = 2000

// lexer cuts a wording into tokens.
type lexer struct {
	runes []rune
	at    []int // where each begins in the wording, and where the last ends
}

func lex(wording string) tokens {
	var l lexer
	for i, r := range wording {
		if i > longest {
			wording = wording[:i]
			break
		}
		l.runes = append(l.runes, fold(r))
		l.at = append(l.at, i)
	}
	l.at = append(l.at, len(wording))
	var out tokens
	gap := false
	for i := 0; i < len(l.runes); {
		r := l.runes[i]
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			gap = gap || unicode.IsSpace(r)
			i++
			continue
		}
		t := token{gap: gap}
		n := l.next(i, &t)
		t.from, t.to = l.at[i], l.at[i+n]
		out = append(out, t)
		i, gap = i+n, false
	}
	return out
}

// next is the token at i, and how many letters it has.
func (l *lexer) next(i int, t *token) int {
	switch r := l.runes[i]; {
	case isDigit(r):
		t.kind = digits
		return l.digits(i, t)
	case unicode.Is(unicode.Han, r) || r == '〇':
		t.kind, t.text = han, string(r)
		return 1
	case unicode.IsLetter(r):
		t.kind = word
		return l.word(i, t)
	default:
		t.kind, t.text = mark, string(r)
		return 1
	}
}

// word is a run of letters; "U.S." is one, without its points.
func (l *lexer) word(i int, t *token) int {
	n := 0
	var text strings.Builder
	for ; i+n < len(l.runes); n++ {
		r := l.runes[i+n]
		point := r == '.' && n%2 == 1 && text.Len() == (n+1)/2 && (n > 1 || i+n+1 < len(l.runes) && unicode.IsLetter(l.runes[i+n+1]))
		switch {
		case point:
		case (unicode.IsLetter(r) || unicode.IsMark(r)) && !unicode.Is(unicode.Han, r):
			text.WriteRune(r)
		default:
			t.text = text.String()
			return n
		}
	}
	t.text = text.String()
	return n
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// digits reads a number: groups of three behind commas, spaces or apostrophes, a point
// or, in doubt, a comma before decimals, an exponent.
func (l *lexer) digits(i int, t *token) int {
	text := slices.Clone(l.run(i))
	n := len(text)
	if len(text) <= 3 {
		n = l.groups(i, n, &text)
	}
	t.grouped = n > len(text)
	if rest := l.run(i + n + 1); len(rest) > 0 && l.is(i+n, ",.") {
		comma := l.is(i+n, ",")
		if !comma || len(rest) < 3 && !l.is(i+n+1+len(rest), ",") {
			text = append(append(text, '.'), rest...)
			n += 1 + len(rest)
			t.grouped = true
			if comma {
				t.doubt = Comma
			}
		}
	}
	n += l.exponent(i+n, &text, t)
	n += l.powerOfTen(i, n, &text, t)
	t.text = string(text)
	return n
}

// powerOfTen reads what makes a number of n letters at i one with a power of ten: 10^6,
// 10⁶, 1.2 × 10⁶.
func (l *lexer) powerOfTen(i, n int, text *[]rune, t *token) int {
	ten, of := i, []rune("1")
	if string(*text) != "10" || !l.is(i+n, "^"+superscripts) {
		at := l.past(i + n)
		if !l.is(at, "×x*·⋅") || t.grouped && slices.Contains(*text, 'e') {
			return 0
		}
		ten, of = l.past(at+1), *text
		if string(l.run(ten)) != "10" {
			return 0
		}
	}
	at := ten + len("10")
	power, end := l.superscript(at)
	if l.is(at, "^") {
		var sign []rune
		if end = at + 1; l.is(end, "+-") {
			sign, end = l.runes[end:end+1], end+1
		}
		power = l.run(end)
		end += len(power)
		power = slices.Concat(sign, power)
	}
	const longest = 4
	if len(power) == 0 || len(power) > longest || !isDigit(power[len(power)-1]) {
		return 0
	}
	*text = slices.Concat(of, []rune{'e'}, power)
	t.grouped = true
	return end - i - n
}

// past is the place after the spaces at i.
func (l *lexer) past(i int) int {
	for i < len(l.runes) && unicode.IsSpace(l.runes[i]) {
		i++
	}
	return i
}

const (
	superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"
	subscripts   = "₀₁₂₃₄₅₆₇₈₉"
)

// superscript is the number that is raised at i, and its end.
func (l *lexer) superscript(i int) (number []rune, end int) {
	plain := []rune("0123456789+-")
	for end = i; l.is(end, superscripts); end++ {
		number = append(number, plain[slices.Index([]rune(superscripts), l.runes[end])])
	}
	return number, end
}

// groups reads groups of three after the first; one sort of separator in one number.
func (l *lexer) groups(i, n int, text *[]rune) int {
	for _, sep := range []string{",", " \u00a0\u202f\u2009", "'", "."} {
		var got []rune
		end := n
		for l.is(i+end, sep) && len(l.run(i+end+1)) == 3 {
			got = append(got, l.run(i+end+1)...)
			end += 4
		}
		if sep == "." && len(got) < 6 { // "1.234" is a little more than one
			continue
		}
		if len(got) > 0 {
			*text = append(*text, got...)
			return end
		}
	}
	return l.unevenGroups(i, n, text)
}

// unevenGroups reads 12,34,567, by lakh and crore, and 1,9100,0000, by ten thousands.
func (l *lexer) unevenGroups(i, n int, text *[]rune) int {
	for _, size := range []int{2, 4} {
		var got []rune
		end, groups := n, 0
		for ; l.is(i+end, ",") && len(l.run(i+end+1)) == size; groups++ {
			got = append(got, l.run(i+end+1)...)
			end += 1 + size
		}
		const thousands = 3
		if size == 2 {
			if groups == 0 || n > size || !l.is(i+end, ",") || len(l.run(i+end+1)) != thousands {
				continue
			}
			got = append(got, l.run(i+end+1)...)
			end += 1 + thousands
		} else if groups < 2 {
			continue
		}
		*text = append(*text, got...)
		return end
	}
	return n
}

// exponent reads "E+13".
func (l *lexer) exponent(i int, text *[]rune, t *token) int {
	if !l.is(i, "e") {
		return 0
	}
	n := 1
	sign := ""
	if l.is(i+1, "+-") {
		sign = string(l.runes[i+1])
		n = 2
	}
	power := l.run(i + n)
	if len(power) == 0 || len(power) > 3 {
		return 0
	}
	*text = append(append(append(*text, 'e'), []rune(sign)...), power...)
	t.grouped = true
	return n + len(power)
}

// run are the digits from i on.
func (l *lexer) run(i int) []rune {
	end := i
	for end < len(l.runes) && isDigit(l.runes[end]) {
		end++
	}
	if i >= end {
		return nil
	}
	return l.runes[i:end:end]
}

func (l *lexer) is(i int, of string) bool {
	return i < len(l.runes) && strings.ContainsRune(of, l.runes[i])
}

// is tells whether there is a token i that is one of some texts.
func (t tokens) is(i int, of ...string) bool {
	return i >= 0 && i < len(t) && t[i].kind != digits && slices.Contains(of, t[i].text)
}

// kindAt is the kind of token i; none is a mark.
func (t tokens) kindAt(i int) kind {
	if i < 0 || i >= len(t) {
		return mark
	}
	return t[i].kind
}

// joined are the texts of the Chinese characters from one token to another.
func (t tokens) joined(from, to int) string {
	var b strings.Builder
	for i := max(0, from); i < min(to, len(t)); i++ {
		b.WriteString(t[i].text)
	}
	return b.String()
}
