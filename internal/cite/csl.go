package cite

import (
	"bytes"
	"cmp"
	"encoding/json"

	"beltroad/data"
)

// CSL is src as a CSL-JSON array of one item, as Zotero and pandoc read it,
// with every member that the dossier has.
//
// The paragraphs are the first line of the note: a locator is not part of an
// item but of its citing, and of note and annote Zotero keeps only the first.
func CSL(src data.Source, w Words, paragraphs ...int) string {
	item := fields(src)
	var read map[string]json.RawMessage
	if json.Unmarshal(src.Raw, &read) == nil { // there is none if src was made, not read
		for member, value := range read {
			item[member] = value // unlike any, keeps numbers as they are written
		}
	}
	if at := w.locator(paragraphs); at != "" {
		item["note"] = listed("\n", at, src.Note)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode([]any{item}); err != nil {
		panic(err) // strings, numbers and valid JSON can be encoded
	}
	return b.String()
}

// fields is the item as far as a Source has fields for it.
func fields(src data.Source) map[string]any {
	item := map[string]any{"id": cmp.Or(src.ID, key(src)), "type": cmp.Or(src.Type, "document")}
	for name, value := range map[string]string{
		"title": src.Title, "container-title": src.Container, "publisher": src.Publisher,
		"volume": src.Volume, "issue": src.Issue, "page": src.Page,
		"language": src.Language, "URL": src.URL, "note": src.Note,
	} {
		if value != "" {
			item[name] = value
		}
	}
	for name, date := range map[string]data.Date{"issued": src.Issued, "accessed": src.Accessed} {
		if !date.IsZero() {
			item[name] = map[string]any{"date-parts": [][]int{dateParts(date)}}
		}
	}
	if len(src.Author) > 0 {
		item["author"] = names(src.Author)
	}
	return item
}

func names(all []data.Name) []map[string]string {
	list := make([]map[string]string, len(all))
	for i, n := range all {
		list[i] = make(map[string]string)
		for part, value := range map[string]string{"family": n.Family, "given": n.Given, "literal": n.Literal} {
			if value != "" {
				list[i][part] = value
			}
		}
	}
	return list
}

// dateParts are the parts of a date that are known.
func dateParts(d data.Date) []int {
	year, month, day := d.Parts()
	switch {
	case month == 0:
		return []int{year}
	case day == 0:
		return []int{year, month}
	}
	return []int{year, month, day}
}
