package compare

import (
	"bytes"
	"os"
	"testing"

	"beltroad/data/datatest"
	"beltroad/data/fixture"
	diff "beltroad/internal/compare"
	"beltroad/views/record"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

func TestMain(m *testing.M) { os.Exit(uitest.Run(m, &ui.Theme{Scheme: ui.Light})) }

// What is done in the window once 60,000 changes are found: the list is filled.
func BenchmarkFill(b *testing.B) {
	files, err := fixture.Synthetic(20_000)
	if err != nil {
		b.Fatal(err)
	}
	d := datatest.Open(b, files)
	files["figures.csv"].Data = bytes.ReplaceAll(files["figures.csv"].Data, []byte("Number of"), []byte("Count of"))
	other := datatest.Open(b, files)
	c := diff.Dossiers(other, d)
	p := &Page{dossier: d, other: other, words: record.NewWords(uitest.English(), d), scroll: ui.Page(ui.Column(0))}
	b.ReportAllocs()
	for b.Loop() {
		if l := newList(p, c); l.shown < 60_000 {
			b.Fatal(l.shown)
		}
	}
}
