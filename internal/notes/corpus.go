package notes

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"

	"beltroad/data"
	"beltroad/internal/likeness"
)

// Corpus is what notes on a dossier stand on: its records, and the texts of its
// paragraphs. It may be used by several goroutines.
type Corpus struct {
	d       *data.Dossier
	finder  *likeness.Finder
	layers  map[string][]text
	byPrint map[string]map[string][]int // indexes of texts, by layer and print
	sources map[string][]int            // indexes of the dossier's own texts, by the print of what the source says there
}

// text is that of a paragraph.
type text struct {
	id     string
	text   string
	source string // print of what the source says; empty: not known
}

// NewCorpus gathers what notes stand on. A large dossier takes more than a frame.
func NewCorpus(d *data.Dossier) *Corpus {
	c := &Corpus{d: d, finder: likeness.New(d), layers: map[string][]text{}, byPrint: map[string]map[string][]int{}}
	var all []text
	for _, p := range d.Paragraphs() {
		t := text{id: strconv.Itoa(p.N), text: Passages(p)}
		if p.Fingerprint != "" {
			t.source = printOf(p.Fingerprint)
		}
		all = append(all, t)
	}
	c.put("", all)
	return c
}

// Passages is the text of a paragraph that passages are part of.
func Passages(p data.Paragraph) string { return p.Summary }

// With is the corpus with another text of paragraphs, by their numbers, beside
// the dossier's own words, and with no third one: the reader's own copy of the
// source. An empty layer is none.
func (c *Corpus) With(layer string, texts map[int]string) *Corpus {
	more := &Corpus{d: c.d, finder: c.finder, sources: c.sources, layers: map[string][]text{"": c.layers[""]}, byPrint: map[string]map[string][]int{"": c.byPrint[""]}}
	if layer == "" {
		return more
	}
	var all []text
	for _, p := range c.d.Paragraphs() {
		if t, ok := texts[p.N]; ok {
			all = append(all, text{id: strconv.Itoa(p.N), text: t})
		}
	}
	more.put(layer, all)
	return more
}

func (c *Corpus) put(layer string, all []text) {
	prints := map[string][]int{}
	for i, t := range all {
		p := printOf(t.text)
		prints[p] = append(prints[p], i)
	}
	c.layers[layer], c.byPrint[layer] = all, prints
	if layer == "" {
		c.sources = map[string][]int{}
		for i, t := range all {
			if t.source != "" {
				c.sources[t.source] = append(c.sources[t.source], i)
			}
		}
	}
}

// printOf tells texts apart.
func printOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:8])
}

// Dossier is the short name of the dossier, and its version.
func (c *Corpus) Dossier() (name, version string) {
	m := c.d.Metadata()
	return m.Name, m.Version
}

// Has tells whether the dossier has a record.
func (c *Corpus) Has(on On) bool {
	ok := false
	switch on.Stands {
	case Paragraph:
		_, ok = c.text(on.ID)
	case Figure:
		_, ok = c.d.Figure(on.ID)
	case Project:
		_, ok = c.d.Project(on.ID)
	case Place:
		_, ok = c.d.Place(on.ID)
	}
	return ok
}

func (c *Corpus) text(id string) (string, bool) {
	t, ok := c.textOf("", id)
	return t.text, ok
}

func (c *Corpus) textOf(layer, id string) (text, bool) {
	all := c.layers[layer]
	n, err := strconv.Atoi(id)
	// The n-th paragraph has the number n, as a rule.
	if i := n - 1; err == nil && i >= 0 && i < len(all) && all[i].id == id {
		return all[i], true
	}
	for _, t := range all {
		if t.id == id {
			return t, true
		}
	}
	return text{}, false
}

// Anchor holds a note to the bytes from start to end of a paragraph's text; all
// of it if end is 0. Other records it holds by what they say; ok is false where there
// is nothing to hold to.
func (c *Corpus) Anchor(on On, layer string, start, end int) (a Anchor, ok bool) {
	if on.Stands != Paragraph {
		return c.anchorRecord(on)
	}
	of, ok := c.textOf(layer, on.ID)
	t := of.text
	if end == 0 {
		start, end = 0, len(t)
	}
	if !ok || start >= end || !boundary(t, start) || !boundary(t, end) || t != Clean(t) || end-start > MostQuote {
		return Anchor{}, false
	}
	p := printOf(t)
	a = Anchor{
		Exact: t[start:end], Prefix: last(t[:start], contextLetters), Suffix: first(t[end:], contextLetters), Start: start,
		Whole: start == 0 && end == len(t), Layer: layer, Print: p, Twins: len(c.byPrint[layer][p]),
	}
	if len(c.sources[of.source]) == 1 {
		a.Source = of.source
	}
	for n, letters := range contexts {
		if pattern, _ := a.pattern(letters); pattern != "" && len(c.find(layer, pattern)) == 1 {
			a.Unlike |= 1 << n
		}
	}
	return a, true
}

// spot is a place in the texts.
type spot struct{ text, at int }

// find is where a part stands in the texts of a layer: two places at most.
func (c *Corpus) find(layer, part string) []spot {
	var all []spot
	for i, t := range c.layers[layer] {
		for _, at := range occurrences(t.text, part) {
			if all = append(all, spot{i, at}); len(all) == 2 {
				return all
			}
		}
	}
	return all
}

// Fit is how a note fits a dossier.
type Fit struct {
	On         On   // what it stands on now
	Start, End int  // of its passage, in bytes
	Moved      bool // it stands elsewhere than when it was made
	Why        Why  // why it fits nowhere; empty: it fits
}

// Why is why a note fits nowhere.
type Why string

// The reasons.
const (
	Gone      Why = "gone"      // its record or passage is not there any more
	Ambiguous Why = "ambiguous" // it might be one of several
	Absent    Why = "absent"    // the text that it stands in is not open
)

// Find tells where a note stands in this version of the dossier. It is never
// said to stand on what only looks like its passage: where its paragraph is not
// there word for word, it has to be known by its source, or the passage with what
// stands around it has to be found once now, by what was found nowhere else when
// the note was made.
func (c *Corpus) Find(n Note) Fit {
	a := n.Anchor
	switch texts, open := c.layers[a.Layer]; {
	case n.On.Stands != Paragraph:
		return c.findRecord(n)
	case !open:
		return orphan(n, Absent)
	case len(texts) == 0, a.Exact == "":
		return orphan(n, Gone)
	}
	if same := c.byPrint[a.Layer][a.Print]; len(same) > 0 {
		return c.findAmong(n, same)
	}
	if same := c.sources[a.Source]; a.Source != "" && a.Layer == "" && len(same) == 1 {
		return c.findIn(n, same[0])
	}
	if a.Whole {
		return orphan(n, Gone)
	}
	return c.findAnywhere(n)
}

// orphan is that a note fits nowhere.
func orphan(n Note, why Why) Fit { return Fit{On: n.On, Why: why} }

// findAnywhere finds a passage by what was found nowhere else when it was noted.
func (c *Corpus) findAnywhere(n Note) Fit {
	a, why := n.Anchor, Gone
	for i, letters := range contexts {
		pattern, before := a.pattern(letters)
		if pattern == "" {
			continue
		}
		found := c.find(a.Layer, pattern)
		if len(found) == 1 && a.Unlike&(1<<i) != 0 {
			return c.fit(n, found[0].text, found[0].at+before)
		}
		if len(found) > 0 {
			why = Ambiguous
		}
	}
	return orphan(n, why)
}

// findAmong finds a note whose paragraph is there word for word. Of several, it
// is the one with its number, if there are as many as there were.
func (c *Corpus) findAmong(n Note, same []int) Fit {
	a := n.Anchor
	at := -1
	switch {
	case len(same) == 1 && a.Twins == 1:
		at = same[0]
	case len(same) == a.Twins:
		for _, i := range same {
			if c.layers[a.Layer][i].id == n.On.ID {
				at = i
			}
		}
	}
	if at < 0 {
		return orphan(n, Ambiguous)
	}
	if t := c.layers[a.Layer][at].text; a.End() > len(t) || t[a.Start:a.End()] != a.Exact {
		return orphan(n, Gone) // the file was changed by hand
	}
	return c.fit(n, at, a.Start)
}

// findIn finds a note whose paragraph is known by its source, but worded anew.
func (c *Corpus) findIn(n Note, at int) Fit {
	a, t := n.Anchor, c.layers[""][at]
	if a.Whole {
		on := On{Paragraph, t.id}
		return Fit{On: on, End: len(t.text), Moved: on != n.On}
	}
	why := Gone
	for _, letters := range contexts {
		prefix := last(a.Prefix, letters[0])
		found := occurrences(t.text, prefix+a.Exact+first(a.Suffix, letters[1]))
		if len(found) == 1 {
			return c.fit(n, at, found[0]+len(prefix))
		}
		if len(found) > 1 {
			why = Ambiguous
		}
	}
	return orphan(n, why)
}

func (c *Corpus) fit(n Note, text, start int) Fit {
	on := On{Paragraph, c.layers[n.Anchor.Layer][text].id}
	return Fit{On: on, Start: start, End: start + len(n.Anchor.Exact), Moved: on != n.On || start != n.Anchor.Start}
}
