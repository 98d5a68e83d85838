package views

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"beltroad/assets"
)

// english are the texts of the English file by their keys.
func english(t testing.TB) map[string][]string {
	t.Helper()
	file, err := assets.Translations.ReadFile("translations/en.json")
	if err != nil {
		t.Fatal(err)
	}
	var raw map[string]any
	if err := json.Unmarshal(file, &raw); err != nil {
		t.Fatal(err)
	}
	all := map[string][]string{}
	for key, v := range raw {
		forms, ok := v.(map[string]any)
		if !ok {
			forms = map[string]any{"other": v}
		}
		for _, s := range forms {
			all[key] = append(all[key], fmt.Sprint(s))
		}
	}
	return all
}

// program is the Go of the program, without its tests.
func program(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{}
	if err := filepath.WalkDir("..", func(path string, e fs.DirEntry, err error) error {
		switch {
		case err == nil && e.IsDir() && slices.Contains([]string{".git", "node_modules", "build", "dist"}, e.Name()):
			return filepath.SkipDir // what was made, or comes from elsewhere
		case err != nil || e.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return err
		}
		b, err := os.ReadFile(path)
		all[path] = string(b)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if len(all) < 100 {
		t.Fatalf("read %d files only", len(all))
	}
	return all
}

// Words that nothing asks for are not translated in vain. A key stands in the
// code, or its beginning does and the end is put together.
func TestEveryKeyIsUsed(t *testing.T) {
	var code strings.Builder
	for _, text := range program(t) {
		code.WriteString(text)
	}
	asked := code.String()
	for key := range english(t) {
		used := strings.Contains(asked, `"`+key+`"`)
		for at := 1; at < len(key) && !used; at++ {
			used = (key[at-1] == '.' || key[:at] == "number.1e") && strings.Contains(asked, `"`+key[:at]+`"`)
		}
		if !used {
			t.Errorf("en.json has %q, which no code asks for", key)
		}
	}
}

var asking = regexp.MustCompile(`(?:\.Say|\.Count|\.Name|lang\.L|lang\.N)\("([^"]+)"`)

func TestEveryKeyThatIsAskedForIsThere(t *testing.T) {
	words, found := english(t), 0
	for path, text := range program(t) {
		for _, m := range asking.FindAllStringSubmatch(text, -1) {
			found++
			if key := m[1]; words[key] == nil && !strings.HasSuffix(key, ".") && !strings.Contains(key, "%") {
				t.Errorf("%s asks for %q, which en.json does not have", path, key)
			}
		}
	}
	if found < 100 {
		t.Errorf("found %d keys only", found)
	}
}
