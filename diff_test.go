package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"beltroad/data/fixture"
	"beltroad/internal/compare"
)

// A policy reader asks on the command line what is new in a folder.
func TestDiff(t *testing.T) {
	before, after := filepath.Join(t.TempDir(), "before"), filepath.Join(t.TempDir(), "after")
	for _, folder := range []string{before, after} {
		if err := os.CopyFS(folder, fixture.Harbour()); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if same, err := printDifferences(before, after, &out); err != nil || !same || !strings.Contains(out.String(), "No difference") ||
		!strings.Contains(out.String(), "From Seven harbours, as a made-up report tells it 0.3.0 ("+compare.Escape(before)+") to Seven harbours, as a made-up report tells it 0.3.0 ("+compare.Escape(after)+").") {
		t.Errorf("%t, %v\n%s", same, err, &out)
	}
	edit(t, filepath.Join(after, "datapackage.json"), `"version": "0.3.0"`, `"version": "0.4.0"`)
	edit(t, filepath.Join(after, "figures.csv"), "Pupils taught", "Pupils who were taught")
	out.Reset()
	same, err := printDifferences(before, after, &out)
	if err != nil || same {
		t.Errorf("%t, %v", same, err)
	}
	for _, want := range []string{"0.3.0", "0.4.0", "2 changed", "## Figures", "Pupils **who were** taught", "~~0.3.0~~ **0.4.0**"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, &out)
		}
	}
	gone := filepath.Join(after, "gone")
	if _, err := printDifferences(before, gone, &out); err == nil || !strings.Contains(err.Error(), gone) {
		t.Errorf("of a folder that is not there it says %v", err)
	}
}

func edit(t *testing.T, file, was, is string) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil || !bytes.Contains(b, []byte(was)) {
		t.Fatalf("%s has no %s, %v", file, was, err)
	}
	if err := os.WriteFile(file, bytes.Replace(b, []byte(was), []byte(is), 1), 0o600); err != nil {
		t.Fatal(err)
	}
}
