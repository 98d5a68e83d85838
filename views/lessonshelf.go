package views

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"beltroad/internal/kept"
	"beltroad/internal/lesson"
	"beltroad/internal/session"
	"beltroad/internal/wording"
	"beltroad/views/lessons"
	"beltroad/views/reader"
	"beltroad/views/route"
	"beltroad/views/slides"
	"beltroad/views/ui"
)

// keepLessons takes up the user's lessons, and keeps what comes.
func (m *material) keepLessons(s *stores) {
	shelf, err := s.shelf()
	m.lessons, m.spoilt = lesson.NewLibrary(m.dossier, shelf), err
	for _, store := range m.lessons.Own() {
		store.Amend(m.marked)
	}
}

// marked is a lesson with what its slides show known by more than numbers and ids, where it
// is of this version of the dossier: by those alone a later one would show something else.
func (m *material) marked(l *lesson.Lesson) *lesson.Lesson {
	if meta := m.dossier.Metadata(); l.Dossier.Name != meta.Name || l.Dossier.Version != meta.Version {
		return l
	}
	return slides.MarkedAll(m.finder, l)
}

// sayLessons tells what is wrong with the user's lessons, if anything.
func (w *Window) sayLessons(err error) {
	if err != nil && w.shell != nil {
		w.toast.warn(lessons.Problem(w.shell.words, err))
		fyne.LogError("lessons", err)
	}
}

// meetLessons takes up what another program may have done to the lessons.
func (w *Window) meetLessons() {
	all := w.shell.lessons
	w.Background(func(context.Context) func() {
		err := all.Meet()
		return func() {
			if _, spoilt := errors.AsType[*kept.Damaged](err); spoilt {
				w.sayLessons(err)
			}
		}
	})
}

// listenToLessons has the window take up each change of the lessons.
func (s *Shell) listenToLessons() (stop func()) {
	return s.lessons.Listen(func() {
		s.frame.Background(func(context.Context) func() { return s.lessonsChanged })
	})
}

func (s *Shell) lessonsChanged() {
	s.source = nil // what is searched next has the lessons of now
	s.sidebar.count(s)
	if p, ok := s.page.(interface{ LessonsChanged() }); ok {
		p.LessonsChanged()
	}
	s.settle()
}

// countLessons is how many lessons there are, for the sidebar.
func countLessons(s *Shell) string {
	if n := s.lessons.Count(); n > 0 {
		return strconv.Itoa(n)
	}
	return ""
}

// Lessons implements [lessons.Host].
func (s *Shell) Lessons() *lesson.Library { return s.lessons }

// Offer implements [lessons.Host].
func (s *Shell) Offer(message string, undo func(), still func() bool) {
	s.frame.Offer(message, s.words.Say("note.undo"), undo)
	s.offered = offered{message, still}
}

// offered is what was done with lessons last that can be undone, as long as it is so.
type offered struct {
	message string
	still   func() bool // nil: nothing was
}

// settle takes the offer away once what it tells is undone, in whatever way that was.
func (s *Shell) settle() {
	if s.offered.still != nil && !s.offered.still() {
		s.frame.Withdraw(s.offered.message)
		s.offered = offered{}
	}
}

// emptyLesson is a lesson of the dossier without slides.
func (s *Shell) emptyLesson(title string) *lesson.Lesson {
	m := s.dossier.Metadata()
	return &lesson.Lesson{Title: title, Language: s.words.Tag().String(), Dossier: lesson.Dossier{Name: m.Name, Version: m.Version}}
}

// makeLesson makes a lesson one of the user's.
func (s *Shell) makeLesson(l *lesson.Lesson) (*lesson.Store, bool) {
	store, err := s.lessons.Add(s.marked(l))
	if err != nil {
		s.Say(lessons.Problem(s.words, err))
		return nil, false
	}
	s.frame.UseLesson(store.ID)
	return store, true
}

// NewLesson implements [lessons.Host].
func (s *Shell) NewLesson() {
	if store, ok := s.makeLesson(s.emptyLesson("")); ok {
		s.Go(route.To(route.Lesson, store.ID))
		if p, ok := s.page.(*lessons.Editor); ok {
			p.WriteTitle()
		}
	}
}

// CopyLesson implements [lessons.Host].
func (s *Shell) CopyLesson(l *lesson.Lesson) {
	c := l.Clone()
	if meta := s.dossier.Metadata(); !s.lessons.IsOwn(l) && c.Dossier.Name == meta.Name {
		c.Dossier.Version = meta.Version // which it came with
	}
	c.Title = ui.Shortened(s.words.Say("lesson.copy", map[string]any{"Lesson": lessons.Named(s.words, l)}), lesson.MostTitle)
	if store, ok := s.makeLesson(c); ok {
		s.Go(route.To(route.Lesson, store.ID))
	}
}

// RemoveLesson implements [lessons.Host].
func (s *Shell) RemoveLesson(id string) {
	l, _, ok := s.lessons.Find(id)
	if !ok {
		return
	}
	// The page may be left meanwhile: it is that of the lesson.
	s.frame.Background(func(context.Context) func() {
		err := s.lessons.Remove(id)
		return func() {
			if err != nil {
				s.Say(lessons.Problem(s.words, err))
				return
			}
			s.Offer(s.words.Say("lesson.removed", map[string]any{"Lesson": lessons.Named(s.words, l)}), func() { s.RestoreLesson(id) }, func() bool {
				_, there := s.lessons.Get(id)
				return !there
			})
		}
	})
}

// RestoreLast implements [lessons.Host].
func (s *Shell) RestoreLast() { s.restore(s.lessons.RestoreLast) }

// RestoreLesson brings back a lesson that was removed.
func (s *Shell) RestoreLesson(id string) {
	s.restore(func() (*lesson.Store, error) { return s.lessons.Restore(id) })
}

func (s *Shell) restore(do func() (*lesson.Store, error)) {
	s.frame.Background(func(context.Context) func() {
		store, err := do()
		return func() {
			switch {
			case err != nil:
				s.Say(lessons.Problem(s.words, err))
			case store != nil:
				s.Say(s.words.Say("lesson.restored", map[string]any{"Lesson": lessons.Named(s.words, store.Lesson())}))
			}
		}
	})
}

// ImportLesson implements [lessons.Host].
func (s *Shell) ImportLesson() { s.frame.OpenFile([]string{".json", lesson.Short}, s.takeLesson) }

// takeLesson makes the lesson of a named file one of the user's and opens it. One that is
// refused is left as it is.
func (s *Shell) takeLesson(file string, b []byte) (finish func()) {
	id, err := s.lessons.Import(b)
	if own, ok := s.lessons.Get(id); ok {
		own.Amend(s.marked)
	}
	return func() {
		l, own, ok := s.lessons.Find(id)
		if err != nil || !ok {
			s.frame.Tell(aboutFile, s.words.Say("lesson.refused", map[string]any{"File": file, "Why": lessons.Problem(s.words, err)}))
			return
		}
		s.frame.Settled(aboutFile)
		if own != nil {
			s.frame.UseLesson(id)
		}
		s.Go(route.To(route.Lesson, id))
		key := "lesson.taken"
		if l.Dossier.Name != s.dossier.Metadata().Name {
			key = "lesson.taken.foreign"
		}
		s.Say(s.words.Say(key, map[string]any{"Lesson": lessons.Named(s.words, l), "Dossier": l.Dossier.Name}))
	}
}

// lessonPage makes the page of lessons, or that of one.
func (s *Shell) lessonPage(r route.Route) *lessons.Editor {
	if _, own, ok := s.lessons.Find(r.ID); ok && own != nil {
		s.frame.UseLesson(r.ID)
	}
	return lessons.NewEditor(s.dossier, s.words, s, slides.NewMaker(s.dossier, s.words, s.places), r.ID)
}

// canBeSlide tells whether a place says something to a class.
func canBeSlide(r route.Route) bool {
	return r.Pane != (route.Ref{}) || ofDossier(r.Kind) && r.Kind != route.Lesson && r.Kind != route.Notes && r.Kind != route.Search
}

// AddHere adds the place that is shown, as its page stands, to a lesson.
func (s *Shell) AddHere() { s.AddToLesson(s.Now()) }

// AddToLesson adds a place to the lesson that was used last. The first time it
// asks which, or makes one where there is none.
func (s *Shell) AddToLesson(r route.Route) {
	if !canBeSlide(r) {
		s.Say(s.words.Say("lesson.noslide"))
		return
	}
	if store, ok := s.lessons.Get(s.frame.LastLesson()); ok && s.lessons.Has(store.Lesson()) {
		s.addTo(store, r, false)
		return
	}
	if len(s.lessons.Own()) > 0 {
		s.AddToAnother(r)
		return
	}
	if store, ok := s.makeLesson(s.emptyLesson(s.words.Say("lesson.first"))); ok {
		s.addTo(store, r, true)
	}
}

// AddToAnother asks to which lesson a place is to be added.
func (s *Shell) AddToAnother(r route.Route) {
	if !canBeSlide(r) {
		s.Say(s.words.Say("lesson.noslide"))
		return
	}
	own := s.lessons.Own()
	names := []string{}
	for _, store := range own {
		names = append(names, lessons.Named(s.words, store.Lesson()))
	}
	s.frame.Ask(s.words.Say("lesson.which"), append(names, s.words.Say("lesson.new")), func(i int) {
		if i < len(own) {
			s.addTo(own[i], r, false)
		} else if store, ok := s.makeLesson(s.emptyLesson(s.words.Say("lesson.first"))); ok {
			s.addTo(store, r, true)
		}
	})
}

// chosen is a place with what its page chose by itself: of the charts the first, which
// in another version of the dossier may be another one.
func (s *Shell) chosen(r route.Route) route.Route {
	if first, ok := s.charts.First(); ok && r.Kind == route.Chart && r.ID == "" {
		r.ID = first.ID
	}
	return r
}

// addTo adds a place to a lesson, and offers to take it out again; made tells
// whether the lesson was made for it.
func (s *Shell) addTo(store *lesson.Store, r route.Route, made bool) {
	r = s.chosen(r)
	var ids []string
	err := store.Edit(func(e *lesson.Editor) (err error) {
		ids, err = e.Add("", slides.Marked(s.finder, lesson.Slide{Place: r.String()}))
		return err
	})
	if err != nil {
		s.Say(lessons.Problem(s.words, err))
		return
	}
	s.frame.UseLesson(store.ID)
	key := "lesson.added"
	if made {
		key = "lesson.added.made"
	}
	l := store.Lesson()
	s.Offer(s.words.Say(key, map[string]any{"Lesson": lessons.Named(s.words, l), "Slide": len(l.Slides)}), func() {
		if made && len(store.Lesson().Slides) == 1 {
			s.RemoveLesson(store.ID)
			return
		}
		_ = store.Edit(func(e *lesson.Editor) error { return e.Remove(ids[0]) }) // it may be gone by now
	}, func() bool { return store.Lesson().Index(ids[0]) >= 0 })
}

// onSlide does something with the slide that is chosen in a lesson.
func (s *Shell) onSlide(do func(*lessons.Editor)) {
	if p, ok := s.page.(*lessons.Editor); ok {
		do(p)
		return
	}
	s.Say(s.words.Say("lesson.nowhere"))
}

// LastLesson implements [Frame].
func (w *Window) LastLesson() string { return w.app.session.Settings().Lesson }

// UseLesson implements [Frame].
func (w *Window) UseLesson(id string) {
	if w.LastLesson() != id {
		w.app.set(func(set *session.Settings) { set.Lesson = id })
	}
}

// aboutFile is what is told of a file that could not be opened.
const aboutFile = "file"

// Tell implements [Frame].
func (w *Window) Tell(about, message string) { w.Propose(about, message, "", nil) }

// Propose implements [Frame].
func (w *Window) Propose(about, message, action string, do func()) {
	w.notice.show(message, action, do)
	w.notice.about = about
}

// Settled implements [Frame].
func (w *Window) Settled(about string) {
	if w.notice.about == about {
		w.notice.show("", "", nil)
	}
}

// lessonCommands make lessons.
func (w *Window) lessonCommands() []command {
	const ctrl, alt, shift = fyne.KeyModifierShortcutDefault, fyne.KeyModifierAlt, fyne.KeyModifierShift
	slide := func(do func(*lessons.Editor)) func() { return w.with(func(s *Shell) { s.onSlide(do) }) }
	return []command{
		{name: "lesson.add", key: fyne.KeyL, mod: ctrl, do: w.with((*Shell).AddHere)},
		{name: "lesson.add.other", key: fyne.KeyL, mod: ctrl | shift, do: w.with(func(s *Shell) { s.AddToAnother(s.Now()) })},
		{},
		{name: "lesson.new", do: w.with((*Shell).NewLesson)},
		{name: "lesson.import", do: w.with((*Shell).ImportLesson)},
		{},
		{name: "lesson.slide.up", key: fyne.KeyUp, mod: alt, do: slide(func(p *lessons.Editor) { p.MoveSlide(-1) })},
		{name: "lesson.slide.down", key: fyne.KeyDown, mod: alt, do: slide(func(p *lessons.Editor) { p.MoveSlide(+1) })},
		{name: "lesson.slide.duplicate", key: fyne.KeyJ, mod: ctrl, do: slide((*lessons.Editor).DuplicateSlide)},
		{name: "lesson.slide.hide", key: fyne.KeyH, mod: ctrl | shift, do: slide((*lessons.Editor).HideSlide)},
	}
}

// IsLesson tells whether a file is named as lessons are.
func IsLesson(name string) bool {
	name = strings.ToLower(name)
	return strings.HasSuffix(name, lesson.End) || strings.HasSuffix(name, lesson.Short)
}

// openLesson reads a lesson's file and opens it.
func (s *Shell) openLesson(f reader.File) {
	s.frame.Background(func(context.Context) func() {
		b, err := wholeOf(f)
		if err != nil {
			return func() {
				s.frame.Tell(aboutFile, s.words.Say("file.unread", map[string]any{"Why": wording.WhyUnread(s.words.Printer, err)}))
			}
		}
		return s.takeLesson(f.Name, b)
	})
}

// lessonFile is the file at a path.
func lessonFile(path string) reader.File {
	return reader.File{Name: filepath.Base(path), Open: func() (io.ReadCloser, error) { return os.Open(path) }} // #nosec G304 -- the user's own
}

// Ask implements [Frame].
func (w *Window) Ask(question string, answers []string, choose func(int)) {
	all := make([]answer, len(answers))
	for i, name := range answers {
		all[i].name = name
	}
	w.ask(question, all, choose)
}

// answer is one that a question offers.
type answer struct {
	name  string
	about string // what comes of it; empty: the name says so
}

// ask asks a question in a dialog, with a button for each answer.
func (w *Window) ask(question string, answers []answer, choose func(int)) {
	parts := []fyne.CanvasObject{ui.Strong(question, ui.SizeBody, ui.ColorInk), ui.Gap(4)} // in lines: a title of Fyne's makes the dialog as wide
	var first fyne.Focusable
	var d *dialog.CustomDialog
	for i, each := range answers {
		b := ui.NewButton(each.name, func() {
			d.Hide()
			choose(i)
		}, false)
		if parts = append(parts, b); first == nil {
			first = b
		}
		if each.about != "" {
			parts = append(parts, ui.Label(each.about, ui.SizeCaption, ui.ColorMuted), ui.Gap(6))
		}
	}
	const wide = 420
	w.openScrolled(ui.Column(8, parts...), wide, func(scroller *ui.Scroller) *dialog.CustomDialog {
		d = dialog.NewCustom("", w.app.words.Say("close"), scroller, w.win)
		return d
	})
	if first != nil {
		w.win.Canvas().Focus(first)
	}
}
