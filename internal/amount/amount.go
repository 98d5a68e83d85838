// Package amount guesses what a quantity means from how it is worded, in English and in
// Chinese: "over 230", "1.2 to 1.4 million", "数千亿". It knows the forms that quantities
// have, and nothing of any dossier.
//
// It follows what the ledgers of dossiers do. "Nearly" and "almost" are [data.About], as
// "around" is: they tell no bound. "At least" and "at most" include their number, for
// which the ledger has no comparator: they are [data.Over] and [data.Under], with the
// doubt [Inclusive], so that somebody is asked. A word of order is a band up to the next
// such word: "tens of billions" is 10 to 100 billion.
//
// What a wording says of its number, and nothing can be made of, is never dropped: the
// number is refused, or in doubt, with the part that was not used.
package amount

import (
	"math"
	"strconv"

	"beltroad/data"
)

// Amount is what a wording was understood as.
type Amount struct {
	Comparator data.Comparator
	Value, Max float64 // Max of ranges and orders alone
	Unit       string  // as found: a sign, or the words after the number
	From, To   int     // the bytes of the wording that are the number
	Doubt      string  // why somebody should look, or why nothing was understood
	Part       string  // of the wording: what of it was not used, where that is the doubt
}

// The doubts about what was understood.
const (
	Inclusive = "inclusive" // "at least 40": 40 itself, too
	Several   = "several"   // more than one number; the first is taken
	Ordinal   = "ordinal"   // "third forum": a count, or a rank?
	Scale     = "scale"     // "5m": million, or metres? "500 to 1 million"?
	Comma     = "comma"     // "1,5": a decimal comma?
	Loose     = "loose"     // "dozens": how many are those?
	Change    = "change"    // "from 3 to 5": a range, or what grew? Refused where it did.
	Length    = "length"    // "a decade": as long as that, or about?
	Exclusive = "exclusive" // "over 200 but under 300": without 200 and 300
	Unused    = "unused"    // "230?": a part may change the meaning, and was not used
)

// Why nothing was understood.
const (
	Nothing  = "nothing"  // no number
	Vague    = "vague"    // "several", "many"
	Zero     = "zero"     // "no", "none": what is absent is not 0
	Fraction = "fraction" // "one third": of what?
	Factor   = "factor"   // "doubled", "three times as many": of what?
	Date     = "date"     // years and days alone
	TooLarge = "too-large"
	Unread   = "unread" // "not 230": a part changes the meaning, and is not understood
)

// Guess is what a wording says, and whether it says a quantity. Where it does not, Doubt
// says why.
func Guess(wording string) (Amount, bool) {
	t := lex(wording)
	spans := t.spans()
	s, why := t.choose(spans)
	if why != "" {
		return Amount{Doubt: why}, false
	}
	cold := t.belowZero(&s)
	if cold {
		s.negate()
	}
	from, to, refused := t.left(s, spans)
	if refused {
		return Amount{Doubt: Unread, Part: wording[t[from].from:t[to-1].to]}, false
	}
	a := Amount{Comparator: data.Exact, From: t[s.first].from, To: t[s.last-1].to, Doubt: s.doubt}
	if from < to {
		a.Doubt, a.Part = Unused, wording[t[from].from:t[to-1].to]
	}
	var ok bool
	if a.Value, ok = s.low.float(); !ok {
		return Amount{Doubt: TooLarge}, false
	}
	switch s.sort {
	case band, order:
		if a.Max, ok = s.high.float(); !ok {
			return Amount{Doubt: TooLarge}, false
		}
		if a.Comparator = data.Range; s.sort == order {
			a.Comparator = data.Order
		}
		if a.Max <= a.Value {
			return Amount{Doubt: Change}, false
		}
	case rank:
		a.Comparator = data.Rank
	default:
		said, doubt := t.comparator(s)
		if cold { // "more than 5 °C below zero" is less than -5
			said = opposite(said)
		}
		a.Comparator = said
		a.doubt(doubt)
	}
	a.Unit = t.unit(s, wording)
	return a, true
}

// opposite is the other bound.
func opposite(c data.Comparator) data.Comparator {
	switch c {
	case data.Over:
		return data.Under
	case data.Under:
		return data.Over
	default:
		return c
	}
}

// doubt keeps the first doubt.
func (a *Amount) doubt(why string) {
	if a.Doubt == "" {
		a.Doubt = why
	}
}

// number is one as it was written, times a power of ten: nothing is lost by multiplying.
type number struct {
	digits string
	power  int
}

func (n number) float() (float64, bool) {
	f, err := strconv.ParseFloat(n.digits+"e"+strconv.Itoa(n.power), 64)
	return f, err == nil && !math.IsInf(f, 0)
}

func whole(n uint64) number { return number{digits: strconv.FormatUint(n, 10)} }

// sort is what a number of a wording is.
type sort int

const (
	single  sort = iota
	band         // from one number to another
	order        // "tens of billions"
	rank         // "second-largest"
	ordinal      // "third"
	best         // "highest": a rank, unless a number comes
	length       // "in the past ten years": of time
	date         // no quantity
	part         // a fraction
	factor       // "three times as many"
)

// span is a number in a wording.
type span struct {
	sort        sort
	low, high   number
	first, last int // its tokens, the last not included
	scaled      bool
	sign        [2]int // the tokens of its currency or percent, if it has
	lead        int    // how many tokens a minus has before that currency
	bound       int    // the first number of two bounds
	more        bool   // "150余", "20多亿"
	doubt       string
}

// signed tells whether a currency or percent was found.
func (s *span) signed() bool { return s.sign[1] > s.sign[0] }

// start is where the number and its sign begin, and end where they end.
func (s *span) start() int {
	if s.signed() {
		return min(s.first, s.sign[0]-s.lead)
	}
	return s.first
}

func (s *span) end() int {
	if s.signed() {
		return max(s.last, s.sign[1])
	}
	return s.last
}

// groups are spans by what can be made of them.
type groups struct {
	quantities, others, shares []span // shares are fractions and factors
	dates                      bool
}

func grouped(spans []span) (g groups) {
	for _, s := range spans {
		switch s.sort {
		case single, band, order, rank:
			g.quantities = append(g.quantities, s)
		case part, factor:
			g.shares = append(g.shares, s)
		case date:
			g.dates = true
		default:
			g.others = append(g.others, s)
		}
	}
	return g
}

// choose is the number that the wording is about: the first quantity; if there is none,
// what orders or what lasts.
func (t tokens) choose(spans []span) (s span, why string) {
	g := grouped(spans)
	switch {
	case len(g.shares) > 0 && (len(g.quantities) == 0 || g.shares[0].first < g.quantities[0].first):
		return s, refusal(g.shares[0].sort)
	case len(g.quantities) > 0:
		s = g.quantities[0]
		if s.doubt == refused {
			return s, Change
		}
		if len(g.shares) > 0 && g.shares[0].first == s.end() { // "2 1/2"
			return s, Fraction
		}
		if len(g.quantities)+len(g.shares) > 1 && s.doubt == "" {
			s.doubt = Several
		}
		return s, ""
	case len(g.others) > 0:
		return other(g.others), ""
	case g.dates:
		return s, Date
	default:
		return s, t.absent()
	}
}

// refusal is why what begins with a fraction or a factor is not understood.
func refusal(of sort) string {
	if of == part {
		return Fraction
	}
	return Factor
}

// other is what is taken where there is no plain quantity.
func other(of []span) span {
	s := of[0]
	for _, o := range of {
		if o.sort == length { // "first 10 years"
			s = o
			break
		}
	}
	switch s.sort {
	case best:
		s.sort = rank
	case ordinal:
		if s.sort = single; s.low.digits == "1" {
			s.sort = rank
		}
		if s.doubt == "" {
			s.doubt = Ordinal
		}
	default:
		s.sort = single
		if s.high.digits != "" {
			s.sort = band
		}
	}
	return s
}
