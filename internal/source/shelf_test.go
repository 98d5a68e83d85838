package source

import (
	"bytes"
	"context"
	"errors"
	"os"
	"strings"
	"testing"

	"beltroad/internal/align"
)

// A copy that was taken is there for every window, and at the next start. What is
// none changes nothing.
func TestShelf(t *testing.T) {
	o := originals(t)[0]
	dir := t.TempDir()
	next := func() *Shelf {
		s := NewShelf(o.d, NewStore(dir))
		if err := s.Look(context.Background()); err != nil {
			t.Fatal(err)
		}
		return s
	}
	s := next()
	if s.Now() != nil {
		t.Fatal("there is a copy already")
	}
	changes := 0
	stop := s.Watch(func() { changes++ })
	take := func(name string, file []byte) error {
		return s.Take(context.Background(), name, bytes.NewReader(file), nil)
	}
	if err := take("a.html", madeHTML(o.text)); err != nil {
		t.Fatal(err)
	}
	first := s.Now()
	if first == nil || first.Name != "a.html" || first.Matched != first.Bodies || changes != 1 {
		t.Fatalf("%+v, %d changes", first, changes)
	}
	if again := next().Now(); again == nil || again.Name != "a.html" || !again.Added.Equal(first.Added) || again.Matched != first.Matched {
		t.Errorf("at the next start there is %+v", again)
	}
	for name, want := range map[string]func(error) bool{
		"another": func(err error) bool { _, ok := errors.AsType[*align.Other](err); return ok },
		"broken":  func(err error) bool { _, ok := errors.AsType[*Unreadable](err); return ok },
	} {
		file := map[string][]byte{"another": []byte(strings.Repeat("Nothing of it is here. ", 100)), "broken": []byte("PK\x03\x04")}[name]
		if err := take(name, file); !want(err) {
			t.Errorf("%s: %v", name, err)
		}
		if s.Now() != first || next().Now().Name != "a.html" || changes != 1 {
			t.Errorf("%s: something changed", name)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := s.Take(ctx, "b.txt", strings.NewReader(o.text), nil); !errors.Is(err, context.Canceled) || s.Now() != first {
		t.Errorf("%v", err)
	}
	if err := s.Remove(); err != nil || s.Now() != nil || next().Now() != nil || changes != 2 {
		t.Errorf("%v, %d changes", err, changes)
	}
	stop()
	if err := take("c.txt", []byte(o.text)); err != nil || changes != 2 {
		t.Errorf("%v, %d changes", err, changes)
	}
}

// A kept copy that is damaged, or of a dossier that has a newer source, is not shown.
func TestShelfLooks(t *testing.T) {
	o := originals(t)[0]
	store := NewStore(t.TempDir())
	if err := store.Save(aCopy("another text altogether")); err != nil {
		t.Fatal(err)
	}
	c, err := store.Load("harbour")
	if err != nil || c == nil {
		t.Fatal(err)
	}
	c.Dossier = o.d.Metadata().Name
	if err := store.Save(c); err != nil {
		t.Fatal(err)
	}
	s := NewShelf(o.d, store)
	if err := s.Look(context.Background()); err != nil || s.Now() != nil {
		t.Errorf("%v, %+v", err, s.Now())
	}
	if err := os.WriteFile(store.path(c.Dossier), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	s = NewShelf(o.d, store)
	err = s.Look(context.Background())
	if _, ok := errors.AsType[*DamagedCopy](err); !ok || s.Now() != nil {
		t.Errorf("%v", err)
	}
	if again := s.Look(context.Background()); !errors.Is(again, err) {
		t.Errorf("the next one is told %v", again)
	}
	if err := s.Take(context.Background(), "a.txt", strings.NewReader(o.text), nil); err != nil || s.Look(context.Background()) != nil {
		t.Errorf("%v, %v", err, s.Look(context.Background()))
	}
}

// A copy that cannot be kept is there all the same, and it is said.
func TestShelfUnkept(t *testing.T) {
	o := originals(t)[0]
	dir := t.TempDir()
	if err := os.WriteFile(dir+"/sources", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s := NewShelf(o.d, NewStore(dir))
	err := s.Take(context.Background(), "a.txt", strings.NewReader(o.text), nil)
	if _, ok := errors.AsType[*Unkept](err); !ok || s.Now() == nil {
		t.Errorf("%v, %+v", err, s.Now())
	}
}
