package atomicfile

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"golang.org/x/sys/windows"
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
		err := move(from, to)
		if err == nil || n == attempts {
			return err
		}
		time.Sleep(pause)
	}
}

// move replaces a file and, unlike os.Rename, waits until the disk has it.
func move(from, to string) error {
	source, err := windows.UTF16PtrFromString(from)
	if err != nil {
		return err
	}
	target, err := windows.UTF16PtrFromString(to)
	if err != nil {
		return err
	}
	if err := windows.MoveFileEx(source, target, windows.MOVEFILE_REPLACE_EXISTING|windows.MOVEFILE_WRITE_THROUGH); err != nil {
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: err}
	}
	return nil
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
