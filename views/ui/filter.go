package ui

import (
	"cmp"
	"maps"
	"slices"
	"sort"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"beltroad/internal/spoken"
)

// Option is a choice of a filter: its key in the data, its name for the user.
type Option struct{ Key, Name string }

// Options names the keys that occur, in the order of their names.
func Options(keys map[string]bool, name func(string) string) []Option {
	opts := make([]Option, 0, len(keys))
	for _, k := range slices.Sorted(maps.Keys(keys)) {
		opts = append(opts, Option{Key: k, Name: name(k)})
	}
	slices.SortStableFunc(opts, func(a, b Option) int { return Compare(a.Name, b.Name) })
	return opts
}

// Filter is a drop-down that keeps all records or those of one kind. It opens a
// [Menu] of its choices, however many there are.
type Filter struct {
	Pressable

	options []Option // the first keeps all
	named   string   // what is chosen; empty: as the first of them
	bound   bool     // the first is not offered
	at      int      // index of the one that is chosen
	changed func(*string)
	most    float32 // how wide it is at most, at 100 % text; 0: as its longest choice

	wide, body float32 // the width of the longest choice, for a text size
}

var _ fyne.Widget = (*Filter)(nil)

// NewFilter makes a filter; all is the name of the choice that keeps everything.
// Chosen is the kept key; nil keeps all.
func NewFilter(all string, options []Option, chosen *string, changed func(*string)) *Filter {
	f := &Filter{options: append([]Option{{Name: all}}, options...)}
	f.OnTapped = f.open
	f.ExtendBaseWidget(f)
	f.Set(chosen)
	f.changed = changed
	return f
}

// AtMost makes the filter no wider than that at 100 % text, if the name of the
// choice that keeps everything fits in.
func (f *Filter) AtMost(width float32) *Filter {
	f.most = width
	return f
}

// Chosen is the key that the filter keeps, nil for all.
func (f *Filter) Chosen() *string {
	if f.at == 0 {
		return nil
	}
	return &f.options[f.at].Key
}

// Name is the name of what is chosen.
func (f *Filter) Name() string { return f.options[f.at].Name }

// Names are the names of all choices.
func (f *Filter) Names() []string {
	all := make([]string, len(f.options))
	for i, o := range f.options {
		all[i] = o.Name
	}
	return all
}

// Told implements [Teller].
func (f *Filter) Told(n *spoken.Node) {
	n.Role, n.Name, n.Value = spoken.Choice, cmp.Or(f.named, f.options[0].Name), f.Name()
}

// For names what is chosen, for who does not see what stands above it.
func (f *Filter) For(name string) *Filter {
	f.named = name
	return f
}

// First has another name for the choice that keeps everything, which may not be offered:
// where something is chosen already, it would do nothing.
func (f *Filter) First(name string, offered bool) {
	f.options[0].Name, f.bound = name, !offered
	f.body = 0 // the longest may be another
	f.show(f.at)
}

// least is the first choice that is offered.
func (f *Filter) least() int {
	if f.bound && len(f.options) > 1 {
		return 1
	}
	return 0
}

// Offer has the filter offer other choices beside that which keeps everything.
func (f *Filter) Offer(options []Option) {
	chosen := f.Chosen()
	f.options = append(f.options[:1:1], options...)
	f.body = 0 // the longest may be another
	f.Set(chosen)
}

// Set shows a choice without telling about it.
func (f *Filter) Set(chosen *string) {
	at := 0
	for i, o := range f.options {
		if chosen != nil && i > 0 && o.Key == *chosen {
			at = i
		}
	}
	f.show(at)
}

// Choose takes the choice with that index, and tells about it.
func (f *Filter) Choose(at int) {
	f.show(at)
	f.changed(f.Chosen())
}

func (f *Filter) show(at int) {
	f.at = at
	f.Label = f.Name()
	f.Refresh()
}

// open shows the choices below the filter.
func (f *Filter) open() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil {
		least := f.least()
		ShowMenu(f, f.Names()[least:], f.at-least, func(i int) { f.Choose(i + least) })
	}
}

// TypedKey implements [fyne.Focusable]: arrows up and down open, those to the
// sides go through the choices.
func (f *Filter) TypedKey(e *fyne.KeyEvent) {
	least := f.least()
	n, at := len(f.options)-least, f.at-least
	switch e.Name {
	case fyne.KeyUp, fyne.KeyDown:
		f.open()
	case fyne.KeyRight:
		f.Choose(least + (at+1)%n)
	case fyne.KeyLeft:
		f.Choose(least + (at+n-1)%n)
	default:
		f.Pressable.TypedKey(e)
	}
}

// widest is the width of the longest choice. Of many, only those of most
// letters are measured.
func (f *Filter) widest() float32 {
	const few = 60
	body := f.SizeOf(SizeBody)
	if f.body == body {
		return f.wide
	}
	names := f.Names()
	if len(names) > few {
		slices.SortFunc(names, func(a, b string) int { return len(b) - len(a) })
		names = names[:few]
	}
	f.wide, f.body = 0, body
	for _, name := range names {
		f.wide = max(f.wide, textWidth(name, body, fyne.TextStyle{}))
	}
	return f.wide
}

// The measures of filters.
const (
	filterSide = 9  // left of the name
	filterRoom = 52 // for all beside the name, at 100 % text
	filterSign = 18 // the arrow, at 100 % text
)

// CreateRenderer implements [fyne.Widget].
func (f *Filter) CreateRenderer() fyne.WidgetRenderer {
	r := &filterRenderer{f: f, edge: canvas.NewRectangle(transparent), back: canvas.NewRectangle(transparent), text: PlainLine("", 0, fyne.TextStyle{}), sign: canvas.NewImageFromResource(nil)}
	r.back.CornerRadius = otherSizes[theme.SizeNameInputRadius]
	r.edge.CornerRadius = r.back.CornerRadius + 1
	r.sign.FillMode = canvas.ImageFillContain
	r.objects = []fyne.CanvasObject{r.edge, r.back, r.text, r.sign}
	r.Refresh()
	return r
}

type filterRenderer struct {
	f          *Filter
	edge, back *canvas.Rectangle // the edge lies behind, so that its rim is seen
	text       *canvas.Text
	sign       *canvas.Image
	objects    []fyne.CanvasObject
}

func (r *filterRenderer) Destroy()                     {}
func (r *filterRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *filterRenderer) MinSize() fyne.Size {
	width := r.f.widest() + r.f.Dp(filterRoom)
	if r.f.most > 0 {
		all := textWidth(r.f.options[0].Name, r.f.SizeOf(SizeBody), fyne.TextStyle{}) + r.f.Dp(filterRoom)
		width = min(width, max(r.f.Dp(r.f.most), all))
	}
	return fyne.NewSize(width+2, r.text.MinSize().Height+18)
}

func (r *filterRenderer) Layout(s fyne.Size) {
	Place(r.edge, 0, 0, s.Width, s.Height)
	Place(r.back, 1, 1, s.Width-2, s.Height-2)
	side := r.f.Dp(filterSign)
	sign := s.Width - 1 - side - 8
	Place(r.sign, sign, (s.Height-side)/2, side, side)
	r.text.Text = shortened(r.f.Name(), sign-filterSide-4, r.text.TextSize)
	m := r.text.MinSize()
	Place(r.text, filterSide, (s.Height-m.Height)/2, m.Width, m.Height)
}

func (r *filterRenderer) Refresh() {
	r.text.TextSize, r.text.Color = r.f.SizeOf(SizeBody), r.f.ColorOf(ColorInk)
	r.edge.FillColor, r.back.FillColor = r.f.ColorOf(ColorLine), r.f.ColorOf(ColorCard)
	if r.f.hovered {
		r.back.FillColor = r.f.ColorOf(ColorSubtle)
	}
	r.f.edge(r.back, transparent)
	showIcon(r.sign, r.f.IconOf(theme.IconNameArrowDropDown, ColorInk)) // before it is laid out: Fyne would keep the old drawing under the new name
	r.Layout(r.f.Size())
	for _, o := range []fyne.CanvasObject{r.edge, r.back, r.text} {
		o.Refresh()
	}
}

// shortened is as much of a text as has room, with dots where it is not all.
func shortened(text string, width, size float32) string {
	if textWidth(text, size, fyne.TextStyle{}) <= width {
		return text
	}
	runes := []rune(text)
	n := sort.Search(len(runes), func(n int) bool {
		return textWidth(string(runes[:n+1])+"…", size, fyne.TextStyle{}) > width
	})
	return string(runes[:n]) + "…"
}

// Compare orders names as people do: without regard to case.
func Compare(a, b string) int { return strings.Compare(strings.ToLower(a), strings.ToLower(b)) }
