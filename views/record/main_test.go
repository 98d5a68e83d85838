package record

import (
	"os"
	"testing"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

func TestMain(m *testing.M) { os.Exit(uitest.Run(m, &ui.Theme{Scheme: ui.Light})) }

// laidOut gives an object the width and the height that it needs for it.
func laidOut[T fyne.CanvasObject](o T, width float32) T {
	o.Resize(fyne.NewSize(width, ui.HeightFor(o, width)))
	return o
}

func TestLooksOfBadges(t *testing.T) {
	words := &Words{Printer: uitest.English()}
	for _, claim := range []data.Claim{data.Reported, data.Estimate, data.Commitment, data.Opinion} {
		b := NewBadge(claim, words.Claim(claim))
		b.Resize(b.MinSize())
		uitest.Looks(t, "badge-"+string(claim), b)
	}
}
