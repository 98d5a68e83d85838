package views

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"beltroad/views/route"
	"beltroad/views/ui"
)

// shellInWindow is a shell in a window.
func shellInWindow(t *testing.T, at route.Route) (*Shell, fyne.Canvas) {
	t.Helper()
	s, _ := open(t, dossier(t))
	w := test.NewTempWindow(t, s.Content())
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1280, 800))
	s.Go(at)
	return s, w.Canvas()
}

func TestFindInTheReader(t *testing.T) {
	s, c := shellInWindow(t, route.To(route.Read, ""))
	s.FindInPage()
	s.find.bar.Take(c, "railway")
	_, all := s.find.finder.Count()
	if all < 3 {
		t.Fatalf("found %d times", all)
	}
	s.FindNext(-1)
	if at, _ := s.find.finder.Count(); at != all {
		t.Errorf("it is at %d of %d", at, all)
	}
	s.Escape()
	area, ok := c.Focused().(*ui.SelectionArea)
	if !ok || len(area.Quote()) != len("railway") {
		t.Errorf("the keyboard is at %T", c.Focused())
	}
	if s.find.bar != nil || len(s.find.layer.Objects) > 0 {
		t.Error("the bar is there")
	}
	s.FindNext(+1)
	if s.find.bar == nil || s.find.bar.Text() != "railway" {
		t.Error("F3 does not look for the same again")
	}
	s.Go(route.To(route.Overview, ""))
	if s.find.bar != nil {
		t.Error("the bar is there on another page")
	}
}

func TestFiguresOfTheTextOneAfterTheOther(t *testing.T) {
	s, c := shellInWindow(t, route.To(route.Read, ""))
	seen := map[route.Route]bool{}
	at := func() route.Route {
		link, ok := c.Focused().(*ui.Link)
		if !ok {
			t.Fatalf("the keyboard is at %T", c.Focused())
		}
		return link.Leads
	}
	s.NextFigure(+1)
	first := at()
	for range 200 {
		seen[at()] = true
		s.NextFigure(+1)
		if at() == first {
			break
		}
	}
	want := 0
	for _, f := range s.dossier.Figures() {
		for _, m := range s.dossier.Mentions(f.Paragraph) {
			if m.Figure == f.ID {
				want++
				if !seen[route.To(route.Read, "").Beside(route.Figure, f.ID)] {
					t.Errorf("F4 passes %s by", f.ID)
				}
				break
			}
		}
	}
	if want < 30 {
		t.Errorf("only %d figures are in the text", want)
	}
	s.NextFigure(+1)
	s.NextFigure(-1)
	if at() != first {
		t.Errorf("back from the second is %s, not %s", at(), first)
	}
}

// Who opens a figure of the text goes on from there, not from the beginning.
func TestTheNextFigureAfterOneThatIsOpen(t *testing.T) {
	s, c := shellInWindow(t, route.To(route.Read, ""))
	var all []route.Route
	for range 3 {
		s.NextFigure(+1)
		all = append(all, c.Focused().(*ui.Link).Leads)
	}
	for name, open := range map[string]func(*Shell, fyne.Canvas){
		"its link": func(s *Shell, c fyne.Canvas) {
			s.NextFigure(+1)
			s.NextFigure(+1)
			test.Tap(c.Focused().(*ui.Link))
		},
		"its place": func(s *Shell, _ fyne.Canvas) { s.Go(all[1]) },
	} {
		for by, want := range map[int]route.Route{+1: all[2], -1: all[0]} {
			s, c := shellInWindow(t, route.To(route.Read, ""))
			if open(s, c); s.Here() != all[1] {
				t.Fatalf("%s leads to %s", name, s.Here())
			}
			c.Unfocus()
			s.NextFigure(by)
			if link, ok := c.Focused().(*ui.Link); !ok || link.Leads != want {
				t.Errorf("%s: by %+d the keyboard is at %T, not at %s", name, by, c.Focused(), want)
			}
		}
	}
}
