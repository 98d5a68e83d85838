package chart

import (
	"os"
	"sync"
	"testing"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/internal/plot"
	"beltroad/views/record"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

func TestMain(m *testing.M) { os.Exit(uitest.Run(m, &ui.Theme{Scheme: ui.Light})) }

// dossier is the built-in one.
func dossier(t testing.TB) *data.Dossier {
	t.Helper()
	return datatest.Open(t, data.Builtin())
}

// shown is a panel of the ledger's figures in a window of that size, in a page that scrolls.
func shown(t *testing.T, size fyne.Size, ids ...string) (*Panel, *uitest.Host, fyne.Canvas) {
	t.Helper()
	n, d := &uitest.Host{}, dossier(t)
	uitest.Wear(t, &ui.Theme{Scheme: ui.Light})
	p := NewPanel(d, words(t), n, "Title", Figures(d, ids))
	c := uitest.InWindow(t, ui.Page(p.Content()), size)
	return p, n, c
}

// words are those of the built-in dossier.
func words(t testing.TB) *record.Words {
	t.Helper()
	return record.NewWords(uitest.English(), dossier(t))
}

// plain are words of another dossier, so that an edit of the built-in one
// changes no looks.
var plain = sync.OnceValue(func() *record.Words {
	d, err := data.Open(fixture.Harbour())
	if err != nil {
		panic(err)
	}
	return record.NewWords(uitest.English(), d)
})

// alone is the panel of what the source says of money.
func alone(t *testing.T) *Panel {
	t.Helper()
	p, n, _ := shown(t, usual, money...)
	if len(n.Gone) > 0 {
		t.Fatal("it goes somewhere by itself")
	}
	return p
}

// figure is a figure of people, changed as told.
func figure(id string, change func(*data.Figure)) data.Figure {
	f := data.Figure{
		ID: id, Label: "Label of " + id, Claim: data.Reported, Paragraph: 7,
		Quantity: data.Quantity{Text: "40", Value: 40, Comparator: data.Exact, Unit: "people", Counts: "people"},
	}
	change(&f)
	return f
}

// bare is a chart of figures without title, notes and source.
func bare(axis plot.Axis, figures ...data.Figure) *Chart {
	return New(figures, plot.Options{Bare: true, Axis: axis, Words: plain()}, nil)
}

// laidOut gives a chart a width and the height that it needs for it.
func laidOut(c *Chart, width float32) *Chart {
	c.Resize(fyne.NewSize(width, c.HeightFor(width)))
	return c
}
