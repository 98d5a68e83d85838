package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// pack makes a zip file of names and contents in turn.
func pack(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const (
	testRels   = `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="x/styles" Target="/xl/styles.xml"/></Relationships>`
	testBook   = `<workbook xmlns:r="r"><sheets><sheet name="One" sheetId="1" r:id="r1"/></sheets></workbook>`
	testStyles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="[$€-407] #,##0.00"/><numFmt numFmtId="166" formatCode="mmm yyyy"/><numFmt numFmtId="167" formatCode="yyyy"/></numFmts>` +
		`<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="21"/><xf numFmtId="11"/></cellXfs></styleSheet>`
	testShared = `<sst><si><t>plain</t></si><si><r><t>rich </t></r><r><rPr><b/></rPr><t xml:space="preserve">text_x000D_</t></r><rPh sb="0" eb="1"><t>aloud</t></rPh></si></sst>`
)

// book is an XLSX file of one sheet.
func book(t testing.TB, sheetData string) []byte {
	t.Helper()
	return pack(t, "[Content_Types].xml", "<Types/>", "xl/workbook.xml", testBook, "xl/_rels/workbook.xml.rels", testRels,
		"xl/styles.xml", testStyles, "xl/sharedStrings.xml", testShared, "xl/worksheets/sheet1.xml", "<worksheet>"+sheetData+"</worksheet>")
}

func TestCells(t *testing.T) {
	for _, c := range []struct{ cell, want string }{
		{`<c t="s"><v>0</v></c>`, "plain"},
		{`<c t="s"><v>1</v></c>`, "rich text\r"},
		{`<c t="s"><v>9</v></c>`, ""},
		{`<c t="inlineStr"><is><t>in</t><r><t>line</t></r></is></c>`, "inline"},
		{`<c><v>19100000000000</v></c>`, "19100000000000"},
		{`<c><v>1.9100000000000000E+13</v></c>`, "19100000000000"},
		{`<c s="8"><v>1.91E+13</v></c>`, "19100000000000"},
		{`<c><v>1.1000000000000001</v></c>`, "1.1"},
		{`<c><v>0.30000000000000004</v></c>`, "0.3"},
		{`<c><v>9007199254740991</v></c>`, "9007199254740991"},
		{`<c><v>-0</v></c>`, "0"},
		{`<c><v>1E-7</v></c>`, "0.0000001"},
		{`<c s="1"><v>45291</v></c>`, "2023-12-31"},
		{`<c s="1"><v>45291.75</v></c>`, "2023-12-31"},
		{`<c s="3"><v>45291</v></c>`, "2023-12-31"},
		{`<c s="5"><v>45261</v></c>`, "2023-12"},
		{`<c s="6"><v>45261</v></c>`, "2023"},
		{`<c s="1"><v>59</v></c>`, "1900-02-28"},
		{`<c s="1"><v>61</v></c>`, "1900-03-01"},
		{`<c s="7"><v>0.5</v></c>`, "12:00:00"},
		{`<c s="2"><v>0.4</v></c>`, "40%"},
		{`<c s="2"><v>7.0000000000000007E-2</v></c>`, "7%"},
		{`<c s="2"><v>0.615</v></c>`, "61.5%"},
		{`<c s="4"><v>1200.5</v></c>`, "€1200.5"},
		{`<c t="b"><v>1</v></c>`, "TRUE"},
		{`<c t="e"><v>#REF!</v></c>`, "#REF!"},
		{`<c t="str"><f>A1&amp;"x"</f><v>ax</v></c>`, "ax"},
		{`<c><f>1+1</f><v>2</v></c>`, "2"},
		{`<c t="d"><v>2023-12-31T00:00:00</v></c>`, "2023-12-31"},
		{`<c s="99"><v>5</v></c>`, "5"},
		{`<c><v>1e999</v></c>`, "1e999"},
	} {
		got, err := Read("x.xlsx", book(t, "<sheetData><row>"+c.cell+"</row></sheetData>"))
		if err != nil {
			t.Errorf("%s: %v", c.cell, err)
			continue
		}
		if text := got.Sheets[0].At(0, 0); text != c.want {
			t.Errorf("%s: %q, want %q", c.cell, text, c.want)
		}
	}
}

func TestFormats(t *testing.T) {
	for code, want := range map[string]format{
		"General": {}, "0.00E+00": {}, "#,##0": {}, "@": {look: asDate}, `0.0%`: {look: asPercent},
		`"$"#,##0`: {sign: "$"}, `[$USD] #,##0`: {sign: "USD"}, `_-* #,##0.00\ "€"_-`: {sign: "€"}, `[Red]-0`: {},
		`[$-409]d-mmm-yy;@`: {look: asDate}, `yyyy"年"m"月"`: {look: asMonth}, `[$-404]e/m/d`: {look: asDate},
		`h:mm`: {look: asClock}, `[h]:mm`: {look: asClock}, `dd/mm/yyyy hh:mm`: {look: asDate}, `# ?/?`: {},
	} {
		if code == "@" {
			want = format{} // a text
		}
		if got := formatOf(code); got != want {
			t.Errorf("%s: %+v, want %+v", code, got, want)
		}
	}
}

func wide16(s string, bigEndian, mark bool) []byte {
	if mark {
		s = "\uFEFF" + s
	}
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		if bigEndian {
			b = append(b, byte(u>>8), byte(u))
		} else {
			b = append(b, byte(u), byte(u>>8))
		}
	}
	return b
}

func TestCSV(t *testing.T) {
	table := [][]string{{"name", "text"}, {"Quay, old", "over 1,200"}, nil, {"a \"b\"", "two\nlines"}}
	for _, c := range []struct {
		name string
		b    []byte
		want [][]string
	}{
		{"comma", []byte("name,text\n\"Quay, old\",\"over 1,200\"\n,\n\"a \"\"b\"\"\",\"two\nlines\"\n"), table},
		{"semicolon, CRLF, mark", []byte("\xEF\xBB\xBFname;text\r\nQuay, old;over 1,200\r\n;\r\na \"b\";\"two\r\nlines\""), table},
		{"tab", []byte("name\ttext\nQuay, old\tover 1,200\n\n\"a \"\"b\"\"\"\t\"two\nlines\""), table},
		{"sep=", []byte("sep=;\nname;text\n"), [][]string{nil, {"name", "text"}}},
		{"returns alone", []byte("name,text\ra,b\r"), [][]string{{"name", "text"}, {"a", "b"}}},
		{"UTF-16", wide16("name\ttext\nñ\t鹭\n", false, true), [][]string{{"name", "text"}, {"ñ", "鹭"}}},
		{"UTF-16, high first", wide16("name\ttext\n", true, true), [][]string{{"name", "text"}}},
		{"UTF-16 without mark", wide16("name\ttext\n", false, false), [][]string{{"name", "text"}}},
		{"UTF-16, high first, without mark", wide16("name\ttext\n", true, false), [][]string{{"name", "text"}}},
		{"Windows-1252", []byte("name;text\ncaf\xe9;\x93so\x94\n"), [][]string{{"name", "text"}, {"café", "“so”"}}},
		{"GB 18030", []byte("name,text\n\xc2\xeb\xcd\xb7,\xb6\xc9\xc2\xd6\n"), [][]string{{"name", "text"}, {"码头", "渡轮"}}},
		{"title above", []byte("My town;;\n;;\nname;text;n\na, b, c;x;1\n"), [][]string{{"My town"}, nil, {"name", "text", "n"}, {"a, b, c", "x", "1"}}},
		{"empty", nil, nil},
	} {
		got, err := Read("folder/Figures.csv", c.b)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got.Sheets[0].Name != "Figures" || !slices.EqualFunc(got.Sheets[0].Rows, c.want, slices.Equal) {
			t.Errorf("%s: %q, want %q", c.name, got.Sheets[0].Rows, c.want)
		}
	}
}

func FuzzCSV(f *testing.F) {
	f.Add("a,b\n\"c\",d", true)
	f.Add("\x00\xff;\"", false)
	f.Fuzz(func(t *testing.T, s string, clean bool) {
		if !clean {
			_, _ = Read("x.csv", []byte(s))
			return
		}
		// What is written as CSV comes back as it was.
		row := strings.Split(strings.ToValidUTF8(s, "?"), "|")
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		if w.Write(row) != nil || len(b.Bytes()) > 1<<10 {
			return
		}
		w.Flush()
		o := &open{builder: &builder{}}
		r := csvReader{open: o, comma: ',', rest: b.String()}
		if err := r.readRow(); err != nil {
			return
		}
		for i := range row {
			row[i] = strings.ReplaceAll(row[i], "\r\n", "\n")
		}
		if !slices.Equal(r.cells, row) {
			t.Errorf("%q came back as %q from %q", row, r.cells, b.String())
		}
	})
}
