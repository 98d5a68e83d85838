package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// pkg is what go list tells about a package of the house.
type pkg struct {
	ImportPath string
	Imports    []string // what it imports itself
	Deps       []string // what it needs in the end

	TestImports  []string // of its tests
	XTestImports []string // of those beside it
}

const house = "beltroad"

// pages are the packages of one page each; not all of them need to exist yet.
var pages = []string{"overview", "pillar", "project", "figure", "charts", "mappage", "timelinepage", "statements", "reader", "search", "make", "notes", "lessons", "library", "compare", "present"}

// The storeys of the house, from the top.
const (
	atMain = iota
	atViews
	atPages
	atKit // what pages are made of
	atInternal
	atData
	atBelowData
	atAssets
	nowhere
)

// storey is where a package of the house stands.
func storey(path string) int {
	rest, ok := strings.CutPrefix(path, house+"/")
	switch page, inViews := strings.CutPrefix(rest, "views/"); {
	case path == house, rest == "e2e", rest == "views/uitest", rest == "data/fixture", rest == "data/datatest", rest == "internal/ooxml/ooxmltest", ok && strings.HasPrefix(rest, "script/"): // tests and tools stand beside the program
		return atMain
	case !ok:
		return nowhere
	case rest == "views":
		return atViews
	case inViews && slices.Contains(pages, page):
		return atPages
	case inViews && slices.Contains([]string{"ui", "record", "route", "slides", "chart", "mapview", "timeline", "paint"}, page):
		return atKit
	case strings.HasPrefix(rest, "internal/"):
		return atInternal
	case rest == "data":
		return atData
	case strings.HasPrefix(rest, "data/internal/"):
		return atBelowData
	case rest == "assets":
		return atAssets
	default:
		return nowhere
	}
}

// besides are the arrows within a storey that the house allows.
func besides(from, to string) bool {
	switch storey(from) {
	case atKit:
		// Drawings show records, records are made of widgets, and everything names places.
		order := []string{"slides", "chart", "mapview", "timeline", "record", "paint", "ui", "route"}
		at := func(path string) int { return slices.Index(order, strings.TrimPrefix(path, house+"/views/")) }
		drawing := func(path string) bool { return at(path) >= 1 && at(path) < 4 }
		return at(to) > at(from) && (!drawing(from) || !drawing(to))
	case atInternal, atBelowData:
		return true
	case atMain:
		return slices.Contains([]string{house + "/data/fixture", house + "/script/npm"}, to) // which tests and tools are made of
	default:
		return false // above all, pages do not know each other
	}
}

// wrong says what is wrong with the arrow from one package of the house to another; "" is nothing.
func wrong(from, to string) string {
	a, b := storey(from), storey(to)
	switch {
	case a == nowhere:
		return from + " has no storey: house_test.go must learn where it stands"
	case b == nowhere:
		return to + " has no storey: house_test.go must learn where it stands"
	case a == atAssets:
		return "assets is a leaf, but imports " + to
	case b < a:
		return "the arrow from " + from + " to " + to + " points up"
	case a == b && !besides(from, to):
		return from + " and " + to + " stand side by side and must not know each other"
	default:
		return ""
	}
}

// withoutFyne tells whether a package must do without the toolkit.
func withoutFyne(path string) bool {
	rest := strings.TrimPrefix(path, house+"/")
	name, in := strings.CutPrefix(rest, "internal/")
	at := storey(path)
	return at >= atData && at < nowhere || rest == "views/route" ||
		in && slices.Contains([]string{"scale", "plot", "geo", "mapdata", "timeline", "search", "notes", "message", "wording", "export", "atomicfile", "kept", "cite", "portable", "crash", "alert", "handed", "source", "align", "pdftext", "textfind", "speech", "packed", "lesson", "slide", "show", "archive", "library", "deck", "ooxml", "paper", "worksheet", "compare", "spoken", "atspi", "uia", "sheet", "charset", "draft", "amount", "making", "likeness"}, name)
}

func TestWrongFindsBrokenArrows(t *testing.T) {
	for _, c := range []struct {
		from, to string
		ok       bool
	}{
		{"beltroad", "beltroad/views", true},
		{"beltroad", "beltroad/data", true},
		{"beltroad", "beltroad/e2e", false},
		{"beltroad/views", "beltroad/script/notices", false},
		{"beltroad/views", "beltroad/views/pillar", true},
		{"beltroad/views", "beltroad/assets", true},
		{"beltroad/views/pillar", "beltroad/views/ui", true},
		{"beltroad/views/ui", "beltroad/views/route", true},
		{"beltroad/views/record", "beltroad/views/ui", true},
		{"beltroad/views/ui", "beltroad/views/record", false},
		{"beltroad/views/mapview", "beltroad/views/record", true},
		{"beltroad/views/mapview", "beltroad/views/timeline", false},
		{"beltroad/views/chart", "beltroad/views/ui", true},
		{"beltroad/views/chart", "beltroad/internal/plot", true},
		{"beltroad/views/pillar", "beltroad/views/chart", true},
		{"beltroad/views/charts", "beltroad/views/chart", true},
		{"beltroad/views/ui", "beltroad/data", true},
		{"beltroad/internal/export", "beltroad/internal/scale", true},
		{"beltroad/data", "beltroad/data/internal/schema", true},
		{"beltroad/views/pillar", "beltroad/views/figure", false},
		{"beltroad/views/ui", "beltroad/views/pillar", false},
		{"beltroad/views/route", "beltroad/views/ui", false},
		{"beltroad/views/ui", "beltroad/views/chart", false},
		{"beltroad/views/chart", "beltroad/views/charts", false},
		{"beltroad/views/overview", "beltroad/views/charts", false},
		{"beltroad/views/pillar", "beltroad/views", false},
		{"beltroad/internal/session", "beltroad/views/route", false},
		{"beltroad/data", "beltroad/internal/cite", false},
		{"beltroad/data/internal/schema", "beltroad/data", false},
		{"beltroad/assets", "beltroad/data", false},
		{"beltroad/views/cellar", "beltroad/data", false},
		{"beltroad/views/pillar", "beltroad/cellar", false},
	} {
		if got := wrong(c.from, c.to); (got == "") != c.ok {
			t.Errorf("%s -> %s: %q", c.from, c.to, got)
		}
	}
}

// The house is the same on every system, so the files for each are read.
func TestArrowsOfTheHouse(t *testing.T) {
	for _, system := range []string{"linux", "windows", "darwin", "js"} {
		t.Run(system, func(t *testing.T) {
			all := list(t, system)
			if len(all) < 10 {
				t.Fatalf("go list tells of %d packages only", len(all))
			}
			for _, p := range all {
				for _, to := range p.Imports {
					if to != house && !strings.HasPrefix(to, house+"/") {
						continue
					}
					if w := wrong(p.ImportPath, to); w != "" {
						t.Error(w)
					}
				}
				if storey(p.ImportPath) == nowhere {
					t.Error(wrong(p.ImportPath, p.ImportPath))
				}
				if storey(p.ImportPath) == atAssets && !slices.Equal(p.Imports, []string{"embed"}) {
					t.Errorf("assets holds files and nothing else, but imports %q", p.Imports)
				}
				needs := slices.Concat(p.Deps, p.TestImports, p.XTestImports)
				if i := slices.IndexFunc(needs, func(d string) bool { return strings.HasPrefix(d, "fyne.io/") }); i >= 0 && withoutFyne(p.ImportPath) {
					t.Errorf("%s must do without Fyne, in its tests, too, but needs %s", p.ImportPath, needs[i])
				}
			}
		})
	}
}

// After the program's end Fyne does at once what fyne.Do is given, on any goroutine: what
// gives it something has to know of the end, which pages do not.
func TestPagesReachTheWindowThroughTheirHost(t *testing.T) {
	calls := regexp.MustCompile(`fyne\.Do(AndWait)?\(`)
	files, err := filepath.Glob("views/*/*.go")
	if err != nil || len(files) < 50 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, file := range files {
		switch filepath.Base(filepath.Dir(file)) {
		case "ui", "present": // which have clocks of their own
			continue
		}
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(file, "_test.go") && calls.Match(b) {
			t.Errorf("%s calls fyne.Do", file)
		}
	}
}

// list are the packages of the house as built for a system.
func list(t *testing.T, system string) []pkg {
	t.Helper()
	arch := "amd64"
	if system == "js" {
		arch = "wasm"
	}
	// -e: what of Fyne's needs C on another system is missing here, and does not matter.
	cmd := exec.Command("go", "list", "-e", "-json=ImportPath,Imports,Deps,TestImports,XTestImports", "./...")
	cmd.Env = append(os.Environ(), "GOOS="+system, "GOARCH="+arch)
	var problem bytes.Buffer
	cmd.Stderr = &problem
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, &problem)
	}
	var all []pkg
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		switch err := d.Decode(&p); {
		case errors.Is(err, io.EOF):
			return all
		case err != nil:
			t.Fatal(err)
		}
		all = append(all, p)
	}
}
