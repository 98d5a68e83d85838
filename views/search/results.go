package search

import (
	"fyne.io/fyne/v2"

	"beltroad/views/ui"
)

// results are lines, and where the keyboard is among those that can be chosen.
type results struct {
	lines  []line
	stops  []int
	cursor ui.Cursor
}

func newResults(lines []line) results { return results{lines, stops(lines), ui.NewCursor()} }

// at is the index of the line that the keyboard is at, -1 where there is none.
func (r *results) at() int {
	if len(r.stops) == 0 {
		return -1
	}
	return r.stops[r.cursor.Current]
}

// current is the line that the keyboard is at, nil where there is none.
func (r *results) current() *line {
	if at := r.at(); at >= 0 {
		return &r.lines[at]
	}
	return nil
}

// move goes on by a key, and tells whether it is one for that.
func (r *results) move(key fyne.KeyName) bool {
	const page = 8
	return r.cursor.Move(key, max(1, len(r.stops)), page)
}

// moves tells whether a key is one for going on among results.
func moves(key fyne.KeyName) bool {
	var none results
	return none.move(key)
}

// turn goes to the first line of the next group or, back, to that of this group
// and then of the one before. After the last group comes the first.
func (r *results) turn(back bool) {
	var before, after []int // stops that begin a group
	for i, at := range r.stops {
		if i > 0 && r.lines[at-1].do != nil {
			continue
		}
		if i < r.cursor.Current {
			before = append(before, i)
		} else if i > r.cursor.Current {
			after = append(after, i)
		}
	}
	switch {
	case back && len(before) > 0:
		r.cursor.Current = before[len(before)-1]
	case back && len(after) > 0:
		r.cursor.Current = after[len(after)-1]
	case !back && len(after) > 0:
		r.cursor.Current = after[0]
	default:
		r.cursor.Current = 0
	}
}
