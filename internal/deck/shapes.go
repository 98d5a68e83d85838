package deck

import (
	"math"
	"strconv"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/clip"

	"beltroad/internal/drawing"
	"beltroad/internal/ooxml"
	"beltroad/internal/slide"
)

// tree is what stands on a slide, in the making: elements with numbers of their own.
type tree struct {
	*pptx

	kids    []*ooxml.Node
	n       int
	caveats []string     // what the notes have to say of a chart
	rests   *slide.Slide // the slide with what it rests on, by what is drawn; nil: all is
}

// named is what an element is called, with a number.
func (t *tree) named(name, alt string) *ooxml.Node {
	t.n++
	return ooxml.El("p:cNvPr", "id", whole(t.n+1), "name", name+" "+whole(t.n), "descr", alt)
}

func (t *tree) add(n *ooxml.Node) { t.kids = append(t.kids, n) }

// at is where something stands.
func at(name string, b drawing.Box, more ...string) *ooxml.Node {
	return ooxml.El(name, more...).Add(ooxml.El("a:off", "x", emu(b.X), "y", emu(b.Y)), ooxml.El("a:ext", "cx", emu(max(b.W, 0)), "cy", emu(max(b.H, 0))))
}

// shape is a shape without text.
func (t *tree) shape(name string, b drawing.Box, geometry *ooxml.Node, turn string, fill, line *ooxml.Node) *ooxml.Node {
	return ooxml.El("p:sp").Add(
		ooxml.El("p:nvSpPr").Add(t.named(name, ""), ooxml.El("p:cNvSpPr"), ooxml.El("p:nvPr")),
		ooxml.El("p:spPr").Add(at("a:xfrm", b, "rot", turn), geometry, fill, line))
}

// preset is a form that every program knows.
func preset(name string, adjusted ...*ooxml.Node) *ooxml.Node {
	return ooxml.El("a:prstGeom", "prst", name).Add(ooxml.El("a:avLst").Add(adjusted...))
}

// group is a drawing as one thing of many shapes, with what it shows in words.
func (t *tree) group(name, alt string, b drawing.Box, marks []drawing.Mark) *ooxml.Node {
	g := ooxml.El("p:grpSp").Add(
		ooxml.El("p:nvGrpSpPr").Add(t.named(name, alt), ooxml.El("p:cNvGrpSpPr"), ooxml.El("p:nvPr")),
		ooxml.El("p:grpSpPr").Add(at("a:xfrm", b).Add(
			ooxml.El("a:chOff", "x", emu(b.X), "y", emu(b.Y)), ooxml.El("a:chExt", "cx", emu(b.W), "cy", emu(b.H)))))
	window := b
	for i := range marks {
		m := &marks[i]
		if m.Kind == drawing.Clip {
			if window = b; m.W > 0 {
				window = m.Box
			}
			continue
		}
		g.Add(t.mark(m, window))
	}
	return g
}

// mark is a mark as a shape, or what is seen of it in a window; nil: nothing is.
func (t *tree) mark(m *drawing.Mark, window drawing.Box) *ooxml.Node {
	if text, ok := m.Lettered(); ok {
		if !window.Contains(text.X+text.W/2, text.Y+text.H/2) {
			return nil
		}
		return t.lettering(&text)
	}
	switch m.Kind {
	case drawing.Rect:
		return t.rect(m, window)
	case drawing.Line:
		x, y := m.End()
		return t.way(m, [][]drawing.Point{{{X: m.X, Y: m.Y}, {X: x, Y: y}}}, window)
	case drawing.Path:
		return t.way(m, m.Parts, window)
	case drawing.Area:
		return t.area(m, window)
	case drawing.Sign:
		return t.sign(m, window)
	default:
		return nil
	}
}

func (t *tree) edge(m *drawing.Mark) *ooxml.Node {
	if m.Edge == drawing.InkNone {
		return t.stroke(drawing.InkNone, 0, 0, false)
	}
	return t.stroke(m.Edge, m.Stroke, m.Alpha, len(m.Dashes) > 0)
}

func (t *tree) rect(m *drawing.Mark, window drawing.Box) *ooxml.Node {
	b := common(m.Box, window)
	if b.W <= 0 || b.H <= 0 {
		return nil
	}
	geometry := preset("rect")
	if m.Radius > 0 && m.Square&drawing.AllCorners == 0 {
		geometry = preset("roundRect", ooxml.El("a:gd", "name", "adj", "fmla", "val "+share(min(m.Radius/min(b.W, b.H), 0.5))))
	}
	fill := t.solid(m.Ink, m.Alpha)
	switch m.Pattern {
	case drawing.Hatch:
		fill = t.hatch(m.Ink, m.Alpha)
	case drawing.FadeRight, drawing.FadeLeft:
		fill = t.fade(m)
	default:
	}
	return t.shape("Box", b, geometry, "", fill, t.edge(m))
}

// fade is a colour that runs out to one side.
func (t *tree) fade(m *drawing.Mark) *ooxml.Node {
	from, to := m.Alpha, 0.0
	if m.Pattern == drawing.FadeLeft {
		from, to = to, from
	}
	return ooxml.El("a:gradFill", "rotWithShape", "1").Add(
		ooxml.El("a:gsLst").Add(
			ooxml.El("a:gs", "pos", "0").Add(t.colour(m.Ink, from)), ooxml.El("a:gs", "pos", share(1)).Add(t.colour(m.Ink, to))),
		ooxml.El("a:lin", "ang", "0", "scaled", "0"))
}

// common is the part that two boxes share.
func common(a, b drawing.Box) drawing.Box {
	x, y := max(a.X, b.X), max(a.Y, b.Y)
	return drawing.Box{X: x, Y: y, W: min(a.X+a.W, b.X+b.W) - x, H: min(a.Y+a.H, b.Y+b.H) - y}
}

func bound(b drawing.Box) orb.Bound {
	return orb.Bound{Min: orb.Point{b.X, b.Y}, Max: orb.Point{b.X + b.W, b.Y + b.H}}
}

func points(part []drawing.Point) []orb.Point {
	all := make([]orb.Point, len(part))
	for i, p := range part {
		all[i] = orb.Point{p.X, p.Y}
	}
	return all
}

// way is a line through points, what is seen of it.
func (t *tree) way(m *drawing.Mark, parts [][]drawing.Point, window drawing.Box) *ooxml.Node {
	if m.Ink == drawing.InkNone || m.Stroke <= 0 {
		return nil
	}
	var seen [][]orb.Point
	for _, part := range parts {
		for _, piece := range clip.LineString(bound(window), orb.LineString(points(part))) {
			seen = append(seen, piece)
		}
	}
	return t.free("Line", seen, false, ooxml.El("a:noFill"), t.stroke(m.Ink, m.Stroke, m.Alpha, len(m.Dashes) > 0))
}

// area is what parts enclose, what is seen of it.
func (t *tree) area(m *drawing.Mark, window drawing.Box) *ooxml.Node {
	var seen [][]orb.Point
	for _, part := range m.Parts {
		ring := append(points(part), orb.Point{part[0].X, part[0].Y})
		if piece := clip.Ring(bound(window), orb.Ring(ring)); len(piece) > 2 {
			seen = append(seen, piece)
		}
	}
	return t.free("Area", seen, true, t.solid(m.Ink, m.Alpha), t.edge(m))
}

// free is a shape of a form of its own.
func (t *tree) free(name string, parts [][]orb.Point, closed bool, fill, line *ooxml.Node) *ooxml.Node {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, part := range parts {
		for _, p := range part {
			x0, y0, x1, y1 = min(x0, p[0]), min(y0, p[1]), max(x1, p[0]), max(y1, p[1])
		}
	}
	if !(x1 >= x0 && y1 >= y0) {
		return nil
	}
	const fine = 100 // of a pixel
	place := func(p orb.Point) *ooxml.Node {
		return ooxml.El("a:pt", "x", strconv.Itoa(int(math.Round((p[0]-x0)*fine))), "y", strconv.Itoa(int(math.Round((p[1]-y0)*fine))))
	}
	path := ooxml.El("a:path", "w", strconv.Itoa(int(math.Round((x1-x0)*fine))), "h", strconv.Itoa(int(math.Round((y1-y0)*fine))))
	for _, part := range parts {
		for i, p := range part {
			if i == 0 {
				path.Add(ooxml.El("a:moveTo").Add(place(p)))
			} else {
				path.Add(ooxml.El("a:lnTo").Add(place(p)))
			}
		}
		if closed {
			path.Add(ooxml.El("a:close"))
		}
	}
	geometry := ooxml.El("a:custGeom").Add(
		ooxml.El("a:avLst"), ooxml.El("a:gdLst"), ooxml.El("a:ahLst"), ooxml.El("a:cxnLst"),
		ooxml.El("a:rect", "l", "0", "t", "0", "r", "r", "b", "b"), ooxml.El("a:pathLst").Add(path))
	return t.shape(name, drawing.Box{X: x0, Y: y0, W: x1 - x0, H: y1 - y0}, geometry, "", fill, line)
}

func (t *tree) sign(m *drawing.Mark, window drawing.Box) *ooxml.Node {
	if !window.Contains(m.X+m.W/2, m.Y+m.H/2) {
		return nil
	}
	form, turn := "ellipse", ""
	switch m.Shape {
	case drawing.Diamond:
		form = "diamond"
	case drawing.Arrow:
		form, turn = "triangle", "5400000"
	case drawing.Square:
		form = "rect"
	case drawing.Triangle:
		form = "triangle"
	case drawing.Pentagon:
		form = "pentagon"
	default:
	}
	return t.shape("Sign", m.Box, preset(form), turn, t.solid(m.Ink, m.Alpha), t.edge(m))
}

// lettering is a line of text, as a box that keeps its place whatever font it gets.
func (t *tree) lettering(m *drawing.Mark) *ooxml.Node {
	align := ""
	switch m.Anchor {
	case drawing.Middle:
		align = "ctr"
	case drawing.End:
		align = "r"
	default:
	}
	run := t.run(m.Text, style{size: m.TextSize, bold: m.Bold, ink: m.Ink, alpha: m.Alpha})
	return t.box(m.Box, ooxml.El("a:bodyPr", "wrap", "none", "lIns", "0", "tIns", "0", "rIns", "0", "bIns", "0", "anchor", "ctr"),
		ooxml.El("a:p").Add(ooxml.El("a:pPr", "algn", align), run))
}
