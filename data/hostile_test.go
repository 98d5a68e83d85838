package data

import (
	"runtime"
	"strings"
	"testing"
)

// hostile are files made to be slow or large, each within the caps.
func hostile() map[string]map[string]string {
	const size = 4_000_000
	events := "id,date,label,project,paragraph\n"
	fill := func(s string) string { return strings.Repeat(s, size/len(s)) }
	line := func(point string) string {
		return strings.Replace(goodFiles()["routes.geojson"], "[101.69, 21.19]", fill(point+",")+"[1,1]", 1)
	}
	return map[string]map[string]string{
		"newlines":                 {"events.csv": fill("\n")},
		"newlines after a header":  {"events.csv": events + fill("\n") + "x"},
		"blank rows":               {"events.csv": events + fill(",,,,\n")},
		"short rows":               {"events.csv": events + fill("a\n")},
		"bad rows":                 {"events.csv": events + fill("a,b,c,d,e\n")},
		"long rows":                {"events.csv": events + fill("speech-1,2023,"+strings.Repeat("x", maxRow-100)+",,1\n")},
		"quotes":                   {"events.csv": events + fill(`""`)},
		"open quotes":              {"events.csv": events + fill("\"\n")},
		"commas":                   {"events.csv": events + fill(",")},
		"a long header":            {"events.csv": fill("id,")},
		"good rows, then short":    {"events.csv": events + strings.Repeat("speech,2023,A speech,,1\n", 99) + fill("a\n")},
		"no items":                 {"sources.json": "[" + fill("{},") + "{}]"},
		"nothing but numbers":      {"sources.json": "[" + fill("1,") + "1]"},
		"deep":                     {"sources.json": fill("[") + fill("]")},
		"many members":             {"sources.json": `[{"a":[` + fill(`{"b":1},`) + `1]}]`},
		"points":                   {"routes.geojson": line("[0,0]")},
		"no points":                {"routes.geojson": line("[]")},
		"points that are none":     {"routes.geojson": line("0")},
		"features":                 {"routes.geojson": `{"type":"FeatureCollection","features":[` + fill("{},") + `{}]}`},
		"features that are none":   {"routes.geojson": `{"type":"FeatureCollection","features":[` + fill("0,") + `0]}`},
		"features of nothing":      {"routes.geojson": `{"type":"FeatureCollection","features":[` + fill(`{"geometry":{},"properties":{}},`) + `0]}`},
		"resources":                {descriptorFile: `{"resources":[` + fill("{},")[:maxDescriptor/2] + `{}]}`},
		"words":                    {descriptorFile: strings.Replace(goodDescriptor(), `"kinds": [`, `"kinds": [`+strings.Repeat(`{"id":"x"},`, 50_000), 1)},
		"a heap of marks":          {"events.csv": events + "speech,2023," + fill("\u0301")},
		"nothing but hidden signs": {"events.csv": events + fill("\u200D")},
	}
}

// Files that are made to be slow or large take little memory, and are told with
// few problems: reading stops, and room is made for nothing that is not there.
func TestHostileFilesCostLittle(t *testing.T) {
	const most = 200 << 20 // bytes taken in all, also those that are given back
	for name, files := range hostile() {
		t.Run(name, func(t *testing.T) {
			fsys := mapFS(with(files))
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			if _, err := Open(fsys); err != nil { // rows of blanks are none, so that some open
				checkReport(t, nil, err)
			}
			runtime.ReadMemStats(&after)
			if taken := after.TotalAlloc - before.TotalAlloc; taken > most {
				t.Errorf("%d MB taken", taken>>20)
			}
		})
	}
}

func BenchmarkHostile(b *testing.B) {
	for name, files := range hostile() {
		fsys := mapFS(with(files))
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_, _ = Open(fsys) // whether it opens is tested above
			}
		})
	}
}
