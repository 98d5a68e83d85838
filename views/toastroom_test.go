package views

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"beltroad/views/mapview"
	"beltroad/views/ui"
)

// controls are what on a screen can be pressed, with the part of each that can be seen.
// A map that can be moved is none, though its marks are.
func controls(root fyne.CanvasObject) map[fyne.CanvasObject]box {
	found := map[fyne.CanvasObject]box{}
	for _, n := range nodes(root) {
		switch n.object.(type) {
		case *mapview.Explorer, *ui.SelectionArea, *ui.Scroller:
			continue
		}
		_, can := n.object.(fyne.Tappable)
		if !can || !n.object.Visible() {
			continue
		}
		seen := n.box
		for p := n.parent; p != nil; p = p.parent {
			if _, clips := p.object.(*ui.Scroller); clips || p.parent == nil {
				seen = box{max(seen.left, p.box.left), max(seen.top, p.box.top), min(seen.right, p.box.right), min(seen.bottom, p.box.bottom)}
			}
		}
		if seen.right > seen.left && seen.bottom > seen.top {
			found[n.object] = seen
		}
	}
	return found
}

// A message that comes and goes covers nothing that can be pressed, and moves nothing:
// on every page, with a record beside it or not, with figures picked or not.
func TestMessagesCoverNothing(t *testing.T) {
	d := dossier(t)
	for _, c := range []struct {
		size  fyne.Size
		scale float32
	}{{windows[1], 1}, {windows[1], 1.5}, {windows[0], 1}, {windows[4], 1.25}} {
		_, w := appOf(t, d)
		w.intro.close()
		w.win.Resize(c.size)
		w.restyle(func(l *look) { l.text = percent(c.scale) })
		for i, r := range Screens(d) {
			s := w.shell
			s.compare.picked = nil
			if s.fillCompare(); i%3 == 0 {
				s.Pick("trade-volume")
			}
			s.Go(r)
			name := fmt.Sprintf("%s at %v, %g", r, c.size, c.scale)
			before := controls(s.Content())
			for _, tray := range s.compare.layer.Objects {
				at := fyne.CurrentApp().Driver().AbsolutePositionForObject(tray)
				own := controls(tray)
				for o, seen := range before {
					if _, in := own[o]; !in && seen.overlap(boxAt(at, tray.Size())) > slack {
						t.Errorf("%s: what is picked covers %T at %s", name, o, seen)
					}
				}
			}
			for _, say := range []func(){
				func() { w.Say("Copied") },
				func() {
					w.Offer("A rather long message about what was done, where it is, and that it can be undone as long as this stands here.", "Undo", func() {})
				},
			} {
				say()
				said := w.toast.layer.Objects[0]
				at := fyne.CurrentApp().Driver().AbsolutePositionForObject(said)
				where := boxAt(at, said.Size())
				if where.left < 0 || where.right > c.size.Width || where.bottom > c.size.Height+1 || said.Size().Height < 20 {
					t.Errorf("%s: the message is at %s", name, where)
				}
				for o, seen := range controls(s.Content()) {
					if seen.overlap(where) > slack {
						t.Errorf("%s: the message at %s covers %T at %s", name, where, o, seen)
					}
					if was, there := before[o]; there && (was.left-seen.left > slack || seen.left-was.left > slack || seen.top-was.top > slack) {
						t.Errorf("%s: %T moves from %s to %s", name, o, was, seen)
					}
				}
				w.toast.close()
				for o, seen := range controls(s.Content()) {
					if was, there := before[o]; there && was != seen {
						t.Errorf("%s: %T was at %s, and is at %s", name, o, was, seen)
					}
				}
			}
		}
	}
}
