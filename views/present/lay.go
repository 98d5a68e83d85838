package present

import (
	"strings"

	"beltroad/internal/drawing"
	"beltroad/internal/slide"
)

// lay lays a slide out plainly.
func lay(s *slide.Slide, z slide.Size, m drawing.Measure) slide.Layout {
	sheet := &drawing.Sheet{Width: z.Width, Height: z.Height, Title: s.Title}
	sheet.Marks = append(sheet.Marks, drawing.Mark{Kind: drawing.Rect, Box: drawing.Box{W: z.Width, H: z.Height}, Ink: drawing.InkGround, Alpha: 1})
	set := drawing.Setter{Measure: m}
	y, margin := z.Height*0.09, z.Width/16
	write := func(text string, size float64, bold bool, ink drawing.Ink) {
		for part := range strings.Lines(text) {
			font := drawing.Font{Size: size, Bold: bold}
			for _, l := range set.Wrap(strings.TrimSpace(part), font, z.Width-2*margin, 4) {
				sheet.Marks = append(sheet.Marks, drawing.Mark{
					Kind: drawing.Text, Box: drawing.Box{X: margin, Y: y, W: z.Width - 2*margin, H: font.Height(1)}, Ink: ink, Alpha: 1,
					Lettering: drawing.Lettering{Text: l.Text, TextSize: size, Bold: bold},
				})
				y += font.Height(1)
			}
		}
	}
	write(s.Kicker, z.Body(), true, drawing.InkAccent)
	write(s.Title, z.Height/14, true, drawing.InkText)
	write(s.Lead, z.Body(), false, drawing.InkMuted)
	for _, n := range s.Numerals {
		write(n.Number+" "+n.Words, z.Height/8, true, drawing.InkText)
		write(n.Below, z.Body(), false, drawing.InkMuted)
	}
	for _, l := range s.Lines {
		write(l.Text, z.Body(), l.Strong, drawing.InkText)
	}
	y = z.Height * 0.92
	write(s.Source+"  "+s.Of, z.Body(), false, drawing.InkMuted)
	return slide.Layout{Sheet: sheet, Scale: 1}
}
