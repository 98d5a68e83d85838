package notes

import (
	"bytes"
	"cmp"
	"fmt"
	"html"
	"io"
	"strings"

	"github.com/yuin/goldmark"

	"beltroad/data"
)

// RIS writes the presented source as an item with a note for each of the
// reader's. It is the form that Zotero reads notes of: each N1 becomes a note
// below the item, with its HTML. CSL-JSON and BibTeX have one field for all.
func RIS(w io.Writer, src data.Source, all []Placed, words *Words) error {
	var b strings.Builder
	line := func(tag, value string) {
		if value = oneLine(value); value != "" {
			b.WriteString(tag + "  - " + value + "\r\n")
		}
	}
	line("TY", risType(src.Type))
	line("TI", cmp.Or(src.Title, words.Title))
	for _, a := range src.Author {
		name := a.Literal
		if name == "" {
			name = strings.Trim(a.Family+", "+a.Given, ", ")
		}
		line("AU", name)
	}
	line("T2", src.Container)
	line("PB", src.Publisher)
	line("DA", risDate(src.Issued))
	line("VL", src.Volume)
	line("IS", src.Issue)
	line("SP", src.Page)
	line("LA", src.Language)
	line("UR", src.URL)
	for _, p := range all {
		note, err := risNote(p, words)
		if err != nil {
			return err
		}
		b.WriteString("N1  - " + note + "\r\n")
	}
	b.WriteString("ER  - \r\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// risNote is a note as HTML in one line: a line of its own might be taken for a field.
func risNote(p Placed, words *Words) (string, error) {
	var b bytes.Buffer
	b.WriteString("<p><strong>" + html.EscapeString(words.Where(p)) + "</strong> · " + html.EscapeString(words.about(p)) + "</p>")
	if p.Passage() != "" {
		b.WriteString("<blockquote><p>" + html.EscapeString(p.Passage()) + "</p></blockquote>")
	}
	if err := goldmark.Convert([]byte(p.Text), &b); err != nil { // which leaves out HTML that is in the text
		return "", err
	}
	return strings.ReplaceAll(strings.TrimSpace(b.String()), "\n", "&#10;"), nil
}

// risType is what RIS calls a CSL type.
func risType(csl string) string {
	switch csl {
	case "article-journal":
		return "JOUR"
	case "article-magazine":
		return "MGZN"
	case "article-newspaper":
		return "NEWS"
	case "book":
		return "BOOK"
	case "chapter":
		return "CHAP"
	case "report":
		return "RPRT"
	case "speech":
		return "SLIDE"
	case "webpage", "post-weblog":
		return "ELEC"
	}
	return "GEN"
}

// risDate has slashes, also after what is not known.
func risDate(d data.Date) string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d///", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d/%02d//", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d/%02d/%02d/", d.Year, d.Month, d.Day)
}
