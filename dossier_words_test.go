package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"beltroad/data"
	"beltroad/data/datatest"
)

// dossierWords are the words that a dossier has for itself: ids,
// which would stand alone in a string, and names, which would stand in one.
func dossierWords(d *data.Dossier) (ids, names map[string]bool) {
	ids, names = map[string]bool{}, map[string]bool{}
	name := func(s string) {
		if strings.ContainsFunc(s, unicode.IsUpper) && len(s) > 3 { // short ones are not only names
			names[s] = true
		}
	}
	for _, p := range d.Pillars() {
		ids[p.ID] = true
	}
	for _, p := range d.Projects() {
		ids[p.ID] = true
		name(p.Name)
		for _, aka := range p.AlsoKnownAs {
			name(aka)
		}
	}
	for _, f := range d.Figures() {
		ids[f.ID] = true
	}
	for _, p := range d.Places() {
		ids[p.ID] = true
		name(p.Name)
	}
	for _, s := range d.Sections() {
		ids[s.ID] = true
		name(s.Title)
	}
	for _, k := range d.Kinds() {
		ids[k.ID], ids[k.Other] = true, true
	}
	for _, s := range d.Statuses() {
		ids[s.ID] = true
	}
	for _, u := range d.Units() {
		ids[u.ID] = true
	}
	for _, l := range d.Layers() {
		ids[l.ID] = true
	}
	return ids, names
}

// formatWords are words of the format that a dossier may use for its own, too:
// a table is called projects, and so is a unit.
func formatWords(t *testing.T) map[string]bool {
	t.Helper()
	format := map[string]bool{}
	for _, role := range []data.SectionRole{data.FrontMatter, data.Results, data.Principles, data.Commitments, data.BackMatter} {
		format[string(role)] = true
	}
	for file, literals := range literalsOf(t, "data/internal/schema") {
		if !strings.HasSuffix(file, "tables.go") && !strings.HasSuffix(file, "schema.go") {
			continue
		}
		for _, l := range literals {
			format[l.text] = true
		}
	}
	return format
}

// literal is a string in Go.
type literal struct {
	text string
	line int
}

// literalsOf are the strings of the Go files below a folder, without tests and
// what only they and tools use, and without the paths of imports.
func literalsOf(t *testing.T, folder string) map[string][]literal {
	t.Helper()
	all := map[string][]literal{}
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir():
			if slices.Contains([]string{"e2e", "script", "packaging", "build", "dist", "data/fixture", "views/uitest"}, filepath.ToSlash(path)) || strings.HasPrefix(entry.Name(), ".") && path != "." {
				return fs.SkipDir
			}
			return nil
		case !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		all[filepath.ToSlash(path)], err = literalsIn(source)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func literalsIn(source []byte) ([]literal, error) {
	files := token.NewFileSet()
	f, err := parser.ParseFile(files, "", source, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	var all []literal
	ast.Inspect(f, func(n ast.Node) bool {
		if _, ok := n.(*ast.ImportSpec); ok {
			return false
		}
		if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING {
			if text, err := strconv.Unquote(l.Value); err == nil {
				all = append(all, literal{text, files.Position(l.Pos()).Line})
			}
		}
		return true
	})
	return all, nil
}

// dossierWord is the word of a dossier that a string has; empty: none.
func dossierWord(text string, ids, names map[string]bool) string {
	if ids[text] {
		return text
	}
	for name := range names {
		if strings.Contains(text, name) {
			return name
		}
	}
	return ""
}

// No word of a built-in dossier stands in Go: another dossier has others. Its
// strings are what would have to change with it.
func TestNoWordsOfTheDossier(t *testing.T) {
	files := literalsOf(t, ".")
	if len(files) < 100 {
		t.Fatalf("only %d files", len(files))
	}
	format := formatWords(t)
	for _, b := range data.Builtins() {
		ids, names := dossierWords(datatest.Open(t, b.FS))
		for word := range format {
			delete(ids, word)
		}
		if len(ids) < 150 || len(names) < 60 {
			t.Fatalf("only %d ids and %d names of %s", len(ids), len(names), b.Name)
		}
		for file, literals := range files {
			for _, l := range literals {
				if word := dossierWord(l.text, ids, names); word != "" {
					t.Errorf("%s:%d: %q has the word %q of %s", file, l.line, l.text, word, b.Name)
				}
			}
		}
	}
}

func TestDossierWord(t *testing.T) {
	ids, names := map[string]bool{"railway": true, "II": true}, map[string]bool{"Port of Piraeus": true}
	found, err := literalsIn([]byte("package p\n\nimport \"railway\"\n\n// railway\nvar a = []string{\"railway\", \"a railway\", `II`, \"to Port of Piraeus.\"}\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, l := range found {
		got = append(got, strconv.Itoa(l.line)+" "+dossierWord(l.text, ids, names))
	}
	if want := []string{"6 railway", "6 ", "6 II", "6 Port of Piraeus"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
