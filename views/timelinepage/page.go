// Package timelinepage is the page of what a dossier dates: a drawing that plays
// through the years, and a list of what the source does not date.
package timelinepage

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/export"
	"beltroad/internal/message"
	"beltroad/internal/paper"
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
	list     *fyne.Container
	asked    asked               // of the page while it is made ready
	timeline *timeline.Timeline  // nil till then
	panel    *timelineview.Panel // nil where nothing is dated
	tags     []*tags             // of what is not dated

	shown route.Route
	still still
}

// still is what keeps its height on screen while a record opens or closes
// beside the page, which is laid out anew then; the zero still is nothing.
type still struct {
	of   route.Route // that it is the way to
	tag  bool        // it is a tag, not an item of the drawing
	from float32     // the upper edge of the view
}

// asked is where a page was told to be before it could.
type asked struct {
	at    route.Route
	state route.State // nil: none
}

// New makes the page. A large dossier's timeline is made beside the window.
func New(d *data.Dossier, dated *timeline.Shared, w *record.Words, host record.Host) *Page {
	p := &Page{dossier: d, words: w, host: host, list: ui.Column(14)}
	p.Scroller = ui.Page(p.list)
	const many = 4000 // records; fewer are in order within a frame
	if len(d.Projects())+len(d.Figures())+len(d.Events()) <= many {
		p.timeline = dated.Get()
		p.list.Objects = p.parts(p.timeline)
		return p
	}
	p.list.Objects = []fyne.CanvasObject{p.header(w.Say("timeline.making"))}
	host.Background(func(context.Context) func() {
		t := dated.Get()
		return func() { p.fillLater(t) }
	})
	return p
}

// fillLater shows a timeline of so many records that finding their rows takes a good
// part of a frame, and showing them another: each has one of its own.
func (p *Page) fillLater(t *timeline.Timeline) {
	wide := p.list.Objects[0].Size().Width // of the line that stands in its place
	parts := p.parts(t)
	if wide > 0 && p.panel != nil {
		ui.Adopt(p.panel.Content(), p.Given())
		ui.HeightFor(p.panel.Content(), wide) // with what lies around the drawing, which is narrower
	}
	p.host.Background(func(context.Context) func() {
		return func() {
			p.timeline, p.list.Objects = t, parts
			if p.Size().Width > 0 { // else it is laid out when it has a place
				p.Relayout()
			}
			if p.Open(p.asked.at); p.asked.state != nil {
				p.Restore(p.asked.state)
			} else {
				p.Arrive(p.asked.at)
			}
		}
	})
}

func (p *Page) header(lead string) fyne.CanvasObject {
	return ui.Header("", p.words.Say("nav.timeline"), ui.ColorInk, ui.Run{Text: lead, Size: ui.SizeLead})
}

// parts are what the page shows of the timeline, once it is there.
func (p *Page) parts(t *timeline.Timeline) []fyne.CanvasObject {
	lead := p.words.Say("timeline.none")
	var parts []fyne.CanvasObject
	if len(t.Items) > 0 {
		key := "timeline.lead"
		if len(t.Undated) == 0 {
			key = "timeline.lead.all"
		}
		lead = p.words.Say(key, message.Args{"First": message.Year(t.First), "Last": message.Year(max(t.Last, t.Dated(false).Last))})
		if t.Others() > 0 {
			lead += " " + p.others(t.Dated(true))
		}
		p.panel = timelineview.NewPanel(p.dossier, t, p.words, p.host, func(it *timeline.Item) { p.host.Go(place(it)) })
		p.panel.Drawing().Leads = place
		parts = append(parts, p.panel.Content())
	}
	return append(append([]fyne.CanvasObject{p.header(lead)}, parts...), p.undated(t)...)
}

// others says which years other sources date.
func (p *Page) others(y timeline.Years) string {
	if y.First == y.Last {
		return p.words.Say("timeline.lead.others.year", message.Args{"Year": message.Year(y.First)})
	}
	return p.words.Say("timeline.lead.others", message.Args{"First": message.Year(y.First), "Last": message.Year(y.Last)})
}

// place is the place of an item's record, beside the timeline.
func place(it *timeline.Item) route.Route {
	here := route.To(route.Timeline, "")
	switch {
	case it.Source != nil: // its project's record would not say what it is
		return here.Beside(route.Timeline, strings.TrimPrefix(it.ID(), "event/"))
	case it.Figure != nil:
		return here.Beside(route.Figure, it.Figure.ID)
	case it.Opens() != "":
		return here.Beside(route.Project, it.Opens())
	case it.Paragraph() == 0: // the start of a project that several paragraphs name
		return here
	default:
		return here.Beside(route.Read, strconv.Itoa(it.Paragraph()))
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
		if e, ok := p.dossier.Event(r.Pane.ID); ok && r.Pane.Kind == route.Timeline && e.Source != "" {
			p.panel.ShowAll()
		}
		p.panel.Drawing().Select(p.itemOf(r))
	}
	for _, t := range p.tags {
		t.mark(r)
	}
}

// hold remembers where the way to a record stands, or to the one that closes.
func (p *Page) hold(r route.Route) {
	of := r
	if r.Pane == (route.Ref{}) {
		of = p.shown
	}
	p.shown, p.still = r, still{}
	for _, tag := range []bool{false, true} { // what another source dates has both
		if y, ok := p.depth(of, tag); ok && y >= p.Offset() && y < p.Offset()+p.Size().Height {
			p.still = still{of, tag, y - p.Offset()}
			return
		}
	}
}

// Arrive scrolls so that the way to a record stands where it stood. A page that
// stood at its top stays there while the way can be seen. An event that was not
// in sight is brought there.
func (p *Page) Arrive(r route.Route) {
	const mark = 24
	if p.panel != nil && r.Pane.Kind == route.Timeline && p.still == (still{}) {
		d := p.panel.Drawing()
		d.Reveal(p.itemOf(r))
		if y, ok := d.Depth(p.itemOf(r)); ok {
			p.RevealPart(d, y, y+mark)
		}
	} else if y, ok := p.depth(p.still.of, p.still.tag); ok && (p.Offset() > 0 || y+mark > p.Size().Height) {
		p.ScrollTo(y - p.still.from)
	}
	p.still = still{}
}

// depth is how far down the page the way to a record is: a tag, or an item.
func (p *Page) depth(r route.Route, tag bool) (float32, bool) {
	if !tag {
		return p.depthOfItem(r)
	}
	for _, t := range p.tags {
		made, row, ok := t.find(r)
		if made != nil {
			return p.Depth(made)
		}
		if ok {
			y, shown := p.Depth(t.list)
			from, _ := t.list.Stretch(row)
			return y + from, shown
		}
	}
	return 0, false
}

// depthOfItem is how far down the page the item of a record is.
func (p *Page) depthOfItem(r route.Route) (float32, bool) {
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
	if r.Pane.Kind == route.Timeline {
		return p.itemOfEvent(r.Pane.ID)
	}
	id := ""
	if r.Pane == (route.Ref{}) {
		return id
	}
	for i := range p.timeline.Items {
		if it := &p.timeline.Items[i]; place(it) == r && (id == "" || i == p.panel.Drawing().Current()) {
			id = it.ID()
		}
	}
	return id
}

// itemOfEvent is the id of the item of an event, or of that which it is a part of.
func (p *Page) itemOfEvent(id string) string {
	e, _ := p.dossier.Event(id)
	for i := range p.timeline.Items {
		if it := &p.timeline.Items[i]; it.Is("event/"+id) || it.Told() != "" && it.Told() == e.Label && it.Paragraph() == e.Paragraph {
			return it.ID()
		}
	}
	return ""
}

// Left ends playing: another page is shown.
func (p *Page) Left() {
	if p.panel != nil {
		p.panel.Player().Stop()
	}
}

// Drawn is the timeline, nil where nothing is dated.
func (p *Page) Drawn() export.Source {
	if p.panel == nil {
		return nil
	}
	return p.panel.Drawing()
}

// OnPaper is what is printed of the page.
func (p *Page) OnPaper() []paper.Part {
	if p.timeline == nil || p.panel == nil {
		return ui.OnPaper(p.list)
	}
	parts := append(ui.OnPaper(p.list.Objects[0]), paper.Space(10))
	parts = append(parts, p.panel.OnPaper()...)
	return append(parts, ui.OnPaper(ui.Column(14, p.list.Objects[2:]...))...)
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

// undated lists what the source gives no date for, by pillar.
func (p *Page) undated(t *timeline.Timeline) []fyne.CanvasObject {
	projects, figures := 0, 0
	var groups []fyne.CanvasObject
	for _, g := range t.Undated {
		projects += len(g.Projects)
		figures += len(g.Figures)
		groups = append(groups, p.group(g))
	}
	if len(groups) == 0 {
		return nil
	}
	counts := message.Args{"Projects": p.words.Count("count.projects", projects), "Figures": p.words.Count("count.figures", figures)}
	return append([]fyne.CanvasObject{ui.Gap(4), ui.Column(2,
		ui.Strong(p.words.Say("timeline.undated"), ui.SizeFigure, ui.ColorInk),
		ui.Label(p.words.Say("timeline.undated.lead", counts), ui.SizeBody, ui.ColorMuted))}, groups...)
}

// group is what is not dated of a pillar.
func (p *Page) group(g timeline.Group) fyne.CanvasObject {
	here := route.To(route.Timeline, "")
	parts := []fyne.CanvasObject{ui.Row(10, 1, ui.Dot(ui.PillarColor(g.Lane.Order)), ui.Heading(timelineview.LaneName(p.words, g.Lane)))}
	var projects, figures []way
	for _, pr := range g.Projects {
		projects = append(projects, way{here.Beside(route.Project, pr.ID), pr.Name, []ui.Run{{Text: pr.Name, Size: ui.SizeCaption}}})
	}
	for _, f := range g.Figures {
		figures = append(figures, way{here.Beside(route.Figure, f.ID), f.Quantity.Text + ", " + f.Label, []ui.Run{
			{Text: f.Quantity.Text + " ", Size: ui.SizeCaption, Style: ui.Bold}, {Text: f.Label, Size: ui.SizeCaption},
		}})
	}
	add := func(key string, ways []way) {
		if len(ways) > 0 {
			t := newTags(p.host, ways)
			p.tags = append(p.tags, t)
			parts = append(parts, ui.Label(p.words.Count(key, len(ways)), ui.SizeSmall, ui.ColorMuted), t.list)
		}
	}
	add("count.projects", projects)
	add("count.figures", figures)
	return ui.Panel(ui.Column(7, parts...))
}
