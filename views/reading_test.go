package views

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

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

// A record that opens beside the text, or below it, moves nothing of it; nor does
// what goes along with the text, where that is switched off. Whoever comes back
// finds the text where it was.
func TestNothingMovesInTheReader(t *testing.T) {
	d := dossier(t)
	figure := d.Figures()[len(d.Figures())-1].ID
	for _, size := range []fyne.Size{{Width: 1024, Height: 768}, {Width: 1280, Height: 800}, {Width: 1920, Height: 1080}} {
		for _, scale := range []float32{1, 2} {
			name := fmt.Sprintf("%v at %v", size, scale)
			lookingAt(t, Look{Scheme: ui.Light, TextScale: scale})
			k := &desk{}
			s := shown(d, k, size.Width, size.Height)
			s.Go(place(t, "read"))
			s.ScrollKey(fyne.KeyPageDown)
			s.ScrollKey(fyne.KeyPageDown)
			want := lines(s)
			if len(want) < 5 {
				t.Fatalf("%s: %d lines", name, len(want))
			}
			check := func(when string) {
				t.Helper()
				got := lines(s)
				for text, at := range got {
					if was, ok := want[text]; ok && (abs(was.X-at.X) > 0.01 || abs(was.Y-at.Y) > 0.01) {
						t.Errorf("%s: %s %.40q is at %v, it was at %v", name, when, text, at, was)
						return
					}
				}
			}
			s.Go(place(t, "read#figure/"+figure))
			check("with a record")
			s.Close()
			check("without it again")
			k.reading = &session.Reading{ReadSize: 100, Alone: true}
			s.Go(s.Here())
			check("alone")
			k.reading = nil
			s.Go(s.Here())
			state := s.Now().State
			s.Go(place(t, "overview"))
			s.Back()
			check("come back to")
			if got := s.Now().State; got != state {
				t.Errorf("%s: left at %s, come back to it is at %s", name, state, got)
			}
		}
	}
}

func abs(v float32) float32 { return max(v, -v) }

// lines are where the lines of the reader's text stand.
func lines(s *Shell) map[string]fyne.Position {
	at := map[string]fyne.Position{}
	for _, n := range nodes(s.page.Content()) {
		if t, ok := n.object.(*canvas.Text); ok && n.box.bottom > 0 && len(t.Text) > 20 {
			at[t.Text] = fyne.NewPos(n.box.left, n.box.top)
		}
	}
	return at
}
