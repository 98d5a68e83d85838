package views

import (
	"os"
	"runtime"

	"fyne.io/fyne/v2"

	"beltroad/views/ui"
)

// awaitColors follows what the desktop says of light and dark. Where it has to be asked
// for that, Fyne shows dark until it answers, which it may never do.
func (a *App) awaitColors() {
	asked := map[string]bool{"linux": true, "freebsd": true, "netbsd": true, "openbsd": true}
	ui.SystemIsSilent(asked[runtime.GOOS] && os.Getenv("FYNE_THEME") == "")
	a.fyne.Settings().AddListener(func(fyne.Settings) {
		ui.SystemIsSilent(false)
		for _, w := range a.windows {
			if w.shell != nil {
				w.draw()
			}
		}
	})
}
