package views

import (
	"fyne.io/fyne/v2"

	"beltroad/views/ui"
)

// NextPart takes the keyboard to the next part of the window (+1), or the one before
// (-1): the sidebar, the page, what stands beside it, and what is compared. Each part
// has it where it had it last.
func (s *Shell) NextPart(step int) {
	over := s.canvas()
	if over == nil {
		return
	}
	const pane = 4 // among the objects: lines stand between them
	parts := []fyne.CanvasObject{s.sidebar.content, s.page.Content(), ui.Stack(), s.compare.layer}
	if objs := s.content.Objects; len(objs) > pane {
		parts[besidePart] = objs[pane]
	}
	at := 0
	if step < 0 {
		at = 2 // from nowhere, the page is as far either way
	}
	for i, p := range parts {
		if ui.HoldsFocus(p) {
			at = i
			s.way.parts[i] = over.Focused()
		}
	}
	for range parts {
		at = (at + step + len(parts)) % len(parts)
		part := parts[at]
		last := s.way.parts[at]
		if at == 0 && last == nil {
			last = s.sidebar.current()
		}
		if ui.FocusIn(over, part, last) {
			return
		}
	}
}
