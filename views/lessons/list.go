package lessons

import (
	"slices"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/lesson"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// List is the page of all lessons.
type List struct {
	record.Quiet
	ui.Scrolled

	dossier *data.Dossier
	words   *record.Words
	host    Host
	holder  *fyne.Container
	list    *ui.List
	shown   []line
	leaves  string   // id of the lesson that is being removed; empty: none is
	left    []string // ids of those that were
}

// line is a lesson in the list, or the heading of some.
type line struct {
	heading string
	id      string
	lesson  *lesson.Lesson
	own     bool
	wrong   string // why there is no lesson
}

// NewList makes the page.
func NewList(d *data.Dossier, w *record.Words, host Host) *List {
	p := &List{dossier: d, words: w, host: host, holder: ui.Column(0)}
	ways := ui.Flow(8,
		ui.NewButton(w.Say("lesson.new"), host.NewLesson, true),
		ui.NewButton(w.Say("lesson.import"), host.ImportLesson, false))
	p.Scroller = ui.Page(ui.Column(14, ui.Header("", w.Say("nav.lessons"), ui.ColorInk, ui.Run{Text: w.Say("lesson.lead"), Size: ui.SizeLead}), ways, p.holder))
	p.fill()
	return p
}

// Accepts implements [record.Page].
func (p *List) Accepts(r route.Route) bool { return r.Kind == route.Lesson && r.ID == "" }

// Open implements [record.Page].
func (p *List) Open(route.Route) {}

// LessonsChanged takes up what lessons there are by now.
func (p *List) LessonsChanged() {
	focus, before := ui.MarkFocus(p.Scroller), p.row(p.leaves)
	p.fill()
	p.Relayout()
	if before >= 0 && p.row(p.leaves) < 0 {
		p.left, p.leaves = append(p.left, p.leaves), ""
		p.focusLine(before)
		return
	}
	for i, id := range p.left {
		if at := p.row(id); at >= 0 { // it is back
			p.left = slices.Delete(p.left, i, i+1)
			p.focusLine(at)
			return
		}
	}
	focus.Return(fyne.CurrentApp().Driver().CanvasForObject(p.Scroller), p.Scroller)
}

// row is the line of a lesson; -1: it is not there.
func (p *List) row(id string) int {
	return slices.IndexFunc(p.shown, func(l line) bool { return l.id == id && id != "" })
}

// focusLine gives the keyboard to the lesson in a line, or to the one before it: what
// comes in the place of a lesson that was removed, and not a link in it.
func (p *List) focusLine(i int) {
	i = min(i, len(p.shown)-1)
	for i > 0 && p.shown[i].lesson == nil {
		i--
	}
	ui.FocusRow(p.Scroller, p.list, i)
}

func (p *List) remove(id string) {
	p.leaves = id
	p.host.RemoveLesson(id)
}

// Undo brings back the lesson that was removed last, also when the offer to do so
// has gone.
func (p *List) Undo(redo bool) {
	if !redo && p.host.Lessons().RemovedSince(nil) {
		p.host.RestoreLast()
		return
	}
	key := "note.undo.none"
	if redo {
		key = "note.redo.none"
	}
	p.host.Say(p.words.Say(key))
}

// fill lists the lessons that there are.
func (p *List) fill() {
	library := p.host.Lessons()
	p.shown = nil
	if len(library.Ready) > 0 {
		p.shown = append(p.shown, line{heading: p.words.Say("lesson.ready")})
	}
	for _, r := range library.Ready {
		l := line{id: r.ID, lesson: r.Lesson}
		if r.Err != nil {
			l.wrong = Problem(p.words, r.Err)
		}
		p.shown = append(p.shown, l)
	}
	own := library.All()
	p.shown = append(p.shown, line{heading: p.words.Say("lesson.own")})
	for _, s := range own {
		p.shown = append(p.shown, line{id: s.ID, lesson: s.Lesson(), own: true})
	}
	p.list = ui.NewList(10, len(p.shown), p.card)
	p.holder.Objects = []fyne.CanvasObject{p.list}
	if len(own) == 0 {
		p.holder.Objects = append(p.holder.Objects, ui.Gap(10), p.empty(len(library.Ready) > 0))
	}
}

// empty says how to make a lesson; some may be ready.
func (p *List) empty(ready bool) fyne.CanvasObject {
	parts := []fyne.CanvasObject{ui.Strong(p.words.Say("lesson.empty"), ui.SizeLead, ui.ColorInk)}
	keys := []string{"lesson.empty.add", "lesson.empty.copy", "lesson.empty.import"}
	if !ready {
		keys = slices.Delete(keys, 1, 2)
	}
	for _, key := range keys {
		parts = append(parts, ui.Label(p.words.Say(key), ui.SizeBody, ui.ColorMuted))
	}
	return ui.AtMost(640, ui.Panel(ui.Column(8, parts...)))
}

// card is a line of the list.
func (p *List) card(i int) fyne.CanvasObject {
	l := p.shown[i]
	switch {
	case l.heading != "":
		return ui.Column(0, ui.Gap(6), ui.Heading(l.heading))
	case l.lesson == nil:
		return ui.Panel(ui.Column(4, ui.Strong(l.id, ui.SizeBody, ui.ColorInk), ui.Label(l.wrong, ui.SizeBody, ui.ColorMuted)))
	}
	name := title(p.words, l.lesson)
	about := length(p.words, l.lesson)
	if of := foreign(p.dossier, l.lesson); of != "" {
		about += " · " + p.words.Say("lesson.foreign.short", map[string]any{"Dossier": of})
	}
	link := func(key string, do func()) fyne.CanvasObject {
		k := ui.NewLink(p.words.Say(key), ui.SizeCaption, do)
		k.Label = p.words.Say("lesson.do", map[string]any{"What": p.words.Say(key), "Lesson": name})
		return k
	}
	links := []fyne.CanvasObject{}
	if len(l.lesson.Slides) > 0 {
		links = append(links, link("lesson.present", func() { p.host.Present(*l.lesson, 0) }))
	}
	if l.own {
		links = append(links, link("lesson.duplicate", func() { p.host.CopyLesson(l.lesson) }), link("lesson.remove", func() { p.remove(l.id) }))
	} else {
		links = append(links, link("lesson.mine", func() { p.host.CopyLesson(l.lesson) }))
	}
	to := route.To(route.Lesson, l.id)
	c := ui.NewCard(p.words.Say("lesson.open", map[string]any{"Lesson": name}), ui.Column(4,
		ui.Strong(name, ui.SizeLead, ui.ColorInk), ui.Label(about, ui.SizeBody, ui.ColorMuted), ui.Flow(14, links...)),
		func() { p.host.Go(to) })
	c.Leads = to
	return ui.AtMost(760, c)
}
