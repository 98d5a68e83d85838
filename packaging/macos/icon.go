package main

import (
	"bytes"
	"image"
	"io"

	"github.com/fyne-io/oksvg"
	"github.com/jackmordaunt/icns/v3"
	"github.com/srwiley/rasterx"
)

// kinds are the pictures that macOS looks for. Each is drawn from the vectors
// at its own size, for scaling one down would blur its edges.
var kinds = []icns.OsType{
	{ID: "ic10", Size: 1024}, // 512 points on a fine screen
	{ID: "ic09", Size: 512},
	{ID: "ic14", Size: 512}, // 256 points on a fine screen
	{ID: "ic08", Size: 256},
	{ID: "ic13", Size: 256}, // 128 points on a fine screen
	{ID: "ic07", Size: 128},
	{ID: "ic12", Size: 64}, // 32 points on a fine screen
	{ID: "ic11", Size: 32}, // 16 points on a fine screen
}

func writeIcon(w io.Writer, svg []byte) error {
	var set icns.IconSet
	for _, k := range kinds {
		picture, err := draw(svg, int(k.Size))
		if err != nil {
			return err
		}
		set.Icons = append(set.Icons, &icns.Icon{Type: k, Image: picture})
	}
	_, err := set.WriteTo(w)
	return err
}

func draw(svg []byte, size int) (image.Image, error) {
	drawing, err := oksvg.ReadIconStream(bytes.NewReader(svg), oksvg.StrictErrorMode)
	if err != nil {
		return nil, err
	}
	drawing.SetTarget(0, 0, float64(size), float64(size))
	picture := image.NewNRGBA(image.Rect(0, 0, size, size))
	drawing.Draw(rasterx.NewDasher(size, size, rasterx.NewScannerGV(size, size, picture, picture.Bounds())), 1)
	return picture, nil
}
