package atomicfile

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

func holds(t *testing.T, path, want string) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(b) != want {
		t.Errorf("%s holds %q, want %q", path, b, want)
	}
}

// alone checks that nothing but these names is in a folder.
func alone(t *testing.T, dir string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	if strings.Join(got, " ") != strings.Join(names, " ") {
		t.Errorf("the folder holds %q, want %q", got, names)
	}
}

// because checks the reason of an error.
func because(t *testing.T, err error, want Reason) {
	t.Helper()
	var unsaved *Unsaved
	if !errors.As(err, &unsaved) || unsaved.Reason != want {
		t.Errorf("got %v, want an *Unsaved because of %s", err, want)
	}
}

func TestMakesAndReplaces(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "chart.svg")
	for _, s := range []string{"first", strings.Repeat("second", 100_000), ""} {
		if err := Write(path, 0o666, text(s)); err != nil {
			t.Fatal(err)
		}
		holds(t, path, s)
		alone(t, dir, "chart.svg")
	}
}

func TestPermissions(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has other permissions")
	}
	path := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := Write(path, 0o600, text("new")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", info.Mode(), err)
	}
}

func TestNothingHalfWritten(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "table.csv")
	if err := Write(path, 0o666, text("old")); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("no picture")
	err := Write(path, 0o666, func(w io.Writer) error {
		if _, err := io.WriteString(w, strings.Repeat("half", 100_000)); err != nil {
			t.Error(err)
		}
		return broken
	})
	because(t, err, Content)
	if !errors.Is(err, broken) {
		t.Errorf("%v does not say what went wrong", err)
	}
	holds(t, path, "old")
	alone(t, dir, "table.csv")
}

func TestFolderInPlaceOfFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "folder")
	if err := os.Mkdir(path, 0o700); err != nil {
		t.Fatal(err)
	}
	because(t, Write(path, 0o666, text("x")), Folder)
	alone(t, dir, "folder")
	alone(t, path)
}

func TestMissingFolder(t *testing.T) {
	dir := t.TempDir()
	because(t, Write(filepath.Join(dir, "none", "a.svg"), 0o666, text("x")), NoFolder)
	if err := os.WriteFile(filepath.Join(dir, "file"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	because(t, Write(filepath.Join(dir, "file", "a.svg"), 0o666, text("x")), NoFolder)
}

func TestReadOnlyFolder(t *testing.T) {
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		t.Skip("permissions do not bind here")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "a.svg")
	if err := Write(path, 0o666, text("old")); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := os.Chmod(dir, 0o700); err != nil {
			t.Error(err)
		}
	})
	because(t, Write(path, 0o666, text("new")), Refused)
	holds(t, path, "old")
}

// A read-only system folder stands for a read-only disk: it binds root too.
func TestReadOnlyDisk(t *testing.T) {
	if _, err := os.Stat("/proc/self"); err != nil {
		t.Skip("there is no /proc")
	}
	err := Write("/proc/self/a.svg", 0o666, text("x"))
	if _, ok := errors.AsType[*Unsaved](err); !ok {
		t.Errorf("got %v", err)
	}
}

func TestFullDisk(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("there is no /dev/full")
	}
	defer full.Close()
	_, err = full.WriteString("x")
	if !isFull(err) || reasonOf(err, t.TempDir()) != Full {
		t.Errorf("%v is no full disk", err)
	}
}

func TestDeviceIsNotReplaced(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has other devices")
	}
	because(t, Write(os.DevNull, 0o666, text("x")), NoFile)
}

func TestLinkIsFollowed(t *testing.T) {
	for name, links := range map[string][]string{ // each leads to the next, the last to the target
		"beside":     {"link>target"},
		"chain":      {"link>second", "second>target"},
		"up":         {"folder>below/deep", "link>folder/../../target"}, // .. leads up from where the folder is
		"whole path": {"link>/target"},
	} {
		for _, there := range []bool{true, false} {
			t.Run(fmt.Sprintf("%s, there %v", name, there), func(t *testing.T) {
				dir, err := filepath.EvalSymlinks(t.TempDir())
				if err != nil {
					t.Fatal(err)
				}
				if err := os.MkdirAll(filepath.Join(dir, "below", "deep"), 0o700); err != nil {
					t.Fatal(err)
				}
				target, link := filepath.Join(dir, "target"), filepath.Join(dir, "link")
				if there {
					if err := Write(target, 0o666, text("old")); err != nil {
						t.Fatal(err)
					}
				}
				for _, l := range links {
					from, to, _ := strings.Cut(l, ">")
					if strings.HasPrefix(to, "/") {
						to = dir + to
					}
					if err := os.Symlink(to, filepath.Join(dir, from)); err != nil {
						t.Skip(err)
					}
				}
				if got := Target(link); got != target {
					t.Errorf("the link leads to %s", got)
				}
				because(t, WriteHere(link, 0o666, text("new")), NoFile)
				if err := Write(link, 0o666, text("new")); err != nil {
					t.Fatal(err)
				}
				holds(t, target, "new")
				if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
					t.Errorf("the link is gone: %v", err)
				}
			})
		}
	}
}

func TestLinkInACircle(t *testing.T) {
	dir := t.TempDir()
	if err := os.Symlink("circle", filepath.Join(dir, "circle")); err != nil {
		t.Skip(err)
	}
	because(t, Write(filepath.Join(dir, "circle"), 0o666, text("x")), NoFile)
	alone(t, dir, "circle")
}

// Whatever name a disk takes, a file can be saved by it.
func TestLongestName(t *testing.T) {
	const most = 255 // as nearly every file system has it
	dir := t.TempDir()
	name := strings.Repeat("图", 83) + "a.csv"
	name += strings.Repeat("v", most-len(name))
	if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
		t.Skip(err)
	}
	if err := Write(filepath.Join(dir, name), 0o666, text("new")); err != nil {
		t.Fatal(err)
	}
	holds(t, filepath.Join(dir, name), "new")
	because(t, Write(filepath.Join(dir, name+"x"), 0o666, text("new")), Long)
	alone(t, dir, name)
}
