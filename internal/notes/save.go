package notes

import (
	"errors"
	"maps"

	"beltroad/internal/kept"
)

// changed notes that there is something to save. The store is locked.
func (s *Store) changed() {
	s.changes++
	if s.disk != nil && s.closed == nil {
		s.saver.Changed()
	}
}

// left tells whether something is to be saved.
func (s *Store) left() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.disk != nil && s.closed == nil && s.changes != s.saved
}

// ended tells how saving beside everything else has ended.
func (s *Store) ended(err error) {
	_, damaged := errors.AsType[*kept.Damaged](err)
	s.trouble.Tell(err, damaged)
}

// Trouble has a function called when saving has failed, or has found a damaged
// file, on another goroutine. While it goes on failing, that is told once.
func (s *Store) Trouble(tell func(error)) { s.trouble.Hear(tell) }

// Save brings what has changed to the disk, and takes up what another program
// has left there. It may be called beside everything else. A [*kept.Damaged] error
// means that all is saved nonetheless.
func (s *Store) Save() error {
	s.saving.Lock()
	defer s.saving.Unlock()
	if !s.left() {
		return nil
	}
	return s.meet()
}

// Meet takes up what another program has saved, though nothing may have changed
// here. It waits for the disk.
func (s *Store) Meet() error {
	s.saving.Lock()
	defer s.saving.Unlock()
	if s.disk == nil || s.Closed() != nil {
		return nil
	}
	return s.meet()
}

func (s *Store) meet() error {
	s.mu.Lock()
	ours, base, changes := maps.Clone(s.notes), s.base, s.changes
	s.mu.Unlock()
	all, err := s.disk.exchange(s.dossier, ours, base)
	if newer, ok := errors.AsType[*kept.Newer](err); ok { // which may have been started meanwhile
		s.mu.Lock()
		s.closed = newer
		s.mu.Unlock()
	}
	if all == nil {
		return err
	}
	if s.adopt(all, ours, changes) {
		s.hear.Tell()
	}
	return err
}

// adopt takes up what was saved: ours with what others have added, but for what
// has changed here meanwhile. It tells whether others had anything to add.
func (s *Store) adopt(all, ours set, changes int) (more bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.base = all
	s.saved = changes
	next := maps.Clone(all)
	for id, now := range s.notes {
		if was, ok := ours[id]; !ok || !now.equal(was) {
			next[id] = now
		}
	}
	for id, n := range all {
		if was, ok := ours[id]; !ok && !n.Deleted || ok && !was.sameAs(n) {
			more = true
		}
	}
	s.take(next)
	if more {
		s.changes++
		if changes == s.changes-1 {
			s.saved = s.changes // what changed came from the disk
		}
	}
	return more
}

// Close saves what has changed. The store can be used afterwards, too.
func (s *Store) Close() error {
	s.saver.Stop()
	return s.Save()
}
