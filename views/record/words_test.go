package record

import (
	"slices"
	"testing"

	"beltroad/data"
	"beltroad/views/ui"
)

func TestDates(t *testing.T) {
	for want, d := range map[string]data.Date{
		"":                {},
		"2013":            {Year: 2013},
		"December 2021":   {Year: 2021, Month: 12},
		"17 October 2023": {Year: 2023, Month: 10, Day: 17},
		"1 January 2024":  {Year: 2024, Month: 1, Day: 1},
	} {
		if got := Date(d); got != want {
			t.Errorf("Date(%+v) is %q, want %q", d, got, want)
		}
	}
}

func TestPeriods(t *testing.T) {
	year := func(y int) data.Date { return data.Date{Year: y} }
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
		if got := Period(c.p); got != c.want {
			t.Errorf("Period(%+v) is %q, want %q", c.p, got, c.want)
		}
	}
}

func TestWhatIsAbsentIsSaid(t *testing.T) {
	const absent = "Not stated in this source"
	for name, got := range map[string]string{"Or": Or(""), "Sentence": Sentence(""), "NotStated": NotStated(), "Period": Period(data.Period{})} {
		if got != absent {
			t.Errorf("%s says %q of nothing", name, got)
		}
	}
	if got := Status(""); got != "Status not stated" {
		t.Errorf("no status is %q", got)
	}
	if Or("x") != "x" {
		t.Error("Or hides what is there")
	}
}

func TestSentence(t *testing.T) {
	for phrase, want := range map[string]string{
		"a baseline":  "A baseline",
		"A baseline":  "A baseline",
		"écart":       "Écart",
		"86 of them":  "86 of them",
		"中国":          "中国",
		"¶5 says so":  "¶5 says so",
		"ß in German": "ß in German", // has no capital of one letter
	} {
		if got := Sentence(phrase); got != want {
			t.Errorf("Sentence(%q) is %q, want %q", phrase, got, want)
		}
	}
}

func TestCount(t *testing.T) {
	for n, want := range map[int]string{0: "0 figures", 1: "1 figure", 2: "2 figures", 86: "86 figures"} {
		if got := Count("count.figures", n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func TestCountries(t *testing.T) {
	for code, want := range map[string]string{"CHN": "China", "LAO": "Laos", "KEN": "Kenya", "": "", "??": "??", "beltroad": "beltroad"} {
		if got := Country(code); got != want {
			t.Errorf("Country(%q) is %q, want %q", code, got, want)
		}
	}
	if got := Countries([]string{"CHN", "LAO"}); got != "China · Laos" {
		t.Errorf("two countries are %q", got)
	}
	if got := Countries(nil); got != "" {
		t.Errorf("no countries are %q", got)
	}
}

func TestQuantityKeepsItsWording(t *testing.T) {
	type piece struct {
		text string
		size string
	}
	for text, want := range map[string][]piece{
		"over 230":            {{"over ", "lead"}, {"230 ", "value"}},
		"US$19.1 trillion":    {{"US$19.1 ", "value"}, {"trillion ", "lead"}},
		"more than 40":        {{"more ", "lead"}, {"than ", "lead"}, {"40 ", "value"}},
		"86":                  {{"86 ", "value"}},
		"0.7%–2.9%":           {{"0.7%–2.9% ", "value"}},
		"tens of billions":    {{"tens of billions", "value"}}, // no number to be larger than the words
		"fourth-largest":      {{"fourth-largest", "value"}},
		"over  230  thousand": {{"over ", "lead"}, {"230 ", "value"}, {"thousand ", "lead"}},
	} {
		q := Quantity(text, ui.SizeValue, ui.SizeLead)
		var got []piece
		for _, r := range q.Runs {
			got = append(got, piece{r.Text, string(r.Size)})
			if !r.Style.Bold {
				t.Errorf("%q: %q is not bold", text, r.Text)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q is set as %q, want %q", text, got, want)
		}
	}
}
