// Package charset tells and reads what plain text is written in where it is not UTF-8.
package charset

import "unicode/utf16"

// FromUTF16 is UTF-16 as UTF-8. The low bytes are the first of each pair (low is 0), or
// the second (1). A last byte without another is left out.
func FromUTF16(b []byte, low int) string {
	units := make([]uint16, 0, len(b)/2)
	for ; len(b) >= 2; b = b[2:] {
		units = append(units, uint16(b[low])|uint16(b[1-low])<<8)
	}
	return string(utf16.Decode(units))
}

// IsGB tells whether most bytes above ASCII stand in pairs of the common characters of
// GB 18030. In Windows-1252 they stand alone: accents, quotation marks.
func IsGB(b []byte) bool {
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
