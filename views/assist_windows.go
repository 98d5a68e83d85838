package views

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"

	"beltroad/internal/uia"
)

// assist tells assistive technology what is in the windows.
func (a *App) assist() {
	uia.Serve(context.Background(), uia.Program{
		Do: a.do,
		Look: func() (all []uia.Window) {
			if !a.end.begun.Load() {
				fyne.DoAndWait(func() {
					all = []uia.Window{}
					for _, n := range a.told() {
						all = append(all, uia.Window{Node: n, Handle: handleOf(n.Key)})
					}
				})
			}
			return all
		},
	})
}

// handleOf is what Windows knows a window by, 0 where it has none yet.
func handleOf(window any) (handle uintptr) {
	if native, ok := window.(driver.NativeWindow); ok {
		native.RunNative(func(context any) {
			if c, ok := context.(driver.WindowsWindowContext); ok {
				handle = c.HWND
			}
		})
	}
	return handle
}
