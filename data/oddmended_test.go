package data

import "testing"

// oddMended are refused, and each problem has one mend that is beyond doubt.
func oddMended() []odd {
	one := func(name, file string, row int, column, text, told string) odd {
		return odd{name: name, change: put(file, row, column, text), told: []string{told}, mended: true}
	}
	number := func(text string) odd {
		return one("the number "+text, "figures.csv", 2, "value", text, "figures.csv row 2, column value: found ")
	}
	date := func(text string) odd {
		return odd{
			name: "the date " + text, change: put("events.csv", 2, "date", text), meant: put("events.csv", 2, "date", "2021-12-31"),
			told: []string{"events.csv row 2, column date: found "}, mended: true,
		}
	}
	all := []odd{
		number("21,000,000"), number("21 000 000"), number("21\u00A0000\u00A0000"), number("21\u202F000\u202F000"), number("21.000.000"),
		number("21'000'000"), number("21’000’000"), number("2,10,00,000"), number("21,000,000.0"), number("21.000.000,0"), number("+21000000"), number("21000000."), number("２１００００００"),
		date("31/12/2023"[:6] + "2021"), date("31.12.2021"), date("31-12-2021"), date("12/31/2021"), date("2021/12/31"), date("2021.12.31"), date("2021-12-31 00:00:00"),
		date("2021-12-31T00:00:00Z"), date("2021年12月31日"), date("31 December 2021"), date("Dec 31, 2021"), date("２０２１-１２-３１"),
		one("a month without a zero", "figures.csv", 2, "period_end", "2023-9", `figures.csv row 2, column period_end: found "2023-9"`),
		one("a month after a slash", "figures.csv", 2, "period_end", "09/2023", `figures.csv row 2, column period_end: found "09/2023"`),
		one("a year as a number", "figures.csv", 3, "as_of", "2030.0", `figures.csv row 3, column as_of: found "2030.0"`),
		one("a word in capitals", "figures.csv", 2, "comparator", "EXACT", `figures.csv row 2, column comparator: found "EXACT"`),
		one("a word with a capital", "figures.csv", 2, "claim", "Reported", `figures.csv row 2, column claim: found "Reported"`),
		one("a word of the dossier", "figures.csv", 2, "unit", "Passengers", `figures.csv row 2, column unit: found "Passengers"`),
		one("a kind", "projects.csv", 2, "kind", "Rail Way", `projects.csv row 2, column kind: found "Rail Way"`),
		one("a status", "projects.csv", 2, "status", "OPERATING", `projects.csv row 2, column status: found "OPERATING"`),
		one("a section", "paragraphs.csv", 3, "section", "i", `paragraphs.csv row 3, column section: found "i"`),
		one("a role", "project_places.csv", 2, "role", "Terminus", `project_places.csv row 2, column role: found "Terminus"`),
		one("a wide word", "second_sources.csv", 2, "relation", "ｄｉｆｆｅｒｓ", `second_sources.csv row 2, column relation: found "ｄｉｆｆｅｒｓ"`),
		one("countries in small letters", "projects.csv", 2, "countries", "chn;lao", `projects.csv row 2, column countries: found "chn;lao"`),
		one("countries of two letters", "projects.csv", 2, "countries", "CN; LA", `projects.csv row 2, column countries: found "CN; LA"`),
		one("countries between commas", "projects.csv", 2, "countries", "CHN, LAO", `projects.csv row 2, column countries: found "CHN, LAO"`),
		one("countries in Chinese form", "projects.csv", 2, "countries", "CHN；ＬＡＯ", `projects.csv row 2, column countries: found "CHN；ＬＡＯ"`),
		one("countries by their names", "projects.csv", 2, "countries", "China; Lao People's Democratic Republic", `projects.csv row 2, column countries: found "China; Lao People's Democratic Republic"`),
		one("a country by its name", "places.csv", 2, "country", "Laos", `places.csv row 2, column country: found "Laos", allowed: the ISO 3166-1 alpha-3 code of a country, like LAO; try: LAO`),
		one("a country of two letters", "places.csv", 2, "country", "LA", `places.csv row 2, column country: found "LA"`),
		one("a list with a gap", "projects.csv", 2, "paragraphs", "2;;3;", `projects.csv row 2, column paragraphs: found "2;;3;"`),
		one("numbers of paragraphs with zeros", "projects.csv", 2, "paragraphs", "02;3.0", `projects.csv row 2, column paragraphs: found "02;3.0"`),
		one("a paragraph with its sign", "figures.csv", 2, "paragraph", "¶2", `figures.csv row 2, column paragraph: found "¶2"`),
		one("a pillar in capitals", "figures.csv", 2, "pillar", "RAIL", `figures.csv row 2, column pillar: found "RAIL"`),
		one("a project by its words", "figures.csv", 2, "project", "North Line", `figures.csv row 2, column project: found "North Line"`),
		one("a place with an underscore", "project_places.csv", 2, "place", "Boten_", `project_places.csv row 2, column place: found "Boten_"`),
		one("a parent that comes before", "statements.csv", 3, "parent", "Results", `statements.csv row 3, column parent: found "Results"`),
		one("an id in capitals", "figures.csv", 4, "id", "Masks", `figures.csv row 4, column id: found "Masks"`),
		one("an id of words, which others name", "projects.csv", 2, "id", "North Line", `projects.csv row 2, column id: found "North Line"`),
		one("a column with a space", "figures.csv", 1, "as_of", "As of", `figures.csv row 1, column "As of": found "As of", an unknown column`),
		one("a column with a hyphen", "figures.csv", 1, "period_start", "period-start", `figures.csv row 1, column "period-start"`),
		one("a column with a hidden sign", "figures.csv", 1, "id", "\u200Bid", `figures.csv row 1, column "\u200bid"`),
		one("a hidden sign", "events.csv", 3, "label", "A spe\u200Bech", `events.csv row 3, column label: found "A spe\u200bech", with a character that cannot be seen (U+200B)`),
		one("a soft hyphen", "events.csv", 3, "label", "A spe\u00ADech", `events.csv row 3, column label: found "A spe\u00adech"`),
		one("a mark in a cell", "events.csv", 3, "label", "\uFEFFA speech", `events.csv row 3, column label: found "\ufeffA speech"`),
		one("a hidden sign in an id in capitals", "figures.csv", 4, "id", "Ma\u200Bsks", `figures.csv row 4, column id: found "Ma\u200bsks"`),
	}
	return append(all, oddMendedMore()...)
}

func oddMendedMore() []odd {
	return []odd{
		{
			name: "a parent that comes after", change: all(put("statements.csv", 2, "parent", "Tasks"), put("statements.csv", 5, "id", "TASKS")),
			meant: put("statements.csv", 2, "parent", "tasks"),
			told:  []string{`statements.csv row 2, column parent: found "Tasks"`, `statements.csv row 5, column id: found "TASKS"`}, mended: true,
		},
		{
			name: "quotes in a cell that has none around it", change: edited("events.csv", "A speech", `A "good" speech`), meant: put("events.csv", 3, "label", `A "good" speech`),
			told: []string{`events.csv row 3, column label: found "A \"good\" speech", with a quote though it does not begin with one`}, mended: true,
		},
		{
			name: "decimal commas between semicolons", change: all(put("figures.csv", 3, "value", "1,5"), put("figures.csv", 3, "value_max", "2,5"), put("places.csv", 2, "lon", "101,68"), semicolons()),
			told: []string{
				`figures.csv row 3, column value: found "1,5", allowed: a number in plain digits with a decimal point, like 1234.5; try: 1.5`,
				`figures.csv row 3, column value_max: found "2,5"`, `places.csv row 2, column lon: found "101,68"`,
			}, mended: true,
		},
		{
			name: "a decimal comma with an exponent", change: all(put("figures.csv", 2, "value", "2,1E+07"), semicolons()),
			told: []string{`figures.csv row 2, column value: found "2,1E+07"`}, mended: true,
		},
		{
			name: "many, below blank rows and breaks of lines",
			change: all(put("figures.csv", 2, "claim", "REPORTED"), put("figures.csv", 5, "value", "4.0,"), put("figures.csv", 5, "value", "+4"), put("figures.csv", 3, "caution", "One\nand two"),
				file("figures.csv", func(s string) string { return "\n\n" + s[:len(s)-1] + "\n\n" })),
			meant: put("figures.csv", 3, "caution", "One and two"),
			told:  []string{`figures.csv row 4, column claim: found "REPORTED"`, `figures.csv row 7, column value: found "+4"`}, mended: true,
		},
		{
			name: "several in one cell of a list", change: all(put("projects.csv", 2, "countries", "cn,la"), semicolons(), tables(func(s string) string { return "\xEF\xBB\xBFsep=;\r\n" + s })),
			told: []string{`projects.csv row 2, column countries: found "cn,la"`}, mended: true,
		},
		{
			name: "columns of words, and their cells", change: all(put("events.csv", 2, "date", "2021/12/3"), edited("events.csv", "date", "DATE "), edited("events.csv", "paragraph", "Para graph")),
			told: []string{`events.csv row 1, column "Para graph"`, `events.csv row 2, column date: found "2021/12/3"`}, mended: true,
		},
	}
}

// A mend that another row takes the safety from is told as such in the end.
func TestMendsThatCollide(t *testing.T) {
	for name, change := range map[string]func(testing.TB, map[string]string){
		"the other comes after":  put("figures.csv", 2, "id", "Masks"),
		"the other comes before": put("figures.csv", 5, "id", "Masks"),
	} {
		files := goodFiles()
		files["second_sources.csv"] = files["second_sources.csv"][:len("id,figure,source,text,value,value_max,comparator,unit,counts,as_of,relation,independence,note\n")]
		change(t, files)
		for _, p := range refused(t, mapFS(files)) {
			if p.Safe {
				t.Errorf("%s: %v", name, p)
			}
		}
	}
}

// A file that has changed since is not mended by what was found in it before.
func TestMendsOfOtherFiles(t *testing.T) {
	files := goodFiles()
	put("figures.csv", 2, "claim", "REPORTED")(t, files)
	ps := refused(t, mapFS(files))
	now := mapFS(with(edit(t, "figures.csv", "reported,A. Writer,2", "opinion,A. Writer,2")))
	mended, _, err := withMends(t.Context(), now, ps)
	if err != nil {
		t.Fatal(err)
	}
	if d := mustOpen(t, mended); d.Figures()[0].Claim != Opinion {
		t.Errorf("mended to %v", d.Figures()[0].Claim)
	}
	delete(now, "figures.csv")
	if _, _, err := withMends(t.Context(), now, ps); err == nil {
		t.Error("a file that is gone is mended")
	}
	if same, n, err := withMends(t.Context(), now, nil); err != nil || same == nil || n > 0 {
		t.Errorf("nothing to mend: %v, %v", same, err)
	}
}

// What is mended keeps its form, but for the cells.
func TestMendedKeepsForm(t *testing.T) {
	const before = "sep=;\r\nid;\"date\"; label ;project;paragraph\r\n\r\nopening;\"2021/12/3\";\"Line;\r\nopened\";north-line;2\r\nspeech;2023;A \"good\" speech ; ;01"
	const after = "sep=;\r\nid;\"date\"; label ;project;paragraph\r\n\r\nopening;\"2021-12-03\";\"Line;\r\nopened\";north-line;2\r\nspeech;2023;\"A \"\"good\"\" speech\"; ;1"
	fsys := mapFS(with(map[string]string{"events.csv": before}))
	mended, _, err := Mended(t.Context(), fsys, Watch{})
	if err != nil {
		t.Fatal(err)
	}
	r := newReader(t.Context(), mended, Watch{})
	if b, p := readCapped(r.fsys, "events.csv", maxTable); string(b) != after {
		t.Errorf("%v\n%q, want\n%q", p, b, after)
	}
	if string(fsys["events.csv"].Data) != before {
		t.Error("the files themselves are changed")
	}
}
