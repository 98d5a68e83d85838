package main

import (
	"errors"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// What --new makes is a dossier, and is made once.
func TestCreate(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "town")
	if err := create(folder, io.Discard); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := report(folder, &out); err != nil || strings.Contains(out.String(), "doubtful") {
		t.Errorf("%v\n%s", err, &out)
	}
	if err := create(folder, io.Discard); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a second time: %v", err)
	}
	// Its template says, unfilled, what it lacks; it is no part of the dossier beside it.
	if err := report(filepath.Join(folder, "template.xlsx"), io.Discard); err == nil || !strings.Contains(err.Error(), "About") {
		t.Error(err)
	}
}
