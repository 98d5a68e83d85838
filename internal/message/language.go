package message

import (
	"cmp"
	"encoding/json"
	"io/fs"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// Languages are the tags of those with a file, English first: "en", "zh-Hans".
func Languages(fsys fs.FS) []string {
	names, _ := fs.Glob(fsys, "*.json")
	var all []string
	for _, name := range names {
		tag := strings.TrimSuffix(name, ".json")
		if _, err := language.Parse(tag); err == nil {
			all = append(all, tag)
		}
	}
	slices.SortStableFunc(all, func(a, b string) int {
		return cmp.Or(rank(a)-rank(b), cmp.Compare(a, b))
	})
	return all
}

// Name is what the language of a file calls itself, "简体中文", or its tag.
func Name(fsys fs.FS, tag string) string {
	var file struct{ Language string }
	if b, err := fs.ReadFile(fsys, tag+".json"); err == nil {
		_ = json.Unmarshal(b, &file) // whoever opens the language is told what is wrong with it
	}
	return cmp.Or(file.Language, tag)
}

func rank(tag string) int {
	if tag == Base {
		return 0
	}
	return 1
}

// Match is the tag of the language that serves best someone who reads the
// wanted ones, the dearest first. It is English where none does.
func Match(all []string, wanted ...string) string {
	tags := []language.Tag{language.English}
	names := []string{Base}
	for _, tag := range all {
		if tag != Base {
			tags, names = append(tags, language.Make(tag)), append(names, tag)
		}
	}
	_, best := language.MatchStrings(language.NewMatcher(tags), wanted...)
	return names[best]
}
