package notes

import (
	"strings"
	"testing"
	"testing/fstest"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/data/fixture"
)

func harbour(t testing.TB) *data.Dossier {
	t.Helper()
	return datatest.Open(t, fixture.Harbour())
}

// corpus has these paragraphs, from the first on.
func corpus(t testing.TB, paragraphs ...string) *Corpus {
	t.Helper()
	c := NewCorpus(harbour(t))
	var all []text
	for i, p := range paragraphs {
		all = append(all, text{id: string(rune('1' + i)), text: p})
	}
	c.put("", all)
	return c
}

func par(id string) On { return On{Paragraph, id} }

// noteOn is a note on a passage of a paragraph, or on all of it with "".
func noteOn(t testing.TB, c *Corpus, id, passage string) Note {
	t.Helper()
	whole, _ := c.text(id)
	start, end := strings.Index(whole, passage), 0
	if passage != "" {
		end = start + len(passage)
	}
	a, ok := c.Anchor(par(id), "", start, end)
	if !ok {
		t.Fatalf("nothing holds to %q in ¶%s", passage, id)
	}
	return Note{ID: newID(), On: par(id), Anchor: a, Kind: Doubt}
}

const (
	freight    = "By the end of the year the line carried much freight, the ministry reported, and grew again."
	passengers = "By the end of the year the line carried much traffic, the ministry reported, and grew again."
	title      = "How a line came to be."
	after      = "Ports are another matter, told elsewhere."
)

func TestFind(t *testing.T) {
	for _, c := range []struct {
		name    string
		before  []string
		on      string
		passage string
		now     []string
		want    string // ¶ and passage; or why it is an orphan
	}{
		{"nothing changed", []string{title, freight, after}, "2", "much freight", []string{title, freight, after}, "2 much freight"},
		{"all of it", []string{title, freight}, "2", "", []string{title, freight}, "2 " + freight},
		{"a paragraph before it is new", []string{title, freight}, "2", "freight", []string{title, "New.", freight}, "3 freight"},
		{"all of it moved", []string{title, freight}, "2", "", []string{freight}, "1 " + freight},

		// Two paragraphs that differ in one word: the noted one goes.
		{"look-alike stays: all of it", []string{title, freight, passengers}, "2", "", []string{title, passengers}, "gone"},
		{"look-alike stays: the word", []string{title, freight, passengers}, "2", "much freight", []string{title, passengers}, "gone"},
		{"look-alike stays: before the word", []string{title, freight, passengers}, "2", "the end of the year", []string{title, passengers}, "ambiguous"},
		{"look-alike stays: behind the word", []string{title, freight, passengers}, "2", "the ministry reported", []string{title, passengers}, "ambiguous"},
		{"look-alike stays: at the end", []string{title, freight, passengers}, "2", "grew again", []string{title, passengers}, "ambiguous"},
		{"look-alike before it stays", []string{title, passengers, freight}, "3", "grew again", []string{title, passengers, after}, "ambiguous"},
		{"look-alike takes its number", []string{freight, passengers}, "1", "the line carried", []string{passengers}, "ambiguous"},
		{"look-alike elsewhere", []string{title, freight, after, passengers}, "2", "", []string{title, after, passengers}, "gone"},
		{"all with it goes", []string{title, freight}, "2", "much freight", []string{title}, "gone"},

		// The paragraph is worded anew.
		{"reworded elsewhere", []string{title, freight}, "2", "much freight, the ministry", []string{title, "In short: the line carried much freight, the ministry reported."}, "2 much freight, the ministry"},
		{"reworded and moved", []string{title, freight}, "2", "much freight, the ministry", []string{"New.", title, "In short: much freight, the ministry says."}, "3 much freight, the ministry"},
		{"reworded: too short to go by", []string{title, "It has 86 routes to many cities."}, "2", "86", []string{title, "Routes: 86."}, "gone"},
		{"reworded: short, found by what is before it", []string{title, "It has exactly 86 routes to many cities."}, "2", "86", []string{title, "It has exactly 86 lines."}, "2 86"},
		{"now there twice", []string{title, freight}, "2", "much freight, the ministry", []string{"Carried much freight, the ministry said.", "No: much freight, the ministry."}, "ambiguous"},
		{"the passage itself is worded anew", []string{title, freight}, "2", "much freight, the ministry", []string{title, strings.Replace(freight, "much", "more", 1)}, "gone"},
		{"all of it, and one word is another", []string{title, freight}, "2", "", []string{title, strings.Replace(freight, "much", "more", 1)}, "gone"},

		// Paragraphs that are the same.
		{"twins stay", []string{title, after, after}, "3", "Ports", []string{title, after, after}, "3 Ports"},
		{"one of twins goes", []string{title, after, after}, "3", "Ports", []string{title, after}, "ambiguous"},
		{"one of twins goes, all of it", []string{after, after, title}, "1", "", []string{after, title}, "ambiguous"},
		{"a twin is new", []string{title, after}, "2", "Ports", []string{after, after}, "ambiguous"},
		{"twins move", []string{after, after}, "1", "Ports", []string{title, after, after}, "ambiguous"},

		{"letters of several bytes", []string{title, "中老铁路开通以来运输货物很多，旅客也很多。"}, "2", "运输货物很多", []string{"中老铁路开通以来运输货物很多，旅客更多。"}, "1 运输货物很多"},
	} {
		t.Run(c.name, func(t *testing.T) {
			n := noteOn(t, corpus(t, c.before...), c.on, c.passage)
			if err := n.Anchor.check(); err != nil {
				t.Fatal(err)
			}
			now := corpus(t, c.now...)
			f := now.Find(n)
			got := string(f.Why)
			if f.Why == "" {
				text, _ := now.text(f.On.ID)
				got = f.On.ID + " " + text[f.Start:f.End]
				if passage := text[f.Start:f.End]; f.Moved != (f.On != n.On || f.Start != n.Anchor.Start) || passage != n.Anchor.Exact {
					t.Errorf("%+v", f)
				}
			} else if f.On != n.On {
				t.Errorf("an orphan stands on %v, it stood on %v", f.On, n.On)
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// sourced has paragraphs with what the source says there: "source: our words".
func sourced(t testing.TB, paragraphs ...string) *Corpus {
	t.Helper()
	c := NewCorpus(harbour(t))
	var all []text
	for i, p := range paragraphs {
		source, said, _ := strings.Cut(p, ": ")
		all = append(all, text{id: string(rune('1' + i)), text: said, source: source})
	}
	c.put("", all)
	return c
}

// Our words may change: what the source says tells which paragraph it is.
func TestFindBySource(t *testing.T) {
	for _, c := range []struct {
		name    string
		before  []string
		passage string // of ¶2
		now     []string
		want    string
	}{
		{"worded anew", []string{"a: " + title, "b: " + freight}, "", []string{"a: " + title, "b: Shorter."}, "2 Shorter."},
		{"worded anew and moved", []string{"a: " + title, "b: " + freight}, "", []string{"b: Shorter.", "a: " + title}, "1 Shorter."},
		{"a short passage", []string{"a: " + title, "b: It has 86 routes."}, "86", []string{"a: " + title, "b: There are 86."}, "2 86"},
		{"a passage that is gone", []string{"a: " + title, "b: It has 86 routes."}, "86", []string{"a: " + title, "b: It has some."}, "gone"},
		{"a passage that is there twice", []string{"a: " + title, "b: It has 86 routes."}, "86", []string{"a: " + title, "b: 86 or 86?"}, "ambiguous"},
		{"look-alike of another source", []string{"a: " + title, "b: " + freight, "c: " + passengers}, "", []string{"a: " + title, "c: " + passengers}, "gone"},
		{"look-alike of another source, a passage", []string{"a: " + title, "b: " + freight, "c: " + passengers}, "grew again", []string{"a: " + title, "c: " + passengers}, "ambiguous"},
		{"the source said it twice", []string{"b: " + title, "b: " + freight}, "", []string{"b: Shorter."}, "gone"},
		{"the source says it twice now", []string{"a: " + title, "b: " + freight}, "", []string{"b: Shorter.", "b: Other."}, "gone"},
		{"the same words elsewhere come first", []string{"a: " + title, "b: " + freight}, "", []string{"b: Other.", "a: " + freight}, "2 " + freight},
	} {
		t.Run(c.name, func(t *testing.T) {
			n := noteOn(t, sourced(t, c.before...), "2", c.passage)
			now := sourced(t, c.now...)
			f := now.Find(n)
			got := string(f.Why)
			if f.Why == "" {
				text, _ := now.text(f.On.ID)
				got = f.On.ID + " " + text[f.Start:f.End]
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// Whatever paragraph of several alike goes, no note on it is on another then.
func TestNeverOnALookAlike(t *testing.T) {
	words := strings.Fields("the line carried some freight and then the line carried some more of it again")
	for differ := range words {
		one, other := strings.Join(words, " "), strings.Join(append(append(append([]string{}, words[:differ]...), "other"), words[differ+1:]...), " ")
		was, now := corpus(t, title, one, other, after), corpus(t, title, other, after)
		for start := range one {
			for _, end := range []int{start + 1, start + 5, start + 12, start + 20, len(one)} {
				if end > len(one) {
					continue
				}
				a, ok := was.Anchor(par("2"), "", start, end)
				if !ok {
					t.Fatal("no anchor")
				}
				if f := now.Find(Note{On: par("2"), Anchor: a}); f.Why == "" {
					t.Fatalf("%q of %q is found in ¶%s", one[start:end], one, f.On.ID)
				}
			}
		}
	}
}

func TestRecordsHaveIDs(t *testing.T) {
	d := harbour(t)
	c := NewCorpus(d)
	for _, on := range []On{{Figure, d.Figures()[0].ID}, {Project, d.Projects()[0].ID}, {Place, d.Places()[0].ID}} {
		a, ok := c.Anchor(on, "", 0, 0)
		if !ok || !a.OfRecord() || a.check() != nil {
			t.Errorf("%v: %+v %v", on, a, ok)
		}
		for _, a := range []Anchor{a, {}} { // notes of before hold by the id alone
			if f := c.Find(Note{On: on, Anchor: a}); f.Why != "" || f.On != on || f.Moved {
				t.Errorf("%v: %+v", on, f)
			}
		}
		on.ID = "none"
		if _, ok := c.Anchor(on, "", 0, 0); ok {
			t.Errorf("%v has an anchor", on)
		}
		if f := c.Find(Note{On: on}); f.Why != Gone {
			t.Errorf("%v: %+v", on, f)
		}
	}
}

// A newer version calls records otherwise: notes go with what they were written on, and
// those whose record is gone say what it was.
func TestRecordsWithOtherIDs(t *testing.T) {
	was, files := harbour(t), datatest.Files(t, fixture.Harbour())
	edit := func(name, old, now string) {
		b := string(files[name].Data)
		if !strings.Contains(b, old) {
			t.Fatalf("%s has no %q", name, old)
		}
		files[name] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(b, old, now)), Mode: 0o644}
	}
	edit("figures.csv", "\nfares,", "\nincome,")
	edit("figures.csv", "\npupils,", "\ntaught,")
	edit("figures.csv", "Pupils taught", "All who were taught")
	edit("figures.csv", ",260,260,", ",261,261,")
	edit("projects.csv", "aleby-fishery", "eels")
	edit("project_places.csv", "aleby-fishery", "eels")
	edit("places.csv", "grauhaven,", "grau,")
	edit("project_places.csv", "grauhaven", "grau")
	before, now := NewCorpus(was), NewCorpus(datatest.Open(t, files))
	for _, c := range []struct {
		on   On
		want string // empty: it fits nowhere
	}{
		{On{Figure, "fares"}, "income"},
		{On{Figure, "pupils"}, ""},
		{On{Figure, "wrecks"}, "wrecks"},
		{On{Project, "aleby-fishery"}, "eels"},
		{On{Place, "grauhaven"}, "grau"},
	} {
		a, ok := before.Anchor(c.on, "", 0, 0)
		n := Note{ID: newID(), On: c.on, Anchor: a, Text: "x"}
		if err := n.check(); !ok || (err != nil && !strings.Contains(err.Error(), "time")) {
			t.Errorf("%v: %v", c.on, err)
		}
		f := now.Find(n)
		switch {
		case c.want == "" && (f.Why != Gone || f.On != c.on || n.Called() != "Pupils taught" || n.Passage() != ""):
			t.Errorf("%v: %+v, called %q", c.on, f, n.Called())
		case c.want != "" && (f.Why != "" || f.On != On{c.on.Stands, c.want} || f.Moved != (c.want != c.on.ID)):
			t.Errorf("%v: %+v", c.on, f)
		}
	}
}

func TestAnchorRefuses(t *testing.T) {
	c := corpus(t, title, "中文", "a\x00b", "")
	for _, a := range []struct {
		on         On
		layer      string
		start, end int
	}{
		{par("9"), "", 0, 0},
		{par("x"), "", 0, 0},
		{par("1"), "", 3, 3},
		{par("1"), "", 5, 3},
		{par("1"), "", -1, 3},
		{par("1"), "", 0, 1000},
		{par("1"), "none", 0, 1},
		{par("2"), "", 0, 1},
		{par("2"), "", 1, 3},
		{par("3"), "", 0, 3},
		{par("4"), "", 0, 0},
		{On{"moon", "1"}, "", 0, 0},
	} {
		if got, ok := c.Anchor(a.on, a.layer, a.start, a.end); ok {
			t.Errorf("%+v: %+v", a, got)
		}
	}
}

func TestLayers(t *testing.T) {
	plain := corpus(t, title, freight)
	with := plain.With("source", map[int]string{2: "Its own words, of freight."})
	a, ok := with.Anchor(par("2"), "source", 4, 13)
	if !ok || a.Exact != "own words" {
		t.Fatalf("%+v %v", a, ok)
	}
	n := Note{On: par("2"), Anchor: a}
	if f := with.Find(n); f.Why != "" || f.On != par("2") {
		t.Errorf("%+v", f)
	}
	if f := plain.Find(n); f.Why != Absent {
		t.Errorf("without that text: %+v", f)
	}
	if f := with.Find(noteOn(t, plain, "2", "freight")); f.Why != "" {
		t.Errorf("the other text: %+v", f)
	}
	if f := with.With("other", map[int]string{2: "Its own words, of freight."}).Find(n); f.Why != Absent {
		t.Errorf("a look-alike: %+v", f)
	}
	if f := with.With("", nil).Find(n); f.Why != Absent {
		t.Errorf("no other text any more: %+v", f)
	}
	long := LayerOf(strings.Repeat("x", 40))
	if a.Layer = long; a.check() != nil || long == LayerOf("y") {
		t.Errorf("%q: %v", long, a.check())
	}
}

func BenchmarkFindOrphan(b *testing.B) {
	c := NewCorpus(harbour(b))
	n := noteOn(b, c, "2", "")
	n.Anchor.Print, n.Anchor.Whole = "x", false
	for b.Loop() {
		c.Find(n)
	}
}
