package views

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"beltroad/data/datatest"
	"beltroad/data/fixture"
	own "beltroad/internal/notes"
	"beltroad/views/notes"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Escape leaves what was begun last, one thing after the other.
func TestEscapeLeavesTheInnermostFirst(t *testing.T) {
	lookingAt(t, Look{Scheme: ui.Light, TextScale: 1})
	k := &lateDesk{}
	s := newShell(materialOf(dossier(t)), inEnglish, k)
	s.voice = &actor{}
	w := test.NewTempWindow(t, s.Content())
	w.Resize(fyne.NewSize(1280, 800))
	s.Go(place(t, "read"))
	s.Go(place(t, "read/8"))
	for len(k.waiting) > 0 {
		k.next()
	}
	s.ReadAloud()
	var text *ui.Text
	for _, t := range all[*ui.Text](s.page.Content()) {
		if t.Name == "8" {
			text = t
		}
	}
	left := []struct {
		name string
		open func() bool
	}{
		{"the bar to find a text", func() bool { return s.find.bar != nil }},
		{"the selection", func() bool { return ui.SelectedText(s.page.Content()) != "" }},
		{"reading aloud", func() bool { return readAloud(s) != "" }},
		{"the record", func() bool { return s.Here().Pane != (route.Ref{}) }},
	}
	if !area(t, s).Select(text, 0, 3) {
		t.Fatal("nothing is selected")
	}
	s.openFinding()
	for i, l := range left {
		for j, other := range left {
			if other.open() != (j >= i) {
				t.Errorf("before %s is left, %s is open: %t", l.name, other.name, other.open())
			}
		}
		s.Escape()
	}
	if s.Here() != place(t, "read") {
		t.Errorf("all is left at %s", s.Here())
	}
}

// The row in which a text is looked for covers nothing of the page, and moves
// nothing in it.
func TestFindingHasARowOfItsOwn(t *testing.T) {
	for _, at := range []string{"read", "read/8", "figure", "map"} {
		s, _ := shellInWindow(t, place(t, at))
		before := lines(s)
		s.FindInPage()
		bar, page := s.find.bar.Content(), s.page.Content()
		if bottom := page.Position().Y + page.Size().Height; bar.Position().Y < bottom || bar.Size().Height < 30 {
			t.Errorf("%s: the page goes to %v, the row begins at %v", at, bottom, bar.Position().Y)
		}
		if bar.Position().Y+bar.Size().Height > s.content.Size().Height+0.5 || bar.Size().Width != page.Size().Width {
			t.Errorf("%s: the row is %v at %v", at, bar.Size(), bar.Position())
		}
		if at != "map" { // which is drawn in what room it has
			for text, was := range lines(s) {
				if had, ok := before[text]; ok && had != was {
					t.Errorf("%s: %q moved from %v to %v", at, text, had, was)
				}
			}
		}
		s.Escape()
		if page.Size().Height != s.content.Size().Height {
			t.Errorf("%s: the row leaves its room", at)
		}
	}
}

// In the reader, what a record beside the text leads to opens there, too.
func TestRecordsBesideTheTextLeadNowhereElse(t *testing.T) {
	d := dossier(t)
	beside := []string{"read#map/" + d.Places()[0].ID}
	for _, f := range d.Figures() {
		beside = append(beside, "read#figure/"+f.ID)
	}
	for _, p := range d.Projects() {
		beside = append(beside, "read#project/"+p.ID)
	}
	for _, e := range d.Events() {
		beside = append(beside, "read#timeline/"+e.ID)
	}
	s, _ := open(t, d)
	opened := 0
	for _, at := range beside {
		s.Go(place(t, at))
		for i := range recordLinks(s) {
			s.Go(place(t, at))
			link := recordLinks(s)[i]
			link()
			if here := s.Here(); here.Kind != route.Read || here.Pane == (route.Ref{}) {
				t.Errorf("from %s it goes to %s", at, here)
			}
			opened++
		}
	}
	if opened < 100 {
		t.Errorf("only %d links", opened)
	}
}

// recordLinks press what of the record beside the page leads to another one.
func recordLinks(s *Shell) []func() {
	var found []func()
	for _, l := range all[*ui.Link](s.opened.scroll) {
		if l.Leads.Pane != (route.Ref{}) {
			found = append(found, func() { l.Tapped(nil) })
		}
	}
	for _, l := range all[*ui.ListItem](s.opened.scroll) {
		if l.Leads.Pane != (route.Ref{}) {
			found = append(found, func() { l.Tapped(nil) })
		}
	}
	return found
}

// A note on the paragraph that is read keeps that beside the text, says so, and
// moves nothing.
func TestANoteKeepsItsParagraphBeside(t *testing.T) {
	s, _ := shellInWindow(t, place(t, "read"))
	s.ScrollKey(fyne.KeyPageDown)
	reading := s.page.(interface{ Reading() route.Ref }).Reading()
	before := lines(s)
	s.Note()
	if s.Here().Pane != reading {
		t.Fatalf("beside the text stands %s, not %s", s.Here(), reading)
	}
	for text, at := range lines(s) {
		if was, ok := before[text]; ok && was != at {
			t.Errorf("%q moved from %v to %v", text, was, at)
		}
	}
	block := s.notebook.pane
	want := "My note on ¶" + reading.ID
	if block == nil || block.AccessibilityLabel()[:len(want)] != want {
		t.Errorf("the note is called %q", block.AccessibilityLabel())
	}
	for range 4 {
		s.ScrollKey(fyne.KeyPageDown)
	}
	if s.notebook.pane != block || s.Here().Pane != reading {
		t.Error("the text was scrolled, and the note is gone")
	}
	s.Close()
	if now := s.page.(interface{ Reading() route.Ref }).Reading(); now == reading || s.notebook.latest.On() != onOf(t, now) {
		t.Errorf("closed, what stands beside ¶%s is %v", now.ID, s.notebook.latest.On())
	}
}

func onOf(t *testing.T, r route.Ref) own.On {
	t.Helper()
	on, ok := notes.OnRef(r)
	if !ok {
		t.Fatalf("no note stands on %v", r)
	}
	return on
}

// H makes highlights of the kind of the last one.
func TestHighlightAsLastTime(t *testing.T) {
	s, _ := harbourDesk(t, "read")
	words := firstWords(t, s)
	again := func(want own.Kind) {
		t.Helper()
		selectWords(t, s, words)
		s.HighlightAgain()
		all := s.book.Placed()
		if len(all) != 1 || all[0].Kind != want {
			t.Errorf("there is %+v, not a %s", all, want)
		}
	}
	again(own.Kinds()[0])
	selectWords(t, s, words)
	s.HighlightAgain()
	if n := len(s.book.Placed()); n != 0 {
		t.Errorf("once more, and there are %d", n)
	}
	selectWords(t, s, words)
	s.Highlight(own.Doubt)
	s.Undo()
	again(own.Doubt)
}

// Whoever left the text at its beginning comes back there, though the page is the
// same and was moved since.
func TestBackToTheBeginningOfTheText(t *testing.T) {
	s, _ := shellInWindow(t, place(t, "read"))
	before := lines(s)
	s.Go(place(t, "read/40"))
	s.Back()
	same := func(when string) {
		t.Helper()
		now := lines(s)
		for text, at := range before {
			if now[text] != at {
				t.Errorf("%s: %q is at %v, it was at %v", when, text, now[text], at)
			}
		}
	}
	same("back")
	s.Go(place(t, "read/40"))
	s.Close()
	same("closed")
	s.Go(place(t, "overview"))
	s.Back()
	same("from another page")
	s.Rebuild()
	same("made anew")
}

// Whoever comes back to the reader goes on where it was left, through the same
// lens, in another window and after a start too; another dossier begins at its top.
func TestReadingGoesOn(t *testing.T) {
	s, k := open(t, dossier(t))
	shown := func(s *Shell) *Shell {
		w := test.NewTempWindow(t, s.Content())
		w.Resize(fyne.NewSize(1280, 800))
		return s
	}
	shown(s).Go(place(t, "read"))
	s.Go(place(t, "read?at=30.5&lens=attributed"))
	left := s.Now()
	if left.State == "" {
		t.Fatal("it stands at the top")
	}
	s.Go(place(t, "overview"))
	next := newShell(materialOf(dossier(t)), inEnglish, &desk{reading: k.reading})
	other := newShell(materialOf(datatest.Open(t, fixture.Harbour())), inEnglish, &desk{reading: k.reading})
	for name, c := range map[string]struct {
		s    *Shell
		want string
	}{"again": {s, left.State}, "another window": {shown(next), left.State}, "another dossier": {shown(other), ""}} {
		c.s.Go(place(t, "overview"))
		c.s.Go(place(t, "read"))
		if got := c.s.Now().State; got != c.want {
			t.Errorf("%s: it stands at %q, want %q", name, got, c.want)
		}
	}
	s.Go(place(t, "overview"))
	if s.Go(place(t, "read/4")); s.Here() != place(t, "read/4") || s.Now().State == left.State {
		t.Errorf("a paragraph that is asked for is %s", s.Now())
	}
}
