package search

import (
	"sort"
	"strings"
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

// near finds the words that are at most so many typing errors away: a letter
// too many, too few or another one, or two that have changed places. Where
// begun is set, a word counts if it begins so. It goes along the words in their
// order, so that what their beginnings have in common is compared once.
func (p *part) near(typed string, most int, begun bool) []misspelled {
	w := walk{typed: []rune(typed), most: most}
	w.rows = append(w.rows, w.first())
	start := sort.Search(len(p.terms), func(i int) bool { return isWord(p.terms[i].text) })
	var found []misspelled
	for i := start; i < len(p.terms); {
		text := p.terms[i].text
		d, dead := w.compare(text, begun)
		if d <= most {
			found = append(found, misspelled{int32(i), d}) // #nosec G115 -- fewer than there is room for
		}
		if dead == 0 {
			i++
			continue
		}
		stem := text[:dead] // no word that begins so is near
		i++
		i += sort.Search(len(p.terms)-i, func(n int) bool { return !strings.HasPrefix(p.terms[i+n].text, stem) })
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

// compare is the distance of a word; more than most where it is far. Where
// nothing that begins as the word does up to a byte can be near, dead is that byte.
func (w *walk) compare(text string, begun bool) (distance, dead int) {
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
			if best <= w.most {
				return best, 0 // so that the words after it are looked at, too
			}
			return best, at
		}
		if begun {
			best = min(best, w.rows[len(w.word)][len(w.typed)])
		}
	}
	if begun {
		return best, 0
	}
	return w.rows[len(w.word)][len(w.typed)], 0
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
