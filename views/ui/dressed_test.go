package ui

import (
	"bytes"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"github.com/go-text/typesetting/font"

	"beltroad/assets"
	"beltroad/internal/packed"
	"beltroad/views/uitest"
)

// What is dressed has its own colours, size and font, whatever is around it
// changes to, and whoever hands it a theme.
func TestDressed(t *testing.T) {
	uitest.Wear(t, &Theme{Scheme: Light, TextScale: 1})
	text := NewText(Run{Text: "Some words of a text that is to be read."})
	text.Reading = true
	scheme, scale := Sepia, float32(2)
	d := Dress(text, func(th *Theme) { th.Scheme, th.TextScale, th.Serif = scheme, th.TextScale*scale, scale > 1 })
	outside := Label("outside", SizeBody, ColorInk)
	root := Column(0, outside, d)
	check := func(when string, dark bool, size float32) {
		t.Helper()
		want := (&Theme{Scheme: scheme}).Color(ColorInk, theme.VariantLight)
		if got := text.ColorOf(ColorInk); got != want {
			t.Errorf("%s its ink is %v, want %v", when, got, want)
		}
		if text.SizeOf(SizeBody) != 14*size*scale || outside.SizeOf(SizeBody) != 14*size {
			t.Errorf("%s its text is %v, outside %v", when, text.SizeOf(SizeBody), outside.SizeOf(SizeBody))
		}
		if th := outside.Given(); th != nil && th.Dark() != dark {
			t.Errorf("%s it is dark outside: %t", when, th.Dark())
		}
	}
	inWindow(t, root, 400, 300)
	check("alone", false, 1)
	around := &Theme{Scheme: Dark, TextScale: 1.5}
	Adopt(root, around)
	check("in the dark", true, 1.5)
	root.Refresh()
	height := HeightFor(text, 300)
	around.TextScale = 1
	Restyle(root)
	check("with small text around it", true, 1)
	if HeightFor(text, 300) >= height {
		t.Error("the text is not smaller")
	}
	wide := text.NaturalWidth()
	scheme, scale = Light, 1
	Restyle(d)
	check("changed itself", true, 1)
	if text.NaturalWidth() >= wide/1.9 {
		t.Errorf("half the size and without a serif it is %v wide, before %v", text.NaturalWidth(), wide)
	}
}

// The serif has every letter that is set in it.
func TestSerifHasItsLetters(t *testing.T) {
	face, err := font.ParseTTF(bytes.NewReader(packed.Unpack(assets.Serif)))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for r := ' '; r < 0x3000; r++ {
		if r >= 0x7F && r < 0xA0 || beyondSerif(r) {
			continue
		}
		n++
		if _, ok := face.NominalGlyph(r); !ok {
			t.Errorf("it has no %q (%U)", r, r)
		}
	}
	if n < 450 || serifSource("a→", fyne.TextStyle{}) != nil || serifSource("¶ “Å”", fyne.TextStyle{}) == nil {
		t.Errorf("%d letters are set in it", n)
	}
}

// A link that goes over two lines is one stop of the Tab key, and one ring.
func TestPiecesOfALink(t *testing.T) {
	opened := 0
	text := NewText(Run{Text: "see "}, Run{Text: "the name of something long enough", OnOpen: func() { opened++ }}, Run{Text: " and "}, Run{Text: "more", OnOpen: func() {}})
	text.Reading = true
	c := inWindow(t, text, 150, 200)
	var pieces []*Link
	for _, o := range text.Children() {
		if l, ok := o.(*Link); ok && l.run == 1 {
			pieces = append(pieces, l)
		}
	}
	if len(pieces) < 2 {
		t.Fatalf("it has %d pieces", len(pieces))
	}
	c.FocusNext()
	if c.Focused() != fyne.Focusable(pieces[0]) {
		t.Fatalf("the keyboard is at %v", c.Focused())
	}
	for _, l := range pieces {
		if !l.Focused() || l.Label != "the name of something long enough" {
			t.Errorf("%q, called %q, has a ring: %t", l.Text, l.Label, l.Focused())
		}
	}
	c.FocusNext()
	if last, ok := c.Focused().(*Link); !ok || last.Text != "more" || pieces[1].Focused() {
		t.Errorf("then it is at %v", c.Focused())
	}
	test.Tap(pieces[1])
	if opened != 1 || c.Focused() != fyne.Focusable(pieces[0]) {
		t.Errorf("a click opened %d, the keyboard is at %v", opened, c.Focused())
	}
	text.Resize(fyne.NewSize(1000, 50))
	for _, o := range text.Children() {
		if l, ok := o.(*Link); ok && (l.pieces != nil || l.Skip) {
			t.Errorf("on one line %q is in pieces", l.Text)
		}
	}
}

// An object in a line stays with the word before it, and moves with the text's size.
func TestObjectInALine(t *testing.T) {
	uitest.Wear(t, &Theme{Scheme: Light, TextScale: 1})
	th := &Theme{Scheme: Light, TextScale: 1}
	chip := NewLink("chip", SizeSmall, func() {})
	text := NewText(Run{Text: "One two three four. "}, Run{Size: SizeSmall, Object: chip}, Run{Text: " Five six."})
	Adopt(text, th)
	for _, scale := range []float32{1, 2, 1} {
		th.TextScale = scale
		Restyle(text)
		for width := chip.MinSize().Width + 60; width < 400; width += 7 {
			text.Resize(fyne.NewSize(width, text.HeightFor(width)))
			if chip.Size() != chip.MinSize() || chip.Position().X+chip.Size().Width > width+1 {
				t.Errorf("at %v, %v wide, the chip is %v at %v", scale, width, chip.Size(), chip.Position())
			}
			if chip.Position().X == 0 && chip.MinSize().Width+60 < width/2 {
				t.Errorf("at %v, %v wide, the chip begins a line", scale, width)
			}
		}
	}
	if text.String() != "One two three four.  Five six." {
		t.Errorf("it reads %q", text)
	}
}

func TestScrollerKeys(t *testing.T) {
	tall := NewBox(ColorCard)
	tall.Least = fyne.NewSize(10, 2000)
	s := NewScroller(tall)
	inWindow(t, s, 100, 300)
	for _, c := range []struct {
		key  fyne.KeyName
		want float32
		does bool
	}{
		{fyne.KeyUp, 0, true},
		{fyne.KeyDown, 48, true},
		{fyne.KeyUp, 0, true},
		{fyne.KeyPageDown, 270, true},
		{fyne.KeyPageUp, 0, true},
		{fyne.KeyEnd, 1700, true},
		{fyne.KeyPageDown, 1700, true},
		{fyne.KeyHome, 0, true},
		{fyne.KeyA, 0, false},
	} {
		if does := s.Key(c.key); does != c.does || s.Offset() != c.want || s.AtEnd() != (c.want == 1700) {
			t.Errorf("%s scrolls to %v, at the end: %t, does: %t", c.key, s.Offset(), s.AtEnd(), does)
		}
	}
}
