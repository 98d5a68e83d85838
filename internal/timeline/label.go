package timeline

import (
	"sort"
	"strings"

	"beltroad/internal/drawing"
)

// Label is the label of an item in lines. Its value stands before the first.
type Label struct {
	Lines []string
	Width float64 // of the widest
}

// mostLines is how many lines a label has at most.
const mostLines = 4

// indent is how far the first line of an item's label is moved by its value.
func (p *Plan) indent(it *Item) float64 {
	if it.Value() == "" {
		return 0
	}
	return p.style.Measure(it.Value(), true) + p.style.Gap
}

// lines is the label of an item in so many lines, as narrow as they can be; nil where
// more lines make it no narrower.
func (p *Plan) lines(i, n int) *Label {
	pl := p.label(i)
	for len(pl.lines) < n && !pl.narrowest {
		next := len(pl.lines) + 1
		l := p.broken(&p.timeline.Items[i], next)
		if pl.narrowest = len(l.Lines) < next; !pl.narrowest {
			pl.lines = append(pl.lines, l)
		}
	}
	if len(pl.lines) < n {
		return nil
	}
	return pl.lines[n-1]
}

// narrowest is the least width that an item's label can have.
func (p *Plan) narrowest(i int) float64 {
	p.lines(i, mostLines)
	all := p.places[i].lines
	return all[len(all)-1].Width
}

// broken breaks a label into at most so many lines.
func (p *Plan) broken(it *Item, most int) *Label {
	if most == 1 {
		return &Label{[]string{it.Label()}, p.indent(it) + p.style.Measure(it.Label(), false)}
	}
	ends := drawing.Breaks(it.Label())
	widths := make([]float64, len(ends)) // of each part, with the space after it
	from, whole := 0, p.indent(it)
	for k, end := range ends {
		widths[k] = p.style.Measure(it.Label()[from:end], false)
		from = end
		whole += widths[k]
	}
	const steps = 64 // of widths that are tried
	k := sort.Search(steps, func(k int) bool {
		_, ok := p.fill(it, ends, widths, whole*float64(k+1)/steps, most)
		return ok
	})
	lines, ok := p.fill(it, ends, widths, whole*float64(k+1)/steps, most)
	if !ok {
		return p.broken(it, 1)
	}
	l := &Label{Lines: lines}
	for k, line := range lines {
		w := p.style.Measure(line, false)
		if k == 0 {
			w += p.indent(it)
		}
		l.Width = max(l.Width, w)
	}
	return l
}

// fill sets as many parts on each line as a width has room for; ok is false where that
// takes more lines than there may be, or a part is wider.
func (p *Plan) fill(it *Item, ends []int, widths []float64, width float64, most int) (lines []string, ok bool) {
	from, used := 0, p.indent(it)
	if used > width {
		return nil, false
	}
	for k, w := range widths {
		begin := 0
		if k > 0 {
			begin = ends[k-1]
		}
		if used+w > width && (begin > from || from == 0 && used > 0) {
			lines = append(lines, strings.TrimRight(it.Label()[from:begin], " "))
			from, used = begin, 0
		}
		if used += w; used > width {
			return nil, false
		}
	}
	lines = append(lines, strings.TrimRight(it.Label()[from:], " "))
	return lines, len(lines) <= most
}

// deepen gives a row as many lines as its labels need, seen all at once.
func (p *Plan) deepen(r *row) {
	if r.crowd {
		return
	}
	for _, m := range p.row(nil, r.items, mostLines, p.timeline.Bounds, 0) {
		if m.Label != nil {
			r.lines = max(r.lines, len(m.Label.Lines))
		}
	}
}
