package sheet

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// look is what a number of a spreadsheet is shown as.
type look uint8

const (
	asNumber look = iota
	asPercent
	asDate
	asMonth
	asYear
	asMaybeMonth // a date, or a month by the language of the desktop
	asClock
)

// format is how the numbers of a style are shown.
type format struct {
	look look
	sign string // of a currency
}

// builtInFormat are the formats that files name by a number alone.
func builtInFormat(id int) format {
	switch {
	case id == 9, id == 10:
		return format{look: asPercent}
	case id == 17:
		return format{look: asMonth}
	case id >= 14 && id <= 16, id == 22, id >= 28 && id <= 31, id == 51, id == 53, id == 55, id == 56, id == 58:
		return format{look: asDate}
	case id == 27, id == 36, id == 50, id == 52, id == 54, id == 57:
		return format{look: asMaybeMonth}
	case id >= 18 && id <= 21, id >= 32 && id <= 35, id >= 45 && id <= 47:
		return format{look: asClock}
	}
	return format{}
}

// formatOf reads the code of a format, as in [$-409]d-mmm-yy. Its first part is
// that of positive numbers.
func formatOf(code string) format {
	bare, sign := bareCode(code)
	bare = strings.ReplaceAll(strings.ToLower(bare), "general", "")
	has := func(letters string) bool { return strings.ContainsAny(bare, letters) }
	switch clock := has("hs"); {
	case has("%"):
		return format{look: asPercent}
	case has("0#?") && !clock, !has("yemdhs"):
		return format{sign: sign}
	case clock && !has("yed"):
		return format{look: asClock}
	case clock, has("d"), !has("ye"):
		return format{look: asDate}
	case has("m"):
		return format{look: asMonth}
	}
	return format{look: asYear}
}

// bareCode is the first part of a code without the texts in it, and the sign of a
// currency among them.
func bareCode(code string) (bare, sign string) {
	var b strings.Builder
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case ';':
			return b.String(), sign
		case '\\', '_', '*':
			i++
		case '"', '[':
			closing := byte('"')
			if c == '[' {
				closing = ']'
			}
			end := strings.IndexByte(code[i+1:], closing)
			if end < 0 {
				return b.String(), sign
			}
			inside := code[i+1 : i+1+end]
			i += end + 1
			if word, ok := strings.CutPrefix(inside, "$"); ok && c == '[' {
				inside, _, _ = strings.Cut(word, "-")
				if inside != "" {
					sign = inside
				}
			} else if c == '[' && strings.Trim(strings.ToLower(inside), "hms") == "" {
				b.WriteString("h") // hours beyond a day
			}
			sign = currency(inside, sign)
		default:
			sign = currency(string(c), sign)
			if c == 0xC2 || c == 0xE2 { // a sign of more bytes
				sign = currency(code[i:min(len(code), i+3)], sign)
			}
			b.WriteByte(c)
		}
	}
	return b.String(), sign
}

// currency is the sign of one in a text, or what was known before.
func currency(text, known string) string {
	if i := strings.IndexAny(text, "$€£¥₹₩₽"); i >= 0 && known == "" {
		for _, r := range text[i:] {
			return string(r)
		}
	}
	return known
}

// show is a number as a dossier has it.
func (f format) show(value string, is1904 bool) string {
	x, err := strconv.ParseFloat(value, 64)
	if err != nil || math.IsInf(x, 0) || math.IsNaN(x) {
		return value
	}
	switch f.look {
	case asPercent:
		return plain(x, 2) + "%"
	case asClock:
		if x >= 0 && x < 1 {
			return time.Unix(0, 0).UTC().Add(time.Duration(math.Round(x*86400)) * time.Second).Format(time.TimeOnly)
		}
	case asDate, asMonth, asYear, asMaybeMonth:
		if date, ok := dateOf(x, is1904); ok {
			return f.date(date)
		}
	case asNumber:
	}
	return f.sign + plain(x, 0)
}

func (f format) date(t time.Time) string {
	switch {
	case f.look == asYear:
		return t.Format("2006")
	case f.look == asMonth, f.look == asMaybeMonth && t.Day() == 1:
		return t.Format("2006-01")
	}
	return t.Format(time.DateOnly)
}

// dateOf is the day that a number stands for. Before March 1900 the count has a day
// that never was.
func dateOf(x float64, is1904 bool) (time.Time, bool) {
	const last = 2_958_465 // the end of 9999
	days := int(math.Floor(x))
	start := time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case x < 1 || x > last:
		return time.Time{}, false
	case is1904:
		start = time.Date(1904, time.January, 1, 0, 0, 0, 0, time.UTC)
	case days < 60:
		days++
	}
	return start.AddDate(0, 0, days), true
}

// isoDate is the day of a date with or without a time.
func isoDate(value string) string {
	date, _, _ := strings.Cut(value, "T")
	return date
}

// plain is a number in plain digits, times a power of ten: with all the digits of a
// whole one, and the fifteen that spreadsheets show of others.
func plain(x float64, power int) string {
	const shown, whole = 15, 1 << 53
	mantissa := strconv.FormatFloat(x, 'e', -1, 64)
	if x != math.Trunc(x) || math.Abs(x) > whole {
		mantissa = strconv.FormatFloat(x, 'e', shown-1, 64)
	}
	digits, exponent, _ := strings.Cut(mantissa, "e")
	e, err := strconv.Atoi(exponent)
	if err != nil {
		return mantissa // cannot be
	}
	y, err := strconv.ParseFloat(fmt.Sprintf("%se%d", digits, e+power), 64)
	if err != nil {
		return mantissa
	}
	if y == 0 {
		y = 0 // no minus
	}
	return strconv.FormatFloat(y, 'f', -1, 64)
}
