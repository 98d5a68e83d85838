package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"beltroad/internal/spoken"
)

func TestOptionsNameEachKeyOnce(t *testing.T) {
	got := Options(map[string]bool{"b": true, "a": true, "c": true}, func(k string) string { return map[string]string{"a": "zebra", "b": "Ant", "c": "bee"}[k] })
	if want := []Option{{"b", "Ant"}, {"c", "bee"}, {"a", "zebra"}}; !slices.Equal(got, want) {
		t.Errorf("options %v, want %v", got, want)
	}
	if got := Options(nil, strings.ToUpper); len(got) != 0 {
		t.Errorf("no keys give %v", got)
	}
}

func TestFilterTellsTheKeptKey(t *testing.T) {
	var told []string
	f := NewFilter("All", []Option{{"a", "Ant"}, {"", "None"}}, nil, func(chosen *string) { told = append(told, keptKey(chosen)) })
	if f.Name() != "All" || f.Chosen() != nil {
		t.Errorf("at first it shows %q", f.Name())
	}
	choose(f, "Ant")
	choose(f, "None")
	choose(f, "All")
	if want := []string{"a", "", "all"}; !slices.Equal(told, want) {
		t.Errorf("it told of %q, want %q", told, want)
	}
	told = nil
	for key, want := range map[string]string{"a": "Ant", "": "None", "unknown": "All"} {
		if f.Set(&key); f.Name() != want {
			t.Errorf("set to %q it shows %q", key, f.Name())
		}
	}
	f.Set(nil)
	if f.Name() != "All" || len(told) > 0 {
		t.Errorf("set to all it shows %q, and told of %q", f.Name(), told)
	}
}

// Where something is chosen, the keys pass over a first choice that is not offered.
func TestFilterWithoutItsFirst(t *testing.T) {
	f := NewFilter("All", []Option{{"a", "Ant"}, {"b", "Bee"}}, nil, func(*string) {}).For("Insect")
	a := "a"
	f.Set(&a)
	f.First("None", false)
	var went []string
	for _, key := range []fyne.KeyName{fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft, fyne.KeyLeft} {
		f.TypedKey(&fyne.KeyEvent{Name: key})
		went = append(went, f.Name())
	}
	if want := []string{"Bee", "Ant", "Bee", "Ant"}; !slices.Equal(went, want) {
		t.Errorf("the keys go to %q, want %q", went, want)
	}
	f.First("None", true)
	if f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft}); f.Name() != "None" {
		t.Errorf("offered, they go to %q", f.Name())
	}
	var n spoken.Node
	if f.Told(&n); n.Name != "Insect" || n.Value != "None" {
		t.Errorf("told is %+v", n)
	}
}

func keptKey(chosen *string) string {
	if chosen == nil {
		return "all"
	}
	return *chosen
}

func TestCompareIgnoresCase(t *testing.T) {
	if got := slices.SortedFunc(slices.Values([]string{"b", "C", "a", "B"}), Compare); !slices.Equal(got, []string{"a", "b", "B", "C"}) {
		t.Errorf("sorted %q", got)
	}
}

// choose takes the choice of that name.
func choose(f *Filter, name string) { f.Choose(slices.Index(f.Names(), name)) }
