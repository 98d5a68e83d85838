//go:build !windows && !darwin

package alert

import (
	"os"
	"os/exec"
)

func show(title, message string) {
	if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return
	}
	for _, words := range [][]string{
		{"zenity", "--error", "--no-markup", "--width=480", "--title", title, "--text", message},
		{"kdialog", "--title", title, "--error", message},
		{"xmessage", "-center", "-default", "okay", "-title", title, message},
	} {
		if helper, err := exec.LookPath(words[0]); err == nil {
			_ = exec.Command(helper, words[1:]...).Run() // #nosec G204 -- one of these three; the message was printed, too
			return
		}
	}
}
