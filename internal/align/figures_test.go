package align

import (
	"testing"

	"beltroad/data"
)

func TestFind(t *testing.T) {
	const (
		word = WordForWord
		none = Missing
	)
	for _, c := range []struct {
		text, counts, passage string
		standing              Standing
		marked                string
	}{
		{"86", "routes", "with 86 routes", word, "86"},
		{"86", "routes", "in 1986, with 86 routes", word, "86"},
		{"86", "routes", "in 1986", none, ""},
		{"86", "routes", "86.5 and 86,5 and 1,086 and 86,000", none, ""},
		{"86", "routes", "86 million", none, ""},
		{"86", "routes", "86% and 86 per cent", none, ""},
		{"86", "routes", "86% of it", none, ""},
		{"86", "routes", "86th", none, ""},
		{"10th", "years", "the 10th anniversary", word, "10th"},
		{"over 200", "cities", "to over 200 cities", word, "over 200"},
		{"over 200", "cities", "to OVER\u00a0200 cities", word, "OVER\u00a0200"},
		{"over 200", "cities", "to more than 200 cities", Number, "200"},
		{"over 200", "cities", "to 200 cities", Number, "200"},
		{"over 200", "cities", "to over two hundred cities", none, ""},
		{"over 200", "cities", "to over 200 million", none, ""},
		{"more than 10,000", "people", "for more than 10 000 or more than 10000 people", word, "more than 10000"},
		{"more than 10,000", "people", "for more than 10\u202f000 people", word, "more than 10\u202f000"},
		{"more than 10,000", "people", "for more than 10’000 people", word, "more than 10’000"},
		{"more than 10,000", "people", "for more than 10,0000 people", none, ""},
		{"US$19.1 trillion", "trade", "reached US$19.1 trillion.", word, "US$19.1 trillion"},
		{"US$19.1 trillion", "trade", "reached US$ 19.1\u2002trillion.", word, "US$ 19.1\u2002trillion"},
		{"US$19.1 trillion", "trade", "reached $19.1 trillion.", Number, "$19.1 trillion"},
		{"US$19.1 trillion", "trade", "reached 19.1 trillion dollars.", Number, "19.1 trillion"},
		{"US$19.1 trillion", "trade", "reached US$19.1 billion or US$191 trillion.", none, ""},
		{"over US$380 billion", "money", "exceeding US$380 billion, that is over US$3,380 billion", Number, "US$380 billion"},
		{"0.7%–2.9%", "percent", "by 0.7%-2.9%.", word, "0.7%-2.9%"},
		{"0.7%–2.9%", "percent", "by 0.7 %–2.9 %.", word, "0.7 %–2.9 %"},
		{"0.7%–2.9%", "percent", "by 0.7–2.9%.", none, ""},
		{"€85.5 million", "fares", "brought in ＄1, then €８５.５ million", word, "€８５.５ million"},
		{"tens of billions", "masks", "tens of billions of masks", word, "tens of billions"},
		{"fourth-largest", "rank", "the fourth largest port", word, "fourth largest"},
		{"fourth-largest", "rank", "the fourth port, the largest", none, ""},
		{"six", "corridors in all", "six types of routes and six corridors", word, "six"},
		{"21亿", "元", "约21亿元", word, "21亿"},
		{"21", "元", "约21亿元", none, ""},
		{"", "x", "anything", none, ""},
		{"%", "x", "", none, ""},
	} {
		f := data.Figure{ID: "f", Paragraph: 3, Quantity: data.Quantity{Text: c.text, Counts: c.counts}}
		got := find(&f, c.passage)
		if got.Standing != c.standing || c.passage[got.Start:got.End] != c.marked {
			t.Errorf("%q in %q: %d, %q", c.text, c.passage, got.Standing, c.passage[got.Start:got.End])
		}
	}
}

// Where a number stands twice, each figure finds its own.
func TestFindNearest(t *testing.T) {
	const passage = "A network featuring six corridors, six types of routes, and the first phase of the line is the first electric railway."
	for _, c := range []struct {
		text, counts string
		start        int
	}{
		{"six", "corridors in the network", 20},
		{"six", "types of routes in the network", 35},
		{"first", "place among electric railways", 95},
		{"first", "phase of the line", 64},
	} {
		f := data.Figure{Quantity: data.Quantity{Text: c.text, Counts: c.counts}}
		if got := find(&f, passage); got.Start != c.start {
			t.Errorf("%q of %q at %d, want %d", c.text, c.counts, got.Start, c.start)
		}
	}
}

// What the report says of the two texts. The figures that do not stand word for
// word are known.
func TestStanding(t *testing.T) {
	known := map[string]map[string]Standing{
		"harbour": {"coast-power": Number, "luyu-share": Missing, "tideland-promised": WordForWord},
		"article": {"bilateral-investment": Number, "contracts-new": Number, "contracts-turnover": Number},
	}
	for _, s := range sources(t) {
		r := compare(t, s, s.text)
		t.Logf("%s: %d of %d paragraphs, %d of %d figures word for word", s.name, r.Matched, r.Bodies, r.WordForWord(), len(r.Findings))
		for _, f := range r.Findings {
			want, ok := known[s.name][f.Figure]
			if !ok {
				want = WordForWord
			}
			if f.Standing != want {
				p, _ := r.Passage(f.Paragraph)
				t.Errorf("%s: %+v in %q", s.name, f, p.Text)
			}
		}
	}
}
