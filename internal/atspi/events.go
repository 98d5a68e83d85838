package atspi

import (
	"slices"

	"github.com/godbus/dbus/v5"

	"beltroad/internal/spoken"
)

// event is something that has happened, as AT-SPI words it.
type event struct {
	from   dbus.ObjectPath
	class  string // Object, Window
	name   string
	detail string
	one    int32
	two    int32
	any    dbus.Variant
}

// reference names a thing to another program.
type reference struct {
	Bus  string
	Path dbus.ObjectPath
}

// differ are the events between two snapshots: what came and went, what is different,
// which window is in use, and at last what has the keyboard. ref names a thing.
func differ(before, now *snapshot, ref func(dbus.ObjectPath) reference) []event {
	d := &difference{ref: ref}
	d.children(before.root, now.root, before, now)
	for key, i := range now.keys {
		if old := before.keys[key]; old != nil {
			d.changed(old, i)
		}
	}
	d.windows(before, now)
	d.focus(before.focus(), now.focus(), now)
	return d.events
}

type difference struct {
	ref    func(dbus.ObjectPath) reference
	events []event
}

func (d *difference) add(e event) {
	if e.any.Signature().Empty() {
		e.any = dbus.MakeVariant(int32(0))
	}
	d.events = append(d.events, e)
}

// children tells what came to a thing and what left it, and so of all that stayed.
func (d *difference) children(old, i *item, before, now *snapshot) {
	for n, gone := range slices.Backward(old.kids) {
		if there := now.keys[gone.Key]; there == nil || there.parent.path != i.path {
			d.add(event{from: i.path, class: "Object", name: "ChildrenChanged", detail: "remove", one: int32(n), any: dbus.MakeVariant(d.ref(gone.path))}) // #nosec G115 -- of few
		}
	}
	for n, kid := range i.kids {
		was := before.keys[kid.Key]
		if was != nil && was.parent.path == i.path {
			d.children(was, kid, before, now)
			continue
		}
		d.add(event{from: i.path, class: "Object", name: "ChildrenChanged", detail: "add", one: int32(n), any: dbus.MakeVariant(d.ref(kid.path))}) // #nosec G115 -- of few
		if kid.Role == spoken.Message {
			const politely = 1
			d.add(event{from: kid.path, class: "Object", name: "Announcement", one: politely, any: dbus.MakeVariant(kid.Name)})
		}
	}
}

// changed tells what is different of a thing.
func (d *difference) changed(old, i *item) {
	if old.Name != i.Name {
		d.add(event{from: i.path, class: "Object", name: "PropertyChange", detail: "accessible-name", any: dbus.MakeVariant(i.Name)})
	}
	if old.More != i.More {
		d.add(event{from: i.path, class: "Object", name: "PropertyChange", detail: "accessible-description", any: dbus.MakeVariant(i.More)})
	}
	for _, s := range told {
		if old.Is(s.is) != i.Is(s.is) {
			d.add(event{from: i.path, class: "Object", name: "StateChanged", detail: s.name, one: number(i.Is(s.is) != s.not)})
		}
	}
	d.typed(old, i)
}

// typed tells what was written and what was deleted in a text: all between what is the
// same at its two ends.
func (d *difference) typed(old, i *item) {
	was, _ := text(old.Node)
	is, ok := text(i.Node)
	if !ok {
		return
	}
	a, b := []rune(was), []rune(is)
	start := 0
	for start < len(a) && start < len(b) && a[start] == b[start] {
		start++
	}
	end := 0
	for end < len(a)-start && end < len(b)-start && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	for _, part := range []struct {
		detail  string
		letters []rune
	}{{"delete", a[start : len(a)-end]}, {"insert", b[start : len(b)-end]}} {
		if n := len(part.letters); n > 0 {
			d.add(event{from: i.path, class: "Object", name: "TextChanged", detail: part.detail, one: int32(start), two: int32(n), any: dbus.MakeVariant(string(part.letters))}) // #nosec G115 -- of a field
		}
	}
	if old.Caret != i.Caret {
		d.add(event{from: i.path, class: "Object", name: "TextCaretMoved", one: int32(i.Caret)}) // #nosec G115 -- of a field
	}
}

// windows tells which window is in use.
func (d *difference) windows(before, now *snapshot) {
	for _, w := range before.root.kids {
		if still := now.keys[w.Key]; w.Is(spoken.Active) && (still == nil || !still.Is(spoken.Active)) {
			d.add(event{from: w.path, class: "Window", name: "Deactivate", any: dbus.MakeVariant(w.Name)})
		}
	}
	for _, w := range now.root.kids {
		if was := before.keys[w.Key]; w.Is(spoken.Active) && (was == nil || !was.Is(spoken.Active)) {
			d.add(event{from: w.path, class: "Window", name: "Activate", any: dbus.MakeVariant(w.Name)})
		}
	}
}

// focus tells what has the keyboard now.
func (d *difference) focus(old, i *item, now *snapshot) {
	if old != nil && i != nil && old.Key == i.Key {
		return
	}
	if old != nil && now.keys[old.Key] != nil {
		d.add(event{from: old.path, class: "Object", name: "StateChanged", detail: "focused"})
	}
	if i != nil {
		d.add(event{from: i.path, class: "Object", name: "StateChanged", detail: "focused", one: 1})
	}
}

func number(yes bool) int32 {
	if yes {
		return 1
	}
	return 0
}
