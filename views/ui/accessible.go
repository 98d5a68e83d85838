package ui

import (
	"fyne.io/fyne/v2"

	"beltroad/internal/drawing"
	"beltroad/internal/spoken"
)

// AccessibleArea is a part of a drawing as assistive technology is told of it. It has
// a place, and shows nothing itself.
type AccessibleArea struct {
	Base

	Label string
	Role  fyne.AccessibleRole
	// Open does what a click on the part does; nil: nothing.
	Open func()
}

var (
	_ fyne.Widget     = (*AccessibleArea)(nil)
	_ fyne.Accessible = (*AccessibleArea)(nil)
	_ Teller          = (*AccessibleArea)(nil)
)

// NewAccessibleArea makes what is told of a part of a drawing, at its place.
func NewAccessibleArea(label string, role fyne.AccessibleRole, at drawing.Box) *AccessibleArea {
	s := &AccessibleArea{Label: label, Role: role}
	s.ExtendBaseWidget(s)
	Place(s, float32(at.X), float32(at.Y), float32(at.W), float32(at.H))
	return s
}

// AccessibilityLabel implements [fyne.Accessible].
func (s *AccessibleArea) AccessibilityLabel() string { return s.Label }

// AccessibilityRole implements [fyne.Accessible].
func (s *AccessibleArea) AccessibilityRole() fyne.AccessibleRole { return s.Role }

// Told implements [Teller].
func (s *AccessibleArea) Told(n *spoken.Node) { n.Press = s.Open }

// CreateRenderer implements [fyne.Widget].
func (s *AccessibleArea) CreateRenderer() fyne.WidgetRenderer { return nothing{} }

type nothing struct{}

func (nothing) Destroy()                     {}
func (nothing) Layout(fyne.Size)             {}
func (nothing) MinSize() fyne.Size           { return fyne.Size{} }
func (nothing) Objects() []fyne.CanvasObject { return nil }
func (nothing) Refresh()                     {}
