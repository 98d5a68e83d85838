// Package timeline places in time what a dossier dates: items in lanes, by
// pillar, and what of them can be seen in a window of time.
package timeline

import (
	"time"

	"beltroad/data"
)

// Span is a stretch of time in days since the start of 1970, its end not in it.
type Span struct{ From, To float64 }

// Of is the stretch that a date covers, as far as it is precise: all of 2013,
// all of December 2021, a day. The zero Date covers nothing.
func Of(d data.Date) Span {
	switch y, m, n := d.Parts(); {
	case d.IsZero():
		return Span{}
	case m == 0:
		return Span{day(y, 1, 1), day(y+1, 1, 1)}
	case n == 0:
		return Span{day(y, m, 1), day(y, m+1, 1)}
	default:
		return Span{day(y, m, n), day(y, m, n+1)}
	}
}

// day is a date in days since the start of 1970.
func day(year, month, day int) float64 {
	return float64(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix()) / (24 * 60 * 60)
}

// yearOf is the year that a time lies in.
func yearOf(t float64) int { return time.Unix(int64(t*24*60*60), 0).UTC().Year() }

// Length is the number of days.
func (s Span) Length() float64 { return s.To - s.From }

// middle is halfway.
func (s Span) middle() float64 { return s.From + s.Length()/2 }

// and is the shortest stretch that holds both.
func (s Span) and(o Span) Span { return Span{min(s.From, o.From), max(s.To, o.To)} }

// within is the stretch moved into bounds, and shortened where it is longer than they are.
func (s Span) within(bounds Span) Span {
	n := min(s.Length(), bounds.Length())
	from := max(bounds.From, min(s.From, bounds.To-n))
	return Span{from, from + n}
}

// Pan moves a window by a share of its length: to the past with a negative one.
func (s Span) Pan(share float64, bounds Span) Span {
	by := share * s.Length()
	return Span{s.From + by, s.To + by}.within(bounds)
}

// Zoom makes a window so many times as long. What lies at a share of it, 0 at
// its start and 1 at its end, stays there as far as the bounds let it.
func (s Span) Zoom(factor, at, shortest float64, bounds Span) Span {
	n := max(min(s.Length()*factor, bounds.Length()), min(shortest, bounds.Length()))
	from := s.From + at*(s.Length()-n)
	return Span{from, from + n}.within(bounds)
}

// Reveal moves a window as little as shows a stretch, and its start where it
// is longer than the window.
func (s Span) Reveal(o Span, bounds Span) Span {
	air := s.Length() * 0.05
	switch {
	case o.From-air < s.From:
		return Span{o.From - air, o.From - air + s.Length()}.within(bounds)
	case o.To+air > s.To:
		to := min(o.To+air, o.From-air+s.Length())
		return Span{to - s.Length(), to}.within(bounds)
	default:
		return s
	}
}
