//go:build e2e && linux

// Package e2e drives the real app in a real window, on a display of its own,
// as a user does: by pointer and keyboard. What is on screen it reads from the
// list that the flag --dump keeps, and from the display's pixels.
//
//	go test -tags e2e ./e2e
//
// E2E_PICTURES=DIR keeps a picture of the end of every test; without it, only
// failed tests leave one, and print where. GOFLAGS=-race builds the app with the race detector.
package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// appFile is the app. TestMain sets it: to E2E_PROGRAM, or to the one it builds.
var appFile string

func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	for _, program := range []string{"Xvfb", "openbox", "xdotool", "xclip", "rsvg-convert"} {
		if _, err := exec.LookPath(program); err != nil {
			fmt.Fprintln(os.Stderr, "e2e:", err, "- see script/setup")
			return 1
		}
	}
	if appFile = os.Getenv("E2E_PROGRAM"); appFile != "" {
		return m.Run()
	}
	dir, err := os.MkdirTemp("", "beltroad-e2e-build-")
	if err != nil {
		fmt.Fprintln(os.Stderr, "e2e:", err)
		return 1
	}
	defer os.RemoveAll(dir)
	appFile = filepath.Join(dir, "beltroad")
	build := exec.Command("go", "build", "-tags", "migrated_fynedo", "-o", appFile, "beltroad")
	build.Stdout, build.Stderr = os.Stderr, os.Stderr
	if err := build.Run(); err != nil {
		fmt.Fprintln(os.Stderr, "e2e: building the app:", err)
		return 1
	}
	return m.Run()
}
