package pdftext

import (
	"bytes"
	"compress/zlib"
	"context"
	"encoding/ascii85"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

var limits = Limits{Pages: 50, Unpacked: 8 << 20, Text: 1 << 20}

// made is a file of objects, the first of which is the catalogue, with no table.
func made(objects ...string) []byte {
	var b strings.Builder
	b.WriteString("%PDF-1.7\n")
	for i, o := range objects {
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	b.WriteString("trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n")
	return []byte(b.String())
}

func streamOf(dict, content string) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", dict, len(content), content)
}

func deflated(t testing.TB, content string) string {
	t.Helper()
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	if _, err := w.Write([]byte(content)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

const (
	catalogue = "<</Type/Catalog/Pages 2 0 R>>"
	tree      = "<</Type/Pages/Kids[3 0 R]/Count 1>>"
	onePage   = "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>"
	plainFont = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/FirstChar 32/Widths[278]>>"
)

// onPage is a file with one page of this content.
func onPage(content string, more ...string) []byte {
	return made(append([]string{catalogue, tree, onePage, streamOf("", content), plainFont}, more...)...)
}

func read(t *testing.T, b []byte) string {
	t.Helper()
	s, err := Text(context.Background(), b, limits, func(float64) {})
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(s)
}

func TestContent(t *testing.T) {
	for content, want := range map[string]string{
		"BT /F 10 Tf (one) Tj ET":                                         "one",
		"BT /F 10 Tf 1 0 0 1 50 700 Tm (one) Tj 0 -12 Td (two) Tj ET":     "one\ntwo",
		"BT /F 10 Tf 12 TL 50 700 Td (one) Tj T* (two) Tj (three) ' ET":   "one\ntwo\nthree",
		"BT /F 10 Tf 12 TL 1 2 (one) \" ET":                               "one",
		"BT /F 10 Tf 0 -12 TD (one) Tj T* (two) Tj ET":                    "one\ntwo",
		"BT /F 10 Tf [(on) 20 (e) -300 (two)] TJ ET":                      "one two",
		"BT /F 10 Tf [(wide) -250 (gaps)-5000(far)] TJ ET":                "wide gaps far",
		"BT /F 10 Tf 0 700 Td (H) Tj 3 Ts (2) Tj 0 Ts (O) Tj ET":          "H2O",
		"BT /F 10 Tf (one) Tj ET BT /F 10 Tf 1 0 0 1 15 0 Tm (two) Tj ET": "onetwo", // half a size each
		"BT /F 10 Tf (one) Tj ET BT /F 10 Tf 1 0 0 1 18 0 Tm (two) Tj ET": "one two",
		"q 0 1 -1 0 0 0 cm BT /F 10 Tf (up) Tj 0 -12 Td (and on) Tj ET Q": "up\nand on",
		"BT /F 1 Tf 10 0 0 10 0 0 Tm (scaled) Tj ET":                      "scaled",
		`BT /F 10 Tf (\(a\) \\ \101\
b (c)) Tj ET`: `(a) \ Ab (c)`,
		"BT /F 10 Tf <6F6e65 2> Tj ET":                               "one",
		"BT /F 10 Tf (\\223\\222\\226) Tj ET":                        "“’–",
		"BI /W 1 /H 1 ID (garbage) Tj EI BT /F 10 Tf (one) Tj ET":    "one",
		"% (no) Tj\nBT /F 10 Tf (one) Tj ET":                         "one",
		"BT (no font) Tj /F 10 Tf (one) Tj 1 2 3 Td Tj [] TJ ET Q Q": "one",
		"BT /None 10 Tf (one) Tj ET":                                 "one",
		"BT /F 10 Tf (a\x01b) Tj ET":                                 "a b",
	} {
		if got := read(t, onPage(content)); got != want {
			t.Errorf("%q: %q, want %q", content, got, want)
		}
	}
}

// Drawings inside drawings are shown, but not for ever.
func TestForms(t *testing.T) {
	form := streamOf("/Type/XObject/Subtype/Form/Matrix[1 0 0 1 0 -50]/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>", "BT /F 10 Tf (inside) Tj ET /X Do /X Do")
	start := time.Now()
	got := read(t, onPage("BT /F 10 Tf (outside) Tj ET /X Do /X Do", form))
	if !strings.HasPrefix(got, "outside\ninside") {
		t.Errorf("%.60q", got)
	}
	if n := strings.Count(got, "inside"); n > mostForms || time.Since(start) > time.Minute {
		t.Errorf("%d times", n)
	}
}

func TestFilters(t *testing.T) {
	const content = "BT /F 10 Tf (packed) Tj ET"
	hex := fmt.Sprintf("%x>", content)
	base85 := make([]byte, ascii85.MaxEncodedLen(len(content)))
	base85 = base85[:ascii85.Encode(base85, []byte(content))]
	runs := string([]byte{byte(len(content) - 1)}) + content + "\x80"
	for name, s := range map[string]string{
		"flate":       streamOf("/Filter/FlateDecode", deflated(t, content)),
		"in an array": streamOf("/Filter[/FlateDecode]/DecodeParms[null]", deflated(t, content)),
		"hex":         streamOf("/Filter/ASCIIHexDecode", hex),
		"two":         streamOf("/Filter[/ASCIIHexDecode/FlateDecode]", fmt.Sprintf("%x>", deflated(t, content))),
		"runs":        streamOf("/Filter/RunLengthDecode", runs),
		"base 85":     streamOf("/Filter[/ASCII85Decode]", "<~"+string(base85)+"~>"),
		"no length":   "<</Length 7 0 R>>\nstream\r\n" + content + "\nendstream",
		"a wrong one": "<</Length 3>>\nstream\n" + content + "\nendstream",
		"predicted":   streamOf("/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 13>>", deflated(t, predictedUp(content, 13))),
	} {
		if got := read(t, made(catalogue, tree, onePage, s, plainFont)); got != "packed" {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// predictedUp is a text, whose length is a multiple of columns, as PNG predicts it from above.
func predictedUp(s string, columns int) string {
	var b strings.Builder
	before := make([]byte, columns)
	for i := 0; i < len(s); i += columns {
		b.WriteByte(2)
		for j := range columns {
			b.WriteByte(s[i+j] - before[j])
			before[j] = s[i+j]
		}
	}
	return b.String()
}

func TestPredict(t *testing.T) {
	for how, want := range map[byte]byte{0: 0, 1: 10, 2: 20, 3: 15, 4: 20, 9: 0} {
		if got := predict(how, 10, 20, 12); got != want {
			t.Errorf("%d: %d, want %d", how, got, want)
		}
	}
}

// Objects in object streams, a newer object of the same number, parts of a page.
func TestFile(t *testing.T) {
	inside := "3 0 5 " + fmt.Sprint(len(onePage)+1) + " "
	packed := streamOf(fmt.Sprintf("/Type/ObjStm/N 2/First %d/Filter/FlateDecode", len(inside)), deflated(t, inside+onePage+" "+plainFont))
	b := made(catalogue, tree, "null", streamOf("", "BT /F 10 Tf (old) Tj ET"), "null", packed)
	if got := read(t, b); got != "old" {
		t.Errorf("%q", got)
	}
	newer := "4 0 obj " + streamOf("", "BT /F 10 Tf (new) Tj ET") + " endobj\ntrailer <</Root 1 0 R/Prev 9>>\n%%EOF"
	if got := read(t, append(b, newer...)); got != "new" {
		t.Errorf("%q", got)
	}
	parts := strings.Replace(onePage, "/Contents 4 0 R", "/Contents[4 0 R 6 0 R]", 1)
	b = made(catalogue, "<</Type/Pages/Kids[3 0 R 3 0 R 7 0 R]>>", parts, streamOf("", "BT /F 10 Tf (one) Tj"), plainFont, streamOf("", "( two) Tj ET"), "<</Type/Pages/Kids[8 0 R]>>", onePage)
	if got := read(t, b); got != "one two\n\none" {
		t.Errorf("%q", got)
	}
}

func TestFonts(t *testing.T) {
	const cmap = `/CIDInit /ProcSet findresource begin 1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfchar <0001> <4E2D> <0002> <00660066> endbfchar
2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<0078> <0079007A>] endbfrange`
	for name, c := range map[string]struct{ font, toUnicode, shown, want string }{
		"ToUnicode":   {"<</Subtype/Type0/Encoding/Identity-H/ToUnicode 6 0 R/DescendantFonts[<</DW 500/W[1[900 800] 16 18 700]>>]>>", cmap, "<0001 0002 0010 0012 0020 0021 0099>", "中ffACxyz\ufffd"},
		"of one byte": {"<</Subtype/TrueType/ToUnicode 6 0 R>>", "1 beginbfchar <61> <0416> endbfchar", "(ab)", "Жb"},
		"names":       {"<</Subtype/Type1/Encoding<</Differences[1/quoteright/eacute/f_i/uni4E2D 65/B/endash]>>>>", "", "<01020304 41 42 43>", "’éfi中B–C"},
		"Mac":         {"<</Subtype/TrueType/Encoding/MacRomanEncoding>>", "", "<8ed5>", "é’"},
		"Chinese":     {"<</Subtype/Type0/Encoding/GBK-EUC-H/DescendantFonts[<<>>]>>", "", "<d6d0b9fa>", "中国"},
		"nothing":     {"<</Subtype/Type0/Encoding/Identity-H>>", "", "<0001>", "\ufffd"},
		"no font":     {"null", "", "(a)", "a"},
	} {
		b := made(catalogue, tree, onePage, streamOf("", "BT /F 10 Tf "+c.shown+" Tj ET"), c.font, streamOf("", c.toUnicode))
		if got := read(t, b); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestGlyphNames(t *testing.T) {
	for name, want := range map[string]string{
		"space": " ", "A": "A", "quotedblleft": "“", "backslash": `\`, "Euro": "€", "Aring": "Å", "scaron": "š", "f_f_i": "ffi", "a.sc": "a",
		"uni00E9": "é", "u1F600": "😀", "g17": "", "": "", "uniXYZ": "", "ohungarumlaut": "ő", "softhyphen": "\u00ad",
	} {
		if got := glyphText(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// Files that are broken, hostile or locked end in an error, soon.
func TestRefused(t *testing.T) {
	good := onPage("BT /F 10 Tf (one) Tj ET")
	bomb := streamOf("/Filter/FlateDecode", deflated(t, strings.Repeat("0 ", 8<<20)))
	for name, c := range map[string]struct {
		b    []byte
		want error
	}{
		"no PDF":         {[]byte("%PDF-1.4 and nothing else"), ErrDamaged},
		"cut":            {good[:len(good)/2], ErrDamaged},
		"no catalogue":   {made("<<>>")[:30], ErrDamaged},
		"no pages":       {made("<</Type/Catalog/Pages 9 0 R>>"), ErrDamaged},
		"a missing page": {made(catalogue, "<</Type/Pages/Kids[3 0 R 9 0 R]>>", onePage, streamOf("", ""), plainFont), ErrDamaged},
		"locked":         {bytes.Replace(good, []byte("<</Root"), []byte("<</Encrypt 9 0 R/Root"), 1), ErrEncrypted},
		"bomb":           {made(catalogue, tree, onePage, bomb, plainFont), ErrTooMuch},
		"in itself":      {made("<</Type/Catalog/Pages 2 0 R>>", streamOf("/Type/ObjStm/N 1/First 4", "2 0 2 0 R")), ErrDamaged},
		"circle":         {made("1 0 R"), ErrDamaged},
		"many pages":     {made(catalogue, "<</Kids["+strings.Repeat("<<>> ", 51)+"]>>"), ErrTooMuch},
		"deep pages":     {made(catalogue, strings.Repeat("<</Kids[", 100)+strings.Repeat("]>>", 100)), ErrDamaged},
		"values":         {made(catalogue, "["+strings.Repeat("0 ", maxValues)+"]"), ErrTooMuch},
		"arguments":      {onPage(strings.Repeat("0 ", mostArgs+1)), ErrTooMuch},
		"a picture":      {made(catalogue, tree, onePage, streamOf("/Filter/DCTDecode", "x"), plainFont), ErrDamaged},
	} {
		if s, err := Text(context.Background(), c.b, limits, func(float64) {}); !errors.Is(err, c.want) {
			t.Errorf("%s: %q, %v", name, s, err)
		}
	}
}

// What these say would cost much if it were believed.
func TestHostile(t *testing.T) {
	for name, b := range map[string][]byte{
		"nested":       onPage(strings.Repeat("[", 1<<20) + strings.Repeat("<<", 1<<20)),
		"pages":        made(catalogue, "<</Type/Pages/Kids[2 0 R 2 0 R 3 0 R]/Count 1000000000>>", onePage, streamOf("", ""), plainFont),
		"widths":       made(catalogue, tree, onePage, streamOf("", "BT /F 1 Tf (a) Tj ET"), "<</Subtype/Type0/DescendantFonts[<</W[0 1e30 1]>>]>>"),
		"map":          made(catalogue, tree, onePage, streamOf("", "BT /F 1 Tf (a) Tj ET"), "<</Subtype/Type0/ToUnicode 6 0 R>>", streamOf("", "<00000000> <7fffffff> <0041> endbfrange")),
		"table":        made(catalogue, tree, onePage, streamOf("/Type/XRef/Size 900000000/W[1 1 1]/Root 1 0 R", ""), plainFont),
		"lengths":      []byte(strings.ReplaceAll(string(onPage("BT ET")), "/Length 5", "/Length -99999999999999999999")),
		"numbers":      onPage("BT /F 1e308 Tf 1e308 1e308 1e308 1e308 1e308 1e308 Tm (a) Tj 99999999999999999999999999999 Td (b) Tj ET"),
		"saved states": onPage(strings.Repeat("q ", 1<<18)),
	} {
		start := time.Now()
		_, err := Text(context.Background(), b, limits, func(float64) {})
		if took := time.Since(start); took > time.Minute {
			t.Errorf("%s: %v, %v", name, took, err)
		}
	}
}

func TestProgress(t *testing.T) {
	b := made(catalogue, "<</Kids[3 0 R 6 0 R 7 0 R 8 0 R]>>", onePage, streamOf("", "BT /F 10 Tf (x) Tj ET"), plainFont, onePage, onePage, onePage)
	var shares []float64
	s, err := Text(context.Background(), b, limits, func(share float64) { shares = append(shares, share) })
	if err != nil || fmt.Sprint(shares) != "[0.25 0.5 0.75 1]" || s != "x\n\nx\n\nx\n\nx\n\n" {
		t.Errorf("%q, %v, %v", s, shares, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	if _, err := Text(ctx, b, limits, func(float64) { cancel() }); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func FuzzText(f *testing.F) {
	f.Add(onPage("BT /F 10 Tf 1 0 0 1 5 7 Tm [(on) 20 (e)] TJ T* (\\101) ' ET /X Do"))
	f.Add(made(catalogue, tree, onePage, streamOf("/Filter/FlateDecode", deflated(f, "BT /F 10 Tf (x) Tj ET")), "<</Subtype/Type0/ToUnicode 6 0 R>>", streamOf("", "1 beginbfchar <61> <0416> endbfchar <0020> <0021> [<0078> <0079007A>] endbfrange")))
	for _, b := range locked(f) {
		f.Add(b)
	}
	f.Add(made(catalogue, streamOf("/Type/ObjStm/N 1/First 4", "2 0 "+tree)))
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := Text(context.Background(), b, Limits{Pages: 10, Unpacked: 1 << 20, Text: 1 << 16}, func(float64) {})
		if err != nil && s != "" || len(s) > 1<<17 {
			t.Errorf("%d bytes, %v", len(s), err)
		}
	})
}

func FuzzContent(f *testing.F) {
	f.Add("BT /F 10 Tf 1 0 0 1 5 7 Tm [(on) 20 (e)] TJ T* (\\101) ' ET BI /W 1 ID x EI q Q 1 2 (a) \" ")
	f.Fuzz(func(t *testing.T, content string) {
		_, err := Text(context.Background(), onPage(content), Limits{Pages: 10, Unpacked: 1 << 20, Text: 1 << 16}, func(float64) {})
		if err != nil && !errors.Is(err, ErrTooMuch) {
			t.Error(err)
		}
	})
}
