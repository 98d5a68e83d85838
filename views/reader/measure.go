package reader

import (
	"strings"

	"fyne.io/fyne/v2"

	"beltroad/views/ui"
)

// A line for reading has about so many letters, and no fewer than least where
// anything else can give way for it.
const (
	letters = 69.0
	least   = 63.0
)

// The room around the text.
const (
	contentsWidth = 196 // at 100 % of the window's text
	edge          = 12  // left and right of the text
	barAir        = 12  // above and below the bar
)

// spread places the contents, the bar and the text. The text has the measure:
// where there is not enough room for all, the contents are gone, and the bar
// offers them.
type spread struct {
	ui.Themed
	page   *Page
	sample string
	of     ui.Theme // that the width of a letter was measured in
	letter float32
}

// line is the width of a line of so many letters: of those of the text itself.
func (l *spread) line(letters float32) float32 {
	th := l.page.sized.Own()
	if l.letter == 0 || !l.of.Same(th) {
		if l.sample == "" {
			l.sample = l.page.rows.sample()
		}
		l.of = *th
		t := ui.NewText(ui.Run{Text: l.sample, Size: ui.SizeLead})
		t.Reading = true
		ui.Adopt(t, th)
		l.letter = t.NaturalWidth() / float32(len([]rune(l.sample)))
	}
	return l.letter * letters
}

// sample is some text of the article, as long as a few lines.
func (r *rows) sample() string {
	const enough, most = 400, 50 // letters, paragraphs
	var b strings.Builder
	for i := 0; i < min(len(r.article), most) && b.Len() < enough; i++ {
		if par := r.par(r.article[i]); par.Kind == "body" {
			b.WriteString(par.Summary)
		}
	}
	if b.Len() == 0 {
		return "n"
	}
	return b.String()
}

// around is the room beside the lines of the text.
const around = 2 * (edge + ui.PassageSide)

// wanted is the width of the text with the room that passages keep.
func (l *spread) wanted() float32 {
	if l.page.lens.wide {
		return 2*l.line(least) + 2*ui.PassageSide
	}
	return l.line(letters) + 2*ui.PassageSide
}

// asked is the width that the contents give way to.
func (l *spread) asked() float32 {
	const both = 1.4 // times a line
	if l.page.lens.wide {
		return both*l.line(least) + around
	}
	return l.line(least) + around
}

// MinSize is what the text needs.
func (l *spread) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.line(least)+around, 100)
}

// Layout implements [fyne.Layout].
func (l *spread) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	l.HandDown(objs)
	contents, bar, text := objs[0], objs[1], objs[2]
	left := l.Dp(contentsWidth)
	if s.Width-left < l.asked() {
		left = 0
		contents.Hide()
		l.page.bar.contents.Show()
	} else {
		contents.Show()
		l.page.bar.contents.Hide()
		ui.Place(contents, 0, 0, left, s.Height)
	}
	width := min(l.wanted(), s.Width-left-2*edge)
	x := left + max(edge, (s.Width-left-width)/2)
	high := ui.HeightFor(bar, s.Width-x-edge)
	ui.Place(bar, x, barAir, s.Width-x-edge, high)
	top := barAir + high + barAir/2
	ui.Place(text, left, top, s.Width-left, s.Height-top)
}
