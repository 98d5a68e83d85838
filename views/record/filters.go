package record

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"beltroad/views/route"
	"beltroad/views/ui"
)

// FilterSpec is a filter above a list.
type FilterSpec struct {
	Name    string      // in a page's state
	All     string      // the name of the choice that keeps everything
	Options []ui.Option // the other choices
}

// Filters are the drop-downs above a list, what is chosen in them, and the
// button that clears them.
type Filters struct {
	specs   []FilterSpec
	chosen  []*string // of each filter; nil keeps all
	filters []*ui.Filter
	clear   *ui.Button
	changed func()
	watched []func() // told after changed
}

// NewFilters makes filters. Changed is called when something else is chosen.
func NewFilters(w *Words, specs []FilterSpec, changed func()) *Filters {
	fs := &Filters{specs: specs, chosen: make([]*string, len(specs)), changed: changed}
	for i, spec := range specs {
		fs.filters = append(fs.filters, ui.NewFilter(spec.All, spec.Options, nil, func(chosen *string) {
			fs.chosen[i] = chosen
			fs.tell()
		}))
	}
	fs.clear = ui.NewButton(w.Say("filter.clear"), fs.Clear, false)
	fs.clear.Hidden = true
	return fs
}

// Clear keeps all again. The keyboard goes to the first filter: the button goes.
func (fs *Filters) Clear() {
	over := fyne.CurrentApp().Driver().CanvasForObject(fs.clear)
	if fs.set(make([]*string, len(fs.specs))); over != nil && len(fs.filters) > 0 {
		over.Focus(fs.filters[0])
	}
}

// Row are the filters beside one another, after what stands before them.
func (fs *Filters) Row(before ...fyne.CanvasObject) fyne.CanvasObject {
	all := slices.Clone(before)
	for _, f := range fs.filters {
		all = append(all, f.AtMost(182))
	}
	return ui.Flow(8, append(all, fs.clear)...)
}

// Keeps tells whether what has that key passes the filter of a name.
func (fs *Filters) Keeps(name, key string) bool {
	for i, spec := range fs.specs {
		if spec.Name == name && fs.chosen[i] != nil && *fs.chosen[i] != key {
			return false
		}
	}
	return true
}

// Has tells whether that key is chosen in the filter of a name.
func (fs *Filters) Has(name, key string) bool {
	for i, spec := range fs.specs {
		if spec.Name == name {
			return fs.chosen[i] != nil && *fs.chosen[i] == key
		}
	}
	return false
}

// Toggle takes a choice of one filter, or keeps all again where it is chosen already.
func (fs *Filters) Toggle(name, key string) {
	if !fs.Has(name, key) {
		fs.Choose(name, key)
		return
	}
	to := slices.Clone(fs.chosen)
	for i, spec := range fs.specs {
		if spec.Name == name {
			to[i] = nil
		}
	}
	fs.set(to)
}

// Choose takes a choice of one filter, and leaves the others.
func (fs *Filters) Choose(name, key string) {
	to := slices.Clone(fs.chosen)
	for i, spec := range fs.specs {
		if spec.Name == name && spec.has(key) {
			to[i] = &key
		}
	}
	fs.set(to)
}

// filterState names what is filtered in a state.
const filterState = "filter"

// Filtered is a page with one choice of a filter.
func Filtered(page route.Kind, name, key string) route.Route {
	st := route.State{}
	st.Set(filterState, name+":"+key)
	return route.To(page, "").In(st.String())
}

// Keep writes what is chosen into a state: "filter=unit:countries;claim:reported".
func (fs *Filters) Keep(st route.State) {
	var all []string
	for i, chosen := range fs.chosen {
		if chosen != nil {
			all = append(all, fs.specs[i].Name+":"+*chosen)
		}
	}
	st.Set(filterState, strings.Join(all, ";"))
}

// Take takes up what a state says. Filters that there are not stay as they come.
func (fs *Filters) Take(st route.State) {
	to := make([]*string, len(fs.specs))
	for part := range strings.SplitSeq(st[filterState], ";") {
		name, key, _ := strings.Cut(part, ":")
		for i, spec := range fs.specs {
			if spec.Name == name && spec.has(key) {
				to[i] = &key
			}
		}
	}
	fs.set(to)
}

func (s *FilterSpec) has(key string) bool {
	return slices.ContainsFunc(s.Options, func(o ui.Option) bool { return o.Key == key })
}

// set takes up choices.
func (fs *Filters) set(to []*string) {
	fs.chosen = to
	for i, f := range fs.filters {
		f.Set(to[i])
	}
	fs.tell()
}

// tell shows the button that clears while there is something to clear.
func (fs *Filters) tell() {
	fs.clear.Hidden = !fs.Filtered()
	fs.changed()
	for _, tell := range fs.watched {
		tell()
	}
}

// Watch calls a function now, and whenever something else is chosen.
func (fs *Filters) Watch(tell func()) {
	fs.watched = append(fs.watched, tell)
	tell()
}
