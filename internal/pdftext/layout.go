package pdftext

import (
	"math"
	"strings"
	"unicode"
)

// matrix is a transformation: x' = a x + c y + e, y' = b x + d y + f.
type matrix struct{ a, b, c, d, e, f float64 }

var identity = matrix{1, 0, 0, 1, 0, 0}

// times is first m, then n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d,
		m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

// layout makes lines of what is set on pages, in the order that it is drawn in:
// by how far each piece stands from the end of the one before.
type layout struct {
	b      strings.Builder
	most   int // bytes
	full   bool
	x, y   float64 // where the last piece ended
	placed bool    // there was one on this page
}

// The distances, in sizes of the text, that part words and lines.
const (
	wordGap = 0.17
	lineGap = 0.5
	far     = 3.0
)

// add puts a piece at the origin of a matrix, which also tells its direction.
func (l *layout) add(s string, m matrix, size float64) {
	if s == "" {
		return
	}
	l.part(m, size)
	for _, r := range s {
		if unicode.IsControl(r) {
			r = ' '
		}
		if l.b.Len() >= l.most {
			l.full = true
			return
		}
		l.b.WriteRune(r)
	}
}

// part ends a word or a line before a piece.
func (l *layout) part(m matrix, size float64) {
	if !l.placed {
		return
	}
	length := math.Hypot(m.a, m.b)
	scale := math.Abs(size) * length
	if scale == 0 || math.IsNaN(scale) || math.IsInf(scale, 0) {
		return
	}
	dx, dy := m.e-l.x, m.f-l.y
	along, across := (dx*m.a+dy*m.b)/length/scale, (dy*m.a-dx*m.b)/length/scale
	switch so := l.b.String(); {
	case math.Abs(across) > lineGap || along < -far:
		if !strings.HasSuffix(so, "\n") {
			l.b.WriteByte('\n')
		}
	case along > wordGap && !strings.HasSuffix(so, " ") && !strings.HasSuffix(so, "\n"):
		l.b.WriteByte(' ')
	}
}

// ends is where a piece ended.
func (l *layout) ends(m matrix) { l.x, l.y, l.placed = m.e, m.f, true }

// page ends a page.
func (l *layout) page() {
	if l.b.Len() > 0 {
		l.b.WriteString("\n\n")
	}
	l.placed = false
}
