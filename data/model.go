// Package data holds a dossier: what one source says, as a ledger of records
// that each name the paragraph they come from.
//
// A dossier is a folder in the Frictionless Data Package format (version 2).
// [Open] reads it strictly and returns an immutable [Dossier].
package data

// Claim is the kind of a statement: how far the source itself vouches for it.
type Claim string

// The kinds of claim a record can carry.
const (
	Reported   Claim = "reported"   // reported by a party
	Estimate   Claim = "estimate"   // a projection or estimate
	Commitment Claim = "commitment" // a promise or plan
	Opinion    Claim = "opinion"    // a judgement
)

// Comparator says how a quantity is worded.
type Comparator string

// The comparators of a quantity. For Range and Order, Value and Max bound it.
const (
	Exact Comparator = "exact" // "86"
	Over  Comparator = "over"  // "over 200", "more than 40": open upwards
	Under Comparator = "under" // "under 40", "at most 40": open downwards
	About Comparator = "about" // "about 10"
	Range Comparator = "range" // "0.7%-2.9%"
	Order Comparator = "order" // "tens of billions"
	Rank  Comparator = "rank"  // "fourth-largest"
)

// Pillar is one of the areas of cooperation that the source is arranged by.
type Pillar struct {
	ID         string
	Order      int
	Name       string
	ShortName  string
	Summary    string
	Paragraphs []int
}

// Project is anything with a name of its own that the source mentions:
// a railway, a port, a fund, an agreement, a forum, a programme.
type Project struct {
	ID          string
	Name        string
	AlsoKnownAs []string
	Pillar      string // empty: belongs to none
	Kind        string
	Status      string   // empty: not stated
	Countries   []string // ISO 3166-1 alpha-3
	Summary     string
	Start       Date // zero: not stated
	Paragraphs  []int
	NotStated   []string
}

// Quantity is a figure's number as the source words it.
type Quantity struct {
	Text       string  // the wording of the quantity alone: "over 230"
	Value      float64 // the full number: 19.1 trillion is 19.1e12
	Max        float64 // upper bound for Range and Order, else 0
	Comparator Comparator
	Unit       string // a controlled word: "countries", "USD"
	Counts     string // what is counted, in words
}

// Figure is one record of the ledger.
type Figure struct {
	ID        string
	Pillar    string // empty: belongs to none
	Project   string // empty: belongs to none
	Label     string
	Quantity  Quantity
	Period    Period
	AsOf      Date // zero: not stated
	Claim     Claim
	Speaker   string // empty: not named
	Paragraph int
	Caution   string // the question a careful reader would ask
}

// Period is the time a figure covers; a zero end is not stated.
type Period struct{ Start, End Date }

// Statement is something the source says that is not a number: a finding, a
// principle, a task ahead. Statements form trees through Parent.
type Statement struct {
	ID        string
	Parent    string // empty: a root
	Section   string
	Pillar    string // empty: belongs to none
	Claim     Claim
	Text      string
	Paragraph int
	Promised  Promised
}

// Promised is what a commitment says of itself, as the source words it. What is
// empty is not stated.
type Promised struct {
	DoneWhen string // what would count as done
	Deadline string
	Amount   string   // of money
	Names    []string // projects, institutions and partners
}

// Event is something that the presented source dates, or another one.
type Event struct {
	ID        string
	Date      Date
	Label     string
	Project   string // empty: belongs to none
	Paragraph int    // 0: Source dates it, not the presented one
	Source    string // id; empty: the presented one
}

// Place is a point on the Earth that a project touches.
type Place struct {
	ID      string
	Name    string
	Kind    string
	Country string  // ISO 3166-1 alpha-3
	Lon     float64 // degrees east, WGS 84
	Lat     float64 // degrees north, WGS 84
	Source  string  // the gazetteer the coordinates come from
}

// ProjectPlace ties a project to a place in a role. Either the presented source
// does so in a paragraph, or another one does.
type ProjectPlace struct {
	Project   string
	Place     string
	Role      string // terminus, port, site, host, seat
	Paragraph int    // where the presented source ties them by name; 0: nowhere
	Source    string // id of the source that ties them where the presented one does not; else empty
}

// SecondSource is what another source says of a figure.
type SecondSource struct {
	ID           string
	Figure       string
	Source       string   // id of the source
	Quantity     Quantity // its Comparator is empty where the source gives no number
	AsOf         Date     // what it is valid for, or else when it was published
	Relation     Relation
	Independence Independence
	Note         string
}

// IndependentNumber tells whether the source gives a number that is nobody's own word.
func (s *SecondSource) IndependentNumber() bool {
	return s.Independence == Independent && s.Relation != Context
}

// Relation is how what another source says compares with a figure.
type Relation string

// The relations.
const (
	SameNumber Relation = "same"
	OtherDate  Relation = "other-date"
	OtherScope Relation = "other-scope" // of another set
	Differs    Relation = "differs"     // another number of the same
	Context    Relation = "context"     // no number of it
)

// Independence is whether another source is somebody else's word.
type Independence string

// How independent sources are.
const (
	Independent    Independence = "independent"
	Party          Independence = "party" // that takes part in what is counted
	SameGovernment Independence = "same-government"
	SameSpeaker    Independence = "same-speaker"
)

// Route is the schematic line of a project.
type Route struct {
	Project   string
	Status    string
	Schematic bool
	Paragraph int          // where the presented source speaks of it; 0: not told
	Source    string       // id of another source that says where it runs; empty: the presented one
	Line      [][2]float64 // longitude, latitude, degrees
}

// Synonym is a set of words, names and phrases that mean the same to someone
// who searches, in any language.
type Synonym struct {
	ID    string
	Words []string
}

// Paragraph is the n-th non-empty line of the source, in our own words.
type Paragraph struct {
	N       int
	Section string
	Heading string
	Kind    string // heading, body, caption, byline, ...
	Pillar  string // empty: belongs to none
	Summary string
	Claims  []Claim // of each of the summary's [Sentences]; none: not said
	Printed string  // what the source itself prints as its number: target 3.1; empty: nothing
	// Fingerprint is a hash by which a copy of the source is recognised; empty: none.
	Fingerprint string
}
