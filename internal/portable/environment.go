package portable

import (
	"os"
	"path/filepath"
)

// Environment is the part of the process's environment that names the folders
// of its user. Fyne looks there each time it reads or writes something of its
// own, and cannot be told otherwise.
type Environment struct {
	own    map[string]string // as the user has it
	within map[string]string // as it is while everything is kept in one folder
}

// Enter makes the process find its user's folders within dir. An empty dir
// changes nothing.
func Enter(dir, system string) *Environment {
	e := &Environment{own: map[string]string{}, within: map[string]string{}}
	if dir == "" {
		return e
	}
	for name, below := range folders(system) {
		e.own[name] = os.Getenv(name)
		e.within[name] = filepath.Join(dir, below)
	}
	set(e.within)
	return e
}

// Outside calls f with the environment as the user has it: for what is
// theirs, such as their documents.
func (e *Environment) Outside(f func()) {
	set(e.own)
	defer set(e.within)
	f()
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

// set cannot fail: the names are good, and so are values that were there or are paths.
func set(variables map[string]string) {
	for name, value := range variables {
		if value == "" {
			_ = os.Unsetenv(name)
		} else {
			_ = os.Setenv(name, value)
		}
	}
}
