package record

import (
	"beltroad/data"
	"beltroad/internal/message"
	"beltroad/internal/wording"
	"beltroad/views/ui"
)

// Words are what records of a dossier are put into words with.
type Words = wording.Words

// NewWords are the words for a dossier in a printer's language.
func NewWords(p *message.Printer, d *data.Dossier) *Words { return wording.New(p, d) }

// Cite is the short form of a citation: "¶15".
func Cite(paragraph int) string { return wording.Cite(paragraph) }

// PillarOptions are the pillars as choices of a filter, and "no pillar".
func PillarOptions(w *Words, d *data.Dossier) []ui.Option {
	var all []ui.Option
	for _, p := range d.Pillars() {
		all = append(all, ui.Option{Key: p.ID, Name: p.ShortName})
	}
	return append(all, ui.Option{Name: w.Say("pillar.none")})
}
