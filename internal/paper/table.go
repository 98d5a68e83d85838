package paper

import (
	"slices"
	"strings"

	"beltroad/internal/drawing"
)

// between is the room between the columns of a table.
const between = 12

func (t Table) lay(s *setting, in lane, to sink) {
	const air = 4
	var head []strip
	line := strip{high: 2 * air, marks: []drawing.Mark{rule(in, air)}}
	for from := 0; from < t.Len && s.ctx.Err() == nil; from += batch {
		var made [][][]Part
		s.within(func() {
			for i := from; i < min(from+batch, t.Len); i++ {
				made = append(made, t.Row(i))
			}
		})
		if from == 0 {
			t.Columns = t.fitted(s, in, made)
			head = append(t.strips(s, in, t.titles()), line)
			for i := range head {
				head[i].heads = true
				to.put(head[i])
			}
		}
		for i, cells := range made {
			row := t.strips(s, in, cells)
			for k := range row {
				row[k].heads, row[k].row = k == len(row)-1, true // its line
				to.put(row[k])
			}
			to.put(line)
			if from+i == 0 {
				to.repeat(head) // with its first row it stands already
			}
			s.moved()
		}
	}
	to.repeat(nil)
}

// titles are those of the columns.
func (t Table) titles() [][]Part {
	var all [][]Part
	for _, c := range t.Columns {
		all = append(all, []Part{Paragraph{Runs: []Run{{Text: c.Title, Font: drawing.Font{Size: Small.Size, Bold: true}, Ink: drawing.InkPrintMuted}}}})
	}
	return all
}

// strips are a row.
func (t Table) strips(s *setting, in lane, cells [][]Part) []strip {
	r := Row{Gap: between}
	for i, c := range t.Columns {
		cell := Cell{Width: c.Width}
		if i < len(cells) {
			cell.Parts = cells[i]
		}
		r.Cells = append(r.Cells, cell)
	}
	return r.strips(s, in)
}

// fitted are the columns with widths. What is shared goes half by what was asked for, and
// half by how long the first rows are; then a column that has no room for its longest word
// gets some of the others'.
func (t Table) fitted(s *setting, in lane, rows [][][]Part) []Column {
	const longest = 400 // of a cell, that counts
	long, word := make([]float64, len(t.Columns)), make([]float64, len(t.Columns))
	shares, whole := 0.0, 0.0
	for i, c := range t.Columns {
		word[i] = narrowest(s.set, t.titles()[i])
		for _, cells := range rows {
			if i < len(cells) {
				long[i] += min(natural(s.set, cells[i]), longest)
				word[i] = max(word[i], narrowest(s.set, cells[i]))
			}
		}
		if c.Width == 0 {
			shares, whole = shares+c.Share, whole+long[i]
		}
	}
	r := Row{Gap: between}
	for i, c := range t.Columns {
		cell := Cell{Width: c.Width, Share: c.Share}
		if c.Width == 0 && whole > 0 && shares > 0 {
			cell.Share = c.Share/shares + long[i]/whole
		}
		r.Cells = append(r.Cells, cell)
	}
	lanes := r.lanes(s, in)
	lack, spare := 0.0, 0.0
	for i, l := range lanes {
		lack, spare = lack+max(0, word[i]-l.w), spare+max(0, l.w-word[i])
	}
	given := min(1, spare/max(lack, 1))
	all := slices.Clone(t.Columns)
	for i, l := range lanes {
		all[i].Width = l.w + given*max(0, word[i]-l.w)
		if spare > 0 {
			all[i].Width -= given * lack * max(0, l.w-word[i]) / spare
		}
	}
	return all
}

// narrowest is how wide the longest word of parts is.
func narrowest(set drawing.Setter, parts []Part) float64 {
	return wide(set, parts, (*rich).longestWord)
}

func (r *rich) longestWord() float64 {
	w, at := 0.0, 0
	for _, next := range drawing.Breaks(r.text) {
		w = max(w, r.width(at, at+len(strings.TrimRight(r.text[at:next], " "))))
		at = next
	}
	return w
}
