package amount

import "strings"

// spans are the numbers of a wording, in order.
func (t tokens) spans() []span {
	var out []span
	readers := []func(int) (span, bool){t.percent, t.nth, t.hundreds, t.plurals, t.placed, t.fraction, t.cardinal}
	for i := 0; i < len(t); {
		next := i + 1
		for _, read := range readers {
			if s, ok := read(i); ok {
				out = append(out, s)
				next = max(next, s.end())
				break
			}
		}
		i = next
	}
	for i := range out {
		t.classify(&out[i])
	}
	return t.merge(out)
}

// numberOf is a number in digits.
func numberOf(text string) number {
	n := number{digits: text}
	if at := strings.IndexByte(text, 'e'); at >= 0 {
		n.digits = text[:at]
		for _, r := range strings.TrimLeft(text[at+1:], "+-") {
			n.power = n.power*10 + int(r-'0')
		}
		if text[at+1] == '-' {
			n.power = -n.power
		}
	}
	return n
}

// cardinal reads a number with its size and its sign.
func (t tokens) cardinal(i int) (span, bool) {
	s := span{first: i}
	s.sign = t.currency(i)
	at := i
	if s.signed() {
		at = s.sign[1]
	}
	minus := t.is(at, "-") && !t.gapBefore(at+1) && t.kindAt(at+1) == digits && (at == 0 || t[at].gap && t.kindAt(at-1) != digits)
	if minus {
		at++
	}
	if !t.plain(at, &s) {
		return s, false
	}
	s.first = at
	if minus {
		s.first--
		s.low.digits = "-" + s.low.digits
	}
	t.percentAfter(&s)
	return s, true
}

// gapBefore tells whether a space is before token i.
func (t tokens) gapBefore(i int) bool { return i < len(t) && t[i].gap }

// plain reads a number with its size, without sign.
func (t tokens) plain(at int, s *span) bool {
	switch t.kindAt(at) {
	case digits:
		if t.label(at) {
			return false
		}
		s.low, s.last, s.doubt = numberOf(t[at].text), at+1, t[at].doubt
	case han:
		n, ok := t.numeral(at)
		if !ok || t.isOther(&n) {
			return false
		}
		n.sign, *s = s.sign, n
	case word:
		if !t.inWords(at, s) {
			return false
		}
	default:
		return false
	}
	power, end, more := t.size(s.last)
	s.more = more
	if power == 0 && !more {
		var doubt string
		power, end, doubt = t.scale(s.last, s.signed())
		if s.doubt == "" {
			s.doubt = doubt
		}
	}
	s.scaled = s.scaled || power > 0
	s.low.power += power
	s.high.power += power
	s.last = end
	return true
}

// isOther tells whether 一 is part of a word, as in 一带一路.
func (t tokens) isOther(n *span) bool {
	return n.last == n.first+1 && t.is(n.first, "一") && n.last < len(t) && !t.classifier(n.last) && powers[t.text(n.last)] == 0
}

// inWords reads "fifty-three", "a hundred", "two and a half million", "a decade".
func (t tokens) inWords(at int, s *span) bool {
	if value, end := t.worded(at); end > at && value > 0 {
		s.low, s.last = whole(value), end
		if t.is(end, "and") && t.is(end+1, "a") && t.is(end+2, "half") && t.gapBefore(end+3) && scales[t.text(end+3)] > 0 {
			s.low.digits += ".5"
			s.last = end + 3
		}
		if one, _ := singular(t.text(s.last)); one == "dozen" && value < 100 {
			s.low, s.last = whole(value*12), s.last+1
		}
		s.scaled = value >= 1000
		return true
	}
	if n, end := t.article(at); end > at {
		s.low, s.last, s.scaled = n, end, true
		return true
	}
	if t.is(at, "decade") {
		s.low, s.last, s.sort, s.doubt = whole(10), at+1, length, Length
		return true
	}
	return false
}

// label tells whether digits are part of a name: COVID-19, G20, A/RES/70.
func (t tokens) label(i int) bool {
	if i == 0 || t[i].gap {
		return false
	}
	if t.kindAt(i-1) == word {
		return t.currencyEnding(i-1) == 0 && !t.is(i-1, "c", "ca")
	}
	return t.is(i-1, "-", "/") && !t[i-1].gap && t.kindAt(i-2) == word && units[t.text(i-2)]+tens[t.text(i-2)] == 0
}

// fraction reads "two thirds", "half of", "1/3", "one in five", "three times as many".
func (t tokens) fraction(i int) (span, bool) {
	s := span{sort: part, first: i, last: i + 1}
	end := i
	switch t.kindAt(i) {
	case digits:
		end = i + 1
	case word:
		_, end = t.worded(i)
	}
	if end == i {
		if t.is(i, "a", "an") && t.is(i+1, "half", "third", "quarter", "fifth", "tenth") {
			s.last = i + 2
			return s, true
		}
		_, stop := t.article(i)
		return s, stop == i && t.is(i, "half", "半", "½", "¼", "¾", "⅓", "⅔")
	}
	if t.times(end) {
		s.sort, s.last = factor, end+1
		return s, true
	}
	s.last = t.share(i, end)
	return s, s.last > end
}

// times tells whether what follows a number makes it a factor.
func (t tokens) times(i int) bool {
	return t.is(i, "times") && t.is(i+1, "as", "more", "higher", "larger", "greater", "the", "that", "what", "bigger", "faster") || t.is(i+t.skip(i, "-"), "fold", "倍")
}

// share is the end of a fraction whose first number has its end there; the same end: it is
// none.
func (t tokens) share(i, end int) int {
	after := end + t.skip(end, "-")
	switch {
	case t.kindAt(after) == word && fractions[t.text(after)]:
		return after + 1
	case t.is(end, "½", "¼", "¾"), t.is(end, "/") && t.kindAt(end+1) == digits && !t.gapBefore(end+1):
		return end + 1
	case t.is(end, "out") && t.is(end+1, "of"), t.is(end, "of") && t.is(end+1, "every"):
		return end + 2
	case t.is(end, "in") && (t.is(i, "one") || t[i].text == "1"):
		if _, stop := t.worded(end + 1); stop > end+1 {
			return stop
		}
		if t.kindAt(end+1) == digits && !t.year(end+1) {
			return end + 2
		}
	}
	return end
}

// merge joins two numbers that are the ends of one range.
func (t tokens) merge(in []span) []span {
	var out []span
	for _, s := range in {
		if len(out) == 0 || !t.joins(&out[len(out)-1], &s) {
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
		for _, stem := range []string{"rose", "rise", "rising", "grew", "grow", "increas", "fell", "fall", "declin", "drop", "reduc", "cut", "rais", "jump", "climb", "lower", "增", "升", "降", "减"} {
			if strings.HasPrefix(t[i].text, stem) {
				return true
			}
		}
	}
	return false
}
