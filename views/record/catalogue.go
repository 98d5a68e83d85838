package record

import (
	"cmp"
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"beltroad/views/route"
	"beltroad/views/ui"
)

// Catalogue is a page that lists records of one kind: a title, how many are
// shown, filters, and a table that can be sorted.
type Catalogue[T any] struct {
	Quiet
	*Filters

	words  *Words
	spec   CatalogueSpec[T]
	state  sorting
	count  *ui.Text
	table  *ui.Table
	index  *index[T]
	host   Host
	scroll *ui.Scroller
}

// CatalogueSpec is what one catalogue is made of.
type CatalogueSpec[T any] struct {
	Title   string
	Lead    []ui.Run // below the title
	Items   []T
	ID      func(*T) string
	Row     func(*T) ui.TableRow
	Columns []CatalogueColumn[T]
	Facets  []Facet[T]
	Sorted  int                 // column that the rows are sorted by at first
	Kind    route.Kind          // of the records, and of the page if Page is empty
	Page    route.Kind          // of a page beside which records of another kind open
	Above   []fyne.CanvasObject // below the title, before the rows
	Shown   string              // key of the words for how many of all are shown
	Picks   bool                // records can be taken for a comparison
}

// CatalogueColumn is a column of the table and the order of the records by it:
// by a text, without regard to case, by a number, or as Compare says.
type CatalogueColumn[T any] struct {
	ui.TableColumn
	Name    string // in a page's state
	Text    func(*T) string
	Number  func(*T) int
	Compare func(a, b *T) int
}

// Facet is something to filter by.
type Facet[T any] struct {
	Name    string      // in a page's state
	All     string      // the name of the choice that keeps everything
	Options []ui.Option // the other choices
	Keys    func(*T) []string
}

// sorting is the order that the user set.
type sorting struct {
	sorted int
	down   bool
}

// NewCatalogue makes a catalogue page.
func NewCatalogue[T any](w *Words, host Host, spec CatalogueSpec[T]) *Catalogue[T] {
	c := &Catalogue[T]{words: w, host: host, spec: spec, index: newIndex(spec.Items, len(spec.Facets), len(spec.Columns))}
	c.state = sorting{sorted: spec.Sorted}
	columns := make([]ui.TableColumn, len(spec.Columns))
	for i, col := range spec.Columns {
		columns[i] = col.TableColumn
	}
	c.table = ui.NewTable(columns, func(id string) { host.Go(spec.to(id)) }, c.sortBy)
	c.table.Empty = w.Say("table.empty")
	if spec.Picks {
		c.table.OnPick, c.table.Picked = host.Pick, host.Picked
	}
	c.count = ui.Label("", ui.SizeLead, ui.ColorInk)
	facets := make([]FilterSpec, len(spec.Facets))
	for i, f := range spec.Facets {
		facets[i] = FilterSpec{f.Name, f.All, f.Options}
	}
	c.Filters = NewFilters(w, facets, func() { c.fill() })
	parts := append([]fyne.CanvasObject{ui.Header("", spec.Title, ui.ColorInk, spec.Lead...)}, spec.Above...)
	c.scroll = ui.Page(ui.Column(12, append(parts, c.count, c.Row(), c.table)...))
	c.fill()
	return c
}

// to is where a record opens.
func (s *CatalogueSpec[T]) to(id string) route.Route {
	if s.Page == "" {
		return route.To(s.Kind, id)
	}
	return route.To(s.Page, "").Beside(s.Kind, id)
}

// Content is what the page shows.
func (c *Catalogue[T]) Content() fyne.CanvasObject { return c.scroll }

// Accepts implements [Page].
func (c *Catalogue[T]) Accepts(r route.Route) bool { return r.Kind == cmp.Or(c.spec.Page, c.spec.Kind) }

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
	c.table.RevealOpen(c.scroll)
}

// sortState names the order in what a state tells of a catalogue.
const sortState = "sort"

// State is what the user set on the page: "filter=unit:countries&sort=-value".
func (c *Catalogue[T]) State() route.State {
	st := route.State{}
	c.Keep(st)
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
	c.state = sorting{sorted: c.spec.Sorted}
	column, down := strings.CutPrefix(st[sortState], "-")
	for i, col := range c.spec.Columns {
		if col.Name == column {
			c.state = sorting{i, down}
		}
	}
	c.Take(st)
	ui.Scrolled{Scroller: c.scroll}.Restore(st)
}

// sortBy orders the rows by a column; the same column again turns the order.
func (c *Catalogue[T]) sortBy(column int) {
	c.state.down = column == c.state.sorted && !c.state.down
	c.state.sorted = column
	c.fill()
}

// fill shows the records that the filters keep, in the order that is set, once
// there is that order. Where there are many, they are sorted beside the window.
func (c *Catalogue[T]) fill() {
	column := c.state.sorted
	if o := c.index.orders[column]; o != nil {
		c.show(o)
		return
	}
	const many = 4000
	by := c.spec.Columns[column]
	if len(c.spec.Items) < many {
		c.index.orders[column] = c.index.sort(by)
		c.fill()
		return
	}
	c.host.Background(func(context.Context) func() {
		o := c.index.sort(by)
		return func() {
			c.index.orders[column] = o
			c.fill()
		}
	})
}

// show fills the table with what is kept in an order.
func (c *Catalogue[T]) show(o *order) {
	kept := c.kept(o)
	c.count.SetText(c.words.Say(c.spec.Shown, map[string]any{"Shown": len(kept), "All": len(c.spec.Items)}))
	c.table.Sorted, c.table.Down = c.state.sorted, c.state.down
	c.table.SetSource(ui.TableRows{
		Len: len(kept),
		ID:  func(i int) string { return c.spec.ID(&c.spec.Items[kept[i]]) },
		Row: func(i int) ui.TableRow { return c.spec.Row(&c.spec.Items[kept[i]]) },
	})
	c.scroll.Relayout()
}

// kept are the items that the filters keep, in an order.
func (c *Catalogue[T]) kept(o *order) []int32 {
	passed, filters := make([]uint8, len(c.spec.Items)), uint8(0) // how many filters keep each item
	for i, chosen := range c.chosen {
		if chosen == nil {
			continue
		}
		filters++
		for _, item := range c.index.having(i, c.spec.Facets[i].Keys, *chosen) {
			passed[item]++
		}
	}
	kept := make([]int32, 0, len(c.spec.Items))
	o.walk(c.state.down, func(item int32) {
		if passed[item] == filters {
			kept = append(kept, item)
		}
	})
	return kept
}

// One is the keys of a record that has just one.
func One(key string) []string { return []string{key} }
