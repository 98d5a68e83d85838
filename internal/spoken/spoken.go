// Package spoken is what assistive technology is told of a window: a tree of
// names, roles and states. It knows neither the toolkit nor who reads it.
package spoken

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// Role is what a thing is.
type Role uint8

// The roles.
const (
	Panel Role = iota // something with things in it
	Window
	Dialog
	Message // that goes by itself
	MenuBar
	Menu
	MenuItem
	Button
	Link
	Text
	Heading
	Field  // where something is typed
	Choice // one of several, from a list
	Table
	Row
	Drawing
)

var roles = [...]string{
	"group", "window", "dialog", "message", "menu bar", "menu", "menu item", "button",
	"link", "text", "heading", "field", "choice", "table", "row", "drawing",
}

// String is the role in a word.
func (r Role) String() string { return roles[r] }

// State is how a thing stands.
type State uint8

// The states.
const (
	Focused  State = 1 << iota // it has the keyboard
	Selected                   // it is the way to what stands open, or what is chosen
	Disabled
	Hidden // it is scrolled out of view
	Active // the window that is in use
	Many   // a field of many lines
)

// Box is a place in the window, in its device-independent pixels.
type Box struct{ X, Y, W, H float32 }

// Node is one thing of a window, with what is in it in the order in which it is read.
type Node struct {
	Key      any // the same for the same thing, at any time; it can be compared
	Role     Role
	Name     string
	More     string // what can be read on it beside its name
	Value    string // what is typed or chosen
	Caret    int    // where a field's caret stands, in letters
	State    State
	At       Box
	Scale    float32 // of a window, whose place is on the screen: pixels for each of its own
	Children []*Node

	Press func() // does what a click does; nil: nothing
	Focus func() // gives it the keyboard; nil: it takes none
}

// Is tells whether the node stands so.
func (n *Node) Is(s State) bool { return n.State&s != 0 }

// HandFocus gives the keyboard of the node to what in it has it really: an item of
// a drawing or a line of a list.
func (n *Node) HandFocus(to *Node) {
	if n.Is(Focused) {
		n.State &^= Focused
		to.State |= Focused
	}
}

// Each visits the node and all that is in it, in order.
func (n *Node) Each(visit func(*Node)) {
	visit(n)
	for _, c := range n.Children {
		c.Each(visit)
	}
}

// Write writes what is spoken of nodes: a line for each, further in for what is in it.
func Write(to io.Writer, nodes []*Node) error {
	w := bufio.NewWriter(to)
	for _, n := range nodes {
		n.write(w, 0)
	}
	return w.Flush()
}

func (n *Node) write(w io.Writer, depth int) {
	said := []string{n.Role.String() + ": " + n.Name}
	if n.Value != "" && n.Value != n.Name {
		said[0] += fmt.Sprintf(" = %q", n.Value)
	}
	if n.More != "" {
		said[0] += " (" + n.More + ")"
	}
	for _, s := range []struct {
		State
		word string
	}{{Focused, "focused"}, {Selected, "selected"}, {Disabled, "disabled"}} {
		if n.Is(s.State) {
			said = append(said, s.word)
		}
	}
	line := strings.ReplaceAll(strings.Join(said, ", "), "\n", " / ")
	_, _ = fmt.Fprintln(w, strings.Repeat("  ", depth)+line)
	for _, c := range n.Children {
		c.write(w, depth+1)
	}
}
