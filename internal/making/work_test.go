package making

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"beltroad/data"
	"beltroad/internal/draft"
	"beltroad/internal/sheet"
)

// town is a spreadsheet of three sheets; rows are those of its figures.
func town(rows ...string) *sheet.Book {
	table := func(name, lines string) sheet.Sheet {
		s := sheet.Sheet{Name: name}
		for line := range strings.SplitSeq(lines, "\n") {
			s.Rows = append(s.Rows, strings.Split(line, "|"))
		}
		return s
	}
	return &sheet.Book{Sheets: []sheet.Sheet{
		table("about", "item|value\ntitle|Our town\ntext|The plan of our town\nauthor|The council\ndate|2024"),
		table("pillars", "name|summary\nRoads|Streets and paths.\nHouses|Where people live."),
		table("figures", strings.Join(append([]string{"pillar|label|text|unit|paragraph"}, rows...), "\n")),
	}}
}

var plain = []string{"Roads|Cycle lanes|over 12 km||1", "Houses|New flats|at least 300|flats|2", "Houses|Homes that were mended|a third of all|homes|3"}

// read has a spreadsheet understood.
func read(t *testing.T, w *Work, book *sheet.Book) *Found {
	t.Helper()
	f := w.Look()(book)
	if !w.Take(f) {
		t.Fatal("it was not taken")
	}
	return f
}

// said are the figures in short.
func said(f *Found) string {
	var all []string
	for _, r := range f.Rows {
		s := "-"
		if r.Understood {
			s = fmt.Sprintf("%s %g", r.Quantity.Comparator, r.Quantity.Value)
		}
		if r.Doubt != "" {
			s += "?" + r.Doubt
		}
		all = append(all, s)
	}
	return strings.Join(all, ", ")
}

func row(t *testing.T, f *Found, i int) *draft.Row {
	t.Helper()
	if i >= len(f.Rows) {
		t.Fatalf("%d rows; %v", len(f.Rows), f.Problems)
	}
	return &f.Rows[i]
}

func TestCorrectionsAreUndoneAndMadeAgain(t *testing.T) {
	w := &Work{}
	w.Choose("town.xlsx", "", nil)
	f := read(t, w, town(plain...))
	const unclear = "over 12, over 300?inclusive, -?fraction"
	if got := said(f); got != unclear || f.Dossier != nil || len(f.Problems) == 0 || len(f.ToMend()) != 0 {
		t.Fatalf("at first: %s; to mend: %v", got, f.ToMend())
	}
	w.Set(row(t, f, 1), map[string]string{Comparator: "over", Value: "299"}, "")
	f = read(t, w, nil)
	w.Set(row(t, f, 2), map[string]string{Value: "4"}, Value)
	w.Set(row(t, f, 2), map[string]string{Value: "40"}, Value) // typed on
	w.Set(row(t, f, 2), map[string]string{Comparator: "about"}, "")
	f = read(t, w, nil)
	const mended = "over 12, over 299, about 40"
	if got := said(f); got != mended || f.Dossier == nil {
		t.Errorf("corrected: %s; %v", got, f.Problems)
	}
	steps := 0
	for {
		if _, ok := w.Undo(); !ok {
			break
		}
		steps++
	}
	if got := said(read(t, w, nil)); got != unclear || steps != 3 {
		t.Errorf("after %d steps back: %s", steps, got)
	}
	for range steps {
		w.Redo()
	}
	if got := said(read(t, w, nil)); got != mended {
		t.Errorf("made again: %s", got)
	}
	if undo, redo := w.Can(); !undo || redo {
		t.Error(undo, redo)
	}
}

func TestCorrectionsStayWithTheirRows(t *testing.T) {
	for name, c := range map[string]struct {
		rows []string
		want string
		lost int
	}{
		"as it was":       {plain, "over 12, over 299, -?fraction", 0},
		"a row before it": {append([]string{"Roads|Bus stops|40|stops|1"}, plain...), "exact 40, over 12, over 299, -?fraction", 0},
		"sorted":          {[]string{plain[1], plain[0]}, "over 299, over 12", 0},
		"gone":            {plain[:1], "over 12", 1},
		"worded anew":     {[]string{plain[0], "Houses|New flats|350|flats|2"}, "over 12, exact 350", 1},
		"there twice":     {[]string{plain[1], plain[0], plain[1]}, "over 300?inclusive, over 12, over 300?inclusive", 1},
	} {
		w := &Work{}
		w.Choose("town.xlsx", "", nil)
		f := read(t, w, town(plain...))
		w.Set(row(t, f, 1), map[string]string{Comparator: "over", Value: "299"}, "")
		read(t, w, nil)
		f = read(t, w, town(c.rows...))
		if got := said(f); got != c.want || w.Lost != c.lost {
			t.Errorf("%s: %s, lost %d; want %s, %d", name, got, w.Lost, c.want, c.lost)
		}
	}
}

// A label that was made of what is counted is not what a row is known by.
func TestCorrectedLabelKeepsItsRow(t *testing.T) {
	w := &Work{}
	w.Choose("town.xlsx", "", nil)
	f := read(t, w, town(plain...))
	w.Set(row(t, f, 0), map[string]string{Counts: "km of cycle lanes"}, "")
	f = read(t, w, nil)
	w.Set(row(t, f, 0), map[string]string{Value: "13"}, "")
	f = read(t, w, town(append([]string{"Roads|Bus stops|40|stops|1"}, plain...)...))
	if got := row(t, f, 1); got.Quantity.Counts != "km of cycle lanes" || got.Quantity.Value != 13 || w.Lost != 0 {
		t.Errorf("%+v, lost %d", got, w.Lost)
	}
}

// What was understood of an older state is not taken up.
func TestOlderLookIsNotTaken(t *testing.T) {
	w := &Work{}
	w.Choose("town.xlsx", "", nil)
	f := read(t, w, town(plain...))
	look := w.Look()
	w.Set(row(t, f, 1), map[string]string{Value: "299"}, "")
	if old := look(town(append([]string{"Roads|Bus stops|40|stops|1"}, plain...)...)); w.Take(old) {
		t.Fatal("an older look was taken")
	}
	f = read(t, w, nil) // of the spreadsheet as it was saved meanwhile, with the correction at its row
	if got := said(f); got != "exact 40, over 12, exact 299, -?fraction" {
		t.Error(got)
	}
	look = w.Look()
	w.Choose("other.xlsx", "", nil)
	if w.Take(look(nil)) {
		t.Error("what was understood of another file was taken")
	}
	if undo, _ := w.Can(); undo || w.Found() != nil {
		t.Error("something of the other file is left")
	}
}

func TestFoundIsADossier(t *testing.T) {
	w := &Work{}
	w.Choose("town.xlsx", "", nil)
	f := read(t, w, town(plain[0], "Houses|New flats|1.2 to 1.4 million|flats|2"))
	files, err := f.FS()
	if err != nil {
		t.Fatal(err)
	}
	d, err := data.Open(files)
	if err != nil {
		t.Fatal(err)
	}
	if q := d.Figures()[1].Quantity; q.Comparator != data.Range || q.Value != 1.2e6 || q.Max != 1.4e6 {
		t.Errorf("%+v", q)
	}
	if b, err := fs.ReadFile(files, "figures.csv"); err != nil || !strings.Contains(string(b), "1.2 to 1.4 million") {
		t.Errorf("%s, %v", b, err)
	}
	sure, doubtful, unclear := f.Count()
	if got := []int{sure, doubtful, unclear}; !slices.Equal(got, []int{2, 0, 0}) {
		t.Error(got)
	}
	bad := read(t, w, town(plain...))
	if _, err := bad.FS(); err == nil {
		t.Error("what is not understood is a dossier")
	}
}
