package views

import (
	"testing"

	"fyne.io/fyne/v2"

	"beltroad/data/datatest"
	"beltroad/data/fixture"
)

// Fyne's dialog of files crashes where its texts grow: they do once it has gone. What is
// ours grows at once.
func TestTextsGrowWhileAFileIsChosen(t *testing.T) {
	a, w := appOf(t, datatest.Open(t, fixture.Harbour()))
	w.win.Resize(fyne.NewSize(1280, 800))
	before := w.theme.TextScale
	w.ChooseDossier()
	w.ScaleText(+1)
	if w.theme.TextScale <= before {
		t.Error("the window's texts do not grow")
	}
	if a.theme.TextScale != before {
		t.Errorf("Fyne's grow to %g", a.theme.TextScale)
	}
	w.dialog.Hide()
	if a.theme.TextScale != w.theme.TextScale {
		t.Errorf("Fyne's stay at %g", a.theme.TextScale)
	}
}
