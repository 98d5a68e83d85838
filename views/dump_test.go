package views

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestCheckDump(t *testing.T) {
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	for name, content := range map[string]string{"letter": "Dear all", "dump": `{"place":"overview"}`, "empty": "", "new.part": "left over"} {
		if err := os.WriteFile(in(name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, file := range []string{"", in("new"), in("dump"), in("empty")} {
		if err := CheckDump(file); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
	for file, want := range map[string]string{
		in("letter"): "it holds something else", dir: "it is no regular file", os.DevNull: "it is no regular file", in("none/file"): "--dump: ",
	} {
		if err := CheckDump(file); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", file, err, want)
		}
	}
	if b, err := os.ReadFile(in("letter")); string(b) != "Dear all" {
		t.Errorf("the letter is %q, %v", b, err)
	}
}

// Links that lie in the way are not followed.
func TestDumpFollowsNoLink(t *testing.T) {
	dir := t.TempDir()
	letter, link, dump := filepath.Join(dir, "letter"), filepath.Join(dir, "link"), filepath.Join(dir, "dump")
	if err := os.WriteFile(letter, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, from := range []string{link, dump + ".part"} {
		if err := os.Symlink(letter, from); err != nil {
			t.Fatal(err)
		}
	}
	if err := CheckDump(link); err == nil {
		t.Error("a link is taken")
	}
	if err := writeDump(dump, []byte(dumpStart)); err != nil {
		t.Fatal(err)
	}
	if b, err := os.ReadFile(letter); len(b) > 0 || err != nil {
		t.Errorf("what a link in the way leads to is now %q, %v", b, err)
	}
}

// The file of times is new: nothing that is there is lost, waited for or followed.
func TestCheckFrames(t *testing.T) {
	dir := t.TempDir()
	letter, link, fresh := filepath.Join(dir, "letter"), filepath.Join(dir, "link"), filepath.Join(dir, "new")
	must(t, os.WriteFile(letter, []byte("Dear all"), 0o600))
	must(t, os.Symlink(filepath.Join(dir, "planted"), link))
	for _, file := range []string{letter, link, dir, os.DevNull, filepath.Join(dir, "none", "file")} {
		if err := CheckFrames(file); err == nil || !strings.HasPrefix(err.Error(), "--frames: ") {
			t.Errorf("%s: %v", file, err)
		}
	}
	for _, file := range []string{"", fresh} {
		if err := CheckFrames(file); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
	if b, err := os.ReadFile(letter); string(b) != "Dear all" { // #nosec G304
		t.Errorf("the letter is %q, %v", b, err)
	}
	if files := filesIn(t, dir); len(files) != 3 {
		t.Errorf("there are %q", files)
	}
}

// A window that is being closed shows nothing, and is asked all the same.
func TestDumpOfAWindowThatCloses(t *testing.T) {
	_, w := appOf(t, dossier(t))
	if w.look().Place == "" {
		t.Error("it stands nowhere")
	}
	w.leaveDossier()
	if got := w.look().Place; got != "" {
		t.Errorf("without a dossier, it stands at %q", got)
	}
}
