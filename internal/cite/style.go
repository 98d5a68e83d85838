package cite

import (
	"slices"
	"strings"

	"beltroad/data"
)

// Style is a way to write a citation.
type Style string

// The styles. The first four are for readers, the others for programs.
const (
	APA       Style = "apa"      // Publication Manual of the APA, 7th edition
	Chicago   Style = "chicago"  // The Chicago Manual of Style, 17th edition, notes and bibliography
	MLA       Style = "mla"      // MLA Handbook, 9th edition
	GBT       Style = "gbt7714"  // GB/T 7714-2015, numbered
	InBibTeX  Style = "bibtex"   // for LaTeX
	InRIS     Style = "ris"      // for reference managers
	InCSLJSON Style = "csl-json" // for Zotero and pandoc
)

// Styles lists every style.
func Styles() []Style { return []Style{APA, Chicago, MLA, GBT, InBibTeX, InRIS, InCSLJSON} }

// Known is s, or the first style where there is no such.
func Known(s Style) Style {
	if slices.Contains(Styles(), s) {
		return s
	}
	return APA
}

// Extension is what the name of a file in the style ends with.
func (s Style) Extension() string {
	switch s {
	case InBibTeX:
		return ".bib"
	case InRIS:
		return ".ris"
	case InCSLJSON:
		return ".json"
	default:
		return ".txt"
	}
}

// The words of the styles, by the names that CSL locales give them.
const (
	And          = "and"
	EtAl         = "et-al"
	In           = "in"
	Version      = "version"
	DataSet      = "dataset"
	Page         = "page"
	Pages        = "pages"
	OriginalWork = "original-work-published"
	Originally   = "originally-published-in"
	longMonth    = "month-"
	shortMonth   = "month-short-"
)

// Terms lists the words that the styles are written with.
func Terms() []string {
	all := []string{And, EtAl, In, Version, DataSet, Page, Pages, OriginalWork, Originally}
	for n := range strings.FieldsSeq("01 02 03 04 05 06 07 08 09 10 11 12") {
		all = append(all, longMonth+n, shortMonth+n)
	}
	return all
}

// The parts of a citation.
const (
	Entry = "entry" // in the list of what is cited
	Text  = "text"  // where it is cited: in the text
	Note  = "note"  // below the text
	File  = "file"  // for a program, to be saved
)

// Part is a piece of a citation, to stand in a place of its own.
type Part struct {
	Where string // one of the constants above
	Text  string
}

// Cite are the parts of a citation of src, or of paragraphs of it.
func Cite(style Style, src data.Source, w Words, paragraphs ...int) []Part {
	it, at := itemOf(src), w.locator(paragraphs)
	switch style {
	case Chicago:
		return []Part{{Note, chicagoNote(it, w, at)}, {Entry, chicagoEntry(it, w)}}
	case MLA:
		return []Part{{Text, mlaText(it, w, at)}, {Entry, mlaEntry(it, w)}}
	case GBT:
		return []Part{{Text, "[1]" + at}, {Entry, gbtEntry(it, w)}}
	case InBibTeX:
		return []Part{{File, BibTeX(src, w, paragraphs...)}}
	case InRIS:
		return []Part{{File, RIS(src, w, paragraphs...)}}
	case InCSLJSON:
		return []Part{{File, CSL(src, w, paragraphs...)}}
	default:
		return []Part{{Text, apaText(it, w, at)}, {Entry, apaEntry(it, w)}}
	}
}

// originally names where a work first appeared; empty: the dossier states no more than a date.
func (it item) originally(w Words) string {
	o := it.Original
	if o == (original{}) {
		return ""
	}
	return listed(", ", only(o.Title != "", "“"+o.Title+"”"), o.Container, after(w.Issue, o.Issue))
}

// first is a sentence that says where and when a work first appeared.
func (it item) first(w Words) string {
	where := it.originally(w)
	if where == "" {
		return ""
	}
	return w.Terms[Originally] + " " + listed(", ", where, it.Source.Original.String())
}

// withFirst is an entry and that sentence after it.
func (it item) withFirst(entry string, w Words) string {
	if first := it.first(w); first != "" {
		return entry + " " + sentence(first)
	}
	return entry
}
