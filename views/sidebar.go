package views

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"beltroad/data"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// sidebar is the way to every page.
type sidebar struct {
	content fyne.CanvasObject
	search  *searchField
	items   map[route.Route]*ui.NavItem
}

func newSidebar(d *data.Dossier, nav *Shell, desk Desk) *sidebar {
	s := &sidebar{items: map[route.Route]*ui.NavItem{}}
	s.search = newSearchField(nav)
	item := func(name string, col fyne.ThemeColorName, count string, r route.Route) fyne.CanvasObject {
		n := ui.NewNavItem(name, col, count, func() { nav.Go(r) })
		s.items[r] = n
		return n
	}
	plain := func(key string, count int, k route.Kind) fyne.CanvasObject {
		n := ""
		if count > 0 {
			n = strconv.Itoa(count)
		}
		return item(lang.L(key), "", n, route.To(k, ""))
	}
	list := []fyne.CanvasObject{plain("nav.overview", 0, route.Overview), ui.Label(lang.L("nav.pillars"))}
	for _, p := range d.Pillars() {
		list = append(list, item(p.ShortName, ui.PillarColor(p.Order), strconv.Itoa(len(d.FiguresOfPillar(p.ID))), route.To(route.Pillar, p.ID)))
	}
	list = append(list, ui.Label(lang.L("nav.explore")),
		plain("nav.projects", len(d.Projects()), route.Project),
		plain("nav.figures", len(d.Figures()), route.Figure),
		plain("nav.charts", 0, route.Chart),
		plain("nav.map", 0, route.Map),
		plain("nav.timeline", 0, route.Timeline),
		plain("nav.principles", len(d.Roots("II")), route.Principles),
		plain("nav.ahead", len(d.Leaves("III")), route.Ahead),
		ui.Label(lang.L("nav.source")),
		plain("nav.read", len(d.Paragraphs()), route.Read))
	scheme := lang.L("scheme.dark")
	if ui.IsDark() {
		scheme = lang.L("scheme.light")
	}
	head := sidebarHead(lang.L("app.line", map[string]any{"Figures": record.Count("count.figures", len(d.Figures()))}), s.search)
	foot := ui.Inset(6, 16, 10, 24, ui.Flow(16,
		quiet("A–", func() { desk.ScaleText(-1) }).Named(lang.L("text.smaller")),
		quiet("A+", func() { desk.ScaleText(+1) }).Named(lang.L("text.larger")),
		quiet(scheme, desk.SwitchScheme)))
	s.content = ui.Ground(ui.ColorSidebar, ui.Frame(head, ui.NewScroller(ui.Inset(0, 12, 8, 12, ui.Column(1, list...))), foot))
	return s
}

// sidebarHead is the app's name with a line about the dossier, and what is below it.
func sidebarHead(about string, below ...fyne.CanvasObject) fyne.CanvasObject {
	return ui.Inset(18, 16, 10, 16, ui.Column(0, append([]fyne.CanvasObject{
		ui.Inset(0, 6, 0, 6, ui.Strong(lang.L("app.name"), ui.SizeLead, ui.ColorInk)),
		ui.Inset(2, 6, 10, 6, ui.Words(about, ui.SizeSmall, ui.ColorMuted)),
	}, below...)...))
}

// starting is what the window shows until the dossier is read: the ground of
// the sidebar with the app's name, where they will stay.
func starting() fyne.CanvasObject {
	head := ui.Column(0, sidebarHead(lang.L("starting")))
	return &fyne.Container{Layout: &shellLayout{}, Objects: []fyne.CanvasObject{
		ui.Ground(ui.ColorSidebar, head), canvas.NewRectangle(ui.Colour(ui.ColorLine)), canvas.NewRectangle(nil),
	}}
}

// quiet is a link that does not call for attention.
func quiet(text string, tapped func()) *ui.Link {
	l := ui.NewLink(text, ui.SizeBody, tapped)
	l.Color = ui.ColorMuted
	return l
}

// mark shows which item leads to the place, and what is being looked for.
func (s *sidebar) mark(r route.Route) {
	to := route.To(r.Kind, "")
	if r.Kind == route.Pillar {
		to = r.Page()
	}
	for at, n := range s.items {
		n.SetSelected(at == to)
	}
	text := ""
	if r.Kind == route.Find {
		text = r.ID
	}
	s.search.show(text)
}

// searchField looks for what is typed, letter by letter.
type searchField struct {
	widget.Entry

	shell *Shell
	quiet bool // while the field shows what it is told
}

func newSearchField(shell *Shell) *searchField {
	f := &searchField{shell: shell}
	f.ExtendBaseWidget(f)
	f.SetPlaceHolder(lang.L("search"))
	f.ActionItem = ui.Row(0, -1, ui.Inset(0, 10, 0, 0, ui.OneLine(lang.L("search.key"), ui.SizeSmall, ui.ColorMuted)))
	f.OnChanged = f.changed
	return f
}

func (f *searchField) changed(text string) {
	switch {
	case f.quiet:
	case text != "":
		f.shell.Go(route.To(route.Find, text))
	case f.shell.Here().Kind == route.Find:
		f.shell.Leave()
	}
}

// show puts a text into the field that is already being looked for.
func (f *searchField) show(text string) {
	if f.Text == text {
		return
	}
	f.quiet = true
	f.SetText(text)
	f.quiet = false
}

// TypedKey implements [fyne.Focusable]: Escape empties the field.
func (f *searchField) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		f.SetText("")
		return
	}
	if e.Name == fyne.KeyF1 || e.Name == fyne.KeyF11 {
		ui.PassOn(f, e)
		return
	}
	f.Entry.TypedKey(e)
}

// AccessibilityLabel implements [fyne.Accessible].
func (f *searchField) AccessibilityLabel() string { return lang.L("search") }

// AccessibilityRole implements [fyne.Accessible].
func (f *searchField) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

var _ fyne.Accessible = (*searchField)(nil)
