package record

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/cell"
	"beltroad/internal/message"
	"beltroad/views/ui"
)

// Problems is a table of what is wrong with a dossier, in words.
type Problems struct {
	*ui.Table

	words *message.Printer
	all   data.Problems
	order []int // of the rows, indexes into all
}

// problemColumns are the columns after the first, which is where problems are.
var problemColumns = []string{"row", "column", "found", "allowed"}

// NewProblems makes a table of problems in places of a kind, "file" or "sheet", which
// does something with the one that is opened.
func NewProblems(w *message.Printer, kind string, open func(data.Problem)) *Problems {
	say := func(key string) string { return w.Say("problem.column." + key) }
	p := &Problems{words: w}
	p.Table = ui.NewTable([]ui.TableColumn{
		{Title: say(kind), Share: 24},
		{Title: say("row"), Width: 54, Named: true},
		{Title: say("column"), Share: 24, Named: true},
		{Title: say("found"), Share: 28, Named: true},
		{Title: say("allowed"), Share: 44, Named: true},
	}, func(id string) {
		if i, err := strconv.Atoi(id); err == nil && i < len(p.all) {
			open(p.all[i])
		}
	}, p.sort)
	p.Sorted = 0
	return p
}

// Show shows problems in the order in which the table is.
func (p *Problems) Show(all data.Problems) {
	p.all = slices.Clone(all)
	p.fill()
}

// fill puts the problems into the table, in its order: that of the reader, by file, row
// and column, or by another column.
func (p *Problems) fill() {
	p.order = p.order[:0]
	for i := range p.all {
		p.order = append(p.order, i)
	}
	key := func(i int) string {
		at := p.all[i]
		return []string{at.File, "", at.Column, at.Found, at.Allowed}[p.Sorted]
	}
	slices.SortStableFunc(p.order, func(a, b int) int {
		if p.Sorted == 1 {
			return cmp.Compare(p.all[a].Row, p.all[b].Row)
		}
		return strings.Compare(key(a), key(b))
	})
	if p.Down {
		slices.Reverse(p.order)
	}
	p.SetSource(ui.TableRows{Len: len(p.all), ID: func(i int) string { return strconv.Itoa(p.order[i]) }, Row: p.row})
}

// sort sorts by a column, or the other way round.
func (p *Problems) sort(column int) {
	p.Down = column == p.Sorted && !p.Down
	p.Sorted = column
	p.fill()
}

func (p *Problems) row(i int) ui.TableRow {
	at := p.all[p.order[i]]
	text := func(s string) fyne.CanvasObject { return ui.Label(s, ui.SizeBody, ui.ColorInk) }
	allowed := []fyne.CanvasObject{text(Quoted(p.words, at.Allowed))}
	if m := mendOf(p.words, at); m != "" {
		allowed = append(allowed, ui.Label(m, ui.SizeSmall, ui.ColorAccent))
	}
	return ui.TableRow{
		ID: strconv.Itoa(p.order[i]), Label: p.told(at),
		Cells: []fyne.CanvasObject{text(at.File), text(rowOf(at)), text(Quoted(p.words, at.Column)), text(Quoted(p.words, at.Found)), ui.Column(0, allowed...)},
	}
}

// told is what a screen reader says of a problem.
func (p *Problems) told(at data.Problem) string {
	parts := []string{at.File}
	if at.Row > 0 {
		parts = append(parts, p.words.Say("problem.column.row")+" "+rowOf(at))
	}
	parts = append(parts, Quoted(p.words, at.Column), Quoted(p.words, at.Found), p.words.Say("problem.column.allowed")+": "+Quoted(p.words, at.Allowed), mendOf(p.words, at))
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")
}

// ProblemList is a list of problems in files as a table of texts, for a clipboard or a
// spreadsheet.
func ProblemList(w *message.Printer, all data.Problems) string {
	plain := strings.NewReplacer("\t", " ", "\n", " ", "\r", " ")
	var b strings.Builder
	line := func(cells ...string) {
		for i, c := range cells {
			cells[i] = cell.Guard(plain.Replace(c))
		}
		b.WriteString(strings.Join(cells, "\t") + "\n")
	}
	head := []string{w.Say("problem.column.file")}
	for _, key := range append(slices.Clone(problemColumns), "mend") {
		head = append(head, w.Say("problem.column."+key))
	}
	line(head...)
	for _, p := range all {
		line(p.File, rowOf(p), Quoted(w, p.Column), Quoted(w, p.Found), Quoted(w, p.Allowed), mendOf(w, p))
	}
	return b.String()
}

func rowOf(p data.Problem) string {
	if p.Row == 0 {
		return ""
	}
	return strconv.Itoa(p.Row)
}

// mendOf is how a problem is mended; empty: that is not known.
func mendOf(w *message.Printer, p data.Problem) string {
	switch {
	case p.Safe && p.Mend == "":
		return w.Say("problem.mend.empty")
	case p.Safe:
		return w.Say("problem.mend.use", message.Args{"Mend": p.Mend})
	case p.Mend != "":
		return w.Say("problem.mend.try", message.Args{"Mend": p.Mend})
	}
	return ""
}

// Quoted is what a report says, with the quotes of the language in place of those of a
// program. What could not be seen stays written out.
func Quoted(w *message.Printer, s string) string {
	if !strings.Contains(s, `"`) {
		return s
	}
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(s, `"`)
		b.WriteString(before)
		if !found {
			return b.String()
		}
		whole, err := strconv.QuotedPrefix(`"` + rest)
		if err != nil { // it closes nothing, and opens nothing
			b.WriteString(`"` + rest)
			return b.String()
		}
		text := strings.NewReplacer(`\"`, `"`, `\\`, `\`).Replace(whole[1 : len(whole)-1])
		b.WriteString(w.Say("quoted", message.Args{"Text": text}))
		s = rest[len(whole)-1:]
	}
}
