package cite

import (
	"fmt"
	"strings"
)

// mlaEntry is an entry of a list of works cited.
//
// Source of the rules: MLA Handbook, 9th edition, 2021, chapter 5, as the
// official file modern-language-association.csl has them. A work without a date
// has none in the entry (5.78).
func mlaEntry(it item, w Words) string {
	title := it.capitals(it.Title)
	if it.periodical() || it.within() || it.Container != "" {
		title = inQuotes(title, ".")
	} else {
		title = marked(quotes(title, false), ".")
	}
	date := ""
	if d := it.Issued; !d.IsZero() {
		date = listed(" ", only(!it.journal(), day(d)), w.month(shortMonth, d), fmt.Sprint(d.Year))
	}
	first := ""
	if o := it.Source.Original; !o.IsZero() {
		first = fmt.Sprintf("%d.", o.Year)
	}
	rest := listed(", ", it.capitals(it.Container), it.Version, after(w.Volume, it.Volume), after(w.Issue, it.Issue), it.Publisher, date,
		w.pages(it.Page), it.address())
	return it.withFirst(listed(" ", sentence(mlaNames(it, w)), title, first, sentence(rest)), w)
}

func mlaNames(it item, w Words) string {
	switch len(it.Author) {
	case 0:
		return ""
	case 1:
		return it.turned(0)
	case 2:
		return it.turned(0) + ", " + w.Terms[And] + " " + it.natural(1)
	default:
		return it.turned(0) + ", " + w.Terms[EtAl]
	}
}

// mlaText is a citation in the text, section 6.
func mlaText(it item, w Words, at string) string {
	who := it.short(w, w.Terms[And])
	if who != "" {
		return "(" + listed(", ", who, at) + ")"
	}
	title := it.capitals(it.Title)
	if it.Container == "" {
		return "(" + listed(", ", quotes(title, false), at) + ")"
	}
	if at == "" {
		return "(" + inQuotes(title, "") + ")"
	}
	return "(" + inQuotes(title, ",") + " " + at + ")"
}

// pages are pages after the word for them; empty: there are none.
func (w Words) pages(page string) string {
	if strings.ContainsAny(page, "-–,") {
		return after(w.Terms[Pages], ranged(page, "–"))
	}
	return after(w.Terms[Page], page)
}

// ranged is a range of pages with another dash.
func ranged(page, dash string) string {
	return strings.ReplaceAll(strings.ReplaceAll(page, "–", "-"), "-", dash)
}
