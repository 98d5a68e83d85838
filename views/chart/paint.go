// Package chart draws charts of the ledger on screen: the marks that
// internal/plot computes, with what pointer and keyboard can do on them.
package chart

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"beltroad/data"
	"beltroad/internal/plot"
	"beltroad/views/record"
	"beltroad/views/ui"
)

// painter makes canvas objects of marks. grown is how much of their length
// bars have, 0 to 1.
type painter struct {
	base  float32
	grown float32
}

// grows tells whether a mark has a part in the entry animation.
func grows(m *plot.Mark) bool { return m.Part == plot.PartBar || m.Part == plot.PartTail }

// mark adds the objects of a mark.
func (p painter) mark(objs []fyne.CanvasObject, m *plot.Mark) []fyne.CanvasObject {
	switch m.Kind {
	case plot.Rect:
		return p.rect(objs, m)
	case plot.Line:
		return p.line(objs, m)
	case plot.Sign:
		s := record.Shape(claimOf(m.Shape))
		put(s, float32(m.X), float32(m.Y), float32(m.W), float32(m.H))
		return append(objs, s)
	default:
		return append(objs, textOf(m))
	}
}

// whole rounds. Letters keep their distance at whole sizes: hinting spaces them
// unevenly at sizes between.
func whole(size float64) float32 { return float32(math.Round(size)) }

// textOf sets a line of text at its anchor, centred on the height of its box.
func textOf(m *plot.Mark) fyne.CanvasObject {
	t := ui.PlainText(m.Text, whole(m.TextSize), m.Bold, colourName(m))
	size := t.MinSize()
	x := float32(m.X)
	switch m.Anchor {
	case plot.Middle:
		x += (float32(m.W) - size.Width) / 2
	case plot.End:
		x += float32(m.W) - size.Width
	}
	put(t, x, float32(m.Y)+(float32(m.H)-size.Height)/2, size.Width, size.Height)
	return t
}

func (p painter) rect(objs []fyne.CanvasObject, m *plot.Mark) []fyne.CanvasObject {
	x, w := p.extent(m)
	if m.Part == plot.PartBar || m.Part == plot.PartTail {
		x, w = snapped(x, w)
	}
	y, h := float32(m.Y), float32(m.H)
	full := ui.Faded(ui.Colour(colourName(m)), m.Alpha)
	switch m.Pattern {
	case plot.FadeRight, plot.FadeLeft:
		from, to := full, ui.Faded(full, 0)
		if m.Pattern == plot.FadeLeft {
			from, to = to, from
		}
		g := canvas.NewHorizontalGradient(from, to)
		put(g, x, y, w, h)
		return append(objs, g)
	case plot.Hatch:
		return hatch(objs, x, y, w, h, full)
	default:
		r := canvas.NewRectangle(full)
		r.CornerRadius = min(float32(m.Radius), w/2, h/2)
		put(r, x, y, w, h)
		return append(objs, r)
	}
}

// extent is where a mark lies sideways while the bars grow.
func (p painter) extent(m *plot.Mark) (x, w float32) {
	x, w = float32(m.X), float32(m.W)
	if p.grown < 1 && grows(m) {
		return p.base + (x-p.base)*p.grown, w * p.grown
	}
	return x, w
}

// snapped is a stretch between whole pixels: parts of a bar that meet between
// two would show a seam where they are translucent.
func snapped(x, w float32) (left, width float32) {
	left = whole(float64(x))
	if right := whole(float64(x + w)); right > left || w == 0 {
		return left, right - left
	}
	return left, 1
}

// hatch draws lines that rise to the right, clipped to the box.
func hatch(objs []fyne.CanvasObject, x, y, w, h float32, col color.Color) []fyne.CanvasObject {
	const gap, most, wide = 7, 200, 1.5
	x, y, w, h = x+wide/2, y+wide/2, max(w-wide, 0), max(h-wide, 0) // a line's ends stick out by half its width
	step := max(float32(gap), (w+h)/most)
	for at := step / 2; at < w+h; at += step { // where the line meets the upper edge, or would
		from := fyne.NewPos(x+max(0, at-h), y+min(h, at))
		to := fyne.NewPos(x+min(w, at), y+max(0, at-w))
		objs = append(objs, ui.Stroke(from, to, col, wide))
	}
	return objs
}

func (p painter) line(objs []fyne.CanvasObject, m *plot.Mark) []fyne.CanvasObject {
	from, to := fyne.NewPos(p.along(m, m.X), float32(m.Y)), fyne.NewPos(p.along(m, m.X2), float32(m.Y2))
	col := ui.Faded(ui.Colour(colourName(m)), m.Alpha)
	if m.Pattern != plot.Dashed {
		return append(objs, ui.Stroke(from, to, col, float32(m.Stroke)))
	}
	const on, off = 4, 3
	return append(objs, ui.Dashed(from, to, col, float32(m.Stroke), on, off)...)
}

func (p painter) along(m *plot.Mark, x float64) float32 {
	if p.grown < 1 && grows(m) {
		return p.base + (float32(x)-p.base)*p.grown
	}
	return float32(x)
}

func colourName(m *plot.Mark) fyne.ThemeColorName {
	switch m.Ink {
	case plot.InkMuted:
		return ui.ColorMuted
	case plot.InkLine:
		return ui.ColorLine
	case plot.InkPillar:
		return ui.PillarColor(m.Pillar)
	default:
		return ui.ColorInk
	}
}

func claimOf(s plot.Shape) data.Claim {
	return map[plot.Shape]data.Claim{
		plot.Dot: data.Reported, plot.Diamond: data.Estimate, plot.Arrow: data.Commitment, plot.Quote: data.Opinion,
	}[s]
}

func put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}
