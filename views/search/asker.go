package search

import (
	"context"
	"errors"

	find "beltroad/internal/search"
)

// answer is what was found for a text.
type answer struct {
	text     string
	results  find.Results
	complete []string // ways to go on with the text
	lines    []line   // the hits, by kind
}

// completing tells whether nothing is asked for yet: the text is a filter alone
// that waits for its value.
func (a answer) completing() bool {
	return len(a.results.Query) == 0 && len(a.results.Filters) == 0 && len(a.complete) > 0 && narrowing(a.text)
}

// asker asks beside the window. One question is on its way at most: a newer one
// ends it, and of those that come meanwhile the last is asked.
type asker struct {
	source *Source
	lister lister
	most   int // hits of a kind
	beside func(work func(context.Context) (finish func()))
	show   func(answer)

	wanted string
	end    context.CancelFunc // of the question on its way; nil: none is
	idle   bool               // nobody waits for an answer
}

// ask asks for a text; show gets the answer, unless another text is asked for first.
func (a *asker) ask(text string) {
	a.wanted, a.idle = text, false
	if a.end != nil {
		a.end()
		return
	}
	a.start()
}

// waiting tells whether an answer is still to come.
func (a *asker) waiting() bool { return a.end != nil && !a.idle }

// drop forgets what was asked.
func (a *asker) drop() {
	if a.idle = true; a.end != nil {
		a.end()
	}
}

func (a *asker) start() {
	text := a.wanted
	ctx, end := context.WithCancel(context.Background())
	a.end = end
	a.beside(func(context.Context) func() {
		got, err := a.find(ctx, text)
		return func() {
			end()
			a.end = nil
			switch {
			case a.idle:
			case a.wanted != text, errors.Is(err, context.Canceled):
				a.start()
			case err == nil:
				a.show(got)
			}
		}
	})
}

func (a *asker) find(ctx context.Context, text string) (answer, error) {
	index, err := a.source.Index(ctx)
	if err != nil {
		return answer{}, err
	}
	results, err := index.Find(ctx, text, a.most)
	return answer{text, results, index.Complete(text), a.lister.groups(results.Groups)}, err
}
