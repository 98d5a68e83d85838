package views

import (
	"context"
	"errors"
	"testing"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/views/ui"
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

// What is there until the dossier is read has a size before there is a shell.
func TestStartingIsLaidOut(t *testing.T) {
	lookingAt(t, Look{Scheme: ui.Light, TextScale: 1})
	content, progress := starting(inEnglish)
	for _, width := range []float32{640, 1280} {
		content.Resize(fyne.NewSize(width, 800))
		progress(0.5)
		if texts := all[*ui.Text](content); len(texts) < 2 || texts[0].Size().Width == 0 {
			t.Errorf("%g wide, %d texts are laid out", width, len(texts))
		}
	}
}
