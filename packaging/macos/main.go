// Command macos lays a built program out as an app for macOS.
//
//	macos PROGRAM OUTPUT.app
//
// It runs anywhere: what needs Apple's tools is done by the script that calls
// it, packaging/macos/build. What the app is called and which version it has it
// finds in the environment, where script/package puts it.
package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"time"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: macos PROGRAM OUTPUT.app")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "macos:", err)
		os.Exit(1)
	}
}

func run(program, output string) error {
	info, made, err := described(os.Getenv)
	if err != nil {
		return err
	}
	root := filepath.Join("..", "..") // the folder of this module's own is packaging/macos
	b := bundle{info: info, made: made, program: program}
	if b.icon, err = os.ReadFile(filepath.Join(root, "assets", "icon", "icon.svg")); err != nil {
		return err
	}
	b.papers = []string{filepath.Join(root, "LICENSE"), filepath.Join(root, "assets", "notices", "THIRD_PARTY_NOTICES.txt")}
	return b.write(output)
}

// described is what the environment says of the app, and when it was made.
func described(env func(string) string) (info, time.Time, error) {
	seconds, err := strconv.ParseInt(env("SOURCE_DATE_EPOCH"), 10, 64)
	if err != nil {
		return info{}, time.Time{}, fmt.Errorf("SOURCE_DATE_EPOCH: %w", err)
	}
	i := infoOf(env("BELTROAD_NAME"), env("BELTROAD_ID"), env("BELTROAD_VERSION"), env("BELTROAD_BUILD"))
	if i.Name == "" || i.Identifier == "" || i.ShortVersion == "" || i.Version == "" {
		return info{}, time.Time{}, errors.New("BELTROAD_NAME, _ID, _VERSION or _BUILD is missing; script/package sets them")
	}
	return i, time.Unix(seconds, 0), nil
}
