package views

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/internal/lesson"
	"beltroad/internal/library"
	"beltroad/internal/message/messagetest"
	"beltroad/views/chart"
	page "beltroad/views/library"
	"beltroad/views/mapview"
	"beltroad/views/route"
	"beltroad/views/timeline"
	"beltroad/views/ui"
)

var pictures = flag.String("pictures", "", "write pictures of all screens in the made-up language into the `folder`")

// prose are the columns of a dossier's tables that hold what people read.
var prose = []string{"name", "short_name", "summary", "also_known_as", "not_stated", "label", "text", "counts", "speaker", "caution", "heading", "note", "done_when", "deadline", "amount", "names"}

// accented is a dossier whose words have marks on all letters, as those of the
// made-up language have. On a screen of it in that language a letter without a
// mark has come from neither.
func accented(t testing.TB, folder fs.FS) *data.Dossier {
	t.Helper()
	files := datatest.Files(t, folder)
	for name, f := range files {
		switch {
		case path.Ext(name) == ".csv":
			f.Data = accentedTable(t, name, f.Data)
		case path.Base(name) == "sources.json", path.Base(name) == "datapackage.json":
			f.Data = accentedJSON(t, f.Data)
		case strings.HasSuffix(name, lesson.End):
			f.Data = accentedLesson(t, f.Data)
		}
	}
	d := datatest.Open(t, files)
	earlier(files)
	before := datatest.Open(t, files)
	files["datapackage.json"].Data = bytes.Replace(files["datapackage.json"].Data, []byte(`"name":"`+d.Metadata().Name), []byte(`"name":"another`), 1)
	earlierOnes.Store(d, []*data.Dossier{before, datatest.Open(t, files)})
	return d
}

// accentedLesson marks the letters of a lesson's words.
func accentedLesson(t testing.TB, b []byte) []byte {
	t.Helper()
	l, err := lesson.Parse(b)
	if err != nil {
		t.Fatal(err)
	}
	l.Title = messagetest.Accent(l.Title)
	for i := range l.Slides {
		s := &l.Slides[i]
		for _, text := range []*string{&s.Section, &s.Title, &s.Text, &s.Notes} {
			*text = messagetest.Accent(*text)
		}
		for k := range s.Ask {
			s.Ask[k] = messagetest.Accent(s.Ask[k])
		}
	}
	out, err := lesson.Encode(l)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func accentedTable(t testing.TB, name string, b []byte) []byte {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(b)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, column := range rows[0] {
		if !slices.Contains(prose, column) && (column != "source" || path.Base(name) != "places.csv") {
			continue
		}
		for _, row := range rows[1:] {
			row[i] = messagetest.Accent(row[i])
		}
	}
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	if err := w.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// accentedJSON marks the letters of members that people read.
func accentedJSON(t testing.TB, b []byte) []byte {
	t.Helper()
	var all any
	if err := json.Unmarshal(b, &all); err != nil {
		t.Fatal(err)
	}
	read := []string{"title", "description", "lead", "about", "one", "other", "family", "given", "literal", "container-title", "original-container-title", "publisher", "sign"}
	var walk func(v any, in string)
	walk = func(v any, in string) {
		switch v := v.(type) {
		case []any:
			for _, e := range v {
				walk(e, in)
			}
		case map[string]any:
			for key, e := range v {
				s, ok := e.(string)
				switch {
				case !ok && key != "resources":
					walk(e, key)
				case ok && (slices.Contains(read, key) || key == "name" && slices.Contains([]string{"statuses", "units", "layers"}, in)):
					v[key] = strings.ReplaceAll(messagetest.Accent(s), messagetest.Accent("{n}"), "{n}")
				}
			}
		}
	}
	walk(all, "")
	out, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// plain are the letters that stand for themselves in every language: the size
// of text, addresses, the name of a dossier.
func plain(d *data.Dossier) func(string) string {
	known, address := strings.NewReplacer(d.Metadata().Name, "", "A+", "", "A–", ""), regexp.MustCompile(`https?://\S+`)
	return func(s string) string {
		if s != "" && slices.ContainsFunc(d.Sources(), func(src data.Source) bool { return isLineOf(src.URL, s) }) {
			return ""
		}
		return known.Replace(address.ReplaceAllString(s, ""))
	}
}

// isLineOf tells whether s may be a line of an address, which is broken at its
// slashes and hyphens: some of its parts, each whole.
func isLineOf(address, s string) bool {
	_, rest, found := strings.Cut(address, s)
	before := strings.TrimSuffix(address, s+rest)
	const breaks = "-/"
	return found && (strings.ContainsAny(s, breaks) ||
		before != "" && strings.ContainsAny(before[len(before)-1:], breaks) && (rest == "" || strings.ContainsAny(rest[:1], breaks)))
}

var unaccented = regexp.MustCompile(`[A-Za-z]`)

// unmarked are the texts of a screen, and what is said of it, that have a letter
// without a mark.
func unmarked(root fyne.CanvasObject, plain func(string) string) []string {
	var found []string
	add := func(kind, s string) {
		if unaccented.MatchString(plain(s)) {
			found = append(found, fmt.Sprintf("%s %q", kind, s))
		}
	}
	for _, n := range nodes(root) {
		switch o := n.object.(type) {
		case *canvas.Text:
			add("text", o.Text)
		case fyne.Accessible:
			if kind := fmt.Sprintf("%T", o); strings.HasPrefix(kind, "*container.") || strings.HasPrefix(kind, "*fyne.") {
				continue // Fyne's own say what they are in English, and nobody hears it
			}
			add("label", o.AccessibilityLabel())
		}
	}
	return slices.Compact(slices.Sorted(slices.Values(found)))
}

// inDrawing tells whether an object belongs to a drawing.
func inDrawing(n *node) bool {
	for ; n != nil; n = n.parent {
		switch n.object.(type) {
		case *chart.Chart, *timeline.Drawing, *mapview.Explorer:
			return true
		}
	}
	return false
}

// isSnippet tells whether an object belongs to what was found: a line says a piece
// of what a record says.
func isSnippet(n *node) bool {
	text, inLine := "", false
	for ; n != nil; n = n.parent {
		switch o := n.object.(type) {
		case *ui.Text:
			text = o.String()
		case *ui.ListItem:
			inLine = true
		}
	}
	return inLine && strings.Contains(text, "…")
}

// cutShort are texts that end in an ellipsis, which no text of a page does by
// itself. A drop-down may, where the whole of what is chosen stands elsewhere; a drawing
// may not: there, half a label would be taken for the whole.
func cutShort(root fyne.CanvasObject) []string {
	var found, drawn, apart []string
	for _, n := range nodes(root) {
		switch o, ok := n.object.(*canvas.Text); {
		case !ok:
		case !strings.HasSuffix(o.Text, "…"):
			apart = append(apart, strings.TrimSpace(o.Text))
		case isSnippet(n), saysSo(n, o.Text):
		case inDrawing(n):
			drawn = append(drawn, fmt.Sprintf("label %q is cut", o.Text))
		default:
			found = append(found, fmt.Sprintf("text %q is cut", o.Text))
		}
	}
	whole := strings.Join(apart, " ")
	return append(drawn, slices.DeleteFunc(found, func(problem string) bool {
		_, text, _ := strings.Cut(problem, `"`)
		start, _, _ := strings.Cut(text, "…")
		return strings.Contains(whole, start)
	})...)
}

// saysSo tells whether a button's name ends so: it asks for more.
func saysSo(n *node, text string) bool {
	b, ok := n.parent.object.(*ui.Button)
	return ok && b.Text == text
}

// markedFrame has marks on what comes from dossiers that are not open, too.
type markedFrame struct{ pictureFrame }

func (markedFrame) Entries() []library.Entry {
	all := pictureFrame{}.Entries()
	for i := range all {
		all[i].Title = messagetest.Accent(all[i].Title)
	}
	return all
}

func (markedFrame) Removed() []library.Entry {
	all := pictureFrame{}.Removed()
	for i := range all {
		all[i].Title = messagetest.Accent(all[i].Title)
	}
	return all
}

func (markedFrame) Refused() *page.Refusal {
	r := *pictureFrame{}.Refused()
	r.Name, r.Problems = messagetest.Accent(r.Name), slices.Clone(r.Problems)
	for i := range r.Problems {
		p := &r.Problems[i]
		for _, text := range []*string{&p.File, &p.Column, &p.Found, &p.Allowed, &p.Mend} {
			*text = messagetest.Accent(*text)
		}
	}
	return &r
}

// All screens in a language whose texts are longer by 40 %: no English is left,
// nothing is cut and nothing lies on anything else.
func TestScreensInAnotherLanguage(t *testing.T) {
	words := messagetest.Accented(t)
	for name, folder := range map[string]fs.FS{"beltroad": data.Builtin(), "harbour": fixture.Harbour()} {
		d := accented(t, folder)
		every := plain(d)
		for _, scale := range []float32{1, 2} {
			for _, size := range []fyne.Size{{Width: 1280, Height: 800}, {Width: 1024, Height: 768}} {
				t.Run(fmt.Sprintf("%s at %gx%g, %g%%", name, size.Width, size.Height, scale*100), func(t *testing.T) {
					look := Look{Width: size.Width, Height: size.Height, Scheme: ui.Light, TextScale: scale, Scale: 1, Words: words}
					lookingAt(t, look)
					for i, r := range Screens(d) {
						s := shownIn(d, words, markedFrame{}, size.Width, size.Height)
						s.Go(r)
						known := every
						if r.Kind == route.Search { // what is looked for is shown as it was typed
							known = func(text string) string { return strings.ReplaceAll(every(text), r.ID, "") }
						}
						for _, problem := range slices.Concat(unmarked(s.Content(), known), misplaced(s.Content()), cutShort(s.Content())) {
							t.Errorf("%s: %s", r, problem)
						}
						if *pictures != "" {
							file := fmt.Sprintf("%s-%gx%g-%g-%02d-%s.png", name, size.Width, size.Height, scale*100, i+1, strings.NewReplacer("/", "-", "#", "-").Replace(r.String()))
							if err := os.MkdirAll(*pictures, 0o750); err != nil {
								t.Fatal(err)
							}
							if err := writePNG(filepath.Join(*pictures, file), pictureOf(materialOf(d), r, look)); err != nil {
								t.Fatal(err)
							}
						}
					}
				})
			}
		}
	}
}

// What a pointer brings up over a drawing is in the language, too: wherever it is.
func TestCardsInAnotherLanguage(t *testing.T) {
	words := messagetest.Accented(t)
	d := accented(t, data.Builtin())
	known := plain(d)
	lookingAt(t, Look{Scheme: ui.Light, TextScale: 1})
	for _, to := range []string{"chart", "map", "timeline", "map?year=2020", "timeline?year=2020"} {
		s := shownIn(d, words, pictureFrame{}, 1280, 800)
		s.Go(place(t, to))
		before := len(nodes(s.Content()))
		cards := 0
		for _, n := range nodes(s.Content()) {
			o, ok := n.object.(desktop.Hoverable)
			if !ok || !inDrawing(n) {
				continue
			}
			const across, down = 40, 30
			size := n.object.Size()
			for i := range across * down {
				at := fyne.NewPos(size.Width*(float32(i%across)+0.5)/across, size.Height*(float32(i/across)+0.5)/down)
				o.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
				now := nodes(s.Content())
				if len(now) <= before {
					continue
				}
				cards++
				for _, problem := range unmarked(s.Content(), known) {
					t.Errorf("%s at %v: %s", to, at, problem)
				}
			}
			o.MouseOut()
		}
		if cards < 5 {
			t.Errorf("%s: the pointer brought up %d cards only", to, cards)
		}
	}
}

// The checks find what they are there for: the same screen in English.
func TestUnmarkedFindsEnglish(t *testing.T) {
	d := accented(t, data.Builtin())
	lookingAt(t, Look{Scheme: ui.Light, TextScale: 1})
	s := shown(d, pictureFrame{}, 1280, 800)
	s.Go(route.To(route.Overview, ""))
	found := strings.Join(unmarked(s.Content(), plain(d)), "\n")
	for _, want := range []string{`text "Overview"`, `text "Read the source"`, `label "Larger text"`} {
		if !strings.Contains(found, want) {
			t.Errorf("%s is not found in:\n%s", want, found)
		}
	}
	cut, asks := ui.NewButton("A name far too long", nil, false), ui.NewButton("Save…", nil, false)
	for _, o := range test.WidgetRenderer(cut).Objects() {
		if text, ok := o.(*canvas.Text); ok {
			text.Text = "A name far…"
		}
	}
	test.WidgetRenderer(asks)
	if len(cutShort(cut)) == 0 {
		t.Error("a text that is cut is not found")
	}
	if found := cutShort(asks); len(found) > 0 {
		t.Errorf("a name that ends so is found: %q", found)
	}
}
