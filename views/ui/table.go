package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// TableColumn is a column of a table.
type TableColumn struct {
	Title string
	Width float32 // if not 0, at 100 % text; the other columns share what is left
	Share float32 // of what is left, against the other columns
}

// TableRow is a row of a table: one object for each column.
type TableRow struct {
	ID    string
	Label string // what a screen reader says
	Cells []fyne.CanvasObject
}

// Table is a list of records in columns, whose rows are as high as their
// texts. It is one stop of the Tab key: arrows move in it, Enter opens.
type Table struct {
	Base

	Columns []TableColumn
	Rows    []TableRow
	Empty   string // said of it where it has no rows
	Sorted  int    // index of the column that rows are sorted by, -1 for none
	Down    bool   // whether that is from large to small
	Open    string
	OnOpen  func(id string)
	OnPick  func(id string) // with Ctrl held; nil: as OnOpen
	OnSort  func(column int)

	head    []*Link
	sign    *canvas.RegularPolygon
	current int // the row that the keyboard is at
	hovered int
	focused bool
	tops    []float32
}

var (
	_ fyne.Widget       = (*Table)(nil)
	_ fyne.Accessible   = (*Table)(nil)
	_ fyne.Focusable    = (*Table)(nil)
	_ fyne.Tappable     = (*Table)(nil)
	_ desktop.Hoverable = (*Table)(nil)
	_ Heighter          = (*Table)(nil)
)

// NewTable makes a table. onOpen gets the ID of a row, onSort the index of the
// column whose title was clicked.
func NewTable(columns []TableColumn, onOpen func(id string), onSort func(column int)) *Table {
	t := &Table{Columns: columns, OnOpen: onOpen, OnSort: onSort, Sorted: -1, hovered: -1}
	for i, c := range columns {
		t.head = append(t.head, NewLink(c.Title, SizeSmall, func() { t.OnSort(i) }))
		t.head[i].Color = ColorMuted
	}
	t.sign = canvas.NewRegularPolygon(3, transparent)
	t.ExtendBaseWidget(t)
	return t
}

// SetRows shows other rows.
func (t *Table) SetRows(rows []TableRow) {
	t.Rows, t.current, t.hovered = rows, 0, -1
	t.SetOpen(t.Open)
}

// SetOpen marks the row that stands open.
func (t *Table) SetOpen(id string) {
	t.Open = id
	for i, r := range t.Rows {
		if r.ID == id {
			t.current = i
		}
	}
	t.Refresh()
}

// AccessibilityLabel implements [fyne.Accessible].
func (t *Table) AccessibilityLabel() string {
	if t.current < len(t.Rows) {
		return t.Rows[t.current].Label
	}
	return t.Empty
}

// AccessibilityRole implements [fyne.Accessible].
func (t *Table) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// Children are the titles and cells.
func (t *Table) Children() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, l := range t.head {
		all = append(all, l)
	}
	for _, r := range t.Rows {
		all = append(all, r.Cells...)
	}
	return all
}

// The measures of tables.
const (
	cellGap   = 14
	rowAir    = 9
	tableSide = 16
)

// widths are the widths of the columns, and whether they are too narrow to
// stand beside one another.
func (t *Table) widths(width float32) (ws []float32, stacked bool) {
	const least = 96 // at 100 % text
	total, room := float32(0), width-2*tableSide-cellGap*float32(len(t.Columns)-1)
	for _, c := range t.Columns {
		total += c.Share
		room -= t.Dp(c.Width)
	}
	ws = make([]float32, len(t.Columns))
	for i, c := range t.Columns {
		ws[i] = t.Dp(c.Width) + max(0, room)*c.Share/total
		stacked = stacked || c.Width == 0 && ws[i] < t.Dp(least)
	}
	return ws, stacked
}

// arrange puts the cells of a row, and returns the row's height. Where the
// columns are too narrow, the wide cells lie below one another, and the others
// in a line below them.
func (t *Table) arrange(r TableRow, width float32, put func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	ws, stacked := t.widths(width)
	if !stacked {
		h, x := float32(0), float32(tableSide)
		for i, c := range r.Cells {
			h = max(h, HeightFor(c, ws[i]))
		}
		for i, c := range r.Cells {
			ch := HeightFor(c, ws[i])
			put(c, x, rowAir+(h-ch)/2, ws[i], ch)
			x += ws[i] + cellGap
		}
		return h + 2*rowAir
	}
	y := float32(rowAir)
	for i, c := range r.Cells {
		if t.Columns[i].Width == 0 {
			w := width - 2*tableSide
			h := HeightFor(c, w)
			put(c, tableSide, y, w, h)
			y += h + 2
		}
	}
	x, line := float32(tableSide), float32(0)
	for i, c := range r.Cells {
		if w := t.Dp(t.Columns[i].Width); w > 0 {
			h := HeightFor(c, w)
			put(c, x, y, w, h)
			x, line = x+w+cellGap, max(line, h)
		}
	}
	return y + line + rowAir
}

func (t *Table) rowHeight(r TableRow, width float32) float32 {
	return t.arrange(r, width, func(fyne.CanvasObject, float32, float32, float32, float32) {})
}

// arrangeHead puts the titles, and returns their height.
func (t *Table) arrangeHead(width float32, put func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	ws, stacked := t.widths(width)
	x, y, h := float32(tableSide), float32(rowAir), float32(0)
	for i, l := range t.head {
		m := l.MinSize()
		if stacked && i > 0 && x+m.Width > width-tableSide {
			x, y = tableSide, y+m.Height
		}
		put(l, x, y, m.Width, m.Height)
		h = m.Height
		if stacked {
			x += m.Width + 2*cellGap
		} else {
			x += ws[i] + cellGap
		}
	}
	return y + h + rowAir
}

// HeightFor implements [Heighter].
func (t *Table) HeightFor(width float32) float32 {
	h := t.arrangeHead(width, func(fyne.CanvasObject, float32, float32, float32, float32) {})
	for _, r := range t.Rows {
		h += t.rowHeight(r, width)
	}
	return h + rowAir
}

// rowAt is the index of the row at y, or -1.
func (t *Table) rowAt(y float32) int {
	for i := range t.Rows {
		if i+1 < len(t.tops) && y >= t.tops[i] && y < t.tops[i+1] {
			return i
		}
	}
	return -1
}

// Tapped implements [fyne.Tappable].
func (t *Table) Tapped(e *fyne.PointEvent) {
	if i := t.rowAt(e.Position.Y); i >= 0 {
		t.current = i
		if t.OnPick != nil && Picking() {
			t.OnPick(t.Rows[i].ID)
			return
		}
		t.OnOpen(t.Rows[i].ID)
	}
}

// FocusGained implements [fyne.Focusable].
func (t *Table) FocusGained() {
	t.focused = true
	t.Refresh()
	if t.hovered < 0 {
		t.reveal()
	}
}

// FocusLost implements [fyne.Focusable].
func (t *Table) FocusLost() {
	t.focused = false
	t.Refresh()
}

// TypedRune implements [fyne.Focusable].
func (t *Table) TypedRune(rune) {}

// TypedKey implements [fyne.Focusable].
func (t *Table) TypedKey(e *fyne.KeyEvent) {
	const page = 8
	at := t.current
	switch e.Name {
	case fyne.KeyDown:
		at++
	case fyne.KeyUp:
		at--
	case fyne.KeyPageDown:
		at += page
	case fyne.KeyPageUp:
		at -= page
	case fyne.KeyHome:
		at = 0
	case fyne.KeyEnd:
		at = len(t.Rows)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if at < len(t.Rows) {
			t.OnOpen(t.Rows[at].ID)
		}
		return
	default:
		PassOn(t, e)
		return
	}
	t.current = max(0, min(at, len(t.Rows)-1))
	t.Refresh()
	t.reveal()
}

// reveal scrolls the row that the keyboard is at into view.
func (t *Table) reveal() {
	if t.current+1 < len(t.tops) {
		RevealPart(t, t.tops[t.current], t.tops[t.current+1])
	}
}

// OpenRow is the stretch of the row that stands open; ok is false where none does.
func (t *Table) OpenRow() (from, to float32, ok bool) {
	if t.Open == "" || t.current+1 >= len(t.tops) || t.Rows[t.current].ID != t.Open {
		return 0, 0, false
	}
	return t.tops[t.current], t.tops[t.current+1], true
}

// MouseIn implements [desktop.Hoverable].
func (t *Table) MouseIn(e *desktop.MouseEvent) { t.MouseMoved(e) }

// MouseMoved implements [desktop.Hoverable].
func (t *Table) MouseMoved(e *desktop.MouseEvent) {
	if i := t.rowAt(e.Position.Y); i != t.hovered {
		t.hovered = i
		t.Refresh()
	}
}

// MouseOut implements [desktop.Hoverable].
func (t *Table) MouseOut() {
	t.hovered = -1
	t.Refresh()
}

// CreateRenderer implements [fyne.Widget].
func (t *Table) CreateRenderer() fyne.WidgetRenderer {
	r := &tableRenderer{t: t, back: canvas.NewRectangle(transparent), open: canvas.NewRectangle(transparent), hover: canvas.NewRectangle(transparent), ring: canvas.NewRectangle(transparent)}
	r.back.CornerRadius, r.back.StrokeWidth = cardRadius, 1
	r.ring.CornerRadius, r.open.CornerRadius, r.hover.CornerRadius = 6, 6, 6
	r.Refresh()
	return r
}

type tableRenderer struct {
	t                       *Table
	back, open, hover, ring *canvas.Rectangle
	lines                   []*canvas.Rectangle
	objects                 []fyne.CanvasObject
}

func (r *tableRenderer) Destroy()                     {}
func (r *tableRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *tableRenderer) MinSize() fyne.Size {
	return fyne.NewSize(200, r.t.HeightFor(r.t.Size().Width))
}

func (r *tableRenderer) Layout(s fyne.Size) {
	Place(r.back, 0, 0, s.Width, s.Height)
	y := r.t.arrangeHead(s.Width, Place)
	if at := r.t.Sorted; at >= 0 {
		l := r.t.head[at]
		Place(r.t.sign, l.Position().X+l.Size().Width+5, l.Position().Y+l.Size().Height/2-r.t.Dp(4), r.t.Dp(8), r.t.Dp(8))
	}
	r.t.tops = r.t.tops[:0]
	for n, row := range r.t.Rows {
		r.t.tops = append(r.t.tops, y)
		Place(r.lines[n], tableSide, y, s.Width-2*tableSide, 1)
		y += r.t.arrange(row, s.Width, func(o fyne.CanvasObject, cx, cy, w, h float32) { Place(o, cx, y+cy, w, h) })
	}
	r.t.tops = append(r.t.tops, y)
	r.placeMarks()
}

// placeMarks puts the grounds behind the open, the hovered and the current row.
func (r *tableRenderer) placeMarks() {
	t, side := r.t, float32(tableSide)/2
	mark := func(m *canvas.Rectangle, i int) {
		if i < 0 || i+1 >= len(t.tops) {
			m.Hide()
			return
		}
		m.Show()
		Place(m, side, t.tops[i]+2, t.Size().Width-2*side, t.tops[i+1]-t.tops[i]-3)
	}
	open := -1
	for i, row := range t.Rows {
		if row.ID == t.Open {
			open = i
		}
	}
	mark(r.open, open)
	hover := t.hovered
	if hover == open { // two grounds over one another would be too dark to read on
		hover = -1
	}
	mark(r.hover, hover)
	mark(r.ring, map[bool]int{true: t.current, false: -1}[t.focused])
}

func (r *tableRenderer) Refresh() {
	r.back.FillColor, r.back.StrokeColor = r.t.ColorOf(ColorCard), r.t.ColorOf(ColorLine)
	r.open.FillColor = r.t.ColorOf(theme.ColorNameSelection)
	r.hover.FillColor = r.t.ColorOf(theme.ColorNameHover)
	r.ring.StrokeColor, r.ring.StrokeWidth = r.t.ColorOf(ColorFocus), focusWidth
	r.t.sign.FillColor, r.t.sign.Angle = r.t.ColorOf(ColorMuted), 0
	if r.t.Down {
		r.t.sign.Angle = 180
	}
	r.t.sign.Hidden = r.t.Sorted < 0
	for len(r.lines) < len(r.t.Rows) {
		r.lines = append(r.lines, canvas.NewRectangle(transparent))
	}
	r.objects = []fyne.CanvasObject{r.back, r.hover, r.open, r.ring, r.t.sign}
	for _, l := range r.lines[:len(r.t.Rows)] {
		l.FillColor = r.t.ColorOf(ColorLine)
		r.objects = append(r.objects, l)
	}
	r.objects = append(r.objects, r.t.Children()...)
	r.Layout(r.t.Size())
	canvas.Refresh(r.t)
}
