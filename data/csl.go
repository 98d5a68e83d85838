package data

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"beltroad/data/internal/schema"
)

// cslItem is an item of CSL-JSON, as far as a dossier uses it.
type cslItem struct {
	ID        string    `json:"id"`
	Type      string    `json:"type"`
	Title     string    `json:"title"`
	Author    []cslName `json:"author"`
	Container string    `json:"container-title"`
	Publisher string    `json:"publisher"`
	Issued    *cslDate  `json:"issued"`
	Original  *cslDate  `json:"original-date"`
	Accessed  *cslDate  `json:"accessed"`
	Volume    cslText   `json:"volume"`
	Issue     cslText   `json:"issue"`
	Page      cslText   `json:"page"`
	Language  string    `json:"language"`
	URL       string    `json:"URL"`
	Note      string    `json:"note"`
}

type cslName struct {
	Family  string `json:"family"`
	Given   string `json:"given"`
	Literal string `json:"literal"`
}

type cslDate struct {
	Parts [][]cslText `json:"date-parts"`
	Raw   string      `json:"raw"`
}

// cslText is text that CSL-JSON also lets be a number.
type cslText string

// UnmarshalJSON takes a string or a number. Those that stand as they are written
// need no reader of their own: there are three in each date.
func (t *cslText) UnmarshalJSON(b []byte) error {
	switch {
	case b[0] == '-' || '0' <= b[0] && b[0] <= '9':
		*t = cslText(b)
		return nil
	case b[0] == '"' && bytes.IndexByte(b, '\\') < 0 && utf8.Valid(b):
		*t = cslText(b[1 : len(b)-1])
		return nil
	case b[0] == '"':
		return json.Unmarshal(b, (*string)(t))
	}
	var n json.Number
	err := json.Unmarshal(b, &n)
	*t = cslText(n)
	return err
}

// cslTypes are the types of CSL 1.0.2.
var cslTypes = strings.Fields("article article-journal article-magazine article-newspaper bill book broadcast chapter classic " +
	"collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing " +
	"interview legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference " +
	"patent performance periodical personal_communication post post-weblog regulation report review " +
	"review-book software song speech standard thesis treaty webpage")

// sourcesReader reports what is wrong with a file of sources.
type sourcesReader struct {
	*report
	file string
}

func (r *reader) readSources() []Source {
	file := r.paths[schema.Sources]
	if file == "" {
		return nil
	}
	b, ok := r.readFile(file, maxJSON)
	if !ok {
		return nil
	}
	defer r.finish(int64(len(b)))
	return (&sourcesReader{report: &r.report, file: file}).parse(b)
}

func (r *sourcesReader) problem(member, found, allowed string) {
	r.add(Problem{File: r.file, Column: member, Found: found, Allowed: allowed})
}

func (r *sourcesReader) parse(b []byte) []Source {
	p := checkJSON(b)
	if p.Found != "" {
		if clean := r.withoutCommas(r.file, b); clean != nil {
			b, p = clean, checkJSON(clean)
		}
	}
	if p != (Problem{}) {
		p.File = r.file
		r.add(p)
		return nil
	}
	start := pastSpace(b, 0)
	if !isArray(b, start) {
		r.problem("", "no array", "an array with the presented source first")
		return nil
	}
	var sources []Source // without an id where the item is none
	first := make(map[string]int)
	for i, e := range elements(b, start) {
		if r.stopped() {
			break
		}
		sources = append(sources, r.item(i, e.raw, first))
	}
	if len(sources) == 0 {
		r.problem("", "no sources", "an array with the presented source first")
	}
	return slices.Clip(sources)
}

// checkJSON is decode for a value whose parts are read one by one.
func checkJSON(b []byte) Problem {
	if !json.Valid(b) {
		var all json.RawMessage
		return decode(b, &all)
	}
	return checkMembers(b)
}

func (r *sourcesReader) item(i int, raw []byte, first map[string]int) Source {
	member := fmt.Sprintf("[%d]", i)
	var item cslItem
	if err := json.Unmarshal(raw, &item); err != nil || raw[0] != '{' {
		r.problem(member, "something else than a CSL item"+because(err), "a CSL-JSON item")
		return Source{}
	}
	s := r.source(member, &item)
	s.Raw = bytes.Clone(raw)
	if j, ok := first[s.ID]; ok && s.ID != "" {
		r.problem(member+".id", fmt.Sprintf("%s, as in [%d]", quoted(s.ID), j), "an id that no other item has")
	} else {
		first[s.ID] = i
	}
	return s
}

func because(err error) string {
	if err == nil {
		return ""
	}
	return " (" + strings.TrimPrefix(err.Error(), "json: ") + ")"
}

func (r *sourcesReader) source(member string, item *cslItem) Source {
	s := Source{
		ID: item.ID, Type: item.Type, Title: item.Title, Container: item.Container, Publisher: item.Publisher,
		Issued:   r.date(member+".issued", item.Issued),
		Original: r.date(member+".original-date", item.Original),
		Accessed: r.date(member+".accessed", item.Accessed),
		Volume:   string(item.Volume), Issue: string(item.Issue), Page: string(item.Page),
		Language: item.Language, URL: item.URL, Note: item.Note,
	}
	for i, n := range item.Author {
		if !isName(n.Family + n.Given + n.Literal) {
			r.problem(fmt.Sprintf("%s.author[%d]", member, i), "no usable name", "a name with family and given, or literal")
		}
		s.Author = append(s.Author, Name(n))
	}
	if !isName(s.ID) || len(s.ID) > maxItems {
		r.problem(member+".id", quoted(s.ID), "a short text that identifies the item")
	}
	if !slices.Contains(cslTypes, s.Type) {
		s.Type = r.meant(member+".type", "a type of CSL 1.0.2, like article-journal", s.Type, sameWord(s.Type, cslTypes))
	}
	if !isName(s.Title) {
		s.Title = r.meant(member+".title", "text on one line", s.Title, plainLine(s.Title))
	}
	if s.URL != "" && !isWebAddress(s.URL) {
		meant := strings.TrimSpace(s.URL)
		if !isWebAddress(meant) {
			meant = ""
		}
		s.URL = r.meant(member+".URL", "an address with http or https, without a user's name", s.URL, meant)
	}
	for _, text := range []struct {
		name string
		of   *string
	}{
		{"container-title", &s.Container},
		{"publisher", &s.Publisher},
		{"volume", &s.Volume},
		{"issue", &s.Issue},
		{"page", &s.Page},
		{"language", &s.Language},
		{"note", &s.Note},
	} {
		if !isPlain(*text.of) {
			*text.of = r.meant(member+"."+text.name, "text on one line", *text.of, plainLine(*text.of))
		}
	}
	return s
}

// meant is what a member is read as that is not allowed: what it means, if that is
// beyond doubt.
func (r *sourcesReader) meant(member, allowed, value, meant string) string {
	return r.member(Problem{File: r.file, Column: member, Allowed: allowed}, value, meant)
}

// date is the first date of a CSL date, from its parts or its raw form.
func (r *sourcesReader) date(member string, d *cslDate) Date {
	if d == nil {
		return Date{}
	}
	text := d.Raw
	if len(d.Parts) == 0 {
		if meant, safe := plainDate(text); safe && meant != text && d.Raw != "" {
			if _, err := ParseDate(meant); err == nil {
				text = r.meant(member+".raw", "a date like 2013, 2021-12 or 2023-10-17", text, meant)
			}
		}
	} else {
		parts := make([]string, len(d.Parts[0]))
		for i, p := range d.Parts[0] {
			parts[i] = strings.Repeat("0", max(2-len(p), 0)) + string(p)
		}
		text = strings.Join(parts, "-")
	}
	date, err := ParseDate(text)
	if err != nil {
		r.problem(member, quoted(text), "date-parts like [[2024, 1, 5]], or fewer of them")
	}
	return date
}
