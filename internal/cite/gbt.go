package cite

import (
	"fmt"
	"strings"
)

// gbtEntry is an entry of a list of references, without its number.
//
// Source of the rules: GB/T 7714-2015, sections 4 and 8, as the file
// china-national-standard-gb-t-7714-2015-numeric.csl has them: surnames in
// capitals, initials without stops, at most three authors, the type in brackets.
// A name whose given name holds several syllables is not abbreviated (8.1.1 lets
// it stand): only its characters tell the initials.
func gbtEntry(it item, w Words) string {
	title := quotes(it.Title, false) + gbtType(it)
	year, date := "", ""
	if d := it.Issued; !d.IsZero() {
		year, date = fmt.Sprint(d.Year), d.String()
	}
	container := it.capitals(it.Container)
	accessed := ""
	if !it.Accessed.IsZero() && it.address() != "" {
		accessed = "[" + it.Accessed.String() + "]"
	}
	page := only(it.Page != "", ": "+ranged(it.Page, "-"))
	var parts []string
	switch {
	case it.Type == "article-newspaper":
		parts = []string{title, listed(", ", container, date) + page + accessed}
	case it.periodical():
		issue := only(it.Issue != "", "("+it.Issue+")")
		number := it.Volume + issue
		if it.Volume == "" {
			year, number = year+issue, ""
		}
		parts = []string{title, listed(", ", container, year, number) + page + accessed}
	case it.Container != "":
		title += "//" + it.Container
		fallthrough
	default:
		published := listed(", ", it.Publisher, year)
		if it.Publisher == "" {
			published = only(date != "", "("+date+")") // as it is on a page
		}
		parts = []string{title, published + page + accessed}
	}
	address := it.URL
	parts = append([]string{gbtNames(it, w)}, append(parts, address)...)
	if it.DOI != "" {
		if address == "" {
			parts[len(parts)-1] = ""
		}
		parts = append(parts, "DOI:"+it.DOI)
	}
	return it.withFirst(sentence(listed(". ", parts...)), w)
}

func gbtNames(it item, w Words) string {
	const most = 3
	all := make([]string, 0, most)
	for i, n := range it.Author[:min(most, len(it.Author))] {
		switch {
		case n.Literal != "":
			all = append(all, strings.ToUpper(n.Literal))
		case eastAsian(n.Family):
			all = append(all, fixedName(n))
		case it.fixed(i):
			all = append(all, listed(" ", strings.ToUpper(n.Family), n.Given))
		default:
			all = append(all, listed(" ", strings.ToUpper(n.Family), initials(n.Given, "", " ", " ")))
		}
	}
	if len(it.Author) > most {
		all = append(all, strings.TrimSuffix(w.Terms[EtAl], "."))
	}
	return strings.Join(all, ", ")
}

// gbtType is the mark of a type, table B.1, and of the carrier, table B.2.
func gbtType(it item) string {
	mark := map[string]string{
		"article-journal": "J", "article-magazine": "J", "article-newspaper": "N", "webpage": "EB", "post": "EB", "post-weblog": "EB",
		"report": "R", "dataset": "DS", "software": "CP", "book": "M", "chapter": "M", "article": "M", "thesis": "D", "paper-conference": "C", "patent": "P",
	}[it.Type]
	if mark == "" {
		mark = "Z"
	}
	if it.URL != "" || it.DOI != "" {
		mark += "/OL"
	}
	return "[" + mark + "]"
}
