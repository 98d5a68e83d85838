package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// marker marks in texts what units stand for in a part.
type marker struct {
	scanner

	thesaurus *thesaurus
	terms     map[string]uint64 // the units that each stands for, as bits
	loose     map[string]bool   // those that only share a stem with what was asked, or begin so
	sets      map[int]bool
	sure      uint64 // units that the document at hand has a better word for
}

func (ix *Index) marker(units []*unit, part int) *marker {
	m := &marker{thesaurus: ix.thesaurus, terms: map[string]uint64{}, loose: map[string]bool{}, sets: map[int]bool{}}
	sure := map[string]bool{}
	for i, u := range units {
		if u.weak {
			continue
		}
		for _, v := range u.variants[part] {
			text := ix.parts[part].terms[v.term].text
			m.terms[text] |= 1 << i
			if v.weight > asOther {
				sure[text] = true
			} else {
				m.loose[text] = true
			}
		}
	}
	for text := range sure {
		delete(m.loose, text)
	}
	for i := range ix.thesaurus.signs {
		if m.terms[setTerm(i)] != 0 {
			m.sets[i] = true
		}
	}
	return m
}

// read notes what a document has a better word for than another of its stem, which
// is then not marked.
func (m *marker) read(d *Document) {
	m.sure = 0
	if len(m.loose) == 0 {
		return
	}
	var sure uint64
	left := mostRead
	for _, text := range append([]string{d.Title}, d.Body...) {
		if left -= len(text); left < 0 {
			break
		}
		m.scan(text, func(k token) {
			if !m.loose[string(k.text)] {
				sure |= m.terms[string(k.text)]
			}
		})
	}
	m.sure = sure
}

// stands tells whether a term stands for something that was asked.
func (m *marker) stands(term string) bool {
	units := m.terms[term]
	if m.loose[term] {
		units &^= m.sure
	}
	return units != 0
}

// marks are the ranges of a text that match, and how many different terms do.
func (m *marker) marks(text string) (marks []Mark, different int) {
	seen := map[string]bool{}
	var words []string
	var at []Mark
	m.scan(text, func(k token) {
		here := Mark{k.start, k.end}
		if len(m.sets) > 0 && m.thesaurus.says(k) {
			words, at = append(words, m.thesaurus.baseOf(k.kind, string(k.text))), append(at, here)
		}
		if m.stands(string(k.text)) {
			seen[string(k.text)] = true
			marks = append(marks, here)
		}
	})
	for i := range words {
		m.thesaurus.match(words, i, func(set, length int) {
			if m.sets[set] {
				seen[setTerm(set)] = true
				marks = append(marks, Mark{at[i].Start, at[i+length-1].End})
			}
		})
	}
	return united(marks), len(seen)
}

// united are ranges in order, those that meet or lie on each other as one.
func united(marks []Mark) []Mark {
	slices.SortFunc(marks, func(a, b Mark) int { return cmp.Compare(a.Start, b.Start) })
	var all []Mark
	for _, m := range marks {
		if last := len(all) - 1; last >= 0 && m.Start < all[last].End {
			all[last].End = max(all[last].End, m.End)
			continue
		}
		all = append(all, m)
	}
	return all
}

// mostRead is how much of a document is read for its snippet, in bytes: a country
// may have thousands of places.
const mostRead = 4000

// The length of a snippet, in bytes: about two lines, a quarter of which is
// before what matched first.
const (
	longestSnippet = 160
	beforeMark     = 40
)

// body is the text of a document with most of what matched, cut to where that is.
func (m *marker) body(d *Document) Snippet {
	best, most, read := Snippet{}, -1, 0
	title := m.bases(d.Title)
	for _, text := range d.Body {
		if read > mostRead {
			break
		}
		read += len(text)
		if m.repeats(text, title) {
			continue
		}
		marks, n := m.marks(text)
		if n > most {
			best, most = Snippet{text, marks}, n
		}
	}
	return best.cut()
}

// bases are the words of a text that say something, and its numbers and signs.
func (m *marker) bases(text string) map[string]bool {
	all := map[string]bool{}
	m.scan(text, func(k token) {
		if m.thesaurus.says(k) {
			all[m.thesaurus.baseOf(k.kind, string(k.text))] = true
		}
	})
	return all
}

// repeats tells whether a text says nothing that is not in a title, too.
func (m *marker) repeats(text string, title map[string]bool) bool {
	more := false
	m.scan(text, func(k token) {
		more = more || m.thesaurus.says(k) && !title[m.thesaurus.baseOf(k.kind, string(k.text))]
	})
	return !more
}

// more stands where something is left out.
const more = "…"

// cut is the piece of a text around its first mark, from a space to a space
// where there are any near.
func (s Snippet) cut() Snippet {
	if len(s.Text) <= longestSnippet {
		return s
	}
	from := 0
	if len(s.Marks) > 0 {
		from = wordStart(s.Text, max(0, min(s.Marks[0].Start-beforeMark, len(s.Text)-longestSnippet)))
	}
	to := len(s.Text)
	if from+longestSnippet < to {
		to = wordStart(s.Text, from+longestSnippet)
	}
	cut, shift := Snippet{Text: strings.TrimRight(s.Text[from:to], " ")}, from
	if from > 0 {
		cut.Text, shift = more+cut.Text, from-len(more)
	}
	if to < len(s.Text) {
		cut.Text += more
	}
	for _, m := range s.Marks {
		if m.Start >= from && m.End <= to {
			cut.Marks = append(cut.Marks, Mark{m.Start - shift, m.End - shift})
		}
	}
	return cut
}

// wordStart is where the word at i begins, or a letter if the word is long.
func wordStart(s string, i int) int {
	if space := strings.LastIndexByte(s[:i], ' '); space > i-beforeMark {
		return space + 1
	}
	for i > 0 && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}
