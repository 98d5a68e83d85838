package ui

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"beltroad/internal/message"
)

// beat is how long each year is shown while playing: long enough to read what is new.
const beat = 1200 * time.Millisecond

// Player goes through years, step by step or by itself, and tells of each.
// Year 0 stands for all years at once.
type Player struct {
	words             *message.Printer
	first, last, year int
	onYear            func(year int)

	play  *IconButton
	label *Text
	every *Button // the way back to all years
	timer *time.Timer
}

// NewPlayer makes a player from the first to the last year. It shows all years
// until it is told otherwise.
func NewPlayer(words *message.Printer, first, last int, onYear func(year int)) *Player {
	p := &Player{words: words, first: first, last: max(first, last), onYear: onYear}
	p.play = NewIconButton(theme.IconNameMediaPlay, "", p.Toggle)
	p.play.Primary = true
	p.label = Strong(p.words.Say("player.all"), SizeLead, ColorInk)
	p.every = NewButton(p.words.Say("player.all"), func() { p.SetYear(0) }, false)
	p.show()
	return p
}

// Content is what the player shows, and what stands beside it. It keeps its
// size, whatever year is shown.
func (p *Player) Content(beside ...fyne.CanvasObject) fyne.CanvasObject {
	return Flow(8, append(p.Parts(), beside...)...)
}

// Parts are what Content puts side by side, for who does that with others.
func (p *Player) Parts() []fyne.CanvasObject {
	like := func(words string) fyne.CanvasObject { return Strong(words, SizeLead, ColorInk) }
	return []fyne.CanvasObject{
		Row(6, -1,
			NewIconButton(theme.IconNameMediaSkipPrevious, p.words.Say("player.back"), func() { p.Step(-1) }),
			p.play,
			NewIconButton(theme.IconNameMediaSkipNext, p.words.Say("player.on"), func() { p.Step(+1) }),
			Gap(0), ReserveSize(p.label, like(p.words.Say("player.all")), like(p.by(p.last)))),
		ReserveSize(p.every, NewButton(p.words.Say("player.all"), nil, false)),
	}
}

// Year is the year that is shown, 0 for all.
func (p *Player) Year() int { return p.year }

// Playing tells whether the years go by.
func (p *Player) Playing() bool { return p.timer != nil }

// SetYear shows a year, or the nearest that there is; 0 shows all.
func (p *Player) SetYear(year int) {
	if year != 0 {
		year = max(p.first, min(year, p.last))
	}
	p.Stop()
	p.turn(year)
}

// Step goes on by years, or back. All years lie before the first, and the way
// back from them leads to the last.
func (p *Player) Step(by int) {
	switch to := p.year + by; {
	case p.year == 0 && by < 0:
		p.SetYear(p.last + by + 1)
	case p.year == 0 && by > 0:
		p.SetYear(p.first + by - 1)
	case to < p.first:
		p.SetYear(0)
	default:
		p.SetYear(to)
	}
}

// Toggle plays from the year that is shown, from the first where there is
// nothing after it, or pauses. Without animation it goes on by one year.
func (p *Player) Toggle() {
	switch {
	case p.Playing():
		p.Stop()
	case !fyne.CurrentApp().Settings().ShowAnimations():
		if p.year == p.last {
			p.SetYear(0)
			return
		}
		p.Step(+1)
	default:
		if p.year == 0 || p.year == p.last {
			p.turn(p.first)
		}
		p.start()
	}
}

// start lets the years go by, from the one that is shown.
func (p *Player) start() {
	const never = math.MaxInt64
	var timer *time.Timer
	timer = time.AfterFunc(never, func() {
		fyne.Do(func() {
			if p.timer == timer { // not stopped meanwhile
				p.turn(p.year + 1)
			}
			if p.timer == timer { // nor by who was told
				p.wait()
			}
		})
	})
	p.timer = timer
	p.show()
	p.wait()
}

// wait lets the next year come after a beat, if there is one.
func (p *Player) wait() {
	if p.year == p.last {
		p.Stop()
		return
	}
	p.timer.Reset(beat)
}

// Stop pauses. It has to be called when the player's page is left.
func (p *Player) Stop() {
	if p.timer != nil {
		p.timer.Stop()
		p.timer = nil
		p.show()
	}
}

// turn shows a year and tells of it.
func (p *Player) turn(year int) {
	if p.year == year {
		return
	}
	p.year = year
	p.show()
	p.onYear(year)
}

// show brings the controls up to date.
func (p *Player) show() {
	switch {
	case p.Playing():
		p.play.SetIcon(theme.IconNameMediaPause, p.words.Say("player.pause"))
	case !fyne.CurrentApp().Settings().ShowAnimations():
		p.play.SetIcon(theme.IconNameMediaPlay, p.words.Say("player.on"))
	default:
		p.play.SetIcon(theme.IconNameMediaPlay, p.words.Say("player.play"))
	}
	if p.year == 0 {
		p.label.SetText(p.words.Say("player.all"))
		p.every.Hide()
		return
	}
	p.label.SetText(p.by(p.year))
	p.every.Show()
}

// by says that all is shown that had happened by the end of a year.
func (p *Player) by(year int) string {
	return p.words.Say("player.by", message.Args{"Year": message.Year(year)})
}
