package views

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"beltroad/data"
	"beltroad/views/ui"
)

// BenchmarkPalette is what the window waits for after each letter of a search: all
// but the query, which is beside it.
func BenchmarkPalette(b *testing.B) {
	big, err := large()
	if err != nil {
		b.Fatal(err)
	}
	for name, c := range map[string]struct {
		dossier *data.Dossier
		texts   [2]string
	}{
		"much":    {dossier(b), [2]string{"rail", "railway"}},
		"nothing": {dossier(b), [2]string{"qwxyz", "qwxyzq"}},
		"large":   {big, [2]string{"a", "b"}},
	} {
		b.Run(name, func(b *testing.B) {
			lookingAt(b, Look{Scheme: ui.Light, TextScale: 1})
			s := newShell(materialOf(c.dossier), inEnglish, besideFrame{b: b})
			w := test.NewTempWindow(b, s.Content())
			w.SetPadded(false)
			w.Resize(usual)
			s.Go(place(b, "overview"))
			s.OpenSearch()
			field, ok := w.Canvas().Focused().(interface{ SetText(text string) })
			if !ok {
				b.Fatalf("%T has the keyboard", w.Canvas().Focused())
			}
			for n := 0; b.Loop(); n++ {
				field.SetText(c.texts[n%2])
				nodes(s.palette) // as the frame after it does
			}
		})
	}
}
