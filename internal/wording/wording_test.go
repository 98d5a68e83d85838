package wording

import (
	"encoding/json"
	"io/fs"
	"slices"
	"testing"
	"testing/fstest"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/internal/message"
	"beltroad/internal/message/messagetest"
)

// words are those of the built-in dossier in English; what is missing fails the test.
func words(t testing.TB) *Words {
	t.Helper()
	d := datatest.Open(t, data.Builtin())
	return New(messagetest.English(t), d)
}

func TestParagraphsInARowAreOneCitation(t *testing.T) {
	for _, c := range []struct {
		paragraphs []int
		want       []string
	}{
		{nil, nil},
		{[]int{15}, []string{"¶15"}},
		{[]int{13, 14}, []string{"¶13–14"}},
		{[]int{13, 14, 15, 16}, []string{"¶13–16"}},
		{[]int{9, 13, 14, 20}, []string{"¶9", "¶13–14", "¶20"}},
		{[]int{16, 13, 15, 14}, []string{"¶13–16"}}, // in any order
		{[]int{5, 5, 6, 6, 6}, []string{"¶5–6"}},    // and twice
		{[]int{7, 5, 3}, []string{"¶3", "¶5", "¶7"}},
	} {
		given := slices.Clone(c.paragraphs)
		if got := Cites(c.paragraphs); !slices.Equal(got, c.want) {
			t.Errorf("%v is cited as %q, want %q", given, got, c.want)
		}
		if !slices.Equal(given, c.paragraphs) {
			t.Errorf("citing %v changed it to %v", given, c.paragraphs)
		}
	}
}

func TestDates(t *testing.T) {
	w := words(t)
	for want, d := range map[string]data.Date{
		"":                {},
		"2013":            {Year: 2013},
		"December 2021":   {Year: 2021, Month: 12},
		"17 October 2023": {Year: 2023, Month: 10, Day: 17},
		"1 January 2024":  {Year: 2024, Month: 1, Day: 1},
	} {
		if got := w.Date(d); got != want {
			t.Errorf("Date(%+v) is %q, want %q", d, got, want)
		}
	}
}

func TestPeriods(t *testing.T) {
	w := words(t)
	year := func(y int) data.Date { return data.DateOf(y, 0, 0) }
	for _, c := range []struct {
		p    data.Period
		want string
	}{
		{data.Period{}, "Not stated in this source"},
		{data.Period{Start: year(2013), End: year(2022)}, "2013 to 2022"},
		{data.Period{Start: year(2013)}, "From 2013"},
		{data.Period{End: year(2022)}, "To 2022"},
		{data.Period{Start: year(2023), End: year(2023)}, "2023"},
		{data.Period{Start: year(2013), End: data.Date{Year: 2023, Month: 6}}, "2013 to June 2023"},
		{data.Period{Start: data.Date{Year: 2023, Month: 10, Day: 17}, End: data.Date{Year: 2023, Month: 10, Day: 18}}, "17 October 2023 to 18 October 2023"},
	} {
		if got := w.Period(c.p); got != c.want {
			t.Errorf("Period(%+v) is %q, want %q", c.p, got, c.want)
		}
	}
}

func TestWhatIsAbsentIsSaid(t *testing.T) {
	const absent = "Not stated in this source"
	w := words(t)
	for name, got := range map[string]string{"Or": w.Or(""), "Sentence": w.Sentence(""), "NotStated": w.NotStated(), "Period": w.Period(data.Period{})} {
		if got != absent {
			t.Errorf("%s says %q of nothing", name, got)
		}
	}
	if got := w.Status(""); got != "Status not stated" {
		t.Errorf("no status is %q", got)
	}
	if w.Or("x") != "x" {
		t.Error("Or hides what is there")
	}
}

func TestSentence(t *testing.T) {
	w := words(t)
	for phrase, want := range map[string]string{
		"a baseline":  "A baseline",
		"A baseline":  "A baseline",
		"écart":       "Écart",
		"86 of them":  "86 of them",
		"中国":          "中国",
		"¶5 says so":  "¶5 says so",
		"ß in German": "ß in German", // has no capital of one letter
	} {
		if got := w.Sentence(phrase); got != want {
			t.Errorf("Sentence(%q) is %q, want %q", phrase, got, want)
		}
	}
}

func TestCountries(t *testing.T) {
	w := words(t)
	for code, want := range map[string]string{"CHN": "China", "LAO": "Laos", "KEN": "Kenya", "": "", "??": "??", "beltroad": "beltroad"} {
		if got := w.Country(code); got != want {
			t.Errorf("Country(%q) is %q, want %q", code, got, want)
		}
	}
	const letters = 26
	for n := range letters * letters * letters {
		code := string([]rune{rune('A' + n/letters/letters), rune('A' + n/letters%letters), rune('A' + n%letters)})
		if data.IsCountry(code) && w.Country(code) == code {
			t.Errorf("%s has no name", code)
		}
	}
	if got := w.Countries([]string{"CHN", "LAO"}); got != "China · Laos" {
		t.Errorf("two countries are %q", got)
	}
	if got := w.Countries(nil); got != "" {
		t.Errorf("no countries are %q", got)
	}
}

// What the app computes is written as the ledger writes such amounts.
func TestQuantities(t *testing.T) {
	w := words(t)
	for want, got := range map[string]string{
		"US$19.1 trillion":     w.Quantity(19.1e12, "USD"),
		"5 million TEU a year": w.Quantity(5e6, "TEU/year"),
		"1 country":            w.Quantity(1, "countries"),
		"230 documents":        w.Quantity(230, "documents"),
		"1 ton":                w.Quantity(1, "tons"),
		"26 million tons":      w.Quantity(26e6, "tons"),
		"0.7%–2.9%":            w.Range(0.7, 2.9, "percent"),
		"5–6 types of route":   w.Range(5, 6, "route-types"),
		"3 yaks":               w.Quantity(3, "yaks"),
		"rank 1":               w.Quantity(1, "rank"),
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestNamesAreTheDossiers(t *testing.T) {
	w := words(t)
	for want, got := range map[string]string{
		"Railway":                         w.Kind("railway"),
		"Under construction":              w.Status("under-construction"),
		"Railways":                        w.Layer("railways"),
		"Section II":                      w.Section("II"),
		"US dollars":                      w.Unit("USD"),
		"tons (which ton is not stated)":  w.Unit("tons"),
		"rank":                            w.Unit("rank"),
		"Something else":                  w.Kind("something else"),
		"VII":                             w.Section("VII"),
		"End of the line":                 w.Sentence(w.Role("terminus")),
		"a lower bound, with an open end": w.Comparator(data.Over),
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// A dossier in another language keeps its words where the app's language has
// no better ones.
func TestWordsInAnotherLanguageThanTheDossiers(t *testing.T) {
	english, err := fs.ReadFile(messagetest.Languages(t), "en.json")
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]any
	if err := json.Unmarshal(english, &all); err != nil {
		t.Fatal(err)
	}
	all["kind.railway"], all["unit.USD"] = "chemin de fer", "dollars des États-Unis"
	all["amount.of.USD"] = map[string]string{"one": "{Number} dollar", "other": "{Number} dollars"}
	file, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	p, err := message.Open(fstest.MapFS{"en.json": {Data: english}, "fr.json": {Data: file}}, "fr")
	if err != nil {
		t.Fatal(err)
	}
	w := New(p, words(t).dossier)
	for want, got := range map[string]string{
		"Chemin de fer":          w.Kind("railway"),
		"Port":                   w.Kind("port"),
		"dollars des États-Unis": w.Unit("USD"),
		"1,5 dollar":             w.Quantity(1.5, "USD"), // which is one in French
		"2 dollars":              w.Quantity(2, "USD"),
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// Every kind, status, unit and claim of the dossier has words, and so has the
// made-up language that screens are tested in.
func TestEveryRecordHasWords(t *testing.T) {
	w := words(t)
	for _, w := range []*Words{w, New(messagetest.Accented(t), w.dossier)} {
		for _, f := range w.dossier.Figures() {
			for _, said := range []string{w.Unit(f.Quantity.Unit), w.Claim(f.Claim), w.ClaimLong(f.Claim), w.Comparator(f.Quantity.Comparator), w.Period(f.Period), w.Quantity(f.Quantity.Value, f.Quantity.Unit)} {
				if said == "" {
					t.Errorf("figure %s: a word is empty", f.ID)
				}
			}
		}
		for _, p := range w.dossier.Projects() {
			if w.Kind(p.Kind) == "" || w.Status(p.Status) == "" {
				t.Errorf("project %s: a word is empty", p.ID)
			}
		}
		for _, p := range w.dossier.Places() {
			if w.PlaceKind(p.Kind) == "" || w.Country(p.Country) == p.Country {
				t.Errorf("place %s: a word is missing", p.ID)
			}
		}
		for _, tie := range w.dossier.ProjectPlaces() {
			if w.Role(tie.Role) == "" {
				t.Errorf("%s at %s: a word is missing", tie.Project, tie.Place)
			}
		}
	}
}

// TestSignsKeepTheirLetters starts titles with units: m is no M.
func TestSignsKeepTheirLetters(t *testing.T) {
	w := words(t)
	for unit, want := range map[string]string{
		"m": "m", "m²": "m²", "kg/m²": "kg/m²", "t CO₂": "t CO₂", "kWh": "kWh", "mbar": "mbar", "%": "%", "km of road": "km of road", "人": "人",
		"countries": "Countries", "percent": "Per cent", "kilometres": "Kilometres", "rank": "Rank",
	} {
		if got := w.UnitFirst(unit); got != want {
			t.Errorf("%q starts a title as %q, want %q", unit, got, want)
		}
	}
}
