package data

import (
	"bytes"
	"encoding/json"
	"testing"
	"unicode/utf8"
)

// FuzzElements holds the walk through an array, and that to a member of an
// object, against a plain decoder.
func FuzzElements(f *testing.F) {
	for _, s := range []string{
		`[]`, `[1]`, ` [ 1 , "a,]" , [ ] , {"b":[1]} , null ]`, `["\\\""]`, `{"features":[1,2]}`, `{"a":{"features":1},"\u0066eatures" : [ {} ] , "b" : -1e5}`, `{"FEATURES":3}`, `{}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if !json.Valid(b) || bytes.ContainsRune(b, '\r') || checkMembers(b) != (Problem{}) {
			return
		}
		start := pastSpace(b, 0)
		var members map[string]json.RawMessage
		if b[start] == '{' && json.Unmarshal(b, &members) == nil {
			var c struct {
				Features *json.RawMessage `json:"features"`
			}
			at := memberStart(b, start, "features")
			if err := json.Unmarshal(b, &c); err != nil || (c.Features == nil) != (at == len(b) || bytes.HasPrefix(b[at:], []byte("null"))) {
				t.Fatalf("%s: features at %d", b, at)
			}
			if c.Features != nil && !bytes.Equal(*c.Features, b[at:valueEnd(b, at)]) {
				t.Errorf("%s: features is %s", b, b[at:valueEnd(b, at)])
			}
			start = at
		}
		if isArray(b, start) {
			checkElements(t, b, start)
		}
	})
}

func checkElements(t *testing.T, b []byte, start int) {
	t.Helper()
	var want []json.RawMessage
	if err := json.Unmarshal(b[start:valueEnd(b, start)], &want); err != nil {
		t.Fatalf("%s: %v", b, err)
	}
	n := 0
	for i, e := range elements(b, start) {
		if i != n || i >= len(want) || !bytes.Equal(e.raw, want[i]) || !bytes.HasPrefix(b[e.start:], e.raw) {
			t.Fatalf("%s: element %d is %s", b, i, e.raw)
		}
		n++
	}
	if n != len(want) {
		t.Errorf("%s: %d elements, want %d", b, n, len(want))
	}
}

// FuzzPlainText holds the quick ways through a text against slow ones.
func FuzzPlainText(f *testing.F) {
	for _, s := range []string{"", "\r", "\r\n", "\r\r\n\r", "a\r\nb\rc\n", "\xEF\xBB\xBFid\r\n", "12345678\x7F", "é12345678\x1F", "\u202E", "a\u0301\u0301"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		want := bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n"))
		want = bytes.ReplaceAll(want, []byte("\r"), []byte("\n"))
		if got := withoutReturns(bytes.Clone(b)); !bytes.Equal(got, want) {
			t.Errorf("%q without returns is %q, want %q", b, got, want)
		}
		flaw := findFlaw(b)
		if sure := sureFlaw(b); flaw.found == "" && sure >= 0 || flaw.found != "" && sure >= 0 && flaw.at > sure {
			t.Errorf("%q: a flaw at %d (%s), and surely one at %d", b, flaw.at, flaw.found, sure)
		}
	})
}

// sureFlaw is where the first flaw is that does not depend on what stands around
// it, or else -1: a byte that is not UTF-8, or a control character.
func sureFlaw(b []byte) int {
	for i := 0; i < len(b); {
		r, size := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && size == 1 || r < ' ' && r != '\n' && r != '\t' || r >= 0x7F && r < 0xA0 || r == '\uFEFF' {
			return i
		}
		i += size
	}
	return -1
}
