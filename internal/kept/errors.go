package kept

import "fmt"

// What a file holds, in the words of a log; the app words its own.
type What string

// What is kept.
const (
	Settings    What = "settings"
	Notes       What = "notes"
	Lesson      What = "a lesson"
	Library     What = "the list of dossiers"
	Corrections What = "corrections"
)

// Damaged is the error of a file that could not be used and has been set aside. What
// was kept before it is used instead, if anything.
type Damaged struct {
	What What
	Kept string // where the file is now
	Err  error  // what is wrong with it
}

// Error is a sentence for a log.
func (d *Damaged) Error() string {
	return fmt.Sprintf("the file of %s is damaged (%v) and was kept as %s", d.What, d.Err, d.Kept)
}

// Unwrap is what is wrong with the file.
func (d *Damaged) Unwrap() error { return d.Err }

// Newer is the error of a file that a later version of the program has written. It
// stays as it is: what changes holds until the app ends, if it may change at all.
type Newer struct {
	What    What
	File    string // empty: it is none of those that are kept
	Version int
	Reads   int // the version that this program reads
}

// Error is a sentence for a log.
func (n *Newer) Error() string {
	return fmt.Sprintf("%s in %s have version %d, this program reads version %d", n.What, n.File, n.Version, n.Reads)
}

// Unsaved is the error of what holds until the app ends, but is not on disk.
type Unsaved struct {
	What What
	File string // where it belongs
	Err  error  // why it is not there
}

// Error is a sentence for a log.
func (u *Unsaved) Error() string {
	return fmt.Sprintf("not saved in %s (%s): %v", u.File, u.What, u.Err)
}

// Unwrap is why it is not on disk.
func (u *Unsaved) Unwrap() error { return u.Err }
