package views

import (
	"context"
	"slices"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"golang.org/x/text/language"

	"beltroad/data"
	"beltroad/internal/lesson"
	"beltroad/internal/likeness"
	"beltroad/internal/mapdata"
	"beltroad/internal/message"
	"beltroad/internal/notes"
	"beltroad/internal/plot"
	ownsource "beltroad/internal/source"
	"beltroad/internal/timeline"
	"beltroad/views/search"
	"beltroad/views/ui"
)

// opening reads the dossier beside the start of the window.
type opening struct {
	read   func() // to the end
	done   chan opened
	cancel context.CancelFunc

	mu    sync.Mutex
	sofar progress
}

// progress is how far the reading of a dossier is.
type progress struct {
	share    float64 // of it that has been read, 0 to 1
	problems data.Problems
}

// opened is what a window is to show, or why there is nothing.
type opened struct {
	material *material
	err      error
	mended   int       // places, in a copy
	instead  *unopened // what was to be opened first; nil: this was
}

// unopened is a dossier that could not be opened.
type unopened struct {
	from string
	why  error
}

// material is a dossier with what all windows that show it make of it.
type material struct {
	from    string // id in the library, or a path
	name    string // that its notes go by
	dossier *data.Dossier
	places  *mapdata.Features
	finder  *likeness.Finder
	charts  *plot.Suggestions
	dated   *timeline.Shared
	sources map[language.Tag]*search.Source // what is searched, in each language that was spoken
	book    *notes.Book                     // in memory until the app says where notes are kept
	problem error                           // what is wrong with them; nil: nothing
	copies  *ownsource.Shelf
	lessons *lesson.Library // likewise
	spoilt  error           // what is wrong with the user's own; nil: nothing
	last    lesson.Lesson   // that was presented last; without slides: none was
}

// materialOf is that of a dossier. Nothing of it is kept yet.
func materialOf(d *data.Dossier) *material {
	store, _ := notes.Open("", d.Metadata().Name) // which in memory cannot fail
	shelf, _ := lesson.OpenShelf("")              // likewise
	m := &material{
		name: d.Metadata().Name, dossier: d, places: mapdata.New(d), finder: likeness.New(d),
		charts: plot.NewSuggestions(d), dated: timeline.NewShared(d),
		book: notes.NewBook(store, notes.NewCorpus(d)), lessons: lesson.NewLibrary(d, shelf),
	}
	m.keepCopies(ownsource.NewStore(""))
	return m
}

// newOpening is a reading that has not begun.
func newOpening(read func(ctx context.Context, watch data.Watch) opened) *opening {
	ctx, cancel := context.WithCancel(context.Background())
	o := &opening{done: make(chan opened, 1), cancel: cancel}
	o.read = func() { o.done <- read(ctx, data.Watch{Read: o.tell, Problem: o.found}) }
	return o
}

// tell keeps how far the reading is.
func (o *opening) tell(done, total int64) {
	if total > 0 {
		o.mu.Lock()
		defer o.mu.Unlock()
		o.sofar.share = float64(done) / float64(total)
	}
}

// found keeps what is wrong, as it is found.
func (o *opening) found(p data.Problem) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.sofar.problems = append(o.sofar.problems, p)
}

// now is how far the reading is.
func (o *opening) now() progress {
	o.mu.Lock()
	defer o.mu.Unlock()
	return progress{o.sofar.share, slices.Clone(o.sofar.problems)}
}

// wait tells now and then how far the reading is, where that has changed, and returns
// what came of it.
func (o *opening) wait(tell func(progress)) opened {
	const pause = 100 * time.Millisecond
	told := progress{}
	for {
		select {
		case r := <-o.done:
			return r
		case <-time.After(pause):
			if now := o.now(); now.share != told.share || len(now.problems) != len(told.problems) {
				told = now
				tell(now)
			}
		}
	}
}

// starting is what the window shows until the dossier is read: the ground of
// the sidebar with the app's name, where they will stay, and how far it is.
func starting(w *message.Printer) (content fyne.CanvasObject, progress func(share float64)) {
	said := ui.Label("", ui.SizeBody, ui.ColorMuted)
	head := ui.Column(0, sidebarHead(w, w.Say("starting")))
	content = &fyne.Container{Layout: &shellLayout{}, Objects: []fyne.CanvasObject{
		ui.Ground(ui.ColorSidebar, head), ui.NewBox(ui.ColorLine), ui.Inset(32, 32, 32, 32, ui.Column(0, said)),
	}}
	return content, func(share float64) {
		said.SetText(w.Say("starting.share", map[string]any{"Percent": int(share * 100)}))
	}
}
