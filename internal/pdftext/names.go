package pdftext

import (
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"
)

// named are the glyphs whose names are not themselves, nor a letter with an accent.
var named = sync.OnceValue(func() map[string]string {
	const all = "space \u0020 exclam ! quotedbl \" numbersign # dollar $ percent % ampersand & quotesingle ' parenleft ( parenright ) " +
		"asterisk * plus + comma , hyphen - period . slash / zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 " +
		"colon : semicolon ; less < equal = greater > question ? at @ bracketleft [ backslash \\ bracketright ] asciicircum ^ " +
		"underscore _ grave ` braceleft { bar | braceright } asciitilde ~ exclamdown ¡ cent ¢ sterling £ currency ¤ yen ¥ " +
		"brokenbar ¦ section § dieresis ¨ copyright © ordfeminine ª guillemotleft « logicalnot ¬ registered ® macron ¯ degree ° " +
		"plusminus ± acute ´ mu µ paragraph ¶ periodcentered · cedilla ¸ ordmasculine º guillemotright » onequarter ¼ onehalf ½ " +
		"threequarters ¾ questiondown ¿ AE Æ multiply × Oslash Ø germandbls ß ae æ divide ÷ oslash ø Thorn Þ thorn þ Eth Ð eth ð " +
		"dotlessi ı Lslash Ł lslash ł OE Œ oe œ quoteleft ‘ quoteright ’ quotesinglbase ‚ quotedblleft “ quotedblright ” " +
		"quotedblbase „ dagger † daggerdbl ‡ bullet • ellipsis … perthousand ‰ guilsinglleft ‹ guilsinglright › endash – emdash — " +
		"fraction ⁄ Euro € trademark ™ minus − fi fi fl fl ff ff ffi ffi ffl ffl sfthyphen \u00ad nbspace \u00a0 onesuperior ¹ " +
		"twosuperior ² threesuperior ³ figuredash ‒ horizontalbar ― nonbreakingspace \u00a0 softhyphen \u00ad"
	words := strings.Split(all, " ")
	// The first sign is the separator itself.
	names := map[string]string{"space": " "}
	for i := 3; i+1 < len(words); i += 2 {
		names[words[i]] = words[i+1]
	}
	return names
})

var accents = []struct{ suffix, mark string }{
	{"grave", "\u0300"},
	{"acute", "\u0301"},
	{"circumflex", "\u0302"},
	{"tilde", "\u0303"},
	{"macron", "\u0304"},
	{"breve", "\u0306"},
	{"dotaccent", "\u0307"},
	{"dieresis", "\u0308"},
	{"ring", "\u030a"},
	{"hungarumlaut", "\u030b"},
	{"caron", "\u030c"},
	{"commaaccent", "\u0327"},
	{"cedilla", "\u0327"},
	{"ogonek", "\u0328"},
}

// glyphText is what a glyph's name says, by Adobe's list; empty: nothing known.
func glyphText(name string) string {
	name, _, _ = strings.Cut(name, ".")
	var b strings.Builder
	for part := range strings.SplitSeq(name, "_") {
		b.WriteString(onePart(part))
	}
	return b.String()
}

func onePart(name string) string {
	if s, ok := named()[name]; ok {
		return s
	}
	if len(name) == 1 {
		return name
	}
	for _, a := range accents {
		if letter, ok := strings.CutSuffix(name, a.suffix); ok && len(letter) == 1 {
			return norm.NFC.String(letter + a.mark)
		}
	}
	for _, prefix := range []string{"uni", "u"} {
		if digits, ok := strings.CutPrefix(name, prefix); ok && len(digits) >= 4 {
			if n, err := strconv.ParseUint(digits, 16, 21); err == nil {
				return string(rune(n)) // #nosec G115 -- 21 bits
			}
		}
	}
	return ""
}
