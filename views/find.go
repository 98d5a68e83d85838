package views

import (
	"context"

	"beltroad/data"
	find "beltroad/internal/search"
	"beltroad/internal/wording"
)

// Index is what a text on the command line is looked for in: the records of a
// dossier and what the app itself has, in English.
func Index(ctx context.Context, d *data.Dossier) (*find.Index, error) {
	w := wording.New(Look{}.words(), d)
	return find.Build(ctx, find.Records(d, w), find.WordsOf(d, w))
}
