package search

import (
	"context"
	"testing"
)

func index(t *testing.T, documents []Document, words Words) *Index {
	t.Helper()
	ix, err := Build(context.Background(), documents, words)
	if err != nil {
		t.Fatal(err)
	}
	return ix
}

func find(t *testing.T, ix *Index, text string) Results {
	t.Helper()
	r, err := ix.Find(context.Background(), text, 10)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestPartsBeside(t *testing.T) {
	ix := index(t, []Document{{Kind: Project, ID: "pier", Title: "A pier"}}, Words{})
	with, err := ix.With(context.Background(), "notes", []Document{{Kind: Note, ID: "1", Title: "Ask about the pier"}})
	if err != nil {
		t.Fatal(err)
	}
	without, err := with.With(context.Background(), "notes", nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		ix   *Index
		want int
	}{{"before", ix, 1}, {"with", with, 2}, {"without", without, 1}} {
		if r := find(t, c.ix, "pier"); r.Total != c.want || len(r.First(5)) != c.want {
			t.Errorf("%s: %d hits, want %d: %+v", c.name, r.Total, c.want, r)
		}
	}
}
