package sheet

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

// bounded is what holds of any book that was read.
func bounded(t *testing.T, b Book) {
	t.Helper()
	if len(b.Sheets) == 0 || len(b.Sheets) > maxSheets {
		t.Fatalf("%d sheets", len(b.Sheets))
	}
	for i := range b.Sheets {
		s := &b.Sheets[i]
		if len(s.Rows) > maxRows {
			t.Fatalf("%d rows", len(s.Rows))
		}
		for _, row := range s.Rows {
			if len(row) > maxColumns || len(row) > 0 && row[len(row)-1] == "" {
				t.Fatalf("a row of %d cells: %q", len(row), row)
			}
			for _, c := range row {
				if len(c) > maxCell {
					t.Fatalf("a cell of %d bytes", len(c))
				}
			}
		}
	}
}

func FuzzXLSX(f *testing.F) {
	f.Add("<sheetData><row><c t=\"s\"><v>1</v></c><c s=\"1\"><v>45291</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:A9\"/></mergeCells>", testStyles, testShared, testBook, testRels)
	f.Add(`<sheetData><row r="7"><c r="C7" t="inlineStr"><is><r><t>x</t></r></is></c></row></sheetData>`, "", "", testBook, testRels)
	f.Fuzz(func(t *testing.T, sheetData, styles, shared, workbook, rels string) {
		b := pack(t, "[Content_Types].xml", "<Types/>", "xl/workbook.xml", workbook, "xl/_rels/workbook.xml.rels", rels,
			"xl/styles.xml", styles, "xl/sharedStrings.xml", shared, "xl/worksheets/sheet1.xml", sheetData)
		if got, err := Read("x.xlsx", b); err == nil {
			bounded(t, got)
		}
	})
}

// The zip file itself may be anything, too.
func FuzzZip(f *testing.F) {
	f.Add(pack(f, "[Content_Types].xml", "<Types/>", "xl/workbook.xml", testBook))
	f.Add(pack(f, "a.csv", "b,c"))
	f.Add(odsOf(f, odsTable("<table-row>"+odsCell+"</table-row>")))
	f.Fuzz(func(t *testing.T, b []byte) {
		if got, err := Read("x", b); err == nil {
			bounded(t, got)
		}
	})
}

func FuzzODS(f *testing.F) {
	f.Add(odsTable("<table-row number-rows-repeated=\"3\">" + odsCell + "</table-row>"))
	f.Add(`<table style-name="ta1"/><table><table-column default-cell-style-name="ce1"/><table-row><table-cell value-type="date" date-value="2023-12-31"/><covered-table-cell/></table-row></table>`)
	f.Fuzz(func(t *testing.T, tables string) {
		if got, err := Read("x.ods", odsOf(t, tables)); err == nil {
			bounded(t, got)
		}
	})
}

// What the scanner takes, it reads as encoding/xml does.
func FuzzScanner(f *testing.F) {
	f.Add(`<?xml version="1.0"?><a x="1" y='2&gt;'>t&amp;<b/><!-- c --><![CDATA[d]]></a>`)
	f.Add("<n:a xmlns:n='u'><n:b c='>'/>\r\n&#x4e2d;</n:a>")
	f.Fuzz(func(t *testing.T, doc string) {
		var got, want strings.Builder
		s := newScanner(strings.NewReader(doc))
		depth := 0
		for {
			p, err := s.next()
			if err != nil {
				if !errors.Is(err, io.EOF) {
					return
				}
				break
			}
			switch p {
			case startTag:
				depth++
				got.WriteString("<" + s.name)
				for _, a := range s.attrs {
					got.WriteString(" " + a.name + "=" + string(a.value))
				}
				got.WriteByte('>')
			case endTag:
				depth--
				got.WriteString("</" + s.name + ">")
			case someText:
				got.Write(s.body)
			}
		}
		if depth != 0 {
			t.Fatalf("depth %d in the end", depth)
		}
		d := xml.NewDecoder(bytes.NewReader([]byte(doc)))
		depth = 0
		for {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				return // it is stricter
			}
			switch token := token.(type) {
			case xml.StartElement:
				depth++
				want.WriteString("<" + token.Name.Local)
				for _, a := range token.Attr {
					if a.Name.Space != "xmlns" && a.Name.Local != "xmlns" {
						want.WriteString(" " + a.Name.Local + "=" + a.Value)
					}
				}
				want.WriteByte('>')
			case xml.EndElement:
				depth--
				want.WriteString("</" + token.Name.Local + ">")
			case xml.CharData:
				if depth > 0 {
					want.Write(token)
				}
			}
		}
		if got.String() != want.String() {
			t.Errorf("%q, encoding/xml reads %q", got.String(), want.String())
		}
	})
}
