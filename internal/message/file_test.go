package message

import (
	"io/fs"
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/language"
)

func TestEveryShippedLanguageIsWhole(t *testing.T) {
	all := Languages(shipped(t))
	if len(all) == 0 || all[0] != Base {
		t.Fatalf("the languages are %v", all)
	}
	for _, tag := range all {
		if _, err := Open(shipped(t), tag); err != nil {
			t.Error(err)
		}
		if Name(shipped(t), tag) == tag {
			t.Errorf("%s does not say what it calls itself", tag)
		}
	}
}

func TestWrongFilesAreRefused(t *testing.T) {
	ok := forms(t, "one", "other")
	changed := func(changes map[string]any) []byte {
		all := maps.Clone(ok)
		maps.Copy(all, changes)
		return with(t, all)
	}
	for name, c := range map[string]struct {
		file []byte
		want []string
	}{
		"two keys wrong":  {changed(map[string]any{"menu.file": nil, "menu.fiel": "Datei"}), []string{`"menu.file" is missing: "File" in English`, `"menu.fiel" is unknown`}},
		"a placeholder":   {changed(map[string]any{"export.saved": "Gesichert als {Datei}"}), []string{`"export.saved" shows ["Datei"], English shows ["File"]`}},
		"a plain plural":  {changed(map[string]any{"count.figures": "{Count} Zahlen"}), []string{`"count.figures" needs a form for each plural category`}},
		"a plural plain":  {changed(map[string]any{"menu.file": map[string]string{"one": "a", "other": "b"}}), []string{`"menu.file" has plural forms, but is never asked for with a number`}},
		"a category":      {changed(map[string]any{"count.figures": map[string]string{"other": "{Count} Zahlen"}}), []string{`lacks the form "one"`}},
		"one too many":    {changed(map[string]any{"count.figures": map[string]string{"one": "x", "few": "{Count}", "other": "{Count}"}}), []string{`form "few", which the language does not have`}},
		"no category":     {changed(map[string]any{"count.figures": map[string]string{"some": "x", "other": "{Count}"}}), []string{`form "some", which is no plural category`}},
		"forms differ":    {changed(map[string]any{"count.figures": map[string]string{"one": "{What}", "other": "{Count}"}}), []string{"different placeholders"}},
		"Fyne's way":      {changed(map[string]any{"menu.file": "{{.Count}}"}), []string{"a brace that is no placeholder"}},
		"an open brace":   {changed(map[string]any{"menu.file": "a {Count"}), []string{"a brace that is no placeholder"}},
		"a closing brace": {changed(map[string]any{"menu.file": "a } b"}), []string{"a brace that is no placeholder"}},
		"empty":           {changed(map[string]any{"menu.file": " "}), []string{"has no words"}},
		"no countries":    {changed(map[string]any{"countries": nil}), []string{`"countries" are missing`}},
		"odd countries":   {changed(map[string]any{"countries": "all"}), []string{`"countries" should be an object`}},
		"countries":       {changed(map[string]any{"countries": map[string]any{"CHN": " ", "XXX": "Nowhere"}}), []string{`the country "CHN" has no name`}},
		"other countries": {changed(map[string]any{"countries": map[string]any{"CHN": "China", "XXX": "Nowhere"}}), []string{`the country "LAO" is missing: "Laos" in English`, `the country "XXX" is unknown`}},
		"a number":        {changed(map[string]any{"menu.file": 5}), []string{"neither a text nor one with plural forms"}},
		"nested":          {changed(map[string]any{"menu.file": map[string]any{"one": []int{1}}}), []string{"holds more than texts"}},
		"no power":        {changed(map[string]any{"number.1e-3": "{Number} m", "number.1e6": "million"}), []string{"no power of ten", `"number.1e6" shows []`}},
		"twice":           {[]byte(`{"a": "x", "a": "y"}`), []string{`"a" is there twice`}},
		"no object":       {[]byte(`["a"]`), []string{"where an object should begin"}},
		"two objects":     {[]byte(`{} {}`), []string{"more than one object"}},
		"broken":          {[]byte(`{"a": `), []string{"EOF"}},
		"not UTF-8":       {[]byte("{\"a\": \"\xff\"}"), []string{"not UTF-8"}},
		"too large":       {[]byte(strings.Repeat(" ", maxFile+1)), []string{"more than 4 MB"}},
	} {
		t.Run(name, func(t *testing.T) {
			en, _ := fs.ReadFile(shipped(t), "en.json")
			_, err := Open(fstest.MapFS{"en.json": {Data: en}, "de.json": {Data: c.file}}, "de")
			for _, want := range c.want {
				if err == nil || !strings.Contains(err.Error(), want) {
					t.Errorf("want %q in:\n%v", want, err)
				}
			}
		})
	}
	if _, err := Open(shipped(t), "xx-nonsense-"); err == nil {
		t.Error("opened a language with a broken tag")
	}
	if _, err := Open(shipped(t), "tlh"); err == nil {
		t.Error("opened a language without a file")
	}
}

func TestOneMayBeInWords(t *testing.T) {
	words := forms(t, "one", "other")
	words["count.figures"] = map[string]string{"one": "eine Zahl", "other": "{Count} Zahlen"}
	if got := inLanguage(t, "de", words).Count("count.figures", 1); got != "eine Zahl" {
		t.Error(got)
	}
}

func TestFormsOfALanguage(t *testing.T) {
	for tag, want := range map[string]int{"en": 2, "zh": 1, "fr": 2, "ru": 4, "pl": 4, "ar": 6, "cy": 6, "lv": 3, "sl": 4, "ga": 5, "mk": 2, "he": 4} {
		if got := len(formsOf(language.Make(tag))); got != want {
			t.Errorf("%s has %d categories, want %d", tag, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"", "File", "Saved as {File}", "{A}{B}", "{", "}", "{{.A}}", "{ä}", "{1}", "a{b}c{d1}"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		parsed, err := parse(s)
		if err != nil {
			return
		}
		if parsed.String() != s {
			t.Errorf("%q is read as %q", s, parsed)
		}
	})
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{`{}`, `{"a": "b"}`, `{"a": {"one": "x", "other": "{Count}"}}`, `{"number.1e6": "{Number} M"}`, `[]`, `{"a": {"one": {}}}`, `{"a": null}`, `{"countries": {"CHN": "China"}}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		c, err := read("xx", b, language.English)
		if err != nil {
			return
		}
		p := &Printer{catalogue: *c, tag: language.English, digits: english(t).digits, powers: powersOf(c.messages)}
		for key := range c.messages {
			if p.Say(key) == "" || p.Count(key, 1) == "" || p.Number(5e6, Short) == "" {
				t.Errorf("%q says nothing", key)
			}
		}
	})
}
