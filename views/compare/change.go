package compare

import (
	"strings"

	"fyne.io/fyne/v2"

	diff "beltroad/internal/compare"
	"beltroad/views/ui"
)

// signs stand before the names of the kinds of changes, so that colour is no sign.
var signs = map[diff.Kind]string{
	diff.Added: "+", diff.Removed: "–", diff.Changed: "±", diff.Renamed: "»", diff.Renumbered: "¶", diff.Moved: "=",
}

// Bounds of what a card shows of a field and of a record; what is saved has all of it.
const (
	mostLetters = 600
	mostItems   = 12
	mostStated  = 4
)

// content is what has become of a record, and what a screen reader calls it.
func (l *list) content(c *diff.Change) (content fyne.CanvasObject, label string) {
	kind := l.words.Say("compare.kind." + string(c.Kind))
	badge := ui.Chip(signs[c.Kind] + " " + kind)
	switch c.Kind {
	case diff.Moved:
		label = l.words.Count("compare.moved", c.Count)
		return ui.Row(10, 1, badge, ui.Label(label, ui.SizeBody, ui.ColorInk)), label
	case diff.Renumbered:
		f := l.changes.Fields(c)[0]
		label = l.words.Say("compare.renumbered", map[string]any{"Before": "¶" + f.Before, "After": "¶" + f.After})
		return ui.Row(10, 1, badge, ui.Label(label, ui.SizeBody, ui.ColorInk)), label
	case diff.Added, diff.Removed, diff.Renamed, diff.Changed:
	}
	title := ui.Shortened(l.changes.Title(c), mostLetters)
	head := ui.NewText(ui.Run{Text: title, Style: fyne.TextStyle{Bold: true}})
	if c.Table == diff.Paragraphs {
		head.Runs = append(head.Runs, ui.Run{Text: " ¶" + c.ID, Size: ui.SizeSmall, Color: ui.ColorMuted})
	}
	parts := []fyne.CanvasObject{ui.TopRow(10, 1, badge, head)}
	fields := l.changes.Fields(c)
	if c.Kind == diff.Added || c.Kind == diff.Removed {
		parts = append(parts, l.stated(c.Table, fields, title))
	} else {
		for i := range fields {
			parts = append(parts, l.field(c.Table, &fields[i]))
		}
	}
	return ui.Column(6, parts...), kind + ": " + title
}

// stated is what a record says that is in one dossier alone, its first columns.
func (l *list) stated(table string, fields []diff.Field, title string) fyne.CanvasObject {
	var all []string
	for _, f := range fields {
		said := f.Before + f.After
		if f.Name == "id" || said == title {
			continue
		}
		if len(all) == mostStated {
			break
		}
		all = append(all, l.words.Say("compare.stated", map[string]any{"Field": l.words.Say("compare.field." + f.Name), "Cell": ui.Shortened(l.said(table, f.Name, said), mostLetters)}))
	}
	return ui.Label(strings.Join(all, " · "), ui.SizeCaption, ui.ColorMuted)
}

// field tells a field: a text word by word, a list by what came and went.
func (l *list) field(table string, f *diff.Field) fyne.CanvasObject {
	name := l.words.Say("compare.field." + f.Name)
	text := ui.NewText(ui.Run{Text: l.words.Say("compare.in", map[string]any{"Field": name}) + " ", Size: ui.SizeCaption, Color: ui.ColorMuted})
	if len(f.Gone)+len(f.Came) > 0 {
		text.Runs = append(text.Runs, l.items(table, f.Name, f.Gone, diff.Gone)...)
		text.Runs = append(text.Runs, l.items(table, f.Name, f.Came, diff.Came)...)
		text.Said = l.told(name, l.said(table, f.Name, strings.Join(f.Gone, "; ")), l.said(table, f.Name, strings.Join(f.Came, "; ")))
		return text
	}
	before, after := l.said(table, f.Name, f.Before), l.said(table, f.Name, f.After)
	text.Said = l.told(name, before, after)
	text.Runs = append(text.Runs, l.pieces(diff.Pieces(ui.Shortened(before, mostLetters), ui.Shortened(after, mostLetters)))...)
	return text
}

// pieces are a text that was changed word by word. Of one that is another altogether, or
// in one dossier alone, words say so.
func (l *list) pieces(all []diff.Piece) []ui.Run {
	var runs []ui.Run
	if len(all) == 1 {
		runs = append(runs, l.before(all[0].Kind))
	}
	for i, p := range all {
		switch {
		case i == 0 || p.Kind == diff.Same || all[i-1].Kind == diff.Same:
		case len(all) == 2:
			runs = append(runs, muted(" "+l.words.Say("compare.now")+" "))
		default:
			runs = append(runs, ui.Run{Text: " "})
		}
		runs = append(runs, runsOf(p.Text, p.Kind)...)
	}
	return runs
}

// before says of which kind what follows is, as no sign before a number can.
func (l *list) before(kind diff.PieceKind) ui.Run {
	switch kind {
	case diff.Gone:
		return muted(l.words.Say("compare.gone.items") + " ")
	case diff.Came:
		return muted(l.words.Say("compare.came.items") + " ")
	case diff.Same:
	}
	return ui.Run{}
}

func muted(text string) ui.Run { return ui.Run{Text: text, Size: ui.SizeCaption, Color: ui.ColorMuted} }

// told is what a screen reader says of a field, where lines and signs say nothing.
func (l *list) told(field, before, after string) string {
	key := "compare.told"
	switch {
	case before == "":
		key = "compare.told.came"
	case after == "":
		key = "compare.told.gone"
	}
	return l.words.Say(key, map[string]any{"Field": field, "Before": ui.Shortened(before, mostLetters), "After": ui.Shortened(after, mostLetters)})
}

// items are those of a list that came or went.
func (l *list) items(table, field string, all []string, kind diff.PieceKind) []ui.Run {
	var runs []ui.Run
	for i, s := range all {
		if i == 0 {
			runs = append(runs, l.before(kind))
		}
		if i == mostItems {
			runs = append(runs, muted(l.words.Count("compare.more", len(all)-mostItems)+" "))
			break
		}
		runs = append(append(runs, runsOf(ui.Shortened(l.said(table, field, s), mostLetters), kind)...), ui.Run{Text: " "})
	}
	return runs
}

// runsOf are a piece as it is set: what went struck through, what came underlined. Spaces
// around it carry no line.
func runsOf(text string, kind diff.PieceKind) []ui.Run {
	words := strings.TrimSpace(text)
	if kind == diff.Same || words == "" {
		return []ui.Run{{Text: text}}
	}
	run := ui.Run{Text: words, Style: fyne.TextStyle{Underline: true}}
	if kind == diff.Gone {
		run = ui.Run{Text: words, Color: ui.ColorMuted, Style: fyne.TextStyle{Strikethrough: true}}
	}
	before, after, _ := strings.Cut(text, words)
	return []ui.Run{{Text: before}, run, {Text: after}}
}
