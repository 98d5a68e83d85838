package search

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	find "beltroad/internal/search"
	"beltroad/views/route"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

// titles are what can be chosen in a palette.
func titles(p *Palette) []string {
	var all []string
	for _, at := range p.found.stops {
		all = append(all, labelOf(&p.found.lines[at]))
	}
	return all
}

func TestPaletteGivesTheKeyboardBack(t *testing.T) {
	for name, leave := range map[string]func(*Palette, fyne.Canvas){
		"Escape": func(_ *Palette, c fyne.Canvas) { press(c, fyne.KeyEscape) },
		"a click beside it": func(p *Palette, _ fyne.Canvas) {
			p.Tapped(&fyne.PointEvent{Position: fyne.NewPos(3, 400)})
		},
		"F1":     func(_ *Palette, c fyne.Canvas) { press(c, fyne.KeyF1) },
		"a hit":  func(_ *Palette, c fyne.Canvas) { write(c, "lock"); press(c, fyne.KeyReturn) },
		"beside": func(p *Palette, c fyne.Canvas) { write(c, "lock"); p.choose(true) },
	} {
		p, _, c := opened(t, "")
		if focused(c) != "Search" || c.Overlays().Top() != p {
			t.Fatalf("opened, %q has the keyboard", focused(c))
		}
		leave(p, c)
		if focused(c) != "Push" || c.Overlays().Top() != nil {
			t.Errorf("after %s, %q has the keyboard", name, focused(c))
		}
	}
}

func TestAClickOnTheCardKeepsThePalette(t *testing.T) {
	p, _, c := opened(t, "")
	c.Unfocus()
	p.Tapped(&fyne.PointEvent{Position: p.look.card.Position().AddXY(20, 20)})
	if c.Overlays().Top() != p || focused(c) != "Search" {
		t.Errorf("%q has the keyboard", focused(c))
	}
	c.Unfocus()
	p.Typed(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if c.Overlays().Top() != nil {
		t.Error("a key that comes to the window does not reach the palette")
	}
}

func TestPaletteOpensWhatIsFound(t *testing.T) {
	for name, c := range map[string]struct {
		text   string
		beside bool
		here   route.Route
		want   string
		does   string
	}{
		"a project":            {"amber lock", false, route.To(route.Overview, ""), "project/amber-lock", ""},
		"beside":               {"amber lock", true, route.To(route.Timeline, ""), "timeline#project/amber-lock", ""},
		"an event":             {"work on the lock begins", false, route.To(route.Overview, ""), "timeline#timeline/lock-begun", ""},
		"of the source":        {"the first turbine turns", false, route.To(route.Overview, ""), "timeline#timeline/nordlys-started", ""},
		"a page":               {"diagrams", false, route.To(route.Overview, ""), "chart", ""},
		"a page, beside":       {"diagrams", true, route.To(route.Timeline, ""), "chart", ""},
		"a command":            {"dark", false, route.To(route.Overview, ""), "", "menu.dark"},
		"a command, not found": {"zzzz", false, route.To(route.Overview, ""), "", ""},
	} {
		p, w, cv := opened(t, "")
		w.here = c.here
		write(cv, c.text)
		if c.beside {
			p.field.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault})
		} else {
			press(cv, fyne.KeyReturn)
		}
		got := ""
		if len(w.Gone) > 0 {
			got = w.Last().String()
		}
		if got != c.want || strings.Join(w.done, " ") != c.does {
			t.Errorf("%s: it leads to %q and does %q; found are %q", name, got, w.done, titles(p))
		}
		if opens := c.want != "" || c.does != ""; opens != slices.Contains(w.last, c.text) {
			t.Errorf("%s: kept are %q", name, w.last)
		}
	}
}

func TestPaletteMovesByKey(t *testing.T) {
	p, _, c := opened(t, "")
	write(c, "lock")
	n := len(p.found.stops)
	if n < 6 || p.found.cursor.Current != 0 {
		t.Fatalf("%d can be chosen, the keyboard is at %d", n, p.found.cursor.Current)
	}
	for _, step := range []struct {
		key  fyne.KeyName
		want int
	}{
		{fyne.KeyDown, 1},
		{fyne.KeyDown, 2},
		{fyne.KeyUp, 1},
		{fyne.KeyEnd, n - 1},
		{fyne.KeyDown, n - 1},
		{fyne.KeyHome, 0},
		{fyne.KeyUp, 0},
		{fyne.KeyPageDown, min(8, n-1)},
		{fyne.KeyPageUp, 0},
	} {
		if press(c, step.key); p.found.cursor.Current != step.want {
			t.Errorf("after %s the keyboard is at %d, want %d of %d", step.key, p.found.cursor.Current, step.want, n)
		}
		current := 0
		p.look.list.Each(func(i int, o fyne.CanvasObject) {
			if item, ok := o.(*ui.ListItem); ok && item.Current() {
				current++
				if i != p.found.at() {
					t.Errorf("after %s line %d is marked, not %d", step.key, i, p.found.at())
				}
			}
		})
		if current != 1 {
			t.Errorf("after %s %d lines are marked", step.key, current)
		}
	}
	if p.field.Text != "lock" {
		t.Errorf("the field holds %q", p.field.Text)
	}
}

func TestTabGoesThroughTheGroups(t *testing.T) {
	r := newResults([]line{{head: "a"}, choice("1"), choice("2"), {head: "b"}, choice("3"), {head: "c"}, choice("4"), choice("5")})
	for i, step := range []struct {
		back bool
		want string
	}{{false, "3"}, {false, "4"}, {false, "1"}, {true, "4"}, {true, "3"}, {true, "1"}} {
		if r.turn(step.back); labelOf(r.current()) != step.want {
			t.Errorf("step %d leads to %s, want %s", i, labelOf(r.current()), step.want)
		}
	}
	r.move(fyne.KeyDown)
	if r.turn(true); labelOf(r.current()) != "1" {
		t.Errorf("back from within a group leads to %s", labelOf(r.current()))
	}
	none := newResults([]line{{head: "a"}})
	none.turn(false)
	if none.current() != nil || !none.move(fyne.KeyDown) {
		t.Error("where nothing can be chosen, something is")
	}
}

func labelOf(l *line) string {
	_, label := l.said()
	return label
}

func choice(name string) line {
	return line{said: func() (mark, label string) { return "", name }, do: func(bool) {}}
}

func TestPaletteWithoutText(t *testing.T) {
	p, w, c := opened(t, "")
	first := titles(p)
	if len(first) < 4 || !strings.HasPrefix(p.look.said.String(), "Type a word") {
		t.Errorf("at first it offers %q and says %q", first, p.look.said)
	}
	for _, text := range first { // they are examples: each finds something
		index, _ := w.source.Index(t.Context())
		if r, err := index.Find(t.Context(), text, 1); err != nil || r.Total == 0 {
			t.Errorf("the example %q finds nothing: %v", text, err)
		}
	}
	w.last = []string{"amber", "lock"}
	p.typed("")
	if got := titles(p); !slices.Equal(got, append([]string{"amber", "lock", "Forget these searches"}, first...)) {
		t.Errorf("it offers %q", got)
	}
	press(c, fyne.KeyDown, fyne.KeyReturn)
	if p.field.Text != "lock " || p.asker.wanted != "lock " {
		t.Errorf("chosen, %q is looked for in %q", p.asker.wanted, p.field.Text)
	}
	p.field.SetText("")
	press(c, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if len(w.last) > 0 || !slices.Equal(titles(p), first) || c.Overlays().Top() != p {
		t.Errorf("kept are %q, offered %q", w.last, titles(p))
	}
}

func TestFiltersGoIntoTheText(t *testing.T) {
	p, _, c := opened(t, "lock")
	for _, want := range []string{"lock pillar:", "lock pillar: unit:"} {
		name := strings.TrimSuffix(want[strings.LastIndexByte(want, ' ')+1:], ":")
		if p.write(narrowed(p.field.Text, name)); p.field.Text != want || focused(c) != "Search" || p.field.CursorColumn != len(want) {
			t.Errorf("the field holds %q, the cursor is at %d", p.field.Text, p.field.CursorColumn)
		}
	}
	p.field.SetText("")
	if p.write(narrowed(p.field.Text, "in")); p.field.Text != "in:" {
		t.Errorf("the field holds %q", p.field.Text)
	}
	if !narrowing("lock pillar:qu") || narrowing("pillar:quays lock") || narrowing("lock") {
		t.Error("it is not known when a filter is typed")
	}
}

// A filter that waits for its value asks for nothing yet, so nothing is missed.
func TestFiltersAreCompleted(t *testing.T) {
	p, _, c := opened(t, "")
	for text, want := range map[string]string{
		"pillar:": "Choose a value", "in:": "Choose a value", "pillar:zzzz": "Nothing here passes the filter", "zzzz pillar:": "Nothing found", "zzzz": "Nothing found",
	} {
		p.field.SetText("")
		write(c, text)
		if said := p.look.said.String(); !strings.HasPrefix(said, want) || strings.HasSuffix(text, ":") != (len(titles(p)) > 0 && strings.HasPrefix(titles(p)[0], text)) {
			t.Errorf("%s: it says %q and offers %q", text, said, titles(p))
		}
	}
}

// Whatever is found, what is below the field does not move.
func TestPaletteKeepsItsHeight(t *testing.T) {
	p, w, c := opened(t, "")
	card, foot := p.look.card.Size(), p.look.foot.Position()
	for _, text := range []string{"l", "lock", "in:figures", "zzzz", "in:", ""} {
		p.field.SetText("")
		write(c, text)
		if p.look.card.Size() != card || p.look.foot.Position() != foot {
			t.Errorf("%q: the card is %v, not %v, its foot at %v", text, p.look.card.Size(), card, p.look.foot.Position())
		}
	}
	w.last = []string{"lock"}
	if p.typed(""); p.look.card.Size() != card {
		t.Errorf("with what was looked for last it is %v", p.look.card.Size())
	}
}

// The filter that the last word begins stands below, and goes on with the text.
func TestFiltersAreCompletedAsTheyAreTyped(t *testing.T) {
	p, _, c := opened(t, "")
	links := func() []*ui.Link {
		var all []*ui.Link
		ui.Walk(p.look.foot, func(o fyne.CanvasObject) bool {
			if link, ok := o.(*ui.Link); ok {
				all = append(all, link)
			}
			return true
		})
		return all
	}
	usual := len(links())
	write(c, "lock pil")
	if got := links(); len(got) != 1 || got[0].Label != "pillar:" {
		t.Fatalf("below are %d links", len(got))
	}
	links()[0].Tapped(nil)
	if p.field.Text != "lock pillar:" || len(links()) != usual {
		t.Errorf("the field holds %q, below are %d links", p.field.Text, len(links()))
	}
}

func TestMissingParagraph(t *testing.T) {
	p, _, c := opened(t, "")
	write(c, "¶900")
	if said := p.look.said.String(); !strings.HasPrefix(said, "There is no ¶900: the source has ¶1 to ¶") || len(titles(p)) > 0 {
		t.Errorf("it says %q, and offers %q", said, titles(p))
	}
}

func TestPaletteSaysWhatItLooksFor(t *testing.T) {
	p, w, c := opened(t, "")
	w.source = NewSource(w.source.build)
	p.asker.source, w.slow = w.source, true
	write(c, "l")
	if said := p.look.said.String(); !strings.Contains(said, "getting ready") {
		t.Errorf("while there is no index it says %q", said)
	}
	w.finish(t)
	if said := p.look.said.String(); !strings.Contains(said, "result") {
		t.Errorf("answered, it says %q", said)
	}
	w.slow = false
	p.field.SetText("zzzz")
	if said := p.look.said.String(); !strings.HasPrefix(said, "Nothing") {
		t.Errorf("of nothing it says %q", said)
	}
	p.field.SetText("in:notes") // there are none
	if said := p.look.said.String(); !strings.Contains(said, "filter") {
		t.Errorf("of a filter that nothing passes it says %q", said)
	}
}

// What keys ask for goes to what is found for the text that stands in the field,
// not to what was found for the text before.
func TestKeysWaitForTheAnswer(t *testing.T) {
	for name, c := range map[string]struct {
		keys []fyne.KeyName
		want string
	}{
		"the first":              {[]fyne.KeyName{fyne.KeyReturn}, "project/amber-lock"},
		"all of them":            {[]fyne.KeyName{fyne.KeyEnd, fyne.KeyReturn}, "search/lock"},
		"the next, and back":     {[]fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyHome, fyne.KeyReturn}, "project/amber-lock"},
		"around by Tab, once":    {[]fyne.KeyName{fyne.KeyEnd, fyne.KeyTab, fyne.KeyReturn}, "project/amber-lock"},
		"nothing after it opens": {[]fyne.KeyName{fyne.KeyReturn, fyne.KeyEnd, fyne.KeyReturn}, "project/amber-lock"},
	} {
		p, w, cv := opened(t, "")
		write(cv, "loc")
		w.slow = true
		write(cv, "k")
		for _, key := range c.keys {
			press(cv, key)
		}
		if len(w.Gone) > 0 || p.found.cursor.Current != 0 {
			t.Errorf("%s: before its answer the keyboard is at %d, and it leads to %v", name, p.found.cursor.Current, w.Gone)
		}
		if w.finish(t); len(w.Gone) != 1 || w.Last().String() != c.want {
			t.Errorf("%s: answered, it leads to %v", name, w.Gone)
		}
	}
	p, w, cv := opened(t, "")
	write(cv, "loc")
	w.slow = true
	write(cv, "k")
	press(cv, fyne.KeyEnd)
	press(cv, fyne.KeyReturn)
	write(cv, "s") // another question: what was asked for is not meant for it
	w.finish(t)
	if w.finish(t); len(w.Gone) > 0 || p.found.cursor.Current != 0 {
		t.Errorf("of another text the keyboard is at %d, and it leads to %v", p.found.cursor.Current, w.Gone)
	}
}

func TestLooksOfLines(t *testing.T) {
	p, w, _ := opened(t, "")
	index, err := w.source.Index(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	r, err := index.Find(t.Context(), "amber lock in:projects", 1)
	if err != nil {
		t.Fatal(err)
	}
	hit := p.lister.groups(r.Groups)[1]
	hit.words = func() (title, body []ui.Run) { // whatever the index marks
		at := []find.Mark{{Start: 6, End: 10}}
		return marked(find.Snippet{Text: "Amber Lock", Marks: at}, find.Snippet{Text: "A sea lock that holds back silt.", Marks: at})
	}
	cited := hit
	cited.said = func() (mark, label string) { return "¶7", labelOf(&hit) }
	p.show("Shown for lock · 4 results", "lock", []line{{head: "Projects"}, hit, {head: "Figures"}, cited, plain("See all 4 results", func() {})})
	uitest.Looks(t, "lines", p.look.list)
	uitest.Looks(t, "said", p.look.said)
	if got := titles(p); !slices.Equal(got, []string{"Amber Lock, Sea lock", "Amber Lock, Sea lock", "See all 4 results"}) {
		t.Errorf("they are called %q", got)
	}
}
