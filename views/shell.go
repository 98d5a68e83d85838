// Package views is the app's window: the sidebar, the pages and what stands
// beside them, and the way between places.
package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"beltroad/data"
	"beltroad/internal/export"
	"beltroad/views/mapview"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Shell is all that a window shows. It needs no window itself, so that it can
// be drawn without a display.
type Shell struct {
	dossier *data.Dossier
	desk    Desk
	world   *mapview.World
	history history
	page    page
	sidebar *sidebar
	content *fyne.Container
	layout  *shellLayout
	tray    tray
	whole   fyne.CanvasObject // content, with the tray before it
}

var (
	_ route.Nav    = (*Shell)(nil)
	_ route.Picker = (*Shell)(nil)
)

// Desk is what the shell needs from the window around it.
type Desk interface {
	// Arrived is told each place that is shown.
	Arrived(route.Route)
	// Say shows a short message for a moment.
	Say(message string)
	// Copy puts text on the clipboard.
	Copy(text string)
	// ScaleText makes text larger (+1), smaller (-1) or its normal size (0).
	ScaleText(step int)
	// Export offers to save a chart or a map as a file.
	Export(export.Source)
	// Background does work beside the window, and then its finish in it.
	Background(work func() (finish func()))
	// SwitchScheme goes from light to dark and back.
	SwitchScheme()
}

// NewShell makes the shell for a dossier; Go shows the first place.
func NewShell(d *data.Dossier, desk Desk) *Shell {
	s := &Shell{dossier: d, desk: desk, world: mapview.NewWorld(d, desk), layout: &shellLayout{}}
	s.content = &fyne.Container{Layout: s.layout}
	s.tray.layer = &fyne.Container{Layout: lowerEdge{}}
	s.whole = container.NewStack(s.content, s.tray.layer)
	s.sidebar = newSidebar(d, s, desk)
	return s
}

// Content is what the window shows.
func (s *Shell) Content() fyne.CanvasObject { return s.whole }

// Here is the place that is shown.
func (s *Shell) Here() route.Route { return s.history.now().Route }

// Go implements [route.Nav]: it shows a place and remembers the last one. A
// place that the dossier does not have is said, and nothing changes.
func (s *Shell) Go(r route.Route) {
	if !exists(s.dossier, r) {
		s.desk.Say(lang.L("nowhere", map[string]any{"Place": r.String()}))
		if s.page != nil {
			return
		}
		r = route.To(route.Overview, "")
	}
	if r == s.Here() && s.page != nil {
		s.arrive(r, nil)
		return
	}
	s.remember()
	if r.Kind == route.Find && s.Here().Kind == route.Find {
		s.history.replace(r) // each letter typed is not a place of its own
	} else {
		s.history.push(r)
	}
	s.show(r, nil)
}

// Back goes to the place before this one, Forward to the one after it.
func (s *Shell) Back() { s.step(-1) }

// Forward goes to the place that Back came from.
func (s *Shell) Forward() { s.step(+1) }

// Leave goes back, or to the overview where there is no place before this one.
func (s *Shell) Leave() {
	if !s.step(-1) {
		s.Go(route.To(route.Overview, ""))
	}
}

// step moves through the history, and tells whether there was such a place.
func (s *Shell) step(by int) bool {
	s.remember()
	if !s.history.step(by) {
		return false
	}
	v := s.history.now()
	s.show(v.Route, v.Memento)
	return true
}

// Close closes what stands beside the page.
func (s *Shell) Close() {
	r := s.Here()
	switch {
	case r.Anchor != "":
		s.Go(r.Page())
	case r.Pane() != route.Route{}:
		s.Go(route.To(r.Kind, ""))
	}
}

// Rebuild makes everything anew in the present theme and language.
func (s *Shell) Rebuild() {
	s.remember()
	s.leave()
	s.sidebar = newSidebar(s.dossier, s, s.desk)
	v := s.history.now()
	s.show(v.Route, v.Memento)
	s.fillTray()
}

// ToggleTable shows the table behind the chart on the page, or the chart again.
func (s *Shell) ToggleTable() {
	if p, ok := s.page.(interface{ ToggleTable() }); ok {
		p.ToggleTable()
	}
}

// TogglePlay plays through time, or pauses, on pages that can.
func (s *Shell) TogglePlay() {
	if p, ok := s.page.(player); ok {
		p.TogglePlay()
	}
}

// FocusSearch puts the keyboard into the search field.
func (s *Shell) FocusSearch() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s.sidebar.search); c != nil {
		c.Focus(s.sidebar.search)
	}
}

func (s *Shell) remember() {
	if s.page != nil {
		s.history.now().Memento = s.page.Memento()
	}
}

// leave lets the page that is there end what it does.
func (s *Shell) leave() {
	if p, ok := s.page.(leaver); ok {
		p.Left()
	}
	s.page = nil
}

// show brings a place on screen. The page that is there stays if it has the place.
func (s *Shell) show(r route.Route, memento any) {
	if s.page == nil || !s.page.Shows(r) {
		s.leave()
		s.page = s.newPage(r)
		s.page.Shows(r)
	}
	s.sidebar.mark(r)
	line := canvas.NewRectangle(ui.Colour(ui.ColorLine))
	objs := []fyne.CanvasObject{s.sidebar.content, line, s.page.Content()}
	if above, record := s.newPane(r); record != nil {
		objs = append(objs, canvas.NewRectangle(ui.Colour(ui.ColorLine)), s.pane(above, record))
	}
	s.layout.kind = r.Kind
	s.content.Objects = objs
	s.content.Refresh()
	s.arrive(r, memento)
	s.desk.Arrived(r)
}

func (s *Shell) arrive(r route.Route, memento any) {
	if memento != nil {
		s.page.Restore(memento)
		return
	}
	if p, ok := s.page.(arriver); ok {
		p.Arrive(r)
	}
}

// pane frames a record beside the page.
func (s *Shell) pane(above string, record fyne.CanvasObject) fyne.CanvasObject {
	top := ui.Row(8, 0, ui.Words(above, ui.SizeCaption, ui.ColorMuted), ui.NewLink(lang.L("close"), ui.SizeSmall, s.Close))
	return ui.Ground(ui.ColorCard, ui.NewScroller(ui.Inset(24, 24, 32, 24, ui.Column(6, top, record))))
}

// shellLayout places sidebar, page and pane. Where the window is too narrow
// for two columns, the pane takes the page's place; the reader keeps its text.
type shellLayout struct{ kind route.Kind }

// The widths of the window's parts at 100 % text.
const (
	sidebarWide   = 248
	sidebarNarrow = 236
	wideWindow    = 1180
	paneLeast     = 300
	paneMost      = 400
	notesLeast    = 230 // beside the reader
	notesMost     = 280
	pageLeast     = 430
)

// MinSize implements [fyne.Layout].
func (*shellLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 420) }

// Layout implements [fyne.Layout].
func (l *shellLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	if len(objs) == 0 {
		return
	}
	side := ui.Dp(sidebarWide)
	if size.Width < ui.Dp(wideWindow) {
		side = ui.Dp(sidebarNarrow)
	}
	side = min(side, size.Width*0.34)
	put := func(o fyne.CanvasObject, x, w float32) {
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(w, size.Height))
	}
	put(objs[0], 0, side)
	put(objs[1], side, 1)
	left, room := side+1, size.Width-side-1
	objs[2].Show()
	if len(objs) == 3 {
		put(objs[2], left, room)
		return
	}
	line, pane := objs[3], objs[4]
	width := min(max(room*0.34, ui.Dp(paneLeast)), ui.Dp(paneMost))
	if l.kind == route.Read {
		width = min(max(room*0.24, ui.Dp(notesLeast)), ui.Dp(notesMost))
	}
	line.Show()
	pane.Show()
	switch {
	case room-width >= ui.Dp(pageLeast):
		put(objs[2], left, room-width-1)
		put(line, size.Width-width-1, 1)
		put(pane, size.Width-width, width)
	case l.kind == route.Read:
		line.Hide()
		pane.Hide()
		put(objs[2], left, room)
	default:
		objs[2].Hide()
		line.Hide()
		put(pane, left, room)
	}
}
