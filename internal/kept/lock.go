package kept

import "errors"

// ErrLocked is the error of a file that another program has locked.
var ErrLocked = errors.New("another program has locked the file")
