package route

import (
	"fmt"
	"slices"
	"testing"
)

// window is a window without widgets: its page stands as it was told to.
type window struct {
	Navigator

	stands  string
	shown   []string
	refused []string
}

func newWindow() *window {
	w := &window{}
	w.Navigator = Navigator{
		Exists: func(r Route) bool { return r.ID != "nothing" && r.Pane.ID != "nothing" },
		State:  func() string { return w.stands },
		Show: func(r Route, _ bool) {
			w.shown = append(w.shown, r.String())
			if r.State != "" {
				w.stands = r.State
			}
		},
		Refuse: func(r Route) { w.refused = append(w.refused, r.String()) },
	}
	return w
}

func at(t *testing.T, s string) Route {
	t.Helper()
	r, err := Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestNavigatorComesBackToHowAPageStood(t *testing.T) {
	w := newWindow()
	w.Go(at(t, "figure"))
	w.stands = "scroll=7"
	w.Go(at(t, "pillar/a"))
	w.stands = "scroll=9"
	for i, c := range []struct {
		do   func() bool
		want string
		ok   bool
	}{
		{w.Forward, "pillar/a?scroll=9", false},
		{w.Back, "figure?scroll=7", true},
		{w.Back, "figure?scroll=7", false},
		{w.Forward, "pillar/a?scroll=9", true},
	} {
		if ok := c.do(); ok != c.ok || w.Now().String() != c.want {
			t.Errorf("step %d: at %s, %t; want %s, %t", i, w.Now(), ok, c.want, c.ok)
		}
	}
}

// Closing a record is no new place.
func TestNavigatorCloses(t *testing.T) {
	w := newWindow()
	w.Go(at(t, "overview"))
	w.Go(at(t, "figure"))
	w.stands = "scroll=5"
	w.Go(at(t, "figure/a"))
	w.stands = "scroll=6"
	w.Close()
	if got := w.Now().String(); got != "figure?scroll=6" || w.at != 1 {
		t.Errorf("closed at %s, visit %d", got, w.at)
	}
	if w.Forward(); w.Here().Place() != at(t, "figure/a") {
		t.Errorf("forward leads to %s", w.Here())
	}
	w.Close()
	w.Close()
	if w.Back(); w.Here().Kind != Overview {
		t.Errorf("back leads to %s", w.Here())
	}
	w.Go(at(t, "pillar/a#project/b")) // opened from elsewhere
	w.Close()
	if w.Here().Place() != at(t, "pillar/a") {
		t.Errorf("closed at %s", w.Here())
	}
	if w.Back(); w.Here().Kind != Overview {
		t.Errorf("back leads to %s", w.Here())
	}
}

func TestNavigatorRefuses(t *testing.T) {
	w := newWindow()
	if w.Close(); w.Now() != (Route{}) || w.Back() || w.Forward() {
		t.Error("nowhere, it goes somewhere")
	}
	w.Go(at(t, "pillar/nothing"))
	if w.Here() != To(Overview, "") || !slices.Equal(w.refused, []string{"pillar/nothing"}) {
		t.Errorf("started where nothing is, it is at %s and refused %q", w.Here(), w.refused)
	}
	w.Go(at(t, "read/5"))
	w.Go(at(t, "figure/nothing"))
	if w.Here() != Paragraph(5) || len(w.refused) != 2 || w.at != 1 {
		t.Errorf("it is at %s and refused %q", w.Here(), w.refused)
	}
	w.Go(Paragraph(5))
	if w.at != 1 || w.shown[len(w.shown)-1] != "read/5" {
		t.Errorf("going where one is makes visit %d, and shows %q", w.at, w.shown)
	}
}

func TestNavigatorTypes(t *testing.T) {
	w := newWindow()
	w.Go(To(Overview, ""))
	for _, text := range []string{"r", "ra", "rail"} {
		w.Go(To(Search, text))
	}
	if w.Leave(); w.Here().Kind != Overview {
		t.Errorf("left, it is at %s", w.Here())
	}
	alone := newWindow()
	alone.Go(To(Search, "x"))
	if alone.Leave(); alone.Here().Kind != Overview {
		t.Errorf("with nothing before, it leaves to %s", alone.Here())
	}
}

func TestNavigatorForgetsTheOldest(t *testing.T) {
	w := newWindow()
	for i := range 2 * most {
		w.Go(To(Pillar, fmt.Sprint(i)))
	}
	n := 0
	for w.Back() {
		n++
	}
	if n != most-1 || w.Here() != To(Pillar, fmt.Sprint(most)) {
		t.Errorf("%d steps back lead to %s", n, w.Here())
	}
}

// A record that is opened and closed leaves the page where it was.
func TestNavigatorClosesToHowThePageStood(t *testing.T) {
	w := newWindow()
	w.Go(at(t, "figure"))
	w.stands = "scroll=5"
	show := w.Show
	w.Show = func(r Route, _ bool) { // a record beside it makes the page narrower: it lies elsewhere then
		show(r, false)
		if r.State == "" {
			w.stands = "scroll=40"
		}
	}
	w.Go(at(t, "figure/a"))
	w.Close()
	if got := w.Now().String(); got != "figure?scroll=5" {
		t.Errorf("closed at %s", got)
	}
	w.Forward()
	w.Go(at(t, "figure/b"))
	w.stands = "scroll=90" // the user has moved it
	w.Show = show
	w.Close()
	if got := w.Now().String(); got != "figure?scroll=90" {
		t.Errorf("moved and closed at %s", got)
	}
}
