package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"beltroad/data"
	"beltroad/internal/compare"
	"beltroad/internal/library"
	"beltroad/views"
)

// The exit statuses of a comparison, those of diff.
const (
	differ  = 1
	trouble = 2
)

// diff prints in what two dossiers differ, as Markdown, and ends the program as
// diff does.
func diff(from, to string) {
	same, err := printDifferences(from, to, os.Stdout)
	switch {
	case err != nil:
		fmt.Fprintln(os.Stderr, "beltroad:", err)
		os.Exit(trouble)
	case !same:
		os.Exit(differ)
	}
}

// printDifferences prints in what two dossiers differ, and tells whether they are
// the same.
func printDifferences(from, to string, out io.Writer) (same bool, err error) {
	var both [2]*data.Dossier
	for i, path := range []string{from, to} {
		if both[i], err = library.Open(context.Background(), path, data.Watch{}); err != nil {
			return false, fmt.Errorf("%s:\n%w", whole(path), err)
		}
	}
	c, words := compare.Dossiers(both[0], both[1]), views.English()
	if c.From == c.To { // which was which only their files say
		c.From, c.To = c.From.At(words, whole(from)), c.To.At(words, whole(to))
	}
	return c.Same(), c.Markdown(out, words)
}
