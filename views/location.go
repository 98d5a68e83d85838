package views

import (
	"fmt"
	"os"
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"beltroad/internal/portable"
)

// location is Fyne's app, and where ours keeps what it writes by itself.
type location struct {
	fyne fyne.App
	dir  string // of the settings
	home string // of the user, for files of their own; empty: none
}

// unportable is the error of a program that should keep its settings beside
// itself, and cannot.
type unportable struct{ err error }

// Error is a sentence for a log; the app words its own.
func (u *unportable) Error() string {
	return fmt.Sprintf("nothing can be kept beside the program: %v", u.err)
}

// Unwrap is why not.
func (u *unportable) Unwrap() error { return u.err }

// newLocation makes Fyne's app. It can always be used; an error is worth a word
// to the user.
func newLocation(id string) (*location, error) {
	dir, err := besideProgram()
	h := &location{home: portable.Enter(dir, runtime.GOOS)}
	if cache, err := os.UserCacheDir(); err == nil {
		_ = os.MkdirAll(cache, 0o700) // a new user has none, and Fyne makes only its own folder within
	}
	h.fyne = app.NewWithID(id)
	if h.dir = dir; dir == "" {
		h.dir = h.fyne.Storage().RootURI().Path()
	}
	if err != nil {
		return h, &unportable{err}
	}
	return h, nil
}

// besideProgram is the folder of a portable program; empty: it is none.
func besideProgram() (string, error) {
	program, err := os.Executable()
	if err != nil { // as in a browser, where there is no program to be beside
		return "", nil //nolint:nilerr // no error: it just cannot be portable
	}
	return portable.Folder(program)
}
