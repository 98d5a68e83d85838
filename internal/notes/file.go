package notes

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"
	"unicode/utf8"

	"beltroad/internal/kept"
)

const (
	format        = "beltroad.notes"
	formatVersion = 1
	mostFile      = 64 << 20 // bytes
)

// file is what a file of notes holds. A member is never added without another
// version: a program that does not know it would drop it.
type file struct {
	Format  string      `json:"format"`
	Version int         `json:"version"`
	Dossier string      `json:"dossier"`
	Notes   []Note      `json:"notes"`
	Deleted []tombstone `json:"deleted,omitempty"`
}

// tombstone is what is left of a deleted note, so that another program does not
// bring it back.
type tombstone struct {
	ID      string    `json:"id"`
	Changed time.Time `json:"changed"`
}

// set are notes by their ids, with those that are deleted.
type set map[string]Note

// encode is the file of notes. Of the deleted ones it remembers the latest.
func encode(dossier string, all set) ([]byte, error) {
	f := file{Format: format, Version: formatVersion, Dossier: dossier, Notes: []Note{}}
	for _, n := range all {
		if n.Deleted {
			f.Deleted = append(f.Deleted, tombstone{n.ID, n.Changed})
		} else {
			f.Notes = append(f.Notes, n)
		}
	}
	slices.SortFunc(f.Notes, byMaking)
	slices.SortFunc(f.Deleted, func(a, b tombstone) int {
		return cmp.Or(b.Changed.Compare(a.Changed), cmp.Compare(a.ID, b.ID))
	})
	f.Deleted = f.Deleted[:min(len(f.Deleted), mostGone)]
	return kept.JSON(f)
}

// decode reads a file of notes. One that encode cannot have made is refused: it
// is damaged, or somebody else's. The error is a [*kept.Newer] if a later version of
// the program made it.
func decode(b []byte, dossier string) (set, error) {
	f, err := decodeFile(b)
	switch {
	case err != nil:
		return nil, err
	case f.Dossier != dossier:
		return nil, &Foreign{f.Dossier}
	case len(f.Notes) > 2*MostNotes || len(f.Deleted) > 2*mostGone: // two programs may have made as many each
		return nil, ErrMany
	}
	all := make(set, len(f.Notes)+len(f.Deleted))
	add := func(n Note) error {
		if _, twice := all[n.ID]; twice {
			return fmt.Errorf("note %s is there twice", n.ID)
		}
		all[n.ID] = n
		return nil
	}
	for _, n := range f.Notes {
		if err := n.check(); err != nil {
			return nil, err
		}
		if err := add(n); err != nil {
			return nil, err
		}
	}
	for _, t := range f.Deleted {
		if !validID(t.ID) || !validTime(t.Changed) {
			return nil, fmt.Errorf("%.40q is no deleted note", t.ID)
		}
		if err := add(gone(t.ID, t.Changed)); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// decodeFile reads the members of a file, whatever notes it has.
func decodeFile(b []byte) (file, error) {
	var f file
	switch {
	case len(b) > mostFile:
		return f, fmt.Errorf("more than %d MiB", mostFile>>20)
	case !utf8.Valid(b):
		return f, errors.New("not UTF-8")
	}
	if _, err := decodeHead(b); err != nil {
		return f, err
	}
	return f, json.Unmarshal(b, &f)
}

// decodeHead tells which dossier a file is about. It refuses what no version of
// the program has written, and what a later one has.
func decodeHead(b []byte) (dossier string, err error) {
	var head struct {
		Format  string `json:"format"`
		Version int    `json:"version"`
		Dossier string `json:"dossier"`
	}
	if err := json.Unmarshal(b, &head); err != nil {
		return "", err
	}
	switch {
	case head.Format != format:
		return "", errors.New("not a file of notes")
	case head.Version > formatVersion:
		return "", &kept.Newer{What: kept.Notes, Version: head.Version, Reads: formatVersion}
	case head.Version != formatVersion:
		return "", fmt.Errorf("no version %d was ever written", head.Version)
	}
	return head.Dossier, nil
}
