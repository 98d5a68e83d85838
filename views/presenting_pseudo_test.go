package views

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/data/fixture"
	"beltroad/internal/lesson"
	"beltroad/internal/mapdata"
	"beltroad/internal/message/messagetest"
	"beltroad/views/present"
	"beltroad/views/record"
	"beltroad/views/slides"
	"beltroad/views/ui"
)

// alone is what is around a presentation of which nothing is kept.
type alone struct{ scale float64 }

func (a alone) Liking() present.Liking       { return present.Liking{Scale: a.scale, Notes: a.scale} }
func (alone) SetLiking(present.Liking)       {}
func (alone) Ended(lesson.Lesson, bool, int) {}

// lessonOf is the first lesson of a dossier, or one of slides of every kind.
func lessonOf(t *testing.T, d *data.Dossier) lesson.Lesson {
	t.Helper()
	if ready := d.Lessons(); len(ready) > 0 {
		l, err := lesson.Parse(ready[0].Bytes)
		if err != nil {
			t.Fatal(err)
		}
		return *l
	}
	l := lesson.Lesson{Title: messagetest.Accent("A lesson"), Slides: Slides(d)}
	for i := range l.Slides {
		l.Slides[i].ID, l.Slides[i].Minutes = fmt.Sprint("s", i), 2
		l.Slides[i].Notes = messagetest.Accent("Ask first, and wait for five answers before you go on.")
	}
	return l
}

// sameKeys are keys that are called alike in every language.
var sameKeys = regexp.MustCompile(`\b([A-Z]|F\d+)\b`)

// What the class sees, what its teacher sees, and all that stands over the slide, in
// a language whose texts are longer by 40 %.
// Letters of a slide in small may be a little wider than those of the slide.
var nearly = regexp.MustCompile(`sticks [0-4]\.\d out|overlap by [0-4]\.\d`)

func TestPresentingInAnotherLanguage(t *testing.T) {
	words := messagetest.Accented(t)
	for name, folder := range map[string]fs.FS{"beltroad": data.Builtin(), "harbour": fixture.Harbour()} {
		d := accented(t, folder)
		every := plain(d)
		known := func(text string) string { return sameKeys.ReplaceAllString(every(text), "") }
		for _, scale := range []float32{1, 2} {
			for _, size := range []fyne.Size{{Width: 1280, Height: 800}, {Width: 1024, Height: 768}} {
				t.Run(fmt.Sprintf("%s at %gx%g, %g%%", name, size.Width, size.Height, scale*100), func(t *testing.T) {
					look := Look{Scheme: ui.Light, TextScale: scale, Scale: 1, Words: words}
					lookingAt(t, look)
					l, said := lessonOf(t, d), record.NewWords(words, d)
					kit := present.Kit{Dossier: d, Words: said, Theme: look.theme(d), Maker: slides.NewMaker(d, said, mapdata.New(d))}
					p, audience, presenter := present.Rehearse(alone{float64(scale)}, kit, l, true)
					defer p.End()
					audience.Resize(size)
					presenter.Resize(size)
					n := 0
					look1 := func(what string) {
						n++
						for who, w := range map[string]fyne.Window{"audience": audience, "presenter": presenter} {
							for _, problem := range slices.Concat(unmarked(w.Canvas().Content(), known), misplaced(w.Canvas().Content()), cutShort(w.Canvas().Content())) {
								if w == audience || !nearly.MatchString(problem) {
									t.Errorf("%s, %s: %s", what, who, problem)
								}
							}
							if *pictures != "" {
								file := fmt.Sprintf("present-%s-%gx%g-%g-%02d-%s-%s.png", name, size.Width, size.Height, scale*100, n, who, what)
								if err := os.MkdirAll(*pictures, 0o750); err != nil {
									t.Fatal(err)
								}
								if err := writePNG(filepath.Join(*pictures, file), w.Canvas().Capture()); err != nil {
									t.Fatal(err)
								}
							}
						}
					}
					key := func(k fyne.KeyName) { audience.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: k}) }
					guessed := false
					for i := range l.Slides {
						if guessed && size.Width > 1024 {
							break // the slides themselves are tested elsewhere
						}
						look1(fmt.Sprintf("slide %d", i+1))
						if p.Hides() {
							if key(fyne.KeyG); !guessed {
								guessed = true
								for range 3 {
									key(fyne.KeyRight)
									key(fyne.KeyReturn)
								}
								look1("guessing")
							}
							key(fyne.KeyR)
						}
						key(fyne.KeyPageDown)
					}
					if !guessed {
						t.Error("no slide is guessed on")
					}
					for _, k := range []fyne.KeyName{fyne.KeyO, fyne.KeyF1, fyne.KeyV} {
						key(k)
						look1("over by " + string(k))
						key(k)
					}
				})
			}
		}
	}
}
