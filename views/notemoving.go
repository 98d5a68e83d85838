package views

import (
	own "beltroad/internal/notes"
	"beltroad/views/notes"
	"beltroad/views/ui"
)

// aboutMoving is what is told of a note that is put elsewhere.
const aboutMoving = "note"

// PutElsewhere implements [notes.Mover].
func (s *Shell) PutElsewhere(n own.Note) {
	s.notebook.moved = n.ID
	said := s.words.Say("note.move.how", map[string]any{"Note": ui.Shortened(notes.TitleOf(s.words, n), longestMoved)})
	s.frame.Propose(aboutMoving, said, s.words.Say("note.move.here"), s.putHere)
	s.noted()
}

// longestMoved is how many letters of a note that is put elsewhere are told.
const longestMoved = 80

// putHere puts it on what is selected, or else on the record beside the page.
func (s *Shell) putHere() {
	if all := s.passages(); len(all) > 0 {
		s.PutHere(all[0].On)
		return
	}
	s.onRecord(func(b *notes.Block) { s.PutHere(b.On()) })
}

// Homeless implements [notes.Mover].
func (s *Shell) Homeless() (own.Note, bool) { return s.book.Get(s.notebook.moved) }

// Leave implements [notes.Mover].
func (s *Shell) Leave() {
	s.notebook.moved = ""
	s.frame.Settled(aboutMoving)
	s.noted()
}

// PutHere implements [notes.Mover].
func (s *Shell) PutHere(on own.On) {
	n, ok := s.Homeless()
	if !ok {
		s.Leave()
		return
	}
	at := own.Passage{On: on}
	if on.Stands == own.Paragraph {
		for _, p := range s.passages() {
			if p.On == on {
				at = p
				break
			}
		}
	}
	to, ok := s.book.Add(at.On, at.Layer, at.Start, at.End)
	if !ok {
		s.Say(s.words.Say("note.unfit"))
		return
	}
	n.On, n.Anchor, n.Version = to.On, to.Anchor, to.Version
	if _, ok := s.Keep(n, false); ok {
		s.Leave()
		s.frame.Offer(s.words.Say("note.moved"), s.words.Say("note.undo"), s.undoNotes)
	}
}
