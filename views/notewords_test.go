package views

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"beltroad/data/datatest"
	"beltroad/data/fixture"
	own "beltroad/internal/notes"
	"beltroad/views/ui"
)

// Who selects what can carry no note does not mean the paragraph beside it.
func TestWordsThatCanCarryNoNote(t *testing.T) {
	s, k := harbourDesk(t, "read")
	title := s.dossier.Sources()[0].Title
	for name, do := range map[string]func(){"highlight": func() { s.Highlight(own.Doubt) }, "bookmark": s.Bookmark, "note": s.note} {
		for _, text := range all[*ui.Text](s.page.Content()) {
			if text.String() == title && !area(t, s).Select(text, 0, 5) {
				t.Fatal("the title cannot be selected")
			}
		}
		k.said = nil
		do()
		if want := inEnglish.Say("note.unfit"); len(s.book.Placed()) > 0 || s.Here() != place(t, "read") || !slices.Equal(k.said, []string{want}) {
			t.Errorf("%s: %+v at %s, and it says %q", name, s.book.Placed(), s.Here(), k.said)
		}
		area(t, s).Clear()
	}
	s.Highlight(own.Doubt)
	if len(s.book.Placed()) != 1 {
		t.Errorf("with nothing selected the paragraph gets %+v", s.book.Placed())
	}
}

// What is chosen beside a text is for the words that are selected in it, while they
// can be seen; else for the paragraph.
func TestChipsAreForWhatIsSelected(t *testing.T) {
	s, _, c := inWindow(t, datatest.Open(t, fixture.Harbour()), inEnglish, usual, 1)
	s.Go(place(t, "read"))
	chip := func(key string) {
		t.Helper()
		name := inEnglish.Say(key)
		for _, c := range all[*ui.ActionChip](s.Content()) {
			if c.AccessibilityLabel() == name {
				test.Tap(c)
				return
			}
		}
		t.Fatalf("there is no %s", name)
	}
	words := firstWords(t, s)
	selectWords(t, s, words)
	chip("note.kind.doubt")
	if all := s.book.Placed(); len(all) != 1 || all[0].Anchor.Exact != words || all[0].Kind != own.Doubt {
		t.Fatalf("%+v", all)
	}
	selectWords(t, s, words)
	chip("note.bookmark")
	if all := s.book.Placed(); len(all) != 2 || all[1].Anchor.Exact != words && all[0].Anchor.Exact != words {
		t.Errorf("%+v", all)
	}
	selectWords(t, s, words)
	chip("note.write")
	if _, ok := c.Focused().(interface{ TypedRune(rune) }); !ok {
		t.Errorf("%T has the keyboard", c.Focused())
	}
	s.Close()

	s.Go(place(t, "read/7"))
	area(t, s).Clear()
	chip("note.kind.term")
	if n, ok := s.book.Mine(own.On{Stands: own.Paragraph, ID: "7"}); !ok || n.Kind != own.Term {
		t.Errorf("with nothing selected the paragraph is %+v", n)
	}
}
