package cite

import (
	"encoding/json"
	"strconv"
	"strings"
	"unicode"

	"beltroad/data"
)

// item is a source as the styles see it: with what of CSL-JSON has no field in
// [data.Source], and with a magazine's or newspaper's name where styles look for it.
type item struct {
	data.Source

	DOI      string
	Version  string
	Fixed    []bool   // which authors carry their family name first at all times
	Original original // where the work stood before it was translated or printed again
}

// original is what a dossier states of where a work first appeared. Two members
// of it stand in "custom", which CSL-JSON keeps for what it has no name for.
type original struct {
	Title     string
	Container string
	Issue     string
}

// itemOf is src as the styles see it.
func itemOf(src data.Source) item {
	it := item{Source: src}
	for _, t := range []*string{&it.Title, &it.Container, &it.Publisher, &it.Volume, &it.Issue, &it.Page, &it.URL} {
		*t = oneLine(*t)
	}
	it.Author = nil
	fixed := fixedOrder(src)
	for i, n := range src.Author {
		if n = (data.Name{Family: oneLine(n.Family), Given: oneLine(n.Given), Literal: oneLine(n.Literal)}); n != (data.Name{}) {
			it.Author, it.Fixed = append(it.Author, n), append(it.Fixed, i < len(fixed) && fixed[i])
		}
	}
	var raw struct {
		DOI      text `json:"DOI"`
		Version  text `json:"version"`
		Original text `json:"original-title"`
		Custom   struct {
			Container text `json:"original-container-title"`
			Issue     text `json:"original-issue"`
		} `json:"custom"`
	}
	if json.Unmarshal(src.Raw, &raw) == nil { // there is none if src was made, not read
		it.DOI, it.Version = string(raw.DOI), string(raw.Version)
		it.Original = original{string(raw.Original), string(raw.Custom.Container), string(raw.Custom.Issue)}
	}
	if it.periodical() {
		if it.Container == "" {
			it.Container = it.Publisher
		}
		it.Publisher = "" // no style names it
	}
	return it
}

// text is a JSON string or number; anything else is empty.
type text string

// UnmarshalJSON implements [json.Unmarshaler].
func (t *text) UnmarshalJSON(b []byte) error {
	var s string
	if json.Unmarshal(b, &s) == nil {
		*t = text(oneLine(s))
	} else if _, err := strconv.ParseFloat(string(b), 64); err == nil {
		*t = text(b)
	}
	return nil
}

// periodical tells whether the source stands in a journal, magazine or newspaper.
func (it item) periodical() bool {
	return it.journal() || it.Type == "article-magazine" || it.Type == "article-newspaper"
}

func (it item) journal() bool { return it.Type == "article-journal" }

// within tells whether the source is a part of its container, not an issue of it.
func (it item) within() bool {
	return it.Container != "" && !it.periodical() && it.Type != "webpage"
}

// address is where the source can be read: its DOI, else its URL.
func (it item) address() string {
	if it.DOI != "" {
		return "https://doi.org/" + it.DOI
	}
	return it.URL
}

// capitals is a title in the capitals of headlines where its language, English,
// has them: Chicago and MLA ask for them.
func (it item) capitals(s string) string {
	if it.Language != "" && !strings.HasPrefix(strings.ToLower(it.Language), "en") {
		return s
	}
	return titleCase(s)
}

// Fixed tells whether the i-th author carries the family name first at all times:
// said by the dossier, or told by the script.
func (it item) fixed(i int) bool {
	return i < len(it.Fixed) && it.Fixed[i] || eastAsian(it.Author[i].Family)
}

// eastAsian tells whether a text begins in a script that writes names without a space.
func eastAsian(s string) bool {
	for _, r := range s {
		return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
	}
	return false
}

// fixedName is a name that is never turned: "Zheng Shanjie", "郑栅洁".
func fixedName(n data.Name) string {
	if eastAsian(n.Family) {
		return n.Family + n.Given
	}
	return listed(" ", n.Family, n.Given)
}

// turned are the author's names, family name first.
func (it item) turned(i int) string {
	return it.name(i, func(n data.Name) string { return listed(", ", n.Family, n.Given) })
}

// natural are the author's names as they are spoken.
func (it item) natural(i int) string {
	return it.name(i, func(n data.Name) string { return listed(" ", n.Given, n.Family) })
}

// name is the i-th author's, in an order unless it has only one.
func (it item) name(i int, ordered func(data.Name) string) string {
	switch n := it.Author[i]; {
	case n.Literal != "":
		return n.Literal
	case it.fixed(i):
		return fixedName(n)
	default:
		return ordered(n)
	}
}

// shortName is the name that a citation in the text uses.
func (it item) shortName(i int) string {
	n := it.Author[i]
	if n.Literal != "" {
		return n.Literal
	}
	return listed("", n.Family, only(n.Family == "", n.Given))
}

// short are those of the authors, with a word between two and one after the first of more.
func (it item) short(w Words, and string) string {
	switch len(it.Author) {
	case 0:
		return ""
	case 1:
		return it.shortName(0)
	case 2:
		return it.shortName(0) + " " + and + " " + it.shortName(1)
	default:
		return it.shortName(0) + " " + w.Terms[EtAl]
	}
}

// initials are "S.", "J.-L." and "A. B.": with stop after each letter and sep between them.
func initials(given, stop, sep, hyphen string) string {
	var all []string
	for word := range strings.FieldsSeq(given) {
		var parts []string
		for part := range strings.SplitSeq(word, "-") {
			for _, r := range part {
				parts = append(parts, string(unicode.ToUpper(r))+stop)
				break
			}
		}
		all = append(all, strings.Join(parts, hyphen))
	}
	return strings.Join(all, sep)
}

// only is s if the condition holds.
func only(condition bool, s string) string {
	if condition {
		return s
	}
	return ""
}
