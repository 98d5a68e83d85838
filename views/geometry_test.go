package views

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// box is a rectangle in the window.
type box struct{ left, top, right, bottom float32 }

func boxAt(p fyne.Position, s fyne.Size) box {
	return box{p.X, p.Y, p.X + s.Width, p.Y + s.Height}
}

func (b box) String() string {
	return fmt.Sprintf("x %.1f to %.1f, y %.1f to %.1f", b.left, b.right, b.top, b.bottom)
}

// overlap is how far two boxes lie on one another: the smaller of both ways.
func (b box) overlap(c box) float32 {
	return min(min(b.right, c.right)-max(b.left, c.left), min(b.bottom, c.bottom)-max(b.top, c.top))
}

// node is an object on screen, at its place in the window.
type node struct {
	object fyne.CanvasObject
	parent *node
	box    box
	part   int // what scrolls as one has one number
}

// below tells whether n stands within a.
func (n *node) below(a *node) bool {
	for p := n.parent; p != nil; p = p.parent {
		if p == a {
			return true
		}
	}
	return false
}

// nodes are all visible objects from o down, also those within widgets, o first.
func nodes(o fyne.CanvasObject) []*node {
	var all []*node
	parts := 0
	var walk func(o fyne.CanvasObject, parent *node, at fyne.Position, part int)
	walk = func(o fyne.CanvasObject, parent *node, at fyne.Position, part int) {
		if _, unseen := o.(interface{ Unseen() }); o == nil || !o.Visible() || unseen {
			return
		}
		at = at.Add(o.Position())
		n := &node{object: o, parent: parent, box: boxAt(at, o.Size()), part: part}
		all = append(all, n)
		switch v := o.(type) {
		case *fyne.Container:
			for _, c := range v.Objects {
				walk(c, n, at, part)
			}
		case *ui.Scroller:
			parts++
			for _, c := range v.Children() {
				walk(c, n, at.SubtractXY(0, v.Offset()), parts)
			}
		case fyne.Widget:
			for _, c := range test.WidgetRenderer(v).Objects() {
				walk(c, n, at, part)
			}
		}
	}
	walk(o, nil, fyne.Position{}, 0)
	return all
}

// inked is the room that the letters of a text take, whatever room it has.
func inked(n *node, t *canvas.Text) box {
	need, has := t.MinSize(), t.Size()
	x := n.box.left
	switch t.Alignment {
	case fyne.TextAlignCenter:
		x += (has.Width - need.Width) / 2
	case fyne.TextAlignTrailing:
		x += has.Width - need.Width
	}
	return boxAt(fyne.NewPos(x, n.box.top+(has.Height-need.Height)/2), need)
}

// misplaced finds what no window may show: text that sticks out of what it
// belongs to, and texts and controls that lie on one another.
func misplaced(root fyne.CanvasObject) []string {
	all := nodes(root)
	return append(outside(all), overlapping(all)...)
}

// slack is how far an edge may be off: rounding, not a mistake.
const slack = 1

// outside finds texts and controls that stick out of an object around them:
// sideways anywhere, up and down as far as nothing scrolls.
func outside(all []*node) []string {
	var found []string
	for _, n := range all {
		b := n.box
		var name string
		switch v := n.object.(type) {
		case *canvas.Text:
			if strings.TrimSpace(v.Text) == "" {
				continue
			}
			b, name = inked(n, v), fmt.Sprintf("text %q", v.Text)
		case *ui.Card, *ui.Button, *record.Badge, *ui.NavItem, *ui.Table, *ui.Link, *ui.Filter, *widget.Select:
			name = naming(n)
		default:
			continue
		}
		for p := n.parent; p != nil; p = p.parent {
			most := float32(slack)
			if _, ok := p.object.(*widget.RichText); ok && strings.HasSuffix(name, `…"`) {
				most = 4 // Fyne shortens a choice to a few pixels too much
			}
			if over := max(p.box.left-b.left, b.right-p.box.right); over > most {
				found = append(found, fmt.Sprintf("%s sticks %.1f out of %s sideways", name, over, naming(p)))
				break
			}
			// A line's letters leave most of its height empty, so a part of it may hang over.
			hang := (b.bottom-b.top)*0.15 + slack
			if name == `text "”"` { // the sign of an opinion is all at the top of its line
				hang = (b.bottom - b.top) / 2
			}
			if over := max(p.box.top-b.top, b.bottom-p.box.bottom); p.part == n.part && over > hang {
				found = append(found, fmt.Sprintf("%s sticks %.1f out of %s up or down", name, over, naming(p)))
				break
			}
		}
	}
	return found
}

// overlapping finds texts and controls that lie on one another, though neither
// stands within the other.
func overlapping(all []*node) []string {
	type solid struct {
		*node
		box box
	}
	var solids []solid
	for _, n := range all {
		switch v := n.object.(type) {
		case *canvas.Text:
			if strings.TrimSpace(v.Text) == "" {
				continue
			}
			b := inked(n, v)
			air := (b.bottom - b.top) * 0.2 // letters do not fill their line
			b.top, b.bottom = b.top+air, b.bottom-air
			solids = append(solids, solid{n, b})
		case *ui.Card, *ui.Button, *record.Badge, *ui.Link, *ui.NavItem, *ui.Table, *ui.ListItem, *ui.Filter, *widget.Select, *ui.FieldButton:
			b := n.box
			if _, ok := v.(*ui.Link); ok { // a line of text, too
				air := (b.bottom - b.top) * 0.2
				b.top, b.bottom = b.top+air, b.bottom-air
			}
			solids = append(solids, solid{n, b})
		}
	}
	slices.SortFunc(solids, func(a, b solid) int {
		switch {
		case a.part != b.part:
			return a.part - b.part
		case a.box.top < b.box.top:
			return -1
		case a.box.top > b.box.top:
			return 1
		default:
			return 0
		}
	})
	var found []string
	for i, a := range solids {
		for _, b := range solids[i+1:] {
			if b.part != a.part || b.box.top >= a.box.bottom {
				break
			}
			if over := a.box.overlap(b.box); over > slack && !a.below(b.node) && !b.below(a.node) {
				found = append(found, fmt.Sprintf("%s (%s) and %s (%s) overlap by %.1f", naming(a.node), a.box, naming(b.node), b.box, over))
			}
		}
	}
	return found
}

// naming says which object a node is.
func naming(n *node) string {
	kind := strings.TrimPrefix(fmt.Sprintf("%T", n.object), "*")
	switch v := n.object.(type) {
	case *canvas.Text:
		return fmt.Sprintf("text %q", v.Text)
	case *widget.Select:
		return fmt.Sprintf("%s %q", kind, v.Selected)
	case *fyne.Container:
		if v.Layout != nil {
			kind = strings.TrimPrefix(fmt.Sprintf("container %T", v.Layout), "*")
		}
	case fyne.Accessible:
		return fmt.Sprintf("%s %q", kind, short(v.AccessibilityLabel()))
	}
	return fmt.Sprintf("%s (%s)", kind, n.box)
}

// short is the beginning of a text, enough to know it by.
func short(s string) string {
	const most = 50
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// The checker itself has to find what it is there for.
func TestMisplacedFinds(t *testing.T) {
	lookingAt(t, Look{Scheme: ui.Light, TextScale: 1})
	text := func(s string, x, y float32) *canvas.Text {
		c := canvas.NewText(s, nil)
		c.TextSize = 14
		c.Move(fyne.NewPos(x, y))
		c.Resize(c.MinSize())
		return c
	}
	button := ui.NewButton("Push", nil, false)
	button.Move(fyne.NewPos(10, 8))
	button.Resize(fyne.NewSize(60, 30))
	narrow := ui.NewButton("A name far too long for the button", nil, false)
	narrow.Resize(fyne.NewSize(40, 30))
	tall := ui.NewScroller(ui.Column(0, text("first", 0, 0), text("second", 0, 0)))
	tall.Resize(fyne.NewSize(100, 10))
	for name, c := range map[string]struct {
		objects []fyne.CanvasObject
		want    string
	}{
		"apart":               {[]fyne.CanvasObject{text("one", 0, 0), text("two", 0, 25)}, ""},
		"lines that touch":    {[]fyne.CanvasObject{text("one", 0, 0), text("two", 0, 17)}, ""},
		"texts on one place":  {[]fyne.CanvasObject{text("one", 0, 0), text("two", 5, 4)}, `text "one"`},
		"text beyond":         {[]fyne.CanvasObject{text("a long text", 160, 0)}, "sideways"},
		"text below":          {[]fyne.CanvasObject{text("one", 0, 90)}, "up or down"},
		"text left":           {[]fyne.CanvasObject{text("one", -5, 0)}, "sideways"},
		"text on a button":    {[]fyne.CanvasObject{button, text("one", 20, 10)}, "ui.Button"},
		"text out of a child": {[]fyne.CanvasObject{narrow}, "sideways"},
		"scrolled content":    {[]fyne.CanvasObject{tall}, ""},
	} {
		root := &fyne.Container{Objects: c.objects}
		root.Resize(fyne.NewSize(200, 100))
		got := strings.Join(misplaced(root), "\n")
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s: found %q, want %q", name, got, c.want)
		}
	}
}

// Fyne takes whatever is scrollable for a clip in place of what it lies in, and
// then finds what is out of sight: nothing of ours is that in a scroller. A link
// is no wider than its words: beside them, a click is not meant for it.
func TestWhatAnswersToThePointer(t *testing.T) {
	d := dossier(t)
	for _, e := range table() {
		tour := []route.Route{route.To(e.kind, "")}
		if e.tour != nil {
			tour = e.tour(d)
		}
		for _, r := range tour {
			if !exists(d, r) {
				continue
			}
			s, _ := open(t, d)
			s.Go(r)
			for _, n := range nodes(s.Content()) {
				if _, scrolls := n.object.(fyne.Scrollable); scrolls && within[*ui.Scroller](n) && !within[interface{ SelectedText() string }](n) { // what is in an entry only takes drags
					t.Errorf("%s: %T is scrollable in a scroller", r, n.object)
				}
				if l, ok := n.object.(*ui.Link); ok && l.Size().Width > l.MinSize().Width+2 {
					t.Errorf("%s: the link %q is %g wide, its words %g", r, l.Label, l.Size().Width, l.MinSize().Width)
				}
			}
		}
	}
}

// within tells whether an object of a type is around the node.
func within[T any](n *node) bool {
	for p := n.parent; p != nil; p = p.parent {
		if _, ok := p.object.(T); ok {
			return true
		}
	}
	return false
}
