package drawing

import (
	"bytes"
	"context"
	"image/color"
	"io"
	"math"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"codeberg.org/go-pdf/fpdf"
	"github.com/go-text/typesetting/font/opentype"
)

// PDFInfo is what a PDF file says of itself.
type PDFInfo struct {
	Title, Author, Subject string
	Program                string // that made it
	Language               string // BCP 47
	Made                   time.Time
}

// PDFPage is a drawing as a page. Its pixels are those of a screen: 96 an inch.
type PDFPage struct {
	*Sheet
	Name string // in the file's table of contents; empty: it is not there
	Tags []Tag
}

const point = 0.75 // of a pixel

// PDF writes drawings as the pages of a file. Texts are texts, in the typeface's
// own fonts. What these lack is drawn, with the text itself unseen on it: it is
// found and copied as the rest is. It ends early, with the context's error, when
// that ends, and tells at times which share is done.
func PDF(ctx context.Context, w io.Writer, pages []PDFPage, t *Typeface, p Palette, about PDFInfo, done func(share float64)) error {
	out := fpdf.New("P", "pt", "A4", "")
	out.SetMargins(0, 0, 0)
	out.SetAutoPageBreak(false, 0)
	out.SetCatalogSort(true)
	out.SetTitle(Plain(about.Title), true)
	out.SetAuthor(Plain(about.Author), true)
	out.SetSubject(Plain(about.Subject), true)
	out.SetCreator(Plain(about.Program), true)
	out.SetProducer(Plain(about.Program), true)
	out.SetLang(tag(about.Language))
	out.SetCreationDate(about.Made)
	out.SetModificationDate(about.Made)
	for i, style := range []string{"", "B"} {
		out.AddUTF8FontFromBytes(family, style, t.files[i])
	}
	d := &pdf{out: out, face: t, palette: p}
	for i, page := range pages {
		if err := ctx.Err(); err != nil {
			return err
		}
		d.page(page)
		if done != nil {
			done(float64(i+1) / float64(len(pages)))
		}
	}
	if err := out.Error(); err != nil {
		return err
	}
	var made bytes.Buffer
	if err := out.Output(&made); err != nil {
		return err
	}
	_, err := w.Write(structured(made.Bytes(), d.tags))
	return err
}

const family = "own"

// tag is a language's tag without what is none.
func tag(language string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return r
		}
		return -1
	}, language)
}

// LastInPDF is the last character that a PDF of ours can hold.
const LastInPDF = 0xFFFF

// Plain is a text without what a PDF cannot hold: control characters, and those
// beyond the first 65,536, for which the sign of what is missing stands.
func Plain(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r):
			return -1
		case r > LastInPDF:
			return unicode.ReplacementChar
		default:
			return r
		}
	}, text)
}

// pdf is a file in the making.
type pdf struct {
	out     *fpdf.Fpdf
	face    *Typeface
	palette Palette
	clipped bool
	tags    []*tagging // of each page
}

func (d *pdf) page(p PDFPage) {
	d.out.AddPageFormat("P", fpdf.SizeType{Wd: p.Width * point, Ht: p.Height * point})
	if p.Name != "" {
		d.out.Bookmark(Plain(p.Name), 0, 0)
	}
	t := newTagging(p)
	for i := range p.Marks {
		d.tagged(t, i)
	}
	d.untag(t)
	d.tags = append(d.tags, t)
	d.unclip()
}

func (d *pdf) unclip() {
	if d.clipped {
		d.out.ClipEnd()
	}
	d.clipped = false
}

func (d *pdf) mark(m *Mark) {
	if t, ok := m.Lettered(); ok {
		d.text(&t)
		return
	}
	switch m.Kind {
	case Clip:
		d.unclip()
		if m.W > 0 {
			d.out.ClipRect(m.X*point, m.Y*point, m.W*point, m.H*point, false)
			d.clipped = true
		}
	case Rect:
		d.rect(m)
	case Line:
		x, y := m.End()
		d.lines(m, [][]Point{{{m.X, m.Y}, {x, y}}})
	case Path:
		d.lines(m, m.Parts)
	case Area:
		d.shape(m, m.Parts)
	case Sign:
		d.sign(m)
	default: // drawn as text
	}
}

// share is how much a colour covers, where a mark has it.
func (d *pdf) share(i Ink, alpha float64) (c color.NRGBA, covers float64) {
	if i == InkNone {
		return c, 0
	}
	n, ok := color.NRGBAModel.Convert(d.palette(i)).(color.NRGBA)
	if !ok {
		return c, 0
	}
	return n, min(max(alpha, 0), 1) * float64(n.A) / math.MaxUint8
}

// fill gets ready to fill, and tells whether there is something to see.
func (d *pdf) fill(i Ink, alpha float64) bool {
	c, covers := d.share(i, alpha)
	if covers > 0 {
		d.out.SetFillColor(int(c.R), int(c.G), int(c.B))
		d.out.SetAlpha(covers, "Normal")
	}
	return covers > 0
}

// stroke gets ready to draw lines, and tells whether there is something to see.
func (d *pdf) stroke(m *Mark, i Ink) bool {
	c, covers := d.share(i, m.Alpha)
	if covers <= 0 || m.Stroke <= 0 {
		return false
	}
	dashes := make([]float64, len(m.Dashes))
	for k, v := range m.Dashes {
		dashes[k] = v * point
	}
	d.out.SetDrawColor(int(c.R), int(c.G), int(c.B))
	d.out.SetAlpha(covers, "Normal")
	d.out.SetLineWidth(m.Stroke * point)
	d.out.SetLineJoinStyle("round")
	d.out.SetDashPattern(dashes, 0)
	return true
}

// outline is a way through points.
func (d *pdf) outline(points []Point, closed bool) {
	for i, p := range points {
		if i == 0 {
			d.out.MoveTo(p.X*point, p.Y*point)
		} else {
			d.out.LineTo(p.X*point, p.Y*point)
		}
	}
	if closed && len(points) > 0 {
		d.out.ClosePath()
	}
}

func (d *pdf) lines(m *Mark, parts [][]Point) {
	if !d.stroke(m, m.Ink) {
		return
	}
	for _, part := range parts {
		if len(part) > 1 {
			d.outline(part, false)
			d.out.DrawPath("D")
		}
	}
}

// shape fills what parts enclose, and draws its edge.
func (d *pdf) shape(m *Mark, parts [][]Point) {
	way := func(style string) {
		drawn := false
		for _, part := range parts {
			if len(part) > 1 {
				d.outline(part, true)
				drawn = true
			}
		}
		if drawn {
			d.out.DrawPath(style)
		}
	}
	if d.fill(m.Ink, m.Alpha) {
		way("f*")
	}
	if m.Edge != InkNone && d.stroke(m, m.Edge) {
		way("D")
	}
}

func (d *pdf) rect(m *Mark) {
	const fine = 8 // a round corner has so many corners that none is seen
	around := [][]Point{rounded(m, fine)}
	switch m.Pattern {
	case Hatch:
		rows, width := Rows(m.Box)
		lines := *m
		lines.Stroke, lines.Dashes = width, nil
		var parts [][]Point
		for _, r := range rows {
			parts = append(parts, r[:])
		}
		d.lines(&lines, parts)
	case FadeRight, FadeLeft:
		d.fade(m)
	default:
		d.shape(m, around)
	}
}

// fade is made of strips: the library has no colours that run out to nothing.
func (d *pdf) fade(m *Mark) {
	const most = 24
	n := int(min(max(m.W, 1), most))
	for i := range n {
		left := (float64(i) + 0.5) / float64(n)
		if m.Pattern == FadeRight {
			left = 1 - left
		}
		if d.fill(m.Ink, m.Alpha*left) {
			w := m.W / float64(n)
			d.out.Rect((m.X+float64(i)*w)*point, m.Y*point, w*point, m.H*point, "F")
		}
	}
}

func (d *pdf) sign(m *Mark) {
	if corners := m.Corners(); corners != nil {
		d.shape(m, [][]Point{corners})
		return
	}
	x, y, r := (m.X+m.W/2)*point, (m.Y+m.H/2)*point, min(m.W, m.H)/2*point
	if d.fill(m.Ink, m.Alpha) {
		d.out.Circle(x, y, r, "F")
	}
	if m.Edge != InkNone && d.stroke(m, m.Edge) {
		d.out.Circle(x, y, r, "D")
	}
}

// text writes a line of text, its middle a third of its size above the baseline.
func (d *pdf) text(m *Mark) {
	const below = 0.35
	if !d.fill(m.Ink, m.Alpha) {
		return
	}
	c, _ := d.share(m.Ink, m.Alpha)
	style := ""
	if m.Bold {
		style = "B"
	}
	d.out.SetTextColor(int(c.R), int(c.G), int(c.B))
	d.out.SetFont(family, style, m.TextSize*point)
	parts := d.face.runs(Plain(m.Text), m.Bold)
	whole := 0.0
	for _, part := range parts {
		whole += part.w * m.TextSize
	}
	x, y := m.X, m.Y+m.H/2+m.TextSize*below
	switch m.Anchor {
	case Middle:
		x += (m.W - whole) / 2
	case End:
		x += m.W - whole
	default:
	}
	for _, part := range parts {
		if part.glyph == nil {
			d.out.Text(x*point, y*point, part.text)
		} else {
			// What is not seen is as wide as what is: else viewers find gaps between letters.
			d.drawn(part.glyph, x, y, m.TextSize)
			size := m.TextSize * part.w / max(d.face.missing(m.Bold), 0.1)
			d.out.SetFont(family, style, size*point)
			d.out.SetTextRenderingMode(unseen)
			d.out.Text(x*point, y*point, part.text)
			d.out.SetTextRenderingMode(filled)
			d.out.SetFont(family, style, m.TextSize*point)
		}
		x += part.w * m.TextSize
	}
}

// How text is rendered.
const (
	filled = 0
	unseen = 3
)

// drawn draws a character of another font, on its baseline.
func (d *pdf) drawn(g *glyph, x, y, size float64) {
	em := size / float64(g.face.Upem())
	at := func(p opentype.SegmentPoint) (px, py float64) {
		return (x + float64(p.X)*em) * point, (y - float64(p.Y)*em) * point
	}
	shape := d.face.outline(g)
	for i, s := range shape {
		x0, y0 := at(s.Args[0])
		x1, y1 := at(s.Args[1])
		x2, y2 := at(s.Args[2])
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			if i > 0 {
				d.out.ClosePath()
			}
			d.out.MoveTo(x0, y0)
		case opentype.SegmentOpLineTo:
			d.out.LineTo(x0, y0)
		case opentype.SegmentOpQuadTo:
			// a cubic curve is the same with its handles two thirds along
			px, py := d.out.GetXY()
			d.out.CurveBezierCubicTo(px+(x0-px)*2/3, py+(y0-py)*2/3, x1+(x0-x1)*2/3, y1+(y0-y1)*2/3, x1, y1)
		case opentype.SegmentOpCubeTo:
			d.out.CurveBezierCubicTo(x0, y0, x1, y1, x2, y2)
		}
	}
	if len(shape) > 0 {
		d.out.ClosePath()
		d.out.DrawPath("f")
	}
}
