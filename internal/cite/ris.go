package cite

import (
	"fmt"
	"strings"

	"beltroad/data"
)

// RIS is src as a record of a RIS file, as reference managers read it.
//
// Source of the tags: Research Information Systems, RIS Format Specifications.
// The paragraphs stand in the notes, N1: a record is that of the work, whatever
// is cited of it.
func RIS(src data.Source, w Words, paragraphs ...int) string {
	it := itemOf(src)
	var b strings.Builder
	tag := func(name, value string) {
		if value = oneLine(value); value != "" {
			fmt.Fprintf(&b, "%s  - %s\r\n", name, value)
		}
	}
	tag("TY", risType(src))
	for _, n := range src.Author {
		if n.Literal != "" {
			tag("AU", n.Literal)
			continue
		}
		tag("AU", listed(", ", n.Family, n.Given))
	}
	tag("TI", src.Title)
	tag("T2", it.Container)
	tag("PB", src.Publisher)
	tag("VL", src.Volume)
	tag("IS", src.Issue)
	from, to, _ := strings.Cut(ranged(src.Page, "-"), "-")
	tag("SP", from)
	tag("EP", to)
	if d := src.Issued; !d.IsZero() {
		tag("PY", fmt.Sprint(d.Year))
		tag("DA", risDate(d))
	}
	tag("DO", it.DOI)
	tag("UR", src.URL)
	if !src.Accessed.IsZero() {
		tag("Y2", risDate(src.Accessed))
	}
	tag("LA", src.Language)
	tag("OP", it.first(w))
	tag("N1", listed(". ", w.locator(paragraphs), src.Note))
	tag("ID", key(src))
	b.WriteString("ER  - \r\n")
	return b.String()
}

// risDate is "2024/01/05/": year, month, day and something else, each of which may be empty.
func risDate(d data.Date) string {
	month := only(d.Month > 0, fmt.Sprintf("%02d", d.Month))
	return fmt.Sprintf("%d/%s/%s/", d.Year, month, only(d.Day > 0, fmt.Sprintf("%02d", d.Day)))
}

func risType(src data.Source) string {
	known := map[string]string{
		"article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS", "webpage": "ELEC", "book": "BOOK", "chapter": "CHAP",
		"report": "RPRT", "thesis": "THES", "paper-conference": "CPAPER", "dataset": "DATA", "software": "COMP", "entry-encyclopedia": "ENCYC",
	}
	if t := known[src.Type]; t != "" {
		return t
	}
	return "GEN"
}
