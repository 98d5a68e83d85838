package data

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/language"
)

// charset is how a text is written down that is not in UTF-8.
type charset struct {
	name string // empty: not known
	encoding.Encoding

	wide  bool // it has two bytes for each letter
	sure  bool // it can be no other
	local bool // it can be, in the languages of Central Europe and Turkey
}

// asUTF8 is what Mended makes of a file in another charset.
const asUTF8 = "the same text in UTF-8"

// problem tells of a charset, with a text as it would be.
func (c *charset) problem(language string, sample string) Problem {
	if c.name == "" {
		return Problem{Found: "text that is not UTF-8", Allowed: "UTF-8 text", Mend: saveAs}
	}
	p := Problem{Found: c.name + " text", Allowed: "UTF-8 text", Mend: saveAs}
	if sample != "" {
		p.Found += ", like " + quoted(sample)
	}
	if isMeant(c, language) {
		p.Mend, p.Safe = asUTF8, true
	}
	return p
}

// isMeant reports whether a charset is beyond doubt in a dossier of a language.
func isMeant(c *charset, tag string) bool {
	t := language.Make(tag)
	script, _ := t.Script()
	switch script.String() {
	case "Latn", "Hans", "Hant", "Zzzz": // the last is not known
		return c.sure || c.local && !isLocal(t)
	}
	return c.wide // whose bytes tell it
}

// isLocal reports whether a language is written in other charsets of one byte
// than Windows-1252, which differ from it in a few letters.
func isLocal(t language.Tag) bool {
	base, _ := t.Base()
	return slices.Contains([]string{"bs", "cs", "hr", "hu", "pl", "ro", "sk", "sl", "sq", "sr", "tr", "az", "et", "lv", "lt"}, base.String())
}

// wideCharset is that of a text of two or four bytes for each letter, told by
// its mark or by the zeros among its first bytes; nil: it is none.
func wideCharset(b []byte) *charset {
	little := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	big := unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	switch {
	case bytes.HasPrefix(b, []byte("\xFF\xFE\x00\x00")), bytes.HasPrefix(b, []byte("\x00\x00\xFE\xFF")):
		return &charset{name: "UTF-32"}
	case bytes.HasPrefix(b, []byte("\xFF\xFE")):
		return &charset{name: "UTF-16", Encoding: little, wide: true, sure: true}
	case bytes.HasPrefix(b, []byte("\xFE\xFF")):
		return &charset{name: "UTF-16", Encoding: big, wide: true, sure: true}
	}
	const few = 8 // of a header or of the first lines of a JSON file: ASCII
	if len(b) < few {
		return nil
	}
	zeros := [2]int{}
	for i, c := range b[:few] {
		if c == 0 {
			zeros[i%2]++
		}
	}
	switch zeros {
	case [2]int{0, few / 2}:
		return &charset{name: "UTF-16", Encoding: unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), wide: true, sure: true}
	case [2]int{few / 2, 0}:
		return &charset{name: "UTF-16", Encoding: unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), wide: true, sure: true}
	}
	return nil
}

// isPacked reports whether bytes are those of a spreadsheet or an archive.
func isPacked(b []byte) bool {
	return bytes.HasPrefix(b, []byte("PK\x03\x04")) || bytes.HasPrefix(b, []byte("\xD0\xCF\x11\xE0"))
}

// runPart is how much of a run of bytes above ASCII is looked at, at once.
const runPart = 1024

// enoughRuns tell what a text is in, however long it is.
const enoughRuns = 1 << 17

// tellCharset tells in which charset a text is that is not in UTF-8, from all of
// it or as much as tells it. It ends early where ok says so.
func tellCharset(in io.Reader, ok func() bool) (charset, error) {
	var west westCount
	var gb gbCount
	buf := make([]byte, block)
	for ok() && west.others < enoughRuns {
		got, err := in.Read(buf)
		for _, c := range buf[:got] {
			west.add(c)
			gb.add(c)
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			return charset{}, err
		}
	}
	west.add('\n')
	gb.add('\n')
	isWestern := west.undefined == 0 && west.odd == 0
	switch {
	case gb.isChinese(isWestern):
		return charset{
			name: "GB18030", Encoding: simplifiedchinese.GB18030,
			sure: gb.isSure() && west.utf8*20 <= west.others,
		}, nil
	case isWestern:
		return charset{
			name: "Windows-1252", Encoding: charmap.Windows1252,
			sure: west.differs == 0 && west.utf8 == 0, local: west.utf8 == 0,
		}, nil
	}
	return charset{}, nil
}

// gbCount counts the characters of a text that may be GB 18030.
type gbCount struct {
	invalid bool
	state   int // bytes of a character that have been
	lead    byte

	common, late int // Chinese characters of the first level, and of its last third
	rare         int // those of the second
	kana, marks  int // signs of Japanese, and others
	four         int // characters of four bytes
	extended     int // characters of two bytes that few texts have
	low          int // bytes that are no letters in charsets of one byte
}

func (n *gbCount) add(c byte) {
	isHigh := c > 0x80 && c < 0xFF
	switch {
	case n.invalid:
	case n.state != 0:
		n.follow(c, isHigh)
	case isHigh:
		n.lead, n.state = c, 1
	case c >= utf8.RuneSelf:
		n.invalid = true
	}
}

// follow adds a byte of a character that has begun.
func (n *gbCount) follow(c byte, isHigh bool) {
	isDigit := c >= '0' && c <= '9'
	switch {
	case n.state == 1 && isDigit:
		n.state = 2
	case n.state == 2 && isHigh:
		n.state = 3
	case n.state == 3 && isDigit:
		n.state = 0
		n.four++
	case n.state == 1 && (isHigh || c == 0x80 || c >= 0x40 && c < 0x7F):
		n.state = 0
		n.pair(n.lead, c)
	default:
		n.invalid = true
	}
}

// pair counts a character of two bytes.
func (n *gbCount) pair(a, b byte) {
	if a < 0xC0 || b >= 0xA1 && b < 0xC0 {
		n.low++
	}
	row := a - 0xA0 // of GB 2312
	switch {
	case isMarkGB(row, b):
		n.marks++
	case b < 0xA1 || row > 0x57 || row > 9 && row < 0x10:
		n.extended++
	case row <= 5:
		n.kana++
	case row > 0x37:
		n.rare++
	default:
		if n.common++; row >= 0x29 {
			n.late++
		}
	}
}

// isMarkGB reports whether a character is a mark, a digit or a letter of Europe.
func isMarkGB(row, b byte) bool {
	if b < 0xA1 {
		return row == 8 && b < 0x60 // dashes, among others
	}
	return row >= 1 && row <= 3 || row >= 6 && row <= 9
}

// isChinese reports whether a text is likely to be Chinese.
func (n *gbCount) isChinese(isWestern bool) bool {
	usual := n.common + n.marks + n.four
	all := usual + n.rare + n.kana
	return !n.invalid && all > 0 && n.extended*10 <= all && (usual >= n.rare && usual > 0 || !isWestern)
}

// isSure reports whether it can be nothing else. Few characters say little of how
// often they are used; many do.
func (n *gbCount) isSure() bool {
	const many = 8
	usual := n.common + n.marks + n.four
	isUsual := n.common < many || n.late*10 >= n.common
	return isUsual && usual >= n.rare && n.kana*10 <= usual && n.low+n.four > 0
}

// westCount counts what speaks for and against a text in a charset of the West,
// in runs of bytes above ASCII.
type westCount struct {
	utf8, others   int // runs that are UTF-8, and that are not
	undefined, odd int // what Windows-1252 does not have, or hardly so
	differs        int // what stands for something else in charsets like it

	run    []byte
	before byte // the run
}

func (n *westCount) add(c byte) {
	high := c >= utf8.RuneSelf
	if len(n.run) > 0 && (!high || len(n.run) == runPart) {
		n.end(c)
		n.before, n.run = n.run[len(n.run)-1], n.run[:0]
	}
	if high {
		n.run = append(n.run, c)
	} else {
		n.before = c
	}
}

// end counts a run that is followed by a byte: letters beside letters, or marks
// around words.
func (n *westCount) end(after byte) {
	if utf8.Valid(n.run) {
		n.utf8++
		return
	}
	n.others++
	letters := 0
	before := n.before
	for i, c := range n.run {
		next := after
		if i+1 < len(n.run) {
			next = n.run[i+1]
		}
		if isLetter1252(c) {
			letters++
		} else {
			letters = 0
		}
		n.count(before, c, next, letters, len(n.run) > 1)
		before = c
	}
	if len(n.run) > 1 && letters == len(n.run) && !isLetterByte(n.before) && !isLetterByte(after) {
		n.odd++ // a word of nothing but accents
	}
}

// count counts a byte between two others, which ends so many letters above ASCII.
func (n *westCount) count(before, c, next byte, letters int, inRun bool) {
	if r := charmap.Windows1252.DecodeByte(c); r != charmap.Windows1250.DecodeByte(c) || r != charmap.Windows1254.DecodeByte(c) {
		n.differs++
	}
	switch {
	case strings.IndexByte("\x81\x8D\x8F\x90\x9D", c) >= 0:
		n.undefined++
	case letters > 2:
		n.odd++
	case letters > 0:
		if isCapital := strings.IndexByte("\x8A\x8C\x8E\x9F", c) >= 0; isCapital && before >= 'a' && before <= 'z' {
			n.odd++
		}
	case isMark1252(c):
	case inRun, isLetterByte(before) && isLetterByte(next):
		n.odd++
	}
}

func isLetter1252(c byte) bool {
	return c >= 0xC0 && c != 0xD7 && c != 0xF7 || strings.IndexByte("\x8A\x8C\x8E\x9A\x9C\x9E\x9F", c) >= 0
}

// isMark1252 are the signs that stand beside and between words.
func isMark1252(c byte) bool {
	return c >= 0x91 && c <= 0x97 || strings.IndexByte("\x80\x82\x84\x85\x99\xA0\xA7\xA9\xAB\xAE\xB0\xB7\xBB\xBF\xA1", c) >= 0
}

func isLetterByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf && isLetter1252(c)
}
