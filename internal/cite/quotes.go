package cite

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// quotes gives a title's quotation marks the one form that styles ask for: open
// and shut; within those, the others. Apostrophes stay.
func quotes(s string, inner bool) string {
	marks := [2][2]string{{"“", "”"}, {"‘", "’"}}
	depth := 0
	if inner {
		depth = 1
	}
	var b strings.Builder
	open := 0
	before := ' '
	letters := []rune(s)
	for i, r := range letters {
		after := ' '
		if i+1 < len(letters) {
			after = letters[i+1]
		}
		switch {
		case opens(r, before, after):
			b.WriteString(marks[(depth+open)%2][0])
			open++
		case open > 0 && shuts(r, after):
			open--
			b.WriteString(marks[(depth+open)%2][1])
		case r == '\'':
			b.WriteRune('’')
		default:
			b.WriteRune(r)
		}
		before = r
	}
	return b.String()
}

// opens tells whether a mark opens a quotation: it stands before a word.
func opens(r, before, after rune) bool {
	if r == '“' || r == '‘' {
		return true
	}
	return (r == '"' || r == '\'') && !unicode.IsLetter(before) && !unicode.IsDigit(before) && (unicode.IsLetter(after) || unicode.IsDigit(after))
}

// shuts tells whether a mark shuts a quotation: no letter follows it.
func shuts(r, after rune) bool {
	return r == '”' || r == '"' || (r == '’' || r == '\'') && !unicode.IsLetter(after)
}

// inQuotes is a title in quotation marks, with what follows it inside of them, as
// American styles have it; a title that ends in a mark of its own keeps that one.
func inQuotes(title, mark string) string {
	return "“" + marked(quotes(title, true), mark) + "”"
}

// marked is a text with a mark after it, inside of what quotes its end.
func marked(s, mark string) string {
	end := strings.TrimRight(s, "”’")
	if last, _ := utf8.DecodeLastRuneInString(end); s == "" || strings.ContainsRune("?!…。？！", last) || mark == "." && last == '.' {
		return s
	}
	return end + mark + s[len(end):]
}
