package ui

import (
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"beltroad/views/uitest"
)

// player is a player of three years, and the years that it told of.
func player(t *testing.T, animated bool) (*Player, *[]int) {
	t.Helper()
	uitest.Wear(t, &Theme{Scheme: Light})
	if !animated {
		fyne.SetCurrentApp(still{fyne.CurrentApp()})
	}
	var told []int
	return NewPlayer(english, 2021, 2023, func(year int) { told = append(told, year) }), &told
}

// inTurn is an app in which one thing is done at a time, as on Fyne's thread;
// the test driver does all at once.
type inTurn struct {
	fyne.App
	mu sync.Mutex
}

func (a *inTurn) Driver() fyne.Driver { return inTurnDriver{a.App.Driver(), &a.mu} }

type inTurnDriver struct {
	fyne.Driver
	mu *sync.Mutex
}

func (d inTurnDriver) DoFromGoroutine(f func(), _ bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	f()
}

// onThread runs a test whose time passes at once. What it does goes through
// do: one thing at a time, and after what came before, synctest waits for that.
func onThread(t *testing.T, run func(do func(func()))) {
	t.Helper()
	was := fyne.CurrentApp()
	defer fyne.SetCurrentApp(was)
	fyne.SetCurrentApp(&inTurn{App: was})
	synctest.Test(t, func(*testing.T) {
		run(func(f func()) {
			synctest.Wait()
			fyne.DoAndWait(f)
		})
	})
}

// still is an app whose user turned animation off.
type still struct{ fyne.App }

func (a still) Settings() fyne.Settings { return unmoved{a.App.Settings()} }

type unmoved struct{ fyne.Settings }

func (unmoved) ShowAnimations() bool { return false }

func (p *Player) says() string { return p.label.String() }

func TestPlayerSteps(t *testing.T) {
	p, told := player(t, true)
	if p.Year() != 0 || p.says() != "All years" || p.every.Visible() {
		t.Errorf("at first it shows %d: %q", p.Year(), p.says())
	}
	for _, c := range []struct {
		do   func()
		want int
		says string
	}{
		{func() { p.Step(+1) }, 2021, "By 2021"},
		{func() { p.Step(+1) }, 2022, "By 2022"},
		{func() { p.Step(+5) }, 2023, "By 2023"},
		{func() { p.Step(+1) }, 2023, "By 2023"},
		{func() { p.Step(-2) }, 2021, "By 2021"},
		{func() { p.Step(-1) }, 0, "All years"},
		{func() { p.Step(-1) }, 2023, "By 2023"},
		{func() { p.SetYear(1999) }, 2021, "By 2021"},
		{func() { p.SetYear(2999) }, 2023, "By 2023"},
		{func() { test.Tap(p.every) }, 0, "All years"},
	} {
		c.do()
		if p.Year() != c.want || p.says() != c.says || p.every.Visible() != (c.want != 0) {
			t.Errorf("it shows %d, %q; want %d, %q", p.Year(), p.says(), c.want, c.says)
		}
	}
	if want := []int{2021, 2022, 2023, 2021, 0, 2023, 2021, 2023, 0}; !slices.Equal(*told, want) {
		t.Errorf("it told of %v, want %v", *told, want)
	}
}

func TestPlayerPlaysToTheEnd(t *testing.T) {
	p, told := player(t, true)
	onThread(t, func(do func(func())) {
		do(func() { test.Tap(p.play) })
		do(func() {
			if !p.Playing() || p.Year() != 2021 || p.play.Label != "Pause" {
				t.Errorf("played, it shows %d and offers %q", p.Year(), p.play.Label)
			}
		})
		for i, want := range []int{2022, 2023} {
			time.Sleep(beat - time.Millisecond)
			do(func() {
				if p.Year() != want-1 {
					t.Errorf("year %d comes too early: %d", i, p.Year())
				}
			})
			time.Sleep(time.Millisecond)
			do(func() {
				if p.Year() != want {
					t.Errorf("year %d is %d, want %d", i, p.Year(), want)
				}
			})
		}
		do(func() {
			if p.Playing() || p.play.Label != "Play" {
				t.Errorf("at the end it still plays, and offers %q", p.play.Label)
			}
			p.Toggle() // again, from the first
			if p.Year() != 2021 || !p.Playing() {
				t.Errorf("played again it shows %d", p.Year())
			}
			p.Stop()
		})
	})
	if want := []int{2021, 2022, 2023, 2021}; !slices.Equal(*told, want) {
		t.Errorf("it told of %v, want %v", *told, want)
	}
}

func TestNothingComesAfterStop(t *testing.T) {
	for name, stop := range map[string]func(*Player){
		"stopped": (*Player).Stop, "paused": (*Player).Toggle, "told a year": func(p *Player) { p.SetYear(2021) }, "stepped": func(p *Player) { p.Step(+1) },
	} {
		p, _ := player(t, true)
		onThread(t, func(do func(func())) {
			do(p.Toggle)
			time.Sleep(beat / 2)
			year := 0
			do(func() {
				stop(p)
				year = p.Year()
			})
			time.Sleep(10 * beat)
			do(func() {
				if p.Playing() || p.Year() != year {
					t.Errorf("%s at %d, it goes on to %d", name, year, p.Year())
				}
			})
		})
	}
}

// Who is told of a year may stop the player.
func TestPlayerStopsFromWithin(t *testing.T) {
	uitest.Wear(t, &Theme{Scheme: Light})
	var p *Player
	p = NewPlayer(english, 2021, 2023, func(year int) {
		if year == 2022 {
			p.Stop()
		}
	})
	onThread(t, func(do func(func())) {
		do(p.Toggle)
		time.Sleep(10 * beat)
		do(func() {
			if p.Playing() || p.Year() != 2022 {
				t.Errorf("stopped at 2022, it goes on to %d", p.Year())
			}
		})
	})
}

// A player of one year has nothing to go on to.
func TestPlayerOfOneYear(t *testing.T) {
	uitest.Wear(t, &Theme{Scheme: Light})
	p := NewPlayer(english, 2021, 2000, func(int) {})
	p.Toggle()
	if p.Playing() || p.Year() != 2021 {
		t.Errorf("played, it shows %d", p.Year())
	}
}

func TestPlayerWithoutAnimationSteps(t *testing.T) {
	p, told := player(t, false)
	if p.play.Label != "Next year" {
		t.Errorf("it offers %q", p.play.Label)
	}
	for _, want := range []int{2021, 2022, 2023, 0, 2021} {
		test.Tap(p.play)
		if p.Playing() || p.Year() != want {
			t.Errorf("it shows %d, want %d", p.Year(), want)
		}
	}
	if len(*told) != 5 {
		t.Errorf("it told of %v", *told)
	}
}

// What stands beside and below the player keeps its place while years go by.
func TestPlayerKeepsItsSize(t *testing.T) {
	for _, scale := range []float32{1, 2} {
		uitest.Wear(t, &Theme{Scheme: Light, TextScale: scale})
		p := NewPlayer(english, 1013, 2888, func(int) {})
		for _, width := range []float32{200, 300, 800} {
			p.SetYear(0)
			before := HeightFor(p.Content(), width)
			p.SetYear(2888)
			if after := HeightFor(p.Content(), width); after != before {
				t.Errorf("at %g, %g wide, it is %g high for all years and %g for one", scale, width, before, after)
			}
		}
	}
}

func TestLooksOfPlayer(t *testing.T) {
	p, _ := player(t, true)
	c := p.Content()
	p.SetYear(2022)
	uitest.Looks(t, "player", laidOut(c, 400))
	p.Toggle()
	uitest.Looks(t, "player-playing", c)
	p.Stop()
	p.play.FocusGained()
	uitest.Looks(t, "player-focused", c)
	if before, after := rings(p.play), func() int { p.play.FocusLost(); return rings(p.play) }(); before != 1 || after != 0 {
		t.Errorf("the play button has %d rings with the focus, %d without", before, after)
	}
}
