package cite

import (
	"strings"
	"testing"

	"beltroad/data"
)

func TestBibTeX(t *testing.T) {
	src := article()
	src.Note = "Page dated 2024-01-05."
	src.Issue = "21"
	src.Page = "4-9"
	src.URL = "https://example.org/a_b?x=1&y={2}"
	src.Accessed = data.Date{Year: 2024, Month: 3, Day: 1}
	const want = `@article{zheng2024,
  author = {Zheng, Shanjie},
  title = {{Boosting High-Quality Cooperation}},
  journal = {Qiushi},
  number = {21},
  pages = {4--9},
  year = {2024},
  month = jan,
  day = {5},
  url = {https://example.org/a_b?x=1&y=%7B2%7D},
  urldate = {2024-03-01},
  annote = {¶15. Page dated 2024-01-05.}
}
`
	if got := BibTeX(src, words(), 15); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestEscape(t *testing.T) {
	tests := map[string]string{
		"Q&A: 50 % of #1, $2 a_b": `Q\&A: 50 \% of \#1, \$2 a\_b`,
		`a\b ~ ^ <c>`:             `a\textbackslash{}b \textasciitilde{} \textasciicircum{} \textless{}c\textgreater{}`,
		"{balanced}":              `\{balanced\}`,
		"}open{":                  `\textbraceright{}open\textbraceleft{}`,
		`say "yes"`:               `say {"}yes{"}`,
		"a--b---c":                "a-{}-b-{}-{}-c",
		"Müller 郑栅洁 ¶15 “x”":      "Müller 郑栅洁 ¶15 “x”",
		"two\n lines":             "two lines",
	}
	for in, want := range tests {
		if got := escape(in); got != want {
			t.Errorf("escape(%q) = %s, want %s", in, got, want)
		}
	}
}

func TestBibAuthors(t *testing.T) {
	names := []data.Name{
		{Family: "Zheng", Given: "Shanjie"},
		{Family: "de Villepin", Given: "Dominique"},
		{Family: "Smith", Given: "John, Jr."},
		{Family: "Bureau of Ports and Roads"},
		{Literal: "National Bureau of Statistics and Co"},
	}
	const want = "Zheng, Shanjie and de Villepin, Dominique and Smith, {John, Jr.} and " +
		"{Bureau of Ports and Roads} and {National Bureau of Statistics and Co}"
	if got := bibAuthors(names); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestEntryType(t *testing.T) {
	tests := map[string]string{
		"article-journal": "article", "article-magazine": "article", "book": "book", "chapter": "incollection",
		"paper-conference": "inproceedings", "report": "techreport", "thesis": "phdthesis",
		"webpage": "misc", "dataset": "misc", "": "misc",
	}
	for kind, want := range tests {
		entry := BibTeX(data.Source{Type: kind, Title: "T", Container: "C"}, words())
		if !strings.HasPrefix(entry, "@"+want+"{") {
			t.Errorf("type %q gives %s, want @%s", kind, entry, want)
		}
	}
	if got := entryType(data.Source{Type: "article-journal"}); got != "misc" {
		t.Errorf("an article that is in nothing is %s, want misc", got)
	}
}

func TestKey(t *testing.T) {
	year := data.Date{Year: 2023}
	tests := map[string]struct {
		src  data.Source
		want string
	}{
		"family":       {data.Source{Author: []data.Name{{Family: "Zheng", Given: "Shanjie"}}, Issued: year}, "zheng2023"},
		"accents":      {data.Source{Author: []data.Name{{Family: "Lefèvre-Ünal"}}, Issued: year}, "lefevreunal2023"},
		"body":         {data.Source{Author: []data.Name{{Literal: "World Bank"}}, Issued: year}, "world2023"},
		"no date":      {data.Source{Author: []data.Name{{Literal: "GeoNames"}}}, "geonames"},
		"no author":    {data.Source{Title: "“Silk Road” data", Issued: year}, "silk2023"},
		"not Latin":    {data.Source{ID: "zheng-2024", Author: []data.Name{{Family: "郑", Given: "栅洁"}}, Issued: year}, "zheng2024"},
		"nothing":      {data.Source{}, "source"},
		"syntax in it": {data.Source{Title: "{a},%#b~ c"}, "ab"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if got := key(test.src); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}
