package deck

import (
	"cmp"
	"strings"

	"beltroad/internal/drawing"
	"beltroad/internal/ooxml"
)

// style is how letters look.
type style struct {
	size  float64 // in pixels; 0: as it is where they stand
	bold  bool
	ink   drawing.Ink
	alpha float64
	font  string // of the theme; empty: that of texts
}

// run are letters in one style.
func (t *tree) run(text string, s style) *ooxml.Node {
	return ooxml.El("a:r").Add(t.props(s), ooxml.Text("a:t", oneLine(text)))
}

// field is the number of the slide, as other programs count it.
func (t *tree) field(number string, s style) *ooxml.Node {
	return ooxml.El("a:fld", "id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", "type", "slidenum").Add(t.props(s), ooxml.Text("a:t", number))
}

// props is what letters look like.
func (t *tree) props(s style) *ooxml.Node {
	props := ooxml.El("a:rPr", "lang", t.Language)
	if s.size > 0 {
		props.Set("sz", hundredths(s.size))
	}
	if s.bold {
		props.Set("b", "1")
	}
	props.Set("dirty", "0")
	if s.ink != drawing.InkNone {
		alpha := s.alpha
		if alpha == 0 {
			alpha = 1
		}
		props.Add(t.solid(s.ink, alpha))
	}
	for _, font := range []string{"a:latin", "a:ea", "a:cs"} {
		props.Add(ooxml.El(font, "typeface", cmp.Or(s.font, "+mn")+"-"+strings.Replace(font[2:4], "la", "lt", 1)))
	}
	return props
}

// oneLine is a text without the ends of its lines.
func oneLine(text string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' || r == '\t' {
			return ' '
		}
		return r
	}, text)
}

// flush is a body of text without air around it, whose letters get smaller
// where they would not fit.
func flush(anchor string) *ooxml.Node {
	return ooxml.El("a:bodyPr", "wrap", "square", "lIns", "0", "tIns", "0", "rIns", "0", "bIns", "0", "anchor", anchor).Add(ooxml.El("a:normAutofit"))
}

// box is a text that stands by itself.
func (t *tree) box(b drawing.Box, body *ooxml.Node, paragraphs ...*ooxml.Node) *ooxml.Node {
	return ooxml.El("p:sp").Add(
		ooxml.El("p:nvSpPr").Add(t.named("Text", ""), ooxml.El("p:cNvSpPr", "txBox", "1"), ooxml.El("p:nvPr")),
		ooxml.El("p:spPr").Add(at("a:xfrm", b), preset("rect"), ooxml.El("a:noFill")),
		written("p:txBody", body, paragraphs))
}

// placeholder is a text that the layout of a slide has a place for.
func (t *tree) placeholder(name, kind, index string, b drawing.Box, body *ooxml.Node, paragraphs ...*ooxml.Node) *ooxml.Node {
	return ooxml.El("p:sp").Add(
		ooxml.El("p:nvSpPr").Add(t.named(name, ""), ooxml.El("p:cNvSpPr").Add(ooxml.El("a:spLocks", "noGrp", "1")),
			ooxml.El("p:nvPr").Add(ooxml.El("p:ph", "type", kind, "idx", index))),
		ooxml.El("p:spPr").Add(at("a:xfrm", b)),
		written("p:txBody", body, paragraphs))
}

func written(name string, body *ooxml.Node, paragraphs []*ooxml.Node) *ooxml.Node {
	n := ooxml.El(name).Add(body, ooxml.El("a:lstStyle"))
	if len(paragraphs) == 0 {
		n.Add(ooxml.El("a:p"))
	}
	return n.Add(paragraphs...)
}

// par is a paragraph without a sign before it.
func par(runs ...*ooxml.Node) *ooxml.Node {
	return ooxml.El("a:p").Add(ooxml.El("a:pPr", "marL", "0", "indent", "0").Add(ooxml.El("a:buNone"))).Add(runs...)
}

// fit is the largest size, of some, at which texts fill no more than a height,
// and that height; the least one where none fits.
func (t *tree) fit(texts []string, bold bool, width, most float64, sizes ...float64) (size, high float64) {
	set := drawing.Setter{Measure: t.Face.Measure}
	for _, size = range sizes {
		high = 0
		f := drawing.Font{Size: size, Bold: bold}
		for _, text := range texts {
			high += f.Height(max(1, len(set.Wrap(oneLine(text), f, width, 100))))
		}
		if high <= most {
			break
		}
	}
	return size, high
}
