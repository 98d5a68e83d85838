// Package lessons is the page of lessons: the list of those that are ready and of
// the user's own, and the editor of one.
package lessons

import (
	"cmp"
	"errors"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/kept"
	"beltroad/internal/lesson"
	"beltroad/internal/wording"
	"beltroad/views/record"
	"beltroad/views/route"
)

// Host is what the page needs from the window around it.
type Host interface {
	record.Host
	// Lessons are all lessons.
	Lessons() *lesson.Library
	// NewLesson makes an empty lesson and opens it.
	NewLesson()
	// CopyLesson makes a copy of a lesson the user's own and opens it.
	CopyLesson(l *lesson.Lesson)
	// ImportLesson lets the user choose a lesson's file.
	ImportLesson()
	// RemoveLesson removes one of the user's, and offers to undo that.
	RemoveLesson(id string)
	// RestoreLast brings back the lesson that was removed last.
	RestoreLast()
	// Present presents a lesson from a slide, by its index.
	Present(l lesson.Lesson, from int)
	// TakeAlong makes other files of a lesson.
	TakeAlong(l lesson.Lesson)
	// Offer says for a moment what was done, and how to undo it, as long as it is still so.
	Offer(message string, undo func(), still func() bool)
	// Relayout takes up another height of something in the window.
	Relayout(fyne.CanvasObject)
	// Focus gives the keyboard to something in the window.
	Focus(fyne.Focusable)
}

// Problem puts into words why something with a lesson did not work.
func Problem(w *record.Words, err error) string {
	refused, isRefused := errors.AsType[*lesson.Refused](err)
	spoilt, isSpoilt := errors.AsType[*kept.Damaged](err)
	unsaved, isUnsaved := errors.AsType[*kept.Unsaved](err)
	switch {
	case isSpoilt:
		return w.Say("lesson.damaged", map[string]any{"File": spoilt.Kept})
	case isRefused && isUnsaved:
		return w.Say("lesson.newer.kept", map[string]any{"File": unsaved.File})
	case isRefused:
		return refusal(w, refused)
	case isUnsaved:
		return w.Say("lesson.unsaved", map[string]any{"Why": wording.WhyUnsaved(w.Printer, unsaved.Err)})
	case errors.Is(err, lesson.ErrMany):
		return w.Say("lesson.many")
	default:
		return w.Say("lesson.failed", map[string]any{"Why": err.Error()})
	}
}

// refusal is why a file, or a change, is refused.
func refusal(w *record.Words, r *lesson.Refused) string {
	why := w.Say("lesson.refused."+string(r.Reason), map[string]any{"Member": r.Member, "Most": r.Most, "Version": r.Found})
	if r.Slide > 0 {
		return w.Say("lesson.refused.slide", map[string]any{"Slide": r.Slide, "Why": why})
	}
	return why
}

// title is what a lesson is called.
func title(w *record.Words, l *lesson.Lesson) string {
	return cmp.Or(l.Title, w.Say("lesson.untitled"))
}

// Named is what a lesson is called in a sentence.
func Named(w *record.Words, l *lesson.Lesson) string { return title(w, l) }

// length is how many slides and minutes a lesson has.
func length(w *record.Words, l *lesson.Lesson) string {
	slides, hidden := w.Count("lesson.slides", len(l.Slides)), 0
	for _, s := range l.Slides {
		if s.Hidden {
			hidden++
		}
	}
	if hidden > 0 {
		slides = w.Say("lesson.hidden.count", map[string]any{"Slides": slides, "Hidden": hidden})
	}
	if l.Planned() == 0 {
		return slides
	}
	return w.Say("lesson.length", map[string]any{"Slides": slides, "Minutes": minutes(w, l.Planned())})
}

// minutes are so many, to the half.
func minutes(w *record.Words, n float64) string {
	if n == float64(int(n)) {
		return w.Count("lesson.minutes", int(n))
	}
	return w.Say("lesson.minutes.part", map[string]any{"Minutes": n})
}

// foreign is the name of the dossier that a lesson is of, where that is another.
func foreign(d *data.Dossier, l *lesson.Lesson) string {
	if l.Dossier.Name == d.Metadata().Name {
		return ""
	}
	return l.Dossier.Name
}

// kind is what a slide shows, in a word or two.
func kind(w *record.Words, s lesson.Slide) string {
	if s.Place == "" {
		return w.Say("lesson.form." + string(s.Form))
	}
	r, err := route.Parse(s.Place)
	if err != nil {
		return s.Place
	}
	if r.Pane.Kind == route.Read {
		return w.Say("lesson.paragraph", map[string]any{"Paragraph": r.Pane.ID})
	}
	if key, ok := records[r.Pane.Kind]; ok {
		return w.Say(key)
	}
	return w.Say(pages[r.Kind])
}

// The words for what stands beside pages, and for pages themselves.
var (
	records = map[route.Kind]string{route.Figure: "pane.figure", route.Project: "pane.project", route.Map: "pane.place", route.Timeline: "pane.event"}
	pages   = map[route.Kind]string{
		route.Overview: "nav.overview", route.Pillar: "lesson.pillar", route.Project: "nav.projects", route.Figure: "nav.figures",
		route.Differences: "nav.differences", route.Speakers: "nav.speakers", route.Chart: "lesson.chart", route.Map: "nav.map",
		route.Timeline: "nav.timeline", route.Principles: "nav.principles", route.Commitments: "nav.ahead", route.Read: "nav.read",
		route.Notes: "nav.notes", route.Lesson: "nav.lessons", route.Search: "search",
	}
)
