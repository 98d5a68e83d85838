package export

import (
	"strings"
	"testing"
)

func TestCheckName(t *testing.T) {
	long := strings.Repeat("图", 83) + "xx" // 251 bytes, 255 with its end
	units := strings.Repeat("😀", 64)       // 256 bytes, and 128 units of UTF-16
	for _, c := range []struct {
		name, file string
		fault      Fault
	}{
		{"chart", "chart.png", ""},
		{" chart ", "chart.png", ""},
		{"chart.png", "chart.png", ""},
		{"chart.PNG", "chart.png", ""},
		{"v1.2", "v1.2.png", ""},
		{"一带一路 图", "一带一路 图.png", ""},
		{long, long + ".png", ""},
		{long + "x", "", NameLong},
		{units, "", NameLong},
		{"chart ..", "", NameEnd},
		{"chart .png", "", NameEnd},
		{"-rf", "", NameOption},
		{"a-b", "a-b.png", ""},
		{"\u202Egnp", "", NameHidden},
		{"chart\u200F", "", NameHidden},
		{"chart\u3164", "", NameHidden},
		{"\ufe0f", "", NameHidden},
		{"nul ", "", NameReserved},
		{"aux .x", "", NameReserved},
		{"", "", NameEmpty},
		{"  ", "", NameEmpty},
		{".", "", NameEnd},
		{"..", "", NameEnd},
		{".hidden", "", NameEnd},
		{"chart.", "", NameEnd},
		{"CON", "", NameReserved},
		{"con.txt", "", NameReserved},
		{"Lpt1", "", NameReserved},
		{"COM¹", "", NameReserved},
		{"contents", "contents.png", ""},
		{"com10", "com10.png", ""},
		{"a/b", "", NamePath},
		{`a\b`, "", NamePath},
		{"a:b", "", NamePath},
		{"what?", "", NamePath},
		{"invoice\u202Egnp.exe", "", NameHidden},
		{"a\u200bb", "", NameHidden},
		{"a\nb", "", NameHidden},
		{"a\xffb", "", NameHidden},
		{strings.Repeat("图", 249), "", NameLong},
	} {
		file, bytes, fault := CheckName(c.name, ".png")
		if fault != c.fault || fault == "" && file != c.file {
			t.Errorf("%q is %q, %q, want %q, %q", c.name, file, fault, c.file, c.fault)
		}
		if want := len(c.name) + len(".png"); fault == NameLong && bytes != want {
			t.Errorf("%q has %d bytes, it says %d", c.name, want, bytes)
		}
	}
}

func TestSuggest(t *testing.T) {
	for title, want := range map[string]string{
		"Countries: all figures of the source": "countries-all-figures-of-the-source", "0.7%–2.9% / year": "0-7-2-9-year",
		"  ": "", "一带一路 图": "一带一路-图", "../../etc": "etc", "Con": "con-", "हिन्दी": "हिन्दी",
	} {
		if got := Suggest(title); got != want {
			t.Errorf("of %q it makes %q", title, got)
		}
	}
	for _, r := range []string{"图", "x", "é"} {
		if _, n, fault := CheckName(Suggest(strings.Repeat(r, 500)), ".png"); fault != "" {
			t.Errorf("500 of %s make a name of %d bytes that is %q", r, n, fault)
		}
	}
}
