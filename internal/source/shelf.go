package source

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"io"
	"maps"
	"slices"
	"sync"
	"time"

	"beltroad/data"
	"beltroad/internal/align"
)

// Shelf is where the windows of a dossier find the reader's copy of its source.
// It may be used by several goroutines.
type Shelf struct {
	dossier *data.Dossier
	store   *Store
	busy    sync.Mutex // one after the other changes what is there

	mu       sync.Mutex
	now      *Held
	looked   bool           // for what is kept
	lost     error          // what is wrong with that; nil: nothing
	changed  map[int]func() // by the order in which they asked
	watchers int
}

// Held is a copy, and what it has of the dossier. It does not change.
type Held struct {
	*Copy
	*align.Report

	// Fingerprint tells the text of the copy from that of any other.
	Fingerprint string
}

func hold(c *Copy, r *align.Report) *Held {
	sum := sha256.Sum256([]byte(c.Text.Text))
	return &Held{c, r, base64.RawURLEncoding.EncodeToString(sum[:])}
}

// NewShelf makes the shelf of a dossier.
func NewShelf(d *data.Dossier, store *Store) *Shelf {
	return &Shelf{dossier: d, store: store, changed: make(map[int]func())}
}

// Now is what is there, as far as it is known; nil: nothing.
func (s *Shelf) Now() *Held {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.now
}

// Watch has changed called whenever another copy is there, or none any more, by
// whoever changed it, after those who asked before; stop ends that.
func (s *Shelf) Watch(changed func()) (stop func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := s.watchers
	s.watchers++
	s.changed[n] = changed
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		delete(s.changed, n)
	}
}

func (s *Shelf) set(h *Held, lost error) {
	s.mu.Lock()
	same := s.now == h
	s.now, s.looked, s.lost = h, true, lost
	if same { // there was none, and is none
		s.mu.Unlock()
		return
	}
	var all []func()
	for _, n := range slices.Sorted(maps.Keys(s.changed)) {
		all = append(all, s.changed[n])
	}
	s.mu.Unlock()
	for _, changed := range all {
		changed()
	}
}

// Look finds the copy that was kept, once. One that is no copy of this dossier's
// source, because that is a newer one, is as if it were not there. A
// [*DamagedCopy] error is that it was set aside; whoever asks is told, until there
// is another one.
func (s *Shelf) Look(ctx context.Context) error {
	s.busy.Lock()
	defer s.busy.Unlock()
	s.mu.Lock()
	looked, lost := s.looked, s.lost
	s.mu.Unlock()
	if looked {
		return lost
	}
	c, err := s.store.Load(s.dossier.Metadata().Name)
	if err != nil || c == nil {
		s.set(nil, err)
		return err
	}
	report, err := align.Compare(ctx, s.dossier, c.Text.Text)
	switch {
	case err == nil:
		s.set(hold(c, report), nil)
	case ctx.Err() != nil:
		return err
	default:
		s.set(nil, nil)
	}
	return nil
}

// Unkept is the error of a copy that is there until the app ends, but not kept.
type Unkept struct{ Err error }

// Error is a sentence for a log; the app words its own.
func (u *Unkept) Error() string { return "the copy is not kept: " + u.Err.Error() }

// Unwrap is why.
func (u *Unkept) Unwrap() error { return u.Err }

// Take reads a file and puts it on the shelf if it is a copy of the source; if it
// is not, or cannot be read, what was there stays. Beside an end of the context,
// the error is an [*Unreadable], an [*align.Other], [align.ErrNoFingerprints] or,
// with the copy on the shelf, an [*Unkept].
func (s *Shelf) Take(ctx context.Context, name string, r io.Reader, progress func(share float64)) error {
	t, err := Read(ctx, name, r, progress)
	if err != nil {
		return err
	}
	report, err := align.Compare(ctx, s.dossier, t.Text)
	if err != nil {
		return err
	}
	s.busy.Lock()
	defer s.busy.Unlock()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	c := &Copy{t, s.dossier.Metadata().Name, time.Now().UTC().Truncate(time.Second)}
	err = s.store.Save(c)
	s.set(hold(c, report), nil)
	if err != nil {
		return &Unkept{err}
	}
	return nil
}

// Remove forgets the copy, here and where it is kept.
func (s *Shelf) Remove() error {
	s.busy.Lock()
	defer s.busy.Unlock()
	if err := s.store.Remove(s.dossier.Metadata().Name); err != nil {
		return err
	}
	s.set(nil, nil)
	return nil
}
