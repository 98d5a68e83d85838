package ui

import (
	"fyne.io/fyne/v2"
)

// Bold is the style of headings and values.
var Bold = fyne.TextStyle{Bold: true}

// Heading is the title of a section on a page.
func Heading(text string) *Text { return Strong(text, SizeBody, ColorInk) }

// Header is the top of a page: a line above, the title and a lead.
func Header(above, title string, col fyne.ThemeColorName, lead ...Run) fyne.CanvasObject {
	var parts []fyne.CanvasObject
	if above != "" {
		parts = append(parts, Words(above, SizeCaption, ColorMuted), Gap(4))
	}
	parts = append(parts, Strong(title, SizeTitle, col))
	if len(lead) > 0 {
		t := NewText(lead...)
		t.LineGap = 0.06
		parts = append(parts, Gap(4), AtMost(740, t))
	}
	return Column(0, parts...)
}

// Field is a line of a record: its name, and below it what the ledger says.
func Field(name string, value ...Run) fyne.CanvasObject {
	return Column(0, Words(name, SizeCaption, ColorMuted), NewText(value...), Gap(9), Rule(), Gap(9))
}

// Page is the room that a page keeps around its content, in a scroller.
func Page(content fyne.CanvasObject) *Scroller {
	return NewScroller(&fyne.Container{Layout: &margins{}, Objects: []fyne.CanvasObject{content}})
}

// Ground is a plain area of a colour behind an object.
func Ground(col fyne.ThemeColorName, o fyne.CanvasObject) fyne.CanvasObject {
	return Stack(NewBox(col), o)
}

// Scrolled is the part of a page that scrolls as a whole and wants to be found
// again as far down as it was left.
type Scrolled struct{ *Scroller }

// Content is what the page shows.
func (s Scrolled) Content() fyne.CanvasObject { return s.Scroller }

// Memento is how far the page is scrolled.
func (s Scrolled) Memento() any { return s.Offset() }

// Restore scrolls to where a memento was taken.
func (s Scrolled) Restore(memento any) {
	if y, ok := memento.(float32); ok {
		s.ScrollTo(y)
	}
}
