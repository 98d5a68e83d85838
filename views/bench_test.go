package views

import (
	"testing"

	"fyne.io/fyne/v2"

	"beltroad/views/ui"
)

// BenchmarkPage builds and lays out each kind of page in a window of 1280 by
// 800: what the user waits for after a click.
func BenchmarkPage(b *testing.B) {
	d := dossier(b)
	lookingAt(b, Look{Scheme: ui.Light, TextScale: 1})
	size := fyne.NewSize(1280, 800)
	for _, p := range []string{
		"overview", "pillar/infrastructure", "pillar/infrastructure#project/china-railway-express",
		"project", "project/aiib", "figure", "figure/trade-volume", "principles", "commitments", "read", "read/15", "search/railway",
	} {
		r := place(b, p)
		b.Run(p, func(b *testing.B) {
			s := shown(d, pictureFrame{}, size.Width, size.Height)
			b.ReportAllocs()
			for b.Loop() {
				s.page = nil // as if coming from another page
				s.page = nil
				s.Go(r)
				nodes(s.page.Content()) // makes the renderers, as the first frame does
			}
		})
	}
}

// BenchmarkShell makes all that the window shows at first.
func BenchmarkShell(b *testing.B) {
	d := dossier(b)
	lookingAt(b, Look{Scheme: ui.Light, TextScale: 1})
	r := place(b, "overview")
	b.ReportAllocs()
	for b.Loop() {
		s := shown(d, pictureFrame{}, 1280, 800)
		s.Go(r)
		nodes(s.Content())
	}
}
