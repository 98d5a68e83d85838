package draft

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"testing/fstest"

	"beltroad/data"
	"beltroad/internal/cell"
)

// profile is the standard of a descriptor.
const profile = "https://datapackage.org/profiles/2.0/datapackage.json"

// file is a file of the Data Package.
type file struct {
	name    string
	content []byte
}

type files []file

// open are the files as a folder that can be read. It holds no second copy of them.
func (all files) open() fs.FS {
	folder := make(fstest.MapFS, len(all))
	for _, f := range all {
		folder[f.name] = &fstest.MapFile{Data: f.content, Mode: 0o444}
	}
	return folder
}

// pack writes the files of the Data Package.
func (m *made) pack() {
	works := m.works()
	for i := range works {
		if i == 0 && works[i].Language == "" {
			works[i].Language = m.about.texts["language"]
		}
	}
	m.addJSON(data.SourcesFile, works)
	m.addJSON(data.RoutesFile, m.lineStrings())
	descriptor := m.descriptor(works) // which has one spelling of each unit in the tables, too
	for _, f := range forms() {
		if f.table != nil {
			m.files = append(m.files, file{f.name + ".csv", m.table(m.found[f.name])})
		}
	}
	b, err := json.Marshal(descriptor)
	if err == nil {
		b, err = data.Describe(b)
	}
	if err != nil {
		m.problem(data.Problem{File: m.aboutSheet(), Found: err.Error(), Allowed: "texts"})
	}
	m.files = append(m.files, file{data.DescriptorFile, b})
}

func (m *made) addJSON(name string, v any) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		m.problem(data.Problem{File: m.aboutSheet(), Found: err.Error(), Allowed: "texts and numbers"})
	}
	m.files = append(m.files, file{name, b.Bytes()})
}

// table is a table as CSV.
func (m *made) table(t *found) []byte {
	var b bytes.Buffer
	b.Grow(t.size())
	w := csv.NewWriter(&b)
	_ = w.Write(t.form.columns) // a buffer takes everything
	cells := make([]string, len(t.form.columns))
	for i := range t.lines {
		for k := range t.form.columns {
			c := t.cell(&t.lines[i], k)
			if runs(c) {
				m.doubt(data.Problem{File: t.lines[i].sheet, Row: t.lines[i].row, Column: t.header(t.form.columns[k]), Found: quoted(c) + ", which a spreadsheet may run", Allowed: "a text; it is saved with an apostrophe before it"})
				c = cell.Guard(c)
			}
			cells[k] = c
		}
		_ = w.Write(cells)
	}
	w.Flush()
	return b.Bytes()
}

// size is about how many bytes a table has as CSV, but for quotes.
func (f *found) size() int {
	n := 0
	for _, c := range f.form.columns {
		n += len(c) + 1
	}
	for i := range f.lines {
		for k := range f.form.columns {
			n += len(f.cell(&f.lines[i], k)) + 1
		}
	}
	return n + n/16
}

// runs tells a cell that a spreadsheet takes for a formula, and not only for a number
// with a sign before it.
func runs(c string) bool {
	if c == "" || cell.Guard(c) == c {
		return false
	}
	bare := strings.TrimLeft(c, "\" \u00A0")
	return strings.IndexAny(bare, "=@") == 0 || strings.HasPrefix(bare, "＝") || strings.HasPrefix(bare, "＠") || strings.ContainsAny(bare, "|!(=")
}

// descriptor is datapackage.json without its resources.
type descriptor struct {
	Schema       string    `json:"$schema"`
	Name         string    `json:"name"`
	Title        string    `json:"title"`
	Description  string    `json:"description,omitempty"`
	Version      string    `json:"version"`
	Licenses     []licence `json:"licenses,omitempty"`
	Sources      []origin  `json:"sources,omitempty"`
	Headline     []string  `json:"headline,omitempty"`
	Language     string    `json:"language"`
	Sections     []entry   `json:"sections,omitempty"`
	Kinds        []entry   `json:"kinds,omitempty"`
	Statuses     []entry   `json:"statuses,omitempty"`
	Units        []entry   `json:"units,omitempty"`
	Layers       []entry   `json:"layers,omitempty"`
	PillarColors []entry   `json:"pillarColors,omitempty"`
}

type origin struct {
	Title string `json:"title"`
	Path  string `json:"path,omitempty"`
}

// entry is an object whose members have an order: names and values in turn.
type entry []any

// MarshalJSON writes the members that have a value.
func (e entry) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i := 0; i+1 < len(e); i += 2 {
		if e[i+1] == "" {
			continue
		}
		name, err := json.Marshal(e[i])
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(e[i+1])
		if err != nil {
			return nil, err
		}
		if b.Len() > 1 {
			b.WriteByte(',')
		}
		b.Write(name)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

func (m *made) descriptor(works []work) descriptor {
	a := m.about.texts
	d := descriptor{
		Schema: profile, Name: a["name"], Title: a["title"], Description: a["description"], Version: a["version"],
		Licenses: m.licences(), Language: a["language"], Headline: m.headline(),
		Sections: m.entries(sections), Kinds: m.entries("kinds"), Statuses: m.entries("statuses"), Units: m.entries(units),
		Layers: m.entries("layers"), PillarColors: m.entries(pillarColors),
	}
	if len(works) > 0 {
		d.Sources = []origin{{Title: works[0].Title, Path: works[0].URL}}
	}
	if m.found[sections] == nil {
		d.Sections = m.usedSections()
	}
	if m.found[units] == nil {
		d.Units = m.usedUnits()
	}
	return d
}

// entries are the words of a list of the descriptor.
func (m *made) entries(list string) []entry {
	t := m.found[list]
	if t == nil {
		return nil
	}
	var all []entry
	for i := range t.lines {
		var e entry
		for k, c := range t.form.columns {
			var value any = t.cell(&t.lines[i], k)
			if c == "band" || c == "overview" {
				switch strings.ToLower(t.cell(&t.lines[i], k)) {
				case "true", "1", "yes":
					value = true
				case "false", "0", "no":
					value = false
				}
			}
			e = append(e, c, value)
		}
		all = append(all, e)
	}
	return all
}

// headline are the figures that come first: those that the sheet about names, or else
// the first ones.
func (m *made) headline() []string {
	const few = 4
	var all []string
	t := m.found[figures]
	if names := m.about.texts["headline"]; names != "" {
		by := target{name: figures}
		for name := range strings.SplitSeq(listed(strings.ReplaceAll(names, ",", ";")), ";") {
			all = append(all, cmp.Or(m.byName(&by, name), name))
		}
		return all
	}
	for i := range t.lines {
		if l := &t.lines[i]; t.get(l, "comparator") != string(data.Rank) && len(all) < few && !slices.Contains(all, t.get(l, "id")) {
			all = append(all, t.get(l, "id"))
		}
	}
	return all
}

// mostWords are those of a list of the descriptor. Where more occur, it has no list, and
// any word may be used.
const mostWords = 200

// usedSections are the sections that occur, in the order of the text. One in which
// nothing but promises stands is one of promises.
func (m *made) usedSections() []entry {
	var order []string
	seen, pledged, other := map[string]bool{"": true}, map[string]bool{}, map[string]bool{}
	add := func(section string) {
		if !seen[section] {
			order = append(order, section)
		}
		seen[section] = true
	}
	m.lines(paragraphs, func(t *found, l *line) { add(t.get(l, "section")) })
	m.lines(statements, func(t *found, l *line) {
		section := t.get(l, "section")
		add(section)
		if t.get(l, "claim") == string(data.Commitment) {
			pledged[section] = true
		} else {
			other[section] = true
		}
	})
	m.titles[bodySection] = m.about.texts["text"]
	var all []entry
	for _, section := range order {
		role := data.Results
		if pledged[section] && !other[section] {
			role = data.Commitments
		}
		title := m.titles[section]
		if title == "" {
			title = m.about.texts["title"]
			if section != bodySection {
				title = section
			}
		}
		all = append(all, entry{"id", section, "title", title, "role", string(role)})
	}
	if len(all) > mostWords {
		return nil
	}
	return all
}

// usedUnits are the units that occur, each with its sign if it is one.
func (m *made) usedUnits() []entry {
	const fewest = 4 // letters of a word whose capitals say nothing
	byName := map[string]string{}
	var all []entry
	for _, name := range []string{figures, "second_sources"} {
		m.lines(name, func(t *found, l *line) {
			unit := t.get(l, "unit")
			if unit == "" {
				return
			}
			name := unit
			if len(unit) >= fewest { // mW and MW are two units
				name = strings.ToLower(unit)
			}
			if known := byName[name]; known != "" {
				t.put(l, "unit", known)
				return
			}
			byName[name] = unit
			if runs(unit) { // as its cells will be saved
				unit = cell.Guard(unit)
			}
			sign := ""
			switch {
			case strings.ContainsAny(unit, "%％‰°"):
				sign = "{n}" + unit
			case strings.ContainsAny(unit, "$€£¥₹₩₽") && (strings.Contains(unit, "/") || strings.Contains(unit, " per ") || strings.Contains(unit, " a ")):
				sign = "{n} " + unit
			case strings.ContainsAny(unit, "$€£¥₹₩₽"):
				sign = unit
			}
			all = append(all, entry{"id", unit, "sign", sign})
		})
	}
	if len(all) > mostWords {
		return nil
	}
	return all
}

// feature is a line of the map.
type feature struct {
	Type       string         `json:"type"`
	Properties map[string]any `json:"properties"`
	Geometry   struct {
		Type        string        `json:"type"`
		Coordinates [][]jsonFloat `json:"coordinates"`
	} `json:"geometry"`
}

// jsonFloat is a number as it is written in a cell.
type jsonFloat string

// MarshalJSON writes the number; one that is none is refused where it is read.
func (f jsonFloat) MarshalJSON() ([]byte, error) {
	if _, err := strconv.ParseFloat(string(f), 64); err != nil || !json.Valid([]byte(f)) {
		return json.Marshal(string(f))
	}
	return []byte(f), nil
}

func (m *made) lineStrings() any {
	all := []feature{}
	if t := m.found[routes]; t != nil {
		for i := range t.lines {
			l := &t.lines[i]
			f := feature{Type: "Feature", Properties: map[string]any{"project": t.get(l, "project"), "schematic": true}}
			for _, name := range []string{"status", "source"} {
				if v := t.get(l, name); v != "" {
					f.Properties[name] = v
				}
			}
			if n := cited(ordinal(t.get(l, "paragraph"))); n > 0 {
				f.Properties["paragraph"] = n
			}
			f.Geometry.Type = "LineString"
			for point := range strings.SplitSeq(t.get(l, "line"), ";") {
				var at []jsonFloat
				for n := range strings.FieldsSeq(point) {
					at = append(at, jsonFloat(n))
				}
				f.Geometry.Coordinates = append(f.Geometry.Coordinates, at)
			}
			all = append(all, f)
		}
	}
	return map[string]any{"type": "FeatureCollection", "features": all}
}
