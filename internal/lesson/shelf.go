package lesson

import (
	"cmp"
	"errors"
	"maps"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"beltroad/internal/kept"
)

const (
	folder     = "lessons"
	mostKept   = 1_000
	removedFor = 30 * 24 * time.Hour // until what was removed is deleted
)

// ErrMany is the error of more lessons than are kept.
var ErrMany = errors.New("there are too many lessons")

// Shelf holds the user's lessons, a file each. All windows of a program share
// one, and several goroutines may use it.
type Shelf struct {
	dir string // empty: in memory only

	mu      sync.Mutex
	stores  map[string]*Store
	removed []*Store // that can be brought back, the last one last

	acts atomic.Int64 // how often something was changed or removed

	hear    kept.Listeners
	trouble kept.Trouble
}

// OpenShelf reads the lessons that are kept below dir; an empty dir is a shelf in
// memory only. The shelf is never nil. The error has a [*kept.Damaged] for each file
// that was unusable and has been set aside, and an [*kept.Unsaved] for what could not
// be read and stays as it is.
func OpenShelf(dir string) (*Shelf, error) {
	s := &Shelf{dir: dir, stores: map[string]*Store{}}
	if dir == "" {
		return s, nil
	}
	kept.Forget(dir, folder, removedFor)
	return s, s.Meet()
}

// Meet takes up what another program has done to the lessons. It waits for the disk.
func (s *Shelf) Meet() error {
	if s.dir == "" {
		return nil
	}
	names, err := kept.List(s.dir, folder, End)
	if err != nil {
		return &kept.Unsaved{What: kept.Lesson, File: folder, Err: err}
	}
	var problems []error
	changed := false
	for _, name := range names[:min(len(names), mostKept)] {
		id := strings.TrimSuffix(name, End)
		store, ok := s.Get(id)
		if ok {
			problems = append(problems, store.meet())
			continue
		}
		if !validID(id) {
			continue
		}
		store, err := s.open(id)
		problems = append(problems, err)
		if store != nil {
			s.put(store)
			changed = true
		}
	}
	changed = s.drop(names) || changed
	if changed {
		s.hear.Tell()
	}
	return errors.Join(problems...)
}

func (s *Shelf) open(id string) (*Store, error) {
	f := kept.At(s.dir, folder, id+End)
	if unlock, err := f.Lock(); err == nil { // where nothing can be written, it can be read
		defer unlock()
	}
	l, as, problem := load(f)
	if l == nil {
		return nil, problem
	}
	store := newStore(s, id, f, l)
	store.seen, store.base = f.Changed(), l
	if as == nil { // the file is made again
		store.changed()
	}
	return store, problem
}

func (s *Shelf) put(store *Store) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.stores[store.ID] = store
}

// drop lets go of lessons that another program has removed, and that nothing was
// changed in here since.
func (s *Shelf) drop(names []string) (dropped bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for id, store := range s.stores {
		store.mu.Lock()
		gone := store.base != nil && store.changes == store.saved && !slices.Contains(names, id+End)
		store.mu.Unlock()
		if gone {
			delete(s.stores, id)
			dropped = true
		}
	}
	return dropped
}

// All are the lessons, by their titles.
func (s *Shelf) All() []*Store {
	s.mu.Lock()
	all := slices.Collect(maps.Values(s.stores))
	s.mu.Unlock()
	titles := make(map[*Store]string, len(all))
	for _, store := range all {
		titles[store] = strings.ToLower(store.Lesson().Title)
	}
	slices.SortFunc(all, func(a, b *Store) int { return cmp.Or(cmp.Compare(titles[a], titles[b]), cmp.Compare(a.ID, b.ID)) })
	return all
}

// Get is a lesson by its id.
func (s *Shelf) Get(id string) (*Store, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	store, ok := s.stores[id]
	return store, ok
}

// Holding is the user's own lesson that a lesson is the present state of, or was a
// copy of: as no state is changed in place, they have the same slides.
func (s *Shelf) Holding(l *Lesson) (*Store, bool) {
	for _, store := range s.All() {
		if now := store.Lesson(); len(now.Slides) > 0 && len(now.Slides) == len(l.Slides) && &now.Slides[0] == &l.Slides[0] {
			return store, true
		}
	}
	return nil, false
}

// Add makes a lesson one of the user's.
func (s *Shelf) Add(l *Lesson) (*Store, error) {
	if err := l.Check(); err != nil {
		return nil, err
	}
	if len(s.All()) >= mostKept {
		return nil, ErrMany
	}
	var file *kept.File
	id := NewID()
	if s.dir != "" {
		file = kept.At(s.dir, folder, id+End)
	}
	store := newStore(s, id, file, l)
	store.changed()
	s.put(store)
	s.hear.Tell()
	return store, nil
}

// Remove takes a lesson off the shelf; Restore brings it back. It waits for the disk.
func (s *Shelf) Remove(id string) error {
	store, ok := s.Get(id)
	if !ok {
		return nil
	}
	err := store.Save()
	if _, spoilt := errors.AsType[*kept.Damaged](err); err != nil && !spoilt {
		return err
	}
	store.saving.Lock()
	defer store.saving.Unlock()
	if store.file != nil {
		if err := store.file.Remove(); err != nil {
			return &kept.Unsaved{What: kept.Lesson, File: store.file.Path, Err: err}
		}
	}
	store.mu.Lock()
	store.gone = true
	store.mu.Unlock()
	s.mu.Lock()
	delete(s.stores, id)
	store.acted.Store(s.acts.Add(1))
	s.removed = append(s.removed, store)
	s.mu.Unlock()
	s.hear.Tell()
	return nil
}

// RemovedSince tells whether a lesson was removed after the last change of another;
// of nil, whether one can be brought back at all.
func (s *Shelf) RemovedSince(last *Store) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := len(s.removed)
	return n > 0 && (last == nil || s.removed[n-1].acted.Load() > last.acted.Load())
}

// RestoreLast brings back the lesson that was removed last; nil: there is none.
func (s *Shelf) RestoreLast() (*Store, error) {
	s.mu.Lock()
	id := ""
	if n := len(s.removed); n > 0 {
		id = s.removed[n-1].ID
	}
	s.mu.Unlock()
	return s.Restore(id)
}

// Restore brings back a lesson that was removed; nil: it was not, or is back.
func (s *Shelf) Restore(id string) (*Store, error) {
	store := s.unremoved(id)
	if store == nil {
		return nil, nil
	}
	if store.file != nil {
		if err := store.file.Restore(); err != nil {
			s.mu.Lock()
			s.removed = append(s.removed, store)
			s.mu.Unlock()
			return nil, &kept.Unsaved{What: kept.Lesson, File: store.file.Path, Err: err}
		}
	}
	store.mu.Lock()
	store.gone = false
	store.mu.Unlock()
	s.put(store)
	s.hear.Tell()
	return store, nil
}

// unremoved takes a lesson from those that were removed.
func (s *Shelf) unremoved(id string) *Store {
	s.mu.Lock()
	defer s.mu.Unlock()
	i := slices.IndexFunc(s.removed, func(store *Store) bool { return store.ID == id })
	if i < 0 {
		return nil
	}
	store := s.removed[i]
	s.removed = slices.Delete(s.removed, i, i+1)
	return store
}

// Close saves what has changed. The shelf can be used afterwards, too.
func (s *Shelf) Close() error {
	var problems []error
	for _, store := range s.All() {
		problems = append(problems, store.Save())
	}
	return errors.Join(problems...)
}

// Listen has a function called after each change, on whatever goroutine makes it.
func (s *Shelf) Listen(changed func()) (stop func()) { return s.hear.Listen(changed) }

// Trouble has a function called when saving has failed, or has found a damaged
// file, on another goroutine. While it goes on failing, that is told once.
func (s *Shelf) Trouble(tell func(error)) { s.trouble.Hear(tell) }
