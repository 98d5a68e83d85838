package views

import (
	"slices"
	"sync"

	"fyne.io/fyne/v2"

	"beltroad/internal/kept"
	"beltroad/internal/lesson"
	"beltroad/internal/library"
	"beltroad/internal/making"
	"beltroad/internal/notes"
)

// stores are where the user's own work on the dossiers that are open is kept. What
// belongs to a dossier goes by its name: it stays when a newer version is opened. Several
// goroutines may use them.
type stores struct {
	dir string // empty: in memory only

	open    sync.Once
	library *library.Shelf
	damaged error // what is wrong with the list of dossiers; nil: nothing
	outside elsewhere

	mu      sync.Mutex
	notes   map[string]*keptNotes // of the dossiers that are open, by their names
	lessons *lesson.Shelf         // of all dossiers; nil: nobody has asked yet

	corrections []*making.Keeper // of spreadsheets, of which something may be left to be saved
	unkept      kept.Trouble     // tells that they are not saved
}

// keeper keeps what is corrected in the spreadsheet at a path; nil: nobody does.
func (s *stores) keeper(path string) *making.Keeper {
	if s.dir == "" {
		return nil
	}
	k := making.NewKeeper(s.dir, path, func(err error) { s.unkept.Tell(err, false) })
	s.mu.Lock()
	defer s.mu.Unlock()
	s.corrections = append(slices.DeleteFunc(s.corrections, func(k *making.Keeper) bool { return !k.Left() }), k)
	return k
}

// keptNotes are those on a dossier, with how often it is open.
type keptNotes struct {
	*notes.Store
	users int
}

// dossiers are those on this computer. The first who asks waits for the disk.
func (s *stores) dossiers() *library.Shelf {
	s.open.Do(func() { s.library, s.damaged = library.OpenShelf(s.dir) })
	return s.library
}

// take gives a dossier the notes on it, until they are given back. An error is worth
// a word to the user. It waits for the disk.
func (s *stores) take(dossier string) (*notes.Store, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if k := s.notes[dossier]; k != nil {
		k.users++
		return k.Store, nil
	}
	store, err := notes.Open(s.dir, dossier)
	if s.notes == nil {
		s.notes = map[string]*keptNotes{}
	}
	s.notes[dossier] = &keptNotes{store, 1}
	return store, err
}

// giveBack saves the notes on a dossier, which are let go of with the last who has
// them. It waits for the disk.
func (s *stores) giveBack(dossier string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	k := s.notes[dossier]
	if k == nil {
		return
	}
	logUnsaved("notes", k.Close())
	if s.lessons != nil {
		logUnsaved("lessons", s.lessons.Close())
	}
	if k.users--; k.users == 0 {
		delete(s.notes, dossier)
	}
}

// shelf are the user's lessons. An error is worth a word to the user, and told once. It
// waits for the disk.
func (s *stores) shelf() (*lesson.Shelf, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.lessons != nil {
		return s.lessons, nil
	}
	var err error
	s.lessons, err = lesson.OpenShelf(s.dir)
	return s.lessons, err
}

// save brings all to the disk.
func (s *stores) save() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, k := range s.notes {
		logUnsaved("notes", k.Close())
	}
	if s.lessons != nil {
		logUnsaved("lessons", s.lessons.Close())
	}
	for _, k := range s.corrections {
		logUnsaved("corrections", k.Save())
	}
}

// logUnsaved notes what could not be saved.
func logUnsaved(what string, err error) {
	if err != nil {
		fyne.LogError(what+" are not saved", err)
	}
}
