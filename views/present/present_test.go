package present

import (
	"flag"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/internal/lesson"
	"beltroad/internal/mapdata"
	"beltroad/internal/show"
	"beltroad/views/record"
	"beltroad/views/slides"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

var pictures = flag.String("pictures", "", "write pictures of what is presented into the `folder`")

func TestMain(m *testing.M) { os.Exit(uitest.Run(m, &ui.Theme{Scheme: ui.Dark})) }

// class is what is around a presentation in tests.
type class struct {
	liking Liking
	ended  int
	lesson lesson.Lesson
	inked  bool
	at     int
}

func (c *class) Liking() Liking     { return c.liking }
func (c *class) SetLiking(l Liking) { c.liking = l }
func (c *class) Ended(l lesson.Lesson, inked bool, at int) {
	c.ended++
	c.lesson, c.inked, c.at = l, inked, at
}

// someLesson has a slide of each kind that a presentation treats in its own way.
func someLesson(d *data.Dossier) lesson.Lesson {
	f := d.Figures()[0]
	l := lesson.Lesson{Title: "Ten years in five pillars", Slides: []lesson.Slide{
		{ID: "a", Form: lesson.Title, Title: "Ten years in five pillars", Section: "Opening", Minutes: 1, Notes: "Begin with a question.\nWho has been on a train?", Ask: []string{"What is a corridor?"}},
		{ID: "b", Place: "figure/" + f.ID, Minutes: 2},
		{ID: "c", Place: "figure/" + f.ID, Hidden: true},
		{ID: "d", Place: "figure/" + f.ID, Minutes: 2, Predict: &lesson.Predict{Figure: f.ID, From: 0, To: 2 * f.Quantity.Value}},
		{ID: "e", Form: lesson.Question, Title: "Who says so?", Minutes: 2},
	}}
	for _, place := range []string{"map", "timeline", "chart", "commitments", "principles"} {
		l.Slides = append(l.Slides, lesson.Slide{ID: place, Place: place, Minutes: 1})
	}
	for i := range 8 {
		l.Slides = append(l.Slides, lesson.Slide{ID: fmt.Sprint("w", i), Form: lesson.Words, Title: fmt.Sprint("Words ", i), Text: "One line\nAnother line"})
	}
	return l
}

// lecture begins a presentation with windows of a size.
func lecture(t testing.TB, two bool, size fyne.Size) (*Presentation, *class) {
	t.Helper()
	return lectureIn(t, ui.Dark, two, size)
}

func lectureIn(t testing.TB, scheme ui.Scheme, two bool, size fyne.Size) (*Presentation, *class) {
	t.Helper()
	d := datatest.Open(t, fixture.Harbour())
	return lectureOf(t, d, someLesson(d), scheme, two, size)
}

func lectureOf(t testing.TB, d *data.Dossier, l lesson.Lesson, scheme ui.Scheme, two bool, size fyne.Size) (*Presentation, *class) {
	t.Helper()
	theme := &ui.Theme{Scheme: scheme}
	uitest.Wear(t, theme)
	displays(t, two)
	words := record.NewWords(uitest.English(), d)
	k := &class{liking: Liking{Scale: 1, Notes: 1}}
	places := mapdata.New(d)
	p := newPresentation(k, Kit{Dossier: d, Words: words, Maker: slides.NewMaker(d, words, places), Theme: theme}, l, 0)
	p.atOnce = true
	p.windows.open()
	for _, w := range []fyne.Window{p.windows.first, p.windows.second} {
		if w != nil {
			w.Resize(size)
		}
	}
	t.Cleanup(p.End)
	return p, k
}

// displays are one or two, until the test ends.
func displays(t testing.TB, two bool) {
	t.Helper()
	before := twoDisplays
	twoDisplays = func() bool { return two }
	t.Cleanup(func() { twoDisplays = before })
}

// keys presses keys in a window: names, or a sign after "'".
func keys(w fyne.Window, text string) {
	for name := range strings.FieldsSeq(text) {
		if sign, ok := strings.CutPrefix(name, "'"); ok {
			w.Canvas().OnTypedRune()([]rune(sign)[0])
			continue
		}
		w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyName(name)})
	}
}

// picture keeps what a window shows, if pictures are asked for.
func picture(t testing.TB, w fyne.Window, name string) {
	t.Helper()
	if *pictures == "" {
		return
	}
	f, err := os.Create(filepath.Join(*pictures, name+".png"))
	if err == nil {
		err = png.Encode(f, w.Canvas().Capture())
		_ = f.Close()
	}
	if err != nil {
		t.Error(err)
	}
}

// texts are those of a window that can be told to assistive technology.
func texts(w fyne.Window) string {
	var all []string
	ui.Walk(w.Canvas().Content(), func(o fyne.CanvasObject) bool {
		if a, ok := o.(fyne.Accessible); ok {
			all = append(all, a.AccessibilityLabel())
		}
		return true
	})
	return strings.Join(all, "\n")
}

func TestPictures(t *testing.T) {
	for _, size := range []fyne.Size{fyne.NewSize(1280, 720), fyne.NewSize(1024, 768), fyne.NewSize(1920, 1080)} {
		for _, scheme := range []ui.Scheme{ui.Dark, ui.Light} {
			p, _ := lectureIn(t, scheme, true, size)
			for _, c := range []struct{ keys, name string }{
				{"", "title"}, {"Right", "figure"}, {"Right G '3 Return Up Return", "guess"}, {"R", "revealed"}, {"T", "table"}, {"T '?", "help"}, {"'? O", "overview"}, {"O V", "check"}, {"V '7", "digits"}, {"Escape Z", "zoom"}, {"Z B", "black"}, {"B End", "last"},
			} {
				keys(p.windows.first, c.keys)
				name := fmt.Sprintf("%gx%g-%s-%s", size.Width, size.Height, scheme, c.name)
				picture(t, p.windows.first, name+"-console")
				picture(t, p.windows.second, name)
			}
			p.End()
		}
	}
}

// says tells whether a window says a text.
func says(w fyne.Window, text string) bool { return strings.Contains(texts(w), text) }

func TestKeysActInBothWindows(t *testing.T) {
	p, k := lecture(t, true, fyne.NewSize(1280, 720))
	keys(p.windows.first, "Right")
	keys(p.windows.second, "Right")
	if p.show.At() != 2 {
		t.Errorf("two keys lead to %d", p.show.At())
	}
	keys(p.windows.second, "'. Escape Escape")
	if k.ended != 1 || k.at != 3 || k.inked {
		t.Errorf("ended %d times at %d, inked %t", k.ended, k.at, k.inked)
	}
	p.do(show.Next) // nothing is there any more
	if k.ended != 1 {
		t.Error("it ends once more")
	}
}
