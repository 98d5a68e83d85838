package sheet

import (
	"path"
	"strconv"
	"strings"

	"beltroad/data"
)

// xlsx reads Office Open XML, of either conformance: names count without their
// spaces.
type xlsx struct {
	*folder
	ways    map[string]string // of the workbook, by their ids
	sheets  []xlsxSheet
	shared  []string
	formats []format // of cells, by their styles
	is1904  bool
}

type xlsxSheet struct {
	name, way string
	hidden    bool
}

func (x *xlsx) read() error {
	const usual = "xl/workbook.xml"
	book := usual
	_ = x.relations("_rels/.rels", func(_, kind, target string) { // a file without it has the usual one
		if path.Base(kind) == "officeDocument" {
			book = join("", target)
		}
	})
	if err := x.readWorkbook(book); err != nil {
		return err
	}
	dir, name := path.Split(book)
	x.ways = make(map[string]string)
	var strs, styles string
	if err := x.relations(dir+"_rels/"+name+".rels", func(id, kind, target string) {
		switch path.Base(kind) {
		case "worksheet":
			x.ways[id] = join(dir, target)
		case "sharedStrings":
			strs = join(dir, target)
		case "styles":
			styles = join(dir, target)
		}
	}); err != nil {
		return err
	}
	if styles != "" {
		if err := x.readStyles(styles); err != nil {
			return err
		}
	}
	if strs != "" {
		if err := x.readShared(strs); err != nil {
			return err
		}
	}
	for _, s := range x.sheets {
		if err := x.readSheet(s); err != nil {
			return err
		}
	}
	return nil
}

// join is where a way leads from a folder.
func join(dir, target string) string {
	if strings.HasPrefix(target, "/") {
		dir = ""
	}
	return strings.TrimPrefix(path.Join("/", dir, target), "/")
}

// relations tells the ways from a part.
func (x *xlsx) relations(name string, each func(id, kind, target string)) error {
	return x.scan(name, func(s *scanner, p piece) error {
		if p == startTag && s.name == "Relationship" && s.attr("TargetMode") != "External" {
			each(s.attr("Id"), s.attr("Type"), s.attr("Target"))
		}
		return nil
	})
}

func (x *xlsx) readWorkbook(name string) error {
	return x.scan(name, func(s *scanner, p piece) error {
		if p != startTag {
			return nil
		}
		switch s.name {
		case "workbookPr":
			x.is1904 = isTrue(s.attr("date1904"))
		case "sheet":
			if s.parent() != "sheets" {
				return nil
			}
			if len(x.sheets) >= maxSheets {
				return x.refuse("more than %d sheets", maxSheets)("at most %d sheets", maxSheets)
			}
			state := s.attr("state")
			x.sheets = append(x.sheets, xlsxSheet{s.attr("name"), s.attr("id"), state == "hidden" || state == "veryHidden"})
		}
		return nil
	})
}

func isTrue(s string) bool { return s == "1" || s == "true" || s == "on" }

// readShared reads the texts that cells share.
func (x *xlsx) readShared(name string) error {
	var text strings.Builder
	total := 0
	return x.scan(name, func(s *scanner, p piece) error {
		switch {
		case p == startTag && s.name == "rPh":
			return s.pass() // how a text is read aloud
		case p == startTag && s.name == "si":
			text.Reset()
		case p == someText && s.stack[len(s.stack)-1] == "t":
			if text.Len() <= maxCell {
				text.Write(s.body)
			}
		case p == endTag && s.name == "si":
			if total += text.Len(); total > maxText || len(x.shared) > maxCells {
				return x.refuse("too much text")("at most %d MB", maxText>>20)
			}
			x.shared = append(x.shared, uncoded(text.String()))
		}
		return nil
	})
}

// uncoded is a text without the codes that stand for characters which XML cannot
// hold: _x000D_.
func uncoded(s string) string {
	const long = len("_x000D_")
	at := strings.Index(s, "_x")
	if at < 0 {
		return s
	}
	var b strings.Builder
	for at >= 0 {
		b.WriteString(s[:at])
		s = s[at:]
		n, err := uint64(0), strconv.ErrSyntax
		if len(s) >= long && s[long-1] == '_' {
			n, err = strconv.ParseUint(s[2:long-1], 16, 16)
		}
		if err != nil {
			b.WriteString("_x")
			s = s[2:]
		} else {
			b.WriteRune(rune(n))
			s = s[long:]
		}
		at = strings.Index(s, "_x")
	}
	return b.String() + s
}

// readStyles reads how numbers of cells are shown.
func (x *xlsx) readStyles(name string) error {
	codes := make(map[string]format)
	return x.scan(name, func(s *scanner, p piece) error {
		if p != startTag {
			return nil
		}
		switch {
		case s.name == "numFmt" && s.parent() == "numFmts":
			codes[s.attr("numFmtId")] = formatOf(s.attr("formatCode"))
		case s.name == "xf" && s.parent() == "cellXfs":
			id := s.attr("numFmtId")
			f, ok := codes[id]
			if n, err := strconv.Atoi(id); !ok && err == nil {
				f = builtInFormat(n)
			}
			x.formats = append(x.formats, f)
		}
		return nil
	})
}

// xlsxReader reads a sheet.
type xlsxReader struct {
	*open
	book *xlsx

	row    int
	cells  []string
	column int

	kind, style string
	value, text strings.Builder
	formula     bool
	merged      []area
	bare        bool // a formula without a value was told
}

func (x *xlsx) readSheet(s xlsxSheet) error {
	way := x.ways[s.way]
	switch {
	case way == "":
		return nil // a chart as a sheet
	case s.hidden:
		x.note(data.Problem{File: cut(s.name), Found: "a hidden sheet, which is left out", Allowed: "sheets that can be seen"})
		return nil
	}
	o, err := x.begin(s.name)
	if err != nil {
		return err
	}
	r := &xlsxReader{open: o, book: x, row: -1}
	if err := x.scan(way, r.piece); err != nil {
		return err
	}
	if err := o.fill(r.merged); err != nil {
		return err
	}
	o.end()
	return nil
}

func (r *xlsxReader) piece(s *scanner, p piece) error {
	switch p {
	case startTag:
		return r.start(s)
	case someText:
		switch s.stack[len(s.stack)-1] {
		case "v":
			r.value.Write(s.body)
		case "t":
			r.text.Write(s.body)
		}
		if r.value.Len()+r.text.Len() > longestText {
			return errLong
		}
	case endTag:
		switch s.name {
		case "c":
			return r.endCell()
		case "row":
			return r.put(r.row, r.cells)
		}
	}
	return nil
}

func (r *xlsxReader) start(s *scanner) error {
	switch s.name {
	case "row":
		r.row++
		if n := whole(s.attr("r")); n > 0 {
			r.row = n - 1
		}
		r.cells, r.column = r.cells[:0], -1
	case "c":
		r.column++
		if k := columnOf(s.attr("r")); k >= 0 {
			r.column = k
		}
		r.kind, r.style = s.attr("t"), s.attr("s")
		r.value.Reset()
		r.text.Reset()
		r.formula = false
	case "f":
		r.formula = true
	case "rPh":
		return s.pass()
	case "mergeCell":
		if a, ok := areaOf(s.attr("ref")); ok && len(r.merged) < maxRows {
			r.merged = append(r.merged, a)
		}
	}
	return nil
}

// endCell puts a cell into its row.
func (r *xlsxReader) endCell() error {
	text := r.cell()
	if text == "" {
		if r.formula && r.value.Len() == 0 && !r.bare {
			r.bare = true
			r.note(data.Problem{
				File: r.Name, Row: r.row + 1, Column: Column(r.column), Found: "a formula without its result",
				Allowed: "results beside formulas", Mend: "open it in the spreadsheet and save it",
			})
		}
		return nil
	}
	if err := r.check(r.row, r.column, text); err != nil {
		return err
	}
	for len(r.cells) <= r.column {
		r.cells = append(r.cells, "")
	}
	r.cells[r.column] = text
	return nil
}

// cell is the text of the cell that was read.
func (r *xlsxReader) cell() string {
	value := strings.TrimSpace(r.value.String())
	switch r.kind {
	case "s":
		if i := whole(value); i >= 0 && i < len(r.book.shared) {
			return r.book.shared[i]
		}
		return ""
	case "inlineStr":
		return uncoded(r.text.String())
	case "str":
		return uncoded(r.value.String())
	case "b":
		return boolean(value)
	case "e":
		return value
	case "d":
		return isoDate(value)
	}
	var f format
	if i := whole(r.style); i >= 0 && i < len(r.book.formats) {
		f = r.book.formats[i]
	}
	if value == "" {
		return ""
	}
	return f.show(value, r.book.is1904)
}

// whole is a number of an attribute, in digits; -1: it is none. strconv would make an
// error for each cell that has no such attribute.
func whole(s string) int {
	const most = 1 << 30
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' || n > most/10 {
			return -1
		}
		n = n*10 + int(s[i]-'0')
	}
	if s == "" {
		return -1
	}
	return n
}

func boolean(value string) string {
	switch value {
	case "1", "true":
		return "TRUE"
	case "0", "false":
		return "FALSE"
	}
	return value
}

// columnOf is the column that the name of a cell begins with, from 0; -1: none.
func columnOf(cell string) int {
	k := 0
	for i := 0; i < len(cell) && i < 4; i++ {
		c := cell[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		k = k*26 + int(c-'A') + 1
	}
	return k - 1
}
