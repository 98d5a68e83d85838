package lesson

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"math"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"beltroad/internal/likeness"
)

//go:embed schema.json
var schemaJSON []byte

// full is a lesson with every member.
func full() *Lesson {
	return &Lesson{
		Title: "Ports & <quays>, “again”", Language: "en", Dossier: Dossier{Name: "harbour", Version: "0.3.0"},
		Slides: []Slide{
			{ID: "opening", Form: Title, Section: "Opening", Title: "Ports", Text: "One line\nand [1, 2] more", Minutes: 1.5},
			{
				ID: "figure", Place: "figure/tideland-added?scroll=1", Title: "Mud", Notes: "Say \"mud\".", Ask: []string{"How much?", "Where?"}, Hidden: true,
				Predict: &Predict{Figure: "tideland-added", From: -5, To: 1e9},
				Shows:   []Shown{{likeness.Ref{Kind: likeness.Figure, ID: "tideland-added"}, likeness.Likeness{Words: "Tideland added", Prints: []string{"0123456789abcdef", ""}, Before: "edge"}}},
				Ink:     []Stroke{{Tool: Pen, Points: []float64{0, 1, 0.5, 0.25}}, {Tool: Marker, Points: []float64{0.1234, 0.5}}},
			},
			{ID: "ask", Form: Question, Title: "Why?"},
			{ID: "words", Form: Words, Text: "A\nB"},
		},
	}
}

func TestWrittenAndRead(t *testing.T) {
	b, err := Encode(full())
	if err != nil {
		t.Fatal(err)
	}
	got, err := Parse(b)
	if err != nil {
		t.Fatalf("%v\n%s", err, b)
	}
	if !reflect.DeepEqual(got, full()) {
		t.Errorf("got  %+v\nwant %+v", got, full())
	}
	again, err := Encode(got)
	if err != nil || !bytes.Equal(again, b) {
		t.Errorf("another spelling the second time: %v\n%s", err, again)
	}
	if !bytes.Contains(b, []byte(`"points": [0,1,0.5,0.25]`)) || !bytes.Contains(b, []byte(`and [1, 2] more`)) {
		t.Errorf("numbers are not in a line:\n%s", b)
	}
}

// A lesson that needs no later version is written as earlier programs read it.
func TestEarliestVersion(t *testing.T) {
	l := full()
	for _, c := range []struct{ want string }{{`"version": 2`}, {`"version": 1`}} {
		b, err := Encode(l)
		if err != nil || !bytes.Contains(b, []byte(c.want)) {
			t.Errorf("no %s, %v in\n%s", c.want, err, b)
		}
		l.Slides[1].Shows = nil
	}
}

// The lesson of the fixture dossier is spelled as Encode spells it.
func TestFixtureLesson(t *testing.T) {
	b, err := os.ReadFile("../../data/fixture/harbour/lessons/first-steps.lesson.json")
	if err != nil {
		t.Fatal(err)
	}
	l, err := Parse(b)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := Encode(l); err != nil || !bytes.Equal(again, b) {
		t.Errorf("%v\n%s", err, again)
	}
}

func TestCleaned(t *testing.T) {
	l := &Lesson{Title: " a\u202Eb\u0000\n c ", Dossier: Dossier{Name: "x"}, Slides: []Slide{{
		ID: "a", Form: Words, Text: "\r\none\ttwo\r\u2066three\u2029", Notes: "می\u200Cخواهم \u200B\uFEFF.", Ask: []string{"\u200B", "Why\n?"},
		Ink: []Stroke{{Tool: Pen, Points: []float64{1.0 / 3, 1}}},
	}}}
	b, err := Encode(l)
	if err != nil {
		t.Fatal(err)
	}
	got, err := Parse(b)
	if err != nil {
		t.Fatal(err)
	}
	want := &Lesson{Title: "ab  c", Dossier: Dossier{Name: "x"}, Slides: []Slide{{
		ID: "a", Form: Words, Text: "one two\nthree", Notes: "می\u200Cخواهم .", Ask: []string{"Why ?"}, Ink: []Stroke{{Tool: Pen, Points: []float64{0.3333, 1}}},
	}}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	// What an escape hides in a file is cleaned when it is read.
	hidden := strings.Replace(string(b), `"ab  c"`, `"a\u202eb\u0007\u2028"`, 1)
	if got, err := Parse([]byte(hidden)); err != nil || got.Title != "ab" {
		t.Errorf("%q, %v", got.Title, err)
	}
}

// small is a file with one slide, whose text is replaced.
const small = `{"format": "beltroad.lesson", "version": 1, "title": "T", "dossier": {"name": "d"}, "slides": [{"id": "a", "form": "title"}]}`

// refusals are files that are refused. Those that the schema takes are marked:
// it knows no sizes of files, ids that are there twice, and relations of numbers.
func refusals() []struct {
	name, old, new string
	reason         Reason
	slide          int
	member         string
	schemaTakes    bool
} {
	long := func(n int) string { return strings.Repeat("ä", n) }
	return []struct {
		name, old, new string
		reason         Reason
		slide          int
		member         string
		schemaTakes    bool
	}{
		{"empty", small, "", Damaged, 0, "", false},
		{"cut", `}]}`, `}]`, Damaged, 0, "", false},
		{"more", `}]}`, `}]} {}`, Damaged, 0, "", false},
		{"not UTF-8", `"T"`, "\"\xff\"", Damaged, 0, "", true},
		{"large", `"T"`, `"T"` + strings.Repeat(" ", MostFile), Large, 0, "", true},
		{"list", small, `[]`, Foreign, 0, "", false},
		{"notes", `beltroad.lesson`, `beltroad.notes`, Foreign, 0, "", false},
		{"no format", `"format": "beltroad.lesson", `, ``, Foreign, 0, "", false},
		{"newer", `"version": 1`, `"version": 3, "songs": []`, Newer, 0, "", false},
		{"older", `"version": 1`, `"version": 0`, Value, 0, "version", false},
		{"unknown", `"title": "T"`, `"title": "T", "colour": "red"`, Unknown, 0, "colour", false},
		{"unknown of a slide", `"form"`, `"colour": "red", "form"`, Unknown, 1, "colour", false},
		{"case", `"title": "T"`, `"Title": "T"`, Unknown, 0, "Title", false},
		{"twice", `"title": "T"`, `"title": "T", "title": "U"`, Twice, 0, "title", true},
		{"type", `"title": "T"`, `"title": 7`, Value, 0, "title", false},
		{"long title", `"T"`, `"` + long(MostTitle+1) + `"`, Long, 0, "title", false},
		{"long name", `"d"`, `"` + long(mostName+1) + `"`, Long, 0, "name", false},
		{"language", `"title": "T"`, `"title": "T", "language": "not a tag"`, Value, 0, "language", true},
		{"shows of version 1", `"form"`, `"shows": [{"kind": "figure", "id": "a"}], "form"`, Unknown, 0, "shows", false},
		{"shows what is no record", `1, "title": "T", "dossier": {"name": "d"}, "slides": [{`, `2, "title": "T", "dossier": {"name": "d"}, "slides": [{"shows": [{"kind": "song", "id": "a"}], `, Value, 1, "shows", false},
		{"shows no id", `1, "title": "T", "dossier": {"name": "d"}, "slides": [{`, `2, "title": "T", "dossier": {"name": "d"}, "slides": [{"shows": [{"kind": "figure", "id": ""}], `, Value, 1, "shows", false},
		{"shows a print that is none", `1, "title": "T", "dossier": {"name": "d"}, "slides": [{`, `2, "title": "T", "dossier": {"name": "d"}, "slides": [{"shows": [{"kind": "figure", "id": "a", "prints": ["xyz"]}], `, Value, 1, "shows", false},
		{"shows too much", `1, "title": "T", "dossier": {"name": "d"}, "slides": [{`, `2, "title": "T", "dossier": {"name": "d"}, "slides": [{"shows": [` + strings.Repeat(`{"kind": "figure", "id": "a"}, `, MostShown) + `{"kind": "figure", "id": "a"}], `, Many, 1, "shows", false},
		{"id", `"a"`, `"A b"`, Value, 1, "id", false},
		{"no id", `"id": "a", `, ``, Value, 1, "id", false},
		{"id twice", `{"id": "a", "form": "title"}`, `{"id": "a", "form": "title"}, {"id": "a", "form": "title"}`, Twice, 2, "id", true},
		{"bare", `, "form": "title"`, ``, Bare, 1, "", false},
		{"both", `"form"`, `"place": "map", "form"`, Bare, 1, "", false},
		{"form", `"form": "title"`, `"form": "film"`, Value, 1, "form", false},
		{"minutes", `"form"`, `"minutes": -1, "form"`, Value, 1, "minutes", false},
		{"many minutes", `"form"`, `"minutes": 601, "form"`, Value, 1, "minutes", false},
		{"long notes", `"form"`, `"notes": "` + long(MostNotes+1) + `", "form"`, Long, 1, "notes", false},
		{"long text", `"form"`, `"text": "` + long(MostText+1) + `", "form"`, Long, 1, "text", false},
		{"long section", `"form"`, `"section": "` + long(MostTitle+1) + `", "form"`, Long, 1, "section", false},
		{"long question", `"form"`, `"ask": ["` + long(MostTitle+1) + `"], "form"`, Long, 1, "ask", false},
		{"many questions", `"form"`, `"ask": [` + strings.Repeat(`"a", `, MostAsk) + `"a"], "form"`, Many, 1, "ask", false},
		{"long place", `"form": "title"`, `"place": "` + strings.Repeat("a", MostPlace+1) + `"`, Long, 1, "place", false},
		{"predict", `"form"`, `"predict": {"figure": "a", "from": 2, "to": 1}, "form"`, Value, 1, "predict", true},
		{"predict nothing", `"form"`, `"predict": {"figure": "", "from": 0, "to": 1}, "form"`, Value, 1, "predict", false},
		{"tool", `"form"`, `"ink": [{"tool": "brush", "points": [0, 0]}], "form"`, Value, 1, "ink", false},
		{"odd points", `"form"`, `"ink": [{"tool": "pen", "points": [0, 0, 1]}], "form"`, Value, 1, "ink", true},
		{"no points", `"form"`, `"ink": [{"tool": "pen", "points": []}], "form"`, Value, 1, "ink", false},
		{"points outside", `"form"`, `"ink": [{"tool": "pen", "points": [0, 1.01]}], "form"`, Value, 1, "ink", false},
		{"number too large", `"form"`, `"minutes": 1e999, "form"`, Value, 1, "minutes", false},
		{"many strokes", `"form"`, `"ink": [` + strings.Repeat(`{"tool": "pen", "points": [0, 0]},`, MostInk) + `{"tool": "pen", "points": [0, 0]}], "form"`, Many, 1, "ink", false},
		{"many slides", `{"id": "a", "form": "title"}`, strings.Repeat(`{"id": "a", "form": "title"},`, MostSlides) + `{"id": "a", "form": "title"}`, Many, 0, "slides", false},
	}
}

func TestRefused(t *testing.T) {
	seen := map[Reason]bool{}
	for _, c := range refusals() {
		text := strings.Replace(small, c.old, c.new, 1)
		if text == small {
			t.Fatalf("%s: nothing is replaced", c.name)
		}
		l, err := Parse([]byte(text))
		r, ok := errors.AsType[*Refused](err)
		if l != nil || !ok || r.Reason != c.reason || r.Slide != c.slide || r.Member != c.member {
			t.Errorf("%s: %+v, %v", c.name, l, err)
			continue
		}
		if r.Error() == "" {
			t.Errorf("%s: nothing is said", c.name)
		}
		seen[r.Reason] = true
	}
	for _, r := range Reasons() {
		if !seen[r] {
			t.Errorf("no file is refused as %s", r)
		}
	}
	if _, err := Parse([]byte("\uFEFF" + small)); err != nil {
		t.Errorf("with a byte order mark: %v", err)
	}
}

// Encode refuses what Parse would.
func TestNotWritten(t *testing.T) {
	for name, l := range map[string]*Lesson{
		"bare":   {Slides: []Slide{{ID: "a"}}},
		"number": {Slides: []Slide{{ID: "a", Form: Title, Minutes: math.NaN()}}},
		"title":  {Title: strings.Repeat("a", MostTitle+1)},
	} {
		if b, err := Encode(l); err == nil {
			t.Errorf("%s: %s", name, b)
		}
	}
	if b, err := Encode(&Lesson{}); err != nil {
		t.Errorf("an empty lesson: %v", err)
	} else if _, err := Parse(b); err != nil {
		t.Errorf("an empty lesson: %v", err)
	}
}

// The schema takes what Parse takes, and refuses what it refuses.
func TestSchema(t *testing.T) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(schemaJSON))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	takes := func(text []byte) error {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			return err
		}
		return schema.Validate(v)
	}
	for _, l := range []*Lesson{full(), {}, {Slides: []Slide{{ID: "a", Place: "map", Text: strings.Repeat("ä", MostText), Notes: strings.Repeat("本", MostNotes)}}}} {
		b, err := Encode(l)
		if err != nil {
			t.Fatal(err)
		}
		if err := takes(b); err != nil {
			t.Errorf("refused: %v\n%.400s", err, b)
		}
	}
	for _, r := range refusals() {
		if err := takes([]byte(strings.Replace(small, r.old, r.new, 1))); (err == nil) != r.schemaTakes {
			t.Errorf("%s: %v", r.name, err)
		}
	}
}

// Whatever is in a file, it is refused, or what is read is written and read again.
func FuzzParse(f *testing.F) {
	b, err := Encode(full())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Add([]byte(small))
	for _, c := range refusals() {
		if len(c.new) < 1000 {
			f.Add([]byte(strings.Replace(small, c.old, c.new, 1)))
		}
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		l, err := Parse(b)
		if err != nil {
			if _, ok := errors.AsType[*Refused](err); !ok {
				t.Fatalf("%T: %v", err, err)
			}
			return
		}
		again, err := Encode(l)
		if err != nil {
			t.Fatal(err)
		}
		if !json.Valid(again) {
			t.Fatalf("no JSON: %s", again)
		}
		same, err := Parse(again)
		if err != nil || !reflect.DeepEqual(l, same) {
			t.Fatalf("got  %+v, %v\nwant %+v", same, err, l)
		}
	})
}
