package lessons

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"beltroad/internal/lesson"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// outline is the list of a lesson's slides with the titles of its parts. It is
// one stop of the keyboard: the arrows go through it.
type outline struct {
	ui.Base

	words   *record.Words
	by      *artist
	lesson  *lesson.Lesson
	rows    []lesson.Row
	titles  map[string]string // by what of a slide they depend on
	parts   []string          // title of the part that each slide is in
	at      string            // id of the slide that is chosen
	focused bool
	list    *ui.List
	scroll  *ui.Scroller
	holder  *fyne.Container
	target  int // row that a slide is dragged to; -1: none is dragged

	chosen  func(id string)
	moved   func(id string, row int) // nil: the lesson is read alone
	actions func(id string) []ui.Action
	removed func(id string)
	opened  func()
}

var (
	_ fyne.Widget     = (*outline)(nil)
	_ fyne.Focusable  = (*outline)(nil)
	_ fyne.Accessible = (*outline)(nil)
)

func newOutline(w *record.Words, by *artist) *outline {
	o := &outline{words: w, by: by, titles: map[string]string{}, target: -1, holder: ui.Column(0)}
	o.scroll = ui.NewScroller(ui.Inset(4, 20, 20, 28, o.holder))
	o.ExtendBaseWidget(o)
	return o
}

// show takes up another state of the lesson.
func (o *outline) show(l *lesson.Lesson) {
	o.lesson, o.rows = l, l.Rows()
	o.parts = o.parts[:0]
	part := ""
	for _, s := range l.Slides {
		if s.Section != "" {
			part = s.Section
		}
		o.parts = append(o.parts, part)
	}
	if l.Index(o.at) < 0 {
		o.at = ""
		if len(l.Slides) > 0 {
			o.at = l.Slides[0].ID
		}
	}
	at := o.scroll.Offset()
	o.list = ui.NewList(4, len(o.rows), o.row)
	o.holder.Objects = []fyne.CanvasObject{o.list}
	if len(l.Slides) == 0 {
		o.holder.Objects = []fyne.CanvasObject{ui.Inset(4, 8, 0, 8, ui.Label(o.words.Say("lesson.slides.none"), ui.SizeBody, ui.ColorMuted))}
	}
	o.scroll.Relayout()
	o.scroll.ScrollTo(at)
}

// slide is the one that is chosen.
func (o *outline) slide() (s lesson.Slide, index int, ok bool) {
	if i := o.lesson.Index(o.at); i >= 0 {
		return o.by.here(o.lesson.Slides[i]), i, true
	}
	return lesson.Slide{}, -1, false
}

// choose marks a slide and brings it into view.
func (o *outline) choose(id string) {
	if id == o.at || o.lesson.Index(id) < 0 {
		return
	}
	o.at = id
	o.mark()
	o.reveal()
	o.chosen(id)
}

func (o *outline) reveal() {
	if row := o.lesson.RowOf(o.at); row >= 0 {
		o.scroll.RevealRow(o.list, row)
	}
}

// mark shows which slide is chosen, has the keyboard, or is where one is dragged to.
func (o *outline) mark() {
	o.list.Each(func(i int, item fyne.CanvasObject) {
		if r, ok := item.(*slideRow); ok {
			r.SetSelected(r.id == o.at)
			r.SetCurrent(o.focused && r.id == o.at || i == o.target)
		}
	})
}

// row is a line: a title, or a slide.
func (o *outline) row(i int) fyne.CanvasObject {
	r := o.rows[i]
	if r.Slide < 0 {
		return ui.Column(0, ui.Gap(6), ui.Heading(r.Section), ui.Gap(2))
	}
	return newSlideRow(o, i, o.by.here(o.lesson.Slides[r.Slide]))
}

// Children is what scrolls.
func (o *outline) Children() []fyne.CanvasObject { return []fyne.CanvasObject{o.scroll} }

// Focused tells whether the keyboard is in the list.
func (o *outline) Focused() bool { return o.focused }

// FocusGained implements [fyne.Focusable].
func (o *outline) FocusGained() {
	o.focused = true
	o.mark()
	o.reveal()
}

// FocusLost implements [fyne.Focusable].
func (o *outline) FocusLost() {
	o.focused = false
	o.mark()
}

// TypedRune implements [fyne.Focusable].
func (*outline) TypedRune(rune) {}

// TypedKey implements [fyne.Focusable].
func (o *outline) TypedKey(e *fyne.KeyEvent) {
	s, i, ok := o.slide()
	if !ok {
		ui.ForwardKey(o, e)
		return
	}
	const page = 8
	cursor := ui.Cursor{Current: i, Hovered: -1}
	switch {
	case cursor.Move(e.Name, len(o.lesson.Slides), page):
		o.choose(o.lesson.Slides[cursor.Current].ID)
	case (e.Name == fyne.KeyDelete || e.Name == fyne.KeyBackspace) && o.removed != nil:
		o.removed(s.ID)
	case e.Name == fyne.KeyReturn, e.Name == fyne.KeyEnter:
		o.opened()
	default:
		to := o.by.leads(s) // of no place nothing is offered
		_, bottom := o.list.Stretch(o.lesson.RowOf(s.ID))
		if !ui.ContextByKey(o, e.Name, min(bottom-o.scroll.Offset(), o.Size().Height), to, o.actions(s.ID)...) {
			ui.ForwardKey(o, e)
		}
	}
}

// AccessibilityLabel implements [fyne.Accessible].
func (o *outline) AccessibilityLabel() string {
	s, i, ok := o.slide()
	if !ok {
		return o.words.Say("lesson.slides.none")
	}
	return o.said(s, i)
}

// said is a slide in words.
func (o *outline) said(s lesson.Slide, i int) string {
	return o.words.Say("lesson.slide.said", map[string]any{"Slide": i + 1, "Title": o.title(s), "About": o.about(s)})
}

// title is the slide's own, or that of its place. Making a slide takes long, and each
// letter that is typed has the list made anew.
func (o *outline) title(s lesson.Slide) string {
	said := lesson.Slide{Place: s.Place, Form: s.Form, Title: s.Title, Text: s.Text, Shows: s.Shows}
	of := strings.Join([]string{s.Place, string(s.Form), s.Title, s.Text, fmt.Sprint(o.by.leads(s))}, "\x00")
	title, known := o.titles[of]
	if !known {
		if len(o.titles) > mostPictures {
			clear(o.titles)
		}
		title = cmp.Or(o.by.maker.Of(said, "").Title, kind(o.words, s))
		o.titles[of] = title
	}
	return title
}

// about is what a slide shows and what it has, in a line.
func (o *outline) about(s lesson.Slide) string {
	text := kind(o.words, s)
	add := func(is bool, key string) {
		if is {
			text += " · " + o.words.Say(key)
		}
	}
	if s.Minutes > 0 {
		text += " · " + minutes(o.words, s.Minutes)
	}
	add(s.Predict != nil, "lesson.has.predict")
	add(len(s.Ink) > 0, "lesson.has.ink")
	add(s.Notes != "", "lesson.has.notes")
	add(s.Hidden, "lesson.has.hidden")
	return text
}

// AccessibilityRole implements [fyne.Accessible].
func (*outline) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// CreateRenderer implements [fyne.Widget].
func (o *outline) CreateRenderer() fyne.WidgetRenderer { return outlineRenderer{o} }

type outlineRenderer struct{ o *outline }

func (outlineRenderer) Destroy()                       {}
func (r outlineRenderer) Objects() []fyne.CanvasObject { return r.o.Children() }
func (outlineRenderer) MinSize() fyne.Size             { return fyne.NewSize(120, 80) }
func (r outlineRenderer) Refresh()                     { r.o.scroll.Refresh() }

func (r outlineRenderer) Layout(s fyne.Size) {
	r.o.HandDown(r.o.Children())
	r.o.scroll.Resize(s)
}

// slideRow is a slide in the list. It can be dragged.
type slideRow struct {
	ui.ListItem

	in    *outline
	index int // of the row
	id    string
	place route.Route
}

var _ fyne.Draggable = (*slideRow)(nil)

func newSlideRow(o *outline, index int, s lesson.Slide) *slideRow {
	const thumbWide = 112
	i := o.rows[index].Slide
	col := ui.ColorInk
	if s.Hidden {
		col = ui.ColorMuted
	}
	number := ui.OneLine(fmt.Sprint(i+1), ui.SizeCaption, ui.ColorMuted)
	words := ui.Column(2, ui.Strong(o.title(s), ui.SizeBody, col), ui.Label(o.about(s), ui.SizeCaption, ui.ColorMuted))
	r := &slideRow{in: o, index: index, id: s.ID}
	r.place = o.by.leads(s) // of no place nothing is offered
	r.Content = ui.TopRow(10, 2, ui.Width(22, number), ui.Width(thumbWide, o.by.thumb(s, o.parts[i], thumbWide)), words)
	r.Air, r.Skip = 6, true
	r.Label = o.said(s, i)
	r.OnTapped = func() {
		if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
			c.Focus(o)
		}
		o.choose(s.ID)
	}
	r.Selected = s.ID == o.at
	r.SetCurrent(o.focused && r.Selected)
	r.ExtendBaseWidget(r)
	return r
}

// TappedSecondary shows what can be done with the slide, and with its place.
func (r *slideRow) TappedSecondary(e *fyne.PointEvent) {
	r.in.choose(r.id)
	ui.ShowContext(r, e.AbsolutePosition, r.place, r.in.actions(r.id)...)
}

// Dragged implements [fyne.Draggable]: the row where the slide would go is marked.
func (r *slideRow) Dragged(e *fyne.DragEvent) {
	o := r.in
	if o.moved == nil {
		return
	}
	y := r.Position().Y + e.Position.Y
	if view := y - o.scroll.Offset(); view < 0 || view > o.scroll.Size().Height {
		o.scroll.ScrollTo(o.scroll.Offset() + e.Dragged.DY)
	}
	if target := o.list.IndexAt(y); target != o.target {
		o.target = target
		o.mark()
	}
}

// DragEnd implements [fyne.Draggable].
func (r *slideRow) DragEnd() {
	o := r.in
	target := o.target
	if o.target = -1; o.moved == nil || target < 0 {
		return
	}
	o.mark()
	if target != r.index && slices.Contains(o.ids(), r.id) {
		o.moved(r.id, target)
	}
}

func (o *outline) ids() []string {
	var ids []string
	for _, s := range o.lesson.Slides {
		ids = append(ids, s.ID)
	}
	return ids
}
