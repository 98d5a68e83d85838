package data

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// habits are what spreadsheets and editors make of a table: its form, not its
// meaning.
func habits() map[string]func(string) string {
	lines := func(s string) []string { return strings.Split(strings.TrimSuffix(s, "\n"), "\n") }
	joined := func(rows []string, end string) string { return strings.Join(rows, end) + end }
	header := func(change func(string) string) func(string) string {
		return func(s string) string {
			rows := lines(s)
			rows[0] = change(rows[0])
			return joined(rows, "\n")
		}
	}
	return map[string]func(string) string{
		"a byte order mark":         func(s string) string { return "\xEF\xBB\xBF" + s },
		"carriage returns":          func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
		"both, as Excel":            func(s string) string { return "\xEF\xBB\xBF" + strings.ReplaceAll(s, "\n", "\r\n") },
		"no last line end":          func(s string) string { return strings.TrimSuffix(s, "\n") },
		"a return at the end alone": func(s string) string { return strings.TrimSuffix(s, "\n") + "\r" },
		"blank lines at the end":    func(s string) string { return s + "\n \n\r\n" },
		"rows of commas at the end": func(s string) string { return s + ",,,,,\n,,,,\n\n" },
		"a comma after each row":    func(s string) string { return joined(lines(s), ",\n") },
		"semicolons":                func(s string) string { return delimited(s, ';') },
		"tabs":                      func(s string) string { return delimited(s, '\t') },
		"sep=;":                     func(s string) string { return "sep=;\n" + delimited(s, ';') },
		"sep=,":                     func(s string) string { return "\"sep=,\"\r\n" + s },
		"capitals in the header":    header(strings.ToUpper),
		"spaces in the header":      header(func(h string) string { return " " + strings.ReplaceAll(h, ",", " , ") }),
		"spaces around cells":       func(s string) string { return rewritten(s, func(c string) string { return " " + c + "  " }, false) },
		"spaces that do not break":  func(s string) string { return rewritten(s, func(c string) string { return c + "\u00A0" }, false) },
		"everything in quotes":      quotedCells,
		"another order of columns":  func(s string) string { return rewritten(s, func(c string) string { return c }, true) },
	}
}

func cells(table string) [][]string {
	rows, err := csv.NewReader(strings.NewReader(table)).ReadAll()
	if err != nil {
		panic(err)
	}
	return rows
}

func written(rows [][]string, comma rune) string {
	var b strings.Builder
	out := csv.NewWriter(&b)
	out.Comma = comma
	if err := out.WriteAll(rows); err != nil {
		panic(err)
	}
	return b.String()
}

func delimited(table string, comma rune) string { return written(cells(table), comma) }

func rewritten(table string, cell func(string) string, reversed bool) string {
	rows := cells(table)
	for i, row := range rows {
		for j := range row {
			row[j] = cell(row[j])
		}
		if reversed {
			last := len(row) - 1
			for j := range row {
				rows[i] = append(rows[i], row[last-j])
			}
			rows[i] = rows[i][last+1:]
		}
	}
	return written(rows, ',')
}

func quotedCells(table string) string {
	var b strings.Builder
	for _, row := range cells(table) {
		b.WriteString(`"` + strings.Join(row, `","`) + "\"\n")
	}
	return b.String()
}

// What a spreadsheet makes of a table means the same.
func TestOpenIsEasyAboutForm(t *testing.T) {
	want := mustOpen(t, mapFS(goodFiles()))
	for name, habit := range habits() {
		t.Run(name, func(t *testing.T) {
			files := goodFiles()
			for file, content := range files {
				if strings.HasSuffix(file, ".csv") {
					files[file] = habit(content)
				}
			}
			got := mustOpen(t, mapFS(files))
			got.index, got.paths = want.index, want.paths // which rest on the rest
			if !reflect.DeepEqual(got, want) {
				t.Errorf("got  %+v\nwant %+v", got, want)
			}
		})
	}
}

// So it is with other files, cells and names.
func TestOpenIsEasyAboutMore(t *testing.T) {
	want := mustOpen(t, mapFS(goodFiles()))
	for name, files := range map[string]map[string]string{
		"a large number with an exponent": with(edit(t, "figures.csv", ",21000000,", ",2.1E+07,")),
		"spaces in a list":                with(edit(t, "projects.csv", "2;3,Its length;Its cost", "2; 3,Its length ; Its cost")),
		"heights in a line":               with(edit(t, "routes.geojson", "[101.69, 21.19]", "[101.69, 21.19, 700.5]")),
		"a mark in JSON":                  with(map[string]string{descriptorFile: "\xEF\xBB\xBF" + goodDescriptor()}),
		"returns in JSON":                 with(map[string]string{"routes.geojson": strings.ReplaceAll(goodFiles()["routes.geojson"], "\n", "\r\n")}),
		"a file name in capitals":         renamed("figures.csv", "Figures.CSV"),
	} {
		t.Run(name, func(t *testing.T) {
			got := mustOpen(t, mapFS(files))
			got.index, got.paths = want.index, want.paths
			if !reflect.DeepEqual(got, want) {
				t.Errorf("got  %+v\nwant %+v", got, want)
			}
		})
	}
	two := renamed("figures.csv", "Figures.CSV")
	two["FIGURES.csv"] = two["Figures.CSV"]
	if got := refused(t, mapFS(two)).Error(); !strings.HasPrefix(got, "figures.csv: found no such file") {
		t.Errorf("two files that could be meant: %s", got)
	}
}

func renamed(from, to string) map[string]string {
	files := goodFiles()
	files[to] = files[from]
	delete(files, from)
	return files
}

// Letters of all scripts are text, as are the signs that join some of them.
func TestFindFlaw(t *testing.T) {
	for _, good := range []string{
		"", "tab\there\nline", "café cafe\u0301", "港口 鹭屿", "Hải Lam", "می\u200Cخواهم", "क\u094D\u200Dष", "👩\u200D🚢 ☂️", "שלום", "a\u00A0b", "½ → €",
	} {
		if f := findFlaw([]byte(good)); f.found != "" {
			t.Errorf("%q: %s at %d", good, f.found, f.at)
		}
	}
	for bad, at := range map[string]int{
		"a\x00": 1, "a\x7F": 1, "a\u0085b": 1, "a\u2029b": 1, "a\u202Eb": 1, "a\u200Bb": 1, "a\u200Db": 1, "\u200C": 0, "港\u200D": 3, "soft\u00ADhyphen": 4,
		"\uFEFF": 0, "\U000E0041": 0, "\U0001FFFF": 0, "\uFDD0": 0, "\xFF": 0, "a\xE4": 1, "e" + strings.Repeat("\u0308", 7): 13,
	} {
		if f := findFlaw([]byte(bad)); f.found == "" || f.at != at {
			t.Errorf("%q: %q at %d, want it at %d", bad, f.found, f.at, at)
		}
	}
}

// Where in a text a flaw is makes no difference.
func TestFindFlawAnywhere(t *testing.T) {
	for before := range 20 {
		for _, bad := range []string{"\x00", "\x1F", "\x7F", "\x80", "\u202E", "\u2028", "\uFFFF"} {
			text := strings.Repeat("a", before) + bad + strings.Repeat("~", 12)
			if f := findFlaw([]byte(text)); f.found == "" || f.at != before {
				t.Errorf("%q: %q at %d", text, f.found, f.at)
			}
		}
		if f := findFlaw([]byte(strings.Repeat(" ", before) + "é~\n" + strings.Repeat("~", 20-before))); f.found != "" {
			t.Errorf("%d: %v", before, f)
		}
	}
}

// A path is asked what it is before it is opened.
func TestOpenDirTellsWhatAPathIs(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a[b]", "dossier")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	writeFiles(t, dir, goodFiles())
	if _, err := openDir(filepath.Join(dir, descriptorFile)); err != nil {
		t.Errorf("the path of the descriptor: %v", err)
	}
	if err := os.Rename(filepath.Join(dir, descriptorFile), filepath.Join(dir, "DataPackage.JSON")); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"", "DataPackage.JSON"} {
		if _, err := openDir(filepath.Join(dir, path)); err != nil {
			t.Errorf("a descriptor in another case, by %q: %v", path, err)
		}
	}
	if err := os.Rename(filepath.Join(dir, "DataPackage.JSON"), filepath.Join(dir, descriptorFile)); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		"events.csv": "events.csv: found a file, allowed: a folder that holds a dossier; try: the folder that this file is in",
		"..":         `..: found a folder without datapackage.json, allowed: a folder that holds a dossier; try: the folder in it that does: "dossier"`,
	} {
		if _, err := openDir(dir + string(filepath.Separator) + path); err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %s", path, err, want)
		}
	}
}
