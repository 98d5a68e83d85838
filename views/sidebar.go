package views

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"beltroad/data"
	"beltroad/internal/message"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// sidebar is the way to every page.
type sidebar struct {
	content *fyne.Container
	whole   fyne.CanvasObject // all of it
	rail    fyne.CanvasObject // what is there while it is folded
	unfold  *ui.IconButton
	fold    *ui.Link
	scroll  *ui.Scroller // holds the items
	search  *ui.FieldButton
	scheme  *ui.Link // to light or dark
	items   map[route.Route]*ui.NavItem
	tallied map[route.Kind]*ui.NavItem // whose counts change

	// brought is how far it was scrolled by itself to the item of the page, and before
	// from where; 0: it was not.
	brought, before float32
}

func newSidebar(nav *Shell) *sidebar {
	d, w, frame := nav.dossier, nav.words, nav.frame
	s := &sidebar{items: map[route.Route]*ui.NavItem{}, tallied: map[route.Kind]*ui.NavItem{}}
	s.search = ui.NewFieldButton(w.Say("search"), w.Say("search.key"), nil)
	s.search.OnTapped = func() { nav.searchFrom(s.search) }
	item := func(name string, col fyne.ThemeColorName, count string, r route.Route) fyne.CanvasObject {
		n := ui.NewNavItem(name, col, count, func() { nav.Go(r) })
		s.items[r] = n
		return n
	}
	var list []fyne.CanvasObject
	group := func(at section) {
		for _, e := range table() {
			if e.section == at && exists(d, route.To(e.kind, "")) {
				to := route.To(e.kind, "")
				list = append(list, item(w.Say(e.name), "", counted(e, d), to))
				if e.tally != nil {
					s.tallied[e.kind] = s.items[to]
				}
			}
		}
	}
	group(atTop)
	list = append(list, ui.GroupName(w.Say("nav.pillars")))
	for _, p := range d.Pillars() {
		_, figures := d.CountOfPillar(p.ID)
		list = append(list, item(p.ShortName, ui.PillarColor(p.Order), strconv.Itoa(figures), route.To(route.Pillar, p.ID)))
	}
	list = append(list, ui.GroupName(w.Say("nav.explore")))
	group(explore)
	list = append(list, ui.GroupName(w.Say("nav.source")))
	group(source)
	s.count(nav)
	s.scheme = quiet("", frame.SwitchScheme)
	s.tellScheme(nav)
	s.fold = quiet("«", nav.ToggleSidebar).Named(w.Say("sidebar.fold"))
	head := sidebarHead(w.Printer, w.Say("app.line", map[string]any{"Figures": w.Count("count.figures", len(d.Figures()))}), s.search)
	foot := ui.Inset(6, 16, 10, 24, ui.Flow(16,
		quiet("A–", func() { frame.ScaleText(-1) }).Named(w.Say("text.smaller")),
		quiet("A+", func() { frame.ScaleText(+1) }).Named(w.Say("text.larger")),
		s.scheme, quiet(w.Say("menu.library"), func() { nav.Go(route.To(route.Library, "")) }), s.fold))
	s.scroll = ui.NewScroller(ui.Inset(0, 12, 8, 12, ui.Column(1, list...)))
	s.whole = ui.Ground(ui.ColorSidebar, ui.Frame(head, s.scroll, foot))
	find := ui.NewIconButton(theme.IconNameSearch, w.Say("search"), nil)
	find.OnTapped = func() { nav.searchFrom(find) }
	s.unfold = ui.NewIconButton(theme.IconNameMenu, w.Say("sidebar.show"), nav.ToggleSidebar)
	s.rail = ui.Ground(ui.ColorSidebar, ui.Frame(ui.Inset(16, 4, 0, 4, ui.Column(6, s.unfold, find)), ui.Stack(), ui.Stack()))
	s.rail.Hide()
	s.content = ui.Stack(s.whole, s.rail)
	return s
}

// setFolded folds the sidebar to a rail, or shows all of it.
func (s *sidebar) setFolded(on bool) {
	if on == s.folded() {
		return
	}
	if on {
		s.whole.Hide()
		s.rail.Show()
	} else {
		s.rail.Hide()
		s.whole.Show()
	}
}

func (s *sidebar) folded() bool { return s.rail.Visible() }

// searchFrom opens the search; what opened it gets the keyboard back.
func (s *Shell) searchFrom(opener fyne.Focusable) {
	if c := s.canvas(); c != nil {
		c.Focus(opener)
	}
	s.OpenSearch()
}

// tellScheme names what the window changes to.
func (s *sidebar) tellScheme(nav *Shell) {
	key := "scheme.dark"
	if nav.frame.Theme().Dark() {
		key = "scheme.light"
	}
	s.scheme.SetText(nav.words.Say(key))
	s.scheme.Named(nav.words.Say("menu.scheme.switch"))
}

// current is the item of the page that is shown, nil where none is.
func (s *sidebar) current() *ui.NavItem {
	for _, item := range s.items {
		if item.Selected {
			return item
		}
	}
	return nil
}

// count shows the counts that change.
func (s *sidebar) count(nav *Shell) {
	for kind, item := range s.tallied {
		item.SetCount(entryOf(kind).tally(nav))
	}
}

// counted is how many records a page shows, or nothing.
func counted(e entry, d *data.Dossier) string {
	if e.count == nil || e.count(d) == 0 {
		return ""
	}
	return strconv.Itoa(e.count(d))
}

// sidebarHead is the app's name with a line about the dossier, and what is below it.
func sidebarHead(w *message.Printer, about string, below ...fyne.CanvasObject) fyne.CanvasObject {
	return ui.Inset(18, 16, 10, 16, ui.Column(0, append([]fyne.CanvasObject{
		ui.Inset(0, 6, 0, 6, ui.Strong(w.Say("app.name"), ui.SizeLead, ui.ColorInk)),
		ui.Inset(2, 6, 10, 6, ui.Label(about, ui.SizeSmall, ui.ColorMuted)),
	}, below...)...))
}

// quiet is a link that does not call for attention.
func quiet(text string, tapped func()) *ui.Link {
	l := ui.NewLink(text, ui.SizeBody, tapped)
	l.Color = ui.ColorMuted
	return l
}

// mark shows which item leads to the place, and what is being looked for.
func (s *sidebar) mark(r route.Route) {
	to := r.Place().Page()
	if entryOf(r.Kind).section != nowhere {
		to.ID = ""
	}
	for at, n := range s.items {
		if n.SetSelected(at == to); at == to {
			s.scroll.RevealAmong(n)
		}
	}
	text := ""
	if r.Kind == route.Search {
		text = r.ID
	}
	s.search.SetText(text)
}
