package views

import (
	"flag"
	"fmt"
	"image"
	"image/color"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"beltroad/views/mapview"
	"beltroad/views/ui"
)

var everyScreen = flag.Bool("screens", false, "look at all screens in every size, scheme and size of text, not at a sample")

// Least contrasts of WCAG 2.2, level AA.
const (
	leastContrast = 4.5 // 1.4.3: text below 24 px, or 18.66 px bold
	leastLarge    = 3   // larger text; 1.4.11: what says something without words
)

// All screens in the sizes of projectors and desktops, light, dark and projected, and in
// all sizes of text: no text is too small, cut, or on another one; each can be read on
// what is really beneath it, and each sign can be told from that.
func TestEveryScreenCanBeRead(t *testing.T) {
	d := dossier(t)
	for _, size := range []fyne.Size{windows[1], windows[3], windows[4]} {
		for _, l := range []look{
			{ui.Light, 100, false},
			{ui.Dark, 100, false},
			{ui.Light, 150, false},
			{ui.Dark, 150, false},
			{ui.Light, 200, false},
			{ui.Dark, 200, false},
			{ui.Light, 100, true},
		} {
			name := fmt.Sprintf("%gx%g %s %d%%", size.Width, size.Height, l.scheme, l.text)
			if l.projector {
				name = fmt.Sprintf("%gx%g projected", size.Width, size.Height)
			}
			if !*everyScreen && (size != windows[1] || l.text == 150 || l.text == 200 && l.scheme == ui.Light) {
				continue
			}
			t.Run(name, func(t *testing.T) {
				shape := Look{Width: size.Width, Height: size.Height, Scheme: l.scheme, TextScale: float32(l.text) / 100, Projector: l.projector, Scale: 1}
				lookingAt(t, shape)
				for _, r := range Screens(d) {
					root, on := screenOf(d, r, shape)
					problems := append(misplaced(root), cutShort(root)...)
					problems = append(problems, small(root, shape.theme(d))...)
					for _, problem := range append(problems, faint(root, on)...) {
						t.Errorf("%s: %s", r, problem)
					}
				}
			})
		}
	}
}

// small are texts below the least size.
func small(root fyne.CanvasObject, th *ui.Theme) []string {
	const least = 12
	var found []string
	for _, n := range nodes(root) {
		if text, ok := n.object.(*canvas.Text); ok && strings.TrimSpace(text.Text) != "" && text.TextSize < th.Dp(least)-0.01 {
			found = append(found, fmt.Sprintf("%.1f px: %q", text.TextSize, short(text.Text)))
		}
	}
	return found
}

// faint are texts and signs that stand out too little from what is painted beneath them.
func faint(root fyne.CanvasObject, on fyne.Canvas) []string {
	all := nodes(root)
	var texts []*canvas.Text
	var inks []color.Color
	for _, n := range all {
		if text, ok := n.object.(*canvas.Text); ok {
			texts, inks = append(texts, text), append(inks, text.Color)
			text.Color = color.Transparent
		}
	}
	ground := on.Capture()
	for i, text := range texts {
		text.Color = inks[i]
	}
	var found []string
	for i, n := range all {
		seen := visiblePart(n)
		if seen.right-seen.left < 2 || seen.bottom-seen.top < 2 {
			continue
		}
		switch o := n.object.(type) {
		case *canvas.Text:
			if strings.TrimSpace(o.Text) == "" {
				continue
			}
			least := leastContrast
			if o.TextSize >= 24 || o.TextSize >= 18.66 && (o.TextStyle.Bold || o.FontSource != nil) {
				least = leastLarge
			}
			ink := inked(n, o)
			in := box{max(seen.left, ink.left), max(seen.top, ink.top), min(seen.right, ink.right), min(seen.bottom, ink.bottom)}
			air := (in.bottom - in.top) * 0.2
			in.top, in.bottom = in.top+air, in.bottom-air
			if got, at := weakest(ground, in, o.Color); got < least {
				found = append(found, fmt.Sprintf("text %q has a contrast of %.2f at %v, needs %.1f", short(o.Text), got, at, least))
			}
		case *canvas.Circle:
			if isRim(all, i) {
				continue
			}
			found = append(found, dim(ground, n, o.FillColor, o.StrokeColor)...)
		case *canvas.RegularPolygon:
			if isRim(all, i) {
				continue
			}
			found = append(found, dim(ground, n, o.FillColor, o.StrokeColor)...)
		}
	}
	return found
}

// visiblePart is the part of an object that can be seen.
func visiblePart(n *node) box {
	seen := n.box
	for p := n.parent; p != nil; p = p.parent {
		_, moves := p.object.(*mapview.Explorer)
		_, still := p.object.(*mapview.Map)
		_, clips := p.object.(*ui.Scroller)
		if clips || moves || still || p.parent == nil {
			shadow := float32(0) // of what scrolls, at its edges
			if clips {
				shadow = 8
			}
			seen = box{max(seen.left, p.box.left), max(seen.top, p.box.top+shadow), min(seen.right, p.box.right), min(seen.bottom, p.box.bottom-shadow)}
		}
	}
	return seen
}

// weakest is the contrast of an ink with what is painted in a box, where all but a
// twentieth of that is better: lines may cross a text's room between its letters.
func weakest(ground image.Image, in box, ink color.Color) (float64, image.Point) {
	const may = 0.05
	type spot struct {
		contrast float64
		at       image.Point
	}
	at := map[color.NRGBA]*spot{}
	count := map[color.NRGBA]int{}
	all := 0
	for y := int(in.top); y < int(math.Ceil(float64(in.bottom))); y++ {
		for x := int(in.left); x < int(math.Ceil(float64(in.right))); x++ {
			if !(image.Point{x, y}).In(ground.Bounds()) {
				continue
			}
			c, _ := color.NRGBAModel.Convert(ground.At(x, y)).(color.NRGBA)
			all++
			if count[c]++; at[c] == nil {
				at[c] = &spot{contrastOn(ink, c), image.Point{x, y}}
			}
		}
	}
	worst := spot{contrast: 21}
	below := 0
	for c, s := range at {
		if s.contrast < leastContrast {
			below += count[c]
		}
		if s.contrast < worst.contrast && float64(count[c]) > may*float64(all)/2 {
			worst = *s
		}
	}
	if float64(below) > may*float64(all) {
		for c, s := range at {
			if s.contrast < worst.contrast && count[c] > 0 {
				worst = *s
			}
		}
	}
	return worst.contrast, worst.at
}

// dim tells of a sign whose inside and edge both are like what is around it on all sides.
func dim(ground image.Image, n *node, fill, edge color.Color) []string {
	const beside = 3
	x, y := int(n.box.left+n.box.right)/2, int(n.box.top+n.box.bottom)/2
	best, inked := 0.0, false
	for _, at := range []image.Point{{int(n.box.left) - beside, y}, {int(n.box.right) + beside, y}, {x, int(n.box.top) - beside}, {x, int(n.box.bottom) + beside}} {
		if !at.In(ground.Bounds()) {
			continue
		}
		c, _ := color.NRGBAModel.Convert(ground.At(at.X, at.Y)).(color.NRGBA)
		for _, ink := range []color.Color{fill, edge} {
			if ink == nil {
				continue
			}
			if _, _, _, a := ink.RGBA(); a > 0 {
				best, inked = max(best, contrastOn(ink, c)), true
			}
		}
	}
	if !inked || best >= leastLarge {
		return nil
	}
	return []string{fmt.Sprintf("%s has a contrast of %.2f, needs %d", naming(n), best, leastLarge)}
}

// isRim tells of the ground around a sign, which only parts it from lines.
func isRim(all []*node, i int) bool {
	if i+1 >= len(all) || all[i].parent != all[i+1].parent {
		return false
	}
	a, b := all[i].box, all[i+1].box
	return a.left <= b.left && a.right >= b.right && a.top <= b.top && a.bottom >= b.bottom && fmt.Sprintf("%T", all[i].object) == fmt.Sprintf("%T", all[i+1].object)
}

// contrastOn is the contrast ratio of an ink, which may be translucent, with its ground.
func contrastOn(ink color.Color, ground color.NRGBA) float64 {
	c, _ := color.NRGBAModel.Convert(ink).(color.NRGBA)
	mix := func(a, b uint8) uint8 {
		return uint8(math.Round((float64(a)*float64(c.A) + float64(b)*float64(255-c.A)) / 255))
	}
	a, b := luminance(color.NRGBA{mix(c.R, ground.R), mix(c.G, ground.G), mix(c.B, ground.B), 255}), luminance(ground)
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

// luminance is the relative luminance of an opaque colour, as WCAG 2.2 defines it.
func luminance(c color.NRGBA) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}
