// Package mappage is the page of the map.
package mappage

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"beltroad/data"
	"beltroad/internal/export"
	"beltroad/internal/mapdata"
	"beltroad/internal/message"
	"beltroad/views/mapview"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Page is the map with what chooses and explains what is on it.
type Page struct {
	record.Quiet

	features *mapdata.Features
	words    *record.Words
	host     record.Host

	explorer *mapview.Explorer
	filter   mapdata.Filter
	layers   map[string]*ui.FilterChip // by id
	pillar   *ui.Filter
	player   *ui.Player
	tally    *ui.Text
	unplaced *ui.Link
	others   *ui.FilterChip // shows what other sources place
	floats   *floats
	content  *fyne.Container
	settled  bool // it has been shown somewhere; until then it may choose where
	panels   *panels
	last     route.Route
}

// New makes the page.
func New(f *mapdata.Features, w *record.Words, host record.Host) *Page {
	p := &Page{features: f, words: w, host: host, filter: f.Overview()}
	p.explorer = mapview.NewExplorer(f, w, host, p.filter)
	p.explorer.OnOpen, p.explorer.OnPoint, p.explorer.Leads = p.open, p.point, mapview.PlaceOf
	p.explorer.Actions = []ui.Action{{Name: w.Say("map.save"), Do: func() { host.Export(&p.explorer.Map) }}}
	p.player = ui.NewPlayer(w.Printer, firstYear(f.Dossier), lastYear(f.Dossier), p.setYear)
	p.tally = ui.Label("", ui.SizeCaption, ui.ColorMuted)
	p.floats = &floats{explorer: p.explorer, tally: p.tally, inFoot: p.tools()}
	p.floats.inFoot.Hide()
	p.panels = p.newPanels()
	p.floats.fold = p.panels.set
	p.content = &fyne.Container{Layout: p.floats, Objects: []fyne.CanvasObject{
		p.explorer, ui.Panel(p.panels.head), ui.Panel(p.panels.foot), ui.Panel(p.tools()), footer(f, w), ui.Stack(),
	}}
	p.tell()
	return p
}

// Content is what the page shows.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Accepts implements [record.Page].
func (p *Page) Accepts(r route.Route) bool { return r.Kind == route.Map }

// Open marks what stands open beside the map.
func (p *Page) Open(r route.Route) {
	switch beside := r.Pane; beside.Kind {
	case route.Project:
		p.explorer.Select(beside.ID, "")
		p.uncover(beside.ID)
	case route.Map:
		p.explorer.Select("", beside.ID)
	default:
		p.explorer.Select("", "")
	}
}

// uncover shows the layer of a project that stands open, so that it can be seen.
func (p *Page) uncover(project string) {
	d := p.features.Dossier
	pr, ok := d.Project(project)
	l := mapdata.LayerOf(d, &pr).ID
	if ok && p.filter.Hidden.Has(l) && len(d.PlacesOfProject(project)) > 0 {
		p.layers[l].Set(true)
		p.setLayer(l, true)
	}
}

// Arrive brings what stands open into view: as large as it goes where the user
// has not been yet, or asks for it once more; else no more than that it can be seen.
func (p *Page) Arrive(r route.Route) {
	again := p.last == r.Place()
	p.last = r.Place()
	switch beside := r.Pane; {
	case p.settled && !again:
		p.floats.uncover(p.content.Objects)
	case beside.Kind == route.Project && len(p.features.Dossier.PlacesOfProject(beside.ID)) > 0:
		p.explorer.FitProject(beside.ID)
	case beside.Kind == route.Map:
		if place, ok := p.features.Place(beside.ID); ok {
			p.explorer.FitPlaces([]*mapdata.Place{place})
		}
	case !p.settled:
		p.explorer.Fit()
	}
	if !p.settled {
		p.explorer.Arrive()
	}
	p.settled = true
}

// State is what the user set on the page.
func (p *Page) State() route.State {
	st := route.State(p.explorer.State().Values())
	st.SetFlag(unplacedState, p.floats.tall)
	st.Set(panelsState, string(p.floats.asked))
	return st
}

// unplacedState is the name of whether the projects without a place are listed.
const unplacedState = "unplaced"

// Restore sets the page as a state says.
func (p *Page) Restore(st route.State) {
	p.settled = true
	s := mapdata.StateFrom(st)
	p.filter = s.Filter
	for id, t := range p.layers {
		t.Set(!s.Hidden.Has(id))
	}
	p.pillar.Set(choiceOf(s.Pillar))
	p.others.Set(!s.Only)
	p.player.SetYear(s.Year)
	p.ask(asked(st[panelsState]))
	p.explorer.SetState(s)
	p.tell()
	if open := st.Flag(unplacedState); open && !p.floats.tall {
		p.showUnplaced()
	} else if !open && p.floats.tall {
		p.closeUnplaced()
	}
}

// pillarOf is a choice of the pillars as a map's filter has it, choiceOf the
// other way round.
func pillarOf(chosen *string) string {
	switch {
	case chosen == nil:
		return ""
	case *chosen == "":
		return mapdata.NoPillar
	default:
		return *chosen
	}
}

func choiceOf(pillar string) *string {
	switch pillar {
	case "":
		return nil
	case mapdata.NoPillar:
		pillar = ""
	}
	return &pillar
}

// Left ends what goes on by itself.
func (p *Page) Left() {
	p.player.Stop()
	p.explorer.Stop()
}

// TogglePlay plays through the years, or pauses.
func (p *Page) TogglePlay() { p.player.Toggle() }

// Drawn is the map.
func (p *Page) Drawn() export.Source { return &p.explorer.Map }

// changed takes up another filter.
func (p *Page) changed() {
	p.explorer.SetFilter(p.filter)
	p.tell()
}

func (p *Page) setLayer(id string, on bool) {
	p.filter.Hidden = p.filter.Hidden.With(id, !on)
	p.changed()
}

func (p *Page) setYear(year int) {
	p.filter.Year = year
	p.changed()
}

// tell says how much of what is on the map is dated.
func (p *Page) tell() {
	t := p.features.Tally(p.filter)
	key := "map.tally"
	if p.filter.Year != 0 {
		key = "map.tally.year"
	}
	p.unplaced.SetText(p.words.Count("map.unplaced", len(p.without())))
	p.unplaced.Hidden = len(p.without()) == 0
	p.tally.SetText(p.words.Say(key, message.Args{"Year": message.Year(p.filter.Year), "Dated": t.Dated, "Later": t.Later, "Undated": t.Undated, "All": t.All()}))
	p.content.Refresh()
}

// open opens what was clicked: a project, a place with several, or places that
// share a mark by going closer.
func (p *Page) open(t mapview.Target) {
	switch _, one := t.Only(); {
	case one || len(t.Places) == 1 || p.explorer.Closest():
		p.host.Go(mapview.PlaceOf(t))
	default:
		p.explorer.FitPlaces(t.Places)
	}
}

// point shows the card of what the pointer or the keyboard is at, unless its
// place is taken.
func (p *Page) point(t mapview.Target) {
	if p.floats.tall {
		return
	}
	card := ui.Stack()
	if !t.None() {
		card = ui.Stack(ui.Panel(mapview.Card(p.features.Dossier, p.words, p.host, t)))
	}
	p.content.Objects[atCard] = card
	p.floats.at = t
	p.content.Refresh()
}

// tools are the buttons for the view.
func (p *Page) tools() *fyne.Container {
	button := func(icon fyne.ThemeIconName, key string, do func()) fyne.CanvasObject {
		return ui.NewIconButton(icon, p.words.Say(key), do)
	}
	return ui.Row(6, -1,
		button(theme.IconNameViewZoomIn, "map.in", func() { p.explorer.ZoomBy(mapview.ZoomStep) }),
		button(theme.IconNameViewZoomOut, "map.out", func() { p.explorer.ZoomBy(1.0 / mapview.ZoomStep) }),
		button(theme.IconNameViewZoomFit, "map.fit", p.explorer.Fit),
		button(theme.IconNameDocumentSave, "map.save", func() { p.host.Export(&p.explorer.Map) }))
}

// footer says what the map does not.
func footer(f *mapdata.Features, w *record.Words) fyne.CanvasObject {
	return ui.Ground(theme.ColorNameBackground, ui.Inset(7, 20, 7, 20, ui.Label(mapview.Credits(f, w), ui.SizeSmall, ui.ColorMuted)))
}

// without are the projects that have no place by the sources that the map shows.
func (p *Page) without() []*data.Project {
	if p.filter.Only {
		return p.features.Unnamed
	}
	return p.features.Unplaced
}

// showUnplaced lists the projects that no place is known of, in the card's place.
func (p *Page) showUnplaced() {
	all, why := p.without(), "map.unplaced.why"
	if p.filter.Only {
		why = "map.unnamed.why"
	}
	rows := ui.NewList(2, len(all), func(i int) fyne.CanvasObject {
		pr := all[i]
		pillar, _ := p.features.Dossier.Pillar(pr.Pillar)
		to := route.To(route.Map, "").Beside(route.Project, pr.ID)
		return ui.NewListItem(pr.Name, ui.Row(8, 1, ui.Dot(ui.PillarColor(pillar.Order)), ui.Label(pr.Name, ui.SizeCaption, ui.ColorInk)), nil).To(p.host, to)
	})
	p.content.Objects[atCard] = ui.Stack(ui.Panel(ui.NewScroller(ui.Inset(0, 12, 0, 6, ui.Column(2,
		ui.Row(8, 0, ui.Heading(p.words.Count("map.unplaced", len(all))), ui.NewLink(p.words.Say("close"), ui.SizeSmall, p.hideUnplaced)),
		ui.Label(p.words.Say(why), ui.SizeSmall, ui.ColorMuted), rows)))))
	p.floats.at, p.floats.tall = mapview.Target{}, true
	p.content.Refresh()
}

// hideUnplaced closes the list, and gives the keyboard back to what opened it.
func (p *Page) hideUnplaced() {
	p.closeUnplaced()
	c := fyne.CurrentApp().Driver().CanvasForObject(p.content)
	switch {
	case c == nil:
	case p.floats.folded:
		c.Focus(p.panels.toggle)
	default:
		c.Focus(p.unplaced)
	}
}

func (p *Page) closeUnplaced() {
	p.floats.tall = false
	p.point(mapview.Target{})
}

// Key moves or enlarges the map, wherever the keyboard is.
func (p *Page) Key(key fyne.KeyName) bool { return p.explorer.Key(key) }

// KeepsLower tells whether something that can be pressed stands at the lower edge. There
// is nothing to press on the line below it.
func (p *Page) KeepsLower() bool { return !p.floats.folded }

// Escape closes the list of projects without a place.
func (p *Page) Escape() bool {
	open := p.floats.tall
	if open {
		p.hideUnplaced()
	}
	return open
}

// firstYear and lastYear are those of the events of a dossier.
func firstYear(d *data.Dossier) int {
	events := d.Events()
	if len(events) == 0 {
		return 0
	}
	year := int(events[0].Date.Year)
	for _, e := range events {
		year = min(year, int(e.Date.Year))
	}
	return year
}

func lastYear(d *data.Dossier) int {
	year := 0
	for _, p := range d.ProjectPlaces() {
		for _, e := range d.EventsOfProject(p.Project) {
			year = max(year, int(e.Date.Year))
		}
	}
	return year
}
