package draft

import (
	"bytes"
	"fmt"
	"strconv"
	"time"
	"unicode/utf8"

	"beltroad/internal/message"
	"beltroad/internal/ooxml"
)

// The styles of cells, in the order of the part that lists them.
const (
	styleNone = iota
	styleHeader
	styleText
	styleNumber
	styleSample
	styleSampleNumber
	styleNote
	styleItem
)

const (
	sheetSpace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	bookPart   = "xl/workbook.xml"
)

// made is when all parts of the template were made: the same words are the same file.
var templateMade = time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC)

func xlsxTemplate(sheets []templateSheet, w *message.Printer) ([]byte, error) {
	var f ooxml.File
	f.Link("", "officeDocument", bookPart)
	list := ooxml.El("sheets")
	for i := range sheets {
		s, n := &sheets[i], strconv.Itoa(i+1)
		part := "xl/worksheets/sheet" + n + ".xml"
		list.Add(ooxml.El("sheet", "name", w.Say(sheetKey+s.name), "sheetId", n, "r:id", f.Link(bookPart, "worksheet", part)))
		drawing := ""
		if notes := s.notes(w); notes != nil {
			comments, shapes := "xl/comments"+n+".xml", "xl/drawings/vmlDrawing"+n+".vml"
			f.Link(part, "comments", comments)
			drawing = f.Link(part, "vmlDrawing", shapes)
			f.Add(comments, "spreadsheetml.comments+xml", commentsPart(notes))
			f.AddBytes(shapes, "application/vnd.openxmlformats-officedocument.vmlDrawing", shapesPart(notes).Bytes())
		}
		f.Add(part, "spreadsheetml.worksheet+xml", s.part(w, i == 0, drawing))
	}
	f.Add(bookPart, "spreadsheetml.sheet.main+xml", ooxml.El("workbook", "xmlns", sheetSpace, "xmlns:r", ooxml.Relations).Add(
		ooxml.El("bookViews").Add(ooxml.El("workbookView", "activeTab", "0")), list))
	const styles = "xl/styles.xml"
	f.Link(bookPart, "styles", styles)
	f.Add(styles, "spreadsheetml.styles+xml", stylesPart())
	var b bytes.Buffer
	err := f.Write(&b, templateMade)
	return b.Bytes(), err
}

// note is what is said of a column, at its header.
type note struct {
	column int
	text   string
}

func (s *templateSheet) notes(w *message.Printer) []note {
	if s.name == About {
		return nil // whose explanations have a column
	}
	var all []note
	for k, c := range s.columns {
		all = append(all, note{k, w.Say(noteKey + s.name + "." + c.name)})
	}
	return all
}

// part is the sheet itself: a header that stays, cells that may be written into, and
// lists to choose from.
func (s *templateSheet) part(w *message.Printer, first bool, drawing string) *ooxml.Node {
	view := ooxml.El("sheetView", "workbookViewId", "0").Add(
		ooxml.El("pane", "ySplit", "1", "topLeftCell", "A2", "activePane", "bottomLeft", "state", "frozen"))
	if first {
		view.Set("tabSelected", "1")
	}
	cols, rows := ooxml.El("cols"), ooxml.El("sheetData")
	var lists []*ooxml.Node
	header := ooxml.El("row", "r", "1", "ht", "30", "customHeight", "1")
	for k, title := range s.header(w) {
		header.Add(textCell(k, 1, styleHeader, title))
		c := s.columns[k]
		n := strconv.Itoa(k + 1)
		cols.Add(ooxml.El("col", "min", n, "max", n, "width", strconv.Itoa(c.width), "style", strconv.Itoa(s.style(k)), "customWidth", "1"))
		if c.list != nil {
			choice := c.list(w)
			list := ooxml.El("dataValidation", "type", "list", "allowBlank", "1",
				"sqref", fmt.Sprintf("%s2:%s%d", ooxml.Column(k), ooxml.Column(k), lastRow)).Add(ooxml.Text("formula1", choice.formula))
			if !choice.free {
				list.Set("showErrorMessage", "1")
			}
			lists = append(lists, list)
		}
	}
	rows.Add(header)
	for i, row := range s.rows {
		r := ooxml.El("row", "r", strconv.Itoa(i+2), "ht", s.height(row), "customHeight", "1")
		for k, text := range row {
			r.Add(textCell(k, i+2, s.rowStyle(k), text))
		}
		rows.Add(r)
	}
	page := ooxml.El("worksheet", "xmlns", sheetSpace, "xmlns:r", ooxml.Relations).Add(
		ooxml.El("sheetPr").Add(ooxml.El("pageSetUpPr", "fitToPage", "1")), ooxml.El("sheetViews").Add(view), ooxml.El("sheetFormatPr", "defaultRowHeight", "15"), cols, rows,
		ooxml.El("sheetProtection", "sheet", "1", "formatCells", "0", "formatColumns", "0", "formatRows", "0", "insertRows", "0", "deleteRows", "0", "sort", "0", "autoFilter", "0"))
	if len(lists) > 0 {
		page.Add(ooxml.El("dataValidations", "count", strconv.Itoa(len(lists))).Add(lists...))
	}
	page.Add(ooxml.El("pageMargins", "left", "0.5", "right", "0.5", "top", "0.5", "bottom", "0.5", "header", "0.3", "footer", "0.3"),
		ooxml.El("pageSetup", "orientation", "landscape", "fitToHeight", "0"))
	if drawing != "" {
		page.Add(ooxml.El("legacyDrawing", "r:id", drawing))
	}
	return page
}

// height is that of a row, in points: not every program makes room for a text that
// needs more lines than one.
func (s *templateSheet) height(row []string) string {
	const line = 15
	lines := 1
	for k, text := range row {
		lines = max(lines, (utf8.RuneCountInString(text)+s.columns[k].width-1)/s.columns[k].width)
	}
	return strconv.Itoa(line * lines)
}

// style is that of the cells of a column that are to be written into.
func (s *templateSheet) style(column int) int {
	switch {
	case s.name == About && column == 0:
		return styleItem
	case s.name == About && column == 2:
		return styleNote
	case s.columns[column].number:
		return styleNumber
	}
	return styleText
}

// rowStyle is that of the rows that are there: questions, or an example.
func (s *templateSheet) rowStyle(column int) int {
	switch {
	case s.name == About:
		return s.style(column)
	case s.columns[column].number:
		return styleSampleNumber
	}
	return styleSample
}

func textCell(column, row, style int, text string) *ooxml.Node {
	at := ooxml.Column(column) + strconv.Itoa(row)
	c := ooxml.El("c", "r", at, "s", strconv.Itoa(style))
	if text == "" {
		return c
	}
	t := ooxml.Text("t", text)
	return c.Set("t", "inlineStr").Add(ooxml.El("is").Add(t.Set("xml:space", "preserve")))
}

// stylesPart are the styles, in the order of their constants.
func stylesPart() *ooxml.Node {
	el, text := ooxml.El, func(n string) *ooxml.Node { return ooxml.El("color", "rgb", n) }
	font := func(more ...*ooxml.Node) *ooxml.Node {
		return el("font").Add(more...).Add(el("sz", "val", "11"))
	}
	xf := func(font, fill, number string, locked bool) *ooxml.Node {
		lock := "0"
		if locked {
			lock = "1"
		}
		return el("xf", "numFmtId", number, "fontId", font, "fillId", fill, "borderId", "0", "xfId", "0", "applyNumberFormat", "1", "applyFont", "1", "applyFill", "1", "applyAlignment", "1", "applyProtection", "1").Add(
			el("alignment", "vertical", "top", "wrapText", "1"), el("protection", "locked", lock))
	}
	const general, asText, plain, bold, sample, grey = "0", "49", "0", "1", "2", "3"
	return el("styleSheet", "xmlns", sheetSpace).Add(
		el("fonts", "count", "4").Add(
			font(), el("font").Add(el("b"), el("sz", "val", "11")),
			el("font").Add(el("i"), el("sz", "val", "11"), text("FF5B6672")), el("font").Add(el("sz", "val", "10"), text("FF5B6672"))),
		el("fills", "count", "4").Add(
			el("fill").Add(el("patternFill", "patternType", "none")), el("fill").Add(el("patternFill", "patternType", "gray125")),
			fill("FFDCE8EA"), fill("FFF1EEE7")),
		el("borders", "count", "1").Add(el("border").Add(el("left"), el("right"), el("top"), el("bottom"), el("diagonal"))),
		el("cellStyleXfs", "count", "1").Add(el("xf", "numFmtId", "0", "fontId", "0", "fillId", "0", "borderId", "0")),
		el("cellXfs", "count", "8").Add(
			el("xf", "numFmtId", "0", "fontId", "0", "fillId", "0", "borderId", "0", "xfId", "0"),
			xf(bold, "2", general, true), xf(plain, "0", asText, false), xf(plain, "0", general, false),
			xf(sample, "3", asText, false), xf(sample, "3", general, false), xf(grey, "0", general, true), xf(bold, "0", general, true)),
		el("cellStyles", "count", "1").Add(el("cellStyle", "name", "Normal", "xfId", "0", "builtinId", "0")))
}

func fill(color string) *ooxml.Node {
	return ooxml.El("fill").Add(ooxml.El("patternFill", "patternType", "solid").Add(ooxml.El("fgColor", "rgb", color), ooxml.El("bgColor", "indexed", "64")))
}

func commentsPart(notes []note) *ooxml.Node {
	list := ooxml.El("commentList")
	for _, n := range notes {
		list.Add(ooxml.El("comment", "ref", ooxml.Column(n.column)+"1", "authorId", "0").Add(
			ooxml.El("text").Add(ooxml.Text("t", n.text))))
	}
	return ooxml.El("comments", "xmlns", sheetSpace).Add(ooxml.El("authors").Add(ooxml.Text("author", " ").Set("xml:space", "preserve")), list)
}

// shapesPart are the boxes of comments, which spreadsheets ask for.
func shapesPart(notes []note) *ooxml.Node {
	all := ooxml.El("xml", "xmlns:v", "urn:schemas-microsoft-com:vml", "xmlns:o", "urn:schemas-microsoft-com:office:office", "xmlns:x", "urn:schemas-microsoft-com:office:excel").Add(
		ooxml.El("v:shapetype", "id", "_x0000_t202", "coordsize", "21600,21600", "o:spt", "202", "path", "m,l,21600r21600,l21600,xe"))
	for i, n := range notes {
		k := strconv.Itoa(n.column)
		anchor := fmt.Sprintf("%d, 15, 1, 2, %d, 15, 6, 10", n.column+1, n.column+3)
		all.Add(ooxml.El("v:shape", "id", fmt.Sprintf("_x0000_s%d", 1025+i), "type", "#_x0000_t202", "style", "position:absolute;visibility:hidden", "fillcolor", "#ffffe1", "o:insetmode", "auto").Add(
			ooxml.El("v:fill", "color2", "#ffffe1"), ooxml.El("v:textbox"),
			ooxml.El("x:ClientData", "ObjectType", "Note").Add(
				ooxml.El("x:MoveWithCells"), ooxml.El("x:SizeWithCells"), ooxml.Text("x:Anchor", anchor),
				ooxml.Text("x:AutoFill", "False"), ooxml.Text("x:Row", "0"), ooxml.Text("x:Column", k))))
	}
	return all
}
