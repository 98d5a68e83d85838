package views

import (
	"testing"

	"fyne.io/fyne/v2"
)

// A key may come before the first page is there.
func TestAKeyBeforeTheFirstPage(t *testing.T) {
	if (&Shell{}).ScrollKey(fyne.KeyDown) {
		t.Error("something was scrolled")
	}
}
