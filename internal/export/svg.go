package export

import (
	"encoding/xml"
	"fmt"
	"image/color"
	"math"
	"strconv"
	"strings"
)

// fonts are asked for in turn: the app's own, then what the system has.
const fonts = "'Noto Sans', 'Noto Sans SC', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif"

// mapWriter is a map in the making.
type mapWriter struct{ b strings.Builder }

// text writes a line of text around a height. Its middle is a third of the
// size above the baseline, whichever font it gets: dominant-baseline is not
// understood by all.
func (d *mapWriter) text(s string, x, middle, size float64, fill, anchor string, bold bool) {
	weight := ""
	if bold {
		weight = "bold"
	}
	d.start("text", "x", px(x), "y", px(middle+size*0.35), "font-size", px(size), "font-weight", weight, "text-anchor", anchor, "fill", fill)
	d.b.WriteByte('>')
	d.escape(s)
	d.close("text")
}

// start begins a tag. Attributes come in pairs; those without a value are left out.
func (d *mapWriter) start(name string, attributes ...string) {
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

func (d *mapWriter) open(name string, attributes ...string) {
	d.start(name, attributes...)
	d.b.WriteString(">\n")
}

func (d *mapWriter) empty(name string, attributes ...string) {
	d.start(name, attributes...)
	d.b.WriteString("/>\n")
}

func (d *mapWriter) close(name string) { d.b.WriteString("</" + name + ">\n") }

func (d *mapWriter) element(name, text string) {
	d.b.WriteString("<" + name + ">")
	d.escape(text)
	d.close(name)
}

// escape writes text so that it is well-formed whatever it holds: what XML has
// no place for becomes a replacement character.
func (d *mapWriter) escape(s string) {
	_ = xml.EscapeText(&d.b, []byte(s)) // a builder takes everything
}

// px is a length with as many digits as can be seen.
func px(v float64) string { return strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64) }

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
