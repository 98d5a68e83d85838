// Package atomicfile saves files whole or not at all.
package atomicfile

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Reason is why a file could not be saved, as far as a user can do something
// about it.
type Reason string

// The reasons.
const (
	Folder   Reason = "folder"    // the path is a folder
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

// Unwrap is what went wrong.
func (u *Unsaved) Unwrap() error { return u.Err }

// Write makes or replaces a file so that at any time, even after a power cut,
// the path holds either the old content or all of the new. A new file gets the
// permissions that the user's umask leaves of perm, one of 0o600 exactly
// those. A link is followed, so that it is its target that is replaced.
func Write(path string, perm fs.FileMode, write func(io.Writer) error) error {
	if resolved, err := filepath.EvalSymlinks(path); err == nil {
		path = resolved
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		reason := Other
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
		return &Unsaved{path, reasonOf(err, filepath.Dir(path)), err}
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

func reasonOf(err error, dir string) Reason {
	switch {
	case isFull(err):
		return Full
	case errors.Is(err, fs.ErrPermission), isReadOnly(err):
		return Refused
	}
	if info, statErr := os.Stat(dir); statErr != nil || !info.IsDir() {
		return NoFolder
	}
	return Other
}
