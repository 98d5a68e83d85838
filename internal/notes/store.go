package notes

import (
	"errors"
	"maps"
	"slices"
	"sync"
	"time"

	"beltroad/internal/kept"
)

// Store holds the notes on a dossier. All windows of a program share one, and
// several goroutines may use it. Whatever changes is on disk within a second.
type Store struct {
	disk    *disk // nil: in memory only
	dossier string
	saving  sync.Mutex // one Save after the other

	mu      sync.Mutex
	notes   set
	base    set // as they were on disk when they were last read or saved
	size    int // of those that are not deleted, in bytes
	listed  []Note
	made    time.Time // when the last one was
	changes int       // how often anything changed
	saved   int       // what changes was when all was saved
	history history
	closed  error // why nothing may change; nil: it may

	saver   kept.Saver
	hear    kept.Listeners
	trouble kept.Trouble
}

// Open reads the notes on a dossier that are kept below dir; an empty dir is a
// store in memory only. The store is never nil.
//
// The error is a [*kept.Damaged] if a file was unusable and has been set aside, a
// [*kept.Newer] if no note can be made, an [*kept.Unsaved] if nothing can be kept for now.
func Open(dir, dossier string) (*Store, error) {
	s := &Store{dossier: dossier, notes: set{}, base: set{}}
	s.saver = kept.Saver{Save: s.Save, Left: s.left, Told: s.ended}
	if dir == "" {
		return s, nil
	}
	s.disk = openDisk(dir, dossier)
	unlock, err := s.disk.Lock()
	if err != nil {
		return s, &kept.Unsaved{What: kept.Notes, File: s.disk.Path, Err: err}
	}
	defer unlock()
	all, _, problem := s.disk.load(dossier)
	if newer, ok := errors.AsType[*kept.Newer](problem); ok {
		s.closed = newer
	}
	if all != nil {
		s.take(all)
		s.base = maps.Clone(all)
	}
	if _, ok := errors.AsType[*kept.Damaged](problem); ok && all != nil {
		s.changed() // the file is made again
	}
	return s, problem
}

// Dossier is the short name of the dossier that the notes are on.
func (s *Store) Dossier() string { return s.dossier }

// Closed is why no note can be made; nil: one can.
func (s *Store) Closed() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.closed
}

// take replaces all notes. The store is locked or not yet shared.
func (s *Store) take(all set) {
	s.notes, s.size, s.listed = all, 0, nil
	for _, n := range all {
		if !n.Deleted {
			s.size += n.size()
		}
		if n.Made.After(s.made) && n.Made.Before(time.Now()) { // not by a clock that was wrong
			s.made = n.Made
		}
	}
}

// All are the notes, as they were made.
func (s *Store) All() []Note {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.list())
}

func (s *Store) list() []Note {
	if s.listed == nil {
		s.listed = make([]Note, 0, len(s.notes))
		for _, n := range s.notes {
			if !n.Deleted {
				s.listed = append(s.listed, n)
			}
		}
		slices.SortFunc(s.listed, byMaking)
	}
	return s.listed
}

// Get is a note by its id.
func (s *Store) Get(id string) (Note, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	n, ok := s.notes[id]
	return n, ok && !n.Deleted
}

// Changes tells how often anything changed, so that what was made of the notes
// can be told to be out of date.
func (s *Store) Changes() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.changes
}

// Put makes a note, or changes one, and returns it as it is kept. One that says
// nothing any more is deleted. While it is being typed, all that is typed is
// undone as one.
func (s *Store) Put(n Note, typing bool) (Note, error) {
	s.mu.Lock()
	n, err := s.put(n, typing)
	s.mu.Unlock()
	s.hear.Tell()
	return n, err
}

func (s *Store) put(n Note, typing bool) (Note, error) {
	if s.closed != nil {
		return n, s.closed
	}
	if n.ID == "" {
		n.ID = newID()
	}
	old, there := s.notes[n.ID]
	n.Text, n.Deleted = Clean(n.Text), false
	n.Changed = s.after(old.Changed)
	if n.Made.IsZero() { // a moment after the note before it, so that notes have an order
		s.made = s.after(s.made)
		n.Made, n.Changed = s.made, s.made
	}
	n.Made = stamp(n.Made)
	switch {
	case there && !old.Deleted && n.sameAs(old):
		return old, nil
	case n.bare() && there && !old.Deleted:
		n = gone(n.ID, n.Changed)
	case n.bare():
		return n, ErrBare
	default:
		if err := s.room(n, old); err != nil {
			return n, err
		}
	}
	s.record(step{before: []Note{old.orGone(n.ID)}, after: []Note{n}}, typing)
	s.set(n)
	s.changed()
	return n, nil
}

// orGone is a note, or that there is none.
func (n Note) orGone(id string) Note {
	if n.ID == "" {
		return gone(id, time.Time{})
	}
	return n
}

// room checks a note against the caps.
func (s *Store) room(n, old Note) error {
	if err := n.check(); err != nil {
		return err
	}
	size, count := s.size+n.size(), len(s.list())
	if old.ID != "" && !old.Deleted {
		size, count = size-old.size(), count-1
	}
	if size > mostTotal || count >= MostNotes {
		return ErrMany
	}
	return nil
}

// set keeps one state of a note.
func (s *Store) set(n Note) {
	if old, ok := s.notes[n.ID]; ok && !old.Deleted {
		s.size -= old.size()
	}
	if !n.Deleted {
		s.size += n.size()
	}
	s.notes[n.ID] = n
	s.listed = nil
}

// after is now, but later than a time that a clock may have set wrongly.
func (s *Store) after(t time.Time) time.Time {
	now := stamp(time.Now())
	if !now.After(t) {
		return t.Add(time.Millisecond)
	}
	return now
}

// Delete deletes notes.
func (s *Store) Delete(ids ...string) error {
	s.mu.Lock()
	if s.closed != nil {
		defer s.mu.Unlock()
		return s.closed
	}
	var st step
	for _, id := range ids {
		if old, ok := s.notes[id]; ok && !old.Deleted {
			n := gone(id, s.after(old.Changed))
			st.before, st.after = append(st.before, old), append(st.after, n)
			s.set(n)
		}
	}
	if len(st.after) > 0 {
		s.record(st, false)
		s.changed()
	}
	s.mu.Unlock()
	s.hear.Tell()
	return nil
}

// Listen has a function called after each change, on whatever goroutine makes it.
func (s *Store) Listen(changed func()) (stop func()) { return s.hear.Listen(changed) }
