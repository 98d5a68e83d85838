package sheet

import (
	"strconv"
	"strings"
)

// area are cells that are merged, from 0, the last ones, too.
type area struct{ row, column, lastRow int }

// areaOf reads an area like A1:C3.
func areaOf(ref string) (area, bool) {
	from, to, ok := strings.Cut(ref, ":")
	if !ok {
		return area{}, false
	}
	first, okFirst := rowOf(from)
	last, okLast := rowOf(to)
	column := columnOf(from)
	return area{first, column, last}, okFirst && okLast && column >= 0
}

func rowOf(cell string) (int, bool) {
	n, err := strconv.Atoi(strings.TrimLeft(strings.ToUpper(cell), "ABCDEFGHIJKLMNOPQRSTUVWXYZ$"))
	return n - 1, err == nil && n > 0
}

// fill gives each row of merged cells what stands in the first: it is said of all of
// them. What is merged along a row is a heading, and is said once.
func (o *open) fill(merged []area) error {
	looked := 0 // at rows, which merged cells may name again and again
	for _, a := range merged {
		text := o.At(a.row, a.column)
		if text == "" {
			continue
		}
		for row := a.row + 1; row <= a.lastRow && row < len(o.Rows); row++ {
			if looked++; looked > maxAllRows {
				return o.refused(row, -1, "too many merged cells", "fewer")
			}
			cells := o.Rows[row]
			if len(cells) == 0 || o.At(row, a.column) != "" {
				continue // an empty row stays one
			}
			if grow := a.column + 1 - len(cells); grow > 0 {
				if o.cells += grow; o.cells > maxCells {
					return o.refused(row, -1, "too many cells in all sheets together", "fewer")
				}
				cells = append(cells, make([]string, grow)...)
			}
			if o.text += len(text); o.text > maxText {
				return o.refused(row, -1, "too much text in all sheets together", "less")
			}
			cells[a.column] = text
			o.Rows[row] = cells
		}
	}
	return nil
}
