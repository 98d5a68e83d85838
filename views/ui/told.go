package ui

import (
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"beltroad/internal/spoken"
)

// Teller is a widget that knows more of what it is to be told as than its name
// and role.
type Teller interface {
	// Told completes what is told of the widget, once all that is in it is there.
	Told(n *spoken.Node)
}

// Tell is what assistive technology is told of an object at a place in its window; focus
// is what has the keyboard.
func Tell(root fyne.CanvasObject, at fyne.Position, focus fyne.Focusable) []*spoken.Node {
	s := root.Size()
	return (&telling{focus: focus}).tell(root, at.Subtract(root.Position()), part{at.Y, at.Y + s.Height}, false)
}

type telling struct {
	focus fyne.Focusable
	read  []string // what can be read within what is pressed as a whole
}

// part is what of a window's height can be seen.
type part struct{ top, bottom float32 }

// tell tells of an object below a point. What can be read on something that is
// pressed as a whole is told with it: alone it would only repeat the name.
func (t *telling) tell(o fyne.CanvasObject, below fyne.Position, in part, pressed bool) []*spoken.Node {
	if o == nil || !o.Visible() {
		return nil
	}
	at := below.Add(o.Position())
	if l, ok := o.(*Link); ok && len(l.pieces) > 0 && l.pieces[0] != l {
		return nil // the first speaks for all
	}
	n := t.node(o, at, in)
	if n != nil && pressed && n.Press == nil && n.Focus == nil {
		t.read = append(t.read, n.Name)
		n = nil
	}
	switch o := o.(type) {
	case *Scroller:
		at, in = at.SubtractXY(0, o.Offset()), part{max(in.top, at.Y), min(in.bottom, at.Y+o.Size().Height)}
	case *Table:
		n.Role, n.Name, n.Children = spoken.Table, "", t.table(o, n, at, in)
		return []*spoken.Node{n}
	}
	if n == nil {
		return t.all(childrenOf(o), at, in, pressed)
	}
	if n.Press == nil {
		n.Children = t.all(childrenOf(o), at, in, pressed)
	} else {
		n.Children = t.onto(n, childrenOf(o), at, in)
	}
	if teller, ok := o.(Teller); ok {
		teller.Told(n)
	}
	return []*spoken.Node{n}
}

func (t *telling) all(objs []fyne.CanvasObject, at fyne.Position, in part, pressed bool) []*spoken.Node {
	var all []*spoken.Node
	for _, o := range objs {
		all = append(all, t.tell(o, at, in, pressed)...)
	}
	return all
}

// onto tells of what is on something that is pressed as a whole.
func (t *telling) onto(n *spoken.Node, objs []fyne.CanvasObject, at fyne.Position, in part) []*spoken.Node {
	before := t.read
	t.read = nil
	inner := t.all(objs, at, in, true)
	said := n.Name
	var more []string
	for _, text := range t.read {
		if text = strings.TrimSpace(text); strings.ContainsFunc(text, legible) && !says(said, text) {
			more, said = append(more, text), said+"\n"+text
		}
	}
	n.More, t.read = strings.Join(more, ", "), before
	return inner
}

// legible tells letters and digits from mere signs.
func legible(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// says tells whether a text stands in another as a part between punctuation marks.
func says(said, text string) bool {
	apart := func(s string) bool { return s == "" || strings.ContainsAny(s, ".,:;·—!?)]”\n") }
	for at := 0; ; {
		i := strings.Index(said[at:], text)
		if i < 0 {
			return false
		}
		before, after := strings.TrimRight(said[:at+i], " "), strings.TrimLeft(said[at+i+len(text):], " ")
		_, last := utf8.DecodeLastRuneInString(before)
		_, first := utf8.DecodeRuneInString(after)
		if apart(before[len(before)-last:]) && apart(after[:first]) {
			return true
		}
		at += i + len(text)
	}
}

// rowKey is the same for the same row of a table.
type rowKey struct {
	table *Table
	id    string
}

// table tells of a table's titles and of its rows, each as a whole.
func (t *telling) table(of *Table, n *spoken.Node, at fyne.Position, in part) []*spoken.Node {
	var all []*spoken.Node
	for i, l := range of.head {
		titles := t.tell(l, at, in, false)
		for _, title := range titles {
			title.Focus = func() { of.focusTitle(i) }
			if i == of.Sorted {
				title.State |= spoken.Selected
			}
		}
		all = append(all, titles...)
	}
	for i := of.strip.first; i < of.strip.last; i++ {
		live := of.live[i]
		from, to := of.stretch(i)
		row := &spoken.Node{
			Key: rowKey{of, live.ID}, Role: spoken.Row, Name: live.Label,
			At:    spoken.Box{X: at.X, Y: at.Y + from, W: of.Size().Width, H: to - from},
			Press: func() { of.OnOpen(live.ID) },
			Focus: func() {
				of.cursor.Current = i
				focusOn(of)
			},
		}
		if middle := row.At.Y + row.At.H/2; middle < in.top || middle > in.bottom {
			row.State |= spoken.Hidden
		}
		if live.ID == of.Open && of.Open != "" {
			row.State |= spoken.Selected
		}
		row.Children = t.onto(row, live.Cells, at, in)
		if i == of.cursor.Current {
			n.HandFocus(row)
		}
		all = append(all, row)
	}
	return all
}

// node is what is told of the object itself, nil for nothing.
func (t *telling) node(o fyne.CanvasObject, at fyne.Position, in part) *spoken.Node {
	size := o.Size()
	n := &spoken.Node{Key: o, At: spoken.Box{X: at.X, Y: at.Y, W: size.Width, H: size.Height}}
	if !describe(n, o) {
		return nil
	}
	if middle := at.Y + size.Height/2; middle < in.top || middle > in.bottom {
		n.State |= spoken.Hidden
	}
	if f, ok := o.(fyne.Focusable); ok {
		if d, can := o.(fyne.Disableable); !can || !d.Disabled() {
			n.Focus = func() { focusOn(f) }
		}
		if t.focus == f {
			n.State |= spoken.Focused
		}
	}
	return n
}

func focusOn(f fyne.Focusable) {
	o, _ := f.(fyne.CanvasObject)
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		c.Focus(f)
	}
}

// describe puts an object's name and role into its node, and tells whether it has any.
func describe(n *spoken.Node, o fyne.CanvasObject) bool {
	if _, plain := o.(*fyne.Container); plain { // Fyne's own name for all of them says nothing
		return false
	}
	a, named := o.(fyne.Accessible)
	if named {
		n.Name = strings.TrimSpace(a.AccessibilityLabel())
		n.Role = map[fyne.AccessibleRole]spoken.Role{
			fyne.AccessibleRoleButton: spoken.Button, fyne.AccessibleRoleLink: spoken.Link, fyne.AccessibleRoleText: spoken.Text,
		}[a.AccessibilityRole()]
	}
	entry, list := partOf[widget.Entry](o, "Entry"), partOf[widget.Select](o, "Select")
	text, isText := o.(*Text)
	switch {
	case entry != nil:
		n.Role, n.Value, n.Caret = spoken.Field, entry.Text, caretOf(entry)
		if entry.MultiLine {
			n.State |= spoken.Many
		}
		return true
	case list != nil:
		n.Role, n.Value = spoken.Choice, list.Selected
		n.Press = func() { list.Tapped(&fyne.PointEvent{}) }
		return true
	case isText && text.heads():
		n.Role = spoken.Heading
	}
	if t, ok := o.(fyne.Tappable); ok && (n.Role == spoken.Button || n.Role == spoken.Link) {
		size := o.Size()
		n.Press = func() { t.Tapped(&fyne.PointEvent{Position: fyne.NewPos(size.Width/2, size.Height/2)}) }
	}
	_, table := o.(*Table)
	_, whole := o.(*Passage) // its text is in it
	return named && !whole && (n.Name != "" || n.Press != nil || table)
}

// partOf is the widget of Fyne's that an object is, or that it is made of.
func partOf[T any](o fyne.CanvasObject, name string) *T {
	if whole, ok := o.(any).(*T); ok {
		return whole
	}
	v := reflect.Indirect(reflect.ValueOf(o))
	if _, takesKeys := o.(fyne.Focusable); !takesKeys || v.Kind() != reflect.Struct {
		return nil
	}
	f := v.FieldByName(name)
	if !f.IsValid() || !f.CanAddr() || !f.Addr().CanInterface() {
		return nil
	}
	p, _ := reflect.TypeAssert[*T](f.Addr())
	return p
}

// caretOf is how many letters stand before an entry's caret.
func caretOf(e *widget.Entry) int {
	at := e.CursorColumn
	for i, line := range strings.Split(e.Text, "\n") {
		if i >= e.CursorRow {
			break
		}
		at += len([]rune(line)) + 1
	}
	return min(at, len([]rune(e.Text)))
}

// heads tells whether the text is a heading: one in a larger size.
func (t *Text) heads() bool {
	if len(t.Runs) == 0 {
		return false
	}
	switch t.Runs[0].Size {
	case SizeTitle:
		return true
	case SizeValue, SizeFigure, SizeLead:
		return t.Runs[0].Style.Bold
	default:
		return false
	}
}
