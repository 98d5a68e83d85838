package views

import (
	"context"
	"errors"
	"testing"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/views/ui"
)

// startOpening begins to read, beside the test.
func startOpening(read func(ctx context.Context, watch data.Watch) opened) *opening {
	o := newOpening(read)
	go o.read()
	return o
}

func TestOpeningTellsHowFarItIs(t *testing.T) {
	steps, failure := make(chan struct{}), errors.New("no dossier")
	o := startOpening(func(_ context.Context, watch data.Watch) opened {
		watch.Read(5, 0) // before the total is known
		watch.Read(1, 4)
		watch.Read(3, 4)
		<-steps
		return opened{err: failure}
	})
	var told []float64
	r := o.wait(func(p progress) {
		told = append(told, p.share)
		close(steps)
	})
	if !errors.Is(r.err, failure) || len(told) != 1 || told[0] != 0.75 {
		t.Errorf("it told of %v and ended with %v", told, r.err)
	}
}

func TestOpeningCanBeCancelled(t *testing.T) {
	o := startOpening(func(ctx context.Context, _ data.Watch) opened {
		<-ctx.Done()
		return opened{err: ctx.Err()}
	})
	o.cancel()
	if r := o.wait(func(progress) {}); !errors.Is(r.err, context.Canceled) {
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
