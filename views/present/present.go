// Package present shows a lesson to a class: on the audience's window, and with
// notes and a clock on the presenter's.
package present

import (
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/lesson"
	"beltroad/internal/show"
	"beltroad/internal/slide"
	"beltroad/views/paint"
	"beltroad/views/record"
	"beltroad/views/slides"
	"beltroad/views/ui"
)

// Host is what a presentation needs of the app around it.
type Host interface {
	// Liking is how the user likes to present, SetLiking keeps it.
	Liking() Liking
	SetLiking(Liking)
	// Ended is told once the windows are gone: the lesson with the ink that was
	// drawn, if that is another than before, and the slide that was shown.
	Ended(l lesson.Lesson, inked bool, at int)
}

// Kit is what slides are made of, and what they look like.
type Kit struct {
	Dossier *data.Dossier
	Words   *record.Words
	Maker   *slides.Maker
	Theme   *ui.Theme
}

// Liking is what outlives a presentation.
type Liking struct {
	Scale float64 // of the slides' text, 1 to 2
	Notes float64 // of the notes' text, 1 to 3
}

// Presentation is a lesson being presented. Its methods are called on the UI goroutine.
type Presentation struct {
	host    Host
	dossier *data.Dossier
	words   *record.Words
	maker   *slides.Maker
	theme   *ui.Theme
	show    *show.Show
	liked   Liking

	hand     hand
	plates   *plates
	moved    moved
	readying bool // what comes next is got ready soon
	windows  *windows
	atOnce   bool // what belongs beside the windows is done in them, for tests
	ended    bool
}

// Start presents a lesson from a slide, by its index, in windows of its own. A
// lesson of which no slide is shown is none; then it is nil.
func Start(host Host, kit Kit, l lesson.Lesson, from int) *Presentation {
	p := newPresentation(host, kit, l, from)
	if p.show.Len() == 0 {
		return nil
	}
	p.windows.open()
	p.run()
	return p
}

// Rehearse presents a lesson without a clock that goes on, and with all that takes time
// done at once: for pictures and tests. With one display there is no presenter's window.
func Rehearse(host Host, kit Kit, l lesson.Lesson, two bool) (p *Presentation, audience, presenter fyne.Window) {
	p = newPresentation(host, kit, l, 0)
	p.atOnce = true
	if !two {
		p.windows.openOne()
		return p, p.windows.first, nil
	}
	p.windows.openTwo()
	return p, p.windows.second, p.windows.first
}

func newPresentation(host Host, kit Kit, l lesson.Lesson, from int) *Presentation {
	own := *kit.Theme
	own.Projector, own.Apart = false, true // slides and notes have sizes of their own
	p := &Presentation{
		host: host, dossier: kit.Dossier, words: kit.Words, maker: kit.Maker, theme: &own,
		show: show.New(l, from, time.Now), liked: host.Liking(),
	}
	p.show.SetScale(p.liked.Scale)
	p.plates = newPlates(p)
	p.windows = newWindows(p)
	return p
}

// run looks at the clock and the displays now and then, and keeps the screen awake.
func (p *Presentation) run() {
	const often = 500 * time.Millisecond
	stayAwake(true)
	go nowAndThen(often, func() (over bool) {
		fyne.DoAndWait(func() {
			if over = p.ended; !over {
				p.windows.look()
			}
		})
		return over
	})
}

// nowAndThen does something until it is over. Nobody else can stop it: a ticker that was
// stopped would be waited for, with all that is asked here, for ever.
func nowAndThen(pause time.Duration, do func() (over bool)) {
	tick := time.NewTicker(pause)
	defer tick.Stop()
	for range tick.C {
		if do() {
			return
		}
	}
}

// beside does work beside the windows, and its finish in them.
func (p *Presentation) beside(work func() (finish func())) {
	if p.atOnce {
		work()()
		return
	}
	go func() {
		finish := work()
		fyne.Do(func() {
			if !p.ended {
				finish()
			}
		})
	}()
}

// Front brings the windows to the front.
func (p *Presentation) Front() { p.windows.front() }

// Check opens the projector check.
func (p *Presentation) Check() { p.do(show.Check) }

// press does what a key says.
func (p *Presentation) press(k show.Key) {
	if p.ended {
		return
	}
	was := p.stand()
	p.after(show.Of(k), p.show.Press(k), was)
}

// do does what a command says.
func (p *Presentation) do(c show.Command) {
	if p.ended {
		return
	}
	was := p.stand()
	p.after(c, p.show.Do(c), was)
}

// stand is how the way through the slides stands.
type stand struct {
	at, layers int
	hides      bool
}

func (p *Presentation) stand() stand {
	return stand{p.show.At(), len(p.show.Layers()), p.show.Hides()}
}

func (p *Presentation) after(c show.Command, e show.Effect, was stand) {
	if p.windows.hint {
		p.windows.say("")
	}
	switch e {
	case show.Ended:
		p.End()
		return
	case show.Windows:
		p.windows.do(c)
	case show.Rescaled:
		p.liked.Scale = show.ScaleOf(p.show.Choice())
		p.host.SetLiking(p.liked)
		p.plates.forget()
	default:
		p.tell(c)
		onward := c == show.Next || c == show.Right || c == show.Down
		if onward && was == p.stand() && was.at == p.show.Len()-1 && !p.show.Has(show.Guessing) && !p.show.Has(show.Checking) && !p.show.Has(show.Overlook) {
			p.windows.say(p.words.Say("present.last.ends", map[string]any{"Key": p.keyText(show.KeyOf(show.Leave))}))
		}
	}
	p.refresh()
}

// tell says what a command has done, or has not, where nothing shows that.
func (p *Presentation) tell(c show.Command) {
	reveal := map[string]any{"Key": p.keyText(show.KeyOf(show.Reveal))}
	switch typed := p.show.Refused(); {
	case typed != "" && !p.show.Has(show.Guessing):
		p.windows.passing(p.slideless(typed))
	case (c == show.Guess || c == show.Reveal) && p.show.Here().Predict == nil:
		p.windows.passing(p.words.Say("present.guess.nothing"))
	case c == show.Guess && !p.show.Hides():
		p.windows.passing(p.words.Say("present.guess.revealed", reveal))
	case (c == show.Pause || c == show.Reset) && p.windows.console == nil:
		p.tellClock(c)
	}
}

// tellClock says what a command has done to the clock.
func (p *Presentation) tellClock(c show.Command) {
	t := p.show.Times()
	says := "present.clock.back"
	switch {
	case c == show.Pause && t.Paused:
		says = "present.clock.stands"
	case c == show.Pause:
		says = "present.clock.runs"
	case t.WasZero:
		says = "present.clock.zero"
	}
	p.windows.passing(p.words.Say(says, map[string]any{"Time": minutes(t.Elapsed), "Key": p.keyText(show.KeyOf(c))}))
}

// refresh shows the state in all windows, and gets ready what comes next.
func (p *Presentation) refresh() {
	if p.moved.from != p.plates.of(p.show.At()) {
		p.moved = moved{} // as planned when it comes again
	}
	p.windows.refresh()
	p.plates.ahead()
}

// End ends the presentation.
func (p *Presentation) End() {
	if p.ended {
		return
	}
	p.ended = true
	if !p.atOnce {
		stayAwake(false)
	}
	p.windows.close()
	l, inked := p.show.Inked()
	p.host.Ended(l, inked, p.show.Index(p.show.At()))
}

// Hides tells whether the slide hides its figure still.
func (p *Presentation) Hides() bool { return p.show.Hides() }

// State tells how the presentation stands, for tests that drive the real windows:
// "4 of 24, 2 strokes, 0 guesses, 2 displays, pen zoom".
func (p *Presentation) State() string {
	displays := 1
	if p.windows.second != nil {
		displays = 2
	}
	var s strings.Builder
	fmt.Fprintf(&s, "%d of %d, %d strokes, %d guesses, %d displays,", p.show.At()+1, p.show.Len(), len(p.show.Ink(p.show.At())), len(p.show.Guesses()), displays)
	for _, l := range p.show.Layers() {
		s.WriteString(" " + string(l))
	}
	if p.show.Hides() {
		s.WriteString(" hidden")
	}
	if p.windows.console != nil {
		s.WriteString(" notes")
	}
	if !p.plate().ready {
		s.WriteString(" making")
	}
	if p.windows.screen.hidden {
		s.WriteString(" nomouse")
	}
	return s.String()
}

// now is the time of day.
func (p *Presentation) now() time.Time { return time.Now() }

// scaleNotes makes the notes larger or smaller, where they are seen.
func (p *Presentation) scaleNotes(larger bool) {
	c := p.windows.console
	if c == nil {
		return
	}
	const step = 0.25
	by := step
	if !larger {
		by = -step
	}
	p.liked.Notes = max(1, min(p.liked.Notes+by, 3))
	p.host.SetLiking(p.liked)
	c.fillNotes()
}

// says is what the n-th slide says.
func (p *Presentation) says(n int) slide.Slide {
	of := p.maker.Of
	if p.show.HidesAt(n) {
		of = p.maker.Asked
	}
	s := of(p.show.Slide(n), p.show.Part(n))
	if s.Of == "" {
		s.Of = p.words.Say("present.of", map[string]any{"Number": n + 1, "Count": p.show.Len()})
	}
	return s
}

// lay lays a slide out for a size.
func (p *Presentation) lay(s *slide.Slide, size fyne.Size) slide.Layout {
	return s.Lay(slide.Size{Width: float64(size.Width), Height: float64(size.Height), Scale: p.liked.Scale}, paint.Measure)
}
