package timeline

import (
	"cmp"
	"math"
	"slices"

	"beltroad/data"
)

// Timeline is what a dossier dates, and what it does not.
type Timeline struct {
	Lanes   []Lane
	Items   []Item // by lane, those of a lane by time
	Undated []Group
	Written data.Date // when the presented text was written; zero: not known
	Bounds  Span      // what there is to be seen, with a little room around
	// First and Last are the years in which something happened, as far as the
	// source reports it; what lies ahead of it is not counted.
	First, Last int

	sums *sums // nil: not found yet
}

// sums are what is told of all items together. Many take a good part of a frame.
type sums struct {
	looks  []Looks
	others int      // that other sources date
	dated  [2]Years // by the presented source, by others
}

// Years are the first and the last of some dates.
type Years struct{ First, Last int }

// with takes dates in.
func (y *Years) with(dates ...data.Date) {
	for _, d := range dates {
		if !d.IsZero() {
			y.First, y.Last = min(y.First, int(d.Year)), max(y.Last, int(d.Year))
		}
	}
}

// sum finds the sums, which a timeline that was collected has.
func (t *Timeline) sum() sums {
	if t.sums != nil {
		return *t.sums
	}
	s := sums{looks: looksOf(t), dated: [2]Years{{First: math.MaxInt}, {First: math.MaxInt}}}
	for i := range t.Items {
		by := 0
		if t.Items[i].Source != nil {
			by = 1
			s.others++
		}
		p := t.Items[i].Period()
		s.dated[by].with(t.Items[i].Date(), p.Start, p.End)
	}
	return s
}

// Lane holds the items of a pillar.
type Lane struct {
	Pillar string // empty: those of none
	Name   string
	Order  int // of the pillar; 0: none
}

// Item is something dated. What it says stands in the records that it is of.
type Item struct {
	Record

	Lane int  // index
	Span Span // as it is drawn
	// OpenStart and OpenEnd mark an end of the span that is not stated.
	OpenStart, OpenEnd bool
	Ahead              bool         // it lay ahead when the source appeared
	Claim              data.Claim   // empty: not known
	Source             *data.Source // another one that dates it; nil: the presented one
}

// Status is what is known of an item by the end of a year.
type Status int

// The statuses of an item.
const (
	Happened Status = iota
	Running         // begun, but not over
	Later
)

// By is an item's status by the end of a year; 0 stands for all years. What
// was ahead of the source is never known to have happened.
func (i *Item) By(year int) Status {
	if year == 0 {
		return Happened
	}
	switch end := day(year+1, 1, 1); {
	case i.Ahead || i.Span.From >= end:
		return Later
	case i.Span.To > end:
		return Running
	default:
		return Happened
	}
}

// Count is how many items of the presented source there are of each status.
func (t *Timeline) Count(year int) (happened, running, later int) {
	if year == 0 {
		return len(t.Items) - t.Others(), 0, 0
	}
	for i := range t.Items {
		if t.Items[i].Source != nil {
			continue
		}
		switch t.Items[i].By(year) {
		case Happened:
			happened++
		case Running:
			running++
		default:
			later++
		}
	}
	return happened, running, later
}

// EndOf is the moment at which a year is over.
func EndOf(year int) float64 { return day(year+1, 1, 1) }

// Others is how many items other sources than the presented one date.
func (t *Timeline) Others() int { return t.sum().others }

// Dated are the years of what the presented source dates, ahead of it or not, or of what
// others do. Where there is nothing of that, the first is after the last.
func (t *Timeline) Dated(others bool) Years {
	if others {
		return t.sum().dated[1]
	}
	return t.sum().dated[0]
}

// New collects what a dossier dates, by any source.
func New(d *data.Dossier) *Timeline { return collect(d, func(data.Event) bool { return true }) }

// Presented collects what the presented source dates, and no other.
func Presented(d *data.Dossier) *Timeline {
	return collect(d, func(e data.Event) bool { return e.Source == "" })
}

func collect(d *data.Dossier, keep func(data.Event) bool) *Timeline {
	t := &Timeline{}
	c := newCollector(d)
	if all := d.Sources(); len(all) > 0 { // the presented one is the first
		t.Written, c.appeared = all[0].Original, all[0].Issued
	}
	if t.Written.IsZero() {
		t.Written = c.appeared
	}
	if Of(c.appeared).To < Of(t.Written).To {
		c.appeared = t.Written
	}
	c.written = Of(t.Written).To
	c.addEvents(keep)
	c.addFigures()
	c.addStarts()
	t.Items = c.left()
	t.measure()
	t.Lanes = c.sort(t.Items)
	t.Undated = undated(d)
	all := t.sum()
	t.sums = &all
	return t
}

// measure finds the bounds of time, and draws what has no start from there.
func (t *Timeline) measure() {
	if len(t.Items) == 0 {
		return
	}
	whole := t.Items[0].Span
	for i := range t.Items {
		s := t.Items[i].Span
		if t.Items[i].OpenStart && !t.Items[i].Ahead {
			s.From = s.To - 1
		}
		whole = whole.and(s)
		if !t.Items[i].Ahead && t.Items[i].Source == nil {
			if y := yearOf(s.From); t.First == 0 || y < t.First {
				t.First = y
			}
			if t.Items[i].OpenEnd {
				s.To = s.From + 1
			}
			t.Last = max(t.Last, yearOf(s.To-1))
		}
	}
	whole = Span{day(yearOf(whole.From), 1, 1), EndOf(yearOf(whole.To - 1))}
	for i := range t.Items {
		if t.Items[i].OpenStart && !t.Items[i].Ahead {
			t.Items[i].Span.From = whole.From
		}
	}
	const air = 0.012 // so that a point at the very start is whole
	t.Bounds = Span{whole.From - air*whole.Length(), whole.To + air*whole.Length()}
}

// sort orders items by lane and time, where they are, and gives them the numbers
// of their lanes.
func (c *collector) sort(items []Item) []Lane {
	order, used := make([]int32, len(items)), make([]bool, len(c.lanes))
	for i := range items {
		order[i], used[items[i].Lane] = int32(i), true // #nosec G115 -- no dossier has more
	}
	slices.SortFunc(order, func(a, b int32) int {
		x, y := &items[a], &items[b]
		return cmp.Or(cmp.Compare(x.Lane, y.Lane), cmp.Compare(x.Span.From, y.Span.From), cmp.Compare(x.Span.To, y.Span.To), cmp.Compare(a, b))
	})
	var kept []Lane
	renumbered := make([]int, len(c.lanes))
	for i, l := range c.lanes {
		if used[i] {
			renumbered[i] = len(kept)
			kept = append(kept, l)
		}
	}
	permute(items, order)
	for i := range items {
		items[i].Lane = renumbered[items[i].Lane]
	}
	return kept
}

// permute puts items in an order: each place gets the item whose number stands
// there. The order is used up.
func permute(items []Item, order []int32) {
	const done = -1
	for start := range order {
		if order[start] == done {
			continue
		}
		first, at := items[start], start
		for {
			from := int(order[at])
			order[at] = done
			if from == start {
				items[at] = first
				break
			}
			items[at], at = items[from], from
		}
	}
}
