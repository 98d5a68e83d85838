package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"beltroad/views/route"
)

// TableColumn is a column of a table.
type TableColumn struct {
	Title string
	Width float32 // if not 0, at 100 % text; the other columns share what is left
	Share float32 // of what is left, against the other columns
	Spare int     // if not 0, it goes where the others would be too narrow, the lowest first
	Named bool    // its title stands before each cell where cells lie below one another
}

// TableRow is a row of a table: one object for each column.
type TableRow struct {
	ID    string
	Label string // what a screen reader says
	Cells []fyne.CanvasObject

	names []fyne.CanvasObject // the titles of named columns where they are shown, nil for the others
}

// TableRows are the rows of a table. A row is made when it comes into view.
type TableRows struct {
	Len int
	ID  func(i int) string
	Row func(i int) TableRow
}

// Table is a list of records in columns, whose rows are as high as their
// texts. It is one stop of the Tab key: arrows move in it, Enter opens. It
// keeps no more rows than can be seen, and has to stand in a [Scroller]. Its titles
// stand above the first row.
type Table struct {
	Base

	Columns []TableColumn
	Empty   string // said of it where it has no rows
	Sorted  int    // index of the column that rows are sorted by, -1 for none
	Down    bool   // whether that is from large to small
	Open    string
	OnOpen  func(id string)
	OnPick  func(id string)      // with Ctrl held; nil: as OnOpen
	Picked  func(id string) bool // whether a row is; nil: none
	OnSort  func(column int)
	Leads   func(id string) route.Route // the place that a row opens, for its context menu

	head    []*Link
	sign    *canvas.RegularPolygon
	cursor  Cursor
	openRow int // index of the row that stands open, -1 for none
	tableBody
}

// tableBody are the rows of a table, and those of them that are live.
type tableBody struct {
	rows        TableRows
	strip       strip
	live        map[int]*TableRow
	width, body float32 // that rows were measured for
	headHeight  float32
	shares      shares
}

// shares are the widths of columns that were found last, which each row asks for.
type shares struct {
	width, unit float32 // of the table, and of what is 1 at 100 % text
	ws          []float32
	stacked     bool
}

var (
	_ fyne.Widget        = (*Table)(nil)
	_ fyne.Accessible    = (*Table)(nil)
	_ fyne.Focusable     = (*Table)(nil)
	_ fyne.Tappable      = (*Table)(nil)
	_ desktop.Hoverable  = (*Table)(nil)
	_ desktop.Cursorable = (*Table)(nil)
	_ HeightForWidth     = (*Table)(nil)
	_ windowed           = (*Table)(nil)
)

// NewTable makes a table. onOpen gets the ID of a row, onSort the index of the
// column whose title was clicked.
func NewTable(columns []TableColumn, onOpen func(id string), onSort func(column int)) *Table {
	t := &Table{Columns: columns, OnOpen: onOpen, OnSort: onSort, Sorted: -1, openRow: -1, cursor: NewCursor(), tableBody: tableBody{live: map[int]*TableRow{}}}
	for i, c := range columns {
		t.head = append(t.head, t.newTitle(i, c.Title))
	}
	t.sign = canvas.NewRegularPolygon(3, transparent)
	t.ExtendBaseWidget(t)
	return t
}

// SetRows shows other rows.
func (t *Table) SetRows(rows []TableRow) {
	t.SetSource(TableRows{Len: len(rows), ID: func(i int) string { return rows[i].ID }, Row: func(i int) TableRow { return rows[i] }})
}

// SetSource shows other rows, that are made when they come into view.
func (t *Table) SetSource(rows TableRows) {
	t.rows, t.cursor.Current, t.cursor.Hovered, t.width = rows, 0, -1, 0
	clear(t.live)
	t.SetOpen(t.Open)
}

// Len is how many rows there are.
func (t *Table) Len() int { return t.rows.Len }

// ID is the ID of a row.
func (t *Table) ID(i int) string { return t.rows.ID(i) }

// Row is a row, made for who asks.
func (t *Table) Row(i int) TableRow { return t.rows.Row(i) }

// SetOpen marks the row that stands open.
func (t *Table) SetOpen(id string) {
	t.Open, t.openRow = id, -1
	for i := 0; id != "" && i < t.rows.Len; i++ {
		if t.rows.ID(i) == id {
			t.openRow, t.cursor.Current = i, i
			break
		}
	}
	t.Refresh()
}

// Adopted forgets what was measured in another theme.
func (t *Table) Adopted() { t.width = 0 }

// AccessibilityLabel implements [fyne.Accessible].
func (t *Table) AccessibilityLabel() string {
	if t.cursor.Current < t.rows.Len {
		return t.row(t.cursor.Current).Label
	}
	return t.Empty
}

// AccessibilityRole implements [fyne.Accessible].
func (t *Table) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// Children are the titles, and the cells of the rows that can be seen.
func (t *Table) Children() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, l := range t.head {
		all = append(all, l)
	}
	_, stacked := t.widths(t.width)
	for i := t.strip.first; i < t.strip.last; i++ {
		r, ok := t.live[i]
		if !ok {
			continue // there are other rows, that were not laid out yet
		}
		all = append(all, r.Cells...)
		for _, name := range r.names {
			if stacked && name != nil {
				all = append(all, name)
			}
		}
	}
	return all
}

// row is a row, made if it has to be.
func (t *Table) row(i int) *TableRow {
	r, ok := t.live[i]
	if !ok {
		made := t.rows.Row(i)
		r = &made
		t.HandDown(r.Cells)
		t.live[i] = r
	}
	return r
}

// fit measures for a width, where that was not done yet.
func (t *Table) fit(width float32) {
	body := t.SizeOf(SizeBody)
	if width <= 0 || t.width == width && t.body == body {
		return
	}
	t.width, t.body = width, body
	t.headHeight = t.arrangeHead(width, unplaced)
	t.strip.start(t.rows.Len, t.rowHeight)
}

// HeightFor implements [HeightForWidth].
func (t *Table) HeightFor(width float32) float32 {
	if t.fit(width); t.width == 0 {
		return 0
	}
	t.strip.again(t.rowHeight)
	return t.headHeight + t.strip.top(t.strip.rows) + rowAir
}

// setView implements [windowed].
func (t *Table) setView(from, to float32) (shift float32) {
	t.strip.from, t.strip.to, t.strip.told = from-t.headHeight, to-t.headHeight, true
	first, last := t.strip.first, t.strip.last
	if shift = t.fill(); shift != 0 || first != t.strip.first || last != t.strip.last {
		t.Refresh()
	}
	return shift
}

// fill makes the rows in view, and drops the others.
func (t *Table) fill() (shift float32) {
	if t.fit(t.Size().Width); t.width == 0 {
		return 0
	}
	shift = t.strip.fill(t.rowHeight)
	for i := range t.live {
		if i < t.strip.first || i >= t.strip.last {
			delete(t.live, i)
		}
	}
	_, stacked := t.widths(t.width)
	for i := t.strip.first; i < t.strip.last; i++ {
		if r := t.row(i); stacked {
			t.nameCells(r)
		}
	}
	return shift
}

// stretch implements [windowed].
func (t *Table) stretch(i int) (from, to float32) {
	if t.width == 0 || i >= t.rows.Len {
		return 0, 0
	}
	return t.headHeight + t.strip.top(i), t.headHeight + t.strip.top(i+1)
}

// indexAt implements [windowed].
func (t *Table) indexAt(y float32) int {
	if t.width == 0 {
		return 0
	}
	return t.strip.at(y - t.headHeight)
}

// rowAt is the index of the row at y, or -1.
func (t *Table) rowAt(y float32) int {
	if y -= t.headHeight; t.rows.Len == 0 || y < 0 || y >= t.strip.top(t.rows.Len) {
		return -1
	}
	return t.strip.at(y)
}

// Tapped implements [fyne.Tappable].
func (t *Table) Tapped(e *fyne.PointEvent) {
	i := t.rowAt(e.Position.Y)
	if i >= 0 {
		t.cursor.Current = i
	}
	if t.cursor.Take(t); i >= 0 {
		if t.OnPick != nil && Picking() {
			t.OnPick(t.rows.ID(i))
			t.Refresh()
			return
		}
		t.OnOpen(t.rows.ID(i))
	}
}

// TappedSecondary implements [fyne.SecondaryTappable].
func (t *Table) TappedSecondary(e *fyne.PointEvent) {
	if i := t.rowAt(e.Position.Y); i >= 0 {
		t.cursor.Current = i
		t.Refresh()
		ShowContext(t, e.AbsolutePosition, t.leads(i))
	}
}

// LeadsTo implements [Leader].
func (t *Table) LeadsTo() route.Route { return t.leads(t.cursor.Current) }

// leads is the place that a row opens.
func (t *Table) leads(i int) route.Route {
	if t.Leads == nil || i >= t.rows.Len {
		return route.Route{}
	}
	return t.Leads(t.rows.ID(i))
}

// FocusGained implements [fyne.Focusable].
func (t *Table) FocusGained() {
	t.cursor.Focused = true
	t.Refresh()
	if t.cursor.Hovered < 0 && !t.cursor.Clicked {
		t.reveal()
	}
}

// FocusLost implements [fyne.Focusable].
func (t *Table) FocusLost() {
	t.cursor.Lose()
	t.Refresh()
}

// TypedRune implements [fyne.Focusable].
func (t *Table) TypedRune(rune) {}

// TypedKey implements [fyne.Focusable].
func (t *Table) TypedKey(e *fyne.KeyEvent) {
	const page = 8 // where fewer can be seen
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if at := t.cursor.Current; at < t.rows.Len {
			t.OnOpen(t.rows.ID(at))
		}
		return
	}
	if _, bottom := t.stretch(t.cursor.Current); ContextByKey(t, e.Name, bottom, t.leads(t.cursor.Current)) {
		return
	}
	if e.Name == fyne.KeyUp && t.cursor.Current == 0 {
		t.leaveRows()
		return
	}
	hovered := t.cursor.Hovered
	if !t.cursor.Move(e.Name, t.rows.Len, max(page, t.strip.last-t.strip.first-3)) {
		ForwardKey(t, e)
		return
	}
	t.cursor.Hovered = hovered // the pointer's row keeps its ground
	t.Refresh()
	t.reveal()
}

// reveal scrolls the row that the keyboard is at into view.
func (t *Table) reveal() {
	if t.cursor.Current < t.rows.Len {
		revealIn(t, t.cursor.Current)
	}
}

// RevealOpen scrolls so that the row that stands open can be seen; s is the
// scroller around the table.
func (t *Table) RevealOpen(s *Scroller) {
	if t.openRow >= 0 {
		s.RevealRow(t, t.openRow)
	}
}

// MouseIn implements [desktop.Hoverable].
func (t *Table) MouseIn(e *desktop.MouseEvent) { t.MouseMoved(e) }

// MouseMoved implements [desktop.Hoverable].
func (t *Table) MouseMoved(e *desktop.MouseEvent) {
	TipAt(t, e)
	if t.cursor.Hover(t.rowAt(e.Position.Y)) {
		t.Refresh()
	}
}

// Cursor implements [desktop.Cursorable].
func (t *Table) Cursor() desktop.Cursor {
	if t.cursor.Hovered >= 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// MouseOut implements [desktop.Hoverable].
func (t *Table) MouseOut() {
	HideTip()
	t.cursor.Hovered = -1
	t.Refresh()
}
