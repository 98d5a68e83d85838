package views

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"beltroad/views/ui"
)

// No text of any screen is smaller than what can be read when it is projected, and
// what has to be known before a chart is read is larger.
func TestNoTextIsTooSmall(t *testing.T) {
	const least, leastNote = 12, 13
	notes := 0
	for _, c := range []struct {
		size  fyne.Size
		scale float32
	}{{windows[1], 1}, {windows[4], 1}, {windows[1], 2}} {
		lookingAt(t, Look{Scheme: ui.Light, TextScale: c.scale})
		said := map[string]bool{}
		for _, r := range Screens(dossier(t)) {
			s := shown(dossier(t), pictureFrame{}, c.size.Width, c.size.Height)
			s.Go(r)
			for _, n := range nodes(s.Content()) {
				text, ok := n.object.(*canvas.Text)
				if !ok || strings.TrimSpace(text.Text) == "" {
					continue
				}
				small := text.TextSize < least*c.scale-0.01
				if text.Text == inEnglish.Say("chart.note.sum") {
					notes++
					small = text.TextSize < leastNote*c.scale-0.01
				}
				if problem := fmt.Sprintf("%.1f px: %q", text.TextSize, short(text.Text)); small && !said[problem] {
					said[problem] = true
					t.Errorf("%s at %g: %s", r, c.scale, problem)
				}
			}
		}
	}
	if notes == 0 {
		t.Error("no chart has a note")
	}
}

// A table beside a record stays a table in the smallest window that is usual, so that
// its rows stay where they are.
func TestATableBesideARecordStaysATable(t *testing.T) {
	lookingAt(t, Look{Scheme: ui.Light, TextScale: 1})
	d := dossier(t)
	tables := 0
	for _, r := range append(Screens(d), place(t, "speakers#figure/trade-volume"), place(t, "project/aiib"), place(t, "chart#figure/trade-volume")) {
		s := shown(d, pictureFrame{}, 1024, 768)
		s.Go(r)
		s.ToggleTable()
		for _, table := range all[*ui.Table](s.page.Content()) {
			if tables++; table.Stacked() && r.Pane.Kind != "" {
				t.Errorf("%s: its cells lie below one another", r)
			}
		}
	}
	if tables == 0 {
		t.Error("there is no table")
	}
}
