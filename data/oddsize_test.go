package data

import (
	"strings"
	"testing"
)

// oddSizes are made to be slow, large (in bytes) or endless.
func oddSizes(large int) []odd {
	const (
		few  = 4_000_000 // bytes
		head = "id,date,label,project,paragraph\n"
	)
	fill := func(s string, size int) string { return strings.Repeat(s, size/len(s)) }
	events := func(made func() string) func(testing.TB, map[string]string) {
		return func(_ testing.TB, files map[string]string) { files["events.csv"] = made() }
	}
	return []odd{
		{name: "a quote that nothing closes", change: events(func() string { return head + "speech,2023,\"A speech,,1\n" + fill("a,b,c,d,e\n", large) }), told: []string{"events.csv row 2: found a quote that is not closed", "events.csv row 3, column date"}},
		{name: "a quote that nothing closes, and good rows", change: events(func() string {
			return head + "speech,2023,\"A speech,,1\n" + fill("\n,,,,\n \n", large) + "speech,2023,A speech,,1\n"
		}), told: []string{"events.csv row 2: found a quote that is not closed"}},
		{name: "a quote that nothing closes, in one line", change: events(func() string { return head + `speech,2023,"` + fill("x", large) }), told: []string{"events.csv row 2: found a row that is too long"}},
		{name: "line breaks in quotes", change: events(func() string { return head + fill("\"\n", few) }), meant: events(func() string { return head })},
		{name: "quotes that open in good rows", change: events(func() string { return head + fill("speech,2023,\"A speech,,1\n", large) }), told: []string{"events.csv row 2: found a quote that is not closed"}},
		{name: "nothing but quotes", change: events(func() string { return fill(`"`, large) }), told: []string{"events.csv row 1: found a row that is too long"}},
		{name: "nothing but line ends", change: events(func() string { return fill("\n", large) }), told: []string{"events.csv: found an empty file"}},
		{name: "nothing but line ends of Windows", change: events(func() string { return fill("\r\n", large) }), told: []string{"events.csv: found an empty file"}},
		{name: "nothing but returns", change: events(func() string { return fill("\r", large) }), told: []string{"events.csv: found an empty file"}},
		{name: "nothing but commas", change: events(func() string { return fill(",", large) }), told: []string{"events.csv row 1: found a row that is too long"}},
		{name: "nothing but zeros", change: events(func() string { return fill("\x00", large) }), told: []string{"events.csv row 1: found a row that is too long"}},
		{name: "nothing but bytes that are no text", change: events(func() string { return fill("\xFF", large) }), told: []string{"events.csv row 1: found a row that is too long"}},
		{name: "a bad row after a million line ends", change: events(func() string { return head + fill("\n", 1_000_000) + "speech\n" }), told: []string{"events.csv row 1000002: found 1 cell, allowed: 5"}},
		{name: "blank rows between good ones", change: events(func() string { return goodFiles()["events.csv"] + fill(",,,,\n", few) })},
		{name: "short rows", change: events(func() string { return head + fill("a\n", large) }), told: []string{"events.csv row 2: found 1 cell", "reading stops at 100 problems"}},
		{name: "bad rows", change: events(func() string { return head + fill("a,b,c,d,e\n", large) }), told: []string{"reading stops at 100 problems"}},
		{name: "one row many times", change: events(func() string { return head + fill("speech,2023,A speech,,1\n", large) }), told: []string{`events.csv row 3, column id: found "speech", as in row 2`}},
		{name: "rows of Windows-1252", change: events(func() string { return head + fill("\xE9\n", large) }), told: []string{"events.csv row 2: found Windows-1252 text"}},
		{name: "text that is nearly GB 18030", change: events(func() string { return head + fill("\xD2\xBB\xB4", few) + "\n" }), told: []string{"events.csv row 2: found a row that is too long"}},
		{name: "UTF-16 without a line", change: events(func() string { return "\xFF\xFE" + fill("i\x00", large) }), told: []string{"events.csv: found UTF-16 text", "events.csv row 1: found a row that is too long"}},
		{name: "UTF-16 of halves of pairs", change: events(func() string { return "\xFF\xFE" + fill("\x00\xD8\n\x00", few) }), told: []string{"events.csv: found UTF-16 text"}},
		{name: "a cell of 61 kB", change: put("projects.csv", 3, "summary", fill("A port. ", 62_000)), told: []string{"projects.csv row 3: found a row that is too long, allowed: at most 61440 bytes"}},
		{name: "a cell of 60 kB in quotes and lines", change: put("projects.csv", 3, "summary", fill("A,\nport. ", 62_000)), told: []string{"projects.csv row 3: found a quote that is not closed"}},
		{name: "a list of many items", change: put("projects.csv", 2, "also_known_as", fill("a;", 60_000)), told: []string{"projects.csv row 2, column also_known_as: found 30001 items, allowed: a list of at most 200"}},
		{name: "many columns", change: events(func() string { return fill("id,", 50_000) + "\n" }), told: []string{"events.csv row 1"}},
		{name: "many cells", change: events(func() string { return head + fill(",", 50_000) + "x\n" }), told: []string{"events.csv row 2: found 50001 cells, allowed: 5"}},
		{name: "long words in all cells", change: events(func() string { return head + fill(fill("x", 12_000)+",", 60_000) + "\n" }), told: []string{"events.csv row 2"}},
		{name: "hidden signs", change: events(func() string { return head + fill("speech,2023,"+fill("\u200D", 30_000)+",,1\n", few) }), told: []string{"events.csv row 2, column label: found "}},
		{name: "heaps of marks", change: events(func() string { return head + fill("speech,2023,"+fill("\u0301", 30_000)+",,1\n", few) }), told: []string{"events.csv row 2, column label: found a heap of marks"}},
		{name: "too large", change: events(func() string { return head + fill("\n", maxTable) }), told: []string{"events.csv: found a file that is too large, allowed: at most 64 MB"}},
		{name: "a circle of many statements", change: func(_ testing.TB, files map[string]string) {
			var b strings.Builder
			b.WriteString("id,parent,section,pillar,claim,text,paragraph\n")
			const n = 20_000
			for i := range n {
				b.WriteString("s-" + itoa(i) + ",s-" + itoa((i+1)%n) + ",I,rail,reported,Trains run.,2\n")
			}
			files["statements.csv"] = b.String()
		}, told: []string{"statements.csv row 2, column parent: found a circle: s-0 under s-1 under"}},
	}
}
