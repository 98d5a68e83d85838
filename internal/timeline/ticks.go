package timeline

import (
	"time"

	"beltroad/data"
)

// Name is a year, a month or a day on the axis, at its start or where the
// window begins.
type Name struct {
	X    float64 // from the left of the drawing
	Text string
}

// step is the distance of ticks.
type step struct{ years, months, days int }

// steps are what a calendar is divided by, the finest first.
func steps() []step {
	all := []step{{days: 10}, {months: 1}, {months: 3}}
	for n := 1; n <= 1000; n *= 10 {
		all = append(all, step{years: n}, step{years: 2 * n}, step{years: 5 * n})
	}
	return all
}

// length is about how many days a step takes.
func (s step) length() float64 {
	return float64(s.years)*365.25 + float64(s.months)*30.4 + float64(s.days)
}

// begin is the last date at which a step begins before or at a time.
func (s step) begin(t float64) data.Date {
	at := time.Unix(int64(t*24*60*60), 0).UTC()
	year, month, d := at.Date()
	switch {
	case s.years > 0:
		return data.DateOf(year/s.years*s.years, 0, 0)
	case s.months > 0:
		return data.DateOf(year, (int(month)-1)/s.months*s.months+1, 0)
	default:
		return data.DateOf(year, int(month), min((d-1)/s.days, 2)*s.days+1) // 1, 11 and 21
	}
}

// next is the date at which the step after it begins.
func (s step) next(d data.Date) data.Date {
	year, month, day := d.Parts()
	switch {
	case s.years > 0:
		year += s.years
	case s.months > 0:
		month += s.months
	default:
		if day += s.days; day > 2*s.days+1 {
			month, day = month+1, 1
		}
	}
	if month > 12 {
		year, month = year+1, 1
	}
	return data.DateOf(year, month, day)
}

// divides tells whether every o begins with an s.
func (s step) divides(o step) bool {
	switch {
	case s.years > 0:
		return o.years%s.years == 0 && o.years > 0
	case s.months > 0:
		return o.years > 0 || o.months > 0 && o.months%s.months == 0
	default:
		return true
	}
}

// axis finds lines as fine as can be told apart, and names as there is room for.
func (p *Plan) axis(w Span) (lines []float64, names []Name) {
	const air, apart = 12, 20
	named := p.finest(w, func(s step, px float64) bool { return px >= p.widest(s)+air })
	lined := p.finest(w, func(s step, px float64) bool { return px >= apart && s.divides(named) })
	plot := p.style.plotWidth()
	for d := lined.begin(w.From); Of(d).From < w.To; d = lined.next(d) {
		if x := p.x(w, Of(d).From); x >= 0 {
			lines = append(lines, p.style.Side+x)
		}
	}
	for d := named.begin(w.From); Of(d).From < w.To; d = named.next(d) {
		x, end := p.x(w, Of(d).From), min(p.x(w, Of(named.next(d)).From), plot)
		text := p.style.Name(d, len(names) == 0 || d.Month == 1)
		switch {
		case x >= 0:
		case named.years > 1:
			continue // its year is out of sight
		case named.years == 0: // so is its day, or its month
			text = p.style.Name(step{months: 1}.begin(w.From), true)
		}
		x = max(x, 0) + p.style.Gap
		if x+p.style.Measure(text, false) <= end-1 {
			names = append(names, Name{p.style.Side + x, text})
		}
	}
	return lines, names
}

// finest is the finest step that will do, given how many pixels it takes.
func (p *Plan) finest(w Span, will func(s step, px float64) bool) step {
	all := steps()
	for _, s := range all {
		if will(s, s.length()/w.Length()*p.style.plotWidth()) {
			return s
		}
	}
	return all[len(all)-1]
}

// widest is the width of the longest label at the distance of a step.
func (p *Plan) widest(s step) float64 {
	width := 0.0
	for month := int8(1); month <= 12; month++ {
		d := data.Date{Year: 2000}
		if s.years == 0 {
			d.Month = month
		}
		if s.days > 0 {
			d.Day = 21
		}
		width = max(width, p.style.Measure(p.style.Name(d, true), false))
	}
	return width
}
