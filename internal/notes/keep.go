package notes

import (
	"bytes"
	"errors"

	"beltroad/internal/kept"
)

// disk is the file of notes.
type disk struct{ *kept.File }

const folder = "notes"

// openDisk is where the notes on a dossier are kept below dir.
func openDisk(dir, dossier string) *disk {
	return &disk{kept.At(dir, folder, folder+"-"+fileName(dossier)+".json")}
}

// load reads the newest generation that is whole. A damaged one is set aside,
// and the error is a [*kept.Damaged] then, with notes nonetheless. With any other
// error there are none, and nothing may be written. Whoever loads has the lock.
func (d *disk) load(dossier string) (all set, as []byte, problem error) {
	n, err := d.Load(mostFile, func(b []byte) (stop bool, err error) {
		all, err = decode(b, dossier)
		_, newer := errors.AsType[*kept.Newer](err)
		as = b
		return newer, err
	}, func(at string, err error) { problem = &kept.Damaged{What: kept.Notes, Kept: at, Err: err} })
	newer, isNewer := errors.AsType[*kept.Newer](err)
	switch {
	case isNewer:
		newer.File = d.Before(n)
		return nil, nil, newer
	case err != nil:
		return nil, nil, errors.Join(problem, &kept.Unsaved{What: kept.Notes, File: d.Path, Err: err})
	case n == kept.Generations:
		return set{}, nil, problem
	case n > 0:
		as = nil // the file itself is not there
	}
	return all, as, problem
}

// exchange brings what is kept and what this program has together, and keeps
// that. Between two programs that do so at once nothing is lost: one waits for
// the other. The notes are nil if they could not be kept.
func (d *disk) exchange(dossier string, ours, base set) (all set, problem error) {
	unlock, err := d.Lock()
	if err != nil {
		return nil, &kept.Unsaved{What: kept.Notes, File: d.Path, Err: err}
	}
	defer unlock()
	theirs, as, problem := d.load(dossier)
	if theirs == nil {
		return nil, problem
	}
	all = merge(ours, theirs, base)
	b, err := encode(dossier, all)
	switch {
	case err != nil:
	case bytes.Equal(b, as):
		d.Settle(b)
	default:
		err = d.Write(b)
	}
	if err != nil {
		return nil, errors.Join(problem, &kept.Unsaved{What: kept.Notes, File: d.Path, Err: err})
	}
	return all, problem
}
