package views

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"beltroad/internal/draft"
	"beltroad/internal/ooxml"
	"beltroad/internal/ooxml/ooxmltest"
	"beltroad/views/route"
)

// From the template to the next version: a teacher fills in the template in
// LibreOffice and opens it; chart, promises, lesson and search have what she wrote.
// The year after she changes it there, opens that, and sees what is new.
func TestFromTheTemplateToTheNextVersion(t *testing.T) {
	dir := t.TempDir()
	path := func(name string) string { return filepath.Join(dir, name) }
	template, err := draft.Template(draft.XLSX, inEnglish)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path("template.xlsx"), template, 0o600); err != nil {
		t.Fatal(err)
	}
	jobs := new(ooxmltest.Jobs).Open(path("template.xlsx"))
	fill(jobs, "About", [][]string{1: {"", "The bridges of our town"}, 3: {"", "Plan of the town"}, 4: {"", "Town council"}, 6: {"", "2023-12-31"}, 11: {"version", "1.0"}})
	fill(jobs, "Pillars", [][]string{2: {"Streets", "", "What is built."}, 3: {"Schools", "", "What is learnt.", "5"}})
	fill(jobs, "Figures", [][]string{
		2: {"Streets", "Bridges repaired", "over 230", "bridges", "Bridges", "2023-12", "", "", "", "", "2"},
		3: {"Streets", "Bridges new", "about 40", "bridges", "Bridges", "2023-12", "", "", "", "", "3"},
	})
	fill(jobs, "Promises", [][]string{2: {"Streets", "A footbridge is built.", "7", "", "by 2030"}})
	jobs.Save(path("first.ods"), ooxmltest.CalcODS, "")
	fill(jobs, "About", [][]string{11: {"version", "2.0"}})
	fill(jobs, "Figures", [][]string{2: {"Streets", "Bridges repaired", "over 240"}, 4: {"Schools", "Places in schools", "1,200", "places", "Places", "2024", "", "", "", "", "5"}})
	ooxmltest.Calc(t, jobs.Save(path("second.xlsx"), ooxmltest.CalcXLSX, "").Close())

	_, w := startIn(t, t.TempDir(), "")
	w.openDossier(want{from: path("first.ods"), copied: true}, false)
	s := w.shell
	if m := s.dossier.Metadata(); m.Title != "The bridges of our town" || len(s.dossier.Figures()) != 2 {
		t.Fatalf("open is %q with %d figures; refused is %+v", m.Title, len(s.dossier.Figures()), w.Refused())
	}
	for at, what := range map[string]string{"chart": "over 230", "commitments": "by 2030", "figure": "Bridges repaired"} {
		if w.shell.Go(place(t, at)); !strings.Contains(spokenNow(s), what) {
			t.Errorf("%s does not have %q, but %s", at, what, spokenNow(s))
		}
	}
	s.AddToLesson(route.To(route.Figure, s.dossier.Figures()[0].ID))
	if own := s.lessons.Own(); len(own) != 1 || len(own[0].Lesson().Slides) != 1 {
		t.Errorf("there are %d lessons", len(own))
	}
	index, err := Index(context.Background(), s.dossier)
	if err != nil {
		t.Fatal(err)
	}
	if r, err := index.Find(context.Background(), "footbridge", 1); err != nil || r.Total == 0 {
		t.Errorf("a search finds %d, %v", r.Total, err)
	}

	w.openDossier(want{from: path("second.xlsx"), copied: true}, false)
	if v := w.shell.dossier.Metadata().Version; v != "2.0" {
		t.Fatalf("open is version %q", v)
	}
	others := w.shell.Dossiers()
	w.shell.Go(route.To(route.Compare, others[0].ID))
	for _, what := range []string{"From version 1.0 to version 2.0", "Places in schools", "over 230 240"} {
		if !shows(w.shell, what) {
			t.Errorf("the comparison does not have %q, but %q", what, said(w.shell))
		}
	}
	if own := w.shell.lessons.Own(); len(own) != 1 {
		t.Errorf("with the newer version there are %d lessons", len(own))
	}
}

// fill writes rows into a sheet, row 0 first; what is empty stays.
func fill(jobs *ooxmltest.Jobs, sheet string, rows [][]string) {
	for i, row := range rows {
		for k, text := range row {
			if text != "" {
				jobs.Text(sheet, ooxml.Column(k)+strconv.Itoa(i+1), text)
			}
		}
	}
}
