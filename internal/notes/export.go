package notes

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strings"
	"time"

	"beltroad/internal/cell"
)

// Words are what exports say in the reader's language.
type Words struct {
	Title    string              // of the whole: "Notes on ..."
	Kind     func(Kind) string   // the name of a kind of highlight
	Bookmark string              // what a bookmark is called
	Orphan   string              // that a note fits nowhere
	Where    func(Placed) string // what a note stands on: "¶15 Infrastructure"
	Date     func(time.Time) string
}

// What a line of Markdown begins with that is for this program alone. Readers of
// Markdown show no comments.
const (
	markHead = "<!-- beltroad.notes "
	markNote = "<!-- note "
	markText = "<!-- text -->"
	markEnd  = "<!-- end -->"
	markTail = " -->"
)

// byteOrderMark makes spreadsheets read a file as UTF-8.
const byteOrderMark = "\uFEFF"

// meta is a note without its text, in one line, with the dossier that it is on.
type meta struct {
	Dossier string `json:"dossier"`
	Note
}

func metaOf(dossier string, n Note) (string, error) {
	n.Text = ""
	b, err := json.Marshal(meta{dossier, n}) // which writes < and > otherwise, so that no comment ends in it
	return string(b), err
}

// JSON writes notes as they are kept.
func JSON(w io.Writer, dossier string, all []Placed) error {
	notes := set{}
	for _, p := range all {
		notes[p.ID] = p.Note
	}
	b, err := encode(dossier, notes)
	if err == nil {
		_, err = w.Write(b)
	}
	return err
}

// about is what kind of note it is, and since when, in one line.
func (w *Words) about(p Placed) string {
	parts := []string{}
	if p.Bookmark {
		parts = append(parts, w.Bookmark)
	}
	if p.Kind != "" {
		parts = append(parts, w.Kind(p.Kind))
	}
	parts = append(parts, w.Date(p.Changed))
	if p.Orphan() {
		parts = append(parts, w.Orphan)
	}
	return strings.Join(parts, " · ")
}

// Markdown writes notes to be read, in the order that they have. [Import] reads
// them back.
func Markdown(w io.Writer, dossier string, all []Placed, words *Words) error {
	head, err := json.Marshal(dossier)
	if err != nil {
		return err
	}
	var b strings.Builder
	b.WriteString("# " + oneLine(words.Title) + "\n\n" + markHead + string(head) + markTail + "\n")
	where := ""
	for _, p := range all {
		if at := words.Where(p); at != where {
			where = at
			b.WriteString("\n## " + oneLine(at) + "\n")
		}
		m, err := metaOf(dossier, p.Note)
		if err != nil {
			return err
		}
		b.WriteString("\n" + markNote + m + markTail + "\n\n")
		if p.Passage() != "" {
			b.WriteString("> " + strings.ReplaceAll(escapeMarks(p.Passage()), "\n", "\n> ") + "\n\n")
		}
		b.WriteString("*" + words.about(p) + "*\n\n" + markText + "\n")
		if p.Text != "" {
			b.WriteString(escapeMarks(p.Text) + "\n")
		}
		b.WriteString(markEnd + "\n")
	}
	_, err = io.WriteString(w, b.String())
	return err
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// escapeMarks keeps lines of a text from being taken for marks: a backslash
// before them is one that Markdown does not show. [unescapeMarks] takes it away.
func escapeMarks(text string) string {
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		if strings.HasPrefix(strings.TrimLeft(l, `\`), "<!--") {
			lines[i] = `\` + l
		}
	}
	return strings.Join(lines, "\n")
}

func unescapeMarks(line string) string {
	if strings.HasPrefix(line, `\`) && strings.HasPrefix(strings.TrimLeft(line, `\`), "<!--") {
		return line[1:]
	}
	return line
}

// The columns of a table of notes. "note" is for this program: what the others
// do not say.
var columns = []string{"where", "kind", "passage", "text", "changed", "note"}

// CSV writes notes as a table, which [Import] reads back. Its cells are no
// formulas, whatever they begin with.
func CSV(w io.Writer, dossier string, all []Placed, words *Words) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if err := out.Write(columns); err != nil {
		return err
	}
	for _, p := range all {
		m, err := metaOf(dossier, p.Note)
		if err != nil {
			return err
		}
		kind := words.Bookmark
		if !p.Bookmark {
			kind = words.Kind(p.Kind)
		}
		row := []string{words.Where(p), kind, p.Passage(), p.Text, p.Changed.Format(time.RFC3339), m}
		for i := range row {
			row[i] = cell.Guard(row[i])
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
