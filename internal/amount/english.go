package amount

import "strings"

var units = map[string]uint64{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}

var tens = map[string]uint64{"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

// scales are powers of ten by their words, in the singular.
var scales = map[string]int{"hundred": 2, "thousand": 3, "lakh": 5, "million": 6, "crore": 7, "billion": 9, "milliard": 9, "trillion": 12, "quadrillion": 15}

// shorts are powers of ten as they are shortened.
var shorts = map[string]int{"mn": 6, "mln": 6, "mio": 6, "bn": 9, "bln": 9, "mrd": 9, "tn": 12, "trn": 12}

// letters are those that may as well be a unit.
var letters = map[string]int{"k": 3, "m": 6, "b": 9}

var ordinals = map[string]uint64{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
	"eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
	"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}

// superlatives follow a rank: "second-largest".
var superlatives = set("largest, biggest, highest, longest, fastest, busiest, greatest, lowest, smallest, best, deepest, tallest, richest, poorest, oldest, youngest, newest, widest, strongest, most, least")

var fractions = set("half, halves, third, thirds, quarter, quarters, fourth, fourths, fifth, fifths, sixth, sixths, seventh, sevenths, eighth, eighths, ninth, ninths, tenth, tenths")

var factors = set("doubled, doubling, double, doubles, tripled, tripling, triple, trebled, quadrupled, twofold, threefold, fourfold, fivefold, tenfold, twice, halve, halved, halving, fold")

// set has the words of a list.
func set(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.SplitSeq(list, ", ") {
		m[w] = true
	}
	return m
}

// singular is a word of size without the s of its plural.
func singular(w string) (one string, plural bool) {
	one, plural = strings.CutSuffix(w, "s")
	return one, plural
}

// worded reads a number in words: "fifty-three", "a hundred and fifty thousand".
func (t tokens) worded(i int) (value uint64, end int) {
	var n englishNumber
	end = i
	for j := i; j < len(t); j++ {
		switch {
		case j > i && t.is(j, "-") && !t[j].gap && n.wantsUnit() && units[t.text(j+1)] > 0:
		case end > i && t.is(j, "and") && scales[t.text(end-1)] > 0 && units[t.text(j+1)]+tens[t.text(j+1)] > 0:
		case t[j].kind == word && n.take(t[j].text):
			end = j + 1
		default:
			return n.total + n.current, end
		}
	}
	return n.total + n.current, end
}

// englishNumber is a number as it is being read.
type englishNumber struct {
	total, current uint64
	below          int // the power of the last word of size; 0: there was none
}

// wantsUnit tells whether a unit may follow: "twenty".
func (n *englishNumber) wantsUnit() bool { return n.current%100 >= 20 && n.current%10 == 0 }

// take takes a word, if the number may go on with it.
func (n *englishNumber) take(w string) bool {
	u, ten, power := units[w], tens[w], scales[w]
	switch {
	case u > 0 && (n.current%100 == 0 || u < 10 && n.wantsUnit()):
		n.current += u
	case ten > 0 && n.current%100 == 0:
		n.current += ten
	case power == 2 && n.current > 0 && n.current < 100:
		n.current *= 100
	case power > 2 && n.current > 0 && (n.below == 0 || power < n.below):
		n.total += n.current * pow10(power)
		n.current, n.below = 0, power
	default:
		return false
	}
	return true
}

func pow10(n int) uint64 {
	p := uint64(1)
	for range n {
		p *= 10
	}
	return p
}

// text is that of a token, if there is one.
func (t tokens) text(i int) string {
	if i < 0 || i >= len(t) {
		return ""
	}
	return t[i].text
}

// article reads "a hundred", "half a million", "a dozen".
func (t tokens) article(i int) (n number, end int) {
	j := i + t.skip(i, "half")
	half := j > i
	if t.is(j, "a", "an") {
		j++
	}
	one := "1"
	if half {
		one = "0.5"
	}
	if t.is(j, "dozen") {
		if half {
			return whole(6), j + 1
		}
		return whole(12), j + 1
	}
	for end = j; scales[t.text(end)] > 0; end++ { // "a hundred thousand"
		n.power += scales[t.text(end)]
	}
	if n.digits = one; end == j {
		return n, i
	}
	if !half && t.is(end, "and") && n.power < 16 { // "a hundred and five"
		if rest, stop := t.worded(end + 1); stop > end+1 && rest < pow10(n.power) {
			return whole(pow10(n.power) + rest), stop
		}
	}
	return n, end
}

// plurals reads an order: "tens of billions", "several hundred". It goes up to the next
// such word: from thousands to a million, from tens of thousands to a hundred thousand.
func (t tokens) plurals(i int) (span, bool) {
	s := span{sort: order, first: i, low: number{digits: "1"}, high: number{digits: "1"}, scaled: true}
	one, plural := singular(t.text(i))
	few := t.is(i, "several", "few", "many")
	wide := 1 // powers of ten
	switch {
	case t.is(i, "tens"):
		s.low.power, s.last = 1, i+1
	case t.is(i, "dozens", "scores"), few && t.is(i+1, "dozen"):
		s.low, s.last, s.doubt = number{"2.4", 1}, i+1, Loose
		if few {
			s.last++
		}
	case plural && scales[one] > 0:
		if s.low.power, s.last = scales[one], i+1; scales[one] >= 3 {
			wide = 3
		}
		if one == "lakh" || one == "crore" {
			wide = 2
		}
	case few && scales[t.text(i+1)] > 0:
		s.low.power, s.last = scales[t.text(i+1)], i+2
	default:
		return s, false
	}
	for {
		next := s.last + t.skip(s.last, "of")
		one, _ := singular(t.text(next))
		if scales[one] == 0 {
			break
		}
		s.low.power, s.last = s.low.power+scales[one], next+1
	}
	s.high.power = s.low.power + wide
	return s, true
}

// scale reads the words of size after a number; letters only where they touch it.
func (t tokens) scale(i int, sign bool) (power, end int, doubt string) {
	for end = i; end < len(t); end++ {
		w := t[end].text
		one, plural := singular(w)
		more, ok := scales[w]
		if !ok && plural {
			more, ok = scales[one]
		}
		if !ok {
			more, ok = shorts[w]
		}
		if ok && t[end].kind == word {
			power += more
			continue
		}
		if letter, ok := letters[w]; ok && end == i && (!t[end].gap || sign) && !t.is(end+1, "/") && !t.raised(end+1) {
			if !sign && w == "m" {
				doubt = Scale
			}
			return power + letter, end + 1, doubt
		}
		break
	}
	return power, end, doubt
}

// placed reads a rank or an ordinal: "second largest", "2nd", "No. 1", "third".
func (t tokens) placed(i int) (span, bool) {
	s := span{first: i, sort: ordinal}
	at := i + 1 + t.skip(i+1, ".")
	n, ok := ordinals[t.text(i)]
	switch {
	case ok && t[i].kind == word:
		s.low, s.last = whole(n), i+1
	case t.counter(i) && t.is(i+1, "st", "nd", "rd", "th") && !t[i+1].gap:
		s.low, s.last = numberOf(t[i].text), i+2
	case t.is(i, "no", "nr", "number") && t.counter(at):
		return span{first: i, last: at + 1, sort: rank, low: numberOf(t[at].text)}, true
	case t.is(i, "#") && t.counter(i+1) && !t[i+1].gap:
		return span{first: i, last: i + 2, sort: rank, low: numberOf(t[i+1].text)}, true
	default:
		return span{first: i, last: i + 1, sort: best, low: whole(1)}, t.kindAt(i) == word && superlatives[t.text(i)] && !t.is(i, "most", "least")
	}
	t.ranks(&s)
	return s, tens[t.text(i-2)] == 0 || !t.is(i-1, "-") // "twenty-first"
}

// shareOf tells whether token i begins a share of something: "third of 5".
func (t tokens) shareOf(i int) bool {
	_, led := t.before(i)
	return (i == 0 || led) && ordinals[t.text(i)] > 0 && fractions[t.text(i)] && t.is(i+1, "of") && !t.month(i+2)
}

// counter tells whether token i is a number without a point.
func (t tokens) counter(i int) bool { return t.kindAt(i) == digits && !t[i].grouped }

// ranks makes a rank of an ordinal where the words around it say so.
func (t tokens) ranks(s *span) {
	after := s.last + t.skip(s.last, "-")
	switch {
	case superlatives[t.text(after)]:
		s.sort, s.last = rank, after+1
	case t.is(after, "place", "position", "rank", "globally", "worldwide"), t.is(s.first-1, "ranked", "ranks", "rank", "ranking"), t.spaced(min(after, len(t)), min(after+3, len(t))) == "in the world":
		s.sort = rank
	}
}

// skip is 1 if token i is the text.
func (t tokens) skip(i int, text string) int {
	if t.is(i, text) {
		return 1
	}
	return 0
}

// absent says why there is no number.
func (t tokens) absent() string {
	for i := range t {
		switch {
		case factors[t[i].text], t[i].text == "倍", t.joined(i, i+2) == "翻番":
			return Factor
		}
	}
	for i := range t {
		switch {
		case t.is(i, "no", "none", "nil", "zero", "无", "没"), t.joined(i, i+2) == "没有":
			return Zero
		case t.is(i, "several", "many", "few", "some", "most", "various", "numerous", "couple", "all", "some", "many", "几", "数"), t.joined(i, i+2) == "许多", t.joined(i, i+2) == "大量", t.joined(i, i+2) == "多个":
			return Vague
		}
	}
	return Nothing
}
