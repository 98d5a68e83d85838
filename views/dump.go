package views

import (
	"encoding/json"
	"os"
	"reflect"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"beltroad/views/ui"
)

// seen is an object on screen as assistive technology would be told of it.
type seen struct {
	Label   string  `json:"label"`
	Role    string  `json:"role"`
	X       float32 `json:"x"` // left upper corner in the window, device-independent pixels
	Y       float32 `json:"y"`
	W       float32 `json:"w"`
	H       float32 `json:"h"`
	Focused bool    `json:"focused,omitempty"`
	Hidden  bool    `json:"hidden,omitempty"` // its middle is scrolled out of view
}

// screen is what the window shows.
type screen struct {
	Place  string  `json:"place"`
	Width  float32 `json:"width"`
	Height float32 `json:"height"`
	Scale  float32 `json:"scale"` // pixels for each device-independent pixel
	Seen   []seen  `json:"seen"`
}

// dumpEvery writes what is on screen to the file that the options name, again
// and again, for tests that drive the real window.
func (w *Window) dumpEvery(pause time.Duration) {
	for range time.Tick(pause) {
		var s screen
		fyne.DoAndWait(func() { s = w.look() })
		b, err := json.Marshal(s)
		if err != nil {
			continue
		}
		part := w.app.options.Dump + ".part"
		if os.WriteFile(part, b, 0o600) == nil {
			_ = os.Rename(part, w.app.options.Dump)
		}
	}
}

// look collects the accessible objects of the window, the top overlay's alone
// while one is open. Fyne's menus tell nothing of what they show.
func (w *Window) look() screen {
	c := w.win.Canvas()
	s := screen{Place: w.shell.Here().String(), Width: c.Size().Width, Height: c.Size().Height, Scale: c.Scale()}
	root := c.Content()
	if top := c.Overlays().Top(); top != nil {
		root = inOverlay(top)
	}
	w.list(&s, root, 0, s.Height)
	return s
}

// list adds the accessible objects below root, which can be seen between two
// heights of the window.
func (w *Window) list(s *screen, root fyne.CanvasObject, top, bottom float32) {
	c, d := w.win.Canvas(), w.app.fyne.Driver()
	ui.Walk(root, func(o fyne.CanvasObject) bool {
		at, size := d.AbsolutePositionForObject(o), o.Size()
		if held, ok := o.(*ui.Scroller); ok {
			for _, child := range held.Children() {
				w.list(s, child, max(top, at.Y), min(bottom, at.Y+size.Height))
			}
			return false
		}
		if label, role := described(o); label != "" {
			f, _ := o.(fyne.Focusable)
			middle := at.Y + size.Height/2
			s.Seen = append(s.Seen, seen{
				Label: label, Role: role, X: at.X, Y: at.Y, W: size.Width, H: size.Height,
				Focused: f != nil && c.Focused() == f, Hidden: middle < top || middle > bottom,
			})
		}
		return true
	})
}

// inOverlay is the content of a dialog. The type of Fyne's overlays is
// internal, so only reflection gets at it.
func inOverlay(overlay fyne.CanvasObject) fyne.CanvasObject {
	if f := reflect.Indirect(reflect.ValueOf(overlay)).FieldByName("Content"); f.IsValid() {
		if p, ok := reflect.TypeAssert[*widget.PopUp](f); ok {
			return p.Content
		}
	}
	return overlay
}

func described(o fyne.CanvasObject) (label, role string) {
	switch v := o.(type) {
	case fyne.Accessible:
		return v.AccessibilityLabel(), string(v.AccessibilityRole())
	case *widget.Select:
		return v.Selected, "select"
	default:
		return "", ""
	}
}
