package data

import (
	"slices"
	"strings"
	"testing"
)

// refusal is a good file with one thing wrong, and how the line begins that
// says so.
type refusal struct {
	file, old, replacement string
	want                   string
}

func checkRefusals(t *testing.T, tests []refusal) {
	t.Helper()
	for _, test := range tests {
		t.Run(test.want, func(t *testing.T) {
			ps := refused(t, mapFS(with(edit(t, test.file, test.old, test.replacement))))
			if !slices.ContainsFunc(ps, func(p Problem) bool { return strings.HasPrefix(p.String(), test.want) }) {
				t.Errorf("got:\n%v", ps)
			}
		})
	}
}

func TestOpenRefusesFigures(t *testing.T) {
	checkRefusals(t, []refusal{
		{"figures.csv", "passengers", "country", `figures.csv row 2, column unit: found "country", allowed: passengers, percent, masks, EUR, rank`},
		{"figures.csv", ",1.5,2.5,", `,"1,5",2.5,`, `figures.csv row 3, column value: found "1,5", allowed: a number in plain digits with a decimal point, like 1234.5`},
		{"figures.csv", ",21000000,", ",NaN,", `figures.csv row 2, column value: found "NaN"`},
		{"figures.csv", ",21000000,", ",nan,", `figures.csv row 2, column value: found "nan"`},
		{"figures.csv", ",21000000,", ",Inf,", `figures.csv row 2, column value: found "Inf"`},
		{"figures.csv", ",21000000,", ",-Infinity,", `figures.csv row 2, column value: found "-Infinity"`},
		{"figures.csv", ",21000000,", ",1e999,", `figures.csv row 2, column value: found "1e999"`},
		{"figures.csv", ",21000000,", ",0x1p4,", `figures.csv row 2, column value: found "0x1p4"`},
		{"figures.csv", ",21000000,", ",21_000_000,", `figures.csv row 2, column value: found "21_000_000"`},
		{"figures.csv", ",21000000,", ",.5,", `figures.csv row 2, column value: found ".5"`},
		{"figures.csv", ",21000000,", ",5.,", `figures.csv row 2, column value: found "5."`},
		{"figures.csv", ",21000000,", ",+5,", `figures.csv row 2, column value: found "+5"`},
		{"figures.csv", ",21000000,", ",1e-400,", `figures.csv row 2, column value: found "1e-400"`},
		{"figures.csv", ",21000000,", ",1E,", `figures.csv row 2, column value: found "1E"`},
		{"figures.csv", ",21000000,", ",1e5e5,", `figures.csv row 2, column value: found "1e5e5"`},
		{"figures.csv", ",21000000,", ",21 000 000,", `figures.csv row 2, column value: found "21 000 000", allowed: a number in plain digits with a decimal point, like 1234.5; try: 21000000`},
		{"figures.csv", ",21000000,", `,"21,5",`, `figures.csv row 2, column value: found "21,5", allowed: a number in plain digits with a decimal point, like 1234.5; try: 21.5`},
		{"figures.csv", ",21000000,,", ",21000000,20,", `figures.csv row 2, column value_max: found "20", allowed: an empty cell, unless comparator is range or order`},
		{"figures.csv", "2023-09", "17/9/2023", `figures.csv row 2, column period_end: found "17/9/2023", allowed: a date like 2013, 2021-12 or 2023-10-17; try: 2023-09-17`},
		{"figures.csv", "2023-09", "9/10/2023", `figures.csv row 2, column period_end: found "9/10/2023", allowed: a date like 2013, 2021-12 or 2023-10-17`},
		{"figures.csv", ",Growth,", ",\u2800\u3164,", `figures.csv row 3, column label: found "`},
		{"figures.csv", ",21000000,", ",-,", `figures.csv row 2, column value: found "-"`},
		{"figures.csv", ",21000000,", ",,", `figures.csv row 2, column value: found an empty cell, allowed: a number`},
		{"figures.csv", "2023-09", "2023-13", `figures.csv row 2, column period_end: found "2023-13", allowed: a date like 2013, 2021-12 or 2023-10-17`},
		{"figures.csv", "2023-09", "2023-02-29", `figures.csv row 2, column period_end: found "2023-02-29", allowed: a date`},
		{"figures.csv", "2023-09", "2021-11", `figures.csv row 2, column period_end: found "2021-11", allowed: a date not before period_start, 2021-12`},
		{"figures.csv", ",1.5,2.5,", ",1.5,,", `figures.csv row 3, column value_max: found an empty cell, allowed: the upper bound, as comparator is range`},
		{"figures.csv", ",100000000000,", ",,", `figures.csv row 4, column value_max: found an empty cell, allowed: the upper bound, as comparator is order`},
		{"figures.csv", ",1.5,2.5,", ",1.5,0.5,", `figures.csv row 3, column value_max: found "0.5", allowed: a number above value, 1.5`},
		{"figures.csv", ",1.5,2.5,", ",1.5,1.5,", `figures.csv row 3, column value_max: found "1.5", allowed: a number above value, 1.5`},
		{"figures.csv", ",21000000,,", ",21000000,22000000,", `figures.csv row 2, column value_max: found "22000000", allowed: an empty cell, unless comparator is range or order`},
		{"figures.csv", ",exact,", ",exactly,", `figures.csv row 2, column comparator: found "exactly", allowed: exact, over, under, about, range, order, rank`},
		{"figures.csv", ",exact,", ",rank,", `figures.csv row 2, column unit: found "passengers" with comparator "rank", allowed: unit rank with comparator rank`},
		{"figures.csv", ",rank,rank,", ",over,rank,", `figures.csv row 5, column unit: found "rank" with comparator "over"`},
		{"figures.csv", ",4,,rank", ",4.5,,rank", `figures.csv row 5, column value: found "4.5", allowed: a rank: a whole number from 1`},
		{"figures.csv", ",4,,rank", ",0,,rank", `figures.csv row 5, column value: found "0", allowed: a rank`},
		{"figures.csv", "growth,rail,,", "growth,roads,,", `figures.csv row 3, column pillar: found "roads", allowed: id of a row in pillars.csv`},
		{"figures.csv", "rail,north-line,", "rail,no-line,", `figures.csv row 2, column project: found "no-line", allowed: id of a row in projects.csv`},
		{"figures.csv", "reported,A. Writer,2,", "reported,A. Writer,99,", `figures.csv row 2, column paragraph: found "99", allowed: n of a row in paragraphs.csv`},
		{"figures.csv", "reported,A. Writer,2,", "reported,A. Writer,02,", `figures.csv row 2, column paragraph: found "02", allowed: a whole number in plain digits`},
		{"figures.csv", "reported,A. Writer,2,", "achieved,A. Writer,2,", `figures.csv row 2, column claim: found "achieved", allowed: reported, estimate, commitment, opinion`},
		{"figures.csv", "growth,", "riders,", `figures.csv row 3, column id: found "riders", as in row 2, allowed: a value that no other row has`},
		{"figures.csv", "growth,", "Growth_1,", `figures.csv row 3, column id: found "Growth_1", allowed: lower-case words joined by hyphens, like trade-volume; try: growth-1`},
		{"figures.csv", "growth,", "-growth,", `figures.csv row 3, column id: found "-growth"`},
		{"figures.csv", "growth,", "gro--wth,", `figures.csv row 3, column id: found "gro--wth"`},
		{"figures.csv", "growth,", ",", `figures.csv row 3, column id: found an empty cell`},
	})
}

// Cells of the other tables, likewise.
func TestOpenRefusesCells(t *testing.T) {
	checkRefusals(t, []refusal{
		{"projects.csv", "2;3,Its", "2;33,Its", `projects.csv row 2, column paragraphs: found "33", allowed: n of a row in paragraphs.csv`},
		{"projects.csv", "2;3,Its", "2;;3,Its", `projects.csv row 2, column paragraphs: found "2;;3", allowed: whole numbers separated by ; like 4;11; try: 2;3`},
		{"projects.csv", "2;3,Its", "2;3;2,Its", `projects.csv row 2, column paragraphs: found "2" twice in a list, allowed: each item once`},
		{"projects.csv", "2;3,Its", "2;two,Its", `projects.csv row 2, column paragraphs: found "two" in a list`},
		{"projects.csv", "2;3,Its", strings.Repeat("2;", 200) + "3,Its", `projects.csv row 2, column paragraphs: found 201 items, allowed: a list of at most 200`},
		{"projects.csv", "CHN;LAO", "CHN;LAOZ", `projects.csv row 2, column countries: found "LAOZ" in a list, allowed: ISO 3166-1 alpha-3 codes`},
		{"projects.csv", "CHN;LAO", "CHN,LAO", `projects.csv row 2: found 12 cells, allowed: 11, one for each column`},
		{"projects.csv", "operating", "finished", `projects.csv row 2, column status: found "finished", allowed: operating, planned`},
		{"pillars.csv", "sea,1", "sea,2", `pillars.csv row 3, column order: found "2", as in row 2, allowed: a value that no other row has`},
		{"pillars.csv", "sea,1", "sea,0", `pillars.csv row 3, column order: found "0", allowed: a whole number in plain digits from 1`},
		{"places.csv", "101.68,21.18", "181,21.18", `places.csv row 2, column lon: found "181", allowed: a number in plain digits with a decimal point, like 1234.5 from -180 to 180`},
		{"places.csv", "101.68,21.18", "101.68,-90.01", `places.csv row 2, column lat: found "-90.01"`},
		{"places.csv", "101.68,21.18", "NaN,21.18", `places.csv row 2, column lon: found "NaN"`},
		{"places.csv", "LAO", "lao", `places.csv row 2, column country: found "lao", allowed: the ISO 3166-1 alpha-3 code of a country, like LAO; try: LAO`},
		{"places.csv", "LAO", "SUN", `places.csv row 2, column country: found "SUN"`},
		{"places.csv", "LAO", "XKX", `places.csv row 2, column country: found "XKX"`},
		{"second_sources.csv", "riders,survey2020", "walkers,survey2020", `second_sources.csv row 2, column figure: found "walkers", allowed: id of a row in figures.csv`},
		{"second_sources.csv", "riders,survey2020", "riders,writer2023", `second_sources.csv row 2, column source: found "writer2023", allowed: id of a source after the first, which is the presented one`},
		{"second_sources.csv", "20000000,,about,passengers", "20000000,,about,", `second_sources.csv row 2, column value, comparator, unit: found some of them, allowed: all three, or none`},
		{"synonyms.csv", "line;track", "line", `synonyms.csv row 3, column words: found "line", allowed: at least two words, with ; between them`},
		{"second_sources.csv", "differs,independent", "wrong,independent", `second_sources.csv row 2, column relation: found "wrong", allowed: same, other-date, other-scope, differs, context`},
		{"project_places.csv", "mohan", "boten", `project_places.csv row 3, column project, place, role: found "north-line, boten, terminus", as in row 2`},
		{"project_places.csv", "mohan", "hanoi", `project_places.csv row 3, column place: found "hanoi", allowed: id of a row in places.csv`},
		{"project_places.csv", "mohan,terminus", "mohan,stop", `project_places.csv row 3, column role: found "stop", allowed: terminus, port, site, host, seat`},
		{"project_places.csv", "terminus,2,", "terminus,,", `project_places.csv row 2, column paragraph, source: found two empty cells, allowed: one of the two: `},
		{"project_places.csv", "terminus,2,", "terminus,2,survey2020", `project_places.csv row 2, column paragraph, source: found "2" and "survey2020", allowed: one of the two: `},
		{"project_places.csv", "terminus,2,", "terminus,two,survey2020", `project_places.csv row 2, column paragraph, source: found "two" and "survey2020"`},
		{"project_places.csv", "terminus,2,", "terminus,9,", `project_places.csv row 2, column paragraph: found "9", allowed: n of a row in paragraphs.csv`},
		{"project_places.csv", "survey2020", "survey2021", `project_places.csv row 3, column source: found "survey2021", allowed: id of a source after the first, which is the presented one`},
		{"project_places.csv", "survey2020", "writer2023", `project_places.csv row 3, column source: found "writer2023", allowed: id of a source after the first`},
		{"events.csv", "north-line,2\n", "north-line,\n", `events.csv row 2, column paragraph, source: found two empty cells, allowed: one of the two: who says it`},
		{"events.csv", "2021-12-03", "3 December 2021", `events.csv row 2, column date: found "3 December 2021"`},
		{"events.csv", "2021-12-03", "", `events.csv row 2, column date: found an empty cell`},
		{"paragraphs.csv", "4,III", "5,III", `paragraphs.csv row 5, column n: found "5", allowed: 4, as paragraphs are numbered from 1 without a gap`},
		{"paragraphs.csv", "4,III", "4,IV", `paragraphs.csv row 5, column section: found "IV", allowed: front, I, III, back; try: I`},
		{"statements.csv", "results,,I", "results,result-sea,I", `statements.csv row 2, column parent: found a circle: results under result-sea under results, allowed: a statement that does not stand under this one`},
		{"statements.csv", "tasks,,", "tasks,tasks,", `statements.csv row 5, column parent: found a circle: tasks under tasks`},
		{"statements.csv", "tasks,,", "tasks,duties,", `statements.csv row 5, column parent: found "duties", allowed: id of a row in statements.csv`},
	})
}

// A file with something wrong as a whole, and the one line that says so.
func TestOpenRefusesFiles(t *testing.T) {
	good := goodFiles()
	long := strings.Repeat("x", maxRow)
	tests := []struct {
		file, content string
		want          string
	}{
		{"events.csv", "", "events.csv: found an empty file, allowed: a header row: id,date,label,project,paragraph"},
		{"events.csv", "\xFF\xFEi\x00d\x00", "events.csv: found UTF-16 text"},
		{"events.csv", "PK\x03\x04\x14\x00", "events.csv: found a spreadsheet or another packed file, allowed: UTF-8 text; try: save it from the spreadsheet as CSV UTF-8"},
		{"events.csv", strings.ReplaceAll(good["events.csv"], "A speech", "A sp\xE9ech"), `events.csv row 3: found Windows-1252 text, like "spéech", allowed: UTF-8 text; try: the same text in UTF-8`},
		{"events.csv", strings.ReplaceAll(good["events.csv"], "A speech", "A\x00speech"), `events.csv row 3, column label: found "A\x00speech", with a control character (U+0000)`},
		{"events.csv", strings.ReplaceAll(good["events.csv"], "A speech", "A\u0085speech"), `events.csv row 3, column label: found "A\u0085speech", with a control character (U+0085)`},
		{"events.csv", strings.ReplaceAll(good["events.csv"], "A speech", "A\u2028speech"), `events.csv row 3, column label: found "A\u2028speech", with a control character (U+2028)`},
		{"events.csv", strings.ReplaceAll(good["events.csv"], "A speech", `A "good" speech`), `events.csv row 3, column label: found "A \"good\" speech", with a quote though it does not begin with one, allowed: cells with a quote in "quotes", each quote in them twice; try: A "good" speech`},
		{"events.csv", strings.ReplaceAll(good["events.csv"], "A speech", long), "events.csv row 3: found a row that is too long, allowed: at most 61440 bytes"},
		{"events.csv", strings.ReplaceAll(good["events.csv"], "A speech", "A\u202Espeech"), `events.csv row 3, column label: found "A\u202espeech", with a character that cannot be seen (U+202E), allowed: text that can be seen; try: Aspeech`},
		{"events.csv", strings.ReplaceAll(good["events.csv"], "A speech", "\u200B"), `events.csv row 3, column label: found "\u200b", with a character that cannot be seen (U+200B), allowed: text that can be seen`},
		{"events.csv", strings.ReplaceAll(good["events.csv"], "A speech", "A\uFFFFspeech"), `events.csv row 3, column label: found "A\uffffspeech", with a character that cannot be seen (U+FFFF)`},
		{"events.csv", strings.ReplaceAll(good["events.csv"], "A speech", "A"+strings.Repeat("\u0301", 7)), "events.csv row 3, column label: found a heap of marks on one letter"},
		{"events.csv", strings.ReplaceAll(good["events.csv"], "A speech", "A\rspeech"), `events.csv row 3, column label: found "A\rspeech", with a carriage return, allowed: rows that end with LF or CR LF`},
		{"events.csv", "i\x00d\x00,\x00d\x00a\x00", "events.csv: found UTF-16 text, allowed: UTF-8 text; try: the same text in UTF-8"},
		{"events.csv", "\n\n\n,,,\n", "events.csv: found an empty file, allowed: a header row"},
		{"events.csv", "one,two\n", `events.csv row 1: found the columns "one,two", allowed: id,date,label,project,paragraph`},
		{"events.csv", strings.Replace(good["events.csv"], "label", "lable", 1), `events.csv row 1, column "lable": found an unknown column, allowed: id,date,label,project,paragraph,source; try: label`},
		{"events.csv", "id,date,label,project,paragraph,source\nopening,2021-12,Opened,north-line,2,survey2020\n", `events.csv row 2, column paragraph, source: found "2" and "survey2020", allowed: one of the two: `},
		{"events.csv", "id,date,label,project,paragraph,source\nopening,2021-12,Opened,north-line,,writer2023\n", `events.csv row 2, column source: found "writer2023", allowed: id of a source after the first`},
		{"events.csv", "id,date,label,project,paragraph,source\nopening,2021-12,Opened,north-line,,\n", `events.csv row 2, column paragraph, source: found two empty cells`},
		{"events.csv", strings.Replace(good["events.csv"], "label", " ", 1), `events.csv row 1: found column 3 without a name`},
		{"events.csv", strings.Replace(good["events.csv"], "id,date", "id,ID,date", 1), `events.csv row 1, column id: found a second column of that name`},
		{"events.csv", strings.ReplaceAll(good["events.csv"], "A speech", "A, speech"), `events.csv row 3: found 6 cells, allowed: 5, one for each column; try: put quotes around a cell with a comma`},
		{"events.csv", good["events.csv"] + "extra\n", "events.csv row 4: found 1 cell, allowed: 5, one for each column"},
		{"events.csv", strings.Replace(good["events.csv"], "label", "title", 1), "events.csv row 1, column label: found no such column, allowed: id,date,label,project,paragraph"},
		{"events.csv", strings.Replace(good["events.csv"], "label", "title", 1), `events.csv row 1, column "title": found an unknown column`},
		{"events.csv", strings.Repeat("x", maxTable+1), "events.csv: found a file that is too large, allowed: at most 64 MB"},
		{"paragraphs.csv", "n,section,heading,kind,pillar,summary\n", "paragraphs.csv: found no rows, allowed: at least one paragraph"},
		{"datapackage.json", "", "datapackage.json row 1: found broken JSON (unexpected end of JSON input), allowed: one JSON value"},
		{"datapackage.json", good["datapackage.json"] + "{}", "datapackage.json row"},
		{"datapackage.json", "null", `datapackage.json, $schema: found "", allowed: https://datapackage.org/profiles/2.0/datapackage.json`},
		{"datapackage.json", "[]", "datapackage.json row 1: found a JSON array, allowed: a value of another type (object)"},
		{"datapackage.json", strings.Repeat(" ", maxDescriptor) + "{}", "datapackage.json: found a file that is too large, allowed: at most 1 MB"},
		{"datapackage.json", strings.Replace(good["datapackage.json"], `"name": "small"`, `"name": "small", "NAME": "big"`, 1), `datapackage.json row 3: found the member "NAME" twice, allowed: each member once`},
		{"datapackage.json", strings.Replace(good["datapackage.json"], `"name": "small"`, `"name": "Small Dossier"`, 1), `datapackage.json, name: found "Small Dossier"`},
		{"datapackage.json", strings.Replace(good["datapackage.json"], `"title": "A small dossier"`, `"title": ""`, 1), `datapackage.json, title: found "", allowed: text on one line`},
		{"datapackage.json", strings.Replace(good["datapackage.json"], `"title": "A small dossier"`, `"title": 7`, 1), `datapackage.json row 4, column title: found a JSON number, allowed: a value of another type (string)`},
		{"datapackage.json", strings.Replace(good["datapackage.json"], "https://example.org/by", "javascript:alert(1)", 1), `datapackage.json, licenses[0].path: found "javascript:alert(1)", allowed: a web address, or a path inside the folder`},
	}
	for _, test := range tests {
		t.Run(test.want, func(t *testing.T) {
			ps := refused(t, mapFS(with(map[string]string{test.file: test.content})))
			if !slices.ContainsFunc(ps, func(p Problem) bool { return strings.HasPrefix(p.String(), test.want) }) {
				t.Errorf("got:\n%v", ps)
			}
		})
	}
}

// Files of a million points are too large, or hold too many of them however
// short these are, and the report stays one that can be read.
func TestOpenRefusesEndlessRoutes(t *testing.T) {
	good := goodFiles()["routes.geojson"]
	line := func(point string, points int) string {
		return strings.Replace(good, "[101.69, 21.19]", strings.Repeat(point+",", points)+"[1,1]", 1)
	}
	for _, test := range []struct {
		content string
		want    string
	}{
		{line("[100.5,20.5]", 1_000_000), "routes.geojson: found a file that is too large, allowed: at most 4 MB"},
		{line("[0,0]", 690_000), "routes.geojson, features: found 690002 points, allowed: at most 20000 together"},
		{line("[999,0]", 15_000), "routes.geojson, features[0].geometry.coordinates[80]: found [999, 0], allowed: longitude from -180 to 180"},
		{line("[]", 15_000), "routes.geojson, features[0].geometry.coordinates[80]: found no position"},
		{line("[]", 1_000_000), "routes.geojson, features: found 1000002 points"},
	} {
		ps := refused(t, mapFS(with(map[string]string{"routes.geojson": test.content})))
		if !slices.ContainsFunc(ps, func(p Problem) bool { return strings.HasPrefix(p.String(), test.want) }) || len(ps) > MaxProblems+1 {
			t.Errorf("want %s; got:\n%.2000v", test.want, ps)
		}
	}
}

// Lines that a map finds hard are good ones all the same.
func TestOpenTakesRoutesAnywhere(t *testing.T) {
	for _, line := range []string{
		"[170, 10], [-150, 20]", "[180, 0], [-180, 0]", "[0, 90], [0, -90]", "[0, 80], [120, 80], [-120, 80], [0, 80]", "[20, 20], [20, 20]",
	} {
		d := mustOpen(t, mapFS(with(edit(t, "routes.geojson", "[101.68, 21.18], [101.69, 21.19]", line))))
		if got := d.Routes(); len(got) != 1 || len(got[0].Line) != strings.Count(line, "[") {
			t.Errorf("%s is read as %v", line, got)
		}
	}
}

// A descriptor that says something else than the format.
func TestOpenRefusesOtherSchemas(t *testing.T) {
	checkRefusals(t, []refusal{
		{"datapackage.json", `"name": "pillars"`, `"name": "columns"`, `datapackage.json, resources[0].name: found "columns", allowed: each of these once: pillars, projects,`},
		{"datapackage.json", `"name": "pillars"`, `"name": "columns"`, `datapackage.json, resources: found no resource pillars, allowed: each of these once: pillars, projects,`},
		{"datapackage.json", `"name": "pillars"`, `"name": "projects"`, `datapackage.json, resources[1].name: found "projects", allowed: each of these once`},
		{"datapackage.json", `"path": "pillars.csv"`, `"path": ["pillars.csv"]`, `datapackage.json row`},
		{"datapackage.json", `"path": "pillars.csv",`, ``, `datapackage.json, resources[0].path: found an empty path, "", allowed: a path of a file inside the folder, like pillars.csv`},
		{"datapackage.json", `"path": "pillars.csv"`, `"path": "https://example.org/pillars.csv"`, `datapackage.json, resources[0].path: found a URL, "https://example.org/pillars.csv", allowed: a path of a file inside the folder`},
		{"datapackage.json", `"path": "pillars.csv"`, `"path": "../pillars.csv"`, `datapackage.json, resources[0].path: found a path with . or .. in it, "../pillars.csv"`},
		{"datapackage.json", `"path": "pillars.csv"`, `"path": "gone.csv"`, `gone.csv: found no such file, allowed: a file at this path`},
		{"datapackage.json", `"encoding": "utf-8"`, `"encoding": "latin1"`, `datapackage.json, resources[0].encoding: found "latin1", allowed: "utf-8"`},
		{"datapackage.json", `"encoding": "utf-8"`, `"encoding": "utf-8", "dialect": {"delimiter": ";"}`, `datapackage.json, resources[0].dialect: found {"delimiter":";"}, allowed: nothing`},
		{"datapackage.json", `"encoding": "utf-8"`, `"encoding": "utf-8", "data": []`, `datapackage.json, resources[0].data: found [], allowed: nothing`},
		{"datapackage.json", `"required": true,`, ``, `datapackage.json, resources[0].schema.fields[0].constraints: found {"pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"}, allowed: {"required":true,"pattern":`},
		{"datapackage.json", `"required": true,`, `"required": true, "maxLength": 5,`, `datapackage.json, resources[0].schema.fields[0].constraints: found {"required":true,"pattern":"^[a-z0-9]+(-[a-z0-9]+)*$","maxLength":5}`},
		{"datapackage.json", `"type": "integer"`, `"type": "number"`, `datapackage.json, resources[0].schema.fields[1].type: found "number", allowed: "integer"`},
		{"datapackage.json", `"type": "integer"`, `"type": "integer", "groupChar": ","`, `datapackage.json, resources[0].schema.fields[1]: found {"name":"order","type":"integer","groupChar":","`},
		{"datapackage.json", `"missingValues": [`, `"missingValues": ["-", `, `datapackage.json, resources[0].schema.missingValues: found ["-",""], allowed: [""]`},
		{"datapackage.json", `"primaryKey": [`, `"primaryKey": ["order", `, `datapackage.json, resources[0].schema.primaryKey: found ["order","id"], allowed: ["id"]`},
		{"datapackage.json", `"primaryKey": [`, `"uniqueKeys": [["name"]], "primaryKey": [`, `datapackage.json, resources[0].schema.uniqueKeys: found [["name"]], allowed: nothing`},
		{"datapackage.json", `"primaryKey": [`, `"fieldsMatch": "subset", "primaryKey": [`, `datapackage.json, resources[0].schema.fieldsMatch: found "subset", allowed: nothing`},
		{"datapackage.json", `{"fields": ["pillar"], "reference": {"resource": "pillars", "fields": ["id"]}}`, ``, `datapackage.json, resources[1].schema.foreignKeys: found [], allowed: [{"fields":["pillar"],"reference":{"resource":"pillars","fields":["id"]}}]`},
		{"datapackage.json", `"fields": [`, `"fields": [{"name": "extra", "type": "string"},`, `datapackage.json, resources[0].schema.fields[6]: found {"name":"paragraphs",`},
		{"datapackage.json", `{"name": "id", "type": "string", "description": "Identifies the pillar.", "constraints": {"required": true, "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}},`, ``, `datapackage.json, resources[0].schema.fields[5]: found nothing, allowed: {"name":"paragraphs",`},
		{"datapackage.json", `"mediatype": "text/csv"`, `"mediatype": "text/tsv"`, `datapackage.json, resources[0].mediatype: found "text/tsv", allowed: "text/csv"`},
		{"datapackage.json", `"format": "csv"`, `"format": "tsv"`, `datapackage.json, resources[0].format: found "tsv", allowed: "csv"`},
		{"datapackage.json", `"type": "table"`, `"type": "thing"`, `datapackage.json, resources[0].type: found "thing", allowed: "table"`},
		{"datapackage.json", `"riders",`, `"rider",`, `datapackage.json, headline[0]: found "rider", allowed: id of a row in figures.csv`},
		{"datapackage.json", `"schema": {`, `"schemata": {`, `datapackage.json, resources[0].schema: found nothing, allowed: a table schema`},
		{"datapackage.json", `"format": "geojson",`, `"format": "geojson", "schema": {},`, `datapackage.json, resources[10].schema: found a table schema, allowed: nothing`},
		{"datapackage.json", `"riders",`, `"riders", "riders",`, `datapackage.json, headline[1]: found "riders", as in headline[0], allowed: each figure once`},
		{"datapackage.json", `"riders",`, strings.Repeat(`"riders",`, 24), `datapackage.json, headline: found 25 figures, allowed: at most 24`},
		{"datapackage.json", `"headline"`, `"lessons": ["../a.lesson.json"], "headline"`, `datapackage.json, lessons[0]: found a path with . or .. in it, "../a.lesson.json"`},
		{"datapackage.json", `"headline"`, `"lessons": ["https://example.org/a.lesson.json"], "headline"`, `datapackage.json, lessons[0]: found a URL,`},
		{"datapackage.json", `"headline"`, `"lessons": ["lessons/a.json"], "headline"`, `datapackage.json, lessons[0]: found "lessons/a.json", allowed: a file named by lower-case words`},
		{"datapackage.json", `"headline"`, `"lessons": ["gone.lesson.json"], "headline"`, `gone.lesson.json: found no such file, allowed: a file at this path`},
		{"datapackage.json", `"headline"`, `"lessons": "a.lesson.json", "headline"`, `datapackage.json row`},
		{"datapackage.json", `"headline"`, `"lessons": [` + strings.Repeat(`"a.lesson.json", `, 50) + `"a.lesson.json"], "headline"`, `datapackage.json, lessons: found 51 lessons, allowed: at most 50`},
		{"datapackage.json", `profiles/2.0/`, `profiles/1.0/`, `datapackage.json, $schema: found "https://datapackage.org/profiles/1.0/datapackage.json"`},
	})
}

// Routes and sources with something wrong.
func TestOpenRefusesJSON(t *testing.T) {
	checkRefusals(t, []refusal{
		{"routes.geojson", "FeatureCollection", "Feature", `routes.geojson, type: found "Feature", allowed: a FeatureCollection with features`},
		{"routes.geojson", `"Feature"`, `"Thing"`, `routes.geojson, features[0].type: found "Thing", allowed: Feature`},
		{"routes.geojson", "north-line", "south-line", `routes.geojson, features[0].properties.project: found "south-line", allowed: id of a row in projects.csv`},
		{"routes.geojson", `"operating"`, `"established"`, `routes.geojson, features[0].properties.status: found "established", allowed: operating, planned, or null`},
		{"routes.geojson", `"paragraph": 2`, `"source": "writer2023"`, `routes.geojson, features[0].properties.source: found "writer2023", allowed: id of a source after the first`},
		{"routes.geojson", `"paragraph": 2`, `"paragraph": 5`, `routes.geojson, features[0].properties.paragraph: found 5, allowed: n of a row in paragraphs.csv`},
		{"routes.geojson", `"paragraph": 2`, `"paragraph": -2`, `routes.geojson, features[0].properties.paragraph: found -2, allowed: n of a row in paragraphs.csv`},
		{"routes.geojson", `"paragraph": 2`, `"paragraph": 2, "source": "survey2020"`, `routes.geojson, features[0].properties.paragraph, source: found 2 and "survey2020", allowed: one of the two`},
		{"routes.geojson", "true", "false", `routes.geojson, features[0].properties.schematic: found false or nothing, allowed: true`},
		{"routes.geojson", "true", `"true"`, `routes.geojson row 2, column features[0].properties.schematic: found a JSON string, allowed: a value of another type (bool)`},
		{"routes.geojson", `"LineString"`, `"Polygon"`, `routes.geojson, features[0].geometry.type: found "Polygon", allowed: LineString`},
		{"routes.geojson", ", [101.69, 21.19]", "", `routes.geojson, features[0].geometry.coordinates: found 1 point, allowed: at least 2`},
		{"routes.geojson", "[[101.68, 21.18], [101.69, 21.19]]", "[]", `routes.geojson, features[0].geometry.coordinates: found 0 points, allowed: at least 2`},
		{"routes.geojson", "[[101.68, 21.18], [101.69, 21.19]]", "null", `routes.geojson, features[0].geometry.coordinates: found 0 points, allowed: at least 2`},
		{"routes.geojson", "[101.69, 21.19]", "[181, 21.19]", `routes.geojson, features[0].geometry.coordinates[1]: found [181, 21.19], allowed: longitude from -180 to 180, latitude from -90 to 90`},
		{"routes.geojson", "[101.69, 21.19]", "[101.69, -91]", `routes.geojson, features[0].geometry.coordinates[1]: found [101.69, -91]`},
		{"routes.geojson", "[101.69, 21.19]", "[101.69]", `routes.geojson, features[0].geometry.coordinates[1]: found no position, allowed: [longitude, latitude]`},
		{"routes.geojson", "[101.69, 21.19]", "[101.69, null]", `routes.geojson, features[0].geometry.coordinates[1]: found no position`},
		{"routes.geojson", "[101.69, 21.19]", "null", `routes.geojson, features[0].geometry.coordinates[1]: found no position`},
		{"routes.geojson", "[101.69, 21.19]", "[101.69, NaN]", `routes.geojson row 3: found broken JSON (invalid character 'N' looking for beginning of value)`},
		{"routes.geojson", "[101.69, 21.19]", "[101.69, 1e999]", `routes.geojson, features[0].geometry.coordinates[1]: found no position`},
		{"routes.geojson", "[101.69, 21.19]", strings.Repeat("[0, 0],", maxVertices) + "[1, 1]", `routes.geojson, features: found 20002 points, allowed: at most 20000 together`},
		{"routes.geojson", "[101.69, 21.19]", strings.Repeat("[", 40) + strings.Repeat("]", 40), `routes.geojson row 3`},
		{"routes.geojson", `"geometry":`, `"geometrie":`, `routes.geojson, features[0]: found no geometry or no properties, allowed: both`},
		{"routes.geojson", `"project":`, `"project": "pact", "project":`, `routes.geojson row 2: found the member "project" twice`},
		{"routes.geojson", `"project":`, `"project": "pact", "\u0070roject":`, `routes.geojson row 2: found the member "project" twice`},
		{"routes.geojson", "]]}}]}", "]]}}]} x", `routes.geojson row 3: found broken JSON (invalid character 'x' after top-level value)`},
		{"sources.json", `"id": "writer2023"`, `"id": ""`, `sources.json, [0].id: found "", allowed: a short text that identifies the item`},
		{"sources.json", `"id": "writer2023"`, `"id": 7`, `sources.json, [0]: found something else than a CSL item`},
		{"sources.json", `"article-journal"`, `"article journal"`, `sources.json, [0].type: found "article journal", allowed: a type of CSL 1.0.2, like article-journal`},
		{"sources.json", `"A Title"`, `" "`, `sources.json, [0].title: found " ", allowed: text on one line`},
		{"sources.json", `"A Title"`, `"A\u0007Title"`, `sources.json, [0].title: found "A\aTitle", allowed: text on one line`},
		{"sources.json", `"https://example.org/a"`, `"file:///etc/passwd"`, `sources.json, [0].URL: found "file:///etc/passwd", allowed: an address with http or https`},
		{"sources.json", `"https://example.org/a"`, `"https://bank@example.org/a"`, `sources.json, [0].URL: found "https://bank@example.org/a", allowed: an address with http or https, without a user's name`},
		{"sources.json", `"A Title"`, `"\u200b\u2060"`, `sources.json, [0].title: found "\u200b\u2060"`},
		{"sources.json", `"A Title"`, `"A\u202eTitle"`, `sources.json, [0].title: found "A\u202eTitle"`},
		{"sources.json", `[{"id"`, `{"a": 1}, [{"id"`, `sources.json row 1: found broken JSON`},
		{"sources.json", `[[2023, 11, "01"]]`, `[[2023, 13]]`, `sources.json, [0].issued: found "2023-13", allowed: date-parts like [[2024, 1, 5]], or fewer of them`},
		{"sources.json", `[[2023, 11, "01"]]`, `[[]]`, `sources.json, [0].issued: found ""`},
		{"sources.json", `[[2023, 11, "01"]]`, `[]`, `sources.json, [0].issued: found ""`},
		{"sources.json", `[[2023, 11, "01"]]`, `[[2023, 1, 1, 1]]`, `sources.json, [0].issued: found "2023-01-01-01"`},
		{"sources.json", `"2024-01-05"`, `"January 2024"`, `sources.json, [0].accessed.raw: found "January 2024"`},
		{"sources.json", `{"family": "Writer", "given": "A."}`, `{}`, `sources.json, [0].author[0]: found no usable name, allowed: a name with family and given, or literal`},
		{"sources.json", `[{"id"`, `[7, {"id"`, `sources.json, [0]: found something else than a CSL item`},
		{"sources.json", `[{"id"`, `[null, {"id"`, `sources.json, [0]: found something else than a CSL item`},
		{"sources.json", `[{"id"`, `[{"id": "writer2023", "type": "book", "title": "B"}, {"id"`, `sources.json, [1].id: found "writer2023", as in [0], allowed: an id that no other item has`},
	})
	ps := refused(t, mapFS(with(map[string]string{"sources.json": "[]"})))
	if want := "sources.json: found no sources, allowed: an array with the presented source first"; ps.Error() != want {
		t.Errorf("got %v, want %s", ps, want)
	}
}
