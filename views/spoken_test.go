package views

import (
	"bytes"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/internal/spoken"
	"beltroad/views/route"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

// What a screen reader is told of each page.
func TestSpokenAsItWas(t *testing.T) {
	d := datatest.Open(t, fixture.Harbour())
	look := Look{Width: 1280, Height: 800, Scheme: ui.Light, TextScale: 1, Scale: 1}
	had := map[route.Route]bool{}
	for _, r := range append(Screens(d), place(t, "chart?table=1")) {
		form := route.Route{Kind: r.Kind, Pane: r.Pane, State: r.State}
		form.Pane.ID = ""
		if had[form] { // one of a form is enough: a pillar is like the other
			continue
		}
		had[form] = true
		t.Run(r.String(), func(t *testing.T) {
			lookingAt(t, look)
			var got bytes.Buffer
			if err := spoken.Write(&got, spokenOf(d, r, look)); err != nil {
				t.Fatal(err)
			}
			if _, page, ok := bytes.Cut(got.Bytes(), []byte("link: "+inEnglish.Say("sidebar.fold")+"\n")); ok && r.Kind != route.Overview {
				got = *bytes.NewBuffer(page) // the sidebar is the same on all of them
			}
			file := filepath.Join("testdata", "spoken", strings.NewReplacer("/", "-", "#", "-", "?", "-", "=", "-", "%20", "-").Replace(r.String())+".txt")
			if uitest.Updating() {
				if err := os.MkdirAll(filepath.Dir(file), 0o750); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(file, got.Bytes(), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file) // #nosec G304 -- our own
			if err != nil {
				t.Fatal(err)
			}
			a, b := strings.Split(got.String(), "\n"), strings.Split(string(want), "\n")
			for i := range min(len(a), len(b)) {
				if a[i] != b[i] {
					t.Fatalf("%s:%d, -update keeps it:\n got %s\nwant %s", file, i+1, a[i], b[i])
				}
			}
			if len(a) != len(b) {
				t.Errorf("%s: %d lines, were %d; -update keeps them", file, len(a), len(b))
			}
		})
	}
}

// What can be pressed has a name of its own, whatever the dossier, and lies where it is drawn.
func TestSpokenTellsThingsApart(t *testing.T) {
	look := Look{Width: 1280, Height: 800, Scheme: ui.Light, TextScale: 1, Scale: 1}
	for name, folder := range map[string]fs.FS{"beltroad": data.Builtin(), "harbour": fixture.Harbour()} {
		d := datatest.Open(t, folder)
		for _, r := range Screens(d) {
			t.Run(name+" "+r.String(), func(t *testing.T) {
				lookingAt(t, look)
				root, _ := screenOf(d, r, look)
				boxes := map[fyne.CanvasObject]box{}
				for _, n := range nodes(root) {
					boxes[n.object] = n.box
				}
				keys := map[any]bool{}
				for _, top := range ui.Tell(root, fyne.Position{}, nil) {
					top.Each(func(n *spoken.Node) {
						if keys[n.Key] {
							t.Errorf("%s %q is told twice", n.Role, n.Name)
						}
						keys[n.Key] = true
						if (n.Press != nil || n.Focus != nil && n.Role != spoken.Table) && !strings.ContainsFunc(n.Name, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
							t.Errorf("%s at %v has no name, %q", n.Role, n.At, n.Name)
						}
						o, _ := n.Key.(fyne.CanvasObject)
						if b, ok := boxes[o]; ok && (math.Abs(float64(n.At.X-b.left)) > slack || math.Abs(float64(n.At.Y-b.top)) > slack) {
							t.Errorf("%s %q is told at %v, drawn at %s", n.Role, n.Name, n.At, b)
						}
					})
				}
				if len(keys) < 20 {
					t.Errorf("%d things only", len(keys))
				}
			})
		}
	}
}
