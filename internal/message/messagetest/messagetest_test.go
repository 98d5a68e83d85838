package messagetest

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestTheMadeUpLanguage(t *testing.T) {
	for _, text := range []string{"File", "Map", "Show all", "¶ 5", "TV", "rhythm, ", "A long sentence of many words. And another."} {
		got := Longer(text)
		if strings.ContainsFunc(got, isLetter) {
			t.Errorf("%q is %q: a letter without a mark", text, got)
		}
		if n := utf8.RuneCountInString(strings.TrimSpace(text)); strings.ContainsFunc(text, isLetter) && utf8.RuneCountInString(got)*10 < n*14 {
			t.Errorf("%q is %q: not longer by 40 %%", text, got)
		}
	}
	p := Accented(t)
	if got := p.Say("export.saved", map[string]any{"File": "trade.png"}); !strings.HasSuffix(got, "trade.png”") {
		t.Errorf("a placeholder is lost: %q", got)
	}
	if one, two := p.Count("count.figures", 1), p.Count("count.figures", 2); one == two {
		t.Errorf("the plural is lost: %q", one)
	}
}
