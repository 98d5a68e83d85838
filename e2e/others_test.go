//go:build e2e && linux

package e2e

import (
	"fmt"
	"testing"
)

// TestOtherSourcesAreSwitchedOff shows what the source itself dates and places,
// and all again.
func TestOtherSourcesAreSwitchedOff(t *testing.T) {
	t.Parallel()
	a := start(t, "timeline")
	a.see(`\d+ dated items, .* · \d+ dates of other sources`)
	a.click("Other sources, shown")
	a.see(`\d+ dated items, \d+ projects and figures without a date`)
	a.click("Other sources, hidden")
	a.see(`\d+ dated items, .* · \d+ dates of other sources`)

	a.click("Map")
	a.waitPlace("map")
	a.see("Kunming, .*")
	a.click("Other sources, shown")
	a.wait("Kunming going", func(s screen) bool { return len(all(s.Seen, "Kunming, .*")) == 0 && len(all(s.Seen, "Lagos, .*")) == 1 })
	a.click("Other sources, hidden")
	a.see("Kunming, .*")
}

// TestPromises keeps the promises that can be measured, reads the paragraph of
// one, comes back to the same rows, and asks for the chart.
func TestPromises(t *testing.T) {
	t.Parallel()
	measurable := 0
	for _, s := range table(t, "statements.csv") {
		if s["done_when"] != "" {
			measurable++
		}
	}
	a := start(t, "commitments")
	a.click("Only measurable.*")
	a.see(fmt.Sprintf(`%d of \d+ promises\..*`, measurable))
	a.click("Show a chart by pillar")
	a.see("Promises by pillar")
	a.click("Hide the chart")
	a.wait("the chart going", func(s screen) bool { return len(all(s.Seen, "Promises by pillar")) == 0 })
	a.click("¶51")
	a.waitPlace("read/51")
	a.key("alt+Left")
	a.waitPlace("commitments")
	a.see(fmt.Sprintf(`%d of \d+ promises\..*`, measurable))
}
