package draft

import (
	"fmt"
	"hash/fnv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// longestID is how long an id is that is made of a name, in letters.
const longestID = 48

// letters are those that are no other letter with a mark.
var letters = strings.NewReplacer("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i",
	"%", " percent ", "&", " and ")

// slug is a name as lower-case words joined by hyphens, as far as it has Latin
// letters and digits.
func slug(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(letters.Replace(strings.ToLower(name))) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case unicode.IsMark(r), r == '\'', r == '’':
		default:
			gap = true
		}
	}
	id := b.String()
	if len(id) > longestID {
		id = id[:longestID]
		if i := strings.LastIndexByte(id, '-'); i > longestID/2 {
			id = id[:i]
		}
	}
	return strings.TrimRight(id, "-")
}

// proposed is the id of a name. One in another script gives a word and a number that
// is its own, so that it stays what it is when rows are added.
func proposed(name, word string) string {
	const longest = 500 // bytes, of which most names have few
	name = strings.ToValidUTF8(name[:min(len(name), longest)], "")
	id := slug(name)
	foreign, own := 0, 0
	for _, r := range name {
		switch {
		case unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r):
			foreign++
		case unicode.IsLetter(r):
			own++
		}
	}
	if foreign <= own && strings.Trim(id, "0123456789-") != "" {
		return id
	}
	h := fnv.New32a()
	_, _ = h.Write([]byte(fold(name))) // a hash takes everything
	return fmt.Sprintf("%s-%05d", word, h.Sum32()%100_000)
}

// ids are those of a table, and the number after which one that is taken goes on.
type ids map[string]int

// free is an id that is not taken: the one proposed, or one with a number behind it.
func (taken ids) free(id string) string {
	next := id
	for n := max(taken[id], 1) + 1; taken[next] > 0; n++ {
		next = fmt.Sprintf("%s-%d", id, n)
		taken[id] = n
	}
	taken[next] = max(taken[next], 1)
	return next
}
