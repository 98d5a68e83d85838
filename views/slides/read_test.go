package slides

import (
	"fmt"
	"math"
	"strings"
	"sync"
	"testing"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/internal/mapdata"
	"beltroad/internal/message"
	"beltroad/internal/message/messagetest"
	"beltroad/internal/slide"
	"beltroad/internal/slide/slidetest"
	"beltroad/views/paint"
	"beltroad/views/record"
)

// No text of any place of any dossier is cut, lies over another, or is too small to
// be read from the last row; nothing of a slide is missing.
func TestEveryPlaceCanBeRead(t *testing.T) {
	languages := map[string]*message.Printer{"en": messagetest.English(t), "en-XA": messagetest.Accented(t)}
	for name, d := range dossiers(t) {
		for tag, words := range languages {
			t.Run(name+"/"+tag, func(t *testing.T) {
				t.Parallel()
				readAll(t, d, words)
			})
		}
	}
}

func readAll(t *testing.T, d *data.Dossier, words *message.Printer) {
	t.Helper()
	m := NewMaker(d, record.NewWords(words, d), mapdata.New(d))
	r := ruler{words: map[lettered]float64{}, texts: map[lettered]float64{}}
	seen := map[string]bool{}
	n := 0
	for i, s := range places(d) {
		if i%every != 0 {
			continue
		}
		made := []slide.Slide{m.Of(s, "A part of the lesson")}
		if s.Predict != nil {
			made = append(made, m.Asked(s, ""))
		}
		for k := range made {
			one := &made[k]
			one.Of = m.Place(7, 24)
			says := saysOf(one, s.Place)
			if seen[says] {
				continue
			}
			seen[says] = true
			n++
			for _, z := range slidetest.Sizes() {
				l := one.Lay(z, r.about)
				for _, w := range append(slidetest.Wrong(&l, z, r.exact), slidetest.Lost(one, &l)...) {
					t.Errorf("%s at %v: %s", s.Place, z, w)
				}
			}
		}
	}
	t.Logf("%d slides at %d sizes", n, len(slidetest.Sizes()))
}

// saysOf is what a slide says; slides that say the same are laid out the same. Those
// with a visual are told apart by their place, which it is drawn from.
func saysOf(s *slide.Slide, place string) string {
	bare := *s
	bare.Visual, bare.More = nil, nil
	if s.Visual == nil {
		place = ""
	}
	return fmt.Sprintf("%s %+v", place, bare)
}

// ruler measures texts, and what it has measured only once.
type ruler struct {
	words map[lettered]float64 // for a size of one
	texts map[lettered]float64
}

type lettered struct {
	text string
	size float64
	bold bool
}

// shaper: Fyne has one, and is asked by one test at a time.
var shaper sync.Mutex

func shaped(text string, size float64, bold bool) float64 {
	shaper.Lock()
	defer shaper.Unlock()
	return paint.Measure(text, size, bold)
}

// about is the width of a text as the sum of its words, which is off by a few parts
// in ten thousand (TestWordsAddUp), and costs a hundredth.
func (r *ruler) about(text string, size float64, bold bool) float64 {
	const large = 64
	w, between := 0.0, 0.0
	for word := range strings.SplitSeq(text, " ") {
		k := lettered{word, 0, bold}
		v, ok := r.words[k]
		if !ok {
			v = shaped(word, large, bold) / large
			r.words[k] = v
		}
		w, between = w+between+v, r.space(bold)
	}
	return w * float64(paint.Whole(size))
}

func (r *ruler) space(bold bool) float64 {
	const large = 64
	k := lettered{" ", 0, bold}
	v, ok := r.words[k]
	if !ok {
		v = shaped(" ", large, bold) / large
		r.words[k] = v
	}
	return v
}

// exact is the width as it is drawn.
func (r *ruler) exact(text string, size float64, bold bool) float64 {
	k := lettered{text, float64(paint.Whole(size)), bold}
	v, ok := r.texts[k]
	if !ok {
		v = shaped(text, size, bold)
		r.texts[k] = v
	}
	return v
}

// What [ruler.about] takes to be a text's width is that but for a few parts in ten thousand.
func TestWordsAddUp(t *testing.T) {
	r := ruler{words: map[lettered]float64{}, texts: map[lettered]float64{}}
	const off = 0.0005
	for i, p := range datatest.Open(t, data.Builtin()).Paragraphs() {
		if i%9 != 0 {
			continue
		}
		for _, bold := range []bool{true, false} {
			for _, size := range []float64{20, 30.72, 86.4, 170} {
				if about, exact := r.about(p.Summary, size, bold), r.exact(p.Summary, size, bold); math.Abs(about-exact) > off*exact {
					t.Errorf("¶%d at %g is %g, and seems %g", p.N, size, exact, about)
				}
			}
		}
	}
}
