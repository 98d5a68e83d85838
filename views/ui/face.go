package ui

import (
	"strings"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"beltroad/assets"
	"beltroad/internal/packed"
)

// boldSource is the font of bold text that needs no other. Fyne loads a style's
// whole family of fallbacks at its first use, emoji and the desktop's own fonts
// among them, which takes 9 MB and tens of milliseconds; a text that names its
// font takes just that one. Fyne's own bold has thousands of letters that are not
// asked of it, and takes 1.5 MB: this is a part of it (tested). Text in other
// scripts keeps the fallbacks.
func boldSource(text string, s fyne.TextStyle) fyne.Resource {
	if s != (fyne.TextStyle{Bold: true}) {
		return nil
	}
	for _, r := range text {
		if r > '\u024F' && (r < '\u2010' || r > '\u203A') { // Latin and its punctuation
			return nil
		}
	}
	return bold
}

var bold = fyne.NewStaticResource("bold.ttf", assets.Bold)

// styled is the style that a text without a font of its own is drawn in. Bold, slanted
// or of even width, it gets its emoji by a width of tabs that Fyne takes anyway: see
// [giveEmoji].
func styled(s fyne.TextStyle, source fyne.Resource) fyne.TextStyle {
	if s != (fyne.TextStyle{}) && source == nil {
		s.TabWidth = usualTab
	}
	return s
}

const usualTab = 4

// WrittenBold is bold text in one of Fyne's own fields: with emoji, as its user writes it.
var WrittenBold = fyne.TextStyle{Bold: true, TabWidth: usualTab}

// wholeEmoji is Fyne's font of emoji.
var wholeEmoji = theme.DefaultEmojiFont().Content()

// giveEmoji has Fyne find its font of emoji, or a small one in its place. Fyne asks for
// a theme's font, and then reads that of emoji anew for each style: 5 MB that stay, for
// the bold words on the buttons of a dialog. Plain text has them, and what [styled] says.
func giveEmoji(s fyne.TextStyle) {
	emoji, ok := theme.DefaultEmojiFont().(*fyne.StaticResource)
	if !ok {
		return
	}
	content := theme.DefaultSymbolFont().Content()
	if s == (fyne.TextStyle{}) || s.TabWidth != 0 {
		content = wholeEmoji
	}
	if len(emoji.StaticContent) != len(content) { // tests draw on several goroutines
		emoji.StaticContent = content
	}
}

// serif is the font of texts for reading that are set in one. It has the letters
// of Latin scripts alone.
var serif = sync.OnceValue(func() fyne.Resource { return fyne.NewStaticResource("serif.ttf", packed.Unpack(assets.Serif)) })

// serifSource is the serif for a text that it has all letters of.
func serifSource(text string, s fyne.TextStyle) fyne.Resource {
	if s != (fyne.TextStyle{}) || strings.ContainsFunc(text, beyondSerif) {
		return nil
	}
	return serif()
}

// beyondSerif tells whether the serif lacks a letter (tested).
func beyondSerif(r rune) bool {
	return r > '\u024F' && (r < '\u2010' || r > '\u2015') && (r < '\u2018' || r > '\u201E') && r != '\u2026' && r != '\u20AC'
}

// PlainLine is a text of one line.
func PlainLine(text string, size float32, s fyne.TextStyle) *canvas.Text {
	text = drawable(text)
	source := boldSource(text, s)
	return &canvas.Text{Text: text, TextSize: size, TextStyle: styled(s, source), FontSource: source, Color: transparent}
}

// PlainWidth is the width of a text of one line.
func PlainWidth(text string, size float32, bold bool) float32 {
	return textWidth(text, size, fyne.TextStyle{Bold: bold})
}

// setText changes the words of a text.
func setText(t *canvas.Text, text string, s fyne.TextStyle) {
	text = drawable(text)
	t.Text, t.FontSource = text, boldSource(text, s)
	t.TextStyle = styled(s, t.FontSource)
}

// measure is the size of a text of one line and the baseline below its top.
func measure(text string, size float32, s fyne.TextStyle) (fyne.Size, float32) {
	return measureIn(nil, text, size, s)
}

// measureIn is measure in a font; nil: the usual one, or else the serif.
func measureIn(source fyne.Resource, text string, size float32, s fyne.TextStyle) (fyne.Size, float32) {
	const short = 64 // bytes; what is longer hardly comes back
	if len(text) > short || s != (fyne.TextStyle{Bold: s.Bold}) {
		return fyneMeasure(source, text, size, s)
	}
	m := measured.extent(writing{text, size, s.Bold, source != nil}, source)
	return m.size, m.base
}

func fyneMeasure(source fyne.Resource, text string, size float32, s fyne.TextStyle) (fyne.Size, float32) {
	text = drawable(text)
	if source == nil {
		source = boldSource(text, s)
	}
	return fyne.CurrentApp().Driver().RenderedTextSize(text, size, styled(s, source), source)
}

// writing is a short text as it is written.
type writing struct {
	text        string
	size        float32
	bold, serif bool
}

// extent is how large a text is, and its baseline below its top.
type extent struct {
	size fyne.Size
	base float32
}

// measured are short texts that were measured. Fyne remembers them, too, but takes a
// sixth of the time of making a page to find them.
var measured memory

type memory struct {
	sync.Mutex // tests measure on several goroutines

	of  map[writing]extent
	app fyne.App // whose fonts they are measured in
}

func (m *memory) extent(w writing, source fyne.Resource) extent {
	const most = 8192
	m.Lock()
	defer m.Unlock()
	if app := fyne.CurrentApp(); m.app != app || len(m.of) >= most {
		m.app, m.of = app, make(map[writing]extent)
	}
	x, known := m.of[w]
	if !known {
		x.size, x.base = fyneMeasure(source, w.text, w.size, fyne.TextStyle{Bold: w.bold})
		w.text = strings.Clone(w.text) // which may be a part of a table
		m.of[w] = x
	}
	return x
}

// ForgetSizes lets go of the sizes of texts that were measured.
func ForgetSizes() {
	measured.Lock()
	defer measured.Unlock()
	measured.of, measured.app = nil, nil
}

// textWidth is the width of a text of one line.
func textWidth(text string, size float32, s fyne.TextStyle) float32 {
	m, _ := measure(text, size, s)
	return m.Width
}

// NormalWidth is the width of a text on one line, at 100 % text.
func NormalWidth(text string, size fyne.ThemeSizeName) float32 {
	return textWidth(text, textSize(size), fyne.TextStyle{})
}
