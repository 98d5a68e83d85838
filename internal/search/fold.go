package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// folded is a text in the one form that is compared: lower case, without
// accents, joiners and soft hyphens, of one width. Every dash and minus sign is
// a hyphen; apostrophes in words are gone, and an 's with them.
type folded struct {
	text []byte
	at   []int // where in the text each byte comes from, and its end
}

// whole are letters that decomposing does not part from their marks.
var whole = map[rune]string{
	'ß': "ss", 'ø': "o", 'đ': "d", 'ł': "l", 'æ': "ae", 'œ': "oe", 'ð': "d", 'þ': "th", 'ı': "i", 'ħ': "h", 'ŧ': "t",
}

// fold folds a text into f, whose room is used again.
func (f *folded) fold(s string) {
	f.text, f.at = slices.Grow(f.text[:0], len(s)), slices.Grow(f.at[:0], len(s)+1)
	letters, initials := 0, 0 // of the word at hand, and how many of them have a dot behind them
	for i := 0; i < len(s); {
		c, size := rune(s[i]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(s[i:])
		}
		switch {
		case 'a' <= c && c <= 'z':
			f.addByte(i, s[i])
			letters++
		case 'A' <= c && c <= 'Z':
			f.addByte(i, s[i]|0x20)
			letters++
		case letters > 0 && isApostrophe(c) && startsLetter(s[i+size:]):
			size += possessive(s[i+size:])
		case c == '.' && letters == initials+1 && isInitial(s[i+1:]): // U.S.
			initials++
		case c < utf8.RuneSelf:
			f.addByte(i, s[i])
			letters, initials = 0, 0
		default:
			letters, initials = f.addRune(i, c, letters, initials)
		}
		i += size
	}
	f.at = append(f.at, len(s))
}

// add adds what the text at an offset folds to.
func (f *folded) add(at int, s string) {
	for i := range len(s) {
		f.text, f.at = append(f.text, s[i]), append(f.at, at)
	}
}

func (f *folded) addByte(at int, c byte) { f.text, f.at = append(f.text, c), append(f.at, at) }

// addRune adds a rune beyond ASCII. A rune that is no letter ends a word.
func (f *folded) addRune(at int, c rune, letters, initials int) (int, int) {
	switch {
	case unicode.In(c, unicode.Mn, unicode.Me, unicode.Cf):
		return letters, initials
	case isDash(c):
		f.add(at, "-")
		return 0, 0
	case isApostrophe(c):
		f.add(at, "'")
		return 0, 0
	}
	for _, d := range norm.NFKD.String(string(c)) {
		d = unicode.ToLower(d)
		switch {
		case unicode.In(d, unicode.Mn, unicode.Me, unicode.Cf):
			continue
		case whole[d] != "":
			f.add(at, whole[d])
		case unicode.Is(unicode.Nd, d):
			f.add(at, string(digitOf(d)))
		default:
			f.add(at, string(d))
		}
	}
	if unicode.IsLetter(c) {
		return letters + 1, initials
	}
	return 0, 0
}

// digitOf is the ASCII digit of one of any script: their blocks are of ten.
func digitOf(d rune) rune {
	zero := d
	for zero > 0 && d-zero < 9 && unicode.Is(unicode.Nd, zero-1) {
		zero--
	}
	return '0' + (d-zero)%10
}

// isApostrophe tells of signs that stand for one, quotation marks among them.
func isApostrophe(c rune) bool { return strings.ContainsRune("'’‘ʼ`´′＇ʹʻ", c) }

func isDash(c rune) bool { return c == '−' || c == '⁃' || c == '﹣' || unicode.Is(unicode.Pd, c) }

func startsLetter(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(c)
}

// possessive is the length of an s that ends a word; 0: there is none.
func possessive(s string) int {
	if (s[0] == 's' || s[0] == 'S') && !startsLetter(s[1:]) {
		return 1
	}
	return 0
}

// isInitial tells of a letter that stands alone.
func isInitial(s string) bool {
	c, size := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(c) && !isGram(c) && !startsLetter(s[size:])
}

// isGram tells of letters of scripts that put no spaces between words.
func isGram(c rune) bool {
	return c >= 0x0E00 && unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}
