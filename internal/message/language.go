package message

import (
	"cmp"
	"io/fs"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Language is a language that there is a file of.
type Language struct {
	Tag  string // "en", "zh-Hans"
	Name string // in the language itself: "English", "简体中文"
}

// Languages are those with a file, English first, then by tag.
func Languages(fsys fs.FS) []Language {
	names, _ := fs.Glob(fsys, "*.json")
	var all []Language
	for _, name := range names {
		tag := strings.TrimSuffix(name, ".json")
		if t, err := language.Parse(tag); err == nil {
			all = append(all, Language{tag, cmp.Or(display.Self.Name(t), tag)})
		}
	}
	slices.SortStableFunc(all, func(a, b Language) int {
		return cmp.Or(rank(a.Tag)-rank(b.Tag), cmp.Compare(a.Tag, b.Tag))
	})
	return all
}

func rank(tag string) int {
	if tag == Base {
		return 0
	}
	return 1
}

// Match is the tag of the language that serves best someone who reads the
// wanted ones, the dearest first. It is English where none does.
func Match(all []Language, wanted ...string) string {
	tags := []language.Tag{language.English}
	names := []string{Base}
	for _, l := range all {
		if l.Tag != Base {
			tags, names = append(tags, language.Make(l.Tag)), append(names, l.Tag)
		}
	}
	_, best := language.MatchStrings(language.NewMatcher(tags), wanted...)
	return names[best]
}
