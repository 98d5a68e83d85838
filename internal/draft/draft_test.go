package draft

import (
	"encoding/csv"
	"encoding/json"
	"io/fs"
	"reflect"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"beltroad/data"
	"beltroad/data/fixture"
	"beltroad/internal/sheet"
)

// bookOf is a whole dossier as one workbook, each of its parts a sheet.
func bookOf(t testing.TB, fsys fs.FS) sheet.Book {
	t.Helper()
	read := func(name string, v any) {
		b, err := fs.ReadFile(fsys, name)
		if err == nil {
			err = json.Unmarshal(b, v)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	var book sheet.Book
	add := func(name string, rows [][]string) {
		book.Sheets = append(book.Sheets, sheet.Sheet{Name: name, Rows: rows})
	}
	var desc map[string]any
	read(data.DescriptorFile, &desc)
	about := [][]string{{"item", "value"}}
	for _, name := range []string{"title", "description", "version", "name", "language"} {
		about = append(about, []string{name, desc[name].(string)})
	}
	var headline []string
	for _, id := range desc["headline"].([]any) {
		headline = append(headline, id.(string))
	}
	about = append(about, []string{"headline", strings.Join(headline, ";")}, []string{"licence", "CC0-1.0"})
	add("about", about)
	for _, f := range forms() {
		if f.table != nil {
			b, err := fs.ReadFile(fsys, f.name+".csv")
			if err != nil {
				t.Fatal(err)
			}
			rows, err := csv.NewReader(strings.NewReader(string(b))).ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			add(f.name, rows)
			continue
		}
		list, ok := desc[f.name].([]any)
		if !ok || f.name == sources {
			continue
		}
		rows := [][]string{f.columns}
		for _, e := range list {
			var cells []string
			for _, c := range f.columns {
				switch v := e.(map[string]any)[c].(type) {
				case string:
					cells = append(cells, v)
				case bool:
					cells = append(cells, strings.ToUpper(strconv.FormatBool(v)))
				default:
					cells = append(cells, "")
				}
			}
			rows = append(rows, cells)
		}
		add(f.name, rows)
	}
	add("sources", sourceRows(t, read))
	add("routes", routeRows(read))
	return book
}

func sourceRows(t testing.TB, read func(name string, v any)) [][]string {
	t.Helper()
	var works []map[string]any
	read(data.SourcesFile, &works)
	rows := [][]string{sourceColumns()}
	for _, w := range works {
		var cells []string
		for _, c := range sourceColumns() {
			cell := ""
			switch v := w[c].(type) {
			case string:
				cell = v
			case []any:
				var names []string
				for _, p := range v {
					p := p.(map[string]any)
					if literal, ok := p["literal"].(string); ok {
						names = append(names, literal)
					} else {
						names = append(names, p["family"].(string)+", "+p["given"].(string))
					}
				}
				cell = strings.Join(names, "; ")
			case map[string]any:
				var parts [3]int
				for i, n := range v["date-parts"].([]any)[0].([]any) {
					parts[i] = int(n.(float64))
				}
				cell = data.DateOf(parts[0], parts[1], parts[2]).String()
			}
			cells = append(cells, cell)
		}
		rows = append(rows, cells)
	}
	return rows
}

func routeRows(read func(name string, v any)) [][]string {
	var c struct {
		Features []struct {
			Properties struct {
				Project, Status, Source string
				Paragraph               int
			}
			Geometry struct{ Coordinates [][]json.Number }
		}
	}
	read(data.RoutesFile, &c)
	rows := [][]string{formOf(routes).columns}
	for _, f := range c.Features {
		var line []string
		for _, p := range f.Geometry.Coordinates {
			line = append(line, p[0].String()+" "+p[1].String())
		}
		paragraph := ""
		if n := f.Properties.Paragraph; n > 0 {
			paragraph = strconv.Itoa(n)
		}
		rows = append(rows, []string{f.Properties.Project, f.Properties.Status, "TRUE", paragraph, f.Properties.Source, strings.Join(line, "; ")})
	}
	return rows
}

// sameRecords holds one dossier against another, but for lessons, the bytes of the
// sources and what the sheet about does not tell.
func sameRecords(t *testing.T, got, want *data.Dossier) {
	t.Helper()
	bare := func(d *data.Dossier) []any {
		var all []data.Source
		for _, s := range d.Sources() {
			s.Raw = nil
			all = append(all, s)
		}
		m := d.Metadata()
		m.Licences = nil
		return []any{
			m, all, d.Pillars(), d.Projects(), d.Figures(), d.SecondSources(), d.Statements(), d.Events(), d.Places(),
			d.ProjectPlaces(), d.Routes(), d.Paragraphs(), d.Synonyms(), d.Sections(), d.Kinds(), d.Statuses(), d.Units(), d.Layers(),
		}
	}
	a, b := bare(got), bare(want)
	for i := range a {
		if reflect.DeepEqual(a[i], b[i]) {
			continue
		}
		x, y := reflect.ValueOf(a[i]), reflect.ValueOf(b[i])
		if x.Kind() != reflect.Slice {
			t.Errorf("%+v, want %+v", a[i], b[i])
			continue
		}
		if x.Len() != y.Len() {
			t.Errorf("%T: %d, want %d", a[i], x.Len(), y.Len())
			continue
		}
		for k := range x.Len() {
			if !reflect.DeepEqual(x.Index(k).Interface(), y.Index(k).Interface()) {
				t.Errorf("%T %d:\n%+v, want\n%+v", a[i], k, x.Index(k), y.Index(k))
				break
			}
		}
	}
}

func TestWholeDossierAsWorkbook(t *testing.T) {
	for name, fsys := range map[string]fs.FS{"harbour": fixture.Harbour(), "built in": data.Builtin()} {
		t.Run(name, func(t *testing.T) {
			want, err := data.Open(fsys)
			if err != nil {
				t.Fatal(err)
			}
			d := Read(bookOf(t, fsys))
			got, err := d.Dossier()
			if err != nil {
				t.Fatal(err)
			}
			sameRecords(t, got, want)
			if doubts := d.Doubts(); len(doubts) > 0 {
				t.Error(doubts)
			}
			for _, r := range d.Rows() {
				if !r.Understood || len(r.Guessed) > 0 {
					t.Errorf("%+v", r)
				}
			}
		})
	}
}

// small is the least that a teacher fills in.
func small() sheet.Book {
	return sheet.Book{Sheets: []sheet.Sheet{
		{Name: "About", Rows: [][]string{{"Title", "Our town"}, {"Text", "Plan for Musterstadt"}, {"Author", "Council of Musterstadt"}, {"Date", "31.12.2023"}, {"Address", "https://example.org/plan"}}},
		{Name: "PILLARS", Rows: [][]string{{"Name", "Summary"}, {"Streets and bridges", "What is built."}, {"学校", "Schools."}}},
		{Name: "Figures", Rows: [][]string{
			{"Pillar", "Label", "Text", "Paragraph"},
			{"streets and bridges", "Cycle paths", "over 230 kilometres", "2"},
			{"学校", "Pupils", "1.2 to 1.4 million pupils", "¶ 3"},
			{"学校", "学生", "近40%", "3"},
		}},
		{Name: "Promises", Rows: [][]string{{"Text", "Pillar", "Paragraph", "Deadline"}, {"A bridge is built.", "Streets and bridges", "5", "by 2030"}}},
	}}
}

func TestSmall(t *testing.T) {
	d := Read(small())
	got, err := d.Dossier()
	if err != nil {
		t.Fatal(err)
	}
	want := []data.Quantity{
		{Text: "over 230 kilometres", Value: 230, Comparator: data.Over, Unit: "kilometres", Counts: "Cycle paths"},
		{Text: "1.2 to 1.4 million pupils", Value: 1.2e6, Max: 1.4e6, Comparator: data.Range, Unit: "pupils", Counts: "Pupils"},
		{Text: "近40%", Value: 40, Comparator: data.About, Unit: "%", Counts: "学生"},
	}
	for i, f := range got.Figures() {
		if f.Quantity != want[i] || d.Rows()[i].Quantity != want[i] {
			t.Errorf("%+v and %+v, want %+v", f.Quantity, d.Rows()[i], want[i])
		}
	}
	if s := got.SectionsOf(data.Commitments); len(s) != 1 || s[0].Title != "Promises" || got.Statements()[0].Section != s[0].ID {
		t.Errorf("promises stand in %+v: %+v", s, got.Statements())
	}
	if n := len(got.Paragraphs()); n != 5 || got.Paragraphs()[4].Summary != "A bridge is built." {
		t.Errorf("%d paragraphs: %+v", n, got.Paragraphs())
	}
	if s := got.Sources()[0]; s.Title != "Plan for Musterstadt" || s.Author[0].Literal != "Council of Musterstadt" || s.Issued.String() != "2023-12-31" || s.URL != "https://example.org/plan" {
		t.Errorf("%+v", s)
	}
}

func TestFilesAreAFolder(t *testing.T) {
	all := files{{"b.csv", []byte("x\n")}, {"a.csv", nil}}
	if err := fstest.TestFS(all.open(), "a.csv", "b.csv"); err != nil {
		t.Error(err)
	}
}

// A draft takes bounded memory beside what its spreadsheet and its dossier do: rows
// that say all themselves are not copied.
func TestManyRows(t *testing.T) {
	fsys, err := fixture.Synthetic(2500)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"datapackage.json", "sources.json", "routes.geojson"} {
		delete(fsys, name)
	}
	fsys["about.csv"] = &fstest.MapFile{Data: []byte("item,value\ntitle,Synthetic\ntext,A Report\n")}
	fsys["sources.csv"] = &fstest.MapFile{Data: []byte("id,type,title\nsynthetic,report,A Report\natlas,dataset,An Atlas\n")}
	book, err := sheet.ReadFolder("town", fsys, func(string) bool { return true })
	if err != nil {
		t.Fatal(err)
	}
	held := func() int {
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return int(m.HeapAlloc) // #nosec G115 -- no heap is that large
	}
	before := held()
	d := Read(book)
	if ps := d.Problems(); len(ps) > 0 || len(d.Rows()) != 7500 {
		t.Fatalf("%d figures, %v", len(d.Rows()), ps)
	}
	const most = 1500 // bytes for a figure, about half of which are its dossier
	if each := (held() - before) / len(d.Rows()); each > most {
		t.Errorf("%d bytes for each figure, more than %d", each, most)
	}
	runtime.KeepAlive(d)
	runtime.KeepAlive(fsys)
}
