package data

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"beltroad/data/internal/schema"
)

// texts doubts what is read of all tables.
func (r *doubter) texts() {
	d := r.dossier
	for i := range d.pillars { // whose order is not that of the file
		p := &d.pillars[i]
		r.text(schema.Pillars, -1, "name", p.Name)
		r.text(schema.Pillars, -1, "summary", p.Summary)
	}
	for i := range d.projects {
		p := &d.projects[i]
		r.text(schema.Projects, i, "name", p.Name)
		r.text(schema.Projects, i, "summary", p.Summary)
	}
	for i := range d.figures {
		f := &d.figures[i]
		r.text(schema.Figures, i, "label", f.Label)
		r.text(schema.Figures, i, "text", f.Quantity.Text)
		r.text(schema.Figures, i, "counts", f.Quantity.Counts)
		r.text(schema.Figures, i, "speaker", f.Speaker)
		r.text(schema.Figures, i, "caution", f.Caution)
	}
	for i := range d.secondSources {
		s := &d.secondSources[i]
		r.text(schema.SecondSources, i, "text", s.Quantity.Text)
		r.text(schema.SecondSources, i, "note", s.Note)
	}
	for i := range d.statements {
		s := &d.statements[i]
		r.text(schema.Statements, i, "text", s.Text)
		r.text(schema.Statements, i, "done_when", s.Promised.DoneWhen)
	}
	for i := range d.events {
		r.text(schema.Events, i, "label", d.events[i].Label)
	}
	for i := range d.places {
		r.text(schema.Places, i, "name", d.places[i].Name)
	}
	for i := range d.paragraphs {
		p := &d.paragraphs[i]
		r.text(schema.Paragraphs, i, "heading", p.Heading)
		r.text(schema.Paragraphs, i, "summary", p.Summary)
	}
}

func (r *doubter) text(table string, i int, column, s string) {
	switch {
	case len(s) > longCell:
		r.doubt(table, i, column, fmt.Sprintf("%d bytes", len(s)), "a text that someone reads")
	case isASCII(s):
	case strings.ContainsRune(s, utf8.RuneError):
		r.doubt(table, i, column, quoted(s), "text without signs that were lost (U+FFFD)")
	default:
		if once := decodedOnce(s); once != "" {
			r.add(Problem{
				File: r.dossier.paths[table], Row: r.row(table, i), Column: column,
				Found: quoted(s) + ", as UTF-8 looks that was read as Windows-1252", Allowed: "text that was decoded once", Mend: once,
			})
		}
	}
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// decodedOnce is a text with those stretches that look as if they had been
// encoded twice as they were before; empty: there is none.
func decodedOnce(s string) string {
	var out strings.Builder
	found := false
	for len(s) > 0 {
		start := strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf })
		if start < 0 {
			break
		}
		out.WriteString(s[:start])
		s = s[start:]
		end := strings.IndexFunc(s, func(r rune) bool { return r < utf8.RuneSelf })
		if end < 0 {
			end = len(s)
		}
		once := encodedOnce(s[:end])
		found = found || once != s[:end]
		out.WriteString(once)
		s = s[end:]
	}
	if !found {
		return ""
	}
	return out.String() + s
}

// encodedOnce is a text above ASCII read as the UTF-8 that its bytes in
// Windows-1252 are, if they are, and if that is what people write; or else it
// stays.
func encodedOnce(s string) string {
	var b []byte
	for _, r := range s {
		c, ok := charmap.Windows1252.EncodeRune(r)
		if !ok {
			return s
		}
		b = append(b, c)
	}
	if !utf8.Valid(b) {
		return s
	}
	for _, r := range string(b) {
		if !unicode.Is(commonlyWritten, r) {
			return s
		}
	}
	return string(b)
}

// commonlyWritten is what people write above ASCII: letters of Europe, marks,
// and what is written in East Asia.
var commonlyWritten = &unicode.RangeTable{R16: []unicode.Range16{
	{0x00A0, 0x017F, 1},
	{0x0370, 0x052F, 1},
	{0x2010, 0x203F, 1},
	{0x20AC, 0x20AC, 1},
	{0x2122, 0x2122, 1},
	{0x3000, 0x9FFF, 1},
	{0xAC00, 0xD7A3, 1},
	{0xFF00, 0xFFEF, 1},
}}
