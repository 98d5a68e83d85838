package cell

import (
	"strings"
	"testing"
)

func TestGuard(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "plain": "plain", "a-b": "a-b", "a=1": "a=1", "¶5": "¶5", "一带一路": "一带一路",
		"-5": "-5", "+5": "+5", " -5": " -5", "-1.5e3": "-1.5e3", "-0": "-0",
		"-inf": "'-inf", "+nan": "'+nan", "-0x1p2": "'-0x1p2", "1": "1",
		"=1+1": "'=1+1", "+cmd": "'+cmd", "-1+1": "'-1+1", "@SUM(A1)": "'@SUM(A1)", "-": "'-",
		"＝1": "'＝1", "＋1": "'＋1", "－1": "'－1", "＠x": "'＠x",
		"x;=1+1": "x;'=1+1", "x; -5": "x; -5", ";=1": ";'=1", "a\t@SUM(A1);+x": "a\t'@SUM(A1);'+x",
		"\t=1": "\t'=1", "\r=1": "\r'=1", "\n=1": "\n'=1", "a\r\n=1": "a\r\n'=1",
		" =1": "' =1", "\u00A0=1": "'\u00A0=1", "\u3000=1": "'\u3000=1",
		"\u200B=1": "'\u200B=1", "\uFEFF=1": "'\uFEFF=1", "\u2066\u202E=1": "'\u2066\u202E=1",
		"\u3164=1": "'\u3164=1", "\u0301=1": "'\u0301=1", "\uFE0F=1": "'\uFE0F=1", "\x00=1": "'\x00=1", "\v=1": "'\v=1",
		`"=1"`: `'"=1"`, `x;"=1"`: `x;'"=1"`,
		"'": "''", "'=1": "''=1", "it's": "it's",
	} {
		if got := Guard(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}

// No part of a guarded cell is a formula, and the cell comes back as it was.
func FuzzGuard(f *testing.F) {
	for _, s := range []string{"=1", "'=1", "a;=1\t+2\r\n-x", "\u200B=", "''", "-5;'-5"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		guarded := Guard(cell)
		if got := Plain(guarded); got != cell {
			t.Errorf("%q becomes %q, and that %q", cell, guarded, got)
		}
		for _, part := range strings.FieldsFunc(guarded, func(r rune) bool { return strings.ContainsRune(separators, r) }) {
			if begins(part) && !strings.HasPrefix(part, "'") {
				t.Errorf("in %q, %q begins like a formula", guarded, part)
			}
		}
	})
}
