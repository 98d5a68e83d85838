//go:build e2e && linux

package e2e

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestCopy copies a figure, and reads the clipboard with another program.
func TestCopy(t *testing.T) {
	t.Parallel()
	a := start(t, "overview")
	a.key("ctrl+shift+c")
	a.see("Open a figure or a project first")
	a.click(`US\$19\.1 trillion, .*`)
	a.waitPlace("overview#figure/trade-volume")
	a.key("ctrl+shift+c")
	a.see("Copied")
	figure := row(t, "figures.csv", "trade-volume")
	for _, want := range []string{figure["text"], "¶" + figure["paragraph"], "Zheng"} {
		if got := a.clipboard(); !strings.Contains(got, want) {
			t.Errorf("the copied figure does not hold %q: %q", want, got)
		}
	}
	a.clickIn(screen.pane, "Copy figure")
	a.until("the figure on the clipboard", func() bool { return strings.Contains(a.clipboard(), figure["text"]) })
}

// TestFilter keeps the figures of one unit, and all again.
func TestFilter(t *testing.T) {
	t.Parallel()
	figures := table(t, "figures.csv")
	a := start(t, "figure")
	whole := fmt.Sprintf("%d of %d figures.*", len(figures), len(figures))
	a.see(whole)
	a.click("Any unit")
	a.wait("the choices", screen.covered)
	a.key("Down", "Down", "Return")
	s := a.wait("a choice", func(s screen) bool { return !s.covered() && len(all(s.Seen, "Any unit")) == 0 })
	var chosen string
	for _, i := range s.Seen {
		if i.Role == "select" && !slices.Contains([]string{"All pillars", "Any kind of claim", "Any second source"}, i.Label) {
			chosen = i.Label
		}
	}
	texts, kept := unitNames(t), 0
	for _, f := range figures {
		if texts[f["unit"]] == chosen {
			kept++
		}
	}
	if kept == 0 || kept == len(figures) {
		t.Fatalf("%d figures have the chosen unit, %q", kept, chosen)
	}
	a.see(fmt.Sprintf("%d of %d figures.*", kept, len(figures)))
	rows := rowsOf(a.next(1), figures)
	if len(rows) == 0 || len(rows) > kept { // no more than can be seen are there
		t.Fatalf("%d rows for %d figures", len(rows), kept)
	}
	for _, r := range rows {
		if texts[r["unit"]] != chosen {
			t.Errorf("%s is kept", r["id"])
		}
	}
	a.click("¶" + rows[0]["paragraph"])
	a.waitPlace("read/" + rows[0]["paragraph"])
	a.key("alt+Left")
	a.waitPlace("figure")
	a.see(fmt.Sprintf("%d of %d figures.*", kept, len(figures)))
	a.see(regexp.QuoteMeta(chosen))
	a.click("Clear filters")
	a.see(whole)
	a.see("Any unit")
}

// rowsOf are the figures that the table shows, in its order: those that can be seen.
func rowsOf(s screen, figures []record) []record {
	var rows []record
	for n, i := range s.Seen {
		if n == 0 || i.Role != "text" {
			continue
		}
		for _, f := range figures {
			if i.Label == f["label"] && strings.TrimSpace(s.Seen[n-1].Label) == f["text"] {
				rows = append(rows, f)
			}
		}
	}
	return rows
}

// TestTable sorts the table by a click on a title, and opens a row by keyboard.
func TestTable(t *testing.T) {
	t.Parallel()
	figures := table(t, "figures.csv")
	a := start(t, "figure")
	first := func(s screen) string {
		if rows := rowsOf(s, figures); len(rows) > 0 {
			return rows[0]["id"]
		}
		return ""
	}
	a.wait("the order of the source", func(s screen) bool { return first(s) == figures[0]["id"] })
	units := func(s screen) []string {
		var all []string
		for _, f := range rowsOf(s, figures) {
			all = append(all, f["unit"])
		}
		return all
	}
	a.click("Figure")
	a.wait("the rows by quantity", func(s screen) bool { return slices.IsSorted(units(s)) && first(s) != figures[0]["id"] })
	a.click("Figure")
	s := a.wait("the rows the other way round", func(s screen) bool {
		u := units(s)
		slices.Reverse(u)
		return len(u) > 0 && slices.IsSorted(u)
	})

	rows := rowsOf(s, figures)
	a.tabTo(regexp.QuoteMeta(figureLabel(rows[0])))
	a.key("Down", "Down", "Down", "Up")
	a.wait("the third row having the keyboard", func(s screen) bool { return s.focused().Label == figureLabel(rows[2]) })
	a.key("Return")
	a.waitPlace("figure/" + rows[2]["id"])
	a.seeIn(screen.pane, regexp.QuoteMeta(rows[2]["label"]))
	a.key("ctrl+w")
	a.waitPlace("figure")
	if got := first(a.next(1)); got != rows[0]["id"] {
		t.Errorf("closing the record has changed the order: first is %s", got)
	}
}
