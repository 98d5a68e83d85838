package align

import (
	"fmt"
	"strconv"
	"strings"
)

// A fingerprint is made of a paragraph's folded text: how long it is, a hash of
// all of it, and one of each stretch of 48 runes, about eight words. By the
// stretches it is found in a copy, even where something stands in between or was
// changed; by the hash of all it is told from one that differs in a word.
//
// It must not give the text away, and does not: not because a hash is hard to
// turn back, but because too little is kept. A stretch of 48 letters holds more
// than 40 bits of information even for somebody who guesses English well, and 16
// are kept; a whole paragraph gets at most two bits for three letters, a body
// paragraph of usual length less than half a bit a letter. So of all the texts
// that fit, far too many read like English for anybody to tell which it was.
// Hashes of shingles that overlap, as they are usually kept, would let it be
// guessed word after word. A text that is shorter than half a stretch gets none.
// What a fingerprint does tell is whether a text that one has is the same.
const (
	stretch  = 48
	shortest = stretch / 2 // of a text with a fingerprint
	long     = 3 * stretch // of one whose stretches are kept
)

// imprint is a fingerprint, read.
type imprint struct {
	length int
	whole  uint32
	tiles  []tile // none: it is too short
}

// tile is a stretch of a paragraph.
type tile struct {
	offset int
	hash   uint16
}

// Fingerprint is that of a paragraph's text, as a dossier keeps it; "" for one
// that is too short.
func Fingerprint(text string) string {
	f := fold(text)
	n := len(f.runes)
	if n < shortest {
		return ""
	}
	p := imprint{length: n, whole: wholeOf(f.sum(span{0, n}), n)}
	if n < long {
		return fmt.Sprintf("%d-%04x", p.length, p.whole)
	}
	var b strings.Builder
	for _, at := range offsets(n) {
		fmt.Fprintf(&b, "%04x", tileOf(f.sum(span{at, at + stretch})))
	}
	return fmt.Sprintf("%d-%08x-%s", p.length, p.whole, &b)
}

// offsets are where the stretches of a text begin: side by side, the last one at
// the end.
func offsets(length int) []int {
	var all []int
	at := 0
	for ; at+stretch <= length; at += stretch {
		all = append(all, at)
	}
	if at < length {
		all = append(all, length-stretch)
	}
	return all
}

func tileOf(sum uint64) uint16 { return uint16(mixed(sum) >> 48) } // #nosec G115 -- the upper bits

// wholeOf is the hash of all of a text, shorter for a short one.
func wholeOf(sum uint64, length int) uint32 {
	h := uint32(mixed(sum+uint64(length)) >> 32) // #nosec G115 -- the upper bits
	if length < long {
		h >>= 16
	}
	return h
}

// parse reads a fingerprint; false if it is none.
func parse(s string) (imprint, bool) {
	length, rest, _ := strings.Cut(s, "-")
	n, err := strconv.Atoi(length)
	if err != nil || n < shortest || n > maxText {
		return imprint{}, false
	}
	whole, stretches, _ := strings.Cut(rest, "-")
	h, err := strconv.ParseUint(whole, 16, 32)
	if err != nil {
		return imprint{}, false
	}
	p := imprint{length: n, whole: uint32(h)}
	if n < long {
		return p, stretches == ""
	}
	at := offsets(n)
	if len(stretches) != 4*len(at) {
		return imprint{}, false
	}
	for i, offset := range at {
		h, err := strconv.ParseUint(stretches[4*i:4*i+4], 16, 16)
		if err != nil {
			return imprint{}, false
		}
		p.tiles = append(p.tiles, tile{offset, uint16(h)})
	}
	return p, true
}
