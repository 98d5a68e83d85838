package views

import (
	"context"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"beltroad/data"
	"beltroad/internal/export"
	"beltroad/internal/lesson"
	"beltroad/internal/making"
	"beltroad/internal/session"
	"beltroad/views/reader"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// desk is a desk that remembers what it was told.
type desk struct {
	pictureDossiers

	sidebar   session.Sidebar
	arrived   []route.Route
	said      []string
	copied    []string
	exported  []export.Source
	scaled    []int
	switched  int
	reading   *session.Reading // nil: as at a first start
	searches  []string
	offers    []group
	offered   []string
	withdrawn []string
	undo      func() // what was offered last
	file      []byte // that is chosen where one is asked for
	choosing  func(reader.File)
	lessons   []lesson.Lesson // that were presented
	lesson    string          // that was used last
	told      []string
	cited     []cited
	asked     []string // a question, and its answers
	answer    func(int)
	making    making.Work
	opened    []string // dossiers that were made
}

func (d *desk) Arrived(r route.Route)        { d.arrived = append(d.arrived, r) }
func (d *desk) Say(s string)                 { d.said = append(d.said, s) }
func (d *desk) Copy(s string)                { d.copied = append(d.copied, s) }
func (d *desk) Export(c export.Source)       { d.exported = append(d.exported, c) }
func (d *desk) ScaleText(step int)           { d.scaled = append(d.scaled, step) }
func (d *desk) Sidebar() session.Sidebar     { return d.sidebar }
func (d *desk) SetSidebar(s session.Sidebar) { d.sidebar = s }
func (d *desk) SwitchScheme()                { d.switched++ }
func (d *desk) Searches() []string           { return d.searches }
func (d *desk) Searched(text string)         { d.searches = append([]string{text}, d.searches...) }
func (d *desk) Forget()                      { d.searches = nil }
func (d *desk) commands() []group            { return d.offers }

func (d *desk) TakeAlong(l lesson.Lesson)      { d.lessons = append(d.lessons, l) }
func (d *desk) LastLesson() string             { return d.lesson }
func (d *desk) UseLesson(id string)            { d.lesson = id }
func (d *desk) Tell(_, message string)         { d.told = append(d.told, message) }
func (*desk) Settled(string)                   {}
func (*desk) Propose(_, _, _ string, _ func()) {}
func (d *desk) Ask(question string, answers []string, choose func(int)) {
	d.asked, d.answer = append([]string{question}, answers...), choose
}

func (d *desk) Cite(of cited)                  { d.cited = append(d.cited, of) }
func (d *desk) Present(l lesson.Lesson, _ int) { d.lessons = append(d.lessons, l) }

// Making implements [Frame].
func (d *desk) Making() *making.Work { return &d.making }

// OpenMade implements [Frame].
func (d *desk) OpenMade(path string, _ bool) { d.opened = append(d.opened, path) }

func (d *desk) ChooseFile(_ []string, then func(reader.File)) { d.choosing = then }

func (d *desk) Background(work func(context.Context) func()) { work(context.Background())() }

func (d *desk) InWindow(something func()) { something() }

func (d *desk) Reading() session.Reading {
	if d.reading == nil {
		return session.Defaults().Reading
	}
	return *d.reading
}

func (d *desk) SetReading(r session.Reading) { d.reading = &r }

func (d *desk) Offer(message, _ string, do func()) {
	d.offered, d.undo = append(d.offered, message), do
}
func (d *desk) Withdraw(message string) { d.withdrawn = append(d.withdrawn, message) }

func (d *desk) OpenFile(_ []string, read func(string, []byte) func()) { read("a file", d.file)() }

func (*desk) Pixels() float64 { return 1 }

// Theme is that of the app, as in its first window.
func (*desk) Theme() *ui.Theme {
	th, _ := fyne.CurrentApp().Settings().Theme().(*ui.Theme)
	return th
}

// open is a shell of the usual size, and its desk.
func open(t testing.TB, d *data.Dossier) (*Shell, *desk) {
	t.Helper()
	lookingAt(t, Look{Scheme: ui.Light, TextScale: 1})
	k := &desk{}
	return shown(d, k, 1280, 800), k
}

func place(t testing.TB, s string) route.Route {
	t.Helper()
	r, err := route.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// all are the visible objects of a type, from o down.
func all[T fyne.CanvasObject](o fyne.CanvasObject) []T {
	var found []T
	for _, n := range nodes(o) {
		if v, ok := n.object.(T); ok {
			found = append(found, v)
		}
	}
	return found
}

func TestShellGoesBackAndForward(t *testing.T) {
	s, k := open(t, dossier(t))
	for _, p := range []string{"overview", "pillar/trade", "figure/trade-volume", "read/15"} {
		s.Go(place(t, p))
	}
	for _, c := range []struct {
		do   func()
		name string
		want string
	}{
		{s.Forward, "forward", "read/15"},
		{s.Back, "back", "figure/trade-volume"},
		{s.Back, "back", "pillar/trade"},
		{s.Forward, "forward", "figure/trade-volume"},
		{s.Back, "back", "pillar/trade"},
		{s.Back, "back", "overview"},
		{s.Back, "back", "overview"},
		{func() { s.Go(place(t, "commitments")) }, "go", "commitments"},
		{s.Forward, "forward", "commitments"},
		{s.Back, "back", "overview"},
	} {
		c.do()
		if got := s.Here().String(); got != c.want {
			t.Fatalf("%s leads to %s, want %s", c.name, got, c.want)
		}
		if !s.page.Accepts(s.Here()) {
			t.Fatalf("at %s another page is shown", s.Here())
		}
	}
	if last := k.arrived[len(k.arrived)-1]; last != s.Here() {
		t.Errorf("the desk was last told of %s", last)
	}
	if len(k.said) > 0 {
		t.Errorf("it said %q", k.said)
	}
}

func TestGoingWhereOneIsAddsNoPlace(t *testing.T) {
	s, _ := open(t, dossier(t))
	s.Go(place(t, "overview"))
	s.Go(place(t, "read/20"))
	s.Go(place(t, "read/20"))
	s.Back()
	if s.Here() != place(t, "overview") {
		t.Errorf("back leads to %s", s.Here())
	}
}

func TestCloseLeavesThePage(t *testing.T) {
	s, _ := open(t, dossier(t))
	for from, want := range map[string]string{
		"pillar/trade#figure/trade-volume": "pillar/trade", "figure/trade-volume": "figure", "project/aiib": "project",
		"read/15": "read", "overview": "overview", "pillar/trade": "pillar/trade", "figure": "figure", "search/rail": "search/rail",
	} {
		s.Go(place(t, from))
		s.Close()
		if got := s.Here().String(); got != want {
			t.Errorf("closing at %s leads to %s, want %s", from, got, want)
		}
	}
}

func TestUnknownPlaceIsSaid(t *testing.T) {
	d := dossier(t)
	for _, p := range []string{"figure/nothing", "project/nothing", "pillar/nothing", "read/0", "read/68", "read/x", "read/-1", "overview#figure/nothing", "pillar/nothing#figure/trade-volume", "figure/trade-volume#project/nothing"} {
		s, k := open(t, d)
		s.Go(place(t, "commitments"))
		before := s.page
		s.Go(place(t, p))
		if s.Here() != place(t, "commitments") || s.page != before {
			t.Errorf("%s leads to %s", p, s.Here())
		}
		if want := "This dossier has no " + place(t, p).String(); !slices.Equal(k.said, []string{want}) {
			t.Errorf("of %s it said %q, want %q", p, k.said, want)
		}
		s, k = open(t, d)
		s.Go(place(t, p))
		if s.Here() != place(t, "overview") || len(k.said) != 1 {
			t.Errorf("started at %s it shows %s and said %q", p, s.Here(), k.said)
		}
	}
}

// Pages come back as they were left: scrolled, filtered and sorted.
func TestPagesComeBackAsTheyWereLeft(t *testing.T) {
	d := dossier(t)
	for _, p := range []string{"overview", "pillar/infrastructure", "project", "figure", "differences", "speakers", "principles", "commitments", "read", "search/a"} {
		s, _ := open(t, d)
		s.content.Resize(fyne.NewSize(1024, 420)) // low, so that each page scrolls
		s.Go(place(t, p))
		scrolled := false
		for _, sc := range all[*ui.Scroller](s.page.Content()) {
			sc.ScrollTo(77)
			scrolled = scrolled || sc.Offset() == 77
		}
		if !scrolled {
			t.Errorf("%s does not scroll", p)
		}
		choices := all[*ui.Filter](s.page.Content())
		for i, c := range choices {
			if i < 2 {
				c.Choose(len(c.Names()) - 1 - i)
			}
		}
		was := s.page.State()
		chosen := func() (names []string) {
			for _, c := range all[*ui.Filter](s.page.Content()) {
				names = append(names, c.Name())
			}
			return names
		}
		wasChosen := chosen()
		s.Go(place(t, "pillar/trade"))
		s.Go(place(t, "figure/trade-volume"))
		s.Back()
		s.Back()
		if got := s.page.State(); s.Here() != place(t, p) || got.String() != was.String() {
			t.Errorf("%s was left at %+v, and came back at %+v", p, was, got)
		}
		if got := chosen(); !slices.Equal(got, wasChosen) {
			t.Errorf("%s was left with %q chosen, and came back with %q", p, wasChosen, got)
		}
	}
}

// No page jumps when something is selected.
func TestOpeningARecordKeepsThePage(t *testing.T) {
	d := dossier(t)
	for _, c := range []struct{ page, record string }{
		{"pillar/infrastructure", "pillar/infrastructure#project/china-railway-express"},
		{"figure", "figure/document-countries"},
		{"project", "project/aiib"},
		{"read/10", "read/11"},
		{"differences", "differences#figure/covid-masks"},
		{"speakers", "speakers#figure/bri-anniversary"},
	} {
		s, _ := open(t, d)
		s.Go(place(t, c.page))
		page := s.page
		before := page.State()
		s.Go(place(t, c.record))
		if reflect.TypeOf(s.page).Kind() == reflect.Pointer && s.page != page {
			t.Errorf("%s makes the page anew", c.record)
		}
		if got := s.page.State(); c.page != "read/10" && !reflect.DeepEqual(got, before) {
			t.Errorf("%s moves %s from %+v to %+v", c.record, c.page, before, got)
		}
		s.Close()
		s.Back()
		s.Back()
		if s.Here() != place(t, c.page) {
			t.Errorf("back from %s leads to %s", c.record, s.Here())
		}
	}
}

func TestRebuildKeepsThePlace(t *testing.T) {
	d := dossier(t)
	for _, r := range Screens(d) {
		s, _ := open(t, d)
		s.content.Resize(fyne.NewSize(1280, 420))
		s.Go(r)
		for _, sc := range all[*ui.Scroller](s.page.Content()) {
			sc.ScrollTo(30)
		}
		was := s.page.State()
		old := s.page
		fyne.CurrentApp().Settings().SetTheme(&ui.Theme{Scheme: ui.Dark, TextScale: 1})
		s.Rebuild()
		if s.Here() != r.Place() || !s.page.Accepts(r) {
			t.Errorf("rebuilt, %s is %s", r, s.Here())
		}
		if got := s.page.State(); !reflect.DeepEqual(got, was) {
			t.Errorf("%s stood at %+v, and rebuilt at %+v", r, was, got)
		}
		if reflect.TypeOf(old).Kind() == reflect.Pointer && s.page == old {
			t.Errorf("%s was not made anew", r)
		}
		if s.sidebar.search.Text() != map[bool]string{true: r.ID}[r.Kind == route.Search] {
			t.Errorf("rebuilt at %s, %q is being looked for", r, s.sidebar.search.Text())
		}
	}
}

func TestSidebarShowsWhereOneIs(t *testing.T) {
	d := dossier(t)
	s, _ := open(t, d)
	for _, r := range Screens(d) {
		s.Go(r)
		var selected []string
		for at, n := range s.sidebar.items {
			if n.Selected {
				selected = append(selected, at.String())
			}
		}
		want := route.To(r.Kind, "")
		if r.Kind == route.Pillar {
			want = r.Page()
		}
		switch {
		case !ofDossier(r.Kind): // which leads to other dossiers, and stands at the foot
		case r.Kind == route.Search && len(selected) > 0, r.Kind != route.Search && !slices.Equal(selected, []string{want.String()}):
			t.Errorf("at %s the sidebar marks %q", r, selected)
		}
	}
}

func TestSidebarLeadsEverywhere(t *testing.T) {
	d := dossier(t)
	s, k := open(t, d)
	s.Go(place(t, "overview"))
	reached := map[route.Kind]bool{}
	for at, n := range s.sidebar.items {
		test.Tap(n)
		if s.Here() != at {
			t.Errorf("%q leads to %s, want %s", n.Name, s.Here(), at)
		}
		reached[at.Kind] = true
	}
	for _, kind := range route.Kinds() {
		if !reached[kind] && ofDossier(kind) && kind != route.Search {
			t.Errorf("the sidebar leads to no %s", kind)
		}
	}
	if len(k.said) > 0 {
		t.Errorf("it said %q", k.said)
	}
}

func TestReaderShowsTheParagraphItWasAskedFor(t *testing.T) {
	d := dossier(t)
	for _, n := range []int{1, 2, 15, 40, 66, len(d.Paragraphs())} {
		lookingAt(t, Look{Scheme: ui.Light, TextScale: 1})
		s := newShell(materialOf(d), inEnglish, pictureFrame{})
		w := test.NewTempWindow(t, s.Content())
		w.SetPadded(false)
		w.Resize(fyne.NewSize(1280, 800))
		s.Go(route.Paragraph(n)) // at once
		inSight(t, s, n)
		s.Go(place(t, "overview"))
		s.Go(place(t, "read"))
		s.Go(route.Paragraph(n)) // from the page itself
		inSight(t, s, n)
	}
}

// inSight checks that just the paragraph is marked, and can be seen.
func inSight(t *testing.T, s *Shell, paragraph int) {
	t.Helper()
	var marked []string
	for _, n := range nodes(s.Content()) {
		if p, ok := n.object.(*ui.Passage); ok && p.Selected {
			marked = append(marked, strings.Fields(p.Label)[0])
			if n.box.top < 0 || n.box.bottom > s.Content().Size().Height {
				t.Errorf("paragraph %d is out of sight, at %s", paragraph, n.box)
			}
		}
	}
	if !slices.Equal(marked, []string{record.Cite(paragraph)}) {
		t.Errorf("at paragraph %d %q is marked", paragraph, marked)
	}
}

func TestCopyHere(t *testing.T) {
	s, k := open(t, dossier(t))
	s.Go(place(t, "overview"))
	s.copyHere()
	if len(k.copied) > 0 || len(k.said) != 1 {
		t.Errorf("with nothing open it copied %q and said %q", k.copied, k.said)
	}
	for p, part := range map[string]string{"figure/trade-volume": "¶", "pillar/trade#figure/trade-volume": "US$19.1 trillion", "project/aiib": "Qiushi", "pillar/finance#project/aiib": "¶", "commitments?row=task-e-commerce": "(¶56)\nDone when: pilot zones exist."} {
		k.copied, k.said = nil, nil
		s.Go(place(t, p))
		s.copyHere()
		if len(k.copied) != 1 || !strings.Contains(k.copied[0], part) || !slices.Equal(k.said, []string{"Copied"}) {
			t.Errorf("at %s it copied %q and said %q", p, k.copied, k.said)
		}
	}
}

// Whatever can be pressed on any screen leads to a place that exists.
func TestEveryLinkLeadsSomewhere(t *testing.T) {
	d := dossier(t)
	pressed := map[string]bool{} // one ¶15 on a page is as good as the next
	for _, r := range Screens(d) {
		s, k := open(t, d)
		s.Go(r)
		for _, n := range nodes(s.Content()) {
			name := string(r.Kind) + " " + naming(n)
			if pressed[name] {
				continue
			}
			switch v := n.object.(type) {
			case *ui.Link:
				v.Tapped(nil)
			case *ui.Card:
				v.Tapped(nil)
			case *ui.ListItem:
				v.Tapped(nil)
			case *ui.Table:
				for i := range v.Len() {
					v.OnOpen(v.ID(i))
				}
			default:
				continue
			}
			pressed[name] = true
		}
		if len(k.said) > 0 {
			t.Errorf("on %s links said %q", r, slices.Compact(slices.Sorted(slices.Values(k.said))))
		}
		for _, at := range k.arrived {
			if !exists(d, at) {
				t.Errorf("on %s a link leads to %s", r, at)
			}
		}
	}
	if len(pressed) < 200 {
		t.Errorf("pressed %d things only", len(pressed))
	}
}

// What can be seen can be heard: every widget of ours has a name and can be found.
func TestEveryWidgetHasAName(t *testing.T) {
	d := dossier(t)
	s, _ := open(t, d)
	kinds := map[string]int{}
	for _, r := range Screens(d) {
		s.Go(r)
		found := map[fyne.CanvasObject]bool{}
		ui.Walk(s.Content(), func(o fyne.CanvasObject) bool {
			found[o] = true
			return true
		})
		for _, n := range nodes(s.Content()) {
			w, ok := n.object.(fyne.Widget)
			if !ok || !strings.HasPrefix(reflect.TypeOf(w).Elem().PkgPath(), "beltroad/") {
				continue
			}
			kind := reflect.TypeOf(w).Elem().String()
			kinds[kind]++
			if _, ok := w.(interface{ Decorates() }); ok {
				continue
			}
			a, ok := w.(fyne.Accessible)
			switch {
			case !ok:
				t.Errorf("%s: %s does not implement fyne.Accessible", r, kind)
			case strings.TrimSpace(a.AccessibilityLabel()) == "" && kind != "ui.Scroller" && kind != "ui.List" && kind != "ui.SelectionArea" && kind != "ui.Dressed":
				t.Errorf("%s: a %s at %s has no name", r, kind, n.box)
			case a.AccessibilityRole() == "":
				t.Errorf("%s: %q has no role", r, a.AccessibilityLabel())
			}
			if !found[w] && !spokenFor(n, found) {
				t.Errorf("%s: ui.Walk does not find the %s %q", r, kind, a.AccessibilityLabel())
			}
			if label := a.AccessibilityLabel(); strings.Contains(label, "{{") || strings.Contains(label, "<no value>") {
				t.Errorf("%s: a %s is called %q", r, kind, label)
			}
		}
	}
	for _, kind := range []string{"chart.Chart", "record.Badge", "ui.Button", "ui.Card", "ui.ListItem", "ui.Link", "ui.NavItem", "ui.Passage", "ui.Scroller", "ui.AccessibleArea", "ui.Table", "ui.Text", "ui.FieldButton"} {
		if kinds[kind] == 0 {
			t.Errorf("no screen shows a %s, only %v", kind, slices.Sorted(maps.Keys(kinds)))
		}
	}
}

// spokenFor tells whether an object is a part of a widget that speaks for all its parts.
func spokenFor(n *node, found map[fyne.CanvasObject]bool) bool {
	for p := n.parent; p != nil; p = p.parent {
		if w, ok := p.object.(fyne.Widget); ok {
			_, tells := w.(ui.Parent)
			return found[w] && !tells
		}
	}
	return false
}

func TestScreensShowEveryKindOfPlace(t *testing.T) {
	d := dossier(t)
	pages, panes := map[route.Kind]bool{}, map[route.Kind]bool{}
	seen := map[string]bool{}
	for _, r := range Screens(d) {
		pages[r.Kind] = true
		if p := r.Pane; p != (route.Ref{}) {
			panes[p.Kind] = true
		}
		if !exists(d, r) {
			t.Errorf("there is no %s", r)
		}
		if seen[r.String()] {
			t.Errorf("%s is there twice", r)
		}
		seen[r.String()] = true
	}
	for _, k := range route.Kinds() {
		if !pages[k] {
			t.Errorf("no screen shows a page of kind %s", k)
		}
	}
	for _, k := range []route.Kind{route.Project, route.Figure, route.Read} {
		if !panes[k] {
			t.Errorf("no screen shows a pane of kind %s", k)
		}
	}
}

// The parts of the window share it: side by side, nothing left over, at any width.
func TestPartsShareTheWindow(t *testing.T) {
	d := dossier(t)
	for _, scale := range []float32{1, 1.5, 2} {
		lookingAt(t, Look{Scheme: ui.Light, TextScale: scale})
		for _, p := range []string{"overview", "pillar/trade#figure/trade-volume", "read/15", "figure/trade-volume"} {
			s := shown(d, pictureFrame{}, 1280, 800)
			s.Go(place(t, p))
			for width := float32(640); width <= 2560; width += 37 {
				s.content.Resize(fyne.NewSize(width, 700))
				x := float32(0)
				var parts []string
				for _, o := range s.content.Objects {
					if !o.Visible() {
						continue
					}
					if o.Position().Y > 0 && p == "read/15" && o.Position().X+o.Size().Width == width {
						continue // a record below the text
					}
					parts = append(parts, fmt.Sprintf("%g+%g", o.Position().X, o.Size().Width))
					if gap := o.Position().X - x; gap < -0.1 || gap > 0.1 || o.Position().Y != 0 || o.Size().Height != 700 && p != "read/15" {
						t.Fatalf("%s at %g, %g wide: parts at %v", p, scale, width, parts)
					}
					x = o.Position().X + o.Size().Width
				}
				if x < width-0.1 || x > width+0.1 || len(parts) < 3 {
					t.Fatalf("%s at %g, %g wide: parts at %v", p, scale, width, parts)
				}
			}
		}
	}
}

// busy is a page that plays, and has to be told when it is left.
type busy struct {
	record.Page

	left, toggled int
}

func (b *busy) Left()       { b.left++ }
func (b *busy) TogglePlay() { b.toggled++ }

func TestPagesAreToldThatTheyAreLeft(t *testing.T) {
	for name, c := range map[string]struct {
		do   func(*Shell)
		left int
	}{
		"another page":     {func(s *Shell) { s.Go(place(t, "commitments")) }, 1},
		"back":             {(*Shell).Back, 1},
		"made anew":        {(*Shell).Rebuild, 1},
		"beside":           {func(s *Shell) { s.Go(place(t, "pillar/trade#figure/trade-volume")) }, 0},
		"the same":         {func(s *Shell) { s.Go(place(t, "pillar/trade")) }, 0},
		"nowhere":          {func(s *Shell) { s.Go(place(t, "figure/nothing")) }, 0},
		"another and back": {func(s *Shell) { s.Back(); s.Forward() }, 1},
	} {
		s, _ := open(t, dossier(t))
		s.Go(place(t, "overview"))
		s.TogglePlay() // does nothing there
		s.Go(place(t, "pillar/trade"))
		b := &busy{Page: s.page}
		s.page = b
		s.TogglePlay()
		c.do(s)
		if b.left != c.left || b.toggled != 1 {
			t.Errorf("%s: the page was told %d times that it is left, want %d, and played %d times", name, b.left, c.left, b.toggled)
		}
	}
}
