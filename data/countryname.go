package data

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// countryList has a line for each country: its code, and its names.
//
//go:embed countries.txt
var countryList string

// countryNames are the codes of countries by the keys of their names in English.
// One that two countries share, like Congo or Korea, is none of them.
var countryNames = sync.OnceValue(func() map[string]string {
	const names = 400
	codes := make(map[string]string, names)
	for line := range strings.Lines(countryList) {
		code, all, _ := strings.Cut(strings.TrimSpace(line), " ")
		if strings.HasPrefix(code, "#") {
			continue
		}
		for name := range strings.SplitSeq(all, "; ") {
			codes[countryKey(name)] = code
		}
	}
	return codes
})

// countryNamed is the code of the country that has a name; empty: there is none,
// or more than one has it.
func countryNamed(name string) string {
	const longest = 100 // bytes
	if len(name) > longest {
		return ""
	}
	key := countryKey(name)
	if key == "" {
		return ""
	}
	return countryNames()[key]
}

// countryKey is the same for a name however it is spelled: with accents or not, in
// whatever case, with "St." for "Saint", with "the" in front. Empty: there is
// something in it that no name has, such as a question mark.
func countryKey(name string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(name)) {
		switch {
		case unicode.Is(unicode.Mn, r), isHidden(r):
		case unicode.IsLetter(r):
			b.WriteRune(r)
		case r == '&':
			b.WriteString(" and ")
		case unicode.IsSpace(r), strings.ContainsRune("-‑–.,'’()", r):
			if r != '\'' && r != '’' {
				b.WriteByte(' ')
			}
		default:
			return ""
		}
	}
	words := strings.Fields(b.String())
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	for i, word := range words {
		if word == "st" {
			words[i] = "saint"
		}
	}
	return strings.Join(words, "")
}
