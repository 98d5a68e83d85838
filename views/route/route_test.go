package route

import (
	"slices"
	"strings"
	"testing"
)

func TestStringAndParse(t *testing.T) {
	for s, want := range map[string]Route{
		"overview":                     {Kind: Overview},
		"pillar/trade":                 {Kind: Pillar, ID: "trade"},
		"pillar/trade#project/aiib":    {Kind: Pillar, ID: "trade", Pane: Ref{Project, "aiib"}},
		"figure":                       {Kind: Figure},
		"figure/trade-volume":          {Kind: Figure, Pane: Ref{Figure, "trade-volume"}},
		"figure#project/aiib":          {Kind: Figure, Pane: Ref{Project, "aiib"}},
		"figure/a?scroll=120":          {Kind: Figure, Pane: Ref{Figure, "a"}, State: "scroll=120"},
		"pillar/a#figure/b?x=1&y=%26":  {Kind: Pillar, ID: "a", Pane: Ref{Figure, "b"}, State: "x=1&y=%26"},
		"read/15":                      Paragraph(15),
		"search/silk%20road":           To(Search, "silk road"),
		"overview#figure/trade-volume": To(Overview, "").Beside(Figure, "trade-volume"),
	} {
		got, err := Parse(s)
		if err != nil || got != want {
			t.Errorf("Parse(%q) = %+v, %v; want %+v", s, got, err, want)
		}
		if want.String() != s {
			t.Errorf("%+v.String() = %q, want %q", want, want, s)
		}
	}
}

// Spellings of earlier versions lead where they led.
func TestParseReadsOldSpellings(t *testing.T) {
	for s, want := range map[string]string{
		"ahead":                    "commitments",
		"ahead#figure/a":           "commitments#figure/a",
		"find/silk%20road":         "search/silk%20road",
		"find/what?":               "search/what%3F",
		"find/a&b=c":               "search/a%26b%3Dc",
		"find/a?b":                 "search/a%3Fb",
		"project/x#figure/y":       "project#figure/y",
		"timeline#read/15":         "timeline#read/15",
		"overview?scroll=1&a=2":    "overview?a=2&scroll=1",
		"overview#figure/a?b=c%26": "overview#figure/a?b=c%26",
	} {
		got, err := Parse(s)
		if err != nil || got.String() != want {
			t.Errorf("Parse(%q) is spelled %q, %v; want %q", s, got, err, want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, s := range []string{
		"", "nowhere", "pillar", "pillar/", "figure/", "overview#", "overview#figure", "pillar?scroll=1", "overview?", "overview?x", "overview?x=1&x=2",
		"overview#figure/a#figure/b", "search/%", "search/%zz", "search/%41%", "read/15/16", "Overview", " overview",
		"search/" + strings.Repeat("x", LongestID+1), "search/" + strings.Repeat("国", LongestID+1), "figure/" + strings.Repeat("x", 100_000),
		Comparison(slices.Repeat([]string{"trade-volume"}, 500)).String(),
	} {
		if r, err := Parse(s); err == nil {
			t.Errorf("Parse(%q) = %+v, want an error", s, r)
		} else if len(err.Error()) > 300 {
			t.Errorf("the error for %.40q... has %d bytes", s, len(err.Error()))
		}
	}
}

func TestParseTakesTheLongest(t *testing.T) {
	for _, want := range []Route{
		To(Search, strings.Repeat("国", LongestID)),
		Comparison(slices.Repeat([]string{"trade-volume"}, 200)),
	} {
		if got, err := Parse(want.String()); err != nil || got != want {
			t.Errorf("Parse(%.40q...) = %.40q, %v", want, got, err)
		}
	}
}

func TestPane(t *testing.T) {
	for s, want := range map[string]Ref{
		"figure/a":                 {Figure, "a"},
		"figure":                   {},
		"pillar/trade":             {},
		"pillar/trade#project/p":   {Project, "p"},
		"read/9":                   {Read, "9"},
		"project#figure/y":         {Figure, "y"},
		"overview#project/a%20b":   {Project, "a b"},
		"principles#figure/%23one": {Figure, "#one"},
	} {
		r, err := Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		if r.Pane != want {
			t.Errorf("%q opens %q beside it, want %q", s, r.Pane, want)
		}
		if closed := r.Page(); closed.Pane != (Ref{}) || closed.Kind != r.Kind || closed.ID != r.ID {
			t.Errorf("%q without its pane is %q", s, closed)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"overview", "pillar/trade#project/aiib", "find/a%2Fb%23c%25", "search/\xff", "read/15", "search/一带一路", "figure?sort=-value&filter=unit:a", "ahead?x=%3F", "chart/of:a+b", "chart/unit%2FUSD"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r, err := Parse(s)
		if err != nil {
			return
		}
		if again, err := Parse(r.String()); err != nil || again != r {
			t.Fatalf("Parse(%q) = %+v, but Parse(%q) = %+v, %v", s, r, r, again, err)
		}
		if r.Pane != (Ref{}) && r.Pane.ID == "" {
			t.Fatalf("%q opens a pane about nothing: %+v", s, r.Pane)
		}
	})
}

func FuzzString(f *testing.F) {
	f.Add("trade", "a/b#c d%")
	f.Fuzz(func(t *testing.T, id, beside string) {
		if id == "" || beside == "" || len(id) > LongestID || len(beside) > LongestID {
			return
		}
		r := To(Pillar, id).Beside(Figure, beside).In(State{"of": id, "scroll": beside}.String())
		if len(r.String()) > LongestRoute {
			return
		}
		if got, err := Parse(r.String()); err != nil || got != r {
			t.Fatalf("%+v is spelled %q, which reads %+v, %v", r, r, got, err)
		}
		if st := StateOf(r); st["of"] != id || st["scroll"] != beside {
			t.Fatalf("%q carries %q", r, st)
		}
	})
}

func FuzzComparison(f *testing.F) {
	f.Add("trade-volume", "aiib-financing")
	f.Fuzz(func(t *testing.T, a, b string) {
		if a == "" || b == "" || strings.Contains(a+b, "+") { // no id of the ledger has one
			return
		}
		r := Comparison([]string{a, b})
		if len(r.String()) > LongestRoute {
			return
		}
		got, err := Parse(r.String())
		if err != nil || got != r {
			t.Fatalf("%+v is spelled %q, which reads %+v, %v", r, r, got, err)
		}
		if of, ok := got.Compared(); !ok || !slices.Equal(of, []string{a, b}) {
			t.Fatalf("%q compares %q", r, of)
		}
	})
}

func TestCompared(t *testing.T) {
	for _, r := range []Route{To(Chart, ""), To(Chart, "unit/USD"), To(Search, "of:a+b"), To(Figure, "of:a")} {
		if of, ok := r.Compared(); ok {
			t.Errorf("%s compares %q", r, of)
		}
	}
	if of, ok := To(Chart, "of:").Compared(); !ok || len(of) > 0 {
		t.Errorf("nothing compares %q", of)
	}
}
