package atomicfile

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"
)

// replace ignores permissions: the folder's say who may read the file.
func replace(path string, _ fs.FileMode, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".saving-*.tmp")
	if err != nil {
		return err
	}
	err = write(f)
	if err == nil {
		err = f.Sync()
	}
	err = errors.Join(err, f.Close())
	if err == nil {
		err = renamePatiently(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

// renamePatiently tries again while a virus scanner, or another copy of the
// app, has the file open: Windows then refuses to replace it.
func renamePatiently(from, to string) error {
	const attempts, pause = 10, 20 * time.Millisecond
	for n := 1; ; n++ {
		err := os.Rename(from, to)
		if err == nil || n == attempts {
			return err
		}
		time.Sleep(pause)
	}
}

// What Windows says of a full disk, and of one that is write-protected.
const (
	errWriteProtect   = syscall.Errno(19)
	errHandleDiskFull = syscall.Errno(39)
	errDiskFull       = syscall.Errno(112)
	errDiskQuota      = syscall.Errno(1295)
)

func isFull(err error) bool {
	return errors.Is(err, errDiskFull) || errors.Is(err, errHandleDiskFull) || errors.Is(err, errDiskQuota)
}

func isReadOnly(err error) bool { return errors.Is(err, errWriteProtect) }
