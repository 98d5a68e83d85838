package amount

import (
	"strings"

	"beltroad/data"
)

// merge joins two numbers that are the ends of one range.
func (t tokens) merge(in []span) []span {
	var out []span
	for _, s := range in {
		if n := len(out) - 1; n < 0 || !t.sums(&out[n], &s) && !t.bounds(&out[n], &s) && !t.joins(&out[n], &s) {
			out = append(out, s)
		}
	}
	return out
}

// joins makes a range of the number before and this one, if they are one.
func (t tokens) joins(a, b *span) bool {
	from, to := a.end(), b.start()
	if t.years(a, b, from, to) {
		a.sort, a.last = date, b.last
		return true
	}
	lower := a.sort == single || a.sort == length
	if !lower || b.sort != single || a.more || !t.linked(a, from, to) || !a.scale(b) {
		return false
	}
	switch {
	case t.changed(a.start()):
		a.doubt = refused
	case t.is(a.start()-1, "from", "从", "由"):
		a.doubt = Change
	}
	a.sort, a.high, a.last = band, b.low, b.last
	if !a.signed() || a.sign[0] > a.first {
		a.sign = b.sign
	}
	a.scaled = a.scaled || b.scaled
	if a.doubt == "" {
		a.doubt = b.doubt
	}
	return true
}

// years tells whether two numbers are a pair of years.
func (t tokens) years(a, b *span, from, to int) bool {
	return b.sort == date && t.year(a.first) && to == from+1 && t.is(from, "to", "-", "–", "至", "到")
}

// sums adds the number to the one before where both are one number: "1 million 200
// thousand", 1亿2000万.
func (t tokens) sums(a, b *span) bool {
	from, to := a.end(), b.start()
	if a.sort != single || b.sort != single || a.more || a.low.power == 0 || a.last != from || to-from > t.skip(from, "and") || t.is(a.start()-1, "between") {
		return false
	}
	return a.add(b, t.kindAt(from-1) == han && to == from)
}

// add adds a number that is smaller than the size of this one: another size, or as many
// digits as that one has.
func (s *span) add(smaller *span, digits bool) bool {
	n := smaller.low
	size := len(n.digits) + n.power                                               // in digits
	if !smaller.scaled && (!digits || size < s.low.power) || size > s.low.power { // 3万5000, but not 3万5
		return false
	}
	const most = 15 // digits, which no float loses
	if !s.low.whole() || !n.whole() || len(s.low.digits)+s.low.power > most {
		return false
	}
	s.low = number{digits: s.low.digits + strings.Repeat("0", s.low.power-size) + n.digits, power: n.power}
	s.last, s.more, s.sign = smaller.last, smaller.more, smaller.sign
	return true
}

// whole tells whether a number is one of digits alone.
func (n number) whole() bool {
	return n.digits != "" && strings.Trim(n.digits, "0123456789") == "" && n.power >= 0
}

// bounds makes a range of a number that is a lower bound and one that is an upper one:
// "over 200 but under 300".
func (t tokens) bounds(a, b *span) bool {
	if a.sort != single || b.sort != single {
		return false
	}
	one, doubt := t.comparator(*a)
	other, ok := t.before(b.start())
	if !ok || !t.joint(a, b, other.from) || one == other.comparator || opposite(one) != other.comparator {
		return false
	}
	low, high := a.low, b.low
	if one == data.Under {
		low, high = high, low
	}
	from, okFrom := low.float()
	to, okTo := high.float()
	if !okFrom || !okTo || from >= to {
		return false
	}
	if doubt == "" || other.doubt == "" {
		a.doubt = Exclusive
	}
	if !b.signed() {
		b.sign = a.sign
	}
	a.sort, a.low, a.high, a.last, a.sign, a.bound = band, low, high, b.last, b.sign, a.first
	a.more = false
	return true
}

// joint tells whether what stands between two numbers, up to what is said of the second,
// makes them two bounds of one thing.
func (t tokens) joint(a, b *span, to int) bool {
	var unit []string
	joined := t.is(to, "<", ">", "≤", "≥")
	behind, late := t.after(*a)
	for i := a.end(); i < to; i++ {
		switch {
		case t.is(i, ",", "and", "but", "、", "但", "且", "而", "并"):
			joined = true
		case late && i >= behind.from && i < behind.to:
		case joined:
			return false
		default:
			unit = append(unit, t[i].text)
		}
	}
	const longest = 3
	return joined && len(unit) <= longest && (len(unit) == 0 || t.spaced(b.end(), min(b.end()+len(unit), len(t))) == strings.Join(unit, " "))
}

// linked tells whether the tokens between two numbers make a range of them.
func (t tokens) linked(a *span, from, to int) bool {
	switch to - from {
	case 1:
		return t.is(from, "to", "-", "–", "—", "~", "至", "到", "or") || t.is(from, "and") && t.is(a.start()-1, "between")
	case 2:
		return t.is(from, "—") && t.is(from+1, "—")
	}
	return false
}

// scale gives the lower number of a range the size of the upper one, where that is meant:
// "1.2 to 1.4 million". It is false where one of them is too large.
func (s *span) scale(upper *span) bool {
	low, ok := number{digits: s.low.digits}.float()
	high, okHigh := number{digits: upper.low.digits}.float()
	if !s.scaled && upper.scaled {
		if low < high {
			s.low.power += upper.low.power
		} else {
			s.doubt = Scale
		}
	}
	return ok && okHigh
}

// refused is the doubt of what only looks like a range.
const refused = "refused"

// changed tells whether the words before say that something grew or fell.
func (t tokens) changed(before int) bool {
	for i := max(0, before-6); i < before; i++ {
		if t.is(i, "up", "down") {
			return true
		}
		for _, stem := range []string{"rose", "rise", "rising", "grew", "grow", "increas", "fell", "fall", "declin", "drop", "reduc", "cut", "rais", "jump", "climb", "lower", "增", "升", "降", "减"} {
			if strings.HasPrefix(t[i].text, stem) {
				return true
			}
		}
	}
	return false
}
