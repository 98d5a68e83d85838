package timeline

import (
	"testing"

	"beltroad/data/datatest"
	"beltroad/internal/timeline"
	"beltroad/views/paint"
	"beltroad/views/record"
	"beltroad/views/uitest"
)

// The labels of many items are measured by their letters: none is wider than was
// thought, and none much narrower.
func TestLabelsOfManyItems(t *testing.T) {
	d := datatest.Synthetic(t, 2000)
	tl := timeline.New(d)
	w := record.NewWords(uitest.English(), d)
	const size, width, many = 13, 1000, 4000
	if len(tl.Items) < many {
		t.Fatalf("%d items are few", len(tl.Items))
	}
	lines := 0
	for _, m := range timeline.NewPlan(tl, styleFor(tl, w, width, size, 1)).Frame(tl.Bounds).Marks {
		if m.Label == nil {
			continue
		}
		it := &tl.Items[m.Items[0]]
		for i, line := range m.Label.Lines {
			lines++
			drawn := paint.Measure(line, size, false)
			if i == 0 && it.Value() != "" {
				drawn += paint.Measure(it.Value(), size, true)
			}
			if drawn > m.Label.Width || len(m.Label.Lines) == 1 && m.Label.Width > 1.2*drawn {
				t.Errorf("%q takes %g, for which %g is kept", line, drawn, m.Label.Width)
			}
		}
	}
	if lines < 20 {
		t.Errorf("%d lines of labels", lines)
	}
}
