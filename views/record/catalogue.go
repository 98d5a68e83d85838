package record

import (
	"cmp"
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"beltroad/internal/export"
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
	ways   []*ui.Button
	table  *ui.Table
	none   *fyne.Container // in place of the table where nothing fits
	rows   *Rows           // nil: they are not taken along
	index  *index[T]
	host   Host
	scroll *ui.Scroller
}

// CatalogueSpec is what one catalogue is made of.
type CatalogueSpec[T any] struct {
	Title   string
	Items   []T
	ID      func(*T) string
	Row     func(*T) ui.TableRow
	Columns []CatalogueColumn[T]
	Facets  []Facet[T]
	Sorted  int        // column that the rows are sorted by at first
	Kind    route.Kind // of the records, and of the page if Page is empty
	Page    route.Kind // of a page beside which records of another kind open
	Shown   string     // key of the words for how many of all are shown
	Picks   bool       // records can be taken for a comparison

	Head   fyne.CanvasObject           // above all; nil: the title
	To     func(id string) route.Route // where a record opens; nil: at its own kind, or beside the page
	Orders []CatalogueColumn[T]        // that no column shows
	Ways   []CatalogueWay              // buttons before the filters
	Take   Taking[T]                   // how they are taken along
}

// Taking is how records of a catalogue are taken along, those that are shown; the
// zero Taking: not at all.
type Taking[T any] struct {
	Name  string // of what is saved
	Copy  func([]*T) string
	Table func([]*T) *export.Table
}

// CatalogueWay is a button to look at the records in one way: in an order, or
// with one choice of a filter only.
type CatalogueWay struct {
	Title      string
	Sort       string // name of the order; empty: it filters
	Facet, Key string
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
	c := &Catalogue[T]{words: w, host: host, spec: spec, index: newIndex(spec.Items, len(spec.Facets), len(spec.Columns)+len(spec.Orders))}
	c.state = sorting{sorted: spec.Sorted}
	columns := make([]ui.TableColumn, len(spec.Columns))
	for i, col := range spec.Columns {
		columns[i] = col.TableColumn
	}
	c.table = ui.NewTable(columns, func(id string) { host.Go(spec.to(id)) }, c.sortBy)
	c.table.Leads = spec.to
	c.table.Empty = w.Say("table.empty")
	if spec.Picks {
		c.table.OnPick, c.table.Picked = host.Pick, host.Picked
	}
	c.count = ui.Label("", ui.SizeLead, ui.ColorInk)
	head := spec.Head
	if head == nil {
		head = ui.Header("", spec.Title, ui.ColorInk)
	}
	facets := make([]FilterSpec, len(spec.Facets))
	for i, f := range spec.Facets {
		facets[i] = FilterSpec{f.Name, f.All, f.Options}
	}
	c.Filters = NewFilters(w, facets, func() { c.fill() })
	c.none = c.Nothing(w)
	var count fyne.CanvasObject = c.count
	if spec.Take.Copy != nil {
		c.rows = NewRows(w, host, c.Filters, spec.Take.Name, len(spec.Items), func() Taken { return c.taken(c.shown()) })
		count = c.rows.Beside(c.count)
	}
	c.scroll = ui.Page(ui.Column(12, head, count, c.Row(c.buttons()...), c.table, c.none))
	c.fill()
	return c
}

// to is where a record opens.
func (s *CatalogueSpec[T]) to(id string) route.Route {
	switch {
	case s.To != nil:
		return s.To(id)
	case s.Page != "":
		return route.To(s.Page, "").Beside(s.Kind, id)
	default:
		return route.To(s.Kind, id)
	}
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
	c.Mark(id)
}

// Mark marks the row of a record; empty: none.
func (c *Catalogue[T]) Mark(id string) { c.table.SetOpen(id) }

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
		st.Set(sortState, sign+c.order(c.state.sorted).Name)
	}
	c.scroll.Keep(st)
	return st
}

// Restore sets the page as a state says. Filters and columns that it does not
// have stay as they come.
func (c *Catalogue[T]) Restore(st route.State) {
	c.state = sorting{sorted: c.spec.Sorted}
	column, down := strings.CutPrefix(st[sortState], "-")
	if i := c.orderOf(column); i >= 0 {
		c.state = sorting{i, down}
	}
	c.Take(st)
	ui.Scrolled{Scroller: c.scroll}.Restore(st)
}

// order is an order by its index: those of the columns come first.
func (c *Catalogue[T]) order(i int) CatalogueColumn[T] {
	if n := len(c.spec.Columns); i >= n {
		return c.spec.Orders[i-n]
	}
	return c.spec.Columns[i]
}

// orderOf is the index of an order, -1 where there is none of that name.
func (c *Catalogue[T]) orderOf(name string) int {
	for i := range len(c.spec.Columns) + len(c.spec.Orders) {
		if c.order(i).Name == name {
			return i
		}
	}
	return -1
}

// buttons are the ways to look at the records.
func (c *Catalogue[T]) buttons() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, way := range c.spec.Ways {
		b := ui.NewButton(way.Title, func() { c.take(way) }, false)
		c.ways = append(c.ways, b)
		all = append(all, b)
	}
	return all
}

// CopyOut copies the record that is marked, or else all that are shown, and tells
// whether the page has anything to copy.
func (c *Catalogue[T]) CopyOut() bool {
	if c.rows == nil {
		return false
	}
	for i := range c.spec.Items {
		if item := &c.spec.Items[i]; c.table.Open != "" && c.spec.ID(item) == c.table.Open {
			return c.rows.copy(c.taken([]*T{item}), "")
		}
	}
	return c.rows.Copy()
}

// shown are the records that are shown, in their order.
func (c *Catalogue[T]) shown() []*T {
	var shown []*T
	for _, i := range c.kept(c.sorted()) {
		shown = append(shown, &c.spec.Items[i])
	}
	return shown
}

func (c *Catalogue[T]) taken(records []*T) Taken {
	return Taken{
		Len:   len(records),
		Copy:  func() string { return c.spec.Take.Copy(records) },
		Table: func() *export.Table { return c.spec.Take.Table(records) },
	}
}

// Alone keeps the records with one choice of a filter alone, and brings the first
// of them into view; where it is chosen already, all are kept again.
func (c *Catalogue[T]) Alone(name, key string) {
	const first, seen = 160, 60
	if c.Toggle(name, key); c.Has(name, key) && c.table.Visible() {
		if y, ok := c.scroll.Depth(c.table); ok && y > c.scroll.Offset()+c.scroll.Size().Height-c.scroll.Dp(seen) { // else what was clicked would move
			c.scroll.RevealPart(c.table, 0, first)
		}
	}
}

// take looks at the records in a way. A filter that is so already keeps all again.
func (c *Catalogue[T]) take(way CatalogueWay) {
	if way.Sort != "" {
		c.state = sorting{sorted: c.orderOf(way.Sort)}
		c.fill()
		return
	}
	c.Toggle(way.Facet, way.Key)
}

// goes tells whether the records are looked at in a way.
func (c *Catalogue[T]) goes(way CatalogueWay) bool {
	if way.Sort != "" {
		return c.order(c.state.sorted).Name == way.Sort && !c.state.down
	}
	return c.Has(way.Facet, way.Key)
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
	const many = 4000
	column := c.state.sorted
	if c.index.orders[column] != nil || len(c.spec.Items) < many {
		c.show(c.sorted())
		return
	}
	by := c.order(column)
	c.host.Background(func(context.Context) func() {
		o := c.index.sort(by)
		return func() {
			c.index.orders[column] = o
			c.fill()
		}
	})
}

// sorted is the order that is set, sorted at once where it is not yet.
func (c *Catalogue[T]) sorted() *order {
	if c.index.orders[c.state.sorted] == nil {
		c.index.orders[c.state.sorted] = c.index.sort(c.order(c.state.sorted))
	}
	return c.index.orders[c.state.sorted]
}

// show fills the table with what is kept in an order.
func (c *Catalogue[T]) show(o *order) {
	kept := c.kept(o)
	c.count.SetText(Count(c.words, c.spec.Shown, len(kept), len(c.spec.Items)))
	c.none.Hidden = len(kept) > 0 || !c.Filtered()
	c.table.Hidden = !c.none.Hidden
	for i, b := range c.ways {
		way := c.spec.Ways[i]
		name := "way.off"
		if c.goes(way) {
			name = "way.on"
		}
		b.SetOn(c.goes(way), c.words.Say(name, map[string]any{"Name": way.Title}))
	}
	if c.table.Sorted, c.table.Down = c.state.sorted, c.state.down; c.state.sorted >= len(c.spec.Columns) {
		c.table.Sorted = -1
	}
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
