package data

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
)

// A dossier may be older than a column of the format, and say so: it tells of no
// other source, and requires the paragraph.
func TestOpenOlderColumns(t *testing.T) {
	files := goodFiles()
	drop := func(s string) string {
		var all map[string]any
		if err := json.Unmarshal([]byte(s), &all); err != nil {
			t.Fatal(err)
		}
		for _, r := range all["resources"].([]any) {
			r := r.(map[string]any)
			if r["name"] != "events" {
				continue
			}
			fields := r["schema"].(map[string]any)["fields"].([]any)
			last := len(fields) - 1
			if fields[last].(map[string]any)["name"] != "source" {
				t.Fatalf("the last column is %v", fields[last])
			}
			fields[last-1].(map[string]any)["constraints"] = map[string]any{"required": true}
			r["schema"].(map[string]any)["fields"] = fields[:last]
		}
		b, err := json.Marshal(all)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	files["datapackage.json"] = drop(files["datapackage.json"])
	d, err := Open(mapFS(files))
	if err != nil {
		t.Fatal(err)
	}
	if got := d.Events()[0]; got.Source != "" || got.Paragraph != 2 {
		t.Errorf("the event is %+v", got)
	}
	files["events.csv"] = "id,date,label,project,paragraph,source\nopening,2021-12,Opened,north-line,,survey2020\n"
	if d, err = Open(mapFS(files)); err != nil {
		t.Fatal(err)
	}
	if got := d.Events()[0]; got.Source != "survey2020" || got.Paragraph != 0 {
		t.Errorf("the event is %+v", got)
	}
}

func TestOpen(t *testing.T) {
	d := mustOpen(t, mapFS(goodFiles()))
	want := Figure{
		ID: "riders", Pillar: "rail", Project: "north-line", Label: "Riders",
		Quantity: Quantity{Text: "21 million", Value: 21e6, Comparator: Exact, Unit: "passengers", Counts: "Journeys"},
		Period:   Period{Start: Date{2021, 12, 0}, End: Date{2023, 9, 0}},
		Claim:    Reported, Speaker: "A. Writer", Paragraph: 2, Caution: "Who counted?",
	}
	if got, ok := d.Figure("riders"); got != want || !ok {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	project, ok := d.Project("north-line")
	if want := (Project{
		ID: "north-line", Name: "North Line", AlsoKnownAs: []string{"NL", "Line of the North"}, Pillar: "rail",
		Kind: "railway", Status: "operating", Countries: []string{"CHN", "LAO"}, Summary: "A line.",
		Start: Date{2021, 12, 0}, Paragraphs: []int{2, 3}, NotStated: []string{"Its length", "Its cost"},
	}); !ok || !reflect.DeepEqual(project, want) {
		t.Errorf("got  %+v\nwant %+v", project, want)
	}
	band, _ := d.Figure("masks")
	if q := band.Quantity; q.Value != 1e10 || q.Max != 1e11 || q.Comparator != Order {
		t.Errorf("a band is %+v", q)
	}
	if got, want := d.Routes(), []Route{{"north-line", "operating", true, 2, "", [][2]float64{{101.68, 21.18}, {101.69, 21.19}}}}; !reflect.DeepEqual(got, want) {
		t.Errorf("Routes = %v, want %v", got, want)
	}
	if got, want := d.Metadata(), (Metadata{
		Name: "small", Title: "A small dossier", Version: "1.0.0", Description: "For tests.",
		Licences: []Licence{{"CC-BY-4.0", "Attribution", "https://example.org/by"}}, Headline: []string{"riders", "masks"},
		Language: "en-GB", PillarColors: []ColorPair{{"#6B4A9C", "#B79AE6"}},
	}); !reflect.DeepEqual(got, want) {
		t.Errorf("Metadata = %+v, want %+v", got, want)
	}
	if got, want := d.Places()[0], (Place{"boten", "Boten", "city", "LAO", 101.68, 21.18, "GeoNames"}); got != want {
		t.Errorf("a place is %+v, want %+v", got, want)
	}
	if got, want := d.Paragraphs()[1].Heading, "Rail"; got != want {
		t.Errorf("Heading = %q, want %q", got, want)
	}
}

func TestSources(t *testing.T) {
	d := mustOpen(t, mapFS(goodFiles()))
	s, ok := d.Source("writer2023")
	raw := s.Raw
	s.Raw = nil
	want := Source{
		ID: "writer2023", Type: "article-journal", Title: "A Title", Author: []Name{{Family: "Writer", Given: "A."}},
		Container: "A Journal", Issued: Date{2023, 11, 1}, Accessed: Date{2024, 1, 5}, Volume: "7", Issue: "21",
		Language: "en", URL: "https://example.org/a",
	}
	if !ok || !reflect.DeepEqual(s, want) {
		t.Errorf("got  %+v\nwant %+v", s, want)
	}
	if all := goodFiles()["sources.json"]; !strings.HasPrefix(all, "["+string(raw)+",\n") || !json.Valid(raw) {
		t.Errorf("the raw item is not that of the file: %s", raw)
	}
	names := map[Name]string{
		{Family: "Writer", Given: "A."}:             "A. Writer",
		{Family: "Writer"}:                          "Writer",
		{Given: "A."}:                               "A.",
		{Literal: "Zheng Shanjie", Family: "Zheng"}: "Zheng Shanjie",
	}
	for n, want := range names {
		if got := n.String(); got != want {
			t.Errorf("%+v prints as %q, want %q", n, got, want)
		}
	}
}

func TestAccessors(t *testing.T) {
	d := mustOpen(t, mapFS(goodFiles()))
	ids := func(all any) string {
		var ids []string
		v := reflect.ValueOf(all)
		for i := range v.Len() {
			ids = append(ids, reflect.Indirect(v.Index(i)).Field(0).String())
		}
		return strings.Join(ids, " ")
	}
	tests := []struct {
		name      string
		got, want string
	}{
		{"Pillars", ids(d.Pillars()), "sea rail"}, // by order, not as in the file
		{"Projects", ids(d.Projects()), "north-line old-port pact"},
		{"Figures", ids(d.Figures()), "riders growth masks port-rank"},
		{"Statements", ids(d.Statements()), "results result-rail result-sea tasks"},
		{"Events", ids(d.Events()), "opening speech"},
		{"Places", ids(d.Places()), "boten mohan"},
		{"ProjectPlaces", ids(d.ProjectPlaces()), "north-line north-line"},
		{"Sources", ids(d.Sources()), "writer2023 survey2020"},
		{"FiguresOfPillar", ids(d.FiguresOfPillar("rail")), "riders growth"},
		{"FiguresOfPillar none", ids(d.FiguresOfPillar("no-pillar")), ""},
		{"FiguresOfProject", ids(d.FiguresOfProject("old-port")), "port-rank"},
		{"FiguresOfParagraph", ids(d.FiguresOfParagraph(3)), "growth masks"},
		{"FiguresOfParagraph 0", ids(d.FiguresOfParagraph(0)), ""},
		{"ProjectsOfPillar", ids(d.ProjectsOfPillar("rail")), "north-line"},
		{"ProjectsOfPillar empty", ids(d.ProjectsOfPillar("")), "pact"},
		{"ProjectsOfParagraph", ids(d.ProjectsOfParagraph(3)), "north-line"},
		{"StatementsOf", ids(d.StatementsOf("results")), "result-rail result-sea"},
		{"StatementsOf roots", ids(d.StatementsOf("")), "results tasks"},
		{"Roots", ids(d.Roots("I")), "results"},
		{"Tasks of results", ids(d.Tasks("I")), ""},
		{"Tasks", ids(d.Tasks("III")), "tasks"},
		{"StatementsOfParagraph", ids(d.StatementsOfParagraph(4)), "result-sea tasks"},
		{"EventsOfParagraph", ids(d.EventsOfParagraph(1)), "speech"},
		{"EventsOfProject", ids(d.EventsOfProject("north-line")), "opening"},
		{"PlacesOfProject", fmt.Sprint(d.PlacesOfProject("north-line")), "[{north-line boten terminus 2 } {north-line mohan terminus 0 survey2020}]"},
		{"RoutesOfProject", ids(d.RoutesOfProject("north-line")), "north-line"},
		{"SecondSourcesOf", ids(d.SecondSourcesOf("riders")), "riders-survey"},
		{"SecondSourcesOf none", ids(d.SecondSourcesOf("masks")), ""},
		{"CountOfPillar", fmt.Sprint(d.CountOfPillar("rail")), fmt.Sprint(len(d.ProjectsOfPillar("rail")), len(d.FiguresOfPillar("rail")))},
		{"CountOfPillar of none", fmt.Sprint(d.CountOfPillar("none")), "0 0"},
		{"CountOfProject", fmt.Sprint(d.CountOfProject("north-line")), fmt.Sprint(len(d.FiguresOfProject("north-line")))},
		{"Summary", fmt.Sprint(d.Summary()), "[{pillars 2} {projects 3} {figures 4} {second_sources 2} {statements 4} {events 2} {places 2} {project_places 2} {routes 1} {paragraphs 4} {synonyms 2} {sources 2}]"},
	}
	for _, test := range tests {
		if test.got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, test.got, test.want)
		}
	}
}

func TestLookups(t *testing.T) {
	d := mustOpen(t, mapFS(goodFiles()))
	lookups := map[string]func(string) bool{
		"rail":       func(id string) bool { p, ok := d.Pillar(id); return ok && p.ID == id },
		"old-port":   func(id string) bool { p, ok := d.Project(id); return ok && p.ID == id },
		"growth":     func(id string) bool { f, ok := d.Figure(id); return ok && f.ID == id },
		"tasks":      func(id string) bool { s, ok := d.Statement(id); return ok && s.ID == id },
		"mohan":      func(id string) bool { p, ok := d.Place(id); return ok && p.ID == id },
		"writer2023": func(id string) bool { s, ok := d.Source(id); return ok && s.ID == id },
	}
	for id, lookup := range lookups {
		if !lookup(id) {
			t.Errorf("%s is not found", id)
		}
		if lookup("nothing") || lookup("") {
			t.Errorf("beside %s, something is found that is not there", id)
		}
	}
	for n := -1; n <= 5; n++ {
		p, ok := d.Paragraph(n)
		if want := n >= 1 && n <= 4; ok != want || ok && p.N != n {
			t.Errorf("Paragraph(%d) = %v, %v", n, p, ok)
		}
	}
}

// lookedFor are the methods whose results are looked for or made, and not kept.
var lookedFor = []string{"Mentions", "PlacesOfParagraph", "Files"}

// readings are one call of each of the other methods of a dossier.
func readings(d *Dossier) map[string]func() {
	return map[string]func(){
		"Metadata": func() { d.Metadata() }, "Summary": func() { d.Summary() },
		"Sections": func() { d.Sections() }, "SectionsOf": func() { d.SectionsOf(Results) }, "Section": func() { d.Section("I") }, "RootsOf": func() { d.RootsOf(Results) }, "TasksOf": func() { d.TasksOf(Results) },
		"Kinds": func() { d.Kinds() }, "Kind": func() { d.Kind("port") }, "Statuses": func() { d.Statuses() }, "Status": func() { d.Status("planned") },
		"Units": func() { d.Units() }, "Unit": func() { d.Unit("masks") }, "Layers": func() { d.Layers() }, "Layer": func() { d.Layer("sea") },
		"Pillars": func() { d.Pillars() }, "Projects": func() { d.Projects() }, "Figures": func() { d.Figures() }, "Statements": func() { d.Statements() },
		"Events": func() { d.Events() }, "Places": func() { d.Places() }, "ProjectPlaces": func() { d.ProjectPlaces() }, "Routes": func() { d.Routes() },
		"Paragraphs": func() { d.Paragraphs() }, "Sources": func() { d.Sources() }, "Lessons": func() { d.Lessons() },
		"Pillar": func() { d.Pillar("rail") }, "Project": func() { d.Project("pact") }, "Figure": func() { d.Figure("growth") },
		"Statement": func() { d.Statement("tasks") }, "Place": func() { d.Place("boten") }, "Source": func() { d.Source("survey2020") }, "Paragraph": func() { d.Paragraph(2) },
		"Comparables": func() { d.Comparables() }, "ComparablesOf": func() { d.ComparablesOf("masks", Reported) },
		"Synonyms": func() { d.Synonyms() }, "SecondSources": func() { d.SecondSources() }, "SecondSourcesOf": func() { d.SecondSourcesOf("riders") },
		"CountOfPillar": func() { d.CountOfPillar("rail") }, "CountOfProject": func() { d.CountOfProject("north-line") },
		"FiguresOfPillar": func() { d.FiguresOfPillar("rail") }, "FiguresOfProject": func() { d.FiguresOfProject("") }, "FiguresOfParagraph": func() { d.FiguresOfParagraph(3) },
		"ProjectsOfPillar": func() { d.ProjectsOfPillar("rail") }, "ProjectsOfParagraph": func() { d.ProjectsOfParagraph(2) },
		"StatementsOf": func() { d.StatementsOf("results") }, "StatementsOfParagraph": func() { d.StatementsOfParagraph(4) },
		"Roots": func() { d.Roots("I") }, "Tasks": func() { d.Tasks("I") },
		"Event": func() { d.Event("speech") }, "EventsOfParagraph": func() { d.EventsOfParagraph(2) }, "EventsOfProject": func() { d.EventsOfProject("north-line") },
		"PlacesOfProject": func() { d.PlacesOfProject("north-line") }, "RoutesOfProject": func() { d.RoutesOfProject("north-line") },
	}
}

func TestReadingCopiesNothing(t *testing.T) {
	all := readings(mustOpen(t, mapFS(goodFiles())))
	for name, read := range all {
		if n := testing.AllocsPerRun(10, read); n != 0 {
			t.Errorf("%s allocates %v times", name, n)
		}
	}
	for m := range reflect.TypeFor[*Dossier]().Methods() {
		if all[m.Name] == nil && !slices.Contains(lookedFor, m.Name) {
			t.Errorf("%s is not tried", m.Name)
		}
	}
}

// Records are shared, so that no append may write into what others see.
func TestSharedSlicesHaveNoRoom(t *testing.T) {
	d := mustOpen(t, mapFS(goodFiles()))
	tried := 0
	for i, m := range reflect.ValueOf(d).Methods() {
		for _, arg := range []any{nil, "", "rail", "north-line", "results", "I", Results, 1, 2, 3, 4} {
			in := []reflect.Value{reflect.ValueOf(arg)}
			switch {
			case arg == nil && m.Type().NumIn() == 0:
				in = nil
			case arg == nil, m.Type().NumIn() != 1, m.Type().In(0) != reflect.TypeOf(arg):
				continue
			}
			if got := m.Call(in)[0]; i.Name != "Mentions" && got.Kind() == reflect.Slice {
				tried++
				if got.Cap() > got.Len() {
					t.Errorf("%s(%v) has room for %d more", i.Name, arg, got.Cap()-got.Len())
				}
			}
		}
	}
	if tried < 50 {
		t.Errorf("only %d slices are tried", tried)
	}
}

// For the race detector.
func TestConcurrentUse(t *testing.T) {
	d := mustOpen(t, mapFS(goodFiles()))
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for n := range 5 {
				d.Mentions(n)
				d.FiguresOfParagraph(n)
			}
			d.Projects()
		})
	}
	wg.Wait()
}

func TestMentions(t *testing.T) {
	d := mustOpen(t, mapFS(goodFiles()))
	want := map[int]string{
		0: "", 5: "",
		1: "pact=pact",
		2: "North Line=north-line NL=north-line 21 million=riders",
		3: "1.5%-2.5%=growth tens of billions=masks North Line=north-line",
		4: "Old Port=old-port fourth-largest=port-rank",
	}
	for n, want := range want {
		p, _ := d.Paragraph(n)
		var got []string
		for _, m := range d.Mentions(n) {
			got = append(got, p.Summary[m.Start:m.End]+"="+m.Figure+m.Project+m.Place+m.Event)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("Mentions(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestFinder(t *testing.T) {
	tests := []struct {
		text    string
		figures []string // their texts
		names   []string // projects with their names and other names: "North Line;NL"
		want    string
	}{
		{"20 here and 20 there", []string{"20", "20"}, nil, "0-2 12-14"},
		{"first 5, then 7", []string{"7", "5"}, nil, "6-7 14-15"}, // not in order: found all the same
		{"5 then 7 then 5", []string{"7", "5"}, nil, "7-8 14-15"},
		{"20 here", []string{"20", "20"}, nil, "0-2"},
		{"120 and 1.20 and 20.5 and 20% and $20 and 2,20", []string{"20"}, nil, ""},
		{"It is 20.", []string{"20"}, nil, "6-8"},
		{"20, or so", []string{"20"}, nil, "0-2"},
		{"Over 230 documents", []string{"over 230"}, nil, "0-8"},
		{"sixteen six", []string{"six"}, nil, "8-11"},
		{"US$19.1 trillion", []string{"US$19.1 trillion"}, nil, "0-16"},
		{"about US$5", []string{"5"}, nil, ""},
		{"The Silk Road Fund and the Silk Road", nil, []string{"Silk Road", "Silk Road Fund"}, "4-18 27-36"},
		{"The Silk Road Fund", nil, []string{"Silk Road", "Silk Road Fund"}, "4-18"},
		{"Express (CRE) Express CRE", nil, []string{"Express;CRE"}, "0-7 9-12"},
		{"NLs and NL", nil, []string{"North Line;NL"}, "8-10"},
		{"比雷埃夫斯港很大", nil, []string{"比雷埃夫斯港"}, "0-18"},
		{"é́20", []string{"20"}, nil, ""},
		{"21st Century Road, 21 ways", []string{"21"}, []string{"21st Century Road"}, "0-17 19-21"},
		{"", []string{"20"}, []string{"A"}, ""},
	}
	for _, test := range tests {
		f := finder{text: test.text}
		var projects []Project
		for _, name := range test.names {
			names := strings.Split(name, ";")
			projects = append(projects, Project{ID: "p", Name: names[0], AlsoKnownAs: names[1:]})
		}
		var figures []Figure
		for _, text := range test.figures {
			figures = append(figures, Figure{ID: "f", Quantity: Quantity{Text: text}})
		}
		f.addProjects(projects)
		f.addFigures(figures)
		slices.SortFunc(f.found, func(a, b Mention) int { return a.Start - b.Start })
		var got []string
		for _, m := range f.found {
			got = append(got, fmt.Sprintf("%d-%d", m.Start, m.End))
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("in %q: got %q, want %q", test.text, got, test.want)
		}
	}
}

// The article stands on a page of 2024, and was written in 2023.
func TestOriginalDateOfASource(t *testing.T) {
	s := mustOpen(t, Builtin()).Sources()[0]
	if s.Issued != (Date{2024, 1, 5}) || s.Original != (Date{Year: 2023}) {
		t.Errorf("it is of %s, first of %s", s.Issued, s.Original)
	}
}
