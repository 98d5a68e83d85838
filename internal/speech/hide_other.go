//go:build !windows

package speech

import "os/exec"

// hide does nothing: programs show no window here.
func hide(*exec.Cmd) {}
