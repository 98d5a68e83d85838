//go:build !windows

package atomicfile

import (
	"errors"
	"os"
	"syscall"
)

func move(from, to string) error { return os.Rename(from, to) }

func isFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EFBIG)
}

func isReadOnly(err error) bool { return errors.Is(err, syscall.EROFS) }

func isLong(err error) bool { return errors.Is(err, syscall.ENAMETOOLONG) }
