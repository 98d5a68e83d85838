package reader

import (
	"beltroad/internal/session"
	"beltroad/views/ui"
)

// ground gives the page the colours that the user likes to read in.
func (p *Page) ground(t *ui.Theme) {
	if g := p.host.Reading().Ground; g != "" && !t.Projector {
		t.Scheme = ui.Scheme(g)
	}
}

// set gives the text the size and the font that the user likes to read. The bar
// above it keeps its size: what is pressed there must not move.
func (p *Page) set(t *ui.Theme) {
	r := p.host.Reading()
	if t.TextScale == 0 {
		t.TextScale = 1
	}
	t.TextScale *= float32(r.ReadSize) / 100
	t.Serif = r.Serif
}

// like changes how the user likes to read.
func (p *Page) like(change func(*session.Reading)) {
	r := p.host.Reading()
	before := r
	change(&r)
	if r == before {
		return
	}
	p.host.SetReading(r)
	at := p.at()
	if r.Unmarked != before.Unmarked {
		p.rows.text.Remake()
	}
	ui.Restyle(p.look)
	p.bar.mark()
	p.scroll.Relayout()
	p.goTo(at)
}

// ScaleText makes the text larger (+1), smaller (-1) or its normal size (0).
func (p *Page) ScaleText(step int) {
	const by = 10 // percent
	p.like(func(r *session.Reading) {
		if r.ReadSize += step * by; step == 0 {
			r.ReadSize = session.Defaults().ReadSize
		}
		r.ReadSize = session.ReadingSize(r.ReadSize)
	})
}
