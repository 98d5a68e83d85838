package views

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2/theme"
)

// What is no font is not taken for one.
func TestFontsFromTheEnvironment(t *testing.T) {
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	good := theme.DefaultTextFont().Content()
	for _, name := range []string{"Good-Regular.ttf", "Half-Regular.ttf", "Half-Bold.ttf"} {
		must(t, os.WriteFile(in(name), good, 0o600))
	}
	must(t, os.WriteFile(in("Half-Italic.ttf"), []byte("junk"), 0o600))
	must(t, os.WriteFile(in("Junk.ttf"), []byte("junk"), 0o600))
	for file, taken := range map[string]bool{
		in("Good-Regular.ttf"): true, in("Half-Regular.ttf"): false, in("Junk.ttf"): false, in("none.ttf"): false, dir: false, "/dev/zero": false,
	} {
		t.Setenv("FYNE_FONT", file)
		keepFonts()
		if got := os.Getenv("FYNE_FONT"); (got == file) != taken {
			t.Errorf("%s: the variable is %q", file, got)
		}
	}
	if err := isFont(in("Good-Regular.ttf")); err != nil {
		t.Error(err)
	}
}
