package ui

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"beltroad/views/uitest"
)

// over230 is a text of two sizes.
func over230() *Text {
	return NewText(Run{Text: "over ", Size: SizeLead, Style: Bold}, Run{Text: "230 ", Size: SizeFigure, Style: Bold})
}

func card() *Card {
	return NewCard("over 230, documents", Column(3, over230(), Words("cooperation documents", SizeCaption, ColorMuted)), func() {})
}

func table() *Table {
	row := func(id, name, size string) TableRow {
		return TableRow{ID: id, Label: name + ", " + size, Cells: []fyne.CanvasObject{Words(name, SizeBody, ColorInk), Strong(size, SizeBody, ColorInk)}}
	}
	t := NewTable([]TableColumn{{Title: "Name", Share: 2}, {Title: "Size", Share: 1}}, func(string) {}, func(int) {})
	t.SetRows([]TableRow{row("a", "Port of Piraeus", "fourth-largest"), row("b", "China–Laos Railway", "over 20"), row("c", "A name that goes over more than one of the lines of the table", "86")})
	return t
}

func TestLooksOfWidgets(t *testing.T) {
	wearing(t, &Theme{Scheme: Light})
	on := func(p interface{ MouseIn(*desktop.MouseEvent) }) { p.MouseIn(&desktop.MouseEvent{}) }

	c := laidOut(card(), 220)
	uitest.Looks(t, "card", c)
	on(c)
	uitest.Looks(t, "card-hovered", c)
	c.MouseOut()
	c.FocusGained()
	uitest.Looks(t, "card-focused", c)
	c.FocusLost()
	c.SetSelected(true)
	uitest.Looks(t, "card-selected", c)
	c.FocusGained()
	uitest.Looks(t, "card-selected-focused", c)
	c.FocusLost()
	c.SetSelected(false)
	uitest.Looks(t, "card", c) // and back
	barred := card()
	barred.Bar = PillarColor(3)
	uitest.Looks(t, "card-barred", laidOut(barred, 220))

	l := NewLink("¶15", SizeSmall, func() {})
	l.Resize(l.MinSize())
	uitest.Looks(t, "link", l)
	on(l)
	uitest.Looks(t, "link-hovered", l)
	l.MouseOut()
	l.FocusGained()
	uitest.Looks(t, "link-focused", l)
	marked := NewLink("over 230 documents", SizeBody, func() {})
	marked.Color, marked.Mark = ColorInk, MarkColor(1)
	marked.Resize(marked.MinSize())
	uitest.Looks(t, "link-marked", marked)

	tag := laidOut(NewTag("75, projects", func() {}, Run{Text: "75 ", Style: Bold}, Run{Text: "projects signed"}), 140)
	uitest.Looks(t, "tag", tag)
	on(tag)
	uitest.Looks(t, "tag-hovered", tag)
	tag.MouseOut()
	tag.SetSelected(true)
	uitest.Looks(t, "tag-selected", tag)
	tag.FocusGained()
	uitest.Looks(t, "tag-selected-focused", tag)
	tag.SetSelected(false)
	uitest.Looks(t, "tag-focused", tag)
	tag.FocusLost()
	uitest.Looks(t, "tag", tag) // and back

	icon := NewIconButton(theme.IconNameViewZoomIn, "Zoom in", func() {})
	icon.Resize(icon.MinSize())
	uitest.Looks(t, "icon", icon)
	icon.FocusGained()
	uitest.Looks(t, "icon-focused", icon)

	n := laidOut(NewNavItem("Trade", PillarColor(3), "12", func() {}), 220)
	uitest.Looks(t, "nav", n)
	on(n)
	uitest.Looks(t, "nav-hovered", n)
	n.MouseOut()
	n.SetSelected(true)
	uitest.Looks(t, "nav-selected", n)
	n.FocusGained()
	uitest.Looks(t, "nav-selected-focused", n)
	uitest.Looks(t, "nav-without-dot", laidOut(NewNavItem("Overview", "", "", func() {}), 220))

	b := NewButton("Read the source", func() {}, false)
	b.Resize(b.MinSize())
	uitest.Looks(t, "button", b)
	on(b)
	uitest.Looks(t, "button-hovered", b)
	b.MouseOut()
	b.FocusGained()
	uitest.Looks(t, "button-focused", b)
	primary := NewButton("Read the source", func() {}, true)
	primary.Resize(primary.MinSize())
	uitest.Looks(t, "button-primary", primary)
	primary.FocusGained()
	uitest.Looks(t, "button-primary-focused", primary)

	p := laidOut(NewPassage("¶15 A summary", Words("A summary of some paragraph that takes two lines", SizeBody, ColorInk), func() {}), 220)
	uitest.Looks(t, "passage", p)
	p.SetSelected(true)
	uitest.Looks(t, "passage-selected", p)
	p.FocusGained()
	uitest.Looks(t, "passage-selected-focused", p)

	text := NewText(Run{Text: "China has signed "}, Run{Text: "over 230 documents", Color: ColorInk, Mark: MarkColor(1), OnOpen: func() {}},
		Run{Text: " with "}, Run{Text: "150 countries", Mark: MarkColor(1)}, Run{Text: " ("}, Run{Text: "¶10", Size: SizeSmall, OnOpen: func() {}}, Run{Text: ").", Style: Bold})
	uitest.Looks(t, "text", laidOut(text, 220))

	line := laidOut(NewLine("Trade", Words("Trade", SizeBody, ColorInk), func() {}), 220)
	uitest.Looks(t, "line", line)
	line.FocusGained()
	uitest.Looks(t, "line-focused", line)
}

func TestLooksOfTables(t *testing.T) {
	wearing(t, &Theme{Scheme: Light})
	tb := laidOut(table(), 460)
	uitest.Looks(t, "table", tb)
	tb.Sorted = 1
	tb.SetOpen("b")
	uitest.Looks(t, "table-sorted-open", tb)
	tb.Down = true
	tb.FocusGained()
	uitest.Looks(t, "table-sorted-down-focused", tb)
	tb.FocusLost()
	tb.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(40, top(tb, 2)+4)}})
	uitest.Looks(t, "table-hovered", tb)
	uitest.Looks(t, "table-narrow", laidOut(table(), 150))
}

// Two states that look the same tell the user nothing.
func TestNoTwoLooksAreTheSame(t *testing.T) {
	seen := map[string]string{}
	files, err := filepath.Glob("testdata/markup/*.xml")
	if err != nil || len(files) < 30 {
		t.Fatal(len(files), err)
	}
	for _, file := range files {
		b, err := os.ReadFile(file) // #nosec G304 -- our own
		if err != nil {
			t.Fatal(err)
		}
		if other := seen[string(b)]; other != "" {
			t.Errorf("%s looks like %s", file, other)
		}
		seen[string(b)] = file
	}
}
