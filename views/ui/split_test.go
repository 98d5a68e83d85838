package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"beltroad/views/uitest"
)

// Where two columns fold, the name of the second stands between them, and the
// heading of the columns is that of the first.
func TestFoldedColumnsAreNamed(t *testing.T) {
	uitest.Wear(t, &Theme{Scheme: Light})
	ours, theirs, name := Label("ours", SizeBody, ColorInk), Label("theirs", SizeBody, ColorInk), Label("Your copy", SizeSmall, ColorMuted)
	both := SplitNamed(0.5, 100, 20, ours, theirs, name)
	first, second := Label("Plain words", SizeSmall, ColorMuted), Label("Your copy", SizeSmall, ColorMuted)
	head := SplitHead(0.5, 100, 20, first, second)
	for _, width := range []float32{400, 200, 400} {
		both.Resize(fyne.NewSize(width, HeightFor(both, width)))
		head.Resize(fyne.NewSize(width, HeightFor(head, width)))
		beside := width == 400
		if name.Visible() == beside || second.Visible() != beside || !first.Visible() {
			t.Errorf("%g wide: the name is seen: %t, the second heading: %t", width, name.Visible(), second.Visible())
		}
		if beside && (theirs.Position().Y != 0 || theirs.Position().X != 210) {
			t.Errorf("%g wide: theirs is at %v", width, theirs.Position())
		}
		if under := name.Position().Y + name.Size().Height; !beside && (name.Position().Y <= ours.Size().Height || theirs.Position().Y < under || theirs.Position().Y+theirs.Size().Height > both.Size().Height+0.5) {
			t.Errorf("%g wide: the name is at %v, theirs at %v of %v", width, name.Position(), theirs.Position(), both.Size())
		}
	}
}
