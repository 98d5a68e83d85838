// Package fynecache tells Fyne how long to keep what is no longer on screen.
//
// Fyne holds the renderers, the textures and the canvas of every object for
// a minute after it was last painted. Somebody who pages through the dossier
// leaves hundreds of pages behind in that time. The one way to shorten it is a
// variable of the environment that Fyne reads as its package starts. Go starts
// packages in the order of their paths as far as their imports allow (see "Package
// initialization" in its specification), and beltroad/internal/fynecache needs
// nothing of Fyne and comes before fyne.io: so it is there in time. [Done] takes
// the variable away again, so that programs which the app runs never see it.
package fynecache

import "os"

const (
	variable = "FYNE_CACHE"
	// kept is the time for Fyne. It marks what is on screen as alive ten
	// seconds before that is due, so it has to be well above ten.
	kept = "15s"
)

var set = func() bool {
	if _, there := os.LookupEnv(variable); there { // somebody tries another time
		return false
	}
	return os.Setenv(variable, kept) == nil
}()

// Done gives the environment back as it was. Call it first thing in main.
func Done() {
	if set {
		_ = os.Unsetenv(variable) // there is such a variable, so it does not fail
		set = false
	}
}
