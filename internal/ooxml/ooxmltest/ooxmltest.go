// Package ooxmltest asks others what they think of files that the app writes.
package ooxmltest

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Tool runs a program. A test that needs one which is missing is left out, but
// not where the project is built.
func Tool(t testing.TB, name string, args ...string) string {
	t.Helper()
	Needs(t, name)
	out, err := exec.CommandContext(t.Context(), name, args...).CombinedOutput() // #nosec G204 -- a test names it
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

// Needs leaves a test out where a program is missing.
func Needs(t testing.TB, name string) {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
}

// Keep writes a file, below the folder that KEEP names to be looked at, and returns
// its path.
func Keep(t testing.TB, name string, content []byte) string {
	t.Helper()
	dir := os.Getenv("KEEP")
	if dir == "" {
		dir = t.TempDir()
	}
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, content, 0o600); err != nil { // #nosec G703 -- who runs the test names the folder
		t.Fatal(err)
	}
	return path
}

// Validate checks a file against the schemas of the format, by Microsoft's SDK,
// which comes with the npm package in script/office.
func Validate(t testing.TB, path string) {
	t.Helper()
	module, err := exec.CommandContext(t.Context(), "go", "env", "GOMOD").Output()
	if err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(filepath.Dir(string(module)), "script/office/node_modules/.bin/ooxml-validator")
	Needs(t, program)
	out, err := exec.CommandContext(t.Context(), program, path).Output() // #nosec G204 -- a test names it
	var report struct {
		OK     bool `json:"ok"`
		Errors []struct {
			Description string `json:"description"`
			XPath       string `json:"xPath"`
		} `json:"errors"`
	}
	if wrong := json.Unmarshal(out, &report); wrong != nil {
		t.Fatalf("%v, %v\n%s", err, wrong, out)
	}
	for i, e := range report.Errors {
		if i > 10 {
			break
		}
		t.Errorf("%s: %s at %s", filepath.Base(path), e.Description, e.XPath)
	}
	if !report.OK && len(report.Errors) == 0 {
		t.Errorf("%s is not valid: %s", path, out)
	}
}
