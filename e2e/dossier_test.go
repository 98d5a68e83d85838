//go:build e2e && linux

package e2e

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// record is a row of a table of the dossier, by column.
type record map[string]string

// table reads a table of the dossier, without the app's help.
func table(t *testing.T, name string) []record {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "data", "beltroad", name))
	must(t, err)
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	must(t, err)
	var rows []record
	for _, line := range lines[1:] {
		r := record{}
		for i, column := range lines[0] {
			r[column] = line[i]
		}
		rows = append(rows, r)
	}
	return rows
}

// row is the row with that id.
func row(t *testing.T, name, id string) record {
	t.Helper()
	for _, r := range table(t, name) {
		if r["id"] == id {
			return r
		}
	}
	t.Fatalf("%s has no %s", name, id)
	return nil
}

// figureLabel is how the app calls a figure.
func figureLabel(f record) string { return f["text"] + ", " + f["label"] }

// words is the app's English, by key; plurals are left out.
func words(t *testing.T) map[string]string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "assets", "translations", "en.json"))
	must(t, err)
	var all map[string]any
	must(t, json.Unmarshal(b, &all))
	plain := map[string]string{}
	for key, w := range all {
		if s, ok := w.(string); ok {
			plain[key] = s
		}
	}
	return plain
}

// unitNames are the names of the dossier's units, by id.
func unitNames(t *testing.T) map[string]string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "data", "beltroad", "datapackage.json"))
	must(t, err)
	var descriptor struct {
		Units []struct{ ID, Other string }
	}
	must(t, json.Unmarshal(b, &descriptor))
	names := map[string]string{}
	for _, u := range descriptor.Units {
		names[u.ID] = u.Other
	}
	return names
}
