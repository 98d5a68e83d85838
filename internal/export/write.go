//go:build !js

package export

import (
	"io"

	"beltroad/internal/atomicfile"
)

// WriteFile makes or replaces a file whole or not at all. Its error is an
// [*Unsaved].
func WriteFile(path string, write func(io.Writer) error) error {
	return atomicfile.Write(path, 0o666, write)
}
