package views

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"beltroad/internal/lesson"
	"beltroad/internal/likeness"
	"beltroad/internal/session"
	"beltroad/views/lessons"
	"beltroad/views/present"
	"beltroad/views/route"
	"beltroad/views/slides"
)

// presenting is what the app knows of lessons that are shown to a class.
type presenting struct {
	now  *present.Presentation // nil: nothing is presented
	from *Window               // that it was presented from
	what lesson.Lesson         // as it was when that began
	id   string                // of the lesson; empty: places alone are presented
	own  *lesson.Store         // keeps its ink; nil: the user may not write on it
	kept map[string]inkOf      // slides, by their ids, whose ink no lesson keeps
	ink  map[inkOf][]lesson.Stroke
}

// inkOf is a slide whose ink stays until the program ends: one of a lesson that is read
// alone, or of a place that is in no lesson.
type inkOf struct{ dossier, lesson, slide string }

// startPresenting opens the windows. A test does all at once: its driver would do beside it
// what is to be done in them.
var startPresenting = present.Start

// presentCommands show a lesson to a class.
func (w *Window) presentCommands() []command {
	return []command{
		{name: "present.here", key: fyne.KeyF5, do: w.with(func(s *Shell) {
			switch {
			case s.presentOpen(false):
			case canBeSlide(s.Now()):
				w.presentHere(s.Now())
			default:
				w.presentStart(s.Now())
			}
		})},
		{name: "present.start", key: fyne.KeyF5, mod: fyne.KeyModifierShift, do: w.with(func(s *Shell) {
			if !s.presentOpen(true) {
				w.presentStart(s.Now())
			}
		})},
		{name: "present.projector", do: w.with(func(s *Shell) {
			if w.presentStart(s.Now()); w.app.presenting.now != nil {
				w.app.presenting.now.Check()
			}
		})},
	}
}

// presentHere presents from a place: within the lesson that was presented last
// where that has it, else with the place before it.
func (w *Window) presentHere(r route.Route) {
	l, from := withPlace(w.shell.finder, w.lastLesson(), w.shell.chosen(r))
	w.present(l, from)
}

// presentStart presents the last lesson from its start; a place alone where there is none.
func (w *Window) presentStart(r route.Route) {
	l := w.lastLesson()
	if len(l.Slides) == 0 && canBeSlide(r) {
		l, _ = withPlace(w.shell.finder, l, w.shell.chosen(r))
	}
	w.present(l, 0)
}

// lastLesson is the lesson that was presented last, one of the user's own as it is
// by now.
func (w *Window) lastLesson() lesson.Lesson {
	s := w.shell
	last := &s.last
	if own := s.presented; own != nil {
		if _, there := s.lessons.Get(own.ID); !there {
			s.presented, *last = nil, lesson.Lesson{} // it was removed
		} else if l := own.Lesson(); len(l.Slides) > 0 {
			return *l
		}
	}
	if len(last.Slides) == 0 {
		*last, s.presented = w.recalled()
	}
	return *last
}

// recalled is the lesson that was presented last in an earlier run, or else used
// last, or else the first that comes with the dossier; own is nil unless it is the
// user's. Without slides, there is none.
func (w *Window) recalled() (l lesson.Lesson, own *lesson.Store) {
	set := w.app.session.Settings()
	ids := []string{set.Presented, set.Lesson}
	for _, r := range w.shell.lessons.Ready {
		ids = append(ids, r.ID)
	}
	for _, id := range ids {
		if l, own, ok := w.shell.lessons.Find(id); ok && len(l.Slides) > 0 && (own == nil || w.shell.lessons.Has(l)) {
			return *l, own
		}
	}
	return lesson.Lesson{}, nil
}

// withPlace is a lesson with the slide that shows a place, and the index of that.
func withPlace(f *likeness.Finder, l lesson.Lesson, r route.Route) (lesson.Lesson, int) {
	near := -1
	for i, s := range l.Slides {
		here, lost := slides.Here(f, s)
		of, err := route.Parse(here.Place)
		switch {
		case s.Hidden || s.Place == "" || err != nil || lost != nil:
		case of == r:
			return l, i
		case of.Place() == r.Place() && near < 0:
			near = i
		}
	}
	if near >= 0 {
		return l, near
	}
	here := lesson.Slide{ID: freeID(l, "here"), Place: r.String()}
	l.Slides = slices.Concat([]lesson.Slide{here}, l.Slides)
	return l, 0
}

// freeID is an id that no slide of a lesson has.
func freeID(l lesson.Lesson, id string) string {
	taken := map[string]bool{}
	for _, s := range l.Slides {
		taken[s.ID] = true
	}
	free := id
	for n := 2; taken[free]; n++ {
		free = id + strconv.Itoa(n)
	}
	return free
}

// Present implements [Frame]: it presents a lesson from a slide, by its index.
func (w *Window) Present(l lesson.Lesson, from int) {
	w.shell.last = l
	if id := w.shell.lessons.IDOf(&l); id != "" {
		w.app.set(func(s *session.Settings) { s.Presented = id })
	}
	w.present(l, from)
}

func (w *Window) present(l lesson.Lesson, from int) {
	a := w.app
	if inBrowser { // a page has no windows of its own
		w.Say(a.words.Say("present.browser"))
		return
	}
	if a.presenting.now != nil {
		a.presenting.now.Front()
		return
	}
	kit := present.Kit{
		Dossier: w.shell.dossier, Words: w.shell.words, Theme: w.theme,
		Maker: slides.NewMaker(w.shell.dossier, w.shell.words, w.shell.places),
	}
	l = w.begin(slides.HereAll(w.shell.finder, l))
	if a.presenting.now = startPresenting(presentHost{a}, kit, l, from); a.presenting.now == nil {
		w.Say(a.words.Say("present.nothing"))
	}
}

// begin notes what is presented, and gives it the ink of this run of the program.
func (w *Window) begin(l lesson.Lesson) lesson.Lesson {
	s, p := w.shell, &w.app.presenting
	p.from, p.own, p.kept = w, s.presented, map[string]inkOf{}
	if p.ink == nil {
		p.ink = map[inkOf][]lesson.Stroke{}
	}
	of := &s.last
	if p.own != nil {
		of = p.own.Lesson()
	}
	if p.id = s.lessons.IDOf(of); p.own != nil {
		p.id = p.own.ID
	}
	for i := range l.Slides {
		slide := &l.Slides[i]
		key := inkOf{s.dossier.Metadata().Name, p.id, slide.ID}
		switch in := of.Index(slide.ID) >= 0; {
		case in && p.own != nil:
			continue
		case !in:
			key.lesson, key.slide = "", slide.Place
		}
		p.kept[slide.ID] = key
		if ink, drawn := p.ink[key]; drawn {
			slide.Ink = ink
		}
	}
	p.what = l
	return l
}

// Present presents a lesson from a slide, by its index.
func (s *Shell) Present(l lesson.Lesson, from int) {
	s.presented, _ = s.lessons.Holding(&l)
	s.frame.Present(l, from)
}

// presentOpen presents the lesson that is open, from the slide that is chosen or
// from its start, and tells whether one is.
func (s *Shell) presentOpen(start bool) bool {
	p, ok := s.page.(*lessons.Editor)
	if !ok {
		return s.Here().Kind == route.Lesson && s.Here().ID == "" && s.presentLast()
	}
	l, at, ok := p.Chosen()
	if start {
		at = 0
	}
	if ok {
		s.Present(l, at)
	} else {
		s.Say(s.words.Say("present.nothing"))
	}
	return true
}

// presentLast presents the lesson that was used last, if there is one: the list of
// lessons is no slide.
func (s *Shell) presentLast() bool {
	l, _, ok := s.lessons.Find(s.frame.LastLesson())
	if ok = ok && len(l.Slides) > 0; ok {
		s.Present(*l, 0)
	}
	return ok
}

// presentHost is what is around a presentation of a lesson.
type presentHost struct{ app *App }

// Liking implements [present.Host].
func (h presentHost) Liking() present.Liking {
	s := h.app.session.Settings()
	return present.Liking{Scale: float64(max(s.SlideText, 100)) / 100, Notes: float64(max(s.NotesText, 100)) / 100}
}

// SetLiking implements [present.Host].
func (h presentHost) SetLiking(l present.Liking) {
	h.app.set(func(s *session.Settings) {
		s.SlideText, s.NotesText = percent(float32(l.Scale)), percent(float32(l.Notes))
	})
}

// Ended implements [present.Host].
func (h presentHost) Ended(l lesson.Lesson, inked bool, at int) {
	p := &h.app.presenting
	p.now = nil
	from := p.from
	if from == nil || from.shell == nil {
		return
	}
	from.win.RequestFocus()
	if inked {
		from.keepInk(l)
	}
	if e, ok := from.shell.page.(*lessons.Editor); ok && from.shell.Here().ID == p.id {
		e.Choose(l.Slides[at].ID) // to go on there
	}
}

// keepInk keeps the ink that was drawn for the next time that the slides are
// presented, and offers to wipe it.
func (w *Window) keepInk(l lesson.Lesson) {
	now := w.app.presenting
	before := now.what
	have := func(l lesson.Lesson) {
		if err := now.have(l); err != nil {
			w.Say(lessons.Problem(w.shell.words, err))
		}
	}
	have(l)
	w.notice.show(w.app.words.Say(now.staying(l)), w.app.words.Say("present.wipe"), func() {
		have(before)
		w.notice.show("", "", nil)
		w.shell.Offer(w.app.words.Say("present.wiped"), func() { have(l) }, func() bool { return now.has(before) })
	})
}

// have keeps the ink of slides that were presented.
func (p *presenting) have(l lesson.Lesson) error {
	for _, s := range l.Slides {
		if key, here := p.kept[s.ID]; here {
			p.ink[key] = s.Ink
		}
	}
	if p.own == nil {
		return nil
	}
	return p.own.Edit(func(e *lesson.Editor) error {
		for _, s := range l.Slides {
			if _, here := p.kept[s.ID]; here {
				continue
			}
			if err := e.Draw(s.ID, s.Ink); err != nil {
				return err
			}
		}
		return nil
	})
}

// has tells whether the user's own lesson has the ink of slides that were presented.
func (p *presenting) has(l lesson.Lesson) bool {
	if p.own == nil {
		return true // nothing else changes that
	}
	now := p.own.Lesson()
	return !slices.ContainsFunc(l.Slides, func(s lesson.Slide) bool {
		i := now.Index(s.ID)
		return i >= 0 && !slices.EqualFunc(now.Slides[i].Ink, s.Ink, lesson.Stroke.Same)
	})
}

// staying is the key of what is said of how long the ink stays.
func (p *presenting) staying(l lesson.Lesson) string {
	run, file := false, false
	for i, s := range l.Slides {
		if slices.EqualFunc(s.Ink, p.what.Slides[i].Ink, lesson.Stroke.Same) {
			continue
		}
		if _, here := p.kept[s.ID]; here {
			run = true
		} else {
			file = true
		}
	}
	switch {
	case run && file:
		return "present.inked.both"
	case file:
		return "present.inked.own"
	default:
		return "present.inked"
	}
}
