package views

import (
	"context"

	"beltroad/data"
	find "beltroad/internal/search"
	"beltroad/internal/wording"
)

// Find finds what is best for a text, at most n: among the records of a dossier
// and what the app itself has.
func Find(ctx context.Context, d *data.Dossier, text string, n int) ([]find.Hit, error) {
	w := wording.New(Look{}.words(), d)
	index, err := find.Build(ctx, find.Records(d, w), find.WordsOf(d, w))
	if err != nil {
		return nil, err
	}
	r, err := index.Find(ctx, text, n)
	return r.First(n), err
}
