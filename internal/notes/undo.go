package notes

import "slices"

// step is what one thing that the reader did has changed.
type step struct {
	before, after []Note // the same notes
	typing        bool   // more of it may follow
}

// history are the steps that can be undone, and those that can be done again.
type history struct{ done, undone []step }

// mostSteps can be undone.
const mostSteps = 200

// record remembers a step. What is typed into a note follows what was typed
// into it before.
func (s *Store) record(st step, typing bool) {
	h := &s.history
	h.undone = nil
	if last := len(h.done) - 1; typing && last >= 0 && h.done[last].typing && len(h.done[last].after) == 1 && h.done[last].after[0].ID == st.after[0].ID {
		h.done[last].after = st.after
		return
	}
	st.typing = typing
	h.done = append(h.done, st)
	if len(h.done) > mostSteps {
		h.done = slices.Delete(h.done, 0, 1)
	}
}

// Typed ends what is undone as one: what is typed from now on is another step.
func (s *Store) Typed() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if last := len(s.history.done) - 1; last >= 0 {
		s.history.done[last].typing = false
	}
}

// Undo takes back the last step, and tells whether there was one. A note that
// another program has changed since stays as that left it.
func (s *Store) Undo() bool { return s.walk(&s.history.done, &s.history.undone, false) }

// Redo does again what was undone last.
func (s *Store) Redo() bool { return s.walk(&s.history.undone, &s.history.done, true) }

// CanUndo tells whether there is a step to take back.
func (s *Store) CanUndo() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.history.done) > 0
}

// walk goes one step that has an effect, forward or back.
func (s *Store) walk(from, to *[]step, forward bool) bool {
	s.mu.Lock()
	did := false
	for !did && s.closed == nil && len(*from) > 0 {
		st := (*from)[len(*from)-1]
		*from = (*from)[:len(*from)-1]
		st.typing = false
		is, want := st.after, st.before
		if forward {
			is, want = want, is
		}
		for i, n := range want {
			now, there := s.notes[n.ID]
			if !there {
				now = gone(n.ID, n.Changed)
			}
			if now.Deleted != is[i].Deleted || !now.Deleted && !now.sameAs(is[i]) {
				continue
			}
			n.Changed = s.after(now.Changed)
			s.set(n)
			did = true
		}
		if did {
			*to = append(*to, st)
			s.changed()
		}
	}
	s.mu.Unlock()
	if did {
		s.hear.Tell()
	}
	return did
}
