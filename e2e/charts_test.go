//go:build e2e && linux

package e2e

import (
	"encoding/csv"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// chartRow is what the app calls a figure's row of a chart.
func chartRow(f record) string {
	return regexp.QuoteMeta(f["label"]+": "+f["text"]) + ", .*"
}

// point moves the pointer onto an item, which has to be in view.
func (a *app) point(i item) {
	a.t.Helper()
	x, y := i.center()
	a.xdotool("mousemove", "--window", a.window, a.pixels(x), a.pixels(y))
}

// TestChart points at bars, opens one, and turns the chart into its table.
func TestChart(t *testing.T) {
	t.Parallel()
	a := start(t, "chart")
	a.waitPlace("chart")
	figure := row(t, "figures.csv", "document-countries")
	a.point(a.reach(everything, chartRow(figure)))
	for _, label := range []string{
		regexp.QuoteMeta(figure["text"]) + " .*", "What it counts: " + regexp.QuoteMeta(figure["counts"]), "Period: .*",
		"Who says so: " + regexp.QuoteMeta(figure["speaker"]), "Where: ¶" + figure["paragraph"] + ", .*",
	} {
		a.see(label)
	}
	a.point(a.see("Charts"))
	a.wait("the tooltip going", func(s screen) bool { return len(all(s.Seen, "Who says so: .*")) == 0 })

	a.key("t")
	a.see("Copy table")
	a.click("Copy table")
	a.see("Copied")
	for _, want := range []string{figure["label"], figure["text"], figure["counts"], figure["caution"]} {
		if got := a.clipboard(); !strings.Contains(got, want) || !strings.Contains(got, "\t") {
			t.Errorf("the copied table does not hold %q: %q", want, got)
		}
	}
	a.key("t")
	a.click(chartRow(figure))
	a.waitPlace("chart#figure/document-countries")
	a.key("alt+Left")
	a.waitPlace("chart")

	for a.next(1).focused().Label != a.see(chartRow(figure)).Label {
		a.key("Tab")
	}
	a.key("Tab", "shift+Tab")
	a.see("Who says so: .*") // the keyboard has tooltips, too
	a.key("End", "Return")
	a.wait("the last row's figure", func(s screen) bool {
		return strings.HasPrefix(s.Place, "chart#figure/") && s.Place != "chart#figure/document-countries"
	})
}

// TestSaveChart saves a chart, and reads the files with other programs.
func TestSaveChart(t *testing.T) {
	t.Parallel()
	a := start(t, "chart/unit%2FUSD%2Freported")
	texts := words(t)
	save := func(kind string) string {
		t.Helper()
		kinds := []string{"export.png1", "export.png2", "export.png4", "export.svg", "export.csv"}
		a.click(texts["chart.export"])
		a.see(texts["export.save"])
		a.click(regexp.QuoteMeta(texts["export.png2"]))
		a.wait("the choices", screen.covered)
		a.key(slices.Repeat([]string{"Down"}, slices.Index(kinds, kind)+1)...)
		a.key("Return")
		a.see(regexp.QuoteMeta(texts[kind]))
		a.click(texts["export.save"])
		return a.savedAs()
	}
	figures := []record{}
	for _, f := range table(t, "figures.csv") {
		if f["unit"] == "USD" && f["claim"] == "reported" {
			figures = append(figures, f)
		}
	}

	drawing := save("export.svg")
	if filepath.Dir(drawing) != a.home || filepath.Ext(drawing) != ".svg" {
		t.Errorf("the drawing went to %s, the home is %s", drawing, a.home)
	}
	out, err := exec.Command("rsvg-convert", "--output", filepath.Join(a.home, "drawn.png"), drawing).CombinedOutput()
	if err != nil || len(out) > 0 {
		t.Errorf("rsvg-convert: %v, %s", err, out)
	}
	drawn := width(t, filepath.Join(a.home, "drawn.png"))
	svg, err := os.ReadFile(drawing)
	must(t, err)
	for _, f := range figures {
		if !strings.Contains(string(svg), f["text"]) {
			t.Errorf("the drawing does not say %q", f["text"])
		}
	}
	a.until("the message going", func() bool { return len(all(a.now().Seen, "Saved as .*")) == 0 })

	picture := save("export.png2")
	if got := width(t, picture); got != 2*drawn {
		t.Errorf("the picture is %d wide, the drawing %d", got, drawn)
	}
	a.until("the message going", func() bool { return len(all(a.now().Seen, "Saved as .*")) == 0 })

	f, err := os.Open(save("export.csv"))
	must(t, err)
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	must(t, err)
	if len(lines) != len(figures)+1 {
		t.Fatalf("the table has %d lines for %d figures", len(lines), len(figures))
	}
	for _, f := range figures {
		for _, column := range []string{"value", "comparator", "claim", "paragraph", "label", "text"} {
			if !slices.ContainsFunc(lines, func(l []string) bool { return slices.Contains(l, f["label"]) && slices.Contains(l, f[column]) }) {
				t.Errorf("no line of the table holds %q and %q", f["label"], f[column])
			}
		}
	}
	left, err := filepath.Glob(filepath.Join(a.home, "*us-dollars*"))
	must(t, err)
	if len(left) != 3 {
		t.Errorf("the folder holds %q", left)
	}

	must(t, os.WriteFile(picture, []byte("another's"), 0o600))
	a.until("the message going", func() bool { return len(all(a.now().Seen, "Saved as .*")) == 0 })
	a.click(texts["chart.export"]) // the same name and kind as the picture's
	a.click(texts["export.save"])
	a.see(texts["export.replace"])
	if b, err := os.ReadFile(picture); err != nil || string(b) != "another's" {
		t.Errorf("the file that was there is gone before the user says so: %v", err)
	}
	a.click(texts["export.replace"])
	a.see("Saved as .*")
	if got := width(t, picture); got != 2*drawn {
		t.Errorf("the picture that replaced another is %d wide", got)
	}
}

func width(t *testing.T, file string) int {
	t.Helper()
	f, err := os.Open(file)
	must(t, err)
	defer f.Close()
	img, err := png.Decode(f)
	must(t, err)
	return img.Bounds().Dx()
}

// TestComparison picks figures of two units: they make no chart, and the app says why.
func TestComparison(t *testing.T) {
	t.Parallel()
	a := start(t, "pillar/trade")
	for _, id := range []string{"trade-volume", "contracts-new", "production-capacity-countries"} {
		target := a.reach(everything, regexp.QuoteMeta(figureLabel(row(t, "figures.csv", id))))
		a.point(target)
		a.xdotool("keydown", "ctrl", "click", "1", "keyup", "ctrl")
		a.waitPlace("pillar/trade")
	}
	a.see("3 figures .*")
	a.click("Compare")
	a.see("These figures make no chart")
	a.see(".*US dollars.*countries.*")
	a.click("US dollars")
	a.wait("the chart that works", func(s screen) bool { return len(all(s.Seen, chartRow(row(t, "figures.csv", "contracts-new")))) > 0 })
	a.click("Clear")
	a.wait("the tray going", func(s screen) bool { return len(all(s.Seen, "Compare")) == 0 })
}
