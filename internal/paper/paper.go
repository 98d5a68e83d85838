// Package paper lays out pages that are printed: lines of text from top to
// bottom, and what stands at the foot of each.
package paper

import (
	"image/color"

	"beltroad/internal/drawing"
)

// Size is that of a sheet of paper, in pixels of a screen.
type Size struct{ Width, Height float64 }

// The sizes of paper.
var (
	A4     = Size{Width, Height}
	Letter = Size{816, 1056}
)

// A page is A4, where nothing else is said.
const (
	Width  = 793.7
	Height = 1122.5
	Margin = 54.0
	Room   = Width - 2*Margin
)

// The fonts of a page.
var (
	Title   = drawing.Font{Size: 24, Bold: true}
	Heading = drawing.Font{Size: 16, Bold: true}
	Text    = drawing.Font{Size: 16}
	running = drawing.Font{Size: 12}
	footed  = drawing.Font{Size: 10}
)

// Palette are colours with those of what is printed: dark, as paper is light.
func Palette(p drawing.Palette) drawing.Palette {
	return func(i drawing.Ink) color.Color {
		switch i {
		case drawing.InkPrint:
			return color.NRGBA{R: 0x1B, G: 0x24, B: 0x30, A: 0xFF}
		case drawing.InkPrintMuted:
			return color.NRGBA{R: 0x5B, G: 0x66, B: 0x72, A: 0xFF}
		default:
			return p(i)
		}
	}
}

// Page is a page in the making.
type Page struct {
	*drawing.Sheet

	Set drawing.Setter
	Y   float64 // how far down it has come
}

// New is an empty page.
func New(of Size, title string, m drawing.Measure) *Page {
	return &Page{Sheet: &drawing.Sheet{Width: of.Width, Height: of.Height, Title: title}, Set: drawing.Setter{Measure: m}, Y: Margin}
}

// room is the width between the margins.
func (p *Page) room() float64 { return p.Width - 2*Margin }

// Line sets a line of text at a place.
func (p *Page) Line(l drawing.TextLine, x, y float64, f drawing.Font, ink drawing.Ink) {
	p.Marks = append(p.Marks, drawing.Mark{
		Kind: drawing.Text, Ink: ink, Alpha: 1, Box: drawing.Box{X: x, Y: y, W: l.W, H: f.Height(1)},
		Lettering: drawing.Lettering{Text: l.Text, TextSize: f.Size, Bold: f.Bold},
	})
}

// Rule draws a line across a width.
func (p *Page) Rule(x, y, w float64) {
	p.Marks = append(p.Marks, drawing.Mark{Kind: drawing.Line, Ink: drawing.InkPrintMuted, Alpha: 1, Stroke: 0.75, Box: drawing.Box{X: x, Y: y, W: w}})
}

// Foot is what stands at the foot of pages.
type Foot struct {
	Title string
	Lines []string // from which source and dossier it is, and with which caution
}

const most = 4 // lines that one of a foot may need

func (f Foot) lines(p *Page) []drawing.TextLine {
	var all []drawing.TextLine
	for _, l := range f.Lines {
		all = append(all, p.Set.Wrap(l, footed, p.room(), most)...)
	}
	return all
}

// Top is where the foot begins on a page.
func (f Foot) Top(p *Page) float64 {
	return p.Height - Margin/2 - footed.Height(len(f.lines(p))) - running.Height(1) - footed.Height(1)
}

// On sets the foot on a page, with the page's number.
func (f Foot) On(p *Page, number string) {
	y := f.Top(p)
	p.Rule(Margin, y, p.room())
	y += footed.Height(1) / 2
	w := p.Set.Width(number, running)
	// The first page says it whole: what runs on with the pages may be cut.
	for _, l := range p.Set.Wrap(f.Title, running, p.room()-w-Margin/2, 1) {
		p.Line(l, Margin, y, running, drawing.InkPrintMuted)
	}
	p.Line(drawing.TextLine{Text: number, W: w}, Margin+p.room()-w, y, running, drawing.InkPrintMuted)
	y += running.Height(1)
	for _, l := range f.lines(p) {
		p.Line(l, Margin, y, footed, drawing.InkPrintMuted)
		y += footed.Height(1)
	}
}

// Pages are pages that texts flow over.
type Pages struct {
	*Page // the last

	All   []*Page
	foot  Foot
	title string
	size  Size
	end   float64 // how far down texts go
}

// Flow begins pages with a foot.
func Flow(of Size, title string, m drawing.Measure, foot Foot) *Pages {
	p := &Pages{foot: foot, title: title, size: of}
	p.turn(m)
	p.end = foot.Top(p.Page) - Text.Height(1)
	return p
}

func (p *Pages) turn(m drawing.Measure) {
	p.Page = New(p.size, p.title, m)
	p.All = append(p.All, p.Page)
}

// Need begins another page where there is less room than that on this one.
func (p *Pages) Need(high float64) {
	if p.Y+high > p.end && p.Y > Margin {
		p.turn(p.Set.Measure)
	}
}

// Write sets a text over the width from an indent, and goes below it.
func (p *Pages) Write(text string, f drawing.Font, indent float64, ink drawing.Ink) {
	const longest = 1000 // lines
	for _, l := range p.Set.Wrap(text, f, p.room()-indent, longest) {
		p.Need(f.Height(1))
		p.Line(l, Margin+indent, p.Y, f, ink)
		p.Y += f.Height(1)
	}
}

// Done sets the foot on all pages; number says which of how many a page is.
func (p *Pages) Done(number func(page, of int) string) []drawing.PDFPage {
	all := make([]drawing.PDFPage, len(p.All))
	for i, page := range p.All {
		p.foot.On(page, number(i+1, len(p.All)))
		all[i].Sheet = page.Sheet
	}
	return all
}
