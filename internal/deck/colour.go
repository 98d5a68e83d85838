package deck

import (
	"fmt"
	"image/color"
	"math"
	"strconv"

	"beltroad/data"
	"beltroad/internal/drawing"
	"beltroad/internal/ooxml"
)

// accents is how many colours for pillars a theme of a presentation has; its
// last accent is the app's own.
const accents = 5

// schemed are the inks that a theme of a presentation has names for.
var schemed = map[drawing.Ink]string{
	drawing.InkText: "tx1", drawing.InkMuted: "tx2", drawing.InkGround: "bg1", drawing.InkSubtle: "bg2", drawing.InkAccent: "accent6",
}

// hex is the colour of an ink, as files name it.
func (d *Deck) hex(i drawing.Ink) string {
	n, ok := color.NRGBAModel.Convert(d.colours(i)).(color.NRGBA)
	if !ok {
		return "000000"
	}
	return fmt.Sprintf("%02X%02X%02X", n.R, n.G, n.B)
}

// colour is an ink as an element: by its name in the theme where it has one, so
// that another theme changes it.
func (d *Deck) colour(i drawing.Ink, alpha float64) *ooxml.Node {
	name := schemed[i]
	if order, tint := i.Order(); order > 0 && order <= accents && !tint {
		name = "accent" + whole(order)
	}
	n := ooxml.El("a:schemeClr", "val", name)
	if name == "" {
		n = ooxml.El("a:srgbClr", "val", d.hex(i))
	}
	if alpha < 1 {
		n.Add(ooxml.El("a:alpha", "val", share(alpha)))
	}
	return n
}

// share is a part of one, in thousandths of a percent.
func share(v float64) string {
	const all = 100000
	return strconv.Itoa(int(math.Round(min(max(v, 0), 1) * all)))
}

// solid fills with an ink; without one, not at all.
func (d *Deck) solid(i drawing.Ink, alpha float64) *ooxml.Node {
	if i == drawing.InkNone || alpha <= 0 {
		return ooxml.El("a:noFill")
	}
	return ooxml.El("a:solidFill").Add(d.colour(i, alpha))
}

// hatch fills with lines that rise to the right.
func (d *Deck) hatch(i drawing.Ink, alpha float64) *ooxml.Node {
	return ooxml.El("a:pattFill", "prst", "wdUpDiag").Add(
		ooxml.El("a:fgClr").Add(d.colour(i, alpha)), ooxml.El("a:bgClr").Add(d.colour(drawing.InkGround, 1)))
}

// stroke is a line of an ink and a width in pixels; without one, none.
func (d *Deck) stroke(i drawing.Ink, width, alpha float64, dashed bool) *ooxml.Node {
	if i == drawing.InkNone || width <= 0 {
		return ooxml.El("a:ln").Add(ooxml.El("a:noFill"))
	}
	n := ooxml.El("a:ln", "w", emu(width)).Add(d.solid(i, alpha))
	if dashed {
		n.Add(ooxml.El("a:prstDash", "val", "dash"))
	}
	return n.Add(ooxml.El("a:round"))
}

// emu is a length in the unit of such files.
func emu(px float64) string {
	const each = 9525
	return strconv.FormatInt(int64(math.Round(px*each)), 10)
}

// hundredths is a size of text in hundredths of a point.
func hundredths(px float64) string {
	const each = 75
	return strconv.Itoa(max(100, int(math.Round(px*each))))
}

// sign is the sign of a claim's kind as a character.
func sign(c data.Claim) string {
	switch c {
	case data.Reported:
		return "●"
	case data.Estimate:
		return "◇"
	case data.Commitment:
		return "▶"
	case data.Opinion:
		return "”"
	default:
		return ""
	}
}
