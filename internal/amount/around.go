package amount

import (
	"strings"

	"beltroad/data"
)

// said is what words around a number say of it.
type said struct {
	comparator data.Comparator
	doubt      string
}

// phrase is such words as they stand in a wording, by their tokens.
type phrase struct {
	said

	from, to int
}

var before = map[string]said{
	"over": {data.Over, ""}, "more than": {data.Over, ""}, "above": {data.Over, ""}, "exceeding": {data.Over, ""}, "exceed": {data.Over, ""}, "exceeds": {data.Over, ""}, "exceeded": {data.Over, ""}, "greater than": {data.Over, ""}, "higher than": {data.Over, ""}, "in excess of": {data.Over, ""}, "upwards of": {data.Over, ""}, "upward of": {data.Over, ""}, "larger than": {data.Over, ""}, "surpassing": {data.Over, ""}, "surpassed": {data.Over, ""}, "beyond": {data.Over, ""}, ">": {data.Over, ""}, "longer than": {data.Over, ""},
	"at least": {data.Over, Inclusive}, "no less than": {data.Over, Inclusive}, "not less than": {data.Over, Inclusive}, "no fewer than": {data.Over, Inclusive}, "not fewer than": {data.Over, Inclusive}, "at least as low as": {data.Under, Inclusive}, "as low as": {data.Under, Inclusive}, "minimum": {data.Over, Inclusive}, "minimum of": {data.Over, Inclusive}, "≥": {data.Over, Inclusive}, "> =": {data.Over, Inclusive}, "as many as": {data.Under, Inclusive}, "as much as": {data.Under, Inclusive}, "as high as": {data.Under, Inclusive}, "as large as": {data.Under, Inclusive}, "as few as": {data.Over, Inclusive}, "as little as": {data.Over, Inclusive}, "up to and including": {data.Under, Inclusive}, "not quite": {data.Under, ""},
	"under": {data.Under, ""}, "less than": {data.Under, ""}, "fewer than": {data.Under, ""}, "below": {data.Under, ""}, "lower than": {data.Under, ""}, "smaller than": {data.Under, ""}, "<": {data.Under, ""}, "short of": {data.Under, ""},
	"up to": {data.Under, Inclusive}, "at most": {data.Under, Inclusive}, "no more than": {data.Under, Inclusive}, "not more than": {data.Under, Inclusive}, "maximum": {data.Under, Inclusive}, "maximum of": {data.Under, Inclusive}, "≤": {data.Under, Inclusive}, "< =": {data.Under, Inclusive}, "not exceeding": {data.Under, Inclusive}, "not over": {data.Under, Inclusive}, "no higher than": {data.Under, Inclusive},
	"about": {data.About, ""}, "around": {data.About, ""}, "roughly": {data.About, ""}, "approximately": {data.About, ""}, "approx": {data.About, ""}, "approx .": {data.About, ""}, "circa": {data.About, ""}, "ca": {data.About, ""}, "ca .": {data.About, ""}, "c": {data.About, ""}, "c .": {data.About, ""}, "some": {data.About, ""}, "estimated": {data.About, ""}, "nearly": {data.About, ""}, "almost": {data.About, ""}, "close to": {data.About, ""}, "near": {data.About, ""}, "~": {data.About, ""}, "≈": {data.About, ""}, "±": {data.About, ""}, "in the region of": {data.About, ""}, "in the order of": {data.About, ""}, "on the order of": {data.About, ""},
	"exactly": {data.Exact, ""}, "precisely": {data.Exact, ""},
}

var hanBefore = map[string]said{
	"超过": {data.Over, ""}, "超": {data.Over, ""}, "逾": {data.Over, ""}, "多于": {data.Over, ""}, "高于": {data.Over, ""}, "大于": {data.Over, ""}, "突破": {data.Over, ""}, "超出": {data.Over, ""}, "过": {data.Over, ""},
	"至少": {data.Over, Inclusive}, "不少于": {data.Over, Inclusive}, "不低于": {data.Over, Inclusive}, "最少": {data.Over, Inclusive}, "起码": {data.Over, Inclusive},
	"不足": {data.Under, ""}, "低于": {data.Under, ""}, "少于": {data.Under, ""}, "不到": {data.Under, ""}, "小于": {data.Under, ""}, "未满": {data.Under, ""}, "不满": {data.Under, ""},
	"至多": {data.Under, Inclusive}, "最多": {data.Under, Inclusive}, "不超过": {data.Under, Inclusive}, "不高于": {data.Under, Inclusive}, "不多于": {data.Under, Inclusive}, "不超": {data.Under, Inclusive},
	"约": {data.About, ""}, "大约": {data.About, ""}, "近": {data.About, ""}, "将近": {data.About, ""}, "接近": {data.About, ""}, "大概": {data.About, ""}, "约合": {data.About, ""}, "约为": {data.About, ""}, "估计": {data.About, ""}, "几乎": {data.About, ""},
}

var after = map[string]said{
	"or more": {data.Over, Inclusive}, "or above": {data.Over, Inclusive}, "and above": {data.Over, Inclusive}, "and over": {data.Over, Inclusive}, "or over": {data.Over, Inclusive}, "or higher": {data.Over, Inclusive}, "and more": {data.Over, Inclusive}, "plus": {data.Over, Inclusive}, "+": {data.Over, Inclusive}, "at least": {data.Over, Inclusive},
	"or less": {data.Under, Inclusive}, "or fewer": {data.Under, Inclusive}, "or below": {data.Under, Inclusive}, "or under": {data.Under, Inclusive}, "or lower": {data.Under, Inclusive}, "at most": {data.Under, Inclusive},
	"or so": {data.About, ""}, "odd": {data.About, ""}, "- odd": {data.About, ""}, "or thereabouts": {data.About, ""},
	"以 上": {data.Over, Inclusive}, "以 下": {data.Under, ""}, "以 内": {data.Under, Inclusive}, "左 右": {data.About, ""}, "上 下": {data.About, ""}, "开 外": {data.Over, ""},
}

// comparator is what stands around a number.
func (t tokens) comparator(s span) (data.Comparator, string) {
	found, ok := t.leads(s)
	behind, late := t.after(s)
	switch {
	case ok && (!late || found.comparator != data.Exact):
		return found.comparator, found.doubt
	case late:
		return behind.comparator, behind.doubt
	default:
		return data.Exact, ""
	}
}

// leads is what leads to a number, or to its currency.
func (t tokens) leads(s span) (phrase, bool) {
	found, ok := t.before(s.start())
	if !ok && s.start() != s.first { // "$ over 2 billion", "RMB 约 3"
		found, ok = t.before(s.first)
	}
	return found, ok
}

// before looks at what leads to token i, past articles and the like.
func (t tokens) before(i int) (phrase, bool) {
	const longest = 5
	for ; i > 0; i-- {
		for n := min(longest, i); n > 0; n-- {
			s, ok := before[t.spaced(i-n, i)]
			if !ok {
				s, ok = hanBefore[t.joined(i-n, i)]
			}
			if ok {
				return t.negated(phrase{s, i - n, i}), true
			}
		}
		if !t.is(i-1, fillers...) || t.is(i-1, "of") && t.is(i-2, partOf...) {
			break
		}
	}
	return phrase{}, false
}

// fillers may stand between what is said of a number and the number.
var fillers = []string{"a", "an", "the", "total", "of", "being", "its", "达", "到", "为", "有", "了", "共", "占", "计", "人", "民", "币", "总", "额", "数"}

// partOf are words for a part of a number, before "of".
var partOf = []string{"some", "most", "many", "few", "part", "parts", "majority", "minority", "much", "any", "bulk", "fraction", "share"}

// negated is a bound that a "no" before it makes the other one: "no longer than". What is
// not a bound stays, and the "no" is left.
func (t tokens) negated(p phrase) phrase {
	if p.doubt != "" || !t.is(p.from-1, "no", "not", "never", "不", "未") {
		return p
	}
	switch p.comparator {
	case data.Over:
		return phrase{said{data.Under, Inclusive}, p.from - 1, p.to}
	case data.Under:
		return phrase{said{data.Over, Inclusive}, p.from - 1, p.to}
	default:
		return p
	}
}

// after looks at what follows a number, at once or after what is counted.
func (t tokens) after(s span) (phrase, bool) {
	if s.more {
		return phrase{said{data.Over, ""}, s.last, s.last}, true
	}
	const far = 6
	for i := s.end(); i < min(len(t), s.end()+far) && (i == s.end() || !t.ends(i)); i++ {
		if t.is(i, "+") && (t.gapBefore(i) || i > s.end() || t.kindAt(i+1) == digits) || t.is(i, "odd") && i > s.end() {
			continue
		}
		for n := 2; n > 0; n-- {
			if found, ok := after[t.spaced(i, min(len(t), i+n))]; ok {
				return phrase{found, i, min(len(t), i+n)}, true
			}
		}
		if t.is(i, "许") && i == s.end() {
			return phrase{said{data.About, ""}, i, i + 1}, true
		}
	}
	return phrase{}, false
}

// spaced are the texts of some tokens with spaces between them.
func (t tokens) spaced(from, to int) string {
	texts := make([]string, 0, to-from)
	for i := from; i < to; i++ {
		texts = append(texts, t[i].text)
	}
	return strings.Join(texts, " ")
}

// ends tells whether token i ends what is said of a number.
func (t tokens) ends(i int) bool {
	const within = "-/'.%°·⋅"
	return (t[i].kind == digits || t[i].kind == mark && !strings.Contains(within, t[i].text)) && !t.raised(i)
}

var currencies = set("us $, u s $, usd, eur, euro, euros, rmb, cny, gbp, jpy, chf, hk $, a $, c $, nt $, usd $, rmb ¥, cn ¥, $, €, £, ¥, ₹, ₽, rs, 人 民 币, 美 元, 欧 元")

// currency is a currency that begins at token i, before a number.
func (t tokens) currency(i int) [2]int {
	const longest = 3
	for n := longest; n > 0; n-- {
		if end := i + n; end < len(t) && currencies[t.spaced(i, end)] && t.numeric(end) {
			return [2]int{i, end}
		}
	}
	return [2]int{}
}

// numeric tells whether a number may begin at token i.
func (t tokens) numeric(i int) bool {
	w := t.text(i)
	_, han := numerals[w]
	return t.kindAt(i) == digits || t.is(i, "-") || units[w]+tens[w] > 0 || han || w == "十" || t.is(i, "a") && scales[t.text(i+1)] > 0
}

// currencyEnding is how many tokens a currency has that ends with token i.
func (t tokens) currencyEnding(i int) int {
	const longest = 3
	for n := longest; n > 0; n-- {
		if i+1-n >= 0 && currencies[t.spaced(i+1-n, i+1)] {
			return n
		}
	}
	return 0
}

var hundredths = set("percent, percentage")

// percentAfter finds the sign after a number.
func (t tokens) percentAfter(s *span) {
	if s.signed() {
		return
	}
	n := 0
	switch i := s.last; {
	case t.is(i, "%", "‰", "pct"):
		n = 1
		if t.is(i+1, "points", "point", "点") {
			n = 2
		}
	case hundredths[t.text(i)], t.is(i, "per") && t.is(i+1, "cent"):
		n = 1 + t.skip(i, "per")
		if t.is(i+n, "points", "point") {
			n++
		}
	case t.joined(i, i+4) == "个百分点":
		n = 4
	}
	if n > 0 {
		s.sign = [2]int{s.last, s.last + n}
	}
}

var stops = set("in, by, from, since, between, during, at, for, to, within, with, worldwide, that, who, which, were, was, are, is, have, has, had, or, will, on, as, under, over, more, until, through, plus, around, each, annually, mainly, including, x, but")

// unit is the sign of a number, or the words after it.
func (t tokens) unit(s span, wording string) string {
	if s.signed() {
		return Unit(wording[t[s.sign[0]].from:t[s.sign[1]-1].to] + t.rate(s.end(), wording))
	}
	from := s.last + t.skip(s.last, "of")
	for t.is(from, "-", "+", "odd", "~", "the", "our", "its", "their") {
		from++
	}
	if t.kindAt(from+1) == han && t.classifier(from) && t.kindAt(from+2) == han {
		from++
	}
	to := from
	for to < len(t) && !t.stops(to) {
		to++
	}
	for t.is(to-1, "and") {
		to--
	}
	if to <= from || t.is(from, "per") {
		return ""
	}
	return Unit(strings.TrimRight(wording[t[from].from:t[to-1].to], " -/'.%·⋅"))
}

// rate is what a sign is reckoned by: "$ 5 a day", "€50/t".
func (t tokens) rate(i int, wording string) string {
	const most = 3 // words
	apart := " "
	switch {
	case t.is(i, "/") && t.kindAt(i+1) == word && !t.gapBefore(i+1):
		apart = ""
	case t.is(i, "per"), t.is(i, "a", "an") && (periods[t.text(i+1)] || t.is(i+1, "head", "person", "pupil", "tonne", "ton")):
	default:
		return ""
	}
	to := i + 1
	for to < len(t) && to <= i+most && !t.stops(to) {
		to++
	}
	if to == i+1 {
		return ""
	}
	return apart + strings.TrimRight(wording[t[i].from:t[to-1].to], " -/'.%·⋅")
}

// stops tells whether token i is no part of a unit any more.
func (t tokens) stops(i int) bool {
	switch {
	case t.inBrackets(i), t.is(i, ".") && t.is(i-1, "sq", "cu"):
		return false
	}
	return t.ends(i) || t.coldly(i) || t[i].kind == mark && t[i].text == "." || t[i].kind == word && stops[t[i].text] || t.behind(i)
}

// behind tells whether a comparator begins at token i.
func (t tokens) behind(i int) bool {
	_, ok := after[t.spaced(i, min(len(t), i+2))]
	return ok
}
