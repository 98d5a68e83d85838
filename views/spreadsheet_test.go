package views

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"beltroad/data"
	"beltroad/internal/compare"
	"beltroad/internal/draft"
	"beltroad/internal/library"
	"beltroad/internal/mapdata"
	"beltroad/internal/ooxml/ooxmltest"
	"beltroad/internal/spoken"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/slides"
	"beltroad/views/ui"
)

// From the template to a newer version: a teacher makes a dossier in LibreOffice, it
// is saved, opened and drawn, and a year later it is compared with what came of it.
func TestMadeInASpreadsheet(t *testing.T) {
	dir := t.TempDir()
	path := func(name string) string { return filepath.Join(dir, name) }
	template, err := draft.Template(draft.XLSX, inEnglish)
	if err == nil {
		err = os.WriteFile(path("template.xlsx"), template, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	jobs := new(ooxmltest.Jobs).Open(path("template.xlsx"))
	for cell, text := range map[string]string{
		"About B2": "Musterstadt by 2030", "About B4": "Plan for Musterstadt", "About B5": "Town council", "About B7": "2023-12-31",
		"Pillars A3": "Streets", "Pillars C3": "What is built.", "Pillars A4": "Schools", "Pillars C4": "What is learnt.",
		"Figures A3": "Streets", "Figures B3": "Bridges repaired", "Figures C3": "over 230", "Figures D3": "bridges", "Figures K3": "2",
		"Figures A4": "Streets", "Figures B4": "Bridges planned", "Figures C4": "300 to 320", "Figures D4": "bridges", "Figures K4": "3",
		"Figures A5": "Schools", "Figures B5": "Pupils who cycle", "Figures C5": "almost 40 %", "Figures K5": "4",
		"Promises A3": "Schools", "Promises B3": "A school for cyclists will open.", "Promises C3": "6", "Promises E3": "by 2030",
	} {
		sheet, cell, _ := strings.Cut(cell, " ")
		jobs.Text(sheet, cell, text)
	}
	jobs.Save(path("first.xlsx"), ooxmltest.CalcXLSX, "").
		Text("Figures", "C3", "over 260").
		Text("Figures", "B6", "New schools").Text("Figures", "C6", "3 schools").Text("Figures", "K6", "5").
		Save(path("second.ods"), ooxmltest.CalcODS, "").Close()
	ooxmltest.Calc(t, jobs)

	for from, to := range map[string]string{"first.xlsx": "2023", "second.ods": "2024"} {
		d, err := draft.Open(path(from))
		if err != nil {
			t.Fatal(err)
		}
		d.Set(draft.At{Sheet: draft.About}, "version", to)
		d.Set(draft.At{Sheet: draft.About}, "name", "musterstadt")
		if err := d.Save(path(to)); err != nil {
			t.Fatal(err)
		}
	}
	first, err := library.Open(t.Context(), path("2023"), data.Watch{})
	if err != nil {
		t.Fatal(err)
	}
	if doubts := data.Doubts(first); len(doubts) > 0 {
		t.Error(doubts)
	}
	index, err := Index(t.Context(), first)
	if err != nil {
		t.Fatal(err)
	}
	if r, err := index.Find(t.Context(), "cyclists", 1); err != nil || r.Total == 0 {
		t.Errorf("nothing is found: %v", err)
	}
	second, err := library.Open(t.Context(), path("2024"), data.Watch{})
	if err != nil {
		t.Fatal(err)
	}
	changes := compare.Dossiers(first, second)
	told := map[string]compare.Kind{}
	for _, c := range changes.All {
		told[c.Table+"/"+c.ID] = c.Kind
	}
	if told["figures/bridges-repaired"] != compare.Changed || told["figures/new-schools"] != compare.Added || told["figures/bridges-planned"] != "" {
		t.Errorf("%v", told)
	}
	look := Look{Width: 1024, Height: 768, Scheme: ui.Light, TextScale: 1, Scale: 1}
	lookingAt(t, look)
	for to, want := range map[string]string{
		"overview": "Musterstadt by 2030", "chart": "Bridges repaired: over 230", "figure/bridges-repaired": "over 230", "pillar/schools": "almost 40 %",
		"commitments": "A school for cyclists will open.", "read/2": "Bridges repaired: over 230.",
	} {
		var told strings.Builder
		if err := spoken.Write(&told, spokenOf(first, place(t, to), look)); err != nil || !strings.Contains(told.String(), want) {
			t.Errorf("%s: %v, nothing of %q in\n%s", to, err, want, &told)
		}
	}
	m := slides.NewMaker(first, record.NewWords(inEnglish, first), mapdata.New(first))
	for _, s := range Slides(first) { // as a lesson has them
		r, err := route.Parse(s.Place)
		if err != nil {
			t.Fatal(err)
		}
		if made := m.Of(s, ""); exists(first, r.Place()) && (made.Title == "" || made.Title == inEnglish.Say("slide.lacking")) {
			t.Errorf("the slide of %s says %q", s.Place, made.Title)
		}
	}
}
