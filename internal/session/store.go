package session

import (
	"bytes"
	"errors"

	"beltroad/internal/kept"
)

// store is the file that settings are kept in.
type store struct {
	file   *kept.File // nil: in memory only
	closed error      // a [*kept.Newer]: nothing may be written; nil: it may
}

// openStore reads what is kept in dir.
func openStore(dir string) (*store, Settings, error) {
	if dir == "" {
		return &store{}, Defaults(), nil
	}
	st := &store{file: kept.At(dir, "", fileName)}
	unlock, err := st.file.Lock()
	if err != nil { // nothing can be kept, but there may be something
		err = &kept.Unsaved{What: kept.Settings, File: st.file.Path, Err: err}
		if b, readErr := st.file.Read(0, maxFile); readErr == nil {
			if s, readErr := read(b); readErr == nil {
				return st, s, err
			}
		}
		return st, Defaults(), err
	}
	defer unlock()
	s, _, problem := st.load()
	return st, s, problem
}

// load reads the newest generation that is whole, the default settings where there
// is none. A damaged one is set aside, and the error is a [*kept.Damaged] then. What cannot
// be read is not to be overwritten either, which is an [*kept.Unsaved]. Whoever loads has the
// lock.
func (st *store) load() (s Settings, as []byte, problem error) {
	s = Defaults()
	n, err := st.file.Load(maxFile, func(b []byte) (stop bool, err error) {
		now, err := read(b)
		_, newer := errors.AsType[*kept.Newer](err)
		if newer || err == nil {
			s, as = now, b
		}
		return newer, err
	}, func(at string, err error) { problem = &kept.Damaged{What: kept.Settings, Kept: at, Err: err} })
	newer, isNewer := errors.AsType[*kept.Newer](err)
	switch {
	case isNewer:
		newer.File = st.file.Before(n)
		st.closed = newer
		return s, nil, newer
	case err != nil:
		return s, nil, errors.Join(problem, &kept.Unsaved{What: kept.Settings, File: st.file.Path, Err: err})
	case n > 0:
		as = nil // the file itself is not there
	}
	return s, as, problem
}

// save replaces the settings by what is kept now, changed as the settings were since
// they were so: another copy of the app may have saved its own. Between two that do
// so at once nothing is lost: one waits for the other. A [*kept.Damaged] error means that
// all is saved nonetheless.
func (st *store) save(s, since Settings) error {
	if st.file == nil {
		return nil
	}
	if st.closed != nil {
		return st.closed
	}
	unlock, err := st.file.Lock()
	if err != nil {
		return &kept.Unsaved{What: kept.Settings, File: st.file.Path, Err: err}
	}
	defer unlock()
	now, as, problem := st.load()
	if _, unread := errors.AsType[*kept.Unsaved](problem); unread || st.closed != nil {
		return problem
	}
	if as != nil { // else this session knows best
		s = now.changed(since, s)
	}
	b, err := s.encoded()
	switch {
	case err != nil:
	case bytes.Equal(b, as):
		st.file.Settle(b)
	default:
		err = st.file.Write(b)
	}
	if err != nil {
		return errors.Join(problem, &kept.Unsaved{What: kept.Settings, File: st.file.Path, Err: err})
	}
	return problem
}
