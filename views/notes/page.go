package notes

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"beltroad/data"
	own "beltroad/internal/notes"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Page lists the user's notes: those that stand in the dossier, and apart those
// that no longer do.
type Page struct {
	record.Quiet
	*record.Filters

	dossier *data.Dossier
	words   *record.Words
	host    Host
	scroll  *ui.Scroller
	content fyne.CanvasObject
	lead    *ui.Text
	find    *finder
	holder  *fyne.Container // the list, or why there is none
	list    *ui.List
	shown   []own.Placed
	orphans int    // of those shown, at the end
	leaves  string // id of the note that is being removed; empty: none is
	edited  *editor
	late    bool // something has changed while a note was being written
}

// The names of the filters in a state, and of what is looked for.
const (
	byKind   = "kind"
	byStands = "on"
	byOrder  = "sort"
	findName = "find"
)

// Choices of filters beside kinds of highlights and of records.
const (
	onlyText   = "text"
	onlyMarks  = "bookmark"
	onlyOrphan = "orphan"
	latest     = "date"
)

// New makes the page.
func New(d *data.Dossier, w *record.Words, host Host) *Page {
	p := &Page{dossier: d, words: w, host: host, holder: ui.Column(0)}
	kinds := []ui.Option{}
	for _, k := range own.Kinds() {
		kinds = append(kinds, ui.Option{Key: string(k), Name: kindName(w, k)})
	}
	kinds = append(kinds, ui.Option{Key: onlyText, Name: w.Say("note.plain")}, ui.Option{Key: onlyMarks, Name: w.Say("note.bookmarks")})
	on := []ui.Option{}
	for _, s := range own.AllStands() {
		on = append(on, ui.Option{Key: string(s), Name: w.Say("note.on." + string(s))})
	}
	on = append(on, ui.Option{Key: onlyOrphan, Name: w.Say("note.orphans")})
	p.Filters = record.NewFilters(w, []record.FilterSpec{
		{Name: byKind, All: w.Say("note.kinds.all"), Options: kinds},
		{Name: byStands, All: w.Say("note.on.all"), Options: on},
		{Name: byOrder, All: w.Say("note.by.place"), Options: []ui.Option{{Key: latest, Name: w.Say("note.by.date")}}},
	}, func() { p.fill() })
	p.find = newFinder(w, func() { p.fill() })
	p.lead = ui.Label("", ui.SizeLead, ui.ColorInk)
	ways := ui.Flow(8,
		ui.NewButton(w.Say("note.export"), func() { host.Export(p.export()) }, false),
		ui.NewButton(w.Say("note.import"), host.Import, false))
	p.scroll = ui.Page(ui.Column(12, p.Row(), ways, p.holder))
	p.content = ui.PageBelow(ui.Column(12, ui.Header("", w.Say("nav.notes"), ui.ColorInk), p.lead, ui.NewNative(p.find)), p.scroll)
	p.fill()
	return p
}

// Content is what the page shows.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Accepts implements [record.Page].
func (p *Page) Accepts(r route.Route) bool { return r.Kind == route.Notes }

// Open implements [record.Page].
func (p *Page) Open(route.Route) {}

// State is what is looked for, filtered, and how far the page is scrolled.
func (p *Page) State() route.State {
	st := route.State{}
	p.Keep(st)
	st.Set(findName, strings.TrimSpace(ui.Shortened(p.find.Text, longestFind)))
	p.scroll.Keep(st)
	return st
}

// longestFind is how many letters of what is looked for a state keeps.
const longestFind = 100

// Restore implements [record.Page].
func (p *Page) Restore(st route.State) {
	if p.find.Text != st[findName] {
		p.find.SetText(st[findName])
	}
	p.Take(st)
	ui.Scrolled{Scroller: p.scroll}.Restore(st)
}

// Escape ends writing.
func (p *Page) Escape() bool {
	if p.edited == nil {
		return false
	}
	p.edited.field.done()
	return true
}

// Left implements [record.Page].
func (p *Page) Left() { p.host.Book().Typed() }

// Changed takes up what is written by now, once nothing is being written here.
func (p *Page) Changed() {
	if p.edited != nil {
		p.late = true
		return
	}
	before := p.rowOf(p.leaves)
	if p.fill(); before >= 0 && p.rowOf(p.leaves) < 0 {
		if p.leaves = ""; len(p.shown) > 0 {
			ui.FocusRow(p.scroll, p.list, min(before, len(p.shown)-1))
		}
	}
}

// rowOf is the row of a note; -1: it is not there.
func (p *Page) rowOf(id string) int {
	return slices.IndexFunc(p.shown, func(n own.Placed) bool { return n.ID == id })
}

// keeps tells whether a note is among those to show.
func (p *Page) keeps(n own.Placed, words []string) bool {
	kind := string(n.Kind)
	switch {
	case n.Bookmark:
		kind = onlyMarks
	case kind == "":
		kind = onlyText
	}
	on := string(n.Fit.On.Stands)
	if n.Orphan() && p.Has(byStands, onlyOrphan) {
		on = onlyOrphan
	}
	if !p.Keeps(byKind, kind) || !p.Keeps(byStands, on) {
		return false
	}
	if len(words) == 0 {
		return true
	}
	all := strings.ToLower(n.Text + " " + n.Passage() + " " + WhereNote(p.dossier, p.words, n))
	return !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(all, word) })
}

// fill lists the notes that are to be shown.
func (p *Page) fill() {
	if p.find == nil { // it is being made
		return
	}
	all := p.host.Book().Placed()
	p.shown = nil
	words := strings.Fields(strings.ToLower(p.find.Text))
	for _, n := range all {
		if p.keeps(n, words) {
			p.shown = append(p.shown, n)
		}
	}
	order := own.ByPlace
	if p.Has(byOrder, latest) {
		order = func(a, b own.Placed) int {
			if a.Orphan() != b.Orphan() {
				return own.ByPlace(a, b)
			}
			return own.ByDate(a, b)
		}
	}
	slices.SortStableFunc(p.shown, order)
	p.orphans = 0
	for _, n := range p.shown {
		if n.Orphan() {
			p.orphans++
		}
	}
	p.lead.SetText(p.told(len(all)))
	p.relist()
}

// told says how many of how many notes are shown.
func (p *Page) told(all int) string {
	if len(p.shown) == all {
		return p.words.Count("note.count", all)
	}
	return p.words.Say("note.shown", map[string]any{"Shown": len(p.shown), "All": p.words.Count("note.count", all)})
}

// relist makes the list anew.
func (p *Page) relist() {
	switch {
	case len(p.host.Book().Placed()) == 0:
		p.holder.Objects = []fyne.CanvasObject{p.empty()}
	case len(p.shown) == 0:
		p.holder.Objects = []fyne.CanvasObject{ui.Label(p.words.Say("note.none"), ui.SizeBody, ui.ColorMuted)}
	default:
		p.list = ui.NewList(10, len(p.shown), p.row)
		p.holder.Objects = []fyne.CanvasObject{p.list}
	}
	p.scroll.Relayout()
}

// empty says how to make a note.
func (p *Page) empty() fyne.CanvasObject {
	parts := []fyne.CanvasObject{ui.Strong(p.words.Say("note.empty"), ui.SizeLead, ui.ColorInk)}
	for _, key := range []string{"note.empty.passage", "note.empty.record", "note.empty.bookmark", "note.empty.import"} {
		parts = append(parts, ui.Label(p.words.Say(key), ui.SizeBody, ui.ColorMuted))
	}
	return ui.AtMost(640, ui.Panel(ui.Column(8, parts...)))
}

// row is a note in the list; the first that fits nowhere has a heading above it.
func (p *Page) row(i int) fyne.CanvasObject {
	n := p.shown[i]
	var parts []fyne.CanvasObject
	if n.Orphan() && i == len(p.shown)-p.orphans {
		parts = append(parts, ui.Gap(8), ui.Heading(p.words.Say("note.orphans")), ui.Label(p.words.Say("note.orphans.lead"), ui.SizeCaption, ui.ColorMuted))
	}
	if p.edited != nil && p.edited.note.ID == n.ID {
		parts = append(parts, p.head(n), p.edited.content)
	} else {
		parts = append(parts, p.card(n))
	}
	return ui.Column(6, parts...)
}

// head is what a note stands on, as a link where that is in the dossier.
func (p *Page) head(n own.Placed) fyne.CanvasObject {
	return ui.Strong(WhereNote(p.dossier, p.words, n), ui.SizeBody, ui.ColorInk)
}

// card is a note that is not being written.
func (p *Page) card(n own.Placed) fyne.CanvasObject {
	parts := []fyne.CanvasObject{p.head(n)}
	if n.Passage() != "" {
		shown := n
		shown.Anchor.Exact = ui.Shortened(n.Anchor.Exact, longestQuote)
		parts = append(parts, quote(shown))
	}
	if n.Text != "" {
		parts = append(parts, markdown(n.Text))
	}
	if n.Orphan() {
		parts = append(parts, ui.Label(p.words.Say("note.why."+string(n.Fit.Why)), ui.SizeCaption, ui.ColorMuted))
	}
	links := []fyne.CanvasObject{ui.OneLine(about(p.words, n, time.Now()), ui.SizeSmall, ui.ColorMuted)}
	if !n.Bookmark {
		links = append(links, ui.NewLink(p.words.Say("note.edit"), ui.SizeSmall, func() { p.write(n.Note) }))
	}
	links = append(links, ui.NewLink(p.words.Say("note.delete"), ui.SizeSmall, func() {
		p.leaves = n.ID
		p.host.Remove(n.Note)
	}))
	if n.Orphan() {
		links = append(links, p.moves(n.Note))
	}
	parts = append(parts, ui.Flow(12, links...))
	content := ui.Column(4, parts...)
	if n.Orphan() {
		return ui.Panel(content)
	}
	c := ui.NewCard(p.words.Say("note.open", map[string]any{"Where": WhereNote(p.dossier, p.words, n)}), content, func() { p.host.Go(ToNote(n)) })
	c.Bar = ui.HighlightColor(KindIndex(n.Kind))
	return c
}

// moves puts a note that has lost its place elsewhere, or no longer does.
func (p *Page) moves(n own.Note) fyne.CanvasObject {
	if now, ok := p.host.Homeless(); ok && now.ID == n.ID {
		return ui.NewLink(p.words.Say("note.move.leave"), ui.SizeSmall, p.host.Leave)
	}
	return ui.NewLink(p.words.Say("note.move"), ui.SizeSmall, func() { p.host.PutElsewhere(n) })
}

// longestQuote is how many letters of a passage the list shows.
const longestQuote = 240

// write opens a note in its place, to be written in.
func (p *Page) write(n own.Note) {
	p.edited = newEditor(p.words, p.host, n, Where(p.dossier, p.words, n.On), func() {
		p.edited = nil
		p.late = false
		p.fill()
	})
	at := p.scroll.Offset()
	p.relist()
	p.scroll.ScrollTo(at)
	p.host.Focus(p.edited.field)
	p.edited.field.toEnd()
}

// finder looks for words in notes.
type finder struct {
	widget.Entry

	words *record.Words
}

func newFinder(w *record.Words, changed func()) *finder {
	s := &finder{words: w}
	s.ExtendBaseWidget(s)
	s.SetPlaceHolder(w.Say("note.find"))
	s.OnChanged = func(string) { changed() }
	return s
}

// TypedKey implements [fyne.Focusable]: Escape empties the field.
func (s *finder) TypedKey(e *fyne.KeyEvent) {
	switch {
	case e.Name == fyne.KeyEscape && s.Text != "":
		s.SetText("")
	case e.Name == fyne.KeyEscape, e.Name == fyne.KeyF1, e.Name == fyne.KeyF11:
		ui.ForwardKey(s, e)
	default:
		s.Entry.TypedKey(e)
	}
}

// AccessibilityLabel implements [fyne.Accessible].
func (s *finder) AccessibilityLabel() string { return s.words.Say("note.find") }

// AccessibilityRole implements [fyne.Accessible].
func (*finder) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

var _ fyne.Accessible = (*finder)(nil)
