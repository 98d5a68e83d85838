package align

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// vocabulary are the words of a copy and its dossier, by which a hyphen at the end of a line is
// told from one that belongs to a word.
type vocabulary map[string]bool

func wordsOf(texts ...string) vocabulary {
	v := make(vocabulary)
	for _, text := range texts {
		for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !inWord(r) }) {
			v[strings.ToLower(word)] = true
		}
	}
	return v
}

func inWord(r rune) bool { return r == '-' || unicode.IsLetter(r) || unicode.IsDigit(r) }

const softHyphen = '\u00ad'

// whole puts letters in place of ligatures, and together what a soft hyphen broke.
var whole = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st", string(softHyphen)+"\n", "")

// tidied is a text as one line, with its words whole.
func (v vocabulary) tidied(raw string) string {
	done := ""
	for line := range strings.SplitSeq(strings.Map(shown, whole.Replace(raw)), "\n") {
		line = strings.Join(strings.Fields(line), " ")
		switch {
		case done == "" || line == "" || betweenHan(done, line):
		case !strings.HasSuffix(done, "-") || !startsWithWord(line):
			done += " "
		case v.joins(done, line):
			done = strings.TrimSuffix(done, "-")
		}
		done += line
	}
	return done
}

// shown is a character as it is shown in a line; -1: not at all.
func shown(r rune) rune {
	switch {
	case r == '\u2010' || r == '\u2011':
		return '-'
	case r == softHyphen, r == '\u200b', r == '\ufeff':
		return -1
	case r == '\r' || r == '\f' || r == '\v' || r == '\u2028' || r == '\u2029':
		return '\n'
	case r != '\n' && unicode.IsControl(r):
		return ' '
	default:
		return r
	}
}

func startsWithWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// joins tells whether the hyphen at the end of a line only broke a word: the
// copy has the word whole, or it does not have it with a hyphen, nor its halves.
func (v vocabulary) joins(done, line string) bool {
	r, _ := utf8.DecodeRuneInString(line)
	if !unicode.IsLower(r) {
		return false
	}
	head, tail := wordAround(strings.TrimSuffix(done, "-"), line)
	switch {
	case head == "" || v[head+"-"+tail]:
		return false
	case v[head+tail]:
		return true
	default:
		return !v[head] || !v[tail]
	}
}

// wordAround are the last word of one line and the first of the next.
func wordAround(done, line string) (head, tail string) {
	apart := func(r rune) bool { return !inWord(r) }
	if at := strings.LastIndexFunc(done, apart); at >= 0 {
		_, size := utf8.DecodeRuneInString(done[at:])
		done = done[at+size:]
	}
	if at := strings.IndexFunc(line, apart); at >= 0 {
		line = line[:at]
	}
	return strings.ToLower(done), strings.ToLower(line)
}

// betweenHan tells whether two lines are of a script without spaces.
func betweenHan(a, b string) bool {
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	return wide(last) && wide(first)
}

func wide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef
}
