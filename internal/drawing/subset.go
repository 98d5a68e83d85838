package drawing

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// Subset is a font of the typeface with the shapes of a text's letters alone, for
// a file that brings its font. Letters keep their numbers, so the tables that
// name them stay as they are.
func (t *Typeface) Subset(text string, bold bool) ([]byte, error) {
	loader, err := opentype.NewLoader(bytes.NewReader(t.files[weight(bold)]))
	if err != nil {
		return nil, err
	}
	raw := map[string][]byte{}
	for _, name := range []string{"OS/2", "cmap", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep"} {
		table, err := loader.RawTable(opentype.MustNewTag(name))
		if err == nil {
			raw[name] = table
		}
	}
	shapes, err := newOutlines(raw)
	if err != nil {
		return nil, err
	}
	keep := map[int]bool{0: true}
	t.mu.Lock()
	for _, r := range text {
		if g := t.glyphOf(r, bold); g.own {
			keep[int(g.id)] = true
		}
	}
	t.mu.Unlock()
	if err := shapes.subset(keep, raw); err != nil {
		return nil, err
	}
	const header = 32 // of a table of names that has none
	if post := raw["post"]; len(post) >= header {
		raw["post"] = slices.Concat([]byte{0, 3, 0, 0}, post[4:header])
	}
	tables := make([]opentype.Table, 0, len(raw))
	for _, tag := range loader.Tables() {
		if content, ok := raw[tag.String()]; ok {
			content = slices.Clone(content)
			for len(content)%4 != 0 { // where a table begins
				content = append(content, 0)
			}
			tables = append(tables, opentype.Table{Tag: tag, Content: content})
		}
	}
	slices.SortFunc(tables, func(a, b opentype.Table) int { return int(int64(a.Tag) - int64(b.Tag)) })
	out := opentype.WriteTTF(tables)
	if _, err := font.ParseTTF(bytes.NewReader(out)); err != nil {
		return nil, err
	}
	return out, nil
}

var errOutlines = errors.New("the font has no TrueType outlines")

// outlines are where the shapes of a font's letters lie.
type outlines struct {
	glyf []byte
	at   []int // of each letter, and the end
}

func newOutlines(raw map[string][]byte) (*outlines, error) {
	const format = 50 // where the head says how places are written
	head, loca := raw["head"], raw["loca"]
	if len(head) < format+2 || len(loca) == 0 || len(raw["glyf"]) == 0 {
		return nil, errOutlines
	}
	o := &outlines{glyf: raw["glyf"]}
	if binary.BigEndian.Uint16(head[format:]) == 0 {
		for ; len(loca) >= 2; loca = loca[2:] {
			o.at = append(o.at, 2*int(binary.BigEndian.Uint16(loca)))
		}
	} else {
		for ; len(loca) >= 4; loca = loca[4:] {
			o.at = append(o.at, int(binary.BigEndian.Uint32(loca)))
		}
	}
	return o, nil
}

// shape is that of a letter; nothing of one that has none.
func (o *outlines) shape(n int) []byte {
	if n < 0 || n+1 >= len(o.at) || o.at[n] > o.at[n+1] || o.at[n+1] > len(o.glyf) {
		return nil
	}
	return o.glyf[o.at[n]:o.at[n+1]]
}

// parts are the letters that a shape is made of.
func (o *outlines) parts(n int) []int {
	const header, more, words, scale, two, four = 10, 1 << 5, 1, 1 << 3, 1 << 6, 1 << 7
	s := o.shape(n)
	if len(s) < header || s[0]&0x80 == 0 {
		return nil // of its own
	}
	var all []int
	for s = s[header:]; len(s) >= 4; {
		flags := binary.BigEndian.Uint16(s)
		all = append(all, int(binary.BigEndian.Uint16(s[2:])))
		size := 6
		if flags&words != 0 {
			size += 2
		}
		switch {
		case flags&scale != 0:
			size += 2
		case flags&two != 0:
			size += 4
		case flags&four != 0:
			size += 8
		}
		if flags&more == 0 || len(s) < size {
			break
		}
		s = s[size:]
	}
	return all
}

// subset leaves the shapes that are kept, and those that they are made of.
func (o *outlines) subset(keep map[int]bool, raw map[string][]byte) error {
	var with func(n, deep int)
	seen := map[int]bool{}
	with = func(n, deep int) {
		const deepest = 8
		if seen[n] || deep > deepest {
			return
		}
		seen[n] = true
		for _, p := range o.parts(n) {
			with(p, deep+1)
		}
	}
	for n := range keep {
		with(n, 0)
	}
	var glyf, loca []byte
	for n := range o.at {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf))) // #nosec G115 -- of a font
		if n+1 < len(o.at) && seen[n] {
			glyf = append(glyf, o.shape(n)...)
			for len(glyf)%4 != 0 {
				glyf = append(glyf, 0)
			}
		}
	}
	if len(glyf) == 0 {
		return errOutlines
	}
	const format = 50
	head := slices.Clone(raw["head"])
	binary.BigEndian.PutUint16(head[format:], 1)
	raw["glyf"], raw["loca"], raw["head"] = glyf, loca, head
	return nil
}
