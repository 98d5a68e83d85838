package record

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"beltroad/views/route"
	"beltroad/views/ui"
)

// Catalogue is a page that lists records of one kind: a title, how many are
// shown, filters, and a table that can be sorted.
type Catalogue[T any] struct {
	Quiet

	words   *Words
	spec    CatalogueSpec[T]
	state   choice
	count   *ui.Text
	filters []*ui.Filter
	clear   *ui.Button
	table   *ui.Table
	rows    map[string]ui.TableRow // by id
	scroll  *ui.Scroller
}

// CatalogueSpec is what one catalogue is made of.
type CatalogueSpec[T any] struct {
	Title   string
	Items   []T
	ID      func(T) string
	Row     func(T) ui.TableRow
	Columns []CatalogueColumn[T]
	Facets  []Facet[T]
	Sorted  int             // column that the rows are sorted by at first
	Kind    route.Kind      // of the routes to a record, and without one to the page
	Shown   string          // key of the words for how many of all are shown
	Pick    func(id string) // takes a record for a comparison; nil: none can be
}

// CatalogueColumn is a column of the table and the order of the records by it.
type CatalogueColumn[T any] struct {
	ui.TableColumn
	Name    string // in a page's state
	Compare func(a, b T) int
}

// Facet is something to filter by.
type Facet[T any] struct {
	Name    string      // in a page's state
	All     string      // the name of the choice that keeps everything
	Options []ui.Option // the other choices
	Keys    func(T) []string
}

// choice is what the user set: the choice of each filter (nil keeps all), and
// the order.
type choice struct {
	chosen []*string
	sorted int
	down   bool
}

// NewCatalogue makes a catalogue page.
func NewCatalogue[T any](w *Words, nav route.Nav, spec CatalogueSpec[T]) *Catalogue[T] {
	c := &Catalogue[T]{words: w, spec: spec, rows: map[string]ui.TableRow{}}
	c.state = choice{chosen: make([]*string, len(spec.Facets)), sorted: spec.Sorted}
	columns := make([]ui.TableColumn, len(spec.Columns))
	for i, col := range spec.Columns {
		columns[i] = col.TableColumn
	}
	c.table = ui.NewTable(columns, func(id string) { nav.Go(route.To(spec.Kind, id)) }, c.sortBy)
	c.table.Empty, c.table.OnPick = w.Say("table.empty"), spec.Pick
	for _, item := range spec.Items {
		c.rows[spec.ID(item)] = spec.Row(item)
	}
	c.count = ui.Words("", ui.SizeLead, ui.ColorInk)
	c.scroll = ui.Page(ui.Column(12, ui.Header("", spec.Title, ui.ColorInk), c.count, ui.Flow(8, c.controls()...), c.table))
	c.fill()
	return c
}

// Content is what the page shows.
func (c *Catalogue[T]) Content() fyne.CanvasObject { return c.scroll }

// Accepts implements [Page].
func (c *Catalogue[T]) Accepts(r route.Route) bool { return r.Kind == c.spec.Kind }

// Open marks the row of the open record.
func (c *Catalogue[T]) Open(r route.Route) {
	id := ""
	if r.Pane.Kind == c.spec.Kind {
		id = r.Pane.ID
	}
	c.table.SetOpen(id)
}

// Arrive brings the row of the open record into view.
func (c *Catalogue[T]) Arrive(route.Route) {
	if from, to, ok := c.table.OpenRow(); ok {
		c.scroll.RevealPart(c.table, from, to)
	}
}

// The names of what a state tells of a catalogue.
const (
	filterState = "filter"
	sortState   = "sort"
)

// State is what the user set on the page: "filter=unit:countries&sort=-value".
func (c *Catalogue[T]) State() route.State {
	st := route.State{}
	var filters []string
	for i, chosen := range c.state.chosen {
		if chosen != nil {
			filters = append(filters, c.spec.Facets[i].Name+":"+*chosen)
		}
	}
	st.Set(filterState, strings.Join(filters, ";"))
	if c.state.sorted != c.spec.Sorted || c.state.down {
		sign := ""
		if c.state.down {
			sign = "-"
		}
		st.Set(sortState, sign+c.spec.Columns[c.state.sorted].Name)
	}
	c.scroll.Keep(st)
	return st
}

// Restore sets the page as a state says. Filters and columns that it does not
// have stay as they come.
func (c *Catalogue[T]) Restore(st route.State) {
	c.set(c.read(st))
	ui.Scrolled{Scroller: c.scroll}.Restore(st)
}

func (c *Catalogue[T]) read(st route.State) choice {
	to := choice{chosen: make([]*string, len(c.spec.Facets)), sorted: c.spec.Sorted}
	for part := range strings.SplitSeq(st[filterState], ";") {
		name, key, _ := strings.Cut(part, ":")
		for i, f := range c.spec.Facets {
			if f.Name == name && slices.ContainsFunc(f.Options, func(o ui.Option) bool { return o.Key == key }) {
				to.chosen[i] = &key
			}
		}
	}
	column, down := strings.CutPrefix(st[sortState], "-")
	for i, col := range c.spec.Columns {
		if col.Name == column {
			to.sorted, to.down = i, down
		}
	}
	return to
}

// set takes up a choice.
func (c *Catalogue[T]) set(to choice) {
	c.state = to
	for i, f := range c.filters {
		f.Set(to.chosen[i])
	}
	c.fill()
}

func (c *Catalogue[T]) controls() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for i, f := range c.spec.Facets {
		filter := ui.NewFilter(f.All, f.Options, nil, func(chosen *string) {
			c.state.chosen[i] = chosen
			c.fill()
		})
		c.filters = append(c.filters, filter)
		all = append(all, filter.Framed(182))
	}
	c.clear = ui.NewButton(c.words.Say("filter.clear"), func() {
		c.set(choice{chosen: make([]*string, len(c.filters)), sorted: c.state.sorted, down: c.state.down})
	}, false)
	return append(all, c.clear)
}

// sortBy orders the rows by a column; the same column again turns the order.
func (c *Catalogue[T]) sortBy(column int) {
	c.state.down = column == c.state.sorted && !c.state.down
	c.state.sorted = column
	c.fill()
}

// fill shows the records that the filters keep, in the order that is set.
func (c *Catalogue[T]) fill() {
	kept := c.kept()
	rows := make([]ui.TableRow, len(kept))
	for i, item := range kept {
		rows[i] = c.rows[c.spec.ID(item)]
	}
	c.count.SetText(c.words.Say(c.spec.Shown, map[string]any{"Shown": len(kept), "All": len(c.spec.Items)}))
	c.clear.Hidden = !slices.ContainsFunc(c.state.chosen, func(chosen *string) bool { return chosen != nil })
	c.table.Sorted, c.table.Down = c.state.sorted, c.state.down
	c.table.SetRows(rows)
	c.scroll.Relayout()
}

func (c *Catalogue[T]) kept() []T {
	var kept []T
	for _, item := range c.spec.Items {
		if c.keeps(item) {
			kept = append(kept, item)
		}
	}
	compare := c.spec.Columns[c.state.sorted].Compare
	slices.SortStableFunc(kept, func(a, b T) int {
		if c.state.down {
			return compare(b, a)
		}
		return compare(a, b)
	})
	return kept
}

func (c *Catalogue[T]) keeps(item T) bool {
	for i, chosen := range c.state.chosen {
		if chosen != nil && !slices.Contains(c.spec.Facets[i].Keys(item), *chosen) {
			return false
		}
	}
	return true
}

// One is the keys of a record that has just one.
func One(key string) []string { return []string{key} }
