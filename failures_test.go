package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"beltroad/data/fixture"
	"beltroad/views"
)

// What cannot be made or read is named by its whole path, with a reason in words: no code,
// and nothing of the steps that led there.
func TestFailuresNameWholePaths(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	harbour := filepath.Join(dir, "harbour")
	if err := os.CopyFS(harbour, fixture.Harbour()); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("text", []byte("no dossier"), 0o600); err != nil {
		t.Fatal(err)
	}
	tour := arguments{tour: "text/pictures", dossier: harbour, look: views.Look{Width: 320, Height: 240, Scheme: "light", TextScale: 1, Scale: 1}}
	lesson := tour
	lesson.tour, lesson.lesson = "pictures", "none/a.lesson.json"
	for name, c := range map[string]struct {
		do   func() error
		want string
	}{
		"packed into no folder":  {func() error { return packed("harbour", "none/z.dossier", io.Discard) }, "/none/z.dossier is not made: the folder that it belongs in is not there"},
		"packed into a folder":   {func() error { return packed("harbour", "harbour", io.Discard) }, "/harbour is not made: there is a folder of that name"},
		"made in no folder":      {func() error { return create("none/town", io.Discard) }, "/none/town is not made: the folder that it belongs in is not there"},
		"made where it is":       {func() error { return create("harbour", io.Discard) }, "/harbour is not made: it is there already"},
		"drawn into a file":      {func() error { return drawTour(tour) }, "/text/pictures is not made: the folder that it belongs in is not there"},
		"a lesson that is gone":  {func() error { return drawTour(lesson) }, "/none/a.lesson.json cannot be read: nothing is there"},
		"checked where none is":  {func() error { return report("none/town", io.Discard) }, "/none/town: found nothing at this path"},
		"checked what is no one": {func() error { return report("text", io.Discard) }, "/text: found a text"},
	} {
		err := c.do()
		if err == nil {
			t.Errorf("%s: no error", name)
			continue
		}
		if said := err.Error(); !strings.HasPrefix(said, dir+c.want) || strings.Contains(said, ".saving") || strings.Contains(said, ".tmp") {
			t.Errorf("%s: %s", name, said)
		}
	}
}
