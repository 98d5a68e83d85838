package search

import (
	"math/bits"
	"sort"
	"unicode/utf8"
)

// misspelled is a word that a typing error may have made another one of.
type misspelled struct {
	term     int32
	distance int
}

// forgiven is how many typing errors are, in a word of so many letters.
func forgiven(letters int) int {
	switch {
	case letters < 4:
		return 0
	case letters < 8:
		return 1
	default:
		return 2
	}
}

// lettersOf are the letters of a word as bits, those that it has twice or more
// often apart. A typing error takes at most one bit away, and adds one.
func lettersOf(text string) uint64 {
	const kinds, twice, more = 26, 26, 52
	var all uint64
	var seen [kinds]uint8
	for _, c := range text {
		i := (c + kinds - 'a'%kinds) % kinds
		switch seen[i] {
		case 0:
			all |= 1 << i
		case 1:
			all |= 1 << (twice + i)
		default:
			all |= 1 << (more + i%(64-more))
		}
		seen[i]++
	}
	return all
}

// words is where the terms that are words begin.
func (p *part) words() int {
	return sort.Search(len(p.terms), func(i int) bool { return isWord(p.terms[i].text) })
}

func (p *part) countLetters() {
	words := p.terms[p.words():]
	p.letters = make([]uint64, len(words))
	for i, t := range words {
		p.letters[i] = lettersOf(t.text)
	}
}

// alike are the words whose letters do not rule out that they are at most so many
// typing errors away, or begin so.
func (p *part) alike(typed string, most int, begun bool) []int32 {
	all := []int32{}
	letters, first := lettersOf(typed), int32(p.words()) // #nosec G115 -- fewer than there is room for
	for i, has := range p.letters {
		if bits.OnesCount64(letters&^has) <= most && (begun || bits.OnesCount64(has&^letters) <= most) {
			all = append(all, first+int32(i)) // #nosec G115 -- as above
		}
	}
	return all
}

// near finds the words, of those that are alike, that are at most so many typing
// errors away: a letter too many, too few or another one, or two that have changed
// places. Where begun is set, a word counts if it begins so. It goes along the words
// in their order, so that what their beginnings have in common is compared once.
func (p *part) near(alike []int32, typed string, most int, begun bool) []misspelled {
	w := walk{typed: []rune(typed), most: most}
	w.rows = append(w.rows, w.first())
	letters := lettersOf(typed)
	first := int32(len(p.terms) - len(p.letters)) // #nosec G115 -- fewer than there is room for
	var found []misspelled
	for _, i := range alike {
		has := p.letters[i-first]
		if bits.OnesCount64(letters&^has) > most || !begun && bits.OnesCount64(has&^letters) > most {
			continue
		}
		if d := w.compare(p.terms[i].text, begun); d <= most {
			found = append(found, misspelled{i, d})
		}
	}
	return found
}

// walk is the table of edits (optimal string alignment) between what was typed
// and a word, a row for each letter of the word.
type walk struct {
	typed []rune
	most  int
	word  []rune  // that rows are of
	rows  [][]int // one more than letters
}

func (w *walk) first() []int {
	row := make([]int, len(w.typed)+1)
	for i := range row {
		row[i] = i
	}
	return row
}

// compare is the distance of a word; more than most where it is far.
func (w *walk) compare(text string, begun bool) int {
	n, at := 0, 0
	for at < len(text) && n < len(w.word) { // what it shares with the word before
		c, size := utf8.DecodeRuneInString(text[at:])
		if w.word[n] != c {
			break
		}
		n, at = n+1, at+size
	}
	w.word = w.word[:n]
	best := w.most + 1
	if begun {
		for i := range n + 1 {
			best = min(best, w.rows[i][len(w.typed)])
		}
	}
	for at < len(text) {
		c, size := utf8.DecodeRuneInString(text[at:])
		at += size
		w.word = append(w.word, c)
		if w.row() > w.most {
			return best
		}
		if begun {
			best = min(best, w.rows[len(w.word)][len(w.typed)])
		}
	}
	if begun {
		return best
	}
	return w.rows[len(w.word)][len(w.typed)]
}

// row fills the row of the word's last letter, and is the least number in it.
func (w *walk) row() int {
	n := len(w.word)
	if len(w.rows) <= n {
		w.rows = append(w.rows, make([]int, len(w.typed)+1))
	}
	row, above := w.rows[n], w.rows[n-1]
	row[0] = n
	least := n
	for j, c := range w.typed {
		cost := 1
		if c == w.word[n-1] {
			cost = 0
		}
		d := min(above[j+1]+1, row[j]+1, above[j]+cost)
		if n > 1 && j > 0 && c == w.word[n-2] && w.typed[j-1] == w.word[n-1] {
			d = min(d, w.rows[n-2][j-1]+1)
		}
		row[j+1] = d
		least = min(least, d)
	}
	return least
}
