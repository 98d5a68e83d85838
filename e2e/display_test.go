//go:build e2e && linux

package e2e

import (
	"bufio"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// patience is how long the test waits for anything before it fails. Nothing
// takes that long, not even on a busy machine.
const patience = time.Minute

// display is an X server with a window manager.
type display struct {
	name   string // ":7"
	pixels string // file that the server keeps its pixels in
	env    []string
}

// windowManager makes windows fill their place from the left upper corner, so
// that a point of the window is the same point of the screen.
const windowManager = `<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew><followMouse>no</followMouse></focus>
  <keyboard><keybind key="A-F4"><action name="Close"/></keybind></keyboard>
  <applications><application class="*">
    <decor>no</decor><focus>yes</focus>
    <position force="yes"><x>0</x><y>0</y></position>
  </application></applications>
</openbox_config>
`

// newDisplay starts a display that ends with the test. Programs on it have the
// given home and nothing of the user's own desktop. Flags are for the X server.
func newDisplay(t *testing.T, home string, flags ...string) *display {
	t.Helper()
	dir := t.TempDir()
	d := &display{pixels: filepath.Join(dir, "Xvfb_screen0")}
	read, write, err := os.Pipe()
	must(t, err)
	// Without -noreset a server begins anew when its only program has gone, which may be
	// the one that asks for the window manager, and sends that away as it comes.
	server := exec.Command("Xvfb", append(flags, "-noreset", "-displayfd", "3", "-fbdir", dir, "-screen", "0", "1600x1000x24", "-nolisten", "tcp")...)
	server.ExtraFiles = []*os.File{write}
	launch(t, server)
	must(t, write.Close())
	must(t, read.SetReadDeadline(time.Now().Add(patience)))
	number, err := bufio.NewReader(read).ReadString('\n')
	must(t, err)
	must(t, read.Close())
	d.name = ":" + strings.TrimSpace(number)
	d.env = environment(home, d.name)

	config := filepath.Join(dir, "openbox.xml")
	must(t, os.WriteFile(config, []byte(windowManager), 0o600))
	return d.managed(t, "openbox", "--config-file", config)
}

// managed starts a window manager on the display, and waits for it: a window that is
// there before its manager may never get the keyboard.
func (d *display) managed(t *testing.T, manager ...string) *display {
	t.Helper()
	c := exec.Command(manager[0], manager[1:]...)
	c.Env = d.env
	launch(t, c)
	for end := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		if _, err := d.run("xdotool", "get_num_desktops"); err == nil {
			return d
		}
		if time.Now().After(end) {
			t.Fatal("waited in vain for the window manager")
		}
	}
}

// environment is that of a fresh user on a desktop without services.
func environment(home, display string) []string {
	return []string{
		"PATH=" + os.Getenv("PATH"),
		"DISPLAY=" + display,
		"HOME=" + home,
		"XDG_CONFIG_HOME=" + filepath.Join(home, ".config"),
		"XDG_CACHE_HOME=" + filepath.Join(home, ".cache"),
		"XDG_DATA_HOME=" + filepath.Join(home, ".local", "share"),
		"XDG_RUNTIME_DIR=" + filepath.Join(home, ".run"),
		"DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent", // or a bus would be started, and stay
		"LANG=C.UTF-8",
	}
}

// launch starts a program that ends with the test, even if that crashes.
func launch(t *testing.T, c *exec.Cmd) {
	t.Helper()
	c.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	must(t, c.Start())
	t.Cleanup(func() {
		_ = c.Process.Kill()
		_ = c.Wait()
	})
}

// run runs a program on the display and returns what it prints.
func (d *display) run(program string, args ...string) (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	c := exec.CommandContext(ctx, program, args...)
	c.Env = d.env
	out, err := c.Output()
	return string(out), err
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
