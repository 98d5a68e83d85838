package pdftext

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// locked are files that two programs have locked, by each method of the standard.
func locked(t testing.TB) map[string][]byte {
	t.Helper()
	files, err := filepath.Glob("testdata/locked/*.pdf")
	if err != nil || len(files) != 11 {
		t.Fatalf("%q, %v", files, err)
	}
	all := map[string][]byte{}
	for _, path := range files {
		if all[path], err = os.ReadFile(path); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// What opens without a password is read, the rest is refused.
func TestLocked(t *testing.T) {
	for path, b := range locked(t) {
		got, err := Text(context.Background(), b, limits, func(float64) {})
		if strings.Contains(path, "password") {
			if !errors.Is(err, ErrEncrypted) || got != "" {
				t.Errorf("%s: %q, %v", path, got, err)
			}
		} else if strings.TrimSpace(got) != "The herring fleet is away." || err != nil {
			t.Errorf("%s: %q, %v", path, got, err)
		}
	}
}
