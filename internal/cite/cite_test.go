package cite

import (
	"encoding/json"
	"testing"

	"beltroad/data"
)

func words() Words {
	return Words{
		Volume: "vol.", Issue: "no.", Accessed: "accessed", NoDate: "n.d.",
		From: "from", Until: "until", AsOf: "as of",
		Claims: map[data.Claim]string{data.Reported: "reported by a party", data.Commitment: "commitment"},
		Terms:  english(),
	}
}

func article() data.Source {
	return data.Source{
		ID: "zheng-2024", Type: "article-magazine", Title: "Boosting High-Quality Cooperation",
		Author:    []data.Name{{Family: "Zheng", Given: "Shanjie"}},
		Container: "Qiushi", Issued: data.Date{Year: 2024, Month: 1, Day: 5}, Language: "en",
		Raw: json.RawMessage(`{
			"id": "zheng-2024", "type": "article-magazine", "title": "Boosting High-Quality Cooperation",
			"author": [{"family": "Zheng", "given": "Shanjie", "static-ordering": true}],
			"container-title": "Qiushi", "issued": {"date-parts": [[2024, 1, 5]]}, "language": "en",
			"original-date": {"date-parts": [[2023]]}}`),
	}
}

// What the source prints as a paragraph's number stands beside ours.
func TestLocator(t *testing.T) {
	w := Words{Printed: func(n int) string { return map[int]string{56: "paragraph 21", 57: "paragraph 22"}[n] }}
	for want, paragraphs := range map[string][]int{
		"":                  {0},
		"¶15":               {15},
		"¶57, paragraph 22": {57, 57},
		"¶56 (paragraph 21), ¶57 (paragraph 22), ¶58": {58, 57, 56},
	} {
		if got := w.locator(paragraphs); got != want {
			t.Errorf("%v: %q, want %q", paragraphs, got, want)
		}
	}
	if got := (Words{}).locator([]int{57}); got != "¶57" {
		t.Errorf("where nothing is printed: %q", got)
	}
}

func TestPlain(t *testing.T) {
	full := data.Source{
		Title:     "What is a “road”?",
		Author:    []data.Name{{Family: "Smith", Given: "John"}, {Literal: "National Bureau"}, {Family: "Zeno"}},
		Container: "Journal", Publisher: "House", Volume: "12", Issue: "3", Page: "4-9",
		Issued: data.Date{Year: 2023, Month: 10}, Accessed: data.Date{Year: 2024, Month: 3, Day: 1},
		URL: "https://example.org/a",
	}
	tests := map[string]struct {
		src        data.Source
		paragraphs []int
		want       string
	}{
		"name in fixed order": {
			article(),
			[]int{15},
			"Zheng Shanjie. “Boosting High-Quality Cooperation.” Qiushi, 2024-01-05, ¶15.",
		},
		"whole work": {
			article(), nil, "Zheng Shanjie. “Boosting High-Quality Cooperation.” Qiushi, 2024-01-05.",
		},
		"paragraphs in order, once": {
			article(),
			[]int{31, 0, 15, 31},
			"Zheng Shanjie. “Boosting High-Quality Cooperation.” Qiushi, 2024-01-05, ¶15, ¶31.",
		},
		"everything": {
			full,
			[]int{2},
			"Smith, John; National Bureau; Zeno. “What is a ‘road’?” " +
				"Journal, vol. 12, no. 3, House, 2023-10, 4-9, ¶2. https://example.org/a (accessed 2024-03-01).",
		},
		"title only":        {data.Source{Title: "A\n title"}, nil, "“A title.” n.d."},
		"address to copy":   {data.Source{Title: "A", URL: "https://a.org/"}, nil, "“A.” n.d. https://a.org/"},
		"Chinese full stop": {data.Source{Title: "共建。"}, nil, "“共建。” n.d."},
		"nothing":           {data.Source{}, nil, "n.d."},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if got := Plain(test.src, words(), test.paragraphs...); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestFigure(t *testing.T) {
	const where = "\nZheng Shanjie: “Boosting High-Quality Cooperation” (2024), ¶10"
	year := func(y int) data.Date { return data.DateOf(y, 0, 0) }
	figure := func(change func(*data.Figure)) data.Figure {
		f := data.Figure{
			Label:    "Cooperation documents",
			Quantity: data.Quantity{Text: "over 230", Counts: "cooperation documents signed"},
			Claim:    data.Reported, Paragraph: 10,
		}
		change(&f)
		return f
	}
	tests := map[string]struct {
		change func(*data.Figure)
		want   string
	}{
		"least": {
			func(*data.Figure) {}, "over 230: cooperation documents signed (reported by a party)",
		},
		"most": {
			func(f *data.Figure) {
				f.Period = data.Period{Start: year(2013), End: year(2022)}
				f.AsOf = data.Date{Year: 2023, Month: 6}
				f.Speaker = "Xi Jinping"
			},
			"over 230: cooperation documents signed (2013–2022; as of 2023-06; reported by a party: Xi Jinping)",
		},
		"no counts": {
			func(f *data.Figure) { f.Quantity.Counts = "" }, "over 230: Cooperation documents (reported by a party)",
		},
		"claim without a word": {
			func(f *data.Figure) { f.Claim = data.Opinion }, "over 230: cooperation documents signed (opinion)",
		},
		"open end": {
			func(f *data.Figure) { f.Period.Start = year(2013) },
			"over 230: cooperation documents signed (from 2013; reported by a party)",
		},
		"open start": {
			func(f *data.Figure) { f.Period.End = year(2030) },
			"over 230: cooperation documents signed (until 2030; reported by a party)",
		},
		"one year": {
			func(f *data.Figure) { f.Period = data.Period{Start: year(2022), End: year(2022)} },
			"over 230: cooperation documents signed (2022; reported by a party)",
		},
		"days": {
			func(f *data.Figure) {
				f.Period = data.Period{Start: data.Date{Year: 2023, Month: 10, Day: 17}, End: data.Date{Year: 2023, Month: 10, Day: 18}}
			},
			"over 230: cooperation documents signed (2023-10-17 – 2023-10-18; reported by a party)",
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if got := Figure(figure(test.change), article(), words()); got != test.want+where {
				t.Errorf("got  %s\nwant %s", got, test.want+where)
			}
		})
	}
}

func TestFigureOfBareSource(t *testing.T) {
	f := data.Figure{Quantity: data.Quantity{Text: "86"}, Label: "Projects", Claim: data.Commitment}
	const want = "86: Projects (commitment)\n“A” (n.d.)"
	if got := Figure(f, data.Source{Title: "A"}, words()); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
