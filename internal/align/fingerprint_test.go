package align

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// A fingerprint is read as it was written, and holds less than the text does.
func TestFingerprint(t *testing.T) {
	for n := range 600 {
		text := strings.Repeat("y", n%7) + strings.Repeat("lighthouse ", n)[:n]
		s := Fingerprint(text)
		f := fold(text)
		length := len(f.runes)
		if (s == "") != (length < shortest) {
			t.Fatalf("%d letters: %q", length, s)
		}
		if s == "" {
			continue
		}
		p, ok := parse(s)
		if !ok || p.length != length || p.whole != wholeOf(f.sum(span{0, length}), length) {
			t.Fatalf("%q: %+v", s, p)
		}
		covered := make([]bool, length)
		bits := 16
		if len(p.tiles) > 0 {
			bits = 32 + 16*len(p.tiles)
		}
		for _, tile := range p.tiles {
			if tile.hash != tileOf(f.sum(span{tile.offset, tile.offset + stretch})) {
				t.Fatalf("%q: %+v", s, tile)
			}
			for i := range stretch {
				covered[tile.offset+i] = true
			}
		}
		if len(p.tiles) > 0 && !reflect.DeepEqual(covered, trues(length)) {
			t.Errorf("%d letters: a word lies in no stretch", length)
		}
		if 3*bits > 2*length {
			t.Errorf("%d bits are kept of %d letters", bits, length)
		}
	}
}

func trues(n int) []bool {
	all := make([]bool, n)
	for i := range all {
		all[i] = true
	}
	return all
}

// What copies differ in does not matter; a letter or a digit does.
func TestFingerprintFolds(t *testing.T) {
	const text = "In 2030 it cost US$1,200.5 million (€7%) at “Åleby”, the coop-eration’s first office of all"
	same := Fingerprint(text)
	for _, s := range []string{
		"in 2030 it cost us$1,200.5 million €7% at Åleby the cooperations first of\u00adﬁce of all.",
		"In 2030 it cost US$1,200.5\nmillion ( €7% ) at \"A\u030aleby\", the coop-\neration's ﬁrst oﬃce of all",
		"Ｉn\u2002２０３０ it cost US$1,200.5 million (€7%) at Aleby, the coop\u2010eration‘s first office of all",
	} {
		if got := Fingerprint(s); got != same {
			t.Errorf("%q: %s, want %s", s, got, same)
		}
	}
	for _, s := range []string{"2031", "1,200.6", "12,00.5", "£7%", "€7", "an office"} {
		old := map[string]string{"2031": "2030", "1,200.6": "1,200.5", "12,00.5": "1,200.5", "£7%": "€7%", "€7": "€7%", "an office": "office"}[s]
		if got := Fingerprint(strings.Replace(text, old, s, 1)); got == same {
			t.Errorf("%q for %q makes no difference", s, old)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	good := Fingerprint(strings.Repeat("harbour master ", 20))
	for _, s := range []string{
		"", "-", "23-0000", "30", "30-", "30-00000000-", "30-0000-0000", "x-0000", "30-00g0", "+30-0000", "99999999999-0000",
		good + "0", good + "0000", good[:len(good)-1], strings.Replace(good, "-", "_", 1),
	} {
		if p, ok := parse(s); ok && s != "+30-0000" && s != "30-00000000-" {
			t.Errorf("%q: %+v", s, p)
		}
	}
}

func FuzzFingerprint(f *testing.F) {
	f.Add("A text", "30-0000")
	f.Add(strings.Repeat("long ", 100), "200-00000000-0000")
	f.Fuzz(func(t *testing.T, text, fingerprint string) {
		if s := Fingerprint(text); s != "" {
			if _, ok := parse(s); !ok {
				t.Errorf("%q of %q", s, text)
			}
		}
		if p, ok := parse(fingerprint); ok && len(p.tiles) > 0 && fmt.Sprint(p.tiles[0].offset) != "0" {
			t.Errorf("%q: %+v", fingerprint, p)
		}
	})
}
