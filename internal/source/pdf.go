package source

import (
	"context"
	"errors"

	"beltroad/internal/pdftext"
)

// pdfText takes the text of a PDF file, with lines as they are set.
func pdfText(ctx context.Context, b []byte, progress func(float64)) (string, error) {
	text, err := pdftext.Text(ctx, b, pdftext.Limits{Pages: maxPages, Unpacked: maxUnpacked, Text: maxText}, progress)
	switch {
	case errors.Is(err, pdftext.ErrEncrypted):
		return "", fail(Protected, "%v", err)
	case errors.Is(err, pdftext.ErrTooMuch):
		return "", errTooMuch
	}
	return text, err
}
