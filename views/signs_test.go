package views

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"beltroad/internal/plot"
	"beltroad/views/chart"
	"beltroad/views/record"
	"beltroad/views/ui"
)

// Each sign that is shown has a sentence, which is that of the page of signs: badges,
// links to paragraphs, keys of charts, buttons without words.
func TestEverySignIsExplained(t *testing.T) {
	s, _ := open(t, dossier(t))
	told := map[string]bool{}
	for _, g := range s.signs() {
		for _, sign := range g.signs {
			told[s.signOf(sign.name)] = true
		}
	}
	told[s.signOf(string(plot.SignAmount))] = true // a chart of signs has it beside them
	seen := map[string]int{}
	for _, r := range Screens(dossier(t)) {
		s.Go(r)
		for _, n := range nodes(s.Content()) {
			switch v := n.object.(type) {
			case *record.Badge, *ui.IconButton:
				kind := strings.TrimPrefix(naming(n), "*")
				said := s.explain(v, fyne.Position{})
				if _, badge := v.(*record.Badge); said == "" || badge && !told[said] {
					t.Errorf("%s: %s says %q", r, kind, said)
				}
				seen["badges and buttons"]++
			case *ui.Keyed:
				seen["legends"]++
				if said := s.explain(v, fyne.Position{}); !told[said] || n.box.overlap(boxAt(fyne.Position{}, s.Content().Size())) > 0 && !ui.TipNow(v, fyne.NewPos(3, 3)) {
					t.Errorf("%s: the legend's %q says %q", r, v.Sign, said)
				}
			case *ui.Link:
				if strings.HasPrefix(v.Text, paragraphSign) {
					seen["links"]++
					if said := s.explain(v, fyne.Position{}); !told[said] {
						t.Errorf("%s: the link %q says %q", r, v.Text, said)
					}
				}
			case *chart.Chart:
				p, _ := v.Plot()
				if p == nil {
					continue
				}
				if len(p.Keys) == 0 {
					t.Errorf("%s: a chart has no keys", r)
				}
				for _, k := range p.Keys {
					seen["keys"]++
					if said := s.explain(v, fyne.NewPos(float32(k.Box.X+k.Box.W/2), float32(k.Box.Y+k.Box.H/2))); !told[said] {
						t.Errorf("%s: the key %q says %q", r, k.Sign, said)
					}
				}
			}
		}
	}
	for _, kind := range []string{"badges and buttons", "links", "keys", "legends"} {
		if seen[kind] == 0 {
			t.Errorf("there are no %s", kind)
		}
	}
}

// The sentence stands beside what is pointed at and goes with the pointer.
func TestTipStandsBesideItsSign(t *testing.T) {
	s, _, c := inWindow(t, dossier(t), inEnglish, usual, 1)
	badge := all[*record.Badge](s.page.Content())[0]
	card := all[*ui.Card](s.page.Content())[0]
	want := s.signOf(string(badge.Claim))
	d := fyne.CurrentApp().Driver()
	at := d.AbsolutePositionForObject(badge).Subtract(d.AbsolutePositionForObject(card)).AddXY(3, 3)
	shown := func() string {
		for _, text := range all[*ui.Text](c.Content()) {
			if text.String() == want {
				return want
			}
		}
		return ""
	}
	if !ui.TipNow(card, at) || shown() != want {
		t.Fatalf("%q is not said of a badge", want)
	}
	if problems := outside(nodes(s.Content())); len(problems) > 0 {
		t.Errorf("it does not fit: %v", problems)
	}
	if card.MouseOut(); shown() != "" {
		t.Error("it stays when the pointer has gone")
	}
	if ui.TipNow(card, fyne.NewPos(5, 5)) {
		t.Error("something is said of a card")
	}
	card.MouseIn(&desktop.MouseEvent{}) // no clock runs in tests
}

// What a first start tells stays until its reader closes it, and then for good.
func TestAFirstStartTellsHowToRead(t *testing.T) {
	a, w := appOf(t, dossier(t))
	if w.intro.text == "" {
		t.Fatal("nothing is told")
	}
	other := a.newWindow()
	other.win.Resize(windows[1])
	other.fill(w.shell.material, place(t, "figure/trade-volume"))
	seen := false // in the list, left of the record
	for _, n := range nodes(other.root) {
		text, ok := n.object.(*canvas.Text)
		seen = seen || ok && text.Text == "US$19.1 trillion" && n.box.left < 500 && n.box.bottom < other.win.Canvas().Size().Height
	}
	if !seen {
		t.Error("what is opened lies below the window's edge")
	}
	w.intro.close()
	if w.intro.text != "" || other.intro.text != "" || !a.session.Settings().Told {
		t.Error("it is not closed for good")
	}
	third := a.newWindow()
	if third.fill(w.shell.material, place(t, "overview")); third.intro.text != "" {
		t.Error("it comes again")
	}
}
