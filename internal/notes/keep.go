package notes

import (
	"bytes"
	"errors"
	"io/fs"
)

// generations are how many files are kept: that of now, and those before.
const generations = 3

// load reads the newest generation that is whole. A damaged one is set aside,
// and the error is a [*Damaged] then, with notes nonetheless. With any other
// error there are none, and nothing may be written. Whoever loads has the lock.
func (d *disk) load(dossier string) (all set, as []byte, problem error) {
	for n := range generations {
		b, err := d.read(n)
		switch {
		case errors.Is(err, fs.ErrNotExist): // the program was ended after it had set it aside, say
			continue
		case err != nil:
			return nil, nil, &Unsaved{d.path, err}
		}
		all, err = decode(b, dossier)
		if err == nil {
			if n > 0 {
				b = nil
			}
			return all, b, problem
		}
		if newer, ok := errors.AsType[*Newer](err); ok {
			newer.File = d.before(n)
			return nil, nil, newer
		}
		kept, moveErr := d.setAside(n)
		if moveErr != nil {
			return nil, nil, errors.Join(&Damaged{d.before(n), err}, &Unsaved{d.path, moveErr})
		}
		if problem == nil {
			problem = &Damaged{kept, err}
		}
	}
	return set{}, nil, problem
}

// exchange brings what is kept and what this program has together, and keeps
// that. Between two programs that do so at once nothing is lost: one waits for
// the other. The notes are nil if they could not be kept.
func (d *disk) exchange(dossier string, ours, base set) (all set, problem error) {
	unlock, err := d.lock()
	if err != nil {
		return nil, &Unsaved{d.path, err}
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
		d.settle(b)
	default:
		err = d.write(b)
	}
	if err != nil {
		return nil, errors.Join(problem, &Unsaved{d.path, err})
	}
	return all, problem
}
