package fynecache

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

func TestDone(t *testing.T) {
	if got := os.Getenv(variable); got != kept {
		t.Fatalf("before Done, the variable is %q", got)
	}
	Done()
	if got, there := os.LookupEnv(variable); there {
		t.Errorf("after Done, the variable is %q", got)
	}
	t.Setenv(variable, "2m") // by the user
	Done()
	if got := os.Getenv(variable); got != "2m" {
		t.Errorf("Done again changes %q, which is not its own", got)
	}
}

// Go starts packages in the order of their paths as far as their imports let it,
// so this one comes before Fyne's if it needs nothing that comes after them.
func TestStartsBeforeFyne(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "-f", "{{if not .Standard}}{{.ImportPath}}{{end}}", ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	for path := range strings.FieldsSeq(string(out)) {
		if path >= "fyne.io" {
			t.Errorf("it needs %s, which is started after Fyne", path)
		}
	}
}
