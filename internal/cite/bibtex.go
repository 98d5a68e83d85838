package cite

import (
	"cmp"
	"fmt"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"beltroad/data"
)

// BibTeX is a BibTeX entry of src. Text stays UTF-8.
//
// The paragraphs stand in annote, which no style prints: the entry is that of
// the work, under the same key whatever is cited from it, and the place in the
// work belongs in the \cite command.
func BibTeX(src data.Source, w Words, paragraphs ...int) string {
	kind := entryType(src)
	var b strings.Builder
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, ",\n  %s = {%s}", name, value)
		}
	}
	fmt.Fprintf(&b, "@%s{%s", kind, key(src))
	field("author", bibAuthors(src.Author))
	if src.Title != "" {
		field("title", "{"+escape(src.Title)+"}") // in braces, styles keep its capitals
	}
	field(containerField(kind), escape(src.Container))
	field("publisher", escape(src.Publisher))
	field("volume", escape(src.Volume))
	field("number", escape(src.Issue))
	field("pages", pages(src.Page))
	bibDate(&b, src.Issued)
	field("url", bibURL(src.URL))
	field("urldate", src.Accessed.String())
	field("note", escape(sentence(itemOf(src).first(w))))
	field("annote", escape(listed(". ", w.locator(paragraphs), src.Note)))
	b.WriteString("\n}\n")
	return b.String()
}

// bibDate writes the date in parts: old styles know no other way.
func bibDate(b *strings.Builder, d data.Date) {
	if d.Year > 0 {
		fmt.Fprintf(b, ",\n  year = {%d}", d.Year)
	}
	if d.Month > 0 {
		month := time.Month(d.Month).String()[:3]
		fmt.Fprintf(b, ",\n  month = %s", strings.ToLower(month)) // a name that styles define
	}
	if d.Day > 0 {
		fmt.Fprintf(b, ",\n  day = {%d}", d.Day)
	}
}

// entryType is the entry type for a CSL type. What old styles have no type for
// is misc.
func entryType(src data.Source) string {
	switch src.Type {
	case "article-journal", "article-magazine", "article-newspaper":
		if src.Container != "" { // which an article must have
			return "article"
		}
	case "book":
		return "book"
	case "chapter":
		return "incollection"
	case "paper-conference":
		return "inproceedings"
	case "report":
		return "techreport"
	case "thesis":
		return "phdthesis"
	}
	return "misc"
}

func containerField(kind string) string {
	switch kind {
	case "article":
		return "journal"
	case "incollection", "inproceedings":
		return "booktitle"
	case "book", "techreport":
		return "series"
	}
	return "howpublished"
}

func bibAuthors(names []data.Name) string {
	all := make([]string, len(names))
	for i, n := range names {
		switch {
		case n.Literal != "":
			all[i] = "{" + escape(n.Literal) + "}"
		case n.Family == "" || n.Given == "":
			all[i] = "{" + escape(n.Family+n.Given) + "}"
		default:
			all[i] = namePart(n.Family) + ", " + namePart(n.Given)
		}
	}
	return strings.Join(all, " and ")
}

// namePart puts a part of a name in braces that BibTeX would take apart.
func namePart(s string) string {
	if strings.Contains(s, ",") || strings.Contains(" "+strings.ToLower(s)+" ", " and ") {
		return "{" + escape(s) + "}"
	}
	return escape(s)
}

// escape is a text as LaTeX writes it.
func escape(s string) string {
	open, shut := `\{`, `\}`
	if !balanced(s) { // BibTeX counts braces, escaped or not
		open, shut = `\textbraceleft{}`, `\textbraceright{}`
	}
	s = strings.NewReplacer(
		`\`, `\textbackslash{}`, "{", open, "}", shut,
		"&", `\&`, "%", `\%`, "$", `\$`, "#", `\#`, "_", `\_`,
		"~", `\textasciitilde{}`, "^", `\textasciicircum{}`,
		"<", `\textless{}`, ">", `\textgreater{}`,
		`"`, `{"}`, // in German, a quotation mark makes an umlaut
	).Replace(oneLine(s))
	for strings.Contains(s, "--") { // would become a dash
		s = strings.ReplaceAll(s, "--", "-{}-")
	}
	return s
}

// balanced reports whether each brace in s has its counterpart.
func balanced(s string) bool {
	depth := 0
	for _, r := range s {
		switch r {
		case '{':
			depth++
		case '}':
			depth--
		}
		if depth < 0 {
			return false
		}
	}
	return depth == 0
}

// pages is a page range with the dash of LaTeX: "12--19".
func pages(s string) string {
	from, to, isRange := strings.Cut(strings.ReplaceAll(s, "–", "-"), "-")
	if !isRange {
		return escape(s)
	}
	return escape(from) + "--" + escape(to)
}

// bibURL is an address for a field that LaTeX reads letter by letter: nothing
// is escaped for LaTeX, but what would upset the file is for the web.
func bibURL(s string) string {
	return strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C", `"`, "%22", " ", "%20").Replace(oneLine(s))
}

// key is a key like zheng2024, from the first author or else the title. It
// depends on nothing that changes over time.
func key(src data.Source) string {
	name := src.Title
	if len(src.Author) > 0 {
		a := src.Author[0]
		name = listed(" ", a.Family, a.Literal, a.Given)
	}
	word := firstWord(name)
	if word == "" {
		return cmp.Or(firstWord(src.ID), "source")
	}
	if src.Issued.Year > 0 {
		word += fmt.Sprint(src.Issued.Year)
	}
	return word
}

// firstWord is the first word that has ASCII letters, in lower case and without
// accents: more than that, BibTeX does not take in a key.
func firstWord(s string) string {
	ascii := func(r rune) rune {
		if r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return unicode.ToLower(r)
		}
		return -1
	}
	for word := range strings.FieldsSeq(norm.NFD.String(s)) {
		if word = strings.Map(ascii, word); word != "" {
			return word
		}
	}
	return ""
}
