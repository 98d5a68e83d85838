package drawing

import (
	"context"
	"image"
)

// Overlay paints marks without text on a picture that is there already.
func Overlay(ctx context.Context, img *image.RGBA, marks []Mark, p Palette, scale float64) error {
	c := &raster{img: img, clip: img.Rect, palette: p, scale: scale}
	for i := range marks {
		if err := ctx.Err(); err != nil {
			return err
		}
		c.mark(&marks[i])
	}
	return nil
}
