package source

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func aCopy(text string) *Copy {
	return &Copy{Text{"copy.pdf", PDF, text}, "harbour", time.Date(2026, 5, 4, 3, 2, 1, 0, time.UTC)}
}

// loads checks what a store has for a dossier.
func loads(t *testing.T, s *Store, want *Copy) {
	t.Helper()
	got, err := s.Load("harbour")
	if err != nil || (got == nil) != (want == nil) || got != nil && *got != *want {
		t.Errorf("got %+v, %v, want %+v", got, err, want)
	}
}

// A copy is there again at the next start, until it is replaced or removed.
func TestStore(t *testing.T) {
	for name, dir := range map[string]string{"in memory": "", "on disk": t.TempDir()} {
		t.Run(name, func(t *testing.T) {
			s := NewStore(dir)
			next := func() *Store {
				if dir == "" {
					return s
				}
				return NewStore(dir)
			}
			loads(t, s, nil)
			for _, text := range []string{"first", "sec\u2028ond <p>\x00\"", strings.Repeat("\x01", 1000)} {
				if err := s.Save(aCopy(text)); err != nil {
					t.Fatal(err)
				}
				loads(t, s, aCopy(text))
				loads(t, next(), aCopy(text))
			}
			if c, err := next().Load("beltroad"); c != nil || err != nil {
				t.Errorf("another dossier has %+v, %v", c, err)
			}
			if err := errors.Join(next().Remove("harbour"), next().Remove("harbour")); err != nil {
				t.Error(err)
			}
			loads(t, next(), nil)
		})
	}
}

// A file that is damaged is set aside, and there is no copy then.
func TestStoreDamaged(t *testing.T) {
	for name, content := range map[string]string{
		"empty":           "",
		"no JSON":         "text",
		"cut":             `{"version": 1, "dossier": "harbour", "text": "te`,
		"another version": `{"version": 0, "dossier": "harbour", "text": "text"}`,
		"another dossier": `{"version": 1, "dossier": "beltroad", "text": "text"}`,
		"no text":         `{"version": 1, "dossier": "harbour"}`,
		"a wrong type":    `{"version": 1, "dossier": "harbour", "text": ["text"]}`,
		"no UTF-8":        "{\"version\": 1, \"dossier\": \"harbour\", \"text\": \"\xff\"}",
		"too large":       `{"version": 1, "dossier": "harbour", "text": "` + strings.Repeat("a", maxText+1) + `"}`,
	} {
		t.Run(name, func(t *testing.T) {
			s := NewStore(t.TempDir())
			if err := s.Save(aCopy("text")); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(s.path("harbour"), []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
			_, err := s.Load("harbour")
			damaged, ok := errors.AsType[*DamagedCopy](err)
			if !ok {
				t.Fatal(err)
			}
			if kept, err := os.ReadFile(damaged.Kept); err != nil || string(kept) != content {
				t.Errorf("it was not kept: %v", err)
			}
			loads(t, s, nil)
			if err := s.Save(aCopy("again")); err != nil {
				t.Error(err)
			}
			loads(t, s, aCopy("again"))
		})
	}
}

// What a later version has kept is told as that, and stays until there is another.
func TestStoreNewer(t *testing.T) {
	for _, content := range []string{`{"version": 2, "dossier": "harbour", "text": "text"}`, `{"version": 3, "text": ["text"]}`} {
		s := NewStore(t.TempDir())
		if err := s.Save(aCopy("text")); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(s.path("harbour"), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		c, err := s.Load("harbour")
		if newer, ok := errors.AsType[*NewerCopy](err); !ok || newer.File != s.path("harbour") || c != nil {
			t.Errorf("%s: %v, %v", content, c, err)
		}
		if kept, err := os.ReadFile(s.path("harbour")); err != nil || string(kept) != content {
			t.Errorf("it is now %s, %v", kept, err)
		}
		if err := s.Save(aCopy("again")); err != nil {
			t.Error(err)
		}
		loads(t, s, aCopy("again"))
	}
}

// A folder in the place of the file, and a store that cannot be written: the copy
// is there until the app ends, and the error says so.
func TestStoreUnwritable(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "sources"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s := NewStore(dir)
	if err := s.Save(aCopy("text")); err == nil {
		t.Error("saved into a file")
	}
	loads(t, s, aCopy("text"))

	s = NewStore(t.TempDir())
	if err := os.MkdirAll(filepath.Join(s.path("harbour"), "in"), 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Load("harbour"); err == nil {
		t.Error("a folder was read")
	}
}

func FuzzStore(f *testing.F) {
	b, err := aCopy("text").encoded()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Add([]byte(`{"version": 1, "dossier": "harbour", "name": "\u0000", "added": "x", "text": "a"}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		c, err := parse(b, "harbour")
		if err != nil {
			return
		}
		again, err := c.encoded()
		if err != nil {
			if !json.Valid(b) || c.Added.Year() < 10000 {
				t.Fatal(err)
			}
			return
		}
		if c2, err := parse(again, "harbour"); err != nil || c2.Text != c.Text || !c2.Added.Equal(c.Added) {
			t.Errorf("%+v became %+v, %v", c, c2, err)
		}
	})
}
