// Package timelinepage is the page of what a dossier dates: a drawing that plays
// through the years, and a list of what the source does not date.
package timelinepage

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/message"
	"beltroad/internal/timeline"
	"beltroad/views/record"
	"beltroad/views/route"
	timelineview "beltroad/views/timeline"
	"beltroad/views/ui"
)

// Page is the timeline of a dossier.
type Page struct {
	ui.Scrolled
	record.Quiet

	dossier  *data.Dossier
	words    *record.Words
	host     record.Host
	timeline *timeline.Timeline      // nil while it is made ready
	panel    *timelineview.Panel     // nil where nothing is dated
	tags     map[route.Route]*ui.Tag // of what is not dated, by what they open
	many     []*tagList              // the same, where they are many
	list     *fyne.Container
	asked    asked // of the page while it is made ready

	shown route.Route
	still still
}

// still is what keeps its height on screen while a record opens or closes
// beside the page, which is laid out anew then; the zero still is nothing.
type still struct {
	of   route.Route // that it is the way to
	from float32     // the upper edge of the view
}

// asked is where a page was told to be before it could.
type asked struct {
	at    route.Route
	state route.State // nil: none
}

// New makes the page.
func New(d *data.Dossier, w *record.Words, host record.Host) *Page {
	p := &Page{dossier: d, words: w, host: host, tags: map[route.Route]*ui.Tag{}, list: ui.Column(14)}
	p.Scroller = ui.Page(p.list)
	const many = 4000 // records; fewer are in order within a frame
	if len(d.Projects())+len(d.Figures())+len(d.Events()) <= many {
		p.fill(timeline.New(d))
		return p
	}
	p.list.Objects = []fyne.CanvasObject{p.header(ui.Run{Text: w.Say("timeline.making"), Size: ui.SizeLead})}
	host.Background(func(context.Context) func() {
		t := timeline.New(d)
		return func() {
			p.fill(t)
			p.Relayout()
			if p.Open(p.asked.at); p.asked.state != nil {
				p.Restore(p.asked.state)
			}
		}
	})
	return p
}

func (p *Page) header(lead ui.Run) fyne.CanvasObject {
	return ui.Header("", p.words.Say("nav.timeline"), ui.ColorInk, lead)
}

// fill shows the timeline, once it is there.
func (p *Page) fill(t *timeline.Timeline) {
	p.timeline = t
	lead := ui.Run{Text: p.words.Say("timeline.none"), Size: ui.SizeLead}
	var parts []fyne.CanvasObject
	if len(t.Items) > 0 {
		lead.Text = p.words.Say("timeline.lead", message.Args{"First": message.Year(t.First), "Last": message.Year(yearOf(t))})
		p.panel = timelineview.NewPanel(p.dossier, t, p.words, p.host, func(it *timeline.Item) { p.host.Go(place(it)) })
		parts = append(parts, p.panel.Content())
	}
	p.list.Objects = append(append([]fyne.CanvasObject{p.header(lead)}, parts...), p.undated()...)
}

// yearOf is the last year that a timeline shows, ahead of the source or not.
func yearOf(t *timeline.Timeline) int {
	last := t.Last
	for i := range t.Items {
		last = max(last, t.Items[i].Date.Year, t.Items[i].Period.End.Year)
	}
	return last
}

// place is the place of an item's record, beside the timeline.
func place(it *timeline.Item) route.Route {
	here := route.To(route.Timeline, "")
	switch {
	case it.Figure != "":
		return here.Beside(route.Figure, it.Figure)
	case it.Project != "":
		return here.Beside(route.Project, it.Project)
	default:
		return here.Beside(route.Read, strconv.Itoa(it.Paragraph))
	}
}

// Accepts implements [record.Page].
func (p *Page) Accepts(r route.Route) bool { return r.Kind == route.Timeline && r.ID == "" }

// Open marks what stands open beside the page.
func (p *Page) Open(r route.Route) {
	if p.timeline == nil {
		p.asked.at = r
		return
	}
	r = r.Place()
	p.hold(r)
	if p.panel != nil {
		p.panel.Drawing().Select(p.itemOf(r))
	}
	for to, t := range p.tags {
		t.SetSelected(to == r)
	}
	for _, l := range p.many {
		l.mark(r)
	}
}

// hold remembers where the way to a record stands, or to the one that closes.
func (p *Page) hold(r route.Route) {
	of := r
	if r.Pane == (route.Ref{}) {
		of = p.shown
	}
	p.shown, p.still = r, still{}
	if y, ok := p.depth(of); ok && y >= p.Offset() && y < p.Offset()+p.Size().Height {
		p.still = still{of, y - p.Offset()}
	}
}

// Arrive scrolls so that the way to a record stands where it stood.
func (p *Page) Arrive(route.Route) {
	if y, ok := p.depth(p.still.of); ok {
		p.ScrollTo(y - p.still.from)
	}
	p.still = still{}
}

// depth is how far down the page the way to a record is.
func (p *Page) depth(r route.Route) (float32, bool) {
	if t := p.tags[r]; t != nil {
		return p.Depth(t)
	}
	for _, l := range p.many {
		if within, ok := l.depth(r); ok {
			y, ok := p.Depth(l.List)
			return y + within, ok
		}
	}
	if p.panel == nil || r.Pane == (route.Ref{}) {
		return 0, false
	}
	within, ok := p.panel.Drawing().Depth(p.itemOf(r))
	if !ok {
		return 0, false
	}
	y, ok := p.Depth(p.panel.Drawing())
	return y + within, ok
}

// itemOf is the id of the item that a place is the record of: the one that was
// opened last, where several are.
func (p *Page) itemOf(r route.Route) string {
	id := ""
	for i := range p.timeline.Items {
		if it := &p.timeline.Items[i]; place(it) == r && (id == "" || i == p.panel.Drawing().Current()) {
			id = it.ID
		}
	}
	return id
}

// Left ends playing: another page is shown.
func (p *Page) Left() {
	if p.panel != nil {
		p.panel.Player().Stop()
	}
}

// TogglePlay plays through the years, or pauses.
func (p *Page) TogglePlay() {
	if p.panel != nil {
		p.panel.Player().Toggle()
	}
}

// State is the window, the year and how far the page is scrolled.
func (p *Page) State() route.State {
	if p.timeline == nil && p.asked.state != nil {
		return p.asked.state
	}
	st := p.Scrolled.State()
	if p.panel != nil {
		p.panel.Keep(st)
	}
	return st
}

// Restore shows the page as a state tells.
func (p *Page) Restore(st route.State) {
	if p.timeline == nil {
		p.asked.state = st
		return
	}
	if p.panel != nil {
		p.panel.Restore(st)
	}
	p.Scrolled.Restore(st)
}
