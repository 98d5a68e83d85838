package data

import (
	"bytes"
	"encoding/csv"
	"io/fs"
	"testing"
)

// BenchmarkOpen is held against BenchmarkCSV: opening the dossier, with its
// descriptor, checks and indexes, takes at most six times as long as only
// splitting the same tables into cells.
func BenchmarkOpen(b *testing.B) {
	fsys := Builtin()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Open(fsys); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCSV(b *testing.B) {
	fsys := Builtin()
	names, err := fs.Glob(fsys, "*.csv")
	if err != nil || len(names) == 0 {
		b.Fatal("no tables", err)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, name := range names {
			content, err := fs.ReadFile(fsys, name)
			if err != nil {
				b.Fatal(err)
			}
			if _, err := csv.NewReader(bytes.NewReader(content)).ReadAll(); err != nil {
				b.Fatal(err)
			}
		}
	}
}
