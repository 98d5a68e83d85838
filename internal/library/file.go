package library

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf8"

	"beltroad/internal/kept"
	"beltroad/internal/sheet"
)

const (
	fileName      = "library.json"
	formatVersion = 3       // since entries tell which spreadsheet they are made of
	maxFile       = 4 << 20 // bytes
	mostEntries   = 1_000
	copies        = "dossiers" // the folder of copies, below that of the list
	removedFor    = 30 * 24 * time.Hour
)

// file is what library.json holds. A member is never added without another version:
// a program that does not know it would drop it.
type file struct {
	Version int     `json:"version"`
	Entries []Entry `json:"entries"`
}

// parse reads a list. An entry that no program has written is left out.
func parse(b []byte) ([]Entry, error) {
	if len(b) > maxFile {
		return nil, fmt.Errorf("more than %d MiB", maxFile>>20)
	}
	if !utf8.Valid(b) {
		return nil, errors.New("not UTF-8")
	}
	var f file
	if err := json.Unmarshal(b, &f); err != nil {
		return nil, err
	}
	switch {
	case f.Version > formatVersion:
		return nil, &kept.Newer{What: kept.Library, Version: f.Version, Reads: formatVersion}
	case f.Version < 1:
		return nil, fmt.Errorf("no version %d was ever written", f.Version)
	}
	all := make([]Entry, 0, len(f.Entries))
	ids := map[string]bool{}
	for _, e := range f.Entries {
		if e.isWhole() && !ids[e.ID] && len(all) < mostEntries {
			ids[e.ID] = true
			if f.Version < 3 && e.Place == InPlace && (sheet.IsNamed(e.Path) || isTable(e.Path)) {
				e.Sheet = e.Path
			}
			all = append(all, e)
		}
	}
	return all, nil
}

// isWhole tells whether an entry can be one: a copy has a file in the library's own
// folder, and no other.
func (e Entry) isWhole() bool {
	if e.ID == "" || len(e.ID) > 100 {
		return false
	}
	switch e.Place {
	case Builtin:
		return true
	case InPlace:
		return filepath.IsAbs(e.Path)
	case Copied:
		for _, v := range e.Earlier {
			if !isCopy(v.Path) {
				return false
			}
		}
		return isCopy(e.Path)
	}
	return false
}

// isCopy tells whether a name is one of a copy.
func isCopy(name string) bool {
	return strings.HasSuffix(name, End) && !strings.ContainsAny(name, `/\:`) && filepath.Base(name) == name && name[0] != '.'
}

// encode is the file that parse reads.
func encode(all []Entry) ([]byte, error) {
	b, err := json.MarshalIndent(file{formatVersion, all}, "", "  ")
	return append(b, '\n'), err
}

// disk is where a list is kept.
type disk struct {
	dir string // empty: in memory only
	*kept.File

	closed error // a [*kept.Newer]: nothing may be written; nil: it may
}

func openDisk(dir string) *disk { return &disk{dir: dir, File: kept.At(dir, "", fileName)} }

// read is the newest generation of the list that is whole, which may be none, and
// its bytes, if it is the file itself. A damaged one is set aside, and the error is a
// [*kept.Damaged] then. What cannot be read is not to be overwritten: an [*kept.Unsaved].
// Whoever reads has the lock.
func (d *disk) read() (all []Entry, as []byte, problem error) {
	n, err := d.Load(maxFile, func(b []byte) (stop bool, err error) {
		now, err := parse(b)
		_, newer := errors.AsType[*kept.Newer](err)
		if err == nil {
			all, as = now, b
		}
		return newer, err
	}, func(at string, err error) { problem = &kept.Damaged{What: kept.Library, Kept: at, Err: err} })
	newer, isNewer := errors.AsType[*kept.Newer](err)
	switch {
	case isNewer:
		newer.File = d.Before(n)
		d.closed = newer
		return all, nil, newer
	case err != nil:
		return all, nil, errors.Join(problem, &kept.Unsaved{What: kept.Library, File: d.Path, Err: err})
	case n > 0:
		as = nil
	}
	return all, as, problem
}

// change has a function change the list as it is on the disk, where another program
// may have changed it, too.
func (d *disk) change(change func([]Entry) []Entry) (all []Entry, problem error) {
	if d.closed != nil {
		return nil, d.closed
	}
	unlock, err := d.Lock()
	if err != nil {
		return nil, &kept.Unsaved{What: kept.Library, File: d.Path, Err: err}
	}
	defer unlock()
	all, as, problem := d.read()
	if _, unread := errors.AsType[*kept.Unsaved](problem); unread || d.closed != nil {
		return nil, problem
	}
	all = append([]Entry{}, change(all)...) // none is a list, too
	b, err := encode(all)
	switch {
	case err != nil, as == nil && len(all) == 0 && problem == nil: // or nothing was ever listed
	case bytes.Equal(b, as):
		d.Settle(b)
	default:
		err = d.Write(b)
	}
	if err != nil {
		return nil, errors.Join(problem, &kept.Unsaved{What: kept.Library, File: d.Path, Err: err})
	}
	return all, problem
}
