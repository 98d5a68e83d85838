package search

import (
	"context"
	"slices"
	"strings"
	"testing"
)

// A word and its plural come before another word of the stem, wherever these stand,
// and that is marked where nothing better is only. What it is called matters for
// the stem as well: training is no train in the synonyms, either.
func TestAnotherWordOfTheStemIsAnotherWord(t *testing.T) {
	words := Words{Synonyms: [][]string{{"train", "火车"}, {"training", "course"}}}
	ix := index(
		t, words,
		Document{Kind: Figure, ID: "courses", Title: "Training", Also: []string{"Authorized training"}},
		Document{Kind: Project, ID: "trains", Title: "A long name of something that moves", Body: []string{"Here trains run, as it was authorized by the authors of the training plan of the line, which is long"}},
		Document{Kind: Place, ID: "both", Title: "Trainers", Body: []string{"The author trains trainers"}},
	)
	for text, want := range map[string]string{"train": "both trains courses", "trains": "both trains courses", "author": "both trains courses", "training": "courses trains both", "course": "courses trains", "火车": "both trains"} {
		if got := foundBy(t, ix, text); got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
	for text, want := range map[string]string{"train": "Here [trains] run", "author": "the [authors] of"} {
		for _, h := range find(t, ix, text).First(3) {
			if _, body := h.Marked(); h.Document().ID == "trains" && (len(body.Marks) != 1 || !strings.Contains(marked(body), want)) {
				t.Errorf("%s: marked is %s, want %s", text, marked(body), want)
			}
		}
	}
	title, _ := find(t, ix, "author").First(3)[2].Marked()
	if h := find(t, ix, "train").First(3)[2]; title.Text != "Training" || h.Document().ID != "courses" {
		t.Errorf("%q, %q", title.Text, h.Document().ID)
	} else if title, _ := h.Marked(); marked(title) != "[Training]" {
		t.Errorf("where nothing is better, marked is %s", marked(title))
	}
}

func TestSingular(t *testing.T) {
	for word, want := range map[string]string{
		"trains": "train", "train": "train", "cities": "city", "city": "city", "courses": "course", "course": "course", "processes": "process", "process": "process", "branches": "branch",
		"taxes": "tax", "piraeus": "piraeus", "addis": "addis", "training": "training", "is": "is", "s": "s", "": "", "xes": "xe",
	} {
		if got := singular(word); got != want {
			t.Errorf("%s: got %s, want %s", word, got, want)
		}
	}
}

// A paragraph that is asked for by its number is found by that alone.
func TestParagraphsByNumber(t *testing.T) {
	var all []Document
	for _, n := range []string{"1", "9", "15"} {
		all = append(all, Document{Kind: Paragraph, ID: n, Title: "Trade", Also: []string{"¶" + n}, Keywords: []string{"paragraphs"}})
	}
	ix := index(t, Words{}, append(all, Document{Kind: Figure, ID: "figure", Title: "900 ships"})...)
	for text, want := range map[string][2]string{
		"¶9": {"9", ""}, "¶1": {"1 15", ""}, "¶ 15 trade": {"15", ""}, "¶ 900": {"", "¶900"}, "paragraph 15": {"15", ""}, "¶900": {"", "¶900"}, "paragraph 900": {"", "¶900"}, "Paragraphs 900": {"", "¶900"}, "15": {"15", ""}, "900": {"figure", ""},
	} {
		r := find(t, ix, text)
		if got := foundBy(t, ix, text); got != want[0] || r.Missing != want[1] {
			t.Errorf("%s: got %q, missing %q, want %q", text, got, r.Missing, want)
		}
	}
}

// The sign behind a number is asked for, too.
func TestPercent(t *testing.T) {
	ix := index(
		t, Words{Synonyms: [][]string{{"percent", "per cent", "%"}}},
		Document{Kind: Figure, ID: "many", Title: "40 ships"},
		Document{Kind: Figure, ID: "share", Title: "7 % of ships"},
		Document{Kind: Figure, ID: "said", Title: "40 percent of boats"},
	)
	for text, want := range map[string]string{"40 %": "said share many", "40%": "said share many", "%": "share said", "7 per cent": "share said"} {
		if got := foundBy(t, ix, text); got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}

// The hits of a kind are in the order of all, however many are asked for, and
// groups in that of their best.
func TestGroupsAndAllHaveOneOrder(t *testing.T) {
	ix := index(t, Words{}, harbour()...)
	for _, text := range []string{"railway", "ports", "freight railway", "of", "in:project", "nrothern"} {
		r := find(t, ix, text)
		var kinds []Kind
		of := map[Kind][]string{}
		for _, h := range r.First(100) {
			if !slices.Contains(kinds, h.Kind) {
				kinds = append(kinds, h.Kind)
			}
			of[h.Kind] = append(of[h.Kind], h.Document().ID)
		}
		few, err := ix.Find(context.Background(), text, 1)
		if err != nil {
			t.Fatal(err)
		}
		for i, g := range few.Groups {
			if g.Kind != kinds[i] || g.Hits[0].Document().ID != of[g.Kind][0] || r.Groups[i].Kind != g.Kind {
				t.Errorf("%s: group %d is %s with %s, want %s with %s", text, i, g.Kind, g.Hits[0].Document().ID, kinds[i], of[g.Kind][0])
			}
		}
	}
}
