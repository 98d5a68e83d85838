//go:build e2e && linux

package e2e

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"beltroad/data/fixture"
)

// A dossier of 95,000 rows is drawn in all screens within 300 MB: its own 50, what is
// made of it to be searched and shown in time, pictures, fonts, the program's file.
func TestTourOfALargeDossier(t *testing.T) {
	t.Parallel()
	const projects, rows, most = 23_750, 95_000, 300 << 10 // most in kB
	files, err := fixture.Synthetic(projects)
	must(t, err)
	folder, pictures := t.TempDir(), t.TempDir()
	must(t, os.CopyFS(folder, files))
	told := 0
	for _, table := range []string{"projects.csv", "figures.csv"} {
		b, err := os.ReadFile(filepath.Join(folder, table))
		must(t, err)
		told += bytes.Count(b, []byte("\n")) - 1
	}
	if told < rows {
		t.Fatalf("the dossier has %d rows", told)
	}
	var out bytes.Buffer
	c := exec.Command(appFile, "--tour", pictures, "--dossier", folder)
	c.Env, c.Stdout, c.Stderr = environment(t.TempDir(), ""), &out, &out
	must(t, c.Start())
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()
	peak := 0 // kB; what the system says of an ended process counts who started it, too
	for running := true; running; {
		select {
		case err := <-ended:
			if err != nil {
				t.Fatalf("%v\n%s", err, &out)
			}
			running = false
		case <-time.After(20 * time.Millisecond):
			status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", c.Process.Pid)) // which may have just ended
			for line := range strings.Lines(string(status)) {
				if n := 0; scanned(line, &n) {
					peak = max(peak, n)
				}
			}
		}
	}
	if drawn, err := filepath.Glob(filepath.Join(pictures, "*.png")); err != nil || len(drawn) < 40 {
		t.Errorf("%d pictures, %v", len(drawn), err)
	}
	t.Logf("%d rows, at most %d MB", told, peak>>10)
	if peak == 0 || peak > most {
		t.Errorf("took %d MB, not at most %d", peak>>10, most>>10)
	}
}

func scanned(line string, kB *int) bool {
	_, err := fmt.Sscanf(line, "VmHWM: %d kB", kB)
	return err == nil
}
