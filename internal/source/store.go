package source

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"
	"unicode/utf8"

	"beltroad/internal/atomicfile"
)

// Copy is a reader's own copy of a dossier's source, as it is kept.
type Copy struct {
	Text
	Dossier string    // its name
	Added   time.Time // when it was taken
}

// Store keeps one copy for each dossier in a folder. Several windows and runs of
// the app may use one: the last that saves wins.
type Store struct {
	dir string
	mu  sync.Mutex
	now map[string]*Copy // where there is no folder
}

// NewStore keeps copies below dir; an empty dir is a store in memory only.
func NewStore(dir string) *Store {
	s := &Store{now: make(map[string]*Copy)}
	if dir != "" {
		s.dir = filepath.Join(dir, "sources")
	}
	return s
}

// DamagedCopy is the error of a kept copy that cannot be used any more, and was set aside.
type DamagedCopy struct {
	Kept string // where the file is now; empty: where it was
	Err  error
}

// Error is a sentence for a log; the app words its own.
func (d *DamagedCopy) Error() string {
	return fmt.Sprintf("the kept copy is damaged (%v), and now in %q", d.Err, d.Kept)
}

// Unwrap is what is wrong with it.
func (d *DamagedCopy) Unwrap() error { return d.Err }

// NewerCopy is the error of a copy that a later version of the program has kept. It
// stays as it is until the reader opens another.
type NewerCopy struct{ File string }

// Error is a sentence for a log; the app words its own.
func (n *NewerCopy) Error() string {
	return fmt.Sprintf("a later version of the program has kept the copy %s", n.File)
}

const (
	copyVersion = 1
	// maxCopy is the most bytes of a kept file: text of the largest size, where
	// JSON needs six bytes for each.
	maxCopy = 6*maxText + 64<<10
)

// file is how a copy is kept.
type file struct {
	Version int       `json:"version"`
	Dossier string    `json:"dossier"`
	Name    string    `json:"name"`
	Format  Format    `json:"format"`
	Added   time.Time `json:"added"`
	Text    string    `json:"text"`
}

// Load is the copy kept for a dossier; nil: none. A [*DamagedCopy] error is that
// there was one, a [*NewerCopy] that there is one which cannot be read.
func (s *Store) Load(dossier string) (*Copy, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if c := s.now[dossier]; c != nil || s.dir == "" {
		return c, nil
	}
	path := s.path(dossier)
	b, err := atomicfile.Read(path, maxCopy)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil //nolint:nilnil // there is none, which is no error
	}
	var c *Copy
	if err == nil {
		c, err = parse(b, dossier)
	}
	if err == nil {
		return c, nil
	}
	if newer, ok := errors.AsType[*NewerCopy](err); ok {
		newer.File = path
		return nil, newer
	}
	kept, moveErr := atomicfile.SetAside(path, time.Now())
	if moveErr != nil {
		return nil, &DamagedCopy{"", errors.Join(err, moveErr)}
	}
	return nil, &DamagedCopy{kept, err}
}

// Save keeps a copy in place of the one before. If it cannot, the copy is there
// until the app ends, and the error says why.
func (s *Store) Save(c *Copy) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.dir == "" {
		s.now[c.Dossier] = c
		return nil
	}
	b, err := c.encoded()
	if err == nil {
		err = os.MkdirAll(s.dir, 0o700)
	}
	if err == nil {
		err = atomicfile.Write(s.path(c.Dossier), 0o600, func(w io.Writer) error {
			_, err := w.Write(b)
			return err
		})
	}
	if err != nil {
		s.now[c.Dossier] = c
		return err
	}
	delete(s.now, c.Dossier)
	return nil
}

// Remove forgets the copy of a dossier.
func (s *Store) Remove(dossier string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.now, dossier)
	if s.dir == "" {
		return nil
	}
	err := os.Remove(s.path(dossier))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// path is the file of a dossier. Its name is a hash, as a dossier's may be
// anything.
func (s *Store) path(dossier string) string {
	return filepath.Join(s.dir, fmt.Sprintf("%.8x.json", sha256.Sum256([]byte(dossier))))
}

func (c *Copy) encoded() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(file{copyVersion, c.Dossier, c.Name, c.Format, c.Added, c.Text.Text})
	return b.Bytes(), err
}

// parse reads a kept file. What it holds may have been written by anybody.
func parse(b []byte, dossier string) (*Copy, error) {
	if len(b) > maxCopy {
		return nil, fmt.Errorf("more than %d bytes", maxCopy)
	}
	if !utf8.Valid(b) {
		return nil, errors.New("not UTF-8")
	}
	var f file
	err := json.Unmarshal(b, &f)
	switch {
	case f.Version > copyVersion: // which may have members that are otherwise
		return nil, &NewerCopy{}
	case err != nil:
		return nil, err
	case f.Version != copyVersion:
		return nil, fmt.Errorf("version %d, this app reads version %d", f.Version, copyVersion)
	case f.Dossier != dossier:
		return nil, fmt.Errorf("a copy for the dossier %q", f.Dossier)
	case f.Text == "" || len(f.Text) > maxText:
		return nil, fmt.Errorf("%d bytes of text", len(f.Text))
	}
	return &Copy{Text{clean(f.Name), f.Format, f.Text}, f.Dossier, f.Added}, nil
}
