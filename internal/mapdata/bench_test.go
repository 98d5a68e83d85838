package mapdata

import (
	"testing"

	"beltroad/data/datatest"
)

// BenchmarkNew gathers what has a place in a dossier of very many projects.
func BenchmarkNew(b *testing.B) {
	d := datatest.Synthetic(b, 20_985)
	for b.Loop() {
		New(d)
	}
}
