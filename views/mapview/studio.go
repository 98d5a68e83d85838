package mapview

import (
	"context"
	"sync"

	"fyne.io/fyne/v2"

	"beltroad/assets"
	"beltroad/internal/geo"
)

// Host is what a map needs from the window around it.
type Host interface {
	// Background does work beside the window, and then its finish in it. The
	// context ends when the page on screen is left, and then finish is not called.
	Background(work func(ctx context.Context) (finish func()))
	// Pixels are the device's for each of ours, where that is not the window's
	// own affair; 0: it is.
	Pixels() float64
}

// land is that of the Earth, read when it is first needed; all maps share it.
var land = sync.OnceValue(func() *geo.Land {
	return &geo.Land{Coarse: rings(assets.CoarseLand), Fine: sync.OnceValue(func() geo.Rings { return rings(assets.FineLand) })}
})

func rings(file []byte) geo.Rings {
	r, err := geo.ReadRings(file)
	if err != nil {
		fyne.LogError("the land of the map", err)
	}
	return r
}

// Prepare reads what all maps need, so that the first one need not wait for it.
// It may be called beside everything else.
func Prepare() { land() }

// studio makes scenes beside the window, one at a time: a later order takes the
// place of an earlier one.
type studio struct {
	host   Host
	inks   colours            // of the present theme
	order  order              // that is being worked on
	cancel context.CancelFunc // of that work; nil: there is none
}

// makes tells whether a scene that will do for an order is being made.
func (s *studio) makes(o *order) bool { return s.cancel != nil && s.order.serves(o) }

// draw makes a scene and hands it over in the window, unless it is given up.
func (s *studio) draw(o order, done func(*scene)) {
	s.giveUp()
	s.order = o
	ctx, cancel := context.WithCancel(context.Background())
	s.cancel = cancel
	s.host.Background(func(page context.Context) func() {
		stop := context.AfterFunc(page, cancel)
		made, ok := o.draw(ctx, land())
		stop()
		return func() {
			switch {
			case ctx.Err() == nil && page.Err() == nil && ok:
				s.giveUp()
				done(made)
			case ok && o.land == nil:
				land().Release(made.land)
			}
		}
	})
}

// giveUp lets nothing come of what is being drawn.
func (s *studio) giveUp() {
	if s.cancel != nil {
		s.cancel()
		s.cancel, s.order = nil, order{}
	}
}
