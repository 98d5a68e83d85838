package amount

import (
	"slices"

	"beltroad/data"
)

// left is what of a wording may change what its number means and was not used, by its
// tokens, and whether the number is refused for it. Only the clause of the number is
// looked at: what the rest of a wording says is said of something else.
func (t tokens) left(s span, spans []span) (from, to int, refused bool) {
	l := leftover{tokens: t, span: s, used: make([]bool, len(t))}
	l.from, l.to = t.clause(s)
	for _, other := range spans {
		l.use(other.start(), other.end())
	}
	l.use(s.start(), s.end())
	if s.sort == band && s.bound > 0 {
		l.useBefore(s.bound)
	}
	l.compare()
	for _, look := range []func() (int, int){l.denied, l.calculated} {
		if from, to = look(); from < to {
			return from, to, true
		}
	}
	for _, look := range []func() (int, int){l.compared, l.leading, l.trailing} {
		if from, to = look(); from < to {
			return from, to, false
		}
	}
	return 0, 0, false
}

// clause is where the clause of a number begins and ends.
func (t tokens) clause(s span) (from, to int) {
	closing := func(i int) bool {
		return t.is(i, ",", ";", ":", "(", ")", "。", "、") || t.is(i, ".", "—") && t.gapBefore(i+1)
	}
	for from = s.start(); from > 0 && !closing(from-1); from-- { //nolint:revive // it looks for the place
	}
	for to = s.end(); to < len(t) && !closing(to); to++ { //nolint:revive // as above
	}
	return from, to
}

// leftover finds what was not used.
type leftover struct {
	tokens
	span

	used     []bool // by tokens
	from, to int    // the clause
	outer    [2]int // what is said of the number, and was not used
}

func (l *leftover) use(from, to int) {
	for i := max(0, from); i < min(to, len(l.used)); i++ {
		l.used[i] = true
	}
}

func (l *leftover) useBefore(i int) (phrase, bool) {
	p, ok := l.before(i)
	if ok {
		l.use(p.from, p.to)
	}
	return p, ok
}

// compare uses what is said of the number, and keeps of it what was not taken.
func (l *leftover) compare() {
	lead, led := l.leads(l.span)
	trail, late := l.after(l.span)
	switch {
	case l.bound > 0:
	case l.sort != single:
		l.misses(lead, led)
		l.misses(trail, late && !l.more)
	case lead.comparator == data.Exact:
		l.misses(lead, led && late)
	default:
		l.misses(trail, led && trail.comparator != lead.comparator)
	}
	l.use(trail.from, trail.to)
	l.use(lead.from, lead.to)
	further, again := l.before(lead.from)
	l.misses(further, led && again && further.said != lead.said)
}

// misses keeps what is said of a number, if it is.
func (l *leftover) misses(p phrase, is bool) {
	if is && l.outer == [2]int{} && (p.comparator != data.Exact || l.sort == single) && p.from < p.to {
		l.outer = [2]int{p.from, p.to}
	}
}

func (l *leftover) compared() (int, int) { return l.outer[0], l.outer[1] }

var (
	denials  = set("not, never, no, none, neither, nor, without, except, excluding, cannot, nowhere, hardly, scarcely, minus, negative")
	repeats  = set("twice, double, triple, treble, half, quarter, third, x")
	relative = set("minus, negative, less, fewer, than, except, excluding, unless, not, never, none, nothing, more, zero")
)

// denied is a word before the number that denies it, or takes it away.
func (l *leftover) denied() (int, int) {
	for i := l.from; i < l.start(); i++ {
		w := l.text(i)
		switch {
		case l.used[i]:
		case w == "t" && l.is(i-1, "'"):
			return max(0, i-2), i + 1
		case l.kindAt(i) == word && denials[w] && !l.is(i+1, "of"), w == "less" && i+1 == l.start():
			return i, i + 1
		case l.is(i, "rather", "other", "less") && l.is(i+1, "than"):
			return i, i + 2
		case w == "but" && l.is(i-1, "all", "anything", "everything", "none"), w == "out" && l.is(i+1, "of"):
			return i - l.skip(i, "but"), i + 1
		}
	}
	return l.deniedInChinese()
}

// deniedInChinese is what denies the number where it stands directly before it, or before
// what is said of it: 没有达到230, 不是230.
func (l *leftover) deniedInChinese() (int, int) {
	i := l.start()
	if lead, ok := l.leads(l.span); ok {
		i = min(i, lead.from)
	}
	end := i
	for i > 0 && (l.is(i-1, fillers...) || l.is(i-1, "是")) && l.kindAt(i-1) == han {
		i--
	}
	if two := l.joined(i-2, i); two == "不含" || two == "除了" || two == "不计" || two == "包括" && l.is(i-3, "不") {
		return i - 2, end
	}
	if i > 0 && l.kindAt(i-1) == han && l.is(i-1, "不", "未", "没", "非", "无", "除") && !l.used[i-1] {
		return i - 1, max(i, end)
	}
	return 0, 0
}

// calculated is a sign or a word beside the number that makes another number of it.
func (l *leftover) calculated() (int, int) {
	i := l.start() - 1
	if l.is(i, "a", "the") {
		i--
	}
	switch {
	case i < 0 || l.used[i]:
	case l.kindAt(i) == word && repeats[l.text(i)], l.tokens.sign(i, calculates+"*"):
		return i, i + 1
	}
	if i = l.end(); i < len(l.tokens) && !l.used[i] && (l.tokens.sign(i, calculates+superscripts+subscripts) || l.is(i, "minus", "x", "减", "倍", "squared", "cubed")) {
		return i, i + 1
	}
	for ; i < l.to; i++ {
		if l.spaced(i, min(i+3, l.to)) == "the power of" || l.spaced(i, min(i+2, l.to)) == "次 方" {
			return i, min(i+2, l.to)
		}
	}
	return 0, 0
}

const calculates = "×÷√^·⋅±"

// leading is what is said of some number before this one, but not next to it.
func (l *leftover) leading() (int, int) {
	for i := l.from; i < l.start(); i++ {
		if l.used[i] {
			continue
		}
		if l.kindAt(i) == digits && !l.label(i) || l.is(i, "within", "between") && i+1 == l.start() && l.sort == single || l.is(i, "zero") {
			return i, i + 1
		}
		if l.is(i, partOf...) && l.is(i+1, "of") {
			return i, i + 2
		}
		if n := l.bounding(i, l.start()); n > 0 {
			return i, i + n
		}
	}
	return 0, 0
}

// bounding is how many tokens what is said of a number has, where it begins at token i and
// hardly means anything else: more than one word, or a sign.
func (l *leftover) bounding(i, end int) int {
	const longest = 4
	for n := min(longest, end-i); n > 0; n-- {
		if slices.Contains(l.used[i:i+n], true) {
			continue
		}
		text := l.spaced(i, i+n)
		s, ok := before[text]
		if ok && s.comparator != data.About && (n > 1 && text != "close to" || l.kindAt(i) == mark) {
			return n
		}
		if _, ok := hanBefore[l.joined(i, i+n)]; ok && n > 1 {
			return n
		}
	}
	return 0
}

// trailing is what is said of the number behind it, and not used.
func (l *leftover) trailing() (int, int) {
	const marks = "?!*†‡#=<>≤≥≈~√"
	for i := l.end(); i < l.to; i++ {
		w := l.text(i)
		next := l.spaced(i, min(i+2, len(l.tokens)))
		_, behind := after[next]
		switch {
		case l.used[i], w == "zero" && l.coldly(i-1):
		case l.tokens.sign(i, marks), l.tokens.sign(i, superscripts+subscripts) && !l.raised(i),
			l.kindAt(i) == digits && !l.raised(i),
			l.kindAt(i) == word && relative[w], w == "t" && l.is(i-1, "'"), w == "倍":
			return i, i + 1
		case behind, next == "以 外", next == "不 含", next == "除 外", next == "不 包", next == "不 到", next == "不 足":
			return i, min(i+2, len(l.tokens))
		}
	}
	if i := l.to + 1; l.is(l.to, ",", "(") && l.is(i, "but", "except", "excluding", "not", "minus", "less", "unless", "不", "除", "但") {
		return i, i + 1
	}
	return 0, 0
}

// coldly tells whether token i begins what says that degrees are below zero.
func (t tokens) coldly(i int) bool {
	return t.is(i, "below", "under") && t.is(i+1, "zero", "freezing")
}

// belowZero tells whether that is said of a number, and takes it to it.
func (t tokens) belowZero(s *span) bool {
	const far = 3
	for i := s.end(); i < min(len(t), s.end()+far+1); i++ {
		if t.coldly(i) {
			return s.sort == single || s.sort == band
		}
		if t.ends(i) {
			break
		}
	}
	return false
}
