//go:build !js

package notes

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"beltroad/internal/atomicfile"
)

// disk is the file of notes, with the two generations before it: the one that
// was saved before, and one that is older than an hour or so.
type disk struct{ path string }

const (
	folder     = "notes"
	generation = time.Hour // after which the oldest file makes way
	lockedFor  = 3 * time.Second
)

// openDisk is where the notes on a dossier are kept below dir.
func openDisk(dir, dossier string) *disk {
	return &disk{filepath.Join(dir, folder, folder+"-"+fileName(dossier)+".json")}
}

// before is the file of an earlier generation; the 0th is the file itself.
func (d *disk) before(n int) string {
	if n == 0 {
		return d.path
	}
	return strings.TrimSuffix(d.path, ".json") + ".before-" + strconv.Itoa(n) + ".json"
}

// read reads a generation.
func (d *disk) read(n int) ([]byte, error) { return atomicfile.Read(d.before(n), mostFile) }

// setAside keeps a generation that is damaged from being overwritten.
func (d *disk) setAside(n int) (kept string, err error) {
	return atomicfile.SetAside(d.before(n), time.Now())
}

// lock keeps other programs from saving meanwhile. The system ends a lock with
// the program that has it, however that ends.
func (d *disk) lock() (unlock func(), err error) {
	if err := os.MkdirAll(filepath.Dir(d.path), 0o700); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(d.path+".lock", os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	const pause = 5 * time.Millisecond
	for end := time.Now().Add(lockedFor); ; {
		switch err := tryLock(f); {
		case err == nil:
			return func() { _ = f.Close() }, nil
		case errors.Is(err, errors.ErrUnsupported): // a file system without locks: what is there is merged all the same
			return func() { _ = f.Close() }, nil
		case time.Now().After(end):
			return nil, errors.Join(err, f.Close())
		}
		time.Sleep(pause)
	}
}

// write replaces the file, and keeps what it held.
func (d *disk) write(b []byte) error {
	if err := d.keepBefore(); err != nil {
		return err
	}
	return writeFile(d.path, b)
}

// settle has the generation before hold what the file does, where that is whole
// and nothing new: what is damaged later is there a second time, not one step
// behind. It is a copy, as two names of one file would be damaged together; that
// it cannot be made is no trouble.
func (d *disk) settle(b []byte) {
	if before, err := d.read(1); errors.Is(err, os.ErrNotExist) || err == nil && !bytes.Equal(before, b) {
		_ = writeFile(d.before(1), b) // as it was
	}
}

func writeFile(path string, b []byte) error {
	return atomicfile.Write(path, 0o600, func(w io.Writer) error {
		_, err := w.Write(b)
		return err
	})
}

// keepBefore makes the file the generation before. At any time there is a file.
func (d *disk) keepBefore() error {
	if _, err := os.Stat(d.path); errors.Is(err, os.ErrNotExist) {
		return nil
	}
	oldest, err := os.Stat(d.before(2))
	if errors.Is(err, os.ErrNotExist) || err == nil && time.Since(oldest.ModTime()) > generation {
		if err := os.Rename(d.before(1), d.before(2)); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	// A second name costs nothing: the file is replaced, not written to.
	second := d.path + ".second"
	if err := os.Remove(second); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if os.Link(d.path, second) == nil {
		return os.Rename(second, d.before(1))
	}
	b, err := d.read(0) // where a file has one name only
	if err != nil {
		return err
	}
	return writeFile(d.before(1), b)
}
