// Package message writes in the user's language: sentences, plurals, numbers,
// dates, periods and lists. A language is one JSON file, en.json and its like.
//
// The file is one object. A member is a message, by its key:
//
//	"menu.file": "File"
//	"export.saved": "Saved as {File}"
//	"count.figures": {"one": "{Count} figure", "other": "{Count} figures"}
//
// {Name} is a placeholder: letters and digits, a letter first. There is no way
// to write a brace that is none. A message with forms has one for each plural
// category of its language, as CLDR names them (zero, one, two, few, many,
// other); a language without plurals writes a plain string instead. Every form
// has the same placeholders, but those for 0, 1 and 2 may leave the number out.
//
// The member "language" is what the language calls itself, and "countries" are the
// names of countries by their ISO 3166-1 alpha-3 codes, as Unicode's CLDR has them.
//
// English says which messages there are. A language may have a few more, which
// only it needs:
//
//	"number.1e4": "{Number}万"               a word for a power of ten
//	"month.of.10": "октября"                 a month as it stands after a day
//	"unit.USD": "美元"                        a word of a dossier in another language,
//	                                         so too kind.ID, status.ID and layer.ID
//	"amount.of.countries": "{Number}个国家"  so many of a unit of such a dossier
//
// How digits are grouped and which sign is the decimal one is known of every
// language by CLDR, through golang.org/x/text.
package message

import (
	"cmp"
	"fmt"
	"io/fs"
	"strings"

	"golang.org/x/text/language"
	numbers "golang.org/x/text/message"
)

// Args are what placeholders stand for, by their names: a string, or a number.
// An int or a float64 is written as an amount, 10,000; a [Year] without a sign
// between its digits.
type Args = map[string]any

// Year is a year as an argument.
type Year int

// Printer writes in one language. It does not change, and may be used by
// several goroutines.
type Printer struct {
	// Missed is told what a message lacks: that there is none of a key, or what
	// its placeholder stands for. Tests set it before anything is written.
	Missed func(what string)

	catalogue

	tag    language.Tag
	digits *numbers.Printer
	powers []power // the largest first
}

// Base is the language that says which messages there are.
const Base = "en"

// Open reads the file of a language, and that of English to compare it with. The
// error lists everything that is wrong.
func Open(fsys fs.FS, tag string) (*Printer, error) {
	t, err := language.Parse(tag)
	if err != nil {
		return nil, fmt.Errorf("language %q: %w", tag, err)
	}
	c, err := readFile(fsys, tag, t)
	if err != nil {
		return nil, err
	}
	if tag != Base {
		base, err := readFile(fsys, Base, language.English)
		if err != nil {
			return nil, err
		}
		if err := compare(tag, t, c, base); err != nil {
			return nil, err
		}
	}
	return &Printer{catalogue: *c, tag: t, digits: numbers.NewPrinter(t), powers: powersOf(c.messages)}, nil
}

// Keys is a printer without messages: it shows keys, and numbers in English.
func Keys() *Printer {
	return &Printer{tag: language.English, digits: numbers.NewPrinter(language.English)}
}

// Tag is the printer's language.
func (p *Printer) Tag() language.Tag { return p.tag }

// Country is the name of an ISO 3166-1 alpha-3 code, or the code itself.
func (p *Printer) Country(code string) string { return cmp.Or(p.countries[code], code) }

// Has tells whether there is a message of a key.
func (p *Printer) Has(key string) bool {
	_, ok := p.messages[key]
	return ok
}

// Under are the messages whose keys begin with start, by the rest of their keys.
// Placeholders stand as they are spelled.
func (p *Printer) Under(start string) map[string]string {
	all := map[string]string{}
	for key, m := range p.messages {
		if rest, ok := strings.CutPrefix(key, start); ok {
			all[rest] = m.other.String()
		}
	}
	return all
}

// Say is the message of a key. A key without one is shown itself.
func (p *Printer) Say(key string, args ...Args) string {
	m, ok := p.messages[key]
	if !ok {
		p.miss("no message " + key)
		return key
	}
	return p.fill(key, m.other, args)
}

// Count is the message of a key in the form for a number, which {Count} stands for.
func (p *Printer) Count(key string, n int, args ...Args) string {
	m, ok := p.messages[key]
	if !ok {
		p.miss("no message " + key)
		return key
	}
	return p.fill(key, m.form(formOf(p.tag, float64(n))), append(args, Args{"Count": n}))
}

// fill puts arguments in the place of their names.
func (p *Printer) fill(key string, t text, args []Args) string {
	if len(t) == 1 && t[0].name == "" {
		return t[0].literal
	}
	var b strings.Builder
	for _, part := range t {
		if part.name == "" {
			b.WriteString(part.literal)
			continue
		}
		b.WriteString(p.argument(key, part.name, args))
	}
	return b.String()
}

// argument is what a name stands for; the placeholder itself where nothing does.
func (p *Printer) argument(key, name string, args []Args) string {
	for _, a := range args {
		v, ok := a[name]
		if !ok {
			continue
		}
		switch v := v.(type) {
		case string:
			return v
		case int:
			return p.Number(float64(v), Full)
		case float64:
			return p.Number(v, Full)
		case Year:
			return p.year(int(v))
		}
	}
	p.miss(fmt.Sprintf("nothing stands for {%s} of %s", name, key))
	return "{" + name + "}"
}

func (p *Printer) miss(what string) {
	if p.Missed != nil {
		p.Missed(what)
	}
}
