package uitest

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"beltroad/internal/export"
	"beltroad/internal/notes"
	"beltroad/internal/session"
	"beltroad/views/route"
)

// Host is what is around a page in tests: it goes nowhere, and remembers what
// it was told. What is to be done beside the window it does at once.
type Host struct {
	Gone     []route.Route
	Said     []string
	Copied   []string
	Exported []export.Source
	Compared []string         // ids of figures
	Likes    *session.Reading // how it likes to read; nil: as at a first start
	Kept     *notes.Book
	Opened   []string // ids of notes
}

// Last is where it was told to go last.
func (h *Host) Last() route.Route {
	if len(h.Gone) == 0 {
		return route.Route{}
	}
	return h.Gone[len(h.Gone)-1]
}

// Go notes a place.
func (h *Host) Go(r route.Route) { h.Gone = append(h.Gone, r) }

// Say notes a message.
func (h *Host) Say(message string) { h.Said = append(h.Said, message) }

// Copy notes a text.
func (h *Host) Copy(text string) { h.Copied = append(h.Copied, text) }

// Export notes what is to be saved.
func (h *Host) Export(of export.Source) { h.Exported = append(h.Exported, of) }

// InWindow does it at once.
func (*Host) InWindow(something func()) { something() }

// Background does the work at once.
func (*Host) Background(work func(context.Context) func()) { work(context.Background())() }

// Reading is how it likes to read.
func (h *Host) Reading() session.Reading {
	if h.Likes == nil {
		return session.Defaults().Reading
	}
	return *h.Likes
}

// SetReading notes how it likes to read.
func (h *Host) SetReading(r session.Reading) { h.Likes = &r }

// Pixels are one for each of ours.
func (*Host) Pixels() float64 { return 1 }

// Pick notes a figure.
func (h *Host) Pick(figure string) { h.Compared = append(h.Compared, figure) }

// Picked tells whether a figure was noted.
func (h *Host) Picked(figure string) bool { return slices.Contains(h.Compared, figure) }

// Book are the notes that it was given, or none.
func (h *Host) Book() *notes.Book {
	if h.Kept == nil {
		empty, _ := notes.Open("", "") // in memory
		h.Kept = notes.NewBook(empty, nil)
	}
	return h.Kept
}

// OpenNote notes which note.
func (h *Host) OpenNote(id string) { h.Opened = append(h.Opened, id) }

// Notes is nothing: what a pane says is tested without.
func (*Host) Notes(route.Ref) fyne.CanvasObject {
	nothing := canvas.NewRectangle(nil)
	nothing.Hide()
	return nothing
}
