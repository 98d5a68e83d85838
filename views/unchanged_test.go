package views

import (
	"testing"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/views/ui"
)

// Drawing every screen changes nothing of a dossier, whose records all pages
// share; and a dossier unlike the built-in one is drawn as well.
func TestDrawingChangesNoDossier(t *testing.T) {
	look := Look{Width: 1024, Height: 768, Scheme: ui.Light, TextScale: 1, Scale: 1}
	harbour := datatest.Open(t, fixture.Harbour())
	for name, d := range map[string]*data.Dossier{"built-in": dossier(t), "harbour": harbour} {
		t.Run(name, func(t *testing.T) {
			lookingAt(t, look)
			before := fixture.Fingerprint(d)
			screens := Screens(d)
			if len(screens) < 20 {
				t.Errorf("only %d screens", len(screens))
			}
			for _, r := range screens {
				pictureOf(materialOf(d), r, look)
				if fixture.Fingerprint(d) != before {
					t.Fatalf("%s changes the dossier", r)
				}
			}
		})
	}
}
