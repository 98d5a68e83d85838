package record

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"beltroad/internal/export"
	"beltroad/views/ui"
)

// Rows are the rows that a list shows, as they are taken along: copied, or saved
// as a table. Both say what they were filtered by.
type Rows struct {
	*Filters

	Name  string // of what is saved
	All   int    // how many there are, filtered or not
	Shown func() Taken
	words *Words
	host  Host
}

// Taken are rows that are taken along. What it has them made by may take its time.
type Taken struct {
	Len   int
	Copy  func() string
	Table func() *export.Table
}

// NewRows makes what takes the rows of a list along.
func NewRows(w *Words, host Host, fs *Filters, name string, all int, shown func() Taken) *Rows {
	return &Rows{Filters: fs, Name: name, All: all, Shown: shown, words: w, host: host}
}

// Beside is how many rows are shown, with the chips that copy and save them.
func (r *Rows) Beside(count fyne.CanvasObject) fyne.CanvasObject {
	return ui.Row(16, 0, count, ui.WholeFlow(8, r.chips()...))
}

func (r *Rows) chips() []fyne.CanvasObject {
	chip := func(key string, do func()) fyne.CanvasObject {
		name := r.words.Say(key)
		return ui.NewActionChip(name, do, ui.Run{Text: name, Size: ui.SizeCaption})
	}
	return []fyne.CanvasObject{chip("copy.rows", func() { r.Copy() }), chip("save.rows", r.Save)}
}

// Copy copies the rows, and tells whether there are any.
func (r *Rows) Copy() bool {
	t := r.Shown()
	return r.copy(t, r.said(t.Len))
}

// copy copies some rows, and below them what is said of them.
func (r *Rows) copy(t Taken, said string) bool {
	if t.Len == 0 {
		return false
	}
	r.host.Background(func(context.Context) func() {
		text := t.Copy()
		if said != "" {
			text += "\n" + said
		}
		return func() {
			r.host.Copy(text)
			r.host.Say(r.words.Say("copied"))
		}
	})
	return true
}

// Save offers to save the rows.
func (r *Rows) Save() {
	t := r.Shown()
	if t.Len == 0 {
		r.host.Say(r.words.Say("list.nothing"))
		return
	}
	said := r.said(t.Len)
	if said == "" {
		said = r.words.Say("rows.whole", map[string]any{"All": r.All})
	}
	r.host.Background(func(context.Context) func() {
		records := t.Table()
		records.About = append([]export.Field{{Column: "filter", Value: said}}, records.About...)
		return func() { r.host.Export(&export.Rows{Name: r.Name, Records: records}) }
	})
}

// said says by what the rows are filtered, nothing where they are all.
func (r *Rows) said(shown int) string {
	names := r.Names()
	if len(names) == 0 {
		return ""
	}
	return r.words.Say("rows.filtered", map[string]any{"Shown": shown, "All": r.All, "Filters": r.words.List(names)})
}

// Names are the names of what is chosen in the filters.
func (fs *Filters) Names() []string {
	var all []string
	for i, f := range fs.filters {
		if fs.chosen[i] != nil {
			all = append(all, f.Name())
		}
	}
	return all
}

// Filtered tells whether anything is chosen.
func (fs *Filters) Filtered() bool {
	return slices.ContainsFunc(fs.chosen, func(chosen *string) bool { return chosen != nil })
}

// Nothing says, in place of a list, that nothing fits what is chosen, and offers
// to clear it.
func (fs *Filters) Nothing(w *Words) *fyne.Container {
	return ui.Column(8, ui.Label(w.Say("list.nothing"), ui.SizeBody, ui.ColorInk), ui.Flow(0, ui.NewButton(w.Say("filter.clear"), fs.Clear, false)))
}

// Count says how many of all are shown, by a key of words, or that none is.
func Count(w *Words, key string, shown, all int) string {
	if shown == 0 && all > 0 {
		key = "list.none"
	}
	return w.Say(key, map[string]any{"Shown": shown, "All": all})
}
