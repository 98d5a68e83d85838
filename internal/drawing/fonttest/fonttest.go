// Package fonttest has the fonts of the app for tests of what knows no toolkit: they
// come with Fyne's sources.
package fonttest

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Names of the fonts.
const (
	Regular = "NotoSans-Regular.ttf"
	Bold    = "NotoSans-Bold.ttf"
	Mono    = "DejaVuSansMono-Powerline.ttf"
)

// File is the file of a font.
func File(t testing.TB, name string) []byte {
	t.Helper()
	dir, err := exec.CommandContext(t.Context(), "go", "list", "-m", "-f", "{{.Dir}}", "fyne.io/fyne/v2").Output()
	if err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "theme", "font", name)) // #nosec G304 -- in the module's sources
	if err != nil {
		t.Fatal(err)
	}
	return file
}
