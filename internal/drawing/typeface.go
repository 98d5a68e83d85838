package drawing

import (
	"bytes"
	"errors"
	"fmt"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// Typeface is what drawings are written in where there is no window: two fonts,
// and others for the characters that these lack. It may be used from many
// goroutines.
type Typeface struct {
	files [2][]byte // TrueType, regular and bold

	mu    sync.Mutex
	faces [2]*font.Face
	other func(r rune) *font.Face
}

// NewTypeface is a typeface of two TrueType fonts. Other finds a font that has a
// character which they lack, nil if there is none; it is never asked twice at once.
func NewTypeface(regular, bold []byte, other func(r rune) *font.Face) (*Typeface, error) {
	t := &Typeface{other: other}
	for i, file := range [][]byte{regular, bold} {
		face, err := font.ParseTTF(bytes.NewReader(file))
		if err != nil {
			return nil, fmt.Errorf("font %d: %w", i+1, err)
		}
		if face.Upem() == 0 {
			return nil, errors.New("a font without a size")
		}
		t.files[i], t.faces[i] = bytes.Clone(file), face
	}
	return t, nil
}

// weight is the place of a font.
func weight(bold bool) int {
	if bold {
		return 1
	}
	return 0
}

// glyph is a character in a font.
type glyph struct {
	face *font.Face
	id   font.GID
	own  bool // it is in the font of its weight
}

// glyphOf finds a character: in the font of its weight, in another, or as the
// sign for what is missing.
func (t *Typeface) glyphOf(r rune, bold bool) glyph {
	face := t.faces[weight(bold)]
	if id, ok := face.NominalGlyph(r); ok {
		return glyph{face, id, true}
	}
	for _, other := range []func(rune) *font.Face{func(rune) *font.Face { return t.faces[weight(!bold)] }, t.other} {
		if other == nil {
			continue
		}
		if face := other(r); face != nil && face.Upem() > 0 {
			if id, ok := face.NominalGlyph(r); ok {
				return glyph{face, id, false}
			}
		}
	}
	return glyph{face, 0, true}
}

// advance is how far a character goes on, for a size of 1.
func (g glyph) advance() float64 {
	return float64(g.face.HorizontalAdvance(g.id)) / float64(g.face.Upem())
}

// Measure is a [Measure].
func (t *Typeface) Measure(text string, size float64, bold bool) float64 {
	t.mu.Lock()
	defer t.mu.Unlock()
	w := 0.0
	for _, r := range text {
		w += t.glyphOf(r, bold).advance()
	}
	return w * size
}

// Lacks tells which characters of a text no font has.
func (t *Typeface) Lacks(text string) []rune {
	t.mu.Lock()
	defer t.mu.Unlock()
	var all []rune
	for _, r := range text {
		if t.glyphOf(r, false).id == 0 {
			all = append(all, r)
		}
	}
	return all
}

// run is a part of a text: letters of the typeface's own, or one character of
// another font.
type run struct {
	text  string
	glyph *glyph // nil: letters of its own
	w     float64
}

// runs are the parts of a text, with their widths for a size of 1.
func (t *Typeface) runs(text string, bold bool) []run {
	t.mu.Lock()
	defer t.mu.Unlock()
	var all []run
	for _, r := range text {
		g := t.glyphOf(r, bold)
		if n := len(all); g.own && n > 0 && all[n-1].glyph == nil {
			all[n-1].text += string(r)
			all[n-1].w += g.advance()
			continue
		}
		part := run{text: string(r), w: g.advance()}
		if !g.own {
			part.glyph = &g
		}
		all = append(all, part)
	}
	return all
}

// outline is the shape of a character of another font. A font that has none,
// but a picture, gives none.
func (t *Typeface) outline(g *glyph) []opentype.Segment {
	t.mu.Lock()
	defer t.mu.Unlock()
	shape, ok := g.face.GlyphData(g.id).(font.GlyphOutline)
	if !ok {
		return nil
	}
	return shape.Segments
}

// missing is how wide the sign for a missing character is, for a size of 1.
func (t *Typeface) missing(bold bool) float64 {
	t.mu.Lock()
	defer t.mu.Unlock()
	return glyph{face: t.faces[weight(bold)]}.advance()
}
