package views

import (
	own "beltroad/internal/notes"
	"beltroad/views/ui"
)

// selecting is a page in which passages can be selected.
type selecting interface {
	Selected() []own.Passage
	Selecting() bool
	Selects() bool
	Deselect()
}

// unfit says, where all that is selected on the page can carry no note, that it
// cannot. Nobody means the record beside it then.
func (s *Shell) unfit() bool {
	p, ok := s.page.(selecting)
	if !ok || !p.Selecting() || len(p.Selected()) > 0 {
		return false
	}
	s.Say(s.words.Say("note.unfit"))
	return true
}

// Selects implements [notes.Host].
func (s *Shell) Selects() bool {
	p, ok := s.page.(selecting)
	return ok && p.Selects()
}

// passages are those that are selected on the page.
func (s *Shell) passages() []own.Passage {
	if p, ok := s.page.(selecting); ok {
		return p.Selected()
	}
	return nil
}

// onPassage is the note on a passage, or a new one.
func (s *Shell) onPassage(p own.Passage) (own.Note, bool) {
	if n, ok := s.book.On(p, false); ok {
		return n.Note, true
	}
	return s.book.Add(p.On, p.Layer, p.Start, p.End)
}

// highlightPassages makes what is selected highlights of a kind. A highlight of
// just that passage and kind is one no longer.
func (s *Shell) highlightPassages(all []own.Passage, k own.Kind) {
	for _, p := range all {
		n, ok := s.onPassage(p)
		if !ok {
			continue
		}
		if n.Kind = toggled(n.Kind, k); n.Kind == "" && n.Text == "" {
			s.Remove(n)
			continue
		}
		if kept, ok := s.Keep(n, false); ok {
			s.notebook.marked = kept.ID
		}
	}
	if p, ok := s.page.(selecting); ok {
		p.Deselect()
	}
}

// toggled is a kind, or none where it is the kind already.
func toggled(now, k own.Kind) own.Kind {
	if now == k {
		return ""
	}
	return k
}

// noteActions are what the context menu offers of what is selected for notes.
func (s *Shell) noteActions() []ui.Action {
	if len(s.passages()) == 0 {
		return nil
	}
	var all []ui.Action
	for _, k := range own.Kinds() {
		all = append(all, ui.Action{Name: s.words.Say("note.as", map[string]any{"Kind": s.words.Say("note.kind." + string(k))}), Do: func() { s.Highlight(k) }})
	}
	all = append(all, ui.Action{Name: s.words.Say("note.write"), Do: s.Note}, ui.Action{Name: s.words.Say("note.bookmark.passage"), Do: s.Bookmark})
	all[0].Apart = true
	return all
}
