//go:build e2e && linux

package e2e

import (
	"fmt"
	"regexp"
	"slices"
	"testing"
)

// TestWhereSourcesDiffer goes from the sidebar to an entry, its record, its
// paragraph, and back.
func TestWhereSourcesDiffer(t *testing.T) {
	t.Parallel()
	relations := map[string]int{}
	var differs record
	for _, s := range table(t, "second_sources.csv") {
		relations[s["relation"]]++
		if s["relation"] == "differs" && differs == nil {
			differs = s
		}
	}
	entries := relations["differs"] + relations["other-date"] + relations["other-scope"]
	figure := row(t, "figures.csv", differs["figure"])
	a := start(t, "overview")
	a.click(fmt.Sprintf("Where sources differ %d", relations["differs"]))
	a.waitPlace("differences")
	a.see(fmt.Sprintf("%d of %d entries.*", entries, entries))
	a.see(regexp.QuoteMeta(differs["note"]))
	a.click(regexp.QuoteMeta(figure["label"] + ", " + figure["text"] + ", " + differs["text"]))
	a.waitPlace("differences#figure/" + figure["id"])
	a.seeIn(screen.pane, regexp.QuoteMeta(figure["label"]))
	a.clickIn(screen.pane, "Open ¶"+figure["paragraph"])
	a.waitPlace("read/" + figure["paragraph"])
	a.key("alt+Left")
	a.waitPlace("differences#figure/" + figure["id"])
	a.key("alt+Left")
	a.waitPlace("differences")

	a.click("Any relation")
	a.wait("the choices", screen.covered)
	a.key("Down", "Down", "Return") // past the choice that keeps all
	a.see(fmt.Sprintf("%d of %d entries.*", relations["differs"], entries))
	a.click("Clear filters")
	a.see(fmt.Sprintf("%d of %d entries.*", entries, entries))
}

// TestWhoSaysSo keeps one speaker's figures, and opens one of them.
func TestWhoSaysSo(t *testing.T) {
	t.Parallel()
	figures := table(t, "figures.csv")
	var said []record
	for _, f := range figures {
		if f["speaker"] == "Xi Jinping" {
			said = append(said, f)
		}
	}
	backed := map[string]bool{}
	for _, s := range table(t, "second_sources.csv") {
		if s["independence"] == "independent" && s["relation"] != "context" {
			backed[s["figure"]] = true
		}
	}
	a := start(t, "overview")
	a.click("Who says so")
	a.waitPlace("speakers")
	a.see(fmt.Sprintf("%d figures, .* For %d, an independent source gives a number too; %d rest on one party’s word.", len(figures), len(backed), len(figures)-len(backed)))
	a.click(fmt.Sprintf("Xi Jinping, %d figures", len(said)))
	a.see(fmt.Sprintf("%d of %d figures.*", len(said), len(figures)))
	rows := rowsOf(a.next(1), figures)
	if len(rows) != len(said) || !slices.ContainsFunc(said, func(f record) bool { return f["id"] == rows[0]["id"] }) {
		t.Fatalf("%d rows for %d figures", len(rows), len(said))
	}
	a.click(regexp.QuoteMeta(rows[0]["label"]))
	a.waitPlace("speakers#figure/" + rows[0]["id"])
	a.clickIn(screen.pane, "Open ¶"+rows[0]["paragraph"])
	a.waitPlace("read/" + rows[0]["paragraph"])
	a.key("alt+Left")
	a.waitPlace("speakers#figure/" + rows[0]["id"])
	a.see(fmt.Sprintf("%d of %d figures.*", len(said), len(figures)))
}
