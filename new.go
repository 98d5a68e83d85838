package main

import (
	"fmt"
	"io"
	"io/fs"

	"beltroad/assets"
	"beltroad/internal/draft"
	"beltroad/internal/message"
)

// create makes a folder with an example of a dossier, and says so.
func create(folder string, out io.Writer) error {
	all, err := fs.Sub(assets.Translations, "translations")
	if err != nil {
		return err
	}
	words, err := message.Open(all, message.Base)
	if err != nil {
		return err
	}
	if err := draft.New(folder, words); err != nil {
		return notMade(folder, err)
	}
	_, err = fmt.Fprintln(out, "made:", folder)
	return err
}
