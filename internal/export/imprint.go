package export

import (
	"slices"
	"strings"
	"time"

	"beltroad/data"
	"beltroad/internal/cite"
	"beltroad/internal/drawing"
	"beltroad/internal/message"
	"beltroad/internal/wording"
)

// Imprint is what everything that leaves the app says of itself: from which
// source and dossier it is, when it was saved, and with which caution.
type Imprint struct {
	words   *wording.Words
	dossier *data.Dossier
	today   data.Date
}

// NewImprint is the imprint of what is saved of a dossier.
func NewImprint(w *wording.Words, d *data.Dossier) *Imprint { return &Imprint{words: w, dossier: d} }

// On is the imprint as of a day; without, it is today.
func (i *Imprint) On(day data.Date) *Imprint {
	return &Imprint{words: i.words, dossier: i.dossier, today: day}
}

// date is when it is saved.
func (i *Imprint) date() data.Date {
	if !i.today.IsZero() {
		return i.today
	}
	year, month, day := time.Now().Date()
	return data.DateOf(year, int(month), day)
}

// Source names the work that is presented.
func (i *Imprint) Source() string {
	if all := i.dossier.Sources(); len(all) > 0 {
		return cite.Short(all[0])
	}
	return ""
}

// Dossier is the name and the version of the dossier.
func (i *Imprint) Dossier() string {
	m := i.dossier.Metadata()
	return m.Name + " " + m.Version
}

// Lines are what stands below a drawing of some paragraphs.
func (i *Imprint) Lines(paragraphs ...int) []string {
	w := i.words
	source := w.Series(wording.Cites(paragraphs))
	switch named := i.Source(); {
	case named != "" && source != "":
		source = w.Say("chart.source", message.Args{"Source": named, "Cites": source})
	case named != "":
		source = w.Say("export.source", message.Args{"Source": named})
	}
	about := w.Say("export.dossier", message.Args{"Dossier": i.Dossier(), "Date": w.Date(i.date())})
	lines := []string{source, about, w.Say("disclaimer")}
	return slices.DeleteFunc(lines, func(l string) bool { return l == "" })
}

// Own are lines without those that are the same for all of the dossier, and stand on each
// page of paper: its name, the date, the caution.
func (i *Imprint) Own(lines []string) []string {
	same := i.Lines()
	return slices.DeleteFunc(slices.Clone(lines), func(l string) bool { return slices.Contains(same, l) })
}

// Others names the other sources of what a drawing shows, each once.
func (i *Imprint) Others(sources []data.Source) []string {
	var names []string
	for _, s := range sources {
		if name := cite.Short(s); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return nil
	}
	return []string{i.words.Say("elsewhere.sources", message.Args{"Sources": strings.Join(names, "; ")})}
}

// Fields are what stands beside the records of a table.
func (i *Imprint) Fields(title, notes string) []Field {
	return append([]Field{{"chart_title", title}, {"chart_notes", notes}}, i.Origin()...)
}

// Origin is where records of a table are from.
func (i *Imprint) Origin() []Field {
	return []Field{{"source", i.Source()}, {"dossier", i.Dossier()}, {"exported", i.date().String()}}
}

// Pillars explain the colours of pillars, by their orders; 0 stands for none.
func (i *Imprint) Pillars(orders []int) []drawing.KeyEntry {
	const size = 11
	orders = slices.Compact(slices.Sorted(slices.Values(orders)))
	var key []drawing.KeyEntry
	for _, order := range orders {
		key = append(key, drawing.SignEntry(drawing.Mark{Shape: drawing.Square, Ink: drawing.Pillar(order)}, size, i.words.Pillar(order)))
	}
	return key
}
