// Package slides makes what a slide says of its place in a dossier.
package slides

import (
	"beltroad/data"
	"beltroad/internal/lesson"
	"beltroad/internal/mapdata"
	"beltroad/internal/slide"
	"beltroad/views/record"
)

// Maker makes slides of places. It may be used where text may be measured.
type Maker struct {
	dossier *data.Dossier
	words   *record.Words
	places  *mapdata.Features
}

// NewMaker makes slides of a dossier.
func NewMaker(d *data.Dossier, w *record.Words, places *mapdata.Features) *Maker {
	return &Maker{dossier: d, words: w, places: places}
}

// Of is what a slide of a lesson says; part is the part of the lesson that it is in.
func (m *Maker) Of(s lesson.Slide, part string) slide.Slide {
	return slide.Slide{Kicker: part, Title: s.Title, Lead: s.Text}
}
