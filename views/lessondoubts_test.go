package views

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"beltroad/data"
	"beltroad/data/fixture"
)

// harbourWith is the dossier for tests with another lesson.
func harbourWith(t *testing.T, lesson string) *data.Dossier {
	t.Helper()
	fsys := fstest.MapFS{}
	from := fixture.Harbour()
	err := fs.WalkDir(from, ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := fs.ReadFile(from, path)
		fsys[path] = &fstest.MapFile{Data: b}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	fsys["lessons/first-steps.lesson.json"] = &fstest.MapFile{Data: []byte(lesson)}
	d, err := data.Open(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestLessonsOfDossiersAreRight(t *testing.T) {
	for name, folder := range map[string]fs.FS{"built-in": data.Builtin(), "fixture": fixture.Harbour()} {
		d, err := data.Open(folder)
		if err != nil {
			t.Fatal(err)
		}
		if wrong, doubtful := CheckLessons(d); len(wrong)+len(doubtful) > 0 {
			t.Errorf("%s: %v %v", name, wrong, doubtful)
		}
	}
}

func TestLessonsInDoubt(t *testing.T) {
	wrong, doubtful := CheckLessons(harbourWith(t, `{"format": "beltroad.lesson", "version": 1, "title": "T", "dossier": {"name": "other"}, "slides": [
{"id": "a", "place": "figure/gone"}, {"id": "b", "place": "nowhere", "predict": {"figure": "gone", "from": 0, "to": 1}}, {"id": "c", "place": "map?scroll=1"}]}`))
	const file = "lessons/first-steps.lesson.json, "
	want := []string{
		file + `dossier.name: found "other", allowed: "harbour"`,
		file + `slides[0].place: found "figure/gone", allowed: a place that the dossier has`,
		file + `slides[1].place: found "nowhere", allowed: a place that the dossier has`,
		file + `slides[1].predict.figure: found "gone", allowed: id of a figure`,
	}
	if len(wrong) > 0 || len(doubtful) != len(want) {
		t.Fatalf("%v\n%v", wrong, doubtful)
	}
	for i, w := range want {
		if got := doubtful[i].String(); got != w {
			t.Errorf("got  %s\nwant %s", got, w)
		}
	}
	wrong, _ = CheckLessons(harbourWith(t, `{"format": "beltroad.lesson", "version": 1, "title": "T", "dossier": {"name": "x"}, "slides": [{"id": "a"}]}`))
	if len(wrong) != 1 || wrong[0].String() != file+`slides[0]: found slide 1: it needs either a place or a form, allowed: a lesson, as docs/lessons.md tells` {
		t.Errorf("%v", wrong)
	}
}
