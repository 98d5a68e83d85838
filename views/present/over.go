package present

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"beltroad/internal/show"
	"beltroad/internal/slide"
	"beltroad/views/record"
	"beltroad/views/ui"
)

// over is what stands over the slide of a window: the overview, help, a table,
// the projector check, a blank screen, what was typed.
type over struct {
	p       *Presentation
	layer   *fyne.Container
	shown   show.Layer // that fills the screen
	of      int        // slide that it is of
	grid    *overview
	check   *slideView
	typed   *fyne.Container
	said    string // a message that goes by itself
	content fyne.CanvasObject
	roll    *ui.Scroller // of a table or help; nil: there is none
}

func newOver(p *Presentation) *over {
	return &over{p: p, layer: ui.Stack(), typed: &fyne.Container{}}
}

// full is the layer that fills the screen, the one that was begun last; empty: none.
func full(s *show.Show, all ...show.Layer) show.Layer {
	for _, l := range all {
		if s.Has(l) {
			return l
		}
	}
	return ""
}

// show shows the state on a screen of a size.
func (o *over) show(size fyne.Size, blank bool) {
	s := o.p.show
	layers := []show.Layer{show.Helping, show.Overlook, show.Checking, show.Dark, show.Bright, show.Tabled}
	if !blank { // the presenter goes on seeing the slide
		layers = []show.Layer{show.Helping, show.Overlook, show.Checking, show.Tabled}
	}
	if l := full(s, layers...); l != o.shown || l != "" && o.of != s.At() || l != "" && o.content == nil {
		o.shown, o.of, o.content, o.roll = l, s.At(), nil, nil
		o.content = o.fill(l, size)
	}
	switch o.shown {
	case show.Overlook:
		o.grid.choose(s.Choice())
	case show.Checking:
		o.check.set(o.p.checkPlate(size), 1, [2]float64{})
	default:
	}
	o.layer.Objects = nil
	if o.content != nil {
		o.layer.Objects = append(o.layer.Objects, o.content)
	}
	if text := o.line(); text != "" {
		o.place(text, size)
		o.layer.Objects = append(o.layer.Objects, o.typed)
	}
	ui.Adopt(o.layer, o.p.theme)
	o.layer.Refresh()
}

// line is what stands at the lower edge: what was typed, or a message.
func (o *over) line() string {
	s := o.p.show
	switch {
	case s.Has(show.Guessing):
		return o.p.guessLine()
	case s.Typed() != "" && s.Slideless():
		return o.p.slideless(s.Typed())
	case s.Typed() != "":
		return o.p.words.Say("present.goto", map[string]any{"Number": s.Typed(), "Count": s.Len()})
	default:
		return o.said
	}
}

// slideless says that a number is that of no slide.
func (p *Presentation) slideless(typed string) string {
	return p.words.Say("present.goto.none", map[string]any{"Number": typed, "Count": p.show.Len()})
}

// scaleFor is the size of texts that stand over a slide, so that they are read beside it.
func scaleFor(size fyne.Size, lines float32) float32 { return max(1, size.Height/lines/14) }

// place puts a text where it covers nothing that is read, smaller if need be.
func (o *over) place(text string, size fyne.Size) {
	for _, lines := range []float32{36, 42, 50, 60} {
		chip := o.chip(text, scaleFor(size, lines))
		ui.Adopt(chip, o.p.theme)
		said := chip.MinSize()
		said.Width = min(said.Width, size.Width)
		at, ok := o.p.free(size, said)
		o.typed.Layout, o.typed.Objects = &placed{at: at, size: said}, []fyne.CanvasObject{chip}
		if ok || o.content != nil { // over help nothing of the slide is read
			return
		}
	}
}

func (o *over) chip(text string, scale float32) fyne.CanvasObject {
	back := ui.NewBox(ui.ColorCard)
	back.Edge, back.Width, back.Radius = ui.ColorLine, 1, 8
	return ui.Dress(ui.Stack(back, ui.ScaledInset(4, 12, 4, 12, ui.OneLine(text, ui.SizeBody, ui.ColorInk))), func(t *ui.Theme) {
		t.TextScale = scale
	})
}

// fill makes what fills the screen.
func (o *over) fill(l show.Layer, size fyne.Size) fyne.CanvasObject {
	switch l {
	case show.Helping:
		return o.panel(size, 54, o.p.help())
	case show.Tabled:
		return o.panel(size, 30, o.p.table())
	case show.Overlook:
		o.grid = newOverview(o.p)
		return ui.Ground(ui.ColorSidebar, o.grid)
	case show.Checking:
		o.check = newSlideView()
		return o.check
	case show.Dark:
		return canvas.NewRectangle(color.Black)
	case show.Bright:
		return canvas.NewRectangle(color.White)
	default:
		return nil
	}
}

// panel is content on a ground that covers the slide.
func (o *over) panel(size fyne.Size, lines float32, content fyne.CanvasObject) fyne.CanvasObject {
	margin := size.Width / 20
	o.roll = ui.NewScroller(ui.Inset(margin/2, margin, margin/2, margin, content))
	return ui.Ground("background", ui.Dress(o.roll, func(t *ui.Theme) {
		t.TextScale = scaleFor(size, lines)
	}))
}

// help lists the keys.
func (p *Presentation) help() fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, b := range show.Bindings() {
		var keys []string
		for _, k := range b.Keys {
			keys = append(keys, p.keyText(k))
		}
		key := ui.Strong(strings.Join(keys, " · "), ui.SizeBody, ui.ColorInk)
		what := ui.Label(p.words.Say("present.do."+string(b.Do)), ui.SizeBody, ui.ColorMuted)
		rows = append(rows, ui.Column(0, what, key))
	}
	digits := ui.Column(0, ui.Label(p.words.Say("present.do.number"), ui.SizeBody, ui.ColorMuted), ui.Strong(p.words.Say("present.number", nil), ui.SizeBody, ui.ColorInk))
	return ui.Column(14, ui.Strong(p.words.Say("present.help"), ui.SizeTitle, ui.ColorInk), ui.Grid(170, 5, 14, append([]fyne.CanvasObject{digits}, rows...)...))
}

// keyText is what a key is called.
func (p *Presentation) keyText(k show.Key) string {
	name := k.Name
	if k.Sign != 0 {
		name = string(k.Sign)
	}
	if other, ok := map[string]string{
		"Next": "PageDown", "Prior": "PageUp", "Return": "Enter", "KP_Enter": "EnterPad", "Escape": "Esc", "BackSpace": "Backspace",
	}[name]; ok {
		name = other
	}
	if key := "key." + name; p.words.Has(key) {
		name = p.words.Say(key)
	}
	if k.Shift {
		name = p.words.Say("key.Shift") + "+" + name
	}
	if k.Control {
		name = p.words.Say("key.Ctrl") + "+" + name
	}
	return name
}

// table are the figures that the slide shows, as rows.
func (p *Presentation) table() fyne.CanvasObject {
	plate := p.plates.of(p.show.At())
	rows := []fyne.CanvasObject{ui.Strong(plate.says.Title, ui.SizeTitle, ui.ColorInk), ui.Gap(6)}
	if len(plate.says.Figures) == 0 || p.show.Hides() {
		return ui.Column(8, append(rows, ui.Label(p.words.Say("present.table.none"), ui.SizeBody, ui.ColorMuted))...)
	}
	for _, f := range plate.says.Figures {
		rows = append(rows,
			ui.Strong(f.Quantity.Text, ui.SizeFigure, ui.ColorInk),
			ui.Label(f.Label, ui.SizeBody, ui.ColorInk),
			ui.Label(strings.Join([]string{p.words.ClaimLong(f.Claim), record.Cite(f.Paragraph)}, " · "), ui.SizeCaption, ui.ColorMuted),
			ui.Rule())
	}
	return ui.Column(6, append(rows, p.besides(&plate.says)...)...)
}

// besides are rows of what a slide says beside the figures of the ledger: what other
// sources say, and its lines.
func (p *Presentation) besides(s *slide.Slide) (rows []fyne.CanvasObject) {
	for i := range s.Numerals {
		if n := &s.Numerals[i]; n.Other {
			rows = append(rows,
				ui.Strong(strings.TrimSpace(n.Number+" "+n.Words), ui.SizeFigure, ui.ColorMuted),
				ui.Label(n.Below, ui.SizeBody, ui.ColorInk),
				ui.Label(n.From, ui.SizeCaption, ui.ColorMuted),
				ui.Rule())
		}
	}
	for _, l := range s.Lines {
		rows = append(rows, ui.Label(strings.TrimSpace(l.Text+" "+l.Cite), ui.SizeBody, ui.ColorMuted))
	}
	return rows
}

// placed puts an object somewhere.
type placed struct {
	ui.Themed

	at   fyne.Position
	size fyne.Size
}

func (*placed) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l *placed) Layout(objs []fyne.CanvasObject, _ fyne.Size) {
	l.HandDown(objs)
	for _, o := range objs {
		ui.Place(o, l.at.X, l.at.Y, l.size.Width, l.size.Height)
	}
}
