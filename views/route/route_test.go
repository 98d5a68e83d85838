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
		"pillar/trade#project/aiib":    {Kind: Pillar, ID: "trade", Anchor: "project/aiib"},
		"figure":                       {Kind: Figure},
		"figure/trade-volume":          {Kind: Figure, ID: "trade-volume"},
		"read/15":                      Paragraph(15),
		"find/silk%20road":             To(Find, "silk road"),
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

func TestParseRefuses(t *testing.T) {
	for _, s := range []string{
		"", "nowhere", "pillar", "pillar/", "figure/", "overview#", "overview#figure",
		"overview#figure/a#figure/b", "find/%", "find/%zz", "find/%41", "read/15/16", "Overview", " overview",
		"find/" + strings.Repeat("x", LongestID+1), "find/" + strings.Repeat("国", LongestID+1), "figure/" + strings.Repeat("x", 100_000),
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
		To(Find, strings.Repeat("国", LongestID)),
		Comparison(slices.Repeat([]string{"trade-volume"}, 200)),
	} {
		if got, err := Parse(want.String()); err != nil || got != want {
			t.Errorf("Parse(%.40q...) = %.40q, %v", want, got, err)
		}
	}
}

func TestPane(t *testing.T) {
	for s, want := range map[string]string{
		"figure/a":                 "figure/a",
		"figure":                   "",
		"pillar/trade":             "",
		"pillar/trade#project/p":   "project/p",
		"read/9":                   "read/9",
		"project/x#figure/y":       "figure/y",
		"overview#project/a%20b":   "project/a%20b",
		"principles#figure/%23one": "figure/%23one",
	} {
		r, err := Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Pane().String(); got != want {
			t.Errorf("%q opens %q beside it, want %q", s, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"overview", "pillar/trade#project/aiib", "find/a%2Fb%23c%25", "find/\xff", "read/15", "find/一带一路", "chart/of:a+b", "chart/unit%2FUSD"} {
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
		if p := r.Pane(); p != (Route{}) && p.ID == "" {
			t.Fatalf("%q opens a pane about nothing: %+v", s, p)
		}
	})
}

func FuzzString(f *testing.F) {
	f.Add("trade", "a/b#c d%")
	f.Fuzz(func(t *testing.T, id, beside string) {
		if id == "" || beside == "" {
			return
		}
		r := To(Pillar, id).Beside(Figure, beside)
		if got, err := Parse(r.String()); err != nil || got != r {
			t.Fatalf("%+v is spelled %q, which reads %+v, %v", r, r, got, err)
		}
		if got := r.Pane(); got != To(Figure, beside) {
			t.Fatalf("%q opens %+v", r, got)
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
	for _, r := range []Route{To(Chart, ""), To(Chart, "unit/USD"), To(Find, "of:a+b"), To(Figure, "of:a")} {
		if of, ok := r.Compared(); ok {
			t.Errorf("%s compares %q", r, of)
		}
	}
	if of, ok := To(Chart, "of:").Compared(); !ok || len(of) > 0 {
		t.Errorf("nothing compares %q", of)
	}
}
