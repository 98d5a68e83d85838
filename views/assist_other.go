//go:build !linux

package views

// assist does nothing where Fyne itself tells assistive technology of its windows, or
// nobody can.
func (*App) assist() {}
