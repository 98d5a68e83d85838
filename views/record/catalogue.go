package record

import (
	"context"
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
	index   *index[T]
	host    Host
	scroll  *ui.Scroller
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
	Kind    route.Kind // of the routes to a record, and without one to the page
	Shown   string     // key of the words for how many of all are shown
	Picks   bool       // records can be taken for a comparison
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

// choice is what the user set: the choice of each filter (nil keeps all), and
// the order.
type choice struct {
	chosen []*string
	sorted int
	down   bool
}

// NewCatalogue makes a catalogue page.
func NewCatalogue[T any](w *Words, host Host, spec CatalogueSpec[T]) *Catalogue[T] {
	c := &Catalogue[T]{words: w, host: host, spec: spec, index: newIndex(spec.Items, len(spec.Facets), len(spec.Columns))}
	c.state = choice{chosen: make([]*string, len(spec.Facets)), sorted: spec.Sorted}
	columns := make([]ui.TableColumn, len(spec.Columns))
	for i, col := range spec.Columns {
		columns[i] = col.TableColumn
	}
	c.table = ui.NewTable(columns, func(id string) { host.Go(route.To(spec.Kind, id)) }, c.sortBy)
	c.table.Empty = w.Say("table.empty")
	if spec.Picks {
		c.table.OnPick, c.table.Picked = host.Pick, host.Picked
	}
	c.count = ui.Label("", ui.SizeLead, ui.ColorInk)
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
	c.table.RevealOpen(c.scroll)
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
		all = append(all, filter.AtMost(182))
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
	c.clear.Hidden = !slices.ContainsFunc(c.state.chosen, func(chosen *string) bool { return chosen != nil })
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
	for i, chosen := range c.state.chosen {
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
