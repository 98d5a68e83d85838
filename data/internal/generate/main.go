// Command generate brings the resources of the built-in dossier's descriptor
// up to date with the format. It runs in the folder of package data.
package main

import (
	"fmt"
	"log"
	"os"

	"beltroad/data/internal/schema"
)

func main() {
	if err := generate(); err != nil {
		log.Fatal(err)
	}
}

func generate() error {
	const path = "datapackage.json"
	folder, err := os.OpenRoot("beltroad")
	if err != nil {
		return err
	}
	defer folder.Close() //nolint:errcheck // a folder, which nothing is written to
	descriptor, err := folder.ReadFile(path)
	if err != nil {
		return err
	}
	if descriptor, err = schema.Describe(descriptor); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return folder.WriteFile(path, descriptor, 0o600)
}
