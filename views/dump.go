package views

import (
	"encoding/json"
	"os"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"beltroad/views/kit"
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
		part := w.options.Dump + ".part"
		if os.WriteFile(part, b, 0o600) == nil {
			_ = os.Rename(part, w.options.Dump)
		}
	}
}

// look collects the accessible objects of the window, the top overlay's alone
// while one is open.
func (w *Window) look() screen {
	c := w.win.Canvas()
	s := screen{Place: w.shell.Here().String(), Width: c.Size().Width, Height: c.Size().Height, Scale: c.Scale()}
	root := c.Content()
	if top := c.Overlays().Top(); top != nil {
		root = top
		if p, ok := top.(*widget.PopUp); ok { // a dialog; menus do not tell what they show
			root = p.Content
		}
	}
	d := w.app.Driver()
	kit.Walk(root, func(o fyne.CanvasObject) bool {
		label, role := described(o)
		if label != "" {
			at, size := d.AbsolutePositionForObject(o), o.Size()
			f, _ := o.(fyne.Focusable)
			s.Seen = append(s.Seen, seen{Label: label, Role: role, X: at.X, Y: at.Y, W: size.Width, H: size.Height, Focused: f != nil && c.Focused() == f})
		}
		return true
	})
	return s
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
