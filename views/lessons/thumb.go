package lessons

import (
	"context"
	"encoding/json"
	"fmt"
	"image"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"beltroad/internal/drawing"
	"beltroad/internal/export"
	"beltroad/internal/lesson"
	"beltroad/internal/slide"
	"beltroad/views/paint"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/slides"
	"beltroad/views/ui"
)

// Slides are laid out in this size and shown small.
const laidWide, laidHigh = 1280, 720

// artist draws small pictures of slides, one after the other: the shapes of
// letters in the window, a little at a time, the rest beside it.
type artist struct {
	host    record.Services
	maker   *slides.Maker
	made    map[string]image.Image // by what they show
	last    map[string]image.Image // of each slide: shown until the one of now is made
	letters map[drawing.Lettering]*image.Alpha
	waiting []*thumb
	busy    bool
}

func newArtist(host record.Services, maker *slides.Maker) *artist {
	return &artist{host: host, maker: maker, made: map[string]image.Image{}, last: map[string]image.Image{}, letters: map[drawing.Lettering]*image.Alpha{}}
}

// here is a slide with its place as this version of the dossier has it.
func (a *artist) here(s lesson.Slide) lesson.Slide {
	s, _ = a.maker.Here(s)
	return s
}

// leads is the place of a slide; none where that is lost, the dossier lacks it, or there is
// none.
func (a *artist) leads(s lesson.Slide) route.Route {
	here, ok := a.maker.Here(s)
	r, err := route.Parse(here.Place)
	if !ok || err != nil || !a.maker.Has(r) {
		return route.Route{}
	}
	return r
}

// The most that is kept.
const (
	mostPictures = 400
	mostLetters  = 4000
)

// thumb is a small picture of a slide.
type thumb struct {
	ui.Ornament // what it shows is said beside it

	by    *artist
	slide lesson.Slide
	part  string
	wide  float32 // at 100 % text; 0: as wide as there is room
	image *canvas.Image
	dim   bool   // it is passed over
	asked string // the picture that was asked for
}

var (
	_ fyne.Widget       = (*thumb)(nil)
	_ ui.HeightForWidth = (*thumb)(nil)
)

func (a *artist) thumb(s lesson.Slide, part string, wide float32) *thumb {
	t := &thumb{by: a, slide: s, part: part, wide: wide, dim: s.Hidden, image: &canvas.Image{FillMode: canvas.ImageFillStretch}}
	t.ExtendBaseWidget(t)
	return t
}

// key is all that the picture depends on.
func (t *thumb) key(pixels int) string {
	shown := t.slide
	shown.Notes, shown.Ask, shown.Minutes, shown.Section, shown.Hidden = "", nil, 0, "", false
	b, err := json.Marshal(shown)
	if err != nil {
		return "" // cannot be: it can be kept
	}
	return fmt.Sprintf("%s %s %d %v %v", b, t.part, pixels, t.ColorOf(ui.ColorInk), t.ColorOf(ui.ColorCard))
}

// pixels are how many the picture is wide, in steps: sizes differ by little.
func (t *thumb) pixels() int {
	const step, least, most = 64, 128, 1280
	scale := float32(1)
	if c := fyne.CurrentApp().Driver().CanvasForObject(t); c != nil {
		scale = c.Scale()
	}
	n := (int(t.Size().Width*scale) + step - 1) / step * step
	return min(max(n, least), most)
}

// look shows the picture, or asks for it.
func (t *thumb) look() {
	if t.Size().Width == 0 {
		return
	}
	key := t.key(t.pixels())
	if img := t.by.made[key]; img != nil {
		t.show(img)
		return
	}
	if t.image.Image == nil {
		t.image.Image = t.by.last[t.slide.ID]
	}
	if t.asked == key {
		return
	}
	t.asked = key
	t.by.waiting = slices.DeleteFunc(t.by.waiting, func(o *thumb) bool { return o == t || o.slide.ID == t.slide.ID && o.wide == t.wide })
	t.by.waiting = append(t.by.waiting, t)
	t.by.next()
}

func (t *thumb) show(img image.Image) {
	if t.image.Image == img {
		return
	}
	t.image.Image = img
	t.image.Refresh()
}

// next begins with the picture that was asked for last: it is what is seen now.
func (a *artist) next() {
	if a.busy || len(a.waiting) == 0 {
		return
	}
	t := a.waiting[len(a.waiting)-1]
	a.waiting = a.waiting[:len(a.waiting)-1]
	key, pixels := t.key(t.pixels()), t.pixels()
	if img := a.made[key]; img != nil {
		t.show(img)
		a.next()
		return
	}
	a.busy = true
	// It is laid out a moment later: the page that is being shown comes first.
	a.host.Background(func(context.Context) func() {
		return func() {
			made := a.maker.Of(t.slide, t.part)
			l := made.Lay(slide.Size{Width: laidWide, Height: laidHigh}, paint.Measure)
			l.Marks = append(l.Marks, slide.Ink(t.slide.Ink, drawing.Box{W: laidWide, H: laidHigh})...)
			a.draw(t, key, l.Sheet, float64(pixels)/laidWide, l.Letterings())
		}
	})
}

// draw makes the letters that are not there yet, then the picture.
func (a *artist) draw(t *thumb, key string, s *drawing.Sheet, scale float64, left []drawing.Lettering) {
	const slice = 4 * time.Millisecond
	if len(a.letters) > mostLetters {
		clear(a.letters)
	}
	for start := time.Now(); len(left) > 0 && time.Since(start) < slice; left = left[1:] {
		if a.letters[scaled(left[0], scale)] == nil {
			a.letters[scaled(left[0], scale)] = paint.Letter(left[0], scale)
		}
	}
	if len(left) > 0 {
		a.host.Background(func(context.Context) func() { return func() { a.draw(t, key, s, scale, left) } })
		return
	}
	letters := make(drawing.Letters)
	for _, l := range s.Letterings() {
		letters[l] = a.letters[scaled(l, scale)]
	}
	palette := export.Frozen(s, slide.Inked(paint.Palette(t.ColorOf)))
	a.host.Background(func(ctx context.Context) func() {
		img, err := drawing.Raster(ctx, s, palette, scale, letters, nil)
		return func() {
			a.busy = false
			if err == nil {
				a.keep(t, key, img)
			}
			a.next()
		}
	})
}

// scaled tells the shapes of a text at several scales apart.
func scaled(l drawing.Lettering, scale float64) drawing.Lettering {
	l.TextSize *= scale
	return l
}

func (a *artist) keep(t *thumb, key string, img image.Image) {
	if len(a.made) >= mostPictures {
		clear(a.made)
		clear(a.last)
	}
	a.made[key], a.last[t.slide.ID] = img, img
	t.show(img)
}

// Adopted has it drawn in the colours of another theme.
func (t *thumb) Adopted() { t.look() }

// HeightFor implements [ui.HeightForWidth].
func (t *thumb) HeightFor(width float32) float32 {
	if t.wide > 0 {
		width = t.Dp(t.wide)
	}
	return width * laidHigh / laidWide
}

// CreateRenderer implements [fyne.Widget].
func (t *thumb) CreateRenderer() fyne.WidgetRenderer {
	r := &thumbRenderer{t: t, ground: canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

type thumbRenderer struct {
	t      *thumb
	ground *canvas.Rectangle
}

func (*thumbRenderer) Destroy() {}

func (r *thumbRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.t.image, r.ground}
}

func (r *thumbRenderer) MinSize() fyne.Size {
	wide := r.t.Dp(r.t.wide)
	return fyne.NewSize(wide, wide*laidHigh/laidWide)
}

func (r *thumbRenderer) Layout(s fyne.Size) {
	ui.Place(r.t.image, 0, 0, s.Width, s.Height)
	ui.Place(r.ground, 0, 0, s.Width, s.Height)
	r.t.look()
}

func (r *thumbRenderer) Refresh() {
	r.ground.FillColor = nil
	r.ground.StrokeColor, r.ground.StrokeWidth = r.t.ColorOf(ui.ColorLine), 1
	r.t.image.Translucency = 0
	if r.t.dim {
		r.t.image.Translucency = 0.6
	}
	r.t.look()
	r.ground.Refresh()
}
