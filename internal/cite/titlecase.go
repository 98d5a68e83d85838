package cite

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// small are the words that stay small in headlines: those of the CSL
// specification, section "Title Case", as processors have them.
var small = strings.Fields("a an and as at but by d de down for from in into nor of on onto or over so the till to up van via von with yet")

// titleCase gives words that are wholly in small letters a capital, except for
// small words inside the title. Others keep their letters: iPhone, 100km, BRI.
// Source: CSL 1.0.2, "Title Case".
func titleCase(s string) string {
	words := strings.Fields(s)
	first := true
	for i, word := range words {
		last := i == len(words)-1
		parts := strings.Split(word, "-")
		for j, part := range parts {
			if len(parts) > 1 && j > 0 {
				first = false
			}
			parts[j] = capital(part, first || last && j == len(parts)-1)
		}
		words[i] = strings.Join(parts, "-")
		first = strings.HasSuffix(word, ":") || strings.HasSuffix(word, "?") || strings.HasSuffix(word, "!")
	}
	return strings.Join(words, " ")
}

// capital is a word with a capital, if it is to have one.
func capital(word string, always bool) string {
	bare := strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if r, _ := utf8.DecodeRuneInString(bare); !unicode.IsLetter(r) || strings.ToLower(bare) != bare || !always && slices.Contains(small, bare) {
		return word
	}
	return strings.Replace(word, bare, capitalFirst(bare), 1)
}

// capitalFirst is a text with a capital.
func capitalFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
