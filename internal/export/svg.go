package export

import (
	"encoding/xml"
	"fmt"
	"image/color"
	"io"
	"math"
	"strconv"
	"strings"

	"beltroad/internal/plot"
)

// Palette are the colours of a picture.
type Palette struct {
	Ground  color.Color // nil: transparent
	Text    color.Color
	Muted   color.Color
	Line    color.Color
	Pillars []color.Color // by order, from 1; more pillars share
}

// of is the colour of a mark.
func (p Palette) of(m *plot.Mark) color.Color {
	switch m.Ink {
	case plot.InkMuted:
		return p.Muted
	case plot.InkLine:
		return p.Line
	case plot.InkPillar:
		if m.Pillar < 1 || len(p.Pillars) == 0 {
			return p.Muted
		}
		return p.Pillars[(m.Pillar-1)%len(p.Pillars)]
	default:
		return p.Text
	}
}

// fonts are asked for in turn: the app's own, then what the system has.
const fonts = "'Noto Sans', 'Noto Sans SC', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif"

// SVG writes a chart as a drawing of shapes and text. Each figure's marks are
// a group with a title, which viewers show under the pointer and read aloud.
func SVG(w io.Writer, p *plot.Plot, colours Palette) error {
	d := &drawing{plot: p, colours: colours, defs: map[string]string{}}
	d.collect()
	d.open("svg", "xmlns", "http://www.w3.org/2000/svg", "version", "1.1", "role", "img",
		"width", px(p.Width), "height", px(p.Height), "viewBox", "0 0 "+px(p.Width)+" "+px(p.Height), "font-family", fonts)
	d.element("title", p.Title)
	d.element("desc", description(p))
	d.definitions()
	if colours.Ground != nil {
		d.empty("rect", "width", px(p.Width), "height", px(p.Height), "fill", hex(colours.Ground))
	}
	d.marks()
	d.close("svg")
	_, err := io.WriteString(w, xml.Header+d.b.String())
	return err
}

// description says in words what the chart shows: notes, figures, source.
func description(p *plot.Plot) string {
	var lines []string
	for _, n := range p.Notes {
		lines = append(lines, n.Text)
		lines = append(lines, n.Details...)
	}
	for _, i := range p.Items {
		lines = append(lines, sentence(i.Tip))
	}
	return strings.Join(append(lines, p.Source), "\n")
}

func sentence(t plot.Tip) string {
	return t.Label + ": " + t.Wording + " · " + t.Comparator + " · " + t.Claim + " · " + t.Period + " · " + t.Speaker + " · " + t.Cite
}

// drawing is an SVG file in the making.
type drawing struct {
	b       strings.Builder
	plot    *plot.Plot
	colours Palette
	defs    map[string]string // id of a pattern or gradient by what it looks like
	order   []*plot.Mark      // the first mark of each, in order
}

// collect gives each look that needs a definition its id.
func (d *drawing) collect() {
	for i := range d.plot.Marks {
		m := &d.plot.Marks[i]
		look := d.look(m)
		if _, ok := d.defs[look]; ok || look == "" {
			continue
		}
		d.order = append(d.order, m)
		d.defs[look] = "p" + strconv.Itoa(len(d.order))
	}
}

// look tells apart what needs a definition of its own; "" needs none.
func (d *drawing) look(m *plot.Mark) string {
	if m.Kind != plot.Rect || m.Pattern == plot.Solid {
		return ""
	}
	return fmt.Sprint(m.Pattern, hex(d.colours.of(m)))
}

func (d *drawing) definitions() {
	if len(d.order) == 0 {
		return
	}
	d.open("defs")
	for _, m := range d.order {
		id, fill := d.defs[d.look(m)], hex(d.colours.of(m))
		if m.Pattern == plot.Hatch {
			d.open("pattern", "id", id, "patternUnits", "userSpaceOnUse", "width", "6", "height", "6")
			d.empty("path", "d", "M-1 1L1 -1M0 6L6 0M5 7L7 5", "stroke", fill, "stroke-width", "1.6", "fill", "none")
			d.close("pattern")
			continue
		}
		from, to := "1", "0"
		if m.Pattern == plot.FadeLeft {
			from, to = to, from
		}
		d.open("linearGradient", "id", id)
		d.empty("stop", "offset", "0", "stop-color", fill, "stop-opacity", from)
		d.empty("stop", "offset", "1", "stop-color", fill, "stop-opacity", to)
		d.close("linearGradient")
	}
	d.close("defs")
}

// marks writes the marks, those of one figure that follow one another as a group.
func (d *drawing) marks() {
	tips := map[string]string{}
	for _, i := range d.plot.Items {
		tips[i.Figure] = sentence(i.Tip)
	}
	group := ""
	for i := range d.plot.Marks {
		m := &d.plot.Marks[i]
		if m.Figure != group {
			if group != "" {
				d.close("g")
			}
			if group = m.Figure; group != "" {
				d.open("g", "data-figure", group)
				d.element("title", tips[group])
			}
		}
		d.mark(m)
	}
	if group != "" {
		d.close("g")
	}
}

func (d *drawing) mark(m *plot.Mark) {
	fill := hex(d.colours.of(m))
	switch m.Kind {
	case plot.Rect:
		if id := d.defs[d.look(m)]; id != "" {
			fill = "url(#" + id + ")"
		}
		d.empty("rect", "x", px(m.X), "y", px(m.Y), "width", px(m.W), "height", px(m.H), "rx", some(m.Radius), "fill", fill, "fill-opacity", share(m.Alpha))
	case plot.Line:
		dash := ""
		if m.Pattern == plot.Dashed {
			dash = "4 3"
		}
		d.empty("line", "x1", px(m.X), "y1", px(m.Y), "x2", px(m.X2), "y2", px(m.Y2), "stroke", fill,
			"stroke-width", px(m.Stroke), "stroke-dasharray", dash, "stroke-opacity", share(m.Alpha))
	case plot.Text:
		x, anchor := m.X, ""
		switch m.Anchor {
		case plot.Middle:
			x, anchor = m.X+m.W/2, "middle"
		case plot.End:
			x, anchor = m.X+m.W, "end"
		default:
		}
		d.text(m.Text, x, m.Y+m.H/2, m.TextSize, fill, anchor, m.Bold)
	case plot.Sign:
		d.sign(m, fill)
	}
}

// text writes a line of text around a height. Its middle is a third of the
// size above the baseline, whichever font it gets: dominant-baseline is not
// understood by all.
func (d *drawing) text(s string, x, middle, size float64, fill, anchor string, bold bool) {
	weight := ""
	if bold {
		weight = "bold"
	}
	d.start("text", "x", px(x), "y", px(middle+size*0.35), "font-size", px(size), "font-weight", weight, "text-anchor", anchor, "fill", fill)
	d.b.WriteByte('>')
	d.escape(s)
	d.close("text")
}

// sign draws the shape of a claim.
func (d *drawing) sign(m *plot.Mark, fill string) {
	x, y, w, h := m.X, m.Y, m.W, m.H
	switch m.Shape {
	case plot.Diamond:
		points := fmt.Sprintf("%s,%s %s,%s %s,%s %s,%s", px(x+w/2), px(y), px(x+w), px(y+h/2), px(x+w/2), px(y+h), px(x), px(y+h/2))
		d.empty("polygon", "points", points, "fill", "none", "stroke", fill, "stroke-width", "1.5")
	case plot.Arrow:
		points := fmt.Sprintf("%s,%s %s,%s %s,%s", px(x), px(y), px(x+w), px(y+h/2), px(x), px(y+h))
		d.empty("polygon", "points", points, "fill", fill)
	case plot.Quote:
		// The mark stands at the top of its line: lower it into the box.
		d.text("”", x+w/2, y+h*1.1, h*2, fill, "middle", true)
	default:
		d.empty("circle", "cx", px(x+w/2), "cy", px(y+h/2), "r", px(w/2), "fill", fill)
	}
}

// start begins a tag. Attributes come in pairs; those without a value are left out.
func (d *drawing) start(name string, attributes ...string) {
	d.b.WriteString("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		if attributes[i+1] == "" {
			continue
		}
		d.b.WriteString(" " + attributes[i] + `="`)
		d.escape(attributes[i+1])
		d.b.WriteByte('"')
	}
}

func (d *drawing) open(name string, attributes ...string) {
	d.start(name, attributes...)
	d.b.WriteString(">\n")
}

func (d *drawing) empty(name string, attributes ...string) {
	d.start(name, attributes...)
	d.b.WriteString("/>\n")
}

func (d *drawing) close(name string) { d.b.WriteString("</" + name + ">\n") }

func (d *drawing) element(name, text string) {
	d.b.WriteString("<" + name + ">")
	d.escape(text)
	d.close(name)
}

// escape writes text so that it is well-formed whatever it holds: what XML has
// no place for becomes a replacement character.
func (d *drawing) escape(s string) {
	_ = xml.EscapeText(&d.b, []byte(s)) // a builder takes everything
}

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
