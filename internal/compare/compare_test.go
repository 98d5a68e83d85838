package compare

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"beltroad/data"
	"beltroad/data/fixture"
)

// copied are the files of a folder, to be changed.
func copied(t testing.TB, fsys fs.FS) fstest.MapFS {
	t.Helper()
	files := make(fstest.MapFS)
	err := fs.WalkDir(fsys, ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := fs.ReadFile(fsys, path)
		files[path] = &fstest.MapFile{Data: b, Mode: 0o644}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// rows are those of a table, the names of its columns first.
func rows(t testing.TB, files fstest.MapFS, table string) [][]string {
	t.Helper()
	all, err := csv.NewReader(bytes.NewReader(files[table+".csv"].Data)).ReadAll()
	if err != nil {
		t.Fatal(table, err)
	}
	return all
}

// with are the files with another table.
func with(files fstest.MapFS, table string, rows [][]string) fstest.MapFS {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	_ = w.WriteAll(rows) // to memory, which does not fail
	return withFile(files, table+".csv", b.Bytes())
}

func withFile(files fstest.MapFS, path string, content []byte) fstest.MapFS {
	other := maps.Clone(files)
	other[path] = &fstest.MapFile{Data: content, Mode: 0o644}
	return other
}

// edited is a table with another cell.
func edited(rows [][]string, row, column int, cell string) [][]string {
	all := slices.Clone(rows)
	all[row] = slices.Clone(all[row])
	all[row][column] = cell
	return all
}

func open(t testing.TB, fsys fs.FS) *data.Dossier {
	t.Helper()
	d, err := data.Open(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// tell is all that is said of two dossiers, to compare it.
func tell(c *Changes) string {
	var b strings.Builder
	for i := range c.All {
		of := &c.All[i]
		fmt.Fprintf(&b, "%s %s %q was %q, %d, %q\n", of.Table, of.Kind, of.ID, of.Was, of.Count, c.Title(of))
		for _, f := range c.Fields(of) {
			fmt.Fprintf(&b, "\t%q\n", f)
		}
	}
	return b.String()
}

func TestSameDossier(t *testing.T) {
	for _, fsys := range []fs.FS{fixture.Harbour(), data.Builtin()} {
		if c := Dossiers(open(t, fsys), open(t, fsys)); !c.Same() {
			t.Errorf("a dossier differs from itself:\n%s", tell(c))
		}
	}
}

// tables are those of the fixture that are CSV files.
func tables() []string {
	return []string{Pillars, Projects, Figures, SecondSources, Statements, Events, Places, ProjectPlaces, Paragraphs, Synonyms}
}

// Each cell that can be another alone, and is, is told as that and as nothing else.
func TestEveryCell(t *testing.T) {
	files := richer(t)
	before := open(t, files)
	for _, table := range tables() {
		t.Run(table, func(t *testing.T) {
			t.Parallel()
			all := rows(t, files, table)
			for column, name := range all[0] {
				done := 0
				for row := 1; row < len(all) && done < 6; row++ {
					for _, cell := range others(all, row, column) {
						d, err := data.Open(with(files, table, edited(all, row, column, cell)))
						if err != nil {
							continue // it cannot be this cell alone
						}
						checkOne(t, before, d, Change{Table: table}, name, all[row][column], cell)
						done++
						break
					}
				}
				if done == 0 && !slices.Contains([]string{Paragraphs + ".n", Pillars + ".id", Projects + ".id", Places + ".id"}, table+"."+name) {
					t.Errorf("no cell of %s could be another", name)
				}
			}
		})
	}
}

// richer is the fixture with a source more, and rows that rest on it.
func richer(t testing.TB) fstest.MapFS {
	t.Helper()
	files := copied(t, fixture.Harbour())
	files = withFile(files, "sources.json", []byte(strings.Replace(string(files["sources.json"].Data), "\n]", `,
  {"id": "third", "type": "report", "title": "A third one"}
]`, 1)))
	for table, row := range map[string]string{
		Events:        "seen,2030-05,Something is seen,,,third",
		SecondSources: "ranged,pupils,third,200 to 300,200,300,range,pupils,Pupils,2030,other-date,independent,",
		ProjectPlaces: "amber-lock,ilhaverde,site,,third",
	} {
		all := append(rows(t, files, table), strings.Split(row, ","))
		files = with(files, table, all)
	}
	return files
}

// others are what a cell may be instead.
func others(all [][]string, row, column int) []string {
	cell := all[row][column]
	var cells []string
	add := func(c string) {
		if c != cell {
			cells = append(cells, c)
		}
	}
	if n, err := strconv.ParseFloat(cell, 64); err == nil {
		add(strconv.FormatFloat(n+1, 'f', -1, 64))
		add(strconv.FormatFloat(n-1, 'f', -1, 64))
		add("99")
	} else if cell != "" {
		add(cell + "-x")
		add(strings.Replace(cell, " ", " very ", 1))
		add(cell + ";Another")
		add(cell + ";FRA")
		add(cell + ";1")
	} else {
		add("Another")
	}
	for other := range all[1:] {
		add(all[1+other][column])
	}
	add("")
	add("1999")
	return cells
}

// checkOne makes sure that one column of one record is told, with what stood and
// stands there, and the other way round as well.
func checkOne(t *testing.T, a, b *data.Dossier, want Change, column, was, is string) {
	t.Helper()
	for _, c := range []*Changes{Dossiers(a, b), Dossiers(b, a)} {
		if len(c.All) != 1 || c.All[0].Table != want.Table || c.All[0].Kind != Changed && c.All[0].Kind != Renamed {
			t.Errorf("%s.%s %q for %q is told as\n%s", want.Table, column, is, was, tell(c))
			return
		}
		fields := c.Fields(&c.All[0])
		if len(fields) != 1 || fields[0].Name != column {
			t.Errorf("%s.%s %q for %q is told as\n%s", want.Table, column, is, was, tell(c))
			return
		}
		if f := fields[0]; plain(f.Before) != plain(was) || plain(f.After) != plain(is) {
			t.Errorf("%s.%s %q for %q is told as %q", want.Table, column, is, was, f)
		}
		was, is = is, was
	}
}

// plain is a cell without what only spells it.
func plain(cell string) string {
	if n, err := strconv.ParseFloat(cell, 64); err == nil {
		return strconv.FormatFloat(n, 'g', -1, 64)
	}
	return strings.ReplaceAll(cell, " ", "")
}

// What is in the descriptor, the sources, the lines and the lessons is told, too.
func TestOtherFiles(t *testing.T) {
	files := copied(t, fixture.Harbour())
	before := open(t, files)
	for _, c := range []struct {
		file, was, is string
		table, field  string
	}{
		{"datapackage.json", `"version": "`, `"version": "9`, Metadata, "version"},
		{"datapackage.json", `"title": "`, `"title": "Another `, Metadata, "title"},
		{"datapackage.json", `"one": "`, `"one": "new `, ofKinds, "one"},
		{"datapackage.json", `"line": "dashed"`, `"line": "dotted"`, Statuses, "line"},
		{"datapackage.json", `"form": "full"`, `"form": "short"`, Units, "form"},
		{"datapackage.json", `"shape": "circle"`, `"shape": "ring"`, Layers, "shape"},
		{"datapackage.json", `"role": "commitments"`, `"role": "principles"`, Sections, "role"},
		{"sources.json", `"publisher": "`, `"publisher": "New `, Sources, "publisher"},
		{"sources.json", `"type":`, `"DOI": "10.1/x", "type":`, Sources, "others"},
		{"routes.geojson", `"status"`, `"note": "", "status"`, "", ""},
		{"lessons/first-steps.lesson.json", `"minutes": 2`, `"minutes": 3`, Lessons, "slides"},
		{"lessons/first-steps.lesson.json", `"title": "First`, `"title": "The first`, Lessons, "title"},
		{"lessons/first-steps.lesson.json", `"format"`, `"farmat"`, Lessons, ""},
	} {
		content := string(files[c.file].Data)
		if !strings.Contains(content, c.was) {
			t.Errorf("%s has no %s", c.file, c.was)
			continue
		}
		d, err := data.Open(withFile(files, c.file, []byte(strings.Replace(content, c.was, c.is, 1))))
		if err != nil {
			if c.table != "" {
				t.Errorf("%s: %v", c.is, err)
			}
			continue
		}
		got := Dossiers(before, d)
		if c.table == "" {
			if !got.Same() {
				t.Errorf("%s: told as\n%s", c.is, tell(got))
			}
			continue
		}
		if len(got.All) != 1 || got.All[0].Table != c.table {
			t.Errorf("%s: told as\n%s", c.is, tell(got))
			continue
		}
		if f := got.Fields(&got.All[0]); c.field != "" && (len(f) != 1 || f[0].Name != c.field) {
			t.Errorf("%s: told as\n%s", c.is, tell(got))
		}
	}
}

// A record that is called otherwise everywhere is renamed, and what refers to it
// stays the same.
func TestRenamedEverywhere(t *testing.T) {
	files := copied(t, fixture.Harbour())
	before := open(t, files)
	tried := map[string]int{}
	for _, table := range []string{Pillars, Projects, Figures, Statements, Events, Places, SecondSources} {
		for _, row := range rows(t, files, table)[1:] {
			if _, ok := before.Unit(row[0]); ok {
				continue // which would be another unit, too
			}
			other := make(fstest.MapFS)
			for name, f := range files {
				content := string(f.Data)
				for _, around := range [][2]string{{`"`, `"`}, {",", ","}, {"\n", ","}, {";", ","}, {",", ";"}, {",", "\n"}, {"/", `"`}} {
					content = strings.ReplaceAll(content, around[0]+row[0]+around[1], around[0]+"other-"+row[0]+around[1])
				}
				if strings.HasPrefix(name, "lessons/") || name == "datapackage.json" && table == Pillars {
					content = string(f.Data)
				}
				other[name] = &fstest.MapFile{Data: []byte(content), Mode: 0o644}
			}
			d, err := data.Open(other)
			if err != nil {
				continue // the word is another's, too
			}
			c := Dossiers(before, d)
			renamed := c.Count(Renamed, table)
			if renamed != 1 || len(c.All) != 1 {
				t.Errorf("%s of %s renamed everywhere is told as\n%s", row[0], table, tell(c))
			}
			tried[table]++
		}
		if tried[table] == 0 {
			t.Errorf("no record of %s could be renamed", table)
		}
	}
}

// A paragraph that is put in or taken out moves the numbers of those that follow,
// and changes nothing that refers to them.
func TestParagraphPutIn(t *testing.T) {
	files := copied(t, fixture.Harbour())
	before := open(t, files)
	all := rows(t, files, Paragraphs)
	for at := 1; at < len(all)-1; at++ {
		d := open(t, putIn(t, files, at))
		c := Dossiers(before, d)
		want := fmt.Sprintf("%d–%d", at+1, len(all)-1)
		if at+1 == len(all)-1 {
			want = strconv.Itoa(at + 1)
		}
		if len(c.All) != 2 || c.All[0].Kind != Renumbered || c.Fields(&c.All[0])[0].Before != want || c.All[1].Kind != Added || c.All[1].ID != strconv.Itoa(at+1) {
			t.Errorf("a paragraph after ¶%d is told as\n%s", at, tell(c))
		}
		back := Dossiers(d, before)
		if len(back.All) != 2 || back.All[0].Kind != Renumbered || back.All[1].Kind != Removed {
			t.Errorf("the paragraph after ¶%d that is taken out is told as\n%s", at, tell(back))
		}
	}
}

// Where a paragraph says something else, what stands in it has not changed for that.
func TestParagraphSaysSomethingElse(t *testing.T) {
	files := copied(t, fixture.Harbour())
	before := open(t, files)
	for _, at := range []int{7, 8} { // in which figures stand
		other := putIn(t, files, at)
		all := rows(t, other, Paragraphs)
		for column, cell := range map[int]string{5: "Quite another text.", 6: "", 7: "", 8: ""} {
			all = edited(all, at, column, cell)
		}
		all = edited(all, at+1, 8, "") // the one that is put in is none that was there
		c := Dossiers(before, open(t, with(other, Paragraphs, all)))
		rewritten := false
		for i := range c.All {
			of := &c.All[i]
			rewritten = rewritten || of.Table == Paragraphs && of.ID == strconv.Itoa(at)
			if of.Table != Paragraphs {
				t.Errorf("as ¶%d says something else, %s %s is told: %q", at, of.Table, of.ID, c.Fields(of))
			}
		}
		if !rewritten {
			t.Errorf("that ¶%d says something else is not told:\n%s", at, tell(c))
		}
	}
}

// putIn are the files with a paragraph more, after the one with a number.
func putIn(t testing.TB, files fstest.MapFS, after int) fstest.MapFS {
	t.Helper()
	shift := func(n int) int {
		if n > after {
			return n + 1
		}
		return n
	}
	other := files
	for _, table := range tables() {
		all := rows(t, files, table)
		for column, name := range all[0] {
			if name != "paragraph" && name != "paragraphs" && name != "n" {
				continue
			}
			for row := 1; row < len(all); row++ {
				items := strings.Split(all[row][column], ";")
				for i, item := range items {
					if n, err := strconv.Atoi(item); err == nil {
						items[i] = strconv.Itoa(shift(n))
					}
				}
				all = edited(all, row, column, strings.Join(items, ";"))
			}
		}
		if table == Paragraphs {
			added := slices.Clone(all[after])
			copy(added, []string{strconv.Itoa(after + 1)})
			added[5], added[6], added[7] = "Nothing like it stood here.", "", ""
			all = slices.Insert(all, after+1, added)
		}
		other = with(other, table, all)
	}
	var lines map[string]any
	if err := json.Unmarshal(files["routes.geojson"].Data, &lines); err != nil {
		t.Fatal(err)
	}
	for _, f := range lines["features"].([]any) {
		properties := f.(map[string]any)["properties"].(map[string]any)
		if n, ok := properties["paragraph"].(float64); ok {
			properties["paragraph"] = shift(int(n))
		}
	}
	b, err := json.Marshal(lines)
	if err != nil {
		t.Fatal(err)
	}
	return withFile(other, "routes.geojson", b)
}

// Rows that stand in another order are told once.
func TestOtherOrder(t *testing.T) {
	files := copied(t, fixture.Harbour())
	before := open(t, files)
	for _, table := range []string{Figures, Statements, Places} {
		all := rows(t, files, table)
		slices.Reverse(all[1:])
		c := Dossiers(before, open(t, with(files, table, all)))
		if len(c.All) != 1 || c.All[0].Kind != Moved || c.All[0].Count != len(all)-2 {
			t.Errorf("%s upside down is told as\n%s", table, tell(c))
		}
	}
}

// Two different dossiers are not compared record by record.
func TestTwoDossiers(t *testing.T) {
	c := Dossiers(open(t, fixture.Harbour()), open(t, data.Builtin()))
	if c.Same() || len(c.All) > 0 || c.Sides == nil {
		t.Fatalf("told as\n%s", tell(c))
	}
	for i, s := range c.Sides {
		sum := 0
		for _, claim := range s.Claims {
			sum += claim.N
		}
		if sum == 0 || s.All == 0 || len(s.Promises) != 5 {
			t.Errorf("side %d: %+v", i, s)
		}
	}
}

// Nothing told depends on chance.
func TestSameEachTime(t *testing.T) {
	files := copied(t, fixture.Harbour())
	all := rows(t, files, Events)
	all = append(all[:3:3], all[5:]...)
	a, b := open(t, files), open(t, putIn(t, with(files, Events, all), 6))
	first := tell(Dossiers(a, b))
	for range 20 {
		if again := tell(Dossiers(a, b)); again != first {
			t.Fatalf("first\n%sthen\n%s", first, again)
		}
	}
}

func TestLater(t *testing.T) {
	for _, c := range []struct {
		version, than string
		later         bool
	}{
		{"1.1.0", "1.0.9", true},
		{"1.10", "1.9", true},
		{"1.9", "1.10", false},
		{"1.0", "1.0", false},
		{"1.0.1", "1.0", true},
		{"", "1", false},
		{"1", "", true},
		{"2024-02", "2023-11", true},
		{"b", "a", true},
	} {
		if got := Later(c.version, c.than); got != c.later {
			t.Errorf("%q after %q: %t", c.version, c.than, got)
		}
	}
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ before, after, want string }{
		{"", "", ""},
		{"over 230", "over 240", "over [230]{240}"},
		{"over 230 of them", "about 230", "[over]{about} 230[ of them]"},
		{"", "new", "{new}"},
		{"湾渡 is a ferry", "湾桥 is a bridge", "湾[渡]{桥} is a [ferry]{bridge}"},
		{"9,400 crossings", "9,500 crossings", "[9,400]{9,500} crossings"},
		{"same", "same", "same"},
	} {
		got := ""
		for _, p := range Words(c.before, c.after) {
			got += []string{p.Text, "[" + p.Text + "]", "{" + p.Text + "}"}[p.Kind]
		}
		if got != c.want {
			t.Errorf("%q, then %q: %s, not %s", c.before, c.after, got, c.want)
		}
	}
}

// Words that changed one after the other are told together.
func TestPieces(t *testing.T) {
	for _, c := range []struct{ before, after, want string }{
		{"over 230 bridges in the town", "more than 240 bridges in the town", "[over 230]{more than 240} bridges in the town"},
		{"a plan of the town", "a plan of our town", "a plan of [the]{our} town"},
		{"a plan of the town, repaired", "a plan of a town, repaired", "a plan of [the]{a} town, repaired"},
		{"one", "two words", "[one]{two words}"},
	} {
		got := ""
		for _, p := range Pieces(c.before, c.after) {
			got += []string{p.Text, "[" + p.Text + "]", "{" + p.Text + "}"}[p.Kind]
		}
		if got != c.want {
			t.Errorf("%q, then %q: %s, not %s", c.before, c.after, got, c.want)
		}
	}
}

// A long text costs no more than its length.
func BenchmarkWords(b *testing.B) {
	long := strings.Repeat("word ", 100_000)
	for b.Loop() {
		if got := Words("one "+long, "other"); len(got) != 2 {
			b.Fatal(len(got))
		}
	}
}

// Both texts are in the pieces, whatever they are.
func FuzzWords(f *testing.F) {
	f.Add("a b c", "a c d")
	f.Add("湾渡", "\xff湾")
	f.Fuzz(func(t *testing.T, before, after string) {
		for _, all := range [][]Piece{Words(before, after), Pieces(before, after)} {
			var a, b strings.Builder
			for _, p := range all {
				if p.Kind != Came {
					a.WriteString(p.Text)
				}
				if p.Kind != Gone {
					b.WriteString(p.Text)
				}
			}
			if a.String() != before || b.String() != after {
				t.Errorf("%q, then %q become %q and %q", before, after, a.String(), b.String())
			}
		}
	})
}

// The longest run that rises is found.
func FuzzRising(f *testing.F) {
	f.Add([]byte{3, 1, 2, 5, 4})
	f.Fuzz(func(t *testing.T, b []byte) {
		if len(b) > 12 {
			b = b[:12]
		}
		seen := map[byte]bool{}
		var all []int32
		for _, x := range b {
			if !seen[x] {
				seen[x] = true
				all = append(all, int32(x))
			}
		}
		got := rising(all)
		for i := 1; i < len(got); i++ {
			if got[i-1] >= got[i] || all[got[i-1]] >= all[got[i]] {
				t.Fatalf("%v of %v does not rise", got, all)
			}
		}
		best := 0
		for set := range 1 << len(all) {
			n, last, ok := 0, int32(-1), true
			for i, x := range all {
				if set>>i&1 == 1 {
					ok, last, n = ok && x > last, x, n+1
				}
			}
			if ok {
				best = max(best, n)
			}
		}
		if len(got) != best {
			t.Errorf("%d of %v rise, not %d", best, all, len(got))
		}
	})
}
