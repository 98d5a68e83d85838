package ooxml

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"time"
)

// wellFormed reads a document to its end.
func wellFormed(t testing.TB, b []byte) {
	t.Helper()
	for d := xml.NewDecoder(bytes.NewReader(b)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatalf("%v in\n%s", err, b)
		}
	}
}

func TestNode(t *testing.T) {
	n := El("a", "x", `5 < "6" & 7`, "none", "").Add(Text("b", "<&>\x00\x1b\r\nü图"), nil, El("c"))
	want := "<a x=\"5 &lt; &#34;6&#34; &amp; 7\"><b>&lt;&amp;&gt;&#xA;ü图</b><c/></a>"
	if got := string(n.Bytes()); !strings.HasSuffix(got, want) {
		t.Errorf("%s\nwant %s", got, want)
	}
}

func FuzzNode(f *testing.F) {
	for _, s := range []string{"", "a", "<b>&\"'", "\x00\x0b\ufffe\xff", "]]>", "_x000D_"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		b := El("a", "x", s).Add(Text("b", s)).Bytes()
		var got struct {
			X string `xml:"x,attr"`
			B string `xml:"b"`
		}
		if err := xml.Unmarshal(b, &got); err != nil {
			t.Fatalf("%v in\n%s", err, b)
		}
		if want := Clean(s); got.B != want || got.X != want {
			t.Errorf("%q and %q, want %q", got.B, got.X, want)
		}
	})
}

func TestWays(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"", "ppt/presentation.xml", "ppt/presentation.xml"},
		{"ppt/presentation.xml", "ppt/slides/slide1.xml", "slides/slide1.xml"},
		{"ppt/slides/slide1.xml", "ppt/charts/chart1.xml", "../charts/chart1.xml"},
		{"ppt/slides/slide1.xml", "docProps/app.xml", "../../docProps/app.xml"},
	} {
		if got := way(c.from, c.to); got != c.want {
			t.Errorf("%s to %s: %s, want %s", c.from, c.to, got, c.want)
		}
	}
}

func TestColumn(t *testing.T) {
	for k, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 701: "ZZ", 702: "AAA"} {
		if got := Column(k); got != want {
			t.Errorf("%d: %s, want %s", k, got, want)
		}
	}
}

func TestWorkbook(t *testing.T) {
	made := time.Unix(1e9, 0)
	rows := [][]Cell{{Words("a & <b>"), Value(19.1e12)}, {{Empty: true}, Words("_x0041_ \x00")}}
	b, err := Workbook("Data", rows, made)
	if err != nil {
		t.Fatal(err)
	}
	again, _ := Workbook("Data", rows, made)
	if !bytes.Equal(b, again) {
		t.Error("the same is not the same twice")
	}
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	all := ""
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		wellFormed(t, part)
		all += string(part)
	}
	for _, want := range []string{"a &amp; &lt;b&gt;", "<v>1.91e+13</v>", "_x005F_x0041_ <"} {
		if !strings.Contains(all, want) {
			t.Errorf("%s is missing", want)
		}
	}
}
