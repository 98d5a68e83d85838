package ui

// spans are the heights of many rows below one another. Those that were not
// measured yet count as high as the guess.
type spans struct {
	rows    int
	guess   float32
	heights []float32 // 0: not measured
	more    []float64 // a Fenwick tree of how much higher than the guess the measured rows are
}

// reset forgets all heights.
func (s *spans) reset(rows int, guess float32) {
	s.rows, s.guess = rows, guess
	s.heights, s.more = make([]float32, rows), make([]float64, rows+1)
}

func (s *spans) measured(i int) bool { return s.heights[i] > 0 }

func (s *spans) height(i int) float32 {
	if s.heights[i] > 0 {
		return s.heights[i]
	}
	return s.guess
}

// set tells the height of a row.
func (s *spans) set(i int, h float32) {
	by := float64(h - s.height(i))
	s.heights[i] = h
	for at := i + 1; at <= s.rows; at += at & -at {
		s.more[at] += by
	}
}

// top is where a row begins; that of the number of rows is where the last ends.
func (s *spans) top(i int) float32 {
	y := float64(i) * float64(s.guess)
	for at := i; at > 0; at -= at & -at {
		y += s.more[at]
	}
	return float32(y)
}

// at is the row at y, the first or last where there is none.
func (s *spans) at(y float32) int {
	row, rest := 0, float64(y)
	step := 1
	for step*2 <= s.rows {
		step *= 2
	}
	for ; step > 0; step /= 2 {
		if next := row + step; next <= s.rows {
			if high := s.more[next] + float64(step)*float64(s.guess); high <= rest {
				row, rest = next, rest-high
			}
		}
	}
	return max(0, min(row, s.rows-1))
}

// strip keeps live only the rows that can be seen of many.
type strip struct {
	spans
	from, to    float32 // what can be seen of all
	told        bool    // that is known
	weight      int     // how much work a row is to measure; 0 is 1
	first, last int     // the live rows: from first to before last
}

// unseen is how much is live of a strip that was not told what can be seen of it.
const unseen = 3000

// view is the stretch that can be seen.
func (s *strip) view() (from, to float32) {
	if !s.told {
		return 0, unseen
	}
	return s.from, s.to
}

// fill finds the rows that are to be live: those in view, and one more at each
// end, for the Tab key to go on to. It measures those that are new, and returns
// how far that moved what was seen already.
func (s *strip) fill(measure func(row int) float32) (shift float32) {
	from, to := s.view()
	anchor := s.at(from) // stays where it is
	switch {
	case from >= s.top(s.rows):
		anchor = s.rows
	case s.first < s.last && anchor < s.first && s.top(s.first) < to:
		anchor = s.first // it was seen
	}
	before := s.top(anchor)
	for found := true; found; {
		found, s.first = false, max(0, s.at(from+shift)-1)
		for i := s.first; i < s.rows && i <= anchor; i++ {
			found = s.learn(i, measure) || found
		}
		shift = s.top(anchor) - before
	}
	s.last = s.first
	for s.last < s.rows && s.top(s.last) < to+shift {
		s.learn(s.last, measure)
		s.last++
	}
	if s.last < s.rows {
		s.learn(s.last, measure)
		s.last++
	}
	s.from, s.to = s.from+shift, s.to+shift
	return shift
}

// learn measures a row, and tells whether that had to be done.
func (s *strip) learn(i int, measure func(row int) float32) bool {
	if s.measured(i) {
		return false
	}
	s.set(i, max(measure(i), 1))
	return true
}

// again measures the live rows, whose objects may have changed.
func (s *strip) again(measure func(row int) float32) {
	for i := s.first; i < s.last; i++ {
		s.set(i, max(measure(i), 1))
	}
}

// start measures rows for a new width or other rows: all of them where they
// are few, else as many as make a fair guess.
func (s *strip) start(rows int, measure func(row int) float32) {
	const few, fair = 200, 24
	s.reset(rows, 1)
	s.first, s.last = 0, 0
	if rows == 0 {
		return
	}
	n, weight := rows, max(s.weight, 1)
	if rows*weight > few {
		n = max(1, fair/weight)
	}
	sum, heights := float32(0), make([]float32, n)
	for i := range heights {
		heights[i] = max(measure(i), 1)
		sum += heights[i]
	}
	s.reset(rows, sum/float32(n))
	for i, h := range heights {
		s.set(i, h)
	}
}
