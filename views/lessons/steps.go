package lessons

import (
	"beltroad/internal/lesson"
	"beltroad/views/ui"
)

// remove takes a slide out; the one after it is chosen.
func (p *Editor) remove(id string) {
	slides := p.shown.Slides
	if i := p.shown.Index(id); i >= 0 && len(slides) > 1 {
		p.outline.at = slides[min(i+1, len(slides)-1)].ID
		if i == len(slides)-1 {
			p.outline.at = slides[i-1].ID
		}
	}
	was := p.shown
	p.do(false, func(e *lesson.Editor) error { return e.Remove(id) })
	if p.shown.Index(id) < 0 {
		without := p.shown
		p.host.Offer(p.words.Say("lesson.slide.removed"), func() {
			if p.shown == without {
				p.Undo(false)
				return
			}
			p.outline.at = id
			p.do(false, func(e *lesson.Editor) error { return e.PutBack(was, id) }) // what was done since then stays
			p.outline.reveal()
		}, func() bool { return p.store.Lesson().Index(id) < 0 })
	}
}

// actions are what can be done with a slide, in its context menu.
func (p *Editor) actions(id string) []ui.Action {
	s := p.shown.Slides[p.shown.Index(id)]
	all := []ui.Action{{Name: p.words.Say("lesson.present.here"), Do: func() { p.host.Present(*p.shown, p.shown.Index(id)) }}}
	if p.store == nil {
		return all
	}
	hide := "lesson.hide"
	if s.Hidden {
		hide = "lesson.unhide"
	}
	return append(all,
		ui.Action{Name: p.words.Say("lesson.slide.up"), Do: func() { p.MoveSlide(-1) }},
		ui.Action{Name: p.words.Say("lesson.slide.down"), Do: func() { p.MoveSlide(+1) }},
		ui.Action{Name: p.words.Say("lesson.slide.duplicate"), Do: p.DuplicateSlide},
		ui.Action{Name: p.words.Say(hide), Do: p.HideSlide},
		ui.Action{Name: p.words.Say("lesson.slide.remove"), Do: func() { p.remove(id) }})
}

// Undo takes back what was done last with the lesson, or does it again.
func (p *Editor) Undo(redo bool) {
	removed := func(since *lesson.Store) bool { return !redo && p.host.Lessons().RemovedSince(since) }
	switch {
	case removed(p.store): // that was done after all that was done here
		p.host.RestoreLast()
		return
	case p.store == nil:
		p.host.Say(p.words.Say("lesson.alone"))
		return
	}
	did := false
	p.do(false, func(e *lesson.Editor) error {
		walk := e.Undo
		if redo {
			walk = e.Redo
		}
		slide, ok := walk()
		if did = ok; ok && e.Lesson().Index(slide) >= 0 {
			p.outline.at = slide
		}
		return nil
	})
	switch {
	case !did && removed(nil):
		p.host.RestoreLast()
		return
	case !did:
		key := "note.undo.none"
		if redo {
			key = "note.redo.none"
		}
		p.host.Say(p.words.Say(key))
		return
	}
	p.outline.reveal()
}

// MoveSlide moves the slide that is chosen up (-1) or down (+1).
func (p *Editor) MoveSlide(by int) {
	if p.outline != nil && p.outline.at != "" {
		p.move(p.outline.at, p.shown.RowOf(p.outline.at)+by)
	}
}

// DuplicateSlide puts a copy of the slide that is chosen after it.
func (p *Editor) DuplicateSlide() {
	if p.outline == nil || p.outline.at == "" {
		return
	}
	p.do(false, func(e *lesson.Editor) error {
		id, err := e.Duplicate(p.outline.at)
		if err == nil {
			p.outline.at = id
		}
		return err
	})
	p.outline.reveal()
}

// HideSlide has the slide that is chosen passed over, or shown again.
func (p *Editor) HideSlide() {
	if p.outline == nil {
		return
	}
	id := p.outline.at
	p.do(false, func(e *lesson.Editor) error {
		return e.Change(id, "hidden", false, func(s *lesson.Slide) { s.Hidden = !s.Hidden })
	})
}
