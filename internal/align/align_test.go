package align

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"beltroad/data"
	"beltroad/data/fixture"
)

// source is a dossier with the text that it presents.
type source struct {
	name string
	d    *data.Dossier
	text string
}

func harbour(t testing.TB) source {
	t.Helper()
	d, err := data.Open(fixture.Harbour())
	if err != nil {
		t.Fatal(err)
	}
	return source{"harbour", d, fixture.HarbourText}
}

// article is the text that the built-in dossier presents. It is not part of the project.
func article(t testing.TB) (source, bool) {
	t.Helper()
	s, ok := presented(t, "beltroad", "article.txt")
	s.name = "article"
	return s, ok
}

// presented is the text that a built-in dossier presents, in a folder that SOURCES names.
func presented(t testing.TB, dossier, file string) (source, bool) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(cmp.Or(os.Getenv("SOURCES"), "../../../shared/source"), file))
	if err != nil {
		t.Log("the source is not at hand:", err)
		return source{}, false
	}
	all := data.Builtins()
	i := slices.IndexFunc(all, func(b data.BuiltIn) bool { return b.Name == dossier })
	d, err := data.Open(all[i].FS)
	if err != nil {
		t.Fatal(err)
	}
	return source{dossier, d, string(text)}, true
}

// A long text of many short paragraphs, some of which stand in it twice, is found in a
// copy: whole, or with the heads and feet of pages in it all but a few paragraphs.
func TestLongText(t *testing.T) {
	s, ok := presented(t, "agenda2030", "agenda2030.txt")
	if !ok {
		t.Skip()
	}
	for _, m := range mangles() {
		r := compare(t, s, m.mangle(s.text))
		least := r.Bodies
		if strings.Contains(m.name, "pages") {
			least = r.Bodies * 97 / 100
		}
		if r.Matched < least || r.Bodies < 300 {
			t.Errorf("%s: %d of %d", m.name, r.Matched, r.Bodies)
		}
	}
}

func sources(t testing.TB) []source {
	t.Helper()
	all := []source{harbour(t)}
	if s, ok := article(t); ok {
		all = append(all, s)
	}
	return all
}

func compare(t testing.TB, s source, text string) *Report {
	t.Helper()
	r, err := Compare(context.Background(), s.d, text)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func nonEmpty(text string) []string {
	return slices.DeleteFunc(strings.Split(text, "\n"), func(l string) bool { return strings.TrimSpace(l) == "" })
}

// What a copy can look like: each time all body paragraphs are found, to the letter.
func TestMangled(t *testing.T) {
	for _, s := range sources(t) {
		for _, m := range mangles() {
			t.Run(s.name+"/"+m.name, func(t *testing.T) {
				r := compare(t, s, m.mangle(s.text))
				if r.Matched != r.Bodies || r.Exact != r.Bodies {
					t.Errorf("%d of %d, %d exact", r.Matched, r.Bodies, r.Exact)
				}
				if want := compare(t, s, s.text).WordForWord(); r.WordForWord() != want {
					t.Errorf("%d figures stand word for word, %d in the text itself", r.WordForWord(), want)
				}
				lines := nonEmpty(s.text)
				for _, p := range r.Passages {
					if got, want := fold(p.Text), fold(lines[p.N-1]); !slices.Equal(got.runes, want.runes) {
						t.Errorf("¶%d is %q", p.N, p.Text)
					}
				}
			})
		}
	}
}

type mangle struct {
	name   string
	mangle func(string) string
}

func mangles() []mangle {
	replacer := func(pairs ...string) func(string) string { return strings.NewReplacer(pairs...).Replace }
	return []mangle{
		{"none", func(s string) string { return s }},
		{"straight quotes", replacer("’", "'", "“", `"`, "”", `"`, "–", "-")},
		{"curly quotes", replacer("'", "’", "-", "\u2010")},
		{"other spaces", replacer(" ", "\u2002")},
		{"no empty lines", replacer("\n\n", "\n")},
		{"capitals", strings.ToUpper},
		{"ligatures", replacer("fi", "ﬁ", "ffi", "ﬃ")},
		{"soft hyphens", replacer("tion", "\u00adtion", "ment", "\u00adment")},
		{"windows line ends", replacer("\n", "\r\n")},
		{"one line", replacer("\n", " ")},
		{"lines of 60", func(s string) string { return wrapped(s, 60, false) }},
		{"hyphenated lines of 40", func(s string) string { return wrapped(s, 40, true) }},
		{"pages", func(s string) string { return paged(wrapped(s, 70, false), 30) }},
		{"hyphenated pages", func(s string) string { return paged(wrapped(s, 50, true), 35) }},
		{"navigation", func(s string) string {
			return "Home | News | About us\nSubscribe to our newsletter today\n" + s + "\nShare\nPrint\nRelated: nothing\n© somebody, all rights reserved\n"
		}},
		{"paragraphs split", replacer(". ", ".\n\n")},
		{"paragraphs merged", replacer("\n\n", " ")},
	}
}

// wrapped breaks a text's lines, with or without hyphens.
func wrapped(text string, width int, hyphens bool) string {
	var b strings.Builder
	for _, paragraph := range nonEmpty(text) {
		n := 0
		for word := range strings.FieldsSeq(paragraph) {
			letters := []rune(word)
			switch {
			case n > 0 && n+len(letters) >= width && hyphens && len(letters) > 7 && allLetters(letters):
				fmt.Fprintf(&b, " %s-\n%s", string(letters[:4]), string(letters[4:]))
				n = len(letters) - 4
				continue
			case n > 0 && n+len(letters) >= width:
				b.WriteByte('\n')
				n = 0
			case n > 0:
				b.WriteByte(' ')
			}
			b.WriteString(word)
			n += len(letters) + 1
		}
		b.WriteString("\n\n")
	}
	return b.String()
}

func allLetters(word []rune) bool {
	return !slices.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
}

// paged puts a head and a foot between so many lines.
func paged(text string, lines int) string {
	var b strings.Builder
	page := 1
	for i, line := range strings.Split(text, "\n") {
		b.WriteString(line + "\n")
		if i%lines == lines-1 {
			fmt.Fprintf(&b, "\nPage %d of many\n\fThe Monthly Review, No. 7: %s\n", page, "on things that matter")
			page++
		}
	}
	return b.String()
}

// A copy that lacks paragraphs, or has others in between, has the rest.
func TestExcerpt(t *testing.T) {
	for _, s := range sources(t) {
		lines := nonEmpty(s.text)
		half := strings.Join(lines[:len(lines)/2], "\n")
		r := compare(t, s, half)
		for _, p := range r.Passages {
			if p.N > len(lines)/2 {
				t.Errorf("%s: ¶%d is not in the first half", s.name, p.N)
			}
		}
		bodies := 0
		for _, p := range s.d.Paragraphs()[:len(lines)/2] {
			if p.Kind == body {
				bodies++
			}
		}
		if r.Matched != bodies {
			t.Errorf("%s: %d of the %d in the first half", s.name, r.Matched, bodies)
		}
		for _, f := range r.Findings {
			if (f.Standing == Unread) != (f.Paragraph > len(lines)/2) {
				t.Errorf("%s: %+v", s.name, f)
			}
		}
	}
}

// A paragraph in which a word was changed is found, and said to be different.
func TestChangedWord(t *testing.T) {
	s := harbour(t)
	text := strings.Replace(s.text, "42 berths were given", "41 berths were given", 1)
	r := compare(t, s, text)
	if r.Matched != r.Bodies || r.Exact != r.Bodies-1 {
		t.Errorf("%d of %d, %d exact", r.Matched, r.Bodies, r.Exact)
	}
	if p, ok := r.Passage(7); !ok || p.Exact || !strings.Contains(p.Text, "41 berths") {
		t.Errorf("¶7: %+v", p)
	}
	for _, f := range r.Findings {
		if f.Figure == "berths-rebuilt" && f.Standing != Missing {
			t.Errorf("42 stands in a text with 41: %+v", f)
		}
	}
}

// Captions may stand anywhere.
func TestOutOfOrder(t *testing.T) {
	s := harbour(t)
	lines := nonEmpty(s.text)
	moved := slices.Concat(lines[9:10], lines[:9], lines[10:])
	r := compare(t, s, strings.Join(moved, "\n"))
	if p, ok := r.Passage(10); r.Matched != r.Bodies || !ok || !p.Exact {
		t.Errorf("%d of %d; ¶10 %+v", r.Matched, r.Bodies, p)
	}
}

// Two paragraphs of a dossier that differ in one word are not confused: not if
// both are there, not if one is, and if neither is to the letter, none is guessed.
func TestTwins(t *testing.T) {
	long := strings.Fields(nonEmpty(fixture.HarbourText)[23])
	for at := range long {
		words := slices.Clone(long)
		words[at] = "otherwise"
		one, other := strings.Join(long, " "), strings.Join(words, " ")
		paragraphs := []data.Paragraph{{N: 1, Kind: body, Fingerprint: Fingerprint(one)}, {N: 2, Kind: body, Fingerprint: Fingerprint(other)}}
		for _, c := range []struct {
			name, text string
			want       []Passage
		}{
			{"both", one + "\n" + other, []Passage{{1, one, true}, {2, other, true}}},
			{"in the other order", other + "\n" + one, []Passage{{1, one, true}, {2, other, true}}},
			{"the first", one, []Passage{{1, one, true}}},
			{"the second", "x\n" + other, []Passage{{2, other, true}}},
			{"neither", strings.Join(append(slices.Clone(words[:at]), words[at+1:]...), " "), nil},
		} {
			got, err := match(context.Background(), paragraphs, c.text)
			if err != nil || !slices.Equal(got, c.want) {
				t.Errorf("word %d, %s: %+v, %v", at, c.name, got, err)
			}
		}
	}
}

// Another text is refused, and told from a broken one.
func TestOther(t *testing.T) {
	all := sources(t)
	if len(all) < 2 {
		t.Skip("there is one text only")
	}
	for i, s := range all {
		text := all[1-i].text
		for _, text := range []string{text, strings.Repeat(text, 100), "", "word", strings.Repeat("a", 1<<20)} {
			_, err := Compare(context.Background(), s.d, text)
			if other, ok := errors.AsType[*Other](err); !ok || other.Matched != 0 {
				t.Errorf("%s: %v", s.name, err)
			}
		}
	}
}

func TestNoFingerprints(t *testing.T) {
	files, err := fixture.Synthetic(10)
	if err != nil {
		t.Fatal(err)
	}
	d, err := data.Open(files)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Compare(context.Background(), d, "text"); !errors.Is(err, ErrNoFingerprints) {
		t.Error(err)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	s := harbour(t)
	if _, err := Compare(ctx, s.d, s.text); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// Passages are what a reader reads: words are whole, and marks are kept.
func TestTidied(t *testing.T) {
	for _, c := range []struct{ text, raw, want string }{
		{"", "one  two\n three", "one two three"},
		{"cooperation is", "coop-\neration", "cooperation"},
		{"a high-quality thing", "of high-\nquality work", "of high-quality work"},
		{"high and quality", "of high-\nquality work", "of high-quality work"},
		{"", "Addis-\nDjibouti", "Addis-Djibouti"},
		{"", "“coop-\neration,” he", "“cooperation,” he"},
		{"", "up to 10-\n12", "up to 10-12"},
		{"", "e\ufb03cient", "efficient"},
		{"", "so\u00adft and so\u00ad\nft", "soft and soft"},
		{"", "中国\n日报 Daily\nNews", "中国日报 Daily News"},
		{"", "a\u2002b\u00a0c\ufeff\x01d", "a b c d"},
		{"", "\n\n", ""},
	} {
		if got := wordsOf(c.text).tidied(c.raw); got != c.want {
			t.Errorf("%q: got %q, want %q", c.raw, got, c.want)
		}
	}
}

func TestPassageKeepsMarks(t *testing.T) {
	text := "(“Nobody,” she says, ‘comes here at night, nor would anybody who knew the lighthouse keeper and all of his dogs by name and by character.’)"
	got, err := match(context.Background(), []data.Paragraph{{N: 1, Fingerprint: Fingerprint(text)}}, "Menu\n"+text+" [12]\nEnd")
	if err != nil || len(got) != 1 || got[0].Text != text {
		t.Errorf("%+v, %v", got, err)
	}
}

func BenchmarkCompare(b *testing.B) {
	for _, s := range sources(b) {
		b.Run(s.name, func(b *testing.B) {
			for b.Loop() {
				compare(b, s, s.text)
			}
		})
	}
	s := harbour(b)
	long := strings.Repeat("Nothing of what stands here has to do with harbours, and yet it goes on and on. ", 50_000) + s.text
	b.Run("4 MB", func(b *testing.B) {
		for b.Loop() {
			compare(b, s, long)
		}
	})
}

// A text that a fuzzer can cover: three stretches and a heading.
func FuzzMatch(f *testing.F) {
	lines := []string{"The lighthouse of the bay", "By night 42 ships, over 1,200 boats and a raft went by, and no keeper saw a single one of them; the fog was as thick as the soup that he had burnt."}
	var paragraphs []data.Paragraph
	for i, line := range lines {
		paragraphs = append(paragraphs, data.Paragraph{N: i + 1, Kind: body, Fingerprint: Fingerprint(line)})
	}
	f.Add(strings.Join(lines, "\n"), "over 1,200")
	f.Add(wrapped(lines[1], 20, true)+paged(lines[1], 1), "42")
	f.Add("\u0345a\u0301ﬃ１２.５\xff½", "½")
	f.Fuzz(func(t *testing.T, text, figure string) {
		passages, err := match(context.Background(), paragraphs, text)
		if err != nil {
			t.Fatal(err)
		}
		last := 0
		for _, p := range passages { // what is exact may be a made-up text: so few bits of a stretch are kept that a fuzzer finds another
			if p.N <= last || p.N > len(lines) || p.Exact && len(fold(p.Text).runes) != len(fold(lines[p.N-1]).runes) {
				t.Errorf("%q is no ¶%d", p.Text, p.N)
			}
			last = p.N
		}
		found := find(&data.Figure{Quantity: data.Quantity{Text: figure}}, text)
		if (found.Standing >= Number) != (found.Start < found.End) || found.End > len(text) {
			t.Errorf("%+v of %q in %q", found, figure, text)
		}
	})
}
