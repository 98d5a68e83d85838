package data

import (
	"crypto/md5"
	"fmt"
	"strings"
	"testing"
)

// oddDoubts are read, and doubted.
func oddDoubts() []odd {
	one := func(name, file string, row int, column, text, doubt string) odd {
		return odd{name: name, change: put(file, row, column, text), meant: put(file, row, column, text), doubts: []string{doubt}}
	}
	hashed := func(stated func(content string) string) func(testing.TB, map[string]string) {
		return func(t testing.TB, files map[string]string) {
			t.Helper()
			edited("datapackage.json", `"path": "events.csv",`, `"path": "events.csv", `+stated(files["events.csv"])+`,`)(t, files)
		}
	}
	return []odd{
		one("a year far ahead", "figures.csv", 2, "period_end", "9999", `figures.csv row 2, column period_end: found "9999", allowed: a year from 1000 to 2100`),
		one("a year long ago", "figures.csv", 2, "period_start", "0001", `figures.csv row 2, column period_start: found "0001"`),
		one("two digits exchanged", "figures.csv", 3, "as_of", "2203", `figures.csv row 3, column as_of: found "2203"`),
		one("an event far ahead", "events.csv", 3, "date", "3023", `events.csv row 3, column date: found "3023"`),
		one("another number in the text", "figures.csv", 2, "text", "over 230", `figures.csv row 2, column value: found 21000000 with the text "over 230"`),
		one("thousands that are a decimal", "figures.csv", 2, "value", "21.000", `figures.csv row 2, column value: found 21`),
		one("a long cell", "projects.csv", 3, "summary", strings.Repeat("A port. ", 7500), "projects.csv row 3, column summary: found 59999 bytes"),
		one("a sign that was lost", "projects.csv", 3, "summary", "A p\uFFFDrt.", `projects.csv row 3, column summary: found "A p�rt."`),
		one("text decoded twice", "projects.csv", 3, "summary", "CafÃ© of the port.", `projects.csv row 3, column summary: found "CafÃ© of the port.", as UTF-8 looks that was read as Windows-1252, allowed: text that was decoded once; try: Café of the port.`),
		one("Chinese decoded twice", "projects.csv", 3, "summary", "æ¸¯ port", `projects.csv row 3, column summary: found "æ¸¯ port"`),
		one("an apostrophe decoded twice", "statements.csv", 3, "text", "Trains donâ€™t run.", `statements.csv row 3, column text: found "Trains donâ€™t run."`),
		one("a name decoded twice, in a pillar", "pillars.csv", 2, "name", "CaminhÃ£o", `pillars.csv, name: found "CaminhÃ£o"`),
		{
			name: "a point in the sea", change: all(put("places.csv", 3, "lon", "0"), put("places.csv", 3, "lat", "0")), meant: all(put("places.csv", 3, "lon", "0"), put("places.csv", 3, "lat", "0")),
			doubts: []string{"places.csv row 3, column lon, lat: found 0 and 0"},
		},
		{
			name: "longitude and latitude exchanged", change: all(put("places.csv", 2, "country", "CHN"), put("places.csv", 2, "lon", "21.18"), put("places.csv", 2, "lat", "89.68")),
			doubts: []string{"places.csv row 2, column lon, lat: found 21.18 and 89.68"},
		},
		{name: "a line without length", change: edited("routes.geojson", "[101.69, 21.19]", "[101.68, 21.18]"), doubts: []string{"routes.geojson, features[0].geometry.coordinates: found a line without length"}},
		{name: "a pale colour", change: edited("datapackage.json", "#6B4A9C", "#C0C0C0"), doubts: []string{"datapackage.json, pillarColors[0].light: found #C0C0C0"}},
		{name: "a hash that does not match", change: hashed(func(string) string { return `"hash": "d41d8cd98f00b204e9800998ecf8427e"` }), doubts: []string{"events.csv: found a file whose md5 is "}},
		{name: "a hash of another kind that does not match", change: hashed(func(string) string { return `"hash": "sha256:00"` }), doubts: []string{"events.csv: found a file whose sha256 is "}},
		{name: "another size", change: hashed(func(string) string { return `"bytes": 7` }), doubts: []string{"events.csv: found 100 bytes, allowed: as many as datapackage.json states, 7 bytes"}},
		{name: "a hash that matches", change: hashed(func(s string) string { return fmt.Sprintf(`"hash": "md5:%x", "bytes": %d`, md5.Sum([]byte(s)), len(s)) })}, // #nosec G401 -- what descriptors have
		{name: "a hash of an unknown kind", change: hashed(func(string) string { return `"hash": "crc32:00", "bytes": "many"` })},
		{
			name: "a doubt below blank rows", change: all(put("events.csv", 3, "date", "3023"), file("events.csv", func(s string) string { return strings.ReplaceAll(s, "\n", "\n\n") })),
			meant: put("events.csv", 3, "date", "3023"), doubts: []string{`events.csv row 5, column date: found "3023"`},
		},
	}
}

// What is not in Windows-1252, or reads well as it is, has not been decoded twice.
func TestDecodedOnce(t *testing.T) {
	for _, s := range []string{"", "plain", "Café", "«CAFÉ»", "Ærø", "港口", "È un’altra", "naïve – à la carte", "Ñandú", "½ €"} {
		if got := decodedOnce(s); got != "" {
			t.Errorf("%q was %q", s, got)
		}
	}
	for s, want := range map[string]string{
		"CafÃ©": "Café", "Ã‰tÃ© and Café": "Été and Café", "ä¸€å¸¦ä¸€è·¯": "一带一路", "10 â‚¬": "10 €",
	} {
		if got := decodedOnce(s); got != want {
			t.Errorf("%q was %q, want %q", s, got, want)
		}
	}
}
