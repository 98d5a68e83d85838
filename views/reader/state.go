package reader

import (
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Names in the state of the page.
const (
	stateLens   = "lens" // its key; left out: the usual one
	stateAround = "around"
)

// State is what stands at the top of the text, and what it is seen through.
func (p *Page) State() route.State {
	st := route.State{}
	st.SetNumber(route.StateAt, p.at(), 6)
	if p.lens.key != lenses()[0].key {
		st.Set(stateLens, p.lens.key)
	}
	st.SetFlag(stateAround, p.rows.rest.Visible())
	return st
}

// Restore implements [record.Page].
func (p *Page) Restore(st route.State) {
	if st[route.StateIn] == route.OwnCopy {
		p.showInCopy()
		return
	}
	for _, l := range lenses() {
		if l.key == st[stateLens] || st[stateLens] == "" && l.key == lenses()[0].key {
			if !l.own || p.bar.own.held() != nil {
				p.through(l)
			} else {
				p.bar.own.wanted = l.key // its copy is being looked for
			}
		}
	}
	if st.Flag(stateAround) != p.rows.rest.Visible() {
		p.toggleAround()
	}
	p.goTo(st.Number(route.StateAt))
	p.arrived = true
}

// showInCopy shows the paragraph whose record stands open in the words of the
// copy: through the lens that is there, if it has them, or else the usual one.
func (p *Page) showInCopy() {
	if !p.lens.own {
		p.bar.own.wanted = usualOwn
		if p.bar.own.held() != nil { // else it is being looked for
			p.bar.own.takeWanted()
		}
	}
	p.show(p.open)
	p.arrived = true
}

// at is what stands at the top: the number of the row, and how much of it is
// above. It means the same in every size of the window and of the text.
func (p *Page) at() float64 {
	first := 0
	for _, list := range []*ui.List{p.rows.text, p.rows.rest} {
		depth, ok := p.scroll.Depth(list)
		y := p.scroll.Offset() - depth
		n := p.rows.count(list)
		if ok && list.Visible() && n > 0 && y > 0 && (list == p.rows.rest || y < list.Size().Height) {
			i := list.IndexAt(y)
			from, high := p.rows.stretch(list, i)
			return float64(first+i) + min(float64((y-from)/high), 0.999999)
		}
		first += n
	}
	return 0
}

// goTo has a row at the top, as [Page.at] tells it.
func (p *Page) goTo(at float64) {
	if at <= 0 {
		p.scroll.ScrollTo(0)
		return
	}
	row, list := int(at), p.rows.text
	share := float32(at - float64(row))
	if n := p.rows.count(list); row >= n {
		row, list = row-n, p.rows.rest
	}
	if row >= p.rows.count(list) {
		return
	}
	p.scroll.ScrollToRow(list, row, 0) // its height may have been a guess
	if depth, ok := p.scroll.Depth(list); ok {
		from, high := p.rows.stretch(list, row)
		p.scroll.ScrollTo(depth + from + share*high)
	}
}

// stretch is where a row begins, and how far below that the next one does.
func (r *rows) stretch(list *ui.List, i int) (from, high float32) {
	from, to := list.Stretch(i)
	if i+1 < r.count(list) {
		to, _ = list.Stretch(i + 1)
	}
	return from, max(to-from, 1)
}

// count is how many rows a list has.
func (r *rows) count(list *ui.List) int {
	if list == r.rest {
		return len(r.around)
	}
	return len(r.article) + 1
}
