package notes

import (
	"bytes"
	"testing"
)

// Whatever is in a file, it is refused, or what is read is written and read again.
func FuzzFile(f *testing.F) {
	f.Add(exported(f, "JSON", manyNotes(f)[:2]))
	f.Add([]byte(`{"format":"beltroad.notes","version":1,"dossier":"harbour","notes":[],"deleted":[{"id":"a","changed":"2024-01-05T00:00:00Z"}]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		all, err := decode(b, "harbour")
		if err != nil {
			return
		}
		again, err := encode("harbour", all)
		if err != nil {
			t.Fatal(err)
		}
		same, err := decode(again, "harbour")
		if err != nil || len(same) != len(all) {
			t.Fatalf("%d notes of %d, %v", len(same), len(all), err)
		}
		for id, n := range all {
			if !n.equal(same[id]) {
				t.Errorf("%+v was written, %+v read", n, same[id])
			}
		}
	})
}

// Whatever is imported, it is refused, or each note is one that can be kept.
func FuzzRead(f *testing.F) {
	for form := range forms() {
		f.Add(exported(f, form, manyNotes(f)[1:3]))
	}
	f.Add([]byte("text;note\n'=1;\"{}\"\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		all, _, err := Read(b, "harbour")
		if err != nil {
			return
		}
		s, _ := Open("", "harbour")
		if _, _, err := s.Import(all); err != nil {
			t.Fatal(err)
		}
		var placed []Placed
		for _, n := range s.All() {
			placed = append(placed, Placed{Note: n, Fit: Fit{On: n.On}})
		}
		kept := exported(t, "JSON", placed)
		if _, err := decode(kept, "harbour"); err != nil {
			t.Fatalf("what was imported could not be read again: %v", err)
		}
	})
}

// Whatever a text is, it is the same in the end, in each form.
func FuzzRoundTrip(f *testing.F) {
	for _, text := range awkward {
		f.Add(text, text)
	}
	f.Fuzz(func(t *testing.T, text, passage string) {
		s, _ := Open("", "harbour")
		n := written(text)
		if c := Clean(passage); c != "" && len(c) < MostQuote {
			n.On, n.Anchor = par("2"), Anchor{Exact: c, Twins: 1}
		}
		n, err := s.Put(n, false)
		if err != nil {
			return
		}
		for form := range forms() {
			b := exported(t, form, []Placed{{Note: n, Fit: Fit{On: n.On}}})
			got, skipped, err := Read(b, "harbour")
			if err != nil || skipped > 0 || len(got) != 1 || !got[0].equal(n) {
				t.Fatalf("%s: %+v, %d, %v; want %+v", form, got, skipped, err, n)
			}
		}
	})
}

// Whatever an anchor and a text are, a note is found where its passage is, or not at all.
func FuzzFind(f *testing.F) {
	f.Add(freight, 30, 38, passengers, title)
	f.Fuzz(func(t *testing.T, was string, start, end int, one, other string) {
		c := &Corpus{layers: map[string][]text{}, byPrint: map[string]map[string][]int{}}
		c.put("", []text{{id: "1", text: was}, {id: "2", text: other}})
		a, ok := c.Anchor(par("1"), "", start, end)
		if !ok {
			return
		}
		if err := a.check(); err != nil {
			t.Fatal(err)
		}
		n := Note{On: par("1"), Anchor: a}
		if fit := c.Find(n); fit.Why != "" || fit.On != n.On || fit.Start != a.Start {
			if was != other || fit.Why == "" {
				t.Fatalf("in the same text: %+v", fit)
			}
		}
		now := &Corpus{layers: map[string][]text{}, byPrint: map[string]map[string][]int{}}
		now.put("", []text{{id: "1", text: one}, {id: "2", text: other}})
		fit := now.Find(n)
		if fit.Why != "" {
			return
		}
		text, _ := now.text(fit.On.ID)
		if !bytes.Equal([]byte(text[fit.Start:fit.End]), []byte(a.Exact)) {
			t.Fatalf("found %q, it was %q", text[fit.Start:fit.End], a.Exact)
		}
		if fit.On.ID == "2" && was != one && other != was {
			t.Fatalf("%q of %q is found in %q, which was there before", a.Exact, was, other)
		}
	})
}
