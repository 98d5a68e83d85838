package views

import (
	"errors"
	"fmt"
	"math"
	"os"
	"runtime"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"beltroad/internal/portable"
	"beltroad/internal/sockets"
)

// location is Fyne's app, and where ours keeps what it writes by itself.
type location struct {
	fyne fyne.App
	dir  string // of the settings
	home string // of the user, for files of their own; empty: none
	// atDisplay is called once there is a window. Where there can be none, who says so
	// does not look elsewhere for a display either.
	atDisplay func()
}

// unportable is the error of a program that should keep its settings beside
// itself, and cannot.
type unportable struct{ err error }

// Error is a sentence for a log; the app words its own.
func (u *unportable) Error() string {
	return fmt.Sprintf("nothing can be kept beside the program: %v", u.err)
}

// Unwrap is why not.
func (u *unportable) Unwrap() error { return u.err }

// errHomeless is the error of a user without a home, for whom nothing can be kept.
var errHomeless = errors.New("no home")

// newLocation makes Fyne's app. It can always be used; an error is worth a word
// to the user.
func newLocation(id string) (*location, error) {
	dir, err := besideProgram()
	sockets.KeepBus()
	h := &location{home: portable.Enter(dir, runtime.GOOS)}
	if cache, err := os.UserCacheDir(); err == nil {
		_ = os.MkdirAll(cache, 0o700) // a new user has none, and Fyne makes only its own folder within
	}
	keepFonts()
	odd := clearWay(readByFyne(id))
	h.fyne = app.NewWithID(id)
	h.fyne.SetCloudProvider(nothingKept{})
	keepScale(h.fyne.Settings().Scale())
	switch {
	case isBlocked(odd):
		return h, odd
	case dir != "":
		h.dir = dir
	case h.home != "" || inBrowser:
		h.dir = h.fyne.Storage().RootURI().Path()
	default:
		return h, errors.Join(err, errHomeless)
	}
	if err != nil {
		err = &unportable{err}
	}
	return h, errors.Join(err, odd)
}

// nothingKept keeps Fyne from writing down its preferences, which are not used, each
// time that the app ends: it asks whoever provides them.
type nothingKept struct{}

// CloudPreferences implements [fyne.CloudProviderPreferences]. Fyne saves none but its own.
func (nothingKept) CloudPreferences(a fyne.App) fyne.Preferences {
	return struct{ fyne.Preferences }{a.Preferences()}
}

// ProviderName and the others implement [fyne.CloudProvider].
func (nothingKept) ProviderName() string        { return "" }
func (nothingKept) ProviderDescription() string { return "" }
func (nothingKept) ProviderIcon() fyne.Resource { return nil }
func (nothingKept) Setup(fyne.App) error        { return nil }
func (nothingKept) Cleanup(fyne.App)            {}

// scaleVariable is what Fyne asks for its scale before its settings.
const scaleVariable = "FYNE_SCALE"

// keepScale sees to it that a scale which no window can have is not taken: Fyne ends
// or fills the memory with it.
func keepScale(setting float32) {
	const least, most = 0.3, 10
	scale := float64(setting)
	if given, err := strconv.ParseFloat(os.Getenv(scaleVariable), 32); err == nil {
		scale = given
	}
	if scale > 0 && scale < least || scale > most || math.IsNaN(scale) {
		fyne.LogError(fmt.Sprintf("a scale of %g is not taken", scale), nil)
		_ = os.Setenv(scaleVariable, "1") // the name and the value are good
	}
}

// besideProgram is the folder of a portable program; empty: it is none.
func besideProgram() (string, error) {
	program, err := os.Executable()
	if err != nil { // as in a browser, where there is no program to be beside
		return "", nil //nolint:nilerr // no error: it just cannot be portable
	}
	return portable.Folder(program)
}
