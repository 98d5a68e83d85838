package views

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/internal/export"
	"beltroad/views/route"
)

// The tour itself needs Fyne's real driver, so the tests of the whole program
// take it; what it draws is under test here, screen by screen.

func TestCheckPlace(t *testing.T) {
	for p, ok := range map[string]bool{"": true, "overview": true, "figure/trade-volume": true, "figure/not-there": true, "nowhere": false, "pillar": false, "read/": false} {
		if err := CheckPlace(p); (err == nil) != ok {
			t.Errorf("%q: %v", p, err)
		}
	}
}

// Pictures have names that every system takes, each another, and the same each time.
func TestNamesOfPictures(t *testing.T) {
	odd := []route.Route{
		place(t, "make?row=figures!2"), route.Comparison([]string{"a", "b"}), route.To(route.Search, `a "b": <c>|d\\e?*`), route.To(route.Figure, strings.Repeat("long-", 80)),
		route.To(route.Search, "con"), route.To(route.Search, "新城"), route.To(route.Figure, "con"),
	}
	for _, d := range []*data.Dossier{dossier(t), datatest.Open(t, fixture.Harbour())} {
		seen := map[string]bool{}
		for i, r := range append(Screens(d), odd...) {
			name := pictureName(i, r)
			if _, _, fault := export.CheckName(name, ".png"); fault != "" {
				t.Errorf("%s is saved as %s: %s", r, name, fault)
			}
			if lower := strings.ToLower(name); seen[lower] || name != pictureName(i, r) || strings.ContainsFunc(name, func(c rune) bool { return strings.ContainsRune("!?#=&'%", c) }) {
				t.Errorf("%s is saved as %s", r, name)
			}
			seen[strings.ToLower(name)] = true
		}
	}
	if got := pictureName(20, odd[0]); got != "21-make-row-figures-2.png" {
		t.Errorf("a row is saved as %s", got)
	}
}

// Nothing is shown of differences where no other source gives another number.
func TestNoSlideOfNoDifferences(t *testing.T) {
	folder := harbourIn(t)
	file := filepath.Join(folder, "second_sources.csv")
	whole, err := os.ReadFile(file) // #nosec G304 -- made by the test
	if err != nil {
		t.Fatal(err)
	}
	table := string(whole)
	for name, c := range map[string]struct {
		rows           string
		screens, slide bool
	}{
		"as it is":         {table, true, true},
		"no other sources": {table[:strings.Index(table, "\n")+1], false, false},
		"no other number":  {strings.ReplaceAll(table, ",differs,", ",other-scope,"), true, false},
	} {
		if err := os.WriteFile(file, []byte(c.rows), 0o600); err != nil {
			t.Fatal(err)
		}
		d := datatest.Open(t, os.DirFS(folder))
		screens, slide := false, false
		for _, r := range Screens(d) {
			screens = screens || r.Kind == route.Differences
		}
		for _, s := range Slides(d) {
			slide = slide || strings.HasPrefix(s.Place, string(route.Differences))
		}
		if screens != c.screens || slide != c.slide {
			t.Errorf("%s: among the screens %v, among slides %v", name, screens, slide)
		}
	}
}
