//go:build !js

package session

import (
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"sync"
	"testing"

	"beltroad/internal/kept"
)

// Two copies of the app share a folder. Neither takes back what the other has
// changed, whichever setting that is.
func TestTwoAtOnce(t *testing.T) {
	for _, field := range fields() {
		t.Run(field.Name, func(t *testing.T) {
			dir := t.TempDir()
			a, b := open(t, dir), open(t, dir)
			update(t, a, func(s *Settings) { *s = other(t, *s, field) })
			want := a.Settings()
			if want == Defaults() {
				t.Fatal("nothing has changed")
			}
			// b changes all else
			update(t, b, func(s *Settings) {
				for _, f := range fields() {
					if f.Name != field.Name {
						*s = other(t, *s, f)
					}
				}
			})
			got := open(t, dir).Settings()
			if got, want := of(got, field), of(want, field); got != want {
				t.Errorf("a set it to %v, after b has saved it is %v", want, got)
			}
			for _, f := range fields() {
				if f.Name != field.Name && of(got, f) != of(b.Settings(), f) {
					t.Errorf("b set %s to %v, it is %v", f.Name, of(b.Settings(), f), of(got, f))
				}
			}
		})
	}
}

// fields are all settings.
func fields() []reflect.StructField {
	return slices.DeleteFunc(reflect.VisibleFields(reflect.TypeFor[Settings]()), func(f reflect.StructField) bool { return f.Anonymous })
}

func of(s Settings, f reflect.StructField) string {
	return fmt.Sprint(reflect.ValueOf(s).FieldByIndex(f.Index))
}

// other is s with another value in a field.
func other(t *testing.T, s Settings, f reflect.StructField) Settings {
	t.Helper()
	v := reflect.ValueOf(&s).Elem().FieldByIndex(f.Index)
	switch {
	case f.Name == "Scheme":
		v.SetString("dark")
	case f.Name == "Ground":
		v.SetString("sepia")
	case v.Kind() == reflect.Bool:
		v.SetBool(!v.Bool())
	case f.Name == "Language":
		v.SetString("zh-Hans")
	case f.Name == "Sidebar":
		s.Sidebar = FoldedSidebar
	case f.Name == "Searches":
		s.Searches = s.Searches.With("rail")
	case f.Name == "Left":
		s.Left = s.Left.With("harbour", "map")
	case v.Kind() == reflect.Int:
		v.SetInt(v.Int() + 7)
	case v.Kind() == reflect.String:
		v.SetString("changed")
	default:
		t.Fatalf("the test has no other value for a %s", v.Kind())
	}
	return s
}

// Two that save at once, each a setting of its own, lose nothing.
func TestTwoSaveAtOnce(t *testing.T) {
	dir := t.TempDir()
	a, b := open(t, dir), open(t, dir)
	var both sync.WaitGroup
	for n := 1; n <= 50; n++ {
		both.Go(func() { update(t, a, func(s *Settings) { s.Width = 1000 + n }) })
		both.Go(func() { update(t, b, func(s *Settings) { s.Height = 1000 + n }) })
		both.Wait()
		if got := open(t, dir).Settings(); got.Width != 1000+n || got.Height != 1000+n {
			t.Fatalf("both saved %d, kept are %d and %d", 1000+n, got.Width, got.Height)
		}
	}
}

// One that changes the same setting again and again wins, as it is the last.
func TestTwoChangeTheSame(t *testing.T) {
	dir := t.TempDir()
	a, b := open(t, dir), open(t, dir)
	for _, place := range []string{"read/1", "read/2", "read/3"} {
		update(t, a, func(s *Settings) { s.Place = place })
		update(t, b, func(s *Settings) { s.Place = place + "0" })
		if got := open(t, dir).Settings().Place; got != place+"0" {
			t.Errorf("the last to save said %s0, kept is %s", place, got)
		}
	}
}

func TestChangeIsKeptBySave(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	s.Change(enlarge)
	if s.Settings().TextSize != 150 || open(t, dir).Settings() != Defaults() {
		t.Errorf("changed: %+v, kept: %+v", s.Settings(), open(t, dir).Settings())
	}
	if err := s.Save(); err != nil {
		t.Fatal(err)
	}
	if got := open(t, dir).Settings(); got != s.Settings() {
		t.Errorf("saved: %+v, kept: %+v", s.Settings(), got)
	}
	write(t, filepath.Join(dir, fileName), "torn") // by something else, while the app runs
	s.Change(func(s *Settings) { s.Place = "read/2" })
	if _, ok := errors.AsType[*kept.Damaged](s.Save()); !ok {
		t.Error("the torn file is not told of")
	}
	if got := open(t, dir).Settings(); got != s.Settings() {
		t.Errorf("saved over a torn file: %+v, kept: %+v", s.Settings(), got)
	}
}
