package data

import (
	"strings"
	"testing"
)

// oddForms are read as if they were the good dossier.
func oddForms() []odd {
	ended := func(with string) func(string) string {
		return func(s string) string { return strings.ReplaceAll(s, "\n", with) }
	}
	between := func(line string) func(string) string { // after the first row
		return func(s string) string {
			rows := strings.SplitAfterN(s, "\n", 3)
			return rows[0] + rows[1] + line + rows[2]
		}
	}
	return append(withHabits(),
		odd{name: "two marks", change: tables(func(s string) string { return "\xEF\xBB\xBF\xEF\xBB\xBF" + s })},
		odd{name: "returns alone", change: tables(ended("\r"))},
		odd{name: "two returns", change: tables(ended("\r\r\n"))},
		odd{name: "returns alone, semicolons", change: all(semicolons(), tables(ended("\r")))},
		odd{name: "bars", change: tables(func(s string) string { return delimited(s, '|') })},
		odd{name: "sep= and bars", change: tables(func(s string) string { return "sep=|\r\n" + delimited(s, '|') })},
		odd{name: "sep= and a tab", change: tables(func(s string) string { return "SEP=\t\n" + delimited(s, '\t') })},
		odd{name: "a mark before sep=", change: tables(func(s string) string { return "\xEF\xBB\xBFsep=;\r\n" + delimited(s, ';') })},
		odd{name: "semicolons after each row", change: all(semicolons(), tables(ended(";\n")))},
		odd{name: "blank rows before", change: tables(func(s string) string { return "\n ,,\n\n" + s })},
		odd{name: "blank rows between", change: tables(ended("\n\n"))},
		odd{name: "a row of commas between", change: tables(between(",,,\n"))},
		odd{name: "a row of spaces between", change: tables(between("  \n"))},
		odd{name: "a row of quotes between", change: tables(between(`"",""` + "\n"))},
		odd{name: "blank columns at the end", change: tables(ended(",,, ,\n"))},
		odd{name: "a blank column at the start", change: tables(func(s string) string {
			return strings.ReplaceAll("\n"+strings.TrimSuffix(s, "\n"), "\n", "\n,")[1:] + "\n"
		})},
		odd{name: "a blank column between", change: tables(func(s string) string {
			rows := cells(s)
			for i := range rows {
				rows[i] = append([]string{rows[i][0], ""}, rows[i][1:]...)
			}
			return written(rows, ',')
		})},
		odd{name: "a space after each comma", change: tables(func(s string) string {
			rows := cells(s)
			lines := make([]string, len(rows))
			for i := range rows {
				lines[i] = `"` + strings.Join(rows[i], `", "`) + `"`
			}
			return strings.Join(lines, "\n")
		})},
		odd{name: "spaces around quotes", change: edited("events.csv", "A speech", ` "A speech" `)},
		odd{name: "wide spaces around cells", change: put("events.csv", 3, "label", "\u3000A speech\u202F")},
		odd{name: "a line break in a cell", change: edited("events.csv", "A speech", "\"A\nspeech\"")},
		odd{name: "line breaks of Windows in a cell", change: all(edited("events.csv", "A speech", "\"A\nspeech\""), file("events.csv", ended("\r\n")))},
		odd{name: "a return in a cell", change: edited("events.csv", "A speech", "\"A\rspeech\"")},
		odd{name: "line breaks at both ends of a cell", change: edited("events.csv", "A speech", "\"\n A \n\n speech\n\"")},
		odd{name: "a line break in a list", change: edited("projects.csv", "NL;Line of the North", "\"NL;\nLine of the North\"")},
		odd{name: "a line break in a date", change: edited("events.csv", "2021-12-03", "\"2021-12-03\n\"")},
		odd{name: "a line break in the header", change: edited("events.csv", "label", "\"label\n\"")},
		odd{name: "line breaks in all texts", change: tables(func(s string) string {
			rows := cells(s)
			for i := range rows[1:] {
				for j, c := range rows[i+1] {
					rows[i+1][j] = strings.Replace(c, " ", "\n", 1)
				}
			}
			return manyLines(rows)
		})},
		odd{name: "a tab in a cell", change: edited("events.csv", "A speech", "A\tspeech")},
		odd{name: "columns in capitals and spaces", change: file("figures.csv", func(s string) string {
			rows := cells(s)
			for i, name := range rows[0] {
				rows[0][i] = "\u00A0" + strings.ToUpper(name) + " "
			}
			return written(rows, ',')
		})},
		odd{name: "capitals at random", change: edited("figures.csv", "as_of", "As_Of")},
		odd{name: "an exponent", change: put("figures.csv", 2, "value", "2.1E+07")},
		odd{name: "a small exponent", change: put("figures.csv", 3, "value", "15e-1")},
		odd{name: "zeros at the end", change: put("figures.csv", 2, "value", "21000000.00")},
		odd{name: "quotes in a cell in quotes", change: edited("events.csv", "A speech", `"A ""good"" speech"`), meant: put("events.csv", 3, "label", `A "good" speech`)},
		odd{name: "an empty cell in quotes", change: edited("events.csv", "A speech,,1", `A speech,"",1`)},
		odd{name: "letters taken apart", change: put("events.csv", 3, "label", "Caf\u0065\u0301"), meant: put("events.csv", 3, "label", "Cafe\u0301")},
		odd{name: "another name of a file", change: func(_ testing.TB, files map[string]string) {
			files["Figures.CSV"] = files["figures.csv"]
			delete(files, "figures.csv")
		}},
		odd{name: "files that are nobody's", change: func(_ testing.TB, files map[string]string) {
			files[".~lock.figures.csv#"], files["Thumbs.db"], files["~$figures.csv"] = "x", "\xFF\xD8", "\x00"
		}},
	)
}
