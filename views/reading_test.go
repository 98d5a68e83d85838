package views

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"beltroad/internal/session"
	"beltroad/views/ui"
)

// The lines of the reader have 60 to 75 letters, in any window, in either font,
// at any size of text. Where a window has no room for that, the text has all of
// the page: what else could stand there has given way.
func TestReaderKeepsItsMeasure(t *testing.T) {
	d := dossier(t)
	for _, size := range []fyne.Size{{Width: 1024, Height: 768}, {Width: 1280, Height: 800}, {Width: 1920, Height: 1080}} {
		for _, scale := range []float32{1, 1.25, 1.5, 2} {
			for _, read := range []int{80, 100, 120, 160, 200} {
				for _, serif := range []bool{false, true} {
					name := fmt.Sprintf("%v at %v, read at %d, serif %t", size, scale, read, serif)
					lookingAt(t, Look{Scheme: ui.Light, TextScale: scale})
					k := &desk{reading: &session.Reading{ReadSize: read, Serif: serif, Unmarked: true}}
					s := shown(d, k, size.Width, size.Height)
					s.Go(place(t, "read/8"))
					letters, whole := measured(s)
					if letters > 75 {
						t.Errorf("%s: a line has %.1f letters", name, letters)
					}
					if letters < 60 && !whole {
						t.Errorf("%s: a line has %.1f letters, though there is room", name, letters)
					}
					if whole && size.Width == 1920 && scale == 1 && read <= 120 {
						t.Errorf("%s: all has given way", name)
					}
				}
			}
		}
	}
}

// measured is how many letters a line of the reader has on average, and whether
// the text has all of the page, and the page all of the window but for the sidebar.
func measured(s *Shell) (letters float64, whole bool) {
	runes, lines := 0, 0.0
	var width float32
	for _, p := range all[*ui.Passage](s.page.Content()) {
		text, ok := p.Content.(*ui.Text)
		if !ok || !text.Reading || text.Size().Height == 0 {
			continue
		}
		one := ui.NewText(ui.Run{Text: "n", Size: ui.SizeLead})
		one.Reading, one.LineGap = true, text.LineGap
		ui.Adopt(one, text.Given())
		n := text.HeightFor(text.Size().Width) / one.HeightFor(1000)
		if n < 4 {
			continue
		}
		runes += len([]rune(text.String()))
		lines += float64(n) - 0.5
		width = p.Size().Width
	}
	page := s.page.Content().Size().Width
	return float64(runes) / lines, width >= page-40 && page >= s.content.Size().Width-s.sidebar.content.Size().Width-2
}
