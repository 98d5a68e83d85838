package views

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"golang.org/x/text/language"

	"beltroad/data"
	"beltroad/internal/lesson"
	"beltroad/internal/mapdata"
	"beltroad/internal/message"
	"beltroad/internal/notes"
	"beltroad/internal/plot"
	ownsource "beltroad/internal/source"
	"beltroad/views/search"
	"beltroad/views/ui"
)

// opening reads the dossier beside the start of the window.
type opening struct {
	done   chan opened
	share  chan float64 // how much of it has been read, 0 to 1; the latest alone
	cancel context.CancelFunc
}

// opened is what the windows show, or why there is nothing.
type opened struct {
	material *material
	err      error
}

// material is a dossier with what all windows make of it.
type material struct {
	dossier *data.Dossier
	places  *mapdata.Features
	charts  *plot.Suggestions
	sources map[language.Tag]*search.Source // what is searched, in each language that was spoken
	book    *notes.Book                     // in memory until the app says where notes are kept
	problem error                           // what is wrong with them; nil: nothing
	copies  *ownsource.Shelf
	lessons *lesson.Library // likewise
	spoilt  error           // what is wrong with the user's own; nil: nothing
}

// materialOf is that of a dossier. Nothing of it is kept yet.
func materialOf(d *data.Dossier) *material {
	store, _ := notes.Open("", d.Metadata().Name) // which in memory cannot fail
	shelf, _ := lesson.OpenShelf("")              // likewise
	m := &material{
		dossier: d, places: mapdata.New(d), charts: plot.NewSuggestions(d),
		book: notes.NewBook(store, notes.NewCorpus(d)), lessons: lesson.NewLibrary(d, shelf),
	}
	m.keepCopies(ownsource.NewStore(""))
	return m
}

// startOpening begins to read.
func startOpening(open func(ctx context.Context, progress func(done, total int64)) (*data.Dossier, error)) *opening {
	ctx, cancel := context.WithCancel(context.Background())
	o := &opening{done: make(chan opened, 1), share: make(chan float64, 1), cancel: cancel}
	go func() {
		d, err := open(ctx, o.tell)
		if err != nil {
			o.done <- opened{err: err}
			return
		}
		o.done <- opened{material: materialOf(d)}
	}()
	return o
}

// tell keeps how far the reading is.
func (o *opening) tell(done, total int64) {
	if total <= 0 {
		return
	}
	select { // what was not looked at is out of date
	case <-o.share:
	default:
	}
	o.share <- float64(done) / float64(total)
}

// wait tells now and then how far the reading is, and returns what came of it.
func (o *opening) wait(progress func(share float64)) opened {
	const pause = 100 * time.Millisecond
	for {
		select {
		case r := <-o.done:
			return r
		case <-time.After(pause):
			select {
			case share := <-o.share:
				progress(share)
			default:
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
