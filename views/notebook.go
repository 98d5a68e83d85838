package views

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"beltroad/internal/kept"
	"beltroad/internal/message"
	own "beltroad/internal/notes"
	"beltroad/internal/wording"
	"beltroad/views/notes"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// keepNotes takes up what the user has written about the dossier before, and
// keeps what comes.
func (m *material) keepNotes(s *stores) {
	store, err := s.take(m.name)
	m.book, m.problem = own.NewBook(store, m.book.Corpus()), err
}

// sayNotes tells what is wrong with the notes, if anything.
func (w *Window) sayNotes(err error) {
	if err != nil {
		w.toast.warn(notesProblem(w.app.words, err))
		fyne.LogError("notes", err)
	}
}

// meetNotes takes up what another program may have written meanwhile. What keeps
// that from being done is told when notes are saved.
func (w *Window) meetNotes() {
	book := w.shell.book
	w.Background(func(context.Context) func() {
		err := book.Meet()
		return func() {
			if _, damaged := errors.AsType[*kept.Damaged](err); damaged {
				w.sayNotes(err)
			}
		}
	})
}

// notesProblem puts what is wrong with notes into words.
func notesProblem(words *message.Printer, err error) string {
	say := words.Say
	damaged, isDamaged := errors.AsType[*kept.Damaged](err)
	newer, isNewer := errors.AsType[*kept.Newer](err)
	foreign, isForeign := errors.AsType[*own.Foreign](err)
	unsaved, isUnsaved := errors.AsType[*kept.Unsaved](err)
	switch {
	case isDamaged:
		return say("note.damaged", map[string]any{"File": damaged.Kept})
	case isNewer && newer.File == "":
		return say("note.import.newer")
	case isNewer:
		return say("note.newer", map[string]any{"File": newer.File})
	case isForeign:
		return say("note.import.foreign", map[string]any{"Dossier": foreign.Dossier})
	case isUnsaved:
		return say("note.unsaved", map[string]any{"Why": wording.WhyUnsaved(words, unsaved.Err)})
	case errors.Is(err, own.ErrLong):
		return say("note.long")
	case errors.Is(err, own.ErrMany):
		return say("note.many")
	case errors.Is(err, own.ErrForm):
		return say("note.import.form")
	default:
		return say("note.failed", map[string]any{"Why": err.Error()})
	}
}

// notebook is what a window has on screen of the notes.
type notebook struct {
	stop   func()       // ends that it is told of changes
	pane   *notes.Block // of the record beside the page; nil: none stands there
	latest *notes.Block // that was made, of what follows the page, say
	kind   own.Kind     // of the last highlight; empty: there was none
	marked string       // id of the highlight that was just made, which a note is then on; empty: none
	moved  string       // id of the note that is put elsewhere; empty: none is
}

// listen has the window take up each change of the notes.
func (s *Shell) listen() {
	s.notebook.stop = s.book.Listen(func() {
		s.frame.Background(func(context.Context) func() { return s.noted })
	})
}

// noted shows what is written by now.
func (s *Shell) noted() {
	s.source = nil // what is searched next has the notes of now
	s.sidebar.count(s)
	for _, b := range s.blocks() {
		b.Changed()
	}
	if p, ok := s.page.(interface{ Changed() }); ok {
		p.Changed()
	}
}

// countNotes is how many notes there are, for the sidebar.
func countNotes(s *Shell) string {
	if n := len(s.book.Placed()); n > 0 {
		return strconv.Itoa(n)
	}
	return ""
}

// Book implements [record.Host].
func (s *Shell) Book() *own.Book { return s.book }

// Notes implements [record.Host].
func (s *Shell) Notes(r route.Ref) fyne.CanvasObject {
	on, _ := notes.OnRef(r)
	s.notebook.latest = notes.NewBlock(s.words, s, on, notes.Where(s.dossier, s.words, on))
	return s.notebook.latest
}

// blocks are those that may be on screen, each once.
func (s *Shell) blocks() []*notes.Block {
	var all []*notes.Block
	for _, b := range []*notes.Block{s.notebook.pane, s.notebook.latest} {
		if b != nil && !slices.Contains(all, b) {
			all = append(all, b)
		}
	}
	return all
}

// Keep implements [notes.Host].
func (s *Shell) Keep(n own.Note, typing bool) (own.Note, bool) {
	kept, err := s.book.Put(n, typing)
	if err == nil && !typing && n.Kind != "" {
		s.notebook.kind = n.Kind
	}
	if err != nil && !errors.Is(err, own.ErrBare) {
		s.Say(notesProblem(s.words.Printer, err))
	}
	return kept, err == nil
}

// Remove implements [notes.Host].
func (s *Shell) Remove(n own.Note) {
	if err := s.book.Delete(n.ID); err != nil {
		s.Say(notesProblem(s.words.Printer, err))
		return
	}
	key := "note.deleted"
	if n.Bookmark {
		key = "note.unmarked"
	}
	s.frame.Offer(s.words.Say(key), s.words.Say("note.undo"), s.undoNotes)
}

// undoing is a page on which other things than notes are undone.
type undoing interface{ Undo(redo bool) }

// Undo takes back what was done last with notes, or with a lesson where one is open.
func (s *Shell) Undo() {
	if p, ok := s.page.(undoing); ok {
		p.Undo(false)
		return
	}
	s.undoNotes()
}

// undoNotes takes back what was done last with notes.
func (s *Shell) undoNotes() {
	if s.book.Undo() {
		s.Say(s.words.Say("note.undone"))
	} else {
		s.Say(s.words.Say("note.undo.none"))
	}
}

// Redo does it again.
func (s *Shell) Redo() {
	if p, ok := s.page.(undoing); ok {
		p.Undo(true)
		return
	}
	if s.book.Redo() {
		s.Say(s.words.Say("note.redone"))
	} else {
		s.Say(s.words.Say("note.redo.none"))
	}
}

// Relayout implements [notes.Host].
func (s *Shell) Relayout(o fyne.CanvasObject) { ui.RelayoutIn(s.whole, o) }

// Focus implements [notes.Host].
func (s *Shell) Focus(o fyne.Focusable) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s.whole); c != nil {
		c.Focus(o)
	}
}

// Import implements [notes.Host].
func (s *Shell) Import() {
	s.frame.OpenFile([]string{".json", ".md", ".csv"}, func(_ string, b []byte) func() {
		list, skipped, err := own.Read(b, s.book.Dossier())
		added, changed := 0, 0
		if err == nil {
			added, changed, err = s.book.Import(list)
		}
		return func() {
			if err != nil {
				s.Say(notesProblem(s.words.Printer, err))
				return
			}
			if added+changed == 0 {
				s.Say(s.words.Say("note.imported.none") + s.skipped(skipped))
				return
			}
			text := s.words.Say("note.imported", map[string]any{"Added": s.words.Count("note.count", added), "Changed": changed})
			s.frame.Offer(text+s.skipped(skipped), s.words.Say("note.undo"), s.undoNotes)
		}
	})
}

// skipped says how many notes of a file could not be read.
func (s *Shell) skipped(n int) string {
	if n == 0 {
		return ""
	}
	return " " + s.words.Count("note.skipped", n)
}

// here is what stands on the record beside the page, or on the paragraph that is
// being read; nil: there is none.
func (s *Shell) here() *notes.Block {
	ref := s.Here().Pane
	if p, ok := s.page.(interface{ Reading() route.Ref }); ok && ref == (route.Ref{}) {
		ref = p.Reading()
	}
	on, ok := notes.OnRef(ref)
	for _, b := range s.blocks() {
		if ok && b.On() == on {
			return b
		}
	}
	return nil
}

// onRecord does something with what stands on the record beside the page.
func (s *Shell) onRecord(do func(*notes.Block)) {
	if b := s.here(); b != nil {
		do(b)
		return
	}
	s.Say(s.words.Say("note.nothing"))
}

// OpenNote implements [record.Host].
func (s *Shell) OpenNote(id string) {
	for _, n := range s.book.Placed() {
		if n.ID == id && !n.Orphan() {
			s.writeBeside(n.Fit.On, n.Note)
		}
	}
}

// writeBeside opens the record that a note stands on, and the note in it. On the
// reader it opens beside the text.
func (s *Shell) writeBeside(on own.On, n own.Note) {
	to := notes.To(on)
	if s.Here().Pane != to.Pane {
		s.Go(to)
	}
	s.onRecord(func(b *notes.Block) { b.Write(n) })
}

// Bookmark marks the passages that are selected, or else the record beside the
// page; or it takes the mark away.
func (s *Shell) Bookmark() {
	if s.unfit() {
		return
	}
	all := s.passages()
	for _, p := range all {
		old, there := s.book.On(p, true)
		n, ok := s.book.Add(p.On, p.Layer, p.Start, p.End)
		s.toggleBookmark(old.Note, there, n, ok)
	}
	if len(all) == 0 {
		s.onRecord(func(b *notes.Block) { s.mark(b.On()) })
	} else if p, ok := s.page.(selecting); ok {
		p.Deselect()
	}
}

// bookmark does so with any record.
func (s *Shell) bookmark(r route.Ref) {
	if on, ok := notes.OnRef(r); ok {
		s.mark(on)
	}
}

func (s *Shell) mark(on own.On) {
	old, there := s.book.Bookmarked(on)
	n, ok := s.book.Add(on, "", 0, 0)
	s.toggleBookmark(old.Note, there, n, ok)
}

// toggleBookmark takes a bookmark away that is there, or makes a new one if that can be.
func (s *Shell) toggleBookmark(old own.Note, there bool, n own.Note, can bool) {
	switch n.Bookmark = true; {
	case there:
		s.Remove(old)
	case can:
		if _, ok := s.Keep(n, false); ok {
			s.Say(s.words.Say("note.marked"))
		}
	}
}

// bookmarkName is what that is called.
func (s *Shell) bookmarkName(r route.Ref) string {
	on, _ := notes.OnRef(r)
	if _, ok := s.book.Bookmarked(on); ok {
		return s.words.Say("note.bookmark.off")
	}
	return s.words.Say("note.bookmark.on")
}

// Note writes a note on what is selected, or else on the record beside the page.
// It does so a moment later: the letter of its key is still to come, and would be
// the first of the note.
func (s *Shell) Note() {
	s.frame.Background(func(context.Context) func() { return s.note })
}

// holdBeside opens what is followed beside the page, so that it stays while it is written
// on, and shows that it does.
func (s *Shell) holdBeside() {
	if b := s.here(); b != nil && s.Here().Pane == (route.Ref{}) {
		s.Go(s.Here().Beside(notes.To(b.On()).Pane.Kind, b.On().ID))
	}
}

func (s *Shell) note() {
	if s.unfit() {
		return
	}
	all, marked := s.passages(), s.notebook.marked
	s.notebook.marked = ""
	switch {
	case len(all) > 0:
	case marked != "":
		s.OpenNote(marked)
		return
	default:
		s.holdBeside()
		s.onRecord((*notes.Block).WriteMine)
		return
	}
	n, ok := s.onPassage(all[0])
	if p, is := s.page.(selecting); ok && is {
		p.Deselect()
		s.writeBeside(all[0].On, n)
	}
}

// Highlight makes what is selected a highlight, or else the record beside the page.
func (s *Shell) Highlight(k own.Kind) {
	if s.unfit() {
		return
	}
	if all := s.passages(); len(all) > 0 {
		s.highlightPassages(all, k)
		return
	}
	s.onRecord(func(b *notes.Block) { b.Highlight(k) })
}

// HighlightAgain does so with the kind of the last time, the first of all at first.
func (s *Shell) HighlightAgain() { s.Highlight(cmp.Or(s.notebook.kind, own.Kinds()[0])) }

var _ notes.Host = (*Shell)(nil)
