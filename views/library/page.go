package library

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"beltroad/internal/library"
	"beltroad/internal/sheet"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Page is the page of the dossiers on this computer.
type Page struct {
	record.Quiet
	ui.Scrolled

	words  *record.Words
	host   Host
	holder *fyne.Container // the cards
	lower  *fyne.Container // what was refused
	below  *fyne.Container // what was removed
	list   *ui.List
	panel  *Panel // nil: nothing was
	all    []library.Entry
	where  map[string]string // they are, by their ids
	called map[string]string // likewise
	gone   map[string]bool   // ids of those that are not where they were
	now    func() time.Time
}

var _ record.Page = (*Page)(nil)

// New makes the page.
func New(w *record.Words, host Host) *Page {
	p := &Page{words: w, host: host, holder: ui.Column(0), lower: ui.Column(0), below: ui.Column(6), gone: map[string]bool{}, now: time.Now}
	ways := []fyne.CanvasObject{ui.NewButton(w.Say("menu.dossier.open"), host.ChooseDossier, true)}
	ways = append(ways,
		ui.NewButton(w.Say("library.make"), func() { host.Go(route.To(route.Make, "")) }, false),
		ui.NewButton(w.Say("compare.title"), func() { host.Go(route.To(route.Compare, "")) }, false),
		ui.NewButton(w.Say("menu.dossier.folder"), host.ChooseFolder, false))
	p.Scroller = ui.Page(ui.Column(16,
		ui.Header("", w.Say("nav.library"), ui.ColorInk, ui.Run{Text: w.Say("library.lead"), Size: ui.SizeLead}),
		p.holder, ui.Flow(8, ways...), p.lower, p.below))
	p.fill()
	p.RefusalChanged()
	return p
}

// Accepts implements [record.Page].
func (*Page) Accepts(r route.Route) bool { return r.Kind == route.Library }

// Open implements [record.Page].
func (*Page) Open(route.Route) {}

// Arrive implements [record.Page]: what was refused is brought into view.
func (p *Page) Arrive(route.Route) {
	if p.panel != nil {
		p.Reveal()
	}
}

// Reveal brings what was refused into view, from its beginning on.
func (p *Page) Reveal() {
	if p.panel != nil {
		ui.Reveal(p.panel.ways)
		ui.Reveal(p.panel.head)
	}
}

// LibraryChanged takes up what dossiers there are by now.
func (p *Page) LibraryChanged() {
	focus := ui.MarkFocus(p.Scroller)
	p.fill()
	p.Relayout()
	focus.Return(fyne.CurrentApp().Driver().CanvasForObject(p.Scroller), p.Scroller)
}

// RefusalChanged takes up what was refused by now.
func (p *Page) RefusalChanged() {
	r := p.host.Refused()
	switch {
	case r == nil && p.panel == nil:
		return
	case r == nil:
		p.panel, p.lower.Objects = nil, nil
	case p.panel == nil || p.panel.of != r:
		p.panel = NewPanel(p.words.Printer, r)
		p.lower.Objects = []fyne.CanvasObject{p.panel.Content()}
	default:
		p.panel.Update()
	}
	p.Relayout()
}

// Undo brings back the dossier that was removed last.
func (p *Page) Undo(redo bool) {
	if redo {
		p.host.Say(p.words.Say("note.redo.none"))
		return
	}
	p.host.RestoreDossier()
}

func (p *Page) fill() {
	p.all = p.host.Entries()
	p.where = Where(p.words.Printer, p.all)
	p.called = calledAt(p.words.Printer, p.all, p.where)
	const cell, most, gap, wide = 250, 3, 14, 316
	p.list = ui.NewGridList(cell, most, gap, len(p.all), p.card)
	p.holder.Objects = []fyne.CanvasObject{p.list}
	if n := float32(len(p.all)); n < most { // as wide as where there are more
		p.holder.Objects[0] = ui.AtMost(wide*n+gap*(n-1), p.list)
	}
	p.fillRemoved()
	p.look()
}

// look tells, beside the window, which dossiers are not where they were.
func (p *Page) look() {
	all := p.all
	p.host.Background(func(context.Context) func() {
		gone := map[string]bool{}
		for _, e := range all {
			if e.Place != library.InPlace {
				continue
			}
			if _, err := os.Stat(e.Path); err != nil {
				gone[e.ID] = true
			}
		}
		return func() {
			if len(gone) > 0 || len(p.gone) > 0 {
				p.gone = gone
				p.list.Remake()
				p.Relayout()
			}
		}
	})
}

// card is a dossier.
func (p *Page) card(i int) fyne.CanvasObject {
	e := p.all[i]
	called := p.called[e.ID]
	actions := func() []ui.Action { return p.actions(e) }
	var more *ui.IconButton
	more = ui.NewIconButton(theme.IconNameMoreVertical, p.words.Say("library.more", map[string]any{"Dossier": called}), func() { ui.ShowActions(more, actions()) })
	lines := []fyne.CanvasObject{
		ui.Strong(e.Title, ui.SizeBody, ui.ColorInk),
		ui.Label(p.about(e), ui.SizeCaption, ui.ColorMuted),
	}
	if said := p.when(e); said != "" {
		lines = append(lines, ui.Gap(4), ui.Label(said, ui.SizeSmall, ui.ColorMuted))
	}
	if isMine(e) {
		lines = append(lines, ui.Gap(4), ui.Flow(6, ui.Chip(p.words.Say("library.mine"))))
	}
	label := p.words.Say("library.open", map[string]any{"Dossier": called})
	shown := e.ID == p.host.Shown()
	if shown {
		label = p.words.Say("library.shown", map[string]any{"Dossier": called})
	}
	c := ui.NewCard(label, ui.TopRow(8, 0, ui.Column(2, lines...), more), func() { p.open(e) })
	c.Selected, c.Own = shown, actions
	if shown {
		c.Ground = ui.ColorOpen
	}
	c.OnKey = func(key fyne.KeyName) bool { return p.key(i, key) }
	return c
}

// isMine tells whether a dossier is the user's own: made on this computer, or of a
// spreadsheet.
func isMine(e library.Entry) bool { return e.Mine || placeOf(e) == "sheet" }

// open opens a dossier, or goes to the overview of the one that is.
func (p *Page) open(e library.Entry) {
	if e.ID == p.host.Shown() {
		p.host.Go(route.To(route.Overview, ""))
		return
	}
	p.host.OpenDossier(e.ID, false)
}

// key moves among the cards, and removes one.
func (p *Page) key(i int, key fyne.KeyName) bool {
	to := i
	switch key {
	case fyne.KeyLeft:
		to--
	case fyne.KeyRight:
		to++
	case fyne.KeyUp, fyne.KeyDown:
		to = p.vertical(i, key == fyne.KeyDown)
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = len(p.all) - 1
	case fyne.KeyDelete:
		if p.all[i].Place != library.Builtin {
			p.host.RemoveDossier(p.all[i].ID)
		}
		return true
	default:
		return false
	}
	if to < 0 || to >= len(p.all) || to == i {
		return key != fyne.KeyUp && key != fyne.KeyDown // which scroll the page
	}
	ui.FocusRow(p.Scroller, p.list, to)
	return true
}

// vertical is the card below another, or above it.
func (p *Page) vertical(i int, down bool) int {
	from, _ := p.list.Stretch(i)
	step := -1
	if down {
		step = 1
	}
	var left float32
	if o := p.list.Live(i); o != nil {
		left = o.Position().X
	}
	for to := i + step; to >= 0 && to < len(p.all); to += step {
		o := p.list.Live(to)
		if at, _ := p.list.Stretch(to); at != from && (o == nil || o.Position().X == left) {
			return to
		}
	}
	return i
}

// about says where a dossier is, and what is in it.
func (p *Page) about(e library.Entry) string {
	at := p.where[e.ID]
	if e.Place == library.InPlace {
		at = p.words.Say("library.place."+placeOf(e), map[string]any{"Name": at})
	}
	parts := []string{at, p.words.Count("count.figures", e.Figures), p.words.Count("count.projects", e.Projects)}
	return strings.Join(parts, " · ")
}

// placeOf is where a dossier is, as a word of the language's has it.
func placeOf(e library.Entry) string {
	switch end := strings.ToLower(filepath.Ext(e.Path)); {
	case e.Place != library.InPlace:
		return string(e.Place)
	case sheet.IsNamed(e.Path):
		return "sheet"
	case end == ".zip", end == library.End:
		return "file"
	default:
		return "folder"
	}
}

// when says which version a dossier is, and when it was opened.
func (p *Page) when(e library.Entry) string {
	var parts []string
	if p.gone[e.ID] {
		parts = append(parts, p.words.Say("library.gone"))
	}
	if e.Version != "" {
		parts = append(parts, p.words.Say("library.version", map[string]any{"Version": e.Version}))
	}
	if !e.Opened.IsZero() {
		parts = append(parts, p.opened(e.Opened))
	}
	if len(parts) == 0 {
		return ""
	}
	return p.words.Sentence(strings.Join(parts, " · "))
}

// opened says on which day a dossier was: today, yesterday, or its date.
func (p *Page) opened(at time.Time) string {
	now := p.now()
	at = at.In(now.Location())
	switch {
	case sameDay(at, now):
		return p.words.Say("library.opened.today")
	case sameDay(at, now.AddDate(0, 0, -1)):
		return p.words.Say("library.opened.yesterday")
	default:
		return p.words.Say("library.opened.on", map[string]any{"Date": p.words.Printer.Date(at.Year(), int(at.Month()), at.Day())})
	}
}

func sameDay(a, b time.Time) bool {
	return a.Year() == b.Year() && a.YearDay() == b.YearDay()
}

// mostVersions are the earlier versions that a menu offers.
const mostVersions = 5

// actions are what can be done with a dossier.
func (p *Page) actions(e library.Entry) []ui.Action {
	say := p.words.Say
	all := []ui.Action{
		{Name: say("library.do.open"), Do: func() { p.open(e) }},
		{Name: say("library.do.window"), Do: func() { p.host.OpenDossier(e.ID, true) }},
	}
	if e.ID != p.host.Shown() {
		all = append(all, ui.Action{Name: say("library.do.compare"), Do: func() { p.host.Go(route.To(route.Compare, e.ID)) }})
	}
	for i, v := range e.Earlier[:min(len(e.Earlier), mostVersions)] {
		name := say("library.do.version", map[string]any{"Version": v.Version, "Date": p.words.Printer.Date(v.Changed.Year(), int(v.Changed.Month()), v.Changed.Day())})
		all = append(all, ui.Action{Name: name, Apart: i == 0, Do: func() { p.host.OpenVersion(v.Path) }})
	}
	if e.Place == library.Builtin {
		return all
	}
	if e.Sheet != "" {
		all = append(all, ui.Action{Name: say("make.understood"), Apart: true, Do: func() { p.host.ShowSheet(e.Sheet) }})
	}
	all = append(all, ui.Action{Name: say("library.do.folder"), Apart: e.Sheet == "", Do: func() { p.host.ShowFolder(e.ID) }})
	if e.Place == library.InPlace {
		all = append(all, ui.Action{Name: say("library.do.copy"), Do: func() { p.host.CopyDossier(e.ID) }})
	}
	return append(all, ui.Action{Name: say("library.do.remove"), Apart: true, Do: func() { p.host.RemoveDossier(e.ID) }})
}
