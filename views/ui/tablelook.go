package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// The measures of tables.
const (
	cellGap   = 14
	rowAir    = 9
	tableSide = 16
)

// unplaced takes the place of an object, where only its size counts.
func unplaced(fyne.CanvasObject, float32, float32, float32, float32) {}

// gone is the width of a column that there is no room for.
const gone = -1

// widths are the widths of the columns, and whether they are too narrow to
// stand beside one another, even without those that can be spared. Cells that lie
// below one another have room for all of them.
func (t *Table) widths(width float32) (ws []float32, stacked bool) {
	if unit := t.Dp(1); t.shares.ws == nil || t.shares.width != width || t.shares.unit != unit {
		t.shares.width, t.shares.unit = width, unit
		t.shares.ws, t.shares.stacked = t.share(width)
	}
	return t.shares.ws, t.shares.stacked
}

func (t *Table) share(width float32) (ws []float32, stacked bool) {
	last := 0
	for _, c := range t.Columns {
		last = max(last, c.Spare)
	}
	for without := 0; without <= last; without++ {
		if ws, stacked = t.shared(width, without); !stacked {
			return ws, false
		}
	}
	ws, _ = t.shared(width, 0)
	return ws, true
}

// shared are the widths of the columns without the first of those that can be
// spared, and whether they are too narrow.
func (t *Table) shared(width float32, without int) (ws []float32, narrow bool) {
	const least = 96 // at 100 % text
	total, room := float32(0), width-2*tableSide+cellGap
	for _, c := range t.Columns {
		if !c.spared(without) {
			total += c.Share
			room -= t.Dp(c.Width) + cellGap
		}
	}
	ws = make([]float32, len(t.Columns))
	for i, c := range t.Columns {
		if c.spared(without) {
			ws[i] = gone
			continue
		}
		ws[i] = t.Dp(c.Width) + max(0, room)*c.Share/total
		narrow = narrow || c.Width == 0 && ws[i] < t.Dp(least)
	}
	return ws, narrow
}

func (c TableColumn) spared(without int) bool { return c.Spare > 0 && c.Spare <= without }

// spare hides the cells of columns that there is no room for, and shows the others.
func spare[T fyne.CanvasObject](ws []float32, cells []T) {
	for i, c := range cells {
		if show := ws[i] != gone; show != c.Visible() {
			if show {
				c.Show()
			} else {
				c.Hide()
			}
		}
	}
}

// arrange puts the cells of a row, and returns the row's height. Where the
// columns are too narrow, the wide cells lie below one another, and the others
// in a line below them.
func (t *Table) arrange(r *TableRow, width float32, put func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	ws, stacked := t.widths(width)
	if !stacked {
		h, x := float32(0), float32(tableSide)
		for i, c := range r.Cells {
			if ws[i] != gone {
				h = max(h, HeightFor(c, ws[i]))
			}
		}
		for i, c := range r.Cells {
			if ws[i] == gone {
				continue
			}
			ch := HeightFor(c, ws[i])
			put(c, x, rowAir+(h-ch)/2, ws[i], ch)
			x += ws[i] + cellGap
		}
		return h + 2*rowAir
	}
	y, before := float32(rowAir), t.widestName()
	t.nameCells(r)
	for i, c := range r.Cells {
		x := float32(tableSide)
		switch {
		case t.Columns[i].Named:
			x += before + cellGap
		case t.Columns[i].Width > 0 || ws[i] == gone:
			continue
		}
		w := width - tableSide - x
		h := HeightFor(c, w)
		put(c, x, y, w, h)
		if name := r.names[i]; name != nil {
			nh := HeightFor(name, before)
			put(name, tableSide, y, before, nh)
			h = max(h, nh)
		}
		y += h + 2
	}
	x, line := float32(tableSide), float32(0)
	for i, c := range r.Cells {
		if w := t.Dp(t.Columns[i].Width); w > 0 && ws[i] != gone && !t.Columns[i].Named {
			h := HeightFor(c, w)
			put(c, x, y, w, h)
			x, line = x+w+cellGap, max(line, h)
		}
	}
	return y + line + rowAir
}

// widestName is the width of the titles of named columns.
func (t *Table) widestName() float32 {
	w := float32(0)
	for i, c := range t.Columns {
		if c.Named {
			w = max(w, t.head[i].MinSize().Width)
		}
	}
	return w
}

// nameCells makes the titles of named columns, as parts of a row.
func (t *Table) nameCells(r *TableRow) {
	if r.names != nil {
		return
	}
	r.names = make([]fyne.CanvasObject, len(t.Columns))
	for i, c := range t.Columns {
		if text, is := r.Cells[i].(*Text); c.Named && (!is || text.String() != "") {
			r.names[i] = Label(c.Title, SizeSmall, ColorMuted)
			t.HandDown(r.names[i : i+1])
		}
	}
}

func (t *Table) rowHeight(i int) float32 { return t.arrange(t.row(i), t.width, unplaced) }

// arrangeHead puts the titles, and returns their height.
func (t *Table) arrangeHead(width float32, put func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	ws, stacked := t.widths(width)
	x, y, h := float32(tableSide), float32(rowAir), float32(0)
	for i, l := range t.head {
		if ws[i] == gone {
			continue
		}
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
	lines                   []*canvas.Rectangle // above the rows that are live
	picks                   []*canvas.Rectangle // at the left of those that are picked
	objects                 []fyne.CanvasObject
}

func (r *tableRenderer) Destroy()                     {}
func (r *tableRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *tableRenderer) MinSize() fyne.Size {
	return fyne.NewSize(200, r.t.HeightFor(r.t.Size().Width))
}

func (r *tableRenderer) Layout(fyne.Size) { r.Refresh() }

// place puts everything where it belongs.
func (r *tableRenderer) place(s fyne.Size) {
	t := r.t
	top, bottom := r.ground(s.Height)
	Place(r.back, 0, top, s.Width, bottom-top)
	ws, _ := t.widths(s.Width)
	spare(ws, t.head)
	t.arrangeHead(s.Width, Place)
	at := t.Sorted
	if t.sign.Hidden = at < 0 || ws[at] == gone; !t.sign.Hidden {
		l := t.head[at]
		Place(t.sign, l.Position().X+l.Size().Width+5, l.Position().Y+l.Size().Height/2-t.Dp(4), t.Dp(8), t.Dp(8))
	}
	for i := t.strip.first; i < t.strip.last; i++ {
		row, ok := t.live[i]
		if !ok {
			continue // the table has no width
		}
		y, end := t.stretch(i)
		n := i - t.strip.first
		Place(r.lines[n], tableSide, y, s.Width-2*tableSide, 1)
		Place(r.picks[n], tableSide/2, y+2, 3, end-y-3)
		spare(ws, row.Cells)
		t.arrange(row, s.Width, func(o fyne.CanvasObject, cx, cy, w, h float32) { Place(o, cx, y+cy, w, h) })
	}
	r.placeMarks()
}

// ground is where the ground of the table begins and ends: not far from what can
// be seen, as its round corners are drawn as a picture of its whole size.
func (r *tableRenderer) ground(height float32) (top, bottom float32) {
	const beyond = 400 // no edge comes into view before the rows there are live
	t := r.t
	bottom = height
	if t.strip.first >= t.strip.last {
		return 0, height
	}
	if from, _ := t.stretch(t.strip.first); t.strip.first > 0 {
		top = max(0, from-beyond)
	}
	if _, to := t.stretch(t.strip.last - 1); t.strip.last < t.strip.rows {
		bottom = min(height, to+beyond)
	}
	return top, bottom
}

// placeMarks puts the grounds behind the open, the hovered and the current row.
func (r *tableRenderer) placeMarks() {
	t, side := r.t, float32(tableSide)/2
	mark := func(m *canvas.Rectangle, i int) {
		if i < t.strip.first || i >= t.strip.last {
			m.Hide()
			return
		}
		from, to := t.stretch(i)
		m.Show()
		Place(m, side, from+2, t.Size().Width-2*side, to-from-3)
	}
	open, hover := t.openRow, t.cursor.Hovered
	if hover == open { // two grounds over one another would be too dark to read on
		hover = -1
	}
	mark(r.open, open)
	mark(r.hover, hover)
	mark(r.ring, t.cursor.Ring())
}

func (r *tableRenderer) Refresh() {
	t := r.t
	t.fill()
	r.back.FillColor, r.back.StrokeColor = t.ColorOf(ColorCard), t.ColorOf(ColorLine)
	r.open.FillColor = t.ColorOf(theme.ColorNameSelection)
	r.hover.FillColor = t.ColorOf(theme.ColorNameHover)
	r.ring.StrokeColor, r.ring.StrokeWidth = t.ColorOf(ColorFocus), focusWidth
	t.sign.FillColor, t.sign.Angle = t.ColorOf(ColorMuted), 0
	if t.Down {
		t.sign.Angle = 180
	}
	for len(r.lines) < t.strip.last-t.strip.first {
		r.lines, r.picks = append(r.lines, canvas.NewRectangle(transparent)), append(r.picks, canvas.NewRectangle(transparent))
	}
	r.objects = []fyne.CanvasObject{r.back, r.hover, r.open, r.ring, t.sign}
	for n := range t.strip.last - t.strip.first {
		r.lines[n].FillColor = t.ColorOf(ColorLine)
		r.objects = append(r.objects, r.lines[n])
		if t.Picked != nil && t.Picked(t.rows.ID(t.strip.first+n)) {
			r.picks[n].FillColor, r.picks[n].CornerRadius = t.ColorOf(ColorAccent), 1.5
			r.objects = append(r.objects, r.picks[n])
		}
	}
	r.objects = append(r.objects, t.Children()...)
	r.place(t.Size())
	canvas.Refresh(t)
}

// Stacked tells whether the cells of a row lie below one another.
func (t *Table) Stacked() bool {
	_, stacked := t.widths(t.Size().Width)
	return stacked
}
