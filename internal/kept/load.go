package kept

import (
	"errors"
	"io/fs"
)

// Generations are how many files are kept: that of now, and those before.
const Generations = 3

// Load reads the newest generation that decode takes; n is which. Those that it
// does not take are set aside, and spoilt is told where the first of them is now
// and why. One that decode says to stop at stays as it is. There may be none: n is
// Generations then. Whoever loads has the lock.
func (f *File) Load(most int64, decode func(b []byte) (stop bool, err error), spoilt func(kept string, err error)) (n int, err error) {
	told := false
	for n := range Generations {
		b, err := f.Read(n, most)
		switch {
		case errors.Is(err, fs.ErrNotExist): // the program was ended after it had set it aside, say
			continue
		case err != nil:
			return n, err
		}
		stop, err := decode(b)
		switch {
		case err == nil:
			return n, nil
		case stop:
			return n, err
		}
		kept, moveErr := f.SetAside(n)
		if moveErr != nil {
			spoilt(f.Before(n), err)
			return n, moveErr
		}
		if !told {
			told = true
			spoilt(kept, err)
		}
	}
	return Generations, nil
}
