//go:build !linux && !windows

package views

// assist does nothing where there is no way to tell assistive technology anything. On macOS
// there is only Fyne's own, whose faults docs/fyne.md names.
func (*App) assist() {}
