package timeline

import (
	"math"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"beltroad/data"
	"beltroad/internal/timeline"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

func TestLooksOfDrawing(t *testing.T) {
	uitest.Wear(t, &ui.Theme{Scheme: ui.Light})
	d := laidOut(NewDrawing(few(t), words(t), nil), 700)
	uitest.Looks(t, "all", d)
	d.ShowYear(2022)
	uitest.Looks(t, "by-2022", d)
	d.ShowYear(0)
	d.Select("figure/period")
	uitest.Looks(t, "selected", d)
	d.Select("")
	d.MouseMoved(over(d, "day"))
	uitest.Looks(t, "hovered", d)
	d.MouseOut()
	d.cursor.Current = 1
	d.FocusGained()
	uitest.Looks(t, "focused", d)
	d.FocusLost()
	d.SetWindow(timeline.Span{From: timeline.EndOf(2021) + 40, To: timeline.EndOf(2022) - 40})
	uitest.Looks(t, "zoomed", d)
	uitest.Looks(t, "narrow", laidOut(NewDrawing(few(t), words(t), nil), 420))
	uitest.Looks(t, "count", laidOut(NewDrawing(many(t, 20, true), words(t), nil), 500))
}

// mark is the mark of an item.
func mark(d *Drawing, id string) *timeline.Mark {
	i := slices.IndexFunc(d.Timeline.Items, func(it timeline.Item) bool { return path.Base(it.ID()) == path.Base(id) })
	if m := d.frame.Of(i); m >= 0 {
		return &d.frame.Marks[m]
	}
	return nil
}

// position is in the middle of an item's sign.
func position(d *Drawing, id string) fyne.Position {
	b := mark(d, id).Box
	return fyne.NewPos(float32(b.X+b.W/2), float32(b.Y+b.H/2))
}

func over(d *Drawing, id string) *desktop.MouseEvent {
	return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: position(d, id)}}
}

func tap(d *Drawing, at fyne.Position) { d.Tapped(&fyne.PointEvent{Position: at}) }

func press(d *Drawing, keys ...fyne.KeyName) {
	for _, k := range keys {
		d.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// wheel turns the wheel, up with a positive number, at a share of the plot.
func wheel(d *Drawing, turns int, share float64) {
	x := d.style.Side + share*(d.style.Width-d.style.Side)
	by := fyne.NewDelta(0, notch)
	if turns < 0 {
		turns, by.DY = -turns, -notch
	}
	for range turns {
		turn(d, fyne.NewPos(float32(x), 100), by)
	}
}

// turn turns the wheel over a drawing: Fyne tells what scrolls the page.
func turn(d *Drawing, at fyne.Position, by fyne.Delta) {
	driver := fyne.CurrentApp().Driver()
	page := driver.CanvasForObject(d).Content().(*ui.Scroller)
	e := &fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: driver.AbsolutePositionForObject(d).Add(at)}, Scrolled: by}
	test.WidgetRenderer(page).Objects()[0].(fyne.Scrollable).Scrolled(e)
}

func TestClickOpens(t *testing.T) {
	d, opened := drawn(t, few(t))
	for i := range d.Timeline.Items {
		id := path.Base(d.Timeline.Items[i].ID())
		tap(d, position(d, id))
		if got := *opened; len(got) != i+1 || got[i] != id {
			t.Fatalf("a click on %s opened %q", id, got)
		}
		b := mark(d, id).Text
		tap(d, fyne.NewPos(float32(b.X+b.W)-2, float32(b.Y+2))) // its label, too
		if got := *opened; got[len(got)-1] != id {
			t.Errorf("a click on the label of %s opened %q", id, got)
		}
		*opened = (*opened)[:i+1]
	}
	before := len(*opened)
	tap(d, fyne.NewPos(2, 2))
	if len(*opened) > before {
		t.Error("a click beside everything opens something")
	}
}

func TestWheelZoomsAboutThePointer(t *testing.T) {
	d, _ := drawn(t, few(t))
	at := func(share float64) float64 { return d.window.From + share*d.window.Length() }
	before := d.window
	was := at(0.6)
	wheel(d, 2, 0.6)
	if is := at(0.6); math.Abs(is-was) > 1 || d.window.Length() > before.Length()*0.7 {
		t.Errorf("the wheel took %v to %v; under the pointer was %v, is %v", before, d.window, was, is)
	}
	wheel(d, 200, 0.6)
	if got := d.window.Length(); math.Abs(got-timeline.Shortest) > 1e-6 {
		t.Errorf("the shortest window has %v days", got)
	}
	wheel(d, -200, 0.1)
	if d.window != before {
		t.Errorf("zoomed out it is %v, not %v", d.window, before)
	}
}

// Where there is nothing to zoom out to, and beside the plot, the page scrolls.
func TestWheelScrollsThePage(t *testing.T) {
	d, _ := drawn(t, few(t))
	p, ok := fyne.CurrentApp().Driver().CanvasForObject(d).Content().(*ui.Scroller)
	if !ok {
		t.Fatal("the drawing is on no page")
	}
	whole := d.window
	wheel(d, -3, 0.5)
	down := p.Offset()
	if down <= 0 || d.window != whole {
		t.Errorf("the wheel scrolled by %g, and the window is %v", down, d.window)
	}
	wheel(d, 1, 0.5)
	if p.Offset() >= down || d.window != whole {
		t.Errorf("back up it scrolled from %g to %g, and the window is %v", down, p.Offset(), d.window)
	}
	p.ScrollTo(0)
	wheel(d, 1, 0.5)
	if d.window.Length() >= whole.Length() {
		t.Error("at the top of the page the wheel does not zoom in")
	}
	zoomed := d.window
	turn(d, fyne.NewPos(5, 100), fyne.NewDelta(0, -notch))
	if p.Offset() <= 0 || d.window != zoomed {
		t.Errorf("beside the plot it scrolled by %g, and the window went from %v to %v", p.Offset(), zoomed, d.window)
	}
	turn(d, fyne.NewPos(400, 100), fyne.NewDelta(-60, 0))
	if d.window.From <= zoomed.From || math.Abs(d.window.Length()-zoomed.Length()) > 1e-6 {
		t.Errorf("sideways the wheel went from %v to %v", zoomed, d.window)
	}
}

func TestDragPans(t *testing.T) {
	d, opened := drawn(t, few(t))
	d.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-80, 0)})
	if d.window != d.Timeline.Bounds {
		t.Errorf("with all in sight, dragging led to %v", d.window)
	}
	wheel(d, 4, 0.5)
	before := d.window
	x := d.plan.X(d.window, timeline.EndOf(2022))
	d.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-80, 5)})
	d.DragEnd()
	if got := d.plan.X(d.window, timeline.EndOf(2022)); got < x-81 || got > x-79 {
		t.Errorf("dragged by 80, what was at %g is at %g", x, got)
	}
	d.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(1e6, 0)})
	if d.window.From != d.Timeline.Bounds.From || math.Abs(d.window.Length()-before.Length()) > 1e-6 {
		t.Errorf("dragged far it is at %v", d.window)
	}
	if len(*opened) > 0 {
		t.Errorf("dragging opened %q", *opened)
	}
}

func TestDoubleClickZoomsIn(t *testing.T) {
	d, _ := drawn(t, few(t))
	whole, empty := d.window, fyne.NewPos(500, 2)
	tap(d, empty)
	if d.window != whole {
		t.Error("one click zooms")
	}
	tap(d, fyne.NewPos(600, 2))
	if d.window != whole {
		t.Error("a click elsewhere zooms")
	}
	tap(d, fyne.NewPos(601, 3))
	if d.window.Length() >= whole.Length() {
		t.Error("a double click does not zoom")
	}
	d.Fit()
	tap(d, empty)
	d.lastTap = d.lastTap.Add(-time.Minute)
	tap(d, empty)
	if d.window != whole {
		t.Error("a click a minute later zooms")
	}
}

func TestKeys(t *testing.T) {
	d, opened := drawn(t, few(t))
	cnv := fyne.CurrentApp().Driver().CanvasForObject(d)
	var passed []fyne.KeyName
	cnv.SetOnTypedKey(func(e *fyne.KeyEvent) { passed = append(passed, e.Name) })
	cnv.FocusNext()
	if cnv.Focused() != fyne.Focusable(d) {
		t.Fatalf("Tab goes to %v", cnv.Focused())
	}
	for _, c := range []struct {
		key  fyne.KeyName
		want int
	}{{fyne.KeyUp, 0}, {fyne.KeyDown, 1}, {fyne.KeyDown, 2}, {fyne.KeyEnd, 6}, {fyne.KeyDown, 6}, {fyne.KeyUp, 5}, {fyne.KeyHome, 0}} {
		press(d, c.key)
		if d.cursor.Current != c.want {
			t.Errorf("%s leads to %d, want %d", c.key, d.cursor.Current, c.want)
		}
		if !strings.Contains(d.AccessibilityLabel(), d.Timeline.Items[c.want].Label()) {
			t.Errorf("at %d it says %q", c.want, d.AccessibilityLabel())
		}
	}
	press(d, fyne.KeyDown, fyne.KeyReturn, fyne.KeyDown, fyne.KeyEnter)
	if !slices.Equal(*opened, []string{"month", "day"}) {
		t.Errorf("Enter opened %q", *opened)
	}
	for _, r := range "++" {
		d.TypedRune(r)
	}
	short := d.window
	if short.Length() >= d.Timeline.Bounds.Length()/2 || mark(d, "day") == nil {
		t.Errorf("two times plus, about the item of the keyboard, lead to %v", short)
	}
	press(d, fyne.KeyLeft)
	if d.window.From >= short.From || d.window.Length() != short.Length() {
		t.Errorf("left leads from %v to %v", short, d.window)
	}
	press(d, fyne.KeyRight)
	if math.Abs(d.window.From-short.From) > 1e-6 {
		t.Errorf("right leads to %v, not %v", d.window, short)
	}
	press(d, fyne.KeyHome) // out of sight, so the window moves
	if mark(d, "year") == nil || d.window.Length() != short.Length() {
		t.Errorf("the item of the keyboard is not in %v", d.window)
	}
	d.TypedRune('-')
	if d.window.Length() <= short.Length() {
		t.Error("minus does not zoom out")
	}
	d.TypedRune('0')
	if d.window != d.Timeline.Bounds {
		t.Errorf("0 leads to %v", d.window)
	}
	press(d, fyne.KeySpace, fyne.KeyEscape, fyne.KeyT)
	if !slices.Equal(passed, []fyne.KeyName{fyne.KeySpace, fyne.KeyEscape, fyne.KeyT}) {
		t.Errorf("the window got %q", passed)
	}
}

// told is what the card says, "" without one.
func told(d *Drawing) string {
	cnv := fyne.CurrentApp().Driver().CanvasForObject(d)
	scroller, ok := cnv.Content().(*ui.Scroller)
	if !ok || len(scroller.Children()) < 2 {
		return ""
	}
	var words []string
	ui.Walk(scroller.Children()[1], func(o fyne.CanvasObject) bool {
		if a, ok := o.(fyne.Accessible); ok && a.AccessibilityLabel() != "Container" {
			words = append(words, a.AccessibilityLabel())
		}
		return true
	})
	return strings.Join(words, "|")
}

func TestCardTells(t *testing.T) {
	d, _ := drawn(t, few(t))
	for id, want := range map[string]string{
		"year":    "2021: the year is all that is stated|Label of year|Reported|¶7",
		"month":   "March 2022: no day is stated|Label of month|Reported|¶7",
		"day":     "17 October 2023|Label of day|Reported|¶7",
		"period":  "2021 to 2022|21 million|Label of period|Reported|¶7",
		"open":    "From 2021|21 million|Label of open|Reported|¶7",
		"ahead":   "2024 to 2025|21 million|Label of ahead|Ahead of the text, which was written in 2023|Estimate|¶7",
		"horizon": "2025: the year is all that is stated|Label of horizon|Ahead of the text, which was written in 2023|Estimate|¶7",
	} {
		d.MouseMoved(over(d, id))
		if got := strings.ReplaceAll(told(d), "21 million ", "21 million"); got != want {
			t.Errorf("over %s the card says %q, want %q", id, got, want)
		}
		if d.Cursor() != desktop.PointerCursor {
			t.Errorf("over %s there is no hand", id)
		}
	}
	d.MouseMoved(&desktop.MouseEvent{})
	if told(d) != "" || d.Cursor() != desktop.DefaultCursor {
		t.Errorf("over nothing the card says %q", told(d))
	}
	d.MouseMoved(over(d, "day"))
	d.MouseOut()
	if told(d) != "" {
		t.Error("the pointer is gone, and the card stays")
	}
	d.MouseMoved(over(d, "day"))
	wheel(d, 1, 0.1)
	if told(d) != "" {
		t.Error("what the pointer was over moves away, and the card stays")
	}
}

func TestCountOpens(t *testing.T) {
	d, opened := drawn(t, many(t, 20, true))
	m := mark(d, "item-19")
	if m == nil || len(m.Items) < 2 {
		t.Fatalf("twenty days in a row are not counted: %+v", d.frame.Marks)
	}
	d.MouseMoved(over(d, "item-19"))
	if got := told(d); !strings.HasPrefix(got, "14 items in one place|7 March 2022  Item 6|") || !strings.HasSuffix(got, "|and 8 more") {
		t.Errorf("over the count the card says %q", got)
	}
	tap(d, position(d, "item-19"))
	if len(*opened) > 0 || d.window.Length() > 40 {
		t.Errorf("a click on the count opened %q and shows %v", *opened, d.window)
	}
	for _, m := range d.frame.Marks {
		if len(m.Items) > 1 {
			t.Errorf("zoomed in, %d are one", len(m.Items))
		}
	}

	d, opened = drawn(t, many(t, 9, false))
	for range 4 {
		tap(d, position(d, "item-8"))
	}
	if !slices.Equal(*opened, []string{"item-6", "item-7", "item-8", "item-6"}) || d.window != d.Timeline.Bounds {
		t.Errorf("of three on one day, clicks opened %q", *opened)
	}
	d.FocusGained()
	press(d, fyne.KeyEnd, fyne.KeyUp)
	if got := told(d); !strings.Contains(got, "Item 7") || strings.Contains(got, "Item 6") {
		t.Errorf("the keyboard is at item 7 of a count, and the card says %q", got)
	}
}

// Nothing below the drawing moves while time is played, zoomed or panned.
func TestDrawingKeepsItsHeight(t *testing.T) {
	for _, scale := range []float32{1, 2} {
		uitest.Wear(t, &ui.Theme{Scheme: ui.Light, TextScale: scale})
		for _, width := range []float32{320, 560, 900} {
			d := laidOut(NewDrawing(few(t), words(t), nil), width)
			before := d.HeightFor(width)
			for _, w := range []timeline.Span{{From: timeline.EndOf(2021), To: timeline.EndOf(2022)}, {From: timeline.EndOf(2022), To: timeline.EndOf(2022) + 40}} {
				d.SetWindow(w)
				d.ShowYear(2022)
				if got := d.HeightFor(width); got != before {
					t.Errorf("at %g, %g wide: %g high in %v, %g at first", scale, width, got, w, before)
				}
			}
		}
	}
}

// A window that is none shows all.
func TestSetWindowRefusesWhatIsNone(t *testing.T) {
	d, _ := drawn(t, few(t))
	for _, w := range []timeline.Span{{}, {From: math.NaN(), To: math.NaN()}, {From: math.Inf(-1), To: math.Inf(1)}, {From: 5, To: -5}, {From: 1e300, To: 1e301}} {
		d.SetWindow(w)
		b := d.Timeline.Bounds
		if got := d.window; !(got.Length() >= timeline.Shortest && got.From >= b.From && got.To <= b.To+1e-6) {
			t.Errorf("%v leads to %v", w, got)
		}
	}
}

// What is in sight is told where it stands, and nothing else.
func TestWhatIsToldIsInSight(t *testing.T) {
	d, _ := drawn(t, few(t))
	d.SetWindow(timeline.Span{From: timeline.EndOf(2021), To: timeline.EndOf(2022)})
	told := map[string]fyne.CanvasObject{}
	for _, o := range d.Children() {
		if s, ok := o.(*ui.AccessibleArea); ok && o.Visible() {
			told[s.Label] = o
		}
	}
	for i := range d.Timeline.Items {
		m, o := d.frame.Of(i), told[sentence(d.words, d.Timeline, i)]
		if (o != nil) != (m >= 0) {
			t.Errorf("%s is told: %t", d.Timeline.Items[i].ID(), o != nil)
		}
		if o != nil && m >= 0 && o.Position().X != float32(d.frame.Marks[m].Hit.X) {
			t.Errorf("%s is told at %v, and stands at %+v", d.Timeline.Items[i].ID(), o.Position(), d.frame.Marks[m].Hit)
		}
	}
	if len(told) != len(d.Children()) {
		t.Errorf("%d things are told, and %d are there", len(told), len(d.Children()))
	}
	if got := len(test.WidgetRenderer(d).Objects()); got < 20 {
		t.Errorf("%d objects are drawn", got)
	}
}

func TestLegendExplainsWhatIsUsed(t *testing.T) {
	said := func(o fyne.CanvasObject) (all []string) {
		ui.Walk(o, func(o fyne.CanvasObject) bool {
			if x, ok := o.(*ui.Text); ok {
				all = append(all, x.String())
			}
			return true
		})
		return all
	}
	tl := few(t)
	if got := said(Legend(tl, words(t))); !slices.Equal(got, []string{"a day", "a month or a year", "a period", "end not stated", "estimated or promised, ahead", "after the text (2023)"}) {
		t.Errorf("the legend says %q", got)
	}
	tl.Items = tl.Items[2:3]
	tl.Bounds.To = timeline.EndOf(2023)
	if got := strings.Join(said(Legend(tl, words(t))), ", "); got != "a day" {
		t.Errorf("with a day alone the legend says %q", got)
	}
}

// Who else dates an item is told in lines of the card's width, not in a column of a word.
func TestCardOfAnotherSource(t *testing.T) {
	tl := few(t)
	tl.Items[0].Source = &data.Source{Publisher: "Organisation for Long and Precise Names of Whatever Publishes", Title: "A title"}
	d, _ := drawn(t, tl)
	const width = 340
	card := d.card([]int{0})
	card.Resize(fyne.NewSize(width, ui.HeightFor(card, width)))
	found := false
	ui.Walk(card, func(o fyne.CanvasObject) bool {
		if text, ok := o.(*ui.Text); ok && strings.Contains(text.String(), "Organisation") {
			if found = true; text.Size().Width < 0.8*width {
				t.Errorf("%q has a width of %g in a card of %d", text, text.Size().Width, width)
			}
		}
		return true
	})
	if !found {
		t.Error("the card does not say who dates it")
	}
}

// A drawing that has no place yet is not planned for a width that it never has: of a
// large dossier, that takes a frame.
func TestDrawingWithoutAPlaceIsPlannedOnce(t *testing.T) {
	d := NewDrawing(few(t), words(t), nil)
	test.WidgetRenderer(d)
	d.HeightFor(700)
	plan := d.plan
	d.Refresh()
	if d.plan != plan {
		t.Error("its rows were found for another width")
	}
	d.Resize(fyne.NewSize(700, d.HeightFor(700)))
	if d.Refresh(); d.plan != plan {
		t.Error("its rows were found again")
	}
}
