package mapdata

import (
	"testing"

	"beltroad/data"
	"beltroad/data/fixture"
)

// BenchmarkNew gathers what has a place in a dossier of very many projects.
func BenchmarkNew(b *testing.B) {
	files, err := fixture.Synthetic(20_985)
	if err != nil {
		b.Fatal(err)
	}
	d, err := data.Open(files)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		New(d)
	}
}
