package pdftext

import (
	"bytes"
	"strconv"
	"strings"
)

// The values of a PDF file beside float64, bool and nil.
type (
	name    string
	text    string // bytes of any encoding
	array   []any
	dict    map[name]any
	ref     int // an object by its number
	keyword string
	stream  struct {
		dict dict
		raw  []byte // as it stands in the file

		number, generation int // of the object
	}
)

const (
	maxDepth  = 64      // of arrays and dictionaries inside each other
	maxValues = 4 << 20 // of a file, all together
)

// lexer reads values from bytes.
type lexer struct {
	b     []byte
	at    int
	left  *int // values that may still be read
	plain bool // no references: a content stream
}

// end is what next returns behind the last value.
type end struct{}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool { return strings.IndexByte("()<>[]{}/%", c) >= 0 }

func (l *lexer) space() {
	for l.at < len(l.b) {
		switch c := l.b[l.at]; {
		case isSpace(c):
			l.at++
		case c == '%':
			for l.at < len(l.b) && l.b[l.at] != '\n' && l.b[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

// next is the next value or keyword. What is no value is left out.
func (l *lexer) next() any { return l.value(0) }

func (l *lexer) value(depth int) any {
	l.space()
	*l.left--
	if l.at >= len(l.b) || depth > maxDepth || *l.left < 0 {
		return end{}
	}
	c := l.b[l.at]
	if !isDelimiter(c) {
		return l.word()
	}
	l.at++
	twice := l.at < len(l.b) && l.b[l.at] == c
	switch {
	case c == '/':
		return l.name()
	case c == '(':
		return l.literal()
	case c == '<' && twice:
		l.at++
		return l.dict(depth)
	case c == '<':
		return l.hex()
	case c == '[':
		return l.array(depth)
	case c == '>' && twice:
		l.at++
		return keyword(">>")
	default:
		return keyword(c)
	}
}

// word is a number, a reference or a keyword.
func (l *lexer) word() any {
	start := l.at
	for l.at < len(l.b) && !isSpace(l.b[l.at]) && !isDelimiter(l.b[l.at]) {
		l.at++
	}
	word := l.b[start:l.at]
	if n, ok := number(word); ok {
		if !l.plain && n >= 0 && n == float64(int(n)) && l.refers() {
			return ref(n)
		}
		return n
	}
	switch string(word) {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	}
	return keyword(word)
}

// refers takes the rest of a reference, a generation and an R.
func (l *lexer) refers() bool {
	at := l.at
	for at < len(l.b) && isSpace(l.b[at]) {
		at++
	}
	digits := at
	for at < len(l.b) && l.b[at] >= '0' && l.b[at] <= '9' {
		at++
	}
	gap := at
	for at < len(l.b) && isSpace(l.b[at]) {
		at++
	}
	if digits == gap || gap == at || at >= len(l.b) || l.b[at] != 'R' || at+1 < len(l.b) && !isSpace(l.b[at+1]) && !isDelimiter(l.b[at+1]) {
		return false
	}
	l.at = at + 1
	return true
}

func number(word []byte) (float64, bool) {
	const longest = 32
	if len(word) == 0 || len(word) > longest || strings.IndexByte("+-.0123456789", word[0]) < 0 || bytes.ContainsAny(word, "eExXpPnN_iI") {
		return 0, false
	}
	n, err := strconv.ParseFloat(string(bytes.TrimLeft(word, "+")), 64)
	return n, err == nil
}

func (l *lexer) name() name {
	var b []byte
	for l.at < len(l.b) && !isSpace(l.b[l.at]) && !isDelimiter(l.b[l.at]) {
		c := l.b[l.at]
		if c == '#' && l.at+2 < len(l.b) {
			if n, err := strconv.ParseUint(string(l.b[l.at+1:l.at+3]), 16, 8); err == nil {
				c = byte(n)
				l.at += 2
			}
		}
		b = append(b, c)
		l.at++
	}
	return name(b)
}

func (l *lexer) array(depth int) array {
	all := array{}
	for {
		switch v := l.value(depth + 1); v {
		case end{}, keyword("]"):
			return all
		default:
			if _, ok := v.(keyword); !ok {
				all = append(all, v)
			}
		}
	}
}

func (l *lexer) dict(depth int) dict {
	d := dict{}
	for {
		key := l.value(depth + 1)
		if key == (end{}) || key == keyword(">>") {
			return d
		}
		k, ok := key.(name)
		if !ok {
			continue
		}
		v := l.value(depth + 1)
		if v == (end{}) || v == keyword(">>") {
			return d
		}
		d[k] = v
	}
}

func (l *lexer) hex() text {
	var b []byte
	half, high := false, byte(0)
	for ; l.at < len(l.b); l.at++ {
		c := l.b[l.at]
		if c == '>' {
			l.at++
			break
		}
		n, err := strconv.ParseUint(string(c), 16, 8)
		switch {
		case err != nil:
		case half:
			b = append(b, high|byte(n))
			half = false
		default:
			high, half = byte(n)<<4, true
		}
	}
	if half {
		b = append(b, high)
	}
	return text(b)
}

// literal is a string in parentheses, which may hold others.
func (l *lexer) literal() text {
	var b []byte
	open := 1
	for l.at < len(l.b) {
		c := l.b[l.at]
		l.at++
		switch c {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				return text(b)
			}
		case '\\':
			b = l.escape(b)
			continue
		case '\r':
			if l.at < len(l.b) && l.b[l.at] == '\n' {
				l.at++
			}
			c = '\n'
		}
		b = append(b, c)
	}
	return text(b)
}

// escape takes what stands behind a backslash.
func (l *lexer) escape(b []byte) []byte {
	if l.at >= len(l.b) {
		return b
	}
	c := l.b[l.at]
	l.at++
	if i := strings.IndexByte("nrtbf", c); i >= 0 {
		return append(b, "\n\r\t\b\f"[i])
	}
	switch {
	case c == '\r':
		if l.at < len(l.b) && l.b[l.at] == '\n' {
			l.at++
		}
		return b
	case c == '\n':
		return b
	case c >= '0' && c <= '7':
		n := int(c - '0')
		for range 2 {
			if l.at >= len(l.b) || l.b[l.at] < '0' || l.b[l.at] > '7' {
				break
			}
			n = n<<3 | int(l.b[l.at]-'0')
			l.at++
		}
		return append(b, byte(n)) // #nosec G115 -- what is more than a byte is cut off
	default:
		return append(b, c)
	}
}
