package chart

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"beltroad/data"
	"beltroad/internal/plot"
	"beltroad/views/uitest"
)

// of makes a chart of a wide bar and of one that is changed as told.
func of(axis plot.Axis, change func(*data.Figure)) *Chart {
	wide := figure("wide", func(f *data.Figure) { f.Quantity.Value, f.Quantity.Text = 100, "100" })
	return laidOut(bare(axis, wide, figure("it", change)), 420)
}

func comparator(c data.Comparator, text string, value, most float64) func(*data.Figure) {
	return func(f *data.Figure) {
		f.Quantity.Comparator, f.Quantity.Text, f.Quantity.Value, f.Quantity.Max = c, text, value, most
	}
}

func claim(c data.Claim) func(*data.Figure) { return func(f *data.Figure) { f.Claim = c } }

func TestLooksOfMarks(t *testing.T) {
	uitest.Looks(t, "closed", of(plot.LinearAxis, comparator(data.Exact, "40", 40, 0)))
	uitest.Looks(t, "open", of(plot.LinearAxis, comparator(data.Over, "over 40", 40, 0)))
	uitest.Looks(t, "soft", of(plot.LinearAxis, comparator(data.About, "about 40", 40, 0)))
	uitest.Looks(t, "range", of(plot.LinearAxis, comparator(data.Range, "20 to 40", 20, 40)))
	uitest.Looks(t, "band", of(plot.LogAxis, comparator(data.Order, "tens", 10, 99)))
	uitest.Looks(t, "text-row", of(plot.LinearAxis, comparator(data.Rank, "second", 2, 0)))
	uitest.Looks(t, "estimate", of(plot.LinearAxis, claim(data.Estimate)))
	uitest.Looks(t, "commitment", of(plot.LinearAxis, claim(data.Commitment)))
	uitest.Looks(t, "opinion", of(plot.LinearAxis, claim(data.Opinion)))
	uitest.Looks(t, "narrow", laidOut(bare(plot.LinearAxis, figure("it", claim(data.Reported))), 180))

	signs := of(plot.LinearAxis, comparator(data.Exact, "45", 45, 0))
	signs.Change(func(c *Chart) { c.Signs = true })
	uitest.Looks(t, "signs", signs)

	whole := of(plot.LinearAxis, comparator(data.Over, "over 40", 40, 0))
	whole.Change(func(c *Chart) {
		c.Options.Bare, c.Options.Title, c.Options.Source, c.Options.Dossier = false, "Some people", "Somebody, 2024", "beltroad 1.0"
	})
	uitest.Looks(t, "whole", laidOut(whole, 420))

	picked := of(plot.LinearAxis, comparator(data.Exact, "40", 40, 0))
	picked.FocusGained()
	uitest.Looks(t, "focused", picked)
	picked.FocusLost()
	uitest.Looks(t, "closed", picked) // and back
	picked.MouseMoved(over(picked, 1))
	uitest.Looks(t, "hovered", picked)

	growing := of(plot.LinearAxis, comparator(data.Over, "over 40", 40, 0))
	growing.grown = 0.5
	growing.Refresh()
	uitest.Looks(t, "half-grown", growing)
}

// Two marks that look the same tell the user nothing.
func TestNoTwoMarksLookTheSame(t *testing.T) { uitest.NoTwoLookTheSame(t, 12) }

// What is drawn of a row shows its comparator and claim by form, not by colour alone.
func TestMarksDifferInForm(t *testing.T) {
	count := func(c *Chart) (fades, lines int) {
		for _, o := range test.WidgetRenderer(c).Objects() {
			switch o.(type) {
			case *canvas.LinearGradient:
				fades++
			case *canvas.Line, *canvas.Rectangle: // a straight one is a box
				lines++
			}
		}
		return fades, lines
	}
	plainFades, plainLines := count(of(plot.LinearAxis, comparator(data.Exact, "40", 40, 0)))
	for name, c := range map[string]struct {
		change func(*data.Figure)
		axis   plot.Axis
		fades  int // with those in the legend
		lines  bool
	}{
		"over": {comparator(data.Over, "over 40", 40, 0), plot.LinearAxis, 2, false}, "about": {comparator(data.About, "about 40", 40, 0), plot.LinearAxis, 2, false},
		"under": {comparator(data.Under, "under 40", 40, 0), plot.LinearAxis, 2, true},
		"order": {comparator(data.Order, "tens", 10, 99), plot.LogAxis, 4, false}, "range": {comparator(data.Range, "20 to 40", 20, 40), plot.LinearAxis, 0, true},
		"estimate": {claim(data.Estimate), plot.LinearAxis, 0, true}, "commitment": {claim(data.Commitment), plot.LinearAxis, 0, true},
	} {
		fades, lines := count(of(c.axis, c.change))
		if fades-plainFades != c.fades || c.lines && lines <= plainLines {
			t.Errorf("%s: %d fades and %d lines more", name, fades-plainFades, lines-plainLines)
		}
	}
}

// Words say all that is drawn, in the order of reading.
func TestChartSpeaks(t *testing.T) {
	c := of(plot.LinearAxis, comparator(data.Over, "over 40", 40, 0))
	c.Change(func(c *Chart) {
		c.Options.Bare, c.Options.Title, c.Options.Source = false, "Some people", "Somebody, 2024"
	})
	laidOut(c, 420)
	var said []string
	for _, o := range c.Children() {
		a, ok := o.(fyne.Accessible)
		if !ok || a.AccessibilityRole() == "" {
			t.Fatalf("%T does not speak", o)
		}
		said = append(said, a.AccessibilityLabel())
		if p, s := o.Position(), o.Size(); p.X < 0 || p.Y < 0 || p.X+s.Width > 421 || p.Y+s.Height > c.Size().Height+1 || s.Width*s.Height == 0 {
			t.Errorf("%q is at %v, %v", a.AccessibilityLabel(), p, s)
		}
	}
	all := strings.Join(said, "\n")
	at := 0
	for _, part := range []string{"Some people", "Not to be added", "Label of wide: 100, Reported", "Label of it: over 40, Reported", "open end", "Source: Somebody, 2024"} {
		i := strings.Index(all[at:], part)
		if i < 0 {
			t.Fatalf("%q is missing, or not in order, in\n%s", part, all)
		}
		at += i
	}
}
