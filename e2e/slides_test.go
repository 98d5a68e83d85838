//go:build e2e && linux

package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// readyLessons are those that come with the dossier, with how many slides they have.
var readyLessons = []struct {
	place  string
	slides int
}{
	{"lesson/ten-years", 24},
	{"lesson/read-a-number", 12},
}

// TestEverySlide presents both lessons from the first slide to the last one on two
// displays, in each size that projectors have and in both looks; without -long, in
// one of them. Both displays are unplugged and plugged in again in the middle.
func TestEverySlide(t *testing.T) {
	for _, size := range []string{"1024x768", "1280x720", "1920x1080"} {
		for _, scheme := range []string{"light", "dark"} {
			if !*long && size+scheme != "1024x768dark" {
				continue
			}
			t.Run(size+"-"+scheme, func(t *testing.T) {
				a := onDisplaysOf(t, size, scheme)
				for _, l := range readyLessons {
					a.open(l.place)
					a.key("shift+F5")
					a.presented(fmt.Sprintf("1 of %d, 0 strokes, 0 guesses, 2 displays, notes", l.slides))
					a.fills(presenter, "0,0 "+size)
					width, _, _ := strings.Cut(size, "x")
					a.fills(audience, width+",0 "+size)
					a.throughSlides(strings.TrimPrefix(l.place, "lesson/"), l.slides, size)
					a.key("Escape")
					a.presented("")
					a.quit()
				}
			})
		}
	}
}

// onDisplaysOf is a user with two displays of a size, who likes light or dark.
func onDisplaysOf(t *testing.T, size, scheme string) *app {
	t.Helper()
	a := strangerAt(t, func(home string) *display { return newTwoDisplays(t, home) })
	a.xrandr("--output", "DUMMY0", "--mode", size, "--output", "DUMMY1", "--mode", size, "--right-of", "DUMMY0")
	a.xrandr()
	kept := filepath.Join(a.home, ".config", "fyne", "org.beltroad.explorer")
	must(t, os.MkdirAll(kept, 0o700))
	must(t, os.WriteFile(filepath.Join(kept, "settings.json"), fmt.Appendf(nil, `{"version": 1, "told": true, "scheme": %q}`, scheme), 0o600))
	return a
}

// throughSlides goes from the first slide to the last one, reveals what is hidden,
// and loses and gets back a display in the middle.
func (a *app) throughSlides(name string, slides int, size string) {
	a.t.Helper()
	for n := 1; n <= slides; n++ {
		here := fmt.Sprintf("%d of %d, ", n, slides)
		a.presented(here + ".*2 displays.*")
		a.photograph(fmt.Sprintf("%s-%02d", name, n))
		if strings.Contains(a.now().Presented, "hidden") {
			a.key("Next")
			a.presented(here + "[^h]*")
			a.photograph(fmt.Sprintf("%s-%02d-revealed", name, n))
		}
		if n == slides/2 {
			a.xrandr("--output", "DUMMY1", "--off")
			a.presented(here + ".*1 displays.*")
			a.fills(audience, "0,0 "+size)
			a.xrandr("--output", "DUMMY1", "--mode", size, "--right-of", "DUMMY0")
			a.xrandr()
		}
		if n < slides {
			a.key("Next")
		}
	}
}
