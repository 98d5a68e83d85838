package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"beltroad/views"
)

func TestParse(t *testing.T) {
	dir := t.TempDir()
	folder := filepath.Join(dir, "dossier")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	lesson := filepath.Join(dir, "ports.lesson.json")
	if err := os.WriteFile(lesson, []byte("not looked at"), 0o600); err != nil {
		t.Fatal(err)
	}
	pictures := views.Look{Width: 1280, Height: 800, Scheme: "light", TextScale: 1, Scale: 1}
	for line, want := range map[string]arguments{
		"":                              {},
		"figure/trade-volume":           {place: "figure/trade-volume"},
		folder:                          {dossier: folder},
		lesson:                          {lesson: lesson},
		folder + " " + lesson:           {dossier: folder, lesson: lesson},
		"map " + lesson:                 {place: "map", lesson: lesson},
		folder + " overview":            {dossier: folder, place: "overview"},
		"--dump x " + folder:            {dump: "x", dossier: folder},
		"--version":                     {version: true},
		"--validate overview":           {validate: "overview"},
		"--diff a b":                    {diff: "a", with: "b"},
		"--new town":                    {create: "town"},
		"--pack town town.dossier":      {pack: "town", with: "town.dossier"},
		"--tour out":                    {tour: "out", look: pictures},
		"--find ports":                  {find: "ports"},
		"--find ports --dossier " + dir: {find: "ports", dossier: dir},
		"--spoken read/7":               {spoken: "read/7"},
		"--tour out --dossier " + dir:   {tour: "out", dossier: dir, look: pictures},
		"--tour out --size 640.5x480 --theme dark --scale 2 --text 1.5": {
			tour: "out", look: views.Look{Width: 640.5, Height: 480, Scheme: "dark", TextScale: 1.5, Scale: 2},
		},
	} {
		if got, err := parse(strings.Fields(line), io.Discard); err != nil || got != want {
			t.Errorf("%s: got %+v, %v; want %+v", line, got, err, want)
		}
	}
	t.Chdir(dir)
	if err := os.Mkdir("overview", 0o755); err != nil {
		t.Fatal(err)
	}
	if a, err := parse([]string{"./overview"}, io.Discard); err != nil || a.dossier != "./overview" {
		t.Errorf("a folder with the name of a place: %+v, %v", a, err)
	}
}

func TestParseRefuses(t *testing.T) {
	for line, want := range map[string]string{
		"gone.lesson.json":                      `"gone.lesson.json" is neither a dossier (`,
		"nonsense":                              `"nonsense" is neither a dossier (`,
		"charts":                                `charts cannot be read: nothing is there) nor a place (no page is called "charts"; did you mean "chart"?)`,
		"--spoken figures":                      `no page is called "figures"; did you mean "figure"?`,
		"figure/":                               "an id is missing",
		"pillar/trade#overview":                 "is no record to open",
		". nonsense":                            `no page is called "nonsense"`,
		". overview more":                       `"more": there is nothing to open after a dossier and a place`,
		"--new A B":                             `"B": nothing may follow --new`,
		"--pack A":                              "--pack: it needs a dossier, and a file to pack it into",
		"--pack A B C":                          `"C": nothing may follow --pack`,
		"--pack A --dump x B":                   "--dump: not with --pack",
		"--validate A B":                        `"B": nothing may follow --validate`,
		"--diff A":                              "--diff: it needs two dossiers",
		"--diff A B C":                          `"C": nothing may follow --diff`,
		"--validate=":                           "--validate: it needs a value",
		"--tour=":                               "--tour: it needs a value",
		"--dump=":                               "--dump: it needs a value",
		"--version overview":                    `"overview": nothing may follow --version`,
		"--tour out overview":                   `"overview": nothing may follow --tour`,
		"--tour out --validate .":               "--tour --validate: one at a time",
		"--size 640x480":                        "--size: only with --tour",
		"--dossier .":                           "--dossier: only with --tour, --find or --spoken",
		"--spoken nowhere":                      `no page is called "nowhere"`,
		"--spoken overview --tour out":          "--spoken --tour: one at a time",
		"--find=":                               "--find: it needs a value",
		"--find ports overview":                 `"overview": nothing may follow --find`,
		"--find ports --tour out":               "--find --tour: one at a time",
		"--find ports --theme dark":             "--theme: only with --tour",
		"--tour out --dump x":                   "--dump: not with --tour, which opens no window",
		"--frames x --dump y --find z":          "--dump --frames: not with --find, which opens no window",
		"--validate x --dump y":                 "--dump: not with --validate",
		"--tour out --dossier=":                 "--dossier: it needs a value",
		"--tour out --lesson=":                  "--lesson: it needs a value",
		"--lesson x":                            "--lesson: only with --tour",
		"--tour out --scale -1":                 "--scale -1: it is from 0.5 to 8",
		"--tour out --scale 0":                  "--scale 0: it is from 0.5 to 8",
		"--tour out --scale +Inf":               "--scale +Inf: it is from 0.5 to 8",
		"--tour out --scale x":                  "invalid value",
		"--tour out --text -Inf":                "--text -Inf: it is from 1 to 2",
		"--tour out --text 0":                   "--text 0: it is from 1 to 2",
		"--tour out --size -1280x800":           "--size -1280x800: it is written like",
		"--tour out --size 1e99x800":            "--size 1e99x800: it is written like",
		"--tour out --size 1280x800junk":        "--size 1280x800junk: it is written like 1280x800",
		"--tour out --size NaNxNaN":             "--size NaNxNaN: it is written like",
		"--tour out --size Infx800":             "--size Infx800: it is written like",
		"--tour out --size 1280":                "--size 1280: it is written like",
		"--tour out --size 319x800":             "--size 319x800: it is written like",
		"--tour out --size 1280x800x2":          "--size 1280x800x2: it is written like",
		"--tour out --theme grey":               "--theme grey: it is light, dark or projector",
		"--tour out --scale NaN":                "--scale NaN: it is from 0.5 to 8",
		"--tour out --scale 9":                  "--scale 9: it is from 0.5 to 8",
		"--tour out --text NaN":                 "--text NaN: it is from 1 to 2",
		"--tour out --text 2.1":                 "--text 2.1: it is from 1 to 2",
		"--tour out --size 8192x8192 --scale 8": "a picture has at most 67108864 pixels",
		"--unknown":                             "flag provided but not defined: -unknown",
		"figure/" + strings.Repeat("x", 5000):   "the most is 4096",
	} {
		if a, err := parse(strings.Fields(line), io.Discard); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %+v, %v; want %s", line, a, err, want)
		}
	}
}
