//go:build e2e && linux

package e2e

import (
	"encoding/json"
	"flag"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// long asks for tests that take many minutes to be done in full.
var long = flag.Bool("long", false, "end the app 200 times, and judge how long it takes and how long the window is held")

// TestEndsWhenAsked asks the app to end, again and again, while somebody goes
// from page to page. It ends, and opens where they were.
func TestEndsWhenAsked(t *testing.T) {
	t.Parallel()
	times, most := 6, patience
	if *long {
		times, most = 200, 2*time.Second
	}
	random := rand.New(rand.NewPCG(1, 10)) // #nosec G404 -- the same each time
	a := newUser(t)
	for n := range times {
		a.open()
		reached := ""
		for range 1 + random.IntN(3) {
			a.key("ctrl+" + strconv.Itoa(1+random.IntN(9)))
			reached = a.next(2).Place
		}
		if inTheMiddle := n%2 == 0; inTheMiddle {
			a.key("ctrl+" + strconv.Itoa(1+random.IntN(9)))
			time.Sleep(time.Duration(random.IntN(150)) * time.Millisecond)
			reached = "" // there, or not yet
		}
		asked := time.Now()
		a.endBy(syscall.SIGTERM)
		if took := time.Since(asked); took > most {
			t.Errorf("end %d took %v", n, took)
		}
		kept := a.keptPlace()
		if place, _, _ := strings.Cut(kept, "?"); place == "" || reached != "" && place != reached { // without the page's state
			t.Errorf("end %d: the app was at %q and has kept %q", n, reached, kept)
		}
	}
}

// keptPlace is where the app would open.
func (a *app) keptPlace() string {
	a.t.Helper()
	b, err := os.ReadFile(a.settingsFile())
	must(a.t, err)
	var settings struct{ Place string }
	must(a.t, json.Unmarshal(b, &settings))
	return settings.Place
}
