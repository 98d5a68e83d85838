package data

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

func TestVocabulary(t *testing.T) {
	d := mustOpen(t, mapFS(goodFiles()))
	for name, pair := range map[string][2]any{
		"sections": {d.Sections(), []Section{
			{ID: "front", Title: "Front", Role: FrontMatter}, {ID: "I", Title: "Part I", Role: Results}, {ID: "III", Title: "Part III", Role: Commitments}, {ID: "back", Title: "back", Role: BackMatter},
		}},
		"sections of a role": {d.SectionsOf(Commitments), []Section{{ID: "III", Title: "Part III", Role: Commitments}}},
		"no such sections":   {d.SectionsOf(Principles), []Section(nil)},
		"kinds": {d.Kinds(), []Kind{
			{"railway", "railway", "railways", "rail"}, {"port", "port", "port", "sea"}, {"agreement", "agreement", "agreement", "rail"},
		}},
		"statuses": {d.Statuses(), []Status{{"operating", "in use", Solid}, {"planned", "planned", Dotted}}},
		"units": {d.Units(), []Unit{
			{ID: "passengers", Name: "passengers carried", One: "passenger", Other: "passengers", Form: ShortNumber},
			{ID: "percent", Name: "percent", One: "percent", Other: "percent", Sign: "%", SignAfter: true, Form: ShortNumber},
			{ID: "masks", Name: "masks", One: "masks", Other: "masks", Form: FullNumber},
			{ID: "EUR", Name: "EUR", One: "EUR", Other: "EUR", Sign: "€", Form: ShortNumber},
			{ID: "rank", Name: "rank", One: "rank", Other: "rank", Form: ShortNumber}, // the format's own
		}},
		"layers": {d.Layers(), []Layer{{"rail", "Rails", Circle, true, true}, {"sea", "sea", Ring, false, false}}},
	} {
		if !reflect.DeepEqual(pair[0], pair[1]) {
			t.Errorf("%s: got %+v, want %+v", name, pair[0], pair[1])
		}
	}
	_, section := d.Section("III")
	_, kind := d.Kind("port")
	_, status := d.Status("planned")
	unit, _ := d.Unit("EUR")
	_, layer := d.Layer("sea")
	_, none := d.Kind("")
	if !section || !kind || !status || unit.Sign != "€" || !layer || none {
		t.Error("a word is not found by its id, or one that is not there is")
	}
}

// Without lists, the words are those of the tables, by their ids.
func TestVocabularyOfTheTables(t *testing.T) {
	files := goodFiles()
	for _, list := range []string{"language", "sections", "kinds", "statuses", "units", "layers", "pillarColors"} {
		files[descriptorFile] = strings.Replace(files[descriptorFile], `"`+list+`"`, `"other-`+list+`"`, 1)
	}
	files["figures.csv"] = strings.Replace(files["figures.csv"], ",passengers,", ",Köpfe,", 1)
	d := mustOpen(t, mapFS(files))
	for name, pair := range map[string][2]any{
		"sections": {d.Sections(), []Section{{ID: "front", Title: "front", Role: Results}, {ID: "I", Title: "I", Role: Results}, {ID: "III", Title: "III", Role: Results}}},
		"kinds": {d.Kinds(), []Kind{
			{"railway", "railway", "railway", "railway"}, {"port", "port", "port", "port"}, {"agreement", "agreement", "agreement", "agreement"},
		}},
		"statuses": {d.Statuses(), []Status{{"operating", "operating", Solid}}},
		"layers": {d.Layers(), []Layer{
			{"railway", "railway", Circle, false, true}, {"port", "port", Diamond, false, true}, {"agreement", "agreement", Triangle, false, true},
		}},
		"language": {d.Metadata().Language, "en"},
		"colours":  {d.Metadata().PillarColors, []ColorPair(nil)},
		"units":    {fmt.Sprint(ids(d.Units(), func(u Unit) string { return u.ID })), "[Köpfe percent masks rank]"},
	} {
		if !reflect.DeepEqual(pair[0], pair[1]) {
			t.Errorf("%s: got %+v, want %+v", name, pair[0], pair[1])
		}
	}
}

func TestOpenRefusesWords(t *testing.T) {
	checkRefusals(t, []refusal{
		{"figures.csv", "passengers", "passengrs", `figures.csv row 2, column unit: found "passengrs", allowed: passengers, percent, masks, EUR, rank; try: passengers`},
		{"projects.csv", ",railway,", ",Railway,", `projects.csv row 2, column kind: found "Railway", allowed: railway, port, agreement; try: railway`},
		{"projects.csv", "operating", "operated", `projects.csv row 2, column status: found "operated", allowed: operating, planned`},
		{"statements.csv", "tasks,,III", "tasks,,V", `statements.csv row 5, column section: found "V", allowed: front, I, III, back`},
		{"routes.geojson", `"operating"`, `"opperating"`, `routes.geojson, features[0].properties.status: found "opperating", allowed: operating, planned, or null; try: operating`},
		{descriptorFile, `"role": "front"`, `"role": "fronts"`, `datapackage.json, sections[0].role: found "fronts", allowed: results, front, principles, commitments, back; try: front`},
		{descriptorFile, `{"id": "I", "title"`, `{"id": "I", "titel"`, `datapackage.json, sections[1].titel: found an unknown member, allowed: id, title, role, about, lead; try: title`},
		{descriptorFile, `{"id": "I", "title": "Part I"}`, `"I"`, `datapackage.json, sections[1]: found something else than an entry`},
		{descriptorFile, `"id": "III"`, `"id": "I"`, `datapackage.json, sections[2].id: found "I", as in sections[1], allowed: an id that no other entry has`},
		{descriptorFile, `"id": "III"`, `"id": ""`, `datapackage.json, sections[2].id: found "", allowed: a short text`},
		{descriptorFile, `"Part III"`, `"Part\nIII"`, `datapackage.json, sections[2].title: found "Part\nIII", allowed: text on one line`},
		{descriptorFile, `"layer": "rail"`, `"layer": "rails"`, `datapackage.json, kinds[0].layer: found "rails", allowed: an id in layers: rail, sea; try: rail`},
		{descriptorFile, `"line": "dotted"`, `"line": "dots"`, `datapackage.json, statuses[1].line: found "dots", allowed: solid, dashed, dotted`},
		{descriptorFile, `"{n}%"`, `"({n})"`, `datapackage.json, units[1].sign: found "({n})", allowed: a sign before or after the number {n}`},
		{descriptorFile, `"form": "full"`, `"form": "long"`, `datapackage.json, units[2].form: found "long", allowed: short, full`},
		{descriptorFile, `"shape": "ring"`, `"shape": "star"`, `datapackage.json, layers[1].shape: found "star", allowed: circle, diamond, triangle, square, pentagon, ring`},
		{descriptorFile, `"#B79AE6"`, `"red"`, `datapackage.json, pillarColors[0].dark: found "red", allowed: a colour like #6B4A9C`},
		{descriptorFile, `"language": "en-GB"`, `"language": "English!"`, `datapackage.json, language: found "English!", allowed: a language tag`},
	})
	files := with(map[string]string{descriptorFile: strings.Replace(goodDescriptor(), `"kinds": [`, `"kinds": [], "other": [`, 1)})
	if got := refused(t, mapFS(files)).Error(); got != "datapackage.json, kinds: found no words, allowed: at least one, or no such member" {
		t.Errorf("an empty list: %s", got)
	}
}

// A broken list refutes no cell: its broken word may be meant.
func TestBrokenWordsHideNoCause(t *testing.T) {
	ps := refused(t, mapFS(with(edit(t, descriptorFile, `{"id": "III"`, `{"is": "III"`))))
	for _, p := range ps {
		if p.File != descriptorFile {
			t.Errorf("besides: %v", p)
		}
	}
}

// The schema of an older dossier lists the words of a column itself.
func TestEnumsOfTheSchema(t *testing.T) {
	files := goodFiles()
	files[descriptorFile] = strings.Replace(files[descriptorFile], `"kinds": [`, `"other": [`, 1)
	const column = `"description": "What it is.", "constraints": {"required": true`
	files[descriptorFile] = strings.Replace(files[descriptorFile], column, column+`, "enum": ["railway", "port"]`, 1)
	want := `projects.csv row 4, column kind: found "agreement", allowed: railway, port`
	if got := refused(t, mapFS(files)).Error(); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	files["projects.csv"] = strings.Replace(files["projects.csv"], ",agreement,", ",port,", 1)
	mustOpen(t, mapFS(files))
}

func TestNearest(t *testing.T) {
	known := []string{"countries", "cities", "USD", "tons"}
	for word, want := range map[string]string{
		"country": "countries", "contries": "countries", "usd": "USD", "ton": "tons", "Tons": "tons", "cites": "cities", "": "", "x": "",
		strings.Repeat("tons", 100): "",
	} {
		if got := nearest(word, known); got != want {
			t.Errorf("%q is taken for %q, want %q", word, got, want)
		}
	}
}
