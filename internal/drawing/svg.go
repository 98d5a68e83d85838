package drawing

import (
	"encoding/xml"
	"fmt"
	"image/color"
	"io"
	"math"
	"strconv"
	"strings"
)

// fonts are asked for in turn: the app's own, then what the system has.
const fonts = "'Noto Sans', 'Noto Sans SC', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif"

// SVG writes a drawing as shapes and text. The marks of one thing that follow
// one another are a group with its name, which viewers show under the pointer
// and read aloud.
func SVG(w io.Writer, s *Sheet, p Palette) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	return SVGPart(w, s, p, "")
}

// SVGPart writes a drawing as part of a page, where ids begin with what no other
// drawing's there do.
func SVGPart(w io.Writer, s *Sheet, p Palette, ids string) error {
	d := &writer{out: xml.NewEncoder(w), sheet: s, palette: p, ids: ids, defs: map[string]string{}}
	width, height := px(s.Width), px(s.Height)
	d.open("svg", "xmlns", "http://www.w3.org/2000/svg", "version", "1.1", "role", "img",
		"width", width, "height", height, "viewBox", "0 0 "+width+" "+height, "font-family", fonts)
	d.element("title", s.Title)
	d.element("desc", s.Description)
	d.definitions()
	d.marks()
	d.close("svg")
	if d.err != nil {
		return d.err
	}
	return d.out.Close()
}

// writer is an SVG file in the making. The encoder escapes, whatever texts
// hold, and notices what is not closed.
type writer struct {
	out     *xml.Encoder
	sheet   *Sheet
	palette Palette
	ids     string            // what ids begin with
	defs    map[string]string // ids of patterns, gradients and clips by what they look like
	err     error             // the first
}

// definitions gives each look that needs a definition its id.
func (d *writer) definitions() {
	opened := false
	for i := range d.sheet.Marks {
		m := &d.sheet.Marks[i]
		look := d.look(m)
		if _, ok := d.defs[look]; ok || look == "" {
			continue
		}
		if !opened {
			d.open("defs")
			opened = true
		}
		id := d.ids + "p" + strconv.Itoa(len(d.defs)+1)
		d.defs[look] = id
		d.define(id, m)
	}
	if opened {
		d.close("defs")
	}
}

// look tells apart what needs a definition of its own; "" needs none.
func (d *writer) look(m *Mark) string {
	switch {
	case m.Kind == Clip && m.W > 0:
		return fmt.Sprint("clip", m.Box)
	case m.Kind == Rect && m.Pattern != Solid:
		return fmt.Sprint(m.Pattern, d.colour(m.Ink))
	default:
		return ""
	}
}

func (d *writer) define(id string, m *Mark) {
	fill := d.colour(m.Ink)
	switch {
	case m.Kind == Clip:
		d.open("clipPath", "id", id)
		d.empty("rect", "x", px(m.X), "y", px(m.Y), "width", px(m.W), "height", px(m.H))
		d.close("clipPath")
	case m.Pattern == Hatch:
		d.open("pattern", "id", id, "patternUnits", "userSpaceOnUse", "width", "6", "height", "6")
		d.empty("path", "d", "M-1 1L1 -1M0 6L6 0M5 7L7 5", "stroke", fill, "stroke-width", "1.6", "fill", "none")
		d.close("pattern")
	default:
		from, to := "1", "0"
		if m.Pattern == FadeLeft {
			from, to = to, from
		}
		d.open("linearGradient", "id", id)
		d.empty("stop", "offset", "0", "stop-color", fill, "stop-opacity", from)
		d.empty("stop", "offset", "1", "stop-color", fill, "stop-opacity", to)
		d.close("linearGradient")
	}
}

// marks writes the marks in their groups, which end where a clip begins or ends.
func (d *writer) marks() {
	group, clipped := "", false
	leave := func() {
		if group != "" {
			d.close("g")
		}
		group = ""
	}
	for i := range d.sheet.Marks {
		m := &d.sheet.Marks[i]
		if m.Kind == Clip {
			leave()
			if clipped {
				d.close("g")
			}
			if clipped = m.W > 0; clipped {
				d.open("g", "clip-path", "url(#"+d.defs[d.look(m)]+")")
			}
			continue
		}
		if m.Of != group {
			leave()
			if group = m.Of; group != "" {
				d.open("g", "data-id", group)
				d.element("title", d.sheet.Names[group])
			}
		}
		d.mark(m)
	}
	leave()
	if clipped {
		d.close("g")
	}
}

func (d *writer) mark(m *Mark) {
	if t, ok := m.Lettered(); ok {
		d.text(&t)
		return
	}
	switch m.Kind {
	case Rect:
		d.rect(m)
	case Line:
		x, y := m.End()
		d.empty("line", append([]string{"x1", px(m.X), "y1", px(m.Y), "x2", px(x), "y2", px(y)}, d.stroke(m, m.Ink)...)...)
	case Path:
		for _, part := range m.Parts {
			d.empty("path", append([]string{"d", outline(part, false), "fill", "none", "stroke-linejoin", "round"}, d.stroke(m, m.Ink)...)...)
		}
	case Area:
		var b strings.Builder
		for _, part := range m.Parts {
			b.WriteString(outline(part, true))
		}
		d.empty("path", append([]string{"d", b.String(), "fill-rule", "evenodd"}, d.filled(m)...)...)
	case Sign:
		d.sign(m)
	default: // no mark
	}
}

// rect writes a box; one with corners of two kinds as a path.
func (d *writer) rect(m *Mark) {
	paint := d.filled(m)
	if id := d.defs[d.look(m)]; id != "" {
		paint[1] = "url(#" + id + ")"
	}
	if m.Radius > 0 && m.Square&AllCorners != 0 {
		d.empty("path", append([]string{"d", d.rounded(m)}, paint...)...)
		return
	}
	d.empty("rect", append([]string{"x", px(m.X), "y", px(m.Y), "width", px(m.W), "height", px(m.H), "rx", some(m.Radius)}, paint...)...)
}

// rounded is a box some of whose corners are round.
func (d *writer) rounded(m *Mark) string {
	r := func(c Corners) float64 {
		if m.Square&c != 0 {
			return 0
		}
		return min(m.Radius, m.W/2, m.H/2)
	}
	var b strings.Builder
	arc := func(r, dx, dy float64) {
		if r > 0 {
			fmt.Fprintf(&b, "a%s %s 0 0 1 %s %s", px(r), px(r), px(dx*r), px(dy*r))
		}
	}
	tl, tr, br, bl := r(TopLeft), r(TopRight), r(BottomRight), r(BottomLeft)
	fmt.Fprintf(&b, "M%s %sh%s", px(m.X+tl), px(m.Y), px(m.W-tl-tr))
	arc(tr, 1, 1)
	b.WriteString("v" + px(m.H-tr-br))
	arc(br, -1, 1)
	b.WriteString("h" + px(br+bl-m.W))
	arc(bl, -1, -1)
	b.WriteString("v" + px(bl+tl-m.H))
	arc(tl, 1, -1)
	return b.String() + "Z"
}

func (d *writer) sign(m *Mark) {
	paint := d.filled(m)
	if m.Shape == Disc {
		d.empty("circle", append([]string{"cx", px(m.X + m.W/2), "cy", px(m.Y + m.H/2), "r", px(min(m.W, m.H) / 2)}, paint...)...)
		return
	}
	var points []string
	for _, p := range m.Corners() {
		points = append(points, px(p.X)+","+px(p.Y))
	}
	d.empty("polygon", append([]string{"points", strings.Join(points, " ")}, paint...)...)
}

// text writes a line of text around a height. Its middle is a third of the
// size above the baseline, whichever font it gets: dominant-baseline is not
// understood by all.
func (d *writer) text(m *Mark) {
	x, anchor, weight := m.X, "", ""
	switch m.Anchor {
	case Middle:
		x, anchor = m.X+m.W/2, "middle"
	case End:
		x, anchor = m.X+m.W, "end"
	default:
	}
	if m.Bold {
		weight = "bold"
	}
	d.open("text", "x", px(x), "y", px(m.Y+m.H/2+m.TextSize*0.35), "font-size", px(m.TextSize),
		"font-weight", weight, "text-anchor", anchor, "fill", d.colour(m.Ink), "fill-opacity", share(m.Alpha))
	d.token(xml.CharData(m.Text))
	d.close("text")
}

// filled are the attributes of what has a ground and may have an edge; its
// fill is the second.
func (d *writer) filled(m *Mark) []string {
	all := []string{"fill", d.colour(m.Ink), "fill-opacity", share(m.Alpha)}
	if m.Edge != InkNone {
		all = append(all, d.stroke(m, m.Edge)...)
	}
	return all
}

func (d *writer) stroke(m *Mark, ink Ink) []string {
	var dashes []string
	for _, v := range m.Dashes {
		dashes = append(dashes, px(v))
	}
	return []string{"stroke", d.colour(ink), "stroke-width", px(m.Stroke), "stroke-dasharray", strings.Join(dashes, " "), "stroke-opacity", share(m.Alpha)}
}

func (d *writer) colour(i Ink) string {
	if i == InkNone {
		return "none"
	}
	return hex(d.palette(i))
}

func (d *writer) token(t xml.Token) {
	if d.err == nil {
		d.err = d.out.EncodeToken(t)
	}
}

// open begins an element. Attributes come in pairs; those without a value are left out.
func (d *writer) open(name string, attributes ...string) {
	e := xml.StartElement{Name: xml.Name{Local: name}}
	for i := 0; i+1 < len(attributes); i += 2 {
		if attributes[i+1] != "" {
			e.Attr = append(e.Attr, xml.Attr{Name: xml.Name{Local: attributes[i]}, Value: attributes[i+1]})
		}
	}
	d.token(e)
}

func (d *writer) close(name string) {
	d.token(xml.EndElement{Name: xml.Name{Local: name}})
	d.token(xml.CharData("\n"))
}

func (d *writer) empty(name string, attributes ...string) {
	d.open(name, attributes...)
	d.close(name)
}

func (d *writer) element(name, text string) {
	d.open(name)
	d.token(xml.CharData(text))
	d.close(name)
}

// outline writes points in tenths of a pixel, without those that fall on the last one.
func outline(points []Point, closed bool) string {
	var b strings.Builder
	last := ""
	for i, p := range points {
		at := tenth(p.X) + " " + tenth(p.Y)
		switch {
		case i == 0:
			b.WriteString("M" + at)
		case at != last:
			b.WriteString("L" + at)
		}
		last = at
	}
	if closed && len(points) > 0 {
		b.WriteByte('Z')
	}
	return b.String()
}

func tenth(v float64) string { return strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64) }

// px is a length with as many digits as can be seen.
func px(v float64) string { return strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64) }

// some is a length, "" for none.
func some(v float64) string {
	if v == 0 {
		return ""
	}
	return px(v)
}

// share is a share of one, "" for all.
func share(v float64) string {
	if v == 1 {
		return ""
	}
	return px(v)
}

// hex is a colour in the form that all programs read.
func hex(c color.Color) string {
	if c == nil {
		return "none"
	}
	n, ok := color.NRGBAModel.Convert(c).(color.NRGBA)
	if !ok {
		return "none"
	}
	return fmt.Sprintf("#%02x%02x%02x", n.R, n.G, n.B)
}
