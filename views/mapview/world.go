// Package mapview is the drawing widget for maps: land as a picture, and above
// it the places and lines of a dossier, crisp at every scale.
package mapview

import (
	"context"
	"sync"

	"fyne.io/fyne/v2"

	"beltroad/assets"
	"beltroad/data"
	"beltroad/internal/geo"
	"beltroad/internal/mapdata"
)

// World is what the maps of one dossier share.
type World struct {
	Atlas *mapdata.Atlas

	desk Desk
	land func() *geo.Land // read when it is first needed
}

// Desk is what maps need from the window around them.
type Desk interface {
	// Background does work beside the window, and then its finish in it.
	Background(work func(ctx context.Context) (finish func()))
	// Pixels are the device's for each of ours; 0: the window tells.
	Pixels() float64
}

// NewWorld gathers what maps of a dossier show.
func NewWorld(d *data.Dossier, desk Desk) *World {
	return &World{Atlas: mapdata.New(d), desk: desk, land: sync.OnceValue(func() *geo.Land {
		land, err := geo.ReadLand(assets.Land)
		if err != nil {
			fyne.LogError("the land of the map", err)
			return &geo.Land{}
		}
		return land
	})}
}
