// Command generate brings the resources of the built-in dossier's descriptor
// up to date with the format. It runs in the folder of package data.
package main

import (
	"log"
	"os"

	"beltroad/data/internal/schema"
)

func main() {
	const path = "beltroad/datapackage.json"
	descriptor, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	if descriptor, err = schema.Describe(descriptor); err != nil {
		log.Fatal(path, ": ", err)
	}
	if err := os.WriteFile(path, descriptor, 0o644); err != nil {
		log.Fatal(err)
	}
}
