//go:build e2e && linux

package e2e

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestCiteByKeyboard comes from the first screen to a figure's record and its
// citation on the clipboard, without the pointer and in at most 12 keys.
func TestCiteByKeyboard(t *testing.T) {
	t.Parallel()
	a := start(t, "overview")
	a.resize(1024, 768)
	const most = 12
	pressed := 0
	press := func(keys ...string) {
		pressed += len(keys)
		a.key(keys...)
	}
	press("ctrl+k")
	a.wait("the palette having the keyboard", func(s screen) bool { return s.inPalette() && s.focused().Label == "Search" })
	press("1", "9", "period", "1")
	figure := row(t, "figures.csv", "trade-volume")
	a.see(".*" + regexp.QuoteMeta(figure["label"]) + ".*")
	press("Return")
	a.waitPlace("figure/trade-volume")
	opener := a.wait("the record having the keyboard", func(s screen) bool { return s.focused().Label == "Close" }).focused()

	a.key("c") // to see what leaving does, which is not counted
	a.wait("the panel", func(s screen) bool { return s.focused().Label == "Copy" })
	a.key("Escape")
	a.wait("the keyboard being where it was", func(s screen) bool { return s.focused() == opener })
	a.waitPlace("figure/trade-volume")

	press("c")
	a.wait("the panel", func(s screen) bool { return s.focused().Label == "Copy" })
	a.see(`\(Zheng, 2023/2024, ¶` + figure["paragraph"] + `\)`)
	press("Return")
	a.see("APA, 7th edition citation copied")
	a.until("the citation on the clipboard", func() bool {
		got := a.clipboard()
		return strings.HasPrefix(got, "(Zheng, 2023/2024, ¶"+figure["paragraph"]+")\nZheng, S. (2024, January 5). Boosting High-Quality ") &&
			strings.Contains(got, "http://en.qstheory.cn/2024-01/05/c_953091.htm") && strings.Contains(got, "Qiushi (Chinese edition), no. 21")
	})
	a.wait("the keyboard being where it was", func(s screen) bool { return s.focused() == opener })
	if pressed > most {
		t.Errorf("it takes %d keys, %d are the most", pressed, most)
	}
}

// TestCiteByPointer cites a paragraph of Read from its context menu, in a style
// that the next citation has, too.
func TestCiteByPointer(t *testing.T) {
	t.Parallel()
	a := start(t, "read/15")
	a.resize(1024, 768)
	x, y := a.reach(screen.beforePane, "¶15 .*").center()
	a.xdotool("mousemove", "--window", a.window, a.pixels(x), a.pixels(y), "click", "3")
	a.wait("the menu", screen.covered)
	a.menuItem("Cite…")
	a.see(`\(Zheng, 2023/2024, ¶15\)`)
	a.click("APA, 7th edition")
	a.wait("the choices", screen.covered)
	a.key("Down", "Down", "Down", "Down", "Return")
	a.see(`\[1\]¶15`)
	a.click("Copy")
	a.until("the citation on the clipboard", func() bool { return strings.HasPrefix(a.clipboard(), "[1]¶15\nZHENG Shanjie. Boosting ") })
	a.see("GB/T 7714-2015 citation copied")
	a.waitPlace("read/15")
	a.quit()
	a.open("figure/trade-volume")
	a.key("c")
	a.see("GB/T 7714-2015")
}

// menuItem takes an item of a context menu.
func (a *app) menuItem(name string) {
	a.t.Helper()
	const most = 20
	at := func(s screen) bool {
		return slices.ContainsFunc(s.Seen, func(i item) bool { return i.Role == "menu" && i.Label == name })
	}
	for range most {
		if at(a.next(2)) {
			a.key("Return")
			a.wait("the menu going", func(s screen) bool { return !at(s) })
			return
		}
		a.key("Down")
	}
	a.t.Fatalf("the menu has no %q", name)
}

// TestCiteAnotherSource saves another source of a figure as BibTeX, by keyboard,
// and has pandoc read the file.
func TestCiteAnotherSource(t *testing.T) {
	t.Parallel()
	a := start(t, "figure/trade-volume")
	a.resize(1024, 768)
	a.key("c")
	a.wait("the panel", func(s screen) bool { return s.focused().Label == "Copy" })
	choose := func(index int) {
		t.Helper()
		a.key("Down")
		a.wait("the choices", screen.covered)
		for range index + 1 {
			a.key("Down")
		}
		a.key("Return")
		a.wait("the choice", func(s screen) bool { return !s.covered() })
	}
	a.key("shift+Tab", "shift+Tab")
	a.wait("the sources having the keyboard", func(s screen) bool { return strings.HasPrefix(s.focused().Label, "Zheng Shanjie, ") })
	choose(1)
	a.key("Tab")
	a.wait("the styles having the keyboard", func(s screen) bool { return s.focused().Label == "APA, 7th edition" })
	choose(4)
	a.see("@.*")
	a.key("Tab", "Tab")
	a.wait("the button having the keyboard", func(s screen) bool { return s.focused().Label == "Save…" })
	a.key("Return")
	a.see("Save as a file|File name|.*BibTeX.*")
	a.key("Return")
	file := a.savedAs()
	if filepath.Ext(file) != ".bib" {
		t.Errorf("it went to %s", file)
	}
	out, err := exec.Command("pandoc", "-f", "bibtex", "-t", "csljson", file).CombinedOutput()
	if err != nil {
		t.Fatalf("pandoc: %v, %s", err, out)
	}
	var items []struct {
		URL   string `json:"URL"`
		Title string `json:"title"`
	}
	must(t, json.Unmarshal(out, &items))
	want := ""
	for _, r := range table(t, "second_sources.csv") {
		if r["figure"] == "trade-volume" && want == "" {
			want = r["source"]
		}
	}
	if len(items) != 1 || items[0].URL != addressOf(t, want) {
		t.Errorf("pandoc reads %v, it should be %s", items, want)
	}
}

// addressOf is the address of a source of the dossier.
func addressOf(t *testing.T, id string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "data", "beltroad", "sources.json"))
	must(t, err)
	var sources []struct {
		ID  string `json:"id"`
		URL string `json:"URL"`
	}
	must(t, json.Unmarshal(b, &sources))
	for _, s := range sources {
		if s.ID == id {
			return s.URL
		}
	}
	t.Fatalf("there is no source %s", id)
	return ""
}

// TestLongPress holds the pointer's button on a row: its context menu opens, the row does
// not, and letting go chooses nothing. A click opens the row, as ever.
func TestLongPress(t *testing.T) {
	t.Parallel()
	a := start(t, "figure")
	x, y := a.reach(everything, "Countries that signed documents").center()
	a.xdotool("mousemove", "--window", a.window, a.pixels(x), a.pixels(y), "mousedown", "1")
	a.wait("the menu", screen.covered)
	a.xdotool("mouseup", "1")
	if s := a.next(2); !s.covered() || s.Place != "figure" {
		t.Errorf("let go of, the menu is there: %t, at %s", s.covered(), s.Place)
	}
	a.key("Escape")
	a.wait("the page", func(s screen) bool { return !s.covered() })
	a.xdotool("click", "1")
	a.waitPlace("figure/document-countries")
	a.quit()
}
