// Package datatest opens the dossiers that tests read.
package datatest

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"beltroad/data"
	"beltroad/data/fixture"
)

// Open opens the dossier of a folder, which has to be one without a problem.
func Open(t testing.TB, folder fs.FS) *data.Dossier {
	t.Helper()
	d, err := data.Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Synthetic opens a made-up dossier of so many projects.
func Synthetic(t testing.TB, projects int) *data.Dossier {
	t.Helper()
	folder, err := fixture.Synthetic(projects)
	if err != nil {
		t.Fatal(err)
	}
	return Open(t, folder)
}

// Files are the files of a folder, for a test to change.
func Files(t testing.TB, folder fs.FS) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(folder, ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := fs.ReadFile(folder, path)
		files[path] = &fstest.MapFile{Data: b, Mode: 0o644}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
