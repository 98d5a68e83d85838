package ui

import (
	"fyne.io/fyne/v2"
)

// Spoken is a part of a drawing as assistive technology is told of it. It has
// a place, and shows nothing itself.
type Spoken struct {
	Base

	Label string
	Role  fyne.AccessibleRole
}

var (
	_ fyne.Widget     = (*Spoken)(nil)
	_ fyne.Accessible = (*Spoken)(nil)
)

// NewSpoken makes what is told of a part of a drawing.
func NewSpoken(label string, role fyne.AccessibleRole) *Spoken {
	s := &Spoken{Label: label, Role: role}
	s.ExtendBaseWidget(s)
	return s
}

// AccessibilityLabel implements [fyne.Accessible].
func (s *Spoken) AccessibilityLabel() string { return s.Label }

// AccessibilityRole implements [fyne.Accessible].
func (s *Spoken) AccessibilityRole() fyne.AccessibleRole { return s.Role }

// CreateRenderer implements [fyne.Widget].
func (s *Spoken) CreateRenderer() fyne.WidgetRenderer { return nothing{} }

type nothing struct{}

func (nothing) Destroy()                     {}
func (nothing) Layout(fyne.Size)             {}
func (nothing) MinSize() fyne.Size           { return fyne.Size{} }
func (nothing) Objects() []fyne.CanvasObject { return nil }
func (nothing) Refresh()                     {}
