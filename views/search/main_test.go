package search

import (
	"context"
	"os"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/data/fixture"
	find "beltroad/internal/search"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

func TestMain(m *testing.M) { os.Exit(uitest.Run(m, &ui.Theme{Scheme: ui.Light})) }

// window is what is around a palette or a page in tests. What is to be done
// beside it waits until the test does it, if it is slow.
type window struct {
	uitest.Host

	source *Source
	here   route.Route
	last   []string
	asked  []string
	done   []string
	slow   bool
	work   []func() (finish func())
	focus  fyne.Focusable // what was given the keyboard last
}

func (w *window) Here() route.Route      { return w.here }
func (w *window) Source() *Source        { return w.source }
func (w *window) Search(text string)     { w.asked = append(w.asked, text) }
func (w *window) Do(id string)           { w.done = append(w.done, id) }
func (w *window) Focus(o fyne.Focusable) { w.focus = o }
func (w *window) Memory() Memory         { return w }
func (w *window) Searches() []string     { return w.last }
func (w *window) Searched(text string)   { w.last = append([]string{text}, w.last...) }
func (w *window) Forget()                { w.last = nil }

func (w *window) Beside(work func(context.Context) func()) {
	if !w.slow {
		work(context.Background())()
		return
	}
	w.work = append(w.work, func() func() { return work(context.Background()) })
}

// finish does the oldest work that waits.
func (w *window) finish(t *testing.T) {
	t.Helper()
	if len(w.work) == 0 {
		t.Fatal("nothing is to be done")
	}
	work := w.work[0]
	w.work = slices.Delete(w.work, 0, 1)
	work()()
}

// app are documents of the app.
var app = []find.Document{
	{Kind: find.Page, ID: string(route.Chart), Title: "Diagrams", Body: []string{"Go · Ctrl+7"}},
	{Kind: find.Command, ID: "menu.dark", Title: "Dark colours", Body: []string{"View"}},
}

// opened is a palette over a made-up dossier, in a window that has a button with
// the keyboard.
func opened(t *testing.T, text string) (*Palette, *window, fyne.Canvas) {
	t.Helper()
	uitest.Wear(t, &ui.Theme{Scheme: ui.Light})
	d := datatest.Open(t, fixture.Harbour())
	w := record.NewWords(uitest.English(), d)
	host := &window{here: route.To(route.Overview, "")}
	host.source = NewSource(func(ctx context.Context) (*find.Index, error) {
		return find.Build(ctx, find.Records(d, w), find.WordsOf(d, w))
	}).With("app", app)
	button := ui.NewButton("Push", func() {}, false)
	c := uitest.InWindow(t, button, fyne.NewSize(1024, 768))
	c.Focus(button)
	p := show(c, d, w, host)
	p.Open(text)
	return p, host, c
}

func show(c fyne.Canvas, d *data.Dossier, w *record.Words, host Host) *Palette {
	return NewPalette(c, d, w, host, func() {})
}

// press presses keys in what has the keyboard.
func press(c fyne.Canvas, keys ...fyne.KeyName) {
	for _, k := range keys {
		c.Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// write types a text.
func write(c fyne.Canvas, text string) { test.Type(c.Focused(), text) }

// focused is the name of what has the keyboard.
func focused(c fyne.Canvas) string {
	a, ok := c.Focused().(fyne.Accessible)
	if !ok {
		return ""
	}
	return a.AccessibilityLabel()
}
