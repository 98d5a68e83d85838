package ui

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// The words of random texts; some are long, have a dash, or more than ASCII.
var vocabulary = []string{
	"a", "the", "of", "in", "over", "230", "US$19.1", "trillion", "corridor", "cooperation", "Budapest–Belgrade", "people-to-people",
	"Incomprehensibilities", "¶15.", "(AIIB),", "fourth-largest", "0.7%–2.9%", "Côte", "d’Ivoire", "TEU/year",
}

// randomText makes a text of several runs, some of them links, marked, bold or without a space between.
func randomText(random *rand.Rand) *Text {
	t := NewText()
	sizes := []fyne.ThemeSizeName{"", SizeSmall, SizeLead, SizeValue}
	for range 1 + random.IntN(5) {
		var words []string
		for range random.IntN(9) {
			words = append(words, vocabulary[random.IntN(len(vocabulary))])
		}
		r := Run{Text: strings.Join(words, " "), Size: sizes[random.IntN(len(sizes))]}
		r.Style.Bold = random.IntN(4) == 0
		if random.IntN(3) > 0 {
			r.Text += " "
		}
		if random.IntN(5) == 0 {
			r.Text = " " + r.Text
		}
		if random.IntN(4) == 0 {
			r.OnOpen, r.Style = func() {}, fyne.TextStyle{} // links are never bold
		}
		if random.IntN(5) == 0 {
			r.Mark = MarkColor(1)
		}
		t.Runs = append(t.Runs, r)
	}
	t.LineGap = float32(random.IntN(3)) * 0.11
	return t
}

// piece is what stands on a line, with its letters.
type piece struct {
	text   string
	object fyne.CanvasObject
}

func pieces(t *Text) []piece {
	var all []piece
	for _, o := range t.Children() {
		switch o := o.(type) {
		case *canvas.Text:
			all = append(all, piece{o.Text, o})
		case *Link:
			all = append(all, piece{o.Text, o})
		}
	}
	return all
}

// letters are a text's signs without the spaces, which line breaks take away.
func letters(s string) string { return strings.Join(strings.Fields(s), "") }

// A run of nothing does not take away the space before it.
func TestEmptyRuns(t *testing.T) {
	width := func(runs ...Run) float32 { return NewText(runs...).NaturalWidth() }
	if got, want := width(Run{Text: "one "}, Run{}, Run{Text: "two"}), width(Run{Text: "one two"}); got < want-0.5 {
		t.Errorf("with a run of nothing it is %v wide, without %v", got, want)
	}
}

func TestTextKeepsItsWordsInOrder(t *testing.T) {
	for seed := range uint64(400) {
		random := rand.New(rand.NewPCG(seed, 3)) // #nosec G404 -- the same each time
		text := randomText(random)
		for range 3 {
			width := 20 + random.Float32()*700
			laidOut(text, width)
			got := ""
			for _, p := range pieces(text) {
				got += p.text
			}
			if letters(got) != letters(text.String()) {
				t.Fatalf("seed %d at %g: %q became %q", seed, width, text.String(), got)
			}
		}
	}
}

// Words that a space parts are never joined, and a word is cut only where it is wider than its line.
func TestTextKeepsSpaces(t *testing.T) {
	for seed := range uint64(400) {
		random := rand.New(rand.NewPCG(seed, 4)) // #nosec G404 -- the same each time
		text := randomText(random)
		width := text.MinSize().Width + random.Float32()*400 // room for the longest word
		laidOut(text, width)
		var got strings.Builder
		last := float32(-1)
		for _, p := range pieces(text) {
			y := p.object.Position().Y + p.object.Size().Height/2
			if line := float32(math.Floor(float64(y / text.pitch()))); line != last && got.Len() > 0 {
				got.WriteString("\n")
				last = line
			} else {
				last = line
				if got.Len() > 0 {
					got.WriteString("|")
				}
			}
			got.WriteString(p.text)
		}
		// Every word stands there whole, unless a run ends within it.
		for _, r := range text.Runs {
			for w := range strings.FieldsSeq(r.Text) {
				if !strings.Contains(got.String(), w) {
					t.Fatalf("seed %d at %g: the word %q of %q was cut though there is room:\n%s", seed, width, w, r.Text, got.String())
				}
			}
			for _, two := range pairs(strings.Fields(r.Text)) {
				if joined := two[0] + two[1]; strings.Contains(got.String(), joined) && !strings.Contains(text.String(), joined) {
					t.Fatalf("seed %d at %g: %q and %q are one word:\n%s", seed, width, two[0], two[1], got.String())
				}
			}
		}
	}
}

func pairs(words []string) [][2]string {
	var all [][2]string
	for i := 1; i < len(words); i++ {
		all = append(all, [2]string{words[i-1], words[i]})
	}
	return all
}

func TestTextIsNeverWiderThanItsRoom(t *testing.T) {
	letter := textWidth("M", 60, Bold) // one letter always gets a place
	for seed := range uint64(400) {
		random := rand.New(rand.NewPCG(seed, 5)) // #nosec G404 -- the same each time
		text := randomText(random)
		width := max(letter, random.Float32()*500)
		laidOut(text, width)
		for _, p := range pieces(text) {
			need := p.object.MinSize().Width
			if right := p.object.Position().X + max(need, p.object.Size().Width); right > width+1 {
				t.Fatalf("seed %d: %q reaches %g of %g", seed, p.text, right, width)
			}
			if math.Abs(float64(need-p.object.Size().Width)) > 0.5 {
				t.Fatalf("seed %d: %q has %g, its letters need %g", seed, p.text, p.object.Size().Width, need)
			}
		}
	}
}

func TestTextPiecesDoNotOverlap(t *testing.T) {
	for seed := range uint64(300) {
		random := rand.New(rand.NewPCG(seed, 6)) // #nosec G404 -- the same each time
		text := randomText(random)
		laidOut(text, 60+random.Float32()*500)
		all := pieces(text)
		for i, a := range all {
			for _, b := range all[i+1:] {
				ap, bp, as, bs := a.object.Position(), b.object.Position(), a.object.Size(), b.object.Size()
				// Lines are as high as their largest letters, so smaller ones are far from touching.
				down := min(ap.Y+as.Height, bp.Y+bs.Height) - max(ap.Y, bp.Y)
				if across := min(ap.X+as.Width, bp.X+bs.Width) - max(ap.X, bp.X); across > 0.5 && down > 0.5 {
					t.Fatalf("seed %d: %q at %v of %v and %q at %v of %v", seed, a.text, ap, as, b.text, bp, bs)
				}
			}
		}
	}
}

func TestTextHeightIsItsLines(t *testing.T) {
	for seed := range uint64(300) {
		random := rand.New(rand.NewPCG(seed, 7)) // #nosec G404 -- the same each time
		text := randomText(random)
		width := 30 + random.Float32()*500
		laidOut(text, width)
		all := map[int]bool{}
		bottom := float32(0)
		for _, p := range pieces(text) {
			at := p.object.Position().Y + p.object.Size().Height*0.7 // about where its letters stand
			all[int(at/text.pitch())] = true
			bottom = max(bottom, p.object.Position().Y+p.object.Size().Height)
		}
		want := text.pitch() * float32(len(all))
		if got := text.HeightFor(width); math.Abs(float64(got-want)) > 0.1 {
			t.Fatalf("seed %d: %d lines %g apart have the height %g", seed, len(all), text.pitch(), got)
		}
		if bottom > want+0.1 {
			t.Fatalf("seed %d: the last line ends at %g of %g", seed, bottom, want)
		}
		if m := text.MinSize().Height; math.Abs(float64(m-want)) > 0.1 && width >= text.MinSize().Width {
			t.Fatalf("seed %d: laid out, its least height is %g, want %g", seed, m, want)
		}
	}
}

func TestTextGetsLowerAsItGetsWider(t *testing.T) {
	text := Label(strings.Repeat("more than two hundred cooperation documents ", 10), SizeBody, ColorInk)
	last := float32(math.Inf(1))
	for width := float32(80); width < 2000; width += 17 {
		h := text.HeightFor(width)
		if h > last {
			t.Fatalf("%g wide it is %g high, narrower it was %g", width, h, last)
		}
		last = h
	}
	if last >= 4*text.pitch() {
		t.Errorf("2000 wide it has the height %g", last)
	}
}

func TestTextOnOneLine(t *testing.T) {
	text := OneLine("Not stated in this source", SizeBody, ColorInk)
	if m := text.MinSize(); m.Width != text.NaturalWidth() || m.Height != text.pitch() {
		t.Errorf("its least size is %v, one line is %g wide and %g high", m, text.NaturalWidth(), text.pitch())
	}
	laidOut(text, text.MinSize().Width)
	if all := pieces(text); len(all) != 1 || all[0].text != "Not stated in this source" {
		t.Errorf("one line is %q", all)
	}
}

func TestNaturalWidthIsEnoughAndNoMore(t *testing.T) {
	for seed := range uint64(200) {
		text := randomText(rand.New(rand.NewPCG(seed, 8))) // #nosec G404 -- the same each time
		if letters(text.String()) == "" {
			continue
		}
		w := text.NaturalWidth()
		if h := text.HeightFor(w); h > text.pitch()+0.1 {
			t.Fatalf("seed %d: at its natural width %g it is %g high, a line %g", seed, w, h, text.pitch())
		}
		// A unit less must break it, where it can break.
		if h := text.HeightFor(w - 1); h < 2*text.pitch()-0.1 && w > text.MinSize().Width {
			t.Fatalf("seed %d: it fits into %g, but its natural width is %g", seed, w-1, w)
		}
	}
}

func TestLinkInTextStaysWholeWhereItFits(t *testing.T) {
	const name = "Debt Sustainability Framework for Participating Countries"
	text := NewText(Run{Text: "China has also issued the "}, Run{Text: name, OnOpen: func() {}}, Run{Text: ", which names no lender."})
	least := textWidth(name, 14, fyne.TextStyle{})
	comma := textWidth(",", 14, fyne.TextStyle{})
	for width := least + comma + 2; width < least*2; width += 7 {
		laidOut(text, width)
		if !slices.ContainsFunc(pieces(text), func(p piece) bool { return p.text == name }) {
			t.Fatalf("at %g the link is broken: %q", width, pieces(text))
		}
	}
	laidOut(text, least*0.6)
	var links []string
	for _, p := range pieces(text) {
		if l, ok := p.object.(*Link); ok {
			links = append(links, l.Text)
			if l.OnTapped == nil {
				t.Errorf("%q opens nothing", l.Text)
			}
		}
	}
	if len(links) < 2 || strings.Join(links, " ") != name {
		t.Errorf("too wide for a line, the link is %q", links)
	}
}

func TestSignAfterLinkStaysOnItsLine(t *testing.T) {
	text := NewText(Run{Text: "as told in "}, Run{Text: "¶15", OnOpen: func() {}}, Run{Text: ". Then"})
	for width := float32(60); width < 200; width++ {
		laidOut(text, width)
		var link, stop fyne.CanvasObject
		for _, p := range pieces(text) {
			switch {
			case p.text == "¶15":
				link = p.object
			case strings.HasPrefix(p.text, "."):
				stop = p.object
			}
		}
		if link == nil || stop == nil || math.Abs(float64(link.Position().Y-stop.Position().Y)) > 1 || math.Abs(float64(link.Position().X+link.Size().Width-stop.Position().X)) > 0.5 {
			t.Fatalf("at %g the full stop is not right after the link: %q", width, pieces(text))
		}
	}
}

func TestLettersOfALineStandOnOneBaseline(t *testing.T) {
	text := NewText(Run{Text: "over ", Size: SizeLead}, Run{Text: "230 ", Size: SizeValue, Style: Bold}, Run{Text: "in all", Size: SizeSmall})
	laidOut(text, 600)
	var bases []float32
	for i, p := range pieces(text) {
		_, base := measure("M", text.size(i), text.Runs[i].Style)
		bases = append(bases, p.object.Position().Y+base)
	}
	if len(bases) != 3 || bases[0] != bases[1] || bases[1] != bases[2] {
		t.Errorf("baselines at %v", bases)
	}
}

func TestTextCanBeReplaced(t *testing.T) {
	text := laidOut(Label("first", SizeBody, ColorMuted), 300)
	text.SetText("second and last")
	if got := fmt.Sprint(pieces(text)[0].text); got != "second and last" || text.String() != got {
		t.Errorf("it shows %q and says %q", got, text.String())
	}
	text.SetRuns(Run{Text: "one "}, Run{Text: "two", OnOpen: func() {}})
	if got := pieces(text); len(got) != 2 || text.AccessibilityLabel() != "one two" {
		t.Errorf("it shows %q and says %q", got, text.AccessibilityLabel())
	}
	text.SetRuns(Run{Text: ""})
	if got := pieces(text); len(got) != 0 || text.HeightFor(300) != 0 {
		t.Errorf("empty, it shows %q, %g high", got, text.HeightFor(300))
	}
}

// What the user types, or a link from elsewhere, may hold anything.
func TestTextTakesAnything(t *testing.T) {
	for _, s := range []string{"", " ", "\xff", "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", strings.Repeat("\xff", 200), "a\x00b", "\n", "一带一路倡议的合作文件与参与国家", strings.Repeat("x", 500), "e\u0301e\u0301", "🚂🚂🚂🚂"} {
		for _, width := range []float32{-5, 0, 1, 10, 40, 300} {
			text := NewText(Run{Text: s, Style: Bold}, Run{Text: s, OnOpen: func() {}}, Run{Text: s})
			func() {
				defer func() {
					if p := recover(); p != nil {
						t.Errorf("%.20q at %g: %v", s, width, p)
					}
				}()
				laidOut(text, width)
			}()
		}
	}
}
