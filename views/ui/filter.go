package ui

import (
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
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

// Filter is a drop-down that keeps all records or those of one kind. Chosen
// is the kept key; nil keeps all.
type Filter struct {
	*widget.Select

	all     string
	options []Option
}

// NewFilter makes a filter; all is the name of the choice that keeps everything.
func NewFilter(all string, options []Option, chosen *string, changed func(*string)) *Filter {
	f := &Filter{all: all, options: options}
	names := []string{all}
	for _, o := range options {
		names = append(names, o.Name)
	}
	f.Select = widget.NewSelect(names, nil)
	f.Set(chosen)
	f.OnChanged = func(string) { changed(f.Chosen()) }
	return f
}

// Framed is the drop-down with an edge, as wide as its longest choice but not
// wider than most at 100 % text, if the name that keeps everything fits in that.
func (f *Filter) Framed(most float32) fyne.CanvasObject {
	edge := NewBox(ColorLine) // behind the drop-down, which covers all but its rim
	edge.Radius = otherSizes[theme.SizeNameInputRadius] + 1
	return Stack(edge, Inset(1, 1, 1, 1, &fyne.Container{Layout: &asWide{f: f, most: most}, Objects: []fyne.CanvasObject{f.Select}}))
}

// asWide makes a drop-down as wide as its longest choice.
type asWide struct {
	Themed
	f    *Filter
	most float32
}

func (l *asWide) MinSize(objs []fyne.CanvasObject) fyne.Size {
	room := func(name string) float32 {
		return textWidth(name, l.SizeOf(SizeBody), fyne.TextStyle{}) + l.Dp(52)
	}
	widest := float32(0)
	for _, name := range l.f.Options {
		widest = max(widest, room(name))
	}
	return fyne.NewSize(min(widest, max(l.Dp(l.most), room(l.f.all))), tallest(objs, 0))
}

func (l *asWide) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objs {
		Place(o, 0, 0, size.Width, size.Height)
	}
}

// Chosen is the key that the filter keeps, nil for all.
func (f *Filter) Chosen() *string {
	i := f.SelectedIndex() - 1
	if i < 0 || i >= len(f.options) {
		return nil
	}
	return &f.options[i].Key
}

// Set shows a choice without telling about it.
func (f *Filter) Set(chosen *string) {
	f.Selected = f.all
	for _, o := range f.options {
		if chosen != nil && o.Key == *chosen {
			f.Selected = o.Name
		}
	}
	f.Refresh()
}

// Compare orders names as people do: without regard to case.
func Compare(a, b string) int { return strings.Compare(strings.ToLower(a), strings.ToLower(b)) }
