package data

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestProblemString(t *testing.T) {
	tests := []struct {
		problem Problem
		want    string
	}{
		{Problem{"figures.csv", 12, "unit", `"country"`, "countries, cities", "", false}, `figures.csv row 12, column unit: found "country", allowed: countries, cities`},
		{Problem{"figures.csv", 12, "unit", `"country"`, "countries, cities", "countries", false}, `figures.csv row 12, column unit: found "country", allowed: countries, cities; try: countries`},
		{Problem{"figures.csv", 12, "", "5 cells", "17", "", false}, `figures.csv row 12: found 5 cells, allowed: 17`},
		{Problem{"routes.geojson", 0, "features[1].type", `"x"`, "Feature", "", false}, `routes.geojson, features[1].type: found "x", allowed: Feature`},
		{Problem{"events.csv", 0, "", "no such file", "a file", "", false}, `events.csv: found no such file, allowed: a file`},
		{Problem{Found: "and 7 more problems"}, "and 7 more problems"},
	}
	for _, test := range tests {
		if got := test.problem.String(); got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
}

func TestQuoted(t *testing.T) {
	tests := map[string]string{
		"":                          `""`,
		"five":                      `"five"`,
		"a\x1b[31mb\n":              `"a\x1b[31mb\n"`,
		"a\u202Eb":                  `"a\u202eb"`,
		"\xFF":                      `"\xff"`,
		"港口":                        `"港口"`,
		strings.Repeat("港", 60):     `"` + strings.Repeat("港", 60) + `"`,
		strings.Repeat("港", 61):     `"` + strings.Repeat("港", 60) + `…"`,
		strings.Repeat("x", 10_000): `"` + strings.Repeat("x", 60) + `…"`,
	}
	for s, want := range tests {
		if got := quoted(s); got != want {
			t.Errorf("quoted(%q) = %s, want %s", s, got, want)
		}
	}
}

// All problems come at once: sorted by file, row and column.
func TestProblemsAllAtOnce(t *testing.T) {
	files := goodFiles()
	files["routes.geojson"] = "{"
	files["places.csv"] = strings.NewReplacer("LAO", "Laos", "101.68", "east", "CHN", "").Replace(files["places.csv"])
	files["figures.csv"] = strings.NewReplacer("riders,rail", "riders,roads", "passengers", "country", "masks,,,", "masks,,nothing,", ",range,", ",between,").Replace(files["figures.csv"])
	files["events.csv"] = strings.Replace(files["events.csv"], "2021-12-03", "2021-13", 1)
	ps := refused(t, mapFS(files))
	var got []string
	for _, p := range ps {
		got = append(got, fmt.Sprintf("%s %d %s", p.File, p.Row, p.Column))
	}
	want := []string{
		"events.csv 2 date",
		"figures.csv 2 pillar", // met last, when the pillars are known
		"figures.csv 2 unit",
		"figures.csv 3 comparator",
		"figures.csv 4 project",
		"places.csv 2 country",
		"places.csv 2 lon",
		"places.csv 3 country",
		"routes.geojson 1 ",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	for range 20 {
		if again := refused(t, mapFS(files)); !slices.Equal(again, ps) {
			t.Fatalf("another order:\n%v\n\n%v", ps, again)
		}
	}
}

// A hostile file cannot flood the report.
func TestReadingStops(t *testing.T) {
	files := goodFiles()
	files["events.csv"] = "id,date,label,project,paragraph\n" + strings.Repeat("speech-1,2023,A speech,,1\n", 1001)
	files["places.csv"] = "wrong header\n"
	ps := refused(t, mapFS(files))
	if len(ps) != MaxProblems+1 {
		t.Fatalf("%d problems, want %d", len(ps), MaxProblems+1)
	}
	if got, want := ps[MaxProblems].String(), "reading stops at 100 problems: there may be more"; got != want {
		t.Errorf("the last line is %q, want %q", got, want)
	}
}

// Nor can a value, or send a terminal anything but text.
func TestProblemsStayShort(t *testing.T) {
	changes := []map[string]string{
		edit(t, "figures.csv", ",1.5,2.5,", ",1"+strings.Repeat("0", 300)+",2,"),
		edit(t, "figures.csv", ",exact,", ","+strings.Repeat("exact", 1000)+","),
		edit(t, "routes.geojson", "101.68", strings.Repeat("9", 10_000)),
		edit(t, "sources.json", `"volume": 7`, `"language": `+strings.Repeat("9", 10_000)),
		edit(t, "datapackage.json", `"required": true`, `"required": true, "minLength": "`+strings.Repeat("x", 10_000)+`"`),
		edit(t, "datapackage.json", `"type": "integer"`, `"type": "\u009b\u001b\u202e"`),
		edit(t, "datapackage.json", `"path": "events.csv"`, `"path": "\u009b\u001b\u202e`+strings.Repeat("x", 10_000)+`"`),
	}
	for _, changed := range changes {
		_, err := Open(mapFS(with(changed)))
		checkReport(t, nil, err)
	}
}

// What refers to a table or sources that could not be read is not reported as well.
func TestBrokenTableHidesNoCause(t *testing.T) {
	for _, table := range []string{"pillars", "projects", "paragraphs", "places", "statements"} {
		files := goodFiles()
		files[table+".csv"] = strings.Replace(files[table+".csv"], ",", `,"`, 8)
		for _, p := range refused(t, mapFS(files)) {
			if p.File != table+".csv" {
				t.Errorf("with a broken %s: %v", table, p)
			}
		}
	}
	for _, sources := range []string{"", "[]", `[{"id": "writer2023", "type": "book", "title": "A"}, 7]`, `[{"id": "writer2023", "type": "book", "title": "A"}, {}]`} {
		for _, p := range refused(t, mapFS(with(map[string]string{"sources.json": sources}))) {
			if p.File != "sources.json" {
				t.Errorf("with the sources %q: %v", sources, p)
			}
		}
	}
}
