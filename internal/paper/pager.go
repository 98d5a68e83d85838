package paper

import "slices"

// pager puts strips on pages.
type pager struct {
	pages *Pages
	room  float64 // the height of a page
	head  []strip // of the table that goes on
	held  []strip // that wait for what they stay together with
	high  float64 // of them
	all   []*filled
}

// filled is what a page holds, before it is drawn.
type filled struct {
	head  []strip   // of a table that goes on from the page before
	units [][]strip // what stays together, each
	high  float64
}

func (f *filled) add(unit []strip) {
	f.units, f.high = append(f.units, unit), f.high+height(unit)
}

func height(all []strip) float64 {
	h := 0.0
	for i := range all {
		h += all[i].high
	}
	return h
}

func (p *pager) repeat(head []strip) {
	p.flush()
	p.head = head
}

func (p *pager) put(s strip) {
	p.held, p.high = append(p.held, s), p.high+s.high
	if !s.heads && !s.grouped || p.high > p.room {
		p.flush()
	}
}

// flush puts down what was held: all of it on one page or, where none has room for it,
// what heads something with that.
func (p *pager) flush() {
	held, whole := p.held, p.high <= p.room-height(p.head)
	p.held, p.high = nil, 0
	if whole {
		p.place(held)
		return
	}
	from := 0
	for i := range held {
		if last := i == len(held)-1; !held[i].heads || last || height(held[from:i+2]) > p.room-height(p.head) {
			p.place(held[from : i+1])
			from = i + 1
		}
	}
}

// place puts strips on the page, or the next where that has no room left. A drawing
// takes less room rather than to leave a page half empty.
func (p *pager) place(unit []strip) {
	const least = 0.8 // of a drawing's size: its texts are to be read
	if len(p.all) == 0 {
		p.all = append(p.all, &filled{})
	}
	page := p.all[len(p.all)-1]
	if left := p.room - page.high; height(unit) > left && len(unit) > 0 {
		last := &unit[len(unit)-1]
		fits := left - (height(unit) - last.high)
		switch {
		case last.shrink != nil && fits > least*last.high:
			*last = last.shrink(fits)
		case page.high > height(page.head):
			page = &filled{head: p.head, high: height(p.head)}
			p.all = append(p.all, page)
		}
	}
	if page.high == height(page.head) { // room is for between
		unit = unit[airs(unit):]
	}
	if len(unit) > 0 {
		page.add(unit)
	}
}

// airs is how many strips at the beginning are nothing but room.
func airs(unit []strip) int {
	if n := slices.IndexFunc(unit, func(s strip) bool { return !s.air() }); n >= 0 {
		return n
	}
	return len(unit)
}

// end draws all pages.
func (p *pager) end() {
	p.flush()
	p.balance()
	for i, page := range p.all {
		if i > 0 {
			p.pages.turn(p.pages.Set.Measure)
		}
		for _, unit := range append([][]strip{page.head}, page.units...) {
			for _, s := range unit {
				p.pages.Marks = append(p.pages.Marks, lowered(s.marks, p.pages.Y)...)
				p.pages.Y += s.high
			}
		}
	}
}

// balance gives a last page that stays almost empty something of the page before it.
func (p *pager) balance() {
	const least = 0.3 // of a page
	if len(p.all) < 2 {
		return
	}
	before, last := p.all[len(p.all)-2], p.all[len(p.all)-1]
	for last.high < least*p.room && len(before.units) > 1 {
		n := len(before.units) - 1
		unit := before.units[n]
		high := height(unit)
		if before.high-high < last.high+high || last.high+high > p.room || len(last.head) > 0 && !unit[0].row {
			return // the one before would be the emptier, or it is no row of the table that goes on
		}
		before.units, before.high = before.units[:n], before.high-high
		last.units, last.high = slices.Insert(last.units, 0, unit), last.high+high
	}
}
