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

// PNG writes a picture.
func PNG(w io.Writer, img image.Image) error {
	return png.Encode(w, img)
}
