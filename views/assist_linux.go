package views

import (
	"context"

	"fyne.io/fyne/v2"

	"beltroad/internal/atspi"
	"beltroad/internal/spoken"
)

// assist tells assistive technology what is in the windows, where the desktop has any.
func (a *App) assist() {
	_ = atspi.Serve(context.Background(), atspi.Program{ // a desktop without a session has none
		Name: a.Name(), Version: a.options.Version, Language: a.words.Tag().String(),
		Do: a.do,
		Look: func() (all []*spoken.Node) {
			if !a.end.begun.Load() {
				fyne.DoAndWait(func() { all = a.told() })
			}
			return all
		},
		Report: func(err error) { fyne.LogError("assistive technology is told nothing", err) },
	})
}
