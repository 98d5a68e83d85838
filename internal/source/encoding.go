package source

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"

	"beltroad/internal/charset"
)

// decoded is a plain text in UTF-8; false if it is no text. A mark of the byte
// order tells, then whether it is UTF-8 at all; of what is left, GB 18030 is told
// from Windows-1252 by its pairs of bytes.
func decoded(b []byte) (string, bool) {
	switch {
	case bytes.HasPrefix(b, []byte("\xef\xbb\xbf")):
		b = b[3:]
	case bytes.HasPrefix(b, []byte("\xff\xfe")):
		return fromUTF16(b[2:], 0), true
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		return fromUTF16(b[2:], 1), true
	}
	switch {
	case isBinary(b):
		return "", false
	case utf8.Valid(b):
		return string(b), true
	case charset.IsGB(b):
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

// fromUTF16 is UTF-16 without characters that are nothing.
func fromUTF16(b []byte, low int) string {
	return strings.ReplaceAll(charset.FromUTF16(b, low), "\x00", "")
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
