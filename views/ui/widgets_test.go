package ui

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"beltroad/views/uitest"
)

// over230 is a text of two sizes.
func over230() *Text {
	return NewText(Run{Text: "over ", Size: SizeLead, Style: Bold}, Run{Text: "230 ", Size: SizeFigure, Style: Bold})
}

func card() *Card {
	return NewCard("over 230, documents", Column(3, over230(), Label("cooperation documents", SizeCaption, ColorMuted)), func() {})
}

func table() *Table {
	row := func(id, name, size string) TableRow {
		return TableRow{ID: id, Label: name + ", " + size, Cells: []fyne.CanvasObject{Label(name, SizeBody, ColorInk), Strong(size, SizeBody, ColorInk)}}
	}
	t := NewTable([]TableColumn{{Title: "Name", Share: 2}, {Title: "Size", Share: 1}}, func(string) {}, func(int) {})
	t.SetRows([]TableRow{row("a", "Port of Piraeus", "fourth-largest"), row("b", "China–Laos Railway", "over 20"), row("c", "A name that goes over more than one of the lines of the table", "86")})
	return t
}

// pressed is what all pressable widgets are in these tests.
type pressed interface {
	fyne.Widget
	MouseIn(*desktop.MouseEvent)
	MouseOut()
	FocusGained()
	FocusLost()
}

func hover(p pressed) { p.MouseIn(&desktop.MouseEvent{}) }
func focus(p pressed) { p.FocusGained() }

func selectIt(p pressed) {
	if s, ok := p.(interface{ SetSelected(bool) }); ok {
		s.SetSelected(true)
	}
}

// back is all that was done undone.
func back(p pressed) {
	for _, do := range []func(pressed){hover, focus, selectIt} {
		do(p)
	}
	p.MouseOut()
	p.FocusLost()
	if s, ok := p.(interface{ SetSelected(bool) }); ok {
		s.SetSelected(false)
	}
}

func TestLooksOfWidgets(t *testing.T) {
	uitest.Wear(t, &Theme{Scheme: Light})
	barred := func() pressed {
		c := card()
		c.Bar = PillarColor(3)
		return c
	}
	link := func() pressed { return NewLink("¶15", SizeSmall, func() {}) }
	marked := func() pressed {
		l := NewLink("over 230 documents", SizeBody, func() {})
		l.Color, l.Mark = ColorInk, MarkColor(1)
		return l
	}
	tag := func() pressed {
		return NewActionChip("75, projects", func() {}, Run{Text: "75 ", Style: Bold}, Run{Text: "projects signed"})
	}
	icon := func() pressed { return NewIconButton(theme.IconNameViewZoomIn, "Zoom in", func() {}) }
	nav := func() pressed { return NewNavItem("Trade", PillarColor(3), "12", func() {}) }
	button := func(primary bool) func() pressed {
		return func() pressed { return NewButton("Read the source", func() {}, primary) }
	}
	line := func() pressed { return NewListItem("Trade", Label("Trade", SizeBody, ColorInk), func() {}) }
	current := func(p pressed) {
		if l, ok := p.(*ListItem); ok {
			l.SetCurrent(true)
		}
	}
	field := func() pressed { return NewFieldButton("Search", "Ctrl K", func() {}) }
	asked := func() pressed {
		f := NewFieldButton("Search", "Ctrl K", func() {})
		f.SetText("a text that the field has no room for")
		return f
	}
	filter := func() pressed {
		return NewFilter("Any unit", []Option{{Key: "a", Name: "projects"}}, nil, nil).AtMost(180)
	}
	for _, c := range []struct {
		name  string
		make  func() pressed
		width float32 // 0: its own
		do    []func(pressed)
	}{
		{"card", func() pressed { return card() }, 220, nil},
		{"card", func() pressed { return card() }, 220, []func(pressed){back}},
		{"card-hovered", func() pressed { return card() }, 220, []func(pressed){hover}},
		{"card-focused", func() pressed { return card() }, 220, []func(pressed){focus}},
		{"card-selected", func() pressed { return card() }, 220, []func(pressed){selectIt}},
		{"card-selected-focused", func() pressed { return card() }, 220, []func(pressed){selectIt, focus}},
		{"card-barred", barred, 220, nil},
		{"link", link, 0, nil},
		{"link", link, 0, []func(pressed){back}},
		{"link-hovered", link, 0, []func(pressed){hover}},
		{"link-focused", link, 0, []func(pressed){focus}},
		{"link-marked", marked, 0, nil},
		{"tag", tag, 140, nil},
		{"tag", tag, 140, []func(pressed){back}},
		{"tag-hovered", tag, 140, []func(pressed){hover}},
		{"tag-selected", tag, 140, []func(pressed){selectIt}},
		{"tag-selected-focused", tag, 140, []func(pressed){selectIt, focus}},
		{"tag-focused", tag, 140, []func(pressed){focus}},
		{"icon", icon, 0, nil},
		{"icon", icon, 0, []func(pressed){back}},
		{"icon-focused", icon, 0, []func(pressed){focus}},
		{"nav", nav, 220, nil},
		{"nav-hovered", nav, 220, []func(pressed){hover}},
		{"nav-selected", nav, 220, []func(pressed){selectIt}},
		{"nav-selected-focused", nav, 220, []func(pressed){selectIt, focus}},
		{"nav-without-dot", func() pressed { return NewNavItem("Overview", "", "", func() {}) }, 220, nil},
		{"button", button(false), 0, nil},
		{"button", button(false), 0, []func(pressed){back}},
		{"button-hovered", button(false), 0, []func(pressed){hover}},
		{"button-focused", button(false), 0, []func(pressed){focus}},
		{"button-primary", button(true), 0, nil},
		{"button-primary-focused", button(true), 0, []func(pressed){focus}},
		{"line", line, 220, nil},
		{"line-focused", line, 220, []func(pressed){focus}},
		{"line-current", line, 220, []func(pressed){current}},
		{"field", field, 216, nil},
		{"field", field, 216, []func(pressed){back}},
		{"field-hovered", field, 216, []func(pressed){hover}},
		{"field-focused", field, 216, []func(pressed){focus}},
		{"field-asked", asked, 216, nil},
		{"filter", filter, 0, nil},
		{"filter", filter, 0, []func(pressed){back}},
		{"filter-hovered", filter, 0, []func(pressed){hover}},
		{"filter-focused", filter, 0, []func(pressed){focus}},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := c.make()
			if c.width > 0 {
				laidOut(o, c.width)
			} else {
				o.Resize(o.MinSize())
			}
			for _, do := range c.do {
				do(o)
			}
			uitest.Looks(t, c.name, o)
		})
	}
}

func TestLooksOfTexts(t *testing.T) {
	uitest.Wear(t, &Theme{Scheme: Light})
	text := NewText(Run{Text: "China has signed "}, Run{Text: "over 230 documents", Color: ColorInk, Mark: MarkColor(1), OnOpen: func() {}},
		Run{Text: " with "}, Run{Text: "150 countries", Mark: MarkColor(1)}, Run{Text: " ("}, Run{Text: "¶10", Size: SizeSmall, OnOpen: func() {}}, Run{Text: ").", Style: Bold})
	uitest.Looks(t, "text", laidOut(text, 220))
}

func TestLooksOfTables(t *testing.T) {
	uitest.Wear(t, &Theme{Scheme: Light})
	sorted := func(tb *Table) {
		tb.Sorted = 1
		tb.SetOpen("b")
	}
	for _, c := range []struct {
		name  string
		width float32
		do    func(*Table)
	}{
		{"table", 460, func(*Table) {}},
		{"table-sorted-open", 460, sorted},
		{"table-sorted-down-focused", 460, func(tb *Table) {
			sorted(tb)
			tb.Down = true
			tb.FocusGained()
		}},
		{"table-hovered", 460, func(tb *Table) {
			sorted(tb)
			tb.Down = true
			tb.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(40, top(tb, 2)+4)}})
		}},
		{"table-picked", 460, func(tb *Table) {
			tb.Picked = func(id string) bool { return id == "a" }
			tb.Refresh()
		}},
		{"table-narrow", 150, func(*Table) {}},
	} {
		t.Run(c.name, func(t *testing.T) {
			tb := laidOut(table(), c.width)
			c.do(tb)
			uitest.Looks(t, c.name, tb)
		})
	}
}

// Two states that look the same tell the user nothing.
func TestNoTwoLooksAreTheSame(t *testing.T) { uitest.NoTwoLookTheSame(t, 30) }

// A box that is very high is no picture of its whole size, and has its edges all the same.
func TestTallBoxIsNoPicture(t *testing.T) {
	b := NewBox(ColorCard)
	b.Edge, b.Width, b.Radius = ColorLine, 1, 8
	r := test.WidgetRenderer(b)
	for _, c := range []struct {
		high  float32
		parts int
	}{{500, 1}, {200_000, 5}, {500, 1}} {
		b.Resize(fyne.NewSize(300, c.high))
		parts := r.Objects()
		if len(parts) != c.parts {
			t.Fatalf("%v high, it has %d parts", c.high, len(parts))
		}
		ground, _ := parts[0].(*canvas.Rectangle)
		if plain := ground.CornerRadius == 0 && ground.StrokeWidth == 0; plain != (c.parts > 1) || ground.Size() != b.Size() {
			t.Errorf("%v high, its ground is %+v", c.high, ground)
		}
		if c.parts > 1 && (parts[2].Position().Y != c.high-1 || parts[4].Position().X != 299 || parts[3].Size().Height != c.high) {
			t.Error("the edges are elsewhere")
		}
	}
}

// An icon is drawn again for another icon or another display, and not at each refresh.
func TestIconsAreDrawnWhenTheyChange(t *testing.T) {
	b := NewIconButton(theme.IconNameMenu, "Menu", func() {})
	c := inWindow(t, b, 200, 200)
	b.Refresh()
	sign := func() image.Image {
		r := test.WidgetRenderer(b).(*iconRenderer)
		return r.sign.Image
	}
	first := sign()
	if b.Refresh(); sign() != first {
		t.Error("it is drawn at a refresh")
	}
	c.(interface{ SetScale(scale float32) }).SetScale(3)
	if b.Refresh(); sign().Bounds().Dx() != 60 {
		t.Errorf("at three pixels for each it is %d wide", sign().Bounds().Dx())
	}
	second := sign()
	if b.SetIcon(theme.IconNameSearch, "Search"); sign() == second {
		t.Error("another icon is not drawn")
	}
}
