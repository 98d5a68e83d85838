package lesson

import (
	"bytes"
	"errors"
	"reflect"
	"sync"
	"sync/atomic"
	"time"

	"beltroad/internal/kept"
)

// Store is one of the user's lessons, with its file. Several goroutines may use
// it. Whatever changes is on disk within a second.
type Store struct {
	ID string // of the lesson on its shelf

	file   *kept.File // nil: in memory only
	shelf  *Shelf
	saving sync.Mutex   // one save after the other
	seen   time.Time    // of the file, when it was last read or written
	acted  atomic.Int64 // when it was changed or removed last, in acts of the shelf; 0: not in this run

	mu      sync.Mutex
	editor  *Editor
	base    *Lesson // as it was on disk when it was last read or saved; nil: it has not been there
	changes int
	saved   int  // what changes was when all was saved
	gone    bool // it was removed: it is saved no more

	saver kept.Saver
}

// newStore is a lesson on a shelf; without a file it is in memory only.
func newStore(shelf *Shelf, id string, file *kept.File, l *Lesson) *Store {
	s := &Store{ID: id, file: file, shelf: shelf, editor: NewEditor(l)}
	s.saver = kept.Saver{Save: s.Save, Left: s.left, Told: s.ended}
	return s
}

// Lesson is the lesson of now, to be read alone.
func (s *Store) Lesson() *Lesson {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.editor.Lesson()
}

// Can tells whether there is a step to undo, and one to do again.
func (s *Store) Can() (undo, redo bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.editor.CanUndo(), s.editor.CanRedo()
}

// Edit changes the lesson. The function must not call the store.
func (s *Store) Edit(change func(*Editor) error) error {
	s.mu.Lock()
	was := s.editor.Lesson()
	err := change(s.editor)
	changed := s.editor.Lesson() != was
	if changed {
		s.changed()
		s.acted.Store(s.shelf.acts.Add(1))
	}
	s.mu.Unlock()
	if changed {
		s.shelf.hear.Tell()
	}
	return err
}

// Amend changes the lesson, and all that undoing leads to, by what no user does. The
// function returns a lesson as it is, or another one; it must not call the store.
func (s *Store) Amend(change func(*Lesson) *Lesson) {
	s.mu.Lock()
	was := s.editor.Lesson()
	s.editor.rebase(change)
	changed := s.editor.Lesson() != was
	if changed {
		s.changed()
	}
	s.mu.Unlock()
	if changed {
		s.shelf.hear.Tell()
	}
}

// changed notes that there is something to save. The store is locked, or not yet
// shared.
func (s *Store) changed() {
	s.changes++
	if s.file != nil && !s.gone {
		s.saver.Changed()
	}
}

// left tells whether something is to be saved.
func (s *Store) left() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.file != nil && !s.gone && s.changes != s.saved
}

// ended tells how saving beside everything else has ended.
func (s *Store) ended(err error) {
	_, spoilt := errors.AsType[*kept.Damaged](err)
	s.shelf.trouble.Tell(err, spoilt)
}

// Save brings what has changed to the disk, and takes up what another program
// has left there. A [*kept.Damaged] error means that all is saved nonetheless.
func (s *Store) Save() error {
	s.saving.Lock()
	defer s.saving.Unlock()
	if !s.left() {
		return nil
	}
	return s.exchange()
}

// meet takes up what another program has saved, if the file is another.
func (s *Store) meet() error {
	s.saving.Lock()
	defer s.saving.Unlock()
	s.mu.Lock()
	idle := s.file == nil || s.gone
	s.mu.Unlock()
	if idle || s.file.Changed().Equal(s.seen) {
		return nil
	}
	return s.exchange()
}

// exchange brings what is kept and what this program has together, and keeps
// that. Of two programs that do so at once one waits for the other.
func (s *Store) exchange() error {
	unlock, err := s.file.Lock()
	if err != nil {
		return &kept.Unsaved{What: kept.Lesson, File: s.file.Path, Err: err}
	}
	defer unlock()
	s.mu.Lock()
	ours, base, changes := s.editor.Lesson(), s.base, s.changes
	s.mu.Unlock()
	theirs, as, problem := load(s.file)
	if _, spoilt := errors.AsType[*kept.Damaged](problem); problem != nil && !spoilt {
		return problem // nothing may be written
	}
	all := ours
	switch {
	case theirs == nil && base != nil && changes == s.savedChanges():
		return problem // another program has removed it
	case theirs != nil && base != nil:
		all = merge(base, theirs, ours)
	}
	b, err := Encode(all)
	switch {
	case err != nil:
	case bytes.Equal(b, as):
		s.file.Settle(b)
	default:
		err = s.file.Write(b)
	}
	if err != nil {
		return errors.Join(problem, &kept.Unsaved{What: kept.Lesson, File: s.file.Path, Err: err})
	}
	s.seen = s.file.Changed()
	s.adopt(all, ours, changes)
	return problem
}

func (s *Store) savedChanges() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.saved
}

// adopt takes up what was saved: ours with what another program has added, but
// for what has changed here meanwhile.
func (s *Store) adopt(all, ours *Lesson, changes int) {
	s.mu.Lock()
	s.base, s.saved = all.cleaned(), changes
	more := all != ours && !reflect.DeepEqual(all, ours)
	if more {
		s.editor.rebase(func(l *Lesson) *Lesson { return merge(ours, all, l) })
	}
	s.mu.Unlock()
	if more {
		s.shelf.hear.Tell()
	}
}

// load reads the newest generation that is whole; l is nil if there is none.
// A damaged one is set aside, and the error is a [*kept.Damaged] then. With any other
// error nothing may be written.
func load(f *kept.File) (l *Lesson, as []byte, problem error) {
	n, err := f.Load(MostFile, func(b []byte) (stop bool, err error) {
		l, err = Parse(b)
		as = b
		r, refused := errors.AsType[*Refused](err)
		return refused && r.Reason == Newer, err
	}, func(at string, err error) { problem = &kept.Damaged{What: kept.Lesson, Kept: at, Err: err} })
	switch {
	case err != nil:
		return nil, nil, errors.Join(problem, &kept.Unsaved{What: kept.Lesson, File: f.Before(n), Err: err})
	case n == kept.Generations:
		return nil, nil, problem
	case n > 0:
		as = nil // the file itself is not there
	}
	return l, as, problem
}
