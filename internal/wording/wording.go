// Package wording puts a dossier's records into words: the app's in the user's
// language, and the dossier's own names of kinds, statuses and units.
package wording

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"beltroad/data"
	"beltroad/internal/cite"
	"beltroad/internal/message"
)

// Words are the words that a dossier is shown with. They do not change.
type Words struct {
	*message.Printer

	dossier *data.Dossier
	foreign bool // the dossier is in another language
}

// New are the words for a dossier in a printer's language.
func New(p *message.Printer, d *data.Dossier) *Words {
	own, _ := p.Tag().Base()
	theirs, _ := language.Make(d.Metadata().Language).Base()
	return &Words{Printer: p, dossier: d, foreign: own != theirs}
}

// Claim is the short name of a claim's kind, as on badges.
func (w *Words) Claim(c data.Claim) string { return w.Say("claim." + string(c)) }

// ClaimLong is the full name of a claim's kind: "Reported by a party".
func (w *Words) ClaimLong(c data.Claim) string { return w.Say("claim.long." + string(c)) }

// Comparator says what a comparator means for the number.
func (w *Words) Comparator(c data.Comparator) string { return w.Say("comparator." + string(c)) }

// Pillar is the short name of the pillar with an order, or that there is none.
func (w *Words) Pillar(order int) string {
	for _, p := range w.dossier.Pillars() {
		if p.Order == order {
			return p.ShortName
		}
	}
	return w.Say("pillar.none")
}

// Kind is the name of a project's kind: "Railway".
func (w *Words) Kind(id string) string {
	k, ok := w.dossier.Kind(id)
	return w.Sentence(w.own("kind.", id, k.One, ok))
}

// Status is the name of a project's status; empty means that the source states none.
func (w *Words) Status(id string) string {
	if id == "" {
		return w.Say("nostatus")
	}
	s, ok := w.dossier.Status(id)
	return w.Sentence(w.own("status.", id, s.Name, ok))
}

// Layer is the name of a part of the map.
func (w *Words) Layer(id string) string {
	l, ok := w.dossier.Layer(id)
	return w.own("layer.", id, l.Name, ok)
}

// Section is the title of a part of the source, which is the source's own.
func (w *Words) Section(id string) string {
	s, ok := w.dossier.Section(id)
	return orID(s.Title, id, ok)
}

// own is a word of the dossier's own. In another language than the dossier's
// the message catalogue may have it, too, and then knows better.
func (w *Words) own(start, id, name string, ok bool) string {
	if w.foreign && w.Has(start+id) {
		return w.Say(start + id)
	}
	return orID(name, id, ok)
}

// orID is a name, or the id of what has none.
func orID(name, id string, ok bool) string {
	if !ok || name == "" {
		return id
	}
	return name
}

// Role is the name of what a place is to a project.
func (w *Words) Role(r string) string { return w.Say("role." + r) }

// PlaceKind is the name of what a place is.
func (w *Words) PlaceKind(k string) string { return w.Say("placekind." + k) }

// Unit is the name of a unit, as that of an axis: "US dollars". That of ranks
// is the format's own.
func (w *Words) Unit(id string) string {
	u, ok := w.dossier.Unit(id)
	if !ok && id == "rank" {
		return w.Say("rank")
	}
	return w.own("unit.", id, u.Name, ok)
}

// UnitFirst is the name of a unit at the start of a title. A sign keeps its letters: m is
// no M, and mW no MW. A word that the dossier has for a unit, or a long one, is no sign.
func (w *Words) UnitFirst(id string) string {
	const fewest = 5 // letters of a word: there is mbar, and kmol
	name := w.Unit(id)
	first, _, _ := strings.Cut(name, " ")
	isWord := utf8.RuneCountInString(first) >= fewest && strings.IndexFunc(first, func(r rune) bool { return !unicode.IsLower(r) }) < 0
	if name == id && !isWord && id != "rank" {
		return name
	}
	return w.Sentence(name)
}

// Quantity is so many of a unit: "US$19.1 trillion", "230 countries". Only what
// the app computes is written so; a figure keeps the wording of its source.
func (w *Words) Quantity(v float64, unit string) string { return w.Amount(v, w.unit(unit)) }

// Range is from so many to so many of a unit: "0.7%–2.9%".
func (w *Words) Range(from, to float64, unit string) string { return w.Between(from, to, w.unit(unit)) }

// unit is what numbers of a unit are written with.
func (w *Words) unit(id string) message.Unit {
	u, ok := w.dossier.Unit(id)
	if !ok {
		return message.Unit{ID: id, Other: w.Unit(id)}
	}
	m := message.Unit{One: u.One, Other: u.Other, Sign: u.Sign, After: u.SignAfter}
	if u.Form == data.FullNumber {
		m.Form = message.Full
	}
	if w.foreign {
		m.ID = id
	}
	return m
}

// NotStated is the house's wording for what is absent.
func (w *Words) NotStated() string { return w.Say("not stated") }

// Citation are the words that citations are made with.
func (w *Words) Citation() cite.Words {
	words := cite.Words{
		Volume: w.Say("cite.volume"), Issue: w.Say("cite.issue"), Accessed: w.Say("cite.accessed"),
		From: w.Say("cite.from"), Until: w.Say("cite.until"), AsOf: w.Say("cite.asof"), NoDate: w.Say("cite.nodate"),
		Claims: map[data.Claim]string{}, Terms: map[string]string{}, Printed: w.Printed,
	}
	for _, t := range cite.Terms() {
		words.Terms[t] = w.Say("cite.term." + t)
	}
	for _, c := range []data.Claim{data.Reported, data.Estimate, data.Commitment, data.Opinion} {
		words.Claims[c] = w.ClaimLong(c)
	}
	return words
}

// Or is s, or the house's wording for what is absent.
func (w *Words) Or(s string) string {
	if s == "" {
		return w.NotStated()
	}
	return s
}

// Sentence starts a phrase with a capital; an empty one gets the house's wording for what is absent.
func (w *Words) Sentence(phrase string) string {
	r, n := utf8.DecodeRuneInString(phrase)
	if n == 0 {
		return w.NotStated()
	}
	return string(unicode.ToUpper(r)) + phrase[n:]
}

// Countries are the names of country codes, side by side.
func (w *Words) Countries(codes []string) string {
	var all strings.Builder
	for i, c := range codes {
		if i > 0 {
			all.WriteString(" · ")
		}
		all.WriteString(w.Country(c))
	}
	return all.String()
}

// Date is a date for people: "2013", "December 2021", "17 October 2023"; "" for none.
func (w *Words) Date(d data.Date) string { return w.Printer.Date(d.Parts()) }

// Period is a period for people, or the house's wording where none is stated.
func (w *Words) Period(p data.Period) string {
	return w.Or(w.Printer.Period(w.Date(p.Start), w.Date(p.End)))
}

// When is a figure's time in a few words.
func (w *Words) When(f data.Figure) string {
	switch {
	case f.Period != data.Period{}:
		return w.Period(f.Period)
	case !f.AsOf.IsZero():
		return w.Say("period.to", message.Args{"To": w.Date(f.AsOf)})
	default:
		return w.Say("figure.undated")
	}
}

// Cite is the short form of a citation, which is the same in every language: "¶15".
func Cite(paragraph int) string { return fmt.Sprintf("¶%d", paragraph) }

// Printed is what the source itself prints as the number of a paragraph; empty: nothing.
func (w *Words) Printed(paragraph int) string {
	p, _ := w.dossier.Paragraph(paragraph)
	return p.Printed
}

// CiteFully is the citation of a paragraph with the number that the source itself
// prints: "¶136, target 3.1".
func (w *Words) CiteFully(paragraph int) string {
	if printed := w.Printed(paragraph); printed != "" {
		return w.Series([]string{Cite(paragraph), printed})
	}
	return Cite(paragraph)
}

// Cites are the short forms of citations of paragraphs, in order. Those that
// follow one another are one: "¶13–16".
func Cites(paragraphs []int) []string {
	var all []string
	for _, s := range Runs(paragraphs) {
		all = append(all, s.Cite())
	}
	return all
}

// Run is a run of paragraphs that follow one another.
type Run struct{ First, Last int }

// Cite is the short form of a citation of the run: "¶13–16".
func (r Run) Cite() string {
	if r.First == r.Last {
		return Cite(r.First)
	}
	return fmt.Sprintf("¶%d–%d", r.First, r.Last)
}

// Runs joins paragraphs that follow one another, in order.
func Runs(paragraphs []int) []Run {
	var runs []Run
	for _, n := range slices.Compact(slices.Sorted(slices.Values(paragraphs))) {
		if last := len(runs) - 1; last >= 0 && runs[last].Last == n-1 {
			runs[last].Last = n
			continue
		}
		runs = append(runs, Run{n, n})
	}
	return runs
}
