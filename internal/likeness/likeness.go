// Package likeness finds a record again in another version of its dossier: by what it
// says, where its id or its number is another's or nobody's by now. What is kept of it
// are short hashes, of what no other record of its kind said when it was kept.
package likeness

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"beltroad/data"
)

// Kind is what kind of record it is.
type Kind string

// The kinds. The id of a paragraph is its number.
const (
	Paragraph Kind = "paragraph"
	Figure    Kind = "figure"
	Project   Kind = "project"
	Place     Kind = "place"
	Statement Kind = "statement"
	Pillar    Kind = "pillar"
	Event     Kind = "event"
)

// Kinds are all kinds.
func Kinds() []Kind {
	return []Kind{Paragraph, Figure, Project, Place, Statement, Pillar, Event}
}

// Ref names a record.
type Ref struct {
	Kind Kind   `json:"kind"`
	ID   string `json:"id"`
}

// Likeness is by what a record is known. The zero Likeness knows nothing.
type Likeness struct {
	Words  string   `json:"words,omitempty"`  // what it is called, or how it begins: for people
	Prints []string `json:"prints,omitempty"` // of what it says, the surest first; an empty one was shared with others
	Before string   `json:"before,omitempty"` // of a paragraph: print of the one before it
	After  string   `json:"after,omitempty"`  // and of the one that follows
}

// The most that a likeness has.
const (
	MostWords  = 80 // letters
	MostPrints = 3
	PrintSize  = 16 // letters of a print
)

// edge stands for the paragraph before the first one, and after the last.
const edge = "edge"

// Valid tells whether a likeness is one that this package makes.
func (l Likeness) Valid() bool {
	prints := append([]string{l.Before, l.After}, l.Prints...)
	for i, p := range prints {
		if p == "" || i < 2 && p == edge {
			continue
		}
		if b, err := hex.DecodeString(p); err != nil || len(b)*2 != PrintSize || p != strings.ToLower(p) {
			return false
		}
	}
	return len(l.Prints) <= MostPrints && utf8.RuneCountInString(l.Words) <= MostWords && l.Words == cleaned(l.Words)
}

// known is a record with what it is known by.
type known struct {
	words string
	keys  []string // what its prints are of, the surest first; an empty one says nothing
}

// print tells what records say apart; rank is how sure it is.
func (k Kind) print(rank int, key string) string {
	if key == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(string(k) + strconv.Itoa(rank) + "\x00" + key))
	return hex.EncodeToString(sum[:PrintSize/2])
}

// cleaned is a text in one line without what cannot be seen.
func cleaned(s string) string {
	s = strings.Map(func(r rune) rune {
		if unseen(r) {
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

func unseen(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) }

// cut stands where a text was shortened.
const cut = "…"

// shortened is how a text begins.
func shortened(s string) string {
	s = cleaned(s)
	if r := []rune(s); len(r) > MostWords {
		return strings.TrimSpace(string(r[:MostWords-1])) + cut
	}
	return s
}

// Finder finds the records of a dossier. Several goroutines may use it. Paragraphs are
// told apart by all that they are known by, once; of other records only those are looked
// at that are called alike, which takes no time even among many.
type Finder struct {
	d *data.Dossier

	once  sync.Once
	ids   []string       // of the paragraphs
	spots map[string]int // places of those that alone have a print; -1: several have it
}

const several = -1

// New is that of a dossier.
func New(d *data.Dossier) *Finder { return &Finder{d: d} }

// paragraphs finds out which are told apart by what.
func (f *Finder) paragraphs() {
	f.once.Do(func() {
		f.spots = map[string]int{}
		f.each(Paragraph, func(i int, id, _ string) {
			for _, p := range Paragraph.prints(f.nth(Paragraph, i)) {
				if _, taken := f.spots[p]; taken {
					f.spots[p] = several
				} else if p != "" {
					f.spots[p] = len(f.ids)
				}
			}
			f.ids = append(f.ids, id)
		})
	})
}

// at is the place of the one paragraph that has a print.
func (f *Finder) at(p string) (int, bool) {
	f.paragraphs()
	i, ok := f.spots[p]
	return i, ok && i != several && p != ""
}

// alike are the records of a kind that are called so; of paragraphs none, which are told
// apart by more.
func (f *Finder) alike(k Kind, words string) (all []alike) {
	if k == Paragraph {
		return nil
	}
	f.each(k, func(i int, id, called string) {
		if mayBe(called, words) && shortened(called) == words {
			all = append(all, alike{id, k.prints(f.nth(k, i))})
		}
	})
	return all
}

// alike is a record among those that are called as it is.
type alike struct {
	id     string
	prints []string
}

// only is the id of the one record that has a print of a rank, among those that are called alike.
func (f *Finder) only(k Kind, all []alike, rank int, p string) (id string, ok bool) {
	if k == Paragraph {
		i, ok := f.at(p)
		if !ok {
			return "", false
		}
		return f.ids[i], true
	}
	n := 0
	for _, a := range all {
		if rank < len(a.prints) && a.prints[rank] == p {
			id = a.id
			n++
		}
	}
	return id, n == 1
}

// mayBe tells whether a record may be called so, as far as can be told without
// shortening what it is called: not where the two differ in a letter that is seen.
func mayBe(called, words string) bool {
	at := 0
	for at < len(called) && at < len(words) && called[at] == words[at] {
		at++
	}
	if at == len(called) || at == len(words) {
		return true
	}
	for !utf8.RuneStart(called[at]) {
		at--
	}
	r, _ := utf8.DecodeRuneInString(called[at:])
	return strings.HasPrefix(words[at:], cut) || unicode.IsSpace(r) || unseen(r)
}

// Of is by what a record is known; ok is false where the dossier has none.
func (f *Finder) Of(ref Ref) (l Likeness, ok bool) {
	r, ok := f.record(ref)
	if !ok {
		return Likeness{}, false
	}
	l = Likeness{Words: shortened(r.words), Prints: ref.Kind.prints(r)}
	all := f.alike(ref.Kind, l.Words)
	for rank, p := range l.Prints {
		if _, alone := f.only(ref.Kind, all, rank, p); !alone || p == "" {
			l.Prints[rank] = ""
		}
	}
	for n := len(l.Prints); n > 0 && l.Prints[n-1] == ""; n-- {
		l.Prints = l.Prints[:n-1]
	}
	if n, err := strconv.Atoi(ref.ID); err == nil && ref.Kind == Paragraph {
		l.Before, l.After = f.near(n-1), f.near(n+1)
	}
	return l, true
}

// near is the surest print of a paragraph.
func (f *Finder) near(n int) string {
	p, ok := f.d.Paragraph(n)
	if !ok {
		return edge
	}
	for _, p := range Paragraph.prints(paragraph(&p)) {
		if _, alone := f.at(p); alone {
			return p
		}
	}
	return ""
}

// Called is the print of what a record with a name of its own is called.
func (k Kind) Called(words string) string { return k.print(MostPrints-1, words) }

func (k Kind) prints(r known) []string {
	prints := make([]string, len(r.keys))
	for rank, key := range r.keys {
		prints[rank] = k.print(rank, key)
	}
	return prints
}

// Find is the id that a record has in this version of the dossier; ok is false where it
// is gone, or could be one of several. What keeps its id stays what it is, unless
// another says what it said; a number is no id.
func (f *Finder) Find(ref Ref, l Likeness) (id string, ok bool) {
	r, there := f.record(ref)
	if len(l.Prints) == 0 && (l.Words == "" || there && l.Words == shortened(r.words) || ref.Kind != Paragraph) {
		return ref.ID, there
	}
	now := ref.Kind.prints(r)
	var all []alike // once they are asked for
	for rank, p := range l.Prints {
		if p == "" {
			continue
		}
		if there && rank < len(now) && now[rank] == p {
			return ref.ID, true
		}
		if all == nil {
			all = f.alike(ref.Kind, l.Words)
		}
		if id, is := f.only(ref.Kind, all, rank, p); is {
			return id, true
		}
	}
	if ref.Kind != Paragraph {
		return ref.ID, there
	}
	return f.between(l)
}

// between is the one paragraph between the two that were beside it, whatever it says by now.
func (f *Finder) between(l Likeness) (id string, ok bool) {
	before, hasBefore := f.at(l.Before)
	after, hasAfter := f.at(l.After)
	if l.Before == edge {
		before, hasBefore = -1, true
	}
	if l.After == edge {
		after, hasAfter = len(f.ids), true
	}
	if !hasBefore || !hasAfter || after-before != 2 {
		return "", false
	}
	return f.ids[before+1], true
}
