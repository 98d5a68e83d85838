package views

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/timeline"
	"beltroad/views/ui"
)

// timelineIn is the page of the timeline in a window, and its drawing.
func timelineIn(t *testing.T, d *data.Dossier, size fyne.Size) (*Shell, *timeline.Drawing) {
	t.Helper()
	s := inTestWindow(t, d, size)
	s.Go(place(t, "timeline"))
	return s, all[*timeline.Drawing](s.Content())[0]
}

// click presses a button of the page, some times.
func click(t *testing.T, s *Shell, label string, times int) {
	t.Helper()
	for _, b := range all[*ui.IconButton](s.Content()) {
		if b.Label == label {
			for range times {
				test.Tap(b)
			}
			return
		}
	}
	t.Fatalf("there is no button %q", label)
}

// The pictures of a timeline that has been played and zoomed.
func TestTimelineLooksAsItDid(t *testing.T) {
	for name, c := range map[string]struct {
		scheme ui.Scheme
		do     func(*Shell)
	}{
		"timeline-by-2022-dark": {ui.Dark, func(s *Shell) { click(t, s, "Next year", 10) }},
		"timeline-zoomed":       {ui.Light, func(s *Shell) { click(t, s, "Zoom in", 3) }},
	} {
		t.Run(name, func(t *testing.T) {
			lookingAt(t, Look{Scheme: c.scheme, TextScale: 1})
			s, _ := timelineIn(t, datatest.Open(t, fixture.Harbour()), fyne.NewSize(1024, 768))
			c.do(s)
			matches(t, name, fyne.CurrentApp().Driver().CanvasForObject(s.Content()).Capture())
		})
	}
}

// Played and zoomed as far as it goes, the timeline is in order.
func TestNothingOfTheTimelineIsMisplaced(t *testing.T) {
	for _, scale := range []float32{1, 1.25, 1.5, 2} {
		for _, size := range []fyne.Size{{Width: 1280, Height: 800}, {Width: 1024, Height: 768}, {Width: 800, Height: 600}} {
			t.Run(fmt.Sprintf("%gx%g at %g%%", size.Width, size.Height, scale*100), func(t *testing.T) {
				lookingAt(t, Look{Scheme: ui.Light, TextScale: scale})
				s, d := timelineIn(t, dossier(t), size)
				height := d.Size().Height
				for year := range 12 {
					inOrder(t, s, s.Here(), fmt.Sprint("after ", year, " years"))
					click(t, s, "Next year", 1)
				}
				for step := range 12 {
					d.Zoom(0.7)
					d.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
					inOrder(t, s, s.Here(), fmt.Sprint("zoomed ", step))
				}
				if d.Size().Height != height {
					t.Errorf("the drawing was %g high and is %g", height, d.Size().Height)
				}
			})
		}
	}
}

// The card of each item is in sight.
func TestCardsOfTheTimelineAreInSight(t *testing.T) {
	for _, scale := range []float32{1, 2} {
		lookingAt(t, Look{Scheme: ui.Light, TextScale: scale})
		s, d := timelineIn(t, dossier(t), fyne.NewSize(1024, 768))
		fyne.CurrentApp().Driver().CanvasForObject(s.Content()).Focus(d)
		for range d.Timeline.Items {
			badges, want := 0, 1
			if d.Timeline.Items[d.Current()].Source != nil {
				want = 0 // the kinds of claims are the presented source's
			}
			for _, n := range nodes(s.Content()) {
				if b, ok := n.object.(*record.Badge); ok {
					badges++
					if n.box.left < 0 || n.box.right > 1024 || n.box.top < 0 || n.box.bottom > 768 {
						t.Errorf("at %g: %s, the badge %s is at %s", scale, d.AccessibilityLabel(), b.Text, n.box)
					}
				}
			}
			if badges != want {
				t.Errorf("at %g: %s has %d badges", scale, d.AccessibilityLabel(), badges)
			}
			d.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		}
	}
}

// The space bar plays, and leaving the page ends it.
func TestPlayingEndsWithThePage(t *testing.T) {
	lookingAt(t, Look{Scheme: ui.Light, TextScale: 1})
	s, _ := timelineIn(t, dossier(t), fyne.NewSize(1024, 768))
	button := func() string {
		for _, b := range all[*ui.IconButton](s.Content()) {
			if b.Primary {
				return b.Label
			}
		}
		return ""
	}
	for name, leave := range map[string]func(){"away": func() { s.Go(place(t, "chart")) }, "anew": s.Rebuild} {
		s.TogglePlay()
		if button() != "Pause" {
			t.Fatalf("%s: the space bar does not play", name)
		}
		leave()
		s.Go(place(t, "timeline"))
		if button() != "Play" {
			t.Errorf("%s: the page offers %q", name, button())
		}
	}
}

// What opens a record stays where it is on screen, though the page gets narrower.
func TestTimelineDoesNotJump(t *testing.T) {
	lookingAt(t, Look{Scheme: ui.Light, TextScale: 1})
	for _, to := range []string{"timeline#project/port-of-piraeus", "timeline#project/silk-road-maritime", "timeline#figure/cr-express-cities"} {
		s, _ := timelineIn(t, dossier(t), fyne.NewSize(1280, 800))
		r := place(t, to)
		tag := func() *node {
			for _, n := range nodes(s.Content()) {
				if x, ok := n.object.(*ui.ActionChip); ok && (x.Selected || s.Here() != r && named(t, s, r, x)) {
					return n
				}
			}
			t.Fatalf("there is no way to %s", to)
			return nil
		}
		page := all[*ui.Scroller](s.page.Content())[0]
		page.ScrollTo(tag().box.top - 300)
		before := tag().box.top
		s.Go(r)
		if now := tag().box.top; now < before-1 || now > before+1 {
			t.Errorf("%s: its tag was at %g, and is at %g", to, before, now)
		}
		s.Close()
		if now := tag().box.top; now < before-1 || now > before+1 {
			t.Errorf("%s closed: its tag was at %g, and is at %g", to, before, now)
		}
	}
	s, d := timelineIn(t, dossier(t), fyne.NewSize(1280, 600))
	page := all[*ui.Scroller](s.page.Content())[0]
	page.ScrollTo(260)
	trade := func() float32 {
		for _, n := range nodes(d) {
			if x, ok := n.object.(*ui.AccessibleArea); ok && strings.Contains(x.Label, "US$19.1 trillion") {
				return n.box.top - d.Position().Y
			}
		}
		return 0
	}
	at := func() float32 {
		return trade() + fyne.CurrentApp().Driver().AbsolutePositionForObject(d).Y
	}
	page.ScrollTo(page.Offset() + at() - 300)
	before := at()
	s.Go(place(t, "timeline#figure/trade-volume"))
	if now := at(); now < before-1 || now > before+1 {
		t.Errorf("the bar was at %g, and is at %g", before, now)
	}
}

// At the top of the page, its title stays in view when a record opens and closes whose
// item can be seen from there, before and after.
func TestTimelineKeepsItsTitle(t *testing.T) {
	lookingAt(t, Look{Scheme: ui.Light, TextScale: 1})
	for _, size := range []fyne.Size{{Width: 1280, Height: 800}, {Width: 1024, Height: 768}} {
		for _, to := range []string{"timeline#timeline/silk-road-belt-speech", "timeline#project/belt-and-road-initiative"} {
			s, _ := timelineIn(t, dossier(t), size)
			page := all[*ui.Scroller](s.page.Content())[0]
			for _, step := range []func(){func() { s.Go(place(t, to)) }, s.Close} {
				if step(); page.Offset() != 0 {
					t.Errorf("%s at %v: the page is scrolled by %g", s.Here(), size, page.Offset())
				}
			}
		}
	}
}

// named tells whether a tag is the way to a record.
func named(t *testing.T, s *Shell, r route.Route, tag *ui.ActionChip) bool {
	t.Helper()
	switch to := r.Pane; to.Kind {
	case route.Project:
		p, _ := s.dossier.Project(to.ID)
		return tag.Label == p.Name
	default:
		f, _ := s.dossier.Figure(to.ID)
		return tag.Label == f.Quantity.Text+", "+f.Label
	}
}
