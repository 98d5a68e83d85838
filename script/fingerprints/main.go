// Command fingerprints writes the column fingerprint of a dossier's
// paragraphs.csv, by which the app recognises a reader's own copy of the source:
//
//	go run ./script/fingerprints TEXTFILE FOLDER
//
// The n-th non-empty line of the text is paragraph n.
package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"beltroad/internal/align"
)

const column = "fingerprint"

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "fingerprints:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 2 {
		return fmt.Errorf("usage: go run ./script/fingerprints TEXTFILE FOLDER")
	}
	text, err := os.ReadFile(args[0])
	if err != nil {
		return err
	}
	path := filepath.Join(args[1], "paragraphs.csv")
	table, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	written, err := written(table, lines(string(text)))
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return os.WriteFile(path, written, 0o644)
}

// lines are the lines of a text that are not empty.
func lines(text string) []string {
	return slices.DeleteFunc(strings.Split(text, "\n"), func(line string) bool { return strings.TrimSpace(line) == "" })
}

// written is a table of paragraphs with the fingerprints of lines, one for each row.
func written(table []byte, lines []string) ([]byte, error) {
	rows, err := csv.NewReader(bytes.NewReader(table)).ReadAll()
	if err != nil {
		return nil, err
	}
	if len(rows) != len(lines)+1 {
		return nil, fmt.Errorf("%d rows for %d lines", max(len(rows)-1, 0), len(lines))
	}
	n, at := slices.Index(rows[0], "n"), slices.Index(rows[0], column)
	if n < 0 {
		return nil, fmt.Errorf("no column n")
	}
	if at < 0 {
		at = len(rows[0])
		for i := range rows {
			rows[i] = append(rows[i], "")
		}
		rows[0][at] = column
	}
	for i, row := range rows[1:] {
		if row[n] != strconv.Itoa(i+1) {
			return nil, fmt.Errorf("row %d has n %q", i+2, row[n])
		}
		row[at] = align.Fingerprint(lines[i])
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	err = w.WriteAll(rows)
	return b.Bytes(), err
}
