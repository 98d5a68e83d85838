package amount

import "strings"

// spans are the numbers of a wording, in order.
func (t tokens) spans() []span {
	var out []span
	readers := []func(int) (span, bool){t.percent, t.nth, t.hundreds, t.plurals, t.third, t.placed, t.fraction, t.cardinal}
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
	minus := t.minus(i)
	s.sign = t.currency(i + minus)
	at := i + minus
	if s.signed() {
		s.lead, at = minus, s.sign[1]
		if minus == 0 {
			minus = t.minus(at)
			at += minus
		}
	}
	if !t.plain(at, &s) {
		return s, false
	}
	if s.first = at; s.lead == 0 {
		s.first -= minus
	}
	if minus > 0 {
		s.negate()
	}
	if t.is(s.start()-1, "from") && s.doubt == "" && t.changed(s.start()) {
		s.doubt = Change
	}
	t.percentAfter(&s)
	return s, true
}

// minus is how many tokens a minus has that stands before the number, or the currency,
// behind it: a sign or a word.
func (t tokens) minus(i int) int {
	led := i == 0 || t.is(i-1, "(") || t.gapBefore(i) || t.currencyEnding(i-1) > 0
	switch {
	case t.kindAt(i-1) == digits:
		return 0
	case t.is(i, "-", "–") && led && !t.gapBefore(i+1) && t.begins(i+1),
		t.is(i, "minus", "negative", "负") && t.begins(i+1):
		return 1
	case t.is(i, "零") && t.is(i+1, "下") && t.begins(i+2):
		return len([]rune("零下"))
	}
	return 0
}

// begins tells whether a number, or its currency, begins at token i.
func (t tokens) begins(i int) bool {
	return t.numeric(i) && !t.is(i, "-") || t.currency(i) != [2]int{} || t.is(i, "百") && t.is(i+1, "分")
}

// negate makes the number one below zero.
func (s *span) negate() {
	opposite := func(n *number) {
		if digits, ok := strings.CutPrefix(n.digits, "-"); ok {
			n.digits = digits
		} else if n.digits != "" {
			n.digits = "-" + n.digits
		}
	}
	opposite(&s.low)
	opposite(&s.high)
	if s.sort == band {
		s.low, s.high = s.high, s.low
	}
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
	s.last += t.andPart(s)
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

// isOther tells whether a numeral is part of a word, as in 一带一路, 二氧化碳.
func (t tokens) isOther(n *span) bool {
	return n.last == n.first+1 && (t.is(n.last, "氧") || t.is(n.first, "六") && t.is(n.last, "氟")) || n.last == n.first+1 && t.is(n.first, "一") && n.last < len(t) && !t.classifier(n.last) && powers[t.text(n.last)] == 0
}

// andPart is how many tokens "and a half" has after a number, which it is added to.
func (t tokens) andPart(s *span) int {
	at := s.last
	for _, w := range []string{"and", "a"} {
		if at += t.skip(at, "-"); !t.is(at, w) {
			return 0
		}
		at++
	}
	at += t.skip(at, "-")
	part := map[string]string{"half": ".5", "quarter": ".25"}[t.text(at)]
	if part == "" || strings.ContainsAny(s.low.digits, ".e") || s.low.power != 0 || s.sort != single {
		return 0
	}
	s.low.digits += part
	if at++; t.is(at, "-") && scales[t.text(at+1)] > 0 {
		at++
	}
	return at - s.last
}

// inWords reads "fifty-three", "a hundred", "two and a half million", "a decade".
func (t tokens) inWords(at int, s *span) bool {
	if value, end := t.worded(at); end > at && value > 0 {
		s.low, s.last = whole(value), end
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
	if t.is(i-1, "^") && t.raised(i) {
		return true
	}
	if t.kindAt(i-1) == word {
		return t.currencyEnding(i-1) == 0 && !t.is(i-1, "c", "ca")
	}
	return t.is(i-1, "-", "/") && !t[i-1].gap && t.kindAt(i-2) == word && units[t.text(i-2)]+tens[t.text(i-2)] == 0
}

// third reads "third of 5", without its article.
func (t tokens) third(i int) (span, bool) {
	return span{sort: part, first: i, last: i + 2}, t.shareOf(i)
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
		return s, stop == i && t.is(i, "half", "半", "½", "¼", "¾", "⅓", "⅔") && !t.semi(i)
	}
	if t.times(end) {
		s.sort, s.last = factor, end+1
		return s, true
	}
	s.last = t.share(i, end)
	return s, s.last > end
}

// semi tells whether 半 is part of a word: 半导体.
func (t tokens) semi(i int) bool {
	return t.is(i, "半") && t.is(i+1, "导", "岛", "径", "成", "世", "官")
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
