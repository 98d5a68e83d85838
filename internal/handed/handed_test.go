package handed

import (
	"slices"
	"testing"
)

func TestFilesWaitUntilTheyAreOpened(t *testing.T) {
	f := Listen()
	var opened []string
	f.take("")
	f.take("first")
	f.take("second")
	f.Open(func(path string) { opened = append(opened, path) })
	f.take("third")
	f.take("")
	if want := []string{"first", "second", "third"}; !slices.Equal(opened, want) {
		t.Errorf("%q are opened, not %q", opened, want)
	}
	f = Listen()
	for range 1000 {
		f.take("again")
	}
	n := 0
	if f.Open(func(string) { n++ }); n == 0 || n > 100 {
		t.Errorf("%d of 1000 wait", n)
	}
}
