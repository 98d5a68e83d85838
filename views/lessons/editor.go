package lessons

import (
	"errors"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/lesson"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/slides"
	"beltroad/views/ui"
)

// Editor is the page of one lesson: its slides, and beside them what is to be said
// and set of the one that is chosen. A lesson that comes with the dossier is
// read alone.
type Editor struct {
	record.Quiet

	dossier *data.Dossier
	words   *record.Words
	host    Host
	artist  *artist
	id      string
	store   *lesson.Store // nil: it is read alone, or not there
	shown   *lesson.Lesson

	outline *outline
	side    *ui.Scroller
	holder  *fyne.Container // of what stands beside the slides
	picture *fyne.Container // of the slide that is chosen
	first   *record.Field   // of it
	name    *record.Field
	told    *ui.Text
	add     *ui.Button // nil: the lesson is read alone
	undo    *ui.Button
	redo    *ui.Button
	content fyne.CanvasObject
}

// Shown is the lesson that stands open; ok is false where it is not there.
func (p *Editor) Shown() (l lesson.Lesson, ok bool) {
	if p.shown == nil {
		return l, false
	}
	return *p.shown, true
}

// NewEditor makes the page of a lesson.
func NewEditor(d *data.Dossier, w *record.Words, host Host, maker *slides.Maker, id string) *Editor {
	p := &Editor{dossier: d, words: w, host: host, artist: newArtist(host, maker), id: id}
	l, store, ok := host.Lessons().Find(id)
	if !ok {
		p.content = p.missing()
		return p
	}
	p.store = store
	p.outline = newOutline(w, p.artist)
	p.outline.chosen = func(string) { p.fill() }
	p.outline.opened = func() {
		if p.first != nil {
			p.first.CursorColumn = len([]rune(p.first.Text)) // it is written on
			host.Focus(p.first)
		}
	}
	p.outline.actions = p.actions
	if store != nil {
		p.outline.moved = p.move
		p.outline.removed = p.remove
	}
	p.holder = ui.Column(0)
	p.side = ui.NewScroller(ui.Inset(18, 18, 28, 18, p.holder))
	p.told = ui.Label("", ui.SizeBody, ui.ColorMuted)
	head := ui.Inset(22, 28, 10, 28, p.head(l))
	p.content = &fyne.Container{Layout: &sides{head: head}, Objects: []fyne.CanvasObject{
		ui.NewScroller(head), ui.NewBox(ui.ColorLine), p.outline, ui.NewBox(ui.ColorLine), ui.Ground(ui.ColorCard, p.side),
	}}
	p.take(l, true)
	return p
}

// missing is what the page shows of a lesson that is not there any more.
func (p *Editor) missing() fyne.CanvasObject {
	return ui.Page(ui.Column(14, ui.Header("", p.words.Say("nav.lessons"), ui.ColorInk, ui.Run{Text: p.words.Say("lesson.gone"), Size: ui.SizeLead}), p.all()))
}

// all leads to the list of lessons.
func (p *Editor) all() fyne.CanvasObject {
	l := ui.NewLink(p.words.Say("lesson.all"), ui.SizeCaption, nil)
	l.OnTapped, l.Leads = func() { p.host.Go(route.To(route.Lesson, "")) }, route.To(route.Lesson, "")
	return ui.Flow(0, l)
}

// head is the lesson's title, how long it is, and what can be done with it.
func (p *Editor) head(l *lesson.Lesson) fyne.CanvasObject {
	say := p.words.Say
	button := func(key string, do func()) *ui.Button { return ui.NewButton(say(key), do, false) }
	present := ui.NewButton(say("lesson.present"), func() { p.present() }, true)
	ways := []fyne.CanvasObject{present, button("lesson.along", func() { p.host.TakeAlong(*p.shown) })}
	parts := []fyne.CanvasObject{p.all()}
	if p.store == nil {
		parts = append(parts, ui.Strong(title(p.words, l), ui.SizeTitle, ui.ColorInk), p.told)
		ways = append(ways, button("lesson.mine", func() { p.host.CopyLesson(p.shown) }))
	} else {
		p.name = p.field(say("lesson.title"), l.Title, say("lesson.untitled"), 1, func(text string) {
			p.do(true, func(e *lesson.Editor) error { return e.Rename(text, true) })
		})
		p.name.TextStyle = ui.WrittenBold
		p.add = button("lesson.slide.add", nil)
		p.add.OnTapped = func() { ui.ShowActions(p.add, p.forms()) }
		p.undo, p.redo = button("note.undo", func() { p.Undo(false) }), button("note.redo", func() { p.Undo(true) })
		parts = append(parts, ui.AtMost(620, ui.NewNative(p.name)), p.told)
		ways = append(ways, p.add, p.undo, p.redo)
	}
	ways = append(ways, button("lesson.save", func() { p.host.Export(File(p.words, p.kept())) }))
	if of := foreign(p.dossier, l); of != "" {
		parts = append(parts, ui.Label(say("lesson.foreign", map[string]any{"Dossier": of}), ui.SizeBody, ui.ColorMuted))
	}
	return ui.Column(6, append(parts, ui.Gap(2), ui.Flow(8, ways...))...)
}

// forms are the slides of the teacher's own words.
func (p *Editor) forms() []ui.Action {
	var all []ui.Action
	for _, f := range lesson.Forms() {
		all = append(all, ui.Action{Name: p.words.Say("lesson.form." + string(f)), Do: func() { p.put(lesson.Slide{Form: f}) }})
	}
	return all
}

// field makes a field that undoes with the lesson, and that Escape leaves for the
// list of slides.
func (p *Editor) field(label, text, hint string, lines int, typed func(string)) *record.Field {
	f := record.NewField(label, text, hint, lines, typed)
	f.Undo, f.Leave = p.Undo, func() {
		p.typed()
		p.Home()
	}
	return f
}

// Content implements [record.Page].
func (p *Editor) Content() fyne.CanvasObject { return p.content }

// Accepts implements [record.Page].
func (p *Editor) Accepts(r route.Route) bool { return r.Kind == route.Lesson && r.ID == p.id }

// Open implements [record.Page].
func (p *Editor) Open(route.Route) {}

// Arrive implements [record.Page].
func (p *Editor) Arrive(route.Route) { p.Home() }

// Home gives the keyboard to the slides or, where there are none, to what adds one.
func (p *Editor) Home() {
	switch {
	case p.outline == nil:
	case len(p.shown.Slides) == 0 && p.add != nil:
		p.host.Focus(p.add)
	default:
		p.host.Focus(p.outline)
	}
}

// slideState names the slide that is chosen.
const slideState = "slide"

// State is which slide is chosen, and how far the list is scrolled.
func (p *Editor) State() route.State {
	st := route.State{}
	if p.outline == nil {
		return st
	}
	if _, i, ok := p.outline.slide(); ok && i > 0 {
		st.Set(slideState, p.outline.at)
	}
	p.outline.scroll.Keep(st)
	return st
}

// Restore implements [record.Page].
func (p *Editor) Restore(st route.State) {
	if p.outline == nil {
		return
	}
	if id := st[slideState]; id != "" {
		p.outline.choose(id)
	}
	ui.Scrolled{Scroller: p.outline.scroll}.Restore(st)
}

// Left implements [record.Page].
func (p *Editor) Left() { p.typed() }

// typed ends what is undone as one.
func (p *Editor) typed() {
	if p.store != nil {
		_ = p.store.Edit(func(e *lesson.Editor) error { e.Typed(); return nil }) // which does not fail
	}
}

// LessonsChanged takes up what another window, another program or an undo has changed.
func (p *Editor) LessonsChanged() {
	l, _, ok := p.host.Lessons().Find(p.id)
	switch {
	case ok != (p.outline != nil):
		p.host.Go(route.To(route.Lesson, ""))
	case ok && l != p.shown:
		p.take(l, true)
	case ok && p.store != nil:
		p.offer() // another lesson may have been removed
	}
}

// offer shows whether there is anything to undo, and to do again.
func (p *Editor) offer() {
	undo, redo := p.store.Can()
	p.undo.Offer(undo || p.host.Lessons().RemovedSince(nil))
	p.redo.Offer(redo)
}

// take shows another state of the lesson. While something is typed, the fields stay.
func (p *Editor) take(l *lesson.Lesson, fields bool) {
	p.shown = l
	p.outline.show(l)
	p.told.SetText(length(p.words, l))
	if p.store != nil {
		p.offer()
		if fields && p.name.Text != l.Title {
			p.name.SetText(l.Title)
		}
	}
	if fields {
		p.fill()
	} else {
		p.paint()
	}
	if len(l.Slides) == 0 && p.outline.Focused() {
		p.Home() // the list has nothing to show where the keyboard is
	}
}

// fill shows the slide that is chosen.
func (p *Editor) fill() {
	focus := ui.MarkFocus(p.side)
	p.holder.Objects = []fyne.CanvasObject{p.details()}
	p.side.Relayout()
	focus.Return(fyne.CurrentApp().Driver().CanvasForObject(p.side), p.side)
}

// do changes the lesson.
func (p *Editor) do(typing bool, change func(*lesson.Editor) error) {
	if p.store == nil {
		p.host.Say(p.words.Say("lesson.alone"))
		return
	}
	if err := p.store.Edit(change); err != nil && !errors.Is(err, lesson.ErrGone) {
		p.host.Say(Problem(p.words, err))
	}
	if l := p.store.Lesson(); l != p.shown {
		p.take(l, !typing)
	}
}

func (p *Editor) move(id string, row int) {
	p.outline.at = id
	p.do(false, func(e *lesson.Editor) error { return e.Move(id, row) })
	p.outline.reveal()
}

// put puts a slide after the one that is chosen, and has its title written.
func (p *Editor) put(s lesson.Slide) {
	p.do(false, func(e *lesson.Editor) error {
		ids, err := e.Add(p.outline.at, s)
		if err == nil {
			p.outline.at = ids[0]
		}
		return err
	})
	p.outline.reveal()
	p.outline.opened()
}

// Chosen is the lesson with the index of the slide that is chosen; ok is false
// where there is none.
func (p *Editor) Chosen() (l lesson.Lesson, slide int, ok bool) {
	if p.outline == nil {
		return lesson.Lesson{}, 0, false
	}
	_, i, ok := p.outline.slide()
	return *p.shown, max(i, 0), ok
}

// Choose chooses a slide, if the lesson has it.
func (p *Editor) Choose(id string) {
	if p.outline != nil {
		p.outline.choose(id)
	}
}

// kept is the lesson as it is saved as a file: one that comes with the dossier is of its
// version, and elsewhere has to be told what its slides show.
func (p *Editor) kept() *lesson.Lesson {
	if meta := p.dossier.Metadata(); p.store == nil && p.shown.Dossier.Name == meta.Name {
		l := p.artist.maker.MarkedAll(p.shown).Clone()
		l.Dossier.Version = meta.Version
		return l
	}
	return p.shown
}

func (p *Editor) present() {
	if len(p.shown.Slides) == 0 {
		p.host.Say(p.words.Say("lesson.slides.none"))
		return
	}
	p.host.Present(*p.shown, 0)
}

// Key scrolls the slides by a key.
func (p *Editor) Key(key fyne.KeyName) bool {
	return p.outline != nil && p.outline.scroll.Key(key)
}

// ID is that of the lesson which can be changed here; empty: none can.
func (p *Editor) ID() string {
	if p.store == nil {
		return ""
	}
	return p.id
}
