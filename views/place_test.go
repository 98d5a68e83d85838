package views

import (
	"slices"
	"strings"
	"testing"

	"beltroad/views/ui"
)

// The record of a project says which of its places another source ties to it.
func TestPlacesNameTheirSource(t *testing.T) {
	s, _ := open(t, dossier(t))
	for at, want := range map[string]string{
		"project/mombasa-nairobi-railway":      "Mombasa (end of the line), Nairobi (end of the line)",
		"project/addis-ababa-djibouti-railway": "Sebeta (on the way; not stated in this source, from Xinhua, 2018)",
		"project/world-bank":                   "Washington, D.C. (headquarters; not stated in this source, from Britannica Kids)",
	} {
		s.Go(place(t, at))
		var texts []string
		for _, text := range all[*ui.Text](s.content) {
			texts = append(texts, text.AccessibilityLabel())
			if other := strings.Contains(text.String(), "not stated in this source, from"); other && text.Runs[0].Color != ui.ColorMuted {
				t.Errorf("%s says %q in the ink of the presented source", at, text.String())
			}
		}
		if !slices.Contains(texts, want) {
			t.Errorf("%s does not say %q, but %q", at, want, texts)
		}
	}
}
