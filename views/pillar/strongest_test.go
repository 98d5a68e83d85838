package pillar

import (
	"slices"
	"testing"

	"beltroad/data"
	"beltroad/data/datatest"
)

// The dossier's first figures come first, those without a digit last, and the rest
// stays in its order; the dossier itself does not change.
func TestStrongestFiguresComeFirst(t *testing.T) {
	d := datatest.Open(t, data.Builtin())
	headline := d.Metadata().Headline[0]
	ids := func(all []*data.Figure) (names []string) {
		for _, f := range all {
			names = append(names, f.ID)
		}
		return names
	}
	figures := []*data.Figure{
		{ID: "a", Quantity: data.Quantity{Text: "first"}},
		{ID: "b", Quantity: data.Quantity{Text: "over 200"}},
		{ID: headline, Quantity: data.Quantity{Text: "one"}},
		{ID: "c", Quantity: data.Quantity{Text: "86"}},
		{ID: "d", Quantity: data.Quantity{Text: "four"}},
	}
	before := ids(figures)
	if got, want := ids(strongest(d, figures)), []string{headline, "b", "c", "a", "d"}; !slices.Equal(got, want) {
		t.Errorf("%v, not %v", got, want)
	}
	if !slices.Equal(ids(figures), before) {
		t.Error("the figures themselves were ordered")
	}
}
