package views

import (
	"context"
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"beltroad/views/route"
	"beltroad/views/ui"
)

// actor is a voice that says nothing, and remembers what it was to say.
type actor struct {
	said []string
	fail error
}

// Say implements [speech.Voice].
func (a *actor) Say(_ context.Context, text, lang string) error {
	a.said = append(a.said, text+"/"+lang)
	return a.fail
}

// lateDesk is a desk whose work ends when a test says so.
type lateDesk struct {
	desk
	waiting []func()
}

func (d *lateDesk) Background(work func(context.Context) func()) {
	finish := work(context.Background())
	d.waiting = append(d.waiting, finish)
}

// next ends the work that was begun first.
func (d *lateDesk) next() {
	finish := d.waiting[0]
	d.waiting = d.waiting[1:]
	finish()
}

// readAloud are the stretches that are marked as being read aloud.
func readAloud(s *Shell) string {
	var texts []string
	for _, t := range all[*ui.Text](s.page.Content()) {
		for _, m := range t.Passing() {
			if m.Ground == ui.ColorSpoken {
				texts = append(texts, t.String()[m.Start:m.End])
			}
		}
	}
	return strings.Join(texts, "|")
}

func TestReadAloud(t *testing.T) {
	d := dossier(t)
	lookingAt(t, Look{Scheme: ui.Light, TextScale: 1})
	k, voice := &lateDesk{}, &actor{}
	s := newShell(materialOf(d), inEnglish, k)
	s.voice = voice
	w := test.NewTempWindow(t, s.Content())
	w.Resize(fyne.NewSize(1280, 800))
	s.Go(route.To(route.Read, ""))
	for len(k.waiting) > 0 { // what the page has looked up
		k.next()
	}
	if len(voice.said) > 0 {
		t.Fatal("it reads before it was asked to")
	}
	s.ReadAloud()
	first := voice.said[0]
	if text, lang, _ := strings.Cut(first, "/"); text == "" || lang != "en" || readAloud(s) != text {
		t.Errorf("it says %q, marked is %q", first, readAloud(s))
	}
	k.next()
	if len(voice.said) != 2 || !strings.HasPrefix(voice.said[1], readAloud(s)+"/") || readAloud(s) == "" {
		t.Errorf("it says %q, marked is %q", voice.said, readAloud(s))
	}
	s.ReadAloud() // a pause: the sentence stays marked, and is begun anew
	k.next()
	if len(voice.said) != 2 || readAloud(s) == "" {
		t.Errorf("in the pause it says %q, marked is %q", voice.said, readAloud(s))
	}
	s.ReadAloud()
	if len(voice.said) != 3 || voice.said[2] != voice.said[1] {
		t.Errorf("after the pause it says %q", voice.said)
	}
	for range 60 { // it scrolls along
		k.next()
		if text, _, _ := strings.Cut(voice.said[len(voice.said)-1], "/"); readAloud(s) != text {
			t.Fatalf("it says %q, marked is %q", text, readAloud(s))
		}
	}
	s.Escape()
	k.next()
	if n := len(voice.said); n != 63 || readAloud(s) != "" {
		t.Errorf("after its end it says %q, marked is %q", voice.said[n-1], readAloud(s))
	}
	voice.fail = errors.New("no sound")
	s.ReadAloud()
	k.next()
	if len(k.said) != 1 || readAloud(s) != "" || len(k.waiting) > 0 {
		t.Errorf("a voice that fails says %q, marked is %q", k.said, readAloud(s))
	}
}

func TestReadAloudIsHiddenWithoutAVoice(t *testing.T) {
	s, k := open(t, dossier(t))
	s.Go(route.To(route.Read, ""))
	name := s.words.Say("read.aloud")
	has := func() (found bool) {
		for _, c := range all[*ui.ActionChip](s.page.Content()) {
			found = found || c.Label == name
		}
		return found
	}
	if has() {
		t.Error("it is offered without a voice")
	}
	s.ReadAloud()
	if len(k.said) > 0 {
		t.Errorf("it says %q", k.said)
	}
	s.voice = &actor{}
	s.Rebuild()
	if !has() {
		t.Error("it is not offered with a voice")
	}
}
