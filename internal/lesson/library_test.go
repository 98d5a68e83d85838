package lesson

import (
	"testing"

	"beltroad/data/datatest"
	"beltroad/data/fixture"
)

func TestLibrary(t *testing.T) {
	shelf, err := OpenShelf("")
	if err != nil {
		t.Fatal(err)
	}
	l := NewLibrary(datatest.Open(t, fixture.Harbour()), shelf)
	ready, own, ok := l.Find("first-steps")
	if !ok || own != nil || len(ready.Slides) != 3 || l.Count() != 1 {
		t.Fatalf("%t, %+v, %d", ok, ready, l.Count())
	}
	b, err := Encode(ready)
	if err != nil {
		t.Fatal(err)
	}
	if id, err := l.Import(b); id != "first-steps" || err != nil || l.Count() != 1 {
		t.Errorf("a lesson that is ready is there twice: %s, %v", id, err)
	}
	other, err := Encode(of("a"))
	if err != nil {
		t.Fatal(err)
	}
	first, err := l.Import(other)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := l.Import(other); again != first || err != nil || l.Count() != 2 {
		t.Errorf("the same file is there twice: %s, %s, %v", first, again, err)
	}
	if _, own, ok := l.Find(first); !ok || own == nil {
		t.Error("what was imported cannot be edited")
	}
	if _, err := l.Import(b[:20]); err == nil || l.Count() != 2 {
		t.Error("half a file is taken")
	}
	if _, _, ok := l.Find("gone"); ok {
		t.Error("what is not there is found")
	}
}
