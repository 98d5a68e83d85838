// Package search finds what a dossier, the app and its user say, as it is typed.
//
// A [Document] is what can be found. [Build] makes an [Index] of [Documents],
// which does not change and may be asked by several goroutines at once.
package search

// Kind is what a document is.
type Kind string

// The kinds of documents.
const (
	Pillar       Kind = "pillar"
	Project      Kind = "project"
	Figure       Kind = "figure"
	SecondSource Kind = "second"
	Statement    Kind = "statement"
	Event        Kind = "event"
	Place        Kind = "place"
	Country      Kind = "country"
	Paragraph    Kind = "paragraph"
	Note         Kind = "note"
	Lesson       Kind = "lesson"
	Page         Kind = "page"
	Command      Kind = "command"
	Text         Kind = "text" // a paragraph of the reader's own copy of the source
)

var (
	allKinds = []Kind{Pillar, Project, Figure, SecondSource, Statement, Event, Place, Country, Paragraph, Note, Lesson, Page, Command, Text}
	// ofKind is how much a document of each kind counts: what the presented
	// source names and counts before its sentences.
	ofKind = [...]float32{1.1, 1.1, 1.05, 0.9, 0.85, 0.9, 1, 1, 0.9, 1, 1, 1, 1, 0.7}
)

// elsewhere is how much what another source says counts beside what the
// presented one does, so that this leads where both fit.
const elsewhere = 0.4

// Document is something that can be found. Its texts are as shown, not folded.
type Document struct {
	Kind      Kind
	ID        string    // within the kind; of a country its ISO 3166-1 alpha-3 code, of a paragraph its number
	Of        string    // id of what it opens with: the figure of a second source, the project of an event; empty: it stands for itself
	Title     string    // as a list of results shows it
	Also      []string  // other names of it
	Body      []string  // what else it says; a snippet comes from one of them
	Keywords  []string  // words that it is found by, too, and that nobody sees
	Values    []float64 // numbers that it is about, however its texts word them
	Paragraph int       // of the source; 0: none
	Facets    []Facet   // what it can be filtered by, besides its kind
}

// Documents are what can be found, each made as it is asked for: the texts of a
// large dossier would take more room than its index. They do not change, and
// several goroutines ask for them at once.
type Documents interface {
	Len() int
	// Fill makes a document in the room of another one.
	Fill(d *Document, i int)
}

// List are documents that are there already.
type List []Document

// Len implements [Documents].
func (l List) Len() int { return len(l) }

// Fill implements [Documents].
func (l List) Fill(d *Document, i int) { *d = l[i] }

// standing is how much a document counts for what it is, and for whose it is.
func (d *Document) standing(kind uint8) float32 {
	if d.Kind == SecondSource || d.Kind == Event && d.Paragraph == 0 {
		return ofKind[kind] * elsewhere
	}
	return ofKind[kind]
}

// Facet is a value of a document that a filter asks for: pillar trade.
type Facet struct{ Filter, Value string }

// The filters, as [Facet] has them. In asks for kinds of documents.
const (
	ByPillar = "pillar"
	ByUnit   = "unit"
	ByClaim  = "claim"
	ByKind   = "kind" // of projects and places
	In       = "in"
)
