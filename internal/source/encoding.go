package source

import (
	"bytes"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// decoded is a plain text in UTF-8; false if it is no text. A mark of the byte
// order tells, then whether it is UTF-8 at all; of what is left, GB 18030 is told
// from Windows-1252 by its pairs of bytes.
func decoded(b []byte) (string, bool) {
	switch {
	case bytes.HasPrefix(b, []byte("\xef\xbb\xbf")):
		b = b[3:]
	case bytes.HasPrefix(b, []byte("\xff\xfe")):
		return fromUTF16(b[2:], func(b []byte) uint16 { return uint16(b[0]) | uint16(b[1])<<8 }), true
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		return fromUTF16(b[2:], func(b []byte) uint16 { return uint16(b[1]) | uint16(b[0])<<8 }), true
	}
	switch {
	case isBinary(b):
		return "", false
	case utf8.Valid(b):
		return string(b), true
	case isGB(b):
		s, err := simplifiedchinese.GB18030.NewDecoder().Bytes(b)
		return string(s), err == nil
	default:
		return latin(b), true
	}
}

func latin(b []byte) string {
	s, err := charmap.Windows1252.NewDecoder().Bytes(b)
	if err != nil {
		return ""
	}
	return string(s)
}

func fromUTF16(b []byte, unit func([]byte) uint16) string {
	units := make([]uint16, 0, len(b)/2)
	for ; len(b) >= 2; b = b[2:] {
		units = append(units, unit(b))
	}
	return strings.ReplaceAll(string(utf16.Decode(units)), "\x00", "")
}

// isBinary tells whether bytes are no text: control characters stand among them.
func isBinary(b []byte) bool {
	bad := 0
	for _, c := range b {
		if c == 0 {
			return true
		}
		if c < ' ' && !strings.ContainsRune("\t\n\r\f\v\x1a\x1b", rune(c)) {
			bad++
		}
	}
	return bad*100 > len(b)
}

// isGB tells whether most bytes above ASCII stand in pairs of the common
// characters. In Windows-1252 they stand alone: quotation marks, accents.
func isGB(b []byte) bool {
	pairs, alone := 0, 0
	for i := 0; i < len(b); i++ {
		switch {
		case b[i] < 0x80:
		case i+1 < len(b) && b[i] >= 0xa1 && b[i] <= 0xf7 && b[i+1] >= 0xa1:
			pairs++
			i++
		default:
			alone++
		}
	}
	return pairs > 4*alone
}
