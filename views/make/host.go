// Package make is the page that makes a dossier from a spreadsheet: it saves a template,
// reads what was filled in, shows what was understood beside what was written, has it
// corrected, and saves the dossier.
package make

import (
	"io"

	"fyne.io/fyne/v2"

	"beltroad/internal/making"
	"beltroad/internal/sheet"
	"beltroad/views/record"
)

// Host is what the page needs from the window around it.
type Host interface {
	record.Host
	// Making is the spreadsheet that the window's user makes a dossier of.
	Making() *making.Work
	// ChooseSheet lets the user choose a file with one of these endings. The path is
	// empty where there is none.
	ChooseSheet(ends []string, then func(name, path string, open func() (io.ReadCloser, error)))
	// WatchFile tells each time that a file was saved, until that is stopped.
	WatchFile(path string, saved func()) (stop func())
	// OpenMade shows a dossier that was saved, and keeps it in the library.
	OpenMade(path string, anew bool)
	// Focus gives the keyboard to something in the window.
	Focus(fyne.Focusable)
	// Relayout takes up another height of something in the window.
	Relayout(fyne.CanvasObject)
}

// ends are those of the files that can be read.
var ends = append(sheet.Ends(), ".zip")
