package alert

import "os/exec"

// script shows its two arguments.
const script = `on run words
	display alert (item 1 of words) message (item 2 of words) as critical
end run`

func show(title, message string) {
	_ = exec.Command("osascript", "-e", script, title, message).Run() // it was printed, too
}
