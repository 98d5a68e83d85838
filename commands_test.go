package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"beltroad/data/fixture"
)

// What is found is a line of four parts each, at most ten of them.
func TestLookFor(t *testing.T) {
	for text, want := range map[string]string{
		"piraeus":              "project\tport-of-piraeus\t¶14\tPort of Piraeus\n",
		"Nairoby":              "place\tnairobi\t\tNairobi\n",
		"how to read a number": "lesson\tread-a-number\t\tHow to read a number\n",
		"qqqqqqq":              "",
		"in:notes qqq":         "",
	} {
		var out strings.Builder
		found, err := lookFor(arguments{find: text}, &out)
		if err != nil || found != (want != "") || !strings.HasPrefix(out.String(), want) {
			t.Errorf("%s: %v, %v, got:\n%s", text, found, err, &out)
		}
		lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
		for _, line := range lines {
			if n := strings.Count(strings.TrimPrefix(line, near), "\t"); found && n != 3 || len(lines) > firstFound {
				t.Errorf("%s: %d lines, %q has %d tabs", text, len(lines), line, n)
			}
		}
	}
	var out strings.Builder // by more errors than are forgiven, or behind a filter
	for _, text := range []string{"Gwqdqr", "pillar:trade gwadar"} {
		out.Reset()
		if found, err := lookFor(arguments{find: text}, &out); err != nil || found || !strings.HasPrefix(out.String(), near+"project\tport-of-gwadar\t¶59\t") {
			t.Errorf("what comes near %s: %v, %v, %s", text, found, err, &out)
		}
	}
	if _, err := lookFor(arguments{find: "a", dossier: t.TempDir()}, &strings.Builder{}); err == nil {
		t.Error("a folder without a dossier is no error")
	}
}

// full takes nothing.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("full") }

// What cannot be printed is an error, and so is what is wrong with a dossier.
func TestReport(t *testing.T) {
	var out strings.Builder
	if err := report("data/beltroad", &out); err != nil || !strings.HasPrefix(out.String(), "valid: ") {
		t.Errorf("%v, %s", err, &out)
	}
	if err := report("data/beltroad", full{}); err == nil || err.Error() != "full" {
		t.Errorf("nothing could be printed, and it says %v", err)
	}
	if err := report(t.TempDir(), &out); err == nil {
		t.Error("a folder without a dossier is valid")
	}
}

// From a terminal: a dossier is checked, a bad cell is told by file, row and column
// and mended, it is packed, checked again as the one file, and a text is found in that.
// What is bad is not packed, and what was packed before stays.
func TestPackAndCheck(t *testing.T) {
	dir := t.TempDir()
	folder, file := filepath.Join(dir, "harbour"), filepath.Join(dir, "harbour.dossier")
	if err := os.CopyFS(folder, fixture.Harbour()); err != nil {
		t.Fatal(err)
	}
	table := filepath.Join(folder, "figures.csv")
	good, err := os.ReadFile(table)
	if err != nil {
		t.Fatal(err)
	}
	bad := []byte(strings.Replace(string(good), ",exact,", ",exactly,", 1))
	write := func(b []byte) {
		t.Helper()
		if err := os.WriteFile(table, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var out strings.Builder
	write(bad)
	want := "column comparator: found \"exactly\", allowed: "
	for name, do := range map[string]func() error{
		"--validate": func() error { return report(folder, &out) },
		"--pack":     func() error { return packed(folder, file, &out) },
	} {
		if err := do(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := os.Stat(file); err == nil {
		t.Error("a bad dossier is packed")
	}
	write(good)
	if err := errors.Join(packed(folder, file, &out), report(file, &out)); err != nil {
		t.Fatal(err)
	}
	if got := out.String(); !strings.HasPrefix(got, "packed: ") || !strings.Contains(got, "\nvalid: ") {
		t.Error(got)
	}
	out.Reset()
	if found, err := lookFor(arguments{find: "harbour", dossier: file}, &out); err != nil || !found {
		t.Errorf("in the file: %v, %v", found, err)
	}
	if same, err := printDifferences(folder, file, &out); err != nil || !same {
		t.Errorf("the folder and the file differ: %v", err)
	}
	before, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	write(bad)
	if err := packed(folder, file, &out); err == nil {
		t.Error("a bad dossier is packed")
	}
	if now, err := os.ReadFile(file); err != nil || string(now) != string(before) {
		t.Error("what was packed before is gone")
	}
}

// A lesson for the tour is a file that can be read, and not one without an end.
func TestTourOfNoLesson(t *testing.T) {
	dir := t.TempDir()
	pipe := filepath.Join(dir, "pipe")
	if out, err := exec.Command("mkfifo", pipe).CombinedOutput(); err != nil {
		t.Skip(string(out))
	}
	for _, file := range []string{pipe, "/dev/zero", dir, filepath.Join(dir, "none")} {
		if err := drawTour(arguments{tour: dir, lesson: file}); err == nil {
			t.Errorf("%s is a lesson", file)
		}
	}
}
