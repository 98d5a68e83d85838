package library

import (
	"errors"
	"fmt"
)

// Errors of the library itself.
var (
	ErrMany    = errors.New("there are too many dossiers")
	ErrBuiltin = errors.New("it comes with the program")
	ErrNowhere = errors.New("nothing can be kept here")
	ErrGone    = errors.New("it is not in the library")
)

// SameName is the error of a dossier that has the name of another, whose title or
// publisher differs: its notes would be mixed up with the other's. AddAs is told
// which of both it is.
type SameName struct {
	New    Entry   // what was to be added
	Others []Entry // those of this name
}

// Error is a sentence for a log; the app asks.
func (s *SameName) Error() string {
	return fmt.Sprintf("%q has the name of another dossier, %q", s.New.Title, s.New.Name)
}
