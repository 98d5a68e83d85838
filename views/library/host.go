// Package library is the page of the dossiers on this computer, and what says why one
// was not opened.
package library

import (
	"beltroad/internal/library"
	"beltroad/views/record"
	"beltroad/views/route"
)

// Host is what the page needs from the window around it.
type Host interface {
	route.Nav
	record.Services
	// Entries are the dossiers on this computer.
	Entries() []library.Entry
	// Shown is the id of the one that the window shows; empty: it is none of them.
	Shown() string
	// ChooseDossier lets the user choose a file to open, ChooseFolder a folder.
	ChooseDossier()
	ChooseFolder()
	// OpenDossier opens a dossier by its id, in this window or in a new one.
	OpenDossier(id string, anew bool)
	// OpenVersion opens an earlier version of one by its path.
	OpenVersion(path string)
	// CopyDossier copies a dossier that is read in place into the library.
	CopyDossier(id string)
	// ShowFolder shows the folder that a dossier is in.
	ShowFolder(id string)
	// ShowSheet shows what is understood of the spreadsheet at a path.
	ShowSheet(path string)
	// RemoveDossier takes a dossier off the list, RestoreDossier brings back the last one that
	// this window took off, BringBack any that is among Removed.
	RemoveDossier(id string)
	RestoreDossier()
	Removed() []library.Entry
	BringBack(id string)
	// Refused is what was not opened; nil: nothing.
	Refused() *Refusal
}
