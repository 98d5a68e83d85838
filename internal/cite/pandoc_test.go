package cite

import (
	"encoding/json"
	"os/exec"
	"reflect"
	"strings"
	"testing"

	"beltroad/data"
)

// pandoc is what pandoc makes of a text: options, then the text.
func pandoc(t *testing.T, text string, options ...string) string {
	t.Helper()
	if _, err := exec.LookPath("pandoc"); err != nil {
		t.Skip("pandoc is not installed")
	}
	command := exec.Command("pandoc", options...)
	command.Stdin = strings.NewReader(text)
	var complaints strings.Builder
	command.Stderr = &complaints
	out, err := command.Output()
	if err != nil || complaints.Len() > 0 {
		t.Fatalf("pandoc: %v\n%s\nfor\n%s", err, &complaints, text)
	}
	return string(out)
}

// items reads CSL-JSON.
func items(t *testing.T, text string) []map[string]any {
	t.Helper()
	var all []map[string]any
	if err := json.Unmarshal([]byte(text), &all); err != nil {
		t.Fatal(err)
	}
	return all
}

// nasty is a source with everything that a format could trip over.
func nasty() data.Source {
	return data.Source{
		ID: "nasty", Type: "article-journal",
		Title:     `Q&A: 50 % of #1 {roads}, $2 a_b \ ~ ^ <x> "yes" -- --- “Ü郑”`,
		Author:    []data.Name{{Family: "Zheng", Given: "Shanjie"}, {Literal: "Ports and Roads, Inc. & Co"}},
		Container: "Journal of A & B", Volume: "12", Issue: "3", Page: "4-9",
		Issued: data.Date{Year: 2024, Month: 5, Day: 6}, Accessed: data.Date{Year: 2024, Month: 6},
		URL: "https://example.org/a_b?x=1&y=%20#z~",
	}
}

func TestPandocReadsBibTeX(t *testing.T) {
	src := nasty()
	read := items(t, pandoc(t, BibTeX(src, words(), 15, 31), "-f", "bibtex", "-t", "csljson"))
	if len(read) != 1 {
		t.Fatalf("pandoc reads %d items, want 1", len(read))
	}
	want := map[string]any{
		"id": "zheng2024", "type": "article-journal", "title": src.Title,
		"author": []any{
			map[string]any{"family": "Zheng", "given": "Shanjie"},
			map[string]any{"literal": "Ports and Roads, Inc. & Co"},
		},
		"container-title": "Journal of A & B", "volume": "12", "issue": "3", "page": "4-9",
		"issued":   map[string]any{"date-parts": []any{[]any{2024.0, 5.0, 6.0}}},
		"accessed": map[string]any{"date-parts": []any{[]any{2024.0, 6.0}}},
		"URL":      src.URL, "annote": "¶15, ¶31",
	}
	if !reflect.DeepEqual(read[0], want) {
		t.Errorf("pandoc reads\n%v\nwant\n%v", read[0], want)
	}
}

func TestPandocReadsCSL(t *testing.T) {
	for name, src := range map[string]data.Source{"read": article(), "made": nasty(), "empty": {}} {
		t.Run(name, func(t *testing.T) {
			text := CSL(src, Words{}, 15)
			got := items(t, pandoc(t, text, "-f", "csljson", "-t", "csljson"))
			want := items(t, strings.Replace(text, `\"yes\"`, "“yes”", 1)) // pandoc's one change
			if !reflect.DeepEqual(got, want) {
				t.Errorf("pandoc reads\n%v\nwant\n%v", got, want)
			}
		})
	}
}

func TestPandocCites(t *testing.T) {
	src := article()
	got := pandoc(t, CSL(src, Words{}, 15), "-f", "csljson", "-t", "plain", "--citeproc", "--wrap=none")
	if !strings.Contains(got, "Zheng") || !strings.Contains(got, "“Boosting High-Quality Cooperation.”") {
		t.Errorf("pandoc writes %s", got)
	}
}
