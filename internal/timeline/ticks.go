package timeline

import (
	"time"

	"beltroad/data"
)

// Tick is a line of the axis, with its label where there is room for one.
type Tick struct {
	X      float64
	Line   bool // false: the time it names began before the window
	Label  string
	LabelX float64
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
		return data.Date{Year: year / s.years * s.years}
	case s.months > 0:
		return data.Date{Year: year, Month: (int(month)-1)/s.months*s.months + 1}
	default:
		return data.Date{Year: year, Month: int(month), Day: min((d-1)/s.days, 2)*s.days + 1} // 1, 11 and 21
	}
}

// next is the date at which the step after it begins.
func (s step) next(d data.Date) data.Date {
	switch {
	case s.years > 0:
		d.Year += s.years
	case s.months > 0:
		d.Month += s.months
	default:
		if d.Day += s.days; d.Day > 2*s.days+1 {
			d.Month, d.Day = d.Month+1, 1
		}
	}
	if d.Month > 12 {
		d.Year, d.Month = d.Year+1, 1
	}
	return d
}

// ticks are those of a window, as fine as there is room for their labels.
func (p *Plan) ticks(w Span) []Tick {
	const air = 12
	plot := p.style.plotWidth()
	all := steps()
	chosen := all[len(all)-1]
	for _, s := range all {
		if s.length()/w.Length()*plot >= p.widest(s)+air {
			chosen = s
			break
		}
	}
	var ticks []Tick
	for d := chosen.begin(w.From); Of(d).From < w.To; d = chosen.next(d) {
		x, end := p.x(w, Of(d).From), p.x(w, Of(chosen.next(d)).From)
		t := Tick{X: x, Line: x >= 0, LabelX: max(x, 0) + p.style.Gap}
		label := p.style.Name(d, len(ticks) == 0 || d.Month == 1)
		if t.LabelX+p.style.Measure(label, false) <= min(end, plot)-1 {
			t.Label = label
		}
		ticks = append(ticks, t)
	}
	return ticks
}

// widest is the width of the longest label at the distance of a step.
func (p *Plan) widest(s step) float64 {
	width := 0.0
	for month := 1; month <= 12; month++ {
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
