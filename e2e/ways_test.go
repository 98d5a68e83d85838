//go:build e2e && linux

package e2e

import (
	"regexp"
	"slices"
	"testing"
)

// TestWays goes from the sidebar to a pillar, a project, a figure and its
// paragraph, and the whole way back and forth again.
func TestWays(t *testing.T) {
	t.Parallel()
	a := start(t)
	a.waitPlace("overview")
	a.click(`Infrastructure \d+`)
	a.waitPlace("pillar/infrastructure")

	project := row(t, "projects.csv", "china-laos-railway")
	a.click(regexp.QuoteMeta(project["name"]))
	a.waitPlace("pillar/infrastructure#project/china-laos-railway")
	for _, label := range []string{regexp.QuoteMeta(project["name"]), "Railway", "Operating", "Not stated in this source", "(?i)ends of the line, .*", "Cite…"} {
		a.seeIn(screen.pane, label)
	}
	a.seeIn(screen.beforePane, "Infrastructure connectivity")

	figure := row(t, "figures.csv", "china-laos-passengers")
	a.clickIn(screen.pane, regexp.QuoteMeta(figureLabel(figure)))
	a.waitPlace("figure/china-laos-passengers")
	for _, label := range []string{
		regexp.QuoteMeta(figure["text"]), regexp.QuoteMeta(figure["label"]), "Reported by a party", "What it counts", "How it is worded",
		"“21 million”: .*", "December 2021 to September 2023", "Ask before you use it", regexp.QuoteMeta(figure["caution"]), "Copy figure",
	} {
		a.seeIn(screen.pane, label)
	}

	a.clickIn(screen.pane, "Open ¶15")
	a.waitPlace("read/15")
	a.seeIn(screen.beforePane, "¶15 .*")
	a.seeIn(screen.pane, "In ¶15")

	been := []string{"overview", "pillar/infrastructure", "pillar/infrastructure#project/china-laos-railway", "figure/china-laos-passengers", "read/15"}
	a.stepsThrough(been, func() { a.key("alt+Left") }, func() { a.key("alt+Right") })
	a.stepsThrough(been, func() { a.mouse(8) }, func() { a.mouse(9) })
}

// stepsThrough goes back through the places and forward again, and one step
// too many at each end.
func (a *app) stepsThrough(places []string, back, forward func()) {
	a.t.Helper()
	goes := func(step func(), places []string) {
		a.t.Helper()
		for _, place := range places {
			step()
			a.waitPlace(place)
		}
		step()
		if s := a.next(2); s.Place != places[len(places)-1] {
			a.t.Errorf("one step beyond %s is %s", places[len(places)-1], s.Place)
		}
	}
	backwards := slices.Clone(places[:len(places)-1])
	slices.Reverse(backwards)
	goes(back, backwards)
	goes(forward, places[1:])
}

// sidebar is what can be clicked beside every page, and the place that it opens.
func sidebar() []struct{ pattern, place string } {
	return []struct{ pattern, place string }{
		{`Policy communication \d+`, "pillar/policy"},
		{`Infrastructure \d+`, "pillar/infrastructure"},
		{`Trade \d+`, "pillar/trade"},
		{`Finance \d+`, "pillar/finance"},
		{`People-to-people \d+`, "pillar/people"},
		{`Projects \d+`, "project"},
		{`Figures \d+`, "figure"},
		{`Where sources differ \d+`, "differences"},
		{"Who says so", "speakers"},
		{"Charts", "chart"},
		{"Map", "map"},
		{"Timeline", "timeline"},
		{`Principles \d+`, "principles"},
		{`What comes next \d+`, "commitments"},
		{`Read \d+`, "read"},
		{`Notes( \d+)?`, "notes"},
		{`Lessons( \d+)?`, "lesson"},
		{`Overview`, "overview"},
	}
}

// TestEverySidebarItem opens every page of the sidebar.
func TestEverySidebarItem(t *testing.T) {
	t.Parallel()
	a := start(t)
	for _, item := range sidebar() {
		a.click(item.pattern)
		a.waitPlace(item.place)
	}
}
