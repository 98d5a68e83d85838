package views

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"beltroad/views/ui"
)

func TestNotice(t *testing.T) {
	lookingAt(t, Look{Scheme: ui.Light, TextScale: 1})
	page := ui.NewBox(ui.ColorCard)
	n := newNotice(inEnglish)
	whole := n.over(page)
	whole.Resize(fyne.NewSize(800, 600))
	if page.Position().Y != 0 || page.Size().Height != 600 {
		t.Errorf("no notice, but the page is at %v, %v", page.Position(), page.Size())
	}

	done := 0
	n.show("Something is so.", "Do it", func() { done++ })
	buttons, links := all[*ui.Button](whole), all[*ui.Link](whole)
	if len(buttons) != 1 || len(links) != 1 {
		t.Fatalf("there are %d buttons and %d links", len(buttons), len(links))
	}
	top := page.Position().Y
	if top <= 0 || page.Size().Height != 600-top {
		t.Errorf("below the notice, the page is at %v, %v", page.Position(), page.Size())
	}
	if problems := misplaced(whole); len(problems) > 0 {
		t.Error(problems)
	}
	buttons[0].OnTapped()
	if done != 1 {
		t.Errorf("done %d times", done)
	}

	links[0].OnTapped()
	if left := all[*ui.Button](whole); len(left) > 0 || page.Position().Y != 0 || page.Size().Height != 600 {
		t.Errorf("closed, but there are %d buttons and the page is at %v, %v", len(left), page.Position(), page.Size())
	}
}

// Where the place to begin at does not exist, that is said until it is closed.
func TestPlaceToBeginAtThatThereIsNot(t *testing.T) {
	a, w := appOf(t, dossier(t))
	for asked, begun := range map[string]string{
		"differences#figure/nope": "overview", "differences/xyz": "overview", "figure/no-such": "overview",
		"differences": "differences", "figure/trade-volume": "figure/trade-volume",
	} {
		w.notice.show("", "", nil)
		if got := w.thatExists(w.shell.dossier, place(t, asked)); got.String() != begun {
			t.Errorf("%s begins at %s", asked, got)
		}
		if begun == asked && w.notice.text != "" || begun != asked && w.notice.text != a.words.Say("nowhere.start", map[string]any{"Place": asked}) {
			t.Errorf("at %s it says %q", asked, w.notice.text)
		}
	}
	w.notice.show("It is not there.", "", nil)
	if buttons, links := all[*ui.Button](w.notice.whole.Objects[0]), all[*ui.Link](w.notice.whole.Objects[0]); len(buttons) > 0 || len(links) != 1 {
		t.Errorf("a sentence with nothing to be done about it has %d buttons and %d links", len(buttons), len(links))
	}
}

// What is told of a file goes once one is opened, and nothing else does.
func TestNoticeGoesWhenItsThingSucceeds(t *testing.T) {
	_, w := appOf(t, dossier(t))
	w.shell.takeLesson("spoilt.lesson.json", []byte("{"))()
	if !strings.Contains(w.notice.text, "spoilt.lesson.json") {
		t.Fatalf("a damaged file is not named: %q", w.notice.text)
	}
	odd := []byte(`{"format": "beltroad.lesson", "version": 1, "title": "T", "slides": [{"id": "a", "form": "title"}, {"id": "b", "form": "title", "foo": 1}]}`)
	if w.shell.takeLesson("odd.lesson.json", odd)(); !strings.Contains(w.notice.text, "odd.lesson.json") || !strings.Contains(w.notice.text, "Slide 2: ") || !strings.Contains(w.notice.text, "foo") {
		t.Errorf("of what is wrong with it, it says %q", w.notice.text)
	}
	good := []byte(`{"format": "beltroad.lesson", "version": 1, "title": "T", "dossier": {"name": "beltroad"}, "slides": []}`)
	if w.shell.takeLesson("good.lesson.json", good)(); w.notice.text != "" {
		t.Errorf("a good one is open, and it still says %q", w.notice.text)
	}
	w.notice.show("It crashed before.", "", nil)
	if w.shell.takeLesson("good.lesson.json", good)(); w.notice.text == "" {
		t.Error("what is told of something else goes, too")
	}
}
