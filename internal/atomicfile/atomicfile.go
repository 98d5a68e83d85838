// Package atomicfile saves files whole or not at all.
package atomicfile

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// Reason is why a file could not be saved, as far as a user can do something
// about it.
type Reason string

// The reasons.
const (
	Folder   Reason = "folder"    // the path is a folder
	NoFile   Reason = "no-file"   // the path is a device, a pipe or the like
	Long     Reason = "long"      // the name has more signs than the disk takes
	NoFolder Reason = "no-folder" // the folder that it belongs in does not exist
	Refused  Reason = "refused"   // the folder or disk may not be written to
	Full     Reason = "full"      // no room is left
	Content  Reason = "content"   // the content could not be made
	Other    Reason = "other"
)

// Unsaved is the error of a file that was not saved. What was there before is
// there still.
type Unsaved struct {
	Path   string
	Reason Reason
	Err    error
}

// Error is a sentence for a log; the app words its own.
func (u *Unsaved) Error() string {
	return fmt.Sprintf("%s is not saved (%s): %v", u.Path, u.Reason, u.Err)
}

// NewUnsaved is the error of what could not be made at a path.
func NewUnsaved(path string, err error) *Unsaved {
	return &Unsaved{path, reasonOf(err, filepath.Dir(path)), err}
}

// Unwrap is what went wrong.
func (u *Unsaved) Unwrap() error { return u.Err }

// Write makes or replaces a file so that at any time, even after a power cut,
// the path holds either the old content or all of the new. A new file gets the
// permissions that the user's umask leaves of perm. A link is followed, so that
// it is its [Target] that is made or replaced.
func Write(path string, perm fs.FileMode, write func(io.Writer) error) error {
	return WriteHere(Target(path), perm, write)
}

// WriteHere is [Write] for where nobody has chosen the path: a link there, which
// somebody else may have put, is no file to be replaced.
func WriteHere(path string, perm fs.FileMode, write func(io.Writer) error) error {
	if info, err := os.Lstat(path); err == nil && !info.Mode().IsRegular() {
		reason := NoFile
		if info.IsDir() {
			reason = Folder
		}
		return &Unsaved{path, reason, fs.ErrExist}
	}
	// An error of the content is told from one of the disk by where it comes from.
	var madeErr error
	err := replace(path, perm, func(f io.Writer) error {
		sink := &sink{w: f}
		b := bufio.NewWriter(sink)
		if err := write(b); err != nil {
			if sink.err == nil {
				madeErr = err
			}
			return err
		}
		return b.Flush()
	})
	switch {
	case err == nil:
		return nil
	case madeErr != nil:
		return &Unsaved{path, Content, err}
	default:
		return NewUnsaved(path, err)
	}
}

// Target is where a path leads: for a link, to the end of all links, be there a
// file or not.
func Target(path string) string {
	const most = 40 // as Linux follows
	if end, err := filepath.EvalSymlinks(path); err == nil {
		return end
	}
	for range most {
		dir, name := filepath.Split(path) // which leaves .. for the disk: it goes up from where a folder is
		in, err := filepath.EvalSymlinks(cmp.Or(dir, "."))
		if err != nil {
			return path
		}
		next, err := os.Readlink(filepath.Join(in, name))
		if err != nil {
			return filepath.Join(in, name)
		}
		if path = next; !filepath.IsAbs(next) {
			path = in + string(filepath.Separator) + next
		}
	}
	return path
}

// replace puts a new file in the place of what is there.
func replace(path string, perm fs.FileMode, write func(io.Writer) error) error {
	f, err := temporary(filepath.Dir(path), perm)
	if err != nil {
		return err
	}
	err = write(f)
	if err == nil {
		err = f.Sync()
	}
	err = errors.Join(err, f.Close())
	if err == nil {
		err = move(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

// temporary makes a file that is new. Its name is a short one, so that every name
// that the disk takes can be that of a file that is saved.
func temporary(dir string, perm fs.FileMode) (*os.File, error) {
	const attempts = 100
	for n := 1; ; n++ {
		path := filepath.Join(dir, fmt.Sprintf(".saving-%08x.tmp", rand.Uint32())) // #nosec G404 -- no secret: O_EXCL refuses what is there
		f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, perm)         // #nosec G304 -- beside the file that the user names
		if !errors.Is(err, fs.ErrExist) || n == attempts {
			return f, err
		}
	}
}

// sink remembers that the disk refused to take something.
type sink struct {
	w   io.Writer
	err error
}

func (s *sink) Write(b []byte) (int, error) {
	n, err := s.w.Write(b)
	if err != nil {
		s.err = err
	}
	return n, err
}

// Why is why something could not be written, of any error of the system.
func Why(err error) Reason {
	if unsaved, ok := errors.AsType[*Unsaved](err); ok {
		return unsaved.Reason
	}
	switch {
	case isFull(err):
		return Full
	case errors.Is(err, fs.ErrPermission), isReadOnly(err):
		return Refused
	case isLong(err):
		return Long
	case errors.Is(err, errFolder):
		return Folder
	case errors.Is(err, errNoFile):
		return NoFile
	}
	return Other
}

func reasonOf(err error, dir string) Reason {
	if why := Why(err); why != Other {
		return why
	}
	if info, statErr := os.Stat(dir); statErr != nil || !info.IsDir() {
		return NoFolder
	}
	return Other
}
