package present

import (
	"context"
	"image"
	"math"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"beltroad/internal/drawing"
	"beltroad/internal/export"
	"beltroad/internal/show"
	"beltroad/views/paint"
	"beltroad/views/ui"
)

// overview shows all slides in small, to go to one.
type overview struct {
	ui.Base

	p      *Presentation
	tiles  []*tile
	box    *fyne.Container
	scroll *ui.Scroller
	choice int

	fetching bool
}

var (
	_ fyne.Widget = (*overview)(nil)
	_ ui.Parent   = (*overview)(nil)
)

func newOverview(p *Presentation) *overview {
	o := &overview{p: p, box: &fyne.Container{}}
	o.box.Layout = &tiled{of: o}
	for n := range p.show.Len() {
		t := newTile(o, n)
		o.tiles = append(o.tiles, t)
		o.box.Objects = append(o.box.Objects, t)
	}
	o.scroll = ui.NewScroller(o.box)
	o.ExtendBaseWidget(o)
	o.choose(p.show.Choice())
	return o
}

// Children implements [ui.Parent].
func (o *overview) Children() []fyne.CanvasObject { return []fyne.CanvasObject{o.scroll} }

// CreateRenderer implements [fyne.Widget].
func (o *overview) CreateRenderer() fyne.WidgetRenderer { return &overviewRenderer{o} }

type overviewRenderer struct{ o *overview }

func (*overviewRenderer) Destroy()                       {}
func (*overviewRenderer) MinSize() fyne.Size             { return fyne.Size{} }
func (r *overviewRenderer) Objects() []fyne.CanvasObject { return r.o.Children() }
func (r *overviewRenderer) Refresh()                     { r.o.scroll.Refresh() }

func (r *overviewRenderer) Layout(s fyne.Size) {
	r.o.scroll.Resize(s)
	r.o.fetch()
	ui.Reveal(r.o.tiles[r.o.choice])
}

// choose marks a slide, and brings it into view.
func (o *overview) choose(n int) {
	if n < 0 || n >= len(o.tiles) {
		return
	}
	before := o.choice
	o.choice = n
	o.tiles[before].Refresh()
	o.tiles[n].Refresh()
	ui.Reveal(o.tiles[n])
}

// columns is how many tiles stand beside each other, in each window: about as
// many as there are rows, or more, where all are seen then.
func (o *overview) columns() int {
	const most = 6
	least := max(1, min(int(math.Ceil(math.Sqrt(float64(len(o.tiles))))), most))
	screen := o.p.plates.form.size
	for n := least; n <= most; n++ {
		if heightOf(len(o.tiles), n, screen.Width, screen) <= screen.Height {
			return n
		}
	}
	return least
}

// cellOf is the size of a tile where so many stand beside each other, and the gap between them.
func cellOf(columns int, width float32, form fyne.Size) (cell fyne.Size, gap float32) {
	gap = width / 50
	w := (width - gap*float32(columns+1)) / float32(columns)
	return fyne.NewSize(w, w*form.Height/form.Width+tileFoot), gap
}

// heightOf is the height of so many tiles.
func heightOf(tiles, columns int, width float32, form fyne.Size) float32 {
	cell, gap := cellOf(columns, width, form)
	return gap + float32((tiles+columns-1)/columns)*(cell.Height+gap)
}

// fetch has the pictures made, one after the other, those that are seen first.
func (o *overview) fetch() {
	if !o.fetching {
		o.fetching = true
		o.next()
	}
}

func (o *overview) next() {
	if o.p.ended || !o.p.show.Has(show.Overlook) {
		o.fetching = false
		return
	}
	for i := range o.tiles {
		t := o.tiles[(o.choice/o.columns()*o.columns()+i)%len(o.tiles)]
		if t.picture.Image != nil {
			continue
		}
		o.p.plates.small(t.n, func(img *image.RGBA) {
			t.picture.Image = img
			t.picture.Refresh()
			o.next()
		})
		return
	}
	o.fetching = false
}

// smallShare is how wide a small picture of a slide is, in shares of the slide.
const smallShare = 0.25

// small makes a small picture of the n-th slide, unless there is one, and then
// calls use. Both windows show the same.
func (l *plates) small(n int, use func(*image.RGBA)) {
	as := smallOf{n, l.p.show.HidesAt(n)}
	if img := l.smalls[as]; img != nil {
		use(img)
		return
	}
	made := l.all[n]
	if made == nil || made.hides != as.hides {
		made = l.laid(n) // not kept: there may be hundreds
	}
	sheet := made.lay.Sheet
	scale := smallShare * float64(l.form.scale)
	palette := export.Frozen(sheet, l.palette())
	letters := drawing.Letters{}
	for _, t := range sheet.Letterings() {
		letters[t] = paint.Letter(t, scale)
	}
	smalls := l.smalls
	l.p.beside(func() func() {
		img, err := drawing.Raster(context.Background(), sheet, palette, scale, letters, nil)
		return func() {
			if err == nil {
				smalls[as] = img
				use(img)
			}
		}
	})
}

// tiled lays tiles out in columns.
type tiled struct {
	ui.Themed

	of *overview
}

// MinSize implements [fyne.Layout].
func (l *tiled) MinSize(objs []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, heightOf(len(objs), l.of.columns(), max(l.of.Size().Width, 200), l.of.p.plates.form.size))
}

// Layout implements [fyne.Layout].
func (l *tiled) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	l.HandDown(objs)
	columns := l.of.columns()
	cell, gap := cellOf(columns, s.Width, l.of.p.plates.form.size)
	l.of.p.show.SetColumns(columns)
	for i, o := range objs {
		ui.Place(o, gap+float32(i%columns)*(cell.Width+gap), gap+float32(i/columns)*(cell.Height+gap), cell.Width, cell.Height)
	}
}

const tileFoot = 24

// tile is a slide in small.
type tile struct {
	ui.Pressable

	of      *overview
	n       int
	picture *canvas.Image
}

func newTile(o *overview, n int) *tile {
	t := &tile{of: o, n: n, picture: &canvas.Image{ScaleMode: canvas.ImageScaleFastest}}
	t.Label = o.p.words.Say("present.tile", map[string]any{"Number": n + 1, "Title": o.p.says(n).Title})
	t.Skip = true // the arrows lead here
	t.OnTapped = func() {
		o.p.show.Go(n)
		o.p.refresh()
	}
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer implements [fyne.Widget].
func (t *tile) CreateRenderer() fyne.WidgetRenderer {
	r := &tileRenderer{t: t, edge: canvas.NewRectangle(nil), number: ui.PlainLine(strconv.Itoa(t.n+1), 0, fyne.TextStyle{Bold: true})}
	r.Refresh()
	return r
}

type tileRenderer struct {
	t      *tile
	edge   *canvas.Rectangle
	number *canvas.Text
}

func (*tileRenderer) Destroy()           {}
func (*tileRenderer) MinSize() fyne.Size { return fyne.NewSize(60, 60) }
func (r *tileRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.edge, r.t.picture, r.number}
}

func (r *tileRenderer) Layout(s fyne.Size) {
	const edge = 4
	ui.Place(r.edge, -edge, -edge, s.Width+2*edge, s.Height-tileFoot+2*edge)
	ui.Place(r.t.picture, 0, 0, s.Width, s.Height-tileFoot)
	ui.Place(r.number, 2, s.Height-tileFoot+4, s.Width, tileFoot-4)
}

func (r *tileRenderer) Refresh() {
	r.edge.CornerRadius, r.edge.FillColor, r.edge.StrokeWidth = 4, r.t.ColorOf("background"), 1
	r.edge.StrokeColor, r.number.Color = r.t.ColorOf(ui.ColorLine), r.t.ColorOf(ui.ColorMuted)
	if r.t.of.choice == r.t.n {
		r.edge.StrokeColor, r.edge.StrokeWidth, r.number.Color = r.t.ColorOf(ui.ColorAccent), 4, r.t.ColorOf(ui.ColorInk)
	} else if r.t.Hovered() {
		r.edge.StrokeColor, r.edge.StrokeWidth = r.t.ColorOf(ui.ColorMuted), 3
	}
	r.number.TextSize = 15
	r.edge.Refresh()
	r.number.Refresh()
}
