package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Underline is how the words of a mark are underlined: marks differ by that
// too, for those who cannot tell colours apart.
type Underline uint8

// The underlines.
const (
	NoUnderline Underline = iota
	ThinUnderline
	ThickUnderline
	DoubleUnderline
	Framed // a line all around
)

// Mark is a stretch of a text that stands out: a highlight, what was searched for.
type Mark struct {
	Start, End int                 // in bytes of [Text.String]
	Ground     fyne.ThemeColorName // behind the words; empty: none
	Line       fyne.ThemeColorName // of the underline; empty: ink
	Under      Underline
	Name       string // of what is marked, for whoever made the mark
}

// under is what a text draws behind its words.
type under struct {
	marks      []Mark
	passing    []Mark // over the others: what is searched for, or read aloud
	start, end int    // what is selected
	caret      int    // where the caret stands, plus 1; 0: nowhere
	shown      []fyne.CanvasObject
}

func (u *under) empty() bool {
	return len(u.marks)+len(u.passing) == 0 && u.start >= u.end && u.caret == 0
}

// Marks are the stretches that stand out.
func (t *Text) Marks() []Mark { return t.under.marks }

// SetMarks makes stretches of the text stand out, later ones over earlier ones.
func (t *Text) SetMarks(marks ...Mark) {
	if slices.Equal(t.under.marks, marks) {
		return
	}
	t.under.marks = marks
	t.drawUnderAnew()
}

// Passing are the stretches that stand out for a while.
func (t *Text) Passing() []Mark { return t.under.passing }

// setPassing makes stretches stand out for a while.
func (t *Text) setPassing(marks []Mark) {
	if !slices.Equal(t.under.passing, marks) {
		t.under.passing = marks
		t.drawUnderAnew()
	}
}

// MarkAt is the uppermost mark at a point of the text.
func (t *Text) MarkAt(p fyne.Position) (Mark, bool) {
	for _, m := range slices.Backward(t.under.marks) {
		for _, b := range t.stretches(m.Start, m.End) {
			if p.X >= b.x && p.X < b.x+b.w && p.Y >= b.y && p.Y < b.y+t.largest().height {
				return m, true
			}
		}
	}
	return Mark{}, false
}

// setSelected selects a stretch, and shows a caret where it is not negative.
func (t *Text) setSelected(start, end, caret int) {
	if u := &t.under; u.start != start || u.end != end || u.caret != caret+1 {
		u.start, u.end, u.caret = start, end, caret+1
		t.drawUnderAnew()
	}
}

// drawUnderAnew draws what is behind the words once the text was laid out.
func (t *Text) drawUnderAnew() {
	if t.parts == nil {
		return
	}
	t.drawUnder()
	t.Refresh()
}

// stretch is a part of a line.
type lineStretch struct{ x, y, w float32 }

// stretches are the parts of lines that a stretch of the text covers.
func (t *Text) stretches(start, end int) []lineStretch {
	rows := t.laid().rows
	if start >= end || len(rows) == 0 {
		return nil
	}
	var all []lineStretch
	for n := t.rowOf(start); n < len(rows) && int(rows[n][0].at) < end; n++ {
		row := t.row(n)
		x := t.xOf(row, start)
		if w := t.xOf(row, end) - x; w > 0 {
			all = append(all, lineStretch{x, float32(n) * t.laid().pitch, w})
		}
	}
	return all
}

// drawUnder makes the objects behind the words: the grounds of runs, marks, what
// is selected. A text without any has just its words.
func (t *Text) drawUnder() {
	u := &t.under
	plain := u.shown == nil
	u.shown = nil
	if u.empty() {
		if !plain {
			t.groundLinks(true)
		}
		return
	}
	t.groundLinks(false)
	var words []fyne.CanvasObject
	for _, o := range t.parts {
		switch o := o.(type) {
		case *canvas.Rectangle:
			u.shown = append(u.shown, o)
			continue
		case *Link:
			if mark := t.Runs[o.run].Mark; mark != "" {
				u.shown = append(u.shown, t.ground(mark, o.Position(), o.Size()))
			}
		}
		words = append(words, o)
	}
	for _, m := range slices.Concat(u.marks, u.passing) {
		u.shown = t.appendMark(u.shown, m)
	}
	for _, b := range t.stretches(u.start, u.end) {
		u.shown = append(u.shown, t.rectangle(ColorSelected, b.x, b.y, b.w, t.laid().pitch))
	}
	u.shown = append(u.shown, words...)
	if u.caret > 0 {
		const width = 2
		at, height := t.caretAt(u.caret - 1)
		u.shown = append(u.shown, t.rectangle(ColorInk, at.X-width/2, at.Y, width, height))
	}
}

// groundLinks has links draw their own ground, or none where it is to lie below marks.
func (t *Text) groundLinks(own bool) {
	for _, o := range t.parts {
		if link, ok := o.(*Link); ok {
			mark := t.Runs[link.run].Mark
			if !own {
				mark = ""
			}
			if link.Mark != mark {
				link.Mark = mark
				link.Refresh()
			}
		}
	}
}

// ground is what lies behind words of a run that is marked.
func (t *Text) ground(col fyne.ThemeColorName, pos fyne.Position, size fyne.Size) *canvas.Rectangle {
	r := t.rectangle(col, pos.X-2, pos.Y+size.Height*0.08, size.Width+4, size.Height*0.86)
	r.CornerRadius = 3
	return r
}

func (t *Text) rectangle(col fyne.ThemeColorName, x, y, w, h float32) *canvas.Rectangle {
	r := canvas.NewRectangle(t.ColorOf(col))
	Place(r, x, y, w, h)
	return r
}

// appendMark adds what shows a mark to other objects.
func (t *Text) appendMark(all []fyne.CanvasObject, m Mark) []fyne.CanvasObject {
	line := m.Line
	if line == "" {
		line = ColorInk
	}
	high, base := t.largest().height, t.largest().base
	for _, b := range t.stretches(m.Start, m.End) {
		if m.Ground != "" {
			all = append(all, t.rectangle(m.Ground, b.x, b.y+high*0.04, b.w, high*0.92))
		}
		y, gap := b.y+base+t.Dp(2), t.Dp(1)
		switch m.Under {
		case NoUnderline:
		case ThinUnderline:
			all = append(all, t.rectangle(line, b.x, y, b.w, gap))
		case ThickUnderline:
			all = append(all, t.rectangle(line, b.x, y, b.w, 2.5*gap))
		case DoubleUnderline:
			all = append(all, t.rectangle(line, b.x, y, b.w, gap), t.rectangle(line, b.x, y+2*gap, b.w, gap))
		case Framed:
			frame := t.rectangle(line, b.x, b.y+high*0.04, b.w, high*0.92)
			frame.StrokeColor, frame.StrokeWidth, frame.FillColor = frame.FillColor, gap, transparent
			all = append(all, frame)
		}
	}
	return all
}
