package notes

import (
	"fmt"
	"io/fs"
	"strconv"
	"syscall/js"
	"time"
)

// disk is where a browser keeps things for a page: it has no folders. Within a
// page nothing else runs meanwhile, so that there is nothing to lock.
type disk struct {
	path string // the name that the notes are kept under
	kept js.Value
}

func openDisk(_, dossier string) *disk {
	return &disk{"beltroad.notes." + fileName(dossier), js.Global().Get("localStorage")}
}

func (d *disk) before(n int) string {
	if n == 0 {
		return d.path
	}
	return d.path + ".before-" + strconv.Itoa(n)
}

func (d *disk) lock() (unlock func(), err error) { return func() {}, nil }

func (d *disk) read(n int) ([]byte, error) {
	text := d.kept.Call("getItem", d.before(n))
	if text.IsNull() {
		return nil, fs.ErrNotExist
	}
	return []byte(text.String()), nil
}

func (d *disk) setAside(n int) (kept string, err error) {
	b, err := d.read(n)
	if err != nil {
		return "", err
	}
	kept = d.before(n) + ".damaged-" + time.Now().UTC().Format("20060102-150405.000")
	if err := d.set(kept, b); err != nil {
		return "", err
	}
	d.kept.Call("removeItem", d.before(n))
	return kept, nil
}

func (d *disk) write(b []byte) error {
	if now, err := d.read(0); err == nil {
		if before, err := d.read(1); err == nil {
			if err := d.set(d.before(2), before); err != nil {
				return err
			}
		}
		if err := d.set(d.before(1), now); err != nil {
			return err
		}
	}
	return d.set(d.path, b)
}

// set fails where the browser has no room left.
func (d *disk) set(key string, b []byte) (err error) {
	defer func() {
		if thrown := recover(); thrown != nil {
			err = fmt.Errorf("%v", thrown)
		}
	}()
	d.kept.Call("setItem", key, string(b))
	return nil
}

// settle does nothing: what the browser keeps is not damaged by halves.
func (*disk) settle([]byte) {}
