package atomicfile

import (
	"errors"
	"os"
	"syscall"
	"time"

	"golang.org/x/sys/windows"
)

// move tries again while a virus scanner, or another copy of the
// app, has the file open: Windows then refuses to replace it.
func move(from, to string) error {
	const attempts, pause = 10, 20 * time.Millisecond
	for n := 1; ; n++ {
		err := rename(from, to)
		if err == nil || n == attempts {
			return err
		}
		time.Sleep(pause)
	}
}

// rename replaces a file and, unlike os.Rename, waits until the disk has it.
func rename(from, to string) error {
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

// What Windows says of a full disk, of one that is write-protected, and of names.
const (
	errWriteProtect   = syscall.Errno(19)
	errHandleDiskFull = syscall.Errno(39)
	errDiskFull       = syscall.Errno(112)
	errDiskQuota      = syscall.Errno(1295)
	errInvalidName    = syscall.Errno(123) // what it says of one that is too long
	errLongName       = syscall.Errno(206)
)

func isFull(err error) bool {
	return errors.Is(err, errDiskFull) || errors.Is(err, errHandleDiskFull) || errors.Is(err, errDiskQuota)
}

func isReadOnly(err error) bool { return errors.Is(err, errWriteProtect) }

func isLong(err error) bool { return errors.Is(err, errLongName) || errors.Is(err, errInvalidName) }
