package make

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/draft"
	"beltroad/internal/kept"
	"beltroad/internal/making"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Page is the page of a spreadsheet that becomes a dossier.
type Page struct {
	record.Quiet

	words *record.Words
	host  Host
	work  *making.Work
	stays func() // ends what belongs to the file that is read

	scroll  *ui.Scroller
	choose  *ui.Button
	file    steps
	told    *ui.Text
	save    *fyne.Container
	saveAs  *ui.Button // buttons stay those that they are: one of them may have the keyboard
	openIt  *ui.Button
	openNew *ui.Button
	undo    *ui.Button
	redo    *ui.Button
	body    *fyne.Container // problems and figures, or why there are none
	table   *ui.Table
	row     string // that is corrected; empty: none
	looking bool   // what was corrected is being understood
	form    *form
}

// New makes the page.
func New(w *record.Words, host Host) *Page {
	p := &Page{words: w, host: host, work: host.Making(), stays: func() {}}
	say := w.Say
	p.choose = ui.NewButton(say("make.choose"), p.pick, false)
	p.file = newSteps(p)
	p.told = ui.Label("", ui.SizeBody, ui.ColorInk)
	p.undo, p.redo = ui.NewButton(say("note.undo"), func() { p.Undo(false) }, false), ui.NewButton(say("note.redo"), func() { p.Undo(true) }, false)
	p.saveAs = ui.NewButton(say("make.save"), func() { p.host.Export(p.made(p.work.Found())) }, false)
	p.openIt = ui.NewButton(say("make.open"), func() { p.host.OpenMade(p.work.Made, false) }, false)
	p.openNew = ui.NewButton(say("make.open.anew"), func() { p.host.OpenMade(p.work.Made, true) }, false)
	p.save = ui.Column(8)
	p.body = ui.Column(14)
	p.table = p.newTable()
	p.scroll = ui.Page(ui.Column(16,
		ui.Header("", say("make.title"), ui.ColorInk, ui.Run{Text: say("make.lead"), Size: ui.SizeLead}),
		ui.Grid(300, 2, 14,
			p.step(1, "make.template", ui.Label(say("make.template.about"), ui.SizeBody, ui.ColorInk), p.template()),
			p.step(2, "make.file", p.file.told, ui.Flow(8, p.choose, p.file.cancel)),
		),
		ui.Column(8, p.title(3, "make.understood"), p.told, p.save), p.body))
	p.fill()
	if p.work.Chosen() && !p.work.Example {
		p.read()
	}
	return p
}

// title is that of a step.
func (p *Page) title(n int, key string) fyne.CanvasObject {
	return ui.Heading(p.words.Say("make.step", map[string]any{"Step": n, "Name": p.words.Say(key)}))
}

func (p *Page) step(n int, key string, parts ...fyne.CanvasObject) fyne.CanvasObject {
	return ui.Panel(ui.Column(10, append([]fyne.CanvasObject{p.title(n, key)}, parts...)...))
}

// Content implements [record.Page].
func (p *Page) Content() fyne.CanvasObject { return p.scroll }

// Accepts implements [record.Page].
func (p *Page) Accepts(r route.Route) bool { return r.Kind == route.Make }

// rowState names the row that is corrected.
const rowState = "row"

// Open implements [record.Page].
func (p *Page) Open(r route.Route) { p.take(route.StateOf(r)[rowState]) }

// Arrive implements [record.Page].
func (p *Page) Arrive(route.Route) {}

// State is the row that is corrected, and how far the page is scrolled.
func (p *Page) State() route.State {
	st := route.State{}
	st.Set(rowState, p.row)
	p.scroll.Keep(st)
	return st
}

// Restore implements [record.Page].
func (p *Page) Restore(st route.State) { ui.Scrolled{Scroller: p.scroll}.Restore(st) }

// Left implements [record.Page].
func (p *Page) Left() { p.stays() }

// Home gives the keyboard to what chooses a file, or to the figures.
func (p *Page) Home() {
	if f := p.work.Found(); f != nil && len(f.Rows) > 0 {
		p.host.Focus(p.table)
		return
	}
	p.host.Focus(p.choose)
}

// Escape ends correcting a row, and then reading.
func (p *Page) Escape() bool {
	switch {
	case p.row != "":
		p.close()
	case p.file.busy:
		p.cancel()
	default:
		return false
	}
	return true
}

// Beside implements [record.Follower]: the row that is corrected.
func (p *Page) Beside() fyne.CanvasObject {
	if p.form == nil {
		return nil
	}
	return p.form.content
}

// idOf is how a row is named in a state.
func idOf(at draft.At) string { return at.Sheet + "!" + strconv.Itoa(at.Row) }

func atOf(id string) draft.At {
	i := strings.LastIndexByte(id, '!')
	if i < 0 {
		return draft.At{}
	}
	n, _ := strconv.Atoi(id[i+1:])
	return draft.At{Sheet: id[:i], Row: n}
}

// Row is the state in which a row is corrected.
func Row(at draft.At) route.State { return route.State{rowState: idOf(at)} }

// open has a row corrected.
func (p *Page) open(id string) {
	st := p.State()
	st.Set(rowState, id)
	p.host.Go(route.To(route.Make, "").In(st.String()))
	if p.form != nil {
		p.table.RevealOpen(p.scroll) // beside the form its place is another
		p.host.Focus(p.form.first)
	}
}

// close ends that.
func (p *Page) close() {
	st := p.State()
	st.Set(rowState, "")
	if s := st.String(); s != "" {
		p.host.Go(route.To(route.Make, "").In(s))
	} else {
		p.host.Go(route.To(route.Make, ""))
	}
	p.host.Focus(p.table)
}

// take shows a row beside the page; none with "".
func (p *Page) take(id string) {
	if id == p.row {
		return
	}
	p.row, p.form = "", nil
	if f := p.work.Found(); f != nil && id != "" {
		if r, ok := f.Row(atOf(id)); ok {
			p.row, p.form = id, p.newForm(&r)
		}
	}
	p.table.SetOpen(p.row)
}

// Undo takes back the last correction, or makes it again.
func (p *Page) Undo(again bool) {
	step := p.work.Undo
	if again {
		step = p.work.Redo
	}
	if _, ok := step(); !ok {
		key := "note.undo.none"
		if again {
			key = "note.redo.none"
		}
		p.host.Say(p.words.Say(key))
		return
	}
	if p.form != nil {
		p.form.typing = ""
	}
	p.look()
}

// set corrects a row.
func (p *Page) set(r *draft.Row, values map[string]string, typed string) {
	p.work.Set(r, values, typed)
	p.look()
}

// look understands the spreadsheet anew, as it is corrected.
func (p *Page) look() {
	if p.offer(); p.looking { // once it is done it is seen that there is more
		return
	}
	p.looking = true
	look := p.work.Look()
	p.host.Background(func(context.Context) func() {
		found := look(nil)
		return func() {
			p.looking = false
			p.looked(found)
		}
	})
}

func (p *Page) looked(found *making.Found) {
	if !p.work.Take(found) {
		p.look()
		return
	}
	p.fill()
}

// offer shows whether there is something to undo, and to make again.
func (p *Page) offer() {
	undo, redo := p.work.Can()
	p.undo.Offer(undo)
	p.redo.Offer(redo)
}

// fill shows what was understood.
func (p *Page) fill() {
	p.offer()
	p.file.tell()
	f := p.work.Found()
	p.save.Objects = nil
	if p.body.Objects = p.unread(); f == nil {
		p.told.SetText(p.words.Say("make.understood.none"))
	} else {
		p.told.SetText(p.counted(f))
		p.save.Objects = p.ways(f)
		p.body.Objects = append(p.body.Objects, p.found(f)...)
	}
	p.table.SetSource(p.rows(f))
	if f != nil && p.form != nil {
		if r, ok := f.Row(p.form.row.At); ok {
			p.form.show(&r)
		} else {
			p.close()
		}
	}
	p.table.SetOpen(p.row)
	p.scroll.Relayout()
}

// counted is how much was understood.
func (p *Page) counted(f *making.Found) string {
	plain, doubtful, unclear := f.Count()
	say := p.words.Count
	parts := []string{say("make.figures", len(f.Rows)), say("make.clear", plain)}
	if doubtful > 0 {
		parts = append(parts, say("make.doubtful", doubtful))
	}
	if unclear > 0 {
		parts = append(parts, say("make.unclear", unclear))
	}
	if n := len(f.ToMend()); n > 0 {
		parts = append(parts, say("make.problems", n))
	}
	if p.work.Lost > 0 {
		parts = append(parts, say("make.lost", p.work.Lost))
	}
	return strings.Join(parts, " · ")
}

// ways are what can be done with what was understood.
func (p *Page) ways(f *making.Found) []fyne.CanvasObject {
	say := p.words.Say
	p.saveAs.Primary = f.Dossier != nil
	p.saveAs.Offer(f.Dossier != nil)
	row := []fyne.CanvasObject{p.saveAs}
	if p.work.Made != "" {
		row = append(row, p.openIt, p.openNew)
	}
	all := []fyne.CanvasObject{ui.Flow(8, append(row, p.undo, p.redo)...)}
	all = append(all, p.kept()...)
	if p.work.Made != "" {
		all = append(all, ui.Label(say("make.saved", map[string]any{"File": p.work.Made}), ui.SizeCaption, ui.ColorMuted))
	}
	return all
}

// kept tells of the corrections that are kept, and offers to drop them.
func (p *Page) kept() []fyne.CanvasObject {
	say := p.words.Say
	var all []fyne.CanvasObject
	if n := p.work.Kept(); n > 0 {
		drop := ui.NewLink(say("make.kept.drop"), ui.SizeCaption, func() {
			p.work.Drop()
			p.look()
			p.host.Say(say("make.kept.dropped"))
			p.host.Focus(p.table) // there is nothing to drop any more
		})
		told := ui.Label(p.words.Count("make.kept", n, map[string]any{"Name": p.work.Name}), ui.SizeCaption, ui.ColorMuted)
		all = append(all, ui.Column(2, told, ui.Flow(0, drop)))
	}
	if err := p.work.Unread(); err != nil {
		why := say("make.kept.unread", map[string]any{"Why": err.Error()})
		if damaged, ok := errors.AsType[*kept.Damaged](err); ok {
			why = say("make.kept.damaged", map[string]any{"File": damaged.Kept})
		}
		all = append(all, ui.Label(why, ui.SizeCaption, ui.ColorInk))
	}
	return all
}

// unread says why the file was not read, where it was not.
func (p *Page) unread() []fyne.CanvasObject {
	if p.file.wrong == nil {
		return nil
	}
	title := ui.Heading(p.words.Say("make.file.wrong", map[string]any{"Name": p.work.Name}))
	return []fyne.CanvasObject{ui.Column(6, title, p.problems(p.file.wrong))}
}

// found are the problems and the figures.
func (p *Page) found(f *making.Found) []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, list := range []struct {
		key string
		of  data.Problems
	}{{"make.mend", f.ToMend()}, {"make.doubts", f.Doubts}} {
		if len(list.of) > 0 {
			all = append(all, ui.Column(6, ui.Heading(p.words.Say(list.key)), p.problems(list.of)))
		}
	}
	if len(f.Rows) > 0 {
		all = append(all, p.table)
	}
	return all
}

var (
	_ record.Page     = (*Page)(nil)
	_ record.Follower = (*Page)(nil)
)
