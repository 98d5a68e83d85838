package views

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"beltroad/internal/lesson"
	"beltroad/internal/notes"
	notespage "beltroad/views/notes"
	"beltroad/views/route"
	"beltroad/views/slides"
	"beltroad/views/ui"
)

// numbers has every number of a paragraph in a folder's tables be another.
func numbers(t *testing.T, folder string, now func(int) int) {
	t.Helper()
	for table, columns := range map[string][]string{
		"paragraphs": {"n"}, "pillars": {"paragraphs"}, "projects": {"paragraphs"}, "figures": {"paragraph"},
		"statements": {"paragraph"}, "events": {"paragraph"}, "project_places": {"paragraph"},
	} {
		path := filepath.Join(folder, table+".csv")
		b, err := os.ReadFile(path) // #nosec G304 -- made by the test
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(string(b))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, column := range columns {
			at := slices.Index(rows[0], column)
			for _, row := range rows[1:] {
				all := strings.Split(row[at], ";")
				for i, cell := range all {
					if n, err := strconv.Atoi(cell); err == nil {
						all[i] = strconv.Itoa(now(n))
					}
				}
				row[at] = strings.Join(all, ";")
			}
		}
		var out strings.Builder
		if err := csv.NewWriter(&out).WriteAll(rows); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(out.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// putIn makes a newer version of the made-up dossier: a paragraph is put in before the
// eighth, records have other ids, and a figure, a promise and a paragraph are gone.
func putIn(t *testing.T, folder string) {
	t.Helper()
	numbers(t, folder, func(n int) int {
		if n >= 8 {
			return n + 1
		}
		return n
	})
	at := func(name string) string { return filepath.Join(folder, name) }
	edit(t, at("paragraphs.csv"), "\n9,progress,Quays,caption", "\n8,progress,Quays,body,quays,A paragraph that was put in.,reported,,\n9,progress,Quays,caption")
	edit(t, at("datapackage.json"), `"version": "0.3.0"`, `"version": "0.4.0"`)
	edit(t, at("figures.csv"), "\nfares,", "\nincome,")
	edit(t, at("figures.csv"), "\npupils,", "\ntaught,")
	edit(t, at("figures.csv"), "Pupils taught,260,260", "All who were taught,261,261")
	edit(t, at("projects.csv"), "\naleby-fishery,", "\neels,")
	edit(t, at("project_places.csv"), "aleby-fishery", "eels")
	edit(t, at("places.csv"), "\nhai-lam,", "\nhailam,")
	edit(t, at("project_places.csv"), "hai-lam", "hailam")
	edit(t, at("statements.csv"), "\npromised-bay,", "\nbay,")
	edit(t, at("statements.csv"), "\npromised-tideland,", "\ntide,")
	edit(t, at("statements.csv"), "More land for the tide.", "Land is promised.")
	edit(t, at("paragraphs.csv"), "A birdwatcher finds", "In the end a birdwatcher finds")
	for _, e := range [][2]string{{"A docker thinks that a week of work should have at most 30 hours.", "Of work."}, {"213-f2700ef4-392a83db446b127c7e8c", ""}, {"A skipper trusts the new charts", "Someone trusts the new charts"}, {"194-8a337f0b-104a1fee173fa8486112", ""}} {
		edit(t, at("paragraphs.csv"), e[0], e[1])
	}
}

// titles are what the slides of a lesson say here, and where each leads.
func titles(s *Shell, l *lesson.Lesson) (said, leads []string) {
	m := slides.NewMaker(s.dossier, s.words, s.places)
	for _, slide := range l.Slides {
		here, ok := m.Here(slide)
		made := m.Of(slide, "")
		text := made.Title + " " + made.Plain
		for _, line := range made.Lines {
			text += " " + line.Text
		}
		said = append(said, text)
		if !ok {
			here.Place = ""
		}
		leads = append(leads, here.Place)
	}
	return said, leads
}

// What is one's own stays with what it was made of when a newer version of the dossier is
// opened: slides show the paragraph that they showed, whatever its number is by now, and
// records whatever their ids; what is gone is said to be.
func TestJourneyOfALessonToANewerVersion(t *testing.T) {
	_, w := startIn(t, t.TempDir(), "")
	folder := harbourIn(t)
	w.openDossier(want{from: folder, copied: true}, false)
	for _, at := range []string{
		"read/12?at=8.5", "read/6", "read/25", "figure/fares", "figure/pupils", "map#map/hai-lam", "project/aleby-fishery",
		"commitments?row=promised-bay", "commitments?row=promised-tideland", "chart/of:fares+crossings", "read/12?passage=0-20", "read/24?passage=0-20",
	} {
		w.shell.AddToLesson(place(t, at))
	}
	own := w.shell.lessons.Own()[0]
	if n := len(own.Lesson().Slides); n != 12 {
		t.Fatalf("%d slides", n)
	}
	before, _ := titles(w.shell, own.Lesson())

	putIn(t, folder)
	w.openDossier(want{from: folder, copied: true}, false)
	if v := w.shell.dossier.Metadata().Version; v != "0.4.0" {
		t.Fatalf("open is version %s: %+v", v, w.Refused())
	}
	own = w.shell.lessons.Own()[0]
	after, leads := titles(w.shell, own.Lesson())
	want := []string{"read/13", "read/6", "", "figure/income", "", "map/hailam", "project/eels", "commitments?row=bay", "", "chart/of:income+crossings", "read/13?passage=0-20", "read/25"}
	if !slices.Equal(leads, want) {
		t.Errorf("the slides lead to\n%q, want\n%q", leads, want)
	}
	for i, at := range leads {
		switch lost := strings.HasPrefix(after[i], inEnglish.Say("slide.lost")); {
		case at != "" && i != 9 && i != 11 && after[i] != before[i]:
			t.Errorf("slide %d says %q, it said %q", i+1, after[i], before[i])
		case at == "" && !lost:
			t.Errorf("slide %d says %q, what it showed is gone", i+1, after[i])
		}
	}
	if !strings.Contains(after[2], "¶25, A docker thinks") || !strings.Contains(after[4], "“Pupils taught”") || !strings.Contains(after[2], "version 0.4.0") {
		t.Errorf("what is lost is said to be %q and %q", after[2], after[4])
	}

	// The page of the lesson leads there, and not to another paragraph.
	w.shell.Go(route.To(route.Lesson, own.ID))
	opens := inEnglish.Say("lesson.place")
	links := func() []*ui.Link {
		var found []*ui.Link
		for _, l := range all[*ui.Link](w.shell.page.Content()) {
			if l.Label == opens {
				found = append(found, l)
			}
		}
		return found
	}
	if l := links(); len(l) != 1 || l[0].Leads != place(t, "read/13") {
		t.Errorf("the first slide leads to %v", l)
	}
	w.shell.page.Restore(route.State{"slide": own.Lesson().Slides[2].ID})
	if l := links(); len(l) != 0 {
		t.Errorf("the slide of what is gone leads to %v", l[0].Leads)
	}

	// The earlier version has it all as it was.
	e := w.shell.from
	for _, entry := range w.Entries() {
		if entry.ID == e {
			w.OpenVersion(entry.Earlier[0].Path)
		}
	}
	again, leads := titles(w.shell, w.shell.lessons.Own()[0].Lesson())
	if !slices.Equal(again, before) || leads[0] != "read/12?at=8.5" || slices.Contains(leads, "") {
		t.Errorf("in the earlier version the slides lead to %q and say\n%q", leads, again)
	}
}

// A lesson of before has no more than numbers: it learns what they mean as soon as the
// version that it was made with is opened, a copy of a ready one when it is made.
func TestOldLessonsLearnWhatTheyShow(t *testing.T) {
	dir, folder := t.TempDir(), harbourIn(t)
	old := `{"format": "beltroad.lesson", "version": 1, "title": "Old", "dossier": {"name": "harbour", "version": "0.3.0"}, "slides": [{"id": "a", "place": "read/12"}]}`
	other := strings.Replace(strings.Replace(old, "0.3.0", "0.2.0", 1), "Old", "Older", 1)
	if err := os.MkdirAll(filepath.Join(dir, "lessons"), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"old": old, "older": other} {
		if err := os.WriteFile(filepath.Join(dir, "lessons", name+lesson.End), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	_, w := startIn(t, dir, "")
	w.openDossier(want{from: folder, copied: true}, false)
	for _, r := range w.shell.lessons.Ready {
		w.shell.CopyLesson(r.Lesson)
	}
	putIn(t, folder)
	w.openDossier(want{from: folder, copied: true}, false)
	for _, own := range w.shell.lessons.Own() {
		_, leads := titles(w.shell, own.Lesson())
		want := map[string][]string{"Old": {"read/13"}, "Older": {"read/12"}}[own.Lesson().Title]
		if undo, _ := own.Can(); undo || want != nil && !slices.Equal(leads, want) || want == nil && len(own.Lesson().Slides[1].Shows) != 1 {
			t.Errorf("%s leads to %q, undo %v", own.Lesson().Title, leads, undo)
		}
	}
}

// Notes go with what they were written on; one whose record is gone is listed with what it
// was on, and can be put elsewhere, by keyboard too, or be left.
func TestJourneyOfNotesToANewerVersion(t *testing.T) {
	_, w := startIn(t, t.TempDir(), "")
	folder := harbourIn(t)
	w.openDossier(want{from: folder, copied: true}, false)
	on := func(s notes.Stands, id string) notes.On { return notes.On{Stands: s, ID: id} }
	for _, o := range []notes.On{
		on(notes.Paragraph, "12"), on(notes.Figure, "fares"), on(notes.Figure, "pupils"), on(notes.Project, "aleby-fishery"), on(notes.Place, "hai-lam"), on(notes.Paragraph, "25"),
	} {
		n, ok := w.shell.book.Add(o, "", 0, 0)
		n.Text = "on " + o.ID
		if _, err := w.shell.book.Put(n, false); err != nil || !ok {
			t.Fatal(o, err)
		}
	}
	putIn(t, folder)
	w.openDossier(want{from: folder, copied: true}, false)
	stands := map[string]string{}
	for _, p := range w.shell.book.Placed() {
		stands[p.Text] = p.Fit.On.ID + string(p.Fit.Why)
	}
	for text, want := range map[string]string{"on 12": "13", "on fares": "income", "on pupils": "pupilsgone", "on aleby-fishery": "eels", "on hai-lam": "hailam", "on 25": "25gone"} {
		if stands[text] != want {
			t.Errorf("%q stands at %q, want %q", text, stands[text], want)
		}
	}

	w.shell.Go(place(t, "notes?filter=on%3Aorphan"))
	for _, want := range []string{"Pupils taught, in version 0.3.0", "¶25, in version 0.3.0", inEnglish.Say("note.orphans")} {
		if !shows(w.shell, want) {
			t.Errorf("no %q in %q", want, said(w.shell))
		}
	}
	c := w.win.Canvas()
	tabTo(t, c, inEnglish.Say("note.move"))
	press(c)
	moved, ok := w.shell.Homeless()
	if !ok || !strings.Contains(w.notice.text, notespage.TitleOf(w.shell.words, moved)) {
		t.Fatalf("%v, told is %q", ok, w.notice.text)
	}
	w.shell.Go(place(t, "figure/taught"))
	tabTo(t, c, inEnglish.Say("note.move.here"))
	press(c)
	if n, _ := w.shell.book.Get(moved.ID); n.On != on(notes.Figure, "taught") || n.Text != moved.Text || n.Version != "0.4.0" || w.notice.text != "" {
		t.Errorf("it stands on %v, told is %q", n.On, w.notice.text)
	}
	if _, ok := w.shell.Homeless(); ok {
		t.Error("it is still to be put elsewhere")
	}
	w.shell.Undo()
	if n, _ := w.shell.book.Get(moved.ID); n.On != moved.On {
		t.Errorf("undone, it stands on %v", n.On)
	}
	w.shell.PutElsewhere(moved) // what the notice offers puts it beside the page, too
	tabTo(t, c, inEnglish.Say("note.move.here"))
	press(c)
	if n, _ := w.shell.book.Get(moved.ID); n.On != on(notes.Figure, "taught") || w.notice.text != "" {
		t.Errorf("it stands on %v, told is %q", n.On, w.notice.text)
	}
	w.shell.PutElsewhere(moved)
	tabTo(t, c, inEnglish.Say("note.move.leave"))
	press(c)
	if _, ok := w.shell.Homeless(); ok || w.notice.text != "" {
		t.Errorf("it is not left: %q", w.notice.text)
	}
}
