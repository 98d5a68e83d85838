package data

import (
	"fmt"
	"strings"
	"testing"
)

// Synonyms are read as they stand. A dossier from before there was a table of
// them opens, and has none.
func TestSynonyms(t *testing.T) {
	d := mustOpen(t, mapFS(goodFiles()))
	if got := fmt.Sprint(d.Synonyms()); got != "[{ship [ship vessel 船]} {line [line track]}]" {
		t.Errorf("got %s", got)
	}
	files := goodFiles()
	delete(files, "synonyms.csv")
	start := strings.Index(files[descriptorFile], `    {
      "name": "synonyms"`)
	end := strings.Index(files[descriptorFile], `    {"name": "routes"`)
	if start < 0 || end < start {
		t.Fatal("the descriptor has no table of synonyms before the routes")
	}
	files[descriptorFile] = files[descriptorFile][:start] + files[descriptorFile][end:]
	if d := mustOpen(t, mapFS(files)); len(d.Synonyms()) != 0 {
		t.Errorf("got %v", d.Synonyms())
	}
}
