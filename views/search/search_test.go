package search

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"beltroad/data/datatest"
	"beltroad/data/fixture"
	find "beltroad/internal/search"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

// waiting is a window whose pages wait for what is done beside it.
type waiting struct{ *window }

func (w waiting) Background(work func(context.Context) func()) { w.Beside(work) }

// paged is a page of results in a low window, open on a text.
func paged(t *testing.T, text string) (*Page, *window) {
	t.Helper()
	uitest.Wear(t, &ui.Theme{Scheme: ui.Light})
	d := datatest.Open(t, fixture.Harbour())
	w := record.NewWords(uitest.English(), d)
	host := &window{here: route.To(route.Search, text), slow: true}
	host.source = NewSource(func(ctx context.Context) (*find.Index, error) {
		return find.Build(ctx, find.Records(d, w), find.WordsOf(d, w))
	}).With("app", app)
	p := New(d, w, waiting{host})
	uitest.InWindow(t, p.Content(), fyne.NewSize(700, 300))
	p.Open(route.To(route.Search, text))
	return p, host
}

// items are the lines of a page that can be pressed.
func items(p *Page) []*ui.ListItem {
	var all []*ui.ListItem
	ui.Walk(p.Content(), func(o fyne.CanvasObject) bool {
		if item, ok := o.(*ui.ListItem); ok {
			all = append(all, item)
		}
		return true
	})
	return all
}

func TestPageHasAllOfWhatIsFound(t *testing.T) {
	p, w := paged(t, "in:figures")
	w.finish(t)
	n, in := 0, 0
	index, _ := w.source.Index(t.Context())
	r, _ := index.Find(t.Context(), "in:figures", 1)
	p.ScrollTo(1e6)
	ui.Walk(p.Content(), func(o fyne.CanvasObject) bool {
		if l, ok := o.(*ui.List); ok {
			l.Each(func(i int, _ fyne.CanvasObject) { n = max(n, i) })
			in++
		}
		return true
	})
	if in != 1 || n != r.Total || r.Total < 10 { // a head, and each figure
		t.Errorf("of %d figures the page ends with line %d", r.Total, n)
	}
}

func TestPageOpensWhatIsFound(t *testing.T) {
	p, w := paged(t, "amber lock")
	w.finish(t)
	all := items(p)
	if len(all) < 2 || all[0].Label != "Amber Lock, Sea lock" || all[0].Leads != route.To(route.Project, "amber-lock") {
		t.Fatalf("the first of %d lines is %q and leads to %s", len(all), all[0].Label, all[0].Leads)
	}
	all[0].OnTapped()
	all[0].OnPicked()
	want := []route.Route{route.To(route.Project, "amber-lock"), route.To(route.Search, "amber lock").Beside(route.Project, "amber-lock")}
	if !slices.Equal(w.Gone, want) {
		t.Errorf("they lead to %v, want %v", w.Gone, want)
	}
}

// Opened by its user, a page gives the keyboard to what is found first; one that is
// come back to does not, and nor does one with something open beside it.
func TestPageHasTheKeyboard(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		do   func(*Page, *window)
		want string
	}{
		"looked for":   {"amber lock", func(p *Page, w *window) { p.Arrive(w.here) }, "Amber Lock, Sea lock"},
		"not found":    {"qwxyz", func(p *Page, w *window) { p.Arrive(w.here) }, "Search qwxyz"},
		"come back to": {"amber lock", func(p *Page, _ *window) { p.Restore(route.State{"scroll": "10"}) }, ""},
		"beside":       {"amber lock", func(p *Page, w *window) { p.Arrive(w.here.Beside(route.Project, "amber-lock")) }, ""},
	} {
		p, w := paged(t, c.text)
		c.do(p, w)
		w.finish(t)
		got := ""
		if a, ok := w.focus.(fyne.Accessible); ok {
			got = a.AccessibilityLabel()
		}
		if got != c.want {
			t.Errorf("%s: %q has the keyboard, want %q", name, got, c.want)
		}
	}
}

// The Tab key goes from the field to the results.
func TestTabReachesResults(t *testing.T) {
	p, w := paged(t, "lock")
	w.finish(t)
	c := fyne.CurrentApp().Driver().CanvasForObject(p.Content())
	all := items(p)
	if c.Focus(all[0]); c.Focused() != fyne.Focusable(all[0]) {
		t.Fatalf("%T has the keyboard", c.Focused())
	}
	c.FocusNext()
	if c.Focused() != fyne.Focusable(all[1]) {
		t.Errorf("after Tab, %q has the keyboard", focused(c))
	}
}

// Without a text the page says what can be looked for.
func TestPageWithoutText(t *testing.T) {
	p, w := paged(t, "")
	w.last = []string{"amber"}
	p.Open(route.To(route.Search, " "))
	if said := head(p); strings.Contains(said, "0 results") || !strings.Contains(said, "Look for a word") || len(w.work) > 0 {
		t.Errorf("it says %q, and asks", said)
	}
	all := items(p)
	if len(all) < 3 || all[0].Label != "amber" {
		t.Fatalf("it offers %d lines", len(all))
	}
	all[0].OnTapped()
	if w.Last() != route.To(route.Search, "amber") {
		t.Errorf("it leads to %s", w.Last())
	}
	if all[1].OnTapped(); len(w.last) > 0 || items(p)[0].Label == "amber" {
		t.Errorf("forgotten, it offers %q", items(p)[0].Label)
	}
}

// A page that waits for its answer stands, once that is there, as it was told to.
func TestPageStandsAsItDid(t *testing.T) {
	p, w := paged(t, "lock")
	if said := head(p); !strings.Contains(said, "Looking for “lock”") {
		t.Errorf("while it waits it says %q", said)
	}
	st := route.State{"scroll": "120"}
	p.Restore(st)
	if got := p.State(); got.String() != st.String() {
		t.Errorf("while it waits it stands at %s", got)
	}
	w.finish(t)
	if got := p.State(); got.String() != st.String() {
		t.Errorf("answered, it stands at %s", got)
	}
	p.Open(route.To(route.Search, "lock").Beside(route.Project, "amber-lock"))
	if got := p.State(); got.String() != st.String() || len(w.work) > 0 {
		t.Errorf("something opened beside it, it stands at %s and asks again", got)
	}
	p.Open(route.To(route.Search, "qwxyz"))
	w.finish(t)
	if said := head(p); !strings.Contains(said, "Nothing") || p.State().String() != "" {
		t.Errorf("of nothing it says %q, and stands at %s", said, p.State())
	}
	p.Open(route.To(route.Search, "lock"))
	p.Left()
	w.finish(t)
	if said := head(p); !strings.Contains(said, "Looking") {
		t.Errorf("left, it still says %q", said)
	}
}

func TestPageNarrowsInThePalette(t *testing.T) {
	p, w := paged(t, "lock")
	w.finish(t)
	ui.Walk(p.Content(), func(o fyne.CanvasObject) bool {
		switch v := o.(type) {
		case *ui.Link:
			v.Tapped(nil)
		case *ui.FieldButton:
			v.Tapped(nil)
		}
		return true
	})
	if want := []string{"lock", "lock pillar:", "lock claim:", "lock unit:", "lock in:"}; !slices.Equal(w.asked, want) {
		t.Errorf("the palette is opened with %q, want %q", w.asked, want)
	}
	palette, _, c := opened(t, "lock in:")
	write(c, "figures")
	if palette.field.Text != "lock in:figures" {
		t.Errorf("typed after a filter, the field holds %q", palette.field.Text)
	}
	palette, _, c = opened(t, "lock")
	write(c, "fig")
	if palette.field.Text != "fig" {
		t.Errorf("typed over what was looked for, the field holds %q", palette.field.Text)
	}
}

// head is what the page says first.
func head(p *Page) string {
	var all []string
	ui.Walk(p.Content(), func(o fyne.CanvasObject) bool {
		if text, ok := o.(*ui.Text); ok && len(all) < 3 {
			all = append(all, text.String())
		}
		return true
	})
	return strings.Join(all, " ")
}
