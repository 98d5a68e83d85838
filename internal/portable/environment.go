package portable

import (
	"os"
	"os/user"
	"path/filepath"
)

// Enter makes the process find its user's folders within dir from then on: Fyne
// looks there each time it reads or writes something of its own, and cannot be
// told otherwise. An empty dir changes nothing. It is called once, at the start,
// and returns the user's home as it was before; empty: there is none. Folders that
// are not whole paths are none: Fyne would take them below the current one.
func Enter(dir, system string) (home string) {
	home = wholeHome(system)
	if dir == "" && home == "" && system != "js" { // a browser has no folders at all
		dir = os.DevNull // where nothing can be kept
	}
	if dir != "" {
		lead(dir, system)
	}
	return home
}

// Nowhere makes the process find no folder of its user's: where something in them would
// hold it up.
func Nowhere(system string) { lead(os.DevNull, system) }

func lead(dir, system string) {
	for name, below := range folders(system) {
		_ = os.Setenv(name, filepath.Join(dir, below)) // the names are good, and a path is a good value
	}
}

// wholeHome is the user's home, and has the environment name it as a whole path. Where
// it names none, the system knows.
func wholeHome(system string) string {
	for name := range folders(system) {
		if value := os.Getenv(name); value != "" && !filepath.IsAbs(value) {
			_ = os.Unsetenv(name) // as above
		}
	}
	home, err := os.UserHomeDir()
	if err == nil && filepath.IsAbs(home) {
		return home
	}
	if system == "windows" || system == "js" {
		return ""
	}
	_ = os.Unsetenv("HOME")
	if u, err := user.Current(); err == nil && filepath.IsAbs(u.HomeDir) {
		_ = os.Setenv("HOME", u.HomeDir)
		return u.HomeDir
	}
	return ""
}

// folders are the variables that os.UserConfigDir, os.UserCacheDir and
// os.UserHomeDir read, as far as Fyne calls these for itself, and the folders
// that they point to then.
func folders(system string) map[string]string {
	switch system {
	case "windows":
		return map[string]string{"USERPROFILE": "", "LocalAppData": "cache"}
	case "darwin":
		return map[string]string{"HOME": ""}
	default:
		return map[string]string{"XDG_CONFIG_HOME": "", "XDG_CACHE_HOME": "cache"}
	}
}
