package present

import (
	"fyne.io/fyne/v2"

	"beltroad/views/ui"
)

// consoleLayout places the head above, this slide on the left, the next one and
// the notes on the right, buttons below. A window that is high has all in one column.
type consoleLayout struct {
	ui.Themed

	c *console
}

func (*consoleLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l *consoleLayout) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	l.HandDown(objs)
	const air, top = 24, 16
	head, now, next, notes, bar, said := objs[0], objs[1], objs[2], objs[3], objs[4], objs[5]
	width := s.Width - 2*air
	high, low, line := max(40, ui.HeightFor(head, width)), ui.HeightFor(bar, width), ui.HeightFor(said, width)
	ui.Place(head, air, top, width, high)
	ui.Place(bar, air, s.Height-low-line-top-4, width, low)
	ui.Place(said, air, s.Height-line-top+4, width, line)
	low += line + 4
	y := top + high + top
	h := s.Height - low - 2*top - y
	form := l.c.p.plates.form.size
	slide := form.Height / form.Width
	if s.Width < s.Height {
		each := min(width*slide, h*0.36)
		ui.Place(now, air, y, width, each)
		ui.Place(next, air, y+each+top, width, each*0.6)
		rest := y + each*1.6 + 2*top
		ui.Place(notes, air, rest, width, max(40, y+h-rest))
		return
	}
	const narrow = 300 // for notes
	left := max((width-top)*0.5, min(h/slide, width-top-max(narrow, width*0.3)))
	right := width - top - left
	small := nextHeight(right, slide, h, l.c.all.Own().TextScale)
	ui.Place(now, air, y, left, h)
	ui.Place(next, air+left+top, y, right, small)
	ui.Place(notes, air+left+top, y+small+top, right, max(40, h-small-top))
}

// stripLayout has the time, the notes, what comes next, buttons and what is said in one
// column. The notes have what the others leave.
type stripLayout struct{ ui.Themed }

func (*stripLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l *stripLayout) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	l.HandDown(objs)
	const air, gap, least = 12, 12, 40
	width := s.Width - 2*air
	rest := s.Height - 2*air
	for i, o := range objs {
		if i != stripNotes {
			rest -= ui.HeightFor(o, width) + gap
		}
	}
	y := float32(air)
	for i, o := range objs {
		h := ui.HeightFor(o, width)
		if i == stripNotes {
			h = max(least, rest)
		}
		ui.Place(o, air, y, width, h)
		y += h + gap
	}
}

// stripNotes is which part of a strip the notes are.
const stripNotes = 1

// beside puts a strip beside the slide, as wide as leaves that three quarters of its size.
type beside struct{ ui.Themed }

func (*beside) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l *beside) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	l.HandDown(objs)
	strip := s.Width / 4
	ui.Place(objs[0], 0, 0, s.Width-strip, s.Height)
	ui.Place(objs[1], s.Width-strip, 0, strip, s.Height)
}

// nextHeight is how high the card of the next slide is, beside notes: there is room
// for that and for a title of a few lines.
func nextHeight(width, slide, high, text float32) float32 {
	const lines = 5 * 19 // and one above them, of text at 100 %
	return min(nextAir*2+max((width-3*nextAir)*nextShare*slide, (lines+20)*text), high*0.4)
}

// headLayout places the title on the left, the time that has passed in the middle
// with what was planned, and the time of day on the right. In a narrow window
// the title goes above.
type headLayout struct{ ui.Themed }

func (*headLayout) MinSize(objs []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, objs[1].MinSize().Height)
}

func (l *headLayout) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	l.HandDown(objs)
	const air = 10
	title, elapsed, plan, clock := objs[0], objs[1], objs[2], objs[3]
	place := func(o fyne.CanvasObject, x, width float32) {
		h := ui.HeightFor(o, width)
		ui.Place(o, x, max(0, (s.Height-h)/2), width, h)
	}
	timer, planned, day := elapsed.MinSize().Width, plan.MinSize().Width, clock.MinSize().Width
	place(clock, s.Width-day, day)
	x := max(s.Width/2-timer, 0)
	if over := x + timer + air + planned + air - (s.Width - day); over > 0 {
		x = max(0, x-over)
	}
	place(elapsed, x, timer)
	place(plan, x+timer+air, min(planned, max(0, s.Width-day-x-timer-2*air)))
	left := max(0, x-air)
	appear(title, ui.HeightFor(title, left) <= s.Height && title.MinSize().Width <= left) // the window's name is the same
	place(title, 0, left)
}

// appear shows an object, or does not.
func appear(o fyne.CanvasObject, seen bool) {
	switch {
	case seen == o.Visible():
	case seen:
		o.Show()
	default:
		o.Hide()
	}
}

// The card of the next slide.
const (
	nextAir   = 12
	nextShare = 0.5 // of its width, for the slide
)

// nextLayout places a line and a title, and the slide beside them; the slide alone says
// its title where that has no room.
type nextLayout struct{ ui.Themed }

func (*nextLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l *nextLayout) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	l.HandDown(objs)
	const gap = 2
	line, title, next := objs[0], objs[1], objs[2]
	room := s.SubtractWidthHeight(2*nextAir, 2*nextAir)
	slide := (room.Width - nextAir) * nextShare
	wide := room.Width - nextAir - slide
	first := ui.HeightFor(line, wide)
	high := ui.HeightFor(title, wide)
	if !next.Visible() { // it is said that there is none
		wide = room.Width
		high = ui.HeightFor(title, wide)
	}
	fits := first+gap+high <= room.Height && title.MinSize().Width <= wide
	appear(title, fits)
	ui.Place(line, nextAir, nextAir, wide, first)
	if fits {
		ui.Place(title, nextAir, nextAir+first+gap, wide, high)
	}
	ui.Place(next, nextAir+wide+nextAir, nextAir, slide, max(0, room.Height))
}
