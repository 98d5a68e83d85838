package pdftext

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// font tells what the codes of a string mean, and how wide they are.
type font struct {
	wide     bool           // its codes have two bytes, or what lengths says
	lengths  [4]bool        // of codes, in bytes less one, where ToUnicode tells
	unicode  map[int]string // by ToUnicode
	byName   map[int]string // by the names of glyphs
	table    *charmap.Charmap
	packed   encoding.Encoding // of all of a string, where it is a known one
	widths   map[int]float64   // in thousandths of the size
	fallback float64
}

// glyph is a code of a string.
type glyph struct {
	text  string
	width float64 // in sizes
	space bool    // a code that word spacing is added to
}

const mostCodes = 1 << 17 // of a font

// font reads a font, once.
func (f *file) font(v any) *font {
	key, shared := v.(ref)
	if shared && f.fonts[key] != nil {
		return f.fonts[key]
	}
	d := f.dict(v)
	made := &font{widths: make(map[int]float64), fallback: 500, table: charmap.Windows1252}
	if s, ok := f.resolved(d["ToUnicode"]).(*stream); ok {
		if b, err := f.unpacked(s); err == nil {
			f.toUnicode(made, b)
		}
	}
	if f.name(d["Subtype"]) == "Type0" {
		f.composite(made, d)
	} else {
		f.simple(made, d)
	}
	if shared {
		f.fonts[key] = made
	}
	return made
}

// simple is a font of one byte a code.
func (f *file) simple(made *font, d dict) {
	first, _ := f.number(d["FirstChar"])
	for i, w := range f.array(d["Widths"]) {
		if n, ok := f.number(w); ok && i < 256 {
			made.widths[int(first)+i] = n
		}
	}
	base := f.name(d["Encoding"])
	if e := f.dict(d["Encoding"]); e != nil {
		base = f.name(e["BaseEncoding"])
		made.byName = make(map[int]string)
		code := 0
		for _, v := range f.array(e["Differences"]) {
			switch v := f.resolved(v).(type) {
			case float64:
				code = int(v)
			case name:
				made.byName[code] = glyphText(string(v))
				code++
			}
			if len(made.byName) > mostCodes {
				break
			}
		}
	}
	if base == "MacRomanEncoding" {
		made.table = charmap.Macintosh
	}
}

// composite is a font of codes of several bytes.
func (f *file) composite(made *font, d dict) {
	made.wide = true
	e := string(f.name(d["Encoding"]))
	switch {
	case made.unicode != nil || strings.HasPrefix(e, "Identity"):
	case strings.HasPrefix(e, "GB"):
		made.packed = simplifiedchinese.GBK
	}
	made.fallback = 1000
	descendants := f.array(d["DescendantFonts"])
	if len(descendants) == 0 {
		return
	}
	below := f.dict(descendants[0])
	if n, ok := f.number(below["DW"]); ok {
		made.fallback = n
	}
	all := f.array(below["W"])
	for i := 0; i+1 < len(all); {
		first, _ := f.number(all[i])
		if list := f.array(all[i+1]); list != nil {
			for j, w := range list {
				if n, ok := f.number(w); ok && len(made.widths) < mostCodes {
					made.widths[int(first)+j] = n
				}
			}
			i += 2
			continue
		}
		last, _ := f.number(all[i+1])
		if i+2 < len(all) {
			w, _ := f.number(all[i+2])
			for c := int(first); c <= int(last) && len(made.widths) < mostCodes; c++ {
				made.widths[c] = w
			}
		}
		i += 3
	}
}

// toUnicode reads what a font says its codes mean.
func (f *file) toUnicode(made *font, b []byte) {
	made.unicode = make(map[int]string)
	l := &lexer{b: b, left: &f.values, plain: true}
	var args []any
	for {
		v := l.next()
		word, ok := v.(keyword)
		if v == (end{}) {
			return
		}
		if !ok {
			if args = append(args, v); len(args) > mostCodes {
				return
			}
			continue
		}
		switch word {
		case "endcodespacerange":
			for _, v := range args {
				if t, ok := v.(text); ok && len(t) > 0 && len(t) <= len(made.lengths) {
					made.lengths[len(t)-1] = true
				}
			}
		case "endbfchar":
			for i := 0; i+1 < len(args); i += 2 {
				made.means(code(args[i]), utf16Text(args[i+1]))
			}
		case "endbfrange":
			for i := 0; i+2 < len(args); i += 3 {
				made.sequence(code(args[i]), code(args[i+1]), args[i+2])
			}
		}
		args = args[:0]
	}
}

func (made *font) means(code int, s string) {
	if code >= 0 && len(made.unicode) < mostCodes {
		made.unicode[code] = s
	}
}

// sequence is that codes that follow each other mean characters that do.
func (made *font) sequence(from, to int, v any) {
	if list, ok := v.(array); ok {
		for i, item := range list {
			if from+i > to {
				break
			}
			made.means(from+i, utf16Text(item))
		}
		return
	}
	s := utf16Text(v)
	last, size := utf8.DecodeLastRuneInString(s)
	if size == 0 || from < 0 {
		return
	}
	for i := 0; from+i <= to && len(made.unicode) < mostCodes; i++ {
		made.means(from+i, s[:len(s)-size]+string(last+rune(i))) // #nosec G115 -- bounded by mostCodes
	}
}

// code is the number that the bytes of a string make; -1: none.
func code(v any) int {
	t, ok := v.(text)
	if !ok || len(t) == 0 || len(t) > 4 {
		return -1
	}
	n := 0
	for i := range len(t) {
		n = n<<8 | int(t[i])
	}
	return n
}

func utf16Text(v any) string {
	t, _ := v.(text)
	if len(t) == 1 {
		return string(rune(t[0]))
	}
	var units []uint16
	for i := 0; i+1 < len(t); i += 2 {
		units = append(units, uint16(t[i])<<8|uint16(t[i+1]))
	}
	return string(utf16.Decode(units))
}

// glyphs are the codes of a string.
func (made *font) glyphs(t text) []glyph {
	if made.packed != nil {
		s, err := made.packed.NewDecoder().String(string(t))
		if err != nil {
			return nil
		}
		all := make([]glyph, 0, len(t)/2)
		for _, r := range s {
			all = append(all, glyph{string(r), 1, false})
		}
		return all
	}
	all := make([]glyph, 0, len(t))
	for len(t) > 0 {
		n := min(made.codeLength(t), len(t))
		c := code(t[:n])
		t = t[n:]
		w, ok := made.widths[c]
		if !ok {
			w = made.fallback
		}
		all = append(all, glyph{made.text(c), w / 1000, n == 1 && c == ' '})
	}
	return all
}

// codeLength is how many bytes the next code has.
func (made *font) codeLength(t text) int {
	if !made.wide {
		return 1
	}
	if made.lengths == [4]bool{} || made.lengths[1] && !made.lengths[0] {
		return 2
	}
	for n := range made.lengths {
		if made.lengths[n] && n < len(t) {
			if _, ok := made.unicode[code(t[:n+1])]; ok {
				return n + 1
			}
		}
	}
	for n := len(made.lengths) - 1; n >= 0; n-- {
		if made.lengths[n] {
			return n + 1
		}
	}
	return 1
}

// text is what a code means. What nothing is known of is marked, so that a
// reader of the text sees that something is missing.
func (made *font) text(c int) string {
	if s, ok := made.unicode[c]; ok {
		return s
	}
	if s, ok := made.byName[c]; ok && s != "" {
		return s
	}
	if made.wide || c < 0 || c > 255 {
		return "\ufffd"
	}
	return string(made.table.DecodeByte(byte(c)))
}
