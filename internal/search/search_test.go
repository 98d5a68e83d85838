package search

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"
)

func index(t testing.TB, words Words, documents ...Document) *Index {
	t.Helper()
	ix, err := Build(context.Background(), List(documents), words)
	if err != nil {
		t.Fatal(err)
	}
	return ix
}

func find(t testing.TB, ix *Index, text string) Results {
	t.Helper()
	r, err := ix.Find(context.Background(), text, 10)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// found are the ids of what is found, best first.
func foundBy(t testing.TB, ix *Index, text string) string {
	t.Helper()
	var all []string
	for _, h := range find(t, ix, text).First(20) {
		all = append(all, h.Document().ID)
	}
	return strings.Join(all, " ")
}

// harbour are documents for tests.
func harbour() List {
	return []Document{
		{Kind: Project, ID: "ports", Title: "Ports of the coast", Facets: []Facet{{ByPillar, "sea"}, {ByKind, "port"}}},
		{Kind: Figure, ID: "imports", Title: "US$5 billion · Imports", Body: []string{"All that comes in by freight"}, Values: []float64{5e9}, Facets: []Facet{{ByUnit, "USD"}, {ByPillar, "land"}}},
		{Kind: Project, ID: "line", Title: "Northern Railway", Also: []string{"The Iron Way", "北线"}, Body: []string{"It carries cargo"}, Facets: []Facet{{ByPillar, "land"}, {ByKind, "railway"}}},
		{Kind: Paragraph, ID: "3", Title: "Of trains", Body: []string{"Trains run along the railway", "A portal stands at its end"}, Paragraph: 3},
	}
}

// A word as it was typed comes before one that means the same, and that before
// those of the same stem and those that begin so; a title before another name, and
// that before a text.
func TestOrder(t *testing.T) {
	words := Words{Synonyms: [][]string{{"trains", "locomotive"}}}
	all := []Document{
		{Kind: Project, ID: "synonym", Title: "Old locomotive"},
		{Kind: Project, ID: "stem", Title: "Old training"},
		{Kind: Project, ID: "begins", Title: "Old trainstop"},
		{Kind: Project, ID: "exact", Title: "Old trains"},
	}
	for text, want := range map[string]string{"trains": "exact synonym stem begins", "locomotive": "synonym exact"} {
		if got := foundBy(t, index(t, words, all...), text); got != want {
			t.Errorf("%s: got %q, want %s", text, got, want)
		}
	}
	ix := index(t, Words{}, Document{Kind: Project, ID: "body", Title: "A", Body: []string{"gate"}}, Document{Kind: Project, ID: "also", Title: "B", Also: []string{"old gate"}}, Document{Kind: Project, ID: "title", Title: "big gate"})
	if got := foundBy(t, ix, "gate"); got != "title also body" {
		t.Errorf("fields: got %s", got)
	}
}

// What other sources say comes after the presented one where both fit, even if
// it is called more like the query.
func TestOtherSourcesComeLater(t *testing.T) {
	ix := index(
		t, Words{},
		Document{Kind: SecondSource, ID: "second", Title: "freight trains counted"},
		Document{Kind: Event, ID: "theirs", Title: "freight trains begin"},
		Document{Kind: Event, ID: "ours", Title: "Opening", Body: []string{"freight trains begin to run"}, Paragraph: 4},
		Document{Kind: Figure, ID: "figure", Title: "12 wagons", Body: []string{"freight trains"}, Paragraph: 3},
	)
	for _, text := range []string{"freight", "freight trains"} {
		r := find(t, ix, text)
		var groups []string
		for _, g := range r.Groups {
			groups = append(groups, string(g.Kind)+"/"+g.Hits[0].Document().ID)
		}
		if got, want := strings.Join(groups, " "), "figure/figure event/ours second/second"; got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}

func TestFind(t *testing.T) {
	words := Words{Synonyms: [][]string{{"freight", "cargo"}, {"railway", "railroad", "铁路"}, {"five", "5"}}}
	ix := index(t, words, harbour()...)
	for text, want := range map[string]string{
		"ports":                "ports",   // never inside a word: not imports
		"port":                 "ports 3", // but at its beginning: a portal
		"imprts":               "imports", // a letter too few
		"imporrts":             "imports", // too many
		"improts":              "imports", // changed places
		"nrothern rialway":     "line 3",  // in both words
		"freight":              "imports line",
		"iron way":             "line",
		"ironway":              "line",
		"北线":                   "line",
		"北":                    "line",
		"铁路":                   "line 3",
		"铁":                    "line",
		"5,000,000,000":        "imports",
		"$5bn":                 "imports",
		"5":                    "imports",
		"five billion":         "imports",
		"6 billion":            "",
		"billions":             "imports",
		"NORTHERN":             "line",
		"qqqq":                 "",
		"":                     "",
		"!?":                   "",
		"pillar:land":          "line imports",
		"pillar:land railway":  "line",
		"in:figure":            "imports",
		"in:project kind:rail": "line",
		"unit:usd in:figure,":  "",
		"pillar:":              "",
		"pillar:mars":          "",
		"nofilter:railway":     "line 3",
	} {
		if got := foundBy(t, ix, text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestShown(t *testing.T) {
	ix := index(t, Words{}, harbour()...)
	for text, want := range map[string]string{
		"northern railway": "", "nrothern Railway": "Northern Railway", "railwy pillar:land": "railway", "ironway": "iron way", "freigt 5 bn": "freight 5 bn",
	} {
		if got := find(t, ix, text).Shown; got != want {
			t.Errorf("%q: shown for %q, want %q", text, got, want)
		}
	}
}

// Where nothing is found, what comes near is told: by more typing errors, by the
// beginning of a word, or without the filters.
func TestComesNear(t *testing.T) {
	ix := index(t, Words{}, harbour()...)
	for text, want := range map[string]string{"nortemrm": "line", "portfolio": "ports", "pillar:sea railway": "line", "qqqqqqq": ""} {
		r := find(t, ix, text)
		got := ""
		if len(r.Near) > 0 {
			got = r.Near[0].Document().ID
		}
		if r.Total != 0 || got != want {
			t.Errorf("%q: %d found, near is %q, want %q", text, r.Total, got, want)
		}
	}
}

func TestComplete(t *testing.T) {
	words := Words{Filters: []Filter{{By: In, Name: "in", Names: map[string]string{"project": "projects", "second": "second sources"}}, {By: ByPillar, Name: "säule"}}}
	ix := index(t, words, append(harbour(), Document{Kind: SecondSource, ID: "s", Title: "Said"})...)
	for text, want := range map[string][]string{
		"rail sä":    {"rail säule:"},
		"säule:":     {"säule:sea", "säule:land"},
		"saule:l":    {"saule:land"},
		"pillar:s":   {"pillar:sea"},
		"in:pro":     {"in:projects"},
		"in:sec":     {"in:second-sources"},
		"kind:":      {"kind:port", "kind:railway"},
		"rail":       nil,
		"other:":     nil,
		"pillar:sea": nil,
	} {
		if got := ix.Complete(text); !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	if got := ix.Complete("rail "); len(got) != 4 || got[0] != "rail säule:" {
		t.Errorf("after a space: got %q", got)
	}
	if got := foundBy(t, ix, "in:second-sources"); got != "s" {
		t.Errorf("a completed filter finds %q", got)
	}
}

// What matched is marked as a whole word, whatever it was found by.
func TestMarked(t *testing.T) {
	long := strings.Repeat("Nothing to see. ", 30) + "Here a waggon of freight stands. " + strings.Repeat("Nothing more. ", 30)
	ix := index(t, Words{Synonyms: [][]string{{"freight", "cargo"}}}, append(harbour(), Document{Kind: Text, ID: "long", Title: "Élan’s waggons", Body: []string{"Short.", long}})...)
	for text, want := range map[string]string{
		"wagon":        "Élan’s [waggons] | …[waggon]",
		"elan":         "[Élan’s] waggons | Short.",
		"cargo":        "Élan’s waggons | …[freight]",
		"5 bn freight": "US$[5 billion] · Imports | [freight]",
	} {
		title, body := find(t, ix, text).First(1)[0].Marked()
		if text == "cargo" {
			for _, h := range find(t, ix, text).First(9) {
				if h.Document().ID == "long" {
					title, body = h.Marked()
				}
			}
		}
		shown := body.Text
		if len(body.Marks) > 0 {
			shown = "[" + body.Text[body.Marks[0].Start:body.Marks[0].End] + "]"
			if strings.HasPrefix(body.Text, more) {
				shown = more + shown
			}
		}
		if got := marked(title) + " | " + shown; got != want {
			t.Errorf("%q: got %s, want %s", text, got, want)
		}
		if len(body.Text) > longestSnippet+beforeMark+2*len(more) {
			t.Errorf("%q: a snippet of %d bytes", text, len(body.Text))
		}
	}
}

func marked(s Snippet) string {
	var b strings.Builder
	at := 0
	for _, m := range s.Marks {
		b.WriteString(s.Text[at:m.Start] + "[" + s.Text[m.Start:m.End] + "]")
		at = m.End
	}
	return b.String() + s.Text[at:]
}

func TestPartsBeside(t *testing.T) {
	ctx := context.Background()
	ix := index(t, Words{}, Document{Kind: Project, ID: "pier", Title: "A pier"})
	with, err := ix.With(ctx, "notes", List{{Kind: Note, ID: "1", Title: "Ask about the pier and xylophones"}})
	if err != nil {
		t.Fatal(err)
	}
	other, err := with.With(ctx, "notes", List{{Kind: Note, ID: "2", Title: "The pier again"}})
	if err != nil {
		t.Fatal(err)
	}
	without, err := other.With(ctx, "notes", nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		ix         *Index
		text, want string
	}{
		{ix, "pier", "pier"}, {with, "pier", "pier 1"}, {with, "xylofones", "1"}, {with, "in:note", "1"}, {ix, "in:note", ""}, {other, "pier", "pier 2"}, {without, "pier", "pier"},
	} {
		if got := foundBy(t, c.ix, c.text); got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

// At most so many of each kind are returned, and all are counted.
func TestMost(t *testing.T) {
	var all []Document
	for range 30 {
		all = append(all, Document{Kind: Place, Title: "A pier"}, Document{Kind: Event, Title: "A pier opens"})
	}
	r, err := index(t, Words{}, all...).Find(context.Background(), "pier", 4)
	if err != nil || r.Total != 60 || len(r.Groups) != 2 || len(r.Groups[0].Hits) != 4 || r.Groups[0].Total != 30 || len(r.First(7)) != 7 {
		t.Errorf("%v, %+v", err, r)
	}
}

func TestEndsWithItsContext(t *testing.T) {
	ended, end := context.WithCancel(context.Background())
	end()
	if _, err := Build(ended, harbour(), Words{}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	ix := index(t, Words{}, harbour()...)
	if _, err := ix.Find(ended, "ports", 3); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if _, err := ix.With(ended, "notes", harbour()); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// Many may ask at once.
func TestManyAsk(t *testing.T) {
	ix := index(t, Words{Synonyms: [][]string{{"freight", "cargo"}}}, harbour()...)
	want := foundBy(t, ix, "freihgt railway")
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 50 {
				r, err := ix.Find(context.Background(), "freihgt railway", 10)
				if err != nil {
					t.Error(err)
					return
				}
				var ids []string
				for _, h := range r.First(20) {
					h.Marked()
					ids = append(ids, h.Document().ID)
				}
				if got := strings.Join(ids, " "); got != want {
					t.Errorf("got %s, want %s", got, want)
				}
			}
		})
	}
	all.Wait()
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"ports", "pillar:land in:", "19.1 tri", "北", "a:b:c", "\x00\xff", "frieght trian pillar:se", "：", "in:figure,project 5bn", "US$"} {
		f.Add(s)
	}
	ix := index(f, Words{Synonyms: [][]string{{"freight", "cargo"}, {"railway", "铁路"}}}, harbour()...)
	f.Fuzz(func(t *testing.T, text string) {
		r := find(t, ix, text)
		if n := len(r.First(100)); n != r.Total || n > 4 {
			t.Fatalf("%q: %d of %d", text, n, r.Total)
		}
		for _, h := range append(r.First(100), r.Near...) {
			title, body := h.Marked()
			for _, s := range []Snippet{title, body} {
				last := 0
				for _, m := range s.Marks {
					if m.Start < last || m.End <= m.Start || m.End > len(s.Text) {
						t.Fatalf("%q: %+v", text, s)
					}
					last = m.End
				}
				if !utf8.ValidString(s.Text) {
					t.Fatalf("%q: %q", text, s.Text)
				}
			}
		}
		for _, c := range ix.Complete(text) {
			if len(c) < strings.LastIndexByte(text, ' ') {
				t.Fatalf("%q is completed as %q", text, c)
			}
		}
	})
}
