// Command synthetic writes a valid dossier of any size into a folder, to see
// what size does to the app: N projects, and three figures for each.
//
//	go run ./script/synthetic N FOLDER
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"beltroad/data/fixture"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "synthetic:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 2 {
		return fmt.Errorf("usage: go run ./script/synthetic N FOLDER")
	}
	n, err := strconv.Atoi(args[0])
	if err != nil {
		return fmt.Errorf("%q is no number of projects", args[0])
	}
	files, err := fixture.Synthetic(n)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(args[1], 0o755); err != nil { // #nosec G301 -- for everyone to read
		return err
	}
	for name, file := range files {
		if err := os.WriteFile(filepath.Join(args[1], name), file.Data, 0o644); err != nil { // #nosec G306 -- for everyone to read
			return err
		}
	}
	return nil
}
