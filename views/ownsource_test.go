package views

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"beltroad/data/datatest"
	"beltroad/data/fixture"
	find "beltroad/internal/search"
	"beltroad/views/reader"
	"beltroad/views/route"
)

// A file that is dropped on the window, or chosen by the menu, is read in the
// reader; what is none changes nothing.
func TestFileForTheReader(t *testing.T) {
	s, k := open(t, datatest.Open(t, fixture.Harbour()))
	w := &Window{shell: s, app: &App{atOnce: true}}
	dir := t.TempDir()
	file := func(name, content string) fyne.URI {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return storage.NewFileURI(path)
	}
	wrong, good := file("wrong.txt", "Something else."), file("report.txt", fixture.HarbourText)
	s.Go(place(t, "overview"))
	w.dropped(fyne.Position{}, []fyne.URI{wrong})
	if s.copies.Now() != nil || s.Here().Kind != route.Read {
		t.Errorf("a wrong file leads to %s, and to %+v", s.Here(), s.copies.Now())
	}
	w.dropped(fyne.Position{}, []fyne.URI{good, wrong})
	if held := s.copies.Now(); held == nil || held.Name != "report.txt" {
		t.Errorf("there is %+v", held)
	}
	if err := s.copies.Remove(); err != nil {
		t.Fatal(err)
	}
	s.Go(place(t, "overview"))
	s.ChooseCopy()
	if s.Here().Kind != route.Read || k.choosing == nil {
		t.Fatalf("at %s nobody chooses", s.Here())
	}
	k.choosing(reader.File{Name: "chosen.txt", Open: func() (io.ReadCloser, error) { return storage.Reader(good) }})
	if held := s.copies.Now(); held == nil || held.Name != "chosen.txt" {
		t.Errorf("there is %+v", held)
	}
}

// The paragraphs of a copy are found as soon as there is one, and no longer than that.
func TestCopyIsFound(t *testing.T) {
	s, _ := open(t, datatest.Open(t, fixture.Harbour()))
	const words = "herring fleet"
	if got := titlesOf(t, s, words, find.Text); len(got) != 0 {
		t.Errorf("without a copy it finds %q", got)
	}
	if err := s.copies.Take(context.Background(), "a.txt", strings.NewReader(fixture.HarbourText), nil); err != nil {
		t.Fatal(err)
	}
	p, _ := s.dossier.Paragraph(7)
	if got := titlesOf(t, s, words, find.Text); !slices.Contains(got, p.Heading) {
		t.Errorf("it finds %q", got)
	}
	if err := s.copies.Remove(); err != nil {
		t.Fatal(err)
	}
	if got := titlesOf(t, s, words, find.Text); len(got) != 0 {
		t.Errorf("of a copy that was removed it finds %q", got)
	}
}

// One dialog to choose a file is enough, whatever keys are pressed over it; it
// closes as others do.
func TestOneDialogForFiles(t *testing.T) {
	_, w := appOf(t, dossier(t))
	w.shell.Go(place(t, "chart"))
	over, keys := w.win.Canvas().Overlays(), w.with((*Shell).ChooseCopy)
	keys()
	if len(over.List()) != 1 {
		t.Fatalf("%d dialogs", len(over.List()))
	}
	keys()
	w.search()
	if len(over.List()) != 1 || w.shell.Here().Kind != route.Read {
		t.Errorf("%d dialogs over %s", len(over.List()), w.shell.Here())
	}
	w.escape()
	if len(over.List()) > 0 || w.dialog != nil {
		t.Error("it cannot be left")
	}
	if keys(); len(over.List()) != 1 {
		t.Error("it comes once only")
	}
}
