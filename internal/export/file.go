// Package export writes charts, and the tables behind them, as files that
// other programs open: SVG, PNG and CSV.
package export

import (
	"image"
	"image/png"
	"io"

	"beltroad/internal/atomicfile"
)

// Unsaved is the error of a file that was not saved; see its Reason.
type Unsaved = atomicfile.Unsaved

// WriteFile makes or replaces a file whole or not at all. Its error is an
// [*Unsaved].
func WriteFile(path string, write func(io.Writer) error) error {
	return atomicfile.Write(path, 0o666, write)
}

// PNG writes a picture.
func PNG(w io.Writer, img image.Image) error {
	return png.Encode(w, img)
}
