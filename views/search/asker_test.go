package search

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"

	find "beltroad/internal/search"
	"beltroad/views/record"
	"beltroad/views/uitest"
)

// inEnglish makes lines in English.
func inEnglish() lister { return lister{words: &record.Words{Printer: uitest.English()}} }

// An answer that is not that of the newest text is not shown, and however fast
// the texts come, one question is on its way at a time.
func TestTheNewestAnswerWins(t *testing.T) {
	for name, c := range map[string]struct {
		do   func(*testing.T, *asker, *window)
		want []string
	}{
		"one": {func(t *testing.T, a *asker, w *window) {
			t.Helper()
			a.ask("a")
			w.finish(t)
		}, []string{"a"}},
		"a newer one": {func(t *testing.T, a *asker, w *window) {
			t.Helper()
			a.ask("a")
			a.ask("ab")
			a.ask("abc")
			w.finish(t)
			w.finish(t)
		}, []string{"abc"}},
		"there and back": {func(t *testing.T, a *asker, w *window) {
			t.Helper()
			a.ask("a")
			a.ask("ab")
			a.ask("a")
			w.finish(t)
			w.finish(t)
		}, []string{"a"}},
		"one after the other": {func(t *testing.T, a *asker, w *window) {
			t.Helper()
			a.ask("a")
			w.finish(t)
			a.ask("b")
			w.finish(t)
		}, []string{"a", "b"}},
		"dropped": {func(t *testing.T, a *asker, w *window) {
			t.Helper()
			a.ask("a")
			a.drop()
			w.finish(t)
		}, nil},
		"dropped, and asked again": {func(t *testing.T, a *asker, w *window) {
			t.Helper()
			a.ask("a")
			a.drop()
			a.ask("b")
			w.finish(t)
			w.finish(t)
		}, []string{"b"}},
	} {
		t.Run(name, func(t *testing.T) {
			var shown []string
			w := &window{slow: true}
			source := NewSource(func(ctx context.Context) (*find.Index, error) { return find.Build(ctx, find.List(app), find.Words{}) })
			a := &asker{source: source, lister: inEnglish(), most: 1, beside: w.Beside, show: func(got answer) { shown = append(shown, got.text) }}
			c.do(t, a, w)
			if !slices.Equal(shown, c.want) || len(w.work) > 0 || a.waiting() {
				t.Errorf("shown is %q, want %q; %d are still on their way", shown, c.want, len(w.work))
			}
		})
	}
}

func TestOneQuestionIsOnItsWayAtMost(t *testing.T) {
	w := &window{slow: true}
	source := NewSource(func(ctx context.Context) (*find.Index, error) { return find.Build(ctx, find.List(app), find.Words{}) })
	a := &asker{source: source, lister: inEnglish(), most: 1, beside: w.Beside, show: func(answer) {}}
	for i := range 5000 {
		if a.ask(fmt.Sprint(i)); len(w.work) != 1 {
			t.Fatalf("after %d letters %d questions are on their way", i+1, len(w.work))
		}
	}
}

// The index is built once, however many ask for it, and whoever stops waiting.
func TestASourceBuildsOnce(t *testing.T) {
	begun, goOn := make(chan struct{}), make(chan struct{})
	built := 0
	s := NewSource(func(ctx context.Context) (*find.Index, error) {
		built++
		close(begun)
		<-goOn
		return find.Build(ctx, find.List(app), find.Words{})
	})
	ctx, stop := context.WithCancel(context.Background())
	var all sync.WaitGroup
	all.Go(func() {
		if _, err := s.Index(ctx); err != nil {
			t.Error("the builder has not built:", err)
		}
	})
	<-begun
	stop() // the builder goes on
	if _, err := s.Index(ctx); err == nil {
		t.Error("who does not wait any more gets an index")
	}
	if s.Ready() {
		t.Error("it is ready before it is built")
	}
	for range 5 {
		all.Go(func() {
			if index, err := s.With("more", nil).Index(context.Background()); err != nil || index == nil {
				t.Error(index, err)
			}
		})
	}
	close(goOn)
	all.Wait()
	if built != 1 || !s.Ready() {
		t.Errorf("it was built %d times", built)
	}
}
