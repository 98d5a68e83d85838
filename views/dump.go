package views

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"reflect"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"beltroad/internal/atomicfile"
	"beltroad/internal/wording"
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
	// Presented is how what is presented stands; empty: nothing is.
	Presented string `json:"presented,omitempty"`
}

// dumpStart is how every dump begins: a file that does not is not ours.
const dumpStart = `{"place":`

// CheckDump tells why a file cannot take the list of what is on screen; an
// empty name is none. Only a file that is one such list, or that is not there
// yet, is written to: nothing else is lost, and no device, pipe or link is
// followed.
func CheckDump(file string) error {
	if file == "" {
		return nil
	}
	info, err := os.Lstat(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return fmt.Errorf("--dump: %s: %s", file, wording.WhyUnread(English(), err))
	case !info.Mode().IsRegular():
		return fmt.Errorf("--dump %s: it is no regular file", file)
	default:
		b, err := atomicfile.Read(file, int64(len(dumpStart)))
		if err != nil {
			return fmt.Errorf("--dump: %s: %s", file, wording.WhyUnread(English(), err))
		}
		if len(b) > 0 && !bytes.HasPrefix(b, []byte(dumpStart)) {
			return fmt.Errorf("--dump %s: it holds something else", file)
		}
	}
	if err := writeDump(file, nil); err != nil {
		return fmt.Errorf("--dump: %s: %s", file, wording.WhyUnsaved(English(), err))
	}
	return nil
}

// writeDump replaces a file in one step. What is beside it under the name of
// the new one was left by a run before, or is a trap: it is not written to.
func writeDump(file string, b []byte) error {
	part := file + ".part"
	if err := os.Remove(part); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	f, err := os.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600) // #nosec G304 -- the user names the file
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	return os.Rename(part, file)
}

// dumpEvery writes what is on screen to the file that the options name, again
// and again, for tests that drive the real window. It says once that it cannot.
func (a *App) dumpEvery(pause time.Duration) {
	said := false
	for ; !a.end.begun.Load(); time.Sleep(pause) {
		var s screen
		fyne.DoAndWait(func() {
			s = a.inUse.look()
			if now := a.presenting.now; now != nil {
				s.Presented = now.State()
			}
		})
		b, err := json.Marshal(s)
		if err == nil {
			err = writeDump(a.options.Dump, b)
		}
		if err != nil && !said {
			fyne.LogError("what is on screen is not written", err)
			said = true
		}
	}
}

// look collects the accessible objects of the window, the top overlay's alone
// while one is open. Fyne's menus tell nothing of what they show.
func (w *Window) look() screen {
	c := w.win.Canvas()
	s := screen{Width: c.Size().Width, Height: c.Size().Height, Scale: c.Scale()}
	if w.shell != nil { // it shows a dossier, and is not being closed
		s.Place = w.shell.Here().String()
	}
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
		if label, role := described(o); label != "" && d.CanvasForObject(o) != nil { // else it is not drawn yet, and has no place
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
	case *ui.Filter:
		return v.Name(), "select"
	case *ui.Menu:
		return v.AccessibilityLabel(), "menu"
	case *choice:
		return v.Selected, "select"
	case fyne.Accessible:
		return v.AccessibilityLabel(), string(v.AccessibilityRole())
	case *widget.Select:
		return v.Selected, "select"
	default:
		return "", ""
	}
}
