// Command generate brings the resources of descriptors up to date with the
// format: of the built-in dossiers, and of the one for tests. It runs in the
// folder of package data.
package main

import (
	"fmt"
	"log"
	"os"
	"path"

	"beltroad/data/internal/schema"
)

func main() {
	for _, folder := range []string{"beltroad", "agenda2030", "fixture/harbour"} {
		if err := generate(folder); err != nil {
			log.Fatal(err)
		}
	}
}

func generate(folder string) error {
	const file = "datapackage.json"
	root, err := os.OpenRoot(folder)
	if err != nil {
		return err
	}
	defer root.Close() //nolint:errcheck // a folder, which nothing is written to
	descriptor, err := root.ReadFile(file)
	if err != nil {
		return err
	}
	if descriptor, err = schema.Describe(descriptor); err != nil {
		return fmt.Errorf("%s: %w", path.Join(folder, file), err)
	}
	return root.WriteFile(file, descriptor, 0o600)
}
