package data

import (
	"strings"
	"testing"
)

// printed is the good table of paragraphs with a fingerprint in row 2.
func printed(t *testing.T, cell string) map[string]string {
	t.Helper()
	table := goodFiles()["paragraphs.csv"]
	table = strings.Replace(table, ",summary\n", ",summary,fingerprint\n", 1)
	table = strings.Replace(table, "A title about a pact.\n", "A title about a pact.,"+cell+"\n", 1)
	lines := strings.Split(strings.TrimSuffix(table, "\n"), "\n")
	for i := 2; i < len(lines); i++ {
		lines[i] += ","
	}
	return with(map[string]string{"paragraphs.csv": strings.Join(lines, "\n") + "\n"})
}

// A paragraph has the fingerprint that its row has. A table without the column
// is read as before.
func TestFingerprints(t *testing.T) {
	for _, cell := range []string{"", "30-9f3a", "200-00ff9f3a-0123456789abcdef0000"} {
		d := mustOpen(t, mapFS(printed(t, cell)))
		if p, _ := d.Paragraph(1); p.Fingerprint != cell {
			t.Errorf("got %q, want %q", p.Fingerprint, cell)
		}
	}
	if p, _ := mustOpen(t, mapFS(goodFiles())).Paragraph(1); p.Fingerprint != "" {
		t.Errorf("a fingerprint from nowhere: %q", p.Fingerprint)
	}
}

func TestOpenRefusesFingerprints(t *testing.T) {
	for _, cell := range []string{"none", "30", "30-", "-9f3a", "x-9f3a", "30-9f3", "30-9F3A", "30-9f3g", "30-9f3a-", "30-9f3a-0000-0000"} {
		ps := refused(t, mapFS(printed(t, cell)))
		if len(ps) != 1 || !strings.HasPrefix(ps[0].String(), "paragraphs.csv row 2, column fingerprint: found ") {
			t.Errorf("%q: got:\n%v", cell, ps)
		}
	}
}
