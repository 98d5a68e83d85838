package search

import (
	"context"

	"fyne.io/fyne/v2"

	"beltroad/views/record"
	"beltroad/views/route"
)

// Host is the window around the palette and the page.
type Host interface {
	record.Host
	// Here is the place on screen.
	Here() route.Route
	// Source is what is searched.
	Source() *Source
	// Search opens the palette with a text in it.
	Search(text string)
	// Beside does work beside the window whatever page is on screen, and then its
	// finish in it.
	Beside(work func(context.Context) (finish func()))
	// Do does a command that was found, by its id.
	Do(command string)
	// Focus gives something on the page the keyboard.
	Focus(fyne.Focusable)
	// Memory keeps what was looked for last.
	Memory() Memory
}

// Memory keeps what was looked for last.
type Memory interface {
	// Searches are the texts that were looked for, the latest first.
	Searches() []string
	// Searched keeps one more.
	Searched(text string)
	// Forget forgets all.
	Forget()
}
