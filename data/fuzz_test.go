package data

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"
)

// FuzzOpen replaces one file of a good dossier by anything. It opens, and is
// sound, or is refused with problems that fit on a screen.
func FuzzOpen(f *testing.F) {
	good := goodFiles()
	names := slices.Sorted(maps.Keys(good))
	for i, name := range names {
		f.Add(uint8(i), []byte(good[name]))
		f.Add(uint8(i), []byte(strings.ReplaceAll(good[name], "2", "")))
	}
	f.Add(uint8(0), []byte("{}"))
	f.Fuzz(func(t *testing.T, which uint8, content []byte) {
		fsys := mapFS(good)
		name := names[int(which)%len(names)]
		fsys[name] = &fstest.MapFile{Data: content, Mode: 0o644}
		d, err := Open(fsys)
		if err != nil {
			checkReport(t, d, err)
			return
		}
		if flaw := findFlaw(withoutReturns(bytes.TrimLeft(bytes.Clone(content), "\uFEFF"))); flaw.found != "" {
			t.Errorf("%s is taken with %s", name, flaw.found)
		}
		checkSound(t, d)
		if doubts := Doubts(d); len(doubts) > 0 {
			checkReport(t, nil, doubts)
		}
	})
}

func checkReport(t *testing.T, d *Dossier, err error) {
	t.Helper()
	var ps Problems
	if d != nil || !errors.As(err, &ps) || len(ps) == 0 || len(ps) > MaxProblems+1 {
		t.Fatalf("Open = %v, %v", d, err)
	}
	for _, p := range ps {
		line := p.String()
		if strings.ContainsFunc(line, func(r rune) bool { return !unicode.IsGraphic(r) }) || len(line) > 2000 || p.Found == "" || p.Allowed == "" && p.File != "" {
			t.Errorf("not a clear line: %q", line)
		}
	}
}

// checkSound is what every page relies on.
func checkSound(t *testing.T, d *Dossier) {
	t.Helper()
	for i, p := range d.Paragraphs() {
		if p.N != i+1 || p.Summary == "" {
			t.Errorf("paragraph %d is %+v", i+1, p)
		}
		last := 0
		for _, m := range d.Mentions(p.N) {
			if m.Start < last || m.End > len(p.Summary) || m.Start >= m.End {
				t.Errorf("¶%d: mention %+v after byte %d of %d", p.N, m, last, len(p.Summary))
			}
			last = m.End
		}
	}
	for _, f := range d.Figures() {
		checkFigure(t, d, f)
	}
	for _, at := range d.ProjectPlaces() {
		_, inSource := d.Paragraph(at.Paragraph)
		_, elsewhere := d.Source(at.Source)
		if inSource == elsewhere || at.Source == d.Sources()[0].ID {
			t.Errorf("place of a project %+v", at)
		}
	}
	reached := 0
	var walk func(string)
	walk = func(parent string) {
		for _, s := range d.StatementsOf(parent) {
			reached++
			walk(s.ID)
		}
	}
	walk("")
	if all := len(d.Statements()); reached != all {
		t.Errorf("%d of %d statements can be reached", reached, all)
	}
	if len(d.Sources()) == 0 || d.Metadata().Title == "" {
		t.Error("no source or no title")
	}
}

func checkFigure(t *testing.T, d *Dossier, f Figure) {
	t.Helper()
	q := f.Quantity
	_, ok := d.Paragraph(f.Paragraph)
	_, inPillar := d.Pillar(f.Pillar)
	if !ok || f.ID == "" || math.IsNaN(q.Value) || math.IsInf(q.Value, 0) || f.Pillar != "" && !inPillar {
		t.Errorf("figure %+v", f)
	}
	bounded := q.Comparator == Range || q.Comparator == Order
	if bounded && q.Max <= q.Value || !bounded && q.Max != 0 {
		t.Errorf("%s has %v to %v", q.Comparator, q.Value, q.Max)
	}
}

func FuzzRoutes(f *testing.F) {
	f.Add([]byte(goodFiles()["routes.geojson"]))
	f.Add([]byte(`{"type":"FeatureCollection","features":[null,{}]}`))
	f.Add([]byte(`{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"coordinates":[null,[1],[1,null]]},"properties":{}}]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		r := newReader(t.Context(), fstest.MapFS{}, Watch{})
		routes := r.checkRoutes(r.decodeRoutes("routes.geojson", b), nil)
		if ps := r.problems(); ps != nil {
			checkReport(t, nil, ps)
			return
		}
		for _, route := range routes {
			if !route.Schematic || len(route.Line) < 2 {
				t.Errorf("route %+v", route)
			}
			for _, p := range route.Line {
				if !(p[0] >= -180 && p[0] <= 180 && p[1] >= -90 && p[1] <= 90) {
					t.Errorf("a point at %v", p)
				}
			}
		}
	})
}

func FuzzSources(f *testing.F) {
	f.Add([]byte(goodFiles()["sources.json"]))
	f.Add([]byte(`[{"id":"a","type":"book","title":"B","issued":{"date-parts":[[null]]},"volume":null}]`))
	f.Add([]byte(`[{"id":"a","type":"book","title":"B","issued":{"date-parts":[[2e3,1]],"raw":"2013"},"author":[null]}]`))
	f.Fuzz(func(t *testing.T, b []byte) {
		var report report
		sources := (&sourcesReader{report: &report, file: "sources.json"}).parse(b)
		if ps := report.problems(); ps != nil {
			checkReport(t, nil, ps)
			return
		}
		for _, s := range sources {
			var item struct{ ID, Type, Title string }
			if err := json.Unmarshal(s.Raw, &item); err != nil || item.ID != s.ID || item.Type != s.Type || item.Title != s.Title {
				t.Errorf("%+v is not what stands in %s", s, s.Raw)
			}
			if s.ID == "" || s.Type == "" || s.Title == "" || !isPlain(s.ID+s.Title+s.Note+s.URL) {
				t.Errorf("source %+v", s)
			}
		}
	})
}

// FuzzMembers holds the search for doubled members against a plain decoder.
func FuzzMembers(f *testing.F) {
	for _, s := range []string{`{"a":1,"A":2}`, `{"a":{"a":1},"b":["a",{"a":2}]}`, `{"a\"":1,"a\u0022":2}`, `[[[]]]`, `{"":"","\\":""}`} {
		f.Add([]byte(s))
	}
	f.Add([]byte(`{` + strings.Repeat(`"a":1,`, 20) + `"b":2}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		if !json.Valid(b) {
			return
		}
		depth, doubled := walkJSON(json.NewDecoder(bytes.NewReader(b)))
		if got, want := checkMembers(b) != (Problem{}), doubled || depth > maxDepth; got != want {
			t.Errorf("checkMembers(%s) = %v; doubled %v, depth %d", b, checkMembers(b), doubled, depth)
		}
	})
}

// walkJSON reads one value, and tells how deep it is and whether any object in
// it has a member twice.
func walkJSON(dec *json.Decoder) (depth int, doubled bool) {
	token, err := dec.Token()
	open, ok := token.(json.Delim)
	if err != nil || !ok {
		return 0, false
	}
	var names []string
	for dec.More() {
		if open == '{' {
			token, _ := dec.Token()
			name, _ := token.(string)
			doubled = doubled || slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, name) })
			names = append(names, name)
		}
		inner, innerDoubled := walkJSON(dec)
		depth, doubled = max(depth, inner), doubled || innerDoubled
	}
	_, _ = dec.Token() // the closing bracket
	return depth + 1, doubled
}
