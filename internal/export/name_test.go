package export

import (
	"strings"
	"testing"
)

func TestCheckName(t *testing.T) {
	long := strings.Repeat("图", 60)
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
		if fault == NameLong && bytes != 249*3+4 {
			t.Errorf("it has %d bytes", bytes)
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
