package views

import (
	"testing"

	"fyne.io/fyne/v2"
)

// A key may come before the first page is there: it scrolls nothing, and does
// nothing that it does later.
func TestAKeyBeforeTheFirstPage(t *testing.T) {
	for name, w := range map[string]*Window{"no dossier": {}, "no page": {shell: &Shell{}}} {
		does := func() { t.Errorf("%s: the key does something", name) }
		for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyT} {
			w.typed(&fyne.KeyEvent{Name: key}, map[fyne.KeyName]func(){fyne.KeyT: does}, nil)
		}
	}
}
