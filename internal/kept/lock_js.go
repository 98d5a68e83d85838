package kept

import (
	"errors"
	"os"
)

// TryLock locks nothing: a browser has no files.
func TryLock(*os.File) error { return errors.ErrUnsupported }
