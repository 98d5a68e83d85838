package data

import (
	"strings"
	"testing"
	"testing/fstest"
)

// The lessons of a dossier are there as they stand in its folder, in the order
// of the descriptor.
func TestLessons(t *testing.T) {
	fsys := mapFS(with(edit(t, "datapackage.json", `"headline"`, `"lessons": ["lessons/b.lesson.json", "a.lesson.json"], "headline"`)))
	fsys["lessons/b.lesson.json"] = &fstest.MapFile{Data: []byte("{}")}
	fsys["A.lesson.json"] = &fstest.MapFile{Data: []byte("not even JSON")}
	got := mustOpen(t, fsys).Lessons()
	if len(got) != 2 || got[0].Name != "b" || got[0].Path != "lessons/b.lesson.json" || string(got[0].Bytes) != "{}" ||
		got[1].Name != "a" || got[1].Path != "A.lesson.json" || string(got[1].Bytes) != "not even JSON" {
		t.Errorf("got %+v", got)
	}
	if none := mustOpen(t, mapFS(goodFiles())).Lessons(); len(none) != 0 {
		t.Errorf("a dossier without lessons has %+v", none)
	}
}

func TestLessonsThatAreRefused(t *testing.T) {
	for name, b := range map[string][]byte{
		"found a file that is too large": []byte(strings.Repeat(" ", maxLesson+1)),
		"found Windows-1252 text":        []byte("caf\xe9"),
	} {
		fsys := mapFS(with(edit(t, "datapackage.json", `"headline"`, `"lessons": ["a.lesson.json"], "headline"`)))
		fsys["a.lesson.json"] = &fstest.MapFile{Data: b}
		if got := refused(t, fsys); len(got) != 1 || got[0].File != "a.lesson.json" || !strings.Contains(got[0].String(), name) {
			t.Errorf("%s: %v", name, got)
		}
	}
	fsys := mapFS(with(edit(t, "datapackage.json", `"headline"`, `"lessons": ["a.lesson.json", "x/a.lesson.json"], "headline"`)))
	fsys["a.lesson.json"], fsys["x/a.lesson.json"] = &fstest.MapFile{}, &fstest.MapFile{}
	if got := refused(t, fsys); !strings.Contains(got[0].String(), "lessons[1]: found \"x/a.lesson.json\", named as lessons[0] is, allowed: each name once") {
		t.Errorf("two of one name: %v", got)
	}
}
