package cite

import (
	"encoding/json"
	"strings"
	"testing"

	"beltroad/data"
)

// original is the article as a dossier may state it in full.
func withOriginal() data.Source {
	src := article()
	src.URL = "http://example.org/c.htm"
	src.Original = data.Date{Year: 2023}
	src.Raw = json.RawMessage(`{"author": [{"family": "Zheng", "given": "Shanjie", "static-ordering": true}],
		"original-title": "共建", "custom": {"original-container-title": "求是", "original-issue": 21}}`)
	return src
}

// What the official files do not settle: names that are never turned, the
// original, paragraphs, and what has no date.
func TestCite(t *testing.T) {
	chinese := article()
	chinese.Raw = nil
	chinese.Title, chinese.Container, chinese.Issue, chinese.Language = "共建“一带一路”", "求是", "21", "zh-CN"
	chinese.Author = []data.Name{{Family: "郑", Given: "栅洁"}, {Family: "李", Given: "明"}}
	bare := data.Source{Title: "Roads"}
	many := data.Source{Title: "Roads", Type: "report", Issued: data.Date{Year: 2020}}
	for range 21 {
		many.Author = append(many.Author, data.Name{Family: "Li", Given: "Lei"})
	}
	const where = "“共建”, 求是, no. 21"
	tests := map[string]struct {
		src        data.Source
		style      Style
		paragraphs []int
		text       string
		entry      string
	}{
		"APA": {
			withOriginal(), APA,
			[]int{15},
			"(Zheng, 2023/2024, ¶15)",
			"Zheng, S. (2024, January 5). Boosting High-Quality Cooperation. Qiushi. http://example.org/c.htm (Original work published 2023 in " + where + ")",
		},
		"Chicago": {
			withOriginal(), Chicago,
			[]int{31, 15},
			"Zheng Shanjie, “Boosting High-Quality Cooperation,” Qiushi, January 5, 2024, ¶15, ¶31, http://example.org/c.htm. Originally published in " + where + ", 2023.",
			"Zheng Shanjie. “Boosting High-Quality Cooperation.” Qiushi, January 5, 2024. http://example.org/c.htm. Originally published in " + where + ", 2023.",
		},
		"MLA": {
			withOriginal(), MLA,
			[]int{15},
			"(Zheng, ¶15)",
			"Zheng Shanjie. “Boosting High-Quality Cooperation.” 2023. Qiushi, 5 Jan. 2024, http://example.org/c.htm. Originally published in " + where + ", 2023.",
		},
		"GB/T 7714": {
			withOriginal(), GBT,
			[]int{15},
			"[1]¶15",
			"ZHENG Shanjie. Boosting High-Quality Cooperation[J/OL]. Qiushi, 2024. http://example.org/c.htm. Originally published in " + where + ", 2023.",
		},
		"Chinese, APA": {
			chinese, APA, nil, "(郑 & 李, 2024)", "郑栅洁, & 李明. (2024, January 5). 共建“一带一路.” 求是, 21.",
		},
		"Chinese, MLA": {
			chinese, MLA, nil, "(郑 and 李)", "郑栅洁, and 李明. “共建‘一带一路.’” 求是, no. 21, 5 Jan. 2024.",
		},
		"Chinese, GB/T 7714": {chinese, GBT, nil, "[1]", "郑栅洁, 李明. 共建“一带一路”[J]. 求是, 2024(21)."},
		"no date, APA":       {bare, APA, nil, "(Roads, n.d.)", "Roads. (n.d.)."},
		"no date, Chicago":   {bare, Chicago, []int{2}, "“Roads,” n.d., ¶2.", "“Roads,” n.d."},
		"no date, MLA":       {bare, MLA, nil, "(Roads)", "Roads."},
		"no date, GB/T 7714": {bare, GBT, nil, "[1]", "Roads[Z]."},
		"many authors": {
			many, APA, nil, "(Li et al., 2020)", strings.Repeat("Li, L., ", 19) + ". . . Li, L. (2020). Roads.",
		},
		"more than three": {many, GBT, nil, "[1]", "LI L, LI L, LI L, et al. Roads[R]. (2020)."},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			parts := Cite(test.style, test.src, words(), test.paragraphs...)
			if parts[0].Text != test.text || parts[1].Text != test.entry {
				t.Errorf("got\n%s\n%s\nwant\n%s\n%s", parts[0].Text, parts[1].Text, test.text, test.entry)
			}
		})
	}
}

func TestTitleCase(t *testing.T) {
	for in, want := range map[string]string{
		"china to host a forum in beijing":      "China to Host a Forum in Beijing",
		"how the BRI is shaping iPhone trade":   "How the BRI Is Shaping iPhone Trade",
		"run by year-end":                       "Run by Year-End",
		"roads: an inquiry of what to wait for": "Roads: An Inquiry of What to Wait For",
		"'silk' and (steel)":                    "'Silk' and (Steel)",
		"lifts 40m people, 100km of rail":       "Lifts 40m People, 100km of Rail",
		"":                                      "",
		"ends in up":                            "Ends in Up",
		"one question? the answer, over there":  "One Question? The Answer, over There",
		"kept-up-to-date":                       "Kept-up-to-Date",
	} {
		if got := titleCase(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}

func TestQuotes(t *testing.T) {
	for in, want := range map[string][2]string{
		"What is a “road”?":    {"What is a “road”?", "What is a ‘road’?"},
		`say "yes" or 'no'`:    {"say “yes” or “no”", "say ‘yes’ or ‘no’"},
		"China’s ‘green’ road": {"China’s “green” road", "China’s ‘green’ road"},
		"roads that don't end": {"roads that don’t end", "roads that don’t end"},
		"“one ‘in’ another”":   {"“one ‘in’ another”", "‘one “in” another’"},
		"never shut: “so":      {"never shut: “so", "never shut: ‘so"},
		"5' and 6\" long":      {"5’ and 6\" long", "5’ and 6\" long"},
		"the nations’ roads":   {"the nations’ roads", "the nations’ roads"},
	} {
		if got := [2]string{quotes(in, false), quotes(in, true)}; got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}

func TestRIS(t *testing.T) {
	src := withOriginal()
	src.Note, src.Page = "Line\nbreaks\r\nER  - end", "4–9"
	src.Accessed = data.Date{Year: 2024, Month: 3}
	const want = "TY  - MGZN\r\nAU  - Zheng, Shanjie\r\nTI  - Boosting High-Quality Cooperation\r\nT2  - Qiushi\r\nSP  - 4\r\nEP  - 9\r\n" +
		"PY  - 2024\r\nDA  - 2024/01/05/\r\nUR  - http://example.org/c.htm\r\nY2  - 2024/03//\r\nLA  - en\r\n" +
		"OP  - Originally published in “共建”, 求是, no. 21, 2023\r\nN1  - ¶15. Line breaks ER - end\r\nID  - zheng2024\r\nER  - \r\n"
	if got := RIS(src, words(), 15); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// No source makes a style fail, whatever its texts are.
func FuzzCite(f *testing.F) {
	f.Add("What is a “road”?", "Zheng", "Shanjie", "article-journal", "4-9", `{"DOI": 1}`)
	f.Add("'", "", "-", "webpage", "–", `{"custom": []}`)
	f.Fuzz(func(t *testing.T, title, family, given, kind, page, raw string) {
		src := data.Source{Title: title, Type: kind, Author: []data.Name{{Family: family, Given: given}, {Literal: family}}, Container: given, Page: page, Raw: json.RawMessage(raw)}
		for _, s := range Styles() {
			for _, p := range Cite(s, src, words(), 15) {
				if p.Where != File && strings.ContainsAny(p.Text, "\n\r") {
					t.Errorf("%s has more than a line: %q", s, p.Text)
				}
			}
		}
	})
}
