package session

import "fmt"

// Damaged is the error of a settings file that cannot be used. What was kept before
// it is used instead.
type Damaged struct {
	Kept string // where the file is now
	Err  error  // what is wrong with it
}

// Error is a sentence for a log; the app words its own.
func (d *Damaged) Error() string {
	return fmt.Sprintf("settings file is damaged (%v) and was kept as %s", d.Err, d.Kept)
}

// Unwrap is what is wrong with the file.
func (d *Damaged) Unwrap() error { return d.Err }

// Newer is the error of a file that a later version of the program has written. It
// stays as it is, so that what is changed holds until the app ends.
type Newer struct {
	File    string
	Version int
}

// Error is a sentence for a log; the app words its own.
func (n *Newer) Error() string {
	return fmt.Sprintf("%s has version %d, this program reads version %d", n.File, n.Version, formatVersion)
}

// Unsaved is the error of settings that hold until the app ends, but are not
// on disk.
type Unsaved struct {
	File string // where they belong
	Err  error  // why they are not there
}

// Error is a sentence for a log; the app words its own.
func (u *Unsaved) Error() string {
	return fmt.Sprintf("settings are not saved in %s: %v", u.File, u.Err)
}

// Unwrap is why the settings are not on disk.
func (u *Unsaved) Unwrap() error { return u.Err }
