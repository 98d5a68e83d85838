package data

import (
	"strings"
	"testing"
)

func TestDoubts(t *testing.T) {
	if doubts := Doubts(mustOpen(t, mapFS(goodFiles()))); len(doubts) != 0 {
		t.Errorf("a good dossier: %v", doubts)
	}
	for _, test := range []struct{ file, old, replacement, want string }{
		{"figures.csv", "2023-09", "9999", `figures.csv row 2, column period_end: found "9999", allowed: a year from 1000 to 2100`},
		{"figures.csv", "2021-12", "0001", `figures.csv row 2, column period_start: found "0001"`},
		{"figures.csv", ",,,2030,", ",,,2203,", `figures.csv row 3, column as_of: found "2203"`},
		{"figures.csv", "21 million", "over 150", `figures.csv row 2, column value: found 21000000 with the text "over 150", allowed: the number of the text`},
		{"projects.csv", "2021-12", "0202", `projects.csv row 2, column start: found "0202"`},
		{"projects.csv", "A port.", "A p\uFFFDrt.", `projects.csv row 3, column summary: found "A p�rt.", allowed: text without signs that were lost`},
		{"projects.csv", "A port.", strings.Repeat("A port. ", 2000), `projects.csv row 3, column summary: found 15999 bytes`},
		{"events.csv", "2021-12-03", "3021-12-03", `events.csv row 2, column date: found "3021-12-03"`},
		{"places.csv", "101.69,21.19", "0,0", `places.csv row 3, column lon, lat: found 0 and 0, allowed: the coordinates of the place`},
		{"places.csv", "LAO,101.68,21.18", "CHN,21.18,89", ``}, // near nothing, however it is read
		{"places.csv", "LAO,101.68,21.18", "CHN,21.18,89.68", `places.csv row 2, column lon, lat: found 21.18 and 89.68, allowed: a point near others of CHN`},
		{"routes.geojson", "[101.69, 21.19]", "[101.68, 21.18]", `routes.geojson, features[0].geometry.coordinates: found a line without length`},
		{"datapackage.json", "#6B4A9C", "#C0C0C0", `datapackage.json, pillarColors[0].light: found #C0C0C0, a contrast of 1.6 to its ground, allowed: at least 4.5`},
	} {
		files := with(edit(t, test.file, test.old, test.replacement))
		if test.want == "" {
			files["places.csv"] = strings.Replace(files["places.csv"], "mohan,Mohan,city,CHN,101.69,21.19", "mohan,Mohan,city,CHN,-101.69,21.19", 1)
		}
		doubts := Doubts(mustOpen(t, mapFS(files)))
		if test.want == "" && len(doubts) > 0 || test.want != "" && (len(doubts) == 0 || !strings.HasPrefix(doubts[0].String(), test.want)) {
			t.Errorf("want %s, got %v", test.want, doubts)
		}
	}
}

func TestSaysNumber(t *testing.T) {
	for _, q := range []Quantity{
		{Text: "over 230", Value: 230},
		{Text: "US$19.1 trillion", Value: 19.1e12},
		{Text: "0.7%-2.9%", Value: 0.7, Max: 2.9},
		{Text: "tens of billions", Value: 1e10, Max: 1e11},
		{Text: "3,150", Value: 3150},
		{Text: "3’150", Value: 3150},
		{Text: "3 150", Value: 3150},
		{Text: "4 in 10", Value: 40},
		{Text: "sixteen", Value: 16},
		{Text: "190万", Value: 1.9e6},
		{Text: "between 6 and 8", Value: 6, Max: 8},
		{Text: "minus 5", Value: -5},
		{Text: "0", Value: 0},
		{Text: "61.50%", Value: 61.5},
	} {
		if !saysNumber(q) {
			t.Errorf("%q does not say %v", q.Text, q.Value)
		}
	}
	for _, q := range []Quantity{{Text: "over 230", Value: 150}, {Text: "19.1 trillion", Value: 19.2e12}, {Text: "0", Value: 7}, {Text: "6 to 8", Value: 7, Max: 9}} {
		if saysNumber(q) {
			t.Errorf("%q says %v", q.Text, q.Value)
		}
	}
}

// What comes with the app gives no cause for doubt.
func TestNoDoubtsAboutBuiltin(t *testing.T) {
	if doubts := Doubts(mustOpen(t, Builtin())); len(doubts) != 0 {
		t.Error(doubts)
	}
}
