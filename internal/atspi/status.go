// Package atspi tells assistive technology on Linux what is in the program's windows:
// it answers AT-SPI's calls over D-Bus, and sends its events, where the desktop says that
// accessibility is on. It knows no toolkit. Sockets of the machine itself are all that
// it opens.
package atspi

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/godbus/dbus/v5"
)

// What says whether accessibility is on.
const (
	statusName      = "org.a11y.Bus"
	statusPath      = dbus.ObjectPath("/org/a11y/bus")
	statusInterface = "org.a11y.Status"
	properties      = "org.freedesktop.DBus.Properties"
)

// Serve answers assistive technology while it is on, until the context ends. It returns
// at once where there is no session that it could be turned on in.
func Serve(ctx context.Context, p Program) error {
	session, err := connect(ctx, sessionAddress())
	if err != nil {
		return err
	}
	defer func() { _ = session.Close() }()
	changes := make(chan *dbus.Signal, 16)
	session.Signal(changes)
	err = errors.Join(
		session.AddMatchSignal(dbus.WithMatchInterface(properties), dbus.WithMatchObjectPath(statusPath)),
		session.AddMatchSignal(dbus.WithMatchInterface("org.freedesktop.DBus"), dbus.WithMatchMember("NameOwnerChanged"), dbus.WithMatchArg(0, statusName)))
	if err != nil {
		return err
	}
	end := func() {}
	defer func() { end() }()
	for serving := false; ; {
		if on := enabled(ctx, session); on != serving {
			if end(); on {
				end = serveIn(ctx, session, p)
			}
			serving = on
		}
		select {
		case <-ctx.Done():
			return nil
		case _, open := <-changes:
			if !open {
				return nil
			}
		}
	}
}

// serveIn answers beside until it is told to end.
func serveIn(ctx context.Context, session *dbus.Conn, p Program) (end func()) {
	ctx, cancel := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		if err := serve(ctx, session, p); err != nil && ctx.Err() == nil {
			p.Report(err)
		}
	}()
	return func() {
		cancel()
		<-done
	}
}

// enabled tells whether the desktop says that there is somebody to tell. It does not
// start the service that knows.
func enabled(ctx context.Context, session *dbus.Conn) bool {
	for _, name := range []string{"IsEnabled", "ScreenReaderEnabled"} {
		var on dbus.Variant
		call := session.Object(statusName, statusPath).CallWithContext(ctx, properties+".Get", dbus.FlagNoAutoStart, statusInterface, name)
		if call.Store(&on) != nil {
			return false
		}
		if yes, ok := on.Value().(bool); ok && yes {
			return true
		}
	}
	return false
}

// errElsewhere is that of a bus which is not on this machine, or that nobody told of.
var errElsewhere = errors.New("there is no bus of this machine")

// connect opens a bus through a socket of this machine. An address may name others,
// also over the network; these are left out.
func connect(ctx context.Context, addresses string) (*dbus.Conn, error) {
	err := errElsewhere
	for address := range strings.SplitSeq(addresses, ";") {
		if !strings.HasPrefix(address, "unix:") {
			continue
		}
		var c *dbus.Conn
		// Without a method to prove who we are the library would ask for the user's home,
		// and that may be asked of the network.
		c, err = dbus.Connect(address, dbus.WithContext(ctx), dbus.WithAuth(dbus.AuthExternal(strconv.Itoa(os.Geteuid()))))
		if err == nil {
			return c, nil
		}
	}
	return nil, err
}

// sessionAddress is the bus of the user's session. One that is not there is not started.
func sessionAddress() string {
	if address := os.Getenv("DBUS_SESSION_BUS_ADDRESS"); address != "" {
		return address
	}
	if dir := os.Getenv("XDG_RUNTIME_DIR"); dir != "" {
		return "unix:path=" + dbus.EscapeBusAddressValue(filepath.Join(dir, "bus"))
	}
	return ""
}
