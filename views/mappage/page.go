// Package mappage is the page of the map.
package mappage

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"github.com/paulmach/orb"

	"beltroad/data"
	"beltroad/internal/mapdata"
	"beltroad/views/mapview"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Page is the map with what chooses and explains what is on it.
type Page struct {
	record.Quiet

	dossier *data.Dossier
	words   *record.Words
	host    record.Host
	world   *mapview.World

	explorer *mapview.Explorer
	filter   mapdata.Filter
	layers   []*ui.Toggle
	pillar   *ui.Filter
	player   *ui.Player
	tally    *ui.Text
	floats   *floats
	content  *fyne.Container
	settled  bool // it has been shown somewhere; until then it may choose where
	last     route.Route
}

// New makes the page.
func New(d *data.Dossier, w *record.Words, host record.Host, world *mapview.World) *Page {
	p := &Page{dossier: d, words: w, host: host, world: world}
	p.filter.Hidden[mapdata.Institutions] = true // their seats lie far from what the source is about
	p.explorer = mapview.NewExplorer(world, p.filter)
	p.explorer.OnOpen, p.explorer.OnPoint = p.open, p.point
	p.player = ui.NewPlayer(w.Printer, firstYear(d), lastYear(d), p.setYear)
	p.tally = ui.Words("", ui.SizeCaption, ui.ColorMuted)
	p.floats = &floats{explorer: p.explorer}
	p.content = &fyne.Container{Layout: p.floats, Objects: []fyne.CanvasObject{
		p.explorer, p.head(), p.foot(), p.tools(), footer(), ui.Stack(),
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
	pr, ok := p.dossier.Project(project)
	l := mapdata.LayerOf(pr)
	if ok && p.filter.Hidden[l] && len(p.dossier.PlacesOfProject(project)) > 0 {
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
	case beside.Kind == route.Project && len(p.dossier.PlacesOfProject(beside.ID)) > 0:
		p.explorer.FitProject(beside.ID)
	case beside.Kind == route.Map:
		if place, ok := p.world.Atlas.Place(beside.ID); ok {
			p.explorer.FitPlaces([]mapdata.Place{place})
		}
	case !p.settled:
		p.explorer.Fit()
	}
	if !p.settled {
		p.explorer.Arrive()
	}
	p.settled = true
}

// The names of what a state tells of a map.
const (
	yearState   = "year"
	pillarState = "pillar"
	layersState = "hidden"
	lonState    = "x"
	latState    = "y"
	scaleState  = "scale"
)

// State is what the user set on the page.
func (p *Page) State() route.State {
	st := route.State{}
	st.SetNumber(yearState, float64(p.filter.Year), 0)
	if p.filter.Pillar != nil {
		st[pillarState] = *p.filter.Pillar
	}
	var hidden []string
	for l, off := range p.filter.Hidden {
		if off {
			hidden = append(hidden, strconv.Itoa(l))
		}
	}
	st[layersState] = strings.Join(hidden, ";")
	v := p.explorer.View()
	st.SetNumber(lonState, v.Centre[0], 9)
	st.SetNumber(latState, v.Centre[1], 9)
	st.SetNumber(scaleState, v.Scale, 6)
	return st
}

// Restore sets the page as a state says.
func (p *Page) Restore(st route.State) {
	p.settled = true
	f := mapdata.Filter{Year: int(st.Number(yearState))}
	if pillar, ok := st[pillarState]; ok {
		f.Pillar = &pillar
	}
	for part := range strings.SplitSeq(st[layersState], ";") {
		if l, err := strconv.Atoi(part); err == nil && l >= 0 && l < len(f.Hidden) {
			f.Hidden[l] = true
		}
	}
	p.filter = f
	for l, t := range p.layers {
		t.Set(!f.Hidden[l])
	}
	p.pillar.Set(f.Pillar)
	p.player.SetYear(f.Year)
	p.changed()
	if scale := st.Number(scaleState); scale > 0 {
		v := p.explorer.View()
		v.Centre, v.Scale = orb.Point{st.Number(lonState), st.Number(latState)}, scale
		p.explorer.SetView(v)
	}
}

// Left ends what goes on by itself.
func (p *Page) Left() {
	p.player.Stop()
	p.explorer.Stop()
}

// TogglePlay plays through the years, or pauses.
func (p *Page) TogglePlay() { p.player.Toggle() }

// changed takes up another filter.
func (p *Page) changed() {
	p.explorer.SetFilter(p.filter)
	p.tell()
}

func (p *Page) setLayer(l mapdata.Layer, on bool) {
	p.filter.Hidden[l] = !on
	p.changed()
}

func (p *Page) setYear(year int) {
	p.filter.Year = year
	p.changed()
}

// tell says how much of what is on the map is dated.
func (p *Page) tell() {
	t := p.world.Atlas.Tally(p.filter)
	key := "map.tally"
	if p.filter.Year != 0 {
		key = "map.tally.year"
	}
	p.tally.SetText(lang.L(key, map[string]any{"Year": p.filter.Year, "Dated": t.Dated, "Later": t.Later, "Undated": t.Undated, "All": t.Dated + t.Later + t.Undated}))
	p.content.Refresh()
}

// open opens what was clicked: a project, a place with several, or places that
// share a mark by going closer.
func (p *Page) open(t mapview.Target) {
	switch pr, one := t.Only(); {
	case one:
		p.host.Go(route.To(route.Map, "").Beside(route.Project, pr.ID))
	case len(t.Places) == 1 || p.explorer.Closest():
		p.host.Go(route.To(route.Map, t.Places[0].ID))
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
		card = ui.Stack(ui.Panel(mapview.Card(p.dossier, p.host, t)))
	}
	p.content.Objects[atCard] = card
	p.floats.at = t
	p.content.Refresh()
}

// head is the page's name with what chooses what is shown.
func (p *Page) head() fyne.CanvasObject {
	for _, l := range mapdata.Layers() {
		t := ui.NewToggle(p.words.Printer, mapview.LayerName(l), !p.filter.Hidden[l], func(on bool) { p.setLayer(l, on) })
		t.Sign = func() fyne.CanvasObject { return mapview.Sign(mapview.Look{Layer: l}) }
		p.layers = append(p.layers, t)
	}
	p.pillar = ui.NewFilter(lang.L("filter.pillar"), record.PillarOptions(p.words, p.dossier), nil, func(chosen *string) {
		p.filter.Pillar = chosen
		p.changed()
		p.explorer.Fit()
	})
	row := []fyne.CanvasObject{ui.Strong(lang.L("nav.map"), ui.SizeLead, ui.ColorInk)}
	for _, t := range p.layers {
		row = append(row, t)
	}
	unplaced := ui.NewLink(record.Count("map.unplaced", len(p.world.Atlas.Unplaced)), ui.SizeSmall, func() {
		if p.floats.tall {
			p.hideUnplaced()
		} else {
			p.showUnplaced()
		}
	})
	return ui.Panel(ui.Column(8, ui.WholeFlow(8, row...), ui.WholeFlow(14, p.pillar.Framed(170), unplaced)))
}

// foot is the way through the years, and what the signs of the map mean.
func (p *Page) foot() fyne.CanvasObject {
	p.floats.legend = ui.Column(8, ui.Rule(), mapview.Legend(p.world))
	return ui.Panel(ui.Column(8, p.player.Content(), p.tally, p.floats.legend))
}

// tools are the buttons for the view.
func (p *Page) tools() fyne.CanvasObject {
	button := func(icon fyne.ThemeIconName, key string, do func()) fyne.CanvasObject {
		return ui.NewIconButton(icon, lang.L(key), do)
	}
	return ui.Panel(ui.Row(6, -1,
		button(theme.IconNameViewZoomIn, "map.in", func() { p.explorer.ZoomBy(mapview.ZoomStep) }),
		button(theme.IconNameViewZoomOut, "map.out", func() { p.explorer.ZoomBy(1.0 / mapview.ZoomStep) }),
		button(theme.IconNameViewZoomFit, "map.fit", p.explorer.Fit),
		button(theme.IconNameDocumentSave, "map.save", func() { p.host.Export(&p.explorer.Map) })))
}

// footer says what the map does not.
func footer() fyne.CanvasObject {
	return ui.Ground(theme.ColorNameBackground, ui.Inset(7, 20, 7, 20, ui.Words(mapview.Credits(), ui.SizeSmall, ui.ColorMuted)))
}

// showUnplaced lists the projects that no place is known of, in the card's place.
func (p *Page) showUnplaced() {
	rows := []fyne.CanvasObject{
		ui.Row(8, 0, ui.Heading(record.Count("map.unplaced", len(p.world.Atlas.Unplaced))), ui.NewLink(lang.L("close"), ui.SizeSmall, p.hideUnplaced)),
		ui.Words(lang.L("map.unplaced.why"), ui.SizeSmall, ui.ColorMuted),
	}
	for _, pr := range p.world.Atlas.Unplaced {
		pillar, _ := p.dossier.Pillar(pr.Pillar)
		to := route.To(route.Map, "").Beside(route.Project, pr.ID)
		rows = append(rows, ui.NewLine(pr.Name, ui.Row(8, 1, ui.Dot(ui.PillarColor(pillar.Order)), ui.Words(pr.Name, ui.SizeCaption, ui.ColorInk)), func() { p.host.Go(to) }))
	}
	p.content.Objects[atCard] = ui.Stack(ui.Panel(ui.NewScroller(ui.Inset(0, 12, 0, 6, ui.Column(2, rows...)))))
	p.floats.at, p.floats.tall = mapview.Target{}, true
	p.content.Refresh()
}

func (p *Page) hideUnplaced() {
	p.floats.tall = false
	p.point(mapview.Target{})
}

// firstYear and lastYear are those of the events of a dossier.
func firstYear(d *data.Dossier) int {
	events := d.Events()
	if len(events) == 0 {
		return 0
	}
	year := events[0].Date.Year
	for _, e := range events {
		year = min(year, e.Date.Year)
	}
	return year
}

func lastYear(d *data.Dossier) int {
	year := 0
	for _, p := range d.ProjectPlaces() {
		for _, e := range d.EventsOfProject(p.Project) {
			year = max(year, e.Date.Year)
		}
	}
	return year
}
