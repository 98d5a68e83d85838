package views

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"beltroad/internal/session"
	"beltroad/views/chart"
	"beltroad/views/mapview"
	"beltroad/views/record"
	"beltroad/views/timeline"
	"beltroad/views/ui"
)

// drawn are the least sizes of what says something on a screen: of texts, of signs, of
// edges and lines, each by where it stands.
func drawn(root fyne.CanvasObject) map[string]float32 {
	least := map[string]float32{}
	note := func(what string, size float32) {
		if was, ok := least[what]; size > 0 && (!ok || size < was) {
			least[what] = size
		}
	}
	for _, n := range nodes(root) {
		in := ""
		switch {
		case within[*chart.Chart](n):
			in = "chart"
		case within[*timeline.Drawing](n):
			in = "timeline"
		case inDrawing(n):
			in = "map"
		case within[*record.Badge](n):
			in = "badge"
		}
		switch o := n.object.(type) {
		case *canvas.Text:
			note("text", o.TextSize)
		case *canvas.Circle:
			note(in+" disc", o.Size().Width)
			note(in+" edge of a disc", o.StrokeWidth)
		case *canvas.RegularPolygon:
			note(in+" sign", o.Size().Width)
			note(in+" edge of a sign", o.StrokeWidth)
		case *canvas.Line:
			note(in+" line", o.StrokeWidth)
		case *record.Badge:
			note("badge", o.Size().Height)
		}
	}
	return least
}

// placesOf are the objects on a screen, where they are. Those of a map are told by its view:
// they lie on whole pixels of it, wherever those begin.
func placesOf(root fyne.CanvasObject) []string {
	var list []string
	window := boxAt(fyne.Position{}, root.Size())
	for _, n := range nodes(root) {
		var what any
		switch o := n.object.(type) {
		case *mapview.Map:
			what = o.View()
		case *mapview.Explorer:
			what = o.View()
		case *canvas.Text:
			what = o.Text
		}
		if in := within[*mapview.Map](n) || within[*mapview.Explorer](n); !in && n.box.overlap(window) > 0 {
			list = append(list, fmt.Sprintf("%T %.0f %.0f %.4v", n.object, n.box.left, n.box.top, what))
		}
	}
	return list
}

// One key makes everything light, and text and marks larger, on every page; the same
// key brings back exactly what was there.
func TestProjector(t *testing.T) {
	const larger = 1.4
	d := dossier(t)
	lookingAt(t, Look{Scheme: ui.Light, TextScale: 1})
	kinds := map[string]bool{}
	for _, r := range Screens(d) {
		l := look{scheme: ui.Dark, text: 100}
		th := &ui.Theme{Apart: true}
		l.dress(th)
		s, c := styled(d, th, fyne.NewSize(1024, 768))
		s.Go(r)
		before, was, sizes := c.Capture(), placesOf(s.Content()), drawn(s.Content())
		toggle := func() {
			l.projector = !l.projector
			l.dress(th)
			s.Restyle()
		}
		toggle()
		if th.Dark() {
			t.Fatal("it is dark")
		}
		now := drawn(s.Content())
		for what, was := range sizes {
			if now[what] == 0 { // there is no room for it
				continue
			}
			if kinds[what] = true; now[what] < was*larger {
				t.Errorf("%s: %s is %.2f, without the projector %.2f", r, what, now[what], was)
			}
		}
		toggle()
		if again := placesOf(s.Content()); !slices.Equal(again, was) {
			i := 0
			for i < min(len(again), len(was)) && again[i] == was[i] {
				i++
			}
			t.Errorf("%s: not all is where it was: %q", r, append(again[i:min(i+1, len(again))], was[i:min(i+1, len(was))]...))
		}
		if err := alike(c.Capture(), before); err != nil && len(all[*mapview.Map](s.Content())) == 0 && len(all[*mapview.Explorer](s.Content())) == 0 {
			t.Errorf("%s: it does not look as before: %v", r, err)
		}
	}
	for _, what := range []string{"text", "badge", "badge edge of a sign", "chart disc", "timeline disc", "timeline line", "map line", "map disc", "map edge of a disc"} {
		if !kinds[what] {
			t.Errorf("no %s was seen, but %v", what, kinds)
		}
	}
}

// The projector is of one window, and of the next that is opened; it is kept, also as a
// window of that look is dark without it.
func TestProjectorOfAWindow(t *testing.T) {
	a, w := appOf(t, dossier(t))
	w.setScheme(ui.Dark)
	key := func(of *Window) { of.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF12}) }
	looks := func(of *Window) string {
		return fmt.Sprint(of.theme.Dark(), of.theme.Size(ui.SizeBody), of.theme.Projector)
	}
	other := looks(w)
	a.anotherWindow(w.shell.material, place(t, "map"))
	second := a.windows[1]
	key(second)
	if looks(w) != other || looks(second) == other || second.theme.Dark() || second.theme.Size(ui.SizeBody) < 20 {
		t.Errorf("the first window is %s, the projected one %s", looks(w), looks(second))
	}
	if kept := a.session.Settings(); !kept.Projector || kept.Scheme != string(ui.Dark) || kept.TextSize != 100 {
		t.Errorf("kept is %+v", kept)
	}
	a.note(second)
	if third := themeOf(a.session.Settings()); fmt.Sprint(third.Dark(), third.Size(ui.SizeBody), third.Projector) != looks(second) {
		t.Errorf("the next window is otherwise: %+v", third)
	}
	if key(second); looks(second) != other {
		t.Errorf("without it, it is %s, not %s", looks(second), other)
	}
	key(w)
	if w.SwitchScheme(); !w.theme.Dark() || w.theme.Projector {
		t.Error("who asks for dark does not get it")
	}
}

// It makes all larger that is not as large as it gets, and what the reader has set for
// reading, too.
func TestProjectorEnlarges(t *testing.T) {
	for text, want := range map[int]float32{100: 1.5, 125: 1.875, 150: 2, 200: 2} {
		if th := themeOf(session.Settings{Scheme: "dark", TextSize: text, Projector: true}); th.TextScale != want {
			t.Errorf("%d %%: %g", text, th.TextScale)
		}
	}
}
