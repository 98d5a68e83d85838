package views

import (
	"context"
	"errors"
	"testing"

	"beltroad/data"
)

func TestOpeningTellsHowFarItIs(t *testing.T) {
	steps, failure := make(chan struct{}), errors.New("no dossier")
	o := startOpening(func(_ context.Context, progress func(done, total int64)) (*data.Dossier, error) {
		progress(5, 0) // before the total is known
		progress(1, 4)
		progress(3, 4)
		<-steps
		return nil, failure
	})
	var told []float64
	r := o.wait(func(share float64) {
		told = append(told, share)
		close(steps)
	})
	if !errors.Is(r.err, failure) || len(told) != 1 || told[0] != 0.75 {
		t.Errorf("it told of %v and ended with %v", told, r.err)
	}
}

func TestOpeningCanBeCancelled(t *testing.T) {
	o := startOpening(func(ctx context.Context, _ func(done, total int64)) (*data.Dossier, error) {
		<-ctx.Done()
		return nil, ctx.Err()
	})
	o.cancel()
	if r := o.wait(func(float64) {}); !errors.Is(r.err, context.Canceled) {
		t.Errorf("cancelled, it ends with %v", r.err)
	}
}
