// Package show is the state of a presentation: which slide is shown and what is
// over it, the clock, the tool in hand, ink and guesses. Commands change it, and
// windows show it; it knows none.
package show

import (
	"slices"
	"strconv"
	"time"

	"beltroad/internal/lesson"
)

// Effect is what a command asks of the windows.
type Effect uint8

// The effects.
const (
	Changed  Effect = iota // something of the state did, or nothing
	Ended                  // the presentation is to be left
	Windows                // the command is theirs: it is about displays and windows
	Rescaled               // the scale of the slides was set
)

// Layer is what stands over the slide or is in hand, to be left by Escape.
type Layer string

// The layers.
const (
	Digits   Layer = "digits"
	Overlook Layer = "overview"
	Helping  Layer = "help"
	Checking Layer = "check"
	Tabled   Layer = "table"
	Zoomed   Layer = "zoom"
	Guessing Layer = "guess"
	Dark     Layer = "black"
	Bright   Layer = "white"
	Spot     Layer = "pointer"
	Pen      Layer = "pen"
	Marker   Layer = "marker"
	Eraser   Layer = "eraser"
)

// mostDigits is how many are typed at most: no lesson has more slides.
const mostDigits = 4

// Show is a presentation. Use [New].
type Show struct {
	lesson lesson.Lesson
	shown  []int // indexes of the slides that are not hidden
	at     int   // among those
	began  int   // the one that was shown first

	layers  []Layer // in the order that they were begun
	typed   string
	refused string     // what was typed last and could not be taken; gone with the next key
	choice  int        // in the overview, or among the lines of the check
	columns int        // of the overview
	line    int        // of the check, that the slides are set by
	zoom    [2]float64 // what stays where it is, in shares of the slide
	pointer [2]float64
	pointed bool // the pointer is over the slide

	clock   Clock
	onSlide Clock
	ink     map[string]*page
	guesses map[string]*guesses
}

// New begins a presentation of a lesson at a slide, by its index. A hidden one
// is passed over, whichever way there is one that is not. now tells the time.
func New(l lesson.Lesson, from int, now func() time.Time) *Show {
	s := &Show{lesson: l, columns: 1, ink: map[string]*page{}, guesses: map[string]*guesses{}}
	for i, slide := range l.Slides {
		if slide.Hidden {
			continue
		}
		if i <= from {
			s.at = len(s.shown)
		}
		if i > from && len(s.shown) > 0 && s.shown[len(s.shown)-1] < from {
			s.at = len(s.shown)
		}
		s.shown = append(s.shown, i)
	}
	s.began = s.at
	s.clock, s.onSlide = newClock(now), newClock(now)
	return s
}

// Lesson is what is presented, without the ink of this presentation.
func (s *Show) Lesson() lesson.Lesson { return s.lesson }

// Len is how many slides are shown.
func (s *Show) Len() int { return len(s.shown) }

// At is which of them is, from 0.
func (s *Show) At() int { return s.at }

// Index is the index within the lesson of the n-th slide that is shown.
func (s *Show) Index(n int) int { return s.shown[n] }

// Slide is the n-th slide that is shown.
func (s *Show) Slide(n int) lesson.Slide { return s.lesson.Slides[s.shown[n]] }

// Here is the slide that is shown.
func (s *Show) Here() lesson.Slide { return s.Slide(s.at) }

// Part is the title of the part of the lesson that the n-th slide is in.
func (s *Show) Part(n int) string {
	for i := s.shown[n]; i >= 0; i-- {
		if title := s.lesson.Slides[i].Section; title != "" {
			return title
		}
	}
	return ""
}

// Has tells whether a layer is there.
func (s *Show) Has(l Layer) bool { return slices.Contains(s.layers, l) }

// Layers are all that are there, in the order that they were begun.
func (s *Show) Layers() []Layer { return slices.Clone(s.layers) }

// Typed is what was typed and not yet taken: the number of a slide, or a guess.
func (s *Show) Typed() string { return s.typed }

// Refused is what was typed last and could not be taken: the number of a slide that is
// not there, or a guess beside the axis.
func (s *Show) Refused() string { return s.refused }

// Slideless tells whether what was typed is the number of no slide.
func (s *Show) Slideless() bool {
	n, err := strconv.Atoi(s.typed)
	return err != nil || n < 1 || n > len(s.shown)
}

// Choice is the slide that is chosen in the overview, or the line of the check.
func (s *Show) Choice() int { return s.choice }

// SetColumns tells how many slides the overview has beside each other.
func (s *Show) SetColumns(n int) { s.columns = max(1, n) }

// Go shows the n-th slide, and nothing over it but the tool in hand.
func (s *Show) Go(n int) {
	s.EndStroke()
	s.close(Digits, Overlook, Helping, Checking, Tabled, Zoomed, Guessing, Dark, Bright)
	if n = max(0, min(n, len(s.shown)-1)); n != s.at {
		s.at = n
		s.onSlide.zero()
	}
}

// Do does what a command says, and tells what the windows have to.
func (s *Show) Do(c Command) Effect {
	s.refused = ""
	if len(s.shown) == 0 {
		if c == Leave {
			return Ended
		}
		return Changed
	}
	if e, ok := s.inLayer(c); ok {
		return e
	}
	switch c {
	case Next, Right, Down:
		s.next()
	case Back, Left, Up:
		s.Go(s.at - 1)
	case First:
		s.Go(0)
	case Last:
		s.Go(len(s.shown) - 1)
	case Enter:
		s.enter()
	case Delete:
		if s.delete() {
			s.Go(s.at - 1)
		}
	case Leave:
		return s.leave()
	case Resume:
		s.Go(s.at)
		s.close(Spot, Pen, Marker, Eraser)
	case Display, Strip, FullScreen, Larger, Smaller, NotesDown, NotesUp:
		return Windows
	default:
		s.change(c)
	}
	return Changed
}

// change does what has nothing to do with the way through the slides.
func (s *Show) change(c Command) {
	switch c {
	case Undo:
		s.undo()
	case Redo:
		s.redo()
	case Wipe:
		s.wipe()
	case Reveal:
		s.reveal()
	case Pause:
		s.clock.pause()
	case Reset:
		s.clock.reset()
	default:
		s.toggle(c)
	}
}

// layerOf are the layers that a command opens and closes; others close when one of their set opens.
var layerOf = map[Command]struct {
	layer Layer
	set   []Layer
}{
	Black: {Dark, blanks}, White: {Bright, blanks},
	Pointer: {Spot, tools}, Draw: {Pen, tools}, Mark: {Marker, tools}, Erase: {Eraser, tools},
	Overview: {Overlook, screens}, Help: {Helping, screens}, Check: {Checking, screens},
	Zoom: {Zoomed, nil}, Table: {Tabled, nil}, Guess: {Guessing, screens},
}

var (
	blanks  = []Layer{Dark, Bright}
	tools   = []Layer{Spot, Pen, Marker, Eraser}
	screens = []Layer{Overlook, Helping, Checking, Guessing}
)

// LayerOf is the layer that a command opens and closes; ok is false if it does not.
func LayerOf(c Command) (l Layer, ok bool) {
	of, ok := layerOf[c]
	return of.layer, ok
}

func (s *Show) toggle(c Command) {
	t, ok := layerOf[c]
	if !ok || t.layer == Guessing && !s.Hides() {
		return
	}
	s.EndStroke()
	open := !s.Has(t.layer)
	s.close(Digits)
	s.close(t.set...)
	s.close(t.layer)
	if !open {
		return
	}
	s.layers = append(s.layers, t.layer)
	switch t.layer {
	case Overlook:
		s.choice = s.at
	case Checking:
		s.choice = s.line
	case Zoomed:
		if s.zoom = s.pointer; !s.pointed {
			s.zoom = [2]float64{0.5, 0.5}
		}
	default:
	}
}

// close takes layers away.
func (s *Show) close(all ...Layer) {
	s.layers = slices.DeleteFunc(s.layers, func(l Layer) bool { return slices.Contains(all, l) })
	if slices.Contains(all, Digits) || slices.Contains(all, Guessing) {
		s.typed = ""
	}
}

// next goes on: what the slide hides is revealed first.
func (s *Show) next() {
	if s.Hides() {
		s.close(Overlook, Helping, Checking, Dark, Bright, Guessing, Digits)
		s.reveal()
		return
	}
	s.Go(s.at + 1)
}

// leave leaves what was begun last.
func (s *Show) leave() Effect {
	if len(s.layers) == 0 {
		s.EndStroke()
		return Ended
	}
	s.EndStroke()
	s.close(s.layers[len(s.layers)-1])
	return Changed
}

// enter takes the number that was typed. A slide that is not there is no way to go.
func (s *Show) enter() {
	if s.typed == "" {
		s.next()
		return
	}
	typed, none := s.typed, s.Slideless()
	if s.close(Digits); none {
		s.refused = typed
		return
	}
	n, _ := strconv.Atoi(typed) // which it is
	s.Go(n - 1)
}

// delete takes the last digit away; true: there was none.
func (s *Show) delete() bool {
	if s.typed == "" {
		return true
	}
	if s.typed = s.typed[:len(s.typed)-1]; s.typed == "" {
		s.close(Digits)
	}
	return false
}

// Press does what a key says.
func (s *Show) Press(k Key) Effect {
	if s.refused = ""; s.Has(Guessing) && s.typeGuess(k.Sign) {
		return Changed
	}
	if c := Of(k); c != "" {
		return s.Do(c)
	}
	s.typeDigit(k.Sign)
	return Changed
}

// typeDigit takes up a digit of a slide's number.
func (s *Show) typeDigit(sign rune) {
	switch digit := sign >= '0' && sign <= '9'; {
	case !digit || len(s.typed) >= mostDigits || len(s.shown) == 0:
		return
	case s.typed == "":
		s.layers = append(s.layers, Digits)
	}
	s.typed += string(sign)
}

// Point tells where a pointer is, in shares of the slide's width and height.
func (s *Show) Point(x, y float64) { s.pointer, s.pointed = [2]float64{share(x), share(y)}, true }

// PointNowhere tells that no pointer is over the slide.
func (s *Show) PointNowhere() { s.pointed = false }

// PointerAt is where the pointer's spot is seen; ok is false if it is not.
func (s *Show) PointerAt() (x, y float64, ok bool) {
	return s.pointer[0], s.pointer[1], s.pointed && s.Has(Spot)
}

// ZoomFactor is how much larger a zoomed slide is.
const ZoomFactor = 2

// ZoomAt is the point of the slide that stays where it is; ok is false if nothing is zoomed.
func (s *Show) ZoomAt() (x, y float64, ok bool) { return s.zoom[0], s.zoom[1], s.Has(Zoomed) }

// Pan moves a zoomed slide, by shares of the screen.
func (s *Show) Pan(dx, dy float64) {
	s.zoom[0], s.zoom[1] = share(s.zoom[0]-dx/(ZoomFactor-1)), share(s.zoom[1]-dy/(ZoomFactor-1))
}

// share is a number from 0 to 1.
func share(v float64) float64 {
	if v != v { // not a number
		return 0
	}
	return max(0, min(v, 1))
}
