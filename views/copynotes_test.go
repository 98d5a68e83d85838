package views

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"beltroad/data/datatest"
	"beltroad/data/fixture"
	own "beltroad/internal/notes"
	ownsource "beltroad/internal/source"
	"beltroad/views/notes"
	"beltroad/views/reader"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// takeCopy takes a copy of the made-up source.
func takeCopy(t *testing.T, m *material, text string) {
	t.Helper()
	if err := m.copies.Take(context.Background(), "report.txt", strings.NewReader(text), nil); err != nil {
		t.Fatal(err)
	}
}

// textNamed is the text of that name in the reader.
func textNamed(t *testing.T, s *Shell, name string) *ui.Text {
	t.Helper()
	for _, text := range all[*ui.Text](s.page.Content()) {
		if text.Name == name {
			return text
		}
	}
	t.Fatalf("no text is %q", name)
	return nil
}

// selectInCopy selects a few words that the copy has in ¶7.
func selectInCopy(t *testing.T, s *Shell, words string) {
	t.Helper()
	text := textNamed(t, s, copy7)
	i := strings.Index(text.String(), words)
	if i < 0 || !area(t, s).Select(text, i, i+len(words)) {
		t.Fatalf("%q cannot be selected in %q", words, text.String())
	}
}

// markedIn are the words that stand out in a text in the reader.
func markedIn(t *testing.T, s *Shell, name string) []string {
	t.Helper()
	var found []string
	text := textNamed(t, s, name)
	for _, m := range text.Marks() {
		if m.Name != "" {
			found = append(found, text.String()[m.Start:m.End])
		}
	}
	return found
}

const (
	fleet = "the herring fleet"
	away  = "is away"
	copy7 = "7 copy"
)

// The words of the reader's own copy are highlighted, noted and bookmarked as ours
// are, through each lens that shows them; our words show nothing of that.
func TestNotesInTheCopy(t *testing.T) {
	s, k := harbourDesk(t, "read/7")
	takeCopy(t, s.material, fixture.HarbourText)
	for _, lens := range []string{"own", "both"} {
		s.Go(place(t, "read/7?lens="+lens))
		s.Go(route.InCopy(7))
		selectInCopy(t, s, fleet)
		s.Highlight(own.Doubt)
		selectInCopy(t, s, away)
		s.Bookmark()
		if got := markedIn(t, s, copy7); !slices.Equal(got, []string{fleet, away}) {
			t.Errorf("%s: %q stand out", lens, got)
		}
		if lens == "both" && len(markedIn(t, s, "7")) != 0 {
			t.Errorf("%q stand out in our words", markedIn(t, s, "7"))
		}
		for _, n := range s.book.Placed() {
			if where := notes.WhereNote(s.dossier, s.words, n); !n.Anchor.InCopy() || n.Orphan() || !strings.HasPrefix(where, "Your copy, ¶7 ") || notes.ToNote(n) != route.InCopy(7) {
				t.Errorf("%s: %+v stands in %q", lens, n, where)
			}
		}
		selectInCopy(t, s, fleet)
		s.Highlight(own.Doubt) // off
		selectInCopy(t, s, away)
		s.Bookmark()
		if all := s.book.Placed(); len(all) != 0 || len(k.offered) == 0 {
			t.Errorf("%s: %+v are there still", lens, all)
		}
	}
	selectInCopy(t, s, fleet)
	s.Note()
	if got := s.Here().String(); got != "read/7" || len(s.book.Placed()) != 0 {
		t.Fatalf("it opens at %s", got)
	}
	n, _ := s.book.Add(own.On{Stands: own.Paragraph, ID: "7"}, "", 0, 0)
	n.Text = "ours"
	s.Keep(n, false)
	if mine, ok := s.book.Mine(n.On); !ok || mine.Text != "ours" {
		t.Errorf("the note on ¶7 is %+v", mine)
	}
}

// All of a paragraph of the copy is a passage, and not the record of the paragraph.
func TestAllOfAParagraphOfTheCopy(t *testing.T) {
	s, _ := harbourDesk(t, "read/7")
	takeCopy(t, s.material, fixture.HarbourText)
	s.Go(route.InCopy(7))
	passage, _ := s.copies.Now().Passage(7)
	selectInCopy(t, s, passage.Text)
	s.Highlight(own.Term)
	on := own.On{Stands: own.Paragraph, ID: "7"}
	if _, ok := s.book.Mine(on); ok || len(s.book.Placed()) != 1 || !s.book.Placed()[0].Anchor.Whole {
		t.Errorf("%+v", s.book.Placed())
	}
	s.Bookmark() // nothing is selected any more
	if _, ok := s.book.Bookmarked(on); !ok {
		t.Error("the paragraph has no bookmark")
	}
}

// What is noted in one copy stands in no other, however alike; it is in its place
// when that copy is there again, also after the app has ended.
func TestAnotherCopyMakesOrphans(t *testing.T) {
	dir := t.TempDir()
	m := materialOf(datatest.Open(t, fixture.Harbour()))
	if m.keepNotes(&stores{dir: dir}); m.problem != nil {
		t.Fatal(m.problem)
	}
	m.keepCopies(ownsource.NewStore(dir))
	words := record.NewWords(inEnglish, m.dossier)
	takeCopy(t, m, fixture.HarbourText)
	passage, _ := m.copies.Now().Passage(7)
	at := strings.Index(passage.Text, fleet)
	n, ok := m.book.Add(own.On{Stands: own.Paragraph, ID: "7"}, own.LayerOf(m.copies.Now().Fingerprint), at, at+len(fleet))
	n.Kind = own.KeyFact
	if _, err := m.book.Put(n, false); err != nil || !ok {
		t.Fatal(err)
	}
	stands := func(m *material, when string, want bool) {
		t.Helper()
		all := m.book.Placed()
		if len(all) != 1 || all[0].Orphan() == want || !want && all[0].Fit.Why != own.Absent {
			t.Errorf("%s: %+v", when, all)
		}
		if got := notes.WhereNote(m.dossier, words, all[0]); !strings.HasPrefix(got, "Your copy, ¶7") {
			t.Errorf("%s: it stands on %q", when, got)
		}
	}
	stands(m, "as it was made", true)
	takeCopy(t, m, strings.Replace(fixture.HarbourText, "310 MW", "300 MW", 1)) // ¶7 is as it was
	stands(m, "in another copy", false)
	takeCopy(t, m, fixture.HarbourText)
	stands(m, "once more", true)
	if err := m.book.Close(); err != nil {
		t.Fatal(err)
	}

	again := materialOf(m.dossier)
	if again.keepNotes(&stores{dir: dir}); again.problem != nil {
		t.Fatal(again.problem)
	}
	again.keepCopies(ownsource.NewStore(dir))
	stands(again, "before the copy is found", false)
	if err := again.copies.Look(context.Background()); err != nil {
		t.Fatal(err)
	}
	stands(again, "at the next start", true)
	var b bytes.Buffer
	said := &own.Words{Where: func(n own.Placed) string { return notes.WhereNote(m.dossier, words, n) }, Kind: func(own.Kind) string { return "" }, Date: time.Time.String}
	if err := own.CSV(&b, "harbour", again.book.Placed(), said); err != nil || !strings.Contains(b.String(), "Your copy, ¶7") {
		t.Errorf("%v, saved is %s", err, b.String())
	}
	if err := again.copies.Remove(); err != nil {
		t.Fatal(err)
	}
	stands(again, "without a copy", false)
}

// What is found in the copy is read there, whatever the reader showed before.
func TestWhatIsFoundInTheCopyIsReadThere(t *testing.T) {
	s, _, c := inWindow(t, datatest.Open(t, fixture.Harbour()), inEnglish, usual, 1)
	takeCopy(t, s.material, fixture.HarbourText)
	for before, want := range map[string]string{"overview": "both", "read/1": "both", "read?lens=own": "own", "read?lens=attributed": "both"} {
		for words, n := range map[string]string{"herring fleet is away": "7", "fishing boats too, before the new ferry is afloat": "31", "secretary of the compact": "3"} {
			s.Go(place(t, before))
			s.Search("")
			for _, r := range "in:text " + words {
				c.Focused().TypedRune(r)
			}
			c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			p, ok := s.page.(*reader.Page)
			if !ok || s.Here() != place(t, "read/"+n) || p.State()["lens"] != want {
				t.Errorf("from %s, %q leads to %s, %v", before, words, s.Here(), s.Now())
				continue
			}
			text := textNamed(t, s, n+" copy")
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(text)
			if !strings.Contains(strings.ToLower(text.String()), words) || at.Y < 0 || at.Y+text.Size().Height > usual.Height {
				t.Errorf("from %s, %q is at %v: %q", before, words, at, text.String())
			}
		}
	}
}
