package cite

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"beltroad/data"
	"beltroad/data/datatest"
)

// english are the words of the styles as they stand in the English locale.
func english() map[string]string {
	all := map[string]string{
		And: "and", EtAl: "et al.", In: "in", Version: "Version", DataSet: "Data set", Page: "p.", Pages: "pp.",
		OriginalWork: "Original work published", Originally: "Originally published in",
	}
	long := strings.Fields("January February March April May June July August September October November December")
	short := strings.Fields("Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.")
	for i := range long {
		all[fmt.Sprintf("%s%02d", longMonth, i+1)], all[fmt.Sprintf("%s%02d", shortMonth, i+1)] = long[i], short[i]
	}
	return all
}

// styleFiles are where the official files of the styles are installed.
const styleFiles = "/usr/share/citation-style-language/styles"

// official is the file of a style, without what only matters where more than one
// source is listed: names for the same author, letters after years.
func official(t *testing.T, names ...string) string {
	t.Helper()
	if _, err := os.Stat(styleFiles); err != nil {
		t.Skip("the files of the styles are not installed")
	}
	for _, name := range names {
		file, err := os.ReadFile(filepath.Join(styleFiles, name+".csl"))
		if err != nil {
			continue
		}
		alone := regexp.MustCompile(` (subsequent-author-substitute|disambiguate-[a-z-]+|names-delimiter)="[^"]*"`).ReplaceAll(file, nil) // the last one pandoc takes for a delimiter of names
		alone = bytes.ReplaceAll(alone, []byte(`disambiguate="true"`), []byte(`is-numeric="annote"`))                                     // which is never so
		path := filepath.Join(t.TempDir(), "style.csl")
		if err := os.WriteFile(path, alone, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	t.Fatalf("none of %q is installed", names)
	return ""
}

// strange are sources of kinds that the built-in dossier lacks, and hard ones.
func strange() []data.Source {
	name := func(family, given string) data.Name { return data.Name{Family: family, Given: given} }
	year := func(y int) data.Date { return data.DateOf(y, 0, 0) }
	day := data.Date{Year: 2023, Month: 11, Day: 1}
	smith, li := name("Smith", "Adam B."), name("Li", "Lei")
	return []data.Source{
		{ID: "book", Type: "book", Title: "the wealth of nations: an inquiry", Author: []data.Name{smith, name("van der Berg", "Jan")}, Publisher: "Strahan", Issued: year(1776), Language: "en"},
		{ID: "chapter", Type: "chapter", Title: "A chapter of it", Container: "The Book", Author: []data.Name{li}, Publisher: "Press", Page: "12-19", Issued: year(2001)},
		{ID: "journal", Type: "article-journal", Title: "What is a “road”?", Author: []data.Name{name("Ames", "Bob"), name("Cole", "Dan"), name("Eads", "Fay"), name("Gale", "Hal")}, Container: "Journal of Roads", Volume: "12", Issue: "3", Page: "4-9", Issued: data.Date{Year: 2023, Month: 10}, URL: "https://example.org/a"},
		{ID: "issue", Type: "article-journal", Title: "Roads of 'silk' and \"steel\"", Author: []data.Name{name("Ö", "Jean-Luc")}, Container: "Journal of roads", Volume: "2", Issued: day},
		{ID: "magazine", Type: "article-magazine", Title: "Roads that don't end", Author: []data.Name{smith}, Container: "Qiushi", Volume: "2", Issue: "21", Page: "4", Issued: year(2023)},
		{ID: "bare", Type: "document", Title: "Nothing"},
		{ID: "bodies", Type: "report", Title: "Statistics", Author: []data.Name{{Literal: "National Bureau of Roads"}, {Literal: "World Bank"}}, Publisher: "World Bank", Issued: year(2020), Accessed: day, URL: "https://example.org/b"},
		{ID: "three", Type: "report", Title: "Of three", Author: []data.Name{{Literal: "A"}, {Literal: "B"}, {Literal: "C"}}, Publisher: "World Bank", Issued: year(2020)},
		{ID: "thesis", Type: "thesis", Title: "A thesis", Author: []data.Name{name("Ö", "Jean-Luc")}, Publisher: "MIT", Issued: year(2011)},
		{ID: "paper", Type: "paper-conference", Title: "A paper", Author: []data.Name{name("Bell", "Cy")}, Container: "Proceedings of Roads", Page: "3", Publisher: "ACM", Issued: year(2011)},
		{ID: "chinese", Type: "article-newspaper", Title: "共建“一带一路”", Container: "人民日报", Issued: day, Language: "zh-CN", URL: "https://example.org/zh"},
		{ID: "undated", Type: "webpage", Title: "A page", Author: []data.Name{{Literal: "GeoNames"}}, URL: "https://example.org/c"},
	}
}

// asStyled is a source as the styles see it, as CSL-JSON: with no name that is
// never turned, which pandoc turns all the same, and no original beyond its date.
func asStyled(t *testing.T, src data.Source) (data.Source, json.RawMessage) {
	t.Helper()
	var read []map[string]any
	if err := json.Unmarshal([]byte(CSL(src, Words{})), &read); err != nil {
		t.Fatal(err)
	}
	member := read[0]
	delete(member, "custom")
	authors, _ := member["author"].([]any)
	for _, a := range authors {
		if a, ok := a.(map[string]any); ok {
			delete(a, "static-ordering")
		}
	}
	if it := itemOf(src); it.periodical() {
		delete(member, "publisher")
		if it.Container != "" {
			member["container-title"] = it.Container
		}
	}
	raw, err := json.Marshal(member)
	if err != nil {
		t.Fatal(err)
	}
	src.Raw = raw
	return src, raw
}

// byPandoc are the citations in the text or notes, and the entries, that pandoc
// makes of sources by an official style.
func byPandoc(t *testing.T, style string, all []json.RawMessage, ids []string, locator string) (texts, entries map[string]string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "items.json")
	items, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, items, 0o600); err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for _, id := range ids {
		fmt.Fprintf(&text, "%s§ [@%s%s]\n\n", id, id, locator)
	}
	out := pandoc(t, text.String(), "-f", "markdown", "-t", "html", "--wrap=none", "--citeproc", "--csl", style, "--bibliography", file, "-M", "lang=en-US")
	texts, entries = map[string]string{}, map[string]string{}
	for _, m := range regexp.MustCompile(`(?s)<div id="ref-([^"]*)" class="csl-entry"[^>]*>(.*?)</div>\n`).FindAllStringSubmatch(out, -1) {
		entries[m[1]] = plain(m[2])
	}
	for _, m := range regexp.MustCompile(`<p>([^<]*)§ ?(.*)</p>`).FindAllStringSubmatch(out, -1) {
		texts[m[1]] = plain(m[2])
	}
	for i, m := range regexp.MustCompile(`(?s)<li id="fn[0-9]+"[^>]*>(.*?)</li>`).FindAllStringSubmatch(out, -1) {
		texts[ids[i]] = strings.TrimSuffix(plain(m[1]), "↩︎")
	}
	return texts, entries
}

// plain is HTML without its tags.
func plain(s string) string {
	return oneLine(html.UnescapeString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(s, "")))
}

// The four styles are what pandoc makes of the same sources by the official files.
func TestStylesAreThoseOfPandoc(t *testing.T) {
	speech := map[string]string{"xi-2019-speech": "has a publisher and a day, which these files drop"}
	styles := []struct {
		style    Style
		files    []string
		meant    func(string) string // what is meant otherwise
		excepted map[string]string   // sources that are meant otherwise, and why
	}{
		{APA, []string{"apa"}, nil, nil},
		{Chicago, []string{"chicago-fullnote-bibliography-17th-edition", "chicago-fullnote-bibliography"}, nil, speech},
		{MLA, []string{"modern-language-association"}, nil, speech},
		{GBT, []string{"china-national-standard-gb-t-7714-2015-numeric"}, unnumbered, map[string]string{"ypaithros-2023-piraeus": "is in Greek, and gets capitals"}},
	}
	var sources []data.Source
	var items []json.RawMessage
	var ids []string
	for _, src := range append(datatest.Open(t, data.Builtin()).Sources(), strange()...) {
		src, item := asStyled(t, src)
		sources, items, ids = append(sources, src), append(items, item), append(ids, src.ID)
	}
	for _, s := range styles {
		t.Run(string(s.style), func(t *testing.T) {
			file := official(t, s.files...)
			for locator, paragraphs := range map[string][]int{"": nil, ", para. 15": {15}} {
				texts, entries := byPandoc(t, file, items, ids, locator)
				for _, src := range sources {
					if s.excepted[src.ID] != "" {
						continue
					}
					parts := Cite(s.style, src, words(), paragraphs...)
					if s.style != GBT { // there it is a number alone
						compare(t, src.ID, parts[0].Text, texts[src.ID], s.meant)
					}
					compare(t, src.ID, parts[1].Text, entries[src.ID], s.meant)
				}
			}
		})
	}
}

func compare(t *testing.T, id, got, want string, meant func(string) string) {
	t.Helper()
	want = strings.NewReplacer("para. 15", "¶15", "para.15", "¶15", "’.”", ".’”", "’,”", ",’”", "e-Commerce", "E-Commerce", "40m", "40M").Replace(want)
	if meant != nil {
		want = meant(want)
	}
	if got != want {
		t.Errorf("%s is\n%s\npandoc writes\n%s", id, cmp.Or(got, "nothing"), cmp.Or(want, "nothing"))
	}
}

// unnumbered is an entry without its number.
func unnumbered(s string) string { return regexp.MustCompile(`^\[\d+\] `).ReplaceAllString(s, "") }
