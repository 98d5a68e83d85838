package library

import (
	"cmp"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"beltroad/data"
	"beltroad/internal/kept"
)

// Shelf is the list of the dossiers on this computer. All windows of a program share
// one, and several goroutines may use it. What changes it waits for the disk.
type Shelf struct {
	disk *disk // nil: in memory only

	mu      sync.Mutex
	entries []Entry                 // as they are on disk: the path of a copy is its name
	pending []func([]Entry) []Entry // changes that are not on disk

	writing sync.Mutex // one change after the other
	hear    kept.Listeners
}

// OpenShelf reads the list that is kept in dir; an empty dir is a list in memory
// only. The shelf is never nil: whatever is wrong, the dossiers that come with the
// program are on it. The error is a [*kept.Damaged] if the list was unusable and has been
// set aside, a [*kept.Newer] or an [*kept.Unsaved] if nothing can be kept for now.
func OpenShelf(dir string) (*Shelf, error) {
	s := &Shelf{}
	if dir == "" {
		return s, nil
	}
	s.disk = openDisk(dir)
	kept.Forget(dir, copies, removedFor)
	long := time.Now().Add(-removedFor)
	return s, s.change(func(all []Entry) []Entry {
		return slices.DeleteFunc(all, func(e Entry) bool { return !e.Removed.IsZero() && e.Removed.Before(long) })
	})
}

// Meet takes up what another program has done to the list.
func (s *Shelf) Meet() error { return s.change(func(all []Entry) []Entry { return all }) }

// Listen has a function called after each change, on whatever goroutine makes it.
func (s *Shelf) Listen(changed func()) (stop func()) { return s.hear.Listen(changed) }

// Entries are the dossiers: those that come with the program, then those that were
// opened last, then the others by title.
func (s *Shelf) Entries() []Entry {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := slices.Clone(builtins())
	var own []Entry
	for _, e := range s.entries {
		i := slices.IndexFunc(all, func(b Entry) bool { return b.ID == e.ID })
		switch {
		case e.Place == Builtin && i >= 0:
			all[i].Opened = e.Opened
		case e.Place != Builtin && e.Removed.IsZero():
			own = append(own, s.whole(e))
		}
	}
	slices.SortStableFunc(own, func(a, b Entry) int {
		return cmp.Or(b.Opened.Compare(a.Opened), cmp.Compare(strings.ToLower(a.Title), strings.ToLower(b.Title)), cmp.Compare(a.ID, b.ID))
	})
	return append(all, own...)
}

// Removed are the dossiers that can be brought back, the last one first. What was added
// again since is not among them.
func (s *Shelf) Removed() []Entry {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := time.Now()
	var gone []Entry
	for _, e := range s.entries {
		again := slices.ContainsFunc(s.entries, func(o Entry) bool {
			return o.Removed.IsZero() && o.Place == e.Place && (o.Path == e.Path || e.Sum != "" && o.has(e.Sum))
		})
		if !e.Removed.IsZero() && e.Kept().After(now) && !again {
			gone = append(gone, s.whole(e))
		}
	}
	slices.SortStableFunc(gone, func(a, b Entry) int { return b.Removed.Compare(a.Removed) })
	return gone
}

// Find is an entry by its id.
func (s *Shelf) Find(id string) (Entry, bool) {
	all := s.Entries()
	i := slices.IndexFunc(all, func(e Entry) bool { return e.ID == id })
	if i < 0 {
		return Entry{}, false
	}
	return all[i], true
}

// whole is an entry with the paths of its files.
func (s *Shelf) whole(e Entry) Entry {
	if e.Place == Copied {
		e.Path = s.copyPath(e.Path)
		e.Earlier = slices.Clone(e.Earlier)
		for i := range e.Earlier {
			e.Earlier[i].Path = s.copyPath(e.Earlier[i].Path)
		}
	}
	return e
}

func (s *Shelf) copyPath(name string) string {
	if s.disk == nil {
		return name
	}
	return filepath.Join(s.disk.dir, copies, name)
}

// change changes the list, on disk if it can be.
func (s *Shelf) change(change func([]Entry) []Entry) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	s.mu.Lock()
	before := slices.Clone(s.entries)
	pending := append(slices.Clip(s.pending), change)
	s.mu.Unlock()
	all := slices.Clone(before)
	var problem error
	left := pending
	if s.disk == nil {
		all, left = change(all), nil
	} else if saved, err := s.disk.change(func(all []Entry) []Entry {
		for _, change := range pending {
			all = change(all)
		}
		return all
	}); saved != nil {
		all, left, problem = saved, nil, err
	} else {
		all, problem = change(all), err
	}
	unchanged := same(before, all)
	s.mu.Lock()
	if unchanged && problem != nil {
		left = s.pending
	}
	s.entries, s.pending = all, left
	s.mu.Unlock()
	if !unchanged {
		s.hear.Tell()
	}
	return problem
}

// same tells whether two lists are the same.
func same(a, b []Entry) bool {
	x, badX := encode(a)
	y, badY := encode(b)
	return badX == nil && badY == nil && string(x) == string(y)
}

// Opened notes that a dossier was opened now, and what it says of itself today; d
// may be nil.
func (s *Shelf) Opened(e Entry, d *data.Dossier) error {
	now := time.Now().UTC().Truncate(time.Second)
	return s.change(func(all []Entry) []Entry {
		i := slices.IndexFunc(all, func(other Entry) bool { return other.ID == e.ID })
		switch {
		case i < 0 && e.Place == Builtin:
			return append(all, Entry{ID: e.ID, Place: Builtin, Opened: now})
		case i < 0:
			return all // another program has removed it
		case d != nil && e.Place == InPlace:
			all[i] = all[i].describe(d)
		}
		all[i].Opened = now
		return all
	})
}

// Remove takes a dossier off the list; Restore brings it back, for thirty days. The
// files of one that is read in place stay.
func (s *Shelf) Remove(id string) error { return s.take(id, true) }

// Restore brings back a dossier that was removed.
func (s *Shelf) Restore(id string) error { return s.take(id, false) }

func (s *Shelf) take(id string, away bool) error {
	s.mu.Lock()
	i := slices.IndexFunc(s.entries, func(e Entry) bool { return e.ID == id })
	var e Entry
	if i >= 0 {
		e = s.whole(s.entries[i])
	}
	s.mu.Unlock()
	switch {
	case slices.ContainsFunc(builtins(), func(b Entry) bool { return b.ID == id }):
		return ErrBuiltin
	case i < 0:
		return ErrGone
	case e.Removed.IsZero() != away:
		return nil // it is so
	}
	var when time.Time
	if away {
		when = time.Now().UTC().Truncate(time.Second)
	}
	if e.Place == Copied {
		if err := e.move(away); err != nil {
			return err
		}
	}
	return s.change(func(all []Entry) []Entry {
		if i := slices.IndexFunc(all, func(e Entry) bool { return e.ID == id }); i >= 0 {
			all[i].Removed = when
		}
		return all
	})
}

// move takes the files of a copied dossier away, or brings them back. Only that the
// present version does not come back is an error.
func (e Entry) move(away bool) error {
	for _, path := range e.copies() {
		f := &kept.File{Path: path}
		if away {
			_ = f.Remove() // it may be gone, and is off the list in any case
			continue
		}
		err := f.Restore()
		if _, missing := os.Stat(path); err != nil && missing != nil && path == e.Path {
			return &kept.Unsaved{What: kept.Library, File: path, Err: err}
		}
	}
	return nil
}

// copies are the files of all versions of a copied dossier.
func (e Entry) copies() []string {
	all := []string{e.Path}
	for _, v := range e.Earlier {
		all = append(all, v.Path)
	}
	return all
}

// Open reads a dossier of the library.
func (s *Shelf) Open(ctx context.Context, e Entry, watch data.Watch) (*data.Dossier, error) {
	if e.Place != Builtin {
		return Open(ctx, e.Path, watch)
	}
	for _, b := range data.Builtins() {
		if b.Name == e.ID {
			return data.OpenWith(ctx, b.FS, watch)
		}
	}
	return nil, errors.New(e.ID + ": no such dossier comes with the program")
}
