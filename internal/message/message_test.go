package message

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"beltroad/assets"
)

// shipped are the languages that the program has.
func shipped(t testing.TB) fs.FS {
	t.Helper()
	sub, err := fs.Sub(assets.Translations, "translations")
	if err != nil {
		t.Fatal(err)
	}
	return sub
}

func english(t testing.TB) *Printer {
	t.Helper()
	p, err := Open(shipped(t), Base)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// with is English with some members instead, as a file; nil takes one out.
func with(t testing.TB, changes map[string]any) []byte {
	t.Helper()
	b, err := fs.ReadFile(shipped(t), "en.json")
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]any
	if err := json.Unmarshal(b, &all); err != nil {
		t.Fatal(err)
	}
	for key := range all {
		if isOwn(key) {
			delete(all, key)
		}
	}
	for key, v := range changes {
		if v == nil {
			delete(all, key)
			continue
		}
		all[key] = v
	}
	b, err = json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// forms are all plural messages of English in the categories of a language.
func forms(t testing.TB, categories ...string) map[string]any {
	t.Helper()
	all := map[string]any{}
	for key, m := range english(t).messages {
		if !m.counts() || isOwn(key) {
			continue
		}
		each := map[string]any{}
		for _, c := range categories {
			each[c] = c + ": " + m.other.String()
		}
		all[key] = each
		if len(categories) == 1 {
			all[key] = each[categories[0]]
		}
	}
	return all
}

// inLanguage opens a language made of English with changes.
func inLanguage(t testing.TB, tag string, changes map[string]any) *Printer {
	t.Helper()
	english, err := fs.ReadFile(shipped(t), "en.json")
	if err != nil {
		t.Fatal(err)
	}
	p, err := Open(fstest.MapFS{"en.json": {Data: english}, tag + ".json": {Data: with(t, changes)}}, tag)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func chinese(t testing.TB) *Printer {
	t.Helper()
	words := forms(t, "other")
	maps.Copy(words, map[string]any{
		"number.1e4": "{Number}万", "number.1e8": "{Number}亿", "number.1e12": "{Number}万亿",
		"amount.of.USD": "{Number}美元", "amount.of.countries": "{Number}个国家",
		"date.year": "{Year}年", "date.month": "{Year}年{Month}", "date.day": "{Year}年{Month}{Day}日",
		"list.pair": "{First}和{Last}", "list.last": "{First}和{Last}", "list.series": "{First}、{Last}",
		"period": "{From}至{To}", "period.from": "{From}起", "period.to": "至{To}",
	})
	for m := range 12 {
		words["month."+strconv.Itoa(m+1)] = strconv.Itoa(m+1) + "月"
	}
	return inLanguage(t, "zh", words)
}

func TestSayAndCount(t *testing.T) {
	p := english(t)
	p.Missed = func(what string) { t.Error(what) }
	for want, got := range map[string]string{
		"File":                 p.Say("menu.file"),
		"Saved as “trade.png”": p.Say("export.saved", Args{"File": "trade.png"}),
		"0 figures":            p.Count("count.figures", 0),
		"1 figure":             p.Count("count.figures", 1),
		"62,955 figures":       p.Count("count.figures", 62955),
		"By 2013":              p.Say("player.by", Args{"Year": Year(2013)}),
		"3 of 64 promises.":    strings.Join(strings.Fields(p.Say("promises.shown", Args{"Shown": 3, "All": 64}))[:4], " "),
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// The name of a file or folder in a sentence stands in quotation marks, as titles do: some
// are words like others.
func TestFilesAreQuoted(t *testing.T) {
	b, err := fs.ReadFile(shipped(t), Base+".json")
	if err != nil {
		t.Fatal(err)
	}
	quoted := strings.NewReplacer("“{File}”", "", "“{Folder}”", "", "“{Kept}”", "", "“{Target}”", "")
	const heading = "read.copy.head" // which is no sentence
	for line := range strings.Lines(string(b)) {
		if rest := quoted.Replace(line); !strings.Contains(line, heading) && (strings.Contains(rest, "{File}") || strings.Contains(rest, "{Folder}") || strings.Contains(rest, "{Kept}") || strings.Contains(rest, "{Target}")) {
			t.Errorf("unquoted: %s", line)
		}
	}
}

// What is not there is shown as what was asked for, and told.
func TestWhatIsMissingIsShownAndTold(t *testing.T) {
	p := english(t)
	var told []string
	p.Missed = func(what string) { told = append(told, what) }
	for want, got := range map[string]string{
		"no.such.key":       p.Say("no.such.key"),
		"no.such.count":     p.Count("no.such.count", 2),
		"Saved as “{File}”": p.Say("export.saved", Args{"Flie": "x"}),
		"By {Year}":         p.Say("player.by", Args{"Year": []int{1}}),
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if len(told) != 4 {
		t.Errorf("told %q", told)
	}
	p.Missed = nil
	if got := p.Say("no.such.key"); got != "no.such.key" {
		t.Errorf("nobody to tell: %q", got)
	}
}

func TestPluralsByCLDR(t *testing.T) {
	for tag, c := range map[string]struct {
		forms []string
		want  map[int]string
	}{
		"ru": {[]string{"one", "few", "many", "other"}, map[int]string{1: "one", 2: "few", 5: "many", 11: "many", 21: "one", 22: "few"}},
		"ar": {[]string{"zero", "one", "two", "few", "many", "other"}, map[int]string{0: "zero", 1: "one", 2: "two", 3: "few", 11: "many", 100: "other"}},
		"ja": {[]string{"other"}, map[int]string{0: "other", 1: "other", 2: "other"}},
		"fr": {[]string{"one", "other"}, map[int]string{0: "one", 1: "one", 2: "other"}},
	} {
		p := inLanguage(t, tag, forms(t, c.forms...))
		for n, want := range c.want {
			if got, _, _ := strings.Cut(p.Count("count.figures", n), ":"); got != want {
				t.Errorf("%s, %d: form %s, want %s", tag, n, got, want)
			}
		}
	}
}

func TestNumbersForPeople(t *testing.T) {
	p := english(t)
	dollars, percent := Unit{Other: "US dollars", Sign: "US$"}, Unit{Other: "per cent", Sign: "%", After: true}
	countries := Unit{One: "country", Other: "countries"}
	megawatts := Unit{Other: "megawatts", Sign: " MW", After: true}
	years := Unit{One: "year", Other: "years", Form: Full}
	for want, got := range map[string]string{
		"US$19.1 trillion":        p.Amount(19.1e12, dollars),
		"US$43.6 billion":         p.Amount(43.6e9, dollars),
		"€5 million":              p.Amount(5e6, Unit{Sign: "€"}),
		"21 million":              p.Number(21e6, Short),
		"10,000":                  p.Number(10000, Short),
		"0.7":                     p.Number(0.7, Short),
		"0":                       p.Number(0, Short),
		"-5 million":              p.Number(-5e6, Short),
		"0.7%–2.9%":               p.Between(0.7, 2.9, percent),
		"5–6 countries":           p.Between(5, 6, countries),
		"1 country":               p.Amount(1, countries),
		"116.40":                  p.Fixed(116.39723, 2),
		"-0.7":                    p.Fixed(-0.70, 1),
		"1,200 MW":                p.Amount(1200, megawatts),
		"5–6 MW":                  p.Between(5, 6, megawatts),
		"1,000,000 years":         p.Amount(1e6, years),
		"3 yaks":                  p.Amount(3, Unit{Other: "yaks"}),
		"3":                       p.Amount(3, Unit{}),
		"1,234,567":               p.Number(1234567, Short), // not rounded to 1.23 million
		"1,234.5":                 p.Number(1234.5, Short),
		"19,100,000,000,000":      p.Number(19.1e12, Full),
		"100 billion":             p.Number(1e11, Short),
		"US$1 billion–US$2,001":   p.Between(1e9, 2001, dollars),
		"1e+30":                   p.Number(1e30, Short),
		"1e-12":                   p.Number(1e-12, Short),
		"NaN":                     p.Number(math.NaN(), Short),
		"+Inf":                    p.Number(math.Inf(1), Short),
		"123,456,789,012,345,680": p.Number(123456789012345678, Full),
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestAmountsInOtherLanguages(t *testing.T) {
	german := forms(t, "one", "other")
	german["number.1e6"] = map[string]string{"one": "{Number} Million", "other": "{Number} Millionen"}
	german["amount.of.countries"] = map[string]string{"one": "{Number} Land", "other": "{Number} Länder"}
	de := inLanguage(t, "de", german)
	countries := Unit{ID: "countries", One: "country", Other: "countries"}
	for want, got := range map[string]string{
		"7,6 Millionen": de.Number(7.6e6, Short),
		"1 Million":     de.Number(1e6, Short),
		"1.234.567,5":   de.Number(1234567.5, Short),
		"1 Land":        de.Amount(1, countries),
		"5–6 Länder":    de.Between(5, 6, countries),
		"3 yaks":        de.Amount(3, Unit{ID: "yaks", Other: "yaks"}), // the dossier's own word, where there is no other
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	zh := chinese(t)
	dollars := Unit{ID: "USD", Other: "US dollars", Sign: "US$"}
	for v, want := range map[float64]string{19.1e12: "19.1万亿美元", 43.6e9: "436亿美元", 10000: "1万美元", 3000: "3,000美元", 2.5e8: "2.5亿美元"} {
		if got := zh.Amount(v, dollars); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got := zh.Amount(230, Unit{ID: "countries", Other: "countries"}); got != "230个国家" {
		t.Error(got)
	}
	if got := zh.Count("count.figures", 12000); !strings.Contains(got, "12,000") {
		t.Error(got)
	}
}

// What is written can be read back as the same number: nothing is rounded.
func TestNumbersAreNotRounded(t *testing.T) {
	p := english(t)
	powers := map[string]float64{"million": 1e6, "billion": 1e9, "trillion": 1e12}
	r := rand.New(rand.NewPCG(7, 8))
	for range 20000 {
		v := math.Trunc(r.Float64()*math.Pow10(r.IntN(16))) / math.Pow10(r.IntN(4))
		digits, word, _ := strings.Cut(p.Number(v, Short), " ")
		got, err := strconv.ParseFloat(strings.ReplaceAll(digits, ",", ""), 64)
		if power, ok := powers[word]; ok {
			got *= power
		}
		if err != nil || got != v {
			t.Fatalf("%v is written %q", v, p.Number(v, Short))
		}
	}
}

func TestDatesAndPeriods(t *testing.T) {
	russian := forms(t, "one", "few", "many", "other")
	russian["month.10"], russian["month.of.10"] = "октябрь", "октября"
	en, zh, ru := english(t), chinese(t), inLanguage(t, "ru", russian)
	for want, got := range map[string]string{
		"":                      en.Date(0, 0, 0),
		"2013":                  en.Date(2013, 0, 0),
		"December 2021":         en.Date(2021, 12, 0),
		"17 October 2023":       en.Date(2023, 10, 17),
		"2013年":                 zh.Date(2013, 0, 0),
		"2021年12月":              zh.Date(2021, 12, 0),
		"2023年10月17日":           zh.Date(2023, 10, 17),
		"17 октября 2023":       ru.Date(2023, 10, 17),
		"октябрь 2023":          ru.Date(2023, 10, 0),
		"2013 to December 2021": en.Period("2013", "December 2021"),
		"From 2013":             en.Period("2013", ""),
		"To 2013":               en.Period("", "2013"),
		"2014":                  en.Period("2014", "2014"),
		"2013年至2022年":           zh.Period("2013年", "2022年"),
		"2015年起":                zh.Period("2015年", ""),
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestLists(t *testing.T) {
	en, zh := english(t), chinese(t)
	abc := []string{"a", "b", "c"}
	for want, got := range map[string]string{
		"":           en.List(nil),
		"a":          en.List(abc[:1]),
		"a and b":    en.List(abc[:2]),
		"a, b and c": en.List(abc),
		"a, b, c":    en.Series(abc),
		"a、b和c":      zh.List(abc),
		"a、b、c":      zh.Series(abc),
		"{a} and b":  en.List([]string{"{a}", "b"}), // what is filled in is no message
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// A file that is wrong says everything that is, at once.
// A number in words leaves the number out: "one figure".
func TestLanguagesAndMatch(t *testing.T) {
	files := fstest.MapFS{"zh-Hans.json": {Data: []byte(`{"language": "简体中文"}`)}, "de.json": {}, "en.json": {}, "read.me": {}, "notes on words.json": {}}
	all := Languages(files)
	if want := []string{"en", "de", "zh-Hans"}; !slices.Equal(all, want) {
		t.Errorf("the languages are %v, want %v", all, want)
	}
	for tag, want := range map[string]string{"zh-Hans": "简体中文", "de": "de", "fr": "fr"} {
		if got := Name(files, tag); got != want {
			t.Errorf("%s calls itself %q, want %q", tag, got, want)
		}
	}
	for wanted, want := range map[string]string{"de-AT": "de", "zh-CN": "zh-Hans", "zh": "zh-Hans", "tr": "en", "en-GB": "en", "": "en", "C": "en", "de_DE.UTF-8": "en"} {
		if got := Match(all, wanted); got != want {
			t.Errorf("%q gets %q, want %q", wanted, got, want)
		}
	}
}

// The categories of a language are found by trying numbers; CLDR lists them.
func TestPrintersAreShared(t *testing.T) {
	p := english(t)
	var all sync.WaitGroup
	for n := range 8 {
		all.Go(func() {
			for i := range 200 {
				want := fmt.Sprintf("%d figures", n*100+i+2)
				if got := p.Count("count.figures", n*100+i+2); got != want {
					t.Errorf("got %q, want %q", got, want)
				}
			}
		})
	}
	all.Wait()
}

// What is read as a text is spelled the same again.
// No file makes reading panic, and what is read can be said.
