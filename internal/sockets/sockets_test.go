package sockets

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func TestBus(t *testing.T) {
	const unix, tcp = "unix:path=/run/user/1000/bus,guid=1", "tcp:host=example.org,port=1"
	for _, c := range []struct {
		given string
		usual string
		want  string
	}{
		{"", unix, unix},
		{"", "", noBus},
		{"autolaunch:", "", noBus},
		{"autolaunch:", unix, unix},
		{"autolaunch:scope=*user", "", noBus},
		{unix, "", unix},
		{tcp, unix, noBus},
		{tcp + ";" + unix, "", unix},
		{unix + ";nonce-tcp:host=x,port=1;" + unix, unix, unix + ";" + unix},
		{"unixexec:path=/bin/sh", unix, noBus},
		{"launchd:env=X", unix, noBus},
		{" tcp:host=x", unix, noBus},
		{noBus, unix, noBus},
		{"TCP:host=x", unix, noBus},
	} {
		if got := busOf(c.given, c.usual); got != c.want {
			t.Errorf("of %q, %q, it makes %q", c.given, c.usual, got)
		}
	}
}

func TestUsualBus(t *testing.T) {
	with, without := filepath.Join(t.TempDir(), "a b;c"), t.TempDir()
	if err := os.MkdirAll(filepath.Join(with, "bus"), 0o700); err != nil {
		t.Fatal(err)
	}
	if got := usualBus("", without, with); !strings.HasPrefix(got, "unix:path=/") || !strings.HasSuffix(got, "/a%20b%3bc/bus") {
		t.Errorf("it is %q", got)
	}
	if got := usualBus("", without); got != "" {
		t.Errorf("it is %q", got)
	}
}

func TestKeepBus(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("there is no such bus")
	}
	t.Setenv(busVariable, "tcp:host=example.org,port=1")
	KeepBus()
	if got := os.Getenv(busVariable); got != noBus {
		t.Errorf("it is %q", got)
	}
}

func TestDisplay(t *testing.T) {
	for given, want := range map[string]string{
		"": "", ":0": "unix:0", ":99.1": "unix:99.1", "unix:0": "unix:0", ":": ":",
		"localhost:10.0": "localhost:10.0", "tcp/host:0": "tcp/host:0", "/private/tmp/x:0": "/private/tmp/x:0",
	} {
		t.Setenv(displayVariable, given)
		restore := KeepDisplay()
		if got := os.Getenv(displayVariable); got != want {
			t.Errorf("of %q it makes %q", given, got)
		}
		restore()
		if got := os.Getenv(displayVariable); got != given {
			t.Errorf("after %q it is %q", given, got)
		}
	}
}
