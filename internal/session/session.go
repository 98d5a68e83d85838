// Package session holds what the user changes, and keeps it in a file.
package session

import "sync"

// Session is the current settings. It may be used by several goroutines.
type Session struct {
	store  *store
	saving sync.Mutex // one Save after the other

	mu    sync.Mutex
	now   Settings
	saved Settings // what it was when it was last read or saved
}

// Open reads the settings kept in dir, which it creates if need be. The
// session is never nil: whatever is wrong, it starts with usable settings.
//
// The error is a [*Damaged] when the settings file was unusable and has been
// set aside, an [*Unsaved] when nothing can be read or kept here, or both. An
// empty dir is a session in memory only, without error.
func Open(dir string) (*Session, error) {
	st, settings, err := openStore(dir)
	return &Session{store: st, now: settings, saved: settings}, err
}

// Settings are the current settings.
func (s *Session) Settings() Settings {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.now
}

// Update changes the settings and saves them. Values out of range are clamped.
// An [*Unsaved] error means that the change holds until
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
	s.saving.Lock()
	defer s.saving.Unlock()
	s.mu.Lock()
	now, saved := s.now, s.saved
	s.mu.Unlock()
	if now == saved {
		return nil
	}
	if err := s.store.save(now, saved); err != nil {
		return err
	}
	s.mu.Lock()
	s.saved = now
	s.mu.Unlock()
	return nil
}
