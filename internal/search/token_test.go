package search

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// tokens are those of a text that documents are found by, as "kind:text".
func tokens(text string) []string {
	var s scanner
	var all []string
	s.scan(text, func(k token) {
		name := string(k.text)
		if k.kind == joined {
			name = "joined:" + name
		}
		if k.other != "" {
			name += " or " + k.other
		}
		all = append(all, name)
	})
	return all
}

func TestTokens(t *testing.T) {
	for text, want := range map[string]string{
		"":                           "",
		"Port of Piraeus":            "port of piraeus",
		"China’s ports' cranes":      "china ports cranes",
		"l’eau, don't, O'Brien":      "leau dont obrien",
		"‘quoted’ words":             "quoted words",
		"Élan Vital, Ångström, Łódź": "elan vital angstrom lodz",
		"e\u0301lan":                 "elan",
		"Straße, ﬁnance, ＰＯＲＴ":       "strasse finance port",
		"so\u00adft zero\u200dwidth": "soft zerowidth",
		"U.S. and U.N. and D.C.":     "us and un and dc",
		"Jakarta–Bandung":            "jakarta bandung joined:jakartabandung",
		"e-commerce":                 "e commerce joined:ecommerce",
		"China−Laos":                 "china laos joined:chinalaos",
		"Covid-19":                   "covid #19",
		"covid19":                    "covid #19",
		"¶15, §3":                    "¶15 ~15 #3",
		"¶ alone":                    "¶ alone",
		"21st":                       "#21",
		"US$380bn":                   "~380 #3.8e+11 bn",
		"19.1 trillion":              "~19.1 #1.91e+13 trillion",
		"19.1万亿":                     "~19.1 #1.91e+13",
		"5 m":                        "#5 m",
		"5G, 3d":                     "5g 3d",
		"26t, 1990s, 310MW":          "#26 t #1990 s #310 mw",
		"1.5G":                       "#1.5 g",
		"10,000":                     "#10000 or #10",
		"0.7%–2.9%":                  "#0.7 % #2.9 %",
		"17.10.2023":                 "#17 #10 #2023",
		"2023-10-17":                 "#2023 #10 #17",
		"一带一路":                       "一 一带 带 带一 一 一路 路",
		"万":                          "万",
		"在Laos的":                     "在 laos 的",
		"٣٤":                         "#34",
	} {
		if got := strings.Join(tokens(text), " "); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// A number is the same number however it is written.
func TestNumbers(t *testing.T) {
	for value, forms := range map[string][]string{
		"#1.91e+13": {
			"19.1 trillion", "19100000000000", "US$19.1tn", "19,100,000,000,000", "19 100 000 000 000", "19\u00a0100\u00a0000\u00a0000\u00a0000", "19'100'000'000'000",
			"19.100.000.000.000", "19,1 trillion", "$ 19.1 tn", "19.1-trillion", "19.1万亿", "１９.1 Trillion", "19100 billion",
		},
		"#10000":      {"10000", "10,000", "10k", "10 thousand", "1万", "10 000"},
		"#230":        {"230", "over 230", "230th", "230.0"},
		"#0.7":        {"0.7", "0,7", "0.70%", "-0.7"},
		"#7.6e+06":    {"7.6 million", "7.6m", "7,600,000", "7 600 000", "7.6mn", "7.600.000", "760万"},
		"#3.2e+07":    {"32 million", "32m people"},
		"#1.234567":   {"1.234567"},
		"#1329400000": nil,
		"#1.3294e+09": {"1,329.4 million", "1.329,4 million"},
	} {
		for _, form := range forms {
			var s scanner
			got := ""
			s.scan(form, func(k token) {
				if k.kind == number && got == "" {
					got = string(k.text)
				}
			})
			if got != value {
				t.Errorf("%q is read as %s, want %s", form, got, value)
			}
		}
	}
}

// Tokens lie in their text, in order, and between letters.
func checkTokens(t *testing.T, text string) {
	t.Helper()
	var s scanner
	last := 0
	s.scan(text, func(k token) {
		if k.start < 0 || k.start >= k.end || k.end > len(text) {
			t.Fatalf("%q: %q is from %d to %d", text, k.text, k.start, k.end)
		}
		if k.kind != joined && k.kind != scale && k.kind != single && k.kind != pair && k.start < last {
			t.Fatalf("%q: %q begins at %d, before %d", text, k.text, k.start, last)
		}
		last = max(last, k.start)
		if utf8.ValidString(text) && (!utf8.RuneStart(text[k.start]) || k.end < len(text) && !utf8.RuneStart(text[k.end])) {
			t.Fatalf("%q: %q cuts a letter", text, k.text)
		}
		if len(k.text) == 0 || len(k.text) > 4*len(text)+40 {
			t.Fatalf("%q: a token of %d bytes", text, len(k.text))
		}
	})
}

func FuzzTokens(f *testing.F) {
	for _, s := range []string{"US$19.1tn", "China’s e-commerce", "一带一路 19.1万亿", "U.S.A.", "1,2.3'4 5", "\xff\xfe", "ﷺ½²①", "a\u0301'", "9999999999999999999999999999999999999999999999999"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { checkTokens(t, text) })
}

// edits is the distance of two words as a table has it whole (optimal string alignment).
func edits(a, b []rune) int {
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		for j := range d[i] {
			switch {
			case i == 0 || j == 0:
				d[i][j] = i + j
			default:
				cost := 1
				if a[i-1] == b[j-1] {
					cost = 0
				}
				d[i][j] = min(d[i-1][j]+1, d[i][j-1]+1, d[i-1][j-1]+cost)
				if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
					d[i][j] = min(d[i][j], d[i-2][j-2]+1)
				}
			}
		}
	}
	return d[len(a)][len(b)]
}

// Going along the words in their order finds what comparing each of them whole does.
func TestNear(t *testing.T) {
	words := strings.Fields("a ab port ports portal import sport rail trail train trial strain brain tarin freight frigate fright weight piraeus pireas äon 港口 railway railways tailway")
	slices.Sort(words)
	p := &part{}
	for _, w := range words {
		p.terms = append(p.terms, term{text: w})
	}
	p.countLetters()
	for _, typed := range []string{"port", "trian", "frieght", "piraus", "ralway", "x", "strange", "港", "railwais", "mport"} {
		for most := range 4 {
			for _, begun := range []bool{false, true} {
				var got, want []string
				for _, m := range p.near(p.alike(typed, most, begun), typed, most, begun) {
					got = append(got, p.terms[m.term].text)
				}
				for _, w := range words {
					letters := []rune(w)
					d := edits([]rune(typed), letters)
					for n := range letters {
						if begun {
							d = min(d, edits([]rune(typed), letters[:n]))
						}
					}
					if d <= most {
						want = append(want, w)
					}
				}
				if !slices.Equal(got, want) {
					t.Errorf("%s, %d errors, begun %v: got %q, want %q", typed, most, begun, got, want)
				}
			}
		}
	}
}
