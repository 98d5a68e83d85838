package message

import (
	"strings"
	"unicode"
)

// signKey is the message that puts a sign close to its number: money stands
// before it, the rest behind ("5%"). One of letters is none: it stands apart,
// as a name does ("5 MW").
func signKey(sign string) (key string, isSign bool) {
	switch {
	case strings.ContainsFunc(sign, func(r rune) bool { return unicode.Is(unicode.Sc, r) }):
		return "amount.money", true
	case sign == "" || strings.ContainsFunc(sign, unicode.IsLetter):
		return "", false
	default:
		return "amount.sign", true
	}
}
