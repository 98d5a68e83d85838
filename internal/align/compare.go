package align

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"beltroad/data"
)

// body is the kind of the paragraphs that a copy is judged by: headings and
// captions are laid out differently everywhere.
const body = "body"

// ErrNoFingerprints is that a dossier has nothing to tell a copy by.
var ErrNoFingerprints = errors.New("the dossier has no fingerprints of its source")

// Other is the error of a text that is not the source.
type Other struct {
	Matched, Bodies int // body paragraphs
}

// Error is a sentence for a log; the app words its own.
func (o *Other) Error() string {
	return fmt.Sprintf("another text: %d of %d paragraphs are in it", o.Matched, o.Bodies)
}

// Report is what a copy says of a dossier, and the dossier of a copy.
type Report struct {
	Passages []Passage // by their paragraphs
	Findings []Finding // one for each figure, in the ledger's order
	Matched  int       // body paragraphs that were found
	Exact    int       // those in which no letter differs
	Bodies   int       // body paragraphs of the dossier
}

// Passage is what the copy has of a paragraph.
func (r *Report) Passage(n int) (Passage, bool) {
	i, ok := slices.BinarySearchFunc(r.Passages, n, func(p Passage, n int) int { return cmp.Compare(p.N, n) })
	if !ok {
		return Passage{}, false
	}
	return r.Passages[i], true
}

// WordForWord is how many figures stand as the ledger words them.
func (r *Report) WordForWord() int {
	n := 0
	for _, f := range r.Findings {
		if f.Standing == WordForWord {
			n++
		}
	}
	return n
}

// Compare finds a dossier's paragraphs and figures in the text of a copy of its
// source. An [*Other] error is that it is none: of four body paragraphs, not one
// is in it.
func Compare(ctx context.Context, d *data.Dossier, text string) (*Report, error) {
	r := &Report{}
	known := 0
	var words []string
	for _, p := range d.Paragraphs() {
		if p.Kind == body {
			r.Bodies++
			if p.Fingerprint != "" {
				known++
			}
		}
		words = append(words, p.Summary)
	}
	figures := d.Figures()
	for i := range figures {
		words = append(words, figures[i].Quantity.Text)
	}
	if known == 0 {
		return nil, ErrNoFingerprints
	}
	var err error
	if r.Passages, err = match(ctx, d.Paragraphs(), text, words...); err != nil {
		return nil, err
	}
	for _, passage := range r.Passages {
		if p, ok := d.Paragraph(passage.N); ok && p.Kind == body {
			r.Matched++
			if passage.Exact {
				r.Exact++
			}
		}
	}
	if 4*r.Matched < known {
		return nil, &Other{r.Matched, r.Bodies}
	}
	r.Findings = make([]Finding, len(figures))
	for i := range figures {
		f := &figures[i]
		if passage, ok := r.Passage(f.Paragraph); ok {
			r.Findings[i] = find(f, passage.Text)
		} else {
			r.Findings[i] = Finding{Figure: f.ID, Paragraph: f.Paragraph}
		}
	}
	return r, nil
}
