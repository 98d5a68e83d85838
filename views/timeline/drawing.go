// Package timeline draws what a dossier dates: the marks that internal/timeline
// computes, with what pointer and keyboard can do on them.
package timeline

import (
	"maps"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"beltroad/data"
	"beltroad/internal/export"
	"beltroad/internal/spoken"
	"beltroad/internal/timeline"
	"beltroad/views/paint"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Drawing draws a timeline. The pointer and the arrow keys pick its items, a
// click or Enter opens one; the wheel, dragging and keys move through time. It
// is one stop of the Tab key.
type Drawing struct {
	ui.Base

	Timeline *timeline.Timeline
	OnOpen   func(*timeline.Item)
	Context
	Imprint *export.Imprint // what is said of it where it leaves the app

	words *record.Words

	window   timeline.Span
	year     int    // 0: all
	selected string // id of the item whose record stands open

	plan  *timeline.Plan
	frame *timeline.Frame
	style timeline.Style
	scale float32                    // of text, for which the style is
	told  map[int]*ui.AccessibleArea // of items in sight; those of many that share a mark by its first
	parts []fyne.CanvasObject        // the same, in order

	cursor ui.Cursor // the keyboard is at an item, the pointer over a mark
	taps
}

// Context is what the context menus are about.
type Context struct {
	Leads   func(*timeline.Item) route.Route // the place of an item
	Actions []ui.Action                      // of the whole drawing
}

// taps are the clicks that came before.
type taps struct {
	lastTap  time.Time
	tappedAt fyne.Position
	nth      int // which of those on one place was opened last
}

var (
	_ fyne.Widget        = (*Drawing)(nil)
	_ fyne.Accessible    = (*Drawing)(nil)
	_ ui.Drawn           = (*Drawing)(nil)
	_ fyne.Focusable     = (*Drawing)(nil)
	_ fyne.Tappable      = (*Drawing)(nil)
	_ fyne.Draggable     = (*Drawing)(nil)
	_ ui.Leader          = (*Drawing)(nil)
	_ ui.Wheeled         = (*Drawing)(nil)
	_ desktop.Hoverable  = (*Drawing)(nil)
	_ desktop.Cursorable = (*Drawing)(nil)
	_ ui.HeightForWidth  = (*Drawing)(nil)
	_ ui.Parent          = (*Drawing)(nil)
)

// NewDrawing makes a drawing of a timeline, all of it in sight.
func NewDrawing(t *timeline.Timeline, w *record.Words, open func(*timeline.Item)) *Drawing {
	d := &Drawing{Timeline: t, words: w, OnOpen: open, window: t.Bounds, cursor: ui.NewCursor()}
	d.ExtendBaseWidget(d)
	return d
}

// Window is the stretch of time that is seen.
func (d *Drawing) Window() timeline.Span { return d.window }

// SetTimeline shows another timeline, in the same window of time unless all of
// the last one could be seen.
func (d *Drawing) SetTimeline(t *timeline.Timeline) {
	if t == d.Timeline {
		return
	}
	whole := d.whole()
	d.Timeline, d.plan, d.frame, d.told, d.cursor.Current = t, nil, nil, nil, 0
	if width := d.Size().Width; width > 0 {
		d.layOut(width)
	}
	if whole {
		d.window = t.Bounds
	}
	d.SetWindow(d.window)
}

// SetWindow shows a stretch of time, as far as there is something in it.
func (d *Drawing) SetWindow(w timeline.Span) {
	if d.window = w.Zoom(1, 0, timeline.Shortest, d.Timeline.Bounds); !(d.window.Length() > 0) {
		d.window = d.Timeline.Bounds
	}
	d.moved()
}

// ShowYear puts what had happened by the end of a year in full strength; 0 shows all so.
func (d *Drawing) ShowYear(year int) {
	d.year = year
	d.Refresh()
}

// Year is what [Drawing.ShowYear] was told last.
func (d *Drawing) Year() int { return d.year }

// Selected is what [Drawing.Select] was told last.
func (d *Drawing) Selected() string { return d.selected }

// Select marks the item whose record stands open; none with "".
func (d *Drawing) Select(id string) {
	if d.selected != id {
		d.selected = id
		d.Refresh()
	}
}

// Zoom makes the window so many times as long, about its middle or the item of
// the keyboard.
func (d *Drawing) Zoom(factor float64) {
	at := 0.5
	if i := d.cursor.Current; d.cursor.Focused && i < len(d.Timeline.Items) {
		s := d.Timeline.Items[i].Span
		if share := (s.From + s.Length()/2 - d.window.From) / d.window.Length(); share > 0 && share < 1 {
			at = share
		}
	}
	d.zoomAt(factor, at)
}

func (d *Drawing) zoomAt(factor, at float64) {
	d.window = d.window.Zoom(factor, at, timeline.Shortest, d.Timeline.Bounds)
	d.moved()
}

// Fit shows all.
func (d *Drawing) Fit() { d.SetWindow(d.Timeline.Bounds) }

func (d *Drawing) pan(share float64) {
	d.window = d.window.Pan(share, d.Timeline.Bounds)
	d.moved()
}

// moved takes up another window. What the pointer was over is elsewhere now.
func (d *Drawing) moved() {
	d.cursor.Hovered = -1
	d.place()
	d.point()
}

// whole tells whether all can be seen.
func (d *Drawing) whole() bool { return d.window.Length() >= d.Timeline.Bounds.Length() }

// layOut makes the plan for a width, once, and the frame of the present window.
func (d *Drawing) layOut(width float32) {
	if scale := d.Dp(1); d.plan == nil || float64(width) != d.style.Width || scale != d.scale {
		d.style, d.scale, d.frame = styleFor(d.Timeline, d.words, width, float64(d.SizeOf(ui.SizeSmall)), float64(scale)), scale, nil
		d.plan = timeline.NewPlan(d.Timeline, d.style)
	}
	if d.frame == nil || d.frame.Window != d.window {
		d.place()
	}
}

// place finds what is seen in the window, and where.
func (d *Drawing) place() {
	if d.plan == nil {
		return
	}
	d.frame = d.plan.Frame(d.window)
	d.tell()
}

// tell finds what is told of the items in sight: each item's sentence, but for
// many that share a mark only how many they are. The keyboard goes through them.
func (d *Drawing) tell() {
	const many = 20
	was := d.told
	d.told, d.parts = make(map[int]*ui.AccessibleArea, len(d.frame.Marks)), nil
	for i := range d.frame.Marks {
		m := &d.frame.Marks[i]
		items, role := m.Items, fyne.AccessibleRoleLink
		if len(items) > many {
			items, role = items[:1], fyne.AccessibleRoleText
		}
		for _, item := range items {
			var label string
			if len(m.Items) > many {
				label = LaneName(d.words, d.Timeline.Lanes[d.Timeline.Items[item].Lane]) + ", " + d.words.Count("timeline.here", len(m.Items))
			} else if old := was[item]; old != nil && old.AccessibilityRole() == role {
				label = old.AccessibilityLabel()
			} else {
				label = sentence(d.words, d.Timeline, item)
			}
			area := ui.NewAccessibleArea(label, role, m.Hit)
			area.Open = func() { d.open(items) }
			d.told[item] = area
		}
	}
	for _, item := range slices.Sorted(maps.Keys(d.told)) {
		d.parts = append(d.parts, d.told[item])
	}
}

// styleFor measures a drawing with texts of a size, at a scale: the names of lanes stand at
// the left where that leaves enough room for the time, else above each lane.
func styleFor(t *timeline.Timeline, w *record.Words, width float32, text, scale float64) timeline.Style {
	const enough = 640
	s := timeline.Style{
		Width: float64(width), Pad: 7 * scale, Row: 22 * scale, Axis: 24 * scale, Dot: 10 * scale, Gap: 5 * scale,
		Text: timeline.Text{
			TextSize: text,
			Measure:  func(s string, bold bool) float64 { return paint.Measure(s, text, bold) },
			Name:     func(d data.Date, withYear bool) string { return tickName(w, d, withYear) },
			LaneName: func(l timeline.Lane) string { return LaneName(w, l) },
		},
	}
	if s.Width >= enough*scale {
		for _, l := range t.Lanes {
			s.Side = max(s.Side, s.Measure(s.LaneName(l), true))
		}
		s.Side += 34 * scale
	} else {
		s.Head = s.Row
	}
	return s
}

// tickName names a line of the axis: a year, a month with its year or without, a day.
func tickName(w *record.Words, d data.Date, withYear bool) string {
	if d.Month == 0 || d.Day > 0 || withYear {
		return w.Date(d)
	}
	return w.Month(int(d.Month))
}

// LaneName is the name of a lane: its pillar's, or that of what belongs to none.
func LaneName(w *record.Words, l timeline.Lane) string {
	if l.Pillar == "" {
		return w.Say("timeline.general")
	}
	return l.Name
}

// HeightFor implements [ui.HeightForWidth].
func (d *Drawing) HeightFor(width float32) float32 {
	d.layOut(width)
	return float32(d.plan.Height)
}

// AccessibilityLabel implements [fyne.Accessible].
func (d *Drawing) AccessibilityLabel() string {
	if d.cursor.Current < len(d.Timeline.Items) && d.cursor.Focused {
		return sentence(d.words, d.Timeline, d.cursor.Current)
	}
	return d.words.Say("nav.timeline")
}

// AccessibilityRole implements [fyne.Accessible].
func (d *Drawing) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// Told implements [ui.Teller]: the item that the keyboard is at has it.
func (d *Drawing) Told(n *spoken.Node) {
	n.Role, n.Name = spoken.Drawing, d.words.Say("nav.timeline")
	for _, each := range n.Children {
		if d.cursor.Current < len(d.Timeline.Items) && each.Key == d.told[d.cursor.Current] {
			n.HandFocus(each)
		}
	}
}

// Children implements [ui.Parent]: what is told of the items in sight.
func (d *Drawing) Children() []fyne.CanvasObject { return d.parts }

// CreateRenderer implements [fyne.Widget].
func (d *Drawing) CreateRenderer() fyne.WidgetRenderer { return &renderer{d: d} }

type renderer struct {
	d       *Drawing
	painter paint.Painter
	objects []fyne.CanvasObject
}

func (r *renderer) Destroy()                     {}
func (r *renderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *renderer) MinSize() fyne.Size {
	return fyne.NewSize(200, r.d.HeightFor(max(r.d.Size().Width, 200)))
}

func (r *renderer) Layout(s fyne.Size) {
	r.d.layOut(s.Width)
	r.compose()
}

func (r *renderer) Refresh() {
	if wide := r.d.Size().Width; wide > 0 { // else nothing is seen of it, and rows for another width are found in vain
		r.d.layOut(max(wide, 200))
	}
	r.compose()
	canvas.Refresh(r.d)
}

// compose lists what is drawn: lanes and axis, the marks, and what tells of them.
func (r *renderer) compose() {
	d := r.d
	r.objects = r.objects[:0]
	if d.plan == nil || d.frame == nil {
		return
	}
	r.painter.Thick = d.Thick()
	r.objects = append(r.objects, r.painter.Paint(d.plan.Marks(d.frame, d.picks()), paint.Palette(d.ColorOf))...)
	r.objects = append(r.objects, d.parts...)
}

// picks are what is marked.
func (d *Drawing) picks() timeline.Picks {
	return timeline.Picks{Year: d.year, Selected: d.selected, Mark: d.picked(), Focused: d.cursor.Focused && d.cursor.Hovered < 0}
}

// Current is the index of the item that the keyboard is at.
func (d *Drawing) Current() int { return d.cursor.Current }

// Depth is how far below the drawing's top the mark of an item is; ok is false
// where it is out of sight.
func (d *Drawing) Depth(item string) (y float32, ok bool) {
	i := d.index(item)
	if i < 0 || d.frame == nil || d.frame.Of(i) < 0 {
		return 0, false
	}
	return float32(d.frame.Marks[d.frame.Of(i)].Hit.Y), true
}

// Clicked implements [ui.Drawn].
func (d *Drawing) Clicked() (y float32, ok bool) {
	if i := d.cursor.Current; i >= 0 && i < len(d.Timeline.Items) {
		return d.Depth(d.Timeline.Items[i].ID())
	}
	return 0, false
}

// Reveal brings an item into the window of time.
func (d *Drawing) Reveal(item string) {
	if i := d.index(item); i >= 0 && d.frame != nil {
		d.reveal(i)
		d.Refresh()
	}
}

func (d *Drawing) index(item string) int {
	return slices.IndexFunc(d.Timeline.Items, func(it timeline.Item) bool { return it.Is(item) })
}
