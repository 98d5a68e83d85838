package reader

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/internal/session"
	"beltroad/views/route"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

func aFile(name, content string) File {
	return File{Name: name, Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(content)), nil }}
}

// withDesk is the reader of the made-up dossier in a window, and what is around it.
func withDesk(t *testing.T) (*Page, *desk) {
	t.Helper()
	uitest.Wear(t, &ui.Theme{Scheme: ui.Light})
	likes := session.Defaults().Reading
	p, k := onDesk(t, datatest.Open(t, fixture.Harbour()), &likes)
	p.Open(route.To(route.Read, ""))
	uitest.InWindow(t, p.Content(), fyne.NewSize(900, 4000))
	p.Arrive(route.To(route.Read, ""))
	return p, k
}

// says checks what the bar says of the copy.
func says(t *testing.T, p *Page, want ...string) {
	t.Helper()
	got := p.bar.own.line.String()
	for _, w := range want {
		if !strings.Contains(got, w) {
			t.Errorf("it says %q, not %q", got, w)
		}
	}
	if (got != "") != p.bar.own.content.Visible() {
		t.Errorf("%q, seen: %t", got, p.bar.own.content.Visible())
	}
}

func press(t *testing.T, p *Page, name string) {
	t.Helper()
	found := false
	ui.Walk(p.bar.content, func(o fyne.CanvasObject) bool {
		switch o := o.(type) {
		case *ui.ActionChip:
			if o.Label == name {
				found = true
				o.Tapped(nil)
			}
		case *ui.Link:
			if o.Text == name {
				found = true
				o.Tapped(nil)
			}
		}
		return true
	})
	if !found {
		t.Fatalf("there is no %q", name)
	}
}

// A copy is shown beside our words, with the figures that stand in it as links;
// it is there again on the next page, and gone once it is removed.
func TestOwnCopy(t *testing.T) {
	p, k := withDesk(t)
	says(t, p, "")
	p.TakeCopy(aFile("report.txt", strings.Replace(fixture.HarbourText, "310 MW", "300 MW", 1)))
	says(t, p, "17 of 17 paragraphs of your copy matched", "22 of 25 figures stand word for word", "Those that do not", "report.txt")
	if p.lens.key != usualOwn {
		t.Errorf("it is seen through %q", p.lens.key)
	}
	if all := texts(p, 7); len(all) < 2 || !strings.Contains(all[len(all)-1].String(), "the herring fleet is away") {
		t.Error("¶7 is not there in its own words")
	}
	own, _ := p.passageOf(7)
	for _, f := range p.findings(7) {
		link := links(p, 7)[own.Text[f.Start:f.End]]
		if link == nil {
			t.Errorf("%s is no link", f.Figure)
			continue
		}
		link.Tapped(nil)
		if to := k.Last(); to != beside(route.Figure, f.Figure) {
			t.Errorf("%s leads to %s", f.Figure, to)
		}
	}
	if all := texts(p, 12); !strings.Contains(all[len(all)-1].String(), "some of its words are different") {
		t.Error("that ¶12 was changed is not said")
	}
	press(t, p, "The article’s own words")
	if got := p.Passage(7).Label; !strings.Contains(got, "herring") {
		t.Errorf("¶7 is read out as %q", got)
	}
	state := p.State()

	next := New(p.dossier, p.words, k)
	next.Restore(state)
	if next.lens.key != "own" {
		t.Errorf("the next page is seen through %q", next.lens.key)
	}
	says(t, next, "17 of 17")

	press(t, p, "Remove it")
	says(t, p, "Your copy is removed.")
	if k.shelf.Now() != nil || p.lens.own || strings.Contains(p.bar.own.line.String(), "report.txt") {
		t.Errorf("it is there still: %q", p.bar.own.line.String())
	}
	if next.lens.own {
		t.Error("another window shows it still")
	}
}

// What is no copy is said, and changes nothing.
func TestNoCopy(t *testing.T) {
	p, k := withDesk(t)
	wrong := []struct {
		file File
		want string
	}{
		{aFile("other.txt", strings.Repeat("Nothing here has to do with it. ", 50)), "“other.txt” is another text: 0 of the 17 paragraphs"},
		{aFile("broken.docx", "PK\x03\x04 broken"), "“broken.docx” is damaged"},
		{aFile("photo.png", "\x89PNG\r\n\x1a\n\x00\x00"), "“photo.png” is of a form that is not read here"},
		{aFile("empty.txt", ""), "There is no text in “empty.txt”"},
		{aFile("locked.pdf", "%PDF-1.7 trailer <</Encrypt 1 0 R>> %%EOF"), "“locked.pdf” opens with a password only"},
		{File{Name: "gone.txt", Open: func() (io.ReadCloser, error) { return nil, errors.New("gone") }}, "“gone.txt” could not be opened"},
	}
	for _, c := range wrong {
		p.TakeCopy(c.file)
		says(t, p, c.want, "Nothing was changed.")
		if !p.Escape() || p.Escape() || strings.Contains(p.bar.own.line.String(), c.want) {
			t.Errorf("the Escape key leaves %q", p.bar.own.line.String())
		}
		if k.shelf.Now() != nil || p.lens.own {
			t.Errorf("%s is shown", c.file.Name)
		}
	}
	p.TakeCopy(aFile("report.txt", fixture.HarbourText))
	held := k.shelf.Now()
	for _, c := range wrong {
		p.TakeCopy(c.file)
		says(t, p, c.want, "17 of 17", "report.txt")
		if k.shelf.Now() != held {
			t.Errorf("%s took its place", c.file.Name)
		}
	}
}

// A lens that needs a copy asks for one.
func TestLensAsksForACopy(t *testing.T) {
	p, k := withDesk(t)
	press(t, p, "The article’s own words")
	if p.lens.own {
		t.Error("there are no words to show")
	}
	file := aFile("report.txt", fixture.HarbourText)
	k.file = &file
	press(t, p, "The article’s own words")
	if p.lens.key != "own" {
		t.Errorf("it is seen through %q", p.lens.key)
	}
}

// While a file is read, the page says how far it is, and can be left or told to stop.
func TestStops(t *testing.T) {
	p, k := withDesk(t)
	for name, stop := range map[string]func(){"stopped": func() { press(t, p, "Stop") }, "left": p.Left} {
		endless := File{Name: "endless.txt", Open: func() (io.ReadCloser, error) {
			return io.NopCloser(reads(func(b []byte) (int, error) {
				says(t, p, "Reading “endless.txt”")
				stop()
				return len(b), nil
			})), nil
		}}
		p.TakeCopy(endless)
		says(t, p, "Stopped. Nothing was changed.")
		if k.shelf.Now() != nil || p.bar.own.reading != "" {
			t.Errorf("%s: it goes on", name)
		}
	}
}

type reads func([]byte) (int, error)

func (r reads) Read(b []byte) (int, error) { return r(b) }

// A copy that is found only later shows the lens that was asked for.
func TestRestoresTheLens(t *testing.T) {
	p, k := withDesk(t)
	if err := k.shelf.Take(context.Background(), "a.txt", strings.NewReader(fixture.HarbourText), nil); err != nil {
		t.Fatal(err)
	}
	state := route.State{}
	state.Set(stateLens, "both")
	p.Restore(state)
	if p.lens.key != "both" {
		t.Errorf("it is seen through %q", p.lens.key)
	}
	late, other := withDesk(t)
	late.Restore(state)
	if late.lens.own {
		t.Error("nothing is there to show")
	}
	if err := other.shelf.Take(context.Background(), "a.txt", strings.NewReader(fixture.HarbourText), nil); err != nil {
		t.Fatal(err)
	}
	if late.lens.key != "both" {
		t.Errorf("once it is there, it is seen through %q", late.lens.key)
	}
}
