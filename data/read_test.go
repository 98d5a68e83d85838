package data

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// oddFS is a file system with one odd file.
type oddFS struct {
	fstest.MapFS
	path string
	file oddFile
}

func (o oddFS) Open(path string) (fs.File, error) {
	if path == o.path {
		return o.file, nil
	}
	return o.MapFS.Open(path)
}

func (o oddFS) Lstat(path string) (fs.FileInfo, error) {
	if path == o.path {
		return o.file, nil
	}
	return o.MapFS.Lstat(path)
}

// swappedFS looks good until the file is opened.
type swappedFS struct{ oddFS }

func (s swappedFS) Lstat(path string) (fs.FileInfo, error) { return s.MapFS.Lstat(path) }

// oddFile claims a size and mode of its own, and reads as anything.
type oddFile struct {
	size int64
	mode fs.FileMode
	in   io.Reader
}

func (f oddFile) Stat() (fs.FileInfo, error) { return f, nil }
func (f oddFile) Close() error               { return nil }
func (f oddFile) Name() string               { return "odd" }
func (f oddFile) Size() int64                { return f.size }
func (f oddFile) Mode() fs.FileMode          { return f.mode }
func (f oddFile) ModTime() time.Time         { return time.Time{} }
func (f oddFile) IsDir() bool                { return f.mode.IsDir() }
func (f oddFile) Sys() any                   { return nil }

func (f oddFile) Read(p []byte) (int, error) {
	if f.in == nil {
		return 0, errors.New("must not be read")
	}
	return f.in.Read(p)
}

// endless is a file without an end.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

// rowsWithoutEnd is a table without an end, and with nothing in its rows.
type rowsWithoutEnd struct{ begun bool }

func (r *rowsWithoutEnd) Read(p []byte) (int, error) {
	if !r.begun {
		r.begun = true
		return copy(p, "id,date,label,project,paragraph\n"), nil
	}
	for i := range p {
		p[i] = '\n'
	}
	return len(p), nil
}

func TestOpenRefusesOddFiles(t *testing.T) {
	failing := io.MultiReader(strings.NewReader("id,"), oddFile{})
	tests := []struct {
		name string
		file oddFile
		want string
	}{
		{"2 GB", oddFile{size: 2 << 30}, "found a file that is too large, allowed: at most 64 MB"},
		{"without an end", oddFile{size: 10, in: endless{}}, "found a row that is too long"},
		{"of rows without an end", oddFile{size: 10, in: &rowsWithoutEnd{}}, "found a file that is too large, allowed: at most 64 MB"},
		{"of negative size", oddFile{size: -1, in: bytes.NewReader(nil)}, "found an empty file"},
		{"a folder", oddFile{mode: fs.ModeDir}, "found something that is not a file, allowed: a regular file"},
		{"a pipe", oddFile{mode: fs.ModeNamedPipe}, "found something that is not a file, allowed: a regular file"},
		{"a device", oddFile{mode: fs.ModeDevice}, "found something that is not a file, allowed: a regular file"},
		{"a link", oddFile{mode: fs.ModeSymlink}, "found a link, allowed: a regular file"},
		{"broken", oddFile{size: 10, in: failing}, "found a file that cannot be read (must not be read), allowed: a readable file"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			ps := refused(t, oddFS{mapFS(goodFiles()), "events.csv", test.file})
			if got := ps.Error(); !strings.HasPrefix(got, "events.csv") || !strings.Contains(got, ": "+test.want) {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

func TestOpenRefusesSwappedFile(t *testing.T) {
	ps := refused(t, swappedFS{oddFS{mapFS(goodFiles()), "events.csv", oddFile{mode: fs.ModeNamedPipe}}})
	if want := "events.csv: found something that is not a file, allowed: a regular file"; ps.Error() != want {
		t.Errorf("got %v, want %s", ps, want)
	}
}

func TestOpenMissingFiles(t *testing.T) {
	for path := range goodFiles() {
		files := goodFiles()
		delete(files, path)
		ps := refused(t, mapFS(files))
		if want := path + ": found no such file, allowed: a file at this path"; ps.Error() != want {
			t.Errorf("without %s: got %v", path, ps)
		}
	}
}

func TestOpenDir(t *testing.T) {
	dir := t.TempDir()
	writeFiles(t, dir, goodFiles())
	writeFiles(t, dir, map[string]string{"README.md": "Not a resource.", "notes.csv": "\xFF"})
	d, err := openDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if got := d.Metadata().Title; got != "A small dossier" {
		t.Errorf("Title = %q", got)
	}
	_, err = openDir(filepath.Join(dir, "no-such-folder"))
	if want := "no-such-folder: found no such folder, allowed: a folder that holds a dossier"; err == nil || err.Error() != want {
		t.Errorf("a missing folder: %v", err)
	}
	if _, err = openDir(t.TempDir()); err == nil || err.Error() != "datapackage.json: found no such file, allowed: a file at this path" {
		t.Errorf("an empty folder: %v", err)
	}
}

// Links are refused where they lead out, where they stay inside, and where a
// folder on the way is one, on the disk by OpenDir and by Open alike.
func TestOpenRefusesLinks(t *testing.T) {
	outside := t.TempDir()
	writeFiles(t, outside, goodFiles())
	tests := []struct {
		name, link, target, path string
	}{
		{"out of the folder", "events.csv", filepath.Join(outside, "events.csv"), "events.csv"},
		{"inside the folder", "events.csv", "copy.csv", "events.csv"},
		{"to nothing", "events.csv", "nothing.csv", "events.csv"},
		{"of a folder", "sub", outside, "sub/events.csv"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			files := with(edit(t, "datapackage.json", `"path": "events.csv"`, `"path": "`+test.path+`"`))
			files["copy.csv"] = files["events.csv"]
			delete(files, "events.csv")
			writeFiles(t, dir, files)
			if err := os.Symlink(test.target, filepath.Join(dir, test.link)); err != nil {
				t.Skip("no links here:", err)
			}
			want := test.path + ": found a link, allowed: a regular file"
			if _, err := openDir(dir); err == nil || err.Error() != want {
				t.Errorf("OpenDir: %v, want %s", err, want)
			}
			if _, err := Open(os.DirFS(dir)); err == nil || err.Error() != want {
				t.Errorf("Open: %v, want %s", err, want)
			}
		})
	}
}

func TestOpenUnreadable(t *testing.T) {
	dir := t.TempDir()
	writeFiles(t, dir, goodFiles())
	locked := filepath.Join(dir, "events.csv")
	if err := os.Chmod(locked, 0); err != nil {
		t.Fatal(err)
	}
	if _, err := fs.ReadFile(os.DirFS(dir), "events.csv"); err == nil {
		t.Skip("this user may read everything")
	}
	want := "events.csv: found a file that cannot be read (permission denied), allowed: a readable file"
	if _, err := openDir(dir); err == nil || err.Error() != want {
		t.Errorf("OpenDir: %v, want %s", err, want)
	}
}

// Tables may stand in a folder of their own.
func TestOpenSubfolder(t *testing.T) {
	files := with(edit(t, "datapackage.json", `"path": "events.csv"`, `"path": "tables/events.csv"`))
	files["tables/events.csv"] = files["events.csv"]
	delete(files, "events.csv")
	if d := mustOpen(t, mapFS(files)); len(d.Events()) != 2 {
		t.Errorf("Events = %v", d.Events())
	}
	files["tables"] = "a file"
	delete(files, "tables/events.csv")
	want := "tables/events.csv: found a file where the path has a folder, allowed: a folder"
	if ps := refused(t, mapFS(files)); ps.Error() != want {
		t.Errorf("got %v, want %s", ps, want)
	}
}

func writeFiles(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for path, content := range files {
		if err := os.WriteFile(filepath.Join(dir, path), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// openDir reads the dossier in a folder, and is told nothing meanwhile.
func openDir(path string) (*Dossier, error) { return OpenDir(context.Background(), path, Watch{}) }
