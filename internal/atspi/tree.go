package atspi

import (
	"strconv"
	"strings"

	"github.com/godbus/dbus/v5"

	"beltroad/internal/spoken"
)

// Where the program's things are on the bus.
const (
	objects  = dbus.ObjectPath("/org/a11y/atspi/accessible")
	rootPath = objects + "/root"
	nullPath = dbus.ObjectPath("/org/a11y/atspi/null")
)

// item is a node with its place in a snapshot.
type item struct {
	*spoken.Node

	path   dbus.ObjectPath
	parent *item // nil: it is the program
	index  int   // among its parent's
	kids   []*item
}

// window is the window that the item is in, nil for the program itself.
func (i *item) window() *item {
	for ; i != nil; i = i.parent {
		if i.Role == spoken.Window {
			return i
		}
	}
	return nil
}

// snapshot is what there was at one moment. It does not change.
type snapshot struct {
	root *item
	at   map[dbus.ObjectPath]*item
	keys map[any]*item
}

// focus is the item that has the keyboard in the window in use, nil for none.
func (s *snapshot) focus() *item {
	for _, w := range s.root.kids {
		if !w.Is(spoken.Active) {
			continue
		}
		for _, i := range s.keys {
			if i.Is(spoken.Focused) && i.window() == w {
				return i
			}
		}
	}
	return nil
}

// paths are those of the things in windows, by their numbers.
type paths struct{ spoken.Numbers }

// take makes a snapshot of windows, and forgets what has gone.
func (p *paths) take(name string, windows []*spoken.Node) *snapshot {
	program := &item{Node: &spoken.Node{Name: name, Children: windows}, path: rootPath}
	s := &snapshot{root: program, at: map[dbus.ObjectPath]*item{rootPath: program}, keys: map[any]*item{}}
	p.Renew()
	var add func(to *item)
	add = func(to *item) {
		for _, n := range to.Children {
			if s.keys[n.Key] != nil { // it cannot be at two places
				continue
			}
			path := objects + "/" + dbus.ObjectPath(strconv.Itoa(int(p.Of(n.Key))))
			i := &item{Node: n, path: path, parent: to, index: len(to.kids)}
			to.kids = append(to.kids, i)
			s.at[path], s.keys[n.Key] = i, i
			add(i)
		}
	}
	add(program)
	return s
}

// text is what a node's text is: what is typed or chosen, or what it says.
func text(n *spoken.Node) (string, bool) {
	switch n.Role {
	case spoken.Field, spoken.Choice:
		return n.Value, true
	case spoken.Text, spoken.Heading:
		return n.Name, true
	default:
		return "", false
	}
}

// interfaces are what a node can be asked.
func (i *item) interfaces() []string {
	all := []string{"Accessible"}
	if i.parent == nil {
		all = append(all, "Application")
	} else {
		all = append(all, "Component")
	}
	if i.Press != nil {
		all = append(all, "Action")
	}
	if _, ok := text(i.Node); ok {
		all = append(all, "Text")
	}
	for n := range all {
		all[n] = prefix + all[n]
	}
	return all
}

// prefix begins the names of AT-SPI's interfaces.
const prefix = "org.a11y.atspi."

// interfaceOf is the short name of an interface.
func interfaceOf(name string) string { return strings.TrimPrefix(name, prefix) }
