package record

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"beltroad/views/route"
	"beltroad/views/ui"
)

// Catalogue is a page that lists records of one kind: a title, how many are
// shown, filters, and a table that can be sorted.
type Catalogue[T any] struct {
	spec    CatalogueSpec[T]
	state   CatalogueState
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
	Sorted  int        // column that the rows are sorted by at first
	Kind    route.Kind // of the routes to a record, and without one to the page
	Shown   string     // key of the words for how many of all are shown
}

// CatalogueColumn is a column of the table and the order of the records by it.
type CatalogueColumn[T any] struct {
	ui.TableColumn
	Compare func(a, b T) int
}

// Facet is something to filter by.
type Facet[T any] struct {
	All     string      // the name of the choice that keeps everything
	Options []ui.Option // the other choices
	Keys    func(T) []string
}

// CatalogueState is what the user set: the choice of each filter (nil keeps
// all), the order, and how far the page is scrolled.
type CatalogueState struct {
	Chosen []*string
	Sorted int
	Down   bool
	Scroll float32
}

// NewCatalogue makes a catalogue page.
func NewCatalogue[T any](nav route.Nav, spec CatalogueSpec[T]) *Catalogue[T] {
	c := &Catalogue[T]{spec: spec, rows: map[string]ui.TableRow{}}
	c.state = CatalogueState{Chosen: make([]*string, len(spec.Facets)), Sorted: spec.Sorted}
	columns := make([]ui.TableColumn, len(spec.Columns))
	for i, col := range spec.Columns {
		columns[i] = col.TableColumn
	}
	c.table = ui.NewTable(columns, func(id string) { nav.Go(route.To(spec.Kind, id)) }, c.sortBy)
	if p, ok := nav.(route.Picker); ok && spec.Kind == route.Figure {
		c.table.OnPick = p.Pick
	}
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

// Shows takes up a route on this page: it marks the row of the open record.
func (c *Catalogue[T]) Shows(r route.Route) bool {
	if r.Kind != c.spec.Kind {
		return false
	}
	c.table.SetOpen(r.ID)
	return true
}

// Arrive brings the row of the open record into view.
func (c *Catalogue[T]) Arrive(route.Route) {
	if from, to, ok := c.table.OpenRow(); ok {
		c.scroll.RevealPart(c.table, from, to)
	}
}

// Memento is what the user set on the page.
func (c *Catalogue[T]) Memento() any {
	m := c.state
	m.Chosen, m.Scroll = slices.Clone(m.Chosen), c.scroll.Offset()
	return m
}

// Restore sets the page as it was when a memento was taken.
func (c *Catalogue[T]) Restore(m any) {
	s, ok := m.(CatalogueState)
	if !ok || len(s.Chosen) != len(c.filters) {
		return
	}
	c.state = s
	c.state.Chosen = slices.Clone(s.Chosen)
	for i, f := range c.filters {
		f.Set(s.Chosen[i])
	}
	c.fill()
	c.scroll.ScrollTo(s.Scroll)
}

func (c *Catalogue[T]) controls() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for i, f := range c.spec.Facets {
		filter := ui.NewFilter(f.All, f.Options, nil, func(chosen *string) {
			c.state.Chosen[i] = chosen
			c.fill()
		})
		c.filters = append(c.filters, filter)
		all = append(all, filter.Framed(182))
	}
	c.clear = ui.NewButton(lang.L("filter.clear"), func() {
		c.Restore(CatalogueState{Chosen: make([]*string, len(c.filters)), Sorted: c.state.Sorted, Down: c.state.Down})
	}, false)
	return append(all, c.clear)
}

// sortBy orders the rows by a column; the same column again turns the order.
func (c *Catalogue[T]) sortBy(column int) {
	c.state.Down = column == c.state.Sorted && !c.state.Down
	c.state.Sorted = column
	c.fill()
}

// fill shows the records that the filters keep, in the order that is set.
func (c *Catalogue[T]) fill() {
	kept := c.kept()
	rows := make([]ui.TableRow, len(kept))
	for i, item := range kept {
		rows[i] = c.rows[c.spec.ID(item)]
	}
	c.count.SetText(lang.L(c.spec.Shown, map[string]any{"Shown": len(kept), "All": len(c.spec.Items)}))
	c.clear.Hidden = !slices.ContainsFunc(c.state.Chosen, func(chosen *string) bool { return chosen != nil })
	c.table.Sorted, c.table.Down = c.state.Sorted, c.state.Down
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
	compare := c.spec.Columns[c.state.Sorted].Compare
	slices.SortStableFunc(kept, func(a, b T) int {
		if c.state.Down {
			return compare(b, a)
		}
		return compare(a, b)
	})
	return kept
}

func (c *Catalogue[T]) keeps(item T) bool {
	for i, chosen := range c.state.Chosen {
		if chosen != nil && !slices.Contains(c.spec.Facets[i].Keys(item), *chosen) {
			return false
		}
	}
	return true
}

// One is the keys of a record that has just one.
func One(key string) []string { return []string{key} }
