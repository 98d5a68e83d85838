package data

import (
	"strings"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// Span is a stretch of a text.
type Span struct{ Start, End int } // byte offsets

// Sentences are where the sentences of a text stand (Unicode's annex 29),
// without the spaces around them.
func Sentences(text string) []Span {
	var all []Span
	for at, s := 0, sentences.FromString(text); s.Next(); {
		whole := s.Value()
		words := strings.TrimSpace(whole)
		start := at + strings.Index(whole, words)
		if at += len(whole); words != "" {
			all = append(all, Span{start, start + len(words)})
		}
	}
	return all
}
