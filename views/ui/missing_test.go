package ui

import "testing"

func TestWithoutMissingLetters(t *testing.T) {
	lacks := func(r rune) bool { return r == '国' || r == '\U0010FFFD' }
	for s, want := range map[string]string{"": "", "over 230": "over 230", "中国 🚂": "中� 🚂", "\U0010FFFD\U0010FFFD": "��"} {
		if got := without(s, lacks); got != want {
			t.Errorf("%q would be drawn as %q, want %q", s, got, want)
		}
	}
	// The letters that every screen has are never looked for.
	for _, s := range []string{"over 230 – “a”", "Côte d’Ivoire", "0.7%–2.9%", "¶15", "A–, A+"} {
		if got := drawable(s); got != s {
			t.Errorf("%q would be drawn as %q", s, got)
		}
	}
}
