package likeness

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/data/fixture"
)

// edit replaces a text in a table, wherever it stands.
type edit struct{ table, old, now string }

// edited is the made-up dossier with its tables edited.
func edited(t *testing.T, edits ...edit) *data.Dossier {
	t.Helper()
	files := datatest.Files(t, fixture.Harbour())
	for _, e := range edits {
		name := e.table + ".csv"
		was := string(files[name].Data)
		now := strings.ReplaceAll(was, e.old, e.now)
		if now == was {
			t.Fatalf("%s has no %q", name, e.old)
		}
		files[name] = &fstest.MapFile{Data: []byte(now), Mode: 0o644}
	}
	return datatest.Open(t, files)
}

// shifted are edits that put a paragraph in before the eighth, and so give all that
// follow, and whatever names them, another number.
func shifted(t *testing.T, more ...edit) *data.Dossier {
	t.Helper()
	files := datatest.Files(t, fixture.Harbour())
	lines := strings.SplitAfter(string(files["paragraphs.csv"].Data), "\n")
	for i, line := range lines {
		if number, rest, ok := strings.Cut(line, ","); ok && i > 7 {
			n, err := strconv.Atoi(number)
			if err != nil {
				t.Fatal(err)
			}
			lines[i] = strconv.Itoa(n+1) + "," + rest
		}
	}
	lines = slices.Insert(lines, 8, "8,progress,Quays,body,quays,A paragraph that was put in.,reported,,\n")
	files["paragraphs.csv"] = &fstest.MapFile{Data: []byte(strings.Join(lines, "")), Mode: 0o644}
	for _, e := range more {
		name := e.table + ".csv"
		files[name] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(string(files[name].Data), e.old, e.now)), Mode: 0o644}
	}
	return datatest.Open(t, files)
}

func TestFind(t *testing.T) {
	const prints = ",126-0b8f" // of what the source says in ¶8
	for _, c := range []struct {
		name  string
		ref   Ref
		shift bool
		edits []edit
		want  string // empty: it is gone
	}{
		{"the same", Ref{Figure, "lock-ships"}, false, nil, "lock-ships"},
		{"paragraph: one was put in", Ref{Paragraph, "12"}, true, nil, "13"},
		{"paragraph: one was put in behind it", Ref{Paragraph, "6"}, true, nil, "6"},
		{"paragraph: without what the source says", Ref{Paragraph, "9"}, true, nil, "10"},
		{"paragraph: worded anew, known by its source", Ref{Paragraph, "12"}, true, []edit{{"paragraphs", "Nordlys Wind Park gives 310 MW", "There are 310 MW of Nordlys Wind Park"}}, "13"},
		{"paragraph: another source, the same words", Ref{Paragraph, "8"}, true, []edit{{"paragraphs", prints, ",126-0b80"}}, "9"},
		{"paragraph: worded anew between the two that it had", Ref{Paragraph, "9"}, true, []edit{{"paragraphs", "On fairways and silt.", "Of silt."}}, "10"},
		{"paragraph: all around it is new", Ref{Paragraph, "9"}, true, []edit{{"paragraphs", "On fairways and silt.", "Of silt."}, {"paragraphs", "鹭屿码头 seen from the sea", "鹭屿码头 as it is seen"}, {"paragraphs", prints, ",126-0b80"}}, ""},
		{"paragraph: the first one", Ref{Paragraph, "1"}, false, []edit{{"paragraphs", "The way to the page: reports", "Reports"}, {"paragraphs", ",31-a4f2", ",31-a4f3"}}, "1"},
		{"paragraph: the last one", Ref{Paragraph, "32"}, true, []edit{{"paragraphs", "None of these harbours exists", "No harbour exists"}, {"paragraphs", ",65-1133", ",65-1134"}}, "33"},

		{"figure: another id", Ref{Figure, "fares"}, false, []edit{{"figures", "\nfares,", "\nincome,"}}, "income"},
		{"figure: another id and number", Ref{Figure, "fares"}, false, []edit{{"figures", "\nfares,", "\nincome,"}, {"figures", "€85.5 million,85500000", "€86 million,86000000"}}, "income"},
		{"figure: another id and label", Ref{Figure, "fares"}, false, []edit{{"figures", "\nfares,", "\nincome,"}, {"figures", "Income from fares", "What fares bring"}}, ""},
		{"figure: a label alone is not enough", Ref{Figure, "fares"}, false, []edit{{"figures", "\nfares,", "\nincome,"}, {"figures", "€85.5 million,85500000", "€86 million,86000000"}, {"figures", "Brandt-Øre,18,", "Brandt-Øre,17,"}}, ""},
		{"figure: worded anew under its id", Ref{Figure, "fares"}, false, []edit{{"figures", "Income from fares", "What fares bring"}}, "fares"},
		{"figure: ids have changed places", Ref{Figure, "crossings"}, false, []edit{{"figures", "\ncrossings,", "\nx,"}, {"figures", "\nlorries,", "\ncrossings,"}, {"figures", "\nx,", "\nlorries,"}}, "lorries"},
		{"figure: it and its like have the same label", Ref{Figure, "nordlys-rank"}, false, []edit{{"figures", "nordlys-rank,", "rank,"}, {"figures", "Place among mudflats", "Place among wind parks"}}, "rank"},

		{"project: another id", Ref{Project, "aleby-fishery"}, false, []edit{{"projects", "aleby-fishery,", "eels,"}, {"project_places", "aleby-fishery", "eels"}, {"projects", "Eels are counted now, not caught.", "Eels are free."}}, "eels"},
		{"place: another id", Ref{Place, "grauhaven"}, false, []edit{{"places", "grauhaven,", "grau,"}, {"project_places", "grauhaven", "grau"}}, "grau"},
		{"promise: another id, moved, and more is said of it", Ref{Statement, "promised-bay"}, true, []edit{{"statements", "promised-bay,", "bay,"}, {"statements", "from 2034,,", "from spring 2034,,"}}, "bay"},
		{"promise: gone", Ref{Statement, "promised-bay"}, false, []edit{{"statements", "promised-bay,", "bay,"}, {"statements", "A ferry across the Bay, from 2034.", "Ships."}}, ""},
		{"pillar: another id", Ref{Pillar, "crews"}, false, []edit{{"pillars", "crews,6", "people,6"}, {"paragraphs", ",crews,", ",people,"}, {"figures", ",crews,", ",people,"}, {"projects", ",crews,", ",people,"}, {"statements", ",crews,", ",people,"}}, "people"},
		{"event: another id", Ref{Event, "report"}, false, []edit{{"events", "\nreport,", "\nprinted,"}}, "printed"},
		{"event: gone", Ref{Event, "report"}, false, []edit{{"events", "\nreport,", "\nprinted,"}, {"events", "The report is printed", "It is printed"}}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			l, ok := New(edited(t)).Of(c.ref)
			if !ok || l.Words == "" || !l.Valid() {
				t.Fatalf("%+v, %v", l, ok)
			}
			version := edited
			if c.shift {
				version = shifted
			}
			now := New(version(t, c.edits...))
			id, ok := now.Find(c.ref, l)
			if !ok {
				id = ""
			}
			if id != c.want {
				t.Fatalf("found is %q, want %q", id, c.want)
			}
			if back, _ := now.Of(Ref{c.ref.Kind, id}); ok { // and in the earlier version, too
				if was, ok := New(edited(t)).Find(Ref{c.ref.Kind, id}, back); !ok || was != c.ref.ID {
					t.Errorf("the other way it is %q, %v", was, ok)
				}
			}
		})
	}
}

// Paragraphs that say the same are none of them known by it: where the number says
// the same it holds, and else nobody can tell.
func TestTwins(t *testing.T) {
	twins := []edit{{"paragraphs", "On quays and berths.", "On things."}, {"paragraphs", "On fairways and silt.", "On things."}, {"paragraphs", "Fairways,subheading,fairways", "Quays,subheading,quays"}}
	l, ok := New(edited(t, twins...)).Of(Ref{Paragraph, "6"})
	if !ok || len(l.Prints) != 0 {
		t.Fatalf("%+v", l)
	}
	if id, ok := New(edited(t, twins...)).Find(Ref{Paragraph, "6"}, l); !ok || id != "6" {
		t.Errorf("it is %q, %v", id, ok)
	}
}

// What was kept before there were likenesses is known by its id alone.
func TestWithoutLikeness(t *testing.T) {
	f := New(edited(t))
	for _, c := range []struct {
		ref Ref
		ok  bool
	}{{Ref{Paragraph, "8"}, true}, {Ref{Paragraph, "99"}, false}, {Ref{Paragraph, "x"}, false}, {Ref{Figure, "lock-ships"}, true}, {Ref{Figure, "x"}, false}, {Ref{"x", "x"}, false}} {
		if id, ok := f.Find(c.ref, Likeness{}); id != c.ref.ID || ok != c.ok {
			t.Errorf("%v: %q, %v", c.ref, id, ok)
		}
	}
}

// Every record of the dossiers that come with the program is found again in itself,
// and almost all are known by something that no other says.
func TestEveryRecord(t *testing.T) {
	for _, b := range data.Builtins() {
		d := datatest.Open(t, b.FS)
		f := New(d)
		total, found := 0, 0
		for _, k := range Kinds() {
			var ids []string
			f.each(k, func(_ int, id, _ string) { ids = append(ids, id) })
			for _, id := range ids {
				l, ok := f.Of(Ref{k, id})
				if !ok || !l.Valid() {
					t.Fatalf("%s %s: %+v", k, id, l)
				}
				if now, ok := f.Find(Ref{k, id}, l); !ok || now != id {
					t.Errorf("%s %s is found as %q", k, id, now)
				}
				if total++; len(l.Prints) > 0 {
					found++
				}
			}
		}
		if total-found > total/100 {
			t.Errorf("%s: of %d records %d are known", b.Name, total, found)
		}
	}
}

// What is left out without a closer look is not called so.
func TestMayBe(t *testing.T) {
	all := []string{
		"", "a", "a b", "a  b", " a b", "a\u200Bb", "a\tb", "ab", "a c", "a b c", "中文", "中 文", "中\u200B文", "文", "é", "e\u0301", "a…", "a b…",
		strings.Repeat("ab ", 40), strings.Repeat("ab ", 26) + "c" + strings.Repeat("d", 40), strings.Repeat("中", 100), strings.Repeat("中", 79) + "文",
	}
	for _, called := range all {
		for _, other := range all {
			if words := shortened(other); shortened(called) == words && !mayBe(called, words) {
				t.Errorf("%q is called %q", called, words)
			}
		}
	}
	if mayBe("Figure 12", "Figure 13") || mayBe("中文", "中国") {
		t.Error("what differs in a letter is looked at")
	}
}

// What a record is known by is asked as panes open: among many it costs next to nothing.
func BenchmarkOf(b *testing.B) {
	d := datatest.Synthetic(b, 20_000)
	f := New(d)
	ref := Ref{Figure, d.Figures()[len(d.Figures())/2].ID}
	b.ReportAllocs()
	for b.Loop() {
		f.Of(ref)
	}
}

func TestValid(t *testing.T) {
	for _, c := range []struct {
		name string
		l    Likeness
		ok   bool
	}{
		{"nothing", Likeness{}, true},
		{"prints", Likeness{Words: "a b", Prints: []string{"", "0123456789abcdef"}, Before: edge}, true},
		{"a short print", Likeness{Prints: []string{"0123"}}, false},
		{"capitals", Likeness{After: "0123456789ABCDEF"}, false},
		{"an edge in prints", Likeness{Prints: []string{edge}}, false},
		{"no hash", Likeness{Before: "0123456789abcdeg"}, false},
		{"too many", Likeness{Prints: []string{"", "", "", ""}}, false},
		{"long words", Likeness{Words: strings.Repeat("a", MostWords+1)}, false},
		{"two lines", Likeness{Words: "a\nb"}, false},
	} {
		if got := c.l.Valid(); got != c.ok {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
