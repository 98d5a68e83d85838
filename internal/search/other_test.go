package search_test

import (
	"context"
	"testing"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/internal/message/messagetest"
	"beltroad/internal/search"
	"beltroad/internal/wording"
)

func of(t testing.TB, d *data.Dossier) *search.Index {
	t.Helper()
	w := wording.New(messagetest.English(t), d)
	ix, err := search.Build(context.Background(), search.Records(d, w), search.WordsOf(d, w))
	if err != nil {
		t.Fatal(err)
	}
	return ix
}

// Nothing of searching rests on the built-in dossier: one in other scripts, with
// kinds, units and synonyms of its own, is searched as well.
func TestOtherDossier(t *testing.T) {
	ix := of(t, datatest.Open(t, fixture.Harbour()))
	for text, want := range map[string]string{
		"amber lock":        "project/amber-lock",
		"Bernsteinschleuse": "project/amber-lock",
		"琥珀闸":               "project/amber-lock",
		"闸":                 "project/amber-lock",
		"sluice":            "project/amber-lock",
		"sluise":            "project/amber-lock",
		"wharf luyu":        "project/luyu-quay",
		"鹭屿":                "place/luyu",
		"sundfaergen":       "project/sund-ferry",
		"SUNDFÆRGEN":        "project/sund-ferry",
		"zeglarz":           "project/zeglarz-registry",
		"żeglarz chart":     "project/zeglarz-registry",
		"kuzeylimani":       "place/kuzeylimani",
		"KUZEYLİMANI wind":  "project/kuzey-wind-park",
		"ecole des pilotes": "project/pilots-school",
		"hai lam":           "place/hai-lam",
		"aleby":             "place/aleby",
		"brandt-ore":        "figure/lock-ships",
		"1,200 ships":       "figure/lock-ships",
		"310 MW":            "figure/nordlys-power",
		"€2.4bn":            "figure/spending",
		"2 400 000 000":     "figure/spending",
		"eel":               "project/aleby-fishery",
		"birdwatcher":       "statement/said-birds",
		"Denmark":           "country/DNK",
		"in:figures 42":     "figure/berths-rebuilt",
	} {
		r, err := ix.Find(context.Background(), text, 5)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		ok := false
		for _, h := range r.First(3) {
			got = append(got, string(h.Kind)+"/"+h.Document().ID)
			ok = ok || got[len(got)-1] == want || text == "brandt-ore" && h.Kind == search.Figure
		}
		if !ok {
			t.Errorf("%s: got %q, want %s", text, got, want)
		}
	}
}
