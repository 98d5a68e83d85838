package ui

import (
	"fyne.io/fyne/v2"

	"beltroad/views/route"
)

// Bold is the style of headings and values.
var Bold = fyne.TextStyle{Bold: true}

// Heading is the title of a section on a page.
func Heading(text string) *Text { return Strong(text, SizeBody, ColorInk) }

// Header is the top of a page: a line above, the title and a lead.
func Header(above, title string, col fyne.ThemeColorName, lead ...Run) fyne.CanvasObject {
	var parts []fyne.CanvasObject
	if above != "" {
		parts = append(parts, Label(above, SizeCaption, ColorMuted), Gap(4))
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
	return &fyne.Container{Layout: &column{field: true}, Objects: []fyne.CanvasObject{Label(name, SizeCaption, ColorMuted), NewText(value...), Gap(9), Rule(), Gap(9)}}
}

// Page is the room that a page keeps around its content, in a scroller. Its
// texts can be selected.
func Page(content fyne.CanvasObject) *Scroller {
	return NewScroller(NewSelectionArea(&fyne.Container{Layout: &margins{}, Objects: []fyne.CanvasObject{content}}))
}

// PageBelow is a page that scrolls below a head, which stays: what can be typed
// in scrolls by itself, and has to stand beside the scroller.
func PageBelow(head fyne.CanvasObject, page *Scroller) fyne.CanvasObject {
	return Frame(&fyne.Container{Layout: &margins{head: true}, Objects: []fyne.CanvasObject{head}}, page, Gap(0))
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

// State is how far the page is scrolled.
func (s Scrolled) State() route.State {
	st := route.State{}
	s.Keep(st)
	return st
}

// Restore scrolls to where a state was taken.
func (s Scrolled) Restore(st route.State) { s.ScrollTo(float32(st.Number(scrollState))) }

// scrollState names how far something is scrolled.
const scrollState = "scroll"

// Keep writes how far the content is scrolled into a state.
func (s *Scroller) Keep(st route.State) { st.SetNumber(scrollState, float64(s.Offset()), 2) }
