package sheet

import (
	"fmt"
	"runtime"
	"strconv"
	"strings"
	"testing"
)

// pieces are the parts of an XLSX file, by name, with others in their place.
func xlsxOf(t testing.TB, parts map[string]string, more ...string) []byte {
	t.Helper()
	all := []string{"[Content_Types].xml", "<Types/>"}
	for _, part := range [][2]string{
		{"xl/workbook.xml", testBook},
		{"xl/_rels/workbook.xml.rels", testRels},
		{"xl/styles.xml", testStyles},
		{"xl/sharedStrings.xml", testShared},
		{"xl/worksheets/sheet1.xml", "<worksheet/>"},
	} {
		content, ok := parts[part[0]]
		if !ok {
			content = part[1]
		}
		if content != "" {
			all = append(all, part[0], content)
		}
	}
	return pack(t, append(all, more...)...)
}

// manySheets is a file of sheets that all have the same content.
func manySheets(t testing.TB, n int, content string) []byte {
	t.Helper()
	var sheets, rels strings.Builder
	var more []string
	for i := range n {
		fmt.Fprintf(&sheets, `<sheet name="S%d" sheetId="%d" r:id="r%d"/>`, i, i+1, i)
		fmt.Fprintf(&rels, `<Relationship Id="r%d" Type="x/worksheet" Target="worksheets/s%d.xml"/>`, i, i)
		more = append(more, fmt.Sprintf("xl/worksheets/s%d.xml", i), content)
	}
	return xlsxOf(t, map[string]string{
		"xl/workbook.xml":            `<workbook xmlns:r="r"><sheets>` + sheets.String() + `</sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships>` + rels.String() + `</Relationships>`,
	}, more...)
}

func odsOf(t testing.TB, tables string) []byte {
	t.Helper()
	return pack(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml", "<manifest/>",
		"content.xml", `<document-content><automatic-styles><style name="ta1"><table-properties display="false"/></style>`+
			`<date-style name="N1"><month/><text>/</text><year/></date-style><style name="ce1" data-style-name="N1"/></automatic-styles>`+
			`<body><spreadsheet>`+tables+`</spreadsheet></body></document-content>`)
}

func odsTable(rows string) string { return `<table name="One">` + rows + `</table>` }

const odsCell = `<table-cell value-type="string"><p>x</p></table-cell>`

// What is hostile, or no spreadsheet, is refused by a line that says where and why,
// within a bounded memory.
func TestHostile(t *testing.T) {
	row := func(cells string) string { return "<sheetData><row>" + cells + "</row></sheetData>" }
	long := strings.Repeat("x", maxCell-1)
	for name, c := range map[string]struct {
		b    []byte
		want string
	}{
		"content that packs to nothing":     {book(t, strings.Repeat(" <row/>", maxContent/7+1)), `a part "xl/worksheets/sheet1.xml" that unpacks to 128 MB, more than 300 times its size`},
		"content that is much":              {book(t, comments(maxContent)), "content is too large, allowed: at most 128 MB, unpacked"},
		"a row far down":                    {book(t, `<sheetData><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>`), "One row 1048576: found a row beyond the last"},
		"a column far right":                {book(t, row(`<c r="XFD1"><v>1</v></c>`)), "One row 1, column XFD: found a cell beyond the last column that is read, allowed: at most 200 columns"},
		"too many sheets":                   {manySheets(t, 101, "<worksheet/>"), "more than 100 sheets"},
		"rows in all sheets":                {manySheets(t, 10, `<worksheet><sheetData><row r="100000"><c><v>1</v></c></row></sheetData></worksheet>`), "S5 row 100000: found too many rows in all sheets together"},
		"cells in all sheets":               {manySheets(t, 1, `<worksheet><sheetData>`+strings.Repeat(`<row><c r="GR1"><v>1</v></c></row>`, 15_000)+`</sheetData></worksheet>`), "too many cells in all sheets together"},
		"a shared text in many cells":       {xlsxOf(t, map[string]string{"xl/sharedStrings.xml": "<sst><si><t>" + long + "</t></si></sst>", "xl/worksheets/sheet1.xml": "<worksheet><sheetData>" + strings.Repeat(`<row><c t="s"><v>0</v></c></row>`, 2000) + "</sheetData></worksheet>"}), "too much text in all sheets together"},
		"shared texts without end":          {xlsxOf(t, map[string]string{"xl/sharedStrings.xml": "<sst>" + strings.Repeat("<si><t>"+long+"</t></si>", 2000) + "</sst>"}), "more than 300 times its size"},
		"a cell that is too long":           {book(t, row(`<c t="str"><v>`+long+`xxx</v></c>`)), "One row 1, column A: found a cell of more than 32768 bytes"},
		"entities within entities":          {book(t, `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>`+row(`<c t="str"><v>&b;</v></c>`)), "XML with a document type"},
		"an entity of nobody":               {book(t, row(`<c t="str"><v>&lol;</v></c>`)), "broken XML"},
		"XML that is deep":                  {book(t, strings.Repeat("<a>", 1000)), "more than 64 levels"},
		"a tag of a million attributes":     {book(t, "<a "+strings.Repeat(`b="c" `, 1_000_000)+">"), "too long"},
		"a value without end":               {book(t, `<a b="`+strings.Repeat(">", 1_000_000)), "too long"},
		"a text without end":                {book(t, row(`<c t="str"><v>`+strings.Repeat("x", 2<<20)+`</v></c>`)), "too long"},
		"a name each":                       {book(t, names(3000)), "broken XML"},
		"tags that cross":                   {book(t, "<a><b></a></b>"), "broken XML"},
		"tags that are left open":           {book(t, "<a><b>"), "broken XML"},
		"merged cells without end":          {book(t, "<sheetData>"+strings.Repeat(`<row><c><v>1</v></c></row>`, 1000)+"</sheetData><mergeCells>"+strings.Repeat(`<mergeCell ref="A1:A1048576"/>`, 1000)+"</mergeCells>"), "too many merged cells"},
		"a row twice":                       {book(t, `<sheetData><row r="2"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row></sheetData>`), "a second row of that number"},
		"files without end":                 {pack(t, many(6000)...), "too many files"},
		"a part twice":                      {xlsxOf(t, nil, "xl/styles.xml", "<styleSheet/>"), `two files "xl/styles.xml" in one`},
		"a way out of the file":             {xlsxOf(t, map[string]string{"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="../../../../etc/passwd"/></Relationships>`}), `a file without its part "etc/passwd"`},
		"a way to a server":                 {xlsxOf(t, map[string]string{"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="x/worksheet" TargetMode="External" Target="https://example.org"/></Relationships>`}), "without a sheet that can be seen"},
		"no workbook":                       {xlsxOf(t, map[string]string{"xl/workbook.xml": ""}), `without its part "xl/workbook.xml"`},
		"cut off":                           {book(t, "")[:300], "a damaged file"},
		"PK and no more":                    {[]byte("PK\x03\x04"), "a damaged file"},
		"a password":                        {append([]byte("\xD0\xCF\x11\xE0"), wide16("EncryptedPackage", false, false)...), "a file with a password"},
		"an old file":                       {[]byte("\xD0\xCF\x11\xE0..."), "an old file of Excel"},
		"a letter":                          {pack(t, "[Content_Types].xml", "<Types/>", "word/document.xml", "<document/>"), "a text, a presentation or another office file"},
		"a text of OpenDocument":            {pack(t, "META-INF/manifest.xml", "<manifest/>", "content.xml", "<document-content><body><text/></body></document-content>"), "a text, a presentation or another office file"},
		"a password of OpenDocument":        {pack(t, "META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>", "content.xml", "\x00\x01"), "a file with a password"},
		"Numbers":                           {pack(t, "Index/Document.iwa", "", "Metadata/Properties.plist", ""), "a file of Numbers"},
		"a web page named .xls":             {[]byte("\r\n<HTML><table></table></HTML>"), "a web page"},
		"a PDF file":                        {[]byte("%PDF-1.7"), "a PDF file"},
		"a picture":                         {[]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR"), "a file that is no text"},
		"a zip file of pictures":            {pack(t, "a.png", "x"), "a zip file without a table"},
		"too large":                         {make([]byte, MaxFile+1), "at most 32 MB"},
		"columns repeated without end":      {odsOf(t, odsTable(`<table-row><table-cell number-columns-repeated="16384" value-type="string"><p>x</p></table-cell></table-row>`)), "One row 1, column XFD: found a cell beyond"},
		"columns repeated beyond a number":  {odsOf(t, odsTable(`<table-row><table-cell number-columns-repeated="99999999999999999999"/><table-cell number-columns-repeated="16000000"/>`+odsCell+`</table-row>`)), "beyond the last column"},
		"rows repeated without end":         {odsOf(t, odsTable(`<table-row number-rows-repeated="1048576">`+odsCell+`</table-row>`)), "One row 100001: found a row beyond the last"},
		"rows and columns repeated":         {odsOf(t, odsTable(`<table-row number-rows-repeated="100000"><table-cell number-columns-repeated="200" value-type="string"><p>x</p></table-cell></table-row>`)), "too many cells in all sheets together"},
		"spaces without end":                {odsOf(t, odsTable(`<table-row><table-cell value-type="string"><p>`+strings.Repeat(`<s c="1000000000"/>`, 10)+`</p></table-cell></table-row>`)), "a cell of more than 32768 bytes"},
		"spaces without end, often":         {odsOf(t, odsTable(`<table-row><table-cell value-type="string"><p>`+strings.Repeat(`<s c="1000000000"/>x`, 100_000)+`</p></table-cell></table-row>`)), "too long"},
		"merged rows without end":           {odsOf(t, odsTable(strings.Repeat(`<table-row><table-cell number-rows-spanned="1000000" value-type="string"><p>x</p></table-cell></table-row>`, 2000))), "too many merged cells"},
		"a quote that is not closed":        {[]byte("a,b\n\"" + strings.Repeat("x", 1<<20)), "x row 2, column A: found a quote that is not closed"},
		"a row of commas":                   {[]byte(strings.Repeat(",", 1<<20)), "a row of too many cells"},
		"a cell far right":                  {[]byte(strings.Repeat(",", 300) + "x"), "beyond the last column"},
		"rows of a text":                    {[]byte(strings.Repeat("x\n", 100_001)), "x row 100001: found a row beyond"},
		"lines alone":                       {[]byte(strings.Repeat("\n", MaxFile-8)), ""},
		"rows of nothing, repeated":         {odsOf(t, odsTable(`<table-row number-rows-repeated="1048576"><table-cell number-columns-repeated="16384"/></table-row>`)), ""},
		"styles to the last column":         {book(t, row(strings.Repeat(`<c s="1"/>`, 16384))), ""},
		"a reference to a text that is not": {book(t, row(`<c t="s"><v>-1</v></c><c t="s"><v>99999999999</v></c>`)), ""},
	} {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, err := Read("x.csv", c.b)
			runtime.ReadMemStats(&after)
			if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, want %s", err, c.want)
			}
			if mb := (after.TotalAlloc - before.TotalAlloc) >> 20; mb > 200 {
				t.Errorf("it took %d MB", mb)
			}
		})
	}
}

// comments are XML of some length that does not pack to nothing.
func comments(n int) string {
	var b strings.Builder
	b.Grow(n + 1<<10)
	for x := uint32(1); b.Len() < n; {
		b.WriteString("<!--")
		for range 32 {
			x = x*1664525 + 1013904223
			b.WriteByte('a' + byte(x>>28))
		}
		b.WriteString(strings.Repeat(" ", 400) + "-->")
	}
	return b.String()
}

func names(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "<n%d/>", i)
	}
	return b.String()
}

func many(n int) []string {
	var all []string
	for i := range n {
		all = append(all, strconv.Itoa(i), "")
	}
	return all
}

// What is odd and still says something is read.
func TestOdd(t *testing.T) {
	for name, c := range map[string]struct {
		b    []byte
		want string // cells of the first sheet
		note string
	}{
		"a strict file, with prefixes": {xlsxOf(t, map[string]string{"xl/worksheets/sheet1.xml": `<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="1"><x:c r="B1"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>`}), `[["" "5"]]`, ""},
		"merged down a column":         {book(t, `<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A9"/></mergeCells>`), `[["plain" "1"] ["plain" "2"]]`, ""},
		"merged along a row":           {book(t, `<sheetData><row><c t="s"><v>0</v></c></row><row><c><v>1</v></c><c><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>`), `[["plain"] ["1" "2"]]`, ""},
		"a formula without its result": {book(t, `<sheetData><row><c><f>A9</f></c><c><v>1</v></c></row></sheetData>`), `[["" "1"]]`, "a formula without its result"},
		"dates from 1904":              {xlsxOf(t, map[string]string{"xl/workbook.xml": strings.Replace(testBook, "<sheets>", `<workbookPr date1904="1"/><sheets>`, 1), "xl/worksheets/sheet1.xml": `<worksheet><sheetData><row><c s="1"><v>43829</v></c></row></sheetData></worksheet>`}), `[["2023-12-31"]]`, ""},
		"rows that are not in order":   {book(t, `<sheetData><row r="3"><c><v>3</v></c></row><row r="1"><c><v>1</v></c></row></sheetData>`), `[["1"] [] ["3"]]`, ""},
		"comments and CDATA":           {book(t, `<!-- a --><sheetData><row><c t="str"><v><![CDATA[a<b]]>&amp;c</v></c></row></sheetData>`), `[["a<b&c"]]`, ""},
		"repeated cells and rows":      {odsOf(t, odsTable(`<table-row number-rows-repeated="2"><table-cell number-columns-repeated="2" value-type="string"><p>x</p></table-cell></table-row>`)), `[["x" "x"] ["x" "x"]]`, ""},
		"a comment in a cell":          {odsOf(t, odsTable(`<table-row><table-cell value-type="string"><annotation><p>no</p></annotation><p>a<s c="2"/>b</p><p>c<span>d</span></p></table-cell></table-row>`)), `[["a  b\ncd"]]`, ""},
		"what was deleted":             {odsOf(t, `<tracked-changes><table-cell><p>no</p></table-cell></tracked-changes>`+odsTable(`<table-row>`+odsCell+`</table-row>`)), `[["x"]]`, ""},
		"values of OpenDocument": {odsOf(t, odsTable(`<table-row><table-cell value-type="float" value="1.91E+13"><p>2E+13</p></table-cell><table-cell value-type="percentage" value="0.405"><p>41%</p></table-cell>`+
			`<table-cell value-type="date" date-value="2023-12-31T10:00:00"><p>12/31</p></table-cell><table-cell value-type="date" style-name="ce1" date-value="2023-12-01"><p>12/2023</p></table-cell><table-cell value-type="boolean" boolean-value="true"><p>TRUE</p></table-cell>`+
			`<table-cell value-type="currency" currency="EUR" value="5.5"><p>5.50 €</p></table-cell><table-cell value-type="string"><p>#REF!</p></table-cell></table-row>`)), `[["19100000000000" "40.5%" "2023-12-31" "2023-12" "TRUE" "€5.5" "#REF!"]]`, ""},
		"a hidden table":  {odsOf(t, `<table name="No" style-name="ta1"><table-row>`+odsCell+`</table-row></table>`+odsTable(`<table-row>`+odsCell+`</table-row>`)), `[["x"]]`, "a hidden sheet"},
		"merged in ODS":   {odsOf(t, odsTable(`<table-row><table-cell number-rows-spanned="2" value-type="string"><p>a</p></table-cell>`+odsCell+`</table-row><table-row><covered-table-cell/>`+odsCell+`</table-row>`)), `[["a" "x"] ["a" "x"]]`, ""},
		"tables in a zip": {pack(t, "__MACOSX/._a.csv", "\x00", "folder/a.csv", "b;c\n"), `[["b" "c"]]`, ""},
		"quotes within":   {[]byte(`5" pipe,"a ""b"" c"x,""` + "\n"), `[["5\" pipe" "a \"b\" cx"]]`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := Read("x.csv", c.b)
			if err != nil {
				t.Fatal(err)
			}
			if s := fmt.Sprintf("%q", got.Sheets[0].Rows); s != c.want {
				t.Errorf("%s, want %s", s, c.want)
			}
			if notes := got.Notes.Error(); c.note == "" && notes != "" || !strings.Contains(notes, c.note) {
				t.Errorf("notes: %s, want %q", notes, c.note)
			}
		})
	}
}
