package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"beltroad/data"
	"beltroad/internal/atomicfile"
	"beltroad/internal/wording"
	"beltroad/views"
)

// failure is the error of a file or folder that the command line names: its whole path, and
// why, without the steps that led there.
type failure struct {
	path, what, why string
	err             error
}

// Error is a line for a terminal.
func (f *failure) Error() string { return f.path + " " + f.what + ": " + f.why }

// Unwrap is what went wrong.
func (f *failure) Unwrap() error { return f.err }

// notMade says that what was to be at a path is not made. What is wrong with a dossier stays
// as it is.
func notMade(path string, err error) error {
	if err == nil || isProblems(err) {
		return err
	}
	unsaved, ok := errors.AsType[*atomicfile.Unsaved](err)
	if ok {
		path = unsaved.Path
	} else {
		unsaved = atomicfile.NewUnsaved(path, err)
	}
	f := &failure{whole(path), "is not made", wording.WhyUnsaved(views.English(), unsaved), err}
	switch {
	case unsaved.Reason == atomicfile.NoFolder:
		f.why = "the folder that it belongs in is not there"
	case unsaved.Reason == atomicfile.Other && errors.Is(err, fs.ErrExist):
		f.why = "it is there already"
	}
	return f
}

// notRead says that a file is not read.
func notRead(path string, err error) error {
	if err == nil {
		return nil
	}
	f := &failure{whole(path), "cannot be read", wording.WhyUnread(views.English(), err), err}
	if errors.Is(err, fs.ErrNotExist) {
		f.why = "nothing is there"
	}
	return f
}

// ofDossier is what is wrong with the dossier at a path, which is named whole where that is
// what is wrong.
func ofDossier(path string, err error) error {
	all, ok := errors.AsType[data.Problems](err)
	if !ok {
		return err
	}
	named := make(data.Problems, len(all))
	for i, p := range all {
		if named[i] = p; p.File == filepath.Base(path) {
			named[i].File = whole(path)
		}
	}
	return named
}

// whole is a path from the root on.
func whole(path string) string {
	if from, err := filepath.Abs(path); err == nil && path != "" {
		return from
	}
	return path
}

func isProblems(err error) bool {
	_, is := errors.AsType[data.Problems](err)
	return is
}

// exitOn ends the program where there is an error. What is wrong with a dossier stands in
// lines that other programs read.
func exitOn(err error) {
	switch {
	case err == nil:
		return
	case isProblems(err):
		fmt.Fprintln(os.Stderr, err)
	default:
		fmt.Fprintln(os.Stderr, "beltroad:", err)
	}
	os.Exit(1)
}
