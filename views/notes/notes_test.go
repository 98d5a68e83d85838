package notes

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/internal/export"
	own "beltroad/internal/notes"
	find "beltroad/internal/search"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

func TestMain(m *testing.M) { os.Exit(uitest.Run(m, &ui.Theme{Scheme: ui.Light})) }

// desk is a window for tests, with notes on the harbour.
type desk struct {
	uitest.Host

	t       *testing.T
	d       *data.Dossier
	over    fyne.Canvas
	removed []own.Note
	asked   int
	moved   string // id of the note that is put elsewhere
	put     own.On
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	k := &desk{t: t, d: datatest.Open(t, fixture.Harbour())}
	store, err := own.Open("", k.d.Metadata().Name)
	if err != nil {
		t.Fatal(err)
	}
	k.Kept = own.NewBook(store, own.NewCorpus(k.d))
	return k
}

func (k *desk) words() *record.Words { return record.NewWords(uitest.English(), k.d) }

func (k *desk) Keep(n own.Note, typing bool) (own.Note, bool) {
	n, err := k.Kept.Put(n, typing)
	return n, err == nil
}

func (k *desk) Remove(n own.Note) {
	k.removed = append(k.removed, n)
	if err := k.Kept.Delete(n.ID); err != nil {
		k.t.Error(err)
	}
}

func (k *desk) Relayout(o fyne.CanvasObject) {
	if k.over != nil {
		ui.RelayoutIn(k.over.Content(), o)
	}
}

func (k *desk) Focus(o fyne.Focusable) { k.over.Focus(o) }

func (k *desk) Import() { k.asked++ }

func (k *desk) PutElsewhere(n own.Note)    { k.moved = n.ID }
func (k *desk) Homeless() (own.Note, bool) { return k.Kept.Get(k.moved) }
func (k *desk) PutHere(on own.On)          { k.put = on }
func (k *desk) Leave()                     { k.moved = "" }

func (*desk) Selects() bool      { return false }
func (*desk) Highlight(own.Kind) {}
func (*desk) Note()              {}
func (*desk) Bookmark()          {}

// note keeps a note on a record; on a passage of it if end is not 0.
func (k *desk) note(on own.On, start, end int, change func(*own.Note)) own.Note {
	k.t.Helper()
	n, ok := k.Kept.Add(on, "", start, end)
	if !ok {
		k.t.Fatalf("no note can stand on %v", on)
	}
	change(&n)
	n, err := k.Kept.Put(n, false)
	if err != nil {
		k.t.Fatal(err)
	}
	return n
}

// orphan keeps a note on what is not there.
func (k *desk) orphan(text string) {
	k.t.Helper()
	if _, err := k.Kept.Put(own.Note{On: own.On{Stands: own.Figure, ID: "gone"}, Text: text}, false); err != nil {
		k.t.Fatal(err)
	}
}

var (
	seven   = own.On{Stands: own.Paragraph, ID: "7"}
	eight   = own.On{Stands: own.Paragraph, ID: "8"}
	ships   = own.On{Stands: own.Figure, ID: "lock-ships"}
	project = own.On{Stands: own.Project, ID: "amber-lock"}
)

// page is the page of notes, in a window.
func (k *desk) page() *Page {
	p := New(k.d, k.words(), k)
	k.over = uitest.InWindow(k.t, p.Content(), fyne.NewSize(900, 1400))
	return p
}

// block is that of a record, in a window.
func (k *desk) block(on own.On) *Block {
	b := NewBlock(k.words(), k, on, "¶1")
	k.over = uitest.InWindow(k.t, ui.NewScroller(b), fyne.NewSize(320, 900))
	k.t.Cleanup(k.Kept.Listen(b.Changed))
	return b
}

func all[T fyne.CanvasObject](o fyne.CanvasObject) []T {
	var found []T
	ui.Walk(o, func(o fyne.CanvasObject) bool {
		if x, ok := o.(T); ok {
			found = append(found, x)
		}
		return true
	})
	return found
}

// said are the texts in an object.
func said(o fyne.CanvasObject) string {
	var texts []string
	for _, t := range all[*ui.Text](o) {
		texts = append(texts, t.String())
	}
	return strings.Join(texts, "\n")
}

// press presses what is called so.
func press[T fyne.CanvasObject](t *testing.T, in fyne.CanvasObject, name string) {
	t.Helper()
	for _, o := range all[T](in) {
		if a, ok := any(o).(fyne.Accessible); ok && a.AccessibilityLabel() == name {
			if p, ok := any(o).(fyne.Tappable); ok {
				p.Tapped(&fyne.PointEvent{})
				return
			}
		}
	}
	t.Fatalf("nothing is called %q in\n%s", name, said(in))
}

// filled is a desk with a note of each sort.
func filled(t *testing.T) *desk {
	t.Helper()
	k := newDesk(t)
	k.note(seven, 3, 20, func(n *own.Note) { n.Kind = own.Term })
	k.note(eight, 0, 0, func(n *own.Note) { n.Text, n.Kind = "On *eight*", own.Question })
	k.note(project, 0, 0, func(n *own.Note) { n.Text = "About the lock" })
	k.note(ships, 0, 0, func(n *own.Note) { n.Bookmark = true })
	k.orphan("About what is gone")
	return k
}

// listed are the first lines of what the page lists.
func listed(p *Page) string {
	var all []string
	for _, n := range p.shown {
		all = append(all, string(n.Fit.On.Stands)+" "+n.Fit.On.ID)
	}
	return strings.Join(all, "|")
}

func TestPageListsNotes(t *testing.T) {
	k := filled(t)
	p := k.page()
	if got, want := listed(p), "paragraph 7|paragraph 8|figure lock-ships|project amber-lock|figure gone"; got != want {
		t.Errorf("by place: %s, want %s", got, want)
	}
	text := said(p.Content())
	for _, want := range []string{"5 notes", "¶7", "On eight", "Amber Lock", "No longer in their place", "What it stood on is not there any more.", "About what is gone", "Question · today"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	if i := strings.Index(text, "No longer in their place"); i < strings.Index(text, "About the lock") {
		t.Error("orphans stand before others")
	}
	for _, c := range []struct{ state, want string }{
		{"filter=kind:question", "paragraph 8"},
		{"filter=kind:text", "project amber-lock|figure gone"},
		{"filter=kind:bookmark", "figure lock-ships"},
		{"filter=on:figure", "figure lock-ships|figure gone"},
		{"filter=on:orphan", "figure gone"},
		{"filter=sort:date", "figure lock-ships|project amber-lock|paragraph 8|paragraph 7|figure gone"},
		{"find=LOCK%20about", "project amber-lock"},
		{"find=no%20such", ""},
		{"", "paragraph 7|paragraph 8|figure lock-ships|project amber-lock|figure gone"},
	} {
		st, err := route.ParseState(c.state)
		if err != nil {
			t.Fatal(err)
		}
		p.Restore(st)
		if got := listed(p); got != c.want {
			t.Errorf("%q: %s, want %s", c.state, got, c.want)
		}
		if got := p.State().String(); got != c.state {
			t.Errorf("the page stands as %q, was told %q", got, c.state)
		}
	}
}

func TestEmptyPageSaysHow(t *testing.T) {
	if text := said(newDesk(t).page().Content()); !strings.Contains(text, "You have no notes yet.") || !strings.Contains(text, "Ctrl+D") {
		t.Error(text)
	}
}

func TestOpenLeadsToThePassage(t *testing.T) {
	k := filled(t)
	p := k.page()
	for i, want := range []string{"read/7", "read/8", "figure/lock-ships", "project/amber-lock"} {
		all[*ui.Card](p.Content())[i].Tapped(&fyne.PointEvent{})
		if got := k.Last().String(); got != want {
			t.Errorf("note %d leads to %s, want %s", i, got, want)
		}
	}
	if n := len(all[*ui.Card](p.Content())); n != 4 {
		t.Errorf("%d notes can be opened, one fits nowhere", n)
	}
}

// A note is written in its place. What is typed is kept at once, and the page
// takes up other changes once it is done.
func TestEditInPlace(t *testing.T) {
	k := filled(t)
	p := k.page()
	k.Kept.Listen(p.Changed)
	press[*ui.Link](t, all[*ui.Card](p.Content())[1], "Edit")
	f, ok := k.over.Focused().(*field)
	if !ok {
		t.Fatalf("%T has the keyboard", k.over.Focused())
	}
	test.Type(f, " so")
	if got, ok := k.Kept.Mine(eight); !ok || got.Text != "On *eight* so" {
		t.Errorf("kept is %q", got.Text)
	}
	k.note(seven, 0, 0, func(n *own.Note) { n.Text = "meanwhile" })
	if strings.Contains(said(p.Content()), "meanwhile") || k.over.Focused() != f {
		t.Error("the page changes while something is written")
	}
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if text := said(p.Content()); !strings.Contains(text, "On eight so") || !strings.Contains(text, "meanwhile") {
		t.Error(text)
	}
	k.Kept.Undo() // meanwhile
	k.Kept.Undo()
	if got, _ := k.Kept.Mine(eight); got.Text != "On *eight*" {
		t.Errorf("typing is undone to %q", got.Text)
	}
	if f.AcceptsTab() {
		t.Error("the Tab key is caught in the field")
	}
}

func TestDelete(t *testing.T) {
	k := filled(t)
	p := k.page()
	k.Kept.Listen(p.Changed)
	press[*ui.Link](t, all[*ui.Card](p.Content())[3], "Delete")
	if len(k.removed) != 1 || k.removed[0].On != project {
		t.Errorf("removed %+v", k.removed)
	}
	if got := listed(p); strings.Contains(got, "project") {
		t.Error(got)
	}
}

// After a note was deleted by keyboard, that is at the note in its place: the same key
// again deletes nothing.
func TestKeyboardAfterDeleting(t *testing.T) {
	k := newDesk(t)
	for _, on := range []own.On{seven, ships, project} {
		k.note(on, 0, 0, func(n *own.Note) { n.Text = "A note" })
	}
	p := k.page()
	k.Kept.Listen(p.Changed)
	for _, row := range []int{1, 1, 0} {
		var next string
		if cards := all[*ui.Card](p.Content()); len(cards) > 1 {
			left := slices.Delete(cards, row, row+1)
			next = left[min(row, len(left)-1)].Label
		}
		deletes := slices.DeleteFunc(all[*ui.Link](p.Content()), func(l *ui.Link) bool { return l.Text != "Delete" })
		k.over.Focus(deletes[row])
		deletes[row].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		card, ok := k.over.Focused().(*ui.Card)
		if next != "" && (!ok || card.Label != next) {
			t.Errorf("row %d deleted, the keyboard is at %T, want %s", row, k.over.Focused(), next)
		}
	}
}

// The list makes no more rows than can be seen.
func TestListIsVirtual(t *testing.T) {
	k := newDesk(t)
	for i := range 500 {
		k.note(project, 0, 0, func(n *own.Note) { n.Text = fmt.Sprint(i) })
	}
	p := k.page()
	if n := len(all[*ui.Card](p.Content())); n == 0 || n > 60 {
		t.Errorf("%d of 500 notes are live", n)
	}
}

func TestExport(t *testing.T) {
	k := filled(t)
	p := k.page()
	p.Restore(route.State{"filter": "kind:question"})
	press[*ui.Button](t, p.Content(), "Export")
	press[*ui.Button](t, p.Content(), "Import")
	if k.asked != 1 || len(k.Exported) != 1 {
		t.Fatalf("asked %d times, exported %d", k.asked, len(k.Exported))
	}
	of, ok := k.Exported[0].(export.Texts)
	if !ok {
		t.Fatal("no text")
	}
	formats, usual := export.Formats(of)
	if len(formats) != 4 || usual != 0 || slices.ContainsFunc(formats, export.Format.IsDrawing) {
		t.Errorf("%+v", formats)
	}
	for _, f := range formats {
		var b bytes.Buffer
		if err := of.Text(f)(&b); err != nil {
			t.Fatal(err)
		}
		if text := b.String(); !strings.Contains(text, "eight") || strings.Contains(text, "About the lock") {
			t.Errorf("%s has not what is shown:\n%s", f.End, text)
		}
		if f == asRIS {
			continue
		}
		if got, skipped, err := own.Read(b.Bytes(), k.Kept.Dossier()); err != nil || skipped > 0 || len(got) != 1 {
			t.Errorf("%s read back: %d notes, %d skipped, %v", f.End, len(got), skipped, err)
		}
	}
}

func TestBlockWritesHighlightsAndBookmarks(t *testing.T) {
	k := newDesk(t)
	b := k.block(eight)
	press[*ui.ActionChip](t, b, "Write a note")
	f, ok := k.over.Focused().(*field)
	if !ok {
		t.Fatalf("%T has the keyboard", k.over.Focused())
	}
	if len(k.Kept.Placed()) > 0 {
		t.Error("a note is there before anything is written")
	}
	test.Type(f, "Why?")
	press[*ui.ActionChip](t, b, "Question")
	test.Type(f, "!")
	mine, ok := k.Kept.Mine(eight)
	if !ok || mine.Text != "Why?!" || mine.Kind != own.Question || len(k.Kept.Placed()) != 1 {
		t.Errorf("%+v", k.Kept.Placed())
	}
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if text := said(b); !strings.Contains(text, "My note on ¶1\nWhy?!\nQuestion · today") {
		t.Error(text)
	}
	press[*ui.ActionChip](t, b, "Question, chosen")
	if mine, _ := k.Kept.Mine(eight); mine.Kind != "" || mine.Text != "Why?!" {
		t.Errorf("%+v", mine)
	}
	press[*ui.ActionChip](t, b, "Bookmark")
	if _, ok := k.Kept.Bookmarked(eight); !ok {
		t.Error("no bookmark")
	}
	press[*ui.ActionChip](t, b, "Bookmark, chosen")
	if _, ok := k.Kept.Bookmarked(eight); ok {
		t.Error("the bookmark stays")
	}
	all[*ui.Card](b)[0].Tapped(&fyne.PointEvent{})
	if f, ok := k.over.Focused().(*field); !ok || f.Text != "Why?!" {
		t.Errorf("%T has the keyboard", k.over.Focused())
	}
}

// A note on a passage has it above, and is written in its place.
func TestBlockShowsPassages(t *testing.T) {
	k := newDesk(t)
	n := k.note(seven, 3, 20, func(n *own.Note) { n.Kind = own.Term })
	b := k.block(seven)
	if !strings.Contains(said(b), n.Anchor.Exact) {
		t.Error(said(b))
	}
	b.Write(n)
	test.Type(k.over.Focused(), "that is it")
	if got, _ := k.Kept.Get(n.ID); got.Text != "that is it" || got.Kind != own.Term || got.Anchor != n.Anchor {
		t.Errorf("%+v", got)
	}
	if _, ok := k.Kept.Mine(seven); ok {
		t.Error("the paragraph has a note on all of it")
	}
}

func TestMoment(t *testing.T) {
	k := newDesk(t)
	now := time.Date(2024, 1, 5, 10, 12, 0, 0, time.Local)
	for when, want := range map[time.Time]string{
		now.Add(-5 * time.Hour): "today 05:12", now.Add(-11 * time.Hour): "4 January 2024", now.AddDate(-1, 0, 0): "5 January 2023",
	} {
		if got := moment(k.words(), when, now); got != want {
			t.Errorf("%v: %q, want %q", when, got, want)
		}
	}
}

func TestMarkdown(t *testing.T) {
	for source, want := range map[string]string{
		"":                                 "",
		"plain":                            "plain",
		"a\nb\n\nc":                        "a b\nc",
		"# Head\ntext":                     "Head\ntext",
		"- one\n- two":                     "•\none\n•\ntwo",
		"3. three\n4. four":                "3.\nthree\n4.\nfour",
		"> said\n> so":                     "said so",
		"*soft* **strong** `code`":         "soft strong code",
		"[name](https://example.org) <b>x": "name <b>x",
		"```\ncode  here\n```":             "code  here",
		"<script>alert(1)</script>":        "<script>alert(1)</script>",
		strings.Repeat("> ", 200) + "deep": "deep ",
		strings.Repeat("- ", 500) + "deep": strings.Repeat("•\n", deepest+1) + "deep ",
	} {
		if got := said(markdown(source)); got != want {
			t.Errorf("%.40q: %q, want %q", source, got, want)
		}
	}
	strong := all[*ui.Text](markdown("a **b**"))[0].Runs
	if len(strong) != 2 || strong[0].Style.Bold || !strong[1].Style.Bold {
		t.Errorf("%+v", strong)
	}
}

func FuzzMarkdown(f *testing.F) {
	f.Add("# a\n- b\n  - c\n> d\n`e` **f** <g>")
	f.Fuzz(func(_ *testing.T, source string) { markdown(source) })
}

// Notes are found by what they say and by what they stand on.
func TestDocuments(t *testing.T) {
	k := filled(t)
	docs := Documents(k.d, k.words(), k.Kept.Placed())
	var got []string
	for _, doc := range docs {
		got = append(got, doc.Of+" "+doc.Title)
		if doc.Kind != find.Note || doc.ID == "" || len(doc.Body) < 3 {
			t.Errorf("%+v", doc)
		}
	}
	want := []string{"read/7 " + k.Kept.Placed()[0].Anchor.Exact, "read/8 On *eight*", "project/amber-lock About the lock", " About what is gone"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
