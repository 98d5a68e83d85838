package search_test

import (
	"context"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/internal/search"
)

// slip makes a typing error in the longest word of a text.
func slip(r *rand.Rand, text string) string {
	words := strings.Fields(text)
	at := 0
	for i, w := range words {
		if utf8.RuneCountInString(w) > utf8.RuneCountInString(words[at]) {
			at = i
		}
	}
	letters := []rune(words[at])
	i := 1 + r.IntN(len(letters)-2)
	switch r.IntN(4) {
	case 0:
		letters = append(letters[:i], letters[i+1:]...)
	case 1:
		letters = append(letters[:i+1], letters[i:]...)
	case 2:
		letters[i], letters[i+1] = letters[i+1], letters[i]
	default:
		letters[i] = 'a' + rune(r.IntN(26))
	}
	words[at] = string(letters)
	return strings.Join(words, " ")
}

// A typing error in the name of any project, place or country finds it all the
// same, within the first three.
func TestErrorsInNames(t *testing.T) {
	d := datatest.Open(t, data.Builtin())
	ix := of(t, d)
	r := rand.New(rand.NewPCG(1, 2)) // #nosec G404 -- the same each time
	tried, missed := 0, 0
	try := func(kind search.Kind, id, name string) {
		if utf8.RuneCountInString(name) < 5 {
			return
		}
		for range 20 {
			text := slip(r, name)
			res, err := ix.Find(context.Background(), text, 5)
			if err != nil {
				t.Fatal(err)
			}
			tried++
			ok := false
			for _, h := range res.First(3) {
				ok = ok || h.Kind == kind && h.Document().ID == id
			}
			if !ok {
				missed++
				t.Logf("%s: %q does not find it within three, but %q", name, text, res.Shown)
			}
		}
	}
	for _, p := range d.Projects() {
		try(search.Project, p.ID, p.Name)
	}
	for _, p := range d.Places() {
		try(search.Place, p.ID, p.Name)
	}
	t.Logf("%d of %d missed", missed, tried)
	if missed*100 > tried*2 {
		t.Errorf("%d of %d names with a typing error are not found", missed, tried)
	}
}
