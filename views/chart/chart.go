package chart

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"beltroad/data"
	"beltroad/internal/drawing"
	"beltroad/internal/export"
	"beltroad/internal/plot"
	"beltroad/views/paint"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Chart draws one plot. The pointer and the arrow keys pick its rows, a click
// or Enter opens the figure of a row. It is one stop of the Tab key.
type Chart struct {
	ui.Base

	Figures []data.Figure
	Options plot.Options  // Width and Measure are the chart's own
	Signs   bool          // a pictogram instead of bars
	Dossier *data.Dossier // that the figures are of; nil: no other source is told of
	OnOpen  func(figure string)
	OnPick  func(figure string)             // with Ctrl held; nil: as OnOpen
	Imprint *export.Imprint                 // what is said of it where it leaves the app
	Actions []ui.Action                     // of the whole chart, for its context menu
	OfRow   func(figure string) []ui.Action // of one row; nil: there are none

	computed
	entry
	spoken   []fyne.CanvasObject // what is read aloud
	spokenOf *plot.Plot          // the plot that it is of
	cursor   ui.Cursor           // among the rows
}

// computed is a chart for one width and size of text: a plot, or the reason
// why there is none.
type computed struct {
	width, text float32
	plot        *plot.Plot
	refusal     *plot.Refusal
}

// entry is the growing of bars when a chart comes into sight.
type entry struct {
	growth *fyne.Animation // nil before the bars have grown
	grown  float32         // share of the bars' length that is shown
}

var (
	_ fyne.Widget            = (*Chart)(nil)
	_ fyne.Accessible        = (*Chart)(nil)
	_ fyne.Focusable         = (*Chart)(nil)
	_ fyne.Tappable          = (*Chart)(nil)
	_ fyne.SecondaryTappable = (*Chart)(nil)
	_ desktop.Hoverable      = (*Chart)(nil)
	_ desktop.Cursorable     = (*Chart)(nil)
	_ ui.HeightForWidth      = (*Chart)(nil)
	_ ui.Parent              = (*Chart)(nil)
)

// New makes a chart of figures.
func New(figures []data.Figure, o plot.Options, open func(figure string)) *Chart {
	c := &Chart{Figures: figures, Options: o, OnOpen: open, entry: entry{grown: 1}, cursor: ui.NewCursor()}
	c.ExtendBaseWidget(c)
	return c
}

// Plot is the chart as computed for its present width, or the reason why there is none.
func (c *Chart) Plot() (*plot.Plot, *plot.Refusal) {
	c.compute(max(c.Size().Width, 320))
	return c.plot, c.refusal
}

// compute makes the plot for a width, once.
func (c *Chart) compute(width float32) {
	if width <= 0 { // it has no place yet
		return
	}
	text := c.SizeOf(ui.SizeBody)
	if c.width == width && c.text == text && (c.plot != nil || c.refusal != nil) {
		return
	}
	o := c.Options
	o.Width, o.TextSize, o.Measure = float64(width), float64(text), paint.Measure
	c.width, c.text = width, text
	c.plot, c.refusal = c.made(o)
}

// made is the plot of the chart's figures.
func (c *Chart) made(o plot.Options) (*plot.Plot, *plot.Refusal) {
	if c.Signs {
		return plot.Pictogram(c.Figures, o)
	}
	return plot.Compute(c.Figures, o)
}

// Change sets what the chart shows anew.
func (c *Chart) Change(set func(*Chart)) {
	set(c)
	c.plot, c.refusal, c.cursor.Hovered, c.cursor.Current = nil, nil, -1, 0
	c.grown = 1
	c.point()
}

// Grow lets the bars grow from their base, once and shortly, where the user
// has not turned animation off.
func (c *Chart) Grow() {
	if c.growth != nil || !fyne.CurrentApp().Settings().ShowAnimations() {
		return
	}
	c.grown = 0 // the first frame is not the last one
	c.growth = fyne.NewAnimation(320*time.Millisecond, func(at float32) {
		c.grown = at
		c.Refresh()
	})
	c.growth.Start()
}

// HeightFor implements [ui.HeightForWidth].
func (c *Chart) HeightFor(width float32) float32 {
	c.compute(width)
	if c.plot == nil {
		return 0
	}
	return float32(c.plot.Height)
}

// AccessibilityLabel implements [fyne.Accessible].
func (c *Chart) AccessibilityLabel() string {
	if c.plot == nil || len(c.plot.Items) == 0 {
		return c.Options.Words.Say("chart")
	}
	return sentence(c.plot.Items[min(c.cursor.Current, len(c.plot.Items)-1)].Tip)
}

// AccessibilityRole implements [fyne.Accessible].
func (c *Chart) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// at is the row at a position, -1 for none.
func (c *Chart) at(p fyne.Position) int {
	if c.plot != nil {
		if it, ok := c.plot.ItemAt(float64(p.X), float64(p.Y)); ok {
			for i := range c.plot.Items {
				if c.plot.Items[i].Figure == it.Figure {
					return i
				}
			}
		}
	}
	return -1
}

// TappedSecondary implements [fyne.SecondaryTappable].
func (c *Chart) TappedSecondary(e *fyne.PointEvent) {
	row := c.at(e.Position)
	ui.ShowContext(c, e.AbsolutePosition, c.leads(row), c.actions(row)...)
}

// LeadsTo implements [ui.Leader].
func (c *Chart) LeadsTo() route.Route {
	if c.plot == nil || c.cursor.Current >= len(c.plot.Items) {
		return route.Route{}
	}
	return c.leads(c.cursor.Current)
}

// leads is the place of a row's figure.
func (c *Chart) leads(row int) route.Route {
	if row < 0 {
		return route.Route{}
	}
	return route.To(route.Figure, c.plot.Items[row].Figure)
}

// actions are what can be done with a row, and with the whole chart.
func (c *Chart) actions(row int) []ui.Action {
	all := slices.Clone(c.Actions)
	if row < 0 || c.OfRow == nil {
		return all
	}
	own := c.OfRow(c.plot.Items[row].Figure)
	if len(own) > 0 && len(all) > 0 {
		all[0].Apart = true
	}
	return append(own, all...)
}

// Tapped implements [fyne.Tappable].
func (c *Chart) Tapped(e *fyne.PointEvent) {
	i := c.at(e.Position)
	if i >= 0 {
		c.cursor.Current = i
	}
	if c.cursor.Take(c); i >= 0 {
		c.open()
	}
}

// Cursor implements [desktop.Cursorable].
func (c *Chart) Cursor() desktop.Cursor {
	if c.cursor.Hovered >= 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// open opens the current row, or picks it.
func (c *Chart) open() {
	if c.plot == nil || c.cursor.Current >= len(c.plot.Items) {
		return
	}
	do := c.OnOpen
	if c.OnPick != nil && ui.Picking() {
		do = c.OnPick
	}
	if do != nil {
		do(c.plot.Items[c.cursor.Current].Figure)
	}
}

// point marks the row that is picked, and tells of it.
func (c *Chart) point() {
	c.Refresh()
	i := c.picked()
	if i < 0 {
		ui.HidePopover(c)
		return
	}
	it := &c.plot.Items[i]
	ui.ShowPopover(c, tooltip(c.Options.Words, it), float32(it.From), float32(it.Hit.Y), float32(it.Hit.Y+it.Hit.H), c.Dp(340))
}

// MouseIn implements [desktop.Hoverable].
func (c *Chart) MouseIn(e *desktop.MouseEvent) { c.MouseMoved(e) }

// MouseMoved implements [desktop.Hoverable].
func (c *Chart) MouseMoved(e *desktop.MouseEvent) {
	ui.TipAt(c, e)
	if c.cursor.Hover(c.at(e.Position)) {
		c.point()
	}
}

// SignAt is the sign that the legend shows at a place; empty: none.
func (c *Chart) SignAt(p fyne.Position) plot.Sign {
	if c.plot == nil {
		return ""
	}
	return c.plot.KeyAt(float64(p.X), float64(p.Y))
}

// MouseOut implements [desktop.Hoverable].
func (c *Chart) MouseOut() {
	ui.HideTip()
	c.cursor.Hovered = -1
	c.point()
}

// FocusGained implements [fyne.Focusable].
func (c *Chart) FocusGained() {
	c.cursor.Focused = true
	c.show()
}

// FocusLost implements [fyne.Focusable].
func (c *Chart) FocusLost() {
	c.cursor.Lose()
	c.point()
}

// show brings the current row into view, unless the pointer is there.
func (c *Chart) show() {
	if c.cursor.Hovered < 0 && !c.cursor.Clicked && c.plot != nil && c.cursor.Current < len(c.plot.Items) {
		b := c.plot.Items[c.cursor.Current].Hit
		ui.RevealPart(c, float32(b.Y), float32(b.Y+b.H))
	}
	c.point()
}

// TypedRune implements [fyne.Focusable].
func (c *Chart) TypedRune(rune) {}

// TypedKey implements [fyne.Focusable].
func (c *Chart) TypedKey(e *fyne.KeyEvent) {
	if c.plot == nil || len(c.plot.Items) == 0 {
		ui.ForwardKey(c, e)
		return
	}
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		c.open()
	default:
		row := c.cursor.Current
		if b := c.plot.Items[row].Hit; ui.ContextByKey(c, e.Name, float32(b.Y+b.H), c.leads(row), c.actions(row)...) {
			return
		}
		if !c.cursor.Move(e.Name, len(c.plot.Items), 0) {
			ui.ForwardKey(c, e)
			return
		}
		c.show()
	}
}

// picked is the row that the tooltip tells of, -1 for none.
func (c *Chart) picked() int {
	if c.plot == nil {
		return -1
	}
	return c.cursor.At(len(c.plot.Items))
}

// CreateRenderer implements [fyne.Widget].
func (c *Chart) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{c: c}
}

type renderer struct {
	c            *Chart
	painter      paint.Painter
	ground, ring paint.Painter
	painted      *plot.Plot // the plot that marks are of,
	grown        float32    // at this share of their length
	look         paint.Look // in these colours
	marks        []fyne.CanvasObject
	objects      []fyne.CanvasObject
}

func (r *renderer) Destroy()                     {}
func (r *renderer) Objects() []fyne.CanvasObject { return r.objects }

// MinSize knows no height before the chart has a width: its page asks for the
// height that it has at one.
func (r *renderer) MinSize() fyne.Size {
	return fyne.NewSize(200, r.c.HeightFor(r.c.Size().Width))
}

func (r *renderer) Layout(s fyne.Size) {
	r.c.compute(s.Width)
	r.compose()
}

func (r *renderer) Refresh() {
	r.c.compute(r.c.Size().Width)
	r.compose()
	canvas.Refresh(r.c)
}

// compose lists what is drawn: the row that is picked, the marks, and what
// tells of them to those who do not see.
func (r *renderer) compose() {
	c := r.c
	r.objects = r.objects[:0]
	if c.plot == nil {
		return
	}
	palette := paint.Palette(c.ColorOf)
	if look := paint.LookOf(palette); r.painted != c.plot || r.grown != c.grown || r.look != look || r.painter.Thick != c.Thick() {
		r.painter.Thick = c.Thick()
		r.marks = r.painter.Paint(onScreen(c.plot, float64(c.grown)), palette)
		r.painted, r.grown, r.look = c.plot, c.grown, look
	}
	var ground, ring []drawing.Mark
	if i := c.picked(); i >= 0 {
		ground, ring = picks(c.plot.Items[i].Hit, i == c.cursor.Ring())
	}
	r.objects = append(r.objects, r.ground.Paint(ground, palette)...)
	r.objects = append(r.objects, r.marks...)
	r.objects = append(r.objects, r.ring.Paint(ring, palette)...)
	r.objects = append(r.objects, c.Children()...)
}
