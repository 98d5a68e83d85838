package speech

import (
	"os/exec"
	"syscall"
)

// hide has a program show no window of its own.
func hide(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{HideWindow: true} }
