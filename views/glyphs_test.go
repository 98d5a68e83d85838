package views

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"
	"golang.org/x/image/font/sfnt"

	"beltroad/assets"
	"beltroad/data"
	"beltroad/internal/message/messagetest"
	"beltroad/internal/packed"
	"beltroad/views/record"
	"beltroad/views/ui"
)

// letters tells which letters the font of a style has.
func letters(t *testing.T, style fyne.TextStyle) func(rune) bool {
	t.Helper()
	f, err := sfnt.Parse((&ui.Theme{}).Font(style).Content())
	if err != nil {
		t.Fatal(err)
	}
	var buf sfnt.Buffer
	return func(r rune) bool {
		i, err := f.GlyphIndex(&buf, r)
		return err == nil && i != 0
	}
}

// A letter that the font lacks is drawn as an empty box.
func TestEveryLetterIsInTheFont(t *testing.T) {
	shown := map[rune]string{} // with one place where it stands
	add := func(text, where string) {
		for _, r := range text {
			if shown[r] == "" && !unicode.IsControl(r) {
				shown[r] = where
			}
		}
	}
	for key, forms := range english(t) {
		if strings.HasPrefix(key, "deck.") {
			continue // a browser shows them, in its fonts
		}
		for _, form := range forms {
			add(form, "en.json "+key)
			add(messagetest.Longer(form), "en-XA of "+key)
		}
	}
	addDossier(t, add)
	addLiterals(t, add)
	if len(shown) < 80 {
		t.Fatalf("found %d letters only", len(shown))
	}
	for name, style := range map[string]fyne.TextStyle{"regular": {}, "bold": {Bold: true}} {
		has := letters(t, style)
		for _, r := range slices.Sorted(maps.Keys(shown)) {
			if !has(r) {
				t.Errorf("the %s font has no %q (U+%04X) of %s", name, r, r, shown[r])
			}
		}
	}
}

func TestEveryLetterOfTheNoticesIsInTheFont(t *testing.T) {
	has := letters(t, fyne.TextStyle{Monospace: true})
	missing := map[rune]bool{}
	notices := string(packed.Unpack(assets.Notices))
	if !strings.Contains(notices, "fyne.io/fyne") {
		t.Fatal("there are no notices")
	}
	for _, r := range notices {
		if !unicode.IsControl(r) && !has(r) {
			missing[r] = true
		}
	}
	for _, r := range slices.Sorted(maps.Keys(missing)) {
		t.Errorf("the monospace font has no %q (U+%04X)", r, r)
	}
}

func TestLettersFindsWhatIsMissing(t *testing.T) {
	has := letters(t, fyne.TextStyle{})
	for r, want := range map[rune]bool{'a': true, '¶': true, '’': true, '一': false, '\uE000': false, '🚂': false} {
		if has(r) != want {
			t.Errorf("%q: %t", r, !want)
		}
	}
}

// addDossier adds every text that the dossier can show.
func addDossier(t *testing.T, add func(text, where string)) {
	t.Helper()
	files := 0
	if err := fs.WalkDir(data.Builtin(), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || path.Ext(name) == ".geojson" || name == "synonyms.csv" { // nothing of these is shown
			return err
		}
		b, err := fs.ReadFile(data.Builtin(), name)
		files++
		add(string(b), name)
		return err
	}); err != nil || files < 10 {
		t.Fatal(files, err)
	}
	words := record.NewWords(inEnglish, dossier(t))
	for _, p := range dossier(t).Projects() {
		add(words.Countries(p.Countries), "the countries of "+p.ID)
	}
}

// searches tells whether a piece of code looks for letters and shows none.
func searches(n ast.Node) bool {
	call, ok := n.(*ast.CallExpr)
	if !ok {
		return false
	}
	f, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	from, ok := f.X.(*ast.Ident)
	return ok && from.Name == "strings" && (strings.HasPrefix(f.Sel.Name, "Contains") || strings.HasPrefix(f.Sel.Name, "Trim") || strings.HasPrefix(f.Sel.Name, "Has"))
}

// showNothing is code whose letters the app does not show: it looks for them, or
// writes them into files that other programs show, in their fonts.
var showNothing = []string{
	"../internal/search", "../internal/align", "../internal/textfind", "../internal/pdftext", "../internal/lesson/clean.go",
	"../internal/deck", "../internal/worksheet", "../internal/amount", "../internal/draft",
}

// addLiterals adds every text in the code that shows or cites something.
func addLiterals(t *testing.T, add func(text, where string)) {
	t.Helper()
	set, n := token.NewFileSet(), 0
	for _, dir := range []string{".", "../internal"} {
		if err := filepath.WalkDir(dir, func(file string, e fs.DirEntry, err error) error {
			if err == nil && slices.Contains(showNothing, filepath.ToSlash(file)) {
				if e.IsDir() {
					return filepath.SkipDir
				}
				return nil
			}
			if err != nil || e.IsDir() || filepath.Ext(file) != ".go" || strings.HasSuffix(file, "_test.go") {
				return err
			}
			f, err := parser.ParseFile(set, file, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(f, func(node ast.Node) bool {
				if searches(node) {
					return false
				}
				lit, ok := node.(*ast.BasicLit)
				if ok && (lit.Kind == token.STRING || lit.Kind == token.CHAR) {
					if s, err := strconv.Unquote(lit.Value); err == nil {
						n++
						add(s, set.Position(lit.Pos()).String())
					}
				}
				return true
			})
			return nil
		}); err != nil {
			t.Fatal(err)
		}
	}
	if n < 300 {
		t.Fatalf("found %d texts in the code only", n)
	}
}
