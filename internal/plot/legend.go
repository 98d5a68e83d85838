package plot

import (
	"slices"

	"beltroad/data"
	"beltroad/internal/drawing"
	"beltroad/internal/message"
)

// entry explains one look of the marks.
type entry struct {
	text       string
	comparator data.Comparator // of the sample; empty: the sample shows a claim
	claim      data.Claim
	amount     bool // the sample is one sign of a pictogram
	other      bool // the sample is what another source says
}

// Key is where the legend shows a look, and what that is of.
type Key struct {
	Sign Sign
	Box  drawing.Box
}

// Sign is a look of marks: a comparator, a claim, or one of these.
type Sign string

// The signs beyond those of comparators and claims.
const (
	SignAmount    Sign = "amount"    // one sign of a pictogram
	SignElsewhere Sign = "elsewhere" // what another source says
)

// sign is what an entry explains.
func (e entry) sign() Sign {
	switch {
	case e.amount:
		return SignAmount
	case e.other:
		return SignElsewhere
	case e.comparator != "":
		return Sign(e.comparator)
	default:
		return Sign(e.claim)
	}
}

// KeyAt is the sign that the legend shows at a place; empty: none.
func (p *Plot) KeyAt(x, y float64) Sign {
	for _, k := range p.Keys {
		if k.Box.Contains(x, y) {
			return k.Sign
		}
	}
	return ""
}

// legend explains the marks in use, and no others.
func (c *chart) legend(rows []*row) {
	pillar := samePillar(rows)
	x := 0.0
	f := c.m.small
	height := f.Height(1) + c.m.air/2
	for _, e := range c.entries(rows) {
		c.p.Legend = append(c.p.Legend, e.text)
		sample := c.m.swatch
		if e.amount || e.other {
			sample = c.m.em
		}
		if e.comparator == "" && !e.amount && !e.other {
			sample += c.m.gap + c.m.sign - c.m.em
		}
		lines := c.set.Wrap(e.text, f, c.p.Width-sample-c.m.gap, mostLines)
		need := sample + c.m.gap + drawing.Widest(lines)
		if x > 0 && x+need > c.p.Width {
			x = 0
			c.y += height
		}
		c.p.Keys = append(c.p.Keys, Key{e.sign(), drawing.Box{X: x, Y: c.y, W: need, H: f.Height(len(lines))}})
		c.sample(e, x, pillar)
		for i, l := range lines {
			c.text(l, x+sample+c.m.gap, c.y+f.Height(i), f, PartLegend, drawing.InkMuted, drawing.Start)
		}
		x += need + 2*c.m.gap
		if len(lines) > 1 { // it has the line to itself
			x = c.p.Width
			c.y += f.Height(len(lines) - 1)
		}
	}
	if x > 0 {
		c.y += height
	}
}

// entries are what there is to explain: the amount of a sign, the ends of
// bars, the kinds of claim.
func (c *chart) entries(rows []*row) []entry {
	var all []entry
	if amount := c.p.Amount; amount > 0 {
		all = append(all, entry{text: c.words.Say("chart.sign", message.Args{"Amount": c.words.Quantity(amount, c.p.Unit)}), amount: true})
	}
	uses := func(is func(r *row) bool) bool { return slices.ContainsFunc(rows, is) }
	for _, k := range []data.Comparator{data.Exact, data.Over, data.Under, data.About, data.Range, data.Order} {
		if claim, used := claimDrawn(rows, k); used {
			all = append(all, entry{text: c.words.Say("chart.legend." + string(k)), comparator: k, claim: claim})
		}
	}
	for _, k := range []data.Claim{data.Reported, data.Estimate, data.Commitment, data.Opinion} {
		if uses(func(r *row) bool { return r.figure.Claim == k }) {
			all = append(all, entry{text: c.words.ClaimLong(k), claim: k})
		}
	}
	if uses(func(r *row) bool { return len(r.others) > 0 }) {
		all = append(all, entry{text: c.words.Say("chart.legend.elsewhere"), other: true})
	}
	return all
}

// claimDrawn is the claim to show a comparator's sample with: one that is in
// use, reported before others.
func claimDrawn(rows []*row, k data.Comparator) (claim data.Claim, used bool) {
	for _, r := range rows {
		if r.drawn && r.figure.Quantity.Comparator == k && (!used || r.figure.Claim == data.Reported) {
			claim, used = r.figure.Claim, true
		}
	}
	return claim, used
}

// sample draws what an entry explains.
func (c *chart) sample(e entry, x float64, pillar int) {
	h := c.m.em * 0.7
	y := c.y + (c.m.small.Height(1)-h)/2
	st := style{e.comparator, e.claim, pillar, false}
	at := extent{from: x, to: x + c.m.swatch, start: x, end: x + c.m.swatch, y: y, h: h}
	switch {
	case e.other:
		m := c.open(x+c.m.em/2, y+h/2)
		m.Part = PartLegend
		c.p.Marks = append(c.p.Marks, m)
		return
	case e.amount:
		at.to = x + c.m.em
	case e.comparator == "":
		at.to -= c.m.em
		c.p.Marks = append(c.p.Marks, c.badge(e.claim, x+c.m.swatch-c.m.em+c.m.gap, y+(h-c.m.sign)/2))
		c.p.Marks[len(c.p.Marks)-1].Part = PartLegend
	case e.comparator == data.Over:
		at.to -= c.m.tail * 0.75
	case e.comparator == data.About:
		at.to -= c.m.tail / 2
	case e.comparator == data.Under:
		at.to--
	case e.comparator == data.Range:
		at.from, at.to = x+1, at.to-1
	case e.comparator == data.Order:
		at.from, at.to = x+c.m.tail/4, at.to-c.m.tail/4
	default:
	}
	for _, m := range c.barMarks(at, st) {
		m.Part = PartLegend
		c.p.Marks = append(c.p.Marks, m)
	}
}

// samePillar is the pillar that all rows belong to, 0 for none.
func samePillar(rows []*row) int {
	for _, r := range rows {
		if r.pillar != rows[0].pillar {
			return 0
		}
	}
	return rows[0].pillar
}
