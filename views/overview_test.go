package views

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// What leads away from the overview does what its sentence says: a figure's card opens
// its record beside the page and is marked, its paragraph is a link of the record, and a
// line that counts things opens where as many are.
func TestTheOverviewDoesWhatItSays(t *testing.T) {
	d := dossier(t)
	s, _ := open(t, d)
	overview := place(t, "overview")
	s.Go(overview)
	cards := all[*ui.Card](s.page.Content())
	if want := d.Metadata().Headline; len(cards) != len(want) {
		t.Fatalf("%d cards for %d figures", len(cards), len(want))
	}
	page := s.page
	for i, id := range d.Metadata().Headline {
		cards[i].OnTapped()
		f, _ := d.Figure(id)
		if s.page != page || s.Here() != overview.Beside(route.Figure, id) || !strings.Contains(cards[i].Label, f.Label) {
			t.Errorf("%q leads to %s", cards[i].Label, s.Here())
		}
		var chosen []string
		for _, c := range all[*ui.Card](page.Content()) {
			if c.Selected {
				chosen = append(chosen, c.Label)
			}
		}
		if !slices.Equal(chosen, []string{cards[i].Label}) {
			t.Errorf("%q is open, marked are %q", cards[i].Label, chosen)
		}
		leads := func(l *ui.Link) bool { return l.Text == record.Cite(f.Paragraph) }
		within := all[*ui.Link](page.Content())
		if beside := slices.DeleteFunc(all[*ui.Link](s.Content()), func(l *ui.Link) bool { return slices.Contains(within, l) }); !slices.ContainsFunc(beside, leads) {
			t.Errorf("the record of %s does not lead to its paragraph", id)
		}
	}
	s.Close()
	counted := 0
	for _, line := range all[*ui.ListItem](page.Content()) {
		s.Go(overview)
		line.OnTapped()
		count, _, _ := strings.Cut(last(line), " ")
		n, err := strconv.Atoi(count)
		if table := all[*ui.Table](s.page.Content()); err == nil && len(table) == 1 && s.Here().Kind != route.Pillar {
			if counted++; table[0].Len() != n {
				t.Errorf("%q opens %d of them, at %s", line.Label, table[0].Len(), s.Here())
			}
		}
	}
	if counted < 3 {
		t.Errorf("%d lines are counted", counted)
	}
}

// last is the last text of a line.
func last(line *ui.ListItem) string {
	texts := all[*ui.Text](line)
	return texts[len(texts)-1].String()
}
