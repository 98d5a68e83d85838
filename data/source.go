package data

import "encoding/json"

// Source is one item of sources.json: a work that the dossier presents or
// cites, with the CSL-JSON fields that the app shows.
type Source struct {
	ID        string
	Type      string // a CSL type: "article-journal", "webpage"
	Title     string
	Author    []Name
	Container string // the journal, site or book that it is part of
	Publisher string
	Issued    Date // zero: not stated
	Original  Date // when it first appeared, in print or in another language; zero: not stated
	Accessed  Date // zero: not stated
	Volume    string
	Issue     string
	Page      string
	Language  string // BCP 47: "en", "zh-CN"
	URL       string // http or https; empty: none
	Note      string
	// Raw is the item as it stands in the file, for exact export.
	Raw json.RawMessage
}

// Name is a person or body as CSL-JSON writes it: either in parts or literally.
type Name struct {
	Family  string
	Given   string
	Literal string
}

// String is the name in one piece: the literal form, or given and family name.
func (n Name) String() string {
	switch {
	case n.Literal != "":
		return n.Literal
	case n.Given == "" || n.Family == "":
		return n.Given + n.Family
	}
	return n.Given + " " + n.Family
}
