package notes

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"sync"
)

// Placed is a note with where it stands in the dossier that is open.
type Placed struct {
	Note
	Fit Fit
}

// Orphan tells whether a note fits nowhere.
func (p Placed) Orphan() bool { return p.Fit.Why != "" }

// Book is the notes on a dossier, each in its place. Several goroutines may use it.
type Book struct {
	*Store

	mu      sync.Mutex
	corpus  *Corpus
	changes int
	all     []Placed
	byOn    map[On][]Placed
	fits    map[Anchor]map[On]Fit
}

// NewBook puts the notes of a store where they stand. Many of them take more
// than a frame.
func NewBook(s *Store, c *Corpus) *Book {
	b := &Book{Store: s, corpus: c, changes: -1, fits: map[Anchor]map[On]Fit{}}
	b.Placed()
	return b
}

// Corpus is what the notes stand on by now.
func (b *Book) Corpus() *Corpus {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.corpus
}

// Add is a new note on the bytes from start to end of a record's text, or on
// all of the record if end is 0; ok is false where there is nothing to hold to.
func (b *Book) Add(on On, layer string, start, end int) (n Note, ok bool) {
	c := b.Corpus()
	a, ok := c.Anchor(on, layer, start, end)
	_, version := c.Dossier()
	return Note{On: on, Anchor: a, Version: Clean(first(version, mostID/4))}, ok
}

// Passage is a part of a record's text, in bytes.
type Passage struct {
	On         On
	Layer      string
	Start, End int
}

// Placed are all notes as they were made. They are shared: nothing may change them.
func (b *Book) Placed() []Placed {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.place()
	return b.all
}

// place brings the book up to date.
func (b *Book) place() {
	changes := b.Changes()
	if changes == b.changes {
		return
	}
	list := b.All()
	b.all, b.byOn, b.changes = make([]Placed, 0, len(list)), map[On][]Placed{}, changes
	for _, n := range list {
		p := Placed{n, b.fit(n)}
		b.all = append(b.all, p)
		if !p.Orphan() {
			b.byOn[p.Fit.On] = append(b.byOn[p.Fit.On], p)
		}
	}
}

// fit remembers where a note fits: neither that nor the dossier changes.
func (b *Book) fit(n Note) Fit {
	if f, ok := b.fits[n.Anchor][n.On]; ok {
		return f
	}
	if b.fits[n.Anchor] == nil {
		b.fits[n.Anchor] = map[On]Fit{}
	}
	f := b.corpus.Find(n)
	b.fits[n.Anchor][n.On] = f
	return f
}

// At are the notes that stand on a record, as they were made.
func (b *Book) At(on On) []Placed {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.place()
	return b.byOn[on]
}

// Marks are the highlights of a paragraph's text and the notes and bookmarks on
// passages of it, by where they begin.
func (b *Book) Marks(on On, layer string) []Placed {
	var all []Placed
	for _, p := range b.At(on) {
		if p.Anchor.Layer == layer && p.Fit.End > 0 && (!p.Anchor.OfRecord() || p.Kind != "" && !p.Bookmark) {
			all = append(all, p)
		}
	}
	slices.SortStableFunc(all, func(a, b Placed) int { return cmp.Compare(a.Fit.Start, b.Fit.Start) })
	return all
}

// Mine is the reader's note on all of a record, the first if there are several.
func (b *Book) Mine(on On) (Placed, bool) {
	for _, p := range b.At(on) {
		if !p.Bookmark && p.Anchor.OfRecord() {
			return p, true
		}
	}
	return Placed{}, false
}

// On is the note on exactly that passage, the first if there are several; or
// else its bookmark, if that is asked for.
func (b *Book) On(p Passage, bookmark bool) (Placed, bool) {
	for _, n := range b.At(p.On) {
		if n.Bookmark == bookmark && n.Anchor.Layer == p.Layer && n.Fit.Start == p.Start && n.Fit.End == p.End {
			return n, true
		}
	}
	return Placed{}, false
}

// Bookmarked is the bookmark of a record.
func (b *Book) Bookmarked(on On) (Placed, bool) {
	for _, p := range b.At(on) {
		if p.Bookmark && p.Anchor.OfRecord() {
			return p, true
		}
	}
	return Placed{}, false
}

// With has notes stand in another text of paragraphs, too, as [Corpus.With] has
// it, and tells all who listen.
func (b *Book) With(layer string, texts map[int]string) {
	c := b.Corpus().With(layer, texts)
	b.mu.Lock()
	b.corpus, b.changes = c, -1
	maps.DeleteFunc(b.fits, func(a Anchor, _ map[On]Fit) bool { return a.InCopy() })
	b.place()
	b.mu.Unlock()
	b.hear.Tell()
}

// ByPlace orders notes as a reader meets what they stand on; what fits nowhere
// comes last.
func ByPlace(a, b Placed) int {
	number := func(p Placed) int {
		n, _ := strconv.Atoi(p.Fit.On.ID)
		return n
	}
	return cmp.Or(
		boolCompare(a.Orphan(), b.Orphan()),
		cmp.Compare(slices.Index(AllStands(), a.Fit.On.Stands), slices.Index(AllStands(), b.Fit.On.Stands)),
		cmp.Compare(number(a), number(b)), cmp.Compare(a.Fit.On.ID, b.Fit.On.ID),
		cmp.Compare(a.Anchor.Layer, b.Anchor.Layer), cmp.Compare(a.Fit.Start, b.Fit.Start), byMaking(a.Note, b.Note))
}

// ByDate orders notes by when they were changed, the latest first.
func ByDate(a, b Placed) int {
	return cmp.Or(b.Changed.Compare(a.Changed), byMaking(a.Note, b.Note))
}
