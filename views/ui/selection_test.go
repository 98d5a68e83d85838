package ui

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"beltroad/views/uitest"
)

// Every position of a text is found again where its caret stands.
func TestPositionsAreFoundWhereTheyAre(t *testing.T) {
	for seed := range uint64(200) {
		random := rand.New(rand.NewPCG(seed, 11)) // #nosec G404 -- the same each time
		text := randomText(random)
		laidOut(text, 60+random.Float32()*500)
		s := text.String()
		for n := range text.laid().rows {
			for _, w := range text.row(n) {
				if got := s[w.at:w.end()]; got != w.text {
					t.Fatalf("seed %d: the word %q is said to be at %d, where %q is", seed, w.text, w.at, got)
				}
				for _, offset := range []int{int(w.at), int(w.at) + stopsIn(w.text)[0].end} {
					at, high := text.caretAt(offset)
					if got := text.OffsetAt(at.AddXY(0, high/2)); got != offset {
						t.Fatalf("seed %d: %q has position %d at %v, where %d is found", seed, s, offset, at, got)
					}
				}
			}
		}
	}
}

func TestOffsetAtGoesToTheNearestLetter(t *testing.T) {
	text := laidOut(NewText(Run{Text: "over 230 ports"}), 500)
	word := textWidth("over", text.size(0), fyne.TextStyle{})
	gap := textWidth(" ", text.size(0), fyne.TextStyle{})
	for _, c := range []struct {
		x    float32
		want int
	}{{-5, 0}, {1, 0}, {word - 1, 4}, {word + gap*0.3, 4}, {word + gap*0.8, 5}, {400, 14}} {
		if got := text.OffsetAt(fyne.NewPos(c.x, 5)); got != c.want {
			t.Errorf("at %g: %d, want %d", c.x, got, c.want)
		}
	}
	if got := text.OffsetAt(fyne.NewPos(0, 900)); got != 0 {
		t.Errorf("below the text it is %d", got)
	}
	if got := laidOut(NewText(Run{}), 100).OffsetAt(fyne.NewPos(5, 5)); got != 0 {
		t.Errorf("in an empty text it is %d", got)
	}
}

func TestWordsOfAText(t *testing.T) {
	for _, c := range []struct {
		text         string
		offset       int
		word         string
		after, befor int
	}{
		{"over 230 ports", 2, "over", 4, 0},
		{"over 230 ports", 4, " ", 8, 0},
		{"over 230 ports", 5, "230", 8, 0},
		{"US$19.1 trillion", 4, "19.1", 7, 3},
		{"d’Ivoire’s port", 3, "d’Ivoire’s", 14, 0},
		{"港口合作", 3, "口", 6, 0},
		{"Café\u00a0au lait", 1, "Café", 5, 0},
		{"end.", 4, ".", 4, 0},
		{"", 0, "", 0, 0},
	} {
		from, to := wordAround(c.text, c.offset)
		if got := c.text[from:to]; got != c.word {
			t.Errorf("at %d of %q is %q, want %q", c.offset, c.text, got, c.word)
		}
		if got := wordAfter(c.text, c.offset); got != c.after {
			t.Errorf("after %d of %q a word ends at %d, want %d", c.offset, c.text, got, c.after)
		}
		if got := wordBefore(c.text, c.offset); got != c.befor {
			t.Errorf("before %d of %q a word begins at %d, want %d", c.offset, c.text, got, c.befor)
		}
	}
}

func TestLettersKeepTheirMarks(t *testing.T) {
	const text = "e\u0301a👩‍🌾港"
	var stops []int
	for at := 0; at < len(text); at = letterAfter(text, at) {
		stops = append(stops, at)
	}
	if want := []int{0, 3, 4, 15}; !slices.Equal(stops, want) {
		t.Fatalf("letters begin at %v, want %v", stops, want)
	}
	for i := len(stops) - 1; i > 0; i-- {
		if got := letterBefore(text, stops[i]); got != stops[i-1] {
			t.Errorf("before %d the letter begins at %d, want %d", stops[i], got, stops[i-1])
		}
	}
	if letterBefore(text, 0) != 0 || letterAfter(text, len(text)) != len(text) {
		t.Error("beyond the text is a letter")
	}
}

// pointer plays Fyne's part: what is pressed, where the pointer goes, what is released.
type pointer struct {
	t      *testing.T
	canvas fyne.Canvas
	area   *SelectionArea
	now    time.Time
	at     fyne.Position
}

func newPointer(t *testing.T, content fyne.CanvasObject, size fyne.Size) *pointer {
	t.Helper()
	p := &pointer{t: t, area: NewSelectionArea(content), now: time.Unix(1000, 0)}
	clock = func() time.Time { return p.now }
	p.canvas = uitest.InWindow(t, NewScroller(p.area), size)
	t.Cleanup(func() { clock, modifiers = time.Now, func() fyne.KeyModifier { return 0 } })
	modifiers = func() fyne.KeyModifier { return 0 }
	return p
}

// over is the innermost object there that has the interface.
func topmost[T any](p *pointer, at fyne.Position) (found T) {
	Walk(p.canvas.Content(), func(o fyne.CanvasObject) bool {
		pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
		in := at.X >= pos.X && at.Y >= pos.Y && at.X < pos.X+o.Size().Width && at.Y < pos.Y+o.Size().Height
		if w, ok := o.(T); ok && in {
			found = w
		}
		return true
	})
	return found
}

func (p *pointer) event(at fyne.Position, mod fyne.KeyModifier) *desktop.MouseEvent {
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: mod}
	e.AbsolutePosition = at
	return e
}

// press presses at a point: what can be tapped there hides what is behind it.
func (p *pointer) press(at fyne.Position, mod fyne.KeyModifier) {
	p.at = at
	if m, ok := topmost[fyne.Tappable](p, at).(desktop.Mouseable); ok {
		m.MouseDown(p.event(at, mod))
	}
}

func (p *pointer) release() {
	if m, ok := topmost[fyne.Tappable](p, p.at).(desktop.Mouseable); ok {
		m.MouseUp(p.event(p.at, 0))
	}
}

func (p *pointer) click(at fyne.Position, mod fyne.KeyModifier) {
	p.press(at, mod)
	p.release()
	if o := topmost[fyne.Tappable](p, at); o != nil {
		o.Tapped(&fyne.PointEvent{AbsolutePosition: at})
	}
	p.now = p.now.Add(50 * time.Millisecond)
}

func (p *pointer) drag(from fyne.Position, to ...fyne.Position) {
	p.press(from, 0)
	o := topmost[fyne.Draggable](p, from)
	for _, at := range to {
		e := &fyne.DragEvent{Dragged: fyne.NewDelta(at.X-p.at.X, at.Y-p.at.Y)}
		e.AbsolutePosition = at
		o.Dragged(e)
		p.at = at
	}
	p.release()
	o.DragEnd()
	p.now = p.now.Add(time.Minute)
}

// of is where a position of a text is on the window.
func (p *pointer) of(t *Text, offset int) fyne.Position {
	at, high := t.caretAt(offset)
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(t).Add(at).AddXY(0, high/2)
}

func (p *pointer) wants(want string) {
	p.t.Helper()
	if got := p.area.Quote(); got != want {
		p.t.Errorf("selected is %q, want %q", got, want)
	}
}

func TestSelectingByPointer(t *testing.T) {
	opened := 0
	one := NewText(Run{Text: "More than 230 ports of "}, Run{Text: "many countries", OnOpen: func() { opened++ }}, Run{Text: " are said to be linked.\u00a0So be it."})
	two := Label("港口合作 and trade", "", "")
	p := newPointer(t, Column(10, one, two), fyne.NewSize(260, 300))
	told := 0
	p.area.OnSelected = func() { told++ }

	p.drag(p.of(one, 5), p.of(one, 9), p.of(one, 13))
	p.wants("than 230")
	if told != 1 {
		t.Errorf("was told %d times", told)
	}
	p.drag(p.of(one, 13), p.of(one, 5))
	p.wants("than 230")
	p.drag(p.of(one, 14), p.of(two, 6))
	p.wants("ports of many countries are said to be linked.\u00a0So be it.\n港口")
	p.drag(p.of(one, 30), p.of(one, 33)) // from within the link
	p.wants("unt")
	if opened != 0 {
		t.Error("a drag from a link opened it")
	}
	p.click(p.of(one, 25), 0)
	if opened != 1 {
		t.Error("a click on a link does not open it")
	}
	p.drag(p.of(two, 0), p.of(two, 3), fyne.NewPos(250, 290))
	p.wants("港口合作 and trade")

	p.click(p.of(one, 6), 0)
	p.wants("")
	p.click(p.of(one, 6), 0)
	p.wants("than")
	p.click(p.of(one, 6), 0)
	p.wants(one.String())
	p.now = p.now.Add(time.Minute)

	p.click(p.of(one, 10), 0)
	p.wants("")
	p.now = p.now.Add(time.Minute)
	p.click(p.of(one, 19), fyne.KeyModifierShift)
	p.wants("230 ports")
	p.click(p.of(one, 5), fyne.KeyModifierShift)
	p.wants("than ")

	// A double click, held: it goes on by words.
	p.now = p.now.Add(time.Minute)
	p.click(p.of(one, 11), 0)
	p.drag(p.of(one, 11), p.of(one, 16))
	p.wants("230 ports")
	p.now = p.now.Add(time.Minute)
	p.click(p.of(one, 11), 0)
	p.drag(p.of(one, 11), p.of(one, 6))
	p.wants("than 230")

	got := p.area.Selected()
	if len(got) != 1 || got[0].Text != one.String() || got[0].Start != 5 || got[0].Quote() != "than 230" {
		t.Errorf("selected is %+v", got)
	}
	p.area.Clear()
	p.wants("")
}

func TestSelectingTakesWhatHasScrolledAway(t *testing.T) {
	list := NewList(2, 500, func(i int) fyne.CanvasObject { return Label(fmt.Sprintf("Paragraph %d.", i), "", "") })
	p := newPointer(t, list, fyne.NewSize(200, 120))
	from, _ := list.Live(1).(*Text)
	p.press(p.of(from, 0), 0)
	p.drag(p.of(from, 0), fyne.NewPos(20, 60))
	p.click(p.of(from, 0), 0)
	list.Reveal(300)
	if list.Live(1) != nil {
		t.Fatal("what has scrolled away is live")
	}
	last, _ := list.Live(300).(*Text)
	p.click(p.of(last, 9), fyne.KeyModifierShift)
	got := strings.Split(p.area.Quote(), "\n")
	if len(got) != 300 || got[0] != "Paragraph 1." || got[299] != "Paragraph" {
		t.Errorf("%d are selected, from %q to %q", len(got), got[0], got[len(got)-1])
	}
	list.Reveal(0)
	first, _ := list.Live(1).(*Text)
	if first == from || first.under.start != 0 || first.under.end != len("Paragraph 1.") {
		t.Errorf("what comes into view again shows %d to %d", first.under.start, first.under.end)
	}
	if zero, _ := list.Live(0).(*Text); zero.under.start < zero.under.end {
		t.Error("the text before it is selected")
	}
}

func key(name fyne.KeyName) *fyne.KeyEvent { return &fyne.KeyEvent{Name: name} }

func TestSelectingByKeyboard(t *testing.T) {
	opened := 0
	one := NewText(Run{Text: "More than 230 ports "}, Run{Text: "abroad", OnOpen: func() { opened++ }}, Run{Text: "."})
	two := Label("Second.", "", "")
	passage := NewListItem("first", one, func() {})
	p := newPointer(t, Column(10, passage, NewListItem("second", two, func() {})), fyne.NewSize(600, 300))
	press := func(mod fyne.KeyModifier, names ...fyne.KeyName) {
		modifiers = func() fyne.KeyModifier { return mod }
		for _, n := range names {
			p.canvas.Focused().TypedKey(key(n))
		}
	}
	far := func(mod fyne.KeyModifier, names ...fyne.KeyName) {
		for _, n := range names {
			p.area.TypedShortcut(&desktop.CustomShortcut{KeyName: n, Modifier: farther() | mod})
		}
	}
	const shift = fyne.KeyModifierShift

	p.canvas.Focus(passage)
	press(shift, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight)
	p.wants("More")
	if p.canvas.Focused() != fyne.Focusable(p.area) {
		t.Fatal("the area has not the keyboard")
	}
	far(shift, fyne.KeyRight, fyne.KeyRight)
	p.wants("More than 230")
	press(shift, fyne.KeyLeft)
	p.wants("More than 23")
	far(shift, fyne.KeyLeft)
	p.wants("More than ")
	press(shift, fyne.KeyEnd)
	p.wants(one.String())
	press(shift, fyne.KeyRight, fyne.KeyRight)
	p.wants(one.String() + "\nS")
	press(shift, fyne.KeyHome, fyne.KeyUp, fyne.KeyHome)
	p.wants("")
	press(shift, fyne.KeyDown)
	p.wants(one.String()) // to the beginning of the second
	p.area.TypedShortcut(&fyne.ShortcutCopy{})
	if got := fyne.CurrentApp().Clipboard().Content(); got != one.String() {
		t.Errorf("copied is %q", got)
	}
	press(0, fyne.KeyEscape)
	p.wants("")
	if p.canvas.Focused() != fyne.Focusable(passage) {
		t.Error("the keyboard does not go back to the passage")
	}
	press(shift, fyne.KeyRight)
	p.area.TypedShortcut(&fyne.ShortcutSelectAll{})
	p.wants(one.String())
	press(0, fyne.KeyEscape)

	ToggleCaret(p.canvas)
	if one.under.caret != 1 {
		t.Fatalf("the caret is at %d", one.under.caret-1)
	}
	press(0, fyne.KeyRight, fyne.KeyRight)
	p.wants("")
	far(0, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight)
	press(0, fyne.KeyLeft)
	press(0, fyne.KeyRight)
	press(0, fyne.KeyRight, fyne.KeyRight)
	if got := p.area.focus.offset; got != 21 {
		t.Fatalf("the caret is at %d", got)
	}
	press(0, fyne.KeyReturn)
	if opened != 1 {
		t.Error("Enter does not open the link at the caret")
	}
	press(0, fyne.KeyDown)
	if two.under.caret == 0 || one.under.caret != 0 {
		t.Error("the caret does not go down into the second text")
	}
	press(0, fyne.KeyEscape)
	if two.under.caret != 0 || p.canvas.Focused() != fyne.Focusable(passage) {
		t.Error("Escape leaves the caret")
	}
}

func TestOneSelectionInAWindow(t *testing.T) {
	one, two := Label("One two.", "", ""), Label("Three four.", "", "")
	second := NewSelectionArea(two)
	p := newPointer(t, Column(10, one, second), fyne.NewSize(300, 200))
	p.drag(p.of(one, 0), p.of(one, 3))
	p.wants("One")
	p.drag(p.of(two, 0), p.of(two, 5))
	p.wants("")
	if second.Quote() != "Three" {
		t.Errorf("selected is %q", second.Quote())
	}
	if !CopySelection(p.canvas) || fyne.CurrentApp().Clipboard().Content() != "Three" {
		t.Error("it is not copied")
	}
	if !ClearSelection(p.canvas) || ClearSelection(p.canvas) || CopySelection(p.canvas) {
		t.Error("it is not cleared once")
	}
}

func TestMarksAreFoundAndOpened(t *testing.T) {
	text := NewText(Run{Text: "More than 230 ports of "}, Run{Text: "many", Mark: MarkColor(1), OnOpen: func() {}}, Run{Text: " countries."})
	p := newPointer(t, NewPassage("", text), fyne.NewSize(150, 300))
	var opened []string
	p.area.OnMark = func(_ *Text, m Mark) { opened = append(opened, m.Name) }
	text.SetMarks(Mark{Start: 5, End: 19, Ground: ColorFound, Name: "wide"}, Mark{Start: 10, End: 13, Ground: ColorFound, Under: ThickUnderline, Name: "narrow"})
	p.click(p.of(text, 11), 0)
	p.click(p.of(text, 6).AddXY(2, 0), 0)
	p.click(p.of(text, 1), 0)
	if want := []string{"narrow", "wide"}; !slices.Equal(opened, want) {
		t.Errorf("opened %v, want %v", opened, want)
	}
}

func TestMarkedTextsLook(t *testing.T) {
	made := func(marks ...Mark) *Text {
		text := NewText(Run{Text: "More than 230 ports of "}, Run{Text: "many", Mark: MarkColor(1), OnOpen: func() {}}, Run{Text: " countries."})
		text.SetMarks(marks...)
		return laidOut(text, 150)
	}
	uitest.Looks(t, "text-marked", made(Mark{Start: 5, End: 13, Ground: ColorFound}, Mark{Start: 14, End: 26, Under: DoubleUnderline}))
	uitest.Looks(t, "text-framed", made(Mark{Start: 5, End: 13, Ground: ColorFound, Under: Framed}))
	selected := made()
	selected.setSelected(5, 26, 26)
	uitest.Looks(t, "text-selected", selected)
	plain, cleared := test.RenderObjectToMarkup(made()), made(Mark{Start: 5, End: 13, Ground: ColorFound})
	cleared.SetMarks()
	if got := test.RenderObjectToMarkup(cleared); got != plain {
		t.Errorf("without its marks it looks like\n%s\nnot like\n%s", got, plain)
	}
}
