package notes

import (
	"cmp"

	"beltroad/data"
	own "beltroad/internal/notes"
	"beltroad/internal/search"
	"beltroad/views/record"
	"beltroad/views/ui"
)

// Documents are notes as they are searched: by what they say, and by the
// passage that they stand on.
func Documents(d *data.Dossier, w *record.Words, all []own.Placed) []search.Document {
	var docs []search.Document
	for _, n := range all {
		if n.Bookmark {
			continue
		}
		doc := search.Document{
			Kind: search.Note, ID: n.ID, Title: cmp.Or(own.Title(n.Text), ui.Shortened(n.Passage(), longestQuote)),
			Body: []string{n.Text, n.Passage(), WhereNote(d, w, n)},
		}
		if n.Kind != "" {
			doc.Body = append(doc.Body, kindName(w, n.Kind))
			doc.Title = cmp.Or(doc.Title, kindName(w, n.Kind))
		}
		if !n.Orphan() {
			doc.Of = ToNote(n).String()
		}
		docs = append(docs, doc)
	}
	return docs
}
