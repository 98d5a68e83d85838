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
	c := &checking{p: p, w: float64(size.Width), h: float64(size.Height)}
	c.rect(drawing.Box{W: c.w, H: c.h}, drawing.InkGround, 1)
	c.ladder()
	c.bars()
	c.pairs()
	made := &plate{ready: true, lay: slide.Layout{Sheet: &drawing.Sheet{Width: c.w, Height: c.h, Title: p.words.Say("present.check"), Marks: c.marks}}}
	made.parts = parted(c.marks)
	return made
}

// checking is the check in the making.
type checking struct {
	p     *Presentation
	w, h  float64
	marks []drawing.Mark
}

func (c *checking) rect(b drawing.Box, ink drawing.Ink, alpha float64) {
	c.marks = append(c.marks, drawing.Mark{Kind: drawing.Rect, Box: b, Ink: ink, Alpha: alpha})
}

// text writes a line as far as the width goes.
func (c *checking) text(text string, x, y, size, width float64, ink drawing.Ink, bold bool) {
	set := drawing.Setter{Measure: paint.Measure}
	font := drawing.Font{Size: size, Bold: bold}
	for _, l := range set.Wrap(text, font, width, 2) {
		c.marks = append(c.marks, drawing.Mark{
			Kind: drawing.Text, Box: drawing.Box{X: x, Y: y, W: l.W, H: font.Height(1)}, Ink: ink, Alpha: 1,
			Lettering: drawing.Lettering{Text: l.Text, TextSize: size, Bold: bold},
		})
		y += font.Height(1)
	}
}

// ladder are the lines, the smallest first; the chosen one is marked.
func (c *checking) ladder() {
	margin, y := c.w/16, c.h*0.04
	c.text(c.p.words.Say("present.check"), margin, y, c.h/18, c.w-2*margin, drawing.InkText, true)
	y += c.h / 18 * 1.5
	c.text(c.p.words.Say("present.check.how"), margin, y, c.h/30, c.w-2*margin, drawing.InkMuted, false)
	y += c.h / 30 * 3.2
	for i, share := range show.Ladder() {
		size := share * c.h
		if i == c.p.show.Choice() {
			c.rect(drawing.Box{X: margin * 0.8, Y: y, W: c.w - 1.6*margin, H: size * 1.45}, drawing.InkSubtle, 1)
			c.rect(drawing.Box{X: margin * 0.8, Y: y, W: margin / 12, H: size * 1.45}, drawing.InkAccent, 1)
		}
		c.text(c.p.words.Say("present.check.line", map[string]any{"Number": i + 1}), margin, y+size*0.05, size, c.w-2*margin, drawing.InkText, false)
		y += size * 1.5
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
	c.text(c.p.words.Say("present.check.bars"), margin, y+high*1.15, c.h/36, c.w/2-margin, drawing.InkMuted, false)
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
	c.text(c.p.words.Say("present.check.colours"), left, y+high*1.15, c.h/36, c.w/2-margin, drawing.InkMuted, false)
}
