package present

import (
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"beltroad/internal/show"
	"beltroad/views/ui"
)

// console is the presenter's display: this slide and the next, notes, time, and
// buttons for those who point.
type console struct {
	ui.Base

	p    *Presentation
	slim bool // a strip beside the slide: without the slide itself

	board *board
	pad   *pad
	over  *over
	next  *slideView
	after *ui.Text // title of the next slide
	notes *fyne.Container
	sheet *fyne.Container // what the notes stand on
	roll  *ui.Scroller
	dress *ui.Dressed
	of    notesOf // what the notes are of
	fit   float32 // how much of its size a text has, so that all of it is seen
	grown float32 // how much larger everything is on a large display

	title, elapsed, plan, clock, said *ui.Text
	buttons                           map[show.Command]*keyButton
	head, ahead, parts                *fyne.Container
	all                               *ui.Dressed
	content                           fyne.CanvasObject
}

// notesOf is what notes are of, and where they stand.
type notesOf struct {
	slide int // -1: none yet
	hides bool
	size  fyne.Size
	liked float64
}

var (
	_ fyne.Widget = (*console)(nil)
	_ ui.Parent   = (*console)(nil)
)

func newConsole(p *Presentation, slim bool) *console {
	c := &console{p: p, slim: slim, board: newBoard(p), over: newOver(p), next: newSlideView(), notes: ui.Column(10), of: notesOf{slide: -1}, fit: 1, grown: 1, buttons: map[show.Command]*keyButton{}}
	c.pad = newPad(p, c.board)
	label := func(size fyne.ThemeSizeName, col fyne.ThemeColorName) *ui.Text { return ui.OneLine("", size, col) }
	c.title = ui.Strong("", ui.SizeLead, ui.ColorInk)
	c.elapsed = ui.NewText(ui.Run{Size: ui.SizeTitle, Color: ui.ColorInk, Style: fyne.TextStyle{Bold: true}})
	c.elapsed.Whole = true
	c.plan, c.clock, c.said = label(ui.SizeCaption, ui.ColorMuted), label(ui.SizeTitle, ui.ColorMuted), ui.Label("", ui.SizeCaption, ui.ColorMuted)
	if slim {
		c.plan = ui.Label("", ui.SizeCaption, ui.ColorMuted)
	}
	c.after = ui.Strong("", ui.SizeBody, ui.ColorInk)
	c.board.slide.framed, c.next.framed = true, true
	c.sheet = ui.Inset(14, 16, 14, 16, c.notes)
	c.roll = ui.NewScroller(c.sheet)
	c.dress = ui.Dress(c.roll, func(t *ui.Theme) { t.TextScale = c.fit * c.grown * float32(1.25*p.liked.Notes) })
	c.all = ui.Dress(c.layOut(), func(t *ui.Theme) { t.TextScale *= c.grown })
	c.content = ui.Ground(ui.ColorSidebar, c.all)
	c.ExtendBaseWidget(c)
	ui.Adopt(c, p.theme)
	return c
}

// layOut puts the parts in their places.
func (c *console) layOut() fyne.CanvasObject {
	card := func(o fyne.CanvasObject, fill fyne.ThemeColorName) fyne.CanvasObject {
		edge := ui.NewBox(fill)
		edge.Edge, edge.Width, edge.Radius = ui.ColorLine, 1, 8
		return ui.Stack(edge, o)
	}
	next := ui.Label(c.p.words.Say("present.next"), ui.SizeSmall, ui.ColorMuted)
	notes := card(c.dress, ui.ColorCard)
	c.parts = &fyne.Container{}
	if c.slim {
		c.head = ui.Column(2, ui.Row(8, 0, c.elapsed, c.clock), c.plan)
		c.ahead = ui.Column(2, next, c.after)
		c.parts.Layout, c.parts.Objects = &stripLayout{}, []fyne.CanvasObject{c.head, notes, c.ahead, c.bar(), c.said}
		return c.parts
	}
	c.head = &fyne.Container{Layout: &headLayout{}, Objects: []fyne.CanvasObject{c.title, c.elapsed, c.plan, c.clock}}
	c.ahead = &fyne.Container{Layout: &nextLayout{}, Objects: []fyne.CanvasObject{next, c.after, c.next}}
	c.parts.Layout, c.parts.Objects = &consoleLayout{c: c}, []fyne.CanvasObject{
		c.head, card(ui.Inset(1, 1, 1, 1, c.board, c.pad, c.over.layer), ui.ColorSubtle), card(c.ahead, ui.ColorCard), notes, c.bar(), c.said,
	}
	return c.parts
}

// bar are the buttons. A strip leaves what else can be done to keys and the slide's menu.
func (c *console) bar() fyne.CanvasObject {
	var all []fyne.CanvasObject
	add := func(do show.Command, key string, primary bool) {
		text := c.p.words.Say("present.button."+string(do), map[string]any{"Key": key})
		b := newKeyButton(c.p, text, do, primary)
		c.buttons[do] = b
		all = append(all, b)
	}
	add(show.Back, "", false)
	add(show.Next, "", true)
	for _, b := range show.Bindings() {
		if b.Tool && !c.slim {
			add(b.Do, c.p.keyText(b.Keys[0]), false)
		}
	}
	end := newKeyButton(c.p, c.p.words.Say("present.button.end"), show.Leave, false)
	end.OnTapped = c.p.End // whatever was begun
	all = append(all, end)
	return ui.Flow(8, all...)
}

// Children implements [ui.Parent].
func (c *console) Children() []fyne.CanvasObject { return []fyne.CanvasObject{c.content} }

// show shows the state.
func (c *console) show() {
	s := c.p.show
	c.title.SetText(s.Lesson().Title)
	if !c.slim {
		c.board.show()
		c.over.said = ""
		c.over.show(c.board.Size(), false)
		appear(c.board, c.over.content == nil)
	}
	if n := s.At() + 1; n < s.Len() {
		c.next.set(c.p.plates.of(n), 1, [2]float64{})
		c.next.Show()
		c.after.SetText(c.p.plates.of(n).says.Title)
	} else {
		c.next.Hide()
		c.after.SetText(c.p.words.Say("present.last"))
	}
	c.ahead.Layout.Layout(c.ahead.Objects, c.ahead.Size()) // its title may have more lines
	c.tick()
	c.fillNotes()
	on := map[show.Command]show.Layer{
		show.Black: show.Dark, show.Pointer: show.Spot, show.Draw: show.Pen, show.Mark: show.Marker, show.Erase: show.Eraser,
		show.Zoom: show.Zoomed, show.Overview: show.Overlook, show.Table: show.Tabled, show.Help: show.Helping,
	}
	for do, b := range c.buttons {
		if is := on[do] != "" && s.Has(on[do]); is != b.On {
			label := b.Text
			if is {
				label = c.p.words.Say("present.on", map[string]any{"What": b.Text})
			}
			b.SetOn(is, label)
		}
	}
}

// fillNotes shows the notes of the slide, and what is to be asked.
func (c *console) fillNotes() {
	s := c.p.show
	of := notesOf{s.At(), s.Hides(), c.dress.Size(), c.p.liked.Notes}
	if c.of == of {
		return
	}
	top := c.of.slide != of.slide
	c.of = of
	here := s.Here()
	all := []fyne.CanvasObject{ui.Strong(c.p.words.Say("present.notes"), ui.SizeCaption, ui.ColorInk)}
	for line := range strings.Lines(here.Notes) {
		all = append(all, ui.Label(strings.TrimSpace(line), ui.SizeBody, ui.ColorInk))
	}
	if here.Notes == "" {
		all = append(all, ui.Label(c.p.words.Say("present.notes.none"), ui.SizeBody, ui.ColorMuted))
	}
	if len(here.Ask) > 0 {
		all = append(all, ui.Strong(c.p.words.Say("present.ask"), ui.SizeCaption, ui.ColorInk))
	}
	for _, q := range here.Ask {
		all = append(all, ui.Label(q, ui.SizeBody, ui.ColorInk))
	}
	if here.Predict != nil && s.Hides() {
		all = append(all, ui.Label(c.p.words.Say("present.predict", map[string]any{
			"Guess": c.p.keyText(show.KeyOf(show.Guess)), "Reveal": c.p.keyText(show.KeyOf(show.Reveal)),
		}), ui.SizeCaption, ui.ColorMuted))
	}
	c.notes.Objects = all
	ui.Adopt(c.notes, c.dress.Own())
	c.fitNotes()
	if top {
		c.roll.ScrollTo(0)
	}
}

// fitNotes sets the notes a little smaller where all of them are seen then.
func (c *console) fitNotes() {
	const least, step = 0.76, 0.08
	room := c.dress.Size()
	for c.fit = 1; ; c.fit -= step {
		ui.Restyle(c.dress)
		if room.Height <= 0 || ui.HeightFor(c.sheet, room.Width) <= room.Height {
			return
		}
		if c.fit-step < least {
			break
		}
	}
	c.fit = 1 // they scroll
	ui.Restyle(c.dress)
}

// tick shows the time.
func (c *console) tick() {
	t := c.p.show.Times()
	elapsed := minutes(t.Elapsed)
	set(c.elapsed, elapsed)
	var said []string
	say := func(key string, args map[string]any) { said = append(said, c.p.words.Say(key, args)) }
	if t.Planned > 0 {
		say("present.of.planned", map[string]any{"Planned": minutes(t.Planned)})
	}
	if t.Slide > 0 {
		say("present.slide.planned", map[string]any{"Planned": minutes(t.Slide)})
	}
	const much = 30 * time.Second
	switch {
	case t.Paused:
		say("present.paused", nil)
	case t.Late > much:
		say("present.late", map[string]any{"Time": minutes(t.Late)})
	case t.Late < -much:
		say("present.early", map[string]any{"Time": minutes(-t.Late)})
	}
	if t.WasZero {
		say("present.reset", map[string]any{"Key": c.p.keyText(show.KeyOf(show.Reset))})
	}
	set(c.plan, strings.Join(said, " · "))
	set(c.clock, c.p.now().Format("15:04"))
	set(c.said, c.p.windows.where())
	if c.slim { // its parts are as high as what they say
		c.parts.Layout.Layout(c.parts.Objects, c.parts.Size())
		return
	}
	c.head.Layout.Layout(c.head.Objects, c.head.Size())
}

// set changes a text, if it is another.
func set(t *ui.Text, text string) {
	if t.String() != text {
		t.SetText(text)
	}
}

// minutes is a time as a clock shows it.
func minutes(d time.Duration) string {
	s := int(d.Round(time.Second) / time.Second)
	if s >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
	}
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}

// CreateRenderer implements [fyne.Widget].
func (c *console) CreateRenderer() fyne.WidgetRenderer { return &consoleRenderer{c} }

type consoleRenderer struct{ c *console }

func (*consoleRenderer) Destroy()                       {}
func (*consoleRenderer) MinSize() fyne.Size             { return fyne.NewSize(320, 300) }
func (r *consoleRenderer) Objects() []fyne.CanvasObject { return r.c.Children() }
func (r *consoleRenderer) Refresh()                     { r.c.content.Refresh() }

func (r *consoleRenderer) Layout(s fyne.Size) {
	const usual, most = 800, 2 // height of a display that a text has its size on
	high := min(s.Height, s.Width*9/16)
	if r.c.slim {
		high = s.Height
	}
	if grown := max(1, min(high/usual, most)); grown != r.c.grown {
		r.c.grown = grown
		ui.Restyle(r.c.all)
	}
	r.c.content.Resize(s)
	r.c.show()
}

// keyButton is a button that leaves keys to the presentation, but for those that press it.
type keyButton struct {
	ui.Button

	p *Presentation
}

func newKeyButton(p *Presentation, text string, do show.Command, primary bool) *keyButton {
	b := &keyButton{p: p}
	b.Text, b.Label, b.Primary = text, text, primary
	b.OnTapped = func() { p.do(do) }
	b.ExtendBaseWidget(b)
	return b
}

// TypedRune implements [fyne.Focusable].
func (b *keyButton) TypedRune(r rune) { b.p.typedRune(r) }
