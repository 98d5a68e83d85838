//go:build e2e && linux && wine

package e2e

import (
	"image"
	"io/fs"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The packages for Windows, and a Wine to try them in. packaging/windows/test
// sets all that is read from the environment.
var (
	portableFolder = os.Getenv("E2E_PORTABLE")
	setupFile      = os.Getenv("E2E_SETUP")
	driveC         = filepath.Join(os.Getenv("WINEPREFIX"), "drive_c")
)

const (
	appName      = "Belt and Road Explorer"
	uninstallKey = `HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\org.beltroad.explorer`
	dossierKey   = `HKCU\Software\Classes\beltroad.dossier`
)

// fromStartMenu opens an entry of the start menu, and lasts as long as what that starts.
var fromStartMenu = []string{"sh", "-c", `wine start /unix "$@" && wineserver -w`, "start"}

// windowsUser is someone at a computer with Windows.
func windowsUser(t *testing.T) *app {
	t.Helper()
	a := newUser(t)
	for _, v := range os.Environ() {
		if strings.HasPrefix(v, "WINE") || strings.HasPrefix(v, "LIBGL") {
			a.display.env = append(a.display.env, v)
		}
	}
	t.Cleanup(func() { // Wine's own desktop is on this test's display
		_, _ = a.display.run("wineserver", "-k")
		_, _ = a.display.run("wineserver", "-w")
	})
	return a
}

// appData is a folder of the Windows user's.
func appData(t *testing.T, below ...string) string {
	t.Helper()
	me, err := user.Current()
	must(t, err)
	return filepath.Join(append([]string{driveC, "users", me.Username, "AppData"}, below...)...)
}

// wine runs a program to its end and returns its exit code.
func (a *app) wine(args ...string) int {
	a.t.Helper()
	c := exec.Command("wine", args...)
	c.Env = a.display.env
	out, err := c.CombinedOutput()
	if c.ProcessState == nil {
		a.t.Fatal(err)
	}
	a.t.Logf("%s: %d %s", strings.Join(args, " "), c.ProcessState.ExitCode(), out)
	return c.ProcessState.ExitCode()
}

// visitsPillar clicks on a pillar, sees it drawn, and keeps a picture.
func (a *app) visitsPillar() {
	a.t.Helper()
	a.waitGround(lightGround)
	before := a.picture()
	if n := colours(before); n < 100 {
		a.t.Errorf("the window is drawn in %d colours", n)
	}
	a.click(`Trade \d+`)
	a.waitPlace("pillar/trade")
	a.until("another picture", func() bool { return different(before, a.picture()) > 0.05 })
	must(a.t, a.savePicture(os.Getenv("E2E_KEEP")))
}

func colours(img *image.NRGBA) int {
	seen := map[[3]uint8]bool{}
	for i := 0; i < len(img.Pix); i += 4 {
		seen[[3]uint8(img.Pix[i:i+3])] = true
	}
	return len(seen)
}

// different is the share of pixels that two pictures of a size do not share.
func different(a, b *image.NRGBA) float64 {
	n := 0
	for y := range a.Rect.Dy() {
		for x := range a.Rect.Dx() {
			if a.NRGBAAt(x, y) != b.NRGBAAt(x, y) {
				n++
			}
		}
	}
	return float64(n) / float64(a.Rect.Dx()*a.Rect.Dy())
}

func TestWindowsPortable(t *testing.T) {
	a := windowsUser(t)
	a.program = filepath.Join(portableFolder, "beltroad.exe")
	before := files(t, driveC)
	a.openBy([]string{"wine"})
	a.visitsPillar()
	a.key("ctrl+shift+d")
	a.waitGround(darkGround)
	a.quit()

	kept, err := os.ReadFile(filepath.Join(portableFolder, "beltroad-data", "settings.json"))
	if err != nil || !strings.Contains(string(kept), `"pillar/trade"`) || !strings.Contains(string(kept), `"dark"`) {
		t.Errorf("beside the program is kept %s, %v", kept, err)
	}
	if more := added(before, files(t, driveC)); len(more) > 0 {
		t.Errorf("elsewhere was written %q", more)
	}
	a.openBy([]string{"wine"})
	a.waitPlace("pillar/trade")
	a.waitGround(darkGround)
	a.quit()
}

func TestWindowsInstalled(t *testing.T) {
	a := windowsUser(t)
	folder := appData(t, "Local", "Programs", appName)
	entry := appData(t, "Roaming", "Microsoft", "Windows", "Start Menu", "Programs", appName+".lnk")
	settings := appData(t, "Roaming", "fyne", "org.beltroad.explorer", "settings.json")
	before := files(t, driveC)
	if code := a.wine(setupFile, "/S"); code != 0 {
		t.Fatalf("the installer ended with %d", code)
	}
	told, err := a.display.run("wine", "reg", "query", uninstallKey)
	for _, value := range []string{"DisplayName", "DisplayVersion", "Publisher", "DisplayIcon", "EstimatedSize", "UninstallString", "QuietUninstallString"} {
		if !strings.Contains(told, " "+value+" ") {
			t.Errorf("Windows is not told the %s, but %s, %v", value, told, err)
		}
	}

	command, err := a.display.run("wine", "reg", "query", dossierKey+`\shell\open\command`, "/ve")
	if !strings.Contains(command, `\beltroad.exe" "%1"`) {
		t.Errorf("a dossier is opened by %s, %v", command, err)
	}
	if end, err := a.display.run("wine", "reg", "query", `HKCU\Software\Classes\.dossier`, "/ve"); !strings.Contains(end, "beltroad.dossier") {
		t.Errorf(".dossier is %s, %v", end, err)
	}
	a.signed(filepath.Join(folder, "beltroad.exe"))
	a.signed(filepath.Join(folder, "uninstall.exe"))

	a.program = entry
	a.openBy(fromStartMenu)
	a.visitsPillar()
	if code := a.wine(setupFile, "/S"); code == 0 {
		t.Error("the installer replaces a program that runs")
	}
	a.quit()
	if _, err := os.Stat(settings); err != nil {
		t.Error("where are the settings?", err)
	}
	if code := a.wine(setupFile, "/S"); code != 0 { // over itself, as a new version would be
		t.Errorf("the second time, the installer ended with %d", code)
	}

	a.uninstall(folder)
	ours := func(file string) bool {
		return strings.HasPrefix(settings, file) || strings.HasPrefix(file, filepath.Dir(settings))
	}
	if left := slices.DeleteFunc(added(before, files(t, driveC)), ours); len(left) > 0 {
		t.Errorf("what is left: %q", left)
	}
	for _, key := range []string{uninstallKey, dossierKey, `HKCU\Software\Classes\.dossier`} {
		if a.wine("reg", "query", key) == 0 {
			t.Error("Windows still has", key)
		}
	}

	// Wine, started in the moment after its server has ended, ends at once now and then.
	if a.wine(setupFile, "/S") != 0 && a.wine(setupFile, "/S") != 0 {
		t.Fatal("it cannot be installed again")
	}
	a.openBy(fromStartMenu)
	a.waitPlace("pillar/trade") // the settings were kept
	a.quit()
	a.opensByDoubleClick()
	a.uninstall(folder, "/PURGE")
	if left := added(before, files(t, driveC)); len(left) > 0 {
		t.Errorf("what is left, though all was to go: %q", left)
	}
}

// opensByDoubleClick opens a lesson as the desktop does. Wine 8 looks for types among
// those of all users alone, where Windows looks among the user's own first: they are
// copied there.
func (a *app) opensByDoubleClick() {
	a.t.Helper()
	for _, key := range []string{".lesson", "beltroad.lesson"} {
		if code := a.wine("reg", "copy", `HKCU\Software\Classes\`+key, `HKLM\Software\Classes\`+key, "/s", "/f"); code != 0 {
			a.t.Fatalf("the installer registers no %s", key)
		}
	}
	file := filepath.Join(a.t.TempDir(), "two words.lesson")
	must(a.t, os.WriteFile(file, []byte(`{"format": "beltroad.lesson", "version": 1, "title": "Two words", "dossier": {"name": "beltroad"}, "slides": [{"id": "a", "form": "title", "title": "Two words"}]}`), 0o600))
	a.launch(append(slices.Clone(fromStartMenu), file))
	a.findWindow()
	a.until("the lesson being one of the user's", func() bool {
		kept, err := filepath.Glob(appData(a.t, "Roaming", "fyne", "org.beltroad.explorer", "lessons", "*.lesson.json"))
		return err == nil && len(kept) == 1
	})
	a.quit()
}

// signed tells whether a program is signed with the test's certificate.
func (a *app) signed(program string) {
	a.t.Helper()
	if out, err := a.display.run("osslsigncode", "verify", "-CAfile", os.Getenv("E2E_CERTIFICATE"), "-in", program); err != nil {
		a.t.Errorf("%s is not signed as it should be: %v\n%s", program, err, out)
	}
}

// uninstall waits for the end, which is not that of the process: the program
// goes on as a copy of itself.
func (a *app) uninstall(folder string, flags ...string) {
	a.t.Helper()
	a.wine(append([]string{filepath.Join(folder, "uninstall.exe"), "/S"}, flags...)...)
	a.until("the folder of the program being gone", func() bool {
		_, err := os.Stat(folder)
		return os.IsNotExist(err)
	})
	_, err := a.display.run("wineserver", "-w")
	must(a.t, err)
}

// files are all below a folder, but for temporary ones.
func files(t *testing.T, root string) map[string]bool {
	t.Helper()
	found := map[string]bool{}
	temporary := appData(t, "..", "Temp") // a program that deletes itself leaves a copy there until the next start
	must(t, filepath.WalkDir(root, func(path string, _ fs.DirEntry, err error) error {
		if path == temporary {
			return fs.SkipDir
		}
		found[path] = true
		return err
	}))
	return found
}

func added(before, after map[string]bool) (more []string) {
	for path := range after {
		if !before[path] {
			more = append(more, path)
		}
	}
	slices.Sort(more)
	return more
}
