package lesson

import (
	"bytes"
	"slices"

	"beltroad/data"
)

// Ready is a lesson that comes with the dossier. It is read alone; who wants to
// change it takes a copy.
type Ready struct {
	ID     string
	Lesson *Lesson // nil: its file is no lesson
	Err    error   // why it is none
}

// Library is all lessons: those that come with a dossier, and the user's own, which
// may be on another one.
type Library struct {
	*Shelf

	Ready   []Ready
	dossier string
}

// NewLibrary puts the lessons of a dossier beside those of a shelf.
func NewLibrary(d *data.Dossier, s *Shelf) *Library {
	l := &Library{Shelf: s, dossier: d.Metadata().Name}
	for _, f := range d.Lessons() {
		r := Ready{ID: f.Name}
		r.Lesson, r.Err = Parse(f.Bytes)
		l.Ready = append(l.Ready, r)
	}
	return l
}

// Has tells whether a lesson is on this dossier.
func (l *Library) Has(of *Lesson) bool { return of.Dossier.Name == l.dossier || of.Dossier.Name == "" }

// All are the user's own lessons by their titles, those on the dossier first.
func (l *Library) All() []*Store {
	own := l.Own()
	others := slices.DeleteFunc(l.Shelf.All(), func(s *Store) bool { return slices.Contains(own, s) })
	return append(own, others...)
}

// Own are those on the dossier.
func (l *Library) Own() []*Store {
	return slices.DeleteFunc(l.Shelf.All(), func(s *Store) bool { return !l.Has(s.Lesson()) })
}

// Find is a lesson by its id, also one on another dossier; own is nil for one that comes with the dossier.
func (l *Library) Find(id string) (found *Lesson, own *Store, ok bool) {
	if store, ok := l.Get(id); ok {
		return store.Lesson(), store, true
	}
	for _, r := range l.Ready {
		if r.ID == id && r.Lesson != nil {
			return r.Lesson, nil, true
		}
	}
	return nil, nil, false
}

// IDOf is the id of a lesson that was found here; empty: it is none.
func (l *Library) IDOf(found *Lesson) string {
	if store, ok := l.Holding(found); ok {
		return store.ID
	}
	for _, r := range l.Ready {
		if r.Lesson != nil && len(found.Slides) > 0 && len(r.Lesson.Slides) > 0 && &r.Lesson.Slides[0] == &found.Slides[0] {
			return r.ID
		}
	}
	return ""
}

// IsOwn tells whether a lesson that was found here is one of the user's.
func (l *Library) IsOwn(found *Lesson) bool {
	_, ok := l.Holding(found)
	return ok
}

// Import makes the lesson of a file one of the user's, unless it is there
// already, and tells its id.
func (l *Library) Import(b []byte) (id string, err error) {
	in, err := Parse(b)
	if err != nil {
		return "", err
	}
	bare := func(l *Lesson) ([]byte, error) { // what its slides show may have been learnt since
		l = l.Clone()
		for i := range l.Slides {
			l.Slides[i].Shows = nil
		}
		return Encode(l)
	}
	file, err := bare(in)
	if err != nil {
		return "", err
	}
	same := func(other *Lesson) bool {
		its, err := bare(other)
		return err == nil && bytes.Equal(file, its)
	}
	for _, store := range l.Shelf.All() {
		if same(store.Lesson()) {
			return store.ID, nil
		}
	}
	for _, r := range l.Ready {
		if r.Lesson != nil && same(r.Lesson) {
			return r.ID, nil
		}
	}
	store, err := l.Add(in)
	if err != nil {
		return "", err
	}
	return store.ID, nil
}

// Count is how many lessons there are.
func (l *Library) Count() int {
	n := len(l.All())
	for _, r := range l.Ready {
		if r.Lesson != nil {
			n++
		}
	}
	return n
}
