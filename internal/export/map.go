package export

import (
	"encoding/xml"
	"fmt"
	"image/color"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/clip"

	"beltroad/internal/drawing"
	"beltroad/internal/geo"
)

// Map is a map as it is to be drawn, in pixels of its view.
type Map struct {
	Title   string
	View    geo.View
	Land    geo.Rings
	Paint   geo.Paint
	Ink     color.Color // of names
	Ground  color.Color // of what stands below the map
	Lines   []MapLine
	Marks   []MapMark
	Legend  []MapMark // in the line below the map, each with its name
	Samples []MapLine // then these, without parts
	Credits []string  // one below the other
}

// MapLine is a line on the plane.
type MapLine struct {
	Title  string // what viewers show under the pointer
	Parts  []orb.LineString
	Colour color.Color
	Width  float64
	Alpha  float64
	Dashes geo.Dashes
}

// MapMark is the sign of a place, or of several.
type MapMark struct {
	Title  string
	Shape  MapShape
	X, Y   float64
	Size   float64 // diameter
	Colour color.Color
	Count  int // of the places that it stands for; more than one is written in it
	Label  string
	Box    geo.Box // of the label, from the mark
}

// MapShape is the shape of a mark: a number of corners, standing on one or on
// the side below; 0 is a disc.
type MapShape struct {
	Corners int
	Flat    bool // a square that stands on a side
}

// MapSVG writes a map as a drawing of shapes and text, with its legend and
// credits below it.
func MapSVG(w io.Writer, m Map) error {
	below := &mapWriter{}
	height := below.below(&m)
	d := &mapWriter{}
	d.open("svg", "xmlns", "http://www.w3.org/2000/svg", "version", "1.1", "role", "img",
		"width", px(m.View.Width), "height", px(height), "viewBox", "0 0 "+px(m.View.Width)+" "+px(height), "font-family", fonts)
	d.element("title", m.Title)
	d.element("desc", strings.Join(m.Credits, "\n"))
	d.open("clipPath", "id", "frame")
	d.empty("rect", "width", px(m.View.Width), "height", px(m.View.Height))
	d.close("clipPath")
	d.empty("rect", "width", px(m.View.Width), "height", px(height), "fill", hex(m.Ground))
	d.open("g", "clip-path", "url(#frame)")
	d.empty("rect", "width", px(m.View.Width), "height", px(m.View.Height), "fill", hex(m.Paint.Beside))
	d.empty("path", "d", path(geo.Edge(), m.View, true), "fill", hex(m.Paint.Sea))
	d.empty("path", "d", landPath(m.Land, m.View), "fill", hex(m.Paint.Land), "fill-rule", "evenodd", "stroke", hex(m.Paint.Coast), "stroke-width", "0.75")
	for i := range m.Lines {
		d.mapLine(&m.Lines[i], m.View)
	}
	for i := range m.Marks {
		d.mapMark(&m.Marks[i], m.Paint.Land, m.Ink)
	}
	d.close("g")
	d.b.WriteString(below.b.String())
	d.close("svg")
	_, err := io.WriteString(w, xml.Header+d.b.String())
	return err
}

// below writes title, legend and credits under the map, in as many lines as
// they need, and returns the height of the whole drawing.
func (d *mapWriter) below(m *Map) float64 {
	const (
		line   = 22.0
		margin = 16.0
		gap    = 22.0 // between what the legend explains
		size   = 12.0
		bold   = 14.0
	)
	x, y := margin, m.View.Height
	write := func(text string, size float64, strong bool) {
		for _, l := range (drawing.Setter{}).Wrap(text, drawing.Font{Size: size, Bold: strong}, m.View.Width-2*margin, 60) {
			y += line
			d.text(l.Text, margin, y, size, hex(m.Ink), "", strong)
		}
	}
	// next is where the sign for a text goes, on a new line if there is no more room on this one
	next := func(sign float64, text string) float64 {
		need := sign + drawing.Setter{}.Width(text, drawing.Font{Size: size})
		if x == margin || x+need > m.View.Width-margin {
			x, y = margin, y+line
		}
		at := x
		x += need + gap
		d.text(text, at+sign, y, size, hex(m.Ink), "", false)
		return at
	}
	write(m.Title, bold, true)
	for _, k := range m.Legend {
		k.X = next(18, k.Title) + 6
		k.Y = y
		d.mapMark(&k, m.Ground, m.Ink)
	}
	for _, l := range m.Samples {
		at := next(38, l.Title)
		d.empty("line", "x1", px(at), "y1", px(y), "x2", px(at+30), "y2", px(y), "stroke", hex(l.Colour), "stroke-width", px(l.Width), "stroke-dasharray", dashes(l.Dashes))
	}
	for _, c := range m.Credits {
		write(c, size, false)
	}
	return y + line
}

func (d *mapWriter) mapLine(l *MapLine, v geo.View) {
	d.open("g")
	d.element("title", l.Title)
	for _, part := range l.Parts {
		d.empty("path", "d", path(part, v, false), "fill", "none", "stroke", hex(l.Colour), "stroke-width", px(l.Width),
			"stroke-opacity", share(l.Alpha), "stroke-dasharray", dashes(l.Dashes), "stroke-linejoin", "round")
	}
	d.close("g")
}

func (d *mapWriter) mapMark(k *MapMark, rim, ink color.Color) {
	d.open("g")
	d.element("title", k.Title)
	switch {
	case k.Count > 1:
		d.empty("circle", "cx", px(k.X), "cy", px(k.Y), "r", px(k.Size/2), "fill", hex(rim), "stroke", hex(ink), "stroke-width", "1.5")
		d.text(strconv.Itoa(k.Count), k.X, k.Y, 11, hex(ink), "middle", true)
	case k.Shape.Corners == 0:
		d.empty("circle", "cx", px(k.X), "cy", px(k.Y), "r", px(k.Size/2), "fill", hex(k.Colour), "stroke", hex(rim), "stroke-width", "1.5")
	default:
		d.empty("polygon", "points", corners(k), "fill", hex(k.Colour), "stroke", hex(rim), "stroke-width", "1.5")
	}
	if k.Label != "" {
		const size = 13.0
		d.start("text", "x", px(k.X+k.Box.X), "y", px(k.Y+k.Box.Y+k.Box.H/2+size*0.35), "font-size", px(size), "fill", hex(ink),
			"stroke", hex(rim), "stroke-width", "3", "stroke-linejoin", "round", "paint-order", "stroke")
		d.b.WriteByte('>')
		d.escape(k.Label)
		d.close("text")
	}
	d.close("g")
}

// corners are the points of a regular polygon, the first at the top.
func corners(k *MapMark) string {
	turn := -math.Pi / 2
	if k.Shape.Flat {
		turn += math.Pi / float64(k.Shape.Corners)
	}
	var points []string
	for i := range k.Shape.Corners {
		sin, cos := math.Sincos(turn + 2*math.Pi*float64(i)/float64(k.Shape.Corners))
		points = append(points, px(k.X+cos*k.Size/2)+","+px(k.Y+sin*k.Size/2))
	}
	return strings.Join(points, " ")
}

// landPath is what a view shows of rings, as one path.
func landPath(rings geo.Rings, v geo.View) string {
	seen := v.Bound().Pad(8 / v.Scale) // their edges would be seen in the view
	var b strings.Builder
	for i := range rings {
		if !seen.Intersects(rings[i].Bound) {
			continue
		}
		ring := clip.Ring(seen, rings[i].Ring.Clone())
		if len(ring) > 2 {
			b.WriteString(path(orb.LineString(ring), v, true))
		}
	}
	return b.String()
}

// path writes points in tenths of a pixel, without those that fall on the last one.
func path(line orb.LineString, v geo.View, closed bool) string {
	var b strings.Builder
	last := ""
	for i, p := range line {
		x, y := v.Point(p)
		at := fmt.Sprintf("%s %s", tenth(x), tenth(y))
		switch {
		case i == 0:
			b.WriteString("M" + at)
		case at != last:
			b.WriteString("L" + at)
		}
		last = at
	}
	if closed {
		b.WriteByte('Z')
	}
	return b.String()
}

func tenth(v float64) string { return strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64) }

func dashes(d geo.Dashes) string {
	var parts []string
	for _, v := range d {
		parts = append(parts, px(v))
	}
	return strings.Join(parts, " ")
}
