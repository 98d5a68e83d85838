package ui

import (
	"slices"

	"fyne.io/fyne/v2"
)

// newTitle is the title of a column, which sorts by it. The Tab key goes from what
// stands above a table to its rows at once: the titles stand above the first row for the
// arrow keys, too.
func (t *Table) newTitle(column int, title string) *Link {
	var l *Link
	l = NewLink(title, SizeSmall, func() {
		if t.OnSort(column); !l.focused {
			t.cursor.Take(t)
		}
	})
	l.Color, l.Skip = ColorMuted, true
	l.keys = func(key fyne.KeyName) bool { return t.titleKey(column, key) }
	return l
}

// titleKey moves among the titles, or from them to the rows.
func (t *Table) titleKey(column int, key fyne.KeyName) bool {
	shown := t.titles()
	at := slices.Index(shown, column)
	switch key {
	case fyne.KeyLeft:
		at--
	case fyne.KeyRight:
		at++
	case fyne.KeyHome:
		at = 0
	case fyne.KeyEnd:
		at = len(shown) - 1
	case fyne.KeyDown:
		t.cursor.Current = 0
		focusOn(t)
		return true
	default:
		return false
	}
	if at >= 0 && at < len(shown) {
		t.focusTitle(shown[at])
	}
	return true
}

// titles are the columns whose titles can be seen.
func (t *Table) titles() []int {
	var all []int
	ws, _ := t.widths(t.Size().Width)
	for i := range t.head {
		if ws[i] != gone {
			all = append(all, i)
		}
	}
	return all
}

// focusTitle gives the keyboard to a title.
func (t *Table) focusTitle(column int) {
	t.head[column].Skip = false // until it has lost it again
	focusOn(t.head[column])
}

// leaveRows gives the keyboard to the title that rows are sorted by, or to the first.
func (t *Table) leaveRows() {
	shown := t.titles()
	if len(shown) == 0 || t.OnSort == nil {
		return
	}
	if slices.Contains(shown, t.Sorted) {
		t.focusTitle(t.Sorted)
		return
	}
	t.focusTitle(shown[0])
}
