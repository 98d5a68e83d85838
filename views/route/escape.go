package route

import (
	"fmt"
	"strings"
)

// escape keeps letters of any script readable and hides the signs that
// routes are made of.
func escape(s string) string {
	var b strings.Builder
	for i := range len(s) {
		switch c := s[i]; {
		case c <= ' ', strings.IndexByte("#%/?&=", c) >= 0, c == 0x7f:
			fmt.Fprintf(&b, "%%%02X", c)
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

func unescape(s string) (string, error) {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '%' {
			b.WriteByte(s[i])
			continue
		}
		if i+3 > len(s) {
			return "", fmt.Errorf("%q ends within an escape", s)
		}
		c, ok := hex(s[i+1], s[i+2])
		if !ok {
			return "", fmt.Errorf("%q is no escape", s[i:i+3])
		}
		b.WriteByte(c)
		i += 2
	}
	return b.String(), nil
}

// hex is the byte of two hexadecimal digits, capital ones: there is one spelling.
func hex(high, low byte) (byte, bool) {
	const digits = "0123456789ABCDEF"
	h, l := strings.IndexByte(digits, high), strings.IndexByte(digits, low)
	if h < 0 || l < 0 {
		return 0, false
	}
	return byte(h<<4 | l), true // #nosec G115 -- two digits
}
