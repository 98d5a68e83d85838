package draft

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"beltroad/data"
	"beltroad/internal/sheet"
)

// aboutLines are the lines of the sheet about: first those of the template.
func aboutLines() []string {
	return append(templateLines(), "version", "name", "headline", "container", "type", "id")
}

// templateLines are those that the template asks for.
func templateLines() []string {
	return []string{"title", "description", "text", "author", "publisher", "date", "address", "language", "licence"}
}

// askedLines are those, as the template calls them.
func askedLines() string {
	all := templateLines()
	for i, line := range all {
		all[i] = known().column(About, line)
	}
	return strings.Join(all, ", ")
}

// about is what the sheet about says.
type about struct {
	sheet string
	texts map[string]string
	rows  map[string]int    // where each line stands
	items map[string]string // what the sheet calls it
}

// header is what the sheet calls a line, or else what the template does.
func (a *about) header(name string) string {
	return cmp.Or(a.items[name], known().column(About, name))
}

// aboutScore is how many lines of the sheet about a sheet has.
func aboutScore(s *sheet.Sheet) int {
	n := 0
	for i := range min(len(s.Rows), headerRows) {
		if k := first(s.Rows[i]); k == 0 && known().lines[fold(s.Rows[i][k])] != "" {
			n++
		}
	}
	return n
}

// first is the first cell of a row that is not empty; -1: none.
func first(cells []string) int {
	return slices.IndexFunc(cells, func(c string) bool { return strings.TrimSpace(c) != "" })
}

// takeAbout reads the lines of the sheet: what is asked, and the answer beside it.
func (m *made) takeAbout(s *sheet.Sheet, t *found) {
	m.about.sheet = s.Name
	for row := range s.Rows {
		k := first(s.Rows[row])
		if k < 0 {
			continue
		}
		item := s.Rows[row][k]
		name := known().lines[fold(item)]
		value := s.At(row, k+1)
		switch {
		case name == "" && known().columns[About][fold(item)] != "":
		case name == "":
			if strings.TrimSpace(value) != "" {
				m.doubt(data.Problem{File: s.Name, Row: row + 1, Found: quoted(oneLine(item)) + ", which is left out", Allowed: askedLines()})
			}
		default:
			if m.about.items[name] == "" {
				m.about.items[name], m.about.rows[name] = oneLine(item), row+1
			}
			m.say(name, value, row+1)
		}
	}
	t.lines = nil
}

// say takes what a line says. Of lines of one name, all are taken.
func (m *made) say(name, value string, row int) {
	if value = oneLine(value); value == "" {
		return
	}
	if before := m.about.texts[name]; before != "" {
		value = before + "; " + value
	}
	m.about.texts[name], m.about.rows[name] = value, row
}

// settle corrects what the sheet says, and fills in what follows from it.
func (m *made) settle() {
	a := &m.about
	for f, value := range m.set {
		if f.Sheet == About && f.Row == 0 || f.At == (At{a.sheet, a.rows[f.name]}) {
			a.texts[f.name] = oneLine(value)
		}
	}
	text := a.texts
	if text["title"] == "" {
		text["title"] = text["text"]
	}
	if text["title"] == "" {
		m.wrongLine("title", "an empty cell", "a title of the dossier")
		text["title"] = gap // so that nothing else is said of it
	}
	if text["name"] == "" {
		text["name"] = proposed(text["title"], "dossier")
	}
	if text["language"] == "" {
		text["language"] = languageOf(text["title"] + text["text"] + text["description"])
	} else if tag, ok := tagOf(text["language"]); ok {
		text["language"] = tag
	}
	if text["date"] = date(text["date"]); text["date"] != "" {
		if _, err := data.ParseDate(text["date"]); err != nil {
			m.wrongLine("date", quoted(text["date"]), "a date like 2013, 2021-12 or 2023-10-17")
		}
	}
	if text["version"] == "" {
		text["version"] = "1"
	}
}

// wrongLine tells what is wrong with a line of the sheet.
func (m *made) wrongLine(name, found, allowed string) {
	m.problem(data.Problem{File: m.aboutSheet(), Row: m.about.rows[name], Column: m.about.header(name), Found: found, Allowed: allowed})
}

func (m *made) aboutSheet() string {
	if m.about.sheet != "" {
		return m.about.sheet
	}
	return known().title(About)
}

// languageOf guesses the language of a text.
func languageOf(text string) string {
	if strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
		return language.Chinese.String()
	}
	return language.English.String()
}

// tagOf is the tag of a language that is written as one, or by its name.
func tagOf(name string) (string, bool) {
	if tag, ok := known().languages[fold(name)]; ok {
		return tag, true
	}
	tag, err := language.Parse(strings.ReplaceAll(name, "_", "-"))
	return tag.String(), err == nil
}

// licences are what may be done with the dossier.
func (m *made) licences() []licence {
	var all []licence
	for item := range strings.SplitSeq(m.about.texts["licence"], ";") {
		item = strings.TrimSpace(item)
		switch u, err := url.Parse(item); {
		case item == "":
		case err == nil && u.Scheme != "":
			all = append(all, licence{Path: item})
		default:
			all = append(all, licence{Name: strings.Join(strings.Fields(item), "-"), Title: item})
		}
	}
	return all
}

type licence struct {
	Name  string `json:"name,omitempty"`
	Title string `json:"title,omitempty"`
	Path  string `json:"path,omitempty"`
}

// sourceColumns are what a sheet of sources may say, by the names of CSL-JSON.
func sourceColumns() []string {
	return []string{
		"id", "type", "title", "author", "container-title", "publisher", "issued", "original-date", "accessed",
		"volume", "issue", "page", "language", "URL", "note",
	}
}

// work is an item of CSL-JSON.
type work struct {
	ID        string   `json:"id"`
	Type      string   `json:"type"`
	Title     string   `json:"title"`
	Author    []person `json:"author,omitempty"`
	Container string   `json:"container-title,omitempty"`
	Publisher string   `json:"publisher,omitempty"`
	Issued    *cslDate `json:"issued,omitempty"`
	Original  *cslDate `json:"original-date,omitempty"`
	Accessed  *cslDate `json:"accessed,omitempty"`
	Volume    string   `json:"volume,omitempty"`
	Issue     string   `json:"issue,omitempty"`
	Page      string   `json:"page,omitempty"`
	Language  string   `json:"language,omitempty"`
	URL       string   `json:"URL,omitempty"`
	Note      string   `json:"note,omitempty"`
}

type person struct {
	Family  string `json:"family,omitempty"`
	Given   string `json:"given,omitempty"`
	Literal string `json:"literal,omitempty"`
}

type cslDate struct {
	Parts [][]int `json:"date-parts,omitempty"`
	Raw   string  `json:"raw,omitempty"`
}

// works are the sources: the presented one, as the sheet about tells it, and those of
// a sheet of their own.
func (m *made) works() []work {
	var all []work
	a := m.about.texts
	if t := m.found[sources]; t == nil || a["text"] != "" {
		title := a["text"]
		if title == "" {
			title = a["title"]
		}
		all = append(all, m.work(func(name string) string {
			switch name {
			case "title":
				return title
			case "id":
				if a["id"] == "" {
					return proposed(title, "source")
				}
			case "container-title":
				return a["container"]
			case "issued":
				return a["date"]
			case "URL":
				return a["address"]
			case "note", "volume", "issue", "page", "accessed", "original-date":
				return ""
			}
			return a[name]
		}))
		m.workRows = append(m.workRows, line{sheet: m.aboutSheet()})
	}
	if t := m.found[sources]; t != nil {
		for i := range t.lines {
			l := &t.lines[i]
			if t.get(l, "id") == "" {
				t.put(l, "id", proposed(t.get(l, "title"), "source"))
			}
			all = append(all, m.work(func(name string) string { return oneLine(t.get(l, name)) }))
			m.workRows = append(m.workRows, *l)
		}
	}
	return all
}

func (m *made) work(get func(name string) string) work {
	w := work{
		ID: get("id"), Type: get("type"), Title: get("title"), Container: get("container-title"), Publisher: get("publisher"),
		Issued: csl(get("issued")), Original: csl(get("original-date")), Accessed: csl(get("accessed")),
		Volume: get("volume"), Issue: get("issue"), Page: get("page"), Language: get("language"), URL: get("URL"), Note: get("note"),
	}
	if w.Type == "" {
		if w.Type = "document"; w.URL != "" {
			w.Type = "webpage"
		}
	}
	for name := range strings.SplitSeq(get("author"), ";") {
		family, given, ok := strings.Cut(strings.TrimSpace(name), ",")
		switch {
		case family == "":
		case ok && !strings.Contains(given, ",") && strings.TrimSpace(given) != "":
			w.Author = append(w.Author, person{Family: strings.TrimSpace(family), Given: strings.TrimSpace(given)})
		default:
			w.Author = append(w.Author, person{Literal: strings.TrimSpace(name)})
		}
	}
	return w
}

// csl is a date as CSL-JSON has it.
func csl(s string) *cslDate {
	if s = date(s); s == "" {
		return nil
	}
	if _, err := data.ParseDate(s); err != nil {
		return &cslDate{Raw: s} // to be refused
	}
	var parts []int
	for p := range strings.SplitSeq(s, "-") {
		n, err := strconv.Atoi(p)
		if err != nil {
			return &cslDate{Raw: s}
		}
		parts = append(parts, n)
	}
	return &cslDate{Parts: [][]int{parts}}
}

// where is the sheet and row of a member of sources.json, as in [0].URL.
func (m *made) whereWork(member string) (At, string) {
	i, name := entryOf(member), ""
	if i < 0 || i >= len(m.workRows) {
		return At{Sheet: m.aboutSheet()}, member
	}
	if _, rest, ok := strings.Cut(member, "."); ok {
		name = rest
	}
	l := m.workRows[i]
	if l.row > 0 {
		return l.at(), name
	}
	for line, csl := range map[string]string{"text": "title", "address": "URL", "date": "issued", "author": "author", "publisher": "publisher", "language": "language"} {
		if csl == name || strings.HasPrefix(name, csl+"[") {
			return At{l.sheet, m.about.rows[line]}, m.about.header(line)
		}
	}
	return At{Sheet: l.sheet}, name
}
