package atspi

import (
	"context"
	"errors"
	"sync/atomic"
	"time"

	"github.com/godbus/dbus/v5"

	"beltroad/internal/spoken"
)

// Program is what is told of.
type Program struct {
	Name, Version string
	Language      string // of what it says, like "en"
	// Look finds what is in the windows now. Nil means that it is not known any more.
	Look func() []*spoken.Node
	// Do does something where windows are changed, soon.
	Do func(func())
	// Report is told what goes wrong.
	Report func(error)
}

// bridge is a program on the bus of assistive technology. What it is asked is answered
// from the last snapshot, so that nobody who asks can hold the windows up, and what was
// told as an event is so for whoever asks then.
type bridge struct {
	Program

	conn    *dbus.Conn
	desktop reference // what the program is in
	id      atomic.Int32
	paths   paths
	now     atomic.Pointer[snapshot]
	look    chan struct{} // something was done: it is to look soon
}

// pause is the time between two looks: what happens is told within it.
const pause = 100 * time.Millisecond

// serve answers until the context or the bus ends.
func serve(ctx context.Context, session *dbus.Conn, p Program) error {
	var address string
	if err := session.Object(statusName, statusPath).CallWithContext(ctx, statusName+".GetAddress", 0).Store(&address); err != nil {
		return err
	}
	conn, err := connect(ctx, address)
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close() }()
	b := &bridge{Program: p, conn: conn, look: make(chan struct{}, 1), desktop: reference{"", nullPath}}
	if !b.take() {
		return nil
	}
	if err := b.export(); err != nil {
		return err
	}
	registry := conn.Object("org.a11y.atspi.Registry", rootPath)
	if err := registry.CallWithContext(ctx, prefix+"Socket.Embed", 0, b.ref(rootPath)).Store(&b.desktop); err != nil {
		return err
	}
	return b.watch(ctx)
}

// watch looks again and again, and tells what has changed.
func (b *bridge) watch(ctx context.Context) error {
	again := time.NewTicker(pause)
	defer again.Stop()
	// A reader that knows of the program now learns what is in use and has the keyboard.
	last := b.now.Load()
	if err := b.send(differ((&paths{}).take(b.Name, nil), last, b.ref)); err != nil {
		return err
	}
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-b.conn.Context().Done():
			return nil
		case <-again.C:
		case <-b.look:
		}
		if !b.take() {
			return nil
		}
		now := b.now.Load()
		if err := b.send(differ(last, now, b.ref)); err != nil {
			return err
		}
		last = now
	}
}

// take takes a snapshot, and tells whether there still is anything.
func (b *bridge) take() bool {
	windows := b.Look()
	if windows == nil {
		return false
	}
	b.now.Store(b.paths.take(b.Name, windows))
	return true
}

func (b *bridge) send(events []event) error {
	for _, e := range events {
		err := b.conn.Emit(e.from, prefix+"Event."+e.class+"."+e.name, e.detail, e.one, e.two, e.any, map[string]dbus.Variant{})
		if errors.Is(err, dbus.ErrClosed) {
			return nil // the bus has gone, and with it whoever asked
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// soon looks once something is done that was asked for.
func (b *bridge) soon(do func()) {
	b.Do(func() {
		do()
		select {
		case b.look <- struct{}{}:
		default:
		}
	})
}

// ref names a thing of the program.
func (b *bridge) ref(path dbus.ObjectPath) reference {
	return reference{b.conn.Names()[0], path}
}
