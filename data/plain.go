package data

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxMarks is how many marks may be heaped on one letter; scripts need fewer.
const maxMarks = 6

const heapOfMarks = "a heap of marks on one letter"

// flaw is the first thing in a text that must not be there.
type flaw struct {
	at     int    // byte
	found  string // empty: there is none
	breaks bool   // there are line feeds or tabs before it
}

// findFlaw finds what is not text: bytes that are not UTF-8, control characters
// other than tab and line feed, separators of lines, characters that only steer
// how others are shown, and marks heaped on one another. It sees every byte of
// every file, so that the common case comes first.
func findFlaw(b []byte) flaw {
	marks, breaks := 0, false
	for i := 0; i < len(b); {
		if n := plainASCII(b[i:]); n > 0 {
			marks = 0
			i += n
			continue
		}
		c := b[i]
		isBreak := c == '\n' || c == '\t'
		if c >= ' ' && c < 0x7F || isBreak {
			breaks = breaks || isBreak
			marks = 0
			i++
			continue
		}
		r, size := utf8.DecodeRune(b[i:])
		if found := noText(b, i, size, r); found != "" {
			return flaw{i, found, breaks}
		}
		if isIdeograph(r) || !unicode.Is(unicode.M, r) {
			marks = 0
		} else if marks++; marks > maxMarks {
			return flaw{i, heapOfMarks, breaks}
		}
		i += size
	}
	return flaw{breaks: breaks}
}

// noText tells what the character at b[i] is if it is no text; empty: it is.
func noText(b []byte, i, size int, r rune) string {
	switch {
	case r == utf8.RuneError && size == 1:
		return "text that is not UTF-8"
	case r < 0xA0, r == '\u2028', r == '\u2029':
		return fmt.Sprintf("a control character (U+%04X)", r)
	case isHidden(r) && !joins(b, i, size, r):
		return fmt.Sprintf("a character that cannot be seen (U+%04X)", r)
	}
	return ""
}

// plainASCII is how many bytes at the start of a text are printable ASCII, as far as
// steps of eight reach: most of a table is.
func plainASCII(b []byte) int {
	const step, ones, highs = 8, 0x0101010101010101, 0x8080808080808080
	n := 0
	for ; n+step <= len(b); n += step {
		w := binary.LittleEndian.Uint64(b[n:])
		// A byte is below a space if taking one from it borrows, and DEL or above if adding one carries.
		if other := (w | (w - ones*' ') | (w + ones)) & highs; other != 0 {
			return n + bits.TrailingZeros64(other)/8 // the first is no other's borrow or carry
		}
	}
	return n
}

// isIdeograph is a short cut for most of what is not ASCII.
func isIdeograph(r rune) bool { return r >= 0x3400 && r < 0xA000 }

// isHidden reports whether a character has no form of its own: format
// characters, and those that Unicode keeps free of meaning.
func isHidden(r rune) bool {
	switch {
	case isIdeograph(r):
		return false
	case r&0xFFFE == 0xFFFE, r >= 0xFDD0 && r <= 0xFDEF: // no characters
		return true
	}
	return unicode.Is(unicode.Cf, r)
}

// joins reports whether the hidden character at b[i] joins or parts two letters
// or signs, as several scripts need it.
func joins(b []byte, i, size int, r rune) bool {
	const nonJoiner, joiner = '\u200C', '\u200D'
	if r != nonJoiner && r != joiner {
		return false
	}
	before, _ := utf8.DecodeLastRune(b[:i])
	after, _ := utf8.DecodeRune(b[i+size:])
	return isJoined(before) && isJoined(after)
}

func isJoined(r rune) bool {
	return r > unicode.MaxASCII && r != utf8.RuneError && unicode.In(r, unicode.L, unicode.M, unicode.So, unicode.Sk)
}

// isPlain reports whether s is one line of text without a flaw. It is for
// strings of JSON, whose escapes findFlaw does not see in the file.
func isPlain(s string) bool {
	b := []byte(s)
	return bytes.IndexByte(b, '\n') < 0 && bytes.IndexByte(b, '\t') < 0 && findFlaw(b).found == ""
}

// isVisible reports whether anything of a text can be seen: fillers and blanks
// are characters that have no form.
func isVisible(s string) bool {
	for _, r := range s {
		switch r {
		case ' ', '\t':
			continue
		case 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0:
			continue
		}
		if r < unicode.MaxASCII || unicode.In(r, unicode.L, unicode.N, unicode.P, unicode.S, unicode.Co) {
			return true
		}
	}
	return false
}

// isName reports whether s is one line of text of which something can be seen.
func isName(s string) bool { return isPlain(s) && isVisible(s) }

// withoutHidden is a text without what findFlaw finds in it, and whether that
// says the same without doubt: what joins or parts words without being seen.
func withoutHidden(s string) (clean string, safe bool) {
	safe = true
	var kept []byte
	b := []byte(s)
	for i := 0; i < len(b); {
		r, size := utf8.DecodeRune(b[i:])
		switch {
		case unicode.IsControl(r) && r != '\n' && r != '\t', r == '\u2028', r == '\u2029':
			kept, safe = append(kept, ' '), false
		case isHidden(r) && !joins(b, i, size, r):
			safe = safe && strings.ContainsRune("\u200B\uFEFF\u00AD\u2060", r)
		default:
			kept = append(kept, b[i:i+size]...)
		}
		i += size
	}
	return string(kept), safe
}

func isUTF8(b []byte) bool { return utf8.Valid(b) }
