package data

import (
	"bytes"
	"cmp"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// longestRun is how many words in a row a text may share with the article.
const longestRun = 9

// sourceTexts are the files with the texts that the built-in dossiers present. None
// is part of the project: SOURCES names their folder.
var sourceTexts = map[string]string{"beltroad": "article.txt", "agenda2030": "agenda2030.txt"}

// sourceText is the text that a built-in dossier presents.
func sourceText(t *testing.T, dossier string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(cmp.Or(os.Getenv("SOURCES"), "../../shared/source"), sourceTexts[dossier]))
	if err != nil {
		t.Skip("the source is not at hand:", err)
	}
	return string(text)
}

// TestNoArticleSentences holds every text of the project against the sources:
// numbers and names carry over, sentences do not. Names of projects and titles
// of sources do not count as words.
func TestNoArticleSentences(t *testing.T) {
	for _, b := range Builtins() {
		t.Run(b.Name, func(t *testing.T) { noSentences(t, sourceText(t, b.Name), mustOpen(t, b.FS)) })
	}
}

func noSentences(t *testing.T, text string, d *Dossier) {
	t.Helper()
	masked := maskedNames(d)
	known := make(map[string]bool)
	for run := range runs(masked, text) {
		known[run] = true
	}
	if len(known) < 3000 {
		t.Fatalf("only %d runs of words in the source", len(known))
	}
	files := 0
	project := os.DirFS("..")
	err := fs.WalkDir(project, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && slices.Contains([]string{".git", "node_modules", "build", "dist"}, entry.Name()) {
			return fs.SkipDir // what was made, or comes from elsewhere
		}
		content, ok := textFile(project, path, entry)
		if !ok {
			return nil
		}
		files++
		for run := range runs(masked, content) {
			if known[run] {
				t.Errorf("%s has words of the source: %s", path, run)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 20 {
		t.Errorf("only %d files were looked at", files)
	}
}

// Where a source is said to tie a project to a place, it names the place.
func TestArticleNamesPlaces(t *testing.T) {
	for _, b := range Builtins() {
		t.Run(b.Name, func(t *testing.T) {
			paragraphs := sourceLines(sourceText(t, b.Name))
			d := mustOpen(t, b.FS)
			for _, at := range d.ProjectPlaces() {
				place, _ := d.Place(at.Place)
				if at.Source == "" && !strings.Contains(paragraphs[at.Paragraph-1], place.Name) {
					t.Errorf("¶%d does not name %s", at.Paragraph, place.Name)
				}
			}
		})
	}
}

// sourceLines are the paragraphs of a source: its lines that are not empty.
func sourceLines(text string) []string {
	return slices.DeleteFunc(strings.Split(text, "\n"), func(line string) bool { return strings.TrimSpace(line) == "" })
}

// textFile is the content of a text file of reasonable size.
func textFile(fsys fs.FS, path string, entry fs.DirEntry) (string, bool) {
	const largest = 2 << 20
	if info, err := entry.Info(); err != nil || !info.Mode().IsRegular() || info.Size() > largest {
		return "", false
	}
	content, err := fs.ReadFile(fsys, path)
	if err != nil || !utf8.Valid(content) || bytes.IndexByte(content, 0) >= 0 {
		return "", false
	}
	return string(content), true
}

// words are the words of a text in lower case. What joins words inside a name,
// hyphens and apostrophes, is left out, so that "China's" is one word.
func words(text string) []string {
	text = strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune("-–’'", r):
			return -1
		case unicode.IsLetter(r), unicode.IsDigit(r):
			return unicode.ToLower(r)
		}
		return ' '
	}, text)
	return strings.Fields(text)
}

// maskedNames are the words of each proper name, by their first word, longer
// names first.
func maskedNames(d *Dossier) map[string][][]string {
	var all []string
	for _, p := range d.Projects() {
		all = append(append(all, p.Name), p.AlsoKnownAs...)
	}
	for _, s := range d.Sources() {
		all = append(all, s.Title)
	}
	masked := make(map[string][][]string)
	for _, name := range all {
		if w := words(name); len(w) > 0 {
			masked[w[0]] = append(masked[w[0]], w)
		}
	}
	for _, names := range masked {
		slices.SortFunc(names, func(a, b []string) int { return len(b) - len(a) })
	}
	return masked
}

// runs yields every run of one word too many, with names left out.
func runs(masked map[string][][]string, text string) func(func(string) bool) {
	var kept []string
	for all := words(text); len(all) > 0; {
		n := nameLength(masked, all)
		if n == 0 {
			kept = append(kept, all[0])
			n = 1
		}
		all = all[n:]
	}
	return func(yield func(string) bool) {
		for i := 0; i+longestRun < len(kept); i++ {
			if !yield(strings.Join(kept[i:i+longestRun+1], " ")) {
				return
			}
		}
	}
}

// nameLength is how many words a name at the start of a text has; 0 for none.
func nameLength(masked map[string][][]string, text []string) int {
	for _, name := range masked[text[0]] {
		if len(text) >= len(name) && slices.Equal(text[:len(name)], name) {
			return len(name)
		}
	}
	return 0
}

func TestRuns(t *testing.T) {
	masked := map[string][][]string{"silk": {{"silk", "road", "fund"}, {"silk", "road"}}}
	var got []string
	for run := range runs(masked, "One two, the Silk Road's? THREE: four five-six seven silk road FUND eight nine ten eleven.") {
		got = append(got, run)
	}
	want := []string{
		"one two the silk roads three four fivesix seven eight",
		"two the silk roads three four fivesix seven eight nine",
		"the silk roads three four fivesix seven eight nine ten",
		"silk roads three four fivesix seven eight nine ten eleven",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
