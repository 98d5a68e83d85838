package archive

import (
	"archive/zip"
	"bytes"
	"testing"
	"testing/fstest"
)

// zipOf packs files, in their order: name, content, name, content.
func zipOf(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := out.Create(parts[i])
		if err == nil {
			_, err = w.Write([]byte(parts[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestIsFileSystem(t *testing.T) {
	b := zipOf(t, "town/datapackage.json", "{}", "town/lessons/a.lesson.json", "lesson", "town/empty/", "", "__MACOSX/._town", "x", "town/.DS_Store", "x")
	f, err := New(bytes.NewReader(b), int64(len(b)), "town.zip")
	if err != nil {
		t.Fatal(err)
	}
	if err := fstest.TestFS(f, "datapackage.json", "lessons/a.lesson.json", "empty"); err != nil {
		t.Error(err)
	}
}
