package views

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"beltroad/views/route"
	"beltroad/views/ui"
)

func offeredBy(all []ui.Action) []string {
	var names []string
	for _, a := range all {
		names = append(names, a.Name)
	}
	return names
}

// What a pane offers as buttons its context menu offers, too; the buttons derive from the same table.
func TestDeedsOfRecords(t *testing.T) {
	d := dossier(t)
	s, k := open(t, d)
	for _, c := range []struct {
		of      route.Route
		buttons []string
		menu    []string
	}{
		{
			route.To(route.Figure, "trade-volume"),
			[]string{"Copy figure", "Cite…", "Add to comparison"},
			[]string{"Open", "Open beside this page", "Copy figure", "Cite…", "Bookmark it", "Add to lesson", "Add to comparison"},
		},
		{
			route.Paragraph(15),
			[]string{"Copy summary", "Cite…"},
			[]string{"Open", "Open beside this page", "Copy summary", "Cite…", "Bookmark it", "Add to lesson"},
		},
		{route.To(route.Map, "beijing"), nil, []string{"Open", "Open beside this page", "Copy", "Cite…", "Bookmark it", "Add to lesson"}},
		{route.To(route.Pillar, "trade"), nil, []string{"Open", "Cite…", "Add to lesson"}},
	} {
		s.Go(route.To(route.Overview, ""))
		if got := offeredBy(s.recordActions(c.of)); !slices.Equal(got, c.menu) {
			t.Errorf("of %s the menu has %q, want %q", c.of, got, c.menu)
		}
		s.Go(c.of)
		var buttons []string
		for _, b := range all[*ui.Button](s.Content()) {
			buttons = append(buttons, b.Text)
		}
		for _, b := range c.buttons {
			if !slices.Contains(buttons, b) {
				t.Errorf("beside %s is no button %q, only %q", c.of, b, buttons)
			}
		}
	}
	s.Go(route.To(route.Overview, ""))
	do := func(of route.Route, name string) {
		for _, a := range s.recordActions(of) {
			if a.Name == name {
				a.Do()
				return
			}
		}
		t.Errorf("of %s is no %q", of, name)
	}
	do(route.To(route.Figure, "trade-volume"), "Open beside this page")
	if want := route.To(route.Overview, "").Beside(route.Figure, "trade-volume"); s.Here() != want {
		t.Errorf("it is at %s, not %s", s.Here(), want)
	}
	do(route.Paragraph(15), "Copy summary")
	p, _ := d.Paragraph(15)
	if got := strings.Join(k.copied, "|"); !strings.HasPrefix(got, p.Summary+"\n") || !strings.Contains(got, "¶15") {
		t.Errorf("copied is %q", got)
	}
	do(route.To(route.Figure, "trade-volume"), "Add to comparison")
	if !s.Picked("trade-volume") || !slices.Contains(offeredBy(s.recordActions(route.To(route.Figure, "trade-volume"))), "Remove again") {
		t.Error("the figure is not in the comparison")
	}
}

// What a card, a row or a link leads to is what its context menu tells of: all that go to a record say so.
func TestWhatLeadsToARecordSaysSo(t *testing.T) {
	d := dossier(t)
	s, _ := open(t, d)
	leading := map[string]int{}
	for _, r := range Screens(d) {
		s.Go(r)
		ui.Walk(s.page.Content(), func(o fyne.CanvasObject) bool {
			switch o := o.(type) {
			case *ui.Card:
				if filters := strings.Contains(o.Label, " of ") || r.Kind == route.Library; !filters && o.OnTapped != nil && o.Leads == (route.Route{}) {
					t.Errorf("on %s the card %q leads nowhere", r, o.Label)
				}
				leading["card"]++
			case *ui.ListItem:
				if o.Leads != (route.Route{}) {
					leading["line"]++
				}
			case *ui.Link:
				if strings.HasPrefix(o.Text, "¶") && o.Leads.Kind != route.Read {
					t.Errorf("on %s the link %q leads to %s", r, o.Text, o.Leads)
				}
				leading["link"]++
			}
			return true
		})
	}
	for _, kind := range []string{"card", "line", "link"} {
		if leading[kind] < 10 {
			t.Errorf("only %d of kind %s", leading[kind], kind)
		}
	}
}
