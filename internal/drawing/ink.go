package drawing

import "image/color"

// Ink is a role of a colour: what it is for, not what it looks like.
type Ink uint16

// The inks.
const (
	InkNone   Ink = iota // no colour at all
	InkText              // what is read
	InkMuted             // what is read second
	InkLine              // grids, base lines, edges of lanes
	InkCard              // the ground of cards, and of what is exported
	InkSubtle            // a ground that steps back: chips, the time after the text
	InkAccent            // what stands open
	InkFocus             // the ring around what has the keyboard
	InkHover             // the ground of what is under the pointer
	InkGround            // beside the map
	InkSea
	InkLand
	InkCoast
	InkGrid // meridians and parallels
	InkPen  // what is drawn on slides by hand
	InkMarker
	InkPrint      // what is read on paper, whatever the slides on it look like
	InkPrintMuted // what is read second there

	pillars     Ink = 0x1000
	tints       Ink = 0x2000
	mostPillars     = 0x0FFF
)

// Pillar is the ink of the pillar with that order, from 1; of order 0, which
// stands for no pillar, it is [InkMuted].
func Pillar(order int) Ink {
	if order < 1 {
		return InkMuted
	}
	return pillars + Ink(min(order, mostPillars)) // #nosec G115 -- bounded
}

// Tint is the pale ground in a pillar's colour; of order 0 in none.
func Tint(order int) Ink {
	return tints + Ink(min(max(order, 0), mostPillars)) // #nosec G115 -- bounded
}

// Order is the order of the pillar that an ink belongs to, 0 for none; tint
// tells that it is the pale one.
func (i Ink) Order() (order int, tint bool) {
	switch {
	case i >= tints:
		return int(i - tints), true
	case i >= pillars:
		return int(i - pillars), false
	default:
		return 0, false
	}
}

// Palette gives inks their colours. It may be asked beside the window.
type Palette func(Ink) color.Color
