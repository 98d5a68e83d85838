package compare

import (
	"bytes"
	"encoding/csv"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"beltroad/assets"
	"beltroad/data"
	"beltroad/data/fixture"
	"beltroad/internal/message"
)

// english are the words of the program.
func english(t testing.TB) *message.Printer {
	t.Helper()
	all, err := fs.Sub(assets.Translations, "translations")
	if err != nil {
		t.Fatal(err)
	}
	p, err := message.Open(all, message.Base)
	if err != nil {
		t.Fatal(err)
	}
	p.Missed = func(what string) { t.Error(what) }
	return p
}

// hostile is the fixture with a version later, in which texts are marks and formulas.
func hostile(t testing.TB) fstest.MapFS {
	t.Helper()
	files := richer(t)
	all := rows(t, files, Figures)
	label, caution := slices.Index(all[0], "label"), slices.Index(all[0], "caution")
	all = edited(all, 1, label, `=HYPERLINK("https://x.example")`)
	all = edited(all, 2, label, `[a](https://x.example) <b>|</b> **b** ~~c~~ `+"`d`")
	all = edited(all, 3, caution, `www.x.example & &lt; me@x.example ![i](x)`)
	all = all[:len(all)-1]
	files = with(files, Figures, all)
	descriptor := strings.Replace(string(files["datapackage.json"].Data), `"version": "`, `"version": "9.`, 1)
	return withFile(files, "datapackage.json", []byte(descriptor))
}

func TestCSV(t *testing.T) {
	a, b := open(t, richer(t)), open(t, hostile(t))
	c := Dossiers(a, b)
	var out bytes.Buffer
	if err := c.CSV(&out); err != nil {
		t.Fatal(err)
	}
	all, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(out.String(), byteOrderMark))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"table", "id", "change", "field", "before", "after"}
	if !slices.Equal(all[0], want) || len(all) < 5 {
		t.Fatalf("%q", all)
	}
	if i := slices.IndexFunc(all, func(r []string) bool { return strings.HasPrefix(r[5], `'=HYPERLINK`) }); i < 0 {
		t.Errorf("no guarded formula in\n%s", &out)
	}
	if i := slices.IndexFunc(all, func(r []string) bool { return r[0] == Figures && r[2] == string(Removed) && r[3] == "label" }); i < 0 {
		t.Errorf("what was removed is not in\n%s", &out)
	}
}

// What is written is what a reader of Markdown shows, and nothing in it is live.
func TestMarkdown(t *testing.T) {
	a, b := open(t, richer(t)), open(t, hostile(t))
	for _, c := range []*Changes{Dossiers(a, b), Dossiers(b, a), Dossiers(a, a), Dossiers(a, open(t, data.Builtin())), Dossiers(a, open(t, putIn(t, copied(t, fixture.Harbour()), 4)))} {
		var out bytes.Buffer
		if err := c.Markdown(&out, english(t)); err != nil {
			t.Fatal(err)
		}
		checkInert(t, out.Bytes())
		if !strings.HasPrefix(out.String(), "# ") {
			t.Errorf("%s", &out)
		}
	}
}

// Of a record that is in one dossier alone Markdown has all that it says, as CSV has; a list
// tells in words what came and went: a sign before a number would be read as its own.
func TestMarkdownTellsWhatIsNew(t *testing.T) {
	files := richer(t)
	all := rows(t, files, Figures)
	last := all[len(all)-1]
	files = with(files, Figures, all[:len(all)-1])
	a, b := open(t, files), open(t, richer(t))
	for _, c := range []*Changes{Dossiers(a, b), Dossiers(b, a)} {
		var out bytes.Buffer
		if err := c.Markdown(&out, english(t)); err != nil {
			t.Fatal(err)
		}
		for _, column := range []string{"text", "counts"} {
			i := slices.Index(all[0], column)
			if want := "  - " + english(t).Say("compare.field."+column) + ": " + Escape(last[i]) + "\n"; last[i] == "" || !strings.Contains(out.String(), want) {
				t.Errorf("no %q in\n%s", want, &out)
			}
		}
		if title := "\n- **" + Escape(last[slices.Index(all[0], "label")]) + "**"; strings.Count(out.String(), title) != 1 || strings.Contains(out.String(), "Title: ") {
			t.Errorf("its title is told twice in\n%s", &out)
		}
	}
	p := &printout{words: english(t)}
	if got := p.field(&Field{Gone: []string{"4"}, Came: []string{"5", "6"}}); got != "gone: ~~4~~ new: **5** **6**" {
		t.Errorf("a list is told as %s", got)
	}
}

var gfm = goldmark.New(goldmark.WithExtensions(extension.GFM))

// checkInert makes sure that nothing in Markdown is a link, a picture or HTML.
func checkInert(t *testing.T, source []byte) {
	t.Helper()
	_ = ast.Walk(gfm.Parser().Parse(text.NewReader(source)), func(n ast.Node, _ bool) (ast.WalkStatus, error) {
		switch n.Kind() {
		case ast.KindLink, ast.KindAutoLink, ast.KindImage, ast.KindRawHTML, ast.KindHTMLBlock, ast.KindCodeSpan:
			t.Errorf("%s is live in\n%s", n.Kind(), source)
		}
		return ast.WalkContinue, nil
	})
}

// A text is shown as it stands.
func FuzzEscape(f *testing.F) {
	for _, s := range []string{"a|b", "<b>x</b>", "`x`", "[a](b)", "https://x.example", "www.x.example", "a_b_c", "1. x", "# x", "~~x~~", "\\", "a  b", "me@x.example", "x\u202Ey", "ftp://x.y", "&amp;"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 200 {
			return
		}
		source := []byte("- **t**: ~~x" + Escape(s) + "~~ y\n")
		checkInert(t, source)
		if n := bytes.Count(source, []byte("\n")); n != 1 {
			t.Errorf("%q is %d lines", s, n)
		}
	})
}

// Each table, field and kind of change has words.
func TestWordsAreThere(t *testing.T) {
	words := english(t)
	for _, table := range Tables() {
		words.Say("compare.table." + table)
	}
	for _, k := range Kinds() {
		words.Count("compare.count."+string(k), 2)
		words.Say("compare.kind." + string(k))
	}
	d := open(t, richer(t))
	none := open(t, hostile(t))
	c := Dossiers(d, none)
	for _, table := range c.tables {
		for _, f := range table.(interface{ columns() []string }).columns() {
			words.Say("compare.field." + f)
		}
	}
}

func BenchmarkDossiers(b *testing.B) {
	files, err := fixture.Synthetic(20_000) // 95,000 rows and more
	if err != nil {
		b.Fatal(err)
	}
	x := open(b, files)
	all := rows(b, files, Figures)
	for i := 1; i < len(all); i += 10 {
		all = edited(all, i, 3, "Another label")
	}
	y := open(b, with(files, Figures, all))
	b.Run("same", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if !Dossiers(x, x).Same() {
				b.Fatal("they differ")
			}
		}
	})
	b.Run("edited", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if n := len(Dossiers(x, y).All); n != 6000 {
				b.Fatal(n)
			}
		}
	})
}

// columns are the names of all columns.
func (t *records[T]) columns() []string {
	var c cells
	var names []string
	t.spec.cells(&c, new(T))
	for i := range c.all {
		names = append(names, c.all[i].name)
	}
	return names
}
