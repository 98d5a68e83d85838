package ooxml

import (
	"bytes"
	"regexp"
	"strconv"
	"time"
)

const sheetSpace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

// Cell is a cell of a table: a text, or a number.
type Cell struct {
	Text   string
	Number float64
	IsText bool
	Empty  bool
}

// Words is a cell with a text.
func Words(text string) Cell { return Cell{Text: text, IsText: true} }

// Value is a cell with a number.
func Value(v float64) Cell { return Cell{Number: v} }

// Workbook is a table as a file of its own, as charts have behind them.
func Workbook(name string, rows [][]Cell, made time.Time) ([]byte, error) {
	data := El("sheetData")
	for i, row := range rows {
		r := El("row", "r", strconv.Itoa(i+1))
		for k, c := range row {
			at := Column(k) + strconv.Itoa(i+1)
			switch {
			case c.Empty:
			case c.IsText:
				t := Text("t", literal(c.Text))
				r.Add(El("c", "r", at, "t", "inlineStr").Add(El("is").Add(t.Set("xml:space", "preserve"))))
			default:
				r.Add(El("c", "r", at).Add(Text("v", strconv.FormatFloat(c.Number, 'g', -1, 64))))
			}
		}
		data.Add(r)
	}
	var f File
	const book, sheet = "xl/workbook.xml", "xl/worksheets/sheet1.xml"
	f.Link("", "officeDocument", book)
	id := f.Link(book, "worksheet", sheet)
	f.Add(book, "spreadsheetml.sheet.main+xml", El("workbook", "xmlns", sheetSpace, "xmlns:r", Relations).Add(
		El("sheets").Add(El("sheet", "name", name, "sheetId", "1", "r:id", id))))
	f.Add(sheet, "spreadsheetml.worksheet+xml", El("worksheet", "xmlns", sheetSpace).Add(data))
	var b bytes.Buffer
	err := f.Write(&b, made)
	return b.Bytes(), err
}

// Column is the name of a column, from 0: "A".
func Column(k int) string {
	const letters = 26
	name := ""
	for k++; k > 0; k = (k - 1) / letters {
		name = string(rune('A'+(k-1)%letters)) + name
	}
	return name
}

var coded = regexp.MustCompile(`_(x[0-9A-Fa-f]{4}_)`)

// literal keeps a text from being read as the code of a character.
func literal(s string) string { return coded.ReplaceAllString(s, "_x005F_$1") }
