package kit

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"beltroad/data"
)

var update = flag.Bool("update", false, "write what widgets look like now as what they are to look like")

// looks compares a widget's markup with the one kept in testdata/markup.
func looks(t *testing.T, name string, o fyne.CanvasObject) {
	t.Helper()
	file := filepath.Join("markup", name+".xml")
	if *update {
		path := filepath.Join("testdata", file)
		if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(test.RenderObjectToMarkup(o)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	test.AssertObjectRendersToMarkup(t, file, o)
}

func card() *Card {
	return NewCard("over 230, documents", Column(3, Quantity("over 230", SizeFigure, SizeLead), Words("cooperation documents", SizeCaption, ColorMuted)), func() {})
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
	wearing(t, Theme{Scheme: Light})
	on := func(p interface{ MouseIn(*desktop.MouseEvent) }) { p.MouseIn(&desktop.MouseEvent{}) }

	c := laidOut(card(), 220)
	looks(t, "card", c)
	on(c)
	looks(t, "card-hovered", c)
	c.MouseOut()
	c.FocusGained()
	looks(t, "card-focused", c)
	c.FocusLost()
	c.SetSelected(true)
	looks(t, "card-selected", c)
	c.FocusGained()
	looks(t, "card-selected-focused", c)
	c.FocusLost()
	c.SetSelected(false)
	looks(t, "card", c) // and back
	barred := card()
	barred.Bar = PillarColor(3)
	looks(t, "card-barred", laidOut(barred, 220))

	for _, claim := range []data.Claim{data.Reported, data.Estimate, data.Commitment, data.Opinion} {
		b := NewBadge(claim, Claim(claim))
		b.Resize(b.MinSize())
		looks(t, "badge-"+string(claim), b)
	}

	l := NewLink("¶15", SizeSmall, func() {})
	l.Resize(l.MinSize())
	looks(t, "link", l)
	on(l)
	looks(t, "link-hovered", l)
	l.MouseOut()
	l.FocusGained()
	looks(t, "link-focused", l)
	marked := NewLink("over 230 documents", SizeBody, func() {})
	marked.Color, marked.Mark = ColorInk, MarkColor(1)
	marked.Resize(marked.MinSize())
	looks(t, "link-marked", marked)

	tag := laidOut(NewTag("75, projects", func() {}, Run{Text: "75 ", Style: Bold}, Run{Text: "projects signed"}), 140)
	looks(t, "tag", tag)
	on(tag)
	looks(t, "tag-hovered", tag)
	tag.MouseOut()
	tag.SetSelected(true)
	looks(t, "tag-selected", tag)
	tag.FocusGained()
	looks(t, "tag-selected-focused", tag)
	tag.SetSelected(false)
	looks(t, "tag-focused", tag)
	tag.FocusLost()
	looks(t, "tag", tag) // and back

	icon := NewIconButton(theme.IconNameViewZoomIn, "Zoom in", func() {})
	icon.Resize(icon.MinSize())
	looks(t, "icon", icon)
	icon.FocusGained()
	looks(t, "icon-focused", icon)

	n := laidOut(NewNavItem("Trade", PillarColor(3), "12", func() {}), 220)
	looks(t, "nav", n)
	on(n)
	looks(t, "nav-hovered", n)
	n.MouseOut()
	n.SetSelected(true)
	looks(t, "nav-selected", n)
	n.FocusGained()
	looks(t, "nav-selected-focused", n)
	looks(t, "nav-without-dot", laidOut(NewNavItem("Overview", "", "", func() {}), 220))

	b := NewButton("Read the source", func() {}, false)
	b.Resize(b.MinSize())
	looks(t, "button", b)
	on(b)
	looks(t, "button-hovered", b)
	b.MouseOut()
	b.FocusGained()
	looks(t, "button-focused", b)
	primary := NewButton("Read the source", func() {}, true)
	primary.Resize(primary.MinSize())
	looks(t, "button-primary", primary)
	primary.FocusGained()
	looks(t, "button-primary-focused", primary)

	p := laidOut(NewPassage("¶15 A summary", Words("A summary of some paragraph that takes two lines", SizeBody, ColorInk), func() {}), 220)
	looks(t, "passage", p)
	p.SetSelected(true)
	looks(t, "passage-selected", p)
	p.FocusGained()
	looks(t, "passage-selected-focused", p)

	text := NewText(Run{Text: "China has signed "}, Run{Text: "over 230 documents", Color: ColorInk, Mark: MarkColor(1), OnOpen: func() {}},
		Run{Text: " with "}, Run{Text: "150 countries", Mark: MarkColor(1)}, Run{Text: " ("}, Run{Text: "¶10", Size: SizeSmall, OnOpen: func() {}}, Run{Text: ").", Style: Bold})
	looks(t, "text", laidOut(text, 220))

	line := laidOut(NewLine("Trade", Words("Trade", SizeBody, ColorInk), func() {}), 220)
	looks(t, "line", line)
	line.FocusGained()
	looks(t, "line-focused", line)
}

func TestLooksOfTables(t *testing.T) {
	wearing(t, Theme{Scheme: Light})
	tb := laidOut(table(), 460)
	looks(t, "table", tb)
	tb.Sorted = 1
	tb.SetOpen("b")
	looks(t, "table-sorted-open", tb)
	tb.Down = true
	tb.FocusGained()
	looks(t, "table-sorted-down-focused", tb)
	tb.FocusLost()
	tb.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(40, tb.tops[2]+4)}})
	looks(t, "table-hovered", tb)
	looks(t, "table-narrow", laidOut(table(), 150))
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
