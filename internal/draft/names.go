package draft

import (
	"cmp"
	"encoding/json"
	"io/fs"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"beltroad/assets"
	"beltroad/data"
	"beltroad/internal/message"
)

// Sheets beside those of tables.
const (
	About        = "about"
	sources      = "sources"
	routes       = "routes"
	pillars      = "pillars"
	figures      = "figures"
	statements   = "statements"
	paragraphs   = "paragraphs"
	sections     = "sections"
	units        = "units"
	pillarColors = "pillarColors"
)

// form is a kind of sheet: a table of the format, or of something else.
type form struct {
	name    string
	table   *data.TableFormat // nil: none
	columns []string
}

// forms are all kinds of sheets.
var forms = sync.OnceValue(func() []form {
	all := []form{
		{name: About, columns: []string{"item", "value"}},
		{name: sources, columns: sourceColumns()},
		{name: routes, columns: []string{"project", "status", "schematic", "paragraph", "source", "line"}},
		{name: sections, columns: []string{"id", "title", "role", "about", "lead"}},
		{name: "kinds", columns: []string{"id", "one", "other", "layer"}},
		{name: "statuses", columns: []string{"id", "name", "line"}},
		{name: units, columns: []string{"id", "name", "one", "other", "sign", "form"}},
		{name: "layers", columns: []string{"id", "name", "shape", "band", "overview"}},
		{name: pillarColors, columns: []string{"light", "dark"}},
	}
	tables := data.Tables()
	for i := range tables {
		t := &tables[i]
		f := form{name: t.Name, table: t}
		for k := range t.Columns {
			f.columns = append(f.columns, t.Columns[k].Name)
		}
		all = append(all, f)
	}
	return all
})

func formOf(name string) *form {
	all := forms()
	for i := range all {
		if all[i].name == name {
			return &all[i]
		}
	}
	return nil
}

// names are what sheets, columns and words are called, in every language that the
// program has, and by the format.
type names struct {
	sheets  map[string]string            // forms
	columns map[string]map[string]string // of forms
	lines   map[string]string            // of the sheet about
	words   map[string]map[string]string // claims, comparators: of columns
	titles  map[string]string            // what the template calls sheets, and columns as form.column
	said    map[string]string            // what it calls the words of columns, as column.word
	samples map[string]bool              // rows that are examples, as keys

	languages map[string]string // tags of languages by what they call themselves
}

// Keys of what the template says.
const (
	sheetKey  = "template.sheet."
	columnKey = "template.column."
	noteKey   = "template.note."
	sampleKey = "template.sample."
	wordKey   = "template.word."
	claimKey  = "claim."
)

// known are the names that are understood.
var known = sync.OnceValue(func() *names {
	n := &names{
		sheets: map[string]string{}, columns: map[string]map[string]string{}, lines: map[string]string{},
		words: map[string]map[string]string{"claim": {}, "comparator": {}}, samples: map[string]bool{},
		titles: map[string]string{}, said: map[string]string{}, languages: map[string]string{},
	}
	for _, f := range forms() {
		n.sheets[fold(f.name)] = f.name
		if f.table != nil {
			n.sheets[fold(f.table.Title)] = f.name
		}
		n.columns[f.name] = map[string]string{}
		for _, c := range f.columns {
			n.columns[f.name][fold(c)] = c
		}
	}
	for _, line := range aboutLines() {
		n.lines[fold(line)] = line
	}
	all, err := fs.Sub(assets.Translations, "translations")
	if err != nil {
		return n // cannot be: they are built in
	}
	for _, tag := range message.Languages(all) {
		n.languages[fold(message.Name(all, tag))] = tag
		if words := templateWords(all, tag); words != nil {
			n.learn(words)
		}
	}
	return n
})

// templateWords are the messages of the template in a language, without reading the
// rest of it as messages.
func templateWords(all fs.FS, tag string) map[string]string {
	var file map[string]json.RawMessage
	b, err := fs.ReadFile(all, tag+".json")
	if err != nil || json.Unmarshal(b, &file) != nil {
		return nil
	}
	words := map[string]string{}
	for key, raw := range file {
		var text string
		if (strings.HasPrefix(key, "template.") || strings.HasPrefix(key, claimKey)) && json.Unmarshal(raw, &text) == nil {
			words[key] = text
		}
	}
	return words
}

// learn adds the names of a language.
func (n *names) learn(words map[string]string) {
	for key, text := range words {
		kind, rest, _ := strings.Cut(strings.TrimPrefix(key, "template."), ".")
		switch kind {
		case "sheet", "column":
			n.learnName(rest, text)
			n.call(n.titles, rest, text)
		case "also":
			for other := range strings.SplitSeq(text, ";") {
				n.learnName(rest, other)
			}
		case "word":
			column, word, _ := strings.Cut(rest, ".")
			if n.words[column] != nil {
				n.words[column][fold(text)] = word
				n.call(n.said, rest, text)
			}
		case "claim":
			n.words["claim"][fold(text)] = strings.TrimPrefix(rest, "long.")
			n.call(n.said, "claim."+rest, text)
		}
	}
	for _, name := range []string{pillars, figures, statements} {
		n.samples[sampleOf(name, func(key string) string { return words[key] })] = true
	}
}

// call takes what something is called where problems name it: in the first language.
func (n *names) call(by map[string]string, what, text string) {
	if by[what] == "" {
		by[what] = text
	}
}

// title is what the template calls a sheet, or else its name in the format.
func (n *names) title(form string) string { return cmp.Or(n.titles[form], form) }

// column is what the template calls a column or a line, likewise.
func (n *names) column(form, column string) string {
	return cmp.Or(n.titles[form+"."+column], column)
}

// columnNames are the columns that a sheet may have, as the template calls them.
func (n *names) columnNames(f *form) string {
	var all []string
	for _, c := range asked(f.name) {
		all = append(all, n.column(f.name, c.name))
	}
	if all == nil {
		all = f.columns
	}
	return strings.Join(all, ", ")
}

// choices are the words of a column, as the template calls them.
func (n *names) choices(c *data.ColumnFormat) string {
	all := make([]string, len(c.Enum))
	for i, word := range c.Enum {
		all[i] = n.choice(c.Name, word)
	}
	return strings.Join(all, ", ")
}

// choice is a word of a column, likewise.
func (n *names) choice(column, word string) string {
	return cmp.Or(n.said[column+"."+word], word)
}

// learnName adds the name of a sheet, or of one of its columns: form.column.
func (n *names) learnName(of, text string) {
	form, column, isColumn := strings.Cut(of, ".")
	switch {
	case formOf(form) == nil:
	case !isColumn:
		n.sheets[fold(text)] = form
	case form == About && column != "item" && column != "value":
		n.lines[fold(text)] = column
	default:
		n.columns[form][fold(text)] = column
	}
}

// fold is a name as it is compared: letters and digits alone, in one case.
func fold(s string) string {
	const longest = 2000 // bytes, more than any name has
	if len(s) > longest {
		return s
	}
	var b strings.Builder
	space := false
	for _, r := range strings.ToLower(norm.NFKC.String(s)) {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteRune(r)
		default:
			space = true
		}
	}
	return b.String()
}

// sheetForm is the form that a sheet is called by: by its whole name, or by its end,
// as where a spreadsheet put its own name before it.
func (n *names) sheetForm(name string) (form, before string) {
	if form := n.sheets[fold(name)]; form != "" {
		return form, ""
	}
	for i, r := range name {
		if r == '-' || r == '_' || r == '.' {
			if form := n.sheets[fold(name[i:])]; form != "" {
				return form, name[:i]
			}
		}
	}
	return "", ""
}
