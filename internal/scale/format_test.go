package scale

import (
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/language"
)

func english() Words {
	return Words{
		Powers: []Power{{1e6, "{n} million"}, {1e9, "{n} billion"}, {1e12, "{n} trillion"}},
		Units: map[string]Unit{
			"USD": {Other: "US${n}", Sign: true}, "percent": {Other: "{n}%", Sign: true}, "TEU/year": {Other: "{n} TEU a year"},
			"countries": {One: "{n} country", Other: "{n} countries"},
		},
		Interval: "{from}–{to}",
	}
}

func TestAmountsForPeople(t *testing.T) {
	f := NewFormatter(language.English, english())
	for want, got := range map[string]string{
		"US$19.1 trillion":        f.Amount(19.1e12, "USD"),
		"US$43.6 billion":         f.Amount(43.6e9, "USD"),
		"21 million":              f.Number(21e6),
		"10,000":                  f.Number(10000),
		"0.7":                     f.Number(0.7),
		"0":                       f.Number(0),
		"-5 million":              f.Number(-5e6),
		"5 million TEU a year":    f.Amount(5e6, "TEU/year"),
		"0.7%–2.9%":               f.Between(0.7, 2.9, "percent"),
		"5–6 countries":           f.Between(5, 6, "countries"),
		"1 country":               f.Amount(1, "countries"),
		"3 yaks":                  f.Amount(3, "yaks"),
		"1,234,567":               f.Number(1234567), // not rounded to 1.23 million
		"1,234.5":                 f.Number(1234.5),
		"19,100,000,000,000":      f.Plain(19.1e12),
		"100 billion":             f.Number(1e11),
		"US$1 billion–US$2,001":   f.Between(1e9, 2001, "USD"),
		"1e+30":                   f.Number(1e30),
		"1e-12":                   f.Number(1e-12),
		"NaN":                     f.Number(math.NaN()),
		"123,456,789,012,345,680": f.Plain(123456789012345678),
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestAmountsInOtherLanguages(t *testing.T) {
	german := NewFormatter(language.German, Words{Powers: []Power{{1e6, "{n} Millionen"}}})
	if got := german.Number(7.6e6); got != "7,6 Millionen" {
		t.Error(got)
	}
	if got := german.Plain(1234567.5); got != "1.234.567,5" {
		t.Error(got)
	}
	chinese := NewFormatter(language.Chinese, Words{
		Powers: []Power{{1e4, "{n}万"}, {1e8, "{n}亿"}, {1e12, "{n}万亿"}}, Units: map[string]Unit{"USD": {Other: "{n}美元"}},
	})
	for v, want := range map[float64]string{19.1e12: "19.1万亿美元", 43.6e9: "436亿美元", 10000: "1万美元", 3000: "3,000美元"} {
		if got := chinese.Amount(v, "USD"); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// What is written can be read back as the same number: nothing is rounded.
func TestNumbersAreNotRounded(t *testing.T) {
	f := NewFormatter(language.English, english())
	powers := map[string]float64{"million": 1e6, "billion": 1e9, "trillion": 1e12}
	r := rand.New(rand.NewPCG(7, 8))
	for range 20000 {
		v := math.Trunc(r.Float64()*math.Pow10(r.IntN(16))) / math.Pow10(r.IntN(4))
		digits, word, _ := strings.Cut(f.Number(v), " ")
		got, err := strconv.ParseFloat(strings.ReplaceAll(digits, ",", ""), 64)
		if p, ok := powers[word]; ok {
			got *= p
		}
		if err != nil || got != v {
			t.Fatalf("%v is written %q", v, f.Number(v))
		}
	}
}
