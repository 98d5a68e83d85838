// Package views is the app's window: the sidebar, the pages and what stands
// beside them, and the way between places.
package views

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"beltroad/internal/export"
	"beltroad/internal/lesson"
	"beltroad/internal/making"
	"beltroad/internal/message"
	"beltroad/internal/session"
	ownsource "beltroad/internal/source"
	"beltroad/internal/speech"
	"beltroad/views/reader"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/search"
	"beltroad/views/ui"
)

// Shell is all that a window shows. It needs no window itself, so that it can
// be drawn without a display.
type Shell struct {
	*material

	words     *record.Words
	frame     Frame
	way       journey
	page      record.Page
	stay      context.Context // ends when the page is left
	left      context.CancelFunc
	sidebar   *sidebar
	content   *fyne.Container
	layout    *shellLayout
	compare   compareBar
	opened    openedRecord
	find      finding
	voice     speech.Voice      // nil: the system has none
	whole     fyne.CanvasObject // content, with the compare bar before it
	source    *search.Source    // what is searched; nil: nobody has asked yet
	sourceHas *ownsource.Held   // the reader's copy that was known then
	palette   *search.Palette   // nil: it is not open

	notebook    notebook
	presented   *lesson.Store // the user's own that was presented last; nil: it was none
	offered     offered
	stopLessons func() // ends that it is told of changes of the lessons
}

var _ search.Host = (*Shell)(nil)

// Frame is what the shell needs from the window around it.
type Frame interface {
	record.Services
	search.Memory
	dossiers
	dossierFrame
	// Theme is how the window looks.
	Theme() *ui.Theme
	// Arrived is told each place that is shown.
	Arrived(route.Route)
	// ScaleText makes text larger (+1), smaller (-1) or its normal size (0).
	ScaleText(step int)
	// Sidebar is whether the user has asked for the sidebar, SetSidebar keeps it.
	Sidebar() session.Sidebar
	SetSidebar(session.Sidebar)
	// SwitchScheme goes from light to dark and back.
	SwitchScheme()
	// commands are what the menu offers.
	commands() []group
	// Offer says something for a moment, and what can be done about it.
	Offer(message, action string, do func())
	// Withdraw takes away what is offered, if that is with this message.
	Withdraw(message string)
	// OpenFile lets the user choose a file with one of these endings. It is read
	// beside the window, and what that returns is done in it.
	OpenFile(ends []string, read func(file string, b []byte) (finish func()))
	// Present presents a lesson from a slide, by its index.
	Present(l lesson.Lesson, from int)
	// TakeAlong offers to save a lesson as a file that others show and print.
	TakeAlong(l lesson.Lesson)
	// LastLesson is the id of the lesson that was used last, UseLesson keeps it.
	LastLesson() string
	UseLesson(id string)
	// Cite shows how something is cited.
	Cite(of cited)
	// Ask has the user choose one of several answers.
	Ask(question string, answers []string, choose func(int))
	// Tell says something about a thing until the user closes it, or Settled tells that
	// it is no longer so.
	Tell(about, message string)
	Settled(about string)
	// Propose is Tell with what can be done about it.
	Propose(about, message, action string, do func())
	// Making is the spreadsheet that the window's user makes a dossier of.
	Making() *making.Work
	// OpenMade shows a dossier that was saved, in this window or in a new one.
	OpenMade(path string, anew bool)
	// ChooseFile lets the user choose a file to read, one that ends with one of
	// these; then gets it.
	ChooseFile(ends []string, then func(reader.File))
}

// newShell makes the shell for a dossier; Go shows the first place.
func newShell(m *material, p *message.Printer, frame Frame) *Shell {
	d := m.dossier
	s := &Shell{material: m, words: record.NewWords(p, d), frame: frame, layout: &shellLayout{}, stay: context.Background(), left: func() {}}
	s.way.Navigator = route.Navigator{
		Exists: func(r route.Route) bool { return exists(d, r) },
		State:  func() string { return s.page.State().String() },
		Show:   s.show,
		Refuse: func(r route.Route) { frame.Say(s.words.Say("nowhere", map[string]any{"Place": r.Place().String()})) },
	}
	s.content = &fyne.Container{Layout: s.layout}
	s.compare.layer = &fyne.Container{Layout: &placed{}}
	s.find.layer = &fyne.Container{Layout: &placed{}}
	s.whole = ui.ContextMenus(ui.Tips(ui.Stack(s.content, s.compare.layer, s.find.layer), s.explain), s.recordActions, s.textActions)
	s.sidebar = newSidebar(s)
	s.layout.sidebar, s.layout.asked = func() *sidebar { return s.sidebar }, frame.Sidebar()
	s.listen()
	s.stopLessons = s.listenToLessons()
	ui.Adopt(s.whole, frame.Theme())
	return s
}

// Content is what the window shows.
func (s *Shell) Content() fyne.CanvasObject { return s.whole }

// Here is the place that is shown.
func (s *Shell) Here() route.Route { return s.way.Here().Place() }

// Now is the place that is shown, as its page stands.
func (s *Shell) Now() route.Route { return s.way.Now() }

// Go implements [route.Nav]: it shows a place and remembers the last one. A
// place that the dossier does not have is said, and nothing changes. The reader
// opens where it was left, unless a place in it is asked for.
func (s *Shell) Go(r route.Route) {
	s.markFocus()
	s.keepReading()
	r = s.resumed(r)
	s.notebook.marked = ""
	before, beside := s.page, s.Here().Pane
	var clicked ui.Anchor
	if before != nil {
		clicked = ui.MarkPressed(before.Content())
	}
	s.way.Go(r)
	if s.page == before { // with something beside it, its lines may break elsewhere
		clicked.Keep()
	}
	if before != nil && s.Here().Pane != beside {
		s.focusPane()
	}
}

// Back goes to the place before this one, Forward to the one after it.
func (s *Shell) Back() { s.step(s.way.Back) }

// Forward goes to the place that Back came from.
func (s *Shell) Forward() { s.step(s.way.Forward) }

// Close closes what stands beside the page, and gives the keyboard back to what opened it.
func (s *Shell) Close() {
	if s.way.Close(); s.page != nil {
		s.way.focused[s.Here().Page()].Return(s.canvas(), s.page.Content())
	}
}

// Escape leaves what was begun last: looking for a text, a selection, what the page
// itself has open or does, and then what stands beside it.
func (s *Shell) Escape() {
	switch over := s.canvas(); {
	case s.closeFinding():
	case over != nil && ui.ClearSelection(over):
	case s.page.Escape():
	default:
		s.Close()
	}
}

// Say implements [record.Services].
func (s *Shell) Say(message string) { s.frame.Say(message) }

// Copy implements [record.Services].
func (s *Shell) Copy(text string) { s.frame.Copy(text) }

// Export implements [record.Services].
func (s *Shell) Export(of export.Source) { s.frame.Export(of) }

// Pixels implements [record.Services].
func (s *Shell) Pixels() float64 { return s.frame.Pixels() }

// Reading implements [record.Services].
func (s *Shell) Reading() session.Reading { return s.frame.Reading() }

// SetReading implements [record.Services].
func (s *Shell) SetReading(r session.Reading) { s.frame.SetReading(r) }

// Background implements [record.Services]: the work belongs to the page on
// screen, and what it finishes with is dropped once that is left.
func (s *Shell) Background(work func(ctx context.Context) (finish func())) {
	stay := s.stay
	s.frame.Background(func(context.Context) func() {
		finish := work(stay)
		return func() {
			if stay.Err() == nil {
				finish()
			}
		}
	})
}

// InWindow implements [record.Services].
func (s *Shell) InWindow(something func()) { s.frame.InWindow(something) }

// Speak makes everything anew in another language.
func (s *Shell) Speak(p *message.Printer) {
	s.words, s.source = record.NewWords(p, s.dossier), nil
	s.CloseSearch()
	s.Rebuild()
}

// Restyle draws everything in the theme of the window, which was changed. What
// has the focus, is scrolled or chosen stays so.
func (s *Shell) Restyle() {
	s.sidebar.tellScheme(s)
	s.restyled(func() { ui.Restyle(s.whole) })
}

// restyled keeps in sight what shows where one is, and the keyboard on what can be seen.
// Another size of text brings the sidebar back to where it was before that.
func (s *Shell) restyled(restyle func()) {
	b := s.sidebar
	if b.brought != 0 && b.scroll.Offset() == b.brought {
		b.scroll.ScrollTo(b.before)
	}
	restyle()
	s.focusSidebar(true)
	b.before = b.scroll.Offset()
	if n := b.current(); n != nil {
		b.scroll.RevealAmong(n)
	}
	if b.brought = b.scroll.Offset(); b.brought == b.before {
		b.brought = 0
	}
}

// Rebuild makes everything anew.
func (s *Shell) Rebuild() {
	now, focus := s.Now(), ui.MarkFocus(s.whole)
	s.leave()
	s.sidebar = newSidebar(s)
	s.show(now, true)
	s.fillCompare()
	focus.Return(s.canvas(), s.whole)
}

// ScrollKey scrolls the page by a key, and tells whether that was done.
func (s *Shell) ScrollKey(key fyne.KeyName) bool {
	if s.opened.scroll != nil && ui.HoldsFocus(s.opened.scroll) {
		return s.opened.scroll.Key(key)
	}
	if p, ok := s.page.(interface{ Key(fyne.KeyName) bool }); ok {
		return p.Key(key)
	}
	held := ui.Largest(s.page.Content())
	return held != nil && held.Key(key)
}

// ScaleReading makes the text of the page larger (+1), smaller (-1) or its normal
// size (0), where it has a size of its own.
func (s *Shell) ScaleReading(step int) {
	if p, ok := s.page.(interface{ ScaleText(step int) }); ok {
		p.ScaleText(step)
	}
}

// ToggleTable shows the table behind the chart on the page, or the chart again.
func (s *Shell) ToggleTable() { s.page.ToggleTable() }

// TogglePlay plays through time, or pauses, on pages that can.
func (s *Shell) TogglePlay() { s.page.TogglePlay() }

// canvas is what the shell is drawn on, nil before that.
func (s *Shell) canvas() fyne.Canvas { return fyne.CurrentApp().Driver().CanvasForObject(s.whole) }

// leave lets the page that is there end what it does.
func (s *Shell) leave() {
	s.dropFinding()
	if s.page != nil {
		s.page.Left()
	}
	s.left()
	s.stay, s.left = context.WithCancel(context.Background())
	s.page = nil
	s.letGo()
}

// show brings a place on screen. The page that is there stays if it has the
// place; a state in the route makes it stand as the state says, and where one has
// been there before, the usual state does, too.
func (s *Shell) show(r route.Route, asItWas bool) {
	ui.HideTip()
	if over := s.canvas(); over != nil {
		ui.CloseMenu(over) // of the place that is left
	}
	s.CloseSearch()
	fresh := s.page == nil || !s.page.Accepts(r)
	if fresh {
		s.leave()
		s.page = entryOf(r.Kind).page(s, r)
	}
	s.page.Open(r)
	s.sidebar.mark(r)
	objs := []fyne.CanvasObject{s.sidebar.content, ui.NewBox(ui.ColorLine), s.page.Content()}
	s.layout.kind, s.layout.follows, s.opened = r.Kind, false, openedRecord{}
	if above, pane := s.newPane(r); pane != nil {
		objs = append(objs, ui.NewBox(ui.ColorLine), s.pane(above, pane))
	} else if f, ok := s.page.(record.Follower); ok {
		if beside := f.Beside(); beside != nil {
			s.layout.follows = true
			objs = append(objs, ui.NewBox(ui.ColorLine), beside)
		}
	}
	s.unfocus(objs)
	s.content.Objects = objs
	s.content.Refresh()
	s.focusSidebar(false)
	switch {
	case r.State == "" && !asItWas:
		s.page.Arrive(r)
	case fresh || r.State != s.page.State().String(): // else it stands so already, more exactly than a state can say
		s.page.Restore(route.StateOf(r))
	}
	s.offerCompare()
	s.frame.Arrived(r)
}

// unfocus takes the keyboard from what is on screen and not among the objects
// that will be: a key for it would be lost.
func (s *Shell) unfocus(next []fyne.CanvasObject) {
	for _, o := range s.content.Objects {
		if !slices.Contains(next, o) && ui.HoldsFocus(o) {
			if c := s.canvas(); c != nil {
				c.Unfocus()
			}
		}
	}
}

// openedRecord is what frames the record beside the page.
type openedRecord struct {
	scroll *ui.Scroller // nil: none is open
	record fyne.CanvasObject
	close  *ui.Link // has the keyboard first
}

// pane frames a record beside the page.
func (s *Shell) pane(above string, record fyne.CanvasObject) fyne.CanvasObject {
	s.opened.record = record
	s.opened.close = ui.NewLink(s.words.Say("close"), ui.SizeSmall, s.Close)
	top := ui.Row(8, 0, ui.Label(above, ui.SizeCaption, ui.ColorMuted), s.opened.close)
	s.opened.scroll = ui.NewScroller(ui.Inset(24, 24, 32, 24, ui.Column(6, top, ui.NewSelectionArea(record))))
	return ui.Ground(ui.ColorCard, s.opened.scroll)
}

// focusPane moves the keyboard into the record that was opened beside the page.
func (s *Shell) focusPane() {
	if over := s.canvas(); over != nil && s.opened.close != nil {
		over.Focus(s.opened.close)
	}
}
