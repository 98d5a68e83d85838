package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Dressed shows an object in a theme of its own, which is made from the theme
// around it: darker, larger, or set in a serif. Whoever changes what it is made
// by calls [Restyle].
type Dressed struct {
	Base

	content fyne.CanvasObject
	change  func(*Theme)
	own     *Theme
}

var (
	_ fyne.Widget     = (*Dressed)(nil)
	_ fyne.Accessible = (*Dressed)(nil)
)

// Dress gives an object a theme of its own; change makes it from a copy of the
// one around it.
func Dress(content fyne.CanvasObject, change func(*Theme)) *Dressed {
	d := &Dressed{content: content, change: change}
	d.ExtendBaseWidget(d)
	Adopt(content, d.dressAnew())
	return d
}

// dressAnew makes a theme from another one around it, for what it shows to adopt.
func (d *Dressed) dressAnew() *Theme {
	d.own = &Theme{}
	d.dress()
	return d.own
}

// dress has the theme be as the one around it says, which was changed.
func (d *Dressed) dress() {
	around := d.given
	if around == nil {
		around, _ = theme.Current().(*Theme)
	}
	*d.own = Theme{}
	if around != nil {
		*d.own = *around
	}
	d.change(d.own)
}

// resized takes up what has changed around it first: what it shows comes after it.
func (d *Dressed) resized() bool {
	d.dress()
	return d.Base.resized()
}

// Own is the theme of what it shows.
func (d *Dressed) Own() *Theme { return d.own }

// AccessibilityLabel implements [fyne.Accessible].
func (d *Dressed) AccessibilityLabel() string { return "" }

// AccessibilityRole implements [fyne.Accessible].
func (d *Dressed) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// Children is what it shows.
func (d *Dressed) Children() []fyne.CanvasObject { return []fyne.CanvasObject{d.content} }

// CreateRenderer implements [fyne.Widget].
func (d *Dressed) CreateRenderer() fyne.WidgetRenderer { return dressedRenderer{d} }

type dressedRenderer struct{ d *Dressed }

func (dressedRenderer) Destroy()                       {}
func (r dressedRenderer) Objects() []fyne.CanvasObject { return r.d.Children() }
func (r dressedRenderer) MinSize() fyne.Size           { return r.d.content.MinSize() }
func (r dressedRenderer) Layout(s fyne.Size)           { Place(r.d.content, 0, 0, s.Width, s.Height) }
func (r dressedRenderer) Refresh()                     { r.d.content.Refresh() }
