package present

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/internal/drawing"
	"beltroad/internal/lesson"
	"beltroad/internal/show"
	"beltroad/views/ui"
)

func TestHelpNamesAllKeys(t *testing.T) {
	p, _ := lecture(t, false, fyne.NewSize(1280, 720))
	keys(p.windows.first, "'?")
	said := texts(p.windows.first)
	for _, b := range show.Bindings() {
		name := p.words.Say("present.do." + string(b.Do))
		if strings.HasPrefix(name, "present.") || !strings.Contains(said, name) {
			t.Errorf("%s is not told of", b.Do)
		}
		for _, k := range b.Keys {
			if text := p.keyText(k); text == "" || !strings.Contains(said, text) {
				t.Errorf("%s: %q is not told of", b.Do, text)
			}
		}
		if b.Tool && strings.HasPrefix(p.words.Say("present.button."+string(b.Do), map[string]any{"Key": ""}), "present.") {
			t.Errorf("%s has a button without a name", b.Do)
		}
	}
}

func TestTable(t *testing.T) {
	p, _ := lecture(t, false, fyne.NewSize(1280, 720))
	keys(p.windows.first, "T")
	if !says(p.windows.first, "No figures of the ledger") {
		t.Error("a title has a table")
	}
	keys(p.windows.first, "Right T")
	f := p.dossier.Figures()[0]
	for _, want := range []string{f.Quantity.Text, f.Label, p.words.ClaimLong(f.Claim)} {
		if len(p.plates.of(1).says.Figures) > 0 && !says(p.windows.first, want) {
			t.Errorf("the table lacks %q", want)
		}
	}
	keys(p.windows.first, "Right T")
	if p.show.Hides() && !says(p.windows.first, "No figures of the ledger") {
		t.Error("what is to be guessed stands in the table")
	}
}

// The table has what other sources say, where the slide sets it beside a figure.
func TestTableOfSourcesThatDiffer(t *testing.T) {
	d := datatest.Open(t, data.Builtin())
	l := lesson.Lesson{Slides: []lesson.Slide{{ID: "a", Place: "differences#figure/covid-masks"}}}
	p, _ := lectureOf(t, d, l, ui.Light, false, fyne.NewSize(1280, 720))
	keys(p.windows.first, "T")
	s := p.plates.of(0).says
	for _, n := range s.Numerals {
		for _, want := range []string{strings.TrimSpace(n.Number + " " + n.Words), n.From} {
			if n.Other && !says(p.windows.first, want) || len(s.Numerals) != 2 {
				t.Errorf("the table lacks %q", want)
			}
		}
	}
	for _, l := range s.Lines {
		if !says(p.windows.first, l.Text) {
			t.Errorf("the table lacks %q", l.Text)
		}
	}
}

func TestOverview(t *testing.T) {
	p, _ := lecture(t, true, fyne.NewSize(1280, 720))
	keys(p.windows.second, "O")
	var tiles []*tile
	ui.Walk(p.windows.second.Canvas().Content(), func(o fyne.CanvasObject) bool {
		if tile, ok := o.(*tile); ok {
			tiles = append(tiles, tile)
		}
		return true
	})
	if len(tiles) != p.show.Len() {
		t.Fatalf("%d tiles for %d slides", len(tiles), p.show.Len())
	}
	for i, tile := range tiles {
		if tile.picture.Image == nil {
			t.Errorf("slide %d has no picture", i)
		}
	}
	keys(p.windows.first, "Down Return")
	if p.show.At() != p.windows.screen.over.grid.columns() || p.show.Has(show.Overlook) {
		t.Errorf("a row further down is slide %d", p.show.At())
	}
	keys(p.windows.first, "O")
	if tiles[6].OnTapped(); p.show.At() != 6 || p.show.Has(show.Overlook) {
		t.Errorf("a click leads to slide %d", p.show.At())
	}
}

func TestCheckSetsTheScale(t *testing.T) {
	p, k := lecture(t, false, fyne.NewSize(1280, 720))
	size := func() (most float64) {
		for _, m := range p.plates.of(1).lay.Marks {
			most = max(most, m.TextSize)
		}
		return most
	}
	body := func() float64 { return p.plates.of(p.show.Len() - 1).lay.Scale }
	before, scale := size(), body()
	keys(p.windows.first, "V End")
	if !says(p.windows.first, p.words.Say("present.check")) {
		t.Error("nobody is told what it is")
	}
	keys(p.windows.first, "Return")
	if k.liking.Scale != 2 || p.liked.Scale != 2 {
		t.Errorf("the scale is %g", k.liking.Scale)
	}
	if body() <= scale || size() < before {
		t.Errorf("slides are set at %g, before at %g", body(), scale)
	}
	keys(p.windows.first, "V Home Return")
	if k.liking.Scale != 1 || body() != scale {
		t.Errorf("the scale is %g", k.liking.Scale)
	}
}

// The check fits on its screen, whichever that is.
func TestCheckFits(t *testing.T) {
	for _, size := range []fyne.Size{fyne.NewSize(1024, 768), fyne.NewSize(1280, 720), fyne.NewSize(1280, 800), fyne.NewSize(3840, 2160)} {
		p, _ := lecture(t, false, size)
		for _, m := range p.checkPlate(size).lay.Marks {
			if m.X < 0 || m.Y < 0 || m.X+m.W > float64(size.Width) || m.Y+m.H > float64(size.Height) {
				t.Errorf("%v: %q lies at %+v", size, m.Text, m.Box)
			}
			if m.Kind == drawing.Text && strings.HasSuffix(m.Text, "…") {
				t.Errorf("%v: %q is cut", size, m.Text)
			}
		}
		p.End()
	}
}

func TestParted(t *testing.T) {
	kinds := func(all []part) (s string) {
		for _, p := range all {
			if p.pictured {
				s += "P"
			} else {
				s += "M"
			}
		}
		return s
	}
	rect := drawing.Mark{Kind: drawing.Rect, Box: drawing.Box{W: 5, H: 5}}
	text := drawing.Mark{Kind: drawing.Text, Box: drawing.Box{X: 2, W: 5, H: 5}}
	far := drawing.Mark{Kind: drawing.Text, Box: drawing.Box{X: 500, W: 5, H: 5}}
	area := drawing.Mark{Kind: drawing.Area, Parts: [][]drawing.Point{{{X: 1, Y: 1}, {X: 9, Y: 1}, {X: 9, Y: 9}}}}
	clip, all := drawing.Mark{Kind: drawing.Clip, Box: drawing.Box{W: 10, H: 10}}, drawing.Mark{Kind: drawing.Clip}
	for _, c := range []struct {
		marks []drawing.Mark
		want  string
		n     int // marks in the last part
	}{
		{nil, "", 0},
		{[]drawing.Mark{rect, text}, "M", 2},
		{[]drawing.Mark{rect, area, text}, "MPM", 1},
		{[]drawing.Mark{rect, clip, area, text, rect, all, text}, "MPM", 2}, // names stand above the map
		{[]drawing.Mark{clip, rect, far, all}, "P", 3},                      // a name beside it is not seen
		{[]drawing.Mark{clip, area, text}, "PM", 1},                         // never unclipped
	} {
		got := parted(c.marks)
		if kinds(got) != c.want || len(got) > 0 && len(got[len(got)-1].marks) != c.n {
			t.Errorf("%d marks: %s, want %s", len(c.marks), kinds(got), c.want)
		}
	}
	got := parted([]drawing.Mark{area})
	if got[0].box != (drawing.Box{X: 1, Y: 1, W: 8, H: 8}) {
		t.Errorf("the area is at %+v", got[0].box)
	}
	got[0].draw(func(drawing.Ink) color.Color { return color.Black }, 2)
	if got[0].picture.Rect.Dx() != 16 {
		t.Errorf("its picture is %v", got[0].picture.Rect)
	}
}

// The next slide is ready before it is asked for.
func TestNextSlideIsReady(t *testing.T) {
	p, _ := lecture(t, true, fyne.NewSize(1280, 720))
	for range p.show.Len() {
		for _, n := range []int{p.show.At() - 1, p.show.At(), p.show.At() + 1} {
			if n >= 0 && n < p.show.Len() && (p.plates.all[n] == nil || !p.plates.all[n].ready) {
				t.Errorf("at %d, slide %d is not ready", p.show.At(), n)
			}
		}
		if len(p.plates.all) > 2*around+4 {
			t.Errorf("%d slides are kept", len(p.plates.all))
		}
		p.do(show.Next)
	}
}

// What a slide shows was drawn before it was asked for, where nobody sees it: its
// texts in the same letters and colours, and its pictures by the same objects.
func TestNextSlideIsDrawnAhead(t *testing.T) {
	p, _ := lecture(t, true, fyne.NewSize(1280, 720))
	type text struct {
		text  string
		size  float32
		style fyne.TextStyle
		color color.Color
	}
	shown := func(objects []fyne.CanvasObject) (texts map[text]bool, pictures map[*canvas.Image]image.Image) {
		texts, pictures = map[text]bool{}, map[*canvas.Image]image.Image{}
		for _, o := range objects {
			switch o := o.(type) {
			case *canvas.Text:
				texts[text{o.Text, o.TextSize, o.TextStyle, o.Color}] = true
			case *canvas.Image:
				pictures[o] = o.Image
			}
		}
		return texts, pictures
	}
	views := map[string]*slideView{"audience": p.windows.screen.board.slide, "presenter": p.windows.console.board.slide, "next": p.windows.console.next}
	for p.show.At() < p.show.Len()-3 {
		ahead := map[string][]fyne.CanvasObject{}
		for name, v := range views {
			ahead[name] = slices.Clone(v.ahead.objects.Objects)
		}
		from, hid := p.show.At(), p.show.Hides()
		if p.do(show.Next); hid { // the same slide, revealed
			continue
		}
		for name, v := range views {
			texts, pictures := shown(ahead[name])
			nowTexts, nowPictures := shown(v.shown.Objects)
			for x := range nowTexts {
				if !texts[x] {
					t.Errorf("from %d, %s: %q was not drawn ahead", from, name, x.text)
				}
			}
			for o, img := range nowPictures {
				if pictures[o] != img {
					t.Errorf("from %d, %s: a picture was not drawn ahead", from, name)
				}
			}
		}
	}
}

func TestGuess(t *testing.T) {
	p, _ := lecture(t, true, fyne.NewSize(1280, 720))
	keys(p.windows.first, "Right Right G '4 Return")
	if !slices.Equal(p.show.Guesses(), []float64{4}) {
		t.Errorf("%v", p.show.Guesses())
	}
	if !strings.Contains(p.guessLine(), "1 of 40") {
		t.Errorf("it says %q", p.guessLine())
	}
	b := p.windows.screen.board
	if b.slide.plate.lay.Line.W > 0 && len(b.above.Objects) != 2 { // dot and slider
		t.Errorf("%d objects on the axis", len(b.above.Objects))
	}
	keys(p.windows.first, "Next")
	if p.show.At() != 2 || p.show.Hides() {
		t.Error("it is not revealed")
	}
	keys(p.windows.first, "Next")
	if p.show.At() != 3 {
		t.Error("it does not go on")
	}
}

// A guess is set down where the pointer lets it go.
func TestGuessByPointer(t *testing.T) {
	p, _ := lecture(t, true, fyne.NewSize(1280, 720))
	keys(p.windows.first, "Right Right")
	b := p.windows.console.board
	line := b.slide.plate.lay.Line
	at, _, scale := b.slide.frame()
	on := func(share float64) fyne.Position {
		return at.AddXY(float32(line.X+share*line.W)*scale, float32(line.Y)*scale)
	}
	for _, share := range []float64{0, 0.5} {
		e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
		e.Position = on(share)
		p.down(b, e)
		d := &fyne.DragEvent{}
		d.Position = on(share + 0.25)
		p.dragged(b, d)
		p.up()
		p.up() // Fyne tells of it twice
	}
	to := p.show.Here().Predict.To
	got := p.show.Guesses()
	if len(got) != 2 || math.Abs(got[0]-to/4) > to/500 || math.Abs(got[1]-3*to/4) > to/500 {
		t.Errorf("guesses on an axis to %g: %v", to, got)
	}
}

func TestTitleOfALessonWithoutOne(t *testing.T) {
	p, _ := lecture(t, false, fyne.NewSize(1280, 720))
	if !strings.HasPrefix(p.title("present.audience"), "Ten years") {
		t.Error(p.title("present.audience"))
	}
}

// What a change of slides takes of the UI goroutine, without what the display
// then does with it.
func BenchmarkChange(b *testing.B) {
	p, _ := lecture(b, true, fyne.NewSize(1920, 1080))
	for n := 0; b.Loop(); n++ {
		if n%p.show.Len() == 0 {
			p.show.Go(0)
		}
		if p.show.Hides() {
			p.show.Do(show.Next)
		}
		p.show.Do(show.Next)
		p.windows.refresh()
		b.StopTimer()
		p.plates.ahead()
		b.StartTimer()
	}
}

// What a small picture of a slide takes.
func BenchmarkSmall(b *testing.B) {
	p, _ := lecture(b, false, fyne.NewSize(1920, 1080))
	for n := 0; b.Loop(); n++ {
		clear(p.plates.smalls)
		p.plates.small(n%p.show.Len(), func(*image.RGBA) {})
	}
}

// What making a slide takes before it is asked for.
func BenchmarkAhead(b *testing.B) {
	p, _ := lecture(b, false, fyne.NewSize(1920, 1080))
	for n := 0; b.Loop(); n++ {
		p.plates.laid(n % p.show.Len())
	}
}

// What is said for a while lies on no text of a slide, zoomed or not.
func TestMessagesKeepOffTexts(t *testing.T) {
	for name, d := range map[string]*data.Dossier{"harbour": datatest.Open(t, fixture.Harbour()), "beltroad": datatest.Open(t, data.Builtin())} {
		lessons := []lesson.Lesson{someLesson(d)}
		for _, f := range d.Lessons() {
			l, err := lesson.Parse(f.Bytes)
			if err != nil {
				t.Fatal(err)
			}
			lessons = append(lessons, *l)
		}
		for _, l := range lessons {
			for _, size := range []fyne.Size{fyne.NewSize(1280, 720), fyne.NewSize(1280, 800), fyne.NewSize(1024, 768)} {
				p, _ := lectureOf(t, d, l, ui.Dark, false, size)
				for n := range p.show.Len() {
					p.show.Go(n)
					for range 2 {
						for _, text := range []string{
							p.words.Say("present.started", map[string]any{"Leave": "Esc", "Help": "?"}),
							p.words.Say("present.unplugged", map[string]any{"Key": "S"}),
						} {
							p.windows.say(text)
							coversNoText(t, p, fmt.Sprintf("%s, %s, %v, slide %d", name, l.Title, size, n+1))
						}
						p.do(show.Reveal)
					}
				}
				p.End()
			}
		}
	}
}

// coversNoText checks what is said over a slide.
func coversNoText(t *testing.T, p *Presentation, where string) {
	t.Helper()
	o := p.windows.screen.over
	if len(o.typed.Objects) != 1 {
		t.Fatal("nothing is said")
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o.typed.Objects[0])
	said := drawing.Box{X: float64(at.X), Y: float64(at.Y), W: float64(o.typed.Objects[0].Size().Width), H: float64(o.typed.Objects[0].Size().Height)}
	from, _, scale := frameOf(p.plate(), p.windows.screen.Size())
	_, texts := obstacles(p.plate(), from, float64(scale))
	if len(texts) == 0 {
		t.Errorf("%s: no text is seen", where)
	}
	if !apart(texts, said) {
		t.Errorf("%s: it is said at %+v over a text", where, said)
	}
	if said.X < 0 || said.Y < 0 || said.H < 10 || said.X+said.W > float64(p.windows.screen.Size().Width) {
		t.Errorf("%s: it is said at %+v", where, said)
	}
}

// With no notes on the screen, what C does to the clock is said.
func TestTheClockIsTold(t *testing.T) {
	p, _ := lecture(t, false, fyne.NewSize(1280, 720))
	line := func() string { return p.windows.screen.over.line() }
	for _, c := range []struct {
		do   show.Command
		want string
	}{{show.Pause, "The clock is paused at 0:0"}, {show.Pause, "The clock runs on from 0:0"}, {show.Reset, "The clock is set to 0."}, {show.Reset, "The clock is at 0:0"}} {
		if p.do(c.do); !strings.HasPrefix(line(), c.want) {
			t.Errorf("after %s it says %q", c.do, line())
		}
	}
	p.windows.say("")
	p.do(show.Strip)
	if p.do(show.Pause); line() != "" || !says(p.windows.extra, "paused") {
		t.Errorf("with notes it says %q", line())
	}
}

// What is typed is told as it is understood, and what is not used is told, too.
func TestWhatIsTypedIsTold(t *testing.T) {
	p, _ := lecture(t, false, fyne.NewSize(1280, 720))
	line := func() string { return p.windows.screen.over.line() }
	for _, c := range []struct{ keys, want string }{
		{"'1 '0", "Slide 10 of 17: Enter"},
		{"Escape '9 '9", "There is no slide 99. The last one is 17."},
		{"Return", "There is no slide 99. The last one is 17."},
		{"G", "This slide hides nothing that could be guessed."},
		{"R", "This slide hides nothing that could be guessed."},
		{"Right Right R G", "The figure is revealed. R hides it again."},
		{"R Home", ""},
		{"Right Right G '9 '9 '9 '9", "9,999 countries: not on the axis of 0–18 countries"},
		{"Return", "9,999 countries: not on the axis of 0–18 countries"},
		{"'- Return", "“-” is no number"},
		{"'4 Return", "Guess: 9 countries · Enter takes it · 1 of 40"},
	} {
		if keys(p.windows.first, c.keys); line() != c.want {
			t.Errorf("after %q it says %q, want %q", c.keys, line(), c.want)
		}
	}
	for range show.MostGuesses {
		p.do(show.Enter)
	}
	if want := "40 of 40 guesses, and no more. U takes back the last one."; line() != want {
		t.Errorf("it says %q", line())
	}
}
