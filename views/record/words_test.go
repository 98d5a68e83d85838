package record

import (
	"slices"
	"testing"

	"beltroad/views/ui"
)

func TestQuantityKeepsItsWording(t *testing.T) {
	type piece struct {
		text string
		size string
	}
	for text, want := range map[string][]piece{
		"over 230":            {{"over ", "lead"}, {"230 ", "value"}},
		"US$19.1 trillion":    {{"US$19.1 ", "value"}, {"trillion ", "lead"}},
		"more than 40":        {{"more ", "lead"}, {"than ", "lead"}, {"40 ", "value"}},
		"86":                  {{"86 ", "value"}},
		"0.7%–2.9%":           {{"0.7%–2.9% ", "value"}},
		"tens of billions":    {{"tens of billions", "value"}}, // no number to be larger than the words
		"fourth-largest":      {{"fourth-largest", "value"}},
		"over  230  thousand": {{"over ", "lead"}, {"230 ", "value"}, {"thousand ", "lead"}},
	} {
		q := Quantity(text, ui.SizeValue, ui.SizeLead)
		var got []piece
		for _, r := range q.Runs {
			got = append(got, piece{r.Text, string(r.Size)})
			if !r.Style.Bold {
				t.Errorf("%q: %q is not bold", text, r.Text)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q is set as %q, want %q", text, got, want)
		}
	}
}
