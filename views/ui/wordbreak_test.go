package ui

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// counted runs what lays text out, and returns how many runes were measured.
func counted(t testing.TB, work func()) (runes int) {
	t.Helper()
	measured := widthOf
	defer func() { widthOf = measured }()
	widthOf = func(text string, size float32, s fyne.TextStyle) float32 {
		runes += utf8.RuneCountInString(text)
		return measured(text, size, s)
	}
	work()
	return runes
}

// However long a word is, the work for it grows no faster than its length.
func TestLongWordsTakeNoMoreWorkThanTheirLength(t *testing.T) {
	const most = 12 // runes measured for each that is there
	for name, s := range map[string]string{
		"letters":                    strings.Repeat("x", 100_000),
		"letters of all widths":      strings.Repeat("iWlm.", 10_000),
		"dashes":                     strings.Repeat("abc-", 10_000),
		"Chinese":                    strings.Repeat("一带一路倡议的合作文件。", 500),
		"emoji":                      strings.Repeat("🚂", 5_000),
		"one letter with many marks": "e" + strings.Repeat("\u0301", 20_000),
		"damaged":                    strings.Repeat("\xff", 20_000),
		"words":                      strings.Repeat("two hundred ", 5_000),
	} {
		runs := map[string]*Text{"text": Label(s, SizeBody, ColorInk), "link": NewText(Run{Text: s, OnOpen: func() {}})}
		for kind, text := range runs {
			got := counted(t, func() { laidOut(text, 420) })
			if n := utf8.RuneCountInString(s); got > most*n {
				t.Errorf("%s as %s: %d runes were measured for %d", name, kind, got, n)
			}
			if got = counted(t, func() { text.Resize(text.Size()) }); got > 0 {
				t.Errorf("%s as %s: the same width again measures %d runes", name, kind, got)
			}
		}
	}
}

func TestChineseBreaksBetweenLetters(t *testing.T) {
	const s = "第三届“一带一路”国际合作高峰论坛（2023年10月）在北京举行，共有151个国家的代表参加。"
	letter := textWidth("国", 14, fyne.TextStyle{})
	for width := 8 * letter; width < 30*letter; width += letter / 3 {
		text := laidOut(Label(s, SizeBody, ColorInk), width)
		all := pieces(text)
		for i, p := range all {
			first, _ := utf8.DecodeRuneInString(p.text)
			last, _ := utf8.DecodeLastRuneInString(p.text)
			if i > 0 && strings.ContainsRune("，。）”", first) || i+1 < len(all) && strings.ContainsRune("（“", last) {
				t.Fatalf("at %g a line is %q", width, p.text)
			}
			if i+1 < len(all) && p.object.Size().Width < width-6*letter {
				t.Fatalf("at %g the line %q has room for more", width, p.text)
			}
			if strings.HasSuffix(p.text, "20") && i+1 < len(all) {
				t.Fatalf("at %g a number is parted: %q", width, p.text)
			}
		}
	}
}

// A line of Chinese may end where a run does, unless a sign there forbids it.
func TestChineseBreaksBetweenRuns(t *testing.T) {
	text := NewText(Run{Text: "一带一路"}, Run{Text: "倡议", Style: Bold}, Run{Text: "。"})
	width := text.NaturalWidth() - textWidth("。", 14, fyne.TextStyle{})*1.5
	laidOut(text, width)
	for _, p := range pieces(text) {
		if p.object.Position().Y > 1 && !strings.HasPrefix(p.text, "议") {
			t.Errorf("the second line begins with %q", p.text)
		}
		if p.object.Position().Y > 1 {
			return
		}
	}
	t.Errorf("it stands on one line: %q", pieces(text))
}

func TestAWordIsCutWhereALineMayEnd(t *testing.T) {
	for word, ends := range map[string]string{
		"people-to-people-contacts":      "-",
		"Budapest–Belgrade–Thessaloniki": "–",
		"tonnes/hectares/megawatts":      "/",
	} {
		text := laidOut(Label(word, SizeBody, ColorInk), textWidth(word, 14, fyne.TextStyle{})*0.8)
		if all := pieces(text); len(all) != 2 || !strings.HasSuffix(all[0].text, ends) {
			t.Errorf("%s became %q", word, all)
		}
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"", "over 230", "people-to-people", "一带一路，倡议。", "e\u0301\u0301\u0301", "\xff\xfe", "a\u00a0b\u200bc", "🇨🇳🇱🇦 👩‍👩‍👧", strings.Repeat("x", 600)} {
		f.Add(s, s, float32(60), false)
		f.Add("see "+s, s+".", float32(300), true)
	}
	f.Fuzz(func(t *testing.T, a, b string, width float32, link bool) {
		if !(width > 0 && width < 4000) || len(a)+len(b) > 5000 { // NaN too
			return // no width or text that a window has
		}
		text := NewText(Run{Text: a}, Run{Text: b})
		if link {
			text.Runs[1].OnOpen = func() {}
		}
		laidOut(text, width)
		got, bottom := "", float32(0)
		for _, p := range pieces(text) {
			got += p.text
			bottom = max(bottom, p.object.Position().Y)
			right := p.object.Position().X + p.object.Size().Width
			if right > width+1 && len(stopsIn(p.text)) > 1 && !strings.Contains(p.text, " ") {
				t.Fatalf("%q reaches %g of %g", p.text, right, width)
			}
		}
		if letters(got) != letters(text.String()) {
			t.Fatalf("%q became %q", text.String(), got)
		}
		if h := text.HeightFor(width); bottom > h || math.IsNaN(float64(h)) {
			t.Fatalf("the last line begins at %g of %g", bottom, h)
		}
	})
}

func TestShortened(t *testing.T) {
	for s, want := range map[string]string{"": "", "rail": "rail", "railway": "rail…", "一带一路": "一带一路", "一带一路。": "一带一路…"} {
		if got := Shortened(s, 4); got != want {
			t.Errorf("%q is shortened to %q, want %q", s, got, want)
		}
	}
}
