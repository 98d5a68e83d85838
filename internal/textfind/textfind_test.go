package textfind

import (
	"fmt"
	"testing"
	"unicode/utf8"
)

func TestAll(t *testing.T) {
	for _, c := range []struct{ text, typed, want string }{
		{"More than 230 ports", "PORTS", "[ports]"},
		{"the ports and the Ports of import", "port", "[port Port port]"},
		{"Côte d’Ivoire", "cote d'iv", "[Côte d’Iv]"},
		{"Co\u0302te", "cote", "[Co\u0302te]"},
		{"2013–2022 and 2013-2022", "2013-2022", "[2013–2022 2013-2022]"},
		{"US$19.1\u00a0trillion", "19.1 trillion", "[19.1\u00a0trillion]"},
		{"a  b\n c", "a b c", "[a  b\n c]"},
		{"soft\u00adware", "software", "[soft\u00adware]"},
		{"ｗｉｄｅ", "wide", "[ｗｉｄｅ]"},
		{"the ﬁeld", "fi", "[ﬁ]"},
		{"the ﬁeld", "f", "[ﬁ]"},
		{"the ﬁeld", "ie", "[ﬁe]"},
		{"港口合作港口", "港口", "[港口 港口]"},
		{"aaa", "aa", "[aa]"},
		{"nothing", "", "[]"},
		{"nothing", " ", "[]"},
		{"", "a", "[]"},
		{"damaged \xff port", "port", "[port]"},
		{"İstanbul", "istanbul", "[İstanbul]"},
	} {
		all := []string{}
		for _, s := range NewQuery(c.typed).All(c.text) {
			all = append(all, c.text[s.Start:s.End])
		}
		if got := fmt.Sprint(all); got != c.want {
			t.Errorf("%q in %q: %q, want %q", c.typed, c.text, got, c.want)
		}
	}
}

func FuzzAll(f *testing.F) {
	f.Add("Côte d’Ivoire, the ﬁeld", "cote")
	f.Add("a\u0302\u0302 \xff", "a")
	f.Fuzz(func(t *testing.T, text, typed string) {
		end := 0
		for _, s := range NewQuery(typed).All(text) {
			if s.Start < end || s.End <= s.Start || s.End > len(text) {
				t.Fatalf("%q in %q is at %v after %d", typed, text, s, end)
			}
			if r, _ := utf8.DecodeRuneInString(text[s.Start:]); r == utf8.RuneError && utf8.ValidString(text) && !utf8.ValidString(text[s.Start:s.End]) {
				t.Fatalf("%q in %q cuts a letter at %v", typed, text, s)
			}
			end = s.End
		}
	})
}
