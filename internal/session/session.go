// Package session holds what the user changes, and keeps it in a file.
package session

import (
	"errors"
	"sync"

	"beltroad/internal/kept"
)

// Session is the current settings. It may be used by several goroutines.
type Session struct {
	store  *store
	saving sync.Mutex // one Save after the other

	mu    sync.Mutex
	now   Settings
	saved Settings // what it was when it was last read or saved

	trouble kept.Trouble
}

// Open reads the settings kept in dir, which it creates if need be. The
// session is never nil: whatever is wrong, it starts with usable settings.
//
// The error is a [*kept.Damaged] when the settings file was unusable and has been
// set aside, an [*kept.Unsaved] when nothing can be read or kept here, or both, or a
// [*kept.Newer]. An empty dir is a session in memory only, without error.
func Open(dir string) (*Session, error) {
	st, settings, err := openStore(dir)
	s := &Session{store: st, now: settings, saved: settings}
	s.trouble.Tell(err, false) // whoever opens knows
	return s, err
}

// Trouble has a function called when saving has failed, or has found a damaged
// file, on any goroutine. While it goes on failing, that is told once.
func (s *Session) Trouble(tell func(error)) { s.trouble.Hear(tell) }

// Settings are the current settings.
func (s *Session) Settings() Settings {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.now
}

// Update changes the settings and saves them. Values out of range are clamped.
// An [*kept.Unsaved] error means that the change holds until
// the app ends; the next Save or Update tries again.
//
// The function change must not call the session.
func (s *Session) Update(change func(*Settings)) error {
	s.Change(change)
	return s.Save()
}

// Change is Update without saving, for where nothing may wait for the disk.
func (s *Session) Change(change func(*Settings)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	next := s.now
	change(&next)
	s.now = next.clamped()
}

// Save keeps what has changed since the last time, and may be called beside
// everything else. A setting that this session did not change stays as another
// copy of the app has left it.
func (s *Session) Save() error {
	err := s.save()
	_, damaged := errors.AsType[*kept.Damaged](err)
	s.trouble.Tell(err, damaged)
	return err
}

func (s *Session) save() error {
	s.saving.Lock()
	defer s.saving.Unlock()
	s.mu.Lock()
	now, saved := s.now, s.saved
	s.mu.Unlock()
	if now == saved {
		return nil
	}
	err := s.store.save(now, saved)
	_, unsaved := errors.AsType[*kept.Unsaved](err)
	_, newer := errors.AsType[*kept.Newer](err)
	if unsaved || newer {
		return err
	}
	s.mu.Lock()
	s.saved = now
	s.mu.Unlock()
	return err
}
