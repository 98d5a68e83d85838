// Package record holds what shows records of a dossier: badge, citation, figure
// card, catalogue; and what a page and the window around it are to each other.
package record

import (
	"context"

	"fyne.io/fyne/v2"

	"beltroad/internal/export"
	"beltroad/internal/notes"
	"beltroad/internal/session"
	"beltroad/views/route"
)

// Services are what the window around a page does for it.
type Services interface {
	// Say shows a short message for a moment.
	Say(message string)
	// Copy puts text on the clipboard.
	Copy(text string)
	// Export offers to save a chart or a map as a file.
	Export(export.Source)
	// Background does work beside the window, and then its finish in it. The
	// context ends when the page on screen is left, and then finish is not called.
	Background(work func(ctx context.Context) (finish func()))
	// InWindow does something in the window on behalf of work beside it, such as telling how
	// far that is, unless the program is ending.
	InWindow(func())
	// Reading is how the user likes to read, SetReading keeps it.
	Reading() session.Reading
	SetReading(session.Reading)
	// Pixels are the device's for each of ours, where that is not the window's
	// own affair; 0: it is.
	Pixels() float64
}

// Host is what a page needs from the window around it: the way to places, the
// figures picked for a comparison, and services.
type Host interface {
	route.Nav
	Services
	// Pick adds a figure to the comparison, or takes it out again.
	Pick(figure string)
	// Picked tells whether a figure is in the comparison.
	Picked(figure string) bool
	// Book are the user's notes on the dossier.
	Book() *notes.Book
	// OpenNote shows a note beside what it stands on.
	OpenNote(id string)
	// Notes is what the user has written about a record, to stand in its pane.
	Notes(route.Ref) fyne.CanvasObject
}

// Page is what fills the middle of a window. Embed [Quiet] for what a page has
// no part in.
type Page interface {
	Content() fyne.CanvasObject
	// Accepts tells whether a route is a place on this page.
	Accepts(route.Route) bool
	// Open takes up a route that the page accepts: it fills the page, and marks
	// what stands open beside it.
	Open(route.Route)
	// Arrive brings what the route names into view, once the page has its size.
	Arrive(route.Route)
	// State is how the page stands, as a route carries it.
	State() route.State
	// Restore makes the page stand as a state says, once it has its size.
	Restore(route.State)
	// Left ends what the page does by itself: another takes its place.
	Left()
	// ToggleTable shows the table behind the chart on the page, or the chart again.
	ToggleTable()
	// TogglePlay plays through time, or pauses.
	TogglePlay()
	// Escape closes what the page itself has open, and tells whether it had something.
	Escape() bool
}

// Follower is a page that has something beside it while no record stands open
// there.
type Follower interface {
	// Beside is that, nil for nothing.
	Beside() fyne.CanvasObject
}

// Quiet is the part of a page that does nothing by itself.
type Quiet struct{}

// Arrive implements [Page].
func (Quiet) Arrive(route.Route) {}

// Left implements [Page].
func (Quiet) Left() {}

// ToggleTable implements [Page].
func (Quiet) ToggleTable() {}

// TogglePlay implements [Page].
func (Quiet) TogglePlay() {}

// Escape implements [Page].
func (Quiet) Escape() bool { return false }
