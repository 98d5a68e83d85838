package data

import (
	"strconv"
	"strings"
	"testing"
)

func itoa(n int) string { return strconv.Itoa(n) }

// oddJSON are the files that are no tables.
func oddJSON() []odd {
	const few = 4_000_000 // bytes
	fill := func(s string, size int) string { return strings.Repeat(s, size/len(s)) }
	one := func(name, file, old, replacement, told string) odd {
		o := odd{name: name, change: edited(file, old, replacement)}
		if told != "" {
			o.told = []string{told}
		}
		return o
	}
	whole := func(name, path, content, told string) odd {
		return odd{name: name, change: file(path, func(string) string { return content }), told: []string{told}}
	}
	const point = "[101.69, 21.19]"
	return append(oddJSONMended(), []odd{
		{name: "a mark", change: all(file("sources.json", marked), file("routes.geojson", marked), file("datapackage.json", marked))},
		{name: "returns", change: all(file("sources.json", returned), file("routes.geojson", returned), file("datapackage.json", returned))},
		one("heights", "routes.geojson", point, "[101.69, 21.19, 700.5]", ""),
		one("four numbers", "routes.geojson", point, "[101.69, 21.19, 700.5, 1]", "routes.geojson, features[0].geometry.coordinates[1]: found no position"),
		one("a member that nobody knows", "routes.geojson", `"type": "Feature",`, `"type": "Feature", "bbox": [1, 2, 3, 4], "crs": {},`, ""),
		one("another geometry", "routes.geojson", `"LineString"`, `"MultiLineString"`, `routes.geojson, features[0].geometry.type: found "MultiLineString"`),
		one("a project that is not there", "routes.geojson", `"north-line"`, `"south-line"`, `routes.geojson, features[0].properties.project: found "south-line"`),
		one("off the Earth", "routes.geojson", point, "[21.19, 101.69]", "routes.geojson, features[0].geometry.coordinates[1]: found [21.19, 101.69]"),
		one("a comment", "sources.json", `"type"`, `/* a type */ "type"`, "sources.json row 1: found broken JSON"),
		one("quotes of a word processor", "sources.json", `"A Title"`, "“A Title”", "sources.json row 1: found broken JSON"),
		one("a line break in a text", "sources.json", "A Title", "A\nTitle", "sources.json row 1: found broken JSON"),
		one("one member twice", "sources.json", `"type": "article-journal"`, `"type": "book", "TYPE": "article-journal"`, "sources.json row 1: found the member"),
		one("a user in an address", "sources.json", "https://example.org/a", "https://bank@example.org/a", `sources.json, [0].URL: found "https://bank@example.org/a"`),
		one("an address that runs", "sources.json", "https://example.org/a", "javascript:alert(1)", `sources.json, [0].URL: found "javascript:alert(1)"`),
		one("a sign of direction in a title", "sources.json", "A Title", "A \u202ETitle", "sources.json row 1: found a character that cannot be seen (U+202E)"),
		one("likewise, written in digits", "sources.json", "A Title", `A \u202ETitle`, `sources.json, [0].title: found "A \u202eTitle"`),
		one("a title that cannot be seen", "sources.json", "A Title", `\u200b`, `sources.json, [0].title: found "\u200b"`),
		one("a source that nothing names", "sources.json", `"id": "survey2020"`, `"id": "Survey 2020"`, `project_places.csv row 3, column source: found "survey2020"`),
		whole("an object", "sources.json", "{}", "sources.json: found no array"),
		whole("an empty array", "sources.json", "[]", "sources.json: found no sources"),
		whole("no text at all", "sources.json", "", "sources.json row 1: found broken JSON"),
		whole("objects of nothing", "sources.json", "["+fill("{},", few)+"{}]", "sources.json, [0].id: found "),
		whole("deep", "sources.json", fill("[", few/2)+fill("]", few/2), "sources.json row 1: found "),
		whole("less deep", "sources.json", strings.Repeat(`{"a":`, 40)+"1"+strings.Repeat("}", 40), "sources.json row 1: found deeply nested values"),
		whole("deep, and never closed", "routes.geojson", fill(`{"a":[`, few), "routes.geojson row 1: found broken JSON"),
		whole("a long text", "sources.json", `[{"id": "`+fill("x", few-20)+`"}]`, "sources.json, [0].id: found "),
		whole("a long number", "sources.json", `[{"id": "a", "volume": `+fill("9", few-40)+`}]`, "sources.json"),
		whole("too large", "sources.json", fill(" ", maxJSON+1), "sources.json: found a file that is too large"),
		{name: "a million points", change: edited("routes.geojson", point, fill("[0,0],", few)+"[1,1]"), told: []string{"routes.geojson, features: found"}},
		{name: "a million features", change: file("routes.geojson", func(string) string {
			return `{"type":"FeatureCollection","features":[` + fill("{},", few-100) + "{}]}"
		}), told: []string{"routes.geojson, features[0]", "reading stops at 100 problems"}},
		one("a folder above", "datapackage.json", `"path": "events.csv"`, `"path": "../events.csv"`, "datapackage.json, resources[5].path: found a path with . or .. in it"),
		one("an address for a path", "datapackage.json", `"path": "events.csv"`, `"path": "https://example.org/events.csv"`, "datapackage.json, resources[5].path: found a URL"),
		one("a device for a path", "datapackage.json", `"path": "events.csv"`, `"path": "nul.csv"`, "datapackage.json, resources[5].path: found the name of a Windows device"),
		one("a path of Windows", "datapackage.json", `"path": "events.csv"`, `"path": "tables\\events.csv"`, "datapackage.json, resources[5].path: found a character that not every platform allows"),
		one("a headline twice", "datapackage.json", `"masks"`, `"riders"`, `datapackage.json, headline[1]: found "riders", as in headline[0]`),
		{name: "a long headline", change: edited("datapackage.json", `"masks"`, `"masks"`+strings.Repeat(`, "growth"`, 498)), told: []string{"datapackage.json, headline: found 500 figures, allowed: at most 24"}},
		one("a dialect", "datapackage.json", `"path": "events.csv",`, `"path": "events.csv", "dialect": {"delimiter": ";"},`, "datapackage.json, resources[5].dialect"),
		one("another encoding", "datapackage.json", `"encoding": "utf-8"`, `"encoding": "gb18030"`, "datapackage.json, resources[0].encoding"),
		one("rows in the descriptor", "datapackage.json", `"path": "events.csv",`, `"path": "events.csv", "data": [],`, "datapackage.json, resources[5].data"),
		one("a language that is none", "datapackage.json", `"en-GB"`, `"english language"`, "datapackage.json, language: found"),
		one("a word twice", "datapackage.json", `{"id": "masks"`, `{"id": "percent"`, `datapackage.json, units[2].id: found "percent", as in units[1]`),
		{name: "many words", change: edited("datapackage.json", `{"id": "masks"`, strings.Repeat(`{"id":"x"},`, 50_000)+`{"id": "masks"`), told: []string{"datapackage.json"}},
		{name: "many resources", change: edited("datapackage.json", `"resources": [`, `"resources": [`+strings.Repeat(`{},`, 100_000)), told: []string{"datapackage.json, resources[0].name", "reading stops at 100 problems"}},
		whole("another program's settings", "datapackage.json", `{"name": "app", "version": "1.0.0", "dependencies": {}}`, "datapackage.json, $schema: found"),
		whole("a picture", "datapackage.json", "\x89PNG\r\n\x1A\n"+strings.Repeat("\x00\xFF", 1000), "datapackage.json"),
		{name: "no descriptor", change: func(_ testing.TB, files map[string]string) { delete(files, "datapackage.json") }, told: []string{"datapackage.json: found no such file"}},
		one("a near type", "sources.json", "article-journal", "article-jurnal", `sources.json, [0].type: found "article-jurnal"`),
		one("a near role", "datapackage.json", `"commitments"`, `"comitments"`, `datapackage.json, sections[2].role: found "comitments", allowed: results, front, principles, commitments, back; try: commitments`),
		one("a number in quotes", "routes.geojson", `"paragraph": 2`, `"paragraph": "2"`, "routes.geojson row 2, column features[0].properties.paragraph: found a JSON string"),
		one("a day or a month", "sources.json", "2024-01-05", "05/01/2024", `sources.json, [0].accessed: found "05/01/2024"`),
		one("a comma twice", "routes.geojson", `"LineString",`, `"LineString",,`, "routes.geojson row 3: found broken JSON"),
		one("a path to a file that is not there", "datapackage.json", `"path": "events.csv"`, `"path": "./happenings.csv"`, "datapackage.json, resources[5].path: found a path with . or .. in it"),
		one("an id in capitals that would be there twice", "datapackage.json", `"masks"`, `"Riders"`, `datapackage.json, headline[1]: found "Riders", allowed: id of a row in figures.csv`),
	}...)
}

// oddJSONMended are JSON files whose problems have one mend each.
func oddJSONMended() []odd {
	one := func(name, file, old, replacement, told string) odd {
		return odd{name: name, change: edited(file, old, replacement), told: []string{told}, mended: true}
	}
	return []odd{
		one("a comma too many", "routes.geojson", "]]}}]}", "]]}},]}", "routes.geojson row 3: found a comma before a closing bracket, allowed: one JSON value; try: the same text without the comma"),
		one("a comma too many in the descriptor", "datapackage.json", `"masks"`, `"masks" ,`, "datapackage.json row "),
		one("a comma too many in sources", "sources.json", `"A Survey"}`, `"A Survey",}`, "sources.json row 4: found a comma before a closing bracket"),
		one("a status in capitals", "routes.geojson", `"operating"`, `"Operating"`, `routes.geojson, features[0].properties.status: found "Operating", allowed: operating, planned, or null; try: operating`),
		one("a project by its words", "routes.geojson", `"north-line"`, `"North Line"`, `routes.geojson, features[0].properties.project: found "North Line"`),
		one("a type with a space", "sources.json", `"article-journal"`, `"Article Journal"`, `sources.json, [0].type: found "Article Journal"`),
		one("a date in words", "sources.json", "2024-01-05", "5 January 2024", `sources.json, [0].accessed.raw: found "5 January 2024"`),
		one("an address with spaces", "sources.json", "https://example.org/a", " https://example.org/a ", `sources.json, [0].URL: found " https://example.org/a "`),
		one("a line break in a title", "sources.json", "A Title", `A\nTitle`, `sources.json, [0].title: found "A\nTitle"`),
		one("a hidden sign in a title", "sources.json", "A Title", `A Ti\u200btle`, `sources.json, [0].title: found "A Ti\u200btle"`),
		one("a hidden sign in a publisher", "sources.json", "A Journal", `A\tJournal\u00ad`, `sources.json, [0].container-title: found "A\tJournal\u00ad"`),
		one("a hidden sign in the file", "sources.json", "A Title", "A Ti\u200Btle", "sources.json row 1: found a character that cannot be seen (U+200B), allowed: text that can be seen; try: the same text without what cannot be seen"),
		one("a name of words", "datapackage.json", `"name": "small"`, `"name": "Small"`, `datapackage.json, name: found "Small"`),
		one("a figure in capitals", "datapackage.json", `"masks"`, `"Masks"`, `datapackage.json, headline[1]: found "Masks"`),
		one("a role with a capital", "datapackage.json", `"commitments"`, `"Commitments"`, `datapackage.json, sections[2].role: found "Commitments"`),
		one("a layer with a capital", "datapackage.json", `"layer": "sea"`, `"layer": "Sea"`, `datapackage.json, kinds[1].layer: found "Sea"`),
		one("a line in capitals", "datapackage.json", `"dotted"`, `"DOTTED"`, `datapackage.json, statuses[1].line: found "DOTTED"`),
		one("a member in capitals", "datapackage.json", `"overview": false`, `"Overview": false`, `datapackage.json, layers[1].Overview: found an unknown member`),
		one("a colour without its sign", "datapackage.json", "#6B4A9C", "6B4A9C", `datapackage.json, pillarColors[0].light: found "6B4A9C"`),
		one("a path from the folder", "datapackage.json", `"path": "events.csv"`, `"path": "./events.csv"`, "datapackage.json, resources[5].path: found a path with . or .. in it"),
		{
			name: "a path of Windows to a file", change: all(edited("datapackage.json", `"path": "events.csv"`, `"path": "tables\\events.csv"`), func(_ testing.TB, files map[string]string) {
				files["tables/events.csv"] = files["events.csv"]
				delete(files, "events.csv")
			}), told: []string{"datapackage.json, resources[5].path: found a character that not every platform allows"}, mended: true,
		},
		{
			name: "many in JSON and in tables", change: all(edited("datapackage.json", `"dotted"`, `"Dotted",`), edited("sources.json", "article-journal", "Article Journal"),
				edited("routes.geojson", `"operating"`, `"OPERATING"`), put("figures.csv", 2, "claim", "REPORTED"), tables(marked), file("routes.geojson", returned)),
			told: []string{"datapackage.json row", `figures.csv row 2, column claim`, `sources.json, [0].type`, `routes.geojson, features[0].properties.status`}, mended: true,
		},
	}
}

func marked(s string) string { return "\xEF\xBB\xBF" + s }

func returned(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }
