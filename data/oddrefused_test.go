package data

import (
	"strings"
	"testing"
)

// oddRefused are refused, and no mend of theirs is beyond doubt.
func oddRefused() []odd {
	one := func(name, file string, row int, column, text, told string) odd {
		return odd{name: name, change: put(file, row, column, text), told: []string{told}}
	}
	return append([]odd{
		one("a bound below the value", "figures.csv", 2, "value_max", "20", `figures.csv row 2, column value_max: found "20", allowed: an empty cell, unless comparator is range or order`),
		one("a bound below the value of a range", "figures.csv", 3, "value_max", "1", `figures.csv row 3, column value_max: found "1", allowed: a number above value, 1.5`),
		one("an underflow", "figures.csv", 2, "value", "1e-400", `figures.csv row 2, column value: found "1e-400"`),
		one("an overflow", "figures.csv", 2, "value", "1e400", `figures.csv row 2, column value: found "1e400"`),
		one("no number", "figures.csv", 2, "value", "NaN", `figures.csv row 2, column value: found "NaN"`),
		one("a number of a programmer", "figures.csv", 2, "value", "0x10", `figures.csv row 2, column value: found "0x10"`),
		one("a number with its unit", "figures.csv", 2, "value", "21000000 riders", `figures.csv row 2, column value: found "21000000 riders", allowed: a number in plain digits with a decimal point, like 1234.5; try: 21000000`),
		one("a number in words", "figures.csv", 2, "value", "21 million", `figures.csv row 2, column value: found "21 million"`),
		one("an error of a spreadsheet", "figures.csv", 2, "value", "#VALUE!", `figures.csv row 2, column value: found "#VALUE!"`),
		one("a formula", "figures.csv", 2, "value", "=1+1", `figures.csv row 2, column value: found "=1+1"`),
		one("a full cell of a spreadsheet", "figures.csv", 2, "value", "########", `figures.csv row 2, column value: found "########"`),
		one("one comma", "figures.csv", 2, "value", "21,000", `figures.csv row 2, column value: found "21,000", allowed: a number in plain digits with a decimal point, like 1234.5; try: 21000`),
		{
			name: "one comma between semicolons", change: all(put("figures.csv", 2, "value", "21,000"), semicolons()),
			told: []string{`figures.csv row 2, column value: found "21,000"`},
		},
		one("a decimal comma between commas", "figures.csv", 3, "value", "1,5", `figures.csv row 3, column value: found "1,5", allowed: a number in plain digits with a decimal point, like 1234.5; try: 1.5`),
		one("a day that may be a month", "events.csv", 2, "date", "3/12/2021", `events.csv row 2, column date: found "3/12/2021"`),
		one("a day before a point that may be a month", "events.csv", 2, "date", "3.12.2021", `events.csv row 2, column date: found "3.12.2021", allowed: a date like 2013, 2021-12 or 2023-10-17; try: 2021-12-03`),
		one("a day that is none", "events.csv", 2, "date", "2021-02-30", `events.csv row 2, column date: found "2021-02-30"`),
		one("a year of two digits", "events.csv", 2, "date", "31/12/21", `events.csv row 2, column date: found "31/12/21"`),
		one("what a spreadsheet makes of a month", "figures.csv", 2, "period_end", "Sep-23", `figures.csv row 2, column period_end: found "Sep-23", allowed: a date like 2013, 2021-12 or 2023-10-17; try: 2023-09`),
		one("a count of days", "events.csv", 2, "date", "44533", `events.csv row 2, column date: found "44533", allowed: a date like 2013, 2021-12 or 2023-10-17; try: 2021-12-03`),
		one("an hour", "events.csv", 2, "date", "2021-12-03 14:30", `events.csv row 2, column date: found "2021-12-03 14:30"`),
		one("a word that is near", "figures.csv", 2, "comparator", "exactly", `figures.csv row 2, column comparator: found "exactly", allowed: exact, over, under, about, range, order, rank; try: exact`),
		one("a word that means one", "figures.csv", 2, "comparator", "at least", `figures.csv row 2, column comparator: found "at least"`),
		one("a claim of another kind", "figures.csv", 2, "claim", "achieved", `figures.csv row 2, column claim: found "achieved"`),
		one("a unit in the singular", "figures.csv", 2, "unit", "passenger", `figures.csv row 2, column unit: found "passenger", allowed: passengers, percent, masks, EUR, rank; try: passengers`),
		one("a name that two countries have", "places.csv", 2, "country", "Korea", `places.csv row 2, column country: found "Korea"`),
		one("a country that is gone", "places.csv", 2, "country", "SUN", `places.csv row 2, column country: found "SUN"`),
		one("a country that the standard does not have", "places.csv", 2, "country", "UK", `places.csv row 2, column country: found "UK"`),
		one("an id that is near", "figures.csv", 2, "project", "north-lines", `figures.csv row 2, column project: found "north-lines", allowed: id of a row in projects.csv: north-line, old-port, pact; try: north-line`),
		one("an id of words that nothing has", "figures.csv", 2, "project", "South Line", `figures.csv row 2, column project: found "South Line", allowed: id of a row in projects.csv: north-line, old-port, pact`),
		one("an id that begins as one", "figures.csv", 2, "project", "old", `figures.csv row 2, column project: found "old", allowed: id of a row in projects.csv: north-line, old-port, pact; try: old-port`),
		one("a name that begins as one", "figures.csv", 2, "project", "North", `figures.csv row 2, column project: found "North", allowed: id of a row in projects.csv: north-line, old-port, pact; try: north-line`),
		one("a source that is not there", "project_places.csv", 3, "source", "survey", `project_places.csv row 3, column source: found "survey", allowed: id of a source after the first, which is the presented one: survey2020`),
		one("an id with an accent", "figures.csv", 4, "id", "másks", `figures.csv row 4, column id: found "másks"`),
		one("an id twice", "figures.csv", 4, "id", "growth", `figures.csv row 4, column id: found "growth", as in row 3`),
		one("an id twice, in capitals", "figures.csv", 4, "id", "Growth", `figures.csv row 4, column id: found "Growth"`),
		one("a paragraph that is not there", "figures.csv", 2, "paragraph", "99", `figures.csv row 2, column paragraph: found "99", allowed: n of a row in paragraphs.csv`),
		one("two paragraphs", "figures.csv", 2, "paragraph", "2;3", `figures.csv row 2, column paragraph: found "2;3"`),
		one("paragraphs between commas", "projects.csv", 2, "paragraphs", "2,3", `projects.csv row 2, column paragraphs: found "2,3" in a list`),
		one("a sign of direction", "events.csv", 3, "label", "A \u202Espeech", `events.csv row 3, column label: found "A \u202espeech", with a character that cannot be seen (U+202E)`),
		one("an isolate of direction", "projects.csv", 3, "name", "Old \u2066Port", `projects.csv row 3, column name: found "Old \u2066Port"`),
		one("a mark of direction in an id", "figures.csv", 4, "id", "ma\u200Fsks", `figures.csv row 4, column id: found "ma\u200fsks"`),
		one("letters of tags", "events.csv", 3, "label", "A speech\U000E0041\U000E0042", `events.csv row 3, column label: found "A speech\U000e0041\U000e0042"`),
		one("nothing but hidden signs", "events.csv", 3, "label", "\u200B\u2060", `events.csv row 3, column label: found "\u200b\u2060", with a character that cannot be seen`),
		one("nothing but fillers", "projects.csv", 3, "name", "\u3164\u2800", `projects.csv row 3, column name: found "ㅤ⠀", allowed: text that can be seen`),
		one("a heap of marks", "events.csv", 3, "label", "A"+strings.Repeat("\u0301", 40), `events.csv row 3, column label: found a heap of marks on one letter`),
		one("no character", "events.csv", 3, "label", "A\uFFFFspeech", `events.csv row 3, column label: found "A\uffffspeech"`),
		one("a bell", "events.csv", 3, "label", "A\aspeech", `events.csv row 3, column label: found "A\aspeech", with a control character (U+0007), allowed: text that can be seen; try: A speech`),
		one("what moves a terminal", "events.csv", 3, "label", "\x1b[2JA speech", `events.csv row 3, column label: found "\x1b[2JA speech"`),
		one("a user in an address", "places.csv", 2, "lat", "91", `places.csv row 2, column lat: found "91", allowed: a number in plain digits with a decimal point, like 1234.5 from -90 to 90`),
		one("a range in one cell", "figures.csv", 2, "value", "10 to 20", `figures.csv row 2, column value: found "10 to 20", allowed: a number in plain digits with a decimal point, like 1234.5; a range has its numbers in value and value_max, and range in comparator`),
		one("a number with its size", "figures.csv", 2, "value", "2 million", `figures.csv row 2, column value: found "2 million", allowed: a number in plain digits with a decimal point, like 1234.5`),
		one("an empty cell", "figures.csv", 2, "counts", "", `figures.csv row 2, column counts: found an empty cell`),
		one("a cell of blanks", "figures.csv", 2, "counts", " \u00A0", `figures.csv row 2, column counts: found an empty cell`),
	}, oddRows()...)
}

// oddRows are rows and headers that cannot be right.
func oddRows() []odd {
	return []odd{
		{name: "a cell more", change: edited("events.csv", "A speech", "A, speech"), told: []string{`events.csv row 3: found 6 cells, allowed: 5, one for each column; try: put quotes around a cell with a comma`}},
		{name: "a cell less", change: edited("events.csv", "speech,2023,", "speech,"), told: []string{"events.csv row 3: found 4 cells, allowed: 5"}},
		{name: "a cell less, below blank rows and breaks of lines", change: all(edited("events.csv", "Line opened", "\"Line\nopened\""), edited("events.csv", "speech,2023,", "\n\nspeech,")), told: []string{"events.csv row 5: found 4 cells, allowed: 5"}},
		{name: "short rows", change: edited("events.csv", "speech,2023,A speech,,1\n", strings.Repeat("speech,2023\n", 50)), told: []string{"events.csv row 3: found 2 cells", "events.csv row 52: found 2 cells"}},
		{name: "a quote that opens", change: edited("events.csv", "A speech", `"A speech`), told: []string{"events.csv row 3: found a quote that is not closed"}},
		{name: "a quote that opens, and one after it", change: edited("figures.csv", "Riders", `"Riders`), told: []string{"figures.csv row 2: found a quote that is not closed"}},
		{name: "text after a quote", change: edited("events.csv", "A speech", `"A" speech`), told: []string{"events.csv row 3: found text after a closing quote"}},
		{name: "a quote in a header", change: edited("events.csv", "label", `"label" x`), told: []string{"events.csv row 1: found text after a closing quote"}},
		{name: "a return in a row", change: edited("events.csv", "A speech", "A\rspeech"), told: []string{`events.csv row 3, column label: found "A\rspeech", with a carriage return`}},
		{name: "no column", change: edited("events.csv", "label", "title"), told: []string{`events.csv row 1, column "title": found an unknown column`, "events.csv row 1, column label: found no such column"}},
		{name: "a column that is near", change: edited("events.csv", "label", "lable"), told: []string{`events.csv row 1, column "lable": found an unknown column, allowed: id,date,label,project,paragraph,source; try: label`}},
		{name: "a column twice", change: edited("events.csv", "id,date", "id,ID"), told: []string{"events.csv row 1, column id: found a second column of that name"}},
		{name: "a column more", change: tables(func(s string) string { return strings.Replace(s, "\n", ",remarks\n", 1) }), told: []string{`events.csv row 1, column "remarks": found an unknown column`}},
		{name: "a column without a name", change: edited("events.csv", "label", " "), told: []string{"events.csv row 1: found column 3 without a name"}},
		{name: "text below no name", change: file("events.csv", func(string) string { return "id,date,label,,project,paragraph\nspeech,2023,A speech,note,,1\n" }), told: []string{`events.csv row 2: found "note" in column 4, which has no name`}},
		{name: "a hidden sign below no name", change: file("events.csv", func(string) string { return "id,date,label,,project,paragraph\nspeech,2023,A speech,\u200Bnote,,1\n" }), told: []string{`events.csv row 2: found "\u200bnote", with`, `events.csv row 2: found "note" in column 4`}},
		{name: "no header", change: file("events.csv", func(s string) string { return s[strings.Index(s, "\n")+1:] }), told: []string{`events.csv row 1: found the columns "opening,2021-12-03,Line opened,north-line,2"`}},
		{name: "columns in another language", change: edited("events.csv", "id,date,label,project,paragraph", "编号,日期,名称,项目,段落"), told: []string{`events.csv row 1: found the columns "编号,日期,名称,项目,段落"`}},
		{name: "nothing", change: file("events.csv", func(string) string { return "" }), told: []string{"events.csv: found an empty file"}},
		{name: "nothing but a mark", change: file("events.csv", func(string) string { return "\xEF\xBB\xBF" }), told: []string{"events.csv: found an empty file"}},
		{name: "nothing but sep=", change: file("events.csv", func(string) string { return "sep=;\r\n" }), told: []string{"events.csv: found an empty file"}},
		{name: "nothing but commas", change: file("events.csv", func(string) string { return ",,,\n,,,\n" }), told: []string{"events.csv: found an empty file"}},
		{name: "no paragraphs", change: file("paragraphs.csv", func(s string) string { return s[:strings.Index(s, "\n")+1] }), told: []string{"paragraphs.csv: found no rows, allowed: at least one paragraph"}},
		{name: "a page of the web", change: file("events.csv", func(string) string { return "<!DOCTYPE html>\n<html><body>Not found</body></html>\n" }), told: []string{`events.csv row 1: found the columns "<!DOCTYPE html>"`}},
		{name: "lists without quotes between semicolons", change: tables(func(s string) string { return strings.ReplaceAll(s, ",", ";") }), told: []string{"pillars.csv row 2: found 7 cells"}},
		{name: "a file that is gone", change: func(_ testing.TB, files map[string]string) { delete(files, "events.csv") }, told: []string{"events.csv: found no such file"}},
		{name: "two files of one name", change: func(_ testing.TB, files map[string]string) {
			files["EVENTS.csv"], files["Events.csv"] = files["events.csv"], files["events.csv"]
			delete(files, "events.csv")
		}, told: []string{"events.csv: found no such file"}},
		{name: "something wrong in each row", change: file("figures.csv", func(s string) string {
			row := strings.SplitAfter(s, "\n")[1]
			return s + strings.Repeat(strings.Replace(row, "exact", "exactly", 1), 500)
		}), told: []string{"figures.csv row 6, column comparator", "reading stops at 100 problems: there may be more"}},
	}
}
