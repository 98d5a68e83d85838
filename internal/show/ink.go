package show

import (
	"math"
	"slices"

	"beltroad/internal/lesson"
	"beltroad/internal/slide"
)

const (
	mostPoints = 2000  // of a stroke: what is longer goes on as another
	mostUndo   = 200   // steps back, on each slide
	fine       = 0.002 // nearer points make no difference
	reach      = 0.015 // of the eraser beside a line, in shares of the width
	flat       = 9.0 / 16
)

// page is the ink of a slide, and how it came about.
type page struct {
	strokes    []lesson.Stroke
	undo, redo [][]lesson.Stroke
	drawing    bool // the last stroke goes on
	erasing    bool
	changed    bool
}

// pageOf is the ink of a slide, first that which the lesson has.
func (s *Show) pageOf(slide lesson.Slide) *page {
	p := s.ink[slide.ID]
	if p == nil {
		p = &page{strokes: slices.Clone(slide.Ink)}
		s.ink[slide.ID] = p
	}
	return p
}

// Ink is the ink of the n-th slide.
func (s *Show) Ink(n int) []lesson.Stroke { return s.pageOf(s.Slide(n)).strokes }

// Holding is the tool that draws: pen, marker or eraser; empty: none is in hand.
func (s *Show) Holding() Layer {
	for _, l := range []Layer{Pen, Marker, Eraser} {
		if s.Has(l) {
			return l
		}
	}
	return ""
}

// BeginStroke sets the tool in hand down at a point.
func (s *Show) BeginStroke(x, y float64) {
	s.EndStroke()
	if len(s.shown) == 0 {
		return
	}
	p := s.pageOf(s.Here())
	switch s.Holding() {
	case Pen:
		p.begin(lesson.Pen, x, y)
	case Marker:
		p.begin(lesson.Marker, x, y)
	case Eraser:
		p.keep()
		p.erasing = true
		p.erase(share(x), share(y))
	default:
	}
}

// Stroke moves the tool on to a point.
func (s *Show) Stroke(x, y float64) {
	if len(s.shown) == 0 {
		return
	}
	switch p := s.pageOf(s.Here()); {
	case p.drawing:
		p.extend(x, y)
	case p.erasing:
		p.erase(share(x), share(y))
	}
}

// EndStroke lifts the tool.
func (s *Show) EndStroke() {
	if len(s.shown) == 0 {
		return
	}
	p := s.pageOf(s.Here())
	if p.erasing && len(p.strokes) == len(p.undo[len(p.undo)-1]) { // it met nothing
		p.undo = p.undo[:len(p.undo)-1]
	}
	p.drawing, p.erasing = false, false
}

// keep remembers the ink as it is, for undo. What was undone is gone with it.
func (p *page) keep() {
	p.undo = append(p.undo, slices.Clone(p.strokes))
	if len(p.undo) > mostUndo {
		p.undo = slices.Clone(p.undo[1:])
	}
	p.redo = nil
}

func (p *page) begin(with lesson.Tool, x, y float64) {
	p.keep()
	p.strokes = append(p.strokes, lesson.Stroke{Tool: with, Points: []float64{point(x), point(y)}})
	p.drawing, p.changed = true, true
}

func (p *page) extend(x, y float64) {
	x, y = point(x), point(y)
	last := &p.strokes[len(p.strokes)-1]
	n := len(last.Points)
	if math.Hypot(x-last.Points[n-2], (y-last.Points[n-1])*flat) < fine {
		return
	}
	if n >= 2*mostPoints {
		p.strokes = append(p.strokes, lesson.Stroke{Tool: last.Tool, Points: slices.Clone(last.Points[n-2:])})
		last = &p.strokes[len(p.strokes)-1]
	}
	last.Points = append(slices.Clip(last.Points), x, y)
}

// point is a share as files have it, not longer than it is exact.
func point(v float64) float64 { return math.Round(share(v)*1e4) / 1e4 }

// erase takes away the strokes that pass near a point.
func (p *page) erase(x, y float64) {
	before := len(p.strokes)
	p.strokes = slices.DeleteFunc(slices.Clone(p.strokes), func(k lesson.Stroke) bool {
		return passes(k.Points, x, y, reach+slide.InkWidth(k.Tool)*flat/2)
	})
	p.changed = p.changed || len(p.strokes) < before
}

// passes tells whether a line passes near a point.
func passes(line []float64, x, y, near float64) bool {
	if len(line) < 2 {
		return false
	}
	ax, ay := line[0], line[1]
	for i := 0; i+1 < len(line); i += 2 {
		if distance(x, y, ax, ay, line[i], line[i+1]) < near {
			return true
		}
		ax, ay = line[i], line[i+1]
	}
	return false
}

// distance is how far a point is from a piece of a line, in shares of the width.
func distance(x, y, ax, ay, bx, by float64) float64 {
	y, ay, by = y*flat, ay*flat, by*flat
	dx, dy := bx-ax, by-ay
	along := 0.0
	if length := dx*dx + dy*dy; length > 0 {
		along = share(((x-ax)*dx + (y-ay)*dy) / length)
	}
	return math.Hypot(x-ax-along*dx, y-ay-along*dy)
}

// wipe takes all ink of the slide away.
func (s *Show) wipe() {
	s.EndStroke()
	if p := s.pageOf(s.Here()); len(p.strokes) > 0 {
		p.keep()
		p.strokes, p.changed = nil, true
	}
}

// undo takes back the last change of the slide's ink, or its last guess.
func (s *Show) undo() {
	s.EndStroke()
	p := s.pageOf(s.Here())
	if len(p.undo) == 0 || s.Has(Guessing) {
		s.undoGuess()
		return
	}
	last := len(p.undo) - 1
	p.redo = append(p.redo, p.strokes)
	p.strokes, p.undo, p.changed = p.undo[last], p.undo[:last], true
}

// redo does again what was undone.
func (s *Show) redo() {
	s.EndStroke()
	p := s.pageOf(s.Here())
	if len(p.redo) == 0 {
		return
	}
	last := len(p.redo) - 1
	p.undo = append(p.undo, p.strokes)
	p.strokes, p.redo, p.changed = p.redo[last], p.redo[:last], true
}

// Inked is the lesson with the ink of this presentation; changed tells whether
// that is another than before.
func (s *Show) Inked() (l lesson.Lesson, changed bool) {
	l = s.lesson
	l.Slides = slices.Clone(l.Slides)
	for i := range l.Slides {
		if p := s.ink[l.Slides[i].ID]; p != nil && p.changed && !slices.EqualFunc(p.strokes, l.Slides[i].Ink, lesson.Stroke.Same) {
			l.Slides[i].Ink = slices.Clone(p.strokes)
			changed = true
		}
	}
	return l, changed
}

// Drawing tells whether the last stroke of the slide is being drawn.
func (s *Show) Drawing() bool { return len(s.shown) > 0 && s.pageOf(s.Here()).drawing }
