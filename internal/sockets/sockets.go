// Package sockets keeps what the program is built from to sockets of this computer,
// as long as its user names no other. It works on the environment, which is all that
// these libraries ask.
package sockets

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

const (
	busVariable     = "DBUS_SESSION_BUS_ADDRESS"
	displayVariable = "DISPLAY"
)

// noBus is an address that no bus has.
const noBus = "disabled:"

// KeepBus leaves only unix sockets of the session bus's addresses, so that the bus is
// not asked for over the network. Where none is named and none is where it usually is,
// none is started.
func KeepBus() {
	switch runtime.GOOS {
	case "windows", "darwin", "js": // Fyne asks for no bus there
		return
	}
	given := os.Getenv(busVariable)
	if kept := busOf(given, usualBus(os.Getenv("XDG_RUNTIME_DIR"), fmt.Sprint("/run/user/", os.Getuid()))); kept != given {
		_ = os.Setenv(busVariable, kept) // the name is good, and so is what is kept
	}
}

// usualBus is the address of the bus in the first of some folders that has one.
func usualBus(dirs ...string) string {
	for _, dir := range dirs {
		path := filepath.Join(dir, "bus")
		if _, err := os.Stat(path); dir != "" && err == nil { // #nosec G703 -- the desktop names the folder
			return "unix:path=" + escaped(path)
		}
	}
	return ""
}

// escaped is a value in an address, see "Server Addresses" in the D-Bus Specification.
func escaped(value string) string {
	var b strings.Builder
	for _, c := range []byte(value) {
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte(`-_/.\*`, c) >= 0 {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02x", c)
		}
	}
	return b.String()
}

// busOf is an address of the session bus that is safe to be tried; usual is the one
// that is there without being named.
func busOf(given, usual string) string {
	if given == "" || given == "autolaunch:" {
		given = usual
	}
	var kept []string
	for address := range strings.SplitSeq(given, ";") {
		if strings.HasPrefix(address, "unix:") {
			kept = append(kept, address)
		}
	}
	if kept == nil {
		return noBus
	}
	return strings.Join(kept, ";")
}

// KeepDisplay has a display of this computer be asked for by its unix socket alone,
// until it is restored: where that socket is missing, the X library would try the
// loopback. Programs that this one starts have to find the variable as it was.
func KeepDisplay() (restore func()) {
	given := os.Getenv(displayVariable)
	kept := displayOf(given)
	if kept == given {
		return func() {}
	}
	_ = os.Setenv(displayVariable, kept) // as above
	return func() { _ = os.Setenv(displayVariable, given) }
}

// displayOf is a display's name that says how it is to be reached, if it says nothing.
func displayOf(given string) string {
	if strings.HasPrefix(given, ":") && len(given) > 1 {
		return "unix" + given
	}
	return given
}
