// Package export writes charts, the tables behind them, and maps as files that
// other programs open: SVG, PNG and CSV.
package export

import (
	"image"
	"image/png"
	"io"

	"beltroad/internal/atomicfile"
)

// Source is something that can be saved as a file.
type Source interface {
	// ExportName names it for the user.
	ExportName() string
	// Formats are the kinds of files, with what to do for each.
	Formats() []Format
}

// Format is a kind of file that something can be saved as.
type Format struct {
	Name  string // key of its translation
	End   string // of the file's name: ".png"
	Write func(io.Writer) error
}

// Unsaved is the error of a file that was not saved; see its Reason.
type Unsaved = atomicfile.Unsaved

// PNG writes a picture.
func PNG(w io.Writer, img image.Image) error {
	return png.Encode(w, img)
}
