package views

import (
	"fmt"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"beltroad/views/route"
	"beltroad/views/ui"
)

// What is clicked stays where it was clicked, unless it goes: a second click meets the
// same. Marks of a map are left out: it moves by itself what a record would cover.
func TestAClickMovesNothingThatWasClicked(t *testing.T) {
	const most = 40 // of a kind on a page
	d := dossier(t)
	clicked := 0
	for _, size := range []fyne.Size{windows[1], windows[0], windows[3], windows[4]} {
		for _, e := range table() {
			r := route.To(e.kind, "")
			if e.tour != nil {
				r = e.tour(d)[0]
			}
			if !exists(d, r) {
				continue
			}
			s, _, c := inWindow(t, d, inEnglish, size, 1)
			s.Go(r)
			page := s.page
			kinds := map[string]int{}
			for i := range nodes(page.Content()) {
				all := nodes(s.page.Content())
				if s.page != page || i >= len(all) {
					break
				}
				n := all[i]
				w, ok := n.object.(interface {
					fyne.Tappable
					fyne.CanvasObject
				})
				kind := fmt.Sprintf("%T", n.object)
				if !ok || kinds[kind] >= most || kind == "*mapview.mark" {
					continue
				}
				if held := ui.Largest(s.page.Content()); held != nil {
					held.ScrollTo(0)
				}
				at := fyne.CurrentApp().Driver().AbsolutePositionForObject(w)
				if at.Y < 0 || at.Y+w.Size().Height > size.Height || at.X > size.Width { // it cannot be clicked
					continue
				}
				kinds[kind]++
				clicked++
				before := s.Now()
				test.Tap(w)
				point := at.AddXY(w.Size().Width/2, min(w.Size().Height/2, 12))
				now := fyne.CurrentApp().Driver().AbsolutePositionForObject(w)
				if on := c.Content() != nil && s.page == page && stillThere(s, w); on && (math.Abs(float64(now.Y-at.Y)) > 1 || boxAt(now, w.Size()).overlap(boxAt(point, fyne.Size{})) < 0) {
					t.Errorf("%s at %g: a click moves %s from %v to %v", r, size.Width, naming(n), at, now)
				}
				if over := c.Overlays().Top(); over != nil {
					c.Overlays().Remove(over)
				}
				if s.Now() != before {
					s.Go(before)
				}
				if s.page != page { // made anew
					break
				}
			}
		}
	}
	if clicked < 200 {
		t.Errorf("%d clicks only", clicked)
	}
}

// What the pointer is over moves nothing, and neither does a click in the sidebar.
func TestPointingMovesNothing(t *testing.T) {
	const most = 25 // of a page
	d := dossier(t)
	for _, size := range []fyne.Size{windows[1], windows[3], windows[4]} {
		s, _, _ := inWindow(t, d, inEnglish, size, 1)
		for _, r := range Screens(d) {
			s.Go(r)
			before := controls(s.Content())
			n := 0
			for o := range before {
				over, ok := o.(desktop.Hoverable)
				if n++; !ok || n > most {
					continue
				}
				over.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(3, 3)}})
				for each, now := range controls(s.Content()) {
					if was, there := before[each]; there && was != now {
						t.Errorf("%s at %g: pointing at %T moves %T from %s to %s", r, size.Width, o, each, was, now)
					}
				}
				over.MouseOut()
			}
		}
		for _, item := range all[*ui.NavItem](s.sidebar.content) {
			at := controls(s.Content())[item]
			if at == (box{}) {
				continue
			}
			if test.Tap(item); controls(s.Content())[item] != at {
				t.Errorf("at %g: a click moves %s in the sidebar", size.Width, item.Label)
			}
		}
	}
}

// stillThere tells whether an object is on screen.
func stillThere(s *Shell, o fyne.CanvasObject) bool {
	for _, n := range nodes(s.Content()) {
		if n.object == o {
			return true
		}
	}
	return false
}
