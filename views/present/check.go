package present

import (
	"fyne.io/fyne/v2"

	"beltroad/internal/drawing"
	"beltroad/internal/show"
	"beltroad/internal/slide"
	"beltroad/views/paint"
)

// checkPlate is the projector check: lines of text that become larger, bars
// between black and white, and pairs of colours that slides have.
func (p *Presentation) checkPlate(size fyne.Size) *plate {
	c := p.checked(size)
	made := &plate{ready: true, lay: slide.Layout{Sheet: &drawing.Sheet{Width: c.w, Height: c.h, Title: p.words.Say("present.check"), Marks: c.marks}}}
	made.parts = parted(c.marks)
	return made
}

// checked makes the marks of the check.
func (p *Presentation) checked(size fyne.Size) *checking {
	c := &checking{p: p, w: float64(size.Width), h: float64(size.Height)}
	c.rect(drawing.Box{W: c.w, H: c.h}, drawing.InkGround, 1)
	c.ladder()
	c.bars()
	c.pairs()
	return c
}

// checking is the check in the making.
type checking struct {
	p     *Presentation
	w, h  float64
	marks []drawing.Mark
	lines []drawing.Box // of the ladder
}

// clickCheck chooses the line that is clicked, and takes the one that is chosen.
// Beside the lines it leaves the check.
func (p *Presentation) clickCheck(b *board, at fyne.Position) {
	for i, l := range p.checked(b.Size()).lines {
		if !l.Contains(float64(at.X), float64(at.Y)) {
			continue
		}
		if i == p.show.Choice() {
			p.do(show.Enter)
			return
		}
		p.show.Choose(i)
		p.refresh()
		return
	}
	p.do(show.Check)
}

func (c *checking) rect(b drawing.Box, ink drawing.Ink, alpha float64) {
	c.marks = append(c.marks, drawing.Mark{Kind: drawing.Rect, Box: b, Ink: ink, Alpha: alpha})
}

// text writes so many lines at most, and tells where the next one would stand.
func (c *checking) text(text string, x, y, size, width float64, lines int, ink drawing.Ink, bold bool) float64 {
	set := drawing.Setter{Measure: paint.Measure}
	font := drawing.Font{Size: size, Bold: bold}
	for _, l := range set.Wrap(text, font, width, lines) {
		c.marks = append(c.marks, drawing.Mark{
			Kind: drawing.Text, Box: drawing.Box{X: x, Y: y, W: l.W, H: font.Height(1)}, Ink: ink, Alpha: 1,
			Lettering: drawing.Lettering{Text: l.Text, TextSize: size, Bold: bold},
		})
		y += font.Height(1)
	}
	return y
}

// ladder are the lines, the smallest first; the chosen one is marked.
func (c *checking) ladder() {
	margin, y := c.w/16, c.h*0.025
	y = c.text(c.p.words.Say("present.check"), margin, y, c.h/20, c.w-2*margin, 1, drawing.InkText, true)
	y = c.text(c.p.words.Say("present.check.how"), margin, y, c.h/30, c.w-2*margin, 3, drawing.InkMuted, false) + c.h/90
	for i, share := range show.Ladder() {
		size := share * c.h
		c.lines = append(c.lines, drawing.Box{X: margin * 0.8, Y: y, W: c.w - 1.6*margin, H: size * 1.45})
		if i == c.p.show.Choice() {
			c.rect(drawing.Box{X: margin * 0.8, Y: y, W: c.w - 1.6*margin, H: size * 1.45}, drawing.InkSubtle, 1)
			c.rect(drawing.Box{X: margin * 0.8, Y: y, W: margin / 12, H: size * 1.45}, drawing.InkAccent, 1)
		}
		c.sample(c.p.words.Say("present.check.line", map[string]any{"Number": i + 1}), margin, y+size*0.05, size)
		y += size * 1.5
	}
}

// sample writes as many words of a line as have room: it may be any text.
func (c *checking) sample(text string, x, y, size float64) {
	const all = 9
	if lines := (drawing.Setter{Measure: paint.Measure}).Wrap(text, drawing.Font{Size: size}, c.w-2*x, all); len(lines) > 0 {
		c.text(lines[0].Text, x, y, size, c.w-2*x, 1, drawing.InkText, false)
	}
}

// bars go from the ground to the text in steps: all are to be told apart.
func (c *checking) bars() {
	const steps = 10
	margin, y, high := c.w/16, c.h*0.8, c.h*0.06
	width := (c.w/2 - margin*1.25) / steps
	for i := range steps {
		b := drawing.Box{X: margin + float64(i)*width, Y: y, W: width, H: high}
		c.rect(b, drawing.InkText, float64(i+1)/steps)
	}
	c.text(c.p.words.Say("present.check.bars"), margin, y+high*1.15, c.h/36, c.w/2-margin*1.25, 3, drawing.InkMuted, false)
}

// pairs are the colours of pillars beside each other, each with its number: not
// told apart, they are told by that.
func (c *checking) pairs() {
	const most = 5
	margin, y, high := c.w/16, c.h*0.8, c.h*0.06
	left := c.w/2 + margin/4
	width := (c.w - margin - left) / most
	for i := range most {
		b := drawing.Box{X: left + float64(i)*width, Y: y, W: width, H: high}
		c.rect(b, drawing.Pillar(i+1), 1)
	}
	c.text(c.p.words.Say("present.check.colours"), left, y+high*1.15, c.h/36, c.w-margin-left, 3, drawing.InkMuted, false)
}
