package paper

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"beltroad/internal/drawing"
)

// setting is what parts are laid out by.
type setting struct {
	ctx     context.Context
	set     drawing.Setter
	room    float64 // the height of a page
	within  func(do func())
	lacks   func(string) []rune
	lacking map[rune]bool
	moved   func()
	made    int
}

// letters are those that no font has, a few of them, by their numbers: they cannot be shown.
func (s *setting) letters() []string {
	const most = 12
	var all []string
	for _, r := range slices.Sorted(maps.Keys(s.lacking)) {
		if len(all) == most {
			return append(all, "…")
		}
		all = append(all, fmt.Sprintf("U+%04X", r))
	}
	return all
}

// lane is where on the width of a page a part stands.
type lane struct{ x, w float64 }

func (in lane) indented(by float64) lane {
	by = min(by, in.w/2)
	return lane{in.x + by, in.w - by}
}

// strip is a piece of a page that is not cut. Its marks lie below its upper edge.
type strip struct {
	high    float64
	marks   []drawing.Mark
	heads   bool // what follows is on the same page
	grouped bool // likewise, if a page has room for all of its group
	row     bool // it is one of a table
	shrink  func(high float64) strip
}

// air is room that a page does not begin with.
func (s *strip) air() bool { return len(s.marks) == 0 }

// sink takes strips, from top to bottom.
type sink interface {
	put(s strip)
	// repeat has a head stand on each page that follows; nil: none.
	repeat(head []strip)
}

// shelf is a sink that keeps strips.
type shelf struct{ all []strip }

func (h *shelf) put(s strip)  { h.all = append(h.all, s) }
func (*shelf) repeat([]strip) {}

func (h *shelf) high() float64 {
	y := 0.0
	for i := range h.all {
		y += h.all[i].high
	}
	return y
}

// merged are strips as one.
func merged(all []strip) strip {
	var one strip
	for i := range all {
		one.marks = append(one.marks, lowered(all[i].marks, one.high)...)
		one.high += all[i].high
	}
	return one
}

func lowered(marks []drawing.Mark, by float64) []drawing.Mark {
	out := make([]drawing.Mark, len(marks))
	for i := range marks {
		out[i] = marks[i].Moved(0, by)
	}
	return out
}

func (p Paragraph) lay(s *setting, in lane, to sink) {
	in = in.indented(p.Indent)
	text := newRich(s.set, p.Runs)
	if s.lacks != nil {
		for _, r := range s.lacks(text.text) {
			s.lacking[r] = true
		}
		for _, run := range p.Runs {
			for _, r := range run.Text {
				if r > drawing.LastInPDF {
					s.lacking[r] = true
				}
			}
		}
	}
	lines := text.lines(in.w)
	if len(lines) == 0 {
		return
	}
	high := drawing.Font{Size: text.size()}.Height(1)
	if p.Before > 0 {
		to.put(strip{high: p.Before, heads: true})
	}
	for i, line := range lines {
		// neither the first line of several nor the last stands alone on a page
		heads := p.Heads || len(lines) > 1 && (i == 0 || i == len(lines)-2)
		to.put(strip{high: high, marks: text.marks(line, in.x, high), heads: heads})
	}
}

func (g Group) lay(s *setting, in lane, to sink) {
	var all shelf
	for _, p := range g {
		p.lay(s, in, &all)
	}
	for i := range all.all {
		all.all[i].grouped = i < len(all.all)-1
		to.put(all.all[i])
	}
}

func (w Within) lay(s *setting, in lane, to sink) {
	if in = in.indented(w.Indent); w.Width > 0 {
		in.w = min(in.w, w.Width)
	}
	for _, p := range w.Parts {
		p.lay(s, in, to)
	}
}

func (h Space) lay(_ *setting, _ lane, to sink) { to.put(strip{high: float64(h), heads: true}) }

func (Rule) lay(_ *setting, in lane, to sink) {
	const air = 5
	to.put(strip{high: 2 * air, marks: []drawing.Mark{rule(in, air)}})
}

func rule(in lane, y float64) drawing.Mark {
	return drawing.Mark{Kind: drawing.Line, Ink: drawing.InkLine, Alpha: 1, Stroke: 0.75, Box: drawing.Box{X: in.x, Y: y, W: in.w}}
}

func (r Row) lay(s *setting, in lane, to sink) {
	for _, piece := range r.strips(s, in) {
		to.put(piece)
	}
}

// strips are the row as one strip or, where no page has room for that, line by line.
func (r Row) strips(s *setting, in lane) []strip {
	lanes := r.lanes(s, in)
	cells := make([]shelf, len(r.Cells))
	high, most := 0.0, 0
	for i, c := range r.Cells {
		for _, p := range c.Parts {
			p.lay(s, lanes[i], &cells[i])
		}
		high, most = max(high, cells[i].high()), max(most, len(cells[i].all))
	}
	if most == 0 {
		return nil
	}
	if high <= s.room {
		one := strip{high: high}
		for i := range cells {
			one.marks = append(one.marks, merged(cells[i].all).marks...)
			if n := len(cells[i].all); n > 0 && cells[i].all[n-1].heads {
				one.heads = true
			}
		}
		return []strip{one}
	}
	all := make([]strip, most)
	for i := range all {
		for k := range cells {
			if i < len(cells[k].all) {
				line := &cells[k].all[i]
				all[i].marks, all[i].high = append(all[i].marks, line.marks...), max(all[i].high, line.high)
			}
		}
	}
	return all
}

// lanes are where the cells stand.
func (r Row) lanes(s *setting, in lane) []lane {
	const widest = 0.4 // of the row, what a cell of its own width takes
	wide := make([]float64, len(r.Cells))
	left, shares, fixed := in.w-r.Gap*float64(max(len(r.Cells)-1, 0)), 0.0, 0.0
	for i, c := range r.Cells {
		switch {
		case c.Width > 0:
			wide[i] = min(c.Width, in.w)
		case c.Width < 0:
			wide[i] = min(natural(s.set, c.Parts), widest*in.w)
		default:
			shares += share(c)
		}
		fixed += wide[i]
	}
	if most := (1 - widest) * left; shares > 0 && fixed > most { // the others need their room
		for i := range wide {
			wide[i] *= most / fixed
		}
		fixed = most
	}
	left -= fixed
	x, lanes := in.x, make([]lane, len(r.Cells))
	for i, c := range r.Cells {
		if wide[i] == 0 && c.Width == 0 {
			wide[i] = left * share(c) / shares
		}
		lanes[i] = lane{x, wide[i]}
		x += wide[i] + r.Gap
	}
	if over := x - r.Gap - in.x - in.w; over > 1 { // widths that are too much for the page
		by := in.w / (in.w + over)
		for i := range lanes {
			lanes[i] = lane{in.x + (lanes[i].x-in.x)*by, lanes[i].w * by}
		}
	}
	return lanes
}

func share(c Cell) float64 {
	if c.Share > 0 {
		return c.Share
	}
	return 1
}

// natural is how wide parts are without breaking a line.
func natural(set drawing.Setter, parts []Part) float64 { return wide(set, parts, (*rich).widest) }

// wide is how wide the widest of parts is, where a text is as wide as one says.
func wide(set drawing.Setter, parts []Part, of func(*rich) float64) float64 {
	const rounding = 1
	w := 0.0
	for _, p := range parts {
		switch p := p.(type) {
		case Paragraph:
			w = max(w, of(newRich(set, p.Runs))+rounding+p.Indent)
		case Group:
			w = max(w, wide(set, p, of))
		case Row:
			row := p.Gap * float64(len(p.Cells)-1)
			for _, c := range p.Cells {
				row += wide(set, c.Parts, of)
			}
			w = max(w, row)
		case Picture:
			w = max(w, p.Width)
		}
	}
	return w
}

// batch is how many parts are made at once.
const batch = 128

func (m Many) lay(s *setting, in lane, to sink) {
	columns := max(m.Columns, 1)
	step := batch / columns * columns
	for from := 0; from < m.Len && s.ctx.Err() == nil; from += step {
		var made [][]Part
		s.within(func() {
			for i := from; i < min(from+step, m.Len); i++ {
				made = append(made, m.At(i))
			}
		})
		for row := range slices.Chunk(made, columns) {
			if m.Gap > 0 {
				to.put(strip{high: m.Gap, heads: true})
			}
			if columns == 1 {
				for _, p := range row[0] {
					p.lay(s, in, to)
				}
			} else {
				m.beside(row, columns).lay(s, in, to)
			}
			for range row {
				s.moved()
			}
		}
	}
}

// beside are made parts in a row of so many columns.
func (m Many) beside(made [][]Part, columns int) Row {
	r := Row{Gap: max(m.Gap, 16), Cells: make([]Cell, columns)}
	for i, parts := range made {
		r.Cells[i].Parts = parts
	}
	return r
}
