package record

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"beltroad/internal/message"
	"beltroad/views/route"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

// thing is a record for catalogues.
type thing struct {
	id     string
	kind   string
	places []string
	size   int
}

var things = []thing{
	{"one", "fair", []string{"CHN"}, 3},
	{"two", "port", nil, 1},
	{"three", "fair", []string{"CHN", "KEN"}, 2},
	{"four", "port", []string{"KEN"}, 3},
	{"five", "", []string{"LAO"}, 0},
}

// guide is a host that tells where it is to go.
type guide struct {
	uitest.Host
	to func(route.Route)
}

func (g *guide) Go(r route.Route) { g.to(r) }

// counting says how many are shown, and nothing else.
var counting = func() *message.Printer {
	p, err := message.Open(fstest.MapFS{"en.json": {Data: []byte(`{"figures.shown": "{Shown} of {All}"}`)}}, message.Base)
	if err != nil {
		panic(err)
	}
	return p
}()

func catalogue(opened *string) *Catalogue[thing] {
	return NewCatalogue(&Words{Printer: counting}, &guide{to: func(r route.Route) { *opened = r.Pane.ID }}, CatalogueSpec[thing]{
		Title: "Things", Items: things,
		ID: func(t *thing) string { return t.id },
		Row: func(t *thing) ui.TableRow {
			return ui.TableRow{ID: t.id, Label: "the " + t.id, Cells: []fyne.CanvasObject{ui.Label(t.id, ui.SizeBody, ui.ColorInk), ui.Label(fmt.Sprint(t.size), ui.SizeBody, ui.ColorInk)}}
		},
		Columns: []CatalogueColumn[thing]{
			{TableColumn: ui.TableColumn{Title: "Name", Share: 2}, Name: "name", Text: func(t *thing) string { return t.id }},
			{TableColumn: ui.TableColumn{Title: "Size", Share: 1}, Name: "size", Compare: func(a, b *thing) int { return cmp.Compare(a.size, b.size) }},
		},
		Facets: []Facet[thing]{
			{Name: "kind", All: "Any kind", Options: []ui.Option{{Key: "fair", Name: "Fair"}, {Key: "port", Name: "Port"}, {Name: "None"}}, Keys: func(t *thing) []string { return One(t.kind) }},
			{Name: "country", All: "Any country", Options: ui.Options(map[string]bool{"CHN": true, "KEN": true, "LAO": true}, func(c string) string { return map[string]string{"CHN": "China", "KEN": "Kenya", "LAO": "Laos"}[c] }), Keys: func(t *thing) []string { return t.places }},
		},
		Sorted: 1,
		Kind:   route.Figure,
		Shown:  "figures.shown",
	})
}

// rowsOf are the ids of the rows that stand there.
func rowsOf(c *Catalogue[thing]) string {
	var ids []string
	for i := range c.table.Len() {
		ids = append(ids, c.table.ID(i))
	}
	return strings.Join(ids, " ")
}

func TestCatalogueKeepsAndSorts(t *testing.T) {
	var opened string
	c := catalogue(&opened)
	expect := func(did, rows, count string) {
		t.Helper()
		if got := rowsOf(c); got != rows || c.count.String() != count {
			t.Errorf("%s: %q (%s), want %q (%s)", did, got, c.count.String(), rows, count)
		}
	}
	expect("at first", "five two three one four", "5 of 5") // what is equal stays in order
	choose(c.filters[0], "Fair")
	expect("fairs", "three one", "2 of 5")
	choose(c.filters[1], "Kenya")
	expect("fairs in Kenya", "three", "1 of 5")
	choose(c.filters[0], "None")
	expect("nothing in Kenya", "", "list.none")
	choose(c.filters[1], "Any country")
	expect("without a kind", "five", "1 of 5")
	choose(c.filters[0], "Any kind")
	expect("all again", "five two three one four", "5 of 5")
	c.sortBy(0)
	expect("by name", "five four one three two", "5 of 5")
	c.sortBy(0)
	expect("by name, from the end", "two three one four five", "5 of 5")
	c.sortBy(1)
	expect("by size", "five two three one four", "5 of 5")
	c.sortBy(1)
	expect("by size, largest first", "one four three two five", "5 of 5")
	if c.table.Sorted != 1 || !c.table.Down {
		t.Errorf("the table shows column %d, down %t", c.table.Sorted, c.table.Down)
	}
}

func TestCatalogueClearsItsFilters(t *testing.T) {
	var opened string
	c := catalogue(&opened)
	laidOut(c.Content(), 800)
	c.Content().Resize(fyne.NewSize(800, 600))
	if c.clear.Visible() {
		t.Error("there is nothing to clear, yet the button shows")
	}
	c.sortBy(0)
	choose(c.filters[0], "Port")
	if !c.clear.Visible() {
		t.Error("the button to clear does not show")
	}
	test.Tap(c.clear)
	if got := rowsOf(c); got != "five four one three two" || c.filters[0].Name() != "Any kind" {
		t.Errorf("cleared, it shows %q under %q: the order stays, the filters go", got, c.filters[0].Name())
	}
	if c.clear.Visible() {
		t.Error("cleared, the button still shows")
	}
}

func TestCatalogueOpensRows(t *testing.T) {
	var opened string
	c := catalogue(&opened)
	choose(c.filters[0], "Fair")
	c.table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	c.table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if opened != "one" {
		t.Errorf("Enter on the second fair opened %q", opened)
	}
	c.Open(route.To(route.Figure, "one"))
	c.sortBy(0)
	if c.table.Open != "one" || c.table.AccessibilityLabel() != "the one" {
		t.Errorf("sorted, %q stands open and the keyboard is at %q", c.table.Open, c.table.AccessibilityLabel())
	}
}

// The state of a page brings another page of the kind to the same state.
func TestCatalogueComesBack(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 9)) // #nosec G404 -- the same each time
	for range 60 {
		var opened string
		was := catalogue(&opened)
		was.Content().Resize(fyne.NewSize(500, 150))
		for range random.IntN(6) {
			switch random.IntN(3) {
			case 0:
				was.sortBy(random.IntN(2))
			default:
				f := was.filters[random.IntN(2)]
				choose(f, f.Names()[random.IntN(len(f.Names()))])
			}
		}
		was.scroll.ScrollTo(random.Float32() * 200)
		m := was.State()

		is := catalogue(&opened)
		is.Content().Resize(fyne.NewSize(500, 150))
		is.Restore(m)
		if rowsOf(is) != rowsOf(was) || is.count.String() != was.count.String() || is.table.Sorted != was.table.Sorted || is.table.Down != was.table.Down {
			t.Fatalf("was %q, came back as %q", rowsOf(was), rowsOf(is))
		}
		for i := range is.filters {
			if is.filters[i].Name() != was.filters[i].Name() {
				t.Fatalf("filter %d was at %q, came back at %q", i, was.filters[i].Name(), is.filters[i].Name())
			}
		}
		if off := is.scroll.Offset() - was.scroll.Offset(); max(off, -off) > 0.01 {
			t.Fatalf("was scrolled to %g, came back at %g", was.scroll.Offset(), is.scroll.Offset())
		}
		if again := is.State(); !reflect.DeepEqual(again, m) {
			t.Fatalf("remembered %+v, then %+v", m, again)
		}
		// A state is written, and read back the same.
		if read, err := route.ParseState(m.String()); err != nil || read.String() != m.String() {
			t.Fatalf("%q is read as %q, %v", m, read, err)
		}
	}
}

func TestCatalogueTakesNoForeignState(t *testing.T) {
	var opened string
	c := catalogue(&opened)
	before := rowsOf(c)
	for _, m := range []route.State{nil, {}, {"scroll": "x"}, {"sort": "weight"}, {"sort": "-"}, {"filter": "kind:boat;shape:round;country"}, {"filter": ";;:"}} {
		c.Restore(m)
		if got := rowsOf(c); got != before {
			t.Errorf("restored from %+v it shows %q", m, got)
		}
	}
}

// choose takes the choice of that name.
func choose(f *ui.Filter, name string) { f.Choose(slices.Index(f.Names(), name)) }
