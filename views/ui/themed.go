package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Themed is what looks as a theme says: a widget (through [Base]) or a layout
// that embeds it. It has the app's theme until it is given another by [Adopt].
type Themed struct {
	given *Theme
	asked bool    // something was drawn or measured by the theme
	was   setting // when the theme was last looked at as a whole
}

// Given is the theme that was handed down, nil for none.
func (t *Themed) Given() *Theme { return t.given }

func (t *Themed) theme() fyne.Theme {
	t.asked = true
	if t.given != nil {
		return t.given
	}
	return theme.Current()
}

// ColorOf is a colour of the theme.
func (t *Themed) ColorOf(n fyne.ThemeColorName) color.Color {
	return t.theme().Color(n, fyne.CurrentApp().Settings().ThemeVariant())
}

// SizeOf is a size of the theme.
func (t *Themed) SizeOf(n fyne.ThemeSizeName) float32 { return t.theme().Size(n) }

// IconOf is an icon of the theme in one of its colours.
func (t *Themed) IconOf(n fyne.ThemeIconName, col fyne.ThemeColorName) fyne.Resource {
	return inked(t.theme().Icon(n), t.ColorOf(col))
}

// Dp is a length that grows with the user's text size.
func (t *Themed) Dp(v float32) float32 { return v * t.SizeOf(SizeBody) / bodySize }

// Thick multiplies the width of lines that say something.
func (t *Themed) Thick() float32 {
	const projected = 1.6
	if th, ok := t.theme().(*Theme); ok && th.Projector {
		return projected
	}
	return 1
}

// adopt takes a theme over, and tells whether it is another than before.
func (t *Themed) adopt(th *Theme) bool {
	if t.given == th {
		return false
	}
	t.given = th
	return true
}

// drawn tells whether something has to be drawn anew for another theme.
func (t *Themed) drawn() bool { return t.asked }

// style is what a theme looks like in short: what was drawn in one style
// needs not be drawn anew while it is the same.
type style struct {
	ink, accent color.Color
	setting     setting
}

func (t *Themed) style() style {
	return style{t.ColorOf(ColorInk), t.ColorOf(ColorAccent), t.setting()}
}

// setting is what of a theme the size of texts depends on.
type setting struct {
	body  float32
	serif bool
	thick float32
}

func (t *Themed) setting() setting {
	return setting{t.SizeOf(SizeBody), t.given != nil && t.given.Serif, t.Thick()}
}

// resized tells whether texts have another size than when it was last called.
func (t *Themed) resized() bool {
	before := t.was
	t.was = t.setting()
	return before != t.was
}

// HandDown gives objects the theme that t has; a layout does so before it
// measures or places them.
func (t *Themed) HandDown(objs []fyne.CanvasObject) {
	if t.given == nil {
		return
	}
	for _, o := range objs {
		t.handTo(o)
	}
}

func (t *Themed) handTo(o fyne.CanvasObject) {
	if t.given != nil && !wears(o, t.given) {
		Adopt(o, t.given)
	}
}

// wears tells whether an object was given the theme, or has no use for one.
func wears(o fyne.CanvasObject, th *Theme) bool {
	switch o := o.(type) {
	case adopter:
		return o.Given() == th
	case *fyne.Container:
		l, ok := o.Layout.(adopter)
		return ok && l.Given() == th
	case fyne.Widget:
		return false
	default:
		return true
	}
}

// adopter is what can be given a theme: what embeds [Themed].
type adopter interface {
	Given() *Theme
	adopt(*Theme) bool
	drawn() bool
}

// Base is what our widgets embed instead of Fyne's own base: it looks as the
// theme says that the widget was given.
type Base struct {
	widget.BaseWidget
	Themed
}

// Theme is the widget's theme.
func (b *Base) Theme() fyne.Theme { return b.theme() }

// Adopt gives an object a theme, and all that is in it: containers and widgets
// that can name what they show. Layouts of ours hand it down to what is put
// into them later, at their next layout.
func Adopt(o fyne.CanvasObject, th *Theme) {
	if th == nil {
		return
	}
	switch o := o.(type) {
	case nil:
		return
	case adopter:
		changed := o.adopt(th)
		if a, ok := o.(interface{ Adopted() }); ok && changed {
			a.Adopted()
		}
		inner := th
		if d, ok := o.(*Dressed); ok {
			inner = d.dressAnew()
		}
		adoptAll(childrenOf(o.(fyne.CanvasObject)), inner)
		if changed && o.drawn() {
			o.(fyne.CanvasObject).Refresh()
		}
	case *fyne.Container:
		if l, ok := o.Layout.(adopter); ok {
			l.adopt(th)
		}
		adoptAll(o.Objects, th)
	default:
		adoptAll(childrenOf(o), th)
	}
}

func adoptAll(objs []fyne.CanvasObject, th *Theme) {
	for _, o := range objs {
		Adopt(o, th)
	}
}

// overrides tells whether Fyne's own widgets need to be told of a theme: they have the app's already.
func overrides(th *Theme) bool {
	apps, ours := fyne.CurrentApp().Settings().Theme().(*Theme)
	if th == nil || !ours {
		return th != nil
	}
	return apps != th && (th.Apart || !apps.Same(th))
}

// override gives one of Fyne's own widgets a theme. Fyne keeps fonts apart for
// each such widget, so there should be few. It also keeps the theme for ever, by the
// lines and grounds in the widget, and with the theme what it was given to: a whole page,
// if that scrolls. So this is then said to be nothing.
func override(o fyne.CanvasObject, th *Theme) *container.ThemeOverride {
	over := container.NewThemeOverride(o, th)
	over.Content = vacant
	over.Refresh()
	return over
}

// vacant stands in the place of what Fyne is not to hold.
var vacant = &canvas.Rectangle{}

// fynePart tells Fyne the theme of its own part of a widget of ours, once that is
// needed: after the part is drawn, and after each change.
type fynePart struct {
	told  bool // Fyne knows of the theme
	drawn bool // it was, once
}

// adopted notes another theme.
func (p *fynePart) adopted(th *Theme, tell func()) {
	p.told = false
	if p.drawn {
		p.tell(th, tell)
	}
}

// rendered notes that the part is drawn anew.
func (p *fynePart) rendered(th *Theme, tell func()) {
	p.drawn, p.told = true, false // Fyne forgets themes with renderers, after a while out of sight
	p.tell(th, tell)
}

func (p *fynePart) tell(th *Theme, tell func()) {
	if !p.told && overrides(th) {
		p.told = true
		tell()
	}
}
