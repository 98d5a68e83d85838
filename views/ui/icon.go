package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// IconButton is a push button with one of Fyne's signs instead of a text.
type IconButton struct {
	Pressable

	Icon    fyne.ThemeIconName
	Primary bool // the main thing to do on a page
}

var _ fyne.Widget = (*IconButton)(nil)

// NewIconButton makes a button with a sign; label is what a screen reader says.
func NewIconButton(icon fyne.ThemeIconName, label string, tapped func()) *IconButton {
	b := &IconButton{Icon: icon}
	b.Label, b.OnTapped = label, tapped
	b.ExtendBaseWidget(b)
	return b
}

// SetIcon gives the button another sign and name.
func (b *IconButton) SetIcon(icon fyne.ThemeIconName, label string) {
	b.Icon, b.Label = icon, label
	b.Refresh()
}

// CreateRenderer implements [fyne.Widget].
func (b *IconButton) CreateRenderer() fyne.WidgetRenderer {
	r := &iconRenderer{b: b, back: canvas.NewRectangle(transparent), sign: canvas.NewImageFromResource(nil)}
	r.back.CornerRadius = 8
	r.sign.FillMode = canvas.ImageFillContain
	r.objects = []fyne.CanvasObject{r.back, r.sign}
	r.Refresh()
	return r
}

type iconRenderer struct {
	b       *IconButton
	back    *canvas.Rectangle
	sign    *canvas.Image
	objects []fyne.CanvasObject
}

func (r *iconRenderer) Destroy()                     {}
func (r *iconRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *iconRenderer) MinSize() fyne.Size           { return fyne.NewSquareSize(r.b.Dp(20) + 16) }

func (r *iconRenderer) Layout(s fyne.Size) {
	Place(r.back, 0, 0, s.Width, s.Height)
	side := min(r.b.Dp(20), s.Width, s.Height)
	Place(r.sign, (s.Width-side)/2, (s.Height-side)/2, side, side)
}

func (r *iconRenderer) Refresh() {
	ink, fill := ColorInk, ColorCard
	switch {
	case r.b.Primary:
		ink, fill = theme.ColorNameForegroundOnPrimary, ColorAccent
	case r.b.hovered:
		fill = ColorSubtle
	}
	r.back.FillColor = r.b.ColorOf(fill)
	r.b.edge(r.back, r.b.ColorOf(ColorLine))
	r.back.Refresh()
	showIcon(r.sign, r.b.IconOf(r.b.Icon, ink))
}

// showIcon has an image show an icon. Fyne reads it anew at each refresh, which is
// needed for another icon and for a display with other pixels alone.
func showIcon(img *canvas.Image, icon fyne.Resource) {
	if img.Resource != icon || !isSharp(img) {
		img.Resource = icon
		img.Refresh()
	}
}

// isSharp tells whether an image was drawn in the pixels that it has on its canvas.
func isSharp(img *canvas.Image) bool {
	c := fyne.CurrentApp().Driver().CanvasForObject(img)
	if c == nil || img.Image == nil {
		return true // it will be drawn yet
	}
	w, h := c.PixelCoordinateForPosition(fyne.NewPos(img.Size().Width, img.Size().Height))
	return img.Image.Bounds().Dx() == w && img.Image.Bounds().Dy() == h
}
