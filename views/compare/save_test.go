package compare

import (
	"strings"
	"testing"
)

// A comparison cannot be imported, as notes can.
func TestKindsOfFilesAreItsOwn(t *testing.T) {
	for _, f := range []struct{ name, end string }{{asTable.Name, asTable.End}, {asMarkdown.Name, asMarkdown.End}} {
		if strings.HasPrefix(f.name, "note.") {
			t.Errorf("%s is called as notes are, by %s", f.end, f.name)
		}
	}
}
