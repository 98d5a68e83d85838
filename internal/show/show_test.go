package show

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"beltroad/internal/lesson"
)

// hand is a time that a test moves.
type hand struct{ at time.Time }

func (h *hand) now() time.Time       { return h.at }
func (h *hand) pass(d time.Duration) { h.at = h.at.Add(d) }

// six are six slides of two minutes, of which the third is hidden; the fifth hides its figure.
func six() lesson.Lesson {
	l := lesson.Lesson{Title: "six"}
	for i := range 6 {
		l.Slides = append(l.Slides, lesson.Slide{ID: fmt.Sprint("s", i), Minutes: 2, Hidden: i == 2})
	}
	l.Slides[0].Section, l.Slides[3].Section = "one", "two"
	l.Slides[4].Predict = &lesson.Predict{Figure: "f", From: 0, To: 50e6}
	return l
}

func begin(from int) (*Show, *hand) {
	h := &hand{time.Unix(1e9, 0)}
	return New(six(), from, h.now), h
}

// keys are the keys that a text names: a name alone, or with "shift+", "ctrl+"; a sign after "'".
func keys(text string) []Key {
	var all []Key
	for name := range strings.FieldsSeq(text) {
		var k Key
		name, k.Shift = strings.CutPrefix(name, "shift+")
		name, k.Control = strings.CutPrefix(name, "ctrl+")
		if sign, ok := strings.CutPrefix(name, "'"); ok {
			k.Sign = []rune(sign)[0]
		} else {
			k.Name = name
		}
		all = append(all, k)
	}
	return all
}

func (s *Show) press(text string) (last Effect) {
	for _, k := range keys(text) {
		last = s.Press(k)
	}
	return last
}

func TestKeysLeadThroughSlides(t *testing.T) {
	for _, c := range []struct {
		from   int
		keys   string
		at     int
		layers []Layer
	}{
		{0, "", 0, nil},
		{2, "", 2, nil}, // hidden: the one after it
		{5, "", 4, nil},
		{0, "Right Down Space Next", 3, nil}, // the fifth is revealed first
		{0, "Right Down Space Next Next", 4, nil},
		{0, "Next Prior Left Up", 0, nil},
		{0, "End Right", 4, nil},
		{0, "End Home", 0, nil},
		{3, "shift+F5", 0, nil},
		{0, "'3 Return", 2, nil},
		{0, "'4 KP_Enter", 3, nil},
		{0, "'9 Return", 0, nil}, // there is none
		{3, "'0 Return", 2, nil}, // there is none either
		{0, "'0 '3 Return", 2, nil},
		{0, "'9 '9 '9 '9 '9 '9 '9 '9 '9 Return", 0, nil},
		{0, "'3 Right", 1, nil},
		{0, "'4 Return BackSpace BackSpace", 1, nil},
		{0, "End Home BackSpace", 0, nil},
		{0, "Z O", 0, []Layer{Zoomed, Overlook}},
		{0, "Z O Right Return", 1, nil},
		{0, "T Right", 1, nil},
		{0, "Z Right", 1, nil},
		{0, "T Z B Right", 1, nil},
		{0, "D C Right C", 1, []Layer{Pen}},
		{0, "'3 '1 BackSpace Return", 2, nil},
		{3, "BackSpace", 1, nil},
		{0, "'3 Escape Return", 1, nil},
		{0, "'3", 0, []Layer{Digits}},
		{0, "Return", 1, nil},
		{0, "B", 0, []Layer{Dark}},
		{0, "'.", 0, []Layer{Dark}},
		{0, "B B", 0, nil},
		{0, "B W", 0, []Layer{Bright}},
		{0, "', ',", 0, nil},
		{0, "B Right", 1, nil},
		{0, "D Right", 1, []Layer{Pen}}, // the tool stays in hand
		{0, "D H", 0, []Layer{Marker}},
		{0, "D D", 0, nil},
		{0, "P T Z", 0, []Layer{Spot, Tabled, Zoomed}},
		{0, "P T Z Escape", 0, []Layer{Spot, Tabled}},
		{0, "P T Z Right", 1, []Layer{Spot}},
		{0, "T P Escape", 0, []Layer{Tabled}}, // what was begun last
		{0, "P B F5", 0, nil},
		{0, "O", 0, []Layer{Overlook}},
		{0, "O Right Right Return", 2, nil},
		{0, "O End Return", 4, nil},
		{0, "O End Escape", 0, nil},
		{0, "O '3 Return", 2, nil},
		{0, "O '?", 0, []Layer{Helping}},
		{0, "'? Next", 1, nil},
		{0, "G", 0, nil}, // there is nothing to guess
		{4, "G", 3, []Layer{Guessing}},
		{4, "G Next", 3, nil}, // revealed
		{4, "R R G", 3, []Layer{Guessing}},
		{0, "V", 0, []Layer{Checking}},
		{0, "V Return", 0, nil},
		{0, "Q X shift+Right", 1, nil},
	} {
		s, _ := begin(c.from)
		s.press(c.keys)
		if s.At() != c.at || !slices.Equal(s.layers, c.layers) && len(s.layers)+len(c.layers) > 0 {
			t.Errorf("from %d by %q: at %d with %q, want %d with %q", c.from, c.keys, s.At(), s.layers, c.at, c.layers)
		}
	}
}

func TestEffects(t *testing.T) {
	for _, c := range []struct {
		keys string
		want Effect
	}{
		{"Right", Changed},
		{"Escape", Ended},
		{"B Escape", Changed},
		{"B Escape Escape", Ended},
		{"F", Windows},
		{"F11", Windows},
		{"S", Windows},
		{"shift+S", Windows},
		{"'+", Windows},
		{"'-", Windows},
		{"V Down Return", Rescaled},
		{"Q", Changed},
	} {
		s, _ := begin(0)
		if got := s.press(c.keys); got != c.want {
			t.Errorf("%q: %d, want %d", c.keys, got, c.want)
		}
	}
}

// Each command has a key, no two share one, and each key is found.
func TestEachKeyHasOneCommand(t *testing.T) {
	seen := map[Key]Command{}
	for _, b := range Bindings() {
		if len(b.Keys) == 0 || KeyOf(b.Do) != b.Keys[0] {
			t.Errorf("%s has no key", b.Do)
		}
		for _, k := range b.Keys {
			if other := seen[k]; other != "" {
				t.Errorf("%+v is %s and %s", k, other, b.Do)
			}
			if seen[k] = b.Do; Of(k) != b.Do {
				t.Errorf("%+v is %s, want %s", k, Of(k), b.Do)
			}
		}
	}
	if Of(Key{Name: "B", Shift: true}) != "" || Of(Key{Name: "B", Control: true}) != "" {
		t.Error("a letter with Shift or Control is the letter alone")
	}
}

func TestWithoutSlides(t *testing.T) {
	s := New(lesson.Lesson{Slides: []lesson.Slide{{ID: "a", Hidden: true}}}, 0, (&hand{time.Unix(1e9, 0)}).now)
	for _, b := range Bindings() {
		if e := s.Do(b.Do); (e == Ended) != (b.Do == Leave) {
			t.Errorf("%s: %d", b.Do, e)
		}
	}
	s.BeginStroke(0, 0)
	s.Stroke(1, 1)
	s.EndStroke()
	if s.Len() != 0 || s.Hides() || s.Times() != (Times{}) {
		t.Error("there is something")
	}
}

func TestParts(t *testing.T) {
	s, _ := begin(0)
	for n, want := range []string{"one", "one", "two", "two", "two"} {
		if got := s.Part(n); got != want {
			t.Errorf("%d is in %q, want %q", n, got, want)
		}
	}
}

func TestOverviewMovesByRows(t *testing.T) {
	for _, c := range []struct {
		keys string
		want int
	}{
		{"O Down", 2}, {"O Down Down", 4}, {"O Right Down Down", 4}, {"O Down Down Down", 4}, {"O Up", 0}, {"O End Up", 2}, {"O Down Left", 1}, {"O Home Left", 0},
	} {
		s, _ := begin(0)
		s.SetColumns(2)
		if s.press(c.keys); s.Choice() != c.want {
			t.Errorf("%q chooses %d, want %d", c.keys, s.Choice(), c.want)
		}
	}
}

func TestClock(t *testing.T) {
	s, h := begin(0)
	const minute = time.Minute
	for i, c := range []struct {
		pass time.Duration
		keys string
		want Times
	}{
		{minute, "", Times{Elapsed: minute, Planned: 10 * minute, OnSlide: minute, Slide: 2 * minute}},
		{2 * minute, "", Times{Elapsed: 3 * minute, Planned: 10 * minute, OnSlide: 3 * minute, Slide: 2 * minute, Late: minute}},
		{0, "Right", Times{Elapsed: 3 * minute, Planned: 10 * minute, Slide: 2 * minute}},
		{minute, "C", Times{Elapsed: 4 * minute, Paused: true, Planned: 10 * minute, OnSlide: minute, Slide: 2 * minute}},
		{minute, "End", Times{Elapsed: 4 * minute, Paused: true, Planned: 10 * minute, Slide: 2 * minute, Late: -4 * minute}},
		{minute, "C", Times{Elapsed: 4 * minute, Planned: 10 * minute, OnSlide: minute, Slide: 2 * minute, Late: -4 * minute}},
		{minute, "shift+C", Times{WasZero: true, Planned: 10 * minute, OnSlide: 2 * minute, Slide: 2 * minute, Late: -8 * minute}},
		{minute, "shift+C", Times{Elapsed: 6 * minute, Planned: 10 * minute, OnSlide: 3 * minute, Slide: 2 * minute, Late: -2 * minute}},
		{0, "C shift+C", Times{Paused: true, WasZero: true, Planned: 10 * minute, OnSlide: 3 * minute, Slide: 2 * minute, Late: -8 * minute}},
		{0, "shift+C", Times{Elapsed: 6 * minute, Paused: true, Planned: 10 * minute, OnSlide: 3 * minute, Slide: 2 * minute, Late: -2 * minute}},
		{-time.Hour, "C", Times{Elapsed: 6 * minute, Planned: 10 * minute, Slide: 2 * minute, Late: -2 * minute}}, // a clock that was set
	} {
		h.pass(c.pass)
		s.press(c.keys)
		if got := s.Times(); got != c.want {
			t.Errorf("step %d:\n%+v, want\n%+v", i, got, c.want)
		}
	}
}

// Who begins in the middle is measured by the plan from there.
func TestClockFromTheMiddle(t *testing.T) {
	const minute = time.Minute
	s, h := begin(4) // the fourth that is shown, with 4 minutes from there on
	for i, c := range []struct {
		pass          time.Duration
		keys          string
		planned, late time.Duration
	}{
		{minute, "", 4 * minute, 0},
		{2 * minute, "", 4 * minute, minute},
		{0, "R Right", 4 * minute, 0},
		{2 * minute, "", 4 * minute, minute},
		{0, "Left Left", 4 * minute, 5 * minute}, // that is taught before what was to be
	} {
		h.pass(c.pass)
		s.press(c.keys)
		if got := s.Times(); got.Planned != c.planned || got.Late != c.late {
			t.Errorf("step %d: %+v", i, got)
		}
	}
}

func TestUnplanned(t *testing.T) {
	h := &hand{time.Unix(1e9, 0)}
	s := New(lesson.Lesson{Slides: []lesson.Slide{{ID: "a"}}}, 0, h.now)
	h.pass(time.Hour)
	if got := s.Times(); got.Late != 0 || got.Elapsed != time.Hour {
		t.Errorf("%+v", got)
	}
}

func TestInkBelongsToItsSlide(t *testing.T) {
	s, _ := begin(0)
	s.BeginStroke(0, 0) // nothing is in hand
	s.press("D")
	s.BeginStroke(0.1, 0.1)
	s.Stroke(0.2, 0.2)
	s.press("Right") // fast turning
	s.Stroke(0.3, 0.3)
	s.BeginStroke(0.5, 0.5)
	s.Stroke(2, -1)
	s.EndStroke()
	if got := fmt.Sprint(s.Ink(0), s.Ink(1), s.Ink(2)); got != "[{pen [0.1 0.1 0.2 0.2]}] [{pen [0.5 0.5 1 0]}] []" {
		t.Error(got)
	}
	l, changed := s.Inked()
	if !changed || len(l.Slides[0].Ink) != 1 || len(s.Lesson().Slides[0].Ink) != 0 {
		t.Error("the ink is not in the lesson, or in the one that was given")
	}
	s.press("ctrl+Z Left U")
	if _, changed := s.Inked(); changed {
		t.Error("undone, it is another lesson")
	}
	s.press("shift+U Right ctrl+Y")
	if got := len(s.Ink(0)) + len(s.Ink(1)); got != 2 {
		t.Errorf("done again, there are %d strokes", got)
	}
}

func TestErase(t *testing.T) {
	s, _ := begin(0)
	line := func(points ...float64) {
		s.BeginStroke(points[0], points[1])
		for i := 2; i < len(points); i += 2 {
			s.Stroke(points[i], points[i+1])
		}
		s.EndStroke()
	}
	s.press("D")
	line(0.1, 0.1, 0.9, 0.1)
	s.press("H")
	line(0.1, 0.5, 0.9, 0.5)
	line(0.3, 0.9)
	s.press("E")
	for i, c := range []struct {
		points []float64
		want   int
	}{
		{[]float64{0.5, 0.3}, 3}, // between them
		{[]float64{0.5, 0.11}, 2},
		{[]float64{0.5, 0.3, 0.5, 0.5}, 1},
		{[]float64{0.301, 0.9}, 0},
	} {
		if line(c.points...); len(s.Ink(0)) != c.want {
			t.Fatalf("%d: %d strokes are left, want %d", i, len(s.Ink(0)), c.want)
		}
	}
	for want := 1; want <= 3; want++ {
		if s.press("U"); len(s.Ink(0)) != want {
			t.Errorf("undone, %d are there, want %d", len(s.Ink(0)), want)
		}
	}
	if s.press("shift+E"); len(s.Ink(0)) != 0 {
		t.Error("it is not wiped")
	}
	if s.press("U"); len(s.Ink(0)) != 3 {
		t.Error("wiping is not undone")
	}
}

func TestLongStroke(t *testing.T) {
	s, _ := begin(0)
	s.press("D")
	s.BeginStroke(0, 0)
	for i := range 5000 {
		s.Stroke(float64(i%2), float64(i)/5000)
		s.Stroke(float64(i%2)+1e-5, float64(i)/5000) // no difference
	}
	s.EndStroke()
	for _, k := range s.Ink(0) {
		if len(k.Points) > 2*mostPoints || len(k.Points)%2 != 0 {
			t.Errorf("a stroke of %d numbers", len(k.Points))
		}
	}
	if n := len(s.Ink(0)); n != 3 {
		t.Errorf("%d strokes", n)
	}
	if s.press("U"); len(s.Ink(0)) != 0 {
		t.Error("it is not undone at once")
	}
}

func TestGuesses(t *testing.T) {
	s, _ := begin(4)
	if s.press("G '2 '1 '. '5 Return"); !slices.Equal(s.Guesses(), []float64{21.5e6}) {
		t.Error(s.Guesses())
	}
	s.press("Return Right Return Home Return Up Return End Return") // by the slider
	if want := []float64{21.5e6, 25e6, 25.5e6, 0, 5e6, 50e6}; !slices.Equal(s.Guesses(), want) {
		t.Error(s.Guesses())
	}
	s.press("'9 '9 Return '- '1 Return '. Return ctrl+Z") // beside the axis; no number; the last is undone
	if len(s.Guesses()) != 5 || s.Has(Dark) {
		t.Error(s.Guesses())
	}
	for range 100 {
		s.AddGuess(1)
	}
	if len(s.Guesses()) != MostGuesses {
		t.Errorf("%d guesses", len(s.Guesses()))
	}
	if !s.Hides() || s.At() != 3 {
		t.Error("it is revealed")
	}
	if s.press("Next"); s.Hides() || s.AddGuess(1) {
		t.Error("it is not revealed, or can still be guessed")
	}
	s.press("Next Prior")
	if s.Hides() || len(s.Guesses()) != MostGuesses {
		t.Error("come again, it hides the figure, or the guesses are gone")
	}
}

// A guess by hand is as round as the axis can tell.
func TestRoundGuesses(t *testing.T) {
	for _, c := range []struct{ from, to, at, want float64 }{
		{0, 1000, 613.8245033112582, 614},
		{0, 3.5e9, 2028794446.5685802, 2.03e9},
		{0, 30e6, 20.96666e6, 21e6},
		{0, 6e13, 19.123e12, 19.1e12},
		{0, 100, 33.3333, 33},
		{0, 20, 19.96, 20},
		{0, 5, 1.23456, 1.23},
		{0, 10, 0.3, 0.3},
		{1000, 0, 613.8, 614},
		{0.5, 30, 0.6, 1},
		{0.5, 30, 0.2, 0.5},
		{7, 7, 7, 7},
		{0, 1000, math.Inf(1), 1000},
	} {
		l := lesson.Lesson{Slides: []lesson.Slide{{ID: "a", Predict: &lesson.Predict{From: c.from, To: c.to}}}}
		s := New(l, 0, time.Now)
		if s.SetSlider(c.at); s.Slider() != c.want {
			t.Errorf("%g on %g to %g: %v, want %g", c.at, c.from, c.to, s.Slider(), c.want)
		}
		was := s.Slider()
		s.Do(Guess)
		if s.Do(Left); c.from < c.to && was > c.from && s.Slider() >= was {
			t.Errorf("on %g to %g the slider sticks at %g", c.from, c.to, was)
		}
	}
}

// What is typed is understood in what the axis is counted in, or in full; what is not
// used stays to be told until the next key.
func TestTypedGuesses(t *testing.T) {
	for _, c := range []struct {
		to    float64
		typed string
		want  Guessed
		taken bool
	}{
		{30e6, "21", Guessed{Value: 21e6}, true},
		{30e6, "21000000", Guessed{Value: 21e6}, true},
		{30e6, "21,000,000", Guessed{Value: 21e6}, true},
		{30e6, "21.000.000", Guessed{Value: 21e6}, true},
		{30e6, "21,5", Guessed{Value: 21.5e6}, true},
		{30e6, "40", Guessed{Value: 40e6, Off: true}, false}, // not forty passengers
		{3.5e9, "2.03", Guessed{Value: 2.03e9}, true},
		{6e13, "19100000000000", Guessed{Value: 19.1e12}, true},
		{1000, "1,000", Guessed{Value: 1000}, true},
		{1000, "5000", Guessed{Value: 5000, Off: true}, false},
		{1000, "0,125", Guessed{Value: 0.125}, true},
		{1000, "-1", Guessed{Value: -1, Off: true}, false},
		{1000, "-", Guessed{Typed: "-"}, false},
		{1000, "1.2.3", Guessed{Typed: "1.2.3"}, false},
	} {
		s := New(lesson.Lesson{Slides: []lesson.Slide{{ID: "a", Predict: &lesson.Predict{To: c.to}}}}, 0, time.Now)
		s.Do(Guess)
		for _, sign := range c.typed {
			s.Press(Key{Sign: sign})
		}
		if got := s.Guessing(); got != c.want || s.Typed() != c.typed {
			t.Errorf("%q on an axis to %g is understood as %+v of %q", c.typed, c.to, got, s.Typed())
		}
		s.Do(Enter)
		if taken := len(s.Guesses()) == 1; taken != c.taken || s.Refused() != "" == taken || s.Typed() != "" {
			t.Errorf("%q: guesses %v, refused %q", c.typed, s.Guesses(), s.Refused())
		}
		if got := s.Guessing(); !c.taken && got != c.want {
			t.Errorf("%q: afterwards it is told as %+v", c.typed, got)
		}
		if s.Press(Key{Sign: '5'}); s.Refused() != "" || s.Typed() != "5" {
			t.Errorf("%q: the next key leaves %q, %q", c.typed, s.Refused(), s.Typed())
		}
	}
	s, _ := begin(0)
	if s.press("'9 '9"); !s.Slideless() {
		t.Error("there is a slide 99")
	}
	if s.press("Return"); s.Refused() != "99" || s.At() != 0 {
		t.Errorf("refused is %q at %d", s.Refused(), s.At())
	}
	if s.press("'2"); s.Refused() != "" || s.Slideless() {
		t.Errorf("refused is %q still", s.Refused())
	}
}

func TestPointerAndZoom(t *testing.T) {
	s, _ := begin(0)
	s.press("Z")
	if x, y, ok := s.ZoomAt(); !ok || x != 0.5 || y != 0.5 {
		t.Error("without a pointer, it is not the middle that is zoomed")
	}
	s.press("Z P")
	if _, _, ok := s.PointerAt(); ok {
		t.Error("a pointer is nowhere, and shown")
	}
	s.Point(0.25, 3)
	if x, y, ok := s.PointerAt(); !ok || x != 0.25 || y != 1 {
		t.Error(x, y, ok)
	}
	s.press("Z")
	s.Pan(0.1, 0.4)
	if x, y, _ := s.ZoomAt(); x != 0.15 || y != 0.6 {
		t.Error(x, y)
	}
	if s.PointNowhere(); s.press("Z") != Changed {
		t.Error("zoom")
	}
	if _, _, ok := s.PointerAt(); ok {
		t.Error("the pointer has left, and is shown")
	}
}

func TestCheckSetsTheScale(t *testing.T) {
	s, _ := begin(0)
	s.press("V Home")
	if got := ScaleOf(s.Choice()); got != 1 {
		t.Errorf("who reads the smallest line has scale %g", got)
	}
	if s.press("End Down"); ScaleOf(s.Choice()) != 2 {
		t.Errorf("who reads the largest alone has scale %g", ScaleOf(s.Choice()))
	}
	if s.press("Return V"); s.Choice() != len(ladder)-1 {
		t.Errorf("opened again, line %d is marked", s.Choice())
	}
	for i := range ladder { // in the next lesson, too
		next, _ := begin(0)
		next.SetScale(ScaleOf(i))
		if next.press("V"); ScaleOf(next.Choice()) != ScaleOf(i) || next.Choice() < i {
			t.Errorf("line %d was taken, line %d is marked", i, next.Choice())
		}
	}
	if l := Ladder(); !slices.IsSorted(l) || len(l) != len(ladder) || !slices.Contains(l, 1.0/body) {
		t.Error(l)
	}
}

// Whatever is pressed, in whatever order: the state holds together, and Escape
// ends it in the end.
func TestRandomWalk(t *testing.T) {
	var all []Key
	for _, b := range Bindings() {
		all = append(all, b.Keys...)
	}
	for _, sign := range "0123456789.,-x" {
		all = append(all, Key{Sign: sign})
	}
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 1)) // #nosec G404 -- a test
		s, h := begin(r.IntN(8) - 1)
		var way []Key
		for range 200 {
			h.pass(time.Duration(r.IntN(5000)) * time.Millisecond)
			switch r.IntN(6) {
			case 0:
				s.BeginStroke(r.Float64(), r.Float64())
			case 1:
				s.Stroke(r.Float64(), r.Float64())
			case 2:
				s.EndStroke()
			default:
				k := all[r.IntN(len(all))]
				way = append(way, k)
				s.Press(k)
			}
			if bad := s.broken(); bad != "" {
				t.Fatalf("seed %d: %s after %v", seed, bad, way)
			}
		}
		for n := 0; s.Do(Leave) != Ended; n++ {
			if n > 15 {
				t.Fatalf("seed %d: Escape does not end it: %q", seed, s.layers)
			}
		}
		for n := range s.Len() {
			for s.Go(n); len(s.pageOf(s.Here()).undo) > 0; {
				s.Do(Undo)
			}
		}
		if _, changed := s.Inked(); changed {
			t.Fatalf("seed %d: all ink undone, there is some", seed)
		}
	}
}

// broken says what of the state cannot be; empty: nothing.
func (s *Show) broken() string {
	count := func(of []Layer) (n int) {
		for _, l := range s.layers {
			if slices.Contains(of, l) {
				n++
			}
		}
		return n
	}
	seen := map[Layer]bool{}
	for _, l := range s.layers {
		if seen[l] {
			return "a layer is there twice"
		}
		seen[l] = true
	}
	times := s.Times()
	switch {
	case s.at < 0 || s.at >= s.Len():
		return "nowhere"
	case s.Here().Hidden:
		return "a hidden slide is shown"
	case count(tools) > 1 || count(blanks) > 1 || count(screens) > 1:
		return fmt.Sprintf("too much at once: %q", s.layers)
	case s.Has(Digits) != (s.typed != "" && !s.Has(Guessing)):
		return fmt.Sprintf("typed %q with %q", s.typed, s.layers)
	case s.Has(Guessing) && !s.Hides():
		return "what is known is guessed"
	case s.Has(Overlook) && (s.choice < 0 || s.choice >= s.Len()):
		return "nothing is chosen"
	case times.Elapsed < 0 || times.OnSlide < 0:
		return "time runs back"
	default:
		return ""
	}
}
