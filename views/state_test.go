package views

import (
	"testing"

	"fyne.io/fyne/v2"

	"beltroad/views/mapview"
	"beltroad/views/route"
	"beltroad/views/timeline"
	"beltroad/views/ui"
)

// Quitting and starting again, like a link, leads to exactly what was on screen.
func TestAPlaceHoldsAllThatIsOnScreen(t *testing.T) {
	d := dossier(t)
	kept := 0
	for _, r := range Screens(d) {
		s, _ := open(t, d)
		s.content.Resize(fyne.NewSize(1280, 420))
		s.Go(r)
		s.ToggleTable()
		s.TogglePlay()
		for _, m := range all[*mapview.Explorer](s.page.Content()) {
			m.SetView(m.View().Zoom(1.7, 300, 200))
		}
		for _, x := range all[*timeline.Drawing](s.page.Content()) {
			x.Zoom(timeline.ZoomStep)
		}
		for _, sc := range all[*ui.Scroller](s.page.Content()) {
			sc.ScrollTo(33)
		}
		was := s.Now()
		s.page.Left() // what plays would go on, beside the test
		if was.State != "" {
			kept++
		}
		back, err := route.Parse(was.String())
		if err != nil || back != was {
			t.Errorf("%s is read as %s, %v", was, back, err)
		}
		again, _ := open(t, d)
		again.content.Resize(fyne.NewSize(1280, 420))
		again.Go(back)
		if now := again.Now(); now != was {
			t.Errorf("left at %s, started again at %s", was, now)
		}
	}
	if kept < 20 {
		t.Errorf("something is kept of %d screens only", kept)
	}
}

// The table of pages has one entry for each kind of place, and no key twice.
func TestTableOfPages(t *testing.T) {
	kinds, keys := map[route.Kind]int{}, map[fyne.KeyName]route.Kind{}
	for _, e := range table() {
		kinds[e.kind]++
		if other := keys[e.key]; e.key != "" && other != "" {
			t.Errorf("%s leads to %s and %s", e.key, other, e.kind)
		}
		keys[e.key] = e.kind
		if e.page == nil || e.name == "" || (e.record == nil) != (e.pane == nil) {
			t.Errorf("the entry of %s lacks something", e.kind)
		}
	}
	for _, k := range route.Kinds() {
		if kinds[k] != 1 {
			t.Errorf("%s has %d entries", k, kinds[k])
		}
	}
}
