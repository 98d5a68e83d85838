package portable

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// program is the path of a program in a folder of its own, with the marker
// beside it if asked.
func program(t *testing.T, marked bool) string {
	t.Helper()
	dir := t.TempDir()
	if marked {
		write(t, filepath.Join(dir, Marker))
	}
	return filepath.Join(dir, "beltroad")
}

func write(t *testing.T, path string) {
	t.Helper()
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestFolder(t *testing.T) {
	exe := program(t, true)
	want := filepath.Join(filepath.Dir(exe), FolderName)
	for _, start := range []string{"first", "second"} {
		if got, err := Folder(exe); got != want || err != nil {
			t.Errorf("%s start: got %q, %v, want %q", start, got, err, want)
		}
		if left, err := os.ReadDir(want); err != nil || len(left) > 0 {
			t.Errorf("%s start: the folder holds %v, %v", start, left, err)
		}
	}
}

func TestNotAskedFor(t *testing.T) {
	exe := program(t, false)
	if got, err := Folder(exe); got != "" || err != nil {
		t.Errorf("no marker: got %q, %v", got, err)
	}
	if err := os.Mkdir(filepath.Join(filepath.Dir(exe), Marker), 0o700); err != nil {
		t.Fatal(err)
	}
	if got, err := Folder(exe); got != "" || err != nil {
		t.Errorf("a folder is no marker: got %q, %v", got, err)
	}
	if _, err := os.Stat(filepath.Join(filepath.Dir(exe), FolderName)); !os.IsNotExist(err) {
		t.Errorf("something was written beside the program: %v", err)
	}
}

func TestCannotBe(t *testing.T) {
	exe := program(t, true)
	write(t, filepath.Join(filepath.Dir(exe), FolderName)) // a file is in the way
	if _, err := Folder(exe); err == nil {
		t.Error("no error, though a file is where the folder should be")
	}
}

func TestReadOnly(t *testing.T) {
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		t.Skip("permissions do not bind here")
	}
	exe := program(t, true)
	dir := filepath.Join(filepath.Dir(exe), FolderName)
	if err := os.Mkdir(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	if _, err := Folder(exe); err == nil {
		t.Error("no error, though the folder cannot be written")
	}
}

// TestEnvironment asks as Fyne does: on this system, for real.
func TestEnvironment(t *testing.T) {
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "USERPROFILE", "LocalAppData"} {
		t.Setenv(name, t.TempDir())
	}
	t.Setenv("XDG_CACHE_HOME", "") // most people have none
	home, err := os.UserHomeDir()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if got := Enter(dir, runtime.GOOS); got != home {
		t.Errorf("the user's home is %q, want %q", got, home)
	}
	inside := places(t)
	for name, path := range inside {
		if rest, err := filepath.Rel(dir, path); err != nil || !filepath.IsLocal(rest) {
			t.Errorf("%s is %s, outside %s", name, path, dir)
		}
	}
}

func TestNothingToEnter(t *testing.T) {
	before := places(t)
	Enter("", runtime.GOOS)
	same(t, "inside", places(t), before)
}

// What the environment names is a whole path, or is not taken: nothing is kept in the
// folder that the program was started in.
func TestEnvironmentIsWhole(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("other variables count here")
	}
	t.Chdir(t.TempDir())
	good := t.TempDir()
	for _, c := range []struct{ home, config, wantHome, wantConfig string }{
		{good, "", good, filepath.Join(good, ".config")},
		{good, "relative", good, filepath.Join(good, ".config")},
		{good, "/config", good, "/config"},
		{"", "", "", ""}, // as the system knows
		{"relative", "", "", ""},
		{".", "..", "", ""},
	} {
		t.Setenv("HOME", c.home)
		t.Setenv("XDG_CONFIG_HOME", c.config)
		t.Setenv("XDG_CACHE_HOME", "cache")
		home := Enter("", "linux")
		got := places(t)
		if c.wantHome != "" && (home != c.wantHome || got["config"] != c.wantConfig) {
			t.Errorf("%q, %q: home is %q, settings are in %q", c.home, c.config, home, got["config"])
		}
		if home != "" && !filepath.IsAbs(home) || !filepath.IsAbs(got["config"]) || !filepath.IsAbs(got["cache"]) {
			t.Errorf("%q, %q: home is %q, folders are %q", c.home, c.config, home, got)
		}
	}
}

// A browser has no folders, and none is made up: Fyne would tell that it cannot make it.
func TestBrowserHasNoFolders(t *testing.T) {
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"} {
		t.Setenv(name, "")
	}
	if home := Enter("", "js"); home != "" {
		t.Errorf("home is %q", home)
	}
	for _, name := range []string{"XDG_CONFIG_HOME", "XDG_CACHE_HOME"} {
		if value := os.Getenv(name); value != "" {
			t.Errorf("%s is %q", name, value)
		}
	}
}

// places are the folders that Fyne uses.
func places(t *testing.T) map[string]string {
	t.Helper()
	config, err := os.UserConfigDir()
	if runtime.GOOS != "linux" { // see internal/app/config_*.go in Fyne
		config, err = os.UserHomeDir()
	}
	if err != nil {
		t.Fatal(err)
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Fatal(err)
	}
	return map[string]string{"config": config, "cache": cache}
}

func same(t *testing.T, where string, got, want map[string]string) {
	t.Helper()
	for name := range want {
		if got[name] != want[name] {
			t.Errorf("%s: %s is %q, want %q", where, name, got[name], want[name])
		}
	}
}

func TestEverySystem(t *testing.T) {
	for _, system := range []string{"linux", "freebsd", "windows", "darwin", "js"} {
		if len(folders(system)) == 0 {
			t.Errorf("%s: nothing is redirected", system)
		}
	}
}
