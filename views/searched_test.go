package views

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"beltroad/data"
	"beltroad/internal/lesson"
	"beltroad/internal/message"
	"beltroad/internal/message/messagetest"
	find "beltroad/internal/search"
	"beltroad/internal/wording"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// inWindow is a shell in a test window, with the commands of a real one.
func inWindow(t *testing.T, d *data.Dossier, words *message.Printer, size fyne.Size, scale float32) (*Shell, *desk, fyne.Canvas) {
	t.Helper()
	lookingAt(t, Look{Scheme: ui.Light, TextScale: scale, Words: words})
	k := &desk{}
	k.offers = (&Window{app: &App{words: words}, theme: &ui.Theme{}}).commands()
	s := newShell(materialOf(d), words, k)
	w := test.NewTempWindow(t, s.Content())
	w.SetPadded(false)
	w.Resize(size)
	s.Go(place(t, "overview"))
	return s, k, w.Canvas()
}

var usual = fyne.NewSize(1280, 800)

// titlesOf are what a text finds in a shell, of one kind.
func titlesOf(t *testing.T, s *Shell, text string, kind find.Kind) []string {
	t.Helper()
	index, err := s.Source().Index(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	r, err := index.Find(context.Background(), text, 20)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, g := range r.Groups {
		for _, h := range g.Hits {
			if g.Kind == kind {
				all = append(all, h.Document().Title)
			}
		}
	}
	return all
}

func TestPagesAndCommandsAreFound(t *testing.T) {
	s, k, _ := inWindow(t, dossier(t), inEnglish, usual, 1)
	for _, e := range table() {
		if e.section == nowhere || !exists(s.dossier, route.To(e.kind, "")) {
			continue
		}
		if name := s.words.Say(e.name); !slices.Contains(titlesOf(t, s, name, find.Page), name) {
			t.Errorf("the page %q is not found by its name", name)
		}
	}
	commands := 0
	for _, g := range k.offers {
		for _, c := range flat(g.commands) {
			if name := c.title(inEnglish); !c.leads && c.name != "search" {
				commands++
				if !slices.Contains(titlesOf(t, s, name, find.Command), name) {
					t.Errorf("the command %q is not found by its name", name)
				}
			}
		}
	}
	if commands < 12 {
		t.Errorf("there are %d commands only", commands)
	}
	for text, want := range map[string]string{"dark": "Dark colours", "export": "Save what is drawn", "shortcut": "Keyboard shortcuts"} {
		if got := titlesOf(t, s, text, find.Command); !slices.Contains(got, want) {
			t.Errorf("%q finds %q, not %q", text, got, want)
		}
	}
	if got := titlesOf(t, s, "chart", find.Page); !slices.Contains(got, "Charts") {
		t.Errorf("chart finds %q", got)
	}
}

// What no item of the sidebar leads to is found, too, by the words that there are for it.
func TestFindsWhatTheLibraryLeadsTo(t *testing.T) {
	s, _ := open(t, dossier(t))
	for query, page := range map[string]string{
		"make one": "make.title", "excel": "make.title", "spreadsheet": "make.title", "compare": "compare.title", "what is new": "compare.title",
	} {
		if got := titlesOf(t, s, query, find.Page); !slices.Contains(got, s.words.Say(page)) {
			t.Errorf("%q leads to %q", query, got)
		}
	}
}

// Lessons are found by their titles as they are now, and open.
func TestLessonsAreFound(t *testing.T) {
	s, k, c := inWindow(t, dossier(t), inEnglish, usual, 1)
	lessonsOf := func(text string) []string { return titlesOf(t, s, text, find.Lesson) }
	if got := lessonsOf("read a number"); !slices.Equal(got, []string{"How to read a number"}) {
		t.Errorf("of the ready ones it finds %q", got)
	}
	store, err := s.lessons.Add(&lesson.Lesson{Title: "Zebras"})
	must(t, err)
	if got := lessonsOf("zebras"); !slices.Equal(got, []string{"Zebras"}) {
		t.Errorf("of the user's own it finds %q", got)
	}
	must(t, store.Edit(func(e *lesson.Editor) error { return e.Rename("Okapis", false) }))
	if old, now := lessonsOf("zebras"), lessonsOf("in:lessons okapi"); len(old) > 0 || !slices.Equal(now, []string{"Okapis"}) {
		t.Errorf("renamed, it is found as %q and %q", old, now)
	}
	s.OpenSearch()
	test.Type(c.Focused(), "okapis")
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if s.Here() != route.To(route.Lesson, store.ID) {
		t.Errorf("Enter opens %v; said is %q", s.Here(), k.said)
	}
	must(t, s.lessons.Remove(store.ID))
	if got := lessonsOf("okapis"); len(got) > 0 {
		t.Errorf("removed, it finds %q", got)
	}
}

func TestACommandThatIsFoundIsDone(t *testing.T) {
	s, k, c := inWindow(t, dossier(t), inEnglish, usual, 1)
	done := ""
	k.offers = []group{{"menu.view", []command{
		{name: "menu.scheme.dark", do: func() { done += "dark" }},
		{name: "menu.language", sub: []command{{own: "Deutsch", do: func() { done += "deutsch" }}}},
	}}}
	s.source = nil
	for _, text := range []string{"dark col", "deutsch"} {
		s.OpenSearch()
		test.Type(c.Focused(), text)
		c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	if done != "darkdeutsch" || c.Overlays().Top() != nil {
		t.Errorf("done is %q", done)
	}
}

func TestTheSidebarsFieldOpensThePalette(t *testing.T) {
	s, k, c := inWindow(t, dossier(t), inEnglish, usual, 1)
	test.Tap(s.sidebar.search)
	if s.palette == nil || c.Overlays().Top() == nil {
		t.Fatal("it opens nothing")
	}
	s.OpenSearch() // the keys once more: it stays
	c.Unfocus()
	s.palette.Typed(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if s.palette != nil || c.Overlays().Top() != nil || c.Focused() != fyne.Focusable(s.sidebar.search) {
		t.Errorf("after Escape, %T has the keyboard", c.Focused())
	}
	test.Tap(s.sidebar.search)
	test.Type(c.Focused(), "piraeus")
	for _, key := range []fyne.KeyName{fyne.KeyEnd, fyne.KeyReturn} { // the page of all
		c.Focused().TypedKey(&fyne.KeyEvent{Name: key})
	}
	if s.Here() != place(t, "search/piraeus") || s.sidebar.search.Text() != "piraeus" {
		t.Errorf("it leads to %s, and the field shows %q", s.Here(), s.sidebar.search.Text())
	}
	if !slices.Equal(k.searches, []string{"piraeus"}) {
		t.Errorf("kept are %q", k.searches)
	}
	s.Go(place(t, "project/aiib"))
	if got := s.sidebar.search.Text(); got != "" {
		t.Errorf("at a project, %q is being looked for", got)
	}
}

// What has gone with the page it was on does not keep the keyboard.
func TestWhatHasGoneHasNoKeyboard(t *testing.T) {
	s, _, c := inWindow(t, dossier(t), inEnglish, usual, 1)
	var card *ui.Card
	for _, n := range nodes(s.page.Content()) {
		if v, ok := n.object.(*ui.Card); ok {
			card = v
		}
	}
	c.Focus(card)
	s.OpenSearch()
	test.Type(c.Focused(), "piraeus")
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if s.Here().Kind == route.Overview || c.Focused() != fyne.Focusable(s.opened.close) { // that of the record that it opened has it
		t.Errorf("at %s, %T has the keyboard", s.Here(), c.Focused())
	}
}

// The palette in a language whose texts are longer by 40 %, and at each text size.
func TestThePaletteInAnotherLanguage(t *testing.T) {
	words := messagetest.Accented(t)
	d := accented(t, data.Builtin())
	for _, scale := range []float32{1, 2} {
		for _, size := range []fyne.Size{usual, {Width: 1024, Height: 768}, {Width: 640, Height: 480}} {
			for _, text := range []string{"", "ž", "pí", messagetest.Accent("railway"), messagetest.Accent("railwax pillar:"), "zzzzzz"} {
				s, k, c := inWindow(t, d, words, size, scale)
				k.offers = nil
				k.searches = []string{messagetest.Accent("freight"), messagetest.Accent("port")}
				s.Search("")
				test.Type(c.Focused(), text)
				known := func(shown string) string {
					return strings.NewReplacer(text, "", "zzzzzz", "", "railway", "").Replace(plain(d)(shown))
				}
				for _, problem := range slices.Concat(unmarked(s.palette, known), misplaced(s.palette), cutShort(s.palette)) {
					t.Errorf("%q, %v at %g: %s", text, size, scale, problem)
				}
			}
		}
	}
}

func TestThePaletteIsBounded(t *testing.T) {
	s, _, c := inWindow(t, dossier(t), inEnglish, usual, 1)
	s.OpenSearch()
	for i := range 30 {
		test.Type(c.Focused(), fmt.Sprint(i%10))
	}
	test.Type(c.Focused(), " a ")
	if n := live(s.palette); n > 300 {
		t.Errorf("the palette has %d widgets", n)
	}
}

// Two windows on one dossier have one index of it.
func TestWindowsShareTheIndex(t *testing.T) {
	m := materialOf(dossier(t))
	lookingAt(t, Look{Scheme: ui.Light, TextScale: 1})
	a, b := newShell(m, inEnglish, &desk{}), newShell(m, inEnglish, &desk{})
	if a.records(a.words) != b.records(b.words) {
		t.Error("each has its own")
	}
	if other := messagetest.Accented(t); m.records(a.words) == m.records(wording.New(other, m.dossier)) {
		t.Error("another language has the same")
	}
	if a.Source().Ready() {
		t.Error("there is an index before anybody has asked")
	}
	titlesOf(t, a, "rail", find.Project)
	if !m.records(b.words).Ready() || b.Source().Ready() {
		t.Error("what one window has made of the dossier is not there for the other, or what it has of its own is")
	}
}
