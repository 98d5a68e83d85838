package figure

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/cite"
	"beltroad/internal/drawing"
	"beltroad/internal/plot"
	"beltroad/views/paint"
	"beltroad/views/record"
	"beltroad/views/ui"
)

// elsewhere is what other sources say of a figure: side by side on one axis where
// the unit allows it, and never in the ink of the presented source.
func elsewhere(d *data.Dossier, w *record.Words, f data.Figure) []fyne.CanvasObject {
	all := d.SecondSourcesOf(f.ID)
	if len(all) == 0 {
		return []fyne.CanvasObject{ui.Field(w.Say("figure.second"), ui.Run{Text: w.Say("figure.second.none")})}
	}
	pillar, _ := d.Pillar(f.Pillar)
	most := largest(f, all)
	parts := []fyne.CanvasObject{
		ui.Heading(w.Say("figure.elsewhere")), ui.Label(w.Say("figure.elsewhere.how"), ui.SizeSmall, ui.ColorMuted), ui.Gap(8), presented(d, w),
	}
	if most > 0 {
		parts = append(parts, bar(func(width, height, em float64) []drawing.Mark {
			return plot.Bar(f.Quantity, f.Claim, pillar.Order, most, width, height, em)
		}))
	}
	parts = append(parts, ui.Strong(f.Quantity.Text, ui.SizeCaption, ui.ColorInk), ui.Gap(8))
	for _, s := range all {
		src, _ := d.Source(s.Source)
		parts = append(parts, another(w, src, s))
		if most > 0 && plot.Shares(f, s) {
			parts = append(parts, bar(func(width, height, em float64) []drawing.Mark {
				return plot.HollowBar(s.Quantity, most, width, height, em)
			}))
		}
		parts = append(parts, says(w, s, ui.SizeCaption)...)
		if s.Note != "" {
			parts = append(parts, ui.Label(s.Note, ui.SizeSmall, ui.ColorMuted))
		}
		if src.URL != "" {
			parts = append(parts, ui.Label(src.URL, ui.SizeSmall, ui.ColorMuted))
		}
		parts = append(parts, ui.Gap(8))
	}
	parts = append(parts, ui.Label(axis(w, f, most), ui.SizeSmall, ui.ColorMuted), ui.Gap(9))
	return append(parts, ui.Rule(), ui.Gap(9))
}

// presented names the source that the dossier presents.
func presented(d *data.Dossier, w *record.Words) fyne.CanvasObject {
	return ui.Label(w.Say("elsewhere.line", map[string]any{"Source": cite.Short(d.Sources()[0]), "Independence": w.Say("elsewhere.here")}), ui.SizeSmall, ui.ColorMuted)
}

// another names another source, and whether that is somebody else's word.
func another(w *record.Words, src data.Source, s data.SecondSource) fyne.CanvasObject {
	return ui.Label(w.Say("elsewhere.line", map[string]any{"Source": cite.Short(src), "Independence": w.Say("independence." + string(s.Independence))}), ui.SizeSmall, ui.ColorMuted)
}

// says is what another source says, of what and when: in an ink of its own.
func says(w *record.Words, s data.SecondSource, size fyne.ThemeSizeName) []fyne.CanvasObject {
	return []fyne.CanvasObject{
		ui.Strong(s.Quantity.Text, size, ui.ColorMuted),
		ui.Label(w.Say("elsewhere.counts", map[string]any{"Relation": w.Sentence(w.Say("relation." + string(s.Relation))), "Counts": s.Quantity.Counts, "Date": w.Date(s.AsOf)}), ui.SizeSmall, ui.ColorMuted),
	}
}

// largest is the end of the axis that a figure shares with others; 0: there is none.
func largest(f data.Figure, all []data.SecondSource) float64 {
	most, shared := max(f.Quantity.Value, f.Quantity.Max), false
	for _, s := range all {
		if plot.Shares(f, s) {
			most, shared = max(most, s.Quantity.Value, s.Quantity.Max), true
		}
	}
	if !shared {
		return 0
	}
	return most
}

// axis says what the bars have in common, or why there are none.
func axis(w *record.Words, f data.Figure, most float64) string {
	if most == 0 {
		return w.Say("figure.elsewhere.text")
	}
	return w.Say("figure.elsewhere.axis", map[string]any{"Unit": w.Unit(f.Quantity.Unit)})
}

// bar is a bar with room above it, as long as there is room: all of a record
// shrink alike.
func bar(marks func(width, height, em float64) []drawing.Mark) fyne.CanvasObject {
	const long, high, em = 240, 14, 14
	return ui.Inset(3, 0, 2, 0, paint.NewStrip(func(scale, room float64) (drawing.Box, []drawing.Mark) {
		box := drawing.Box{W: min(long*scale, room), H: high * scale}
		return box, marks(box.W, box.H, em*scale)
	}))
}

// telling are the relations, the most telling one first.
var telling = []data.Relation{data.Differs, data.OtherScope, data.OtherDate, data.SameNumber, data.Context}

// relation is the most telling one of a figure; empty: no other source speaks of it.
func relation(all []data.SecondSource) data.Relation {
	if len(all) == 0 {
		return ""
	}
	return slices.MinFunc(all, func(a, b data.SecondSource) int {
		return cmp.Compare(slices.Index(telling, a.Relation), slices.Index(telling, b.Relation))
	}).Relation
}

// The choices of the filter by second sources.
const (
	some        = "some"
	independent = "independent"
	differing   = "differs"
	none        = "none"
)

var withoutSecond = []string{none}

// secondKeys are the choices of the filter that a figure belongs to.
func secondKeys(all []data.SecondSource) []string {
	if len(all) == 0 {
		return withoutSecond
	}
	keys := []string{some}
	if hasIndependent(all) {
		keys = append(keys, independent)
	}
	if slices.ContainsFunc(all, func(s data.SecondSource) bool { return s.Relation == data.Differs }) {
		keys = append(keys, differing)
	}
	return keys
}

// hasIndependent tells whether one of the sources gives a number that is nobody's own.
func hasIndependent(all []data.SecondSource) bool {
	return slices.ContainsFunc(all, func(s data.SecondSource) bool { return s.IndependentNumber() })
}

// secondOptions are those choices by name; nil where no figure has a second source.
func secondOptions(d *data.Dossier, w *record.Words) []ui.Option {
	if len(d.SecondSources()) == 0 {
		return nil
	}
	var all []ui.Option
	for _, key := range []string{some, independent, differing, none} {
		all = append(all, ui.Option{Key: key, Name: w.Say("filter.elsewhere." + key)})
	}
	return all
}
