package views

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/internal/kept"
	"beltroad/internal/message/messagetest"
	own "beltroad/internal/notes"
	"beltroad/views/notes"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// harbourDesk is a shell on the harbour at a place.
func harbourDesk(t *testing.T, at string) (*Shell, *desk) {
	t.Helper()
	s, k := open(t, datatest.Open(t, fixture.Harbour()))
	s.Go(place(t, at))
	return s, k
}

// area is that of the page in which passages are selected.
func area(t *testing.T, s *Shell) *ui.SelectionArea {
	t.Helper()
	for _, a := range all[*ui.SelectionArea](s.page.Content()) {
		return a
	}
	t.Fatal("nothing can be selected")
	return nil
}

// selectWords selects a few words of ¶7 in the reader.
func selectWords(t *testing.T, s *Shell, words string) {
	t.Helper()
	for _, text := range all[*ui.Text](s.page.Content()) {
		if i := strings.Index(text.String(), words); i >= 0 && text.Name == "7" {
			if !area(t, s).Select(text, i, i+len(words)) {
				t.Fatal("it cannot be selected")
			}
			return
		}
	}
	t.Fatalf("%q is not in ¶7", words)
}

// marked are the words that stand out in ¶7 in the reader.
func marked(s *Shell) []string {
	var found []string
	for _, text := range all[*ui.Text](s.page.Content()) {
		if text.Name == "7" {
			for _, m := range text.Marks() {
				found = append(found, text.String()[m.Start:m.End])
			}
		}
	}
	return found
}

// firstWords are some of the words that ¶7 begins with.
func firstWords(t *testing.T, s *Shell) string {
	t.Helper()
	p, ok := s.dossier.Paragraph(7)
	words := strings.Fields(p.Summary)
	if !ok || len(words) < 4 {
		t.Fatal("¶7 has no words")
	}
	return strings.Join(words[1:4], " ")
}

func TestSelectedWordsBecomeAHighlight(t *testing.T) {
	s, _ := harbourDesk(t, "read/7")
	words := firstWords(t, s)
	for _, lens := range []string{"", "?lens=attributed"} {
		s.Go(place(t, "read/7"+lens))
		selectWords(t, s, words)
		s.Highlight(own.Doubt)
		all := s.book.Placed()
		if len(all) != 1 || all[0].Anchor.Exact != words || all[0].Kind != own.Doubt || all[0].On.ID != "7" {
			t.Fatalf("%+v", all)
		}
		if got := marked(s); len(got) != 1 || got[0] != words {
			t.Errorf("%q stands out, not %q", got, words)
		}
		if area(t, s).Any() {
			t.Error("it is selected still, which hides the highlight")
		}
		selectWords(t, s, words)
		s.Highlight(own.Term)
		if all := s.book.Placed(); len(all) != 1 || all[0].Kind != own.Term {
			t.Errorf("as another kind: %+v", all)
		}
		selectWords(t, s, words)
		s.Highlight(own.Term) // off again
		if len(s.book.Placed()) != 0 || len(marked(s)) != 0 {
			t.Errorf("%+v, %q stands out", s.book.Placed(), marked(s))
		}
	}
}

// A note right after a highlight is on the highlight, and is gone on with at its end.
func TestAHighlightGetsItsNote(t *testing.T) {
	s, _, c := inWindow(t, datatest.Open(t, fixture.Harbour()), inEnglish, usual, 1)
	s.Go(place(t, "read/7"))
	selectWords(t, s, firstWords(t, s))
	s.Highlight(own.Doubt)
	for _, typed := range []string{"ask", " class"} {
		s.Note()
		field, ok := c.Focused().(interface{ TypedRune(rune) })
		if !ok {
			t.Fatalf("%T has the keyboard", c.Focused())
		}
		for _, r := range typed {
			field.TypedRune(r)
		}
		s.notebook.marked = s.book.Placed()[0].ID // as if it had just been made
	}
	if all := s.book.Placed(); len(all) != 1 || all[0].Text != "ask class" || all[0].Kind != own.Doubt {
		t.Errorf("%+v", all)
	}
}

func TestSelectedWordsGetANote(t *testing.T) {
	s, _ := harbourDesk(t, "read")
	words := firstWords(t, s)
	selectWords(t, s, words)
	s.Note()
	if got := s.Here().String(); got != "read/7" {
		t.Fatalf("it opens at %s", got)
	}
	if len(s.book.Placed()) != 0 {
		t.Error("there is a note before one is written")
	}
	if !strings.Contains(strings.Join(texts(s.content.Objects[len(s.content.Objects)-1]), "\n"), words) {
		t.Error("what it is on is not beside")
	}
}

// texts are those in an object.
func texts(o fyne.CanvasObject) []string {
	var found []string
	for _, t := range all[*ui.Text](o) {
		found = append(found, t.String())
	}
	return found
}

// What is marked opens its note.
func TestMarksOpenTheirNotes(t *testing.T) {
	s, _ := harbourDesk(t, "read/7")
	words := firstWords(t, s)
	selectWords(t, s, words)
	s.Highlight(own.KeyFact)
	s.Go(place(t, "overview"))
	s.OpenNote(s.book.Placed()[0].ID)
	if got := s.Here().String(); got != "read/7" {
		t.Errorf("it opens at %s", got)
	}
}

func TestBookmarksAndUndo(t *testing.T) {
	s, k := harbourDesk(t, "project/amber-lock")
	on := own.On{Stands: own.Project, ID: "amber-lock"}
	count := func() string { return s.sidebar.tallied[route.Notes].Count }
	if count() != "" {
		t.Errorf("%q notes to begin with", count())
	}
	s.Bookmark()
	if _, ok := s.book.Bookmarked(on); !ok || count() != "1" {
		t.Errorf("no bookmark; the sidebar says %q", count())
	}
	s.Bookmark()
	if _, ok := s.book.Bookmarked(on); ok || count() != "" || len(k.offered) != 1 {
		t.Errorf("the bookmark stays; offered %q", k.offered)
	}
	k.undo()
	if _, ok := s.book.Bookmarked(on); !ok {
		t.Error("not undone")
	}
	s.Undo()
	s.Undo()
	s.Undo()
	s.Redo()
	if _, ok := s.book.Bookmarked(on); !ok {
		t.Error("not done again")
	}
	s.Go(place(t, "overview"))
	said := len(k.said)
	s.Bookmark()
	if len(k.said) != said+1 || len(s.book.Placed()) != 1 {
		t.Errorf("where nothing stands open it says %q", k.said[said:])
	}
}

// The record beside the reader is the paragraph that is read, if none was opened.
func TestNotesOnTheParagraphThatIsRead(t *testing.T) {
	s, _ := harbourDesk(t, "read")
	p, ok := s.page.(interface{ Reading() route.Ref })
	if !ok {
		t.Fatal("the reader does not say what is read")
	}
	ref := p.Reading()
	on, ok := notes.OnRef(ref)
	if !ok {
		t.Skip("nothing is read yet where there is no window")
	}
	s.Bookmark()
	if _, ok := s.book.Bookmarked(on); !ok {
		t.Errorf("%v has no bookmark", on)
	}
}

func TestImportSaysWhatItDid(t *testing.T) {
	s, k := harbourDesk(t, "notes")
	n, _ := s.book.Add(own.On{Stands: own.Project, ID: "amber-lock"}, "", 0, 0)
	n.Text = "kept"
	if _, ok := s.Keep(n, false); !ok {
		t.Fatal("not kept")
	}
	var b bytes.Buffer
	if err := own.JSON(&b, s.book.Dossier(), s.book.Placed()); err != nil {
		t.Fatal(err)
	}
	s.Remove(s.book.Placed()[0].Note)
	k.file = b.Bytes()
	s.Import()
	if len(s.book.Placed()) != 1 || !strings.Contains(k.offered[len(k.offered)-1], "1 note added") {
		t.Errorf("%d notes; it said %q", len(s.book.Placed()), k.offered)
	}
	offered := len(k.offered)
	s.Import()
	if len(k.offered) != offered || !strings.Contains(k.said[len(k.said)-1], "Nothing was changed") {
		t.Errorf("the same once more: it offered %q, and said %q", k.offered[offered:], k.said)
	}
	k.undo()
	if len(s.book.Placed()) != 0 {
		t.Error("an import is not undone")
	}
	for _, file := range []string{"", "something else", `{"format":"beltroad.notes","version":9}`, `{"format":"beltroad.notes","version":1,"dossier":"other"}`} {
		said := len(k.said)
		k.file = []byte(file)
		s.Import()
		if len(k.said) != said+1 || !strings.Contains(k.said[said], "Nothing was changed") {
			t.Errorf("%q: it said %q", file, k.said[said:])
		}
	}
}

// Two windows show the same notes at once.
func TestTwoWindowsShareNotes(t *testing.T) {
	a, w := appOf(t, datatest.Open(t, fixture.Harbour()))
	a.atOnce = true
	a.end.begun.Store(false)
	t.Cleanup(func() { a.end.begun.Store(true) })
	a.anotherWindow(w.shell.material, place(t, "notes"))
	w.shell.Go(place(t, "project/amber-lock"))
	w.shell.Bookmark()
	other := a.windows[1]
	if len(other.shell.book.Placed()) != 1 {
		t.Error("the other window has none")
	}
}

// Every problem with notes is told in words of its own.
func TestProblemsOfNotes(t *testing.T) {
	said := map[string]bool{}
	for _, err := range []error{
		&kept.Damaged{Kept: "kept.json"}, &kept.Newer{File: "notes.json"}, &kept.Newer{}, &own.Foreign{Dossier: "other"},
		&kept.Unsaved{Err: errors.New("full")}, own.ErrLong, own.ErrMany, own.ErrForm, errors.New("else"),
	} {
		text := notesProblem(inEnglish, err)
		if text == "" || said[text] {
			t.Errorf("%v: %q", err, text)
		}
		said[text] = true
	}
}

// What is kept in the app's folder is there at the next start, and a damaged file is told.
func TestNotesAreKept(t *testing.T) {
	dir := t.TempDir()
	m := materialOf(datatest.Open(t, fixture.Harbour()))
	if m.keepNotes(&stores{dir: dir}); m.problem != nil {
		t.Fatal(m.problem)
	}
	n, _ := m.book.Add(own.On{Stands: own.Project, ID: "amber-lock"}, "", 0, 0)
	n.Text = "kept"
	if _, err := m.book.Put(n, false); err != nil {
		t.Fatal(err)
	}
	if err := m.book.Close(); err != nil {
		t.Fatal(err)
	}
	again := materialOf(m.dossier)
	if again.keepNotes(&stores{dir: dir}); again.problem != nil || len(again.book.Placed()) != 1 {
		t.Errorf("%d notes, %v", len(again.book.Placed()), again.problem)
	}
	files, err := filepath.Glob(filepath.Join(dir, "notes", "notes-*.json"))
	if err != nil || len(files) != 1 {
		t.Fatalf("%q %v", files, err)
	}
	if err := os.WriteFile(files[0], []byte("torn"), 0o600); err != nil {
		t.Fatal(err)
	}
	torn := materialOf(m.dossier)
	torn.keepNotes(&stores{dir: dir})
	if _, ok := errors.AsType[*kept.Damaged](torn.problem); !ok {
		t.Error("a damaged file is not told")
	}
}

// Screens with notes on them, also while one is written, in a language whose texts are longer.
func TestNotesInAnotherLanguage(t *testing.T) {
	words := messagetest.Accented(t)
	d := accented(t, fixture.Harbour())
	every := plain(d)
	known := func(s string) string { return strings.NewReplacer("xyz", "", "gone", "").Replace(every(s)) } // what was typed, and an id
	for _, scale := range []float32{1, 2} {
		for _, size := range []fyne.Size{{Width: 1280, Height: 800}, {Width: 1024, Height: 768}} {
			lookingAt(t, Look{Scheme: ui.Light, TextScale: scale})
			s := shownIn(d, words, pictureFrame{}, size.Width, size.Height)
			for i, on := range []own.On{{Stands: own.Paragraph, ID: "7"}, {Stands: own.Figure, ID: "lock-ships"}, {Stands: own.Project, ID: "amber-lock"}, {Stands: own.Figure, ID: "gone"}} {
				n, _ := s.book.Add(on, "", 0, 0)
				n.Text, n.Kind = messagetest.Accent("# Some head\n- one\n- two *soft*\n\n> said so"), own.Kinds()[i]
				s.Keep(n, false)
				n.Text, n.Kind, n.Bookmark = "", "", true
				s.Keep(n, false)
			}
			passage, _ := s.book.Add(own.On{Stands: own.Paragraph, ID: "7"}, "", 3, 30)
			passage.Kind = own.Term
			s.Keep(passage, false)
			check := func(r route.Route) {
				t.Helper()
				for _, problem := range slices.Concat(unmarked(s.Content(), known), misplaced(s.Content()), cutShort(s.Content())) {
					t.Errorf("%s at %v, %g: %s", r, size, scale, problem)
				}
			}
			for _, at := range []string{"notes", "notes?filter=kind:bookmark", "notes?find=xyz", "read/7", "figure/lock-ships", "project/amber-lock"} {
				s.Go(place(t, at))
				check(s.Here())
			}
			s.here().WriteMine()
			check(s.Here())
		}
	}
}
